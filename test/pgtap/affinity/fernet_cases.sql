-- Every case of Fernet tokens of the shared data: the vectors of the specification, and tokens that the cryptography package made and
-- opened. Without the data folder (HARMONY_DATA, ../shared/data by default) these are skipped.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\set content `cat "${HARMONY_DATA:-../shared/data}/affinity/cases.jsonl" 2>/dev/null`
CREATE TEMP TABLE cases AS
SELECT j ->> 'id' AS id, j ->> 'token' AS token, j ->> 'key' AS key, (j ->> 'ttl')::integer AS ttl, (j ->> 'at')::timestamptz AS at,
  j ->> 'want' AS want
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s WHERE j ->> 'kind' = 'fernet';
-- The text of a token, or all that is told of why there is none.
CREATE FUNCTION pg_temp.opened(token text, key text, ttl integer, at timestamptz) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  detail text;
  hint text;
BEGIN
  RETURN convert_from(harmony.fernet_open(token, key, ttl, at), 'UTF8');
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN concat_ws(' | ', SQLSTATE, SQLERRM, nullif(detail, ''), nullif(hint, ''));
END $$;
\set refused '22023 | the Fernet token cannot be opened'
SELECT is(pg_temp.opened(token, key, ttl, at), coalesce(want, :'refused'), id) FROM cases;

-- One of the specification, of 1985.
\set token 'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA=='
\set key 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4='
SELECT is(pg_temp.opened(:'token', :'key', NULL, now()), 'hello', 'of any age');
SELECT is(harmony.fernet_open(:'token', :'key'), 'hello', 'from now, of any age, by default');
SELECT is(pg_temp.opened(:'token', :'key', 60, '1985-10-26 08:21:00.999999Z'), 'hello', 'seconds are whole ones');
SELECT is(pg_temp.opened(:'token', :'key', 60, '1985-10-26 08:21:01Z'), :'refused', 'too old');
SELECT is(pg_temp.opened(:'token', :'key', 60, '1985-10-26 08:19:00Z'), 'hello', 'a clock that is 60 s ahead');
SELECT is(pg_temp.opened(:'token', :'key', NULL, '1985-10-26 08:18:59.9Z'), :'refused', 'and one that is 61');
SELECT is(pg_temp.opened(:'token', :'key', NULL, at), CASE WHEN at > now() THEN 'hello' ELSE :'refused' END, at::text)
  FROM unnest('{4713-01-01Z BC, 294276-12-31 23:59:59.999999Z}'::timestamptz[]) at;
SELECT is(left(pg_temp.opened(:'token', :'key', ttl, at), 5), '22023', format('%s, %s', ttl, at))
  FROM (VALUES (-1, now()), (NULL, 'infinity'), (60, '-infinity')) v (ttl, at);
SELECT is(harmony.fernet_open(NULL, :'key'), NULL::bytea, 'no token');
SELECT is(harmony.fernet_open(:'token', NULL), NULL::bytea, 'no key');
SELECT is(harmony.fernet_open(:'token', :'key', at => NULL), NULL::bytea, 'no time');
SELECT is_empty(format($$SELECT k FROM generate_series(0, length(%1$L) - 1) k
  WHERE pg_temp.opened(left(%1$L, k), %2$L, NULL, now()) <> %3$L
    OR pg_temp.opened(overlay(%1$L placing CASE WHEN substr(%1$L, k + 1, 1) = 'A' THEN 'B' ELSE 'A' END from k + 1 for 1), %2$L, NULL,
      now()) <> %3$L$$, :'token', :'key', :'refused'), 'cut anywhere, or with any letter changed');
SELECT is(pg_temp.opened(t, :'key', NULL, now()), :'refused', left(t, 20))
  FROM unnest(ARRAY['', '=', '====', repeat('A', 1000000), :'token' || E'\n', U&'\FF21', repeat('=', 100000)]) t;

-- Whose it is; no plan holds what a token has.
SELECT ok(NOT has_function_privilege('public', 'harmony.fernet_open(text, text, integer, timestamptz)', 'EXECUTE'), 'not for everybody');
SELECT is(concat(provolatile, proparallel), 'ss', 'stable and parallel safe') FROM pg_proc WHERE proname = 'fernet_open';
CREATE FUNCTION pg_temp.plan(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
  EXECUTE 'EXPLAIN (VERBOSE, FORMAT JSON) ' || statement INTO plan;
  RETURN plan;
END $$;
SELECT unalike(pg_temp.plan(format('SELECT harmony.fernet_open(%L, %L)', :'token', :'key')), '%68656c6c6f%', 'the plan holds no answer');
SELECT * FROM finish();
ROLLBACK;
