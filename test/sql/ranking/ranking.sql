-- Stage 1, stage 2, teams and the aggregate that ranks. Every wanted value is worked out by hand; the arithmetic stands beside it.
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

-- The profile of the documentation.
SELECT '{"version": 1, "big_five": {"openness": 62.5, "conscientiousness": 71.0, "extraversion": 55.2, "agreeableness": 68.1, '
  '"neuroticism": 31.0},
  "emotional_stability": 69.0, "cognitive": {"logical": 70.0, "numerical": 55.0, "verbal": 61.0, "gca": 62.0},
  "motivation": {"intrinsic": 80.0, "identified": 72.0, "introjected": 40.0, "amotivation": 5.0}, "resilience": 58.3,
  "leadership_preferences": {"autonomy": 0.42, "feedback": 0.61, "structure": 0.55}}' AS p \gset

--
-- p_ind: .50 gca + .35 C + .15 autonomy drive, (80 + 72)/2 = 76: 31 + 24.85 + 11.4 = 67.25
--
SELECT pg_temp.near('p_ind', harmony.p_ind(:'p'), 67.25);
-- Without gca and its parts: (24.85 + 11.4)/.5 = 72.5. Parts alone: gca = (70 + 55 + 61)/3 = 62 again. One motivation: drive 80, 31 + 24.85
-- + 12.
SELECT pg_temp.near('gca missing', harmony.p_ind(:'p'::jsonb - 'cognitive'), 72.5),
  pg_temp.near('gca from its parts', harmony.p_ind(:'p'::jsonb #- '{cognitive,gca}'), 67.25),
  pg_temp.near('one motivation', harmony.p_ind(:'p'::jsonb #- '{motivation,identified}'), 67.85),
  pg_temp.near('nothing measured', harmony.p_ind('{"version": 1}'), NULL),
  pg_temp.near('no profile', harmony.p_ind(NULL), NULL);
-- Own weights 1 : 3 of gca and A: (62 + 204.3)/4; a low trait counts 100 - x: neuroticism 69.
SELECT pg_temp.near('own weights', harmony.p_ind(:'p', '{"gca": 1, "agreeableness": 3}'), 266.3/4),
  pg_temp.near('low trait', harmony.p_ind(:'p', '{"neuroticism": 2}'), 69);

--
-- f_team: .40 min(A) + .30 (100 - 100 sd(C)/35) + .30 mean(ES)
--
-- A 40 60 80: min 40. C 50 60 70: sd 10, 100 - 1000/35 = 71.428571. ES 30 50 70: mean 50. 16 + 21.4285714 + 15 = 52 + 3/7.
CREATE FUNCTION pg_temp.person(a float8, c float8, es float8) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('version', 1, 'big_five', jsonb_build_object('agreeableness', a, 'conscientiousness', c),
    'emotional_stability', es)) $$;
SELECT pg_temp.near('f_team', t.score, 52 + 3.0/7), pg_temp.near('min A', t.min_agreeableness, 40),
  pg_temp.near('sd C', t.sd_conscientiousness, 10),
  pg_temp.near('mean ES', t.mean_emotional_stability, 50), pg_temp.same('n', t.n::text, '3'), pg_temp.near('quality', t.data_quality, 1),
    pg_temp.same('flags', t.flags::text, '{}')
FROM harmony.f_team(ARRAY[pg_temp.person(40, 50, 30), pg_temp.person(60, 60, 50), pg_temp.person(80, 70, 70)]) t;
-- Flags, strict: A 34.9, C 0 and 60 (sd sqrt(1800) = 42.4 > 35: nothing of the second part), ES 44 and 45 (mean 44.5): .4 34.9 + 0 + .3
-- 44.5 = 13.96 + 13.35.
SELECT pg_temp.near('beyond the cap', t.score, 27.31),
  pg_temp.same('all flags', t.flags::text, '{LOW_AGREEABLENESS,CONSCIENTIOUSNESS_SPREAD,LOW_STABILITY}')
FROM harmony.f_team(ARRAY[pg_temp.person(34.9, 0, 44), pg_temp.person(90, 60, 45)]) t;
-- At the cut-offs no flag: A 35, sd(C) 20 (10 30 50), ES 45.
SELECT pg_temp.same('at the cut-offs', t.flags::text, '{}'), pg_temp.near('sd of 20', t.sd_conscientiousness, 20)
FROM harmony.f_team(ARRAY[pg_temp.person(35, 10, 45), pg_temp.person(35, 30, 45), pg_temp.person(35, 50, 45)]) t;
-- A member without a profile: A from one (50), C from one (no sd), ES from one (60): (.4 50 + .3 60)/.7 = 38/.7; measured 1/2 of each:
-- quality .5.
SELECT pg_temp.near('unknown member', t.score, 38/0.7), pg_temp.near('sd of one', t.sd_conscientiousness, NULL),
  pg_temp.same('n', t.n::text, '2'), pg_temp.near('quality', t.data_quality, 0.5)
FROM harmony.f_team(ARRAY[pg_temp.person(50, 70, 60), NULL]) t;
SELECT pg_temp.near('one is no team', (harmony.f_team(ARRAY[pg_temp.person(50, 70, 60)])).score, NULL),
  pg_temp.same('none', ((harmony.f_team('{}')).n)::text, '0'),
  pg_temp.same('null', (harmony.f_team(NULL) IS NULL)::text, 'true');
-- Own weights: only the minimum counts.
SELECT pg_temp.near('own weights',
  (harmony.f_team(ARRAY[pg_temp.person(40, 50, 30), pg_temp.person(60, 60, 50)],
  '{"min_agreeableness": 1, "homogeneity": 0, "mean_emotional_stability": 0}')).score, 40);

--
-- f_env: R = .4 .8 + .35 .6 + .25 .4 = .32 + .21 + .1 = .63, D = .6 .7 + .4 .5 = .62, 100 (.63/.62)/2 .583
--
SELECT pg_temp.near('f_env',
  harmony.f_env(:'p',
  '{"charter_intensity": 0.7, "management_pressure": 0.5, "salary_index": 0.8, "rest_days_ratio": 0.6, "private_cabin_ratio": 0.4}'),
  100 * (0.63/0.62)/2 * 0.583);
-- No demands: D at least .01, R/D = 100 counts 2: all of the resilience. Every resource 0: 0.
SELECT pg_temp.near('no demands',
  harmony.f_env(:'p',
  '{"charter_intensity": 0, "management_pressure": 0, "salary_index": 1, "rest_days_ratio": 1, "private_cabin_ratio": 1}'), 58.3),
  pg_temp.near('no resources',
    harmony.f_env(:'p',
    '{"charter_intensity": 1, "management_pressure": 1, "salary_index": 0, "rest_days_ratio": 0, "private_cabin_ratio": 0}'), 0),
  pg_temp.near('one missing',
    harmony.f_env(:'p', '{"charter_intensity": 1, "management_pressure": 1, "salary_index": 0, "rest_days_ratio": 0}'), NULL),
  pg_temp.near('no resilience',
    harmony.f_env(:'p'::jsonb - 'resilience',
    '{"charter_intensity": 0, "management_pressure": 0, "salary_index": 1, "rest_days_ratio": 1, "private_cabin_ratio": 1}'), NULL);

-- A JSON null is a missing value.
SELECT pg_temp.near('one null',
  harmony.f_env(:'p',
  '{"charter_intensity": 1, "management_pressure": 1, "salary_index": 0, "rest_days_ratio": 0, "private_cabin_ratio": null}'), NULL);
SELECT pg_temp.near('one null', harmony.f_lmx(:'p', '{"autonomy": 0.42, "feedback": 0.61, "structure": null}'), NULL);
-- Without the weather: 33/.85 (see hidden_conflict below).
SELECT pg_temp.near('one null',
  harmony.hidden_conflict('{"performance": 80, "cohesion": 50, "sd_conscientiousness": 7, "min_emotional_stability": 30, "weather": '
  'null}'), 33/0.85);

--
-- f_lmx: gaps .3, 0, -.4 (leader .72 .61 .15): distance sqrt(.09 + .16) = .5, 100 (1 - .5/sqrt 3)
--
SELECT pg_temp.near('f_lmx', harmony.f_lmx(:'p', '{"autonomy": 0.72, "feedback": 0.61, "structure": 0.15}'),
  100 * (1 - 0.5/sqrt(3.0::float8))),
  pg_temp.near('the same', harmony.f_lmx(:'p', '{"autonomy": 0.42, "feedback": 0.61, "structure": 0.55}'), 100),
  pg_temp.near('opposite', harmony.f_lmx('{"leadership_preferences": {"autonomy": 0, "feedback": 1, "structure": 0}}',
    '{"autonomy": 1, "feedback": 0, "structure": 1}'), 0),
  pg_temp.near('one missing', harmony.f_lmx(:'p', '{"autonomy": 0.42, "feedback": 0.61}'), NULL),
  pg_temp.near('no preferences',
    harmony.f_lmx(:'p'::jsonb - 'leadership_preferences', '{"autonomy": 0.42, "feedback": 0.61, "structure": 0.55}'), NULL);

--
-- competencies and g_fit
--
-- individual .6 62 + .4 71 = 65.6; team .4 68.1 + .2 71 + .4 69 = 69.04; environmental .55 58.3 + .3 69 + .15 62.5 = 62.14; leadership .4
-- 42 + .3 61 + .3 55 = 51.6.
-- g_fit: (65.6 + 69.04 + 62.14 + 51.6)/4 = 62.095
SELECT pg_temp.near('individual_performance', (c #>> '{individual_performance,score}')::float8, 65.6),
  pg_temp.near('team_fit', (c #>> '{team_fit,score}')::float8, 69.04),
  pg_temp.near('environmental_fit', (c #>> '{environmental_fit,score}')::float8, 62.14),
    pg_temp.near('leadership_fit', (c #>> '{leadership_fit,score}')::float8, 51.6),
  pg_temp.near('quality', (c #>> '{team_fit,data_quality}')::float8, 1), pg_temp.same('no flag', c #>> '{environmental_fit,flags}', '[]'),
    pg_temp.near('g_fit', harmony.g_fit(:'p'), 62.095)
FROM harmony.competencies(:'p') c;
-- Resilience missing: (.55 + .3) 69 + .15 62.5 = 58.65 + 9.375, quality .45, flag. g_fit (65.6 + 69.04 + 68.025 + 51.6)/4.
SELECT pg_temp.near('proxy', (c #>> '{environmental_fit,score}')::float8, 68.025),
  pg_temp.near('its quality', (c #>> '{environmental_fit,data_quality}')::float8, 0.45),
  pg_temp.same('its flag', c #>> '{environmental_fit,flags}', '["RESILIENCE_PROXY"]'),
    pg_temp.near('g_fit', harmony.g_fit(:'p'::jsonb - 'resilience'), 254.265/4)
FROM harmony.competencies(:'p'::jsonb - 'resilience') c;
-- Nothing measured: no score, quality 0.
SELECT pg_temp.near('empty profile', (harmony.competencies('{}') #>> '{team_fit,score}')::float8, NULL),
  pg_temp.near('its quality', (harmony.competencies('{}') #>> '{team_fit,data_quality}')::float8, 0),
  pg_temp.near('no g_fit', harmony.g_fit('{}'), NULL);
-- Against a benchmark. High: C 71 of 80: 88.75, of 50: 100. Low: N 31 (that is ES 69) of 20: 69/80 = 86.25. Moderate: E 55.2 of 60: 100 -
-- 4.8/60 100 = 92.
-- team_fit: .4 68.1 + .2 88.75 + .4 86.25 = 27.24 + 17.75 + 34.5 = 79.49. individual: .6 62 + .4 88.75 = 72.7.
SELECT pg_temp.near('benchmarked team_fit', (c #>> '{team_fit,score}')::float8, 79.49),
  pg_temp.near('benchmarked individual', (c #>> '{individual_performance,score}')::float8, 72.7)
FROM harmony.competencies(:'p', '{"conscientiousness": 80, "neuroticism": 20}') c;
SELECT pg_temp.near('at most 100',
  (harmony.competencies(:'p', '{"conscientiousness": 50}', '{"team_fit": {"conscientiousness": 1}}') #>> '{team_fit,score}')::float8, 100),
  pg_temp.near('moderate',
    (harmony.competencies(:'p', '{"extraversion": {"benchmark": 60, "polarity": "moderate"}}', '{"team_fit": {"extraversion": 1}}')
    #>> '{team_fit,score}')::float8, 92),
  pg_temp.near('benchmark 0 for a low trait: 100 - x',
    (harmony.competencies(:'p', '{"amotivation": 0}', '{"team_fit": {"amotivation": 1}}') #>> '{team_fit,score}')::float8, 95);
-- Parts of gca against theirs: 70/90 77.7778, 55/80 68.75, 61/85 71.7647: the mean of the three is gca.
SELECT pg_temp.near('cognitive benchmarks',
  (harmony.competencies(:'p', '{"logical": 90, "numerical": 80, "verbal": 85}', '{"individual_performance": {"gca": 1}}')
  #>> '{individual_performance,score}')::float8,
  (7000.0/90 + 5500.0/80 + 6100.0/85)/3);
-- Importance: team_fit 3, leadership_fit 1: (3 69.04 + 51.6)/4 = 64.68.
SELECT pg_temp.near('importance', harmony.g_fit(:'p', NULL, '{"team_fit": 3, "leadership_fit": 1}'), 64.68);

--
-- safety_barrier: strictly below, the worst wins
--
CREATE FUNCTION pg_temp.level(profile jsonb, "position" text DEFAULT NULL) RETURNS text
  LANGUAGE sql AS $$ SELECT level FROM harmony.safety_barrier(profile, "position") $$;
SELECT pg_temp.same(profile, pg_temp.level(profile::jsonb, "position"), want) FROM (VALUES
  ('{"emotional_stability": 15}', NULL, 'HIGH_RISK'), ('{"emotional_stability": 14.9}', NULL, 'DISQUALIFIED'),
  ('{"emotional_stability": 30}', NULL, 'UNASSESSED'), ('{"emotional_stability": 29.9}', NULL, 'HIGH_RISK'),
  ('{"big_five": {"neuroticism": 85.1}}', NULL, 'DISQUALIFIED'), ('{"big_five": {"neuroticism": 85}}', NULL, 'HIGH_RISK'),
  ('{"big_five": {"agreeableness": 15}}', NULL, 'HIGH_RISK'), ('{"big_five": {"agreeableness": 14.9}}', NULL, 'DISQUALIFIED'),
  ('{"big_five": {"agreeableness": 30}}', NULL, 'UNASSESSED'), ('{"big_five": {"agreeableness": 29.9}}', NULL, 'HIGH_RISK'),
  ('{"big_five": {"conscientiousness": 25}}', NULL, 'ADVISORY'), ('{"big_five": {"conscientiousness": 24.9}}', NULL, 'HIGH_RISK'),
  ('{"big_five": {"conscientiousness": 35}}', NULL, 'UNASSESSED'), ('{"big_five": {"conscientiousness": 34.9}}', NULL, 'ADVISORY'),
  ('{"resilience": 35}', NULL, 'UNASSESSED'), ('{"resilience": 34.9}', NULL, 'ADVISORY'),
  ('{"cognitive": {"gca": 19.9}}', NULL, 'UNASSESSED'), ('{"cognitive": {"gca": 19.9}}', 'Captain', 'HIGH_RISK'),
    ('{"cognitive": {"gca": 19.9}}', '2nd Engineer', 'HIGH_RISK'),
  ('{"cognitive": {"gca": 20}}', 'Captain', 'UNASSESSED'), ('{"cognitive": {"gca": 19.9}}', 'Chef', 'UNASSESSED'),
  ('{"resilience": 10, "emotional_stability": 20, "big_five": {"agreeableness": 10}}', NULL, 'DISQUALIFIED'),
    ('{}', 'Captain', 'UNASSESSED'),
  -- CLEAR needs what disqualifies to have been looked at.
  ('{"emotional_stability": 30, "big_five": {"agreeableness": 30}}', NULL, 'CLEAR'),
  ('{"emotional_stability": 30, "resilience": 35, "big_five": {"agreeableness": 30, "conscientiousness": 35}, "cognitive": {"gca": 20}}',
    'Captain', 'CLEAR')) v
    (profile, "position", want);
-- Triggers, the worst first: A 10 is below 15 and 30, resilience below 35.
SELECT pg_temp.same('triggers', triggers::text,
  '[{"trait": "agreeableness", "value": 10, "below": 15, "effect": "DISQUALIFIED"}, {"trait": "agreeableness", "value": 10, "below": 30, '
  '"effect": "HIGH_RISK"}, {"trait": "resilience", "value": 34.5, "below": 35, "effect": "ADVISORY"}]'::jsonb::text)
FROM harmony.safety_barrier('{"resilience": 34.5, "big_five": {"agreeableness": 10}}');
-- Own rules replace the default ones.
SELECT pg_temp.same('own rules', level, 'ADVISORY')
  FROM harmony.safety_barrier(:'p', NULL, '[{"trait": "openness", "below": 63, "effect": "ADVISORY"}]');
SELECT pg_temp.same('no rules', level, 'CLEAR') FROM harmony.safety_barrier('{"emotional_stability": 1}', NULL, '[]');

--
-- mlpsm: .25 60 + .35 70 + .20 50 + .20 80 = 15 + 24.5 + 10 + 16
--
SELECT pg_temp.near('mlpsm', harmony.mlpsm(60, 70, 50, 80), 65.5),
  -- Without F_env: (15 + 24.5 + 16)/.8 = 69.375.
  pg_temp.near('a term missing', harmony.mlpsm(60, 70, NULL, 80), 69.375),
    pg_temp.near('one term', harmony.mlpsm(NULL, NULL, 50, NULL), 50), pg_temp.near('no term', harmony.mlpsm(NULL, NULL, NULL, NULL), NULL),
  pg_temp.near('intercept', harmony.mlpsm(60, 70, 50, 80, '{"intercept": 10}'), 75.5),
    pg_temp.near('at most 100', harmony.mlpsm(60, 70, 50, 80, '{"intercept": 50}'), 100),
    pg_temp.near('at least 0', harmony.mlpsm(60, 70, 50, 80, '{"intercept": -66}'), 0),
  -- Four equal betas of .25, F_lmx missing: rescaled to the sum of 1 by 1/.75: the mean of 60, 70 and 50.
  pg_temp.near('own betas', harmony.mlpsm(60, 70, 50, NULL, '{"p_ind": 0.25, "f_team": 0.25, "f_env": 0.25, "f_lmx": 0.25}'), 60);

--
-- dyad: .40 (1 - 20/100) + .35 (1 - 30/100) + .25 .5 .8 = .32 + .245 + .1
--
SELECT pg_temp.near('dyad', harmony.dyad(pg_temp.person(40, 50, 50), pg_temp.person(60, 80, 80)), 0.665),
  pg_temp.near('symmetric', harmony.dyad(pg_temp.person(60, 80, 80), pg_temp.person(40, 50, 50)), 0.665),
  pg_temp.near('equal', harmony.dyad(pg_temp.person(60, 80, 100), pg_temp.person(60, 80, 100)), 1),
    pg_temp.near('opposite', harmony.dyad(pg_temp.person(0, 0, 0), pg_temp.person(100, 100, 100)), 0),
  pg_temp.near('a trait missing', harmony.dyad(pg_temp.person(60, NULL, 100), pg_temp.person(60, 80, 100)), NULL);

--
-- midrank_percentile: 100 (cf + .5 f)/N
--
-- 50 of 40 50 50 60: cf 1, f 2: 50. 50.04 and 49.96 tie with 50.0 after rounding. The lowest of 4: .5/4. All equal: 50. One: none.
SELECT pg_temp.near('middle', harmony.midrank_percentile(50, '{40,50,50,60}'), 50),
  pg_temp.near('ties after rounding', harmony.midrank_percentile(50.04, '{40,50,49.96,60}'), 50),
  pg_temp.near('lowest', harmony.midrank_percentile(40, '{40,50,50,60}'), 12.5),
    pg_temp.near('highest', harmony.midrank_percentile(60, '{40,50,50,60}'), 87.5),
    pg_temp.near('all equal', harmony.midrank_percentile(7, '{7,7,7}'), 50),
  pg_temp.near('pool of one', harmony.midrank_percentile(7, '{7}'), NULL),
    pg_temp.near('no pool', harmony.midrank_percentile(7, NULL), NULL), pg_temp.near('no score', harmony.midrank_percentile(NULL, '{7,8}'),
    NULL);

--
-- hidden_conflict and team_volatility
--
-- s = 100 7/35 = 20. HCD: .35 (80 - 50) + .25 20 + .25 (100 - 30) + .15 25 (5 - 3) = 10.5 + 5 + 17.5 + 7.5 = 40.5
SELECT pg_temp.near('hidden_conflict',
  harmony.hidden_conflict('{"performance": 80, "cohesion": 50, "sd_conscientiousness": 7, "min_emotional_stability": 30, "weather": 3}'),
  40.5),
  -- Cohesion above performance hides nothing: 30.
  pg_temp.near('no gap',
    harmony.hidden_conflict('{"performance": 50, "cohesion": 80, "sd_conscientiousness": 7, "min_emotional_stability": 30, "weather": 3}'),
    30),
  -- Without the weather: (10.5 + 5 + 17.5)/.85. Of performance alone nothing follows: (5 + 17.5 + 7.5)/.65.
  pg_temp.near('no weather',
    harmony.hidden_conflict('{"performance": 80, "cohesion": 50, "sd_conscientiousness": 7, "min_emotional_stability": 30}'), 33/0.85),
  pg_temp.near('no cohesion',
    harmony.hidden_conflict('{"performance": 80, "sd_conscientiousness": 7, "min_emotional_stability": 30, "weather": 3}'), 30/0.65),
  -- The worst: gap 100, sd at the cap, ES 0, weather 1: 100.
  pg_temp.near('the worst',
    harmony.hidden_conflict('{"performance": 100, "cohesion": 0, "sd_conscientiousness": 99, "min_emotional_stability": 0, "weather": 1}'),
    100),
  pg_temp.near('nothing known', harmony.hidden_conflict('{}'), NULL);
-- TVI: V = 100 .5/2 = 25: .35 25 + .25 50 + .25 70 + .15 20 = 8.75 + 12.5 + 17.5 + 3 = 41.75
SELECT pg_temp.near('team_volatility',
  harmony.team_volatility('{"rmssd": 0.5, "weather": 3, "min_emotional_stability": 30, "sd_conscientiousness": 7}'), 41.75),
  -- rmssd beyond 2 counts 100: 35 + 33. Without pulses: 33/.65.
  pg_temp.near('capped', harmony.team_volatility('{"rmssd": 3, "weather": 3, "min_emotional_stability": 30, "sd_conscientiousness": 7}'),
    68),
  pg_temp.near('no pulses', harmony.team_volatility('{"weather": 3, "min_emotional_stability": 30, "sd_conscientiousness": 7}'), 33/0.65),
  pg_temp.near('nothing known', harmony.team_volatility('{}'), NULL);

--
-- match: a pool of six, for a vessel with two aboard
--
-- Everybody has only A, C, ES, resilience and preferences, chosen for round numbers. Crew: A 60 80, C 50 60, ES 40 60.
-- Competencies by hand, g = mean of the four: individual = C (gca missing), team = .4 A + .2 C + .4 ES, environment = (.55 R + .3 ES)/.85,
-- leadership = (.4 a + .3 f + .3 s) 100.
--   p1: A 70 C 55 ES 50 R 50, .5 .5 .5: 55, 28 + 11 + 20 = 59, 50, 50                       g 53.5
--   p2: A 50 C 90 ES 80 R 80, 1 1 1:    90, 20 + 18 + 32 = 70, 80, 100                      g 85
--   p3: A 10 C 90 ES 90 R 90, 1 1 1:    90, 4 + 18 + 36 = 58, 90, 100                       g 84.5  DISQUALIFIED (A < 15)
--   p4: A 20 C 55 ES 50 R 50, .5 .5 .5: 55, 8 + 11 + 20 = 39, 50, 50                        g 48.5  HIGH_RISK (A < 30)
--   p5: as p1: ties with p1
--   p6: nothing measured                                                                      no g, no stage 2
-- Centiles of g_fit among the 5 that have one (48.5 53.5 53.5 84.5 85): p4 10, p1 and p5 100 (1 + 1)/5 = 40, p3 70, p2 90.
CREATE TEMP TABLE pool (person uuid, profile jsonb);
INSERT INTO pool SELECT ('00000000-0000-0000-0000-00000000000' || k)::uuid,
  pg_temp.person(a, c, es) || jsonb_build_object('resilience', r, 'leadership_preferences',
    jsonb_build_object('autonomy', l, 'feedback', l, 'structure', l))
FROM (VALUES (1, 70, 55, 50, 50, 0.5), (2, 50, 90, 80, 80, 1), (3, 10, 90, 90, 90, 1), (4, 20, 55, 50, 50, 0.5), (5, 70, 55, 50, 50, 0.5))
  v (k, a, c, es, r, l);
INSERT INTO pool VALUES ('00000000-0000-0000-0000-000000000006', '{"version": 1}');
-- P_ind = C. F_env: R/D = .63/.62 halved, times resilience. F_lmx against .5 .5 .5: 100, of 1 1 1: 50.
-- F_team before: .4 60 + .3 (100 - 100 sqrt(50)/35) + .3 50; after with p1: A 60, C 50 55 60 sd 5, ES 50: .4 60 + .3 (100 - 500/35) + 15 =
-- 24 + 25.7142857 + 15;
--   p2: A 50, C 50 60 90: mean 200/3, squares 866.6667, sd sqrt(433.3333) = 20.8167, ES 60: 20 + .3 (100 - 20.8167/.35) + 18;
-- CONSCIENTIOUSNESS_SPREAD;
--   p4: A 20: 8 + 25.7142857 + 15; LOW_AGREEABLENESS.
CREATE TEMP TABLE ranked AS SELECT r.* FROM (
  SELECT harmony.match(person, profile, harmony.match_request(crew => ARRAY[pg_temp.person(60, 50, 40), pg_temp.person(80, 60, 60)],
    environment => '{"charter_intensity": 0.7, "management_pressure": 0.5, "salary_index": 0.8, "rest_days_ratio": 0.6, '
      '"private_cabin_ratio": 0.4}',
    leadership => '{"autonomy": 0.5, "feedback": 0.5, "structure": 0.5}')) rows FROM pool) m, unnest(m.rows) r;
SELECT pg_temp.same('rows', count(*)::text, '6') FROM ranked;
SELECT pg_temp.same('person ' || k || ' level', safety_level, level), pg_temp.near('g_fit', g_fit, g),
  pg_temp.near('computed', g_fit_computed, computed), pg_temp.near('centile', centile, at),
  pg_temp.near('p_ind', p_ind, p), pg_temp.near('f_team', f_team, t), pg_temp.near('f_env', f_env, e), pg_temp.near('f_lmx', f_lmx, l),
  pg_temp.near('y', y_success, 0.25 * p + 0.35 * t + 0.20 * e + 0.20 * l),
    pg_temp.near('delta', team_delta, t - (24 + 0.3 * (100 - 100 * sqrt(50::float8)/35) + 15)),
  pg_temp.same('flags', (flags || team_flags)::text, f), pg_temp.same('labels', concat_ws(' ', fit_label, success_label), labels)
FROM ranked JOIN (VALUES
  (1, 'CLEAR', 53.5, 53.5, 40, 55, 64 + 5.0/7, 50 * (0.63/0.62)/2, 100, '{}', 'MODERATE_FIT GOOD_FIT'),
  (2, 'CLEAR', 85, 85, 90, 90, 38 + 0.3 * (100 - sqrt(1300.0/3::float8)/0.35), 80 * (0.63/0.62)/2, 50, '{CONSCIENTIOUSNESS_SPREAD}',
    'STRONG_FIT MODERATE_FIT'),
  (3, 'DISQUALIFIED', 0, 84.5, 70, NULL, NULL, NULL, NULL, '{}', 'DISQUALIFIED'),
  (4, 'HIGH_RISK', 48.5, 48.5, 10, 55, 48 + 5.0/7, 50 * (0.63/0.62)/2, 100, '{LOW_AGREEABLENESS}', 'HIGH_RISK MODERATE_FIT'),
  (5, 'CLEAR', 53.5, 53.5, 40, 55, 64 + 5.0/7, 50 * (0.63/0.62)/2, 100, '{}', 'MODERATE_FIT GOOD_FIT'),
  (6, 'UNASSESSED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{PARTIAL_PROFILE}', '')) w (k, level, g, computed, at, p, t, e, l, f, labels)
  ON person = ('00000000-0000-0000-0000-00000000000' || k)::uuid ORDER BY k;
-- Order: y of p1 and p5 .25 55 + .35 64.714 + .2 25.403 + 20 = 61.48; p2 22.5 + .35 50.157 + .2 40.645 + 10 = 58.18; p4 55.88; without y
-- p6; the disqualified last.
SELECT pg_temp.same('order', string_agg(right(person::text, 1), ' ' ORDER BY rank), '1 5 2 4 6 3'),
  pg_temp.same('ranks', string_agg(rank::text, ' ' ORDER BY rank), '1 2 3 4 5 6') FROM ranked;
-- Wilson at p = .4, n = 5: (p + z²/2n ± z sqrt(p(1 - p)/n + z²/4n²))/(1 + z²/n) with z = 1.959963984540054.
SELECT pg_temp.near('centile_low', centile_low, 100 * (0.4 + z*z/10 - z * sqrt(0.4*0.6/5 + z*z/100))/(1 + z*z/5)),
  pg_temp.near('centile_high', centile_high, 100 * (0.4 + z*z/10 + z * sqrt(0.4*0.6/5 + z*z/100))/(1 + z*z/5))
FROM ranked, (VALUES (1.959963984540054::float8)) v (z) WHERE right(person::text, 1) = '1';
-- Quality of g_fit: individual .4 (gca missing), team 1, environment .85 (openness missing), leadership 1: 3.25/4 = .8125: MEDIUM.
-- Competency centiles as stored, rounded.
SELECT pg_temp.near('quality', data_quality, 0.8125), pg_temp.same('confidence', confidence, 'MEDIUM'),
  pg_temp.same('model', model_version, 'default'),
  -- team_fit 39 58 59 59 70: 59 is 100 (2 + 1)/5 = 60.
  pg_temp.same('team_fit', competencies #>> '{team_fit,score}', '59.0'), pg_temp.same('its centile', competencies #>> '{team_fit,centile}',
    '60.0'),
  -- Quality of stage 2: P_ind .35 of 1 (gca and drive missing), the others 1: .25 .35 + .75 = .8375.
  pg_temp.near('quality of stage 2', success_data_quality, 0.8375)
FROM ranked WHERE right(person::text, 1) = '1';
-- The same numbers as the functions one by one.
SELECT pg_temp.near('g_fit as the function', max(abs(g_fit_computed - harmony.g_fit(profile))), 0),
  pg_temp.near('p_ind as the function', max(abs(p_ind - harmony.p_ind(profile))), 0),
  pg_temp.near('f_team as the function',
    max(abs(f_team - (harmony.f_team(ARRAY[pg_temp.person(60, 50, 40), pg_temp.person(80, 60, 60), profile])).score)), 0),
  pg_temp.near('centile as the function', max(abs(centile - harmony.midrank_percentile(g_fit_computed, '{48.5,53.5,53.5,84.5,85}'))), 0)
FROM ranked JOIN pool USING (person);
-- top returns the first rows, of the same ranking.
SELECT pg_temp.same('top 2', string_agg(right(r.person::text, 1) || '/' || r.rank, ' '), '2/1 4/2') FROM (
  SELECT harmony.match(person, profile, harmony.match_request(top => 2)) rows FROM pool
    WHERE right(person::text, 1) IN ('2', '3', '4', '6')) m, unnest(m.rows) r;
-- Nobody, and nobody with a profile.
SELECT pg_temp.same('no row', (harmony.match(person, profile, harmony.match_request()) IS NULL)::text, 'true') FROM pool WHERE false;
SELECT pg_temp.same('no profile', cardinality(harmony.match(person, NULL, harmony.match_request()))::text, '0') FROM pool;
-- One candidate has no centile, and confidence LOW.
SELECT pg_temp.near('alone', r.centile, NULL), pg_temp.same('confidence', r.confidence, 'LOW')
  FROM (SELECT harmony.match(person, profile, harmony.match_request()) rows FROM pool WHERE right(person::text, 1) = '1') m,
  unnest(m.rows) r;

-- In parallel as alone: 20,000 candidates, every row equal.
CREATE TABLE ranking_pool AS SELECT ('00000000-0000-0000-0000-' || lpad(to_hex(k), 12, '0'))::uuid AS person,
  pg_temp.person(k * 7 % 101, k * 13 % 101, k * 29 % 101) || jsonb_build_object('resilience', k * 31 % 101, 'cognitive',
    jsonb_build_object('gca', k * 37 % 101)) AS profile FROM generate_series(1, 20000) k;
ANALYZE ranking_pool;
SET max_parallel_workers_per_gather = 0;
CREATE TEMP TABLE alone AS SELECT r.*
  FROM (SELECT harmony.match(person, profile,
  harmony.match_request('Captain', '{"conscientiousness": 95}', ARRAY[pg_temp.person(60, 50, 40)])) rows FROM ranking_pool) m,
  unnest(m.rows) r;
SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.uses_workers(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE line text; BEGIN FOR line IN EXECUTE 'EXPLAIN ' || query LOOP IF line LIKE '%Gather%' THEN RETURN true; END IF; END LOOP; RETURN
  false; END $$;
SELECT pg_temp.same('planned in parallel',
  pg_temp.uses_workers('SELECT harmony.match(person, profile, harmony.match_request()) FROM ranking_pool')::text, 'true');
-- match_request() is immutable: its crew is folded before the workers start.
SELECT to_jsonb(ARRAY[pg_temp.person(60, 50, 40)]) AS crew \gset
CREATE TEMP TABLE together AS SELECT r.*
  FROM (SELECT harmony.match(person, profile, harmony.match_request('Captain', '{"conscientiousness": 95}', ARRAY[:'crew'::jsonb -> 0]))
  rows FROM ranking_pool) m, unnest(m.rows) r;
SELECT pg_temp.same('the same in parallel', count(*)::text, '0')
  FROM ((TABLE alone EXCEPT TABLE together) UNION ALL (TABLE together EXCEPT TABLE alone)) d;
SELECT pg_temp.same('all of them', count(*)::text, '20000') FROM together;
DROP TABLE ranking_pool;

-- The defaults are data, and giving them changes nothing.
SELECT pg_temp.same('default model', (harmony.g_fit(:'p', NULL, harmony.default_model() -> 'competencies') = harmony.g_fit(:'p'))::text,
  'true'), pg_temp.same('default p_ind', (harmony.p_ind(:'p', harmony.default_model() -> 'p_ind') = harmony.p_ind(:'p'))::text, 'true'),
  pg_temp.same('default betas', (harmony.mlpsm(1, 2, 3, 4, harmony.default_model() -> 'mlpsm') = harmony.mlpsm(1, 2, 3, 4))::text, 'true'),
    pg_temp.same('8 safety rules', jsonb_array_length(harmony.default_safety_rules())::text, '8'),
  pg_temp.same('default rules',
    (harmony.safety_barrier('{"cognitive": {"gca": 1}, "resilience": 1}', 'Captain', harmony.default_safety_rules()) =
    harmony.safety_barrier('{"cognitive": {"gca": 1}, "resilience": 1}', 'Captain'))::text, 'true');

-- A request is checked by what reads it: which key, which bounds, which keys there are.
CREATE FUNCTION pg_temp.refusal(request jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE detail text; hint text;
BEGIN
  PERFORM harmony.check_match_request(request);
  RETURN 'taken';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN concat_ws(' | ', SQLSTATE, SQLERRM, nullif(detail, ''), nullif(hint, ''));
END $$;
SELECT pg_temp.same('nothing asked', pg_temp.refusal(harmony.match_request()), 'taken'),
  pg_temp.same('NULL', (harmony.check_match_request(NULL) IS NULL)::text, 'true'),
  pg_temp.same('every default',
    pg_temp.refusal(harmony.match_request(model => harmony.default_model(), rules => harmony.default_safety_rules())), 'taken'),
  pg_temp.same('a null measure', pg_temp.refusal('{"environment": {"salary_index": null}, "leadership": {}}'), 'taken');
SELECT pg_temp.same('refused: ' || r.request, pg_temp.refusal(r.request::jsonb), r.want) FROM (VALUES
  ('{"environment": {"salary_index": 1.5}}',
    '22003 | "salary_index" is out of range | The value in environment is 1.5; it must be between 0 and 1.'),
  ('{"leadership": {"mood": 1}}', '22023 | unrecognized key "mood" in leadership | Known keys: autonomy, feedback, structure.'),
  ('{"model": {"f_team": {"sd_cap": 0}}}',
    '22023 | "sd_cap" is out of range | The value in team weights is 0; it must be above 0 and at most 1e+100.'),
  ('{"model": {"f_team": {"homogenity": 1}}}',
    '22023 | unrecognized key "homogenity" in team weights | Known keys: min_agreeableness, homogeneity, mean_emotional_stability, sd_cap, '
    'agreeableness_below, spread_above, stability_below, delta_above.'),
  ('{"model": {"f_env": {"charter_intensity": 0, "management_pressure": 0}}}',
    '22023 | weights of demands must sum to more than 0, at most 1e+100'),
  ('{"model": {"f_env": {"ratio_cap": 1e101}}}',
    '22023 | "ratio_cap" is out of range | The value in environment weights is 1e+101; it must be above 0 and at most 1e+100.'),
  ('{"model": {"mlpsm": {"p_ind": -2e100}}}',
    '22023 | "p_ind" is out of range | The value in betas is -2e+100; it must be between -1e+100 and 1e+100.'),
  ('{"model": {"mlpsm": {"p_ind": null}}}', '22023 | "p_ind" must be a number'),
  ('{"model": {"team": {"weather": {"days": 2.5}}}}',
    '22023 | "days" is out of range | The value in weather is 2.5; it must be a whole number between 1 and 3660.'),
  ('{"model": {"team": {"weather": {"neutral": 6}}}}',
    '22023 | "neutral" is out of range | The value in weather is 6; it must be between 1 and 5.'),
  ('{"model": {"team": {"scale": {}}}}',
    '22023 | unrecognized key "scale" in team | Known keys: matrix, weather, hidden_conflict, team_volatility, scales, risk_level, dyad, '
    'actions, sociogram.'),
  ('{"model": {"team": {"sociogram": {"sizes": {"Chef": 0}}}}}',
    '22023 | "Chef" is out of range | The value in sizes is 0; it must be above 0 and at most 1e+100.'),
  ('{"model": {"team": {"sociogram": {"green_from": 10}}}}', '22023 | cut-offs of a sociogram must be in order'),
  ('{"model": {"sensitivity": {"top": 0}}}',
    '22023 | "top" is out of range | The value in sensitivity is 0; it must be a whole number between 1 and 1000000.'),
  ('{"model": {"fit": {}}}',
    '22023 | unrecognized key "fit" in model | Known keys: version, competencies, p_ind, f_team, f_env, mlpsm, team, sensitivity, '
    'uncertainty.'),
  ('{"vessel": 1}', '22023 | unrecognized key "vessel" in match request | Known keys: position, benchmarks, rules, crew, crew_ids, pool, '
    'lifted, '
    'environment, leadership, model, top, draws, seed, least_team, decimals.')) r (request, want);
-- Stored scores name version "default": no constant of it may ever change. The errors of measurement came later.
SELECT pg_temp.same('the default model is what it was', md5((harmony.default_model() - 'uncertainty')::text),
  'ef2dc4b009e2e761fe3bf092083bcf02');
