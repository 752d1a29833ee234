-- Attacks on what is told of a week and of a survey: an employer that compares figures which not everybody's answers are in, and one that
-- chooses afterwards who is counted. Each has to find nothing.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

-- Everything that an employer is told of a week: dashboard, fleet, flags.
CREATE FUNCTION pg_temp.told() RETURNS text LANGUAGE sql RETURN concat_ws(E'\n',
  pg_temp.does('client1', $$SELECT d - 'updated_at' FROM crew.dashboard(id('vessel1')) d$$),
  pg_temp.does('client1', $$SELECT crew.fleet(id('employer1'))$$),
  pg_temp.does('client1', $$SELECT crew.judge_toxicity(id('employer1'))$$));
-- after(scores, ask): what ask finds after a week of vessel 1, of which nothing stays. scores[n][d] is member n's of day d, 0 none.
CREATE FUNCTION pg_temp.after(scores int[], ask text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  BEGIN
    INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
      SELECT id('member' || n), id('vessel1'), (crew.last_week() + d - 1)::timestamp AT TIME ZONE 'UTC', scores[n][d]
      FROM generate_series(1, array_length(scores, 1)) n, generate_series(1, array_length(scores, 2)) d WHERE scores[n][d] > 0;
    PERFORM crew.publish_figures(), crew.rebuild_stale();
    EXECUTE 'SELECT (' || ask || ')::text' INTO answer;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM;
  END;
END $$;

-- One answers all week, four once. 7 2 + 4 3 = 26 and 10 + 16 = 26 have the same mean of pulses, and other means of people: 14/5 and
-- (10/7 + 16)/5.
\set one_low  '{{2,2,2,2,2,2,2},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0}}'
\set one_lower '{{1,1,1,1,2,2,2},{4,0,0,0,0,0,0},{4,0,0,0,0,0,0},{4,0,0,0,0,0,0},{4,0,0,0,0,0,0}}'
SELECT pg_temp.after(:'one_low', 'pg_temp.told()') AS low \gset
SELECT pg_temp.after(:'one_lower', 'pg_temp.told()') AS lower \gset
SELECT is(:'lower'::text, :'low'::text, 'what is told is the same, whatever the one who answered more often said');
SELECT isnt(pg_temp.after(:'one_lower', $$SELECT v.toxicity_evidence -> 'mean' FROM crew.vessel v WHERE v.id = id('vessel1')$$),
  pg_temp.after(:'one_low', $$SELECT v.toxicity_evidence -> 'mean' FROM crew.vessel v WHERE v.id = id('vessel1')$$),
  'though the means of people differ');
SELECT is(pg_temp.after(:'one_low', $$SELECT pg_temp.does('client1', 'SELECT (d -> ''toxicity_evidence'') - ''week''
  FROM crew.dashboard(id(''vessel1'')) d')$$), '{"people": 5, "q_below": 0.05, "rest_vessels": 0}', 'toxicity: no mean, no test');
SELECT is(pg_temp.after(:'one_low', $$SELECT pg_temp.does('admin', 'SELECT d #> ''{toxicity_evidence,mean}''
  FROM crew.dashboard(id(''vessel1'')) d')$$), '2.8', 'administrators see the evidence');
SELECT is(pg_temp.after(:'one_low', $$SELECT (f.figures #> ARRAY[id('vessel1')::text, 'evidence']) - 'week' || jsonb_build_object('basis',
  f.basis #> ARRAY[id('vessel1')::text, 'mean']) FROM platform.published_figure f WHERE f.kind = 'toxicity'$$),
  '{"basis": 2.8, "people": 5, "q_below": 0.05, "rest_vessels": 0}', 'which is the basis of what was published, not a figure of it');
SELECT is(pg_temp.does('client1', 'SELECT toxicity_evidence FROM crew.vessel'), '42501', 'nobody else reads it');

-- Five of seven days are of the one alone, and all differences: swings, trend and outlook would be that person's.
SELECT is(pg_temp.after(:'one_low', $$SELECT jsonb_strip_nulls(v.vessel_snapshot -> 'weather') - 'week' FROM crew.vessel v
  WHERE v.id = id('vessel1')$$),
  '{"mean": 2.4, "status": "critical", "weather": 2.4, "n_people": 5, "n_pulses": 11, "days_observed": 7}', 'what is of all five is told');
\set up   '{{1,2,2,2,3,3,4},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0}}'
\set down '{{4,3,3,2,2,2,1},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0}}'
\set wild '{{4,1,4,1,4,1,2},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0},{3,0,0,0,0,0,0}}'
SELECT is(pg_temp.after(:'down', 'pg_temp.told()'), pg_temp.after(:'up', 'pg_temp.told()'), 'up or down is the same');
SELECT is(pg_temp.after(:'wild', 'pg_temp.told()'), pg_temp.after(:'up', 'pg_temp.told()'), 'and so is up and down');
-- Four answered twice: not five. Then five did, on two days that have five; a sixth alone on the third.
SELECT is(pg_temp.after('{{1,2},{2,3},{3,4},{4,5},{5,0},{5,0}}', $$SELECT (vessel_snapshot #> '{weather,rmssd}',
  vessel_snapshot #> '{weather,slope}') FROM crew.vessel WHERE id = id('vessel1')$$), '(null,null)', 'four who answered twice');
SELECT is(pg_temp.after('{{1,2,0},{2,3,0},{3,4,0},{4,5,0},{5,4,0},{0,0,5}}', $$SELECT (vessel_snapshot #> '{weather,rmssd}',
  vessel_snapshot #> '{weather,n_differences}', vessel_snapshot #> '{weather,slope}', vessel_snapshot #> '{weather,trend_days}')
  FROM crew.vessel WHERE id = id('vessel1')$$), '(1,5,null,null)', 'five did: the swings are told, a day of one is in no trend');
-- Daily means 3, 3.6, 3.8 of five people: slope 0.4; differences 1 1 1 1 1 and 0 0 0 0 1: sqrt(6/10) = 0.77.
SELECT is(pg_temp.after('{{1,2,2},{2,3,3},{3,4,4},{4,5,5},{5,4,5}}', $$SELECT (vessel_snapshot #> '{weather,rmssd}',
  vessel_snapshot #> '{weather,slope}', vessel_snapshot #> '{weather,trend_days}', vessel_snapshot #>> '{weather,trend}',
  vessel_snapshot #>> '{weather,outlook}' IS NULL) FROM crew.vessel WHERE id = id('vessel1')$$), '(0.8,0.4,3,steady,f)',
  'five on each of three days: all of it');
SELECT is(pg_temp.after('{{1,2,2},{2,3,3},{3,4,4},{4,5,5},{5,4,5}}', $$SELECT v.vessel_snapshot -> 'diagnosis' =
  platform.rounded(to_jsonb(harmony.team_diagnosis((v.vessel_snapshot -> 'harmony') || (v.vessel_snapshot -> 'weather') - 'week',
    crew.active_model()))) FROM crew.vessel v WHERE v.id = id('vessel1')$$), 'true', 'the diagnosis is of what is told');

-- The employer takes one out of a survey that has been answered, by a day of leaving that has passed.
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey1'), id('vessel1'), 'post_season', now() - interval '1 hour');
INSERT INTO crew.survey_response (person_id, survey_id, responded_at, workload) SELECT id('member' || n), id('survey1'),
  now() - interval '1 minute' * n, n FROM generate_series(1, 5) n;
INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) SELECT id('member' || n), id('vessel1'),
  (crew.last_week() + 1)::timestamp AT TIME ZONE 'UTC', n FROM generate_series(1, 5) n;
SELECT is(pg_temp.does('client1', $$SELECT l.status FROM crew.leave(id('member5'), 'x', platform.today() - 50) l$$), 'ended',
  'the employer lets one leave, 50 days ago');
SELECT results_eq($$SELECT ended_on, ended_at FROM crew.assignment WHERE person_id = id('member5')$$,
  $$VALUES (platform.today() - 50, now())$$, 'entered now');
SELECT isnt_empty($$SELECT FROM crew.counting_people(id('vessel1'), now() - interval '1 hour', 'survey') c WHERE c = id('member5')$$,
  'who counts still');
SELECT cmp_ok(crew.publish_figures(), '>=', 3::bigint, 'survey, weather and toxicity are published');
-- Workload 1 … 5, reversed: 100 (10 - 3)/9 = 77.8.
SELECT is(pg_temp.does('client1', $$SELECT (r.item, r.n, r.mean)::text FROM crew.survey_results(id('vessel1')) r$$), '(workload,5,78)',
  'of all five');
SELECT results_eq($$SELECT contributors, figures -> 'mean' FROM platform.published_figure WHERE kind = 'weather'$$,
  $$VALUES (5::bigint, '3'::jsonb)$$, 'and so is the week');
SELECT results_eq($$SELECT e.actor_id, e.object, e.details ->> 'by', e.details ->> 'ended_on' FROM platform.audit_event e
  WHERE e.action = 'assignment.ended'$$, $$SELECT id('client1'), 'crew.assignment/' || a.person_id || '/' || a.id, 'employer',
  (platform.today() - 50)::text FROM crew.assignment a WHERE a.person_id = id('member5')$$, 'it is in the audit trail');
SELECT is(pg_temp.does('member4', $$SELECT l.status FROM crew.leave(id('member4'), 'x') l$$), 'ended', 'another leaves by itself');
SELECT is((SELECT details ->> 'by' FROM platform.audit_event WHERE object LIKE 'crew.assignment/' || id('member4') || '/%'), 'person',
  'which the trail tells');
SELECT throws_ok($$UPDATE crew.assignment SET ended_at = now() WHERE person_id = id('member1')$$, '23514', NULL, 'who serves has no end');

-- Who left before a survey opened, by the day and by the entry, does not answer it; when it was entered the owner alone says.
SELECT lives_ok($$INSERT INTO crew.survey_response (person_id, survey_id, responded_at, leadership)
  VALUES (id('member5'), id('survey1'), now(), 5) ON CONFLICT (person_id, survey_id) DO UPDATE SET leadership = 5$$,
  'an answer to a survey that had been opened');
UPDATE crew.assignment SET ended_at = now() - interval '3 days' WHERE person_id = id('member5');
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey2'), id('vessel1'), 'post_season', now() - interval '1 day');
SELECT throws_ok($$INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member5'), id('survey2'), 5)$$, '23514',
  NULL, 'none to one that was opened since');
SELECT lives_ok($$INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member4'), id('survey2'), 5)$$,
  'who left today has one');
SELECT is_empty($$SELECT FROM crew.counting_people(id('vessel1'), now() - interval '1 day', 'survey') c WHERE c = id('member5')$$,
  'who left before counts no more');
SELECT set_config('request.jwt.claims', json_build_object('sub', id('admin'))::text, true) IS NOT NULL AS claims \gset
UPDATE crew.assignment SET ended_at = now() - interval '90 days' WHERE person_id = id('member4');
SELECT set_config('request.jwt.claims', '', true) IS NOT NULL AS claims \gset
SELECT is((SELECT ended_at FROM crew.assignment WHERE person_id = id('member4')), now(), 'a request does not change it');
SELECT * FROM finish();
ROLLBACK;
