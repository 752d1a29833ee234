-- The health of a crew, the impact of a candidate, sensitivity and selection rates. Wanted values are worked out by hand.
\set VERBOSITY sqlstate
\pset format unaligned
\pset tuples_only on
SET extra_float_digits = 0;

CREATE FUNCTION pg_temp.near(what text, got float8, want float8) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want OR abs(got - want) <= 1e-9 THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got::text, 'null'), coalesce(want::text, 'null')) END $$;
CREATE FUNCTION pg_temp.same(what text, got text, want text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got, 'null'), coalesce(want, 'null')) END $$;
CREATE FUNCTION pg_temp.outcome(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  EXECUTE 'SELECT (' || expression || ')::text' INTO r;
  RETURN CASE WHEN r IS NULL THEN 'null' ELSE 'value' END;
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
CREATE FUNCTION pg_temp.check_calls(calls text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT CASE WHEN got = want THEN 'ok - ' ELSE format('NOT OK - got %s: ', got) END || want || ' ' || expression
  FROM regexp_split_to_table(btrim(calls, E'\n'), E'\n') WITH ORDINALITY l (line, k),
       LATERAL (SELECT split_part(btrim(line), ' ', 1) AS want, substr(btrim(line), strpos(btrim(line), ' ') + 1) AS expression) e,
       LATERAL pg_temp.outcome(expression) got
  ORDER BY k $$;
CREATE TEMP TABLE member (id text, profile jsonb);
INSERT INTO member VALUES
  ('one', '{"big_five": {"conscientiousness": 60, "agreeableness": 80, "neuroticism": 30}, "cognitive": {"gca": 70}}'),
  ('two', '{"big_five": {"conscientiousness": 80, "agreeableness": 60, "neuroticism": 50}}');

--
-- harmony_metrics
--
-- P_ind (.5 · 70 + .35 · 60)/.85 = 56/.85 and 80; cohesion (60 + 60)/2; sd sqrt(200); quality of the third person 0.
SELECT pg_temp.near('performance', m.performance, (56/0.85 + 80)/2), pg_temp.near('cohesion', m.cohesion, 60),
  pg_temp.near('min A', m.min_agreeableness, 60),
  pg_temp.near('sd C', m.sd_conscientiousness, sqrt(200)), pg_temp.near('mean ES', m.mean_emotional_stability, 60),
    pg_temp.near('min ES', m.min_emotional_stability, 50),
  pg_temp.near('gca', m.mean_gca, 70), pg_temp.same('n', m.n::text, '3'),
    pg_temp.near('quality', m.data_quality, (0.85 + 0.35 + 2 + 2 + 2)/12)
FROM (SELECT (harmony.harmony_metrics(array_agg(profile ORDER BY id) || NULL::jsonb)).* FROM member) m;
SELECT pg_temp.near('weights of the model',
  (harmony.harmony_metrics(array_agg(profile), '{"p_ind": {"conscientiousness": 1}}')).performance, 70) FROM member;
SELECT pg_temp.same('nobody', (harmony.harmony_metrics('{}')).n::text, '0'),
  pg_temp.same('no array', harmony.harmony_metrics(NULL)::text, NULL);

--
-- weather
--
CREATE TEMP TABLE pulse (vessel text, person uuid, day date, value float8);
INSERT INTO pulse VALUES
  ('a', '00000000-0000-0000-0000-000000000001', '2026-03-08', 3), ('a', '00000000-0000-0000-0000-000000000001', '2026-03-09', 4),
  ('a', '00000000-0000-0000-0000-000000000002', '2026-03-10', 4), ('a', '00000000-0000-0000-0000-000000000002', '2026-03-01', 2),
  ('a', '00000000-0000-0000-0000-000000000002', '2026-01-01', 1), ('a', '00000000-0000-0000-0000-000000000002', '2026-03-11', 1),
  ('a', NULL, '2026-03-10', 1), ('a', '00000000-0000-0000-0000-000000000003', '2026-03-10', NULL), ('b', NULL, NULL, NULL);
SELECT pg_temp.same('counts', format('%s %s %s %s %s', w.n_pulses, w.n_people, w.days_observed, w.n_differences, w.trend_days),
  '3 2 3 2 4'),
  pg_temp.near('mean', w.mean, 11.0/3), pg_temp.near('weather', w.weather, 23.0/7), pg_temp.near('rmssd', w.rmssd, sqrt(2.5)),
  pg_temp.near('slope', w.slope, 0.22), pg_temp.near('slope low', w.slope_low, 0.22 - 0.95 * sqrt(2/0.0975) * sqrt(0.0033)),
  pg_temp.near('outlook', w.outlook, 23.0/7), pg_temp.near('outlook high', w.outlook_high, 5),
    pg_temp.same('words', concat_ws(' ', w.status, w.trend, w.outlook_status), 'stable steady turbulent')
FROM (SELECT (harmony.weather(person, day, value, '2026-03-10')).* FROM pulse WHERE vessel = 'a') w;
SELECT pg_temp.same('nothing known', harmony.weather(person, day, value, '2026-03-10')::text, '(0,0,0,,,,,0,0,,,,,,,,)') FROM pulse
  WHERE vessel = 'b';
SELECT pg_temp.same('no row', harmony.weather(person, day, value, '2026-03-10')::text, NULL) FROM pulse WHERE false;
SELECT pg_temp.near('three days count in full',
  (harmony.weather(person, day, value, '2026-03-10', '{"team": {"weather": {"days": 3}}}')).weather, 11.0/3) FROM pulse WHERE vessel = 'a';

-- The same to the last bit in any order and with workers.
CREATE TABLE team_health_pulse AS
  SELECT v AS vessel, md5(v || ' ' || p)::uuid AS person, '2026-03-10'::date - d AS day,
    1 + (v * 7 + p * 13 + d * d * 5) % 41 / 10.0::float8 AS value
  FROM generate_series(1, 20) v, generate_series(1, 12) p, generate_series(0, 40) d WHERE (v + p + d) % 4 <> 0;
ANALYZE team_health_pulse;
CREATE TEMP TABLE serial AS SELECT vessel, harmony.weather(person, day, value, '2026-03-10')::text AS w FROM team_health_pulse
  GROUP BY vessel;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
SET enable_sort = off;
ALTER TABLE team_health_pulse SET (parallel_workers = 2);
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS SETOF text
  LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query; END $$;
SELECT pg_temp.same('a partial aggregate', bool_or(line LIKE '%Partial %Aggregate%')::text, 'true')
  FROM pg_temp.plan_of($$SELECT vessel, harmony.weather(person, day, value, '2026-03-10') FROM team_health_pulse GROUP BY vessel$$) line;
SELECT pg_temp.same('workers', count(*)::text, '20') FROM (SELECT vessel, harmony.weather(person, day, value, '2026-03-10')::text AS w
  FROM team_health_pulse GROUP BY vessel) p JOIN serial s USING (vessel, w);
RESET ALL;
SET extra_float_digits = 0;
SELECT pg_temp.same('backwards', count(*)::text, '20')
  FROM (SELECT vessel, harmony.weather(person, day, value, '2026-03-10' ORDER BY day DESC, person)::text AS w FROM team_health_pulse
  GROUP BY vessel) p JOIN serial s USING (vessel, w);
DROP TABLE team_health_pulse;

--
-- team_diagnosis
--
-- gap 20, sd' 40, 100 - min ES = 60, 25 (5 - 3.4) = 40, V 40: 7 + 10 + 15 + 6 and 14 + 10 + 15 + 6.
SELECT pg_temp.near('hidden conflict', d.hidden_conflict, 38), pg_temp.near('volatility', d.team_volatility, 45),
  pg_temp.same('risk at 45', d.risk, 'medium'),
  pg_temp.same('cell', d.cell || ' ' || d.risk_signal, 'driven none'),
    pg_temp.same('type', d.crew_type || ' ' || d.action, 'HIGH_OUTPUT_FRAGILE EASE_LOAD'),
  pg_temp.near('parts sum', (SELECT sum((e ->> 'contribution')::float8) FROM jsonb_array_elements(d.parts -> 'team_volatility') e), 45),
    pg_temp.near('quality', d.data_quality, 1)
FROM harmony.team_diagnosis('{"performance": 70, "cohesion": 50, "sd_conscientiousness": 14, "min_emotional_stability": 40, "weather": '
  '3.4, "rmssd": 0.8}') d;
SELECT pg_temp.same('the same numbers as alone',
  (d.hidden_conflict = harmony.hidden_conflict(m) AND d.team_volatility = harmony.team_volatility(m))::text, 'true')
FROM (VALUES ('{"performance": 63, "cohesion": 51, "sd_conscientiousness": 9, "min_emotional_stability": 33, "weather": 2.1}'::jsonb)) v
  (m), harmony.team_diagnosis(m) d;
-- From metrics and weather as they come: volatility .35 · 79.06 + .25 · 42.86 + .25 · 50 + .15 · 40.41 = 56.9.
SELECT pg_temp.same('metrics and weather', concat_ws(' ', d.performance_level, d.cohesion_level, d.cell, d.risk, d.crew_type),
  'high medium driven high AT_RISK'), pg_temp.same('all known', d.data_quality::text, '1')
FROM (SELECT harmony.harmony_metrics(array_agg(profile)) AS m FROM member) m,
  (SELECT harmony.weather(person, day, value, '2026-03-10') AS w FROM pulse WHERE vessel = 'a') w,
  harmony.team_diagnosis(to_jsonb(m.m) || to_jsonb(w.w)) d;
SELECT pg_temp.same('nothing known', concat_ws(' ', d.risk, d.crew_type, d.action, d.cell, d.data_quality), '0')
  FROM harmony.team_diagnosis('{}') d;
SELECT pg_temp.same('thresholds are data', d.risk || ' ' || d.action || ' ' || d.model_version, 'low PARTY v2')
FROM harmony.team_diagnosis('{"performance": 90, "cohesion": 90, "min_emotional_stability": 60}',
  '{"version": "v2", "team": {"risk_level": {"medium_above": 50, "high_above": 60, "critical_above": 70}, "actions": {"ELITE": {"low": '
  '"PARTY"}}}}') d;
SELECT pg_temp.same('every type', string_agg(DISTINCT d.crew_type, ' ' ORDER BY d.crew_type),
  'AT_RISK BREAKDOWN ELITE HIGH_OUTPUT_FRAGILE SOCIAL_UNDERPOWERED STANDARD'), pg_temp.same('nine cells', count(DISTINCT d.cell)::text, '9')
FROM generate_series(0, 100, 10) p, generate_series(0, 100, 10) c, generate_series(0, 100, 10) es,
  harmony.team_diagnosis(jsonb_build_object('performance', p, 'cohesion', c, 'min_emotional_stability', es)) d;

--
-- sociogram
--
CREATE TEMP TABLE crowd AS SELECT jsonb_agg(jsonb_build_object('id', id, 'role', 'Bosun', 'profile', profile, 'candidate', id = 'two')
  ORDER BY id) AS members FROM member;
SELECT pg_temp.near('edge', (s #>> '{edges,0,score}')::float8, 0.4 * 0.8 + 0.35 * 0.8 + 0.25 * 0.7 * 0.5),
  pg_temp.same('kind', s #>> '{edges,0,kind}', 'neutral'), pg_temp.same('preview', s #>> '{edges,0,candidate}', 'true'),
  pg_temp.same('nodes',
    (SELECT string_agg(concat_ws(' ', n ->> 'id', n ->> 'role', n ->> 'size', n ->> 'colour', n ->> 'candidate', n ->> 'x', n ->> 'y'),
    ', ') FROM jsonb_array_elements(s -> 'nodes') n), 'one Bosun 0.7 green false 1 0, two Bosun 0.7 amber true -1 0'),
  pg_temp.same('summary', ((s -> 'summary') - 'mean_score')::text,
    '{"n": 2, "pairs": 1, "scored": 1, "neutral": 1, "synergy": 0, "friction": 0}')
FROM crowd, harmony.sociogram(members) s;
SELECT pg_temp.same('nobody', harmony.sociogram('[]') ->> 'nodes', '[]'), pg_temp.same('no list', harmony.sociogram(NULL)::text, NULL);
SELECT pg_temp.same('any order', (harmony.sociogram(jsonb_agg(e ORDER BY k)) = harmony.sociogram(jsonb_agg(e ORDER BY k * 7 % 13)))::text,
  'true')
FROM (SELECT k, jsonb_build_object('id', 'p' || k, 'profile',
  jsonb_build_object('big_five', jsonb_build_object('agreeableness', k * 31 % 101, 'conscientiousness', k * 47 % 101, 'neuroticism',
  k * 61 % 101))) AS e FROM generate_series(1, 12) k) c;

--
-- impact
--
CREATE TEMP TABLE candidate AS
  SELECT k, md5(k::text)::uuid AS person, jsonb_strip_nulls(jsonb_build_object('resilience', CASE WHEN k % 5 > 0 THEN k * 37 % 101 END,
    'big_five', jsonb_build_object('conscientiousness', k * 13 % 101, 'agreeableness', k * 7 % 101, 'neuroticism', k * 11 % 101,
      'openness', k * 3 % 101),
    'cognitive', jsonb_build_object('gca', CASE WHEN k % 7 > 0 THEN k * 17 % 101 END), 'leadership_preferences',
      jsonb_build_object('autonomy', k * 0.29 % 1, 'feedback', k * 0.31 % 1, 'structure', k * 0.43 % 1))) AS profile
  FROM generate_series(1, 300) k;
CREATE TEMP TABLE asked AS
  SELECT harmony.match_request('Bosun', '{"conscientiousness": 85, "neuroticism": 25}', array_agg(profile),
    '{"charter_intensity": 0.7, "management_pressure": 0.5, "salary_index": 0.8, "rest_days_ratio": 0.6, "private_cabin_ratio": 0.5}',
    '{"autonomy": 0.9, "feedback": 0.6, "structure": 0.6}', model => '{"version": "v7", "mlpsm": {"intercept": 12, "f_lmx": -0.1}}') AS
      request FROM member;
CREATE TEMP TABLE explained AS SELECT c.person, harmony.impact(c.profile, a.request || jsonb_build_object('pool', p.traits), c.person) AS i
  FROM candidate c, asked a, (SELECT harmony.pool_traits(profile) AS traits FROM candidate) p;
SELECT pg_temp.same('impact is the match', count(*)::text, '300')
FROM unnest((SELECT harmony.match(person, profile, request) FROM candidate, asked)) m JOIN explained e USING (person)
WHERE (i #>> '{fit,g_fit_computed}')::float8 IS NOT DISTINCT FROM m.g_fit_computed AND (i #>> '{success,score}')::float8 IS NOT DISTINCT
  FROM m.y_success
  AND i #>> '{safety,level}' = m.safety_level AND (i #>> '{team,delta,score}')::float8 IS NOT DISTINCT FROM m.team_delta
  AND i #>> '{success,label}' IS NOT DISTINCT FROM m.success_label AND i ->> 'model_version' = 'v7'
  AND ARRAY(SELECT jsonb_array_elements_text(i -> 'flags')) = m.flags AND i -> 'imputed' = to_jsonb(m.imputed)
  AND i #> '{safety,unassessed}' = to_jsonb(m.unassessed)
  AND coalesce(i #> '{team,with,flags}', '[]') = to_jsonb(m.team_flags);
SELECT pg_temp.same('terms sum to the score', count(*)::text, (SELECT count(*) FROM explained WHERE i -> 'success' <> 'null')::text)
  FROM explained
WHERE abs((i #>> '{success,intercept}')::float8 + (i #>> '{success,clamping}')::float8 + (SELECT sum((t.value ->> 'contribution')::float8)
  FROM jsonb_each(i #> '{success,terms}') t) - (i #>> '{success,score}')::float8) <= 1e-9;
SELECT pg_temp.same('competencies sum to g_fit', count(*)::text, '300') FROM explained
WHERE abs((SELECT sum((t.value ->> 'contribution')::float8) FROM jsonb_each(i #> '{fit,competencies}') t) -
  (i #>> '{fit,g_fit_computed}')::float8) <= 1e-9;
SELECT pg_temp.same('traits sum to their competency', count(*) FILTER (WHERE abs(s - (c.value ->> 'score')::float8) <= 1e-9)::text,
  count(*)::text)
FROM explained, jsonb_each(i #> '{fit,competencies}') c,
  LATERAL (SELECT sum((t ->> 'contribution')::float8) AS s FROM jsonb_array_elements(c.value -> 'traits') t) t
  WHERE c.value -> 'score' <> 'null';
SELECT pg_temp.same('parts sum to the delta',
  count(*) FILTER (WHERE abs((SELECT sum((t.value ->> 'contribution')::float8) FROM jsonb_each(i #> '{team,delta,parts}') t) -
  (i #>> '{team,delta,score}')::float8) <= 1e-9)::text, count(*)::text)
FROM explained WHERE i #> '{team,delta,score}' <> 'null';
SELECT pg_temp.same('the disqualified', format('%s %s %s %s', i #>> '{safety,level}', i #>> '{fit,g_fit}', i -> 'success',
  i ->> 'sentence'),
    'DISQUALIFIED 0 null The safety barrier rules the candidate out unless the employer lifts it: agreeableness is 7.0, below 15.0.') FROM
    explained
  WHERE person = md5('1')::uuid;
SELECT jsonb_array_elements_text(i -> 'explanation') FROM explained WHERE person = md5('5')::uuid;

--
-- rank_sensitivity
--
SELECT pg_temp.same('weights and directions', count(*)::text || ' ' || count(DISTINCT (s.stage, s.weight))::text, '16 8'),
  pg_temp.same('who is ranked', string_agg(DISTINCT s.n::text, ' '), (SELECT count(*)::text FROM explained WHERE i -> 'success' <> 'null')),
  pg_temp.same('within -1 to 1', bool_and(abs(s.kendall_tau) <= 1 AND abs(s.spearman_rho) <= 1)::text, 'true'),
    pg_temp.same('the first of ten', bool_and(s.new_first = s.new_top[1] AND cardinality(s.new_top) = 10 AND s.top = 10)::text, 'true')
FROM unnest((SELECT harmony.rank_sensitivity(person, profile, request) FROM candidate, asked)) s;
-- beta of p_ind 0.2 and 0.3 instead of 0.25, ranked by SQL: how many of the first ten leave.
WITH m AS (SELECT (unnest(harmony.match(person, profile, request))).* FROM candidate, asked),
ranked AS (
  SELECT person, row_number() OVER (ORDER BY y_success DESC, person) AS base,
    row_number() OVER (ORDER BY harmony.mlpsm(p_ind, f_team, f_env, f_lmx, '{"intercept": 12, "f_lmx": -0.1, "p_ind": 0.2}') DESC,
      person) AS down,
    row_number() OVER (ORDER BY harmony.mlpsm(p_ind, f_team, f_env, f_lmx, '{"intercept": 12, "f_lmx": -0.1, "p_ind": 0.3}') DESC,
      person) AS up
  FROM m WHERE y_success IS NOT NULL)
SELECT pg_temp.same('changes in the first ten', string_agg(s.top_changed::text, ' ' ORDER BY s.change),
  (SELECT format('%s %s', count(*) FILTER (WHERE base <= 10 AND down > 10), count(*) FILTER (WHERE base <= 10 AND up > 10)) FROM ranked)),
  pg_temp.same('new order', string_agg(s.new_top::text, ' ' ORDER BY s.change),
    (SELECT concat_ws(' ', array_agg(person ORDER BY down) FILTER (WHERE down <= 10),
    array_agg(person ORDER BY up) FILTER (WHERE up <= 10)) FROM ranked))
FROM unnest((SELECT harmony.rank_sensitivity(person, profile, request) FROM candidate, asked)) s WHERE s.weight = 'p_ind';
SELECT pg_temp.same('beside a match',
  (cardinality(harmony.match(person, profile, request)) + cardinality(harmony.rank_sensitivity(person, profile, request)))::text, '316')
  FROM candidate, asked;
SELECT pg_temp.same('nobody', harmony.rank_sensitivity(person, profile, request)::text, NULL) FROM candidate, asked WHERE false;

--
-- selection_rates
--
-- R: fisher.test of (10 30; 30 30) .01366, of (11 29; 30 30) .0374, (12 28; 30 30) .0629; (30 30; 28 12) .0629, (30 30; 29 11) .0374;
-- prop.test without correction, X-squared 6.25.
SELECT pg_temp.same('groups', string_agg(format('%s %s %s/%s %s %s', group_name, reference, selected, n, ratio, adverse), ', '),
  'a others 30/60 2 f, b others 10/40 0.5 t, b highest 10/40 0.5 '), pg_temp.near('h', min(cohens_h), -pi()/6),
  pg_temp.near('phi', min(phi), -0.25), pg_temp.near('p', round(max(p)::numeric, 5)::float8, 0.01366), pg_temp.near('z', min(z), -2.5),
  pg_temp.same('decisions', string_agg(decisions_to_turn::text, ' '), '19 2')
FROM harmony.selection_rates('{b,a,c}', '{10,30,1}', '{40,60,4}');
SELECT pg_temp.same('a group alone', format('%s %s %s', reference, ratio, adverse), '  ') FROM harmony.selection_rates('{a}', '{3}',
  '{10}');
-- Admissions to Berkeley 1973 (R: mantelhaen.test(UCBAdmissions)): fewer women in all, not within departments.
SELECT pg_temp.same('Berkeley', format('%s %s %s', selected, round(ratio::numeric, 2), adverse), '557 0.68 f'),
  pg_temp.near('odds ratio', 1 / mh_odds_ratio, 0.90469682825862308), pg_temp.near('low', 1 / mh_high, 0.77190736175935049),
  pg_temp.near('high', 1 / mh_low, 1.06032976443665561), pg_temp.near('mh_p', mh_p, 0.23226346281704827)
FROM harmony.selection_rates('{men,women,men,women,men,women,men,women,men,women,men,women}', '{512,89,353,17,120,202,138,131,53,94,22,24}',
  '{825,108,560,25,325,593,417,375,191,393,373,341}', strata => '{A,A,B,B,C,C,D,D,E,E,F,F}')
WHERE group_name = 'women' AND reference = 'others';
-- An interval holds its estimate, from exactly 0 and to exactly 1; phi lies in -1 to 1.
SELECT pg_temp.same('at the ends', count(*)::text, '0')
FROM generate_series(5, 300) k, harmony.selection_rates('{a,b,c}', ARRAY[k, 0, k / 3]::bigint[], ARRAY[k, k, k]::bigint[]) f
WHERE NOT (rate BETWEEN rate_low AND rate_high) OR NOT (risk_difference BETWEEN rd_low AND rd_high) OR abs(phi) > 1
   OR (selected = n) <> (rate_high = 1) OR (selected = 0) <> (rate_low = 0);
SELECT pg_temp.same('too many groups', pg_temp.outcome($$(SELECT count(*) FROM harmony.selection_rates(
  (SELECT array_agg(k::text) FROM generate_series(1, 1001) k), array_fill(1::bigint, '{1001}'), array_fill(5::bigint, '{1001}')))$$),
    '54000');

-- What cannot be.
SELECT pg_temp.check_calls($calls$
22023 harmony.harmony_metrics(ARRAY['[]'::jsonb])
22023 harmony.harmony_metrics('{}', '{"pind": {}}')
2202E harmony.harmony_metrics(ARRAY[ARRAY['{}'::jsonb]])
22003 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 0.9, '2026-03-10')
22003 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 'NaN', '2026-03-10')
22003 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 'Infinity', '2026-03-10')
22003 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, 'infinity', 3, '2026-03-10')
22003 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 3, '-infinity')
22004 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 3, NULL)
22023 (SELECT harmony.weather(NULL, NULL, NULL, d) FROM (VALUES ('2026-03-10'::date), ('2026-03-11')) v (d))
value harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '4713-01-01 BC', 3, '5874897-12-31')
value harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '5874897-12-31', 3, '4713-01-01 BC')
22023 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 3, '2026-03-10', '{"team": {"weather": {"days": 31}}}')
22023 harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 3, '2026-03-10', '{"team": {"weather": {"day": 3}}}')
value harmony.weather('00000000-0000-0000-0000-000000000001'::uuid, '2026-03-10', 3, '2026-03-10', NULL)
null harmony.team_diagnosis(NULL)
22023 harmony.team_diagnosis('[]')
22023 harmony.team_diagnosis('{"harmony": 1}')
22023 harmony.team_diagnosis('{"performance": "high"}')
22003 harmony.team_diagnosis('{"performance": 101}')
22003 harmony.team_diagnosis('{"weather": 0.5}')
22023 harmony.team_diagnosis('{}', '{"team": {"risk_level": {"medium_above": 70}}}')
22023 harmony.team_diagnosis('{}', '{"team": {"matrix": {"cohesion_high": 10}}}')
22023 harmony.team_diagnosis('{}', '{"team": {"actions": {"BEST": {}}}}')
22023 harmony.team_diagnosis('{}', '{"team": {"actions": {"ELITE": {"none": "x"}}}}')
22023 harmony.team_diagnosis('{}', '{"team": {"actions": {"ELITE": {"low": 1}}}}')
22023 harmony.team_diagnosis('{}', '{"team": {"hidden_conflict": {"gap": -1}}}')
22023 harmony.team_diagnosis('{}', '{"team": {"scales": {"rmssd_cap": 0}}}')
22023 harmony.team_diagnosis('{}', '{"team": 1}')
value harmony.team_diagnosis('{"n": 3, "status": "stable", "performance": null}', harmony.default_model())
22023 harmony.sociogram('{}')
22023 harmony.sociogram('[1]')
22023 harmony.sociogram('[{"profile": {}}]')
22023 harmony.sociogram('[{"id": 1}]')
22023 harmony.sociogram('[{"id": ""}]')
22023 harmony.sociogram('[{"id": "a"}, {"id": "a"}]')
22023 harmony.sociogram('[{"id": "a", "candidate": "yes"}]')
22023 harmony.sociogram('[{"id": "a", "name": "x"}]')
22003 harmony.sociogram('[{"id": "a", "profile": {"resilience": 101}}]')
54000 harmony.sociogram((SELECT jsonb_agg(jsonb_build_object('id', k::text)) FROM generate_series(1, 301) k))
value harmony.sociogram((SELECT jsonb_agg(jsonb_build_object('id', k::text)) FROM generate_series(1, 300) k))
22023 harmony.sociogram('[]', '{"team": {"sociogram": {"default_size": 0}}}')
22023 harmony.sociogram('[]', '{"team": {"dyad": {"agreeableness": -1}}}')
null harmony.impact(NULL, harmony.match_request())
22004 harmony.impact('{}', NULL)
22023 harmony.impact('{}', '{"crews": []}')
value harmony.impact('{}', harmony.match_request())
22004 harmony.rank_sensitivity(gen_random_uuid(), '{}', NULL)
22023 harmony.rank_sensitivity(gen_random_uuid(), '{}', harmony.match_request(model => '{"sensitivity": {"change": 1}}'))
22023 harmony.rank_sensitivity(gen_random_uuid(), '{}', harmony.match_request(model => '{"sensitivity": {"top": 0}}'))
value harmony.rank_sensitivity(gen_random_uuid(), '{}', harmony.match_request())
22023 (SELECT count(*) FROM harmony.selection_rates('{a,b}', '{1}', '{5,5}'))
22023 (SELECT count(*) FROM harmony.selection_rates('{a}', '{6}', '{5}'))
22023 (SELECT count(*) FROM harmony.selection_rates('{a}', '{-1}', '{5}'))
22023 (SELECT count(*) FROM harmony.selection_rates('{a,a}', '{1,1}', '{5,5}'))
22023 (SELECT count(*) FROM harmony.selection_rates('{a}', '{1}', '{5}', min_size => 0))
22023 (SELECT count(*) FROM harmony.selection_rates('{a,b}', '{1,1}', '{5,5}', '{x}'))
22004 (SELECT count(*) FROM harmony.selection_rates('{a,b}', '{1,1}', '{5,5}', '{}', '{x,NULL}'))
22003 (SELECT count(*) FROM harmony.selection_rates('{a,b}', '{1,1}', '{5,10000000}'))
22004 (SELECT count(*) FROM harmony.selection_rates('{NULL}', '{1}', '{5}'))
22004 (SELECT count(*) FROM harmony.selection_rates('{a}', '{NULL}', '{5}'))
22003 (SELECT count(*) FROM harmony.selection_rates('{a,b}', '{0,9223372036854775807}', '{9223372036854775807,9223372036854775807}'))
$calls$);
