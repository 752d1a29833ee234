-- Every function and aggregate of the extension, as the catalog has them, with NULL and with values at the limits of their
-- types in each argument in turn. What may come out: a value, NULL, or an error about the data (SQLSTATE class 22, 23), the
-- call (42), a token (28), a limit (54) or something that is not supported (0A), in valid UTF-8 and within a second.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SELECT no_plan();

\ir ../../lib/good_calls.sql
\ir ../../lib/calls.sql

-- Values at the limits, by type.
CREATE TEMP TABLE extreme (type text, value text);
CREATE TEMP TABLE big AS SELECT array_agg(g::float8) AS f, array_agg((1 + g % 5)::int2) AS s, array_agg('t' || g % 7) AS t,
  array_agg(g) AS i, array_agg(g::int8) AS l FROM generate_series(1, 1000000) g;
INSERT INTO extreme SELECT 'float8', v FROM unnest($${'NaN','Infinity','-Infinity',1e308,-1e308,5e-324,'-0',0,1,-1,100,1e15}$$::text[]) v;
INSERT INTO extreme SELECT t, v FROM unnest('{smallint,integer,bigint}'::text[]) t, unnest('{0,-1,1,2,32767,-32768}'::text[]) v;
INSERT INTO extreme SELECT t, v FROM unnest('{integer,bigint}'::text[]) t, unnest('{2147483647,(-2147483648)}'::text[]) v;
INSERT INTO extreme SELECT 'bigint', v FROM unnest('{9223372036854775807,(-9223372036854775808)}'::text[]) v;
INSERT INTO extreme SELECT 'text', v
  FROM unnest(ARRAY[$$''$$, $$' '$$, $$repeat('x', 1000000)$$, $$repeat('ŝ', 700)$$, $$'x' || repeat('𝕏', 700)$$,
  $$E'\u202e\ufeff\U0010ffff\n\t\x01'$$, $$'%s%n\0''"$1'$$]) v;
INSERT INTO extreme VALUES ('uuid[]', $$'{}'$$), ('uuid[]', $$'{NULL}'$$), ('uuid[]', $$'{{00000000-0000-0000-0000-000000000000}}'$$),
  ('uuid[]', $$array_fill(md5('1')::uuid, '{100000}')$$);
INSERT INTO extreme VALUES ('boolean', 'true'), ('boolean', 'false'), ('uuid', $$'00000000-0000-0000-0000-000000000000'$$),
  ('uuid', $$'ffffffff-ffff-ffff-ffff-ffffffffffff'$$);
INSERT INTO extreme SELECT 'interval', quote_literal(v) FROM unnest('{0,-1 day,0.1 s,178000000 years,-178000000 years}'::text[]) v;
INSERT INTO extreme SELECT t, quote_literal(v) FROM unnest('{date,timestamptz}'::text[]) t,
  unnest('{infinity,-infinity,4713-01-01 BC,0001-01-01}'::text[]) v;
INSERT INTO extreme VALUES ('date', $$'5874897-12-31'$$), ('timestamptz', $$'294276-12-31'$$), ('bytea', $$''$$),
  ('bytea', $$decode(repeat('ff', 10000), 'hex')$$), ('cstring', $$repeat('f', 100)::cstring$$),
  ('cstring', $$repeat('00', 1000)::cstring$$);
INSERT INTO extreme SELECT t || '[]', v FROM unnest('{smallint,integer,bigint,float8,text,jsonb}'::text[]) t,
  unnest(ARRAY[$$'{}'$$, $$'{NULL}'$$, $$'{NULL,NULL,NULL,NULL,NULL,NULL}'$$, $$'{1}'$$, $$'{{1,2,3},{4,5,6}}'$$,
  $$'{{1,NULL},{NULL,1}}'$$, $$'{{{1}}}'$$, $$'[7:12]={1,2,3,4,5,1}'$$, $$'[-2147483648:-2147483647]={1,2}'$$]) v;
INSERT INTO extreme SELECT 'float8[]', v
  FROM unnest(ARRAY[$$'{NaN,1,2,3,4,5}'$$, $$'{Infinity,1,2,3,4,5}'$$, $$'{1e308,-1e308,1e308,-1e308,1e308,1e308}'$$,
  $$'{5e-324,5e-324,0,-0,0,0}'$$, $$'{0,0,0,0,0,0}'$$, $$'{1,1,1,1,1,1}'$$, $$'{-1,-2,3,4,5,6}'$$, $$'{{0,0},{0,0}}'$$,
  $$'{{1e308,1e308},{1e308,1e308}}'$$, $$'{{1,2},{2,1}}'$$, $$'{{NaN,0},{0,1}}'$$, $$'{1,0}'$$, $$'{NaN,Infinity}'$$, $$'{1e308,-1e308}'$$,
  $$array_fill(1e300::float8, '{400}')$$, $$array_fill(1::float8, '{1602}')$$, '(SELECT f FROM big)',
    $$array_fill(1::float8, '{1000,1000}')$$, $$array_fill(0::float8, '{6,6}')$$, $$array_fill(1e308::float8, '{6,6}')$$]) v;
INSERT INTO extreme VALUES ('smallint[]', '(SELECT s FROM big)'), ('text[]', '(SELECT t[:100000] FROM big)'),
  ('integer[]', '(SELECT i FROM big)'), ('bigint[]', '(SELECT l FROM big)'), ('smallint[]', $$'{32767,-32768,0,-1,1,2}'$$),
  ('integer[]', $$'{2147483647,2147483647,2147483647,0,0,1}'$$), ('integer[]', $$'{-2147483648,-1,0,0,0,0}'$$),
  ('bigint[]', $$'{9223372036854775807,9223372036854775807,1,1,1,1}'$$), ('bigint[]', $$'{-9223372036854775808,-1,0,0,0,0}'$$),
    ('text[]', $$array_fill(repeat('ŝ', 700), '{6}')$$), ('text[]', $$'{"",""," ",a,a,b}'$$),
    ('jsonb[]', $$ARRAY['null', '[]', '1', '"x"']::jsonb[]$$), ('jsonb[]', $$array_fill('{}'::jsonb, '{20000}')$$);
INSERT INTO extreme SELECT 'jsonb', v
  FROM unnest(ARRAY[$$'null'$$, $$'1'$$, $$'-1e400'$$, $$'"x"'$$, $$'true'$$, $$'[]'$$, $$'[[]]'$$, $$'[null]'$$, $$'[1,"a",{}]'$$,
  $$'[{}]'$$, $$'{}'$$, $$'{"": null}'$$, $$'{"x": 1}'$$, $$(repeat('[', 5000) || repeat(']', 5000))::jsonb$$,
  $$(repeat('{"big_five":', 3000) || '1' || repeat('}', 3000))::jsonb$$,
  $$jsonb_build_object(repeat('𝕏', 700), 1)$$, $$(SELECT jsonb_agg(g) FROM generate_series(1, 100000) g)$$,
    $$(SELECT jsonb_object_agg('k' || g, g) FROM generate_series(1, 100000) g)$$]) v;
INSERT INTO extreme VALUES ('harmony.linear_state', '(SELECT harmony.linear_state(NULL, NULL::float8[]) FROM generate_series(1, 2))'),
  ('harmony.linear_state', $$(SELECT harmony.linear_state(1, '{}'))$$),
  ('harmony.linear_state', $$(SELECT harmony.linear_state('NaN', '{Infinity,1}'))$$),
  ('harmony.linear_state', $$(SELECT harmony.linear_state(1e308, '{1e308,-1e308}') FROM generate_series(1, 100))$$),
  ('harmony.linear_state', '(SELECT harmony.linear_state(g, array_fill(g::float8, ARRAY[200])) FROM generate_series(1, 3) g)'),
    ('harmony.linear_state', $$(SELECT harmony.wls_state(2, g, ARRAY[g, 0]) FROM generate_series(1, 9) g)$$),
    ('harmony.linear_state', $$(SELECT harmony.linear_state(5e-324, ARRAY[5e-324, 0]) FROM generate_series(1, 9) g)$$),
  ('harmony.cross_validation_state', '(SELECT harmony.cross_validation_state(2, 1, 1, NULL))'),
    ('harmony.cross_validation_state',
    $$(SELECT harmony.cross_validation_state(1000, g, 1e308, '{-1e308}') FROM generate_series(1, 9) g)$$),
    ('harmony.cross_validation_state', $$(SELECT harmony.cross_validation_state(3, g, 'NaN', '{1,2}') FROM generate_series(1, 9) g)$$),
  ('harmony.linear_model', $$(SELECT harmony.ols(g, '{}') FROM generate_series(1, 9) g)$$),
    ('harmony.linear_model', $$(SELECT harmony.ols(NULL, '{1,2}'))$$),
    ('harmony.linear_model', $$jsonb_populate_record(NULL::harmony.linear_model, '{}')$$),
    ('harmony.linear_model',
    $$jsonb_populate_record(harmony.ols(NULL::harmony.linear_state), '{"coefficients": [1, null, 1e308], "n": -1, "p": 2147483647}')$$);
INSERT INTO extreme SELECT 'record', pg_temp.key(kind, f.name, e.value) FROM unnest('{likert,cognitive,forced_choice}'::text[]) kind,
  key_field f JOIN extreme e USING (type)
WHERE kind = 'likert' AND f.name IN ('keyed', 'traits') OR e.value !~ 'big|0000';
INSERT INTO extreme SELECT 'record', v
  FROM unnest(ARRAY[pg_temp.key('cognitive'), pg_temp.key('forced_choice'), 'ROW()', 'ROW(1, NULL)',
  '(SELECT k FROM (SELECT 1 AS kind) k)', $$(SELECT k FROM (SELECT 'likert' AS kind) k)$$,
  $$(SELECT k FROM (SELECT 'likert'::text AS kind, '{1}'::integer[] AS keyed) k)$$, '(SELECT c FROM pg_class c LIMIT 1)']) v;
INSERT INTO extreme SELECT 'bytea', v
  FROM unnest(ARRAY[$$'\x010000'$$, $$'\x01'$$, $$'\x0101ffff'$$, $$'\x0102016601690101740000000000000000f03f0201000000000000010100'$$,
  $$'\x01020166018001017400000000000000f03f0201000000000000010100'$$,
  $$'\x01020180016901017400000000000000f03f0201000000000000010100'$$, $$'\x01020166016901010000000000000000f03f0201000000000000010100'$$,
    $$decode('01' || repeat('ff', 8) || '01', 'hex')$$,
  -- a text in no encoding, a score beyond 100
  $$decode('01010166' || '01' || '02fffe' || '00' || '0000000000006940' || '0000000000000000' || '010000', 'hex')$$,
  $$decode('01020166' || 'a08d06' || repeat('61', 100000) || '010174' || '00' || '0000000000004940' || '0000000000000000' || '0100' ||
    'a08d06' || repeat('01', 100000), 'hex')$$]) v;
INSERT INTO extreme SELECT t, 'NULL' FROM (SELECT DISTINCT type FROM sane) s (t);

-- What is wrong with the outcome of a statement, NULL when nothing is. `good` has to give a value.
CREATE FUNCTION pg_temp.verdict(statement text, good boolean DEFAULT false) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
  began float8 := pg_temp.cpu_seconds();
BEGIN
  BEGIN
    EXECUTE statement INTO result;
    IF good AND result IS NULL THEN RETURN 'NULL'; END IF;
  EXCEPTION WHEN OTHERS THEN
    IF good OR left(SQLSTATE, 2) NOT IN ('22', '23', '28', '42', '54', '0A') THEN RETURN SQLSTATE || ' ' || left(SQLERRM, 100); END IF;
    BEGIN
      PERFORM convert_from(convert_to(SQLERRM, 'UTF8'), 'UTF8');
    EXCEPTION WHEN OTHERS THEN RETURN 'a message that is not UTF-8';
    END;
  END;
  IF pg_temp.cpu_seconds() - began > 30 THEN RETURN format('took %s s', pg_temp.cpu_seconds() - began); END IF;
  RETURN NULL;
END $$;

-- Good calls work: without that, nothing below would be reached.
SELECT is((SELECT string_agg(concat(signature, ': ', v), E'\n') FROM routine r, LATERAL pg_temp.verdict(pg_temp.statement(r, good), true) v
  WHERE NOT is_support AND v IS NOT NULL), NULL, 'good arguments give a value');

-- One argument at its limits: throughout, and for an aggregate also in one row among good ones.
CREATE TEMP TABLE call AS
SELECT DISTINCT r.signature, s.statement
FROM routine r, LATERAL generate_series(1, cardinality(types)) k, LATERAL (
    SELECT value FROM extreme e WHERE e.type = r.types[k]
    UNION ALL
    SELECT format('jsonb_set(%s, %L, %L)', good[k], p, v) FROM pg_temp.paths(pg_temp.document(good[k])) p,
      unnest('{null,"x",[],"{}",-1,0,101,1e308,1e400,true,[1]}'::text[]) v WHERE r.types[k] = 'jsonb') e,
  LATERAL unnest(CASE WHEN is_aggregate
    THEN ARRAY[value, format('CASE WHEN i = 4 THEN (%s)::%s ELSE (%s)::%2$s END', value, types[k], good[k])] ELSE ARRAY[value] END) v,
  LATERAL (SELECT pg_temp.statement(r, good[:k - 1] || v || good[k + 1:])) s (statement)
-- one of x1 to x16 is like the next; the text of a million points, not the call, takes ten seconds
WHERE NOT (v ~ 'FROM big' AND r.name = 'harmony.control_chart')
  AND NOT (k BETWEEN 5 AND cardinality(types) - 1 AND types[k] = 'float8' AND types[k - 1] = 'float8');
SELECT is((SELECT string_agg(concat(signature, ': ', v, ' <- ', left(statement, 300)), E'\n') FROM call c,
  LATERAL pg_temp.verdict(statement) v WHERE v IS NOT NULL), NULL, count(*) || ' calls with one argument at its limits') FROM call;

-- All arguments at their limits at once: the same at every run, thirty of each routine.
SELECT setseed(0.25);
CREATE TEMP TABLE small AS SELECT type, value FROM extreme WHERE value !~ 'big|100000|array_fill';
CREATE INDEX ON small (type);
CREATE TEMP TABLE mixed AS
SELECT r.signature,
  pg_temp.statement(r, ARRAY(SELECT (SELECT value FROM small e WHERE e.type = types[k] AND draw + k > 0 ORDER BY random() LIMIT 1)
  FROM generate_series(1, cardinality(types)) k)) AS statement
FROM routine r, generate_series(1, 30) draw WHERE cardinality(types) > 1 AND NOT ('internal' = ANY (types));
SELECT is((SELECT string_agg(concat(signature, ': ', v, ' <- ', left(statement, 300)), E'\n') FROM mixed,
  LATERAL pg_temp.verdict(statement) v WHERE v IS NOT NULL), NULL, count(*) || ' calls with all arguments at their limits') FROM mixed;

-- Aggregates over no row, filtered, distinct, in window frames and grouping sets.
SELECT is((SELECT string_agg(concat(signature, ': ', v, ' <- ', left(statement, 300)), E'\n') FROM routine r, generate_series(1, 6) form,
  LATERAL (SELECT pg_temp.statement(r, good, form)) s (statement), LATERAL pg_temp.verdict(statement) v
  WHERE is_aggregate AND v IS NOT NULL), NULL, 'aggregates in every place');

-- The same by parallel workers. A PL/pgSQL statement runs in parallel when its result is not asked for.
CREATE TABLE every_function_row AS SELECT i FROM generate_series(1, 1000) i;
ALTER TABLE every_function_row SET (parallel_workers = 2);
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.parallel_verdict(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || left(SQLERRM, 100);
END $$;
SELECT is((SELECT string_agg(concat(signature, ': ', v), E'\n') FROM routine r,
  LATERAL pg_temp.parallel_verdict(replace(pg_temp.statement(r, good), 'generate_series(1, 6)', 'every_function_row')) v
  WHERE is_aggregate AND cardinality(types) < 6 AND v IS NOT NULL), NULL, 'aggregates in parallel workers');

SELECT * FROM finish();
ROLLBACK;
