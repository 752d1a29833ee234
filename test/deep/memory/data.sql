-- What module_calls.sql reads and changes, beside the crews of test/lib/crew.sql.
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey1'), id('vessel1'), 'post_season', now() - interval '1 hour');
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
  SELECT a.person_id, a.vessel_id, now() - d * interval '1 day', 1 + d % 5
  FROM crew.assignment a, generate_series(2, 40) d WHERE a.vessel_id IS NOT NULL;
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('member' || n), i.id, array_fill((1 + n % 5)::smallint, '{10}')
  FROM assessment.instrument i, generate_series(1, 6) n WHERE code = 'resilience-10';
INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion, workload, leadership, own_performance, intent_to_stay)
  VALUES (id('member1'), id('survey1'), 7, 5, 6, 8, 9);
SELECT crew.rebuild_stale();
