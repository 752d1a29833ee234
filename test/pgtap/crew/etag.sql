-- ETags of dashboards: they change whenever the answer does and with nothing else, 304 is told before anything is computed and after rights
-- were asked for, and nobody reads a figure out of one.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
SELECT crew.rebuild_snapshots() > 0 AS built \gset

-- asks(who, value, tag, method): {status, etag, body} of a request of this person with this If-None-Match, or {error}.
CREATE FUNCTION pg_temp.asks(who text, value text, tag text DEFAULT NULL, method text DEFAULT 'GET') RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  answer text;
BEGIN
  PERFORM set_config('request.headers', jsonb_strip_nulls(jsonb_build_object('if-none-match', tag))::text, true),
    set_config('request.method', method, true), set_config('response.status', '', true), set_config('response.headers', '', true);
  answer := pg_temp.does(who, format('SELECT coalesce((%s)::text, ''null'')', value));
  IF answer ~ '^[A-Z0-9]{5}$' THEN
    RETURN jsonb_build_object('error', answer);
  END IF;
  RETURN jsonb_build_object('status', coalesce(nullif(current_setting('response.status'), ''), '200'), 'body', answer::jsonb, 'etag', (
    SELECT h ->> 'ETag' FROM jsonb_array_elements(nullif(current_setting('response.headers'), '')::jsonb) h));
END $$;
\set dashboard 'api.dashboard(id(''vessel1''))'
\set fleet 'api.fleet(id(''employer1''))'
CREATE TEMP TABLE seen (viewer text, value text, answer jsonb);
CREATE FUNCTION pg_temp.look() RETURNS void LANGUAGE sql AS $$
  DELETE FROM seen;
  INSERT INTO seen SELECT w, v, pg_temp.asks(w, v) FROM unnest('{client1,admin}'::text[]) w, unnest(ARRAY['api.dashboard(id(''vessel1''))',
    'api.fleet(id(''employer1''))']) v $$;
-- differs(what): of each viewer and document whether the body and whether the tag is another than when it was looked at: no row where they
-- agree.
CREATE FUNCTION pg_temp.stale() RETURNS TABLE (viewer text, value text) LANGUAGE sql AS $$
  SELECT s.viewer, s.value FROM seen s CROSS JOIN LATERAL pg_temp.asks(s.viewer, s.value) n
  WHERE n -> 'body' IS DISTINCT FROM s.answer -> 'body' AND n -> 'etag' IS NOT DISTINCT FROM s.answer -> 'etag' $$;
CREATE FUNCTION pg_temp.changed(what text) RETURNS bigint LANGUAGE sql AS $$
  SELECT count(*) FROM seen s CROSS JOIN LATERAL pg_temp.asks(s.viewer, s.value) n
  WHERE n -> what IS DISTINCT FROM s.answer -> what $$;

-- ---- the header, and 304 ----

SELECT pg_temp.look();
SELECT alike(answer ->> 'etag', 'W/"%"', viewer || ' ' || value) FROM seen;
SELECT is(answer ->> 'status', '200', 'an answer') FROM seen;
SELECT is(count(DISTINCT answer ->> 'etag'), 4::bigint, 'each its own: exact figures and whole ones too') FROM seen;
SELECT is(pg_temp.asks(viewer, value), answer, 'again: the same') FROM seen;
SELECT is(pg_temp.asks(viewer, value, replace(wanted, '%', answer ->> 'etag')),
  jsonb_build_object('status', '304', 'etag', answer -> 'etag', 'body', NULL), format('%s %s, If-None-Match: %s', viewer, value, wanted))
  FROM seen, unnest('{%,*," * ","W/\"x\", %","%, \"y\""}'::text[]) wanted;
SELECT is(pg_temp.asks('client1', :'dashboard', ltrim(answer ->> 'etag', 'W/')) ->> 'status', '304', 'a strong one is compared weakly')
  FROM seen WHERE viewer = 'client1' AND value = :'dashboard';
SELECT is(pg_temp.asks('client1', :'dashboard', t) ->> 'status', '200', 'not for ' || t) FROM unnest('{"W/\"x\"",x,"\"\"",""}'::text[]) t;
SELECT is(pg_temp.asks('admin', :'dashboard', answer ->> 'etag') ->> 'status', '200', 'nor for another viewer''s') FROM seen
  WHERE viewer = 'client1' AND value = :'dashboard';
SELECT is(pg_temp.asks('client1', :'dashboard', answer ->> 'etag', 'POST') ->> 'status', '200', 'POST is always answered') FROM seen
  WHERE viewer = 'client1' AND value = :'dashboard';
SELECT is(pg_temp.asks('client1', :'dashboard', answer ->> 'etag', 'HEAD') ->> 'status', '304', 'HEAD as GET') FROM seen
  WHERE viewer = 'client1' AND value = :'dashboard';

-- ---- rights come first ----

SELECT is(pg_temp.asks(w, v, t), '{"error": "42501"}'::jsonb, format('%s of another, %s: %s', v, t, w))
  FROM unnest('{client2,member1,candidate1,stranger}'::text[]) w, unnest(ARRAY[:'dashboard', :'fleet']) v,
       (SELECT answer ->> 'etag' FROM seen WHERE viewer = 'client1' UNION ALL SELECT '*') k (t);

-- ---- it changes with the answer ----

SELECT is(pg_temp.changed('etag'), 0::bigint, 'nothing has changed');
CREATE TEMP TABLE change (what text, statement text, bodies integer);
INSERT INTO change VALUES
  ('a name', $$UPDATE crew.vessel SET name = 'Other' WHERE id = id('vessel1')$$, 2),
  ('a flag', $$UPDATE crew.vessel SET toxicity_flag = true WHERE id = id('vessel1')$$, 2),
  ('evidence', $$UPDATE crew.vessel SET toxicity_evidence = '{"people": 9}' WHERE id = id('vessel1')$$, 2),
  ('a snapshot of an import', $$UPDATE crew.vessel SET vessel_snapshot = vessel_snapshot || '{"x": 1}' WHERE id = id('vessel1')$$, 2),
  ('cut-offs', 'UPDATE crew.setting SET level_high_above = 50.1, level_medium_above = 50', 1),
  ('the least crew', $$UPDATE crew.disclosure SET least_people = 12 WHERE what = 'crew'$$, 1),
  ('the least crew again', $$UPDATE crew.disclosure SET least_people = 5 WHERE what = 'crew'$$, 1),
  ('texts of actions', $$UPDATE crew.recommended_action SET action = action || ' now'$$, 2),
  ('no texts', 'DELETE FROM crew.recommended_action', 2),
  ('a leadership', $$UPDATE crew.vessel SET leadership = '{"autonomy": 0.1, "feedback": 0.2, "structure": 0.3}'
    WHERE id = id('vessel1')$$, 1),
  ('a new look', 'SELECT crew.rebuild_snapshots()', 4),
  ('a fleet by hand', $$UPDATE crew.fleet_snapshot SET snapshot = snapshot || '{"x": 2}' WHERE organization_id = id('employer1')$$, 2);
CREATE FUNCTION pg_temp.follow(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_temp.look();
  EXECUTE statement;
  RETURN concat_ws(' ', pg_temp.changed('body'), (SELECT count(*) FROM pg_temp.stale()));
END $$;
SELECT is(pg_temp.follow(statement), bodies || ' 0', format('%s: so many answers change, and all their tags', what)) FROM change;

-- ---- and with nothing that it does not show ----

SELECT pg_temp.look();
INSERT INTO crew.pulse (person_id, vessel_id, score) SELECT id('member' || n), id('vessel1'), 1 FROM generate_series(1, 6) n;
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('stranger'), id('campaign1'));
UPDATE assessment.profile SET psychometric_snapshot = profile(1, 2, 3) WHERE person_id = id('member2');
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey1'), id('vessel1'), 'post_season', now() - interval '1 hour');
INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion, intent_to_stay) SELECT id('member' || n), id('survey1'), 5, 5
  FROM generate_series(1, 6) n;
UPDATE crew.vessel SET name = 'Rival' WHERE id = id('vessel2');
SELECT is(pg_temp.changed('etag'), 0::bigint, 'what people do, and another fleet, changes no tag');
SELECT is(pg_temp.changed('body'), 0::bigint, 'as it changes no answer');

-- Nor does rebuilding, which follows within seconds of whatever somebody aboard does, where what is seen stays as it is.
SELECT crew.rebuild_stale() > 0 AS rebuilt \gset
SELECT pg_temp.look();
SELECT pg_temp.tries('client1', 'SELECT snapshot_updated_at FROM api.vessels ORDER BY id') AS told \gset
UPDATE crew.pulse SET score = 5 WHERE person_id = id('member1');
UPDATE assessment.profile SET snapshot_updated_at = now() WHERE person_id = id('member2');
SELECT cmp_ok(crew.rebuild_stale(), '>', 0::bigint, 'rebuilt');
SELECT is_empty($$SELECT s.value FROM seen s CROSS JOIN LATERAL pg_temp.asks(s.viewer, s.value) n
  WHERE s.viewer = 'client1' AND n <> s.answer$$,
  'an employer sees neither in an answer nor in a tag that it was rebuilt');
SELECT is(pg_temp.tries('client1', 'SELECT snapshot_updated_at FROM api.vessels ORDER BY id'), :'told',
  'nor in the list of vessels');
SELECT is(pg_temp.tries('client1', 'SELECT snapshot_updated_at FROM crew.vessel'), '42501',
  'when it was rebuilt is for no request to read');

-- Before the first is built.
INSERT INTO platform.organization (id, name) VALUES (id('employer3'), 'Employer 3');
INSERT INTO platform.membership (account_id, organization_id) VALUES (id('client1'), id('employer3'));
SELECT is(pg_temp.asks('client1', 'api.fleet(id(''employer3''))', '*') - 'body', '{"status": "200", "etag": null}'::jsonb,
  'no fleet, no tag');
-- Nothing is computed.
CREATE OR REPLACE FUNCTION crew.shown_snapshot(snapshot jsonb, is_led_by_profile boolean) RETURNS jsonb LANGUAGE plpgsql STABLE AS
  'BEGIN RAISE EXCEPTION SQLSTATE ''HM002''; END';
SELECT is(pg_temp.asks('client1', :'dashboard'), '{"error": "HM002"}'::jsonb, 'the answer is computed');
SELECT is(pg_temp.asks('client1', :'dashboard', answer ->> 'etag') ->> 'status', '304', 'and is not for 304') FROM seen
  WHERE viewer = 'client1' AND value = :'dashboard';
SET TRANSACTION READ ONLY;
SELECT is(pg_temp.asks('client1', :'dashboard', '*') ->> 'status', '304', 'in a transaction that only reads');
SELECT is(pg_temp.asks('client1', :'fleet') ->> 'status', '200', 'an answer too');
SELECT * FROM finish();
ROLLBACK;
