-- A demo fleet: two employers, four vessels, 40 people, two campaigns, a season of pulses and surveys, and the hires of
-- earlier seasons to learn from. Invented, the same on every machine but for the days, which end today. Expects module crew
-- and nobody in the database.
\set people 40
\ir sample.sql

-- Who is who: 1 administrator, 2 and 3 clients, 4 to 27 crew, six a vessel, 28 to 40 candidates.
INSERT INTO platform.organization (id, name) VALUES
  (md5('employer 1')::uuid, 'Northern Charter'), (md5('employer 2')::uuid, 'Southern Charter');
INSERT INTO platform.account_role SELECT id, 'admin' FROM person WHERE n = 1;
INSERT INTO platform.membership (account_id, organization_id)
  SELECT id, md5('employer ' || n - 1)::uuid FROM person WHERE n IN (2, 3);

CREATE TEMP TABLE vessel AS
  SELECT v.n, md5('vessel ' || v.n)::uuid AS id, v.name, md5('employer ' || (v.n + 1) / 2)::uuid AS organization_id, v.mood,
         jsonb_build_object('charter_intensity', v.charter_intensity, 'management_pressure', v.management_pressure,
                            'salary_index', v.salary_index, 'rest_days_ratio', v.rest_days_ratio,
                            'private_cabin_ratio', v.private_cabin_ratio) AS environment
  FROM (VALUES
    (1, 'Aurora',   4.2, 0.6, 0.4, 0.7, 0.6, 0.5),
    (2, 'Borealis', 3.9, 0.8, 0.5, 0.8, 0.4, 0.4),
    (3, 'Corona',   4.0, 0.5, 0.3, 0.6, 0.7, 0.8),
    (4, 'Draco',    2.4, 0.9, 0.9, 0.5, 0.2, 0.2))
    v (n, name, mood, charter_intensity, management_pressure, salary_index, rest_days_ratio, private_cabin_ratio);
INSERT INTO crew.vessel (id, organization_id, name, leader_id, environment)
  SELECT v.id, v.organization_id, v.name, p.id, v.environment FROM vessel v JOIN person p ON p.n = 4 + 6 * (v.n - 1);

CREATE TEMP TABLE member AS
  SELECT p.n, p.id AS person_id, v.id AS vessel_id, v.mood,
         (ARRAY['Captain', 'First Mate', 'Chief Engineer', 'Deckhand', 'Stewardess', 'Chef'])[1 + (p.n - 4) % 6] AS position
  FROM person p JOIN vessel v ON v.n = 1 + (p.n - 4) / 6 WHERE p.n BETWEEN 4 AND 27;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on, created_at)
  SELECT person_id, vessel_id, position, platform.today() - 120, now() - interval '120 days' FROM member;
INSERT INTO crew.assignment (person_id, vessel_name, position, status, started_on, ended_on)
  SELECT id, 'A former vessel', 'Deckhand', 'declared', platform.today() - 800, platform.today() - 400
  FROM person WHERE n % 4 = 0 AND n > 27;

-- A pulse on four days of five, for about 90 days: the vessel's mood, the person's own, and the day's. Days are counted from the Monday of
-- the last complete week, of which weather and toxicity are: they are the same whatever day is today.
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
  SELECT m.person_id, m.vessel_id, (crew.last_week() + d)::timestamp AT TIME ZONE 'UTC',
         least(5, greatest(1, round(m.mood + .5 * pg_temp.deviate(m.n, 'mood') + .6 * pg_temp.deviate(m.n, 'day' || d))))
  FROM member m CROSS JOIN generate_series(-80, platform.today() - crew.last_week()) d WHERE (m.n + d + 80) % 5 <> 0;

INSERT INTO crew.survey (id, vessel_id, kind, opens_at)
  SELECT md5(k.kind || v.n)::uuid, v.id, k.kind, now() - k.days * interval '1 day'
  FROM vessel v CROSS JOIN (VALUES ('post_charter', 60), ('monthly_pulse', 30), ('post_season', 2)) k (kind, days);
INSERT INTO crew.survey_response (person_id, survey_id, responded_at, team_cohesion, workload, leadership, own_performance, intent_to_stay)
  SELECT m.person_id, s.id, s.opens_at + interval '1 day', a.answer[1], 11 - a.answer[2], a.answer[3], a.answer[4], a.answer[5]
  FROM crew.survey s JOIN member m ON m.vessel_id = s.vessel_id
  CROSS JOIN LATERAL (
    SELECT array_agg(least(10, greatest(1, round(2 * m.mood - 1 + pg_temp.deviate(m.n, s.kind || i))))::smallint ORDER BY i) AS answer
    FROM generate_series(1, 5) i) a;

INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
  SELECT md5('campaign ' || c.n)::uuid, v.organization_id, v.id, c.position, c.title, 'open'
  FROM (VALUES (1, 1, 'Bosun', 'A bosun for the Aurora'), (2, 3, 'Chief Stewardess', 'A chief stewardess for the Corona'))
    c (n, vessel, position, title)
  JOIN vessel v ON v.n = c.vessel;
INSERT INTO crew.candidacy (person_id, campaign_id)
  SELECT p.id, md5('campaign ' || c.n)::uuid FROM person p CROSS JOIN generate_series(1, 2) c (n)
  WHERE p.n BETWEEN 28 AND 40 AND (p.n <= 35 AND c.n = 1 OR p.n >= 34 AND c.n = 2);
INSERT INTO crew.declared_group (person_id, attribute, group_name)
  SELECT id, 'age', CASE n % 2 WHEN 0 THEN 'under 35' ELSE '35 and over' END FROM person WHERE n >= 28;

-- Earlier seasons: 200 hires whose outcome is known, on 20 vessels that sail no more. Cohesion counts more than the shipped weights say.
CREATE TEMP TABLE former AS
  SELECT k AS n, md5('former vessel ' || k)::uuid AS id, v.organization_id FROM generate_series(1, 20) k JOIN vessel v ON v.n = 1;
INSERT INTO crew.vessel (id, organization_id, name, is_active) SELECT id, organization_id, 'Former vessel ' || n, false FROM former;
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title)
  SELECT md5('earlier ' || n)::uuid, organization_id, id, 'Deckhand', 'Earlier seasons' FROM former;
UPDATE crew.campaign SET status = 'archived' WHERE title = 'Earlier seasons';
INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, decided_at,
                               y_success, p_ind, f_team, f_env, f_lmx, betas, model_version, y_actual)
  SELECT md5('earlier hire ' || h.n)::uuid, md5('earlier ' || v.n)::uuid, v.id, 'Deckhand', 'hired', 'Imported from an earlier season',
         now() - interval '400 days', harmony.mlpsm(t.p, t.f, t.e, t.l), t.p, t.f, t.e, t.l, crew.betas(NULL), 'default',
         least(100, greatest(0, .1 * t.p + .5 * t.f + .2 * t.e + .2 * t.l + 6 * pg_temp.deviate(h.n, 'outcome')))
  FROM generate_series(1, 200) h (n) JOIN former v ON v.n = 1 + h.n % 20
  CROSS JOIN LATERAL (
    SELECT least(100, greatest(0, 62 + 12 * pg_temp.deviate(h.n, 'p'))) AS p,
           least(100, greatest(0, 58 + 14 * pg_temp.deviate(h.n, 'f'))) AS f,
           least(100, greatest(0, 50 + 15 * pg_temp.deviate(h.n, 'e'))) AS e,
           least(100, greatest(0, 70 + 12 * pg_temp.deviate(h.n, 'l'))) AS l) t;
