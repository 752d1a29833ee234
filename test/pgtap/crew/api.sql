-- Schema api, the part of module crew: what is there, as docs/reference/api.md tells it, and who gets what.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
SELECT platform.grant_application();
GRANT USAGE ON SCHEMA public TO harmony_user, harmony_anon;

-- ---- what is there ----

CREATE TEMP TABLE contract (volatility "char", signature text);
INSERT INTO contract VALUES
  ('v', 'add_vessel(organization uuid, name text, environment jsonb = ''{}'')'), ('v', 'set_environment(vessel uuid, environment jsonb)'),
  ('v', 'set_leader(vessel uuid, person uuid)'), ('s', 'roster(vessel uuid)'),
  ('v', 'leave(person uuid, reason text, left_on date = platform.today())'), ('s', 'dashboard(vessel uuid, language text = ''en'')'),
  ('s', 'fleet(organization uuid)'), ('s', 'simulate(vessel uuid, persons uuid[])'),
  ('s', 'sociogram(vessel uuid, candidates uuid[] = ''{}'')'), ('s', 'agreement(organization uuid, kind text = NULL)'),
  ('s', 'candidates(campaign uuid)'), ('s', 'matching(campaign uuid, top bigint = NULL)'), ('s', 'impact(campaign uuid, person uuid)'),
  ('s', 'sensitivity(campaign uuid, top bigint = 10)'), ('v', 'shortlist(campaign uuid, persons uuid[], shortlisted boolean = true)'),
  ('v', 'decide(campaign uuid, person uuid, decision text, reason text)'),
  ('v', 'lift_barrier(campaign uuid, person uuid, reason text)'), ('s', 'decisions(campaign uuid)'),
  ('v', 'accept_offer(campaign uuid)'), ('v', 'withdraw(campaign uuid)'),
  ('v', 'invite(campaign uuid, valid_for interval = ''14 days'', single_use boolean = true, email text = NULL)'),
  ('v', 'boarding_pass(vessel uuid, "position" text, valid_for interval = ''7 days'', email text = NULL)'),
  ('v', 'revoke_tokens(campaign uuid = NULL, vessel uuid = NULL)'), ('s', 'resolve(token text)'), ('v', 'apply(token text)'),
  ('s', 'applications()'), ('v', 'board(token text)'), ('v', 'give_pulse(score integer)'),
  ('v', 'open_survey(vessel uuid, kind text, closes_at timestamptz = NULL)'), ('v', 'close_survey(survey uuid)'),
  ('s', 'survey_results(vessel uuid, survey_kind text = NULL)'),
  ('v', 'respond(survey uuid, team_cohesion smallint = NULL, workload smallint = NULL, leadership smallint = NULL, '
    'own_performance smallint = NULL, intent_to_stay smallint = NULL)'),
  ('s', 'fairness(campaign uuid = NULL)'), ('v', 'report(person uuid, context text, campaign uuid = NULL, language text = ''en'')'),
  ('v', 'request_review(campaign uuid, message text)'), ('s', 'review_requests()'), ('s', 'report_readings()'),
  ('v', 'answer_review(campaign uuid, person uuid, answer text)'),
  ('v', 'judge_toxicity(organization uuid, at timestamptz = now())'), ('v', 'retrain()'), ('v', 'activate_model(version text)'),
  ('v', 'rebuild_snapshots(vessels uuid[] = NULL)'), ('s', 'verify_snapshots()');
SELECT bag_eq($$SELECT p.provolatile, r.signature FROM pg_temp.routines('crew') r JOIN pg_proc p ON p.oid = r.routine$$,
  'SELECT * FROM contract', 'functions, their arguments and defaults, and which change something');
SELECT bag_eq($$SELECT v.name FROM pg_temp.views('crew') v$$, '{positions,survey_kinds,benchmarks,safety_rules,model_versions,vessels,
  campaigns,tokens,assignments,declared_groups,pulses,surveys}'::text[], 'views');
SELECT is_empty($$SELECT pg_temp.faults('crew')$$, 'comments, rights, conflicts');
SELECT is((SELECT array_agg(c.name || ' ' || c.type ORDER BY c.n)
  FROM (SELECT n, name, format_type(type, NULL) FROM pg_proc p, unnest(p.proargnames, p.proallargtypes, p.proargmodes) WITH ORDINALITY
          a (name, type, mode, n) WHERE p.oid = 'api.matching(uuid, bigint)'::regprocedure AND mode = 't') c (n, name, type)),
  (SELECT array_agg(attname || ' ' || format_type(atttypid, NULL) ORDER BY attnum) FROM pg_attribute
   WHERE attrelid = 'harmony.match_row'::regclass AND attnum > 0) || '{full_name text,status text,shortlisted boolean}'::text[],
  'matching has the columns of harmony.match_row, and three more');
\set page `sed -n '/^<!-- crew -->/,/^<!-- end of crew -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('crew')$$, 'the page lists every object');

-- ---- who gets what ----

INSERT INTO crew.pulse (person_id, vessel_id, score) SELECT id('member' || n), id('vessel' || 1 + (n - 1) / 6), 3
  FROM generate_series(1, 12) n;
INSERT INTO crew.assignment (person_id, vessel_name, position, status) VALUES (id('candidate6'), 'Elsewhere', 'Chef', 'declared');
INSERT INTO crew.declared_group VALUES (id('candidate6'), 'age', 'a'), (id('candidate7'), 'age', 'b');
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey1'), id('vessel1'), 'post_season', now() - interval '1 hour'),
  (id('survey2'), id('vessel2'), 'post_season', now() - interval '1 hour');
INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion, intent_to_stay)
  SELECT id('member' || n), id('survey' || 1 + (n - 1) / 6), 5 + n % 3, 5 FROM generate_series(1, 10) n WHERE n <> 2;
SELECT (crew.decide(id('campaign1'), id('candidate1'), 'hired', 'x')).id AS decided,
  (crew.decide(id('campaign2'), id('candidate6'), 'hired', 'x')).id AS also_decided \gset
SELECT crew.invite(id('campaign1'), '1 day', false) AS invite1 \gset
SELECT crew.invite(id('campaign2'), '1 day', false) AS invite2 \gset
SELECT crew.boarding_pass(id('vessel1'), 'Chef') AS pass1 \gset
SELECT crew.publish_figures() IS NOT NULL AS published, crew.rebuild_stale() IS NOT NULL AS rebuilt \gset
INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title, status) VALUES (id('campaign4'), id('employer1'),
  id('vessel3'), 'Chef', 'Campaign 4', 'open');
UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign4');
UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign4');

-- What each object answers to candidate 6 (hired in campaign 2), member 1, client 1, client 2, the administrator and nobody.
CREATE TEMP TABLE call (object text, value text, c6 text, m1 text, cl1 text, cl2 text, adm text, anon text DEFAULT '42501');
INSERT INTO call VALUES
  ('positions', '(SELECT count(*) FROM api.positions)', '9', '9', '9', '9', '9'),
  ('survey_kinds', '(SELECT count(*) FROM api.survey_kinds)', '5', '5', '5', '5', '5'),
  ('benchmarks', '(SELECT count(*) FROM api.benchmarks)', '0', '0', '108', '108', '108'),
  ('safety_rules', '(SELECT count(*) FROM api.safety_rules)', '0', '0', '8', '8', '8'),
  ('model_versions', '(SELECT count(*) FROM api.model_versions)', '0', '0', '1', '1', '1'),
  ('vessels', '(SELECT count(*) FROM api.vessels)', '0', '0', '2', '1', '3'),
  ('campaigns', '(SELECT count(*) FROM api.campaigns)', '0', '0', '3', '1', '4'),
  ('tokens', '(SELECT count(*) FROM api.tokens)', '0', '0', '2', '1', '3'),
  ('assignments', $$(SELECT string_agg(DISTINCT vessel_name, ' ' ORDER BY vessel_name) || count(*) FROM api.assignments)$$, 'Elsewhere1',
    'Vessel 11', 'Vessel 16', 'Vessel 26', 'Vessel 1 Vessel 212'),
  ('declared_groups', '(SELECT count(*) FROM api.declared_groups)', '1', '0', '0', '0', '0'),
  ('pulses', '(SELECT count(*) FROM api.pulses)', '0', '1', '0', '0', '0'),
  ('surveys', $$(SELECT string_agg(coalesce(answered::text, 'not asked'), ' ') FROM api.surveys)$$, '', 'true', 'not asked', 'not asked',
    'not asked not asked'),
  ('add_vessel', $$api.add_vessel(id('employer1'), 'New') IS NOT NULL$$, '42501', '42501', 'true 201', '42501', 'true 201'),
  ('add_vessel', $$api.add_vessel(id('employer1'), ' ')$$, '42501', '42501', '22023', '42501', '22023'),
  ('set_environment', $$api.set_environment(id('vessel1'), '{"salary_index": 0.75}') ->> 'salary_index'$$, '42501', '42501', '0.75',
    '42501', '0.75'),
  ('set_environment', $$api.set_environment(id('vessel1'), '{"nothing": 1}')$$, '42501', '42501', '22023', '42501', '22023'),
  ('set_leader', $$api.set_leader(id('vessel1'), id('member2'))$$, '42501', '42501', '', '42501', ''),
  ('set_leader', $$api.set_leader(id('vessel1'), id('member7'))$$, '42501', '42501', 'PT409', '42501', 'PT409'),
  ('roster', $$(SELECT count(*) FROM api.roster(id('vessel1')))$$, '42501', '42501', '6', '42501', '6'),
  ('leave', $$api.leave(id('member2'), 'x') ->> 'status'$$, '42501', '42501', 'ended', '42501', 'ended'),
  ('leave', $$api.leave(id('member1'), 'x') ->> 'status'$$, '42501', 'ended', 'ended', '42501', 'ended'),
  ('leave', $$api.leave(id('candidate6'), 'x')$$, 'PT409', '42501', '42501', '42501', 'PT409'),
  ('leave', $$api.leave(id('member1'), 'x', '2000-01-01')$$, '42501', '22023', '22023', '42501', '22023'),
  ('dashboard', $$api.dashboard(id('vessel1')) ->> 'name'$$, '42501', '42501', 'Vessel 1', '42501', 'Vessel 1'),
  ('fleet', $$api.fleet(id('employer1')) IS NOT NULL$$, '42501', '42501', 'true', '42501', 'true'),
  ('simulate', $$api.simulate(id('vessel1'), ARRAY[id('member1'), id('candidate2')]) ->> 'vessel' = id('vessel1')::text$$, '42501', '42501',
    'true', '42501', 'true'),
  ('simulate', $$api.simulate(id('vessel1'), ARRAY[id('member7')]) IS NOT NULL$$, '42501', '42501', '42501', '42501', 'true'),
  ('sociogram', $$jsonb_array_length(api.sociogram(id('vessel1')) -> 'nodes')$$, '42501', '42501', '6', '42501', '6'),
  ('agreement', $$(SELECT count(*) > 0 FROM api.agreement(id('employer1')))$$, '42501', '42501', 'true', '42501', 'true'),
  ('candidates', $$(SELECT count(*) FROM api.candidates(id('campaign1')))$$, '42501', '42501', '7', '42501', '7'),
  ('matching', $$(SELECT count(*) FROM api.matching(id('campaign1')))$$, '42501', '42501', '6', '42501', '6'),
  ('matching', $$(SELECT min(full_name) FROM api.matching(id('campaign1'), 1) WHERE rank = 1 AND status = 'pending' AND NOT shortlisted)$$,
    '42501', '42501', 'candidate6', '42501', 'candidate5'),  -- by exact traits
  ('matching', $$(SELECT count(*) FROM api.matching(id('campaign4')))$$, '42501', '42501', 'PT409', '42501', '0'),
  ('impact', $$api.impact(id('campaign1'), id('candidate2')) ->> 'person' = id('candidate2')::text$$, '42501', '42501', 'true', '42501',
    'true'),
  ('impact', $$api.impact(id('campaign1'), id('candidate7'))$$, '42501', '42501', '42501', '42501', '22023'),
  ('sensitivity', $$(SELECT count(*) > 0 FROM api.sensitivity(id('campaign1')))$$, '42501', '42501', 'true', '42501', 'true'),
  ('shortlist', $$api.shortlist(id('campaign1'), ARRAY[id('candidate2'), id('candidate7')])$$, '42501', '42501', '1', '42501', '1'),
  ('shortlist', $$api.shortlist(id('campaign3'), '{}')$$, '42501', '42501', 'PT409', '42501', 'PT409'),
  ('decide', $$(SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(api.decide(id('campaign1'), id('candidate2'), 'hired',
    'x')) k)$$,
    '42501', '42501', 'betas campaign decided_at decision dnre model_version person reason y_success 201', '42501',
    'betas campaign decided_at decision dnre model_version person reason y_success 201'),
  ('decide', $$api.decide(id('campaign1'), id('candidate1'), 'hired', 'x')$$, '42501', '42501', 'PT409', '42501', 'PT409'),
  ('decide', $$api.decide(id('campaign1'), id('candidate8'), 'hired', 'x')$$, '42501', '42501', 'PT409', '42501', 'PT409'),
  ('decide', $$api.decide(id('campaign1'), id('candidate2'), 'postponed', 'x')$$, '22023', '22023', '22023', '22023', '22023'),
  ('lift_barrier', $$api.lift_barrier(id('campaign1'), id('candidate8'), 'x')$$, '42501', '42501', '', '42501', ''),
  ('lift_barrier', $$api.lift_barrier(id('campaign1'), id('candidate2'), 'x')$$, '42501', '42501', 'PT409', '42501', 'PT409'),
  ('request_review', $$api.request_review(id('campaign1'), 'Please look') ->> 'message'$$, 'Please look 201', '22023', '22023', '22023',
    '22023'),
  ('request_review', $$api.request_review(id('campaign1'), '')$$, '22023', '22023', '22023', '22023', '22023'),
  ('answer_review', $$api.answer_review(id('campaign1'), id('candidate2'), 'x')$$, '42501', '42501', 'PT409', '42501', 'PT409'),
  ('review_requests', $$(SELECT count(*) FROM api.review_requests())$$, '0', '0', '0', '0', '0'),
  ('report_readings', $$(SELECT count(*) FROM api.report_readings())$$, '0', '0', '0', '0', '0'),
  ('decisions', $$(SELECT d.decision FROM api.decisions(id('campaign1')) d)$$, '42501', '42501', 'hired', '42501', 'hired'),
  ('fairness', $$(SELECT count(*) FROM api.fairness(id('campaign1')))$$, '42501', '42501', '42501', '42501', '0'),
  ('fairness', $$(SELECT count(*) FROM api.fairness())$$, '42501', '42501', '0', '0', '0'),
  ('report', $$api.report(id('candidate6'), 'candidate') ->> 'context'$$, 'candidate', '42501', '42501', '42501', 'candidate'),
  ('report', $$api.report(id('candidate2'), 'recruiter', id('campaign1')) ->> 'context'$$, '42501', '42501', 'recruiter', '42501',
    'recruiter'),
  ('report', $$api.report(id('candidate2'), 'nobody')$$, '22023', '22023', '22023', '22023', '22023'),
  ('accept_offer', $$api.accept_offer(id('campaign2')) = id('vessel2')$$, 'true 201', 'PT409', 'PT409', 'PT409', 'PT409'),
  ('withdraw', $$api.withdraw(id('campaign1'))$$, '', 'PT409', 'PT409', 'PT409', 'PT409'),
  ('invite', $$length(api.invite(id('campaign1')))$$, '42501', '42501', '43 201', '42501', '43 201'),
  ('invite', $$api.invite(id('campaign1'), '2 years')$$, '42501', '42501', '22023', '42501', '22023'),
  ('boarding_pass', $$length(api.boarding_pass(id('vessel1'), 'Chef'))$$, '42501', '42501', '43 201', '42501', '43 201'),
  ('boarding_pass', $$api.boarding_pass(id('vessel1'), 'Nothing')$$, '42501', '42501', '22023', '42501', '22023'),
  ('revoke_tokens', $$api.revoke_tokens(campaign => id('campaign1'))$$, '42501', '42501', '1', '42501', '1'),
  ('revoke_tokens', $$api.revoke_tokens()$$, '22023', '22023', '22023', '22023', '22023'),
  ('resolve', format($$api.resolve(%L) ->> 'position'$$, :'invite2'), 'Deckhand', 'Deckhand', 'Deckhand', 'Deckhand', 'Deckhand'),
  ('resolve', $$api.resolve('nothing')$$, '22023', '22023', '22023', '22023', '22023'),
  ('apply', format($$api.apply(%L) = id('campaign2')$$, :'invite2'), '23505', 'true 201', 'true 201', 'true 201', 'true 201'),
  ('apply', format($$api.apply(%L)$$, :'pass1'), '22023', '22023', '22023', '22023', '22023'),
  ('applications', $$(SELECT count(*) FROM api.applications())$$, '2', '0', '0', '0', '0'),
  ('board', format($$api.board(%L) = id('vessel1')$$, :'pass1'), 'true 201', '23505', 'true 201', 'true 201', 'true 201'),
  ('give_pulse', $$api.give_pulse(4) ->> 'score'$$, 'PT409', '4 201', 'PT409', 'PT409', 'PT409'),
  ('give_pulse', $$api.give_pulse(6)$$, '22003', '22003', '22003', '22003', '22003'),
  ('open_survey', $$api.open_survey(id('vessel1'), 'post_charter') IS NOT NULL$$, '42501', '42501', 'true 201', '42501', 'true 201'),
  ('open_survey', $$api.open_survey(id('vessel1'), 'nothing')$$, '42501', '42501', '22023', '42501', '22023'),
  ('close_survey', $$api.close_survey(id('survey1')) IS NOT NULL$$, '42501', '42501', 'true', '42501', 'true'),
  ('survey_results', $$(SELECT count(*) > 0 FROM api.survey_results(id('vessel1')))$$, '42501', '42501', 'true', '42501', 'true'),
  ('respond', $$api.respond(id('survey1'), 5::smallint) IS NOT NULL$$, '23514', '23505', '23514', '23514', '23514'),
  ('respond', $$api.respond(id('nothing'), 5::smallint)$$, '23514', '23514', '23514', '23514', '23514'),
  ('judge_toxicity', $$api.judge_toxicity(id('employer1'))$$, '42501', '42501', '42501', '42501', '0'),
  ('retrain', $$(api.retrain() ->> 'job')::bigint > 0$$, '42501', '42501', '42501', '42501', 'true 202'),
  ('activate_model', $$api.activate_model('default')$$, '42501', '42501', '42501', '42501', ''),
  ('activate_model', $$api.activate_model('nothing')$$, '42501', '42501', '42501', '42501', '22023'),
  ('rebuild_snapshots', $$(api.rebuild_snapshots(ARRAY[id('vessel1')]) ->> 'job')::bigint > 0$$, '42501', '42501', '42501', '42501',
    'true 202'),
  ('rebuild_snapshots', $$api.rebuild_snapshots(array_fill(id('vessel1'), '{1001}'))$$, '42501', '42501', '42501', '42501', '54000'),
  ('verify_snapshots', $$(SELECT count(*) FROM api.verify_snapshots())$$, '42501', '42501', '42501', '42501', '0');
UPDATE call SET anon = m1 WHERE object = 'resolve';  -- for nobody signed in, too
SELECT is_empty($$SELECT split_part(signature, '(', 1) FROM contract UNION SELECT v.name FROM pg_temp.views('crew') v
  EXCEPT SELECT object FROM call$$, 'every object is asked for');
SELECT is(concat_ws(' | ', pg_temp.answers('candidate6', value), pg_temp.answers('member1', value), pg_temp.answers('client1', value),
  pg_temp.answers('client2', value), pg_temp.answers('admin', value), pg_temp.answers('anonymous', value)),
  concat_ws(' | ', c6, m1, cl1, cl2, adm, anon), value) FROM call;

-- A GET runs READ ONLY: what changes something, or is audited, refuses it, which is 405.
SELECT is(pg_temp.tries(w.who, format('SET LOCAL transaction_read_only = on; SELECT %s', c.value)), '25006',
  w.who || ' by GET: ' || c.value)
FROM call c CROSS JOIN LATERAL (SELECT w.who FROM (VALUES (1, 'client1', cl1), (2, 'member1', m1), (3, 'candidate6', c6), (4, 'admin', adm))
                                  w (n, who, outcome)
                                WHERE w.outcome !~ '^[0-9A-Z]{5}$' ORDER BY w.n LIMIT 1) w
JOIN contract o ON split_part(o.signature, '(', 1) = c.object WHERE o.volatility = 'v';

-- ---- who has read a report, and a human review ----

SELECT pg_temp.does(who, format('SELECT api.report(%L, %L, %L) ->> ''context''', id(person), context, id(campaign)))
FROM (VALUES ('client1', 'candidate2', 'recruiter', 'campaign1'), ('client1', 'candidate2', 'recruiter', 'campaign1'),
  ('client1', 'member1', 'manager', NULL), ('admin', 'member1', 'manager', NULL)) v (who, person, context, campaign) \g /dev/null
SELECT is(pg_temp.tries(who, $$SELECT string_agg(concat_ws(' ', read_on = platform.today(), context, coalesce(employer, '-'), title), ', '
  ORDER BY employer) FROM api.report_readings()$$), told, who || ' is told which employers, once a day, and no names') FROM (VALUES
  ('candidate2', (SELECT 't recruiter Employer 1 ' || title FROM crew.campaign WHERE id = id('campaign1'))),
  ('member1', 't manager Employer 1, t manager -'), ('client1', '-')) v (who, told);
SELECT is(pg_temp.does('candidate2', $$SELECT api.request_review(id('campaign1'), 'Please look') ->> 'message'$$), 'Please look', 'asked');
SELECT is(pg_temp.tries('candidate2', $$SELECT api.request_review(id('campaign1'), 'Again')$$), 'PT409', 'once until it is answered');
SELECT is(pg_temp.tries('client1', $$SELECT string_agg(decision || ' ' || reason, ', ') FROM api.decisions(id('campaign1'))
  WHERE decision LIKE 'review%'$$), 'review_requested Please look', 'the employer reads it');
SELECT is(pg_temp.tries('client2', $$SELECT api.answer_review(id('campaign1'), id('candidate2'), 'We have')$$), '42501', 'and answers,');
SELECT is(pg_temp.does('client1', $$SELECT api.answer_review(id('campaign1'), id('candidate2'), 'We have') ->> 'answer'$$), 'We have',
  'as no other does');
SELECT is(pg_temp.tries('candidate2', $$SELECT string_agg(message || ': ' || answer, ', ') FROM api.review_requests()$$),
  'Please look: We have', 'which the candidate reads');
SELECT is(pg_temp.tries('candidate1', $$SELECT string_agg(message, ', ') FROM api.review_requests()$$), '-', 'and nobody else');

-- ---- what is written through views ----

SELECT is(pg_temp.tries(w.who, w.query), w.outcome, w.who || ': ' || w.query) FROM (VALUES
  -- Campaigns.
  ('client1', $$WITH x AS (INSERT INTO api.campaigns (organization, vessel, "position", title) VALUES (id('employer1'), id('vessel1'),
    'Chef',
    'x') RETURNING status) SELECT status FROM x$$, 'draft'),
  ('client1', $$INSERT INTO api.campaigns (organization, vessel, "position", title) VALUES (id('employer1'), id('vessel1'), 'Nothing',
    'x')$$,
    '22023'),
  ('client1', $$INSERT INTO api.campaigns (organization, vessel, "position", title) VALUES (id('employer1'), id('vessel2'), 'Chef', 'x')$$,
    '22023'),
  ('client1', $$INSERT INTO api.campaigns (organization, vessel, "position", title) VALUES (id('employer1'), id('nothing'), 'Chef', 'x')$$,
    '22023'),
  ('client1', $$INSERT INTO api.campaigns (organization, vessel, "position", title) VALUES (id('employer2'), id('vessel2'), 'Chef', 'x')$$,
    '42501'),
  ('client1', $$INSERT INTO api.campaigns (vessel, "position", title) VALUES (id('vessel1'), 'Chef', 'x')$$, '23502'),
  ('client1', $$INSERT INTO api.campaigns (organization, vessel, "position") VALUES (id('employer1'), id('vessel1'), 'Chef')$$, '23502'),
  ('client1', $$INSERT INTO api.campaigns (organization, vessel, "position", title, status) VALUES (id('employer1'), id('vessel1'), 'Chef',
    'x', 'closed')$$, '23514'),
  ('client1', $$INSERT INTO api.campaigns (id) VALUES (id('mine'))$$, '42501'),
  ('candidate6', $$INSERT INTO api.campaigns (organization, vessel, "position", title) VALUES (id('employer1'), id('vessel1'), 'Chef',
    'x')$$,
    '42501'),
  ('client1', $$WITH x AS (UPDATE api.campaigns SET status = 'closed' WHERE id = id('campaign1') RETURNING status) SELECT status FROM x$$,
    'closed'),
  ('client2', $$WITH x AS (UPDATE api.campaigns SET status = 'closed' WHERE id = id('campaign1') RETURNING 1) SELECT count(*) FROM x$$,
    '0'),
  ('client1', $$UPDATE api.campaigns SET status = 'archived' WHERE id = id('campaign1')$$, '23514'),
  ('client1', $$UPDATE api.campaigns SET "position" = 'Chef' WHERE id = id('campaign1')$$, '23514'),
  ('client1', $$UPDATE api.campaigns SET "position" = 'Nothing' WHERE id = id('campaign3')$$, '22023'),
  ('client1', $$UPDATE api.campaigns SET vessel = id('vessel2') WHERE id = id('campaign3')$$, '22023'),
  ('client1', $$UPDATE api.campaigns SET organization = id('employer2')$$, '42501'),
  ('client1', $$UPDATE api.campaigns SET title = repeat('x', 301)$$, '23514'),
  ('client1', $$DELETE FROM api.campaigns$$, '42501'),
  -- Vessels.
  ('client1', $$WITH x AS (UPDATE api.vessels SET name = 'Renamed', is_active = false WHERE id = id('vessel1') RETURNING name, is_active)
    SELECT x::text FROM x$$, '(Renamed,f)'),
  ('client1', $$WITH x AS (UPDATE api.vessels SET leadership = '{"autonomy": 0.5000}' WHERE id = id('vessel1') RETURNING leadership)
    SELECT leadership::text FROM x$$, '{"autonomy": 0.5}'),
  ('client2', $$WITH x AS (UPDATE api.vessels SET name = 'Renamed' WHERE id = id('vessel1') RETURNING 1) SELECT count(*) FROM x$$, '0'),
  ('client1', $$UPDATE api.vessels SET name = ' '$$, '22023'), ('client1', $$UPDATE api.vessels SET name = NULL$$, '22023'),
  ('client1', $$UPDATE api.vessels SET name = repeat('x', 201)$$, '22023'), ('client1', $$UPDATE api.vessels SET is_active = NULL$$,
    '22004'),
  ('client1', $$UPDATE api.vessels SET leadership = '{"nothing": 1}'$$, '22023'),
  ('client1', $$UPDATE api.vessels SET leadership = '{}'$$, '23514'), ('client1', $$UPDATE api.vessels SET leadership = '[]'$$, '22023'),
  ('client1', $$UPDATE api.vessels SET leadership = '{"autonomy": 7}'$$, '22003'),
  ('client1', $$UPDATE api.vessels SET environment = '{}'$$, '42501'), ('client1', $$UPDATE api.vessels SET leader = NULL$$, '42501'),
  ('client1', $$UPDATE api.vessels SET toxicity_flag = false$$, '42501'),
  ('client1', $$INSERT INTO api.vessels (name) VALUES ('x')$$, '42501'), ('client1', $$DELETE FROM api.vessels$$, '42501'),
  -- Experience.
  ('candidate7', $$WITH x AS (INSERT INTO api.assignments (vessel_name, "position", started_on, ended_on) VALUES ('x', 'Chef', '2020-01-01',
    '2020-06-01') RETURNING person, status) SELECT x::text FROM x$$, format('(%s,declared)', id('candidate7'))),
  ('candidate7', $$INSERT INTO api.assignments (vessel_name, "position") VALUES ('x', 'Nothing')$$, '22023'),
  ('candidate7', $$INSERT INTO api.assignments (vessel_name) VALUES ('x')$$, '23502'),
  ('candidate7', $$INSERT INTO api.assignments ("position") VALUES ('Chef')$$, '23514'),
  ('candidate7', $$INSERT INTO api.assignments (vessel_name, "position", started_on, ended_on) VALUES ('x', 'Chef', '2020-01-02',
    '2020-01-01')$$, '23514'),
  ('candidate7', $$INSERT INTO api.assignments (vessel_name, "position", status) VALUES ('x', 'Chef', 'active')$$, '42501'),
  ('candidate7', $$INSERT INTO api.assignments (person, vessel_name, "position") VALUES (id('candidate6'), 'x', 'Chef')$$, '42501'),
  ('candidate7', $$INSERT INTO api.assignments (vessel, "position") VALUES (id('vessel1'), 'Chef')$$, '42501'),
  ('candidate7', $$INSERT INTO api.assignments (vessel_name, "position") SELECT 'x', 'Chef' FROM generate_series(1, 21)$$, '54000'),
  ('candidate6', $$WITH x AS (DELETE FROM api.assignments RETURNING vessel_name) SELECT vessel_name FROM x$$, 'Elsewhere'),
  ('member1', $$WITH x AS (DELETE FROM api.assignments RETURNING 1) SELECT count(*) FROM x$$, '0'),
  ('client1', $$WITH x AS (DELETE FROM api.assignments RETURNING 1) SELECT count(*) FROM x$$, '0'),
  ('admin', $$WITH x AS (DELETE FROM api.assignments RETURNING 1) SELECT count(*) FROM x$$, '0'),
  ('member1', $$UPDATE api.assignments SET "position" = 'Captain'$$, '42501'),
  -- Groups.
  ('candidate6', $$WITH x AS (INSERT INTO api.declared_groups VALUES ('sex', 'b') RETURNING group_name) SELECT group_name FROM x$$, 'b'),
  ('candidate6', $$INSERT INTO api.declared_groups VALUES ('age', 'b')$$, '23505'),
  ('candidate6', $$INSERT INTO api.declared_groups VALUES ('', 'b')$$, '23514'),
  ('candidate6', $$INSERT INTO api.declared_groups (attribute) VALUES ('sex')$$, '23502'),
  ('candidate6', $$INSERT INTO api.declared_groups SELECT n::text, 'b' FROM generate_series(1, 20) n$$, '54000'),
  ('candidate6', $$WITH x AS (UPDATE api.declared_groups SET group_name = 'c' RETURNING group_name) SELECT group_name FROM x$$, 'c'),
  ('candidate6', $$UPDATE api.declared_groups SET attribute = 'c'$$, '42501'),
  ('candidate6', $$WITH x AS (DELETE FROM api.declared_groups RETURNING attribute) SELECT attribute FROM x$$, 'age'),
  ('admin', $$WITH x AS (DELETE FROM api.declared_groups RETURNING 1) SELECT count(*) FROM x$$, '0'),
  -- A right to remove rows of a view is none to lock what is behind it.
  ('candidate6', $$LOCK TABLE api.assignments$$, '42501'),
  ('candidate6', $$LOCK TABLE api.declared_groups IN SHARE MODE$$, '42501'))
  w (who, query, outcome);

SELECT is_empty($$SELECT pg_temp.unrefused('crew', w) FROM unnest('{member1,client1,admin}'::text[]) w$$,
  'all else that is written is refused, and has a status');

-- ---- conflicts have the modules' words ----

SELECT is(pg_temp.words(who, 'SELECT api.' || call), pg_temp.words(who, 'SELECT crew.' || call), call) FROM (VALUES
  ('client1', $$decide(id('campaign1'), id('candidate8'), 'hired', 'x')$$), ('member1', $$accept_offer(id('campaign1'))$$),
  ('client1', $$set_leader(id('vessel1'), id('member7'))$$), ('client1', $$impact(id('campaign4'), id('candidate1'))$$)) c (who, call);
SELECT throws_ok($$SELECT platform.raise_conflict('one', NULL, '')$$, 'PT409', 'one', 'neither detail nor hint');
SELECT is((SELECT count(*) FROM (VALUES ('', ''), ('a', ''), ('', 'b'), ('a', 'b')) v (d, h)
  WHERE pg_temp.attempt('', format('SELECT platform.raise_conflict(%L, %L, %L)', 'one', d, h), current_user::text) = 'PT409'), 4::bigint,
  'one of them, and both');
SELECT is(pg_temp.words('client1', $$SELECT api.set_leader(id('vessel1'), id('nothing'))$$),
  replace(pg_temp.words('client1', $$SELECT api.set_leader(id('vessel1'), id('member7'))$$), id('member7')::text, id('nothing')::text),
  'who is not one''s own and who does not exist answer alike');

-- ---- how a vessel is led, in small steps ----

CREATE FUNCTION pg_temp.leads(autonomy float8, who text DEFAULT 'client1') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.does(who, format($q$UPDATE api.vessels SET leadership = '{"autonomy": %s}' WHERE id = id('vessel1')$q$, autonomy)) $$;
SELECT is(pg_temp.does('client1', $$WITH x AS (UPDATE api.vessels SET leadership = '{"autonomy": 0.1}' WHERE id = id('vessel1') RETURNING 1)
  SELECT count(*) FROM x$$), '1', 'a vessel is led otherwise');
SELECT is(pg_temp.tries('client1', $$SELECT count(*) FROM api.matching(id('campaign1'))$$), 'PT409',
  'no prediction with it before it is committed');
SELECT is(pg_temp.leads(0.1), '-', 'the same again is no change');
SELECT is((SELECT string_agg(pg_temp.leads(n / 10.0), ' ' ORDER BY n) FROM generate_series(2, 6) n), '- - - - PT429',
  'five times in 30 days');
SELECT is(pg_temp.does('client1', $$UPDATE api.vessels SET name = 'Renamed' WHERE id = id('vessel1')$$), '-',
    'its name as often as one likes');
SELECT is((SELECT string_agg(DISTINCT action, ' ' ORDER BY action) FROM platform.audit_event WHERE object = 'crew.vessel/' || id('vessel1')
  AND actor_id = id('client1')), 'leadership.changed vessel.changed', 'in the audit trail');
-- ---- who is asked by a survey ----

SELECT is(pg_temp.answers('client1', $$api.leave(id('member2'), 'x', platform.today() - 5) ->> 'status'$$, true), 'ended',
  'somebody left before a survey was opened, which is entered afterwards');
SELECT is(pg_temp.answers('member2', $$(SELECT answered FROM api.surveys)$$), 'false', 'that person is asked');
SELECT is(pg_temp.answers('member2', $$api.respond(id('survey1'), 5::smallint) ->> 'survey' = id('survey1')::text$$), 'true 201',
  'and answers');
SELECT * FROM finish();
ROLLBACK;
