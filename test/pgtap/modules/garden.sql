-- Every function and aggregate of the extension, and every function of the modules, called at random: half of the arguments good, the
-- others log-spaced from 5e-324 to 1.8e308 in both signs, or at an edge of their type, or NULL. What may not come out: an internal error
-- (SQLSTATE class XX), a crash, more than 250 ms of processor time (the least of three tries). The same calls at every run.
--
--   PGOPTIONS='-c garden.calls=200000 -c garden.seed=0.7' pg_prove -d mydatabase test/pgtap/modules/garden.sql
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SET LOCAL jit = off;
SELECT no_plan();

\ir ../../lib/good_calls.sql
\ir ../../lib/calls.sql

-- The modules' functions beside the extension's.
INSERT INTO routine (oid, name, is_aggregate, signature, types, names, good, is_support)
SELECT p.oid, format('%I.%I', n.nspname, p.proname), false, p.oid::regprocedure::text, a.types,
  array_fill(''::text, size), array_fill(NULL::text, size), false
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, LATERAL (
    SELECT coalesce(array_agg(pg_temp.short(t) ORDER BY k), '{}') FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY u (t, k)) a (types),
  LATERAL (SELECT ARRAY[cardinality(a.types)]) s (size)
WHERE (n.nspname = 'api' OR n.nspname IN (SELECT module FROM harmony.migration)) AND p.prokind = 'f'
  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype);
DELETE FROM routine WHERE 'internal' = ANY (types);
SELECT cmp_ok(count(*), '>', 300::bigint, 'there are functions to call') FROM routine;

-- One of these.
CREATE FUNCTION pg_temp.one_of(VARIADIC choices text[]) RETURNS text LANGUAGE sql AS $$
  SELECT choices[1 + floor(random() * cardinality(choices))::integer] $$;
-- A number: 2 to a power that is drawn evenly, in both signs, or one of those near which formulas change.
CREATE FUNCTION pg_temp.number(low float8, high float8) RETURNS float8 LANGUAGE sql AS $$
  SELECT CASE WHEN random() < 0.3 THEN pg_temp.one_of('0', '1', '2', '0.5', '100', '3', '50', '-1', '0.95', '1e15')::float8
    ELSE sign(random() - 0.25) * 2::float8 ^ (low + random() * (high - low)) END $$;
CREATE FUNCTION pg_temp.draw(type text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  element text := left(type, -2);
  n integer;
BEGIN
  IF type LIKE '%[]' THEN
    n := floor(random() * 8);
    IF type = 'float8[]' AND random() < 0.2 THEN  -- a square matrix
      RETURN format('ARRAY[%s]', (SELECT string_agg(format('ARRAY[%s]::float8[]',
        (SELECT string_agg(coalesce(pg_temp.draw('float8'), 'NULL'), ', ') FROM generate_series(0, n) WHERE i >= 0)), ', ')
        FROM generate_series(0, n) i));
    END IF;
    RETURN format('ARRAY[%s]', (SELECT string_agg(coalesce(pg_temp.draw(element), 'NULL'), ', ') FROM generate_series(1, n)));
  END IF;
  RETURN CASE type
    WHEN 'float8' THEN quote_literal(CASE WHEN random() < 0.05 THEN pg_temp.one_of('NaN', 'Infinity', '-Infinity', '-0')
      ELSE pg_temp.number(-1074, 1023.999)::text END)
    WHEN 'numeric' THEN quote_literal(pg_temp.one_of('NaN', '0', '-1', '1e-300', '1e300', '1e4000', '49.95'))
    WHEN 'real' THEN quote_literal(pg_temp.number(-126, 127)::text)
    WHEN 'smallint' THEN quote_literal(trunc(pg_temp.number(0, 14.999)::numeric % 32768)::text)
    WHEN 'integer' THEN quote_literal(trunc(pg_temp.number(0, 30.999)::numeric % 2147483648)::text)
    WHEN 'bigint' THEN quote_literal(trunc(pg_temp.number(0, 62.999)::numeric)::text)
    WHEN 'boolean' THEN pg_temp.one_of('true', 'false')
    WHEN 'uuid' THEN format('md5(%L)::uuid', floor(random() * 5))
    WHEN 'text' THEN pg_temp.one_of($q$''$q$, $q$' '$q$, $q$'a'$q$, $q$'crew'$q$, $q$'%s%n\0''"$1'$q$, $q$repeat('ŝ', 700)$q$,
      $q$E'\u202e\ufeff\n\t\x01'$q$, $q$'{"a": 1}'$q$, $q$'00000000-0000-0000-0000-000000000000'$q$)
    WHEN 'date' THEN quote_literal(pg_temp.one_of('infinity', '-infinity', '4713-01-01 BC', '2026-01-01', '5874897-12-31'))
    WHEN 'timestamptz' THEN quote_literal(pg_temp.one_of('infinity', '-infinity', '4713-01-01 BC', '2026-01-01', '294276-12-31'))
    WHEN 'interval' THEN quote_literal(pg_temp.one_of('0', '-1 day', '178000000 years', '1 microsecond', '1 month'))
    WHEN 'bytea' THEN pg_temp.one_of($q$''$q$, $q$'\x010000'$q$, $q$decode(repeat('ff', 1000), 'hex')$q$)
    WHEN 'jsonb' THEN pg_temp.one_of($q$'null'$q$, $q$'{}'$q$, $q$'[]'$q$, $q$'1'$q$, $q$'"x"'$q$, $q$'[{}]'$q$,
      format('jsonb_build_object(%s, %s)', pg_temp.draw('text'), pg_temp.draw('float8')))
    WHEN 'cstring' THEN pg_temp.one_of($q$''::cstring$q$, $q$repeat('f', 100)::cstring$q$, $q$repeat('00', 1000)::cstring$q$)
    END;
END $$;
-- A good document with one of its values replaced.
CREATE FUNCTION pg_temp.spoilt(good text) RETURNS text LANGUAGE sql AS $$
  SELECT format('jsonb_set(%s, %L, %s)', good, (SELECT p FROM pg_temp.paths(pg_temp.document(good)) p ORDER BY random() LIMIT 1),
    format('coalesce(to_jsonb(%s::%s), ''null'')', v.value, v.type))
  FROM (SELECT t, pg_temp.draw(t) FROM (SELECT pg_temp.one_of('float8', 'float8', 'text', 'jsonb', 'integer')) u (t)) v (type, value) $$;
CREATE FUNCTION pg_temp.argument(type text, good text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  share float8 := random();
BEGIN
  IF share < 0.05 THEN RETURN 'NULL'; END IF;
  IF share < 0.5 AND good IS NOT NULL THEN RETURN good; END IF;
  IF type = 'jsonb' AND share < 0.9 AND good IS NOT NULL THEN RETURN coalesce(pg_temp.spoilt(good), good); END IF;
  RETURN coalesce(pg_temp.draw(type), good, 'NULL');
END $$;

CREATE FUNCTION pg_temp.outcome(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  most CONSTANT float8 := 0.5;
  began float8;
  took float8;
  result text;
BEGIN
  FOR try IN 1..3 LOOP
    began := pg_temp.cpu_seconds();
    BEGIN
      EXECUTE statement INTO result;
    EXCEPTION
      WHEN query_canceled THEN RAISE;
      WHEN OTHERS THEN
        IF left(SQLSTATE, 2) = 'XX' THEN RETURN concat_ws(' ', SQLSTATE, SQLERRM); END IF;
    END;
    took := least(took, pg_temp.cpu_seconds() - began);
    IF took <= most THEN RETURN NULL; END IF;
  END LOOP;
  RETURN format('took %s s', took);
END $$;

CREATE TEMP TABLE fault (signature text, outcome text, statement text);
CREATE PROCEDURE pg_temp.wander(calls integer) LANGUAGE plpgsql AS $$
DECLARE
  r routine;
  made integer := 0;
  statement text;
  outcome text;
BEGIN
  WHILE made < calls LOOP
    FOR r IN SELECT * FROM routine ORDER BY routine.signature LOOP
      EXIT WHEN made >= calls;
      statement := pg_temp.statement(r, ARRAY(SELECT pg_temp.argument(r.types[k], r.good[k]) FROM generate_subscripts(r.types, 1) k));
      outcome := pg_temp.outcome(statement);
      IF outcome IS NOT NULL THEN INSERT INTO fault VALUES (r.signature, outcome, statement); END IF;
      made := made + 1;
    END LOOP;
  END LOOP;
END $$;
SELECT setseed(coalesce(current_setting('garden.seed', true), '0.5')::float8);
CALL pg_temp.wander(coalesce(current_setting('garden.calls', true), '10000')::integer);
SELECT is((SELECT string_agg(format('%s: %s <- %s', signature, outcome, left(statement, 400)), E'\n') FROM fault), NULL,
  coalesce(current_setting('garden.calls', true), '10000') || ' calls at random');

SELECT * FROM finish();
ROLLBACK;
