-- Rows in clusters. Figures: test/unit/statistics/*.R; here the SQL face, NULLs, workers, errors.
\pset format unaligned
SET extra_float_digits = -4;
CREATE TABLE clustered AS
SELECT i, substr('aaaaaaaaabbbbbbbbcccccccddddddeeeeefffgg', i + 1, 1) AS cluster, (7 * i % 11)::float8 AS x1,
       5 * i % 13 - 0.1 * c AS x2, 3 + 0.5 * (7 * i % 11) - 0.25 * (5 * i % 13 - 0.1 * c) + (13 * i % 17) / 3.0::float8 + c % 3 AS y,
       (ARRAY[1, 0.5, 2, 1, 0.25, 3, 1])[c] AS weight
FROM generate_series(0, 39) i, LATERAL (SELECT ascii(substr('aaaaaaaaabbbbbbbbcccccccddddddeeeeefffgg', i + 1, 1)) - 96 AS c) l;
SELECT (m).n, (m).clusters, (m).rank, (m).std_errors, (m).df, (m).f_statistic, (m).f_df2, (m).f_p_value
FROM (SELECT harmony.cluster_robust_ols(y, ARRAY[x1, x2], cluster) AS m FROM clustered) s;
SELECT (m).std_errors, (m).df, (m).f_p_value
FROM (SELECT harmony.cluster_robust_ols(y, ARRAY[x1, x2], cluster, weight) AS m FROM clustered) s;
-- A constant column; rows with a NULL or no weight; no rows; one cluster.
SELECT (m).n, (m).n_skipped, (m).rank, (m).coefficients[3], (m).f_df1, (m).warnings
FROM (SELECT harmony.cluster_robust_ols(nullif(y, 0), ARRAY[x1, 5], CASE WHEN i > 3 THEN cluster END, (i <> 10)::int) AS m
      FROM clustered) s;
SELECT harmony.cluster_robust_ols(y, ARRAY[x1], cluster) IS NULL AS nothing FROM clustered WHERE false;
SELECT (m).n, (m).std_errors, (m).warnings
FROM (SELECT harmony.cluster_robust_ols(y, ARRAY[x1], cluster) AS m FROM clustered WHERE cluster = 'a') s;
SELECT harmony.cluster_robust_ols(y, ARRAY[x1], cluster, i) FROM clustered;
SELECT harmony.cluster_robust_ols(y, array_fill(x1, '{21}'), cluster) FROM clustered;
SELECT harmony.cluster_robust_ols('NaN', ARRAY[x1], cluster) FROM clustered;

-- Learnt weights against given ones, and with workers the same.
CREATE VIEW compared AS
SELECT harmony_internal.compare_weights(y, ARRAY[x1, x2], cluster, 1, upper(cluster), false, '{0,1}', 4) AS c,
       harmony.cluster_robust_ols(y, ARRAY[x1, x2], cluster) AS m, harmony.prediction_limits(y, cluster) AS l FROM clustered;
SELECT (c).n, (c).clusters, (c).owners, (c).effective_n, (c).fitted_r_squared, (c).rival_r_squared, (c).share_won FROM compared;
CREATE TEMP TABLE alone AS SELECT * FROM compared;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 3;
EXPLAIN (COSTS OFF) SELECT * FROM compared;
SELECT c.*::text = a.*::text AS same FROM compared c, alone a;
RESET ALL;
SET extra_float_digits = -4;
SELECT harmony_internal.compare_weights(y, ARRAY[x1, x2], cluster, 1, 'a', false, '{0,1}', 0) FROM clustered;
SELECT harmony_internal.compare_weights(y, ARRAY[x1, x2], cluster, 1, 'a', false, '{0}', 4) FROM clustered;
SELECT harmony_internal.compare_weights(y, ARRAY[x1, x2], cluster, 1, i::text, false, '{0,1}', 4) FROM clustered;

-- What a row of each owner weighs; a correlation without its restriction of range: .6/sqrt(1 + .09 x 3).
SELECT harmony_internal.capped_weights('{170,30,50,20,30,0}', 0.25), harmony_internal.capped_weights('{40,10}', 0.25);
SELECT harmony_internal.capped_weights('{1}', 2);
SELECT harmony.unrestricted_correlation(0.3, 0.5), harmony.unrestricted_correlation(0.3, 0);
SELECT harmony.unrestricted_correlation(1.1, 0.5);

-- Prediction limits: of groups by name and by number; too few groups.
SELECT grp, n, mean, rest_mean, tau_squared, t, df, p, q FROM unnest((SELECT l FROM alone));
SELECT count(*), count(t), min(grp) FROM unnest((SELECT harmony.prediction_limits(y, i % 12) FROM clustered));
SELECT count(*), count(t), count(rest_mean) FROM unnest((SELECT harmony.prediction_limits(y, cluster) FROM clustered WHERE cluster < 'd'));
DROP TABLE clustered CASCADE;
