-- Result rows are bound by name and type: whatever differs between a row type of SQL and the library's columns is an error
-- 42804 that says what to run, never a number and never a crash. From the catalog: a new function or type is covered as it is.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SELECT no_plan();

\ir ../../lib/good_calls.sql

-- Functions of modules depend on columns; without them every type can change.
DO $$ BEGIN
  EXECUTE coalesce((SELECT string_agg(DISTINCT format('DROP SCHEMA IF EXISTS %I CASCADE', module), '; ') FROM harmony.migration), '');
END $$;

-- A call of a routine, or of another function with the same arguments.
CREATE FUNCTION pg_temp.statement(r routine, args text[], called text DEFAULT NULL) RETURNS text LANGUAGE sql AS $$
  SELECT format(CASE WHEN r.is_aggregate THEN 'SELECT %s(%s)::text FROM generate_series(1, 6) i'
      ELSE 'SELECT string_agg(v.r::text, '' '') FROM (SELECT %s(%s) AS r FROM (SELECT 3) g (i) OFFSET 0) v' END,
    coalesce(called, r.name), string_agg(format('(%s)::%s', v, r.types[k]), ', ' ORDER BY k))
  FROM unnest(args) WITH ORDINALITY u (v, k) $$;

-- What is wrong with the outcome of a statement after a change, NULL when it is the error that it should be. The change is
-- undone.
CREATE FUNCTION pg_temp.verdict(change text, statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
  detail text;
  hint text;
BEGIN
  EXECUTE change;
  BEGIN
    EXECUTE statement INTO result;
    RAISE EXCEPTION USING ERRCODE = 'P0002', MESSAGE = format('no error but %s', coalesce(result, 'NULL'));
  EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = CASE
      WHEN SQLSTATE <> '42804' THEN format('%s %s', SQLSTATE, SQLERRM)
      WHEN detail = '' THEN 'no detail'
      WHEN hint <> 'Run ALTER EXTENSION harmony UPDATE.' THEN format('hint "%s"', hint)
      ELSE 'good' END;
  END;
EXCEPTION WHEN raise_exception THEN
  RETURN nullif(SQLERRM, 'good');
END $$;

-- ---- every row type and every routine that returns it: as it is, as a set, in an array, inside another row ----

CREATE FUNCTION pg_temp.row_type(type oid) RETURNS oid LANGUAGE sql AS $$
  SELECT CASE t.typtype WHEN 'c' THEN t.oid ELSE e.oid END
  FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A' AND e.typtype = 'c' WHERE t.oid = type $$;

CREATE TEMP TABLE returned AS
WITH RECURSIVE r (routine, type) AS (
  SELECT p.oid, pg_temp.row_type(p.prorettype) FROM pg_proc p JOIN routine USING (oid)
  WHERE NOT is_support AND p.prorettype <> 'record'::regtype
  UNION
  SELECT r.routine, pg_temp.row_type(a.atttypid) FROM r JOIN pg_type t ON t.oid = r.type
    JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
SELECT routine, type, dense_rank() OVER (PARTITION BY type ORDER BY cardinality(types), routine.oid) = 1 AS is_first
FROM r JOIN routine ON routine.oid = r.routine WHERE type IS NOT NULL;

SELECT is((SELECT string_agg(oid::regtype::text, ', ') FROM pg_type WHERE typtype = 'c'
    AND typnamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace)
    AND oid NOT IN (SELECT type FROM returned) AND (SELECT relkind FROM pg_class WHERE oid = typrelid) = 'c'),
  NULL, format('every row type is returned by some routine: %s', count(DISTINCT type))) FROM returned;
SELECT cmp_ok(count(DISTINCT type), '>', 20::bigint, 'row types are found') FROM returned;

-- Changes of a row type.
CREATE TEMP TABLE attribute AS
SELECT t.oid AS type, a.attname::text AS name, a.atttypid AS of_type, row_number() OVER (PARTITION BY t.oid ORDER BY a.attnum) AS k
FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
WHERE t.oid IN (SELECT type FROM returned);

CREATE FUNCTION pg_temp.swap(type oid, a text, b text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(format('ALTER TYPE %s RENAME ATTRIBUTE %I TO %I', type::regtype, f, t), '; ' ORDER BY k)
  FROM (VALUES (1, a, 'swapped'), (2, b, a), (3, 'swapped', b)) v (k, f, t) $$;

CREATE TEMP TABLE change AS
SELECT type, k, 'swapped' AS kind, pg_temp.swap(type, name, next) AS sql
FROM (SELECT *, lead(name) OVER (PARTITION BY type ORDER BY k) AS next FROM attribute) a WHERE next IS NOT NULL
UNION ALL
SELECT type, k, 'retyped', format('ALTER TYPE %s ALTER ATTRIBUTE %I TYPE %s CASCADE', type::regtype, name, new)
FROM attribute, LATERAL (VALUES (CASE of_type WHEN 'text'::regtype THEN 'integer' ELSE 'text' END), ('smallint[]')) v (new)
UNION ALL
SELECT type, k, 'retyped', format('ALTER TYPE %s ALTER ATTRIBUTE %I TYPE float4 CASCADE', type::regtype, name)
FROM attribute WHERE of_type = 'float8'::regtype
UNION ALL
SELECT type, k, 'dropped', format('ALTER TYPE %s DROP ATTRIBUTE %I CASCADE', type::regtype, name) FROM attribute
UNION ALL
SELECT DISTINCT type, 1, 'added', format('ALTER TYPE %s ADD ATTRIBUTE added integer', type::regtype) FROM attribute;

-- All changes before the first routine of a type, the first change of each kind before the others.
CREATE TEMP TABLE outcome AS
SELECT r.signature, c.type, c.kind, c.sql, pg_temp.verdict(c.sql, pg_temp.statement(r, r.good)) AS wrong
FROM returned t JOIN routine r ON r.oid = t.routine JOIN change c USING (type) WHERE t.is_first OR c.k = 1;

SELECT is(string_agg(format('%s after %s: %s', signature, sql, wrong), E'\n') FILTER (WHERE wrong IS NOT NULL), NULL,
  format('%s: one column %s, %s changes before %s calls', type::regtype, kind, count(DISTINCT sql), count(*)))
FROM outcome GROUP BY type, kind ORDER BY type::regtype::text, kind;

SELECT is((SELECT string_agg(DISTINCT type::regtype::text, ', ') FROM returned t
    WHERE (SELECT count(DISTINCT kind) FROM outcome o WHERE o.type = t.type) < 4),
  NULL, 'every row type was swapped, retyped, dropped and added to');

-- Columns that were dropped before the type came to its shape are passed over.
CREATE FUNCTION pg_temp.value_after(change text, statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
  EXECUTE change;
  EXECUTE statement INTO result;
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = coalesce(result, 'NULL');
EXCEPTION WHEN OTHERS THEN
  RETURN SQLERRM;
END $$;
CREATE TEMP TABLE rebuilt AS
SELECT type, string_agg(format('ALTER TYPE %1$s DROP ATTRIBUTE %2$I CASCADE; ALTER TYPE %1$s ADD ATTRIBUTE %2$I %3$s',
  type::regtype, name, format_type(of_type, NULL)), '; ' ORDER BY k) AS sql FROM attribute GROUP BY type;
SELECT is((SELECT string_agg(format('%s: %s, not %s', r.signature, changed, plain), E'\n')
  FROM returned t JOIN routine r ON r.oid = t.routine JOIN rebuilt USING (type), LATERAL (SELECT
    pg_temp.value_after(rebuilt.sql, pg_temp.statement(r, r.good)) AS changed,
    pg_temp.value_after('SELECT', pg_temp.statement(r, r.good)) AS plain) v
  WHERE t.is_first AND changed IS DISTINCT FROM plain), NULL,
  'a type of which every column was dropped and added again gives the same rows');

-- ---- the SQL function itself is of another version ----

-- A function of the library under another declaration of its result.
CREATE FUNCTION pg_temp.redeclare(routine oid, name text, returns text) RETURNS text LANGUAGE sql AS $$
  SELECT format('CREATE FUNCTION %s(%s) RETURNS %s LANGUAGE c %s AS %L, %L', name,
    array_to_string(p.proargtypes::oid[]::regtype[], ', '), returns, CASE WHEN p.proisstrict THEN 'STRICT' ELSE '' END, p.probin, p.prosrc)
  FROM pg_proc p WHERE p.oid = routine $$;
CREATE TEMP TABLE redeclared AS
SELECT r.signature, declared, pg_temp.verdict(
    pg_temp.redeclare(r.oid, 'pg_temp.redeclared', CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END || declared),
    pg_temp.statement(r, r.good, 'pg_temp.redeclared')) AS wrong
FROM routine r JOIN pg_proc p USING (oid) JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'c',
  unnest('{float8,harmony.score_interval,harmony.score_interval[],harmony.ability}'::text[]) declared
WHERE r.oid IN (SELECT routine FROM returned) AND p.prorettype NOT IN (declared::regtype, pg_temp.row_type(declared::regtype));
SELECT is(string_agg(format('%s as %s: %s', signature, declared, wrong), E'\n') FILTER (WHERE wrong IS NOT NULL), NULL,
  format('%s declarations of another result', count(*))) FROM redeclared;

-- OUT parameters: two swapped, one retyped, one missing, one more.
CREATE TEMP TABLE parameter AS
SELECT p.oid AS routine, u.name, u.type::regtype::text AS type, row_number() OVER (PARTITION BY p.oid ORDER BY k) AS k
FROM routine r JOIN pg_proc p USING (oid),
  unnest(p.proargnames, p.proallargtypes, p.proargmodes) WITH ORDINALITY u (name, type, mode, k)
WHERE p.prorettype = 'record'::regtype AND u.mode = 'o';
CREATE TEMP TABLE list (routine oid, kind text, name text, type text, k numeric);
INSERT INTO list SELECT routine, 'as it is', name, type, k FROM parameter;
INSERT INTO list SELECT routine, 'swapped', name, type, CASE k WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE k END FROM parameter;
INSERT INTO list SELECT routine, 'retyped', name, CASE k WHEN 1 THEN 'text' ELSE type END, k FROM parameter;
INSERT INTO list SELECT routine, 'missing', name, type, k FROM parameter WHERE k > 1;
INSERT INTO list SELECT routine, 'added', name, type, k FROM parameter
  UNION ALL SELECT DISTINCT routine, 'added', 'added', 'integer', 99 FROM parameter;
CREATE TEMP TABLE out_outcome AS
SELECT r.signature, l.kind, pg_temp.verdict(format('CREATE FUNCTION pg_temp.redeclared(%s, %s) LANGUAGE c AS %L, %L',
    array_to_string(r.types, ', '), l.out, p.probin, p.prosrc), pg_temp.statement(r, r.good, 'pg_temp.redeclared')) AS wrong
FROM routine r JOIN pg_proc p USING (oid) JOIN (
  SELECT routine, kind, string_agg(format('OUT %I %s', name, type), ', ' ORDER BY k) AS out
  FROM list GROUP BY routine, kind) l ON l.routine = r.oid;
SELECT is(string_agg(format('%s %s: %s', signature, kind, wrong), E'\n')
    FILTER (WHERE CASE kind WHEN 'as it is' THEN wrong IS NULL OR wrong NOT LIKE 'P0002 no error%' ELSE wrong IS NOT NULL END), NULL,
  format('%s declarations of OUT parameters', count(*))) FROM out_outcome;
SELECT cmp_ok(count(*), '>=', 5::bigint, 'functions with OUT parameters are found') FROM out_outcome;

-- ---- a type that changes between two calls of one call site ----

CREATE FUNCTION pg_temp.change_at_third_call(change text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  fit text;
  fits text := '';
BEGIN
  FOR k IN 1..4 LOOP
    fit := harmony.f_team(array_fill('{}'::jsonb, ARRAY[1 + k * 0]))::text;  -- no constant
    fits := fits || fit;
    IF k = 2 THEN EXECUTE change; END IF;
  END LOOP;
  RETURN fits;
END $$;
SELECT throws_ok($$SELECT pg_temp.change_at_third_call('ALTER TYPE harmony.team_fit ALTER ATTRIBUTE n TYPE text')$$, '42804', NULL,
  'a type that changes between two calls is compared again');
SELECT is(pg_temp.value_after('SELECT', $$SELECT pg_temp.change_at_third_call(
    'ALTER TYPE harmony.team_fit ADD ATTRIBUTE added text; ALTER TYPE harmony.team_fit DROP ATTRIBUTE added')$$),
  repeat(harmony.f_team(ARRAY['{}']::jsonb[])::text, 4), 'a type that changes and is the same again');

-- ---- rows as arguments ----

CREATE TEMP TABLE argument AS
SELECT r, u.place, t.oid AS type FROM routine r, unnest(r.types) WITH ORDINALITY u (type, place)
  JOIN pg_type t ON t.oid = u.type::regtype AND t.typtype = 'c' WHERE NOT r.is_support;
CREATE TEMP TABLE argument_outcome AS
SELECT (a.r).signature, c.sql, pg_temp.verdict(c.sql, pg_temp.statement(a.r,
    (a.r).good[:place - 1] || format('jsonb_populate_record(NULL::%s, ''{}'')', a.type::regtype) || (a.r).good[place + 1:])) AS wrong
FROM argument a JOIN change c USING (type);
SELECT is(string_agg(format('%s after %s: %s', signature, sql, wrong), E'\n') FILTER (WHERE wrong IS NOT NULL), NULL,
  format('%s calls with a row of a changed type', count(*))) FROM argument_outcome;
SELECT cmp_ok(count(*), '>', 50::bigint, 'functions that take a row are found') FROM argument_outcome;

SELECT is((SELECT string_agg(format('%s: %s', name, v), E'\n') FROM key_field f, LATERAL pg_temp.verdict('SELECT', format(
    'SELECT harmony_internal.score_submission((SELECT k FROM (SELECT %s) k), ''{1,4,2,5,3,4}'', NULL)',
    (SELECT string_agg(format('NULL::%s AS %I', CASE g.name WHEN f.name THEN 'date' ELSE g.type END, g.name), ', ')
     FROM key_field g))) v
  WHERE v IS NOT NULL), NULL, 'a field of a record that has another type');

SELECT * FROM finish();
ROLLBACK;
