-- Numbers of documents are read from their stored form: the same double as the server's cast of the numeric, bit by bit.
BEGIN;
SET search_path = public, pg_catalog;
SELECT plan(3);
SELECT setseed(0.5);

-- 0 to 100 with 0 to 30 decimals: a profile with one trait, and a model in which that trait is all.
CREATE TEMP TABLE number AS
SELECT round((100 * random())::numeric + random()::numeric / 1e15, k % 31) AS v FROM generate_series(1, 50000) k
UNION ALL SELECT unnest('{0,0.0,0.00000000000000000000,100,100.000,1e-4,1e-5,1e-16,1e-20,1e-24,1e-300,0.1,0.30000000000000004,99.99999999999999,12.3456789012,12.34567890123,99990000e-6,0.0001000000000001}'::numeric[]);
SELECT is((SELECT count(*) FROM number
  WHERE harmony.p_ind(jsonb_build_object('cognitive', jsonb_build_object('gca', v)), '{"gca": 1}') IS DISTINCT FROM v::float8), 0::bigint, 'numbers of a profile');
SELECT is((SELECT count(*) FROM number
  WHERE harmony.mlpsm(0, 0, 0, 0, jsonb_build_object('intercept', v)) IS DISTINCT FROM v::float8), 0::bigint, 'numbers of a model');
SELECT is((SELECT count(*) FROM number
  WHERE harmony.mlpsm(100, 0, 0, 0, jsonb_build_object('intercept', -v, 'p_ind', 1)) IS DISTINCT FROM (-v)::float8 + 100), 0::bigint, 'negative ones');
SELECT * FROM finish();
ROLLBACK;
