-- Snapshots: what marks them as stale, and whether all are true after random events. HARMONY_EVENTS events (10,000), the seed is fixed.
\set events `printf %s "${HARMONY_EVENTS:-10000}"`
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
SELECT cmp_ok(crew.rebuild_stale(), '>=', 5::bigint, 'three vessels and two fleets are built');
SELECT is(crew.rebuild_stale(), 0::bigint, 'then there is nothing to do');
SELECT is((SELECT count(*) FROM platform.stale_mark), 0::bigint, 'no mark is left');
SELECT is_empty('SELECT FROM crew.verify_snapshots()', 'all is true');

-- Each kind of change marks its vessel, and what does not change anything marks nothing.
CREATE FUNCTION pg_temp.marks(change text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  DELETE FROM platform.stale_mark;
  EXECUTE change;
  PERFORM crew.expand_marks();
  SELECT string_agg(DISTINCT coalesce(v.name, o.name), ' ' ORDER BY coalesce(v.name, o.name)) INTO r FROM platform.stale_mark d LEFT
    JOIN crew.vessel v ON v.id = d.key LEFT JOIN platform.organization o ON o.id = d.key;
  RETURN r;
END $$;
SELECT is(pg_temp.marks($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 3)$$), NULL,
  'no pulse: what was published holds');
SELECT is(pg_temp.marks($$UPDATE crew.pulse SET score = 4$$), NULL, 'nor its correction');
SELECT is(pg_temp.marks($$DELETE FROM crew.pulse$$), NULL, 'nor its removal');
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('member' || n), id('vessel1'),
  (crew.last_week() - 7)::timestamp AT TIME ZONE 'UTC', 3 FROM generate_series(1, 5) n;
SELECT is(pg_temp.marks($$SELECT crew.publish_figures(now() - interval '7 days')$$), 'Vessel 1 Vessel 3',
  'what is published does: weather, and the toxicity of a fleet');
SELECT is(pg_temp.marks($$SELECT crew.publish_figures(now() - interval '7 days')$$), NULL, 'once');
SELECT is(pg_temp.marks($$INSERT INTO crew.assignment (person_id, vessel_id, position) VALUES (id('candidate1'), id('vessel3'), 'Chef')$$),
  'Vessel 3', 'a new member');
SELECT is(pg_temp.marks($$SELECT crew.leave(id('candidate1'), 'x')$$), 'Vessel 3', 'a member who leaves');
SELECT is(pg_temp.marks($$INSERT INTO crew.assignment (person_id, vessel_name, position, status)
  VALUES (id('candidate1'), 'x', 'Chef', 'declared')$$), NULL, 'not a declared experience');
SELECT is(pg_temp.marks($$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT id('member2'), id,
  '{4,2,2,4,4,2,2,4,4,2}' FROM assessment.instrument WHERE code = 'resilience-10'$$), 'Vessel 1', 'a test of a member');
SELECT is(pg_temp.marks($$UPDATE assessment.profile SET snapshot_updated_at = now()$$), 'Vessel 1 Vessel 2',
  'profiles written anew, though they stay as they are');
SELECT is(pg_temp.marks($$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT id('candidate2'), id,
  '{4,2,2,4,4,2,2,4,4,2}' FROM assessment.instrument WHERE code = 'resilience-10'$$), NULL, 'nor a test of a candidate');
SELECT is(pg_temp.marks($$UPDATE crew.vessel SET leader_id = id('client1') WHERE id = id('vessel3')$$), 'Employer 1 Vessel 3', 'a leader');
SELECT is(pg_temp.marks($$INSERT INTO assessment.profile (person_id) VALUES (id('client1'))$$), 'Vessel 3', 'the leader''s profile');
SELECT is(pg_temp.marks($$SELECT crew.set_environment(id('vessel2'), '{"salary_index": 0.4}')$$), 'Employer 2 Vessel 2', 'an environment');
SELECT is(pg_temp.marks($$INSERT INTO crew.model_version (version, model) VALUES ('next', '{"version": "next"}');
  SELECT crew.activate_model('next')$$), 'Vessel 1 Vessel 2 Vessel 3', 'another model');
SELECT crew.activate_model('default');
SELECT is(pg_temp.marks($$DELETE FROM platform.account WHERE id = id('member6')$$), 'Vessel 1', 'a person who goes');
SELECT crew.rebuild_snapshots() IS NOT NULL AS rebuilt \gset
SELECT is_empty('SELECT FROM crew.verify_snapshots()', 'all is true again');

-- What is in a snapshot. Vessel 2: C of 64 … 74 in steps of 2, sd sqrt(14) = 3.7417; A from 67; ES 62 … 67, mean 64.5.
SELECT results_eq($$SELECT s -> 'crew_count', s #> '{harmony,min_agreeableness}', s #> '{harmony,mean_emotional_stability}',
  s #> '{harmony,sd_conscientiousness}', s #> '{environment}', s -> 'weather'
  FROM (SELECT vessel_snapshot AS s FROM crew.vessel WHERE id = id('vessel2')) v$$,
    $$VALUES ('6'::jsonb, '67'::jsonb, '64.5'::jsonb, '3.74'::jsonb, '{"salary_index": 0.4}'::jsonb, 'null'::jsonb)$$, 'a snapshot');
-- cohesion = (67 + 64.5)/2 = 65.75; performance = mean P_ind = .5 60 + .35 69 + .15 65 = 63.9
SELECT results_eq($$SELECT s #> '{harmony,cohesion}', s #> '{harmony,performance}'
  FROM (SELECT vessel_snapshot AS s FROM crew.vessel WHERE id = id('vessel2')) v$$, $$VALUES ('65.75'::jsonb, '63.9'::jsonb)$$,
  'its metrics');
-- Weather: hidden under five people.
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('member' || n), id('vessel2'),
  (crew.last_week() + d)::timestamp AT TIME ZONE 'UTC', 4 FROM generate_series(7, 10) n, generate_series(0, 2) d;
SELECT is(crew.publish_figures(), 0::bigint, 'nothing is published of twelve pulses of four people');
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
  VALUES (id('member11'), id('vessel2'), crew.last_week()::timestamp AT TIME ZONE 'UTC', 1);
SELECT is(crew.publish_figures(), 2::bigint, 'weather and toxicity of thirteen of five');
SELECT crew.rebuild_stale() IS NOT NULL AS rebuilt \gset
-- (12 4 + 1)/13 = 3.769, turbulent is below 3.5: stable; 3 of 7 days: 3.769 3/7 + 3 4/7 = 3.33.
SELECT results_eq($$SELECT w -> 'mean', w -> 'status', w -> 'days_observed', w -> 'weather', w ->> 'week' = crew.last_week()::text
  FROM (SELECT vessel_snapshot -> 'weather' AS w FROM crew.vessel WHERE id = id('vessel2')) v$$,
  $$VALUES ('3.8'::jsonb, '"stable"'::jsonb, '3'::jsonb, '3.3'::jsonb, true)$$, 'are');
SELECT is(crew.publish_figures(), 0::bigint, 'a week is told once');
SELECT is((crew.dashboard(id('vessel2')) ->> 'crew_count')::int, 6, 'the dashboard');
SELECT results_eq($$SELECT f -> 'vessel_count', f -> 'crew_count' FROM (SELECT crew.fleet(id('employer2')) AS f) x$$,
  $$VALUES ('1'::jsonb, '6'::jsonb)$$, 'the fleet');
SELECT throws_ok('SELECT crew.rebuild_stale(0)', '22023', NULL, 'at most nothing');
SELECT throws_ok($$SELECT crew.dashboard(id('nothing'))$$, '22023', NULL, 'an unknown vessel');

-- Behind the triggers' back: verify finds it, rebuild puts it right. A snapshot of yesterday is stale.
SET LOCAL session_replication_role = replica;
UPDATE crew.pulse SET score = 2 WHERE person_id = id('member9');
SET LOCAL session_replication_role = origin;
SELECT is_empty('SELECT FROM crew.verify_snapshots()', 'what was published is not computed again');
SET LOCAL session_replication_role = replica;
UPDATE crew.vessel SET toxicity_flag = true, vessel_snapshot = jsonb_set(vessel_snapshot, '{weather,mean}', '5') WHERE id = id('vessel2');
SET LOCAL session_replication_role = origin;
SELECT bag_eq('SELECT kind, key FROM crew.verify_snapshots()', $$VALUES ('vessel', id('vessel2')), ('toxicity', id('vessel2')),
  ('fleet', id('employer2'))$$, 'what is not as published is found');
SELECT is(crew.rebuild_snapshots(ARRAY[id('vessel2')]), 2::bigint, 'rebuilt, with its fleet');
SELECT is_empty('SELECT FROM crew.verify_snapshots()', 'all is true');
UPDATE crew.vessel SET snapshot_updated_at = now() - interval '1 day' WHERE id = id('vessel1');
SELECT is(crew.rebuild_stale(), 2::bigint, 'a snapshot of yesterday is rebuilt without a mark');

-- Random events: hire, decide, leave, pulse, test, environment, leader, model, disclosure, erased accounts and profiles, vessels laid up,
-- toxicity
-- judged, another day; rebuilding now and then.
SELECT setseed(0.42) IS NULL AS seeded \gset
INSERT INTO platform.account (id, email) SELECT id('random' || n), 'random' || n || '@crew.example.org' FROM generate_series(1, 200) n;
INSERT INTO crew.vessel (id, organization_id, name) SELECT id('random vessel' || n), id('employer' || 1 + n % 2), 'Random ' || n
  FROM generate_series(1, 10) n;
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status)
  SELECT id('random campaign' || n), organization_id, id, 'Bosun', 'x', 'open' FROM generate_series(1, 40) n
    JOIN crew.vessel ON id = id('random vessel' || 1 + n % 10);
INSERT INTO crew.model_version (version, model)
  VALUES ('other', '{"version": "other", "p_ind": {"gca": 1}, "f_team": {"sd_cap": 20}, "team": {"weather": {"days": 5, "trend_days": '
  '34}}}');
-- Tomorrow: everything that has happened is a day older, and nobody marks anything.
CREATE TEMP TABLE moved (LIKE crew.pulse);
CREATE FUNCTION pg_temp.another_day() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  SET LOCAL session_replication_role = replica;
  INSERT INTO moved (person_id, day, vessel_id, given_at, score) SELECT person_id, day, vessel_id, given_at - interval '1 day', score
    FROM crew.pulse;
  DELETE FROM crew.pulse;
  INSERT INTO crew.pulse (person_id, day, vessel_id, given_at, score) SELECT person_id, day - 1, vessel_id, given_at, score FROM moved;
  TRUNCATE moved;
  UPDATE crew.assignment SET started_on = started_on - 1, ended_on = ended_on - 1;
  UPDATE crew.vessel SET snapshot_updated_at = snapshot_updated_at - interval '1 day',
    vessel_snapshot = jsonb_set(vessel_snapshot, '{as_of}', to_jsonb((vessel_snapshot ->> 'as_of')::date - 1));
  SET LOCAL session_replication_role = origin;
END $$;
CREATE FUNCTION pg_temp.run(n int) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE choice float8; person uuid; vessel uuid; tally jsonb := '{}'; what text;
BEGIN
  FOR i IN 1 .. n LOOP
    choice := random();
    person := id('random' || 1 + floor(random() * 200));
    vessel := id('random vessel' || 1 + floor(random() * 10));
    IF choice < 0.001 THEN
      what := 'another day';
      PERFORM pg_temp.another_day();
    ELSIF choice < 0.12 THEN
      what := 'hire';
      INSERT INTO crew.assignment (person_id, vessel_id, position, started_on) VALUES (person, vessel, 'Deckhand', platform.today() - 40)
        ON CONFLICT DO NOTHING;
    ELSIF choice < 0.15 THEN
      what := 'decide';
      INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (person, id('random campaign' || 1 + floor(random() * 40)))
        ON CONFLICT DO NOTHING;
      BEGIN
        PERFORM CASE floor(random() * 4) WHEN 0 THEN crew.accept_offer(c.campaign_id, c.person_id)::text
          WHEN 1 THEN crew.withdraw(c.campaign_id, c.person_id)::text
          ELSE crew.decide(c.campaign_id, c.person_id, (ARRAY['hired', 'rejected'])[1 + floor(random() * 2)], 'x')::text END
          FROM crew.candidacy c WHERE c.person_id = person ORDER BY random() LIMIT 1;
      EXCEPTION WHEN object_not_in_prerequisite_state OR unique_violation THEN what := 'decide, refused';
      END;
    ELSIF choice < 0.17 THEN
      what := 'leave through the function';
      PERFORM crew.leave(a.person_id, 'x') FROM crew.assignment a WHERE a.person_id = person AND a.status = 'active';
    ELSIF choice < 0.2 THEN
      what := 'leave';
      UPDATE crew.assignment SET status = 'ended', ended_on = platform.today() WHERE person_id = person AND status = 'active';
    ELSIF choice < 0.75 THEN
      what := 'pulse';
      INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
        SELECT a.person_id, a.vessel_id, now() - floor(random() * least(35, platform.today() - a.started_on + 1)) * interval '1 day',
          1 + floor(random() * 5) FROM crew.assignment a WHERE a.person_id = person AND a.status = 'active' ON CONFLICT DO NOTHING;
    ELSIF choice < 0.8 THEN
      what := 'pulse removed';
      DELETE FROM crew.pulse p WHERE p.person_id = person AND p.day = platform.today() - floor(random() * 35)::int;
    ELSIF choice < 0.93 THEN
      what := 'test';
      INSERT INTO assessment.submission (person_id, instrument_id, answers)
        SELECT person, k.instrument_id, (SELECT array_agg(k.scale_min + floor(random() * (k.scale_max - k.scale_min + 1)) + 0 * g)
          FROM generate_series(1, cardinality(k.keyed)) g)::smallint[]
        FROM assessment.scoring_key k WHERE k.instrument LIKE ANY ('{resilience-10@1,leadership-preferences-12@1,ipip-ffm-50@1}')
          ORDER BY random() LIMIT 1;
    ELSIF choice < 0.97 THEN
      what := 'environment';
      PERFORM crew.set_environment(vessel, jsonb_build_object('salary_index', round(random()::numeric, 2), 'rest_days_ratio',
        round(random()::numeric, 2)));
    ELSIF choice < 0.972 THEN
      what := 'model';
      PERFORM crew.activate_model((ARRAY['default', 'other'])[1 + floor(random() * 2)]);
    ELSIF choice < 0.974 THEN
      what := 'account erased';
      DELETE FROM platform.account a WHERE a.id = person;
      INSERT INTO platform.account (id, email) VALUES (person, person || '@crew.example.org');
    ELSIF choice < 0.976 THEN
      what := 'profile erased';
      DELETE FROM assessment.submission s WHERE s.person_id = person;
      DELETE FROM assessment.profile p WHERE p.person_id = person;
    ELSIF choice < 0.977 THEN
      what := 'disclosure, and published';
      UPDATE crew.disclosure SET least_people = 1 + floor(random() * 4) WHERE disclosure.what IN ('weather', 'toxicity');
      PERFORM crew.publish_figures(now() - floor(random() * 3) * interval '7 days');
    ELSIF choice < 0.978 THEN
      what := 'laid up, named anew';
      UPDATE crew.vessel v SET is_active = random() < 0.7, name = 'Random ' || i, organization_id = organization_id WHERE v.id = vessel;
    ELSIF choice < 0.979 THEN
      what := 'toxicity';
      PERFORM crew.judge_toxicity(id('employer' || 1 + floor(random() * 2)));
    ELSIF choice < 0.985 THEN
      what := 'leader';
      UPDATE crew.vessel v SET leader_id = person WHERE v.id = vessel;
    ELSE
      what := 'rebuild';
      PERFORM crew.rebuild_stale(1 + floor(random() * 5)::int);
    END IF;
    tally := tally || jsonb_build_object(what, coalesce((tally ->> what)::int, 0) + 1);
  END LOOP;
  RETURN tally;
END $$;
CREATE TEMP TABLE happened AS SELECT key AS what, value::int AS times FROM jsonb_each_text(pg_temp.run(:events));
SELECT is((SELECT sum(times) FROM happened), :events::bigint, 'random events');
SELECT cmp_ok((SELECT count(*) FROM happened), '>=', CASE WHEN :events >= 10000 THEN 17 ELSE 5 END::bigint, 'of all kinds');
SELECT cmp_ok((SELECT count(DISTINCT d.key) FROM platform.stale_mark d), '>', 0::bigint, 'some snapshots wait');
SELECT cmp_ok(crew.rebuild_stale(), '>', 0::bigint, 'are rebuilt');
SELECT is_empty('SELECT FROM crew.verify_snapshots()', 'and no snapshot is stale');
SELECT is((SELECT count(*) FROM platform.stale_mark), 0::bigint, 'no mark is left');
SELECT * FROM finish();
ROLLBACK;
