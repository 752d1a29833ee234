-- The types linear_state and cross_validation_state in the hands of a user without rights: forged, and in aggregates of the user's own.
-- (every_function.sql calls the support functions themselves.)
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

CREATE ROLE harmony_test_user;
GRANT CREATE ON SCHEMA public TO harmony_test_user;
SET LOCAL ROLE harmony_test_user;
SELECT throws_ok('CREATE AGGREGATE public.own(float8) (sfunc = harmony_internal.sample_transition, stype = internal, finalfunc = '
  'harmony_internal.match_final)', '42P13', NULL, 'states of C++ objects are not for users');

-- linear_state is a type like any other: any state that its input takes may start an aggregate, with or without a final function.
SELECT harmony.linear_state(i * i % 7, i)::text AS one, harmony.linear_state(i, i, i % 3)::text AS two,
  harmony.wls_state(1 + i % 2, i * i % 7, i)::text AS weighted, harmony.linear_state(NULL, NULL::float8[])::text AS open,
  harmony.cross_validation_state(3, i, i * i % 7, ARRAY[i])::text AS folds FROM generate_series(1, 9) i \gset
CREATE FUNCTION pg_temp.define(name text, arguments text, transition text, type text, start text, final text DEFAULT '') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE AGGREGATE public.%I(%s) (sfunc = harmony_internal.%s, stype = harmony.%s, initcond = %L %s)', name, arguments,
    transition, type, start, final);
END $$;
SELECT pg_temp.define('on_one', 'float8, float8', 'linear_transition', 'linear_state', :'one');
SELECT pg_temp.define('on_two', 'float8, float8', 'linear_transition', 'linear_state', :'two');
SELECT pg_temp.define('on_weighted', 'float8, float8', 'linear_transition', 'linear_state', :'weighted');
SELECT pg_temp.define('weighted_on_one', 'float8, float8, float8', 'wls_transition', 'linear_state', :'one');
SELECT pg_temp.define('on_open', 'float8, float8[]', 'linear_array_transition', 'linear_state', :'open', ', finalfunc = harmony.ols');
SELECT pg_temp.define('items_on_one', 'float8[]', 'items_transition', 'linear_state', :'one');
SELECT pg_temp.define('merge_on_two', 'harmony.linear_state', 'linear_combine', 'linear_state', :'two');
SELECT pg_temp.define('folds_on_folds', 'integer, bigint, float8, float8[]', 'cross_validation_transition', 'cross_validation_state',
  :'folds');
SELECT pg_temp.define('ridge_on_folds', 'float8, float8, float8[]', 'ridge_transition', 'cross_validation_state', :'folds',
  ', finalfunc = harmony_internal.ridge_final');
SELECT pg_temp.define('ridge_of_folds', 'integer, bigint, float8, float8[]', 'cross_validation_transition', 'cross_validation_state',
  :'folds', ', finalfunc = harmony_internal.ridge_final');
SELECT pg_temp.define('back_and_forth', 'float8, float8', 'linear_transition', 'linear_state', :'one',
  $$, msfunc = harmony_internal.linear_transition, minvfunc = harmony_internal.linear_transition, mstype = harmony.linear_state$$);

-- The rows 1 to 9 in the start and 1 to 500 on top are those rows twice and once.
SELECT is(harmony.ols(on_one(i * i % 7, i)),
  (SELECT harmony.ols(i * i % 7, i) FROM (SELECT i FROM generate_series(1, 500) i UNION ALL SELECT generate_series(1, 9)) v (i)),
  'rows on a given state, no final function') FROM generate_series(1, 500) i;
SELECT is(on_open(i * i % 7, ARRAY[i::float8]),
  (SELECT harmony.ols(y, x) FROM (SELECT i * i % 7, ARRAY[i::float8] FROM generate_series(1, 500) i UNION ALL SELECT NULL, NULL
  FROM generate_series(1, 9)) v (y, x)), 'rows on a state that knows nothing') FROM generate_series(1, 500) i;
SELECT is((on_one(i * i % 7, i)::text)::harmony.linear_state::text, on_one(i * i % 7, i)::text, 'a running state is written and read')
  FROM generate_series(1, 500) i;
SELECT lives_ok('SELECT harmony.cross_validated_ols(folds_on_folds(3, i, i * i % 7, ARRAY[i])) FROM generate_series(1, 500) i',
  'folds on given folds');
SELECT lives_ok('SELECT ridge_of_folds(3, i, i * i % 7, ARRAY[i]) FROM generate_series(1, 500) i', 'folds finished as a ridge');
SELECT throws_ok(statement, '22023', NULL, statement) FROM unnest(ARRAY[
  'SELECT on_two(i, i) FROM generate_series(1, 500) i', 'SELECT on_weighted(i, i) FROM generate_series(1, 500) i',
    'SELECT weighted_on_one(1, i, i) FROM generate_series(1, 500) i',
  'SELECT items_on_one(ARRAY[i, i, i, i]) FROM generate_series(1, 500) i',
    'SELECT merge_on_two(s) FROM (SELECT harmony.linear_state(i, ARRAY[i::float8]) s FROM generate_series(1, 2) i) v',
  'SELECT folds_on_folds(4, i, i, ARRAY[i]) FROM generate_series(1, 500) i',
    'SELECT folds_on_folds(3, i, i, ARRAY[i, i]) FROM generate_series(1, 500) i',
    'SELECT ridge_on_folds(0.5, i, ARRAY[i]) FROM generate_series(1, 500) i']) statement;
-- Windows give the running state itself, each time another.
SELECT is(count(DISTINCT s), 300::bigint, 'running states in a window')
  FROM (SELECT on_one(i, i % 7) OVER (ORDER BY i)::text AS s FROM generate_series(1, 300) i) v;
SELECT lives_ok('SELECT back_and_forth(i, i % 7) OVER (ORDER BY i ROWS 3 PRECEDING)::text FROM generate_series(1, 300) i',
  'a moving aggregate that does not go back');
-- One state for two aggregates, finished twice.
SELECT is(s::text, (SELECT harmony.linear_state(i * i % 7, i)::text FROM generate_series(1, 300) i),
  'a shared state is not changed by its final functions')
FROM (SELECT harmony.ols(i * i % 7, i) o, harmony.linear_state(i * i % 7, i) s FROM generate_series(1, 300) i) v;

-- Text and binary that are no state.
CREATE FUNCTION pg_temp.refused(type text, value text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT %L::harmony.%s', value, type);
  RETURN false;
EXCEPTION WHEN invalid_text_representation OR invalid_binary_representation THEN RETURN true;
END $$;
SELECT ok(pg_temp.refused(t, v), format('no %s: %s', t, left(v, 20)))
FROM unnest('{linear_state,cross_validation_state}'::text[]) t,
  unnest(ARRAY['', ' ', 'x', '0', '00', '\x00', repeat('00', 16), repeat('ff', 200), repeat('0', 1000001), :'one' || '00',
  left(:'one', -2), overlay(:'one' PLACING 'ff' FROM 33), 'ŝŝŝŝ', overlay(:'folds' PLACING '7fffffff' FROM 9)]) v;
SELECT ok(pg_temp.refused('cross_validation_state', :'one') AND pg_temp.refused('linear_state', :'folds'), 'one kind is not the other');

SELECT * FROM finish();
ROLLBACK;
