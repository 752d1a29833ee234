-- Cox's model as an aggregate: published values, plans and processes, NULLs, types, limits, what is read of it.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- Acute myelogenous leukaemia (Miller 1997): what R's survival gives.
CREATE TEMP TABLE leukaemia AS
SELECT * FROM unnest('{9,13,13,18,23,28,31,34,45,48,161,5,5,8,8,12,16,23,27,30,33,43,45}'::float8[],
  '{t,t,f,t,t,f,t,t,f,t,f,t,t,t,t,t,f,t,t,t,t,t,t}'::boolean[]) WITH ORDINALITY r (t, e, i), LATERAL (SELECT i > 11 AS not_kept) g;
CREATE TEMP TABLE model AS
SELECT harmony.cox(t, e, not_kept) AS m, harmony.cox_robust(i, t, e, not_kept, ARRAY[sin(i)]) AS r FROM leukaemia;
SELECT is(round((m).coefficients[1]::numeric, 6) || ' ' || round((m).std_errors[1]::numeric, 6), '0.915533 0.511934', 'leukaemia')
FROM model;
SELECT is((m).n || ' ' || (m).events || ' ' || (m).rank || ' ' || ((m).clusters IS NULL), '23 18 1 true', 'and its counts') FROM model;
SELECT is((r).clusters, 23::bigint, 'a cluster a row') FROM model;

-- One answer in every plan and order.
CREATE TABLE many_rows AS
SELECT i, i % 97 AS grp, i % 5 AS start, i % 5 + 1 + floor(-20 * ln((1 + (hashint4(i) & 65535)) / 65537.0) / exp(sin(i)))::float8 AS t,
  (hashint4(i + 50000) & 3) > 0 AS e, sin(i) AS x1, (i % 13)::float8 AS x2
FROM generate_series(1, 20000) i;
CREATE FUNCTION pg_temp.most_difference(a float8[], b float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT max(abs(x - y) / abs(x)) FROM unnest(a, b) u (x, y) $$;
CREATE FUNCTION pg_temp.figures(m harmony.cox_model) RETURNS float8[] LANGUAGE sql IMMUTABLE AS $$
  SELECT m.coefficients || m.std_errors || m.log_likelihood || m.chi2 || m.score_chi2 || m.wald_chi2 || m.concordance $$;
CREATE FUNCTION pg_temp.fits(by_hash boolean) RETURNS float8[] LANGUAGE plpgsql AS $$
DECLARE found float8[];
BEGIN
  SELECT pg_temp.figures(harmony.cox(t, e, x1, x2)) || pg_temp.figures(harmony.cox_robust(grp, t, e, x1, x2))
    || pg_temp.figures(harmony.cox_counting(start, t, e, x1, x2)) INTO found
  FROM (SELECT * FROM many_rows ORDER BY CASE WHEN by_hash THEN md5(i::text) END) r;
  RETURN found;
END $$;
SELECT pg_temp.fits(false) AS serial \gset
SELECT cmp_ok(pg_temp.most_difference(pg_temp.fits(true), :'serial'), '<=', 1e-12::float8, 'another order gives the same answer');
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
SELECT matches(pg_temp.plan_of('SELECT harmony.cox_robust(grp, t, e, x1, x2) FROM many_rows'), 'Partial Aggregate',
  'workers share the aggregate');
SELECT cmp_ok(pg_temp.most_difference(pg_temp.figures(harmony.cox(t, e, x1, x2)) || pg_temp.figures(harmony.cox_robust(grp, t, e, x1, x2))
  || pg_temp.figures(harmony.cox_counting(start, t, e, x1, x2)), :'serial'), '<=', 1e-12::float8, 'so do workers') FROM many_rows;

-- Types, NULLs, errors.
SELECT is((harmony.cox(t::numeric, e::int, ARRAY[not_kept::int])).coefficients, (m).coefficients, 'numbers of any type, an array')
FROM leukaemia, model GROUP BY m;
SELECT is((harmony.cox(t, CASE WHEN i <> 3 THEN e END, not_kept)).n_skipped, 1::bigint, 'a NULL skips its row') FROM leukaemia;
SELECT is((harmony.cox_robust(nullif(i, 3), t, e, not_kept)).n_skipped, 1::bigint, 'so does a NULL cluster') FROM leukaemia;
SELECT is((SELECT harmony.cox(t, e, not_kept) FROM leukaemia WHERE false), NULL, 'no rows: NULL');
SELECT is((m).n_skipped || ' ' || (m).warnings::text, '23 {"there are no rows"}', 'all rows skipped')
FROM (SELECT harmony.cox(t, e, NULL::float8) AS m FROM leukaemia) f;
SELECT is((m).events || ' ' || ((m).coefficients[1] IS NULL) || ' ' || (m).converged || ' ' || (m).warnings::text,
  '0 true false {"there are no events"}', 'no events') FROM (SELECT harmony.cox(t, false, not_kept) AS m FROM leukaemia) f;
SELECT is((m).rank || ' ' || ((m).log_likelihood = (m).null_log_likelihood) || ' ' || (m).chi2 || ' ' || (m).warnings::text,
  '0 true 0 {"x1 is constant: it has no coefficient"}', 'a constant predictor') FROM (SELECT harmony.cox(t, e, 5) AS m FROM leukaemia) f;
SELECT is((harmony.cox(t, e, '{}'::float8[])).coefficients, '{}', 'no predictors') FROM leukaemia;
SELECT is((m).separated || ' ' || (m).converged || ' ' || ((m).log_likelihood IS NULL) || ' ' || (m).warnings::text,
  'true false true {"monotone likelihood along x1: no maximum of the likelihood exists"}', 'a level without events')
FROM (SELECT harmony.cox(t, e AND NOT not_kept, not_kept, sin(i)) AS m FROM leukaemia) f;
SELECT is(harmony.predict(harmony.cox(t, e AND NOT not_kept, not_kept), 1), NULL, 'predicts NULL') FROM leukaemia;
SELECT is((harmony.cox_robust(1, t, e, not_kept)).std_errors, '{NULL}', 'one cluster has no errors') FROM leukaemia;
SELECT throws_ok('SELECT harmony.cox(-t, e, not_kept) FROM leukaemia', '22023', 'time must not be below 0', 'a time below 0');
SELECT throws_ok('SELECT harmony.cox(t, 2, not_kept) FROM leukaemia', '22023', NULL, 'an event of 2');
SELECT throws_ok('SELECT harmony.cox(''NaN''::float8, e, not_kept) FROM leukaemia', '22023', 'time is NaN', 'NaN names its argument');
SELECT throws_ok('SELECT harmony.cox(t, e, not_kept, ''-inf''::float8) FROM leukaemia', '22023', 'x2 is infinite', 'infinity does');
SELECT throws_ok('SELECT harmony.cox_counting(''inf''::float8, t, e, not_kept) FROM leukaemia', '22023', 'start is infinite', 'start too');
SELECT throws_ok('SELECT harmony.cox_counting(t, t, e, not_kept) FROM leukaemia', '22023', 'start must be below stop', 'an empty stretch');
SELECT throws_ok('SELECT harmony.cox(t, e, ''a''::text) FROM leukaemia', '42804', NULL, 'a text is no predictor');
SELECT ok((m).converged AND abs((m).coefficients[1] * 1e300 - 0.915533) < 1e-6, 'predictors at 1e300')
FROM (SELECT harmony.cox(t, e, not_kept::int * 1e300) AS m FROM leukaemia) f;
SELECT lives_ok('SELECT harmony.cox(t, e, CASE i % 3 WHEN 0 THEN 1e308 WHEN 1 THEN -1e308 ELSE 5e-324 END) FROM leukaemia',
  'predictors at both ends');
SELECT lives_ok('SELECT harmony.cox(CASE i % 3 WHEN 0 THEN 1e308 WHEN 1 THEN 0 ELSE 5e-324 END, e, not_kept) FROM leukaemia',
  'times at both ends');

-- Reading a model.
SELECT is((SELECT array_agg(term) FROM harmony.coefficients(m)), '{x1}', 'no intercept') FROM model;
SELECT is((SELECT round(ratio::numeric, 4) || ' ' || round(ratio_low::numeric, 4) || ' ' || round(ratio_high::numeric, 4)
  FROM harmony.coefficients(m, '{not_kept}', exponentiate => true)), '2.4981 0.9159 6.8135', 'a hazard ratio') FROM model;
SELECT is(harmony.predict(m, true), exp((m).coefficients[1]), 'predict is exp(x''b)') FROM model;
SELECT throws_ok('SELECT harmony.predict(m, 1, 2) FROM model', '22023', NULL, 'as many x as predictors');
SELECT is((harmony.contrast(r, '{0,1}')).std_error, (r).std_errors[2], 'a contrast has the robust error') FROM model;
SELECT cmp_ok(abs((harmony.wald_test(r, '{{1,0},{0,1}}')).statistic - (r).wald_chi2), '<', 1e-12::float8, 'wald_chi2 tests them all')
FROM model;

SELECT throws_ok($$SELECT harmony.wald_test(
  jsonb_populate_record(NULL::harmony.cox_model, '{"coefficients": [], "covariance": []}'), '{}')$$,
  '22023', NULL, 'no weights of no coefficients');
SELECT * FROM finish();
ROLLBACK;
