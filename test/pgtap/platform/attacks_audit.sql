-- Attacks on the audit trail and on the roles: who did it is told, of everything that counts; nobody changes the trail; claims that anybody
-- can set are believed of a gateway alone; an analyst does not learn who people are.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

-- trail(): what the last statements have left, and nothing before.
CREATE TEMP TABLE seen AS SELECT max(id) AS id FROM platform.audit_event;
CREATE FUNCTION pg_temp.trail() RETURNS TABLE (actor uuid, action text, object text) LANGUAGE sql AS $$
  WITH new AS (SELECT e.* FROM platform.audit_event e, seen s WHERE e.id > s.id),
       moved AS (UPDATE seen SET id = greatest(id, (SELECT max(e.id) FROM platform.audit_event e)) RETURNING 1)
  SELECT n.actor_id, n.action, n.object FROM new n, moved ORDER BY n.id $$;

-- ---- the trail names who asked, not the owner of the functions ----

SELECT pg_temp.attempt(json_build_object('sub', id('client1'), 'sid', 'session-17')::text,
  $$SELECT (crew.decide(id('campaign1'), id('candidate1'), 'rejected', 'x')).id$$, 'harmony_user', true) AS decided \gset
SELECT is((SELECT (actor_id, actor_role, login_role, session_id, object)::text FROM platform.audit_event
  WHERE action = 'candidacy.rejected'),
  (id('client1'), 'harmony_user'::name, session_user, 'session-17',
    format('crew.candidacy/%s/%s', id('campaign1'), id('candidate1')))::text,
  'account, role in force, login role and session of a decision');
INSERT INTO platform.account_role VALUES (id('stranger'), 'researcher');
SELECT is((SELECT (actor_id, actor_role, login_role)::text FROM platform.audit_event ORDER BY id DESC LIMIT 1),
  (NULL::uuid, current_user, session_user)::text, 'the owner''s own work has no account');
SELECT matches((SELECT session_id FROM platform.audit_event ORDER BY id DESC LIMIT 1), '^[0-9a-f]+\.[0-9a-f]+$',
  'and the server''s session');
UPDATE seen SET id = (SELECT max(id) FROM platform.audit_event);

-- ---- everything that counts leaves a trace ----

SELECT pg_temp.does('client1', $$SELECT crew.report(id('candidate2'), 'recruiter', id('campaign1')) IS NOT NULL$$) AS done \gset
SELECT results_eq('SELECT * FROM pg_temp.trail()', $$VALUES (id('client1'), 'report.read', 'platform.account/' || id('candidate2'))$$,
  'an employer reads a report');
SELECT pg_temp.does('candidate2', $$SELECT crew.report(id('candidate2'), 'candidate') IS NOT NULL$$) AS done \gset
SELECT is_empty('SELECT * FROM pg_temp.trail()', 'the own report leaves none');
SELECT pg_temp.does('client1', $$SELECT crew.invite(id('campaign1'))$$) AS token,
  pg_temp.does('client1', $$SELECT crew.boarding_pass(id('vessel1'), 'Chef')$$) AS pass \gset
SELECT results_eq('SELECT actor, action FROM pg_temp.trail()', $$VALUES (id('client1'), 'token.issued'), (id('client1'), 'token.issued')$$,
  'invitations');
SELECT is_empty(format($$SELECT FROM platform.audit_event e WHERE e::text LIKE ANY ('{%%%s%%,%%%s%%}')$$, :'token', :'pass'),
  'without the token');
SELECT pg_temp.does('client1', $$SELECT crew.revoke_tokens(campaign => id('campaign1'))$$) AS done \gset
SELECT results_eq('SELECT actor, action FROM pg_temp.trail()', $$VALUES (id('client1'), 'token.revoked')$$, 'their end');
SELECT pg_temp.does('client1', $$SELECT crew.lift_barrier(id('campaign1'), id('candidate8'), 'x') IS NOT NULL$$) AS done \gset
SELECT results_eq('SELECT actor, action FROM pg_temp.trail()', $$VALUES (id('client1'), 'barrier.lifted')$$, 'a lifted barrier');
SELECT pg_temp.does('admin', q) AS done FROM unnest(ARRAY[$$SELECT crew.activate_model('default')::text$$,
  $$SELECT crew.rebuild_snapshots()$$]) q \g /dev/null
SELECT results_eq($$SELECT DISTINCT actor, action FROM pg_temp.trail() WHERE action = 'snapshots.rebuilt'$$,
  $$VALUES (id('admin'), 'snapshots.rebuilt')$$, 'administration');
INSERT INTO platform.account_role VALUES (id('member1'), 'admin');
UPDATE platform.account_role SET role = 'viewer' WHERE account_id = id('member1');
DELETE FROM platform.account_role WHERE account_id = id('member1');
INSERT INTO platform.membership (account_id, organization_id) VALUES (id('member1'), id('employer1'));
DELETE FROM platform.membership WHERE account_id = id('member1');
UPDATE platform.account SET is_active = false WHERE id = id('member1');
UPDATE platform.account SET is_active = true, full_name = 'x' WHERE id = id('member1');
UPDATE platform.account SET full_name = 'y' WHERE id = id('member1');
SELECT results_eq('SELECT action FROM pg_temp.trail() WHERE object = ''platform.account/'' || id(''member1'')',
  $$VALUES ('role.granted'), ('role.revoked'), ('role.granted'), ('role.revoked'), ('membership.granted'), ('membership.revoked'),
    ('account.deactivated'), ('account.activated')$$, 'changes of rights, whoever makes them');

-- ---- nobody changes the trail ----

SELECT throws_ok(q, '55000', NULL, q) FROM unnest(ARRAY['UPDATE platform.audit_event SET actor_id = NULL',
  'DELETE FROM platform.audit_event',
  'TRUNCATE platform.audit_event']) q;
SELECT is(pg_temp.does(who, q), '42501', who || ': ' || q) FROM unnest('{admin,client1,candidate1}'::text[]) who,
  unnest(ARRAY['UPDATE platform.audit_event SET actor_id = NULL', 'DELETE FROM platform.audit_event',
    $$INSERT INTO platform.audit_event (action, object) VALUES ('x', 'x')$$, $$SELECT platform.audit('x', 'x')$$]) q;
SELECT is(pg_temp.does('client1', 'SELECT count(*) FROM platform.audit_event'), '0', 'an employer reads none of it');

-- ---- what a person declares is limited ----

SELECT is(pg_temp.tries('member2', format('WITH d AS (INSERT INTO crew.assignment (person_id, vessel_name, "position", status)
  SELECT platform.current_account(), ''V'' || n, ''Chef'', ''declared'' FROM generate_series(1, %s) n RETURNING 1)
  SELECT count(*) FROM d', n)),
  expected, n || ' declared experiences') FROM (VALUES (20, '20'), (21, '54000')) v (n, expected);
SELECT is(pg_temp.tries('member2', format('WITH d AS (INSERT INTO crew.declared_group (person_id, attribute, group_name)
  SELECT platform.current_account(), ''a'' || n, ''x'' FROM generate_series(1, %s) n RETURNING 1) SELECT count(*) FROM d', n)),
  expected, n || ' declared groups') FROM (VALUES (20, '20'), (21, '54000')) v (n, expected);

-- ---- claims ----

-- A login that is no gateway's sets claims: they are not believed. The test's own login is a superuser's, which is.
SELECT is(pg_temp.attempt(json_build_object('sub', id('admin'))::text, 'SELECT platform.current_account()'), id('admin')::text,
  'a gateway''s');
CREATE ROLE harmony_test_people LOGIN;
GRANT harmony_user TO harmony_test_people;
SET SESSION AUTHORIZATION harmony_test_people;
SELECT set_config('request.jwt.claims', json_build_object('sub', id('admin'))::text, true) IS NOT NULL AS set \gset
SELECT is(platform.current_account(), NULL, 'of a person with a login of the own they are not');
SELECT is_empty('SELECT FROM platform.account', 'nobody is seen');
SELECT throws_ok('SELECT crew.rebuild_snapshots()', '42501', NULL, 'nothing is administered');
RESET SESSION AUTHORIZATION;
SELECT set_config('request.jwt.claims', '', true) IS NOT NULL AS set \gset
-- JSON, as the server reads it: what is no object is no claims; nothing is an error.
CREATE FUNCTION pg_temp.as_server(document text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN RETURN jsonb_typeof(document::jsonb) = 'object'; EXCEPTION WHEN OTHERS THEN RETURN false; END $$;
SELECT is(platform.is_json_object(d), pg_temp.as_server(d), left(d, 60)) FROM unnest(ARRAY['', '{}', ' { } ', '{"a":1}', '{"a":01}',
  '{"a":1{}}', '{{}:1}', '{"a" 1}', '{"a":1,}', '{,}', '{"a":"\x"}', '{"a":"\u0000"}', '{"a":"\ud83d\ude00"}', '{"a":"\ud83d"}',
  '{"a":"\u00e9"}', E'{"a":"\t"}', E'{\t"a":\n1\r}', '{"a":[1,{"b":[null,true,false,-1.5e3]}]}', '{"a":[}', '{"a":]}', '[]', 'null',
    '{"a":nul}',
  '{"a":1}{"b":2}', '{"a":"b" "c"}', '{"":""}', '{"a":{"a":{"a":{"a":1}}}}', '{"a":1e5}', '{"a":.5}', '{"a":5.}', '{"a":-}', '{"a":--1}',
  '{"a":+1}', '{"\"":1}', '{"a\\":1}', '{"é":"ü"}', '"{}"', '{"a":truefalse}', '{"a":"x"', '"', '{"}', E'{"\t":1}', '{"a":1}x',
    'x{"a":1}']) d;
-- Random damage: never an error, and what passes is what the server reads.
SELECT setseed(0.42) IS NOT NULL AS seeded \gset
CREATE TEMP TABLE damaged AS
  SELECT overlay(d PLACING substr('{}[]":,\0e1-tnu' || chr(9) || chr(1), 1 + floor(random() * 17)::integer, floor(random() * 3)::integer)
    FROM 1 + floor(random() * length(d))::integer FOR floor(random() * 4)::integer) AS d
  FROM generate_series(1, 3000), unnest(ARRAY['{"sub": "00000000-0000-0000-0000-000000000001", "exp": 1790000000, "aud": ["a", "b"]}',
    '{"a": {"b": [1, 2.5e3, null, {"c": "\u00e9\n"}]}, "d": true}']) d;
SELECT is((SELECT count(*) FROM damaged WHERE platform.is_json_object(d) AND NOT pg_temp.as_server(d)), 0::bigint, 'what passes is JSON');
SELECT is((SELECT count(*) FROM damaged WHERE NOT platform.is_json_object(d) AND pg_temp.as_server(d) AND d !~ 'e[0-9]{4}'), 0::bigint,
  'and the other way round, but for exponents of four digits');
SELECT is((SELECT count(*) FROM damaged WHERE set_config('request.jwt.claims', d, true) IS NOT NULL
  AND (platform.claims() IS NOT NULL) <> platform.is_json_object(d)), 0::bigint, 'the pattern for flat claims says the same');
SELECT set_config('request.jwt.claims', '{"sub": "' || id('admin') || '", "x": "' || repeat('x', 20000000) || '"}', true) IS NOT NULL
  AS set \gset
SELECT is(platform.current_account(), NULL, 'claims of 20 MB are nobody''s');
SELECT set_config('request.jwt.claims', '', true) IS NOT NULL AS set \gset

-- ---- an analyst ----

INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers) SELECT id('member' || n), i.id,
  '2026-03-07 12:34:56'::timestamptz + n * interval '1 hour', '{4,2,2,4,4,2,2,4,4,2}' FROM generate_series(1, 12) n, assessment.instrument i
  WHERE i.code = 'resilience-10';
CREATE ROLE harmony_test_analyst LOGIN;
GRANT harmony_analyst TO harmony_test_analyst;
GRANT USAGE ON SCHEMA public TO harmony_test_analyst;
SET SESSION AUTHORIZATION harmony_test_analyst;
SELECT set_config('request.jwt.claims', json_build_object('sub', md5('harmony crew test admin')::uuid)::text, true) IS NOT NULL AS set \gset
SELECT results_eq('SELECT count(*), count(DISTINCT pseudonym), min(month), max(month) FROM assessment.research_results
  WHERE month = ''2026-03-01''', $$VALUES (12::bigint, 12::bigint, '2026-03-01'::date, '2026-03-01'::date)$$,
    'results under pseudonyms, by month');
SELECT cmp_ok((SELECT count(*) FROM assessment.norm), '>', 0::bigint, 'norms are read');
SELECT cmp_ok((SELECT count(*) FROM assessment.item i JOIN assessment.instrument n ON n.id = i.instrument_id JOIN assessment.trait t
  ON t.code = i.trait), '>', 100::bigint, 'instruments, items and traits');
SELECT is_empty('SELECT FROM assessment.research_usage', 'and no use by fewer than 30 people');
SELECT throws_ok('SELECT ' || q, '42501', NULL, q) FROM unnest(ARRAY['1 FROM platform.account', '1 FROM platform.pseudonym',
  '1 FROM platform.audit_event', '1 FROM assessment.result', '1 FROM assessment.submission', '1 FROM assessment.profile',
  '1 FROM assessment.test', '1 FROM assessment.attempt', '1 FROM assessment.current_score', '1 FROM assessment.submission_quality',
  '1 FROM assessment.standard_scores', '1 FROM assessment.scoring_key', 'correct_option FROM assessment.item',
  '1 FROM assessment.item_parameter', '1 FROM crew.vessel', '1 FROM crew.pulse', 'crew.report(NULL, NULL)',
    'platform.current_account(), 1 FROM platform.token']) q;
-- A function that is cheap sees no row before it has its pseudonym, and no row of the tables below.
CREATE FUNCTION pg_temp.peek(x anyelement) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$
BEGIN IF x::text ~ '@crew|12:34' THEN RAISE EXCEPTION 'seen'; END IF; RETURN true; END $$;
SELECT lives_ok('SELECT FROM assessment.research_results r WHERE pg_temp.peek(r::text)', 'nothing of accounts and times in any row');
SELECT is((SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'assessment.research_results'::regclass
  AND attnum > 0), 'pseudonym month instrument trait family score reliable', 'no number of a submission to join by');
SELECT is((SELECT array_agg(pseudonym) FROM assessment.research_results), (SELECT array_agg(pseudonym ORDER BY pseudonym)
  FROM assessment.research_results), 'the order of the rows tells nothing');
RESET SESSION AUTHORIZATION;
SELECT set_config('request.jwt.claims', '', true) IS NOT NULL AS set \gset
-- The pseudonym is random, one a person, and nobody's to read; it is nowhere else, and goes with the account.
SELECT is((SELECT count(*) FROM platform.account a LEFT JOIN platform.pseudonym p ON p.account_id = a.id WHERE p.pseudonym IS NULL
  OR p.pseudonym = a.id), 0::bigint, 'everybody has one');
SELECT is(pg_temp.does('admin', 'SELECT 1 FROM platform.pseudonym'), '42501', 'an administrator does not read them');
SELECT is((SELECT count(*) FROM assessment.submission s JOIN platform.pseudonym p ON s::text LIKE '%' || p.pseudonym || '%'), 0::bigint,
  'no table holds them');
INSERT INTO platform.account (id, email) VALUES (id('gone'), 'gone@example.org');
SELECT pseudonym FROM platform.pseudonym WHERE account_id = id('gone') \gset
DELETE FROM platform.account WHERE id = id('gone');
SELECT is_empty(format('SELECT FROM platform.pseudonym WHERE pseudonym = %L', :'pseudonym'), 'it goes with the account');
SELECT * FROM finish();
ROLLBACK;
