-- A statement that is proven to read no row of another tenant gives the same whatever the rows of others are: random statements over three
-- data sets. HARMONY_STATEMENTS says how many, HARMONY_SEED which.
BEGIN;
SET client_min_messages = warning;
SET jit = off;
SET search_path = public, pg_catalog;
SELECT plan(4);
\ir ../../lib/guard_statements.sql
\set n `printf %s "${HARMONY_STATEMENTS:-1500}"`
\set seed `printf %s "${HARMONY_SEED:-0.4}"`
SELECT setseed(:seed) \g /dev/null
SET search_path = pg_catalog;
SELECT pg_temp.make_data_set(s) FROM unnest(ARRAY['one', 'two', 'three']) s \g /dev/null
CREATE TEMP TABLE tried AS SELECT * FROM pg_temp.tried(:n);
SET search_path = public, pg_catalog;
SELECT is((SELECT string_agg(statement, E'\n' ORDER BY length(statement)) FROM tried WHERE proven AND leaks), NULL,
  'no proven statement shows a difference');
SELECT is((SELECT string_agg(DISTINCT problem, E'\n') FROM tried), NULL, 'nothing but the tenant is refused');
SELECT cmp_ok((SELECT count(*)::int FROM tried WHERE leaks), '>', :n / 10, 'many others do');
SELECT cmp_ok((SELECT count(*)::int FROM tried WHERE proven), '>', :n / 10, 'many are proven');
SELECT * FROM finish();
ROLLBACK;
