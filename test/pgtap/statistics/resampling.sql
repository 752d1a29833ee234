-- The bootstrap: what the cases do not have.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- ---- the specification's figures ----
CREATE TEMP TABLE few AS SELECT v::float8 FROM unnest('{10,3,1,4,2}'::int[]) v;
SELECT is(round((harmony.bootstrap('mean', 1, 1000, v)).std_error::numeric, 6), 1.409843, 'standard error of a mean') FROM few;
SELECT is((round(b.bca_low::numeric, 9), round(b.bca_high::numeric, 9)), (2.0::numeric(20, 9), 7.4::numeric(20, 9)), 'BCa limits')
  FROM (SELECT (harmony.bootstrap('mean', 1, 1000, v)).* FROM few) b;
-- Draw 0 of seed 1 and n = 10: rows 8 8 5 7 6 8 4 6 2 5.
SELECT is((harmony.bootstrap('mean', 1, 1, v)).percentile_low, float8 '5.9', 'the rows of a draw') FROM generate_series(0, 9) v;
SELECT isnt((harmony.bootstrap('mean', 4294967297, 1, v)).percentile_low, float8 '5.9', 'the high half of a seed counts')
  FROM generate_series(0, 9) v;

-- ---- nothing, NULL, one row, no variance ----
SELECT is((SELECT harmony.bootstrap('mean', 1, 10, 1) FROM generate_series(1, 0)), NULL, 'no rows: NULL');
SELECT is(harmony.bootstrap('mean', 1, 10, NULL), NULL, 'a NULL alone: NULL');
SELECT is(harmony.bootstrap_correlation(1, 10, 1, NULL), NULL, 'half a pair: NULL');
SELECT is(harmony.bootstrap('median', 1, 10, v)::text, '(1,10,7,0,0,7,7,,)', 'one row, a NULL beside it')
  FROM (VALUES (7), (NULL)) s (v);
SELECT is(harmony.bootstrap('sd', 1, 10, 7)::text, '(1,0,,,,,,,)', 'one row has no standard deviation');
SELECT is(harmony.bootstrap(f, 1, 50, 3)::text, '(9,50,3,0,0,3,3,3,3)', 'a constant ' || f)
  FROM unnest('{mean,median,trimmed_mean}'::text[]) f, generate_series(1, 9) GROUP BY f;
SELECT is(harmony.bootstrap_correlation(1, 50, v, 3)::text, '(9,0,,,,,,,)', 'a constant has no correlation') FROM generate_series(1, 9) v;
SELECT is((b.estimate, b.draws < 500, b.draws > 450), (float8 '1', true, true), 'draws without a correlation are left out')
  FROM (SELECT (harmony.bootstrap_correlation(1, 500, v, v)).* FROM generate_series(1, 4) v) b;
SELECT is((harmony.bootstrap('mean', 1, 10, v)).estimate, v, 'mean of ' || v)
  FROM unnest('{5e-324,1.7e308,-1.7e308,-0}'::float8[]) v, generate_series(1, 3) GROUP BY v;

-- ---- errors ----
SELECT throws_ok(format('SELECT harmony.bootstrap(''mean'', 1, 10, %L)', v), '22023', 'value must be finite', 'a value ' || v)
  FROM unnest('{NaN,Infinity,-Infinity}'::float8[]) v;
SELECT throws_ok('SELECT harmony.bootstrap_correlation(1, 10, 1, ''NaN'')', '22023', 'x and y must be finite', 'NaN in a pair');
SELECT throws_ok('SELECT harmony.bootstrap(''mode'', 1, 10, 1)', '22023', 'unknown statistic "mode"', 'another statistic');
SELECT throws_ok(format('SELECT harmony.bootstrap(''mean'', 1, %s, 1)', d), '22023', 'draws must be from 1 to 1000000', d || ' draws')
  FROM unnest('{0,-1,1000001}'::int[]) d;
SELECT throws_ok('SELECT harmony.bootstrap(NULL, 1, 10, 1)', '22004', 'statistic must not be null', 'statistic NULL');
SELECT throws_ok('SELECT harmony.bootstrap(''sd'', NULL, 10, 1)', '22004', 'seed must not be null', 'seed NULL');
SELECT throws_ok('SELECT harmony.bootstrap_correlation(1, NULL, 1, 1)', '22004', 'draws must not be null', 'draws NULL');
SELECT throws_ok('SELECT harmony.bootstrap(''mean'', v, 10, v) FROM generate_series(1, 2) v', '22023',
  'arguments beside the values must be the same in all rows', 'a seed that differs');
SELECT throws_ok('SELECT harmony.bootstrap(''sd'', 1, 10, v) FROM unnest(''{1.7e308,-1.7e308}''::float8[]) v', '22003',
  'statistic of the values is out of range', 'a standard deviation beyond float8');

-- ---- any order of the rows, any number of workers: the same bits ----
CREATE TABLE pairs AS SELECT i, sin(i) * 3 + i % 7 AS x, cos(i * i) + i % 5 AS y FROM generate_series(1, 3000) i;
CREATE FUNCTION pg_temp.all_of(rows text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE got text;
BEGIN
  EXECUTE format('SELECT (%s)::text FROM ' || rows, (SELECT string_agg(format('harmony.bootstrap(%L, -5, 40, x)::text', f), ' || ')
    FROM unnest('{mean,median,sd,trimmed_mean}'::text[]) f) || '|| harmony.bootstrap_correlation(9, 40, x, y)::text') INTO got;
  RETURN got;
END $$;
SELECT pg_temp.all_of('pairs') AS serial \gset
SELECT is(pg_temp.all_of('(SELECT * FROM pairs ORDER BY hashint4(i)) p'), :'serial', 'shuffled');
ALTER TABLE pairs SET (parallel_workers = 2);
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.plan(statement text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || statement; END $$;
SELECT ok(EXISTS (SELECT FROM pg_temp.plan('SELECT harmony.bootstrap(''mean'', 1, 9, x) FROM pairs') line WHERE line ~ 'Gather'),
  'a parallel plan');
SELECT is(pg_temp.all_of('pairs'), :'serial', 'by parallel workers');

-- ---- a cancel is heeded ----
CREATE FUNCTION pg_temp.state_of(call text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN EXECUTE call; RETURN 'none'; EXCEPTION WHEN query_canceled THEN RETURN SQLSTATE; END $$;
SET LOCAL statement_timeout = '300ms';
SELECT is(pg_temp.state_of('SELECT harmony.bootstrap(''median'', 1, 1000000, x) FROM pairs'), '57014', 'it can be cancelled');
SET LOCAL statement_timeout = 0;

SELECT * FROM finish();
ROLLBACK;
