-- Regressions as aggregates: their equations on random sets, plans and processes, NULLs, types, limits, what is read of a model.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- At a maximum of the likelihood the residuals are orthogonal to every predictor: 60 random sets of each kind.
CREATE TEMP TABLE random_rows AS
SELECT g, (hashint4(g * 1000 + i) & 65535) / 65536.0::float8 AS u, (hashint4(g * 1000 + i + 7000000) & 65535) / 32768.0::float8 - 1 AS x1,
  ((hashint4(g * 1000 + i + 8000000) & 7))::integer AS x2, (hashint4(g * 1000 + i + 9000000) & 1) = 1 AS x3
FROM generate_series(1, 60) g, generate_series(1, 40 + g) i;
CREATE TEMP TABLE random_fits AS
SELECT g, harmony.logistic(u < 1 / (1 + exp(0.3 - x1)), x1, x2, x3) AS m, harmony.poisson((u * 4 * exp(x1))::integer, x1, x2, x3) AS c
FROM random_rows GROUP BY g;
SELECT is((SELECT count(*) FROM random_fits WHERE (m).converged AND (c).converged), 60::bigint, 'random sets converge');
SELECT cmp_ok((SELECT max(abs(s)) FROM (SELECT unnest(ARRAY[sum(y - p), sum((y - p) * x1), sum((y - p) * x2), sum((y - p) * x3::int)]) AS s
  FROM (SELECT g, x1, x2, x3, (u < 1 / (1 + exp(0.3 - x1)))::int AS y, harmony.predict(m, x1, x2, x3) AS p
    FROM random_rows JOIN random_fits USING (g)) r GROUP BY g) e), '<', 1e-10::float8, 'logistic: the equations of 60 random sets');
SELECT cmp_ok((SELECT max(abs(s)) FROM (SELECT unnest(ARRAY[sum(y - p), sum((y - p) * x1), sum((y - p) * x2), sum((y - p) * x3::int)]) AS s
  FROM (SELECT g, x1, x2, x3, (u * 4 * exp(x1))::integer AS y, harmony.predict(c, ARRAY[x1, x2, x3::int]) AS p
    FROM random_rows JOIN random_fits USING (g)) r GROUP BY g) e), '<', 1e-9::float8, 'poisson: the equations of 60 random sets');

-- One answer in every plan.
CREATE TABLE pg_temp.many AS
SELECT i, i % 97 AS grp, (hashint4(i) & 65535) / 65536.0::float8 < 1 / (1 + exp(1 - sin(i))) AS y, sin(i) AS x1, (i % 13)::float8 AS x2
FROM generate_series(1, 30000) i;
CREATE TABLE many_rows AS SELECT * FROM pg_temp.many;
CREATE FUNCTION pg_temp.most_difference(a float8[], b float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT max(abs(x - y) / abs(x)) FROM unnest(a, b) u (x, y) $$;
CREATE FUNCTION pg_temp.fits(OUT l float8[], OUT r float8[], OUT c float8[]) LANGUAGE plpgsql AS $$
BEGIN
  SELECT (m).coefficients || (m).std_errors || (m).log_likelihood, (h).std_errors, (k).std_errors || (k).df INTO l, r, c
  FROM (SELECT harmony.logistic(y, x1, x2) AS m, harmony.ols_robust('HC3', x2, y, x1) AS h,
          harmony.ols_clustered('CR2', grp, x2, y, x1) AS k
        FROM many_rows) f;
END $$;
SELECT l AS serial_l, r AS serial_r, c AS serial_c FROM pg_temp.fits() \gset
SET LOCAL max_parallel_workers_per_gather = 2;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
ALTER TABLE many_rows SET (parallel_workers = 2);
CREATE FUNCTION pg_temp.plan_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; plan text := '';
BEGIN
  FOR line IN EXECUTE 'EXPLAIN ' || statement LOOP plan := plan || line; END LOOP;
  RETURN plan;
END $$;
SELECT matches(pg_temp.plan_of('SELECT harmony.logistic(y, x1, x2) FROM many_rows'), 'Partial Aggregate', 'workers share the aggregate');
SELECT cmp_ok(greatest(pg_temp.most_difference(l, :'serial_l'), pg_temp.most_difference(r, :'serial_r'),
  pg_temp.most_difference(c, :'serial_c')), '<=', 1e-12::float8, 'workers give the same answer') FROM pg_temp.fits();
SELECT cmp_ok(pg_temp.most_difference((harmony.logistic(y, x1, x2 ORDER BY md5(i::text))).coefficients, (:'serial_l'::float8[])[1:3]), '<=',
  1e-12::float8, 'so does another order') FROM many_rows;
SELECT cmp_ok(pg_temp.most_difference((m).std_errors || (m).df, :'serial_c'), '<=', 1e-10::float8, 'and a state a cluster')
FROM (SELECT harmony.ols_clustered('CR2', s) AS m FROM (SELECT harmony.linear_state(x2, y::int, x1) AS s FROM many_rows GROUP BY grp) t) f;

-- Types of arguments: any number, boolean, one array last; columns of every kind are the same predictors.
CREATE TEMP TABLE typed AS SELECT i, i % 3 = 0 AS b, i::smallint AS s, i::integer AS n, i::bigint AS l, i::real AS f, i::float8 AS d,
  i::numeric AS u, (ARRAY[0, 0, 1, 0, 1, 0, 1, 1])[i] AS y FROM generate_series(1, 8) i;
SELECT is(ARRAY[(harmony.logistic(y, s)).coefficients[2], (harmony.logistic(y, n)).coefficients[2],
  (harmony.logistic(y, l)).coefficients[2],
  (harmony.logistic(y, f)).coefficients[2], (harmony.logistic(y, u)).coefficients[2], (harmony.logistic(y, ARRAY[n])).coefficients[2],
  (harmony.logistic(y, ARRAY[u])).coefficients[2], (harmony.logistic(y = 1, ARRAY[d])).coefficients[2],
  (harmony.logistic(y::numeric, VARIADIC ARRAY[d])).coefficients[2]], array_fill((harmony.logistic(y, d)).coefficients[2], ARRAY[9]),
  'smallint, integer, bigint, real, numeric and arrays of them') FROM typed;
SELECT is((harmony.logistic(y, b, ARRAY[d])).coefficients, (harmony.logistic(y, ARRAY[b::int, d])).coefficients, 'scalars before an array')
FROM typed;
SELECT throws_ok('SELECT harmony.logistic(y, n::text) FROM typed', '42804', NULL, 'a text is no predictor');
SELECT throws_ok('SELECT harmony.logistic(y, ARRAY[n], n) FROM typed', '42804', NULL, 'an array comes last');
SELECT throws_ok('SELECT harmony.logistic(y, CASE WHEN n = 8 THEN ARRAY[1, 2] ELSE ARRAY[1] END) FROM typed', '22023', NULL,
  'arrays have one length');
SELECT throws_like('SELECT harmony.logistic(y, d, CASE n WHEN 3 THEN ''NaN'' ELSE d END) FROM typed', 'x2 is NaN',
  'NaN names its argument');
SELECT throws_like('SELECT harmony.poisson_rate(CASE n WHEN 3 THEN ''inf''::float8 ELSE 1 END, y, d) FROM typed', 'exposure is infinite',
  'infinity does');
SELECT throws_ok('SELECT harmony.weighted_logistic(-1, y, d) FROM typed', '22023', NULL, 'a weight below 0');
SELECT throws_ok('SELECT harmony.ols_robust(NULL, y, d) FROM typed', '22004', NULL, 'a NULL kind');
SELECT throws_ok('SELECT harmony.ols_clustered(''CR4'', n, y, d) FROM typed', '22023', NULL, 'an unknown kind');
SELECT throws_ok('SELECT harmony.ols_clustered(''CR1'', s) FROM (SELECT harmony.wls_state(1, y, d) AS s FROM typed) t', '22023', NULL,
  'weighted states');

-- What is missing.
SELECT is((SELECT harmony.logistic(y, d) FROM typed WHERE false), NULL, 'no rows: NULL');
SELECT is((harmony.logistic(y, CASE WHEN n <> 2 THEN d END)).n_skipped, 1::bigint, 'a NULL skips its row') FROM typed;
SELECT is((harmony.logistic(y, CASE WHEN n <> 2 THEN ARRAY[d] END)).n, 7::bigint, 'so does a NULL array') FROM typed;
SELECT is((m).n || ' ' || (m).n_skipped || ' ' || (m).warnings::text, '0 8 {"there are no rows"}', 'all rows skipped')
FROM (SELECT harmony.firth(y, NULL::float8) AS m FROM typed) f;
SELECT is((m).rank || ' ' || ((m).coefficients[2] IS NULL) || ' ' || (m).warnings::text, '1 true {"x1 is constant: it has no coefficient"}',
  'a constant predictor') FROM (SELECT harmony.logistic(y, 5) AS m FROM typed) f;
SELECT is((m).separated || ' ' || (m).converged || ' ' || ((m).log_likelihood IS NULL), 'true false true', 'y is constant')
FROM (SELECT harmony.logistic(true, d) AS m FROM typed) f;
SELECT is(harmony.predict(harmony.logistic(true, d), 1), NULL, 'a model without coefficients predicts NULL') FROM typed;
SELECT is((harmony.ols_clustered('CR2', 1, y, d)).std_errors, '{NULL,NULL}', 'one cluster has no errors') FROM typed;
SELECT is((harmony.logistic(y, '{}'::float8[])).coefficients[1]::numeric(10, 9), 0::numeric(10, 9), 'the intercept alone') FROM typed;

-- Steps: the table is read once a step, and they end at the fit.
CREATE FUNCTION pg_temp.stepped() RETURNS float8[] LANGUAGE plpgsql AS $$
DECLARE b float8[];
BEGIN
  FOR k IN 1 .. 12 LOOP b := (SELECT (harmony.ols(harmony.logistic_step(b, y, ARRAY[x1, x2]))).coefficients FROM many_rows); END LOOP;
  RETURN b;
END $$;
SELECT cmp_ok(pg_temp.most_difference(pg_temp.stepped(), (:'serial_l'::float8[])[1:3]), '<', 1e-10::float8, 'steps end at the fit');

-- Reading a model.
CREATE TEMP TABLE model AS SELECT harmony.logistic(y, d) AS m, harmony.firth(y, d) AS f, harmony.ols_robust('HC3', d * y, d) AS r,
  harmony.ols_clustered('CR2', i / 2, y, d) AS c, harmony.ols(y, d) AS o FROM typed;
SELECT is((SELECT array_agg(term) FROM harmony.coefficients(m, '{age}')), '{intercept,age}', 'names') FROM model;
SELECT throws_ok('SELECT harmony.coefficients(m, ''{a,b}'') FROM model', '22023', NULL, 'as many names as predictors');
SELECT throws_ok('SELECT harmony.coefficients(m, level => NULL) FROM model', '22004', NULL, 'a NULL level');
SELECT is((SELECT count(*) FROM harmony.coefficients(NULL::harmony.glm_model)), 0::bigint, 'of no model no rows');
SELECT ok((SELECT bool_and(low IS NULL) FROM harmony.coefficients(f, level => 0.9)), 'profiles have one level') FROM model;
SELECT is((SELECT df FROM harmony.coefficients(c) OFFSET 1), (c).df[2], 'degrees of freedom of its own') FROM model;
SELECT is((harmony.contrast(c, '{0,1}')).df, (c).df[2], 'in contrasts too') FROM model;
SELECT is((harmony.wald_test(c, '{{0,1}}')).df2, (c).clusters - 1::float8, 'tests of clusters have G - 1') FROM model;
SELECT ok((harmony.wald_test(m, '{0,1}')).df2 IS NULL, 'of likelihoods chi-squared') FROM model;
SELECT is((harmony.contrast(r, '{0,1}')).std_error, (r).std_errors[2], 'a contrast has the robust error') FROM model;
SELECT ok((harmony.predict_interval(r, 0.95, '{3}')).low IS NULL, 'no interval for a new row of unknown variance') FROM model;
SELECT is(ARRAY[harmony.predict(o, 3), harmony.predict(o, ARRAY[3]), harmony.predict(o, '{3}'), harmony.predict(o, 3::numeric),
  harmony.predict(o, VARIADIC ARRAY[3.0])], array_fill(harmony.predict(o, ARRAY[3::float8]), ARRAY[5]), 'x as numbers, arrays, a literal')
FROM model;
SELECT throws_ok('SELECT harmony.predict(m, 1, 2) FROM model', '22023', NULL, 'as many x as predictors');

-- Builders.
SELECT is(harmony.levels(v), '{2,10,30}', 'levels of whole numbers') FROM unnest('{10,2,30,2,NULL}'::integer[]) v;
SELECT is(harmony.levels(v), '{a,b,c}', 'levels of texts') FROM unnest('{c,a,b,a}'::text[]) v;
SELECT is((SELECT harmony.levels(v) FROM unnest('{}'::text[]) v), NULL, 'of nothing');
SELECT throws_ok('SELECT harmony.dummies(''d'', ''{a,b}'')', '22023', NULL, 'an unknown level');
SELECT throws_ok('SELECT harmony.dummies(''d'', ''{a,NULL}'')', '22004', NULL, 'a NULL level');
SELECT is(harmony.interact('{1,2}', '{3,4}'), '{3,4,6,8}', 'the second is fastest');
SELECT is(harmony.interact_names('{age}', '{dept=b,dept=c}'), '{age:dept=b,age:dept=c}', 'and its names');
SELECT is(harmony.xs(true, '{2,3}'::int[], 4.5, NULL::float8[]), NULL, 'NULL where one is');
SELECT is(harmony.xs(true, '{2,3}'::int[], 4.5), '{1,2,3,4.5}', 'arrays anywhere');

SELECT is((SELECT harmony.dummies('true', harmony.levels(f)) FROM (VALUES (true), (false)) v (f)), '{1}'::float8[],
  'levels of booleans are named as a cast to text names them');
SELECT * FROM finish();
ROLLBACK;
