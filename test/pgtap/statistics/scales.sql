-- Fits of scales: states, orders and workers; units; rows, items and answers that are out of the ordinary; LSAT 6 as published. Every
-- case of the shared data: method_cases.sql.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- Whether two results are the same to a distance, relative and absolute.
CREATE FUNCTION pg_temp.like(got jsonb, want jsonb, off float8) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_typeof(got) IS DISTINCT FROM jsonb_typeof(want) THEN RETURN false; END IF;
  CASE jsonb_typeof(want)
    WHEN 'number' THEN RETURN abs(got::float8 - want::float8) <= off * greatest(1, abs(want::float8));
    WHEN 'object' THEN RETURN NOT EXISTS (SELECT FROM jsonb_object_keys(want) k WHERE NOT pg_temp.like(got -> k, want -> k, off));
    WHEN 'array' THEN
      RETURN jsonb_array_length(got) = jsonb_array_length(want) AND NOT EXISTS (
        SELECT FROM generate_series(0, jsonb_array_length(want) - 1) i WHERE NOT pg_temp.like(got -> i, want -> i, off));
    ELSE RETURN got = want;
  END CASE;
END $$;
SELECT ok(pg_temp.like('{"a": [1, null]}', '{"a": [1.0000000001, null]}', 1e-9) AND NOT pg_temp.like('{"a": 1}', '{"a": 1.001}', 1e-9)
  AND NOT pg_temp.like('{"a": null}', '{"a": 1}', 1) AND NOT pg_temp.like('[1]', '[1, 2]', 1), 'the comparison sees a difference');

-- The same from a state, in parts, in another order, by workers.
CREATE TABLE answer AS
SELECT i, ARRAY[f + sin(i * 12.9898), f + sin(i * 78.233), f + sin(i * 37.719), g + sin(i * 4.581), g + sin(i * 93.9898),
    g + sin(i * 67.345)] AS r
FROM (SELECT i, 2 * sin(i * 1.7) AS f, 2 * cos(i * 2.3 + 1) AS g FROM generate_series(1, 3000) i) s;
CREATE TEMP TABLE whole AS
SELECT harmony.efa(2, 'oblimin', r) AS e, harmony.cfa(r) AS c, harmony.parallel_analysis(7, 50, r) AS p FROM answer;
SELECT ok(pg_temp.like(to_jsonb(harmony.efa(s, 2, 'oblimin')), to_jsonb(e), 1e-9)
  AND pg_temp.like(to_jsonb(harmony.cfa(s)), to_jsonb(c), 1e-9), 'a linear state of the items gives the same')
FROM whole, (SELECT harmony.merge(s) AS s FROM (SELECT harmony.linear_state(r[1], r[2:]) AS s FROM answer GROUP BY i % 7) t) u;
SELECT ok(pg_temp.like(to_jsonb(w), to_jsonb(whole), 1e-9), 'backwards')
FROM whole, (SELECT harmony.efa(2, 'oblimin', r) AS e, harmony.cfa(r) AS c, harmony.parallel_analysis(7, 50, r) AS p
             FROM (SELECT r FROM answer ORDER BY i DESC) s) w;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
ANALYZE answer;
CREATE FUNCTION pg_temp.plan(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; lines text := '';
BEGIN
  FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP lines := lines || line; END LOOP;
  RETURN lines;
END $$;
SELECT matches(pg_temp.plan(format('SELECT harmony.%s FROM answer', call)), 'Partial Aggregate', call || ': workers take part')
FROM unnest('{"efa(2, $$oblimin$$, r)",cfa(r),"parallel_analysis(7, 50, r)"}'::text[]) call;
SELECT ok(pg_temp.like(to_jsonb(w), to_jsonb(whole), 1e-9), 'by workers')
FROM whole, (SELECT harmony.efa(2, 'oblimin', r) AS e, harmony.cfa(r) AS c, harmony.parallel_analysis(7, 50, r) AS p FROM answer) w;
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT is((e).factors::text || (p).factors, '22', 'two factors were made, and found') FROM whole;
SELECT ok((c).rmsea_low < (c).rmsea AND (c).rmsea < (c).rmsea_high AND (c).p < 1e-9 AND (c).cfi < 0.9, 'one factor does not do') FROM whole;

-- Rows and items that are out of the ordinary.
SELECT is_empty($$SELECT FROM (SELECT harmony.efa(1, 'none', r) AS e, harmony.cfa(r) AS c, harmony.parallel_analysis(1, 9, r) AS p
  FROM answer WHERE false) s WHERE num_nonnulls(e, c, p) > 0$$, 'nothing of no row');
SELECT is_empty($$SELECT FROM (SELECT harmony.efa(1, 'none', r) AS e, harmony.cfa(r) AS c, harmony.parallel_analysis(1, 9, r) AS p
  FROM (VALUES (NULL::float8[]), ('{1,NULL,3}')) v (r)) s WHERE num_nonnulls(e, c, p) > 0$$, 'nothing of rows with a NULL');
SELECT results_eq($$SELECT (harmony.efa(2, 'varimax', CASE WHEN i % 10 = 0 THEN NULL ELSE r END)).n FROM answer$$, '{2700}'::bigint[],
  'rows with a NULL are skipped');
SELECT ok((e).warnings = '{item 2 does not vary}' AND (e).n = 3000 AND num_nonnulls((e).loadings, (e).eigenvalues, (e).chi2) = 0
  AND (c).warnings = '{item 2 does not vary}' AND num_nonnulls((c).loadings, (c).chi2, (c).omega) = 0, 'an item without variation')
FROM (SELECT harmony.efa(1, 'none', ARRAY[r[1], 5, r[2], r[3]]) AS e, harmony.cfa(ARRAY[r[1], 5, r[2], r[3]]) AS c FROM answer) s;
SELECT is(harmony.parallel_analysis(1, 9, ARRAY[r[1], 5, r[2]]), NULL, 'nor is there a parallel analysis of it') FROM answer;
SELECT ok((c).warnings = '{covariances are not positive definite}' AND NOT (c).converged AND (c).loadings IS NULL, 'dependent items')
FROM (SELECT harmony.cfa(ARRAY[r[1], r[2], r[1] + r[2], r[3]]) AS c FROM answer) s;
SELECT ok((c).warnings = '{one factor takes at least three items}' AND (c).loadings IS NULL, 'two items')
FROM (SELECT harmony.cfa(r[1:2]) AS c FROM answer) s;
SELECT is(((c).converged, (c).df, (c).chi2, (c).p, (c).cfi, (c).srmr)::text, '(t,0,0,,,)', 'three items leave nothing to test')
FROM (SELECT harmony.cfa(r[1:3]) AS c FROM answer) s;
-- Item 1 correlates with 2 and 3 by .8, these with each other by .3: the factor explains more than all variance of item 1.
CREATE TEMP TABLE heywood AS
SELECT sin(i * 12.9898) AS u, sin(i * 78.233) AS v, sin(i * 37.719) AS t FROM generate_series(1, 500) i;
SELECT is((e).warnings[1] || '; ' || (c).warnings[1],
  'communality of item 1 is above 1 (Heywood case); residual variance of item 1 is negative (Heywood case)', 'a Heywood case')
FROM (SELECT harmony.efa(1, 'none', h) AS e, harmony.cfa(h) AS c
      FROM heywood, LATERAL (SELECT ARRAY[u + v + 0.2 * t, u + 0.15 * v, v + 0.15 * u] AS h) l) s;
SELECT throws_ok(format('SELECT harmony.%s FROM answer', call), state, message, call) FROM (VALUES
  ('efa(0, ''none'', r)', '22023', 'number of factors must be at least 1'),
  ('efa(4, ''none'', r)', '22023', 'too many factors for the items'),
  ('efa(2147483647, ''none'', r)', '22023', 'too many factors for the items'),
  ('efa(1, ''promax'', r)', '22023', 'unknown rotation "promax"'),
  ('efa(1 + i % 2, ''none'', r)', '22023', 'options beside the items must be the same in every row'),
  ('efa(NULL, ''none'', r)', '22004', 'number of factors and rotation must not be null'),
  ('efa(1, NULL, r)', '22004', 'number of factors and rotation must not be null'),
  ('parallel_analysis(NULL, 1, r)', '22004', 'seed and number of draws must not be null'),
  ('parallel_analysis(1, 0, r)', '22023', 'draws must lie between 1 and 100000'),
  ('cfa(r || CASE WHEN i = 2000 THEN ''NaN''::float8 ELSE 1 END)', '22023', 'item 7 is NaN'),
  ('efa(1, ''none'', r || CASE WHEN i = 2000 THEN ''-infinity''::float8 ELSE 1 END)', '22023', 'item 7 is infinite'),
  ('cfa(r[1:i % 2 + 3])', '22023', 'number of items must be the same in every row'),
  ('cfa(''{}''::float8[])', '22023', 'a scale must have at least one item')) c (call, state, message);
SELECT throws_ok('SELECT harmony.cfa(harmony.wls_state(1, r[1], r[2:])) FROM answer', '22023', 'rows of a scale must not be weighted');
SELECT is_empty($$SELECT unit FROM unnest('{1e-300,1e300}'::float8[]) unit,
    LATERAL (SELECT harmony.efa(2, 'none', ARRAY[unit * r[1], r[2], r[3], r[4], r[5], r[6]]) AS e,
                    harmony.efa(2, 'none', r) AS f FROM answer) s
  WHERE NOT pg_temp.like(to_jsonb(e), to_jsonb(f), 1e-9)$$, 'units do not matter');
SELECT ok(pg_temp.like(to_jsonb((c).standardized), to_jsonb((d).standardized), 1e-9)
  AND abs((c).loadings[1] / 1e307 - (d).loadings[1]) < 1e-9 AND abs((c).loadings[2] / 1e-200 - (d).loadings[2]) < 1e-9
  AND (c).residual_variances[1] IS NULL AND (c).converged AND (c).warnings = '{}', 'nor of one factor; a variance beyond numbers is NULL')
FROM (SELECT harmony.cfa(ARRAY[1e307 * r[1], 1e-200 * r[2], r[3], r[4] + 1e9, r[5]]) AS c, harmony.cfa(r[1:5]) AS d FROM answer) s;
SELECT ok((c).converged AND (c).aic IS NULL AND (c).chi2 < 10, 'an item of the smallest numbers')
FROM (SELECT harmony.cfa(ARRAY[5e-324 * (i % 2), r[1], r[2], r[3]]) AS c FROM answer) s;
SELECT throws_ok('SELECT harmony.cfa(array_fill(i::float8, ARRAY[1602])) FROM generate_series(1, 2) i', '54000', 'too many items');
SELECT throws_ok('SELECT harmony.parallel_analysis(1, 100000, array_fill(sin(i), ARRAY[201])) FROM generate_series(1, 9) i',
  '54000', 'too many random eigenvalues');
SELECT throws_ok('SELECT harmony.irt_graded(array_fill(i % 2, ARRAY[2001])) FROM generate_series(1, 4) i', '54000', 'too many items');
SELECT throws_ok('SELECT harmony.irt_graded(array_fill(i % 3, ARRAY[1334])) FROM generate_series(1, 6) i', '54000',
  'too many parameters of items');


-- States of options and items in the hands of a user: read back, finished by hand, of other options, damaged, for another function.
CREATE TEMP TABLE items_state AS
SELECT s, s::text AS written FROM (
  SELECT harmony_internal.efa_transition(harmony_internal.efa_transition(NULL, 1, 'none', '{1,2,4}'), 1, 'none', '{2,1,9}') AS s) t;
SELECT is(written::harmony_internal.items_state::text, written, 'a state is written and read') FROM items_state;
SELECT is((harmony_internal.efa_final(harmony_internal.efa_transition(s, 1, 'none', '{4,4,1}'))).n, 3::bigint, 'and goes on')
FROM items_state;
SELECT throws_ok('SELECT harmony_internal.efa_transition(s, 2, $$none$$, $${4,4,1}$$) FROM items_state', '22023');
SELECT throws_ok('SELECT harmony_internal.efa_transition(s, 1, $$none$$, $${4,4}$$) FROM items_state', '22023');
SELECT throws_ok('SELECT harmony_internal.parallel_analysis_final(s) FROM items_state', '22023');
SELECT throws_ok('SELECT overlay(written placing $$f$$ FROM length(written) - 60)::harmony_internal.items_state FROM items_state', '22P03');
SELECT throws_ok('SELECT $$x$$::harmony_internal.items_state', '22P02');

-- Item response models: Bock and Lieberman's LSAT 6, in any type of answers; answers that are out of the ordinary.
CREATE TEMP TABLE lsat AS
SELECT ARRAY[(p >> 4) & 1, (p >> 3) & 1, (p >> 2) & 1, (p >> 1) & 1, p & 1]::smallint[] AS r
FROM unnest('{3,6,2,11,1,1,3,4,1,8,0,16,0,3,2,15,10,29,14,81,3,28,15,80,16,56,21,173,11,61,28,298}'::integer[]) WITH ORDINALITY u (n, o),
  LATERAL (SELECT o::integer - 1 AS p) l, generate_series(1, n);
CREATE TEMP TABLE lsat_fit AS SELECT harmony.irt_2pl(r) AS f FROM lsat;
SELECT ok(pg_temp.like(to_jsonb(f), '{"n": 1000, "items": 5, "patterns": 30, "converged": true, "log_likelihood": -2466.6534,
  "a": [0.8257, 0.7227, 0.8909, 0.6884, 0.6569], "thresholds": null, "warnings": []}', 5e-5)
  AND abs((f).b[1] + 3.3588) < 5e-5, 'LSAT 6 as published') FROM lsat_fit;
SELECT is(to_jsonb(harmony.irt_2pl(s.r)), to_jsonb(f), 'backwards, with rows that say nothing: the same to the last bit')
FROM lsat_fit, (SELECT r FROM (SELECT r, row_number() OVER () AS i FROM lsat
                               UNION ALL VALUES (NULL::smallint[], 0), ('{NULL,NULL,NULL,NULL,NULL}', 1)) t ORDER BY i DESC) s GROUP BY f;
SELECT is(to_jsonb(g), to_jsonb(f), type) FROM lsat_fit, (
  SELECT 'boolean' AS type, harmony.irt_2pl(ARRAY[r[1] = 1, r[2] = 1, r[3] = 1, r[4] = 1, r[5] = 1]) AS g FROM lsat
  UNION ALL SELECT 'integer', harmony.irt_2pl(r::integer[]) FROM lsat UNION ALL SELECT 'bigint', harmony.irt_2pl(r::bigint[]) FROM lsat
  UNION ALL SELECT 'real', harmony.irt_2pl(r::real[]) FROM lsat UNION ALL SELECT 'float8', harmony.irt_2pl(r::float8[]) FROM lsat
  UNION ALL SELECT 'numeric', harmony.irt_2pl(r::numeric[]) FROM lsat) s;
SELECT ok((g).b IS NULL AND (g).thresholds =
  (SELECT jsonb_agg(jsonb_build_array(b) ORDER BY o) FROM unnest((f).b) WITH ORDINALITY u (b, o)),
  'graded answers 0 and 1 are the same')
FROM lsat_fit, (SELECT harmony.irt_graded(r) AS g FROM lsat) s;
SET LOCAL max_parallel_workers_per_gather = 2;
CREATE TABLE lsat_rows AS SELECT r FROM lsat;
ANALYZE lsat_rows;
SELECT matches(pg_temp.plan('SELECT harmony.irt_2pl(r) FROM lsat_rows'), 'Partial Aggregate', 'workers take part');
SELECT is(to_jsonb(harmony.irt_2pl(r)), (SELECT to_jsonb(f) FROM lsat_fit), 'and give the same to the last bit') FROM lsat_rows;
SELECT is(((f).n, (f).a, (f).log_likelihood, (f).converged, (f).warnings)::text,
  '(2,,,f,"{""item 2 does not vary"",""fewer than three items vary""}")', 'too few items')
FROM (SELECT harmony.irt_2pl(r) AS f FROM (VALUES ('{0,1,1}'::integer[]), ('{1,1,0}')) v (r)) s;
SELECT ok((f).a[2] IS NULL AND (f).b[2] IS NULL AND (f).a[6] > 0 AND (f).warnings = '{item 2 does not vary}', 'an item without variation')
FROM (SELECT harmony.irt_2pl(r[1:1] || 1::smallint || r[2:]) AS f FROM lsat) s;
SELECT ok((f).warnings::text LIKE '%is beyond 20%' OR NOT (f).converged, 'a Guttman scale is told')
FROM (SELECT harmony.irt_2pl(ARRAY[i > 0, i > 1, i > 2, i > 3]) AS f FROM generate_series(0, 4) i, generate_series(1, 50)) s;
SELECT is(harmony.irt_2pl(r), NULL, 'nothing of no answers') FROM (VALUES (NULL::integer[]), ('{NULL,NULL}')) v (r);
SELECT throws_ok(format('SELECT harmony.%s FROM lsat', call), state, message, call) FROM (VALUES
  ('irt_2pl(r || 2::smallint)', '22023', 'answers must be 0 or 1'),
  ('irt_2pl(r::float8[] || 0.5)', '22023', 'answers must be 0 or 1'),
  ('irt_2pl(r::float8[] || ''NaN''::float8)', '22023', 'answers must not hold NaN'),
  ('irt_2pl(r::float8[] || ''infinity''::float8)', '22023', 'answers must be 0 or 1'),
  ('irt_graded(r || (-1)::smallint)', '22023', 'answers must be a whole number from 0 to 254'),
  ('irt_graded(r || (3 * r[1])::smallint)', '22023', 'an answer between others was never given'),
  ('irt_2pl(r::text[])', '42804', 'array "answers" must hold booleans or numbers, not text'),
  ('irt_2pl(ARRAY[r])', '2202E', 'array "answers" must have one dimension'),
  ('irt_2pl(''{}''::integer[])', '22023', 'answers must have at least one item'),
  ('irt_2pl(r[1:3 + r[5]])', '22023', 'number of answers must be the same in every row')) c (call, state, message);
SELECT * FROM finish();
ROLLBACK;
