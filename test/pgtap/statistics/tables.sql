-- Means, tables, correlations, corrections and power: published figures, rows out of the ordinary, states, plans. The shared cases run in
-- method_cases.sql.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- Whether two answers are the same, numbers to a relative 1e-12.
CREATE FUNCTION pg_temp.same(a jsonb, b jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_typeof(a) IS DISTINCT FROM jsonb_typeof(b) THEN RETURN false;
  ELSIF jsonb_typeof(a) = 'number' THEN RETURN abs(a::float8 - b::float8) <= 1e-12 * greatest(abs(a::float8), 1);
  ELSIF jsonb_typeof(a) = 'object' THEN RETURN (SELECT bool_and(pg_temp.same(a -> k, b -> k)) FROM jsonb_object_keys(a || b) k);
  ELSIF jsonb_typeof(a) = 'array' THEN
    RETURN jsonb_array_length(a) = jsonb_array_length(b)
      AND (SELECT coalesce(bool_and(pg_temp.same(a -> i, b -> i)), true) FROM generate_series(0, jsonb_array_length(a) - 1) i);
  END IF;
  RETURN a IS NOT DISTINCT FROM b;
END $$;
SELECT ok(pg_temp.same('{"a": [1, null]}', '{"a": [1, null]}') AND NOT pg_temp.same('{"a": 1}', '{"a": 1.00001}')
  AND NOT pg_temp.same('{"a": 1}', '{"a": 1, "b": 2}') AND NOT pg_temp.same('{"a": null}', '{"a": 1}'), 'the comparison sees a difference');

-- Published in the page of the methods: z on x.
CREATE TEMP TABLE z AS SELECT * FROM unnest('{1,2,3,4,5,6,7,8}'::float8[], '{1,3,2,5,4,8,7,12}'::float8[],
  '{p,p,p,q,q,q,q,p}'::text[], '{r,s,r,s,r,s,s,s}'::text[]) z (x, z, a, b);
SELECT ok(abs((harmony.correlation(x, z)).r - 0.919474) < 1e-6 AND abs((harmony.correlation(x, z)).p - 0.00123) < 1e-5,
  'correlation') FROM z;
SELECT ok((SELECT array_agg(round(v::numeric, 2)) FROM unnest(t) u (term, df, ss_1, f_1, p_1, ss_2, f_2, p_2, ss_3),
    unnest(ARRAY[ss_1, ss_2, ss_3]) v) = '{4.50,0.24,1.19,36.57,36.57,32.19,4.76,4.76,4.76}', 'sums of squares of three types')
FROM (SELECT (harmony.anova_two_way(z, a, b)).terms AS t FROM z) s;

-- Rows that are out of the ordinary.
SELECT is_empty($$SELECT FROM (SELECT harmony.correlation(x, z) AS c, harmony.paired_t(x, z) AS t, harmony.chi_square(a, b) AS s,
  harmony.anova_two_way(z, a, b) AS w, harmony.tost(-1, 1, z, x > 4) AS e, harmony.tost_paired(-1, 1, x, z) AS f,
  harmony.two_proportions(x > 4, z > 4) AS p, harmony.partial_correlation(x, z, x) AS q FROM z WHERE false) s
  WHERE num_nonnulls(c, t, s, w, e, f, p, q) > 0$$, 'nothing of no row');
SELECT is_empty($$SELECT FROM (SELECT harmony.correlation(x, NULL) AS c, harmony.paired_t(NULL, z) AS t,
  harmony.chi_square(a, NULL::text) AS s,
  harmony.tost(-1, 1, NULL, x > 4) AS e, harmony.tost_paired(-1, 1, x, NULL) AS f,
  harmony.two_proportions(x > 4, NULL) AS p FROM z) s WHERE num_nonnulls(c, t, s, e, f, p) > 0$$, 'nothing of rows with a NULL');
SELECT is(w::text, '(0,8,0,0,0,,,{},[],"{""there are no rows""}")', 'of two-way analyses that many were skipped')
FROM (SELECT harmony.anova_two_way(NULL, a, b) AS w FROM z) s;
SELECT is((harmony.correlation(x, 2 * x + 1))::text, '(8,1,6,Infinity,0,1,1,)', 'a line') FROM z;
SELECT is((harmony.correlation(x, -x))::text, '(8,-1,6,-Infinity,0,-1,-1,)', 'a falling line') FROM z;
SELECT is((harmony.correlation(x, 3))::text, '(8,,6,,,,,)', 'a constant') FROM z;
SELECT is((harmony.correlation(x, z))::text, '(1,,0,,,,,)', 'one row') FROM z WHERE x = 1;
SELECT ok(t.sd = 0 AND num_nonnulls(t.t, t.p_two_sided, t.p_less, t.low, t.d_z) = 0 AND abs(t.mean_difference - 0.1) < 1e-12,
  'a constant difference, to the rounding of the values') FROM (SELECT (harmony.paired_t(x / 10, x / 10 - 0.1)).* FROM z) t;
SELECT is((SELECT count(*) FROM harmony.correlations(s)), 3::bigint, 'pairs of columns')
FROM (SELECT harmony.linear_state(z, x, x * x) AS s FROM z) t;
SELECT ok(bool_and(abs(k.partial - (harmony.partial_correlation(s, k.i, k.j)).r) < 1e-12
  AND abs(k.partial_p - (harmony.partial_correlation(s, k.i, k.j)).p) < 1e-9), 'all partial correlations are each of them')
FROM (SELECT harmony.linear_state(z, x, x * x) AS s FROM z) t, harmony.correlations(s) k;
SELECT is((harmony.partial_correlation(x, z, x)).r, NULL, 'what the others determine') FROM z;
SELECT is((harmony.chi_square(a, 1)).chi2, NULL, 'one column') FROM z;
SELECT is(harmony.chi_square('{{0,0},{0,0}}'::bigint[]), NULL, 'no counts');
SELECT is((harmony.chi_square('{{3,0,1},{0,0,0},{2,0,5}}'::bigint[])).counts, '{"counts": [[3, 1], [2, 5]]}',
  'empty rows and columns drop');
SELECT is((harmony.chi_square(a, x > 4)).counts, '{"rows": ["p", "q"], "cols": ["false", "true"], "counts": [[3, 1], [1, 3]]}',
  'names') FROM z;
SELECT is((harmony.chi_square(n, 1 - n)).counts -> 'rows', '["9", "10"]', 'numbers in their order') FROM (VALUES (10), (9)) v (n);
SELECT is(to_jsonb(harmony.two_proportions(x > 4, z > 4)), to_jsonb(harmony.two_proportions(3, 4, 1, 4)), 'two shares of rows')
FROM z;
SELECT ok(w.df_within = 0 AND w.ms_within IS NULL AND num_nonnulls((w.terms[1]).f_1, (w.terms[2]).p_2) = 0 AND (w.terms[1]).ss_1 > 0,
  'one value a cell') FROM (SELECT (harmony.anova_two_way(z, x, a)).* FROM z) w;
SELECT ok(w.empty_cells = 8 AND num_nonnulls((w.terms[1]).ss_3, (w.terms[3]).ss_3, (w.terms[1]).partial_eta_squared) = 0
  AND w.warnings = '{8 of 16 cells have no values: sums of squares of type III are not defined}', 'empty cells')
FROM (SELECT (harmony.anova_two_way(z, x, a)).* FROM z) w;
SELECT throws_ok(format('SELECT %s FROM z', call), state, message) FROM (VALUES
  ('harmony.correlation(x, ''NaN'')', '22023', 'y must be finite'),
  ('harmony.correlation(''Infinity'', z)', '22023', 'x must be finite'),
  ('harmony.paired_t(''-Infinity'', z)', '22023', 'x must be finite'),
  ('harmony.anova_two_way(''NaN'', a, b)', '22023', 'value must be finite'),
  ('harmony.anova_two_way(z * 1e300, a, b)', '22003', 'value out of range: overflow'),
  ('harmony.anova_two_way(z * 1e-300, a, b)', '22003', 'value out of range: underflow'),
  ('harmony.tost(1, 1, z, true)', '22023', 'low must be less than high'),
  ('harmony.tost(''NaN'', 1, z, true)', '22023', 'low must be finite'),
  ('harmony.tost(-x, 1, z, true)', '22023', 'low and high must be the same in every row'),
  ('harmony.tost(NULL, 1, z, true)', '22004', 'low and high must not be null'),
  ('harmony.tost_paired(-1, 1, x, ''NaN'')', '22023', 'y must be finite'),
  ('harmony.two_proportions(4, 3, 1, 2)', '22023', 'x1 must not be more than n1'),
  ('harmony.two_proportions(1, 3, -1, 2)', '22023', 'x2 must not be negative'),
  ('harmony.two_proportions(1, 3, 1, 2, 1)', '22023', 'level must lie between 0 and 1, both excluded'),
  ('harmony.chi_square(''{{1,-2},{3,4}}''::bigint[])', '22023', 'counts must not be negative'),
  ('harmony.chi_square(''{1,2}''::bigint[])', '2202E', 'array "counts" must have two dimensions'),
  ('harmony.partial_correlation(harmony.linear_state(z, x), 1, 3)', '22023', 'i and j must be two different columns'),
  ('harmony.power_t(''NaN'', 10, 10)', '22023', 'd must be finite'),
  ('harmony.power_t(1, 0, 10)', '22023', 'n1 must be positive'),
  ('harmony.power_anova(1, 1, 10)', '22023', 'k must be at least 2'),
  ('harmony.power_correlation(1, 10)', '22023', 'r must lie between -1 and 1, both excluded'),
  ('harmony.n_for_t(0)', '22023', 'd must not be 0'),
  ('harmony.n_for_t(1e-9)', '22003', 'n is out of range'),
  ('harmony.n_for_t(1, 0.01)', '22023', 'power must be above alpha and below 1'),
  ('harmony.correct_range_restriction(0.5, 0, 1)', '22023', 'sd_unrestricted must be positive and finite'),
  ('harmony.correct_attenuation(1.5, 1, 1)', '22023', 'r must lie between -1 and 1')) v (call, state, message);
SELECT ok(harmony.power_t(1e300, 10, 10) = 1 AND harmony.power_anova(1e150, 3, 10) = 1 AND harmony.power_chi_square(1e150, 3, 10) = 1
  AND harmony.power_t(0, 10, 10) = 0.05 AND harmony.power_t(1, 1, 1) IS NULL AND harmony.power_correlation(0.5, 3) IS NULL,
  'ends of power');

SELECT ok(abs(t.t + 1.2710) < 1e-4 AND t.sd > 0, 'pairs at the ends of the range: ' || scale)
FROM unnest('{1e307,1,1e-320}'::float8[]) scale, LATERAL (SELECT (harmony.paired_t(x * scale, z * scale)).* FROM z) t;

-- States: their text and their parts come back to the whole; what was changed in one is found.
CREATE TEMP TABLE parts AS SELECT x > 3 AS part, harmony.chi_square_state(a, b) AS c, harmony.anova_two_way_state(z, a, b) AS w,
  harmony.two_proportions_state(x > 4, z > 4) AS p FROM z GROUP BY x > 3;
SELECT ok(pg_temp.same(jsonb_build_array(harmony.chi_square(harmony.merge(c::text::harmony.table_state)),
    harmony.anova_two_way(harmony.merge(w::text::harmony.table_state)),
  harmony.two_proportions(harmony.merge(p::text::harmony.table_state))),
  (SELECT jsonb_build_array(harmony.chi_square(a, b), harmony.anova_two_way(z, a, b), harmony.two_proportions(x > 4, z > 4)) FROM z)),
  'parts, through their text') FROM parts;
SELECT throws_ok('SELECT harmony.chi_square(w) FROM parts', '22023', 'table state is of another kind');
SELECT throws_ok('SELECT harmony.merge(s) FROM (SELECT w FROM parts UNION ALL SELECT c FROM parts) u (s)', '22023',
  'table state is of another kind');
SELECT throws_ok(format('SELECT %L::harmony.table_state', overlay(c::text
  PLACING CASE WHEN substr(c::text, 30, 1) = '0' THEN '1' ELSE '0' END
  FROM 30)), '22P03', 'invalid table state') FROM parts WHERE part;
SELECT throws_ok(format('SELECT %L::harmony.table_state', left(c::text, 20)), '22P03', 'invalid table state') FROM parts WHERE part;
SELECT throws_ok($$SELECT 'xyz'::harmony.table_state$$, '22P02');

-- The same with parallel workers.
CREATE TABLE public.rows_of_tables AS SELECT i, (i * 7919 % 13)::integer AS a, chr(65 + (i * 104729 % 7)::integer) AS b, sin(i) * 100 AS v
FROM generate_series(1, 20000) i;
ANALYZE public.rows_of_tables;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.all_of() RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_array(harmony.chi_square(a, b), harmony.anova_two_way(v, a, b), harmony.tost(-1, 1, v, a > 6),
    harmony.tost_paired(-1, 1, v, v + a), harmony.two_proportions(v > 0, a > 6), harmony.correlation(v, a), harmony.paired_t(v, a),
    harmony.partial_correlation(v, a, i)) FROM public.rows_of_tables $$;
CREATE FUNCTION pg_temp.plan(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query;
END $$;
SET LOCAL max_parallel_workers_per_gather = 0;
CREATE TEMP TABLE serial AS SELECT pg_temp.all_of() AS answer;
SET LOCAL max_parallel_workers_per_gather = 2;
SELECT isnt_empty($$SELECT FROM pg_temp.plan('SELECT harmony.chi_square(a, b), harmony.anova_two_way(v, a, b),
  harmony.tost(-1, 1, v, a > 6),
  harmony.correlation(v, a) FROM public.rows_of_tables') line WHERE line ~ 'Partial Aggregate'$$, 'workers share the rows');
SELECT ok(pg_temp.same(pg_temp.all_of(), answer), 'the same in parallel') FROM serial;

SELECT * FROM finish();
ROLLBACK;
