-- A random intercept as an aggregate: values of lme4 and lmerTest, plans and processes, NULLs, types, limits, what is read of it.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

CREATE TEMP TABLE pairs AS SELECT i, (i - 1) / 2 AS pair, (ARRAY[1, 3, 2, 5, 4, 8, 7, 12])[i] AS z FROM generate_series(1, 8) i;
CREATE TEMP TABLE model AS SELECT harmony.random_intercept(pair, z) AS m, harmony.random_intercept(pair, z, i) AS s FROM pairs;
SELECT is(round((m).tau2::numeric, 5) || ' ' || round((m).sigma2::numeric, 5) || ' ' || round((m).log_likelihood::numeric, 4),
  '7.37500 6.75000 -19.3935', 'pairs') FROM model;
SELECT is((m).icc, (m).tau2 / ((m).tau2 + (m).sigma2), 'icc is a share') FROM model;
SELECT is((SELECT array_agg(e ->> 'group') FROM jsonb_array_elements((m).group_effects) e), '{0,1,2,3}', 'groups by number') FROM model;
SELECT cmp_ok(abs((SELECT sum((e ->> 'effect')::float8) FROM jsonb_array_elements((m).group_effects) e)), '<', 1e-12::float8,
  'effects of equal groups sum to 0') FROM model;

-- Balanced groups without predictors have a closed form: the mean squares of one-way analysis of variance.
CREATE TEMP TABLE balanced AS SELECT i % 12 AS g, 3 * sin(i % 12) + cos(i * i) AS y FROM generate_series(1, 120) i;
SELECT ok(abs((m).sigma2 / (a).ms_within - 1) < 1e-10 AND abs((m).tau2 / (((a).ms_between - (a).ms_within) / 10) - 1) < 1e-10
  AND abs((m).df[1] - 11) < 1e-8, 'balanced groups: the mean squares, k - 1 degrees of freedom')
FROM (SELECT harmony.random_intercept(g, y) AS m, harmony.anova(y, g) AS a FROM balanced) f;

-- One answer in every plan and order, and far from 0.
CREATE TABLE many_rows AS
SELECT i, 'g' || (i * i) % 211 AS grp, sin((i * i) % 211) + cos(i) + x1 + 2 * (hashint4(i) & 65535) / 65536.0::float8 AS y, x1, i % 7 AS x2
FROM generate_series(1, 20000) i, LATERAL (SELECT sin(i * 3) AS x1) x;
CREATE FUNCTION pg_temp.most_difference(a float8[], b float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT max(abs(x - y) / abs(x)) FROM unnest(a, b) u (x, y) $$;
CREATE FUNCTION pg_temp.figures(m harmony.mixed_model) RETURNS float8[] LANGUAGE sql IMMUTABLE AS $$
  SELECT m.coefficients || m.std_errors || m.df || m.sigma2 || m.tau2 || m.log_likelihood
    || (SELECT array_agg((e ->> 'effect')::float8) FROM jsonb_array_elements(m.group_effects) e) $$;
SELECT pg_temp.figures(harmony.random_intercept(grp, y, x1, x2)) AS serial FROM many_rows \gset
SELECT cmp_ok(pg_temp.most_difference(pg_temp.figures(harmony.random_intercept(grp, y, x1, x2 ORDER BY md5(i::text))), :'serial'), '<=',
  1e-12::float8, 'another order gives the same answer') FROM many_rows;
SELECT cmp_ok(abs((m).tau2 / (:'serial'::float8[])[11] - 1) + abs((m).df[2] / (:'serial'::float8[])[8] - 1), '<', 1e-6::float8,
  'so do columns at 1e9') FROM (SELECT harmony.random_intercept(grp, y + 1e9, x1 - 1e9, x2) AS m FROM many_rows) f;
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
SELECT matches(pg_temp.plan_of('SELECT harmony.random_intercept(grp, y, x1, x2) FROM many_rows'), 'Partial Aggregate',
  'workers share the aggregate');
SELECT cmp_ok(pg_temp.most_difference(pg_temp.figures(harmony.random_intercept(grp, y, x1, x2)), :'serial'), '<=', 1e-12::float8,
  'so do workers') FROM many_rows;

-- Types, NULLs, what is not determined, errors.
SELECT is((harmony.random_intercept(pair::text, z::numeric, ARRAY[i])).coefficients, (s).coefficients, 'types')
FROM pairs, model GROUP BY s;
SELECT is((harmony.random_intercept(nullif(pair, 0), z, nullif(i, 8))).n_skipped, 3::bigint, 'a NULL skips its row') FROM pairs;
SELECT is((SELECT harmony.random_intercept(pair, z) FROM pairs WHERE false), NULL, 'no rows: NULL');
SELECT is((harmony.random_intercept(pair, NULL::float8)).warnings, '{"there are no rows"}', 'all rows skipped') FROM pairs;
SELECT is((m).coefficients[1] || ' ' || ((m).tau2 IS NULL AND (m).icc IS NULL AND (m).group_effects IS NULL) || ' ' || (m).warnings::text,
  '5.25 true {"there is one group alone: the variance of groups is undefined"}', 'one group')
FROM (SELECT harmony.random_intercept('a'::text, z) AS m FROM pairs) f;
SELECT ok((m).tau2 IS NULL AND pg_temp.most_difference((m).std_errors, (o).std_errors) < 1e-12
  AND (m).warnings[1] LIKE 'every group has one row%', 'one row a group')
FROM (SELECT harmony.random_intercept(i, z, i * i) AS m, harmony.ols(z, i * i) AS o FROM pairs) f;
SELECT ok(NOT (m).converged AND (m).tau2 IS NULL AND (m).coefficients[1] IS NULL AND (m).warnings[1] LIKE '%no maximum%',
  'groups of equal rows')
FROM (SELECT harmony.random_intercept(pair, pair * pair) AS m FROM pairs) f;
SELECT ok((m).sigma2 = 0 AND (m).tau2 IS NULL AND (m).warnings::text LIKE '%determine y%', 'y that the predictors determine')
FROM (SELECT harmony.random_intercept(pair, 2 * i, i) AS m FROM pairs) f;
SELECT ok((m).rank = 2 AND (m).coefficients[3] IS NULL AND (m).tau2 > 0, 'a dependent predictor')
FROM (SELECT harmony.random_intercept(pair, z, sin(i), 2 * sin(i)) AS m FROM pairs) f;
SELECT is((m).tau2 || ' ' || (m).icc || ' ' || (m).df[1], '0 0 7', 'no variance between groups')
FROM (SELECT harmony.random_intercept(pair, (ARRAY[1, 9])[1 + i % 2] + i / 100.0) AS m FROM pairs) f;
SELECT is((m).n || ' ' || ((m).std_errors[1] IS NULL), '1 true', 'one row')
FROM (SELECT harmony.random_intercept(pair, z) AS m FROM pairs WHERE i = 1) f;
SELECT throws_ok('SELECT harmony.random_intercept(pair, CASE i WHEN 3 THEN ''NaN''::float8 ELSE z END) FROM pairs', '22023', 'y is NaN',
  'NaN');
SELECT throws_ok('SELECT harmony.random_intercept(pair, z, ''inf''::float8) FROM pairs', '22023', 'x1 is infinite', 'infinity');
SELECT throws_ok('SELECT harmony.random_intercept(pair, z, ''a''::text) FROM pairs', '42804', NULL, 'a text is no predictor');
SELECT throws_ok('SELECT harmony.random_intercept(pair, z, CASE i WHEN 3 THEN ''{1}''::int[] ELSE ''{1,2}'' END) FROM pairs', '22023', NULL,
  'arrays have one length');
SELECT throws_ok('SELECT harmony.random_intercept(pair, z * 1e307) FROM pairs', '22003', NULL, 'sums beyond double precision');
SELECT ok(abs((harmony.random_intercept(pair, z * 1e-150)).icc - (m).icc) < 1e-9 AND abs((harmony.random_intercept(pair, z * 1e150)).icc
  - (m).icc) < 1e-9, 'units do not matter') FROM pairs, model GROUP BY m;

-- Reading a model.
SELECT is((SELECT array_agg(term || ' ' || round(df::numeric, 3)) FROM harmony.coefficients(s, '{i}')),
  ARRAY['intercept ' || round((s).df[1]::numeric, 3), 'i ' || round((s).df[2]::numeric, 3)], 'coefficients') FROM model;
SELECT is((harmony.contrast(s, '{0,1}')).p_value, (s).p_values[2], 'a contrast of one') FROM model;
SELECT is((harmony.contrast(s, '{1,1}')).df, least((s).df[1], (s).df[2]), 'of several the smallest df') FROM model;
SELECT is((harmony.wald_test(s, '{{1,0},{0,1}}')).df2, least((s).df[1], (s).df[2]), 'and of tests') FROM model;
SELECT is(harmony.predict(s, 2), (s).coefficients[1] + 2 * (s).coefficients[2], 'predict') FROM model;

SELECT * FROM finish();
ROLLBACK;
