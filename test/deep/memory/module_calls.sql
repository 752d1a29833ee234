-- Statements for the out-of-memory loop on the database of test/lib/crew.sql: table module_call. The routines of the modules
-- and, with what is inserted, changed and deleted, their triggers. {…} stands for id('…').
CREATE TEMP TABLE module_call (statement text);
INSERT INTO module_call VALUES
  -- answers in, scores and profiles out
  ($$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT {candidate1}, id, array_fill(4::smallint, '{10}')
    FROM assessment.instrument WHERE code = 'resilience-10'$$),
  ($$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT {candidate2}, id, array_fill(3::smallint, '{50}')
    FROM assessment.instrument WHERE code = 'ipip-ffm-50'$$),
  ($$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT {candidate2}, id, array_fill(1::smallint, '{30}')
    FROM assessment.instrument WHERE code = 'forced-choice-30'$$),
  ($$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT {candidate2}, id, array_fill(1::smallint, '{18}')
    FROM assessment.instrument WHERE code = 'reasoning-18'$$),
  ($$UPDATE assessment.submission SET answers = array_fill(2::smallint, '{10}') WHERE person_id = {member1}$$),
  ($$DELETE FROM assessment.submission WHERE person_id = {member1}$$),
  ('TRUNCATE assessment.submission CASCADE'),
  ('SELECT assessment.rebuild_snapshots()'), ('SELECT assessment.rescore()'), ('SELECT count(*) FROM assessment.verify_snapshots()'),
  ('SELECT assessment.build_scoring_keys(ARRAY(SELECT id FROM assessment.instrument))'),
    ('SELECT assessment.restandardise(ARRAY(SELECT id FROM assessment.instrument))'),
  ($$SELECT assessment.choose_item(id, '{1}') FROM assessment.instrument WHERE code = 'reasoning-18'$$),
  -- crews
  ($$INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) VALUES ({member2}, {vessel1}, now() - interval '1 day', 4)$$),
  ($$UPDATE crew.pulse SET score = 2 WHERE person_id = {member1}$$), ($$DELETE FROM crew.pulse WHERE person_id = {member1}$$),
  ('TRUNCATE crew.pulse'),
  ($$SELECT crew.give_pulse(3, {member3})$$),
  ($$INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion, workload, leadership, own_performance, intent_to_stay)
    VALUES ({member2}, {survey1}, 7, 5, 6, 8, 9)$$),
  ($$DELETE FROM crew.survey_response WHERE person_id = {member1}$$),
  ($$INSERT INTO crew.assignment (person_id, vessel_name, position, status, started_on, ended_on)
    VALUES ({candidate1}, 'Elsewhere', 'Deckhand', 'declared', '2020-01-01', '2021-01-01')$$),
  ($$INSERT INTO crew.vessel (id, organization_id, name, environment)
    VALUES (gen_random_uuid(), {employer1}, 'New', '{"salary_index": 0.5}')$$),
  ($$INSERT INTO platform.organization (id, name) VALUES (gen_random_uuid(), 'New')$$),
  ($$SELECT crew.set_environment({vessel1}, '{"salary_index": 0.4}')$$), ($$SELECT crew.set_leader({vessel1}, {member2})$$),
  ($$SELECT crew.add_vessel({employer1}, 'Added', '{}')$$), ($$SELECT crew.open_survey({vessel1}, 'monthly_pulse')$$),
  ('SELECT crew.rebuild_stale()'), ('SELECT crew.rebuild_snapshots()'), ('SELECT count(*) FROM crew.verify_snapshots()'),
  ($$SELECT crew.dashboard({vessel1})$$), ($$SELECT crew.fleet({employer1})$$), ($$SELECT crew.sociogram({vessel1})$$),
  ($$SELECT crew.simulate({vessel1}, ARRAY[{member1}, {member2}, {candidate1}])$$), ($$SELECT crew.judge_toxicity({employer1})$$),
  ($$SELECT count(*) FROM crew.survey_results({vessel1})$$), ($$SELECT count(*) FROM crew.agreement({employer1}, 'post_season')$$),
  ($$SELECT count(*) FROM crew.roster({vessel1})$$),
  -- hiring
  ($$SELECT count(*) FROM crew.matching({campaign1}, 5)$$), ($$SELECT crew.impact({campaign1}, {candidate1})$$),
  ($$SELECT crew.sensitivity({campaign1}, 3)$$), ($$SELECT crew.report({candidate1}, 'candidate')$$),
  ($$SELECT crew.report({candidate1}, 'recruiter', {campaign1})$$),
  ($$SELECT crew.decide({campaign1}, {candidate1}, 'rejected', 'a reason')$$),
  ($$SELECT crew.decide({campaign1}, {candidate2}, 'hired', 'a reason')$$),
    ($$SELECT crew.shortlist({campaign1}, ARRAY[{candidate1}])$$),
  ($$SELECT crew.lift_barrier({campaign1}, {candidate8}, 'a reason')$$), ($$SELECT crew.leave({member2}, 'a reason')$$),
  ($$SELECT crew.request_review({campaign1}, 'please', {candidate8})$$), ($$SELECT count(*) FROM crew.candidates({campaign1})$$),
  ($$SELECT count(*) FROM crew.decisions({campaign1})$$), ($$SELECT count(*) FROM crew.fairness({campaign1})$$),
  ($$SELECT crew.invite({campaign2})$$), ($$SELECT crew.board(crew.boarding_pass({vessel3}, 'Chef'), {stranger})$$),
  ($$SELECT crew.revoke_tokens({campaign1})$$), ('SELECT crew.retrain()'),
  ('SELECT count(*) FROM crew.range_restriction()'),
  ($$SELECT platform.audit('looked', 'at', '{"a": 1}')$$),
  ($$UPDATE crew.safety_rule SET below = below$$), ($$UPDATE crew.position_benchmark SET benchmark = benchmark$$),
  -- modules
  ($$SELECT harmony.install('platform')$$), ($$SELECT harmony_internal.module_file('platform', 'migrations/0001_accounts.sql')$$),
  ($$SELECT harmony_internal.run_script('SELECT 1; CREATE TEMP TABLE loop (i integer)', 'script')$$);
UPDATE module_call SET statement = regexp_replace(regexp_replace(statement, '\{([a-z]+\d*)\}', 'id(''\1'')', 'g'), '\s+', ' ', 'g');
