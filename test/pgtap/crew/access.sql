-- Who sees what: candidate, other candidate, member of a crew, employer, other employer, administrator, anonymous, against every table and
-- every
-- function of module crew, with every right on tables and functions granted, so that policies and the functions' own checks alone keep them
-- apart.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;  -- each query runs once
SELECT no_plan();
\ir ../../lib/crew.sql

-- Something in every table, of both employers.
INSERT INTO crew.pulse (person_id, vessel_id, score) SELECT id('member' || n), id('vessel' || 1 + (n - 1) / 6), 3
  FROM generate_series(1, 12) n;
INSERT INTO crew.assignment (person_id, vessel_name, position, status) VALUES (id('candidate6'), 'Elsewhere', 'Chef', 'declared');
INSERT INTO crew.declared_group VALUES (id('candidate6'), 'age', 'a'), (id('candidate7'), 'age', 'b');
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey1'), id('vessel1'), 'post_season', now() - interval '1 hour'),
  (id('survey2'), id('vessel2'), 'post_season', now() - interval '1 hour');
INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion, intent_to_stay) SELECT id('member' || n),
  id('survey' || 1 + (n - 1) / 6), 5 + n % 3, 5 FROM generate_series(1, 10) n;
SELECT (crew.decide(id('campaign1'), id('candidate1'), 'hired', 'x')).id AS decided,
  (crew.decide(id('campaign2'), id('candidate7'), 'rejected', 'x')).id AS also_decided \gset
SELECT crew.invite(id('campaign1'), '1 day', false) AS invite1 \gset
SELECT crew.invite(id('campaign2'), '1 day', false) AS invite2 \gset
SELECT crew.boarding_pass(id('vessel1'), 'Chef') AS pass1 \gset
SELECT crew.retrain() IS NOT NULL AS retrained \gset
SELECT crew.publish_figures() IS NOT NULL AS published \gset
SELECT crew.rebuild_stale() IS NOT NULL AS rebuilt \gset
INSERT INTO platform.stale_mark (kind, key) VALUES ('crew.vessel', id('vessel1'));

CREATE ROLE harmony_test_web NOLOGIN;
GRANT USAGE ON SCHEMA platform, assessment, crew, harmony, public TO harmony_test_web;
GRANT ALL ON ALL TABLES IN SCHEMA platform, assessment, crew TO harmony_test_web;
GRANT ALL ON ALL SEQUENCES IN SCHEMA platform, assessment, crew TO harmony_test_web;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA platform, crew, public TO harmony_test_web;

-- as_role(who, query): what the query gives in a request of this person: its first column, lines joined, or the SQLSTATE. Nothing of it
-- stays.
CREATE FUNCTION pg_temp.as_role(who text, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  BEGIN
    PERFORM set_config('request.jwt.claims', CASE WHEN who = 'anonymous' THEN '' ELSE json_build_object('sub', id(who), 'role',
      'harmony_test_web')::text END, true);
    SET LOCAL ROLE harmony_test_web;
    IF query LIKE 'WITH %' THEN
      EXECUTE query INTO answer;
    ELSE
      EXECUTE format('SELECT string_agg(x::text, '' '') FROM (%s) q (x)', query) INTO answer;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
  END;
END $$;
SELECT is(pg_temp.as_role('candidate6', 'SELECT platform.current_account()'), id('candidate6')::text,
  'requests are made in a person''s name');

-- Tables: rows seen by candidate 6 (of both campaigns), candidate 7 (of campaign 2), member 1 (of vessel 1, its captain), client 1, client
-- 2, administrator, nobody.
CREATE TEMP TABLE expected (relation text, c6 int, c7 int, m1 int, cl1 int, cl2 int, adm int, anon int);
INSERT INTO expected VALUES
  ('platform.account',           1,   1,   1,   1,   1,  24,   0), ('platform.organization',      0,   0,   0,   1,   1,   2,   0),
  ('platform.account_role',      0,   0,   0,   0,   0,   1,   0), ('platform.membership',        0,   0,   0,   1,   1,   2,   0),
  ('platform.outbox',            0,   1,   0,   0,   0,   2,   0),
  ('assessment.profile',         1,   1,   1,   0,   0,   0,   0),
  ('crew."position"',            9,   9,   9,   9,   9,   9,   0), ('crew.position_benchmark',    0,   0,   0, 108, 108, 108,   0),
  ('crew.safety_rule',           0,   0,   0,   8,   8,   8,   0), ('crew.survey_kind',           5,   5,   5,   5,   5,   5,   0),
  ('crew.setting',               0,   0,   0,   0,   0,   1,   0), ('crew.disclosure',            0,   0,   0,   5,   5,   5,   0),
    ('crew.recommended_action',    0,   0,   0,  24,  24,  24,   0),
  ('crew.viewer_context',        0,   0,   0,   4,   4,   4,   0), ('crew.report_item',           0,   0,   0,  49,  49,  49,   0),
  ('crew.advice',                0,   0,   0,  72,  72,  72,   0), ('crew.model_version',         0,   0,   0,   1,   1,   1,   0),
  ('crew.retraining',            0,   0,   0,   0,   0,   1,   0), ('crew.wording',               0,   0,   0,   5,   5,   5,   0),
  ('crew.barrier_lift',          0,   0,   0,   0,   0,   0,   0), ('crew.review_request',        0,   0,   0,   0,   0,   0,   0),
  ('crew.vessel',                0,   0,   0,   2,   1,   3,   0), ('crew.assignment',            1,   0,   1,   6,   6,  13,   0),
  ('crew.pulse',                 0,   0,   1,   0,   0,  12,   0), ('crew.campaign',              0,   0,   0,   2,   1,   3,   0),
  ('crew.candidacy',             2,   1,   0,   7,   2,   9,   0), ('crew.declared_group',        1,   1,   0,   0,   0,   2,   0),
  ('crew.hiring_event',          0,   0,   0,   0,   0,   2,   0), ('crew.survey',                0,   0,   1,   1,   1,   2,   0),
  ('crew.survey_response',       0,   0,   1,   0,   0,  10,   0), ('crew.fleet_snapshot',        0,   0,   0,   1,   1,   2,   0),
  ('platform.stale_mark',        0,   0,   0,   0,   0,   1,   0), ('platform.stale_interest',    0,   0,   0,   0,   0,   1,   0),
  ('platform.token',             0,   0,   0,   2,   1,   3,   0), ('crew.token',                 0,   0,   0,   2,   1,   3,   0),
  ('platform.published_figure',  0,   0,   0,   0,   0,   3,   0), ('crew.counted_answer',        0,   0,   0,   0,   0,  10,   0),
  ('crew.selection_count',       0,   0,   0,   0,   0,   0,   0);
SELECT is_empty($$SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = 'crew'::regnamespace
  AND c.relkind IN ('r', 'p', 'v', 'm') EXCEPT SELECT relation FROM expected$$, 'every table of the module is in the matrix');
SELECT is(ARRAY[pg_temp.as_role('candidate6', q), pg_temp.as_role('candidate7', q), pg_temp.as_role('member1', q),
  pg_temp.as_role('client1', q), pg_temp.as_role('client2', q), pg_temp.as_role('admin', q), pg_temp.as_role('anonymous', q)],
  ARRAY[c6, c7, m1, cl1, cl2, adm, anon]::text[], relation)
FROM expected CROSS JOIN LATERAL (SELECT 'SELECT count(*) FROM ' || relation) t (q);
-- Whose rows they are.
SELECT is(pg_temp.as_role('client1', $$SELECT DISTINCT organization_id FROM crew.vessel$$), id('employer1')::text,
  'an employer sees own vessels');
SELECT is(pg_temp.as_role('client1', $$SELECT DISTINCT campaign_id FROM crew.candidacy$$), id('campaign1')::text,
  'candidates of own campaigns');
SELECT is(pg_temp.as_role('client1', $$SELECT DISTINCT vessel_id FROM crew.assignment$$), id('vessel1')::text, 'own crews');
SELECT is(pg_temp.as_role('candidate6', $$SELECT count(*) FROM crew.candidacy WHERE person_id <> platform.current_account()$$), '0',
  'a candidate own applications');
UPDATE platform.account SET is_active = false WHERE id IN (id('client2'), id('admin'));
SELECT is(pg_temp.as_role('client2', 'SELECT count(*) FROM crew.vessel'), '0', 'an account that is not active acts for nobody');
SELECT is(pg_temp.as_role('admin', 'SELECT count(*) FROM crew.vessel'), '0', 'nor administers');
UPDATE platform.account SET is_active = true;

-- Writing to tables: what a request may write itself. Everything else is refused or changes no row.
SELECT is(pg_temp.as_role('member1',
  $$WITH x AS (INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
  VALUES (id('member1'), id('vessel1'), 4, now() - interval '3 days') RETURNING 1) SELECT count(*) FROM x$$), '1',
  'a member gives a pulse');
SELECT is(pg_temp.as_role('member1',
  $$WITH x AS (INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
  VALUES (id('member2'), id('vessel1'), 4, now() - interval '3 days') RETURNING 1) SELECT count(*) FROM x$$), '42501', 'not another''s');
SELECT is(pg_temp.as_role('member6',
  $$WITH x AS (INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member6'), id('survey1'), 4)
  ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*) FROM x$$), '0', 'answers once');
SELECT is(pg_temp.as_role('member12',
  $$WITH x AS (INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member12'), id('survey2'), 4) RETURNING 1)
  SELECT count(*) FROM x$$), '1', 'a member answers');
SELECT is(pg_temp.as_role('member12',
  $$WITH x AS (INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member11'), id('survey2'), 4) RETURNING 1)
  SELECT count(*) FROM x$$), '42501', 'not for another');
SELECT is(pg_temp.as_role('candidate7',
  $$WITH x AS (INSERT INTO crew.assignment (person_id, vessel_name, position, status) VALUES (id('candidate7'), 'x', 'Chef', 'declared')
  RETURNING 1) SELECT count(*) FROM x$$), '1', 'a person declares experience');
SELECT is(pg_temp.as_role('candidate7',
  $$WITH x AS (INSERT INTO crew.assignment (person_id, vessel_id, position) VALUES (id('candidate7'), id('vessel1'), 'Chef') RETURNING 1)
  SELECT count(*) FROM x$$), '42501', 'but does not make itself crew');
SELECT is(pg_temp.as_role('candidate7',
  $$WITH x AS (INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('candidate7'), id('campaign1')) RETURNING 1) SELECT count(*)
  FROM x$$), '42501', 'nor a candidate without an invite');
SELECT is(pg_temp.as_role('client1',
  $$WITH x AS (INSERT INTO crew.campaign (organization_id, vessel_id, position, title) VALUES (id('employer1'), id('vessel1'), 'Chef', 'x')
  RETURNING 1) SELECT count(*) FROM x$$), '1', 'an employer opens a campaign');
SELECT is(pg_temp.as_role('client1',
  $$WITH x AS (INSERT INTO crew.campaign (organization_id, vessel_id, position, title) VALUES (id('employer2'), id('vessel2'), 'Chef', 'x')
  RETURNING 1) SELECT count(*) FROM x$$), '42501', 'not for another');
SELECT is(pg_temp.as_role('client1', $$WITH x AS (UPDATE crew.campaign SET status = 'closed' WHERE status = 'open' RETURNING 1)
  SELECT count(*) FROM x$$), '1', 'and closes own ones');
CREATE TEMP TABLE refused AS SELECT r.relation, w.who, w.change
  FROM (SELECT relation FROM expected WHERE relation ~ '^crew|^platform.(stale|token)') r,
    (SELECT who, change FROM unnest('{candidate6,member1,client1,admin,anonymous}'::text[]) who, unnest('{UPDATE,DELETE}'::text[]) change)
    w;
SELECT is_empty($$SELECT r.* FROM refused r CROSS
  JOIN LATERAL (SELECT pg_temp.as_role(r.who, format('WITH x AS (%s RETURNING 1) SELECT count(*) FROM x',
    CASE r.change WHEN 'DELETE' THEN 'DELETE FROM ' || r.relation ELSE format('UPDATE %s SET %I = %2$I', r.relation,
      (SELECT attname FROM pg_attribute WHERE attrelid = r.relation::regclass AND attnum > 0 AND attgenerated = '' AND attidentity <> 'a'
      ORDER BY attnum LIMIT 1)) END)) AS n) x
  WHERE x.n NOT IN ('0', '42501', '55000')
    AND NOT (r.who = 'client1' AND r.relation = 'crew.campaign' AND r.change = 'UPDATE')
      AND NOT (r.who = 'candidate6' AND r.relation IN ('crew.declared_group', 'crew.assignment'))$$,
  'no request changes or removes rows of a table, but an employer own campaigns and a person own groups and declared experience');
SELECT is(pg_temp.as_role('member1', $$WITH x AS (DELETE FROM crew.assignment RETURNING 1) SELECT count(*) FROM x$$), '0',
  'a member does not remove the own assignment');

-- Functions: what each gives to candidate 6, candidate 7, member 1, client 1, client 2, administrator, nobody. ok: it answers; 42501:
-- refused; -: an answer without anything in it.
CREATE TEMP TABLE call (fn text, query text, c6 text, c7 text, m1 text, cl1 text, cl2 text, adm text, anon text);
INSERT INTO call VALUES
  -- An employer's, for own campaigns, vessels, people.
  ('matching', $$SELECT 'ok' FROM crew.matching(id('campaign1')) LIMIT 1$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('impact', $$SELECT CASE WHEN crew.impact(id('campaign1'), id('candidate2')) IS NOT NULL THEN 'ok' END$$, '42501', '42501', '42501',
    'ok', '42501', 'ok', '42501'),
  ('sensitivity', $$SELECT 'ok' FROM crew.sensitivity(id('campaign1')) LIMIT 1$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('decide', $$SELECT 'ok' FROM crew.decide(id('campaign1'), id('candidate2'), 'rejected', 'x')$$, '42501', '42501', '42501', 'ok',
    '42501', 'ok', '42501'),
  ('lift_barrier', $$SELECT b.is_lifted FROM crew.lift_barrier(id('campaign1'), id('candidate8'), 'known for years') b$$, '42501', '42501',
    '42501', 'true', '42501', 'true', '42501'),
  ('restore_barrier', $$SELECT 'ok' FROM crew.restore_barrier(id('campaign1'), id('candidate8'), 'x')$$, '42501', '42501', '42501', '55000',
    '42501', '55000', '42501'),
  ('request_review', $$SELECT r.message FROM crew.request_review(id('campaign2'), 'please') r$$, 'please', 'please', '22023', '22023',
    '22023', '22023', '42501'),
  ('request_review', $$SELECT r.message FROM crew.request_review(id('campaign2'), 'please', id('candidate7')) r$$, '42501', 'please',
    '42501', '42501', '42501', 'please', '42501'),
  ('answer_review', $$SELECT 'ok' FROM crew.answer_review(id('campaign1'), id('candidate8'), 'x')$$, '42501', '42501', '42501', '55000',
    '42501', '55000', '42501'),
  ('report_readings', $$SELECT count(*) FROM crew.report_readings(id('candidate7'))$$, '42501', '0', '42501', '42501', '42501', '0',
    '42501'),
  ('reviews', $$SELECT count(*) FROM crew.reviews(id('candidate7'))$$, '42501', '0', '42501', '42501', '42501', '0', '42501'),
  ('decisions', $$SELECT d.decision FROM crew.decisions(id('campaign1')) d$$, '42501', '42501', '42501', 'hired', '42501', 'hired',
    '42501'),
  ('shortlist', $$SELECT 'ok' FROM crew.shortlist(id('campaign1'), ARRAY[id('candidate2')])$$, '42501', '42501', '42501', 'ok', '42501',
    'ok', '42501'),
  ('invite', $$SELECT 'ok' WHERE crew.invite(id('campaign1')) IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('fairness', $$SELECT 'ok' WHERE (SELECT count(*) FROM crew.fairness(id('campaign1'))) = 0$$, '42501', '42501', '42501', '42501',
    '42501', 'ok', '42501'),
  ('fairness', $$SELECT 'ok' WHERE (SELECT count(*) FROM crew.fairness()) = 0$$, '42501', '42501', '42501', 'ok', 'ok', 'ok', '42501'),
  ('revoke_tokens', $$SELECT 'ok' FROM crew.revoke_tokens(id('campaign1'))$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('boarding_pass', $$SELECT 'ok' WHERE crew.boarding_pass(id('vessel1'), 'Chef') IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501',
    'ok', '42501'),
  ('simulate', $$SELECT 'ok' WHERE crew.simulate(id('vessel1'), ARRAY[id('member1'), id('candidate2')]) IS NOT NULL$$, '42501', '42501',
    '42501', 'ok', '42501', 'ok', '42501'),
  ('simulate', $$SELECT 'ok' WHERE crew.simulate(id('vessel1'), ARRAY[id('member1'), id('candidate7')]) IS NOT NULL$$, '42501', '42501',
    '42501', '42501', '42501', 'ok', '42501'),
  ('sociogram', $$SELECT 'ok' WHERE crew.sociogram(id('vessel1')) IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('sociogram', $$SELECT 'ok' WHERE crew.sociogram(id('vessel1'), ARRAY[id('member7')]) IS NOT NULL$$, '42501', '42501', '42501', '42501',
    '42501', 'ok', '42501'),
  ('dashboard', $$SELECT 'ok' WHERE crew.dashboard(id('vessel1')) IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('fleet', $$SELECT 'ok' WHERE crew.fleet(id('employer1')) IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('fleet_version', $$SELECT 'ok' WHERE crew.fleet_version(id('employer1')) IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501',
    'ok', '42501'),
  ('dashboard_version', $$SELECT 'ok' WHERE crew.dashboard_version(id('vessel1')) IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501',
    'ok', '42501'),
  ('survey_results', $$SELECT 'ok' FROM crew.survey_results(id('vessel1')) LIMIT 1$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  -- four answers
  ('survey_results', $$SELECT 'ok' FROM crew.survey_results(id('vessel2')) LIMIT 1$$, '42501', '42501', '42501', '42501', '-', '-',
    '42501'),
  ('open_survey', $$SELECT 'ok' WHERE crew.open_survey(id('vessel1'), 'post_charter') IS NOT NULL$$, '42501', '42501', '42501', 'ok',
    '42501', 'ok', '42501'),
  ('agreement', $$SELECT 'ok' FROM crew.agreement(id('employer1')) LIMIT 1$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('judge_toxicity', $$SELECT 'ok' FROM crew.judge_toxicity(id('employer1'))$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('set_environment', $$SELECT 'ok' FROM crew.set_environment(id('vessel1'), '{}')$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  ('add_vessel', $$SELECT 'ok' WHERE crew.add_vessel(id('employer1'), 'x') IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  ('change_vessel', $$SELECT 'ok' FROM crew.change_vessel(id('vessel1'), 'x', NULL, true)$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  ('vessel_names', $$SELECT count(*) FROM crew.vessel_names()$$, '0', '0', '1', '2', '1', '3', '0'),
  ('require_position', $$SELECT crew.require_position('Nothing')$$, '22023', '22023', '22023', '22023', '22023', '22023', '22023'),
  ('set_leader', $$SELECT 'ok' FROM crew.set_leader(id('vessel1'), id('member2'))$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  ('close_survey', $$SELECT 'ok' WHERE crew.close_survey(id('survey1')) IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  ('candidates', $$SELECT count(*) FROM crew.candidates(id('campaign1'))$$, '42501', '42501', '42501', '7', '42501', '7', '42501'),
  ('roster', $$SELECT count(*) FROM crew.roster(id('vessel1'))$$, '42501', '42501', '42501', '6', '42501', '6', '42501'),
  -- A person's own.
  ('remove_experience',
    $$SELECT crew.remove_experience((SELECT min(id) FROM crew.assignment WHERE status = 'declared'), id('candidate6'))$$,
    'true', '42501', '42501', '42501', '42501', 'true', '42501'),
  ('remove_group', $$SELECT crew.remove_group('nothing')$$, 'false', 'false', 'false', 'false', 'false', 'false', '42501'),
  ('give_pulse', $$SELECT (crew.give_pulse(4)).score$$, '55000', '55000', '4', '55000', '55000', '55000', '42501'),
  ('give_pulse', $$SELECT (crew.give_pulse(4, id('member1'))).score$$, '42501', '42501', '4', '42501', '42501', '4', '42501'),
  ('applications', $$SELECT count(*) FROM crew.applications()$$, '2', '1', '0', '0', '0', '0', '42501'),
  ('applications', $$SELECT count(*) FROM crew.applications(id('candidate6'))$$, '2', '42501', '42501', '42501', '42501', '2', '42501'),
  ('leave', $$SELECT 'ok' FROM crew.leave(id('member2'), 'x')$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('accept_offer', $$SELECT 'ok' WHERE crew.accept_offer(id('campaign2')) IS NOT NULL$$, '55000', '55000', '55000', '55000', '55000',
    '55000', '42501'),
  ('accept_offer', $$SELECT 'ok' WHERE crew.accept_offer(id('campaign1'), id('candidate1')) IS NOT NULL$$, '42501', '42501', '42501',
    '42501', '42501', 'ok', '42501'),
  -- candidate 7 has been rejected
  ('withdraw', $$SELECT 'ok' FROM crew.withdraw(id('campaign2'))$$, 'ok', '55000', '55000', '55000', '55000', '55000', '42501'),
  ('withdraw', $$SELECT 'ok' FROM crew.withdraw(id('campaign1'), id('candidate1'))$$, '42501', '42501', '42501', '42501', '42501', 'ok',
    '42501'),
  ('require_live_campaign', $$SELECT 'ok' FROM crew.require_live_campaign(id('campaign1'))$$, '42501', '42501', '42501', 'ok', '42501',
    'ok', '42501'),
  ('require_open_candidate', $$SELECT 'ok' FROM crew.require_open_candidate(id('campaign1'), id('candidate2'))$$, '42501', '42501',
    '42501', 'ok', '42501', 'ok', '42501'),
  ('live_campaigns', $$SELECT cardinality(crew.live_campaigns())$$, '0', '0', '0', '1', '1', '0', '0'),
  ('sees_everything', $$SELECT crew.sees_everything()$$, 'false', 'false', 'false', 'false', 'false', 'true', 'false'),
  ('aboard_until', $$SELECT crew.aboard_until(NULL, NULL)$$,
   'infinity', 'infinity', 'infinity', 'infinity', 'infinity', 'infinity', 'infinity'),
  -- Reports: each context its readers.
  ('report', $$SELECT 'ok' WHERE crew.report(id('candidate6'), 'candidate') IS NOT NULL$$, 'ok', '42501', '42501', '42501', '42501', 'ok',
    '42501'),
  ('report', $$SELECT 'ok' WHERE crew.report(id('candidate2'), 'recruiter', id('campaign1')) IS NOT NULL$$, '42501', '42501', '42501',
    'ok', '42501', 'ok', '42501'),
  ('report', $$SELECT 'ok' WHERE crew.report(id('member2'), 'manager') IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  -- rejected
  ('report', $$SELECT 'ok' WHERE crew.report(id('candidate7'), 'onboarding') IS NOT NULL$$, '42501', '42501', '42501', '42501', '42501',
    'ok', '42501'),
  -- hired
  ('report', $$SELECT 'ok' WHERE crew.report(id('candidate1'), 'onboarding') IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  ('report', $$SELECT 'ok' WHERE crew.report(id('candidate1'), 'manager') IS NOT NULL$$, '42501', '42501', '42501', '42501', '42501', 'ok',
    '42501'),
  ('report', $$SELECT 'ok' WHERE crew.report(id('member2'), 'manager', id('campaign2')) IS NOT NULL$$, '42501', '42501', '42501', '42501',
    '42501', '22023', '42501'),
  ('require_reader', $$SELECT 'ok' FROM crew.require_reader('crew', id('member2'), NULL)$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  -- The gateway: whoever holds a token sees where it leads, and uses it in the own name.
  ('resolve', format($$SELECT 'ok' WHERE crew.resolve(%L) IS NOT NULL$$, :'invite1'), 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'),
  ('apply', format($$SELECT 'ok' WHERE crew.apply(%L) IS NOT NULL$$, :'invite1'), '23505', 'ok', 'ok', 'ok', 'ok', 'ok', '42501'),
  ('apply', format($$SELECT 'ok' WHERE crew.apply(%L, id('stranger')) IS NOT NULL$$, :'invite1'), '42501', '42501', '42501', '42501',
    '42501', 'ok', '42501'),
  ('board', format($$SELECT 'ok' WHERE crew.board(%L) IS NOT NULL$$, :'pass1'), 'ok', 'ok', '23505', 'ok', 'ok', 'ok', '42501'),
  -- An administrator's.
  ('activate_model', $$SELECT 'ok' FROM crew.activate_model('default')$$, '42501', '42501', '42501', '42501', '42501', 'ok', '42501'),
  ('retrain', $$SELECT 'ok' FROM crew.retrain()$$, '42501', '42501', '42501', '42501', '42501', 'ok', '42501'),
  ('queue_retraining', $$SELECT 'ok' WHERE crew.queue_retraining() ->> 'job' IS NOT NULL$$, '42501', '42501', '42501', '42501', '42501',
    'ok', '42501'),
  ('queue_rebuild', $$SELECT 'ok' WHERE crew.queue_rebuild() ->> 'job' IS NOT NULL$$, '42501', '42501', '42501', '42501', '42501', 'ok',
    '42501'),
  ('rebuild_stale', $$SELECT 'ok' FROM crew.rebuild_stale()$$, '42501', '42501', '42501', '42501', '42501', 'ok', '42501'),
  ('rebuild_snapshots', $$SELECT 'ok' FROM crew.rebuild_snapshots()$$, '42501', '42501', '42501', '42501', '42501', 'ok', '42501'),
  ('verify_snapshots', $$SELECT 'ok' WHERE (SELECT count(*) FROM crew.verify_snapshots()) = 0$$, '42501', '42501', '42501', '42501',
    '42501', 'ok', '42501'),
  ('publish_figures', $$SELECT crew.publish_figures()$$, '42501', '42501', '42501', '42501', '42501', '0', '42501'),
  -- What policies and checks ask.
  ('current_vessels', $$SELECT cardinality(crew.current_vessels())$$, '0', '0', '0', '2', '1', '0', '0'),
  ('current_campaigns', $$SELECT cardinality(crew.current_campaigns())$$, '0', '0', '0', '2', '1', '0', '0'),
  ('current_people', $$SELECT cardinality(crew.current_people())$$, '0', '0', '0', '13', '7', '0', '0'),
  ('served_vessels', $$SELECT cardinality(crew.served_vessels())$$, '0', '0', '1', '0', '0', '0', '0'),
  ('require_admin', $$SELECT 'ok' FROM platform.require_admin()$$, '42501', '42501', '42501', '42501', '42501', 'ok', '42501'),
  ('require_organization', $$SELECT 'ok' FROM platform.require_organization(id('employer1'))$$, '42501', '42501', '42501', 'ok', '42501',
    'ok', '42501'),
  ('require_vessel', $$SELECT 'ok' FROM crew.require_vessel(id('vessel1'))$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('require_vessel', $$SELECT 'ok' FROM crew.require_vessel(id('no such vessel'))$$, '42501', '42501', '42501', '42501', '42501', '22023',
    '42501'),
  ('require_settled_vessel', $$SELECT 'ok' FROM crew.require_settled_vessel(id('vessel1'))$$, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'),
  ('require_campaign', $$SELECT 'ok' FROM crew.require_campaign(id('campaign1'))$$, '42501', '42501', '42501', 'ok', '42501', 'ok',
    '42501'),
  ('require_candidate', $$SELECT 'ok' FROM crew.require_candidate(id('campaign1'), id('candidate2'))$$, '42501', '42501', '42501', 'ok',
    '42501', 'ok', '42501'),
  ('require_persons', $$SELECT 'ok' FROM crew.require_persons(ARRAY[id('member2'), id('candidate2')])$$, '42501', '42501', '42501', 'ok',
    '42501', 'ok', '42501'),
  ('require_self', $$SELECT 'ok' FROM platform.require_self(id('candidate6'))$$, 'ok', '42501', '42501', '42501', '42501', 'ok', '42501'),
  -- Inner ones, which have the rights of who calls: what policies hide is not there. An administrator reads no profile.
  ('may_be_looked_at', $$SELECT crew.may_be_looked_at(id('campaign1'), id('candidate2'))$$, 'false', 'false', 'false', 'true', 'false',
    'true', 'false'),
  ('open_candidates', $$SELECT count(*) FROM crew.open_candidates(id('campaign1'))$$, '0', '0', '0', '7', '0', '7', '0'),
  ('places', $$SELECT count("position") FROM crew.places(id('vessel1'), ARRAY[id('candidate2')])$$, '0', '0', '0', '1', '0', '1', '0'),
  ('least_crew', $$SELECT crew.least_crew()$$, '5', '5', '5', '5', '5', '5', '5'),
  ('shown_metrics', $$SELECT crew.shown_metrics('{"n": 5, "min_agreeableness": 1}')$$, '{"n": 5}', '{"n": 5}', '{"n": 5}',
    '{"n": 5}', '{"n": 5}', '{"n": 5}', '{"n": 5}'),
  ('shown_toxicity', $$SELECT crew.shown_toxicity('{"people": 5, "mean": 1}')$$, '{"people": 5}', '{"people": 5}', '{"people": 5}',
    '{"people": 5}', '{"people": 5}', '{"people": 5}', '{"people": 5}'),
  ('under_least', $$SELECT crew.under_least() <> ''$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('whole', $$SELECT crew.whole('1.4')$$, '1', '1', '1', '1', '1', '1', '1'),
  ('shown_team', $$SELECT crew.shown_team('{"measured": 4}', false, 5)$$, '-', '-', '-', '-', '-', '-', '-'),
  ('shown_impact', $$SELECT crew.shown_impact('{"safety": {"triggers": []}, "fit": {"competencies": {}}}') -> 'fit'$$,
    '{"competencies": {}}', '{"competencies": {}}', '{"competencies": {}}', '{"competencies": {}}', '{"competencies": {}}',
    '{"competencies": {}}', '{"competencies": {}}'),
  ('employers_snapshot', $$SELECT crew.employers_snapshot('{"harmony": {"n": 4}}', false) -> 'harmony'$$, 'null', 'null', 'null', 'null',
    'null', 'null', 'null'),
  ('action_for', $$SELECT (crew.action_for('no such type', 'low', 'en')).action IS NULL$$, 'true', 'true', 'true', 'true', 'true', 'true',
    'true'),
  ('told_vessel', $$SELECT crew.told_vessel(jsonb_populate_record(NULL::crew.vessel, '{"vessel_snapshot": {"measured": 4,
    "harmony": {"n": 4}, "shown": {"n": 4}, "as_of": 1}}'))
    -> 'snapshot' = jsonb_build_object('as_of', 1, 'measured', 4, 'harmony', NULL, 'f_team', NULL, 'diagnosis', NULL, 'leadership', NULL,
      'reason', crew.under_least())$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('shown_snapshot', $$SELECT crew.shown_snapshot('{"harmony": {"n": 4}}', false) -> 'harmony'$$, 'null', 'null', 'null', 'null', 'null',
    '{"n": 4}', 'null'),
  ('shown_event', $$SELECT crew.shown_event(NULL) IS NULL$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('record_decision', $$SELECT crew.record_decision(id('campaign1'), id('candidate2'), 'hired', 'x', '{}', NULL) IS NULL$$, 'true', 'true',
    'true', '42501', 'true', '42501', 'true'),
  ('tell_employer', $$SELECT 'ok' FROM crew.tell_employer(id('campaign1'), 'x', '{}', 'y')$$, 'ok', 'ok', 'ok', '42501', 'ok', '42501',
    'ok'),
  ('pairs', $$SELECT jsonb_array_length(crew.pairs(id('vessel1'), id('candidate2'), profile(50, 50, 50), true))$$, '0', '0', '1', '0', '0',
    '0', '0'),
  ('simulated_members', $$SELECT crew.simulated_members(id('vessel1'), ARRAY[id('member2')], true)$$, '[]', '[]', '[]', '[]', '[]', '[]',
    '[]'),
  ('require_small', $$SELECT 'ok' FROM crew.require_small('{}', 'x')$$, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'),
  ('active_model', $$SELECT crew.active_model() ->> 'version'$$, '-', '-', '-', 'default', 'default', 'default', '-'),
  ('benchmarks', $$SELECT crew.benchmarks('Chef') IS NULL$$, 'true', 'true', 'true', 'false', 'false', 'false', 'true'),
  ('safety_rules', $$SELECT jsonb_array_length(crew.safety_rules())$$, '0', '0', '0', '8', '8', '8', '0'),
  ('crew_profiles', $$SELECT count(p) FROM unnest(crew.crew_profiles(id('vessel1'))) p$$, '0', '0', '1', '0', '0', '0', '0'),
  ('crew_ids', $$SELECT cardinality(crew.crew_ids(id('vessel1')))$$, '0', '0', '1', '6', '0', '6', '0'),
  ('profile_as_read', $$SELECT crew.profile_as_read('{"openness": 44}', false)$$, '-', '-', '-', '-', '-', '{"openness": 40}', '-'),
  ('rules_that_fire', $$SELECT crew.rules_that_fire('{"agreeableness": 14.9}', 'Chef') #>> '{0,effect}'$$, '-', '-', '-', 'DISQUALIFIED',
    'DISQUALIFIED', 'DISQUALIFIED', '-'),
  ('shown_crew', $$SELECT crew.shown_crew(id('vessel1'), NULL, NULL)$$, '-', '-', '-', '-', '-', '-', '-'),
  ('leadership', $$SELECT crew.leadership(id('vessel1'))$$, '-', '-', '-', '-', '-', '-', '-'),
  ('match_request', $$SELECT crew.match_request(id('campaign1')) -> 'crew'$$, '-', '-', '-', '[null, null, null, null, null, null]', '-',
    '[null, null, null, null, null, null]', '-'),
  ('prediction_request', $$SELECT crew.prediction_request(id('campaign1')) -> 'crew'$$, '-', '-', '-',
    '[null, null, null, null, null, null]', '-', '[null, null, null, null, null, null]', '-'),
  ('pool_traits', $$SELECT crew.pool_traits(id('campaign1')) #>> '{gca,n}'$$, '1', '-', '-', '-', '-', '-', '-'),
  ('match_pool', $$SELECT cardinality(crew.match_pool(id('campaign1'), harmony.match_request()))$$, '1', '-', '-', '-', '-', '-', '-'),
  ('impact_document', $$SELECT crew.impact_document(id('campaign1'), id('candidate2')) ? 'fit'$$, '-', '-', '-', '-', '-', '-', '-'),
  ('members', $$SELECT count(*) FROM jsonb_array_elements(crew.members(id('vessel1'))) m WHERE m -> 'profile' <> 'null'$$, '0', '0', '1',
    '0', '0', '0', '0'),
  ('team_of', $$SELECT crew.team_of(ARRAY[id('member2'), id('member3')], NULL) #>> '{f_team,min_agreeableness}'$$, '-', '-', '-', '-', '-',
    '-', '-'),
  ('counting_people', $$SELECT count(*) FROM crew.counting_people(id('vessel1'), now(), 'survey')$$, '0', '0', '0', '0', '0', '6', '0'),
  ('survey_basis', $$SELECT jsonb_array_length(crew.survey_basis(id('survey1')) -> 'team_cohesion')$$, '-', '-', '-', '-', '-', '6', '-'),
  ('fresh_answers', $$SELECT count(*) FROM crew.fresh_answers(now() + interval '8 days')$$, '0', '0', '0', '0', '0', '0', '0'),
  ('vessel_moods', $$SELECT count(*) FROM crew.vessel_moods(id('employer1'))$$, '0', '0', '0', '0', '0', '0', '0'),
  ('toxicity', $$SELECT count(*) FROM crew.toxicity(id('employer1'))$$, '0', '0', '0', '0', '0', '0', '0'),
  ('published_toxicity', $$SELECT count(*) FROM crew.published_toxicity(ARRAY[id('vessel1')])$$, '0', '0', '0', '1', '0', '1', '0'),
  ('year_cells', $$SELECT count(*) FROM crew.year_cells(id('employer1'), 2026)$$, '0', '0', '0', '0', '0', '0', '0'),
  ('stage_cells', $$SELECT count(*) FROM crew.stage_cells(id('employer1'), 2026)$$, '0', '0', '0', '0', '0', '0', '0'),
  ('publish_surveys', $$SELECT crew.publish_surveys(now())$$, '0', '0', '0', '0', '0', '0', '0'),
  ('publish_agreement', $$SELECT crew.publish_agreement(now())$$, '0', '0', '0', '0', '0', '0', '0'),
  ('publish_due', $$SELECT crew.publish_due(now())$$, '0', '0', '0', '0', '0', '0', '0'),
  ('publish_weather', $$SELECT crew.publish_weather(now())$$, '0', '0', '0', '0', '0', '0', '0'),
  ('publish_toxicity', $$SELECT crew.publish_toxicity(id('employer1'), now())$$, '0', '0', '0', '0', '0', '0', '0'),
  ('publish_fairness', $$SELECT crew.publish_fairness(now())$$, '0', '0', '0', '0', '0', '0', '0'),
  ('require_few_surveys', $$SELECT crew.require_few_surveys(id('vessel1'))$$, '', '', '', '', '', '', ''),
  ('evidence', $$SELECT crew.evidence(id('campaign1'), NULL, 1) IS NULL$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('fired_rules', $$SELECT crew.fired_rules(id('campaign2'), id('candidate7'))$$, '[]', '[]', '[]', '[]', '[]', '[]', '[]'),
  ('lifted', $$SELECT cardinality(crew.lifted(id('campaign1')))$$, '0', '0', '0', '0', '0', '0', '0'),
  ('set_barrier', $$SELECT crew.set_barrier(id('campaign1'), id('candidate8'), true, 'x')$$, '42501', '42501', '42501', '55000', '42501',
    '55000', '42501'),
  ('pair_name', $$SELECT crew.pair_name('a & b', 'c')$$, 'a && b & c', 'a && b & c', 'a && b & c', 'a && b & c', 'a && b & c', 'a && b & c',
    'a && b & c'),
  ('statement', $$SELECT crew.statement('HUMAN_REVIEW', '{}') -> 'text' = 'null'$$, 'true', 'true', 'true', 'false', 'false', 'false',
    'true'),
  ('rules_applied', $$SELECT jsonb_array_length(crew.rules_applied(id('campaign2'), id('candidate7')))$$, '1', '1', '1', '1', '1', '1',
    '1'),
  ('audited_groups', $$SELECT count(*) FROM crew.audited_groups(NULL, 1, true)$$, '1', '1', '0', '0', '0', '2', '0'),
  ('stage_passes', $$SELECT count(*) FROM crew.stage_passes()$$, '0', '0', '0', '7', '2', '9', '0'),
  ('training_rows', $$SELECT count(*) FROM crew.training_rows()$$, '0', '0', '0', '0', '0', '0', '0'),
  ('compare_weights', $$SELECT (crew.compare_weights(NULL)).n$$, '-', '-', '-', '-', '-', '-', '-'),
  ('learn_weights', $$SELECT (l.report).n FROM crew.setting s, crew.learn_weights(NULL, s) l$$, '-', '-', '-', '-', '-', '-', '-'),
  ('tell_of_model', $$SELECT crew.tell_of_model(NULL)$$, '', '', '', '', '', '42501', ''),
  ('range_restriction', $$SELECT sd_pool FROM crew.range_restriction() WHERE term = 'y_success'$$, '-', '-', '-', '-', '-', NULL, '-'),
  ('outcome', $$SELECT crew.outcome(id('member2'), id('vessel1'), '-infinity')$$, '-', '-', '-', '-', '-', NULL, '-'),
  ('fill_outcomes', $$SELECT crew.fill_outcomes()$$, '0', '0', '0', '0', '0', '0', '0'),
  ('vessel_snapshots', $$SELECT s.snapshot #>> '{f_team,score}' FROM crew.vessel_snapshots(ARRAY[id('vessel1')]) s$$, '-', '-', '-', '-',
    '-', '-', '-'),
  ('fleet_snapshots', $$SELECT s.snapshot -> 'vessel_count' FROM crew.fleet_snapshots(ARRAY[id('employer1')]) s$$, '0', '0', '0', '2', '0',
    '2', '0'),
  ('expand_marks', $$SELECT crew.expand_marks()$$, '0', '0', '0', '0', '0', '0', '0'),
  ('refresh_snapshots', $$SELECT crew.refresh_snapshots(ARRAY[id('vessel1')], ARRAY[id('employer1')])$$, '0', '0', '0', '0', '0', '0', '0'),
  ('level', $$SELECT crew.level(71)$$, '-', '-', '-', '-', '-', 'high', '-'),
  ('use_token', format($$SELECT (platform.use_token(%L, 'invite', id('stranger'))).id$$, :'invite1'), '22023', '22023', '22023', '42501',
    '22023', '42501', '22023'),
  -- These compute from their arguments and read nothing.
  ('require_time', $$SELECT crew.require_time('infinity')$$, '22008', '22008', '22008', '22008', '22008', '22008', '22008'),
  ('last_week', $$SELECT crew.last_week('2026-11-29 23:00:00+00')$$, '2026-11-16', '2026-11-16', '2026-11-16', '2026-11-16', '2026-11-16',
    '2026-11-16', '2026-11-16'),
  ('oldest_shown_week', $$SELECT length(crew.oldest_shown_week())$$, '10', '10', '10', '10', '10', '10', '10'),
  ('survey_items', $$SELECT count(*) FROM crew.survey_items(NULL)$$, '0', '0', '0', '0', '0', '0', '0'),
  ('survey_figures', $$SELECT mean FROM crew.survey_figures('{"workload": [[1], [10]]}')$$, '50', '50', '50', '50', '50', '50', '50'),
  ('agreement_figures', $$SELECT rwg FROM crew.agreement_figures(ARRAY[id('vessel1')], ARRAY['{"workload": [[1], [1]]}'::jsonb])$$,
    '1', '1', '1', '1', '1', '1', '1'),
  ('today', $$SELECT 'ok' WHERE platform.today() IS NOT NULL$$, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'),
  ('betas', $$SELECT crew.betas(NULL) -> 'f_team'$$, '0.35', '0.35', '0.35', '0.35', '0.35', '0.35', '0.35'),
  ('activation_obstacles', $$SELECT cardinality(crew.activation_obstacles(NULL, NULL, NULL, NULL, NULL, NULL))$$, '4', '4', '4', '4', '4',
    '4', '4'),
  ('mlpsm_betas', $$SELECT harmony_internal.mlpsm_betas('{1,2,3,4,5}', '{0,0,0,0,0}') -> 'f_team'$$, '3', '3', '3', '3', '3', '3', '3'),
  ('new_token', $$SELECT length(platform.new_token())$$, '43', '43', '43', '43', '43', '43', '43'),
  ('token_hash', $$SELECT length(platform.token_hash('x'))$$, '32', '32', '32', '32', '32', '32', '32'),
  ('token_is_valid', $$SELECT platform.token_is_valid(NULL)$$, 'false', 'false', 'false', 'false', 'false', 'false', 'false'),
  ('require_valid_token', $$SELECT platform.require_valid_token(NULL)$$, '22023', '22023', '22023', '22023', '22023', '22023', '22023'),
  ('require_expiry', $$SELECT platform.require_expiry('0')$$, '22023', '22023', '22023', '22023', '22023', '22023', '22023'),
  ('traits', $$SELECT count(*) FROM crew.traits('{"resilience": 5}')$$, '1', '1', '1', '1', '1', '1', '1'),
  -- Pages of reports: as the functions whose answers they show; what they are built of knows nobody.
  ('person_page', $$SELECT 'ok' WHERE (crew.person_page('recruiter', jsonb_build_object('person', id('candidate2'),
    'campaign', id('campaign1')), 'en')).body IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('person_page', $$SELECT 'ok' WHERE (crew.person_page('candidate', jsonb_build_object('person', id('candidate6')),
    'en')).body IS NOT NULL$$, 'ok', '42501', '42501', '42501', '42501', 'ok', '42501'),
  ('vessel_page', $$SELECT 'ok' WHERE (crew.vessel_page('vessel', jsonb_build_object('vessel', id('vessel1')), 'en')).body
    IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('fleet_page', $$SELECT 'ok' WHERE (crew.fleet_page('fleet', jsonb_build_object('organization', id('employer1')), 'en')).body
    IS NOT NULL$$, '42501', '42501', '42501', 'ok', '42501', 'ok', '42501'),
  ('percentages', $$SELECT crew.percentages('{"a": 0.5}') ->> 'a'$$, '50.0', '50.0', '50.0', '50.0', '50.0', '50.0', '50.0'),
  ('scale_figures', $$SELECT crew.scale_figures('{"a": 5}') #>> '{0,value}'$$, '5', '5', '5', '5', '5', '5', '5'),
  ('fleet_vessels', $$SELECT crew.fleet_vessels('{}', 'en') IS NULL$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('fleet_actions', $$SELECT crew.fleet_actions('{}', 'en') IS NULL$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('fleet_finding', $$SELECT crew.fleet_finding('{}', 'en') IS NULL$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('person_finding', $$SELECT crew.person_finding('{}', 'en') IS NULL$$, 'false', 'false', 'false', 'false', 'false', 'false', 'false'),
  ('vessel_finding', $$SELECT crew.vessel_finding('{}', 'en') IS NULL$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('person_parts', $$SELECT cardinality(crew.person_parts('{}', 'en'))$$, '7', '7', '7', '7', '7', '7', '7'),
  ('vessel_parts', $$SELECT cardinality(crew.vessel_parts('{}', 'en'))$$, '6', '6', '6', '6', '6', '6', '6'),
  ('report_items', $$SELECT count(*) FROM crew.report_items('{}', '{"resilience": 5}')$$, '1', '1', '1', '1', '1', '1', '1'),
  ('rounded', $$SELECT platform.rounded('{"a": [1.005, 2.5]}')$$, '{"a": [1.01, 2.5]}', '{"a": [1.01, 2.5]}', '{"a": [1.01, 2.5]}',
    '{"a": [1.01, 2.5]}', '{"a": [1.01, 2.5]}', '{"a": [1.01, 2.5]}', '{"a": [1.01, 2.5]}'),
  ('api_rights', $$SELECT count(*) > 40 FROM crew.api_rights()$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('application_rights', $$SELECT count(*) > 40 FROM crew.application_rights()$$, 'true', 'true', 'true', 'true', 'true', 'true', 'true'),
  ('survey_score', $$SELECT crew.survey_score(10::smallint)$$, '100', '100', '100', '100', '100', '100', '100'),
  ('unlink_evidence', $$SELECT crew.unlink_evidence() ->> 'unlinked'$$, '0', '0', '0', '0', '0', '0', '0'),
  ('may_hear', $$SELECT crew.may_hear('vessel', id('vessel1'))$$, 'false', 'false', 'false', 'true', 'false', 'true', 'false'),
  ('rebuild_stale_job', $$SELECT crew.rebuild_stale_job('{}')$$, '42501', '42501', '42501', '42501', '42501', '{"rebuilt": 2}', '42501'),
  ('publish_figures_job', $$SELECT crew.publish_figures_job('{}')$$, '42501', '42501', '42501', '42501', '42501', NULL, '42501'),
  ('rebuild_snapshots_job', $$SELECT crew.rebuild_snapshots_job('{}')$$, '42501', '42501', '42501', '42501', '42501', NULL, '42501'),
  ('mail_token', $$SELECT 'ok' FROM crew.mail_token('a@example.org', 0)$$, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'),
  ('issue_mailed_token', $$SELECT crew.issue_mailed_token(NULL)$$, '22023', '22023', '22023', '22023', '22023', '22023', '22023'),
  ('retrain_job', $$SELECT crew.retrain_job('{}')$$, '42501', '42501', '42501', '42501', '42501', NULL, '42501');
SELECT is_empty($$SELECT p.proname::text FROM pg_proc p WHERE p.pronamespace = 'crew'::regnamespace AND p.prorettype <> 'trigger'::regtype
  EXCEPT SELECT fn FROM call$$, 'every function of the module is in the matrix');
SELECT is(concat_ws(' | ', pg_temp.as_role('candidate6', query), pg_temp.as_role('candidate7', query), pg_temp.as_role('member1', query),
  pg_temp.as_role('client1', query), pg_temp.as_role('client2', query), CASE WHEN adm IS NOT NULL THEN pg_temp.as_role('admin', query) END,
  pg_temp.as_role('anonymous', query)),
  concat_ws(' | ', c6, c7, m1, cl1, cl2, adm, anon), query) FROM call;

-- The outcome of a hire is a person's own answer: no employer reads it anywhere.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'crew'::regnamespace AND p.proname = 'decisions'
  AND 'y_actual' = ANY (p.proargnames)$$, 'decisions are shown without their outcome');

-- As shipped nobody but the owner may call them, apart from what policies ask.
SELECT bag_eq($$SELECT p.oid::regprocedure::text FROM pg_proc p CROSS
  JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE p.pronamespace = 'crew'::regnamespace
  AND a.grantee = 0$$,
  ARRAY['crew.current_vessels()', 'crew.current_campaigns()', 'crew.served_vessels()'], 'what is for everybody');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
  WHERE c.relnamespace = 'crew'::regnamespace AND a.grantee = 0$$, 'no table is for everybody');
SELECT * FROM finish();
ROLLBACK;
