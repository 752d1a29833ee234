-- What a person is told of what is kept, and what is erased: of every table of every module.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/sessions.sql
\ir ../../lib/crew.sql
SELECT platform.grant_application() AS granted \gset

-- A person with something in every table: candidate 1, hired, with tests, groups, reviews, sessions and mails.
UPDATE platform.account SET password_hash = harmony.password_hash('four unrelated words'), phone = 'secret-of-mine' WHERE id =
  id('candidate1');
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('candidate1'), id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument WHERE code = 'resilience-10';
INSERT INTO crew.declared_group VALUES (id('candidate1'), 'age', 'a');
INSERT INTO crew.assignment (person_id, vessel_name, position, status) VALUES (id('candidate1'), 'Elsewhere', 'Chef', 'declared');
SELECT (crew.decide(id('campaign1'), id('candidate1'), 'rejected', 'a reason')).id AS decided \gset
SELECT platform.audit('test', 'platform.account/' || id('candidate1')) AS audited \gset
SELECT body AS session FROM pg_temp.call(NULL, $$login('candidate1@crew.example.org', 'four unrelated words', false)$$) \gset
SELECT pg_temp.held(:'session') AS claims \gset
SELECT token FROM platform.issue_account_token(id('candidate1'), 'verify_email') \gset
SELECT platform.mail_account(id('candidate1'), 'platform.verify_email') AS mail \gset
INSERT INTO platform.organization (id, name) VALUES (id('guests'), 'Guests');
INSERT INTO platform.membership VALUES (id('candidate1'), id('guests'), 'viewer');
UPDATE crew.candidacy SET shortlisted = true WHERE person_id = id('candidate1');

-- The export.
SELECT status, body FROM pg_temp.call(:'claims', 'export_my_data()') \gset export_
SELECT is(:'export_status'::text, '200', 'export_my_data');
SELECT bag_eq(format('SELECT jsonb_object_keys(%L)', :'export_body'), $$VALUES ('platform.account'), ('platform.session'),
  ('platform.outbox'),
  ('platform.account_token'), ('platform.membership'), ('assessment.submission'), ('assessment.result'), ('assessment.profile'),
  ('crew.declared_group'), ('crew.assignment'), ('crew.candidacy'), ('crew.hiring_event')$$, 'the tables in which something is');
SELECT is(:'export_body'::jsonb #>> '{platform.account,0,phone}', 'secret-of-mine', 'all of the account');
SELECT is(:'export_body'::jsonb #>> '{crew.hiring_event,0,reason}', 'a reason', 'and of a decision');
SELECT is((SELECT count(*)::integer FROM jsonb_array_elements(:'export_body'::jsonb -> 'assessment.result')),
  (SELECT count(*)::integer FROM assessment.result WHERE person_id = id('candidate1')), 'every row');
SELECT unalike(:'export_body'::text, '%' || v || '%', 'not in it: ' || left(v, 20)) FROM unnest(ARRAY['$argon2', :'token', 'candidate2',
  'client1',
  :'session'::jsonb ->> 'refresh_token', encode(platform.token_hash(:'token'), 'hex'), encode(platform.token_hash(:'token'), 'base64'),
    'shortlisted',
  'decided_by', 'snapshot_state', 'team_delta']) v;
SELECT is_empty(format($$SELECT id FROM platform.account a WHERE a.id <> id('candidate1') AND %L LIKE '%%' || a.id || '%%'$$,
  :'export_body'),
  'nobody else is named');
SELECT is_empty($$SELECT h.relation, h.column_name FROM platform.export_hidden h WHERE h.column_name <> '*' AND NOT EXISTS (
  SELECT FROM pg_attribute a WHERE a.attrelid = to_regclass(h.relation) AND a.attname = h.column_name)$$, 'what is hidden is there');
-- Every table with a person is found, and no column that could hold a secret is told.
SELECT is_empty($$SELECT a.attrelid::regclass FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_constraint k ON k.conrelid
  = c.oid
  AND k.contype = 'f' AND k.confrelid = 'platform.account'::regclass AND a.attnum = ANY (k.conkey) AND k.confdeltype <> 'n'
  EXCEPT SELECT relation FROM platform.person_tables()$$, 'every table that refers to accounts');
CREATE TABLE crew.later (owner_id uuid REFERENCES platform.account ON DELETE CASCADE, note text, secret_key text, raw_bytes bytea);
INSERT INTO crew.later VALUES (id('candidate1'), 'mine', 'k', '\x00'), (id('candidate2'), 'other', 'k', '\x00');
SELECT is(platform.person_data(id('candidate1')) -> 'crew.later', jsonb_build_array(jsonb_build_object('owner_id', id('candidate1'),
  'note', 'mine')),
  'a table of a later version is in it, without what looks like a secret');
DROP TABLE crew.later;
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'data.exported' AND actor_id = id('candidate1')), 1::bigint,
  'it is audited');
SELECT is(pg_temp.status(NULL, 'export_my_data()'), '42501', 'nobody has no data');

-- Erasure: asked for, taken back, asked for again, done.
SELECT is(pg_temp.status(:'claims', 'erase_me(''wrong password'')'), '400', 'not with a wrong password');
SELECT status, body FROM pg_temp.call(:'claims', 'erase_me(''four unrelated words'')') \gset erase_
SELECT is(:'erase_status'::text, '202', 'erase_me');
SELECT is((:'erase_body'::jsonb ->> 'due_at')::timestamptz, now() + interval '7 days', 'in seven days');
SELECT is(pg_temp.status(:'claims', 'cancel_erasure()'), '200', 'cancel_erasure');
SELECT is_empty('TABLE platform.erasure', 'takes it back');
SELECT is(pg_temp.status(:'claims', 'erase_me(''four unrelated words'')'), '202', 'again');
SELECT is(platform.erase_due(), '{"erased": 0, "put_off": 0}'::jsonb, 'not before its time');
UPDATE platform.erasure SET due_at = now();
-- Something is in the way.
CREATE OR REPLACE FUNCTION platform.erasure_obstacle(account uuid) RETURNS text LANGUAGE sql STABLE RETURN 'a document is under legal hold';
SELECT is(platform.erase_due(), '{"erased": 0, "put_off": 1}'::jsonb, 'a legal hold puts it off');
SELECT results_eq('SELECT due_at, obstacle FROM platform.erasure', $$VALUES (now() + interval '1 day',
  'a document is under legal hold')$$, 'by a day');
SELECT is(s || ' ' || (b ->> 'details'), 'PT409 a document is under legal hold', 'and refuses it')
  FROM pg_temp.call(:'claims', 'erase_me(''four unrelated words'')') c (s, b);
CREATE OR REPLACE FUNCTION platform.erasure_obstacle(account uuid) RETURNS text LANGUAGE sql STABLE RETURN NULL::text;
UPDATE platform.erasure SET due_at = now();
SELECT is(platform.erase_due(), '{"erased": 1, "put_off": 0}'::jsonb, 'erase_due');
SELECT is((SELECT to_jsonb(a) - '{id,created_at}'::text[] FROM platform.account a WHERE a.id = id('candidate1')), jsonb_build_object(
  'email', id('candidate1') || '@erased.invalid', 'full_name', '', 'is_active', false, 'is_verified', false, 'phone', NULL, 'location',
    NULL,
  'password_hash', NULL, 'email_verified_at', NULL, 'last_login_at', NULL, 'deleted_at', now()), 'a nameless tombstone');
SELECT results_eq($$SELECT t.relation::text FROM platform.person_tables() t CROSS JOIN LATERAL query_to_xml(format(
    'SELECT 1 FROM %s WHERE %I = %L', t.relation, t.person_column, id('candidate1')), false, true, '') x WHERE x::text <> '' ORDER BY 1$$,
  $$VALUES ('crew.hiring_event'), ('platform.account')$$, 'nothing else of the person');
SELECT is_empty($$SELECT FROM platform.account a WHERE a::text LIKE '%secret-of-mine%'$$, 'nor what was told');
SELECT cmp_ok((SELECT count(*) FROM platform.audit_event WHERE object = 'platform.account/' || id('candidate1')), '>=', 4::bigint,
  'the audit trail stays');
SELECT is(pg_temp.status(:'claims', 'cancel_erasure()'), 'PT401', 'nobody is left to sign in');
SELECT throws_ok($$SELECT platform.erase_account(id('candidate1'))$$, '22023', NULL, 'not twice');
SELECT lives_ok($$INSERT INTO platform.account (email) VALUES ('candidate1@crew.example.org')$$, 'the address is free again');

-- The evidence is kept, then of nobody: the one change that it allows.
SELECT results_eq('SELECT crew.unlink_evidence()', $$VALUES ('{"unlinked": 0}'::jsonb)$$, 'not before three years');
SELECT throws_ok($$UPDATE crew.hiring_event SET person_id = gen_random_uuid(), dnre = NULL$$, '55000', NULL, 'not by hand either');
UPDATE platform.account SET deleted_at = now() - interval '3 years' WHERE id = id('candidate1');
SELECT throws_ok(u, '55000', NULL, u) FROM unnest('{"UPDATE crew.hiring_event SET person_id = gen_random_uuid()",
  "UPDATE crew.hiring_event SET person_id = id(''candidate2''), dnre = NULL","UPDATE crew.hiring_event SET dnre = NULL",
  "UPDATE crew.hiring_event SET person_id = gen_random_uuid(), dnre = NULL, reason = ''x''"}'::text[]) u;
SELECT is(crew.unlink_evidence(), '{"unlinked": 1}'::jsonb, 'after three years');
SELECT is_empty($$SELECT FROM crew.hiring_event e JOIN platform.account a ON a.id = e.person_id WHERE e.id = $$ || :decided,
  'it is nobody''s');
SELECT results_eq($$SELECT decision, reason, jsonb_object_keys(dnre) FROM crew.hiring_event WHERE id = $$ || :decided || ' ORDER BY 3',
  $$VALUES ('rejected', 'a reason', 'crew_measured'), ('rejected', 'a reason', 'g_fit'), ('rejected', 'a reason', 'pool')$$,
    'the terms stay');
SELECT lives_ok($$SELECT crew.decisions(id('campaign1'))$$, 'it can be read');
SELECT is(crew.unlink_evidence(), '{"unlinked": 0}'::jsonb, 'once');
-- The last administrator is not erased by a job either.
INSERT INTO platform.erasure VALUES (id('admin'), now(), now());
SELECT is(platform.erase_due(), '{"erased": 0, "put_off": 1}'::jsonb, 'the last administrator is put off');
SELECT is((SELECT obstacle FROM platform.erasure), 'this is the last administrator', 'with the reason');
SELECT pg_temp.remove_secrets();
-- Of two that are due one is erased, and a job is queued for the other: each in a transaction of its own.
INSERT INTO platform.account (id, email, full_name) SELECT id('due' || n), 'due' || n || '@example.org', 'Due' FROM generate_series(1, 2) n;
DELETE FROM platform.erasure;
INSERT INTO platform.erasure (account_id, due_at) SELECT id('due' || n), now() - n * interval '1 hour' FROM generate_series(1, 2) n;
SELECT is(platform.erase_due(), '{"erased": 1, "put_off": 0}'::jsonb, 'one at a time');
SELECT results_eq('SELECT account_id FROM platform.erasure', $$VALUES (id('due1'))$$, 'who was due first');
SELECT is((SELECT count(*) FROM platform.job WHERE kind = 'platform.erase_due' AND dedup_key = id('due1')::text AND status = 'queued'),
  1::bigint, 'a job for the next');
SELECT is(platform.erase_due(), '{"erased": 1, "put_off": 0}'::jsonb, 'which erases it');

SELECT * FROM finish();
ROLLBACK;
