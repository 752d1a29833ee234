-- Agreement of raters, items that favour a group, log-rank: published figures, rows out of the ordinary, plans. The shared cases run in
-- method_cases.sql.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- Shrout and Fleiss (1979); Fleiss, Cohen and Everitt's error; Krippendorff (2011); Miller (1997).
CREATE TEMP TABLE judged AS
SELECT * FROM (VALUES ('{9,2,5,8}'::float8[]), ('{6,1,3,2}'), ('{8,4,6,8}'), ('{7,1,2,6}'), ('{10,5,6,9}'), ('{6,2,4,7}')) v (r);
SELECT is((SELECT array_agg(round(value::numeric, 5)) FROM unnest(i.forms)), '{0.16574,0.28976,0.71484,0.44280,0.62005,0.90932}',
  'six forms')
FROM (SELECT (harmony.icc(r)).* FROM judged) i;
CREATE TEMP TABLE pair AS SELECT a, b FROM (VALUES (1, 1, 20), (1, 0, 5), (0, 1, 10), (0, 0, 15)) v (a, b, n), generate_series(1, n);
SELECT ok(abs(k.kappa - 0.4) < 1e-12 AND abs(k.std_error - 0.127) < 5e-4 AND k.raters = 2 AND k.categories = 2 AND k.n = 50, 'kappa')
FROM (SELECT (harmony.kappa(a, b)).* FROM pair) k;
SELECT is((harmony.weighted_kappa(w, a, b)).kappa, (harmony.kappa(a, b)).kappa, 'of two categories all weights are one: ' || w)
FROM pair, unnest('{linear,quadratic}'::text[]) w GROUP BY w;
SELECT is((harmony.krippendorff_alpha('nominal', ARRAY[a, b])).units, 50::bigint, 'units of two') FROM pair;
SELECT is((harmony.krippendorff_alpha('nominal', ARRAY[a, b])).alpha,
  (harmony.krippendorff_alpha('nominal', ARRAY[a::text, b::text])).alpha, 'numbers and texts') FROM pair;
SELECT is((harmony.krippendorff_alpha('interval', ARRAY[a, b])).alpha, (harmony.krippendorff_alpha('nominal', ARRAY[a, b])).alpha,
  'of two categories all metrics are one') FROM pair;

-- Rows that are out of the ordinary.
SELECT is_empty($$SELECT FROM (SELECT harmony.icc(ARRAY[a, b]) AS i, harmony.kappa(a, b) AS k, harmony.weighted_kappa('linear', a, b) AS w,
  harmony.fleiss_kappa(ARRAY[a, b]) AS f, harmony.krippendorff_alpha('nominal', ARRAY[a, b]) AS r,
  harmony.dif_mantel_haenszel(a = 1, b = 1, a) AS m, harmony.dif_logistic(a = 1, b = 1, a) AS d, harmony.logrank(a, b = 1, b) AS l
  FROM pair WHERE false) s WHERE num_nonnulls(i, k, w, f, r, m, d, l) > 0$$, 'nothing of no row');
SELECT is_empty($$SELECT FROM (SELECT harmony.kappa(a, NULL::int) AS k, harmony.weighted_kappa('linear', NULL::int, b) AS w,
  harmony.fleiss_kappa(ARRAY[a, NULL]) AS f, harmony.krippendorff_alpha('nominal', ARRAY[a, NULL]) AS r,
  harmony.dif_mantel_haenszel(NULL, b = 1, a) AS m, harmony.dif_logistic(a = 1, NULL, a) AS d, harmony.logrank(NULL, b = 1, b) AS l
  FROM pair) s WHERE num_nonnulls(k, w, f, r, m, d, l) > 0$$, 'nothing of rows with a NULL');
SELECT ok(i.n = 50 AND i.n_skipped = 0 AND num_nulls((i.forms[1]).value, (i.forms[6]).value) = 2 AND cardinality(i.forms) = 6, 'one rater')
FROM (SELECT (harmony.icc(ARRAY[a])).* FROM pair) i;
SELECT ok(num_nonnulls((i.forms[1]).value, (i.forms[2]).value, (i.forms[3]).p) = 0, 'nothing varies')
FROM (SELECT (harmony.icc('{3,3,3}')).* FROM pair) i;
SELECT is(i.n_skipped, 2::bigint, 'rows with a NULL rating are counted')
FROM (SELECT (harmony.icc(r)).* FROM (SELECT r FROM judged UNION ALL SELECT ARRAY[1, 2, NULL, 4] UNION ALL SELECT NULL) s) i;
SELECT ok(k.kappa IS NULL AND k.n = 50 AND k.agreement = 1, 'one category') FROM (SELECT (harmony.kappa(1, 1)).* FROM pair) k;
SELECT ok(k.kappa IS NULL AND k.raters = 1, 'one rating') FROM (SELECT (harmony.fleiss_kappa(ARRAY[a])).* FROM pair) k;
SELECT ok(k.alpha IS NULL AND k."values" = 100, 'one value')
FROM (SELECT (harmony.krippendorff_alpha('ratio', '{0,0}'::float8[])).* FROM pair) k;
SELECT ok(l.k = 1 AND l.chi2 IS NULL AND l.p IS NULL AND (l.groups[1]).observed = 25, 'one group')
FROM (SELECT (harmony.logrank(a, b = 0 OR a = 0 AND b = 1, 'x'::text)).* FROM (SELECT a, b FROM pair ORDER BY a, b LIMIT 25) s) l;
SELECT ok(d.strata = 0 AND d.odds_ratio IS NULL AND d.class IS NULL, 'no stratum of both groups')
FROM (SELECT (harmony.dif_mantel_haenszel(a = 1, b = 1, b)).* FROM pair) d;
SELECT ok(d.n = 50 AND num_nonnulls(d.chi2, d.class) = 0, 'a score that says all')
FROM (SELECT (harmony.dif_logistic(a = 1, b = 1, a)).* FROM pair) d;
SELECT throws_ok(format('SELECT %s FROM pair', call), state, message) FROM (VALUES
  ('harmony.weighted_kappa(''cubic'', a, b)', '22023', 'weights must be linear or quadratic'),
  ('harmony.weighted_kappa(NULL, a, b)', '22004', 'weights must not be null'),
  ('harmony.weighted_kappa(CASE a WHEN 1 THEN ''linear'' ELSE ''quadratic'' END, a, b)', '22023', 'weights must be the same in every row'),
  ('harmony.weighted_kappa(''linear'', ''x''::text, b)', '22023', 'ratings must be finite numbers'),
  ('harmony.fleiss_kappa(CASE a WHEN 1 THEN ARRAY[a, b] ELSE ARRAY[a] END)', '22023', 'number of ratings must be the same in every row'),
  ('harmony.fleiss_kappa(ARRAY[[a, b], [a, b]])', '2202E', 'array "ratings" must have one dimension'),
  ('harmony.krippendorff_alpha(''euclidean'', ARRAY[a, b])', '22023', 'metric must be nominal, ordinal, interval or ratio'),
  ('harmony.krippendorff_alpha(NULL, ARRAY[a, b])', '22004', 'metric must not be null'),
  ('harmony.krippendorff_alpha(''interval'', ARRAY[''x'', ''y''])', '22023', 'ratings must be finite numbers'),
  ('harmony.krippendorff_alpha(''interval'', ARRAY[1, ''NaN''::float8])', '22023', 'ratings must be finite'),
  ('harmony.krippendorff_alpha(''interval'', ARRAY[a * 1e308, b * -1e308])', '22003', 'value out of range: overflow'),
  ('harmony.icc(ARRAY[a, ''NaN''::float8])', '22023', NULL),
  ('harmony.icc(CASE a WHEN 1 THEN ARRAY[a, b] ELSE ARRAY[a] END)', '22023', NULL),
  ('harmony.icc(ARRAY[a * 1e-300, b * 1e-300])', '22003', 'value out of range: underflow'),
  ('harmony.icc(ARRAY[a * 1e300, b])', '22003', 'value out of range: overflow'),
  ('harmony.dif_logistic(a = 1, b = 1, (2 * a - 1) * 1e308)', '22003', 'score is out of range'),
  ('harmony.logrank(-1, true, a)', '22023', 'time must not be negative'),
  ('harmony.logrank(''Infinity'', true, a)', '22023', 'time must be finite'),
  ('harmony.dif_logistic(true, true, ''NaN'')', '22023', 'score must be finite')) v (call, state, message);
SELECT throws_ok('SELECT harmony.kappa(i, i + 1) FROM generate_series(1, 3000) i', '54000', 'too many categories');
SELECT throws_ok('SELECT harmony.fleiss_kappa(ARRAY(SELECT generate_series(1, 3000)))', '54000', 'too many categories');
SELECT throws_ok('SELECT harmony.logrank(i, true, i) FROM generate_series(1, 3000) i', '54000', 'too many groups');

-- The same with parallel workers, and in another order.
CREATE TABLE public.rows_of_raters AS SELECT i, (i * 7919 % 13)::integer AS a, ((i * 7919 + i % 3) % 13)::integer AS b, i * 104729 % 7 AS g
FROM generate_series(1, 20000) i;
ANALYZE public.rows_of_raters;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.all_of() RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws('|', harmony.kappa(a, b), harmony.weighted_kappa('quadratic', a, b), harmony.fleiss_kappa(ARRAY[a, b, a]),
    harmony.krippendorff_alpha('ordinal', ARRAY[a, b, NULL]), harmony.logrank(a, b > 2, g), harmony.dif_mantel_haenszel(a > 4, g > 3, b),
    harmony.dif_logistic(a > 4, g > 3, b), (SELECT array_agg(round(value::numeric, 12)) FROM unnest((harmony.icc(ARRAY[a, b])).forms)))
  FROM public.rows_of_raters $$;
SET LOCAL max_parallel_workers_per_gather = 0;
CREATE TEMP TABLE serial AS SELECT pg_temp.all_of() AS answer;
SET LOCAL max_parallel_workers_per_gather = 2;
SELECT is(pg_temp.all_of(), answer, 'the same in parallel, to the last digit of counts') FROM serial;
CREATE TABLE public.reordered AS SELECT * FROM public.rows_of_raters ORDER BY md5(i::text);
ALTER TABLE public.rows_of_raters RENAME TO in_order;
ALTER TABLE public.reordered RENAME TO rows_of_raters;
SELECT is(pg_temp.all_of(), answer, 'and in another order') FROM serial;

SELECT * FROM finish();
ROLLBACK;
