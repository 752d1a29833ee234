-- Corners of the statistics, and what is refused. Right values by mpmath 1.3 (distributions) and by hand.
\pset format unaligned
SELECT harmony.student_t_quantile(0.3, 1e-308) AS beyond_double, round(harmony.student_t_cdf(-1e-8, 1)::numeric, 15) AS near_zero,
  abs(harmony.student_t_cdf(-1e160, 0.13) / 6.38264236268e-22 - 1) < 1e-11 AS far, -- and 2 √3/(π t³) = p
  abs(harmony.student_t_quantile(1.14e-212, 3) / -cbrt(2 * sqrt(3) / pi() / 1.14e-212) - 1) < 1e-12 AS far_quantile;
SELECT harmony.studentized_range_upper_quantile(5e-324, 32767, 1);
SELECT (harmony.ols(y, x)).coefficients FROM (VALUES (1.0::float8, 2.0::float8), (2, 4), (3, 6)) t (x, y);
-- A rare outcome: none in four of five folds. The second is its definition, 1 - Σ (y - others' mean)²/Σ (y - mean)².
WITH t AS (SELECT i::bigint, (i = 17)::integer::float8 AS y, harmony.fold_of(i::text, 5) AS fold FROM generate_series(1, 200) i)
SELECT round(m.cross_validated_r_squared::numeric, 10) AS answer, m.warnings,
  (SELECT round((1 - sum((y - others)^2) / (1 - 1 / 200.0))::numeric, 10) FROM t, LATERAL (
    SELECT avg(u.y) FROM t u WHERE u.fold <> t.fold) o (others)) AS definition
FROM (SELECT (harmony.cross_validated_ols(5, i, y, '{}'::float8[])).* FROM t) m;
-- Unix seconds: condition 1e5 and more, vif 1; the same prediction from the seconds since the first.
SELECT round(p.fit::numeric, 12) AS fit, round(p.low::numeric, 10) AS low, round(q.fit::numeric, 12) AS same_fit,
  round(q.low::numeric, 10) AS same_low
FROM (SELECT harmony.ols(y, s) AS near, harmony.ols(y, 1700000000 + s) AS far
    FROM (SELECT 10.0::float8 * i AS s, 0.01 * i + 0.1 * (i * 7 % 11) AS y FROM generate_series(0, 39) i) t) m,
  harmony.predict_interval(near, 0.9, '{123}') p, harmony.predict_interval(far, 0.9, '{1700000123}') q;
-- The same without the means: nothing is left of the variance.
SELECT p.low, p.high
FROM (SELECT jsonb_populate_record(harmony.ols(y, 1e12 + s), '{"fit_at_means": null}') AS far
    FROM (SELECT 10.0::float8 * i AS s, 0.01 * i + 0.1 * (i * 7 % 11) AS y FROM generate_series(0, 39) i) t) m,
  harmony.predict_interval(far, 0.9, '{1000000000123}') p;
SELECT harmony.score_interval(50, 3), harmony.retest_interval(50, 3), harmony.retest_interval(50, 3, 0.5);
-- 22023 all, the score beyond 100 22003.
SELECT harmony.retest_interval(50, -1);
SELECT harmony.mahalanobis(ARRAY[1, 2], ARRAY[0, 0], ARRAY[[1, 1e300], [0.2, 1]]);
SELECT harmony.predict(harmony.ols(x, y), ARRAY['NaN'::float8]) FROM (VALUES (1.0::float8, 2.0::float8), (2, 5), (3, 6)) t (x, y);
SELECT harmony.predict_interval(harmony.ols(x, y), 0.9, '{Infinity}') FROM (VALUES (1.0::float8, 2.0::float8), (2, 5), (3, 6)) t (x, y);
SELECT harmony.snapshot('openness', 'big_five', 'NaN', true, now(), 'x', '{}');
SELECT harmony.snapshot('openness', 'big_five', 100.0000001, true, now(), 'x', '{}');
SELECT harmony.wls_state(1e-70, 1::float8, '{1}'::float8[]);
SELECT harmony.reliability(items) FROM (VALUES ('{1,2,3}'::float8[]), ('{1,2}')) t (items);
SELECT harmony.reliability(items) FROM (VALUES ('{1,2,3}'::float8[]), ('{1,2,NaN}')) t (items);
SELECT harmony.reliability(items) FROM (VALUES ('{NaN,2,3}'::float8[])) t (items);
