-- What a season turns up: an applicant from the own crew, decided candidacies, closed campaigns, wrong pulses, leaders who leave, settings.
-- Figures by
-- hand or by NumPy.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql

-- A candidate's row has these keys.
SELECT ok((SELECT to_jsonb(m) ?&
  '{person,safety_level,g_fit,centile,centile_low,centile_high,competencies,y_success,p_ind,f_team,f_env,f_lmx,team_delta,confidence,'
  'data_quality,flags,model_version}'
  FROM crew.matching(id('campaign1'), 1) m), 'the keys of a candidate''s row');

-- Somebody of the crew applies: joins the rest, in the ranking as in the explanation and the evidence. Crew of vessel 1: C 52 … 62 in steps
-- of 2, A 61 … 66,
-- ES 56 … 61. Member 2 among the six: .4 61 + .3 (100 - 100 sqrt(14)/35) + .3 58.5 = 68.742865; without: C 52 56 58 60 62, ES 56 58 59 60
-- 61 (mean
-- 58.8), sd sqrt(14.8): .4 61 + .3 (100 - 100 sqrt(14.8)/35) + .3 58.8 = 68.742506.
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('member2'), id('campaign1')), (id('stranger'), id('campaign1'));
SELECT results_eq($$SELECT round(f_team::numeric, 6), round(team_delta::numeric, 6) FROM crew.matching(id('campaign1'))
  WHERE person = id('member2')$$,
  $$VALUES (68.742865, 0.000360)$$, 'a member who applies is matched with the others');
SELECT is((SELECT count(*) FROM crew.matching(id('campaign1')) m CROSS JOIN LATERAL crew.impact(id('campaign1'), m.person) i
           WHERE abs((i #>> '{success,score}')::float8 - m.y_success) < 1e-9
             AND abs((i #>> '{team,delta,score}')::float8 - m.team_delta) < 1e-9
             AND (i #>> '{standing,rank}')::bigint = m.rank AND (i #>> '{standing,pool}')::int = 8), 7::bigint,
               'ranking and explanations agree');
INSERT INTO crew.model_version (version, model)
  VALUES ('more', jsonb_set(harmony.default_model(), '{mlpsm,p_ind}', '0.30') || '{"version": "more"}');
CREATE TEMP TABLE shaken AS SELECT * FROM crew.sensitivity(id('campaign1')) WHERE stage = 'y_success' AND weight = 'p_ind' AND change > 0;
SELECT crew.activate_model('more');
SELECT is((SELECT array_agg(m.person ORDER BY m.rank) FROM crew.matching(id('campaign1')) m WHERE m.y_success IS NOT NULL),
  (SELECT new_top FROM shaken), 'the ranking with a weight of .30 is what sensitivity says of .25 and a fifth more');
SELECT crew.activate_model('default');
CREATE TEMP TABLE ranked AS SELECT * FROM crew.matching(id('campaign1'));
SELECT is((SELECT round(y_success::numeric, 9) FROM crew.decide(id('campaign1'), id('member2'), 'hired', 'knows the vessel')),
  (SELECT round(y_success::numeric, 9) FROM ranked WHERE person = id('member2')), 'and so does the evidence');

SELECT throws_ok($$SELECT harmony.match(id('x'), '{}', harmony.match_request(crew => '{}', crew_ids => ARRAY[id('x')]))$$, '22023',
  'crew and its ids differ in number', 'an id a member');
SELECT throws_ok($$SELECT harmony.match(id('x'), '{}', '{"crew": [{}], "crew_ids": ["x"]}')$$, '22023', '"crew_ids" must hold uuids',
  'not any word');
SELECT throws_ok($$SELECT harmony.match(id('x'), '{}', '{"crew": [{}], "crew_ids": [null]}')$$, '22023', NULL, 'nor nothing');
SELECT throws_ok($$SELECT harmony.match(id('x'), '{}', '{"crew": [{}], "crew_ids": 5}')$$, '22023', '"crew_ids" must be a JSON array',
  'nor a number');

-- After the decision, and when the campaign is over, the explanation still holds; the pool is that of the pending with the person.
SELECT crew.decide(id('campaign1'), id('candidate2'), 'hired', 'x') IS NOT NULL AS decided \gset
SELECT crew.decide(id('campaign1'), id('candidate3'), 'rejected', 'x') IS NOT NULL AS decided \gset
SELECT is((SELECT count(*) FROM ranked r CROSS JOIN LATERAL crew.impact(id('campaign1'), r.person) i
           WHERE r.person IN (id('candidate2'), id('candidate3')) AND abs((i #>> '{success,score}')::float8 - r.y_success) < 1e-9
             AND i #>> '{standing,pool}' = '6'), 2::bigint, 'hired and rejected candidates are explained');
SELECT crew.accept_offer(id('campaign1'), id('candidate2')) IS NOT NULL AS decided \gset
SELECT is((SELECT round((crew.impact(id('campaign1'), id('candidate2')) #>> '{success,score}')::numeric, 9)),
  (SELECT round(y_success::numeric, 9) FROM ranked WHERE person = id('candidate2')), 'who has joined is explained as joining the others');
UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign1');
UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1');
SELECT isnt(crew.impact(id('campaign1'), id('candidate2')), NULL, 'a past campaign is explained');
SELECT is(crew.impact(id('campaign1'), id('stranger')), NULL, 'without a profile there is nothing to explain');
SELECT is_empty($$SELECT FROM crew.matching(id('campaign3'))$$, 'an empty pool');
  SELECT is_empty($$SELECT FROM crew.sensitivity(id('campaign3'))$$, 'has no sensitivity');
SELECT results_eq($$SELECT status, has_profile, count(*) FROM crew.candidates(id('campaign1')) GROUP BY 1, 2 ORDER BY 1, 2$$,
  $$VALUES ('hired', true, 1::bigint), ('joined', true, 1), ('pending', false, 1), ('pending', true, 5), ('rejected', true, 1)$$,
    'candidates, those without a profile too');
SELECT results_eq($$SELECT title, vessel, employer, status FROM crew.applications(id('candidate2'))$$,
  $$VALUES ('Campaign 1', 'Vessel 1', 'Employer 1', 'joined')$$, 'what a person applied for');

-- A new vessel, its crew and leader.
SELECT crew.add_vessel(id('employer1'), 'Vessel 4', '{"salary_index": 0.5, "rest_days_ratio": null}') AS vessel \gset
SELECT is((SELECT environment FROM crew.vessel WHERE id = :'vessel'), '{"salary_index": 0.5}', 'a vessel is added');
SELECT throws_ok($$SELECT crew.add_vessel(id('employer1'), '')$$, '22023', 'the name is empty', 'it has a name');
SELECT throws_ok($$SELECT crew.add_vessel(id('employer1'), 'x', '{"salary_index": 2}')$$, '22003', '"salary_index" is out of range',
  'and a true environment');
SELECT throws_ok(format($$SELECT crew.set_environment(%L, '{"wages": 0.5}')$$, :'vessel'), '22023', NULL, 'of known keys');
SELECT throws_ok(format($$SELECT crew.set_environment(%L, '{"salary_index": "much"}')$$, :'vessel'), '22023', NULL, 'and numbers');
SELECT throws_ok($$SELECT crew.report(id('candidate2'), 'recruiter')$$, '22004', 'a report for context "recruiter" needs a campaign',
  'a recruiter reads about a campaign');
SELECT throws_ok(format('SELECT crew.set_leader(%L, id(''candidate4''))', :'vessel'), '55000', NULL, 'a leader is one of the crew');
SELECT crew.boarding_pass(:'vessel', 'Captain') AS pass \gset
SELECT crew.board(:'pass', id('candidate4')) IS NOT NULL AS aboard \gset
SELECT lives_ok(format('SELECT crew.set_leader(%L, id(''candidate4''))', :'vessel'), 'now he leads');
SELECT results_eq(format('SELECT person, "position", is_leader FROM crew.roster(%L)', :'vessel'),
  $$VALUES (id('candidate4'), 'Captain', true)$$, 'the roster');
SELECT is(crew.leadership(:'vessel'), '{"autonomy": 0.5, "feedback": 0.5, "structure": 0.5}', 'and others are matched with the leader');

-- A pulse, and its correction.
SELECT throws_ok($$SELECT crew.give_pulse(0, id('candidate4'))$$, '22003', NULL, 'a pulse off the scale');
  SELECT throws_ok($$SELECT crew.give_pulse(NULL, id('candidate4'))$$, '22003', NULL, 'or none');
SELECT throws_ok($$SELECT crew.give_pulse(3, id('stranger'))$$, '55000', NULL, 'of nobody aboard');
SELECT is((crew.give_pulse(2, id('candidate4'))).score, 2::smallint, 'a pulse');
  SELECT is((crew.give_pulse(4, id('candidate4'))).score, 4::smallint, 'is corrected');
SELECT results_eq($$SELECT count(*), max(score) FROM crew.pulse WHERE person_id = id('candidate4')$$, $$VALUES (1::bigint, 4::smallint)$$,
  'one a day');

-- A survey is closed.
SELECT crew.open_survey(:'vessel', 'post_charter') AS survey \gset
SELECT lives_ok(format('SELECT crew.close_survey(%L)', :'survey'), 'a survey is closed');
  SELECT throws_ok(format('SELECT crew.close_survey(%L)', :'survey'), '55000', NULL, 'once');
SELECT throws_ok(format('INSERT INTO crew.survey_response (person_id, survey_id, workload, responded_at) VALUES (id(''candidate4''), %L, '
  '5, clock_timestamp())', :'survey'), '55000', NULL, 'and takes no more answers');

-- Who leaves leads no more.
SELECT crew.leave(id('candidate4'), 'season over') IS NOT NULL AS gone \gset
SELECT is((SELECT leader_id FROM crew.vessel WHERE id = :'vessel'), NULL, 'a leader who leaves leads no more');

-- The rest of a fleet may be one person: that person's mood is not told. Six people of vessel 1 with 2.5, one of vessel 3 with 5.
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on, created_at)
  VALUES (id('candidate1'), id('vessel3'), 'Chef', platform.today() - 90, now() - interval '90 days');
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('member' || n), id('vessel1'),
  (crew.last_week() + d)::timestamp AT TIME ZONE 'UTC', 2 + (n + d) % 2 FROM generate_series(1, 6) n, generate_series(0, 3) d;
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('candidate1'), id('vessel3'),
  (crew.last_week() + d)::timestamp AT TIME ZONE 'UTC', 5 FROM generate_series(0, 3) d;
SELECT is(crew.judge_toxicity(id('employer1')), 0::bigint, 'a vessel alone is not judged');
SELECT results_eq($$SELECT toxicity_evidence -> 'mean', toxicity_evidence -> 'rest_mean', toxicity_evidence -> 'fleet_f' FROM crew.vessel
  WHERE id = id('vessel1')$$,
  $$VALUES ('2.5'::jsonb, 'null'::jsonb, 'null'::jsonb)$$, 'nor does its evidence tell what a single person said elsewhere');

-- Weather is of one week: the pulses before and after it are in no figure of it. It is published with the model that is active then.
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('member1'), id('vessel1'),
  (crew.last_week() - 3)::timestamp AT TIME ZONE 'UTC', 1;
INSERT INTO crew.model_version (version, model)
  VALUES ('mild', jsonb_set(harmony.default_model(), '{team,weather,stable_from}', '2.5') || '{"version": "mild"}');
SELECT crew.activate_model('mild');
SELECT is(crew.publish_figures(), 1::bigint, 'the weather is published');
SELECT crew.activate_model('default');
SELECT results_eq($$SELECT w -> 'trend_days', w -> 'n_pulses', w -> 'mean', w -> 'status', w ->> 'week' = crew.last_week()::text
  FROM (SELECT s.snapshot -> 'weather' AS w FROM crew.vessel_snapshots(ARRAY[id('vessel1')]) s) x$$,
  $$VALUES ('4'::jsonb, '24'::jsonb, '2.5'::jsonb, '"stable"'::jsonb, true)$$, 'of that week');

-- Cut-offs are data.
SELECT results_eq($$SELECT retrain_above, retrain_folds, retrain_significance, retrain_share_won, retrain_owner_share, retrain_sd_ratio,
  auto_activate, toxicity_q_below, level_high_above, level_medium_above FROM crew.setting$$,
  $$VALUES (150, 10, 0.05::float8, 0.95::float8, 0.25::float8, 0.5::float8, false, 0.05::float8, 70::float8, 30::float8)$$,
  'settings as specified');
SELECT throws_ok('DELETE FROM crew.setting', '55000', NULL, 'they stay');
  SELECT throws_ok('INSERT INTO crew.setting DEFAULT VALUES', '23505', NULL, 'one row');
SELECT throws_ok('UPDATE crew.setting SET retrain_folds = 1', '23514', NULL, 'within reason');
INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, position, decision, reason, p_ind, f_team, f_env, f_lmx, betas,
  model_version, y_actual)
  SELECT id('hire' || n), id('campaign1'), id('vessel1'), 'Bosun', 'hired', 'x', 40 + n % 7, 40 + n % 11, 40 + n % 13, 40 + n % 17, '{}',
    'default', 40 + n % 11 FROM generate_series(1, 60) n;
SELECT is((SELECT reasons[1] FROM crew.retrain()), '60 outcomes, of which 60 with all four terms; more than 150 are needed', 'as they are');
UPDATE crew.setting SET retrain_above = 59, retrain_folds = 5, level_high_above = 80;
SELECT is((SELECT report -> 'setting' FROM crew.retrain()), '{"retrain_above": 59, "retrain_folds": 5, "retrain_significance": 0.05,
  "retrain_share_won": 0.95, "retrain_owner_share": 0.25, "retrain_sd_ratio": 0.5, "auto_activate": false}',
  'changed, and noted with the attempt');
SELECT is((SELECT fold FROM crew.training_rows() LIMIT 1), harmony.fold_of(id('vessel1')::text, 5), 'five folds, by vessel');
SELECT is(crew.level(75), 'medium', 'a level');
SELECT * FROM finish();
ROLLBACK;
