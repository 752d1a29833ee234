-- Matching, deciding, joining, leaving, surveys and the outcome that follows from them.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql

-- Matching is harmony.match of what the campaign names.
SELECT is((SELECT count(*) FROM crew.matching(id('campaign1'))), 7::bigint, 'every pending candidate is ranked');
SELECT is((SELECT count(*) FROM crew.matching(id('campaign1'), 3)), 3::bigint, 'or the first three');
SELECT results_eq($$SELECT rank, person, y_success FROM crew.matching(id('campaign1'))$$, $$
  SELECT m.rank, m.person, m.y_success FROM unnest((
    SELECT harmony.match(p.person_id, p.psychometric_snapshot, harmony.match_request('Bosun',
      '{"conscientiousness": 85, "agreeableness": 80, "neuroticism": 25, "openness": 60, "extraversion": 65, "intrinsic": 80, '
        '"identified": 85, "extrinsic_material": 70, "amotivation": 0, "logical": 75, "numerical": 70, "verbal": 60}',
      ARRAY (SELECT psychometric_snapshot FROM assessment.profile
        WHERE person_id IN (SELECT id('member' || n) FROM generate_series(1, 6) n)),
      '{"charter_intensity": 0.5, "management_pressure": 0.5, "salary_index": 0.5, "rest_days_ratio": 0.5, "private_cabin_ratio": 0.5}',
      '{"autonomy": 0.5, "feedback": 0.5, "structure": 0.5}'))
    FROM assessment.profile p WHERE p.person_id IN (SELECT id('candidate' || n) FROM generate_series(1, 8) n WHERE n <> 7))) m$$,
      'by the position''s benchmarks, crew, vessel and leader');
SELECT results_eq($$SELECT person, safety_level, g_fit, y_success FROM crew.matching(id('campaign1')) ORDER BY rank DESC LIMIT 1$$,
  $$VALUES (id('candidate8'), 'DISQUALIFIED', 0::float8, NULL::float8)$$, 'who does not pass the barrier comes last, without stage 2');
-- F_env of resilience 60 at R = D = .5: 100 min(1, 2)/2 .6 = 30; F_lmx of equal preferences: 100; P_ind of candidate 1
-- (gca 60, C 55, drive 65): .5 60 + .35 55 + .15 65 = 59.
SELECT results_eq($$SELECT round(p_ind::numeric, 9), round(f_env::numeric, 9), round(f_lmx::numeric, 9) FROM crew.matching(id('campaign1'))
  WHERE person = id('candidate1')$$,
  $$VALUES (59.000000000, 30.000000000, 100.000000000)$$, 'terms worked out by hand');
SELECT throws_ok($$SELECT * FROM crew.matching(id('nothing'))$$, '22023', NULL, 'an unknown campaign');
SELECT throws_ok($$SELECT * FROM crew.matching(NULL)$$, '22023', NULL, 'no campaign');
SELECT is_empty($$SELECT * FROM crew.matching(id('campaign3'))$$, 'a campaign without candidates ranks nobody');

-- Impact: contributions sum to the score; what if.
SELECT is(round(((i #>> '{success,intercept}')::float8 + (i #>> '{success,clamping}')::float8 +
  (SELECT sum((t.value ->> 'contribution')::float8) FROM jsonb_each(i #> '{success,terms}') t) -
  (i #>> '{success,score}')::float8)::numeric, 9), 0.000000000,
  'contributions sum to the predicted success') FROM crew.impact(id('campaign1'), id('candidate2')) i;
SELECT is((i #>> '{success,score}')::float8, m.y_success, 'which is that of the ranking')
  FROM crew.impact(id('campaign1'), id('candidate2')) i, crew.matching(id('campaign1')) m WHERE m.person = id('candidate2');
SELECT is((i #>> '{standing,rank}')::bigint, m.rank, 'as is the rank') FROM crew.impact(id('campaign1'), id('candidate2')) i,
  crew.matching(id('campaign1')) m WHERE m.person = id('candidate2');
SELECT is(jsonb_array_length(i -> 'pairs'), 6, 'a pair with each member') FROM crew.impact(id('campaign1'), id('candidate2')) i;
SELECT throws_ok($$SELECT crew.impact(id('campaign1'), id('member1'))$$, '22023', NULL, 'who has not applied has no impact');
SELECT cmp_ok((SELECT count(*) FROM crew.sensitivity(id('campaign1'))), '>=', 8::bigint, 'sensitivity to each beta, up and down');
SELECT is((crew.simulate(id('vessel1'), ARRAY(SELECT id('member' || n) FROM generate_series(1, 6) n)) #>> '{delta,f_team}')::float8,
  0::float8, 'the crew as it is changes nothing');
SELECT results_eq($$SELECT s #>> '{then,crew_count}', s -> 'joining', s -> 'leaving', jsonb_array_length(s -> 'members')
  FROM crew.simulate(id('vessel1'), ARRAY[id('member1'), id('member2'), id('candidate3')]) s$$,
  $$VALUES ('3', jsonb_build_array(id('candidate3')),
    (SELECT jsonb_agg(i ORDER BY i) FROM (SELECT id('member' || n) AS i FROM generate_series(3, 6) n) x), 3)$$, 'any crew');
-- C of 52, 54, 65: mean 57, sum of squares 25 + 9 + 64 = 98, sd 7; min A 59 (candidate 3); ES 56, 57, 62: 58.3333.
-- .4 59 + .3 (100 - 20) + .3 58.3333 = 65.1
SELECT is(round((crew.simulate(id('vessel1'), ARRAY[id('member1'), id('member2'), id('candidate3')]) #>> '{then,f_team,score}')::numeric,
  9), 65.100000000, 'team fit by hand');
SELECT is((crew.simulate(id('vessel1'), '{}') #>> '{then,crew_count}')::int, 0, 'nobody');
SELECT is((crew.simulate(id('vessel1'), ARRAY[id('member1'), id('member1')]) #>> '{then,crew_count}')::int, 1, 'a person counts once');
SELECT throws_ok($$SELECT crew.simulate(id('vessel1'), ARRAY[id('nobody')])$$, '22023', NULL, 'people who do not exist');
SELECT throws_ok($$SELECT crew.simulate(id('vessel1'), NULL)$$, '22004', NULL, 'null');
SELECT throws_ok($$SELECT crew.simulate(id('vessel1'), ARRAY[NULL]::uuid[])$$, '22004', NULL, 'null among them');
SELECT is(jsonb_array_length(crew.sociogram(id('vessel1'), ARRAY[id('candidate1')]) -> 'nodes'), 7, 'the sociogram with a candidate');

-- Deciding.
SELECT m.y_success AS y, m.g_fit AS g FROM crew.matching(id('campaign1')) m WHERE m.person = id('candidate2') \gset
SELECT results_eq($$SELECT person_id, decision, reason, y_success, (dnre ->> 'g_fit')::float8, (dnre ->> 'pool')::int, betas,
  model_version, vessel_id, position, y_actual FROM crew.decide(id('campaign1'), id('candidate2'), 'hired', 'fits')$$,
  format($$VALUES (id('candidate2'), 'hired', 'fits', %s::float8, %s::float8, 7,
    '{"intercept": 0, "p_ind": 0.25, "f_team": 0.35, "f_env": 0.2, "f_lmx": 0.2}'::jsonb, 'default', id('vessel1'), 'Bosun',
    NULL::float8)$$, :'y', :'g'), 'the event holds what was predicted');
SELECT is((SELECT status FROM crew.candidacy WHERE person_id = id('candidate2')), 'hired', 'the candidacy says so');
SELECT results_eq($$SELECT recipient_id, template, parameters ->> 'position', sent_at FROM platform.outbox$$,
  $$VALUES (id('candidate2'), 'crew.hired', 'Bosun', NULL::timestamptz)$$, 'a message waits');
SELECT is((SELECT count(*) FROM crew.matching(id('campaign1'))), 6::bigint, 'the hired leave the pool');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate2'), 'hired', 'again')$$, '55000', NULL,
  'a second decision is refused');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate2'), 'joined', 'is aboard')$$, '22023', 'decision is "joined"',
  'nobody is made to join');
SELECT throws_ok($$SELECT crew.accept_offer(id('campaign1'), id('candidate1'))$$, '55000', 'there is no offer to accept',
  'nor joins unasked');
SELECT throws_ok($$SELECT crew.accept_offer(id('campaign2'), id('candidate2'))$$, '55000', 'there is no offer to accept', 'nor elsewhere');
SELECT is(crew.accept_offer(id('campaign1'), id('candidate2')), id('vessel1'), 'the hired accept, and join the vessel');
SELECT results_eq($$SELECT recipient_id, template, parameters ->> 'person' FROM platform.outbox WHERE template = 'crew.offer_accepted'$$,
  $$VALUES (id('client1'), 'crew.offer_accepted', id('candidate2')::text)$$, 'of which the employer is told');
SELECT results_eq($$SELECT decision, reason, (dnre ->> 'pool')::int, y_success IS NOT NULL FROM crew.hiring_event
  WHERE person_id = id('candidate2') ORDER BY id$$, $$VALUES ('hired', 'fits', 7, true), ('joined', 'Accepted the offer', 7, true)$$,
  'with what was predicted then');
SELECT throws_ok($$SELECT crew.accept_offer(id('campaign1'), id('candidate2'))$$, '55000', NULL, 'once');
SELECT throws_ok($$SELECT crew.withdraw(id('campaign1'), id('candidate2'))$$, '55000', NULL,
  'who has joined leaves, and does not withdraw');
SELECT results_eq($$SELECT status, vessel_id, position, started_on FROM crew.assignment WHERE person_id = id('candidate2')$$,
  $$VALUES ('active', id('vessel1'), 'Bosun', platform.today())$$, 'and are crew');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate2'), 'rejected', 'no')$$, '55000', NULL,
  'who has joined is not rejected');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate8'), 'hired', 'anyway')$$, '55000', NULL,
  'the disqualified are not hired');
SELECT lives_ok($$SELECT crew.decide(id('campaign1'), id('candidate8'), 'rejected', 'safety')$$, 'but rejected');
SELECT results_eq($$SELECT y_success, dnre ->> 'safety_level', dnre ->> 'g_fit', (dnre ->> 'g_fit_computed')::float8 > 50
  FROM crew.hiring_event WHERE person_id = id('candidate8')$$, $$VALUES (NULL::float8, 'DISQUALIFIED', '0', true)$$,
  'the evidence keeps the computed fit');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate3'), 'promoted', 'x')$$, '22023', NULL, 'an unknown decision');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate3'), NULL, 'x')$$, '22023', NULL, 'no decision');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate3'), 'hired', '  ')$$, '22023', NULL, 'no reason');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('member1'), 'hired', 'x')$$, '22023', NULL, 'no candidate');
SELECT throws_ok($$SELECT crew.decide(id('campaign2'), id('candidate3'), 'hired', 'x')$$, '22023', NULL, 'not of this campaign');
SELECT joins(id('campaign1'), id('candidate6'), 'at once') IS NOT NULL AS joined \gset
SELECT throws_ok($$SELECT joins(id('campaign2'), id('candidate6'))$$, '55000', 'you are active crew already', 'nobody joins two crews');
SELECT is((SELECT count(*) FROM crew.hiring_event WHERE person_id = id('candidate6') AND campaign_id = id('campaign2')), 0::bigint,
  'and nothing of it is left');

-- Withdrawing.
SELECT lives_ok($$SELECT crew.withdraw(id('campaign1'), id('candidate5'))$$, 'a candidate withdraws');
SELECT results_eq($$SELECT status, decided_at FROM crew.candidacy WHERE (person_id, campaign_id) = (id('candidate5'), id('campaign1'))$$,
  $$VALUES ('withdrawn', now())$$, 'for good');
SELECT results_eq($$SELECT recipient_id, parameters ->> 'person', parameters ->> 'title' FROM platform.outbox
  WHERE template = 'crew.withdrawn'$$, $$VALUES (id('client1'), id('candidate5')::text, 'Campaign 1')$$, 'the employer is told');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate5'), 'hired', 'come back')$$, '55000', NULL, 'nobody decides then');
SELECT throws_ok($$SELECT crew.withdraw(id('campaign1'), id('candidate5'))$$, '55000', NULL, 'once');
SELECT throws_ok($$SELECT crew.withdraw(id('campaign2'), id('candidate5'))$$, '55000', NULL, 'of what one has applied to');
SELECT lives_ok($$SELECT crew.decide(id('campaign2'), id('candidate7'), 'hired', 'x')$$, 'an offer');
SELECT lives_ok($$SELECT crew.withdraw(id('campaign2'), id('candidate7'))$$, 'may be declined');
SELECT is((SELECT count(*) FROM crew.stage_passes() WHERE person_id IN (id('candidate5'), id('candidate7'))), 0::bigint,
  'and counts at no stage of fairness');
SELECT results_eq($$SELECT person, decision FROM crew.decisions(id('campaign1')) WHERE person = id('candidate5')$$,
  $$VALUES (id('candidate5'), 'withdrawn')$$, 'what was done tells it');
ALTER TABLE crew.candidacy DISABLE TRIGGER check_state;
UPDATE crew.candidacy SET status = 'pending', decided_at = NULL WHERE (person_id, campaign_id) = (id('candidate7'), id('campaign2'));
ALTER TABLE crew.candidacy ENABLE TRIGGER check_state;
UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign1');
SELECT lives_ok($$SELECT crew.decide(id('campaign1'), id('candidate3'), 'rejected', 'others were better')$$,
  'decisions go on when it is closed');
UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate4'), 'rejected', 'x')$$, '55000', NULL, 'not when it is archived');

-- Outcomes. Intent 4, 10 and 7 are 33.333, 100 and 66.667; weights .3 (post_charter), .7 (post_season), .3 (monthly_pulse):
-- (.3 33.333 + .7 100 + .3 66.667)/1.3 = 100/1.3 = 76.923.
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) SELECT id(kind), id('vessel1'), kind, now() - interval '1 hour'
  FROM crew.survey_kind;
INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay) VALUES (id('candidate2'), id('post_charter'), 4);
SELECT results_eq($$SELECT decision, round(y_actual::numeric, 6) FROM crew.hiring_event WHERE person_id = id('candidate2') ORDER BY id$$,
  $$VALUES ('hired', 33.333333), ('joined', NULL)$$, 'the first answer is the outcome of the hire');
INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay) VALUES (id('candidate2'), id('post_season'), 10),
  (id('candidate2'), id('monthly_pulse'), 7);
SELECT is((SELECT round(y_actual::numeric, 6) FROM crew.hiring_event WHERE person_id = id('candidate2') AND decision = 'hired'), 76.923077,
  'the weighted mean of all');
INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('candidate2'), id('conflict_event'), 9);
SELECT is((SELECT round(y_actual::numeric, 6) FROM crew.hiring_event WHERE person_id = id('candidate2') AND decision = 'hired'), 76.923077,
  'a missing intent does not count');
UPDATE crew.survey_response SET intent_to_stay = 1 WHERE survey_id = id('post_season');
SELECT is((SELECT round(y_actual::numeric, 6) FROM crew.hiring_event WHERE person_id = id('candidate2') AND decision = 'hired'),
  round(30 / 1.3, 6), 'a correction counts');
INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay) VALUES (id('candidate2'), id('exit_interview'), 3);
SELECT is((SELECT round(y_actual::numeric, 6) FROM crew.hiring_event WHERE person_id = id('candidate2') AND decision = 'hired'), 22.222222,
  'an exit interview replaces all');
DELETE FROM crew.survey_response WHERE survey_id = id('exit_interview');
SELECT is((SELECT round(y_actual::numeric, 6) FROM crew.hiring_event WHERE person_id = id('candidate2') AND decision = 'hired'),
  round(30 / 1.3, 6), 'without it the rest counts again');
INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay) VALUES (id('candidate6'), id('post_charter'), 10);
SELECT is((SELECT y_actual FROM crew.hiring_event WHERE person_id = id('candidate6') AND decision = 'hired'), 100::float8,
  'the event of the hire');
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('elsewhere'), id('vessel2'), 'post_season', now() - interval '1 hour');
SELECT throws_ok($$INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay) VALUES (id('candidate2'), id('elsewhere'), 5)$$,
  '23514', NULL, 'who never was crew does not answer');
SELECT throws_ok($$INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay)
  VALUES (id('member1'), id('post_charter'), 11)$$, '23514', NULL, 'above 10');
SELECT throws_ok($$INSERT INTO crew.survey_response (person_id, survey_id) VALUES (id('member1'), id('post_charter'))$$, '23514', NULL,
  'nothing answered');
SELECT throws_ok($$INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay, responded_at)
  VALUES (id('member1'), id('post_charter'), 5, now() - interval '1 day')$$, '55000', NULL, 'before it opened');
UPDATE crew.survey SET closes_at = now() - interval '1 minute' WHERE id = id('monthly_pulse');
SELECT throws_ok($$INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay)
  VALUES (id('member1'), id('monthly_pulse'), 5)$$, '55000', NULL, 'after it closed');
SELECT throws_ok($$UPDATE crew.survey SET kind = 'exit_interview' WHERE id = id('post_charter')$$, '55000', NULL,
  'the kind of a survey is fixed');
-- Aggregates from five answers up: post_charter has two, and gets three more.
SELECT is_empty($$SELECT * FROM crew.survey_results(id('vessel1'))$$, 'two answers are not shown');
INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay, workload) SELECT id('member' || n), id('post_charter'), 10, 10
  FROM generate_series(1, 2) n;
SELECT is_empty($$SELECT * FROM crew.survey_results(id('vessel1'))$$, 'nor four');
INSERT INTO crew.survey_response (person_id, survey_id, intent_to_stay, workload) SELECT id('member' || n), id('post_charter'), 10, 10
  FROM generate_series(3, 3) n;
-- 33.333 and four times 100: 86.667; workload has three answers only.
SELECT results_eq($$SELECT item, n, round(mean::numeric, 6) FROM crew.survey_results(id('vessel1'))$$,
  $$VALUES ('intent_to_stay', 5::bigint, 86.666667)$$, 'five are, item by item');
SELECT ok(low = mean - sd AND mean + sd > 100 AND high = 100, 'a standard deviation to either side, within the scale')
  FROM crew.survey_results(id('vessel1'), 'post_charter');
SELECT is_empty($$SELECT * FROM crew.survey_results(id('vessel1'), 'monthly')$$, 'of one kind, where it is asked for');
INSERT INTO crew.survey_response (person_id, survey_id, workload) SELECT id('member' || n), id('post_season'), 10
  FROM generate_series(1, 5) n;
SELECT results_eq($$SELECT n, mean FROM crew.survey_results(id('vessel1')) WHERE item = 'workload'$$, $$VALUES (5::bigint, 0::float8)$$,
  'the heaviest load is 0');

-- Leaving.
SELECT throws_ok($$SELECT crew.leave(id('candidate2'), '')$$, '22023', NULL, 'leaving needs a reason');
SELECT throws_ok($$SELECT crew.leave(id('candidate2'), 'x', platform.today() + 1)$$, '22023', NULL, 'not tomorrow');
SELECT throws_ok($$SELECT crew.leave(id('candidate2'), 'x', platform.today() - 1)$$, '22023', NULL, 'not before coming');
SELECT results_eq($$SELECT status, ended_on FROM crew.leave(id('candidate2'), 'end of season')$$, $$VALUES ('ended', platform.today())$$,
  'leaving');
SELECT results_eq($$SELECT departure_reason, actual_tenure_days FROM crew.hiring_event WHERE person_id = id('candidate2')$$,
  $$VALUES ('end of season', 0), ('end of season', 0)$$, 'is noted beside the prediction');
SELECT throws_ok($$SELECT crew.leave(id('candidate2'), 'x')$$, '55000', NULL, 'once');
DELETE FROM platform.account WHERE id = id('candidate2');
SELECT is((SELECT round(y_actual::numeric, 6) FROM crew.hiring_event WHERE person_id = id('candidate2') AND decision = 'hired'),
  round(30 / 1.3, 6), 'the outcome outlives the account');

-- A new model predicts from now on.
INSERT INTO crew.model_version (version, model)
  VALUES ('other', '{"version": "other", "mlpsm": {"intercept": 0, "p_ind": 1, "f_team": 0, "f_env": 0, "f_lmx": 0}}');
SELECT crew.activate_model('other');
SELECT results_eq($$SELECT DISTINCT model_version, y_success = p_ind FROM crew.matching(id('campaign2'))$$, $$VALUES ('other', true)$$,
  'the active model ranks');

-- Fairness. Campaign 4: group a 6 of 8 hired, group b 3 of 8, group c has 3 people. Fisher's two-sided p of (3 5; 6 2) is .3147, of (4 4;
-- 8 0) .0769, after Benjamini and Hochberg over the four tests .1538; below .0125 are (2 6; 8 0) with .0070 and (0 8; 6 2) with .0070, not
-- (3 5; 8 0) and (1 7; 6 2) (R: fisher.test, p.adjust).
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
  VALUES (id('campaign4'), id('employer1'), id('vessel3'), 'Chef', 'Campaign 4', 'open');
INSERT INTO platform.account (id, email, created_at) SELECT id('fair' || n), 'fair' || n || '@crew.example.org', now() - interval '1 year'
  FROM generate_series(1, 19) n;
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT id('fair' || n), id('campaign4') FROM generate_series(1, 19) n;
INSERT INTO crew.declared_group SELECT id('fair' || n), 'age', CASE WHEN n <= 8 THEN 'a' WHEN n <= 16 THEN 'b' ELSE 'c' END
  FROM generate_series(1, 19) n;
SELECT is(crew.shortlist(id('campaign4'), ARRAY(SELECT id('fair' || n) FROM generate_series(1, 12) n)), 12::bigint, 'a shortlist');
UPDATE crew.candidacy SET status = 'hired' WHERE person_id IN (SELECT id('fair' || n) FROM unnest('{1,2,3,4,5,6,9,10,11}'::int[]) n);
INSERT INTO crew.declared_group SELECT id('fair' || n), 'home', CASE WHEN n % 8 BETWEEN 1 AND 6 THEN 'x' ELSE 'y' END
  FROM generate_series(1, 16) n;
SELECT results_eq($$SELECT stage, group_name, reference, selected, n, round(ratio::numeric, 6), round(rejection_ratio::numeric, 6), adverse,
    adverse_rejection, round(p::numeric, 4), round(p_adjusted::numeric, 4), decisions_to_turn
  FROM crew.fairness(id('campaign4')) WHERE attribute = 'age' AND stage <> 'barrier'$$, $$VALUES
  ('shortlist', 'a', 'others', 8::bigint, 8::bigint, 2.000000, 0.000000, false, false, 0.0769, 0.1538, NULL::bigint),
  ('shortlist', 'b', 'others', 4, 8, 0.5, NULL, false, false, 0.0769, 0.1538, 2),
  ('shortlist', 'b', 'highest', 4, 8, 0.5, NULL, NULL, NULL, NULL, NULL, NULL),
  ('hire', 'a', 'others', 6, 8, 2, 0.4, false, false, 0.3147, 0.3147, NULL),
  ('hire', 'b', 'others', 3, 8, 0.5, 2.5, false, false, 0.3147, 0.3147, 3),
  ('hire', 'b', 'highest', 3, 8, 0.5, 2.5, NULL, NULL, NULL, NULL, NULL)$$, 'selection rates by stage, groups under five not shown');
SELECT results_eq($$SELECT DISTINCT adverse, p, mh_p FROM crew.fairness(id('campaign4')) WHERE stage = 'barrier'$$,
  $$VALUES (NULL::boolean, NULL::float8, NULL::float8)$$, 'where everybody passed there is nothing to test');
-- x and y: 6 and 2 people of either age, so that y has four of them.
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', attribute, group_name), ', ') FROM crew.fairness(id('campaign4'))),
  'age & home a & x, age & home b & x, age a, age b, home x', 'cells of two attributes, none of fewer than five people');
-- Toxicity. Vessel 3 of employer 1 is much worse than six others; figures in R, see below.
SELECT is_empty($$SELECT FROM crew.toxicity(id('employer1'))$$, 'without pulses nobody is judged');
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on, created_at) SELECT id('fair' || n), id('vessel3'), 'Deckhand',
  platform.today() - 90, now() - interval '90 days' FROM generate_series(1, 6) n;
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('fair' || n), id('vessel3'),
  (crew.last_week() - 7 + d)::timestamp AT TIME ZONE 'UTC', 1 + (n + d) % 2 FROM generate_series(1, 6) n, generate_series(0, 13) d;
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('member' || n), id('vessel1'),
  (crew.last_week() - 7 + d)::timestamp AT TIME ZONE 'UTC', 4 + (n + d) % 2 FROM generate_series(1, 6) n, generate_series(0, 13) d;
SELECT is(crew.judge_toxicity(id('employer1'), now() - interval '7 days'), 0::bigint,
  'two vessels cannot be judged: how vessels usually differ is not known');
SELECT results_eq($$SELECT toxicity_evidence -> 'people', toxicity_evidence -> 'rest_mean', toxicity_evidence -> 't' FROM crew.vessel
  WHERE id = id('vessel3')$$, $$VALUES ('6'::jsonb, '4.5'::jsonb, 'null'::jsonb)$$, 'and have no test');
INSERT INTO crew.vessel (id, organization_id, name) SELECT id('fleet' || k), id('employer1'), 'Vessel 4' || k FROM generate_series(1, 5) k;
INSERT INTO platform.account (id, email, created_at) SELECT id('mate' || n), 'mate' || n || '@crew.example.org', now() - interval '1 year'
  FROM generate_series(1, 30) n;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on, created_at) SELECT id('mate' || n), id('fleet' || 1 + n % 5),
  'Deckhand', platform.today() - 90, now() - interval '90 days' FROM generate_series(1, 30) n;
-- Two people each with 3, 4 and 5: mean 4, variance .8. Vessel 1: 4.5 + 1/14 and 4.5 - 1/14 three times each, mean 4.5, variance 3/490;
-- vessel 3 the same about 1.5.
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('mate' || n), id('fleet' || 1 + n % 5),
  crew.last_week()::timestamp AT TIME ZONE 'UTC', 3 + n / 5 % 3 FROM generate_series(1, 30) n;
SELECT is(crew.judge_toxicity(id('employer1')), 1::bigint, 'one vessel is flagged');
SELECT results_eq($$SELECT name, toxicity_flag, toxicity_evidence ->> 'people', (toxicity_evidence ->> 'q')::float8 < 0.05 FROM crew.vessel
  WHERE organization_id = id('employer1') AND name < 'Vessel 4' ORDER BY name$$,
  $$VALUES ('Vessel 1', false, '6', false), ('Vessel 3', true, '6', true)$$, 'with the evidence');
-- R, as test/unit/statistics/prediction_limit.R: limits(rep(6, 7), c(4, 4, 4, 1.5, 4.5, 4, 4), c(.8, .8, .8, 3/490, 3/490, .8, .8)), fourth
-- line: tau2 is .0185941.
SELECT results_eq($$SELECT round(rest_mean::numeric, 5), round(tau::numeric, 6), round(t::numeric, 4), df, round("limit"::numeric, 5),
    round(p::numeric, 7) FROM crew.toxicity(id('employer1')) WHERE flagged$$, $$VALUES (4.30385, 0.136360, -15.7893, 4::float8, 3.92528,
    0.0000470)$$, 'as R has it');
SELECT results_eq($$SELECT toxicity_evidence - '{week,fleet_f,fleet_p,q_below}'::text[] FROM crew.vessel WHERE toxicity_flag$$,
  $$VALUES ('{"people": 6, "mean": 1.5, "sd": 0.1, "rest_vessels": 6, "rest_mean": 4.3, "tau": 0.1, "difference": -2.8, "limit": 3.9,
    "t": -15.8, "df": 4, "p": 0, "q": 0}'::jsonb)$$, 'published in round numbers');
UPDATE crew.pulse SET score = 6 - score;
SELECT is(crew.judge_toxicity(id('employer1')), 1::bigint, 'a week is judged once');
SELECT throws_ok($$SELECT crew.judge_toxicity(id('employer1'), NULL)$$, '22008', NULL, 'no time');
SELECT throws_ok($$SELECT crew.judge_toxicity(id('employer1'), 'infinity')$$, '22008', NULL, 'or none that comes');

-- Agreement. Three raters alike on one item: no variance, r_wg 1; needs five.
SELECT results_eq($$SELECT item, vessel_people, round(rwg::numeric, 6) FROM crew.agreement(id('employer1'), 'post_season')
  WHERE item = 'workload'$$, $$VALUES ('workload', 5::bigint, 1.000000)$$, 'agreement of a crew');

-- Reports: what has no row is not shown.
SELECT results_eq($$SELECT jsonb_array_length(crew.report(id('member3'), 'onboarding') -> 'items')$$, ARRAY[5],
  'onboarding sees five items');
SELECT is_empty($$SELECT i FROM jsonb_array_elements(crew.report(id('member3'), 'candidate') -> 'items') i WHERE i ? 'score'$$,
  'a candidate sees no numbers');
SELECT is_empty($$SELECT i FROM jsonb_array_elements(crew.report(id('member3'), 'manager') -> 'items') i
  WHERE i ->> 'item' IN ('gca', 'logical', 'numerical', 'verbal', 'emotional_stability')$$, 'a manager no ability and no stability');
SELECT is((SELECT i -> 'score' FROM jsonb_array_elements(crew.report(id('candidate7'), 'recruiter', id('campaign2')) -> 'items') i
  WHERE i ->> 'item' = 'y_success'),
  (SELECT to_jsonb(round(y_success::numeric, 1)) FROM crew.matching(id('campaign2')) WHERE person = id('candidate7')),
    'a recruiter the prediction');
SELECT is((SELECT string_agg(i ->> 'item', ' ' ORDER BY i ->> 'item')
  FROM jsonb_array_elements(crew.report(id('candidate7'), 'recruiter', id('campaign2')) -> 'items') i WHERE i ? 'text'),
  'explanation fit_label flags imputed safety_level sentence success_label team_flags unassessed', 'and words');
SELECT throws_ok($$SELECT crew.report(id('member3'), 'neighbour')$$, '22023', NULL, 'an unknown context');
SELECT throws_ok($$SELECT crew.report(id('member3'), 'recruiter')$$, '22004', NULL, 'a recruiter names a campaign');
-- Above 70 high, above 30 medium, else low.
SELECT results_eq('SELECT crew.level(v) FROM unnest(ARRAY[0, 30, 30.01, 70, 70.01, 100]::float8[]) v',
  '{low,low,medium,medium,high,high}'::text[], 'levels at their bounds');

-- The gateway.
SELECT crew.invite(id('campaign2')) AS invite \gset
SELECT is(length(:'invite'), 43, 'a token');
SELECT is_empty(format('SELECT FROM platform.token WHERE token_hash = convert_to(%L, ''UTF8'') OR encode(token_hash, ''escape'') LIKE '
  '''%%'' || %L || ''%%''', :'invite', :'invite'), 'kept as a hash alone');
SELECT is((SELECT encode(token_hash, 'hex') FROM platform.token WHERE kind = 'invite'),
  encode(sha256(convert_to(:'invite', 'UTF8')), 'hex'), 'SHA-256');
SELECT is(crew.resolve(:'invite') - 'expires_at',
  '{"kind": "invite", "title": "Campaign 2", "position": "Deckhand", "vessel": "Vessel 2", "employer": "Employer 2"}', 'where it leads');
SELECT is(crew.apply(:'invite', id('stranger')), id('campaign2'), 'it lets apply');
SELECT throws_ok(format('SELECT crew.apply(%L, id(''candidate1''))', :'invite'), '22023', 'the token is not valid', 'once');
SELECT throws_ok(format('SELECT crew.resolve(%L)', :'invite'), '22023', 'the token is not valid', 'then it leads nowhere');
SELECT throws_ok($$SELECT crew.resolve('nonsense')$$, '22023', 'the token is not valid', 'as any other');
SELECT throws_ok($$SELECT crew.resolve(NULL)$$, '22023', 'the token is not valid', 'or none');
SELECT crew.invite(id('campaign2'), '1 day', false) AS invite \gset
SELECT throws_ok(format('SELECT crew.apply(%L, id(''stranger''))', :'invite'), '23505', NULL, 'nobody applies twice');
SELECT lives_ok(format('SELECT crew.apply(%L, id(''candidate1''))', :'invite'), 'an invite for many');
SELECT lives_ok(format('SELECT crew.apply(%L, id(''candidate4''))', :'invite'), 'lets many apply');
UPDATE platform.token SET expires_at = now() WHERE NOT single_use;
SELECT throws_ok(format('SELECT crew.apply(%L, id(''candidate5''))', :'invite'), '22023', 'the token is not valid', 'until it expires');
SELECT throws_ok($$SELECT crew.invite(id('campaign2'), '-1 day')$$, '22023', NULL, 'validity in the past');
SELECT throws_ok($$SELECT crew.invite(id('campaign2'), '10 years')$$, '22023', NULL, 'or for ever');
SELECT crew.boarding_pass(id('vessel2'), 'Chef') AS pass \gset
SELECT throws_ok(format('SELECT crew.apply(%L, id(''candidate5''))', :'pass'), '22023', 'the token is not valid',
  'a boarding pass is no invite');
SELECT is(crew.board(:'pass', id('candidate5')), id('vessel2'), 'it lets come aboard');
SELECT results_eq($$SELECT status, position FROM crew.assignment WHERE person_id = id('candidate5')$$, $$VALUES ('active', 'Chef')$$,
  'as crew');
SELECT throws_ok(format('SELECT crew.board(%L, id(''member1''))', :'pass'), '23505', NULL, 'who is crew elsewhere stays there');
SELECT crew.boarding_pass(id('vessel2'), 'Chef') AS next_pass \gset
SELECT throws_ok(format('SELECT crew.board(%L, id(''candidate4''))', :'pass'), '22023', 'the token is not valid',
  'a new pass ends the one before');
SELECT is(crew.revoke_tokens(vessel => id('vessel2')), 1::bigint, 'passes are revoked');
SELECT throws_ok(format('SELECT crew.board(%L, id(''candidate4''))', :'next_pass'), '22023', 'the token is not valid', 'and end');
SELECT throws_ok($$SELECT crew.boarding_pass(id('vessel2'), 'Admiral')$$, '22023', NULL, 'an unknown position');
SELECT * FROM finish();
ROLLBACK;
