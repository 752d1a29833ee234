-- Weighted means, ratios of standard deviations: by their definitions, in parallel workers, at their limits.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE TABLE public.prediction_row AS SELECT i, 50 + 20 * sin(i) AS y, 0.1 + i % 5 AS w, i % 3 = 0 AS chosen
  FROM generate_series(1, 20000) i;
SELECT is(round(harmony_internal.weighted_mean(y, w)::numeric, 9), round((sum(w * y) / sum(w))::numeric, 9),
  'a weighted mean by its definition') FROM prediction_row;
SELECT is(round(harmony_internal.sd_ratio(y, chosen)::numeric, 9), round((stddev_samp(y) FILTER (WHERE chosen) / stddev_samp(y))::numeric,
  9), 'a ratio of standard deviations by its definition') FROM prediction_row;
CREATE TABLE public.serial AS SELECT
  harmony_internal.weighted_mean(y, w ORDER BY i DESC) AS m, harmony_internal.sd_ratio(y, chosen ORDER BY y) AS u FROM prediction_row;
SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0; SET LOCAL min_parallel_table_scan_size = 0;
  SET LOCAL max_parallel_workers_per_gather = 3;
SELECT results_eq('SELECT harmony_internal.weighted_mean(y, w), harmony_internal.sd_ratio(y, chosen) '
  'FROM prediction_row', 'SELECT * FROM serial', 'the same double in parallel workers');

SELECT results_eq($$SELECT harmony_internal.weighted_mean(y, p), harmony_internal.sd_ratio(y, true)
  FROM (VALUES (1::float8, NULL::float8), (NULL, 2)) v (y, p)$$, 'VALUES (NULL::float8, NULL::float8)',
  'rows with a NULL are passed over');
SELECT is(harmony_internal.weighted_mean(v, 0), NULL, 'no weight') FROM generate_series(1, 3) v;
SELECT throws_ok(q, c, NULL, q) FROM (VALUES
  ($$SELECT harmony_internal.weighted_mean(1, -1)$$, '22023'), ($$SELECT harmony_internal.weighted_mean('NaN', 1)$$, '22023'),
    ($$SELECT harmony_internal.weighted_mean(1, 5e-324)$$, '22023'), ($$SELECT harmony_internal.weighted_mean(1e300, 1e100)$$, '22003'),
  ($$SELECT harmony_internal.sd_ratio('NaN', true)$$, '22023'), ($$SELECT harmony_internal.mlpsm_betas('{1,2}', '{1,2}')$$, '22023'),
    ($$SELECT harmony_internal.mlpsm_betas('{1,2,3,4,Infinity}', '{1,1,1,1,1}')$$, '22023'),
    ($$SELECT harmony_internal.mlpsm_betas('{1,2,3,4,1e308}', '{1,1,1,1,1}')$$, '22023'),
    ($$SELECT harmony_internal.mlpsm_betas('{1,2,3,4,5}', '{1}')$$, '22023'),
    ($$SELECT harmony_internal.mlpsm_betas('{{1,2,3,4,5}}', '{1,1,1,1,1}')$$, '2202E')) t (q, c);
SELECT is(harmony_internal.mlpsm_betas('{0,0.25,0.35,0.2,0.2}', '{0,0,0,0,0}'), harmony.default_model() -> 'mlpsm',
  'betas of the shipped model');
SELECT is(harmony_internal.mlpsm_betas('{13.3,0.2649,0.351,0.2049,0.33}', '{6.1,0.049,0.05,0.0099,NULL}'),
  '{"intercept": 15, "p_ind": 0.26, "f_team": 0.35, "f_env": 0.2, "f_lmx": 0.3}', 'rounded to what their errors support');
SELECT is(harmony_internal.mlpsm_betas('{26,-0.25,1e50,0.15,0}', '{50,NaN,Infinity,0.1,5e-324}') ->> 'f_env', '0.2',
  'a tie goes to the even multiple');
SELECT is(harmony_internal.mlpsm_betas('{1,NULL,3,4,5}', '{0,0,0,0,0}') -> 'p_ind', 'null'::jsonb, 'what was not determined');
SELECT * FROM finish();
ROLLBACK;
