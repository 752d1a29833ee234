-- Results as they are shown: decimals and least_team of a match request, kinds in place of scores in a sociogram.
\pset format unaligned
\pset tuples_only on
CREATE FUNCTION pg_temp.same(what text, got anyelement, want anyelement) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what ELSE format('NOT OK - %s: %s, not %s', what, got, want) END$$;
CREATE FUNCTION pg_temp.profile(n int) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN jsonb_build_object('big_five', jsonb_build_object(
  'conscientiousness', 50 + 37 * sin(n), 'agreeableness', 55 + 29 * sin(2 * n), 'neuroticism', 45 + 31 * sin(3 * n)),
  'cognitive', jsonb_build_object('gca', 60 + 33 * sin(11 * n)), 'resilience', 50 + 39 * sin(13 * n));
CREATE TEMP TABLE pool AS SELECT md5(n::text)::uuid AS person, pg_temp.profile(n) AS profile FROM generate_series(1, 300) n;
CREATE TEMP TABLE asked AS SELECT jsonb_strip_nulls(harmony.match_request(
  environment => '{"charter_intensity": 0.5, "management_pressure": 0.5,
  "salary_index": 0.6, "rest_days_ratio": 0.7}', crew => ARRAY (SELECT pg_temp.profile(n) FROM generate_series(301, 306) n), rules => '[]',
  draws => 200)) AS request;
CREATE TEMP TABLE exact AS SELECT m.* FROM asked, unnest((SELECT harmony.match(person, profile, request) FROM pool)) m;
CREATE TEMP TABLE whole AS SELECT m.* FROM asked, unnest((SELECT harmony.match(person, profile, request || '{"decimals": 0}') FROM pool)) m;

-- Order, ties, labels and flags are of the full figures; scores are those rounded.
SELECT pg_temp.same('the same order and the same words', (SELECT count(*) FROM exact e JOIN whole w USING (person)
  WHERE (e.rank, e.tied_with, e.fit_label, e.success_label, e.confidence, e.flags, e.team_flags, e.safety_level)
  = (w.rank, w.tied_with, w.fit_label, w.success_label, w.confidence, w.flags, w.team_flags, w.safety_level)), 300::bigint);
SELECT pg_temp.same('whole numbers', (SELECT count(*) FROM exact e JOIN whole w USING (person)
  CROSS JOIN LATERAL (VALUES (e.g_fit, w.g_fit), (e.y_success, w.y_success), (e.p_ind, w.p_ind), (e.f_team, w.f_team), (e.f_env, w.f_env),
    (e.team_delta, w.team_delta), (e.y_low, w.y_low), (e.y_high, w.y_high), (e.g_fit_low, w.g_fit_low), (e.centile, w.centile),
    (e.centile_low, w.centile_low), (e.g_fit_computed, w.g_fit_computed)) v (a, b)
  WHERE harmony_internal.rounded_score(v.a, 0) IS DISTINCT FROM v.b OR v.b <> floor(v.b)), 0::bigint);
SELECT pg_temp.same('whole percent', (SELECT count(*) FROM exact e JOIN whole w USING (person)
  WHERE harmony_internal.rounded_score(e.p_top, 2) IS DISTINCT FROM w.p_top OR harmony_internal.rounded_score(e.data_quality, 2)
    IS DISTINCT FROM w.data_quality), 0::bigint);
SELECT pg_temp.same('competencies too', (SELECT count(*) FROM whole w, jsonb_each(w.competencies) c
  WHERE (c.value ->> 'score')::numeric <> floor((c.value ->> 'score')::numeric)), 0::bigint);
SELECT pg_temp.same('an interval holds its score', (SELECT count(*) FROM whole WHERE y_success NOT BETWEEN y_low AND y_high), 0::bigint);
SELECT pg_temp.same('one decimal', (SELECT count(*) FROM asked, unnest((SELECT harmony.match(person, profile, request || '{"decimals": 1}')
  FROM pool)) m JOIN exact e USING (person) WHERE m.y_success = harmony_internal.rounded_score(e.y_success, 1)), 300::bigint);
SELECT pg_temp.same('correlations of the sensitivity are whole percent', (SELECT count(*) FROM asked, unnest((
  SELECT harmony.rank_sensitivity(person, profile, request || '{"decimals": 0}') FROM pool)) s
  WHERE s.kendall_tau <> round(s.kendall_tau::numeric, 2) OR s.spearman_rho <> round(s.spearman_rho::numeric, 2)), 0::bigint);

-- Contributions of an explanation still sum.
CREATE TEMP TABLE explained AS SELECT person, harmony.impact(profile, request || '{"decimals": 0}', person) AS i FROM pool, asked;
SELECT pg_temp.same('terms sum', (SELECT count(*) FROM explained WHERE (i #>> '{success,score}')::numeric <> (
  SELECT sum((t.value ->> 'contribution')::numeric) FROM jsonb_each(i #> '{success,terms}') t)
  + (i #>> '{success,intercept}')::numeric + (i #>> '{success,clamping}')::numeric), 0::bigint);
SELECT pg_temp.same('competencies sum', (SELECT count(*) FROM explained WHERE (i #>> '{fit,g_fit_computed}')::numeric <> (
  SELECT sum((c.value ->> 'contribution')::numeric) FROM jsonb_each(i #> '{fit,competencies}') c)), 0::bigint);
SELECT pg_temp.same('traits sum', (SELECT count(*) FROM explained, jsonb_each(i #> '{fit,competencies}') c
  WHERE (c.value ->> 'score')::numeric <> (SELECT sum((t ->> 'contribution')::numeric) FROM jsonb_array_elements(c.value -> 'traits') t)),
  0::bigint);
SELECT pg_temp.same('parts of the team sum', (SELECT count(*) FROM explained WHERE (i #>> '{team,delta,score}')::numeric <> (
  SELECT sum((p.value ->> 'contribution')::numeric) FROM jsonb_each(i #> '{team,delta,parts}') p)), 0::bigint);
SELECT pg_temp.same('and are those of the ranking', (SELECT count(*) FROM explained JOIN whole w USING (person)
  WHERE (i #>> '{success,score}')::float8 = w.y_success), 300::bigint);
SELECT pg_temp.same('words have no decimals', (SELECT count(*) FROM explained WHERE i ->> 'explanation' ~ '[0-9]\.[0-9]'
  AND i ->> 'explanation' !~ 'ratio [0-9]\.[0-9]'), 0::bigint);
SELECT e FROM asked, jsonb_array_elements_text(harmony.impact(
  '{"big_five": {"agreeableness": 14.9, "conscientiousness": 50, "neuroticism": 20}}',
  (request - 'rules') || '{"decimals": 0}') -> 'explanation') e;

-- A team that is too small is not told: the prediction is that without a team.
SELECT pg_temp.same('six are fewer than seven', (SELECT count(*) FROM asked, unnest((SELECT harmony.match(person, profile,
  request || '{"least_team": 7}') FROM pool)) m
  JOIN unnest((SELECT harmony.match(person, profile, request - 'crew') FROM pool)) n USING (person)
  WHERE m.f_team IS NULL AND m.team_delta IS NULL AND m.team_flags = '{}' AND m.y_success = n.y_success AND m.rank = n.rank), 300::bigint);
SELECT pg_temp.same('six are six', (SELECT count(*) FROM asked, unnest((SELECT harmony.match(person, profile,
  request || '{"least_team": 6}') FROM pool)) m JOIN exact e USING (person) WHERE m.f_team = e.f_team), 300::bigint);
SELECT pg_temp.same('of whom one was not measured', (SELECT count(m.f_team) FROM asked, unnest((SELECT harmony.match(person, profile,
  jsonb_set(request, '{crew,0}', '{"resilience": 50}') || '{"least_team": 6}') FROM pool)) m), 0::bigint);
SELECT pg_temp.same('a member is one of the six', (SELECT count(m.f_team) FROM asked, unnest((SELECT harmony.match(person, profile,
  request || jsonb_build_object('least_team', 6, 'crew_ids', (SELECT jsonb_agg(md5(n::text)::uuid) FROM generate_series(1, 6) n)))
  FROM pool)) m), 294::bigint);
SELECT harmony.impact(profile, request || '{"least_team": 7}') #>> '{explanation,2}' FROM pool, asked LIMIT 1;
SELECT pg_temp.same('nothing of the team', harmony.impact(profile, request || '{"least_team": 7}') #> '{team,with,min_agreeableness}',
  'null'::jsonb) FROM pool, asked LIMIT 1;

-- The least of three counts.
SELECT pg_temp.same(what, harmony_internal.least_measured(profiles), want) FROM (VALUES
  ('nobody', '{}'::jsonb[], 0), ('three, of whom one has no stability', ARRAY[pg_temp.profile(1), pg_temp.profile(2),
    '{"big_five": {"agreeableness": 1, "conscientiousness": 1}}'], 2), ('a member without a profile', ARRAY[pg_temp.profile(1), NULL], 1))
  v (what, profiles, want);

-- A sociogram by kinds: no scores, and places that follow from the kinds alone.
CREATE TEMP TABLE picture AS SELECT harmony.sociogram(m, NULL, false) AS full_one, harmony.sociogram(m, NULL, true) AS by_kind
  FROM (SELECT jsonb_agg(jsonb_build_object('id', n::text, 'profile', pg_temp.profile(n))) FROM generate_series(1, 8) n) x (m);
SELECT pg_temp.same('the same kinds', (SELECT jsonb_agg(e -> 'kind') FROM picture, jsonb_array_elements(by_kind -> 'edges') e),
  (SELECT jsonb_agg(e -> 'kind') FROM picture, jsonb_array_elements(full_one -> 'edges') e));
SELECT pg_temp.same('no score', (SELECT count(*) FROM picture, jsonb_array_elements(by_kind -> 'edges') e WHERE e -> 'score' <> 'null')
  + (SELECT count(*) FROM picture WHERE by_kind #> '{summary,mean_score}' <> 'null'), 0::bigint);
SELECT pg_temp.same('other scores of the same kinds, the same places', count(DISTINCT harmony.sociogram(m, NULL, true)), 1::bigint)
  FROM (SELECT jsonb_agg(jsonb_build_object('id', n::text, 'profile', jsonb_build_object('big_five', jsonb_build_object(
    'conscientiousness', 60 + d * n, 'agreeableness', 60 + d * n, 'neuroticism', 30)))) FROM generate_series(1, 5) n,
    (VALUES (0.5), (1.5)) v (d) GROUP BY d) x (m);
SELECT pg_temp.same('kinds of scores', (SELECT string_agg(harmony_internal.dyad_kind(v), ' ' ORDER BY v)
  FROM unnest(ARRAY[0, 0.3, 0.5, 0.7, 0.71]::float8[]) v), 'friction neutral neutral neutral synergy');

-- Rounding by the one rule; numbers read and written anew.
SELECT pg_temp.same(format('%s to %s', x, d), harmony_internal.rounded_score(x, d), want) FROM (VALUES (62.5::float8, 0, 62::float8),
  (63.5, 0, 64), (0.1 + 0.2, 1, 0.3), (-0.2, 0, 0), ('Infinity', 0, 'Infinity'), (52.95 - 1e-14, 1, 53)) v (x, d, want);
SELECT pg_temp.same('an environment as read', harmony_internal.environment_as_read(('{"salary_index": 0.' || repeat('3', 5000)
  || ', "rest_days_ratio": 1e-400}')::jsonb), '{"salary_index": 0.3333333333333333, "rest_days_ratio": 0, "charter_intensity": null,
  "private_cabin_ratio": null, "management_pressure": null}'::jsonb);
SELECT pg_temp.same('a leadership as read', harmony_internal.leadership_as_read('{"autonomy": 0.10, "structure": null}'),
  '{"autonomy": 0.1, "feedback": null, "structure": null}'::jsonb);

-- Refused.
\set VERBOSITY terse
SELECT harmony.check_match_request('{"decimals": 10}');
SELECT harmony.check_match_request('{"decimals": -1}');
SELECT harmony.check_match_request('{"least_team": -1}');
SELECT harmony.check_match_request('{"least_team": "x"}');
SELECT harmony_internal.rounded_score(1, 10);
SELECT harmony_internal.environment_as_read('{"salary_index": 2}');
SELECT harmony_internal.leadership_as_read('[]');
SELECT harmony.p_ind('{"resilience": 1e400}');
