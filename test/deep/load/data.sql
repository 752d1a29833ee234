-- A large employer, beside the crews of test/lib/crew.sql: 200 vessels of 25 people, 90 days of pulses, surveys, and a campaign
-- with 10,000 candidates. Variables: vessels, aboard, days, candidates.
SET client_min_messages = error;
INSERT INTO platform.account (id, email, full_name)
  SELECT id('crew' || n), 'crew' || n || '@deep.example.org', 'Crew ' || n FROM generate_series(1, :vessels * :aboard) n
  UNION ALL
  SELECT id('many' || n), 'many' || n || '@deep.example.org', 'Candidate ' || n FROM generate_series(1, :candidates) n;
INSERT INTO assessment.profile (person_id, psychometric_snapshot)
  SELECT id('crew' || n), profile(30 + n % 61, 30 + n % 67, 30 + n % 59) FROM generate_series(1, :vessels * :aboard) n
  UNION ALL
  SELECT id('many' || n), profile(30 + n % 63, 30 + n % 57, 30 + n % 69) FROM generate_series(1, :candidates) n;
INSERT INTO crew.vessel (id, organization_id, name, leader_id, environment)
  SELECT id('ship' || v), id('employer1'), 'Ship ' || v, id('crew' || 1 + (v - 1) * :aboard), '{"salary_index": 0.5}'
  FROM generate_series(1, :vessels) v;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on)
  SELECT id('crew' || n), id('ship' || 1 + (n - 1) / :aboard), 'Deckhand', platform.today() - :days - 10
  FROM generate_series(1, :vessels * :aboard) n;
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
  SELECT id('crew' || n), id('ship' || 1 + (n - 1) / :aboard), now() - d * interval '1 day', 1 + (n * 7 + d) % 5
  FROM generate_series(1, :vessels * :aboard) n, generate_series(1, :days) d;
INSERT INTO crew.survey (id, vessel_id, kind, opens_at)
  SELECT id('survey' || v || k), id('ship' || v), k, now() - interval '1 hour'
  FROM generate_series(1, :vessels) v, unnest('{post_season,monthly_pulse,post_charter}'::text[]) k;
INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion, workload, leadership, own_performance, intent_to_stay)
  SELECT id('crew' || n), id('survey' || 1 + (n - 1) / :aboard || k), 1 + n % 10, 1 + n % 9, 1 + n % 8, 1 + n % 7, 1 + n % 6
  FROM generate_series(1, :vessels * :aboard) n, unnest('{post_season,monthly_pulse,post_charter}'::text[]) k;
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT id('many' || n), id('campaign1') FROM generate_series(1, :candidates) n;
INSERT INTO crew.declared_group (person_id, attribute, group_name)
  SELECT id('many' || n), 'sex', CASE WHEN n % 2 = 0 THEN 'female' ELSE 'male' END FROM generate_series(1, :candidates) n;
SELECT crew.rebuild_stale();
ANALYZE;
