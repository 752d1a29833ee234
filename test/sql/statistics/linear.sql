-- Linear models: certified values, forms, predictions, cross-validation. Where a value comes from stands beside it.
\set VERBOSITY sqlstate
\pset format unaligned
\pset tuples_only on

-- The least number of right digits among the figures of two lists (16 at most; for 0 the absolute error counts).
CREATE FUNCTION pg_temp.digits(got float8[], want float8[]) RETURNS float8 LANGUAGE sql AS $$
  SELECT CASE WHEN cardinality(got) = cardinality(want) THEN
    min(CASE WHEN g = w THEN 16 WHEN g IS NULL OR w IS NULL THEN 0
      ELSE least(16, -log(abs((g - w) / CASE WHEN w = 0 THEN 1 ELSE w END)::numeric)::float8) END) END
  FROM unnest(got, want) u (g, w) $$;
CREATE FUNCTION pg_temp.reached(what text, got float8[], want float8[], least_digits float8) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN pg_temp.digits(got, want) >= least_digits THEN 'ok - ' || what || ', ' || least_digits || ' digits'
              ELSE format('NOT OK - %s: %s digits, got %s, want %s', what, pg_temp.digits(got, want), got, want) END $$;
CREATE FUNCTION pg_temp.same(what text, got text, want text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got, 'null'), coalesce(want, 'null')) END $$;
CREATE FUNCTION pg_temp.quality(m harmony.linear_model) RETURNS float8[] LANGUAGE sql AS $$
  SELECT ARRAY[(m).residual_std_error, (m).r_squared, (m).f_statistic] $$;

--
-- NIST StRD, linear regression: the sets whose data follow from their published definition, and Pontius, whose forty
-- readings are part of the published page. Norris, Longley and Filip are read from files: test/pgtap/statistics/linear.sql.
--
-- Wampler1 to 5: x = 0 .. 20, polynomials of degree 5, certified coefficients 1 (Wampler2: 10^-k), noise of 3 to 5 as published.
CREATE TEMP TABLE wampler AS
SELECT v.x::float8 AS x, ARRAY[x, x^2, x^3, x^4, x^5]::float8[] AS xs, (1 + x + x^2 + x^3 + x^4 + x^5)::float8 AS one,
  ((100000 + 10000 * x + 1000 * x^2 + 100 * x^3 + 10 * x^4 + x^5) / 100000)::float8 AS two, e::float8
FROM unnest('{759,-2048,2048,-2048,2523,-2048,2048,-2048,1838,-2048,2048,-2048,1838,-2048,2048,-2048,2523,-2048,2048,-2048,759}'::int[])
  WITH ORDINALITY n (e, k),
     LATERAL (SELECT (k - 1)::numeric AS x) v;
SELECT pg_temp.reached('Wampler1', (m).coefficients, '{1,1,1,1,1,1}', 13),
  pg_temp.same('its errors are below 1e-9', ((SELECT max(s) FROM unnest((m).std_errors) s) < 1e-9)::text, 'true')
FROM (SELECT harmony.ols(one, xs) AS m FROM wampler) f;
SELECT pg_temp.reached('Wampler2', (m).coefficients, '{1,0.1,0.01,0.001,0.0001,0.00001}', 13),
  pg_temp.same('its errors are below 1e-9', ((SELECT max(s) FROM unnest((m).std_errors) s) < 1e-9)::text, 'true')
FROM (SELECT harmony.ols(two, xs) AS m FROM wampler) f;
SELECT pg_temp.reached(name, (m).coefficients, '{1,1,1,1,1,1}', 13),
  pg_temp.reached('errors', (m).std_errors, ARRAY[2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752,
    0.112324854679312]::float8[], 13)
FROM (SELECT 'Wampler3' AS name, harmony.ols(one + e, xs) AS m FROM wampler) f
UNION ALL SELECT pg_temp.reached(name, (m).coefficients, '{1,1,1,1,1,1}', 13),
  pg_temp.reached('sigma, R2, F', pg_temp.quality(m), '{236014.502379268,0.957478440825662,67.5524458240122}', 13)
FROM (SELECT 'Wampler4' AS name, harmony.ols(one + 100 * e, xs) AS m FROM wampler) f
UNION ALL SELECT pg_temp.reached(name, (m).coefficients, '{1,1,1,1,1,1}', 13),
  pg_temp.reached('sigma, R2, F', pg_temp.quality(m), '{23601450.2379268,0.00224668921574940,0.00675524458240122}', 13)
FROM (SELECT 'Wampler5' AS name, harmony.ols(one + 10000 * e, x, x^2, x^3, x^4, x^5) AS m FROM wampler) f;
-- NoInt1: x = 60 .. 70, y = 130 .. 140. NoInt2: (4, 3), (5, 4), (6, 4). Through the origin, R squared about zero.
SELECT pg_temp.reached('NoInt1', (m).coefficients || (m).std_errors || pg_temp.quality(m),
  '{2.07438016528926,0.0165289256198347,3.56753034006338,0.999365492298663,15750.25}', 14)
FROM (SELECT harmony.ols_no_intercept(harmony.linear_state(130 + i, 60 + i)) AS m FROM generate_series(0, 10) i) f;
SELECT pg_temp.reached('NoInt2', (m).coefficients || (m).std_errors || pg_temp.quality(m),
  '{0.727272727272727,0.0420827318078432,0.369274472937998,0.993348115299335,298.6666666666667}', 14)
FROM (SELECT harmony.ols_no_intercept(harmony.linear_state(y, x)) AS m FROM (VALUES (4, 3), (5, 4), (6, 4)) v (x, y)) f;
-- Pontius: x = 150,000 .. 3,000,000 twice, a quadratic.
SELECT pg_temp.reached('Pontius', (m).coefficients || (m).std_errors,
  '{0.000673565789473684,7.32059160401003e-7,-3.16081871345029e-15,0.000107938612033077,1.57817399981659e-10,4.86652849992036e-17}', 13),
  pg_temp.reached('sigma, R2, F', pg_temp.quality(m), '{0.000205177424076185,0.999999900178537,185330865.995752}', 13)
FROM (SELECT harmony.ols(y, x, x * x) AS m
      FROM (SELECT y, 150000.0::float8 * ((k - 1) % 20 + 1) AS x
            FROM unnest('{.11019,.21956,.32949,.43899,.54803,.65694,.76562,.87487,.98292,1.09146,1.20001,1.30822,1.41599,1.52399,1.63194,'
              '1.73947,1.84646,1.95392,2.06128,2.16844,.11052,.22018,.32939,.43886,.54798,.65739,.76596,.87474,.98300,1.09150,1.20004,'
              '1.30818,1.41613,1.52408,1.63159,1.73965,1.84696,1.95445,2.06177,2.16829}'::float8[]) WITH ORDINALITY d (y, k)) v) f;
-- y = 1e9 + i/1000: the variance of i = 1 .. 1000 times 1e-6 is 1000 * 1001/12 * 1e-6; the values as doubles allow 1e-10.
SELECT pg_temp.reached('variance behind an offset', ARRAY[(harmony.covariance_matrix(harmony.linear_state(1e9 + 1e-3 * i, i)))[1][1]],
  ARRAY[1000 * 1001 / 12.0 * 1e-6]::float8[], 10) FROM generate_series(1, 1000) i;

--
-- Forms: overloads, arrays, states, weights.
--
CREATE TEMP TABLE t AS SELECT i, sin(i) AS x1, cos(3 * i) + i / 50.0 AS x2, (i % 7)::float8 AS x3,
  2 + sin(i) - 3 * cos(3 * i) + sin(i * i) AS y, 1 + i % 3 AS w FROM generate_series(1, 700) i;
SELECT pg_temp.same('array = columns', (a = b)::text, 'true'), pg_temp.same('state = one step', (a = c)::text, 'true')
FROM (SELECT harmony.ols(y, x1, x2, x3) AS a, harmony.ols(y, ARRAY[x1, x2, x3]) AS b, harmony.ols(harmony.linear_state(y, x1, x2, x3)) AS c
  FROM t) f;
-- A weight of 2 is a row twice, for coefficients and fit; weights of 1 change nothing.
SELECT pg_temp.reached('weights count rows', (m).coefficients || ARRAY[(m).r_squared],
  (SELECT (r).coefficients || ARRAY[(r).r_squared] FROM (SELECT harmony.ols(y, x1, x2) AS r FROM t, generate_series(1, w)) d), 13)
FROM (SELECT harmony.ols(harmony.wls_state(w, y, x1, x2)) AS m FROM t) f;
SELECT pg_temp.reached('weights of 1', (m).coefficients || (m).std_errors,
  (SELECT (r).coefficients || (r).std_errors FROM (SELECT harmony.ols(y, x1, x2) AS r FROM t) d), 14)
FROM (SELECT harmony.ols(harmony.wls_state(1, y, ARRAY[x1, x2])) AS m FROM t) f;
SELECT pg_temp.same('1 to 16 predictor columns of each', string_agg(n, ' ' ORDER BY n), 'linear_state 1-16 ols 1-16 wls_state 1-16')
FROM (SELECT proname || ' ' || min(k) || '-' || max(k) AS n
      FROM (SELECT proname, pronargs - CASE proname WHEN 'wls_state' THEN 2 ELSE 1 END AS k FROM pg_proc
            WHERE pronamespace = 'harmony'::regnamespace AND prokind = 'a' AND proname IN ('ols', 'linear_state', 'wls_state')
              AND proargtypes[pronargs - 1] = 'float8'::regtype) p
      GROUP BY proname HAVING count(*) = 16) s;
SELECT pg_temp.reached('16 columns', (a).coefficients, (b).coefficients, 16)
FROM (SELECT harmony.ols(y, s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14], s[15], s[16]) AS a,
  harmony.ols(y, s) AS b
      FROM (SELECT y, ARRAY (SELECT sin(i * k) FROM generate_series(1, 16) k) AS s FROM t) v) f;
-- Arrays of every storage: short header, long header, compressed, out of line; rows of one aggregate.
CREATE TEMP TABLE stored (y float8, plain float8[], squeezed float8[], outside float8[]);
ALTER TABLE stored ALTER plain SET STORAGE plain, ALTER squeezed SET STORAGE main, ALTER outside SET STORAGE external;
INSERT INTO stored SELECT sin(i), a, a, a FROM generate_series(1, 400) i,
  LATERAL (SELECT array_agg(CASE WHEN k < 280 THEN 0 ELSE cos(i * k) END) AS a FROM generate_series(1, 300) k) v;
SELECT pg_temp.same('storage does not matter', (a = b AND b = c)::text, 'true')
  FROM (SELECT harmony.ols(y, plain) AS a, harmony.ols(y, squeezed) AS b, harmony.ols(y, outside) AS c FROM stored) f;
-- Window frames: the final function leaves the state as it is.
SELECT pg_temp.reached('running slopes', array_agg(b ORDER BY i), '{2,2,2.9}', 14)
FROM (SELECT i, (harmony.ols(y, x) OVER (ORDER BY i)).coefficients[2] AS b FROM (VALUES (1, 0, 1), (2, 1, 3), (3, 2, 5), (4, 3, 10)) v
  (i, x, y)) f WHERE i > 1;
SELECT pg_temp.reached('transition by hand leaves its argument alone',
  ARRAY[(harmony.ols(s)).n, (harmony.ols(harmony_internal.linear_transition(s, 1, 2))).n], '{3,4}', 16)
FROM (SELECT harmony.linear_state(i, i * i) AS s FROM generate_series(1, 3) i) f;

--
-- Ridge, NNLS, predictions.
--
-- One predictor: b = S_xy/(S_xx (1 + lambda/n)). x = 1 .. 4, y = 2, 4, 5, 9: S_xx 5, S_xy 11, means 2.5 and 5; lambda 4: b = 11/10.
SELECT pg_temp.reached('ridge by hand', (harmony.ridge(4, y, ARRAY[x])).coefficients, '{2.25,1.1}', 15),
  pg_temp.reached('from a state', (harmony.ridge(harmony.linear_state(y, x), 4)).coefficients, '{2.25,1.1}', 15),
  pg_temp.same('lambda 0 is OLS', ((harmony.ridge(0, y, ARRAY[x])).coefficients = (harmony.ols(y, x)).coefficients)::text, 'true')
FROM (VALUES (1, 2), (2, 4), (3, 5), (4, 9)) v (x, y);
-- NumPy 1.24 on the same data: solve(Z'Z + 10 I, Z'(y - mean y))/sd, Z standardised with divisor n, which is scikit-learn's
-- Ridge(10) on a StandardScaler; df = 699 - trace of Z solve(Z'Z + 10 I, Z'). SciPy 1.10: optimize.nnls on centred columns.
SELECT pg_temp.reached('ridge, NumPy', (m).coefficients || (m).df,
  '{2.629033668400016,0.9903187764139908,-0.09048328789307176,0.003117714873687698,696.0422588766421}', 11),
  pg_temp.reached('nnls, SciPy', (harmony.nnls(s)).coefficients, '{1.9959398234871122,1.004290064826418,0,0.002723420602444118}', 11)
FROM (SELECT s, harmony.ridge(s, 10) AS m FROM (SELECT harmony.linear_state(y, x1, x2, x3) AS s FROM t) f) g;
-- Decreasing y: the slope is held at 0 and the intercept is the mean.
SELECT pg_temp.reached('nnls by hand', (harmony.nnls(y, ARRAY[x])).coefficients, '{2,0}', 16),
  pg_temp.reached('from a state', (harmony.nnls(harmony.linear_state(y, x))).coefficients, '{2,0}', 16)
  FROM (VALUES (1, 3), (2, 2), (3, 1)) v (x, y);
-- x = 1 .. 4, y = 2, 4, 5, 9: b = 2.2, b0 = -0.5, rss = 26 - 24.2 = 1.8, s² = 0.9; at x = 5: fit 10.5, s² (1 + 1/4 + 2.5²/5) = 2.25; t(2,
-- .975) = 4.30265272974946 (R: qt).
SELECT pg_temp.reached('predict', ARRAY[harmony.predict(m, '{5}')], '{10.5}', 15),
  pg_temp.reached('predict_interval', ARRAY[(i).fit, (i).low, (i).high],
  ARRAY[10.5, 10.5 - 4.30265272974946 * 1.5, 10.5 + 4.30265272974946 * 1.5]::float8[], 13)
FROM (SELECT m, harmony.predict_interval(m, 0.95, '{5}') AS i
  FROM (SELECT harmony.ols(y, x) AS m FROM (VALUES (1, 2), (2, 4), (3, 5), (4, 9)) v (x, y)) f) p;
SELECT pg_temp.same('residuals sum to 0', (abs(sum(y - harmony.predict(m, ARRAY[x1, x2]))) < 1e-10)::text, 'true') FROM t,
  (SELECT harmony.ols(y, x1, x2) AS m FROM t) f;
SELECT pg_temp.same('a dropped predictor counts 0', harmony.predict(m, '{3,99}')::text, '4'),
  pg_temp.same('no interval without df', coalesce((harmony.predict_interval(m, 0.9, '{3,99}')).low::text, 'null'), 'null')
FROM (SELECT harmony.ols(y, ARRAY[x, 2 * x]) AS m FROM (VALUES (1, 2), (2, 3)) v (x, y)) f;
SELECT pg_temp.same('NULL in x', coalesce(harmony.predict(m, '{1,NULL}')::text, 'null'), 'null')
  FROM (SELECT harmony.ols(y, x1, x2) AS m FROM t) f;

--
-- Cross-validation.
--
-- A Python program of the published definition (FNV-1a 64, fmix64, upper 32 bits times folds).
SELECT pg_temp.same('folds', string_agg(harmony.fold_of(k, 5) || '/' || harmony.fold_of(k, 1000), ' ' ORDER BY n),
  '5/937 3/486 4/741 3/505 4/795 5/843 5/889')
FROM unnest(ARRAY['', '1', '2', '42', '-7', 'harmony', '00000000-0000-4000-8000-000000000001']) WITH ORDINALITY u (k, n);
-- The definition, in SQL: fit without each fold, predict it.
WITH f AS (SELECT fold, harmony.merge(s) FILTER (WHERE o <> fold) AS rest FROM generate_series(1, 5) fold,
  (SELECT harmony.fold_of(i::text, 5) AS o, harmony.linear_state(y, x1, x2, x3) AS s FROM t GROUP BY 1) p GROUP BY fold),
     e AS (SELECT sum((y - harmony.predict(m, ARRAY[x1, x2, x3]))^2) AS missed, var_pop(y) * count(*) AS total FROM t
       JOIN (SELECT fold, harmony.ols(rest) AS m FROM f) g ON fold = harmony.fold_of(i::text, 5))
SELECT pg_temp.reached('cross-validated R squared', ARRAY[(m).cross_validated_r_squared], ARRAY[1 - missed / total], 12),
  pg_temp.same('the rest is OLS', ((m).coefficients = (o).coefficients)::text, 'true'),
    pg_temp.same('by bigint, text', ((m).cross_validated_r_squared = b)::text, 'true')
FROM e, (SELECT harmony.cross_validated_ols(5, i, y, ARRAY[x1, x2, x3]) AS m,
  (harmony.cross_validated_ols(5, i::text, y, ARRAY[x1, x2, x3])).cross_validated_r_squared AS b, harmony.ols(y, x1, x2, x3) AS o FROM t) c;
SELECT pg_temp.same('by uuid as by its text',
  (harmony.cross_validated_ols(4, k, y, ARRAY[x1]) = harmony.cross_validated_ols(4, k::text, y, ARRAY[x1]))::text, 'true')
  FROM (SELECT md5(i::text)::uuid AS k, * FROM t) u;
SELECT pg_temp.same('merged folds', ((harmony.cross_validated_ols(harmony.merge(s))).n)::text, '700'),
  pg_temp.same('ridge by its state',
  (abs((harmony.cross_validated_ridge(harmony.merge(s), 0)).cross_validated_r_squared -
  (harmony.cross_validated_ols(harmony.merge(s))).cross_validated_r_squared) < 1e-12)::text, 'true')
FROM (SELECT harmony.cross_validation_state(5, i, y, ARRAY[x1, x2]) AS s FROM t GROUP BY i % 3) p;
