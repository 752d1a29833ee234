-- How uncertain the scores of a ranking are: intervals, who cannot be told apart, the chance to be among the best. Wanted values by
-- hand, or SQL's.
\pset format unaligned
\pset tuples_only on

CREATE FUNCTION pg_temp.near(what text, got float8, want float8) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want OR abs(got - want) <= 1e-9 THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got::text, 'null'), coalesce(want::text, 'null')) END $$;
CREATE FUNCTION pg_temp.same(what text, got text, want text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got, 'null'), coalesce(want, 'null')) END $$;
CREATE FUNCTION pg_temp.id(k integer) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5(k::text)::uuid;
CREATE FUNCTION pg_temp.message(request jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE detail text;
BEGIN
  PERFORM harmony.check_match_request(request);
  RETURN 'accepted';
EXCEPTION WHEN others THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
  RETURN concat_ws(' | ', SQLSTATE, SQLERRM, nullif(detail, ''));
END $$;

--
-- The document
--
SELECT pg_temp.near('a norm', (harmony.default_model() #>> '{uncertainty,neuroticism}')::float8,
  round((21.4564 * sqrt(1 - 0.885))::numeric, 4)),
  pg_temp.same('an assumption is null', harmony.default_model() #>> '{uncertainty,resilience}', NULL),
  pg_temp.same('no residual', jsonb_typeof(harmony.default_model() #> '{uncertainty,residual_sd}'), 'null');
SELECT pg_temp.same('the document reads what it writes',
  pg_temp.message(harmony.match_request(model => harmony.default_model())), 'accepted');
SELECT pg_temp.same(m.model, pg_temp.message(harmony.match_request(model => jsonb_build_object('uncertainty', m.model::jsonb))), m.want)
FROM (VALUES
  ('{"autonomy": 1.5}', '22023 | "autonomy" is out of range | The value in uncertainty is 1.5; it must be between 0 and 1.'),
  ('{"resilience": -1}', '22023 | "resilience" is out of range | The value in uncertainty is -1; it must be between 0 and 100.'),
  ('{"resilience": null, "residual_sd": 8}', 'accepted'),
  ('{"alpha": 1}', '22023 | unrecognized key "alpha" in uncertainty')) m (model, want);
SELECT pg_temp.same('draws and seed', pg_temp.message(r.request), r.want) FROM (VALUES
  (harmony.match_request(draws => 10001), '22003 | "draws" must be between 0 and 10000'),
  (harmony.match_request(draws => -1), '22003 | "draws" must be between 0 and 10000'),
  (harmony.match_request(seed => 9007199254740992), '22003 | "seed" must be between 0 and 9007199254740991'),
  (harmony.match_request(draws => 10000, seed => 9007199254740991), 'accepted')) r (request, want);

--
-- One trait, by hand: g_fit and y_success are conscientiousness, with an error of 7.4977
--
SELECT '{"competencies": {"individual_performance": {"conscientiousness": 1}, "team_fit": {"conscientiousness": 1}, '
  '"environmental_fit": {"conscientiousness": 1}, "leadership_fit": {"conscientiousness": 1}}, "p_ind": {"conscientiousness": 1}}'
    AS only \gset
CREATE TEMP TABLE pool AS
SELECT k, pg_temp.id(k) AS person, jsonb_build_object('big_five', jsonb_build_object('conscientiousness', x)) AS profile
FROM (VALUES (1, 60), (2, 50), (3, 40), (4, 99), (5, 20)) v (k, x);
CREATE TEMP TABLE ranked AS SELECT p.k, m.* FROM unnest((
  SELECT harmony.match(person, profile, harmony.match_request(model => :'only', rules => '[]', draws => 10000, seed => 3)) FROM pool)) m
  JOIN pool p USING (person);
SELECT pg_temp.near('low', y_low, 60 - 7.4977 * 1.6448536269514722), pg_temp.near('high', y_high, 60 + 7.4977 * 1.6448536269514722),
  pg_temp.near('low of the fit', g_fit_low, y_low), pg_temp.near('high of the fit', g_fit_high, y_high) FROM ranked WHERE k = 1;
SELECT pg_temp.near('clamped', y_high, 100), pg_temp.near('at the other end', y_low, 99 - 7.4977 * 1.6448536269514722)
  FROM ranked WHERE k = 4;
-- 1.645 sqrt(2) 7.4977 = 17.44: 60 and 50, 50 and 40 tie, 60 and 40 do not.
SELECT pg_temp.same('tied', array_agg(tied_with ORDER BY k)::text, '{1,2,1,0,0}') FROM ranked;
SELECT pg_temp.near('fewer than ten', p_top, 1) FROM ranked WHERE k = 5;
CREATE TEMP TABLE first AS SELECT p.k, m.* FROM unnest((
  SELECT harmony.match(person, profile, harmony.match_request(model => :'only', rules => '[]', draws => 10000, seed => 3, top => 1))
  FROM pool WHERE k < 3)) m JOIN pool p USING (person);
-- Of two, without regression to the mean: the normal distribution function of 10/(7.4977 sqrt(2)) = .8272.
SELECT pg_temp.same('one row', count(*)::text, '1'),
  pg_temp.same('the chance to be first', (abs(min(p_top) - 0.8272) < 0.012)::text, 'true') FROM first;
SELECT pg_temp.near('a residual', y_high, 60 + 1.6448536269514722 * sqrt(7.4977 ^ 2 + 64)),
  pg_temp.near('not in the fit', g_fit_high, 60 + 7.4977 * 1.6448536269514722)
FROM unnest((SELECT harmony.match(person, profile, harmony.match_request(
  model => :'only'::jsonb || '{"uncertainty": {"residual_sd": 8}}', rules => '[]')) FROM pool WHERE k = 1));
SELECT pg_temp.near('an error of its own', y_high, 60 + 1.6448536269514722 * 2)
FROM unnest((SELECT harmony.match(person, profile, harmony.match_request(
  model => :'only'::jsonb || '{"uncertainty": {"conscientiousness": 2}}', rules => '[]')) FROM pool WHERE k = 1));
-- The explanation has the numbers of the ranking.
SELECT pg_temp.near('y_low', (i #>> '{success,y_low}')::float8, r.y_low),
  pg_temp.near('y_high', (i #>> '{success,y_high}')::float8, r.y_high),
  pg_temp.near('g_fit_low', (i #>> '{fit,g_fit_low}')::float8, r.g_fit_low),
    pg_temp.near('g_fit_high', (i #>> '{fit,g_fit_high}')::float8, r.g_fit_high)
FROM ranked r JOIN pool p USING (person), harmony.impact(p.profile, harmony.match_request(model => :'only', rules => '[]')) i
  WHERE r.k = 1;
-- Without stage 2 there is nothing to be uncertain of; of the disqualified 0 is a verdict, not a measurement.
SELECT pg_temp.same('disqualified', row(safety_level, g_fit, y_low, y_high, g_fit_low, g_fit_high, p_top, tied_with)::text,
  '(DISQUALIFIED,0,,,,,,)')
FROM unnest((SELECT harmony.match(person, profile, harmony.match_request(model => :'only', draws => 100,
  rules => '[{"trait": "conscientiousness", "below": 70, "effect": "hard"}]')) FROM pool WHERE k = 1));

--
-- A large pool: the first 1,000 are drawn; ties as SQL counts them; the same with any number of workers and any order
--
CREATE TABLE uncertain_pool AS
SELECT k, pg_temp.id(k) AS person, jsonb_build_object('big_five', jsonb_build_object('conscientiousness', k * 7 % 1009 / 10.09))
  AS profile
FROM generate_series(1, 1500) k;
CREATE TEMP TABLE large AS SELECT m.* FROM unnest((
  SELECT harmony.match(person, profile, harmony.match_request(model => :'only', rules => '[]', draws => 200, seed => 3) ORDER BY k)
  FROM uncertain_pool)) m;
SELECT pg_temp.same('drawn', count(p_top)::text, '1000'),
  pg_temp.same('the first of all', max(rank) FILTER (WHERE p_top IS NOT NULL)::text, '1000'),
  pg_temp.near('ten places', sum(p_top), 10), pg_temp.same('within their intervals',
    bool_and(y_success BETWEEN y_low AND y_high AND y_low >= 0
    AND y_high <= 100 AND g_fit BETWEEN g_fit_low AND g_fit_high)::text, 'true') FROM large;
SELECT pg_temp.same('ties', count(*) FILTER (WHERE a.tied_with <> b.n)::text, '0') FROM large a CROSS JOIN LATERAL (
  SELECT count(*) AS n FROM large o WHERE o.person <> a.person
    AND abs(o.y_success - a.y_success) <= 1.6448536269514722 * sqrt(2) * 7.4977) b;
SET min_parallel_table_scan_size = 0;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET max_parallel_workers_per_gather = 2;
SET parallel_leader_participation = off;
CREATE TEMP TABLE parallel AS SELECT m.* FROM unnest((
  SELECT harmony.match(person, profile, harmony.match_request(model => :'only', rules => '[]', draws => 200, seed => 3))
  FROM uncertain_pool)) m;
SELECT pg_temp.same('workers', count(*)::text, '0') FROM (TABLE large EXCEPT TABLE parallel) d;
RESET ALL;
CREATE TEMP TABLE backward AS SELECT m.* FROM unnest((
  SELECT harmony.match(person, profile, harmony.match_request(model => :'only', rules => '[]', draws => 200, seed => 3) ORDER BY k DESC)
  FROM uncertain_pool)) m;
SELECT pg_temp.same('order', count(*)::text, '0') FROM (TABLE large EXCEPT TABLE backward) d;
SELECT pg_temp.same('another seed', (sum(abs(l.p_top - m.p_top)) > 0)::text, 'true') FROM large l JOIN unnest((
  SELECT harmony.match(person, profile, harmony.match_request(model => :'only', rules => '[]', draws => 200, seed => 4))
    FROM uncertain_pool)) m
  USING (person);
SELECT pg_temp.same('draws change nothing else', count(*)::text, '0') FROM large l JOIN unnest((
  SELECT harmony.match(person, profile, harmony.match_request(model => :'only', rules => '[]')) FROM uncertain_pool)) m
  USING (person) WHERE m.p_top IS NOT NULL OR row(l.rank, l.y_success, l.y_low, l.y_high, l.tied_with)
    IS DISTINCT FROM row(m.rank, m.y_success, m.y_low, m.y_high, m.tied_with);
DROP TABLE uncertain_pool;
