-- Messages: written once, handed out once at a time, tokens that no row holds, and who is not written to.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
DELETE FROM platform.schedule;
INSERT INTO platform.account (id, email, full_name) SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org',
  'Person ' || n
  FROM generate_series(1, 5) n;
INSERT INTO platform.organization (id, name) VALUES ('00000000-0000-4000-8000-0000000000e1', 'E');
INSERT INTO platform.template (code, subject, text) VALUES ('test.hello', 'Hello {{name}}', 'Dear {{name}}'),
  ('test.reset_password', 'Reset', 'Use {{token}} now');
CREATE FUNCTION pg_temp.account(n integer) RETURNS uuid LANGUAGE sql AS $$SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid$$;
CREATE FUNCTION pg_temp.state(message bigint) RETURNS text LANGUAGE sql AS
  $$SELECT concat_ws(' ', o.status, o.attempts, o.error) FROM platform.outbox o WHERE o.id = message$$;

-- Writing.
SELECT platform.send(pg_temp.account(1), 'test.hello', '{"name": "Ann"}', 'hello/1') AS m1 \gset
SELECT is(platform.send(pg_temp.account(2), 'test.hello', '{"name": "Bo"}', 'hello/1'), :m1::bigint, 'one message a key');
SELECT results_eq('SELECT recipient_id, channel, status, attempts FROM platform.outbox',
  $$VALUES (pg_temp.account(1), 'email', 'queued', 0)$$, 'which waits');
SELECT throws_ok($$SELECT platform.send(pg_temp.account(1), 'test.none', '{}', 'x')$$, '22023');
SELECT throws_ok($$SELECT platform.send(pg_temp.account(1), 'test.hello', '{}', 'x')$$, '22023', NULL, 'a parameter is missing');
SELECT throws_ok($$SELECT platform.send(pg_temp.account(1), 'test.hello', '{"name": "a\nBcc: b@example.org"}', 'x')$$, '22023', NULL,
  'a line break in the subject');
SELECT throws_ok($$SELECT platform.send(pg_temp.account(1), 'test.hello', '{"name": "a"}', 'x', 'pigeon')$$, '22023',
  'channel "pigeon" does not exist');
SELECT throws_ok($$SELECT platform.send(pg_temp.account(1), 'test.hello', '{"name": "a", "token": "t"}', 'x')$$, '22023',
  'a message cannot hold a token');
SELECT throws_ok($$INSERT INTO platform.outbox (template, parameters, idempotency_key) VALUES ('x', '{"token": "t"}', 'x')$$, '23514', NULL,
  'no row does');
SELECT throws_ok($$UPDATE platform.account SET email = E'1@example.org\r\nBcc: 2@example.org' WHERE id = pg_temp.account(5);
  SELECT platform.send(pg_temp.account(5), 'test.hello', '{"name": "a"}', 'x')$$, '22023', NULL, 'a line break in the address');

-- Handing out.
SELECT results_eq($$SELECT id, attempt, channel, address, name, subject, body, html, url, idempotency_key
  FROM platform.claim_messages('w', 10)$$,
  format($$VALUES (%s::bigint, 1, 'email', '1@example.org', 'Person 1', 'Hello Ann', 'Dear Ann', NULL, NULL, 'hello/1')$$, :m1),
  'with what it says');
SELECT is_empty($$SELECT * FROM platform.claim_messages('w', 10)$$, 'once');
SELECT ok(NOT platform.message_sent(:m1, 2, 'x'), 'another attempt changes nothing');
SELECT is(platform.message_failed(:m1, 1, 'SMTP: 451'), 'queued', 'it did not work');
SELECT ok((SELECT run_at BETWEEN now() + interval '16 seconds' AND now() + interval '24 seconds' FROM platform.outbox), 'again in 20 s');
UPDATE platform.outbox SET run_at = now();
SELECT is((SELECT attempt FROM platform.claim_messages('w', 10)), 2);
SELECT ok(NOT platform.message_sent(:m1, 1, 'x'), 'the first attempt has no say any more');
SELECT ok(platform.message_sent(:m1, 2, '<a@b>'), 'sent');
SELECT results_eq('SELECT status, message_id, sent_at IS NOT NULL, error FROM platform.outbox', $$VALUES ('sent', '<a@b>', true, NULL)$$);
SELECT is(platform.message_failed(:m1, 2, 'x'), NULL, 'what is sent stays');
SELECT ok(NOT platform.release_message(:m1, 2));
SELECT platform.send(pg_temp.account(1), 'test.hello', '{"name": "Ann"}', 'hello/2') AS m2 \gset
SELECT count(*) FROM platform.claim_messages('w', 10);
SELECT is(platform.message_failed(:m2, 1, 'SMTP: 550', true), 'failed', 'for good');
SELECT platform.send(pg_temp.account(1), 'test.hello', '{"name": "Ann"}', 'hello/3') AS m3 \gset
SELECT count(*) FROM platform.claim_messages('w', 10);
SELECT ok(platform.release_message(:m3, 1), 'handed back');
SELECT is((SELECT attempt FROM platform.claim_messages('w', 10)), 2, 'to be sent at once');
UPDATE platform.outbox SET lease_until = now() - interval '1 second' WHERE id = :m3;
SELECT is(platform.rescue_jobs(), 1::bigint, 'a lost worker''s');
SELECT is((SELECT attempt FROM platform.claim_messages('w', 10)), 3, 'is sent again');
UPDATE platform.outbox SET created_at = now() - interval '73 hours' WHERE id = :m3;
SELECT is(platform.message_failed(:m3, 3, 'SMTP: 451'), 'failed', 'not for ever');
SELECT throws_ok($$UPDATE platform.outbox SET sent_at = now() WHERE status = 'failed'$$, '23514', NULL, 'states and times agree');
SELECT ok((SELECT min(d) >= interval '48 minutes' AND max(d) <= interval '72 minutes' FROM (
  SELECT platform.retry_delay('10 seconds', 40, '1 hour') AS d FROM generate_series(1, 50)) x), 'an hour between attempts at most');

-- Who is not written to, and why.
INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key, created_at, address) VALUES
  (pg_temp.account(2), 'test.hello', '{"name": "a"}', 'n/inactive', now(), NULL),
  (pg_temp.account(3), 'test.hello', '{"name": "a"}', 'n/erased', now(), NULL),
  (NULL, 'test.hello', '{"name": "a"}', 'n/nobody', now(), NULL),
  (NULL, 'test.hello', '{"name": "a"}', 'n/break', now(), E'x@example.org\nBcc: y@example.org'),
  (NULL, 'test.hello', '{"name": "a"}', 'n/two', now(), 'x@example.org, y@example.org'),
  (NULL, 'test.hello', '{"name": "a"}', 'n/angle', now(), 'x@example.org>'),
  (pg_temp.account(1), 'test.hello', '{"name": "a"}', 'n/old', now() - interval '4 days', NULL),
  (pg_temp.account(1), 'test.none', '{"name": "a"}', 'n/template', now(), NULL),
  (pg_temp.account(1), 'test.hello', '{"name": "a\r\nBcc: x"}', 'n/subject', now(), NULL),
  (NULL, 'test.hello', '{"name": "a"}', 'y/address', now(), 'somebody@example.org'),
  (pg_temp.account(1), 'test.hello', '{"name": "a"}', 'y/account', now(), NULL);
UPDATE platform.account SET is_active = false WHERE id = pg_temp.account(2);
UPDATE platform.account SET email = id || '@erased.invalid' WHERE id = pg_temp.account(3);
SELECT bag_eq($$SELECT idempotency_key, address FROM platform.claim_messages('w', 20)$$,
  $$VALUES ('y/address', 'somebody@example.org'), ('y/account', '1@example.org')$$, 'two of them');
SELECT results_eq($$SELECT idempotency_key, status, error
  FROM platform.outbox WHERE idempotency_key LIKE 'n/%' ORDER BY idempotency_key COLLATE "C"$$,
  $$VALUES ('n/angle', 'failed', 'the recipient has no valid address'), ('n/break', 'failed', 'the recipient has no valid address'),
    ('n/erased', 'cancelled', 'the recipient was erased'), ('n/inactive', 'cancelled', 'the recipient is not active'),
    ('n/nobody', 'failed', 'the recipient has no valid address'), ('n/old', 'failed', 'it could not be sent for three days'),
    ('n/subject', 'failed', 'the subject has a line break or another control character'),
    ('n/template', 'failed', 'template "test.none" does not exist'), ('n/two', 'failed', 'the recipient has no valid address')$$,
    'the others say why');

-- A token: made when it is handed out, its hash alone in the database, the one before ends with each attempt.
SELECT platform.send(pg_temp.account(1), 'test.reset_password', '{}', 'reset/1') AS t \gset
SELECT body AS first FROM platform.claim_messages('w', 10) \gset
SELECT matches(:'first'::text, '^Use [A-Za-z0-9_-]{43} now$', 'the message has it');
SELECT lives_ok(format('SELECT platform.find_token(%L, ''{reset_password}'')', split_part(:'first', ' ', 2)), 'and it works');
SELECT is((SELECT recipient_id FROM platform.outbox o WHERE o.token_id = (platform.find_token(split_part(:'first', ' ', 2),
  '{reset_password}')).id),
  pg_temp.account(1), 'for the recipient');
SELECT platform.message_failed(:t, 1, 'SMTP: 451');
UPDATE platform.outbox SET run_at = now() WHERE id = :t;
SELECT body AS second FROM platform.claim_messages('w', 10) \gset
SELECT isnt(:'first'::text, :'second', 'another attempt has another');
SELECT throws_ok(format('SELECT platform.find_token(%L, ''{reset_password}'')', split_part(:'first', ' ', 2)), '22023', NULL,
  'the first has ended');
SELECT lives_ok(format('SELECT platform.find_token(%L, ''{reset_password}'')', split_part(:'second', ' ', 2)), 'the second works');
SELECT is_empty(format($$SELECT FROM platform.outbox o WHERE o::text LIKE ANY (%1$L) UNION ALL SELECT
  FROM platform.token t WHERE t::text LIKE ANY (%1$L)
  UNION ALL SELECT FROM platform.audit_event e WHERE e::text LIKE ANY (%1$L)$$,
  ARRAY['%' || split_part(:'first', ' ', 2) || '%', '%' || split_part(:'second', ' ', 2) || '%']), 'no row holds either');
SELECT platform.message_failed(:t, 2, 'SMTP: 550', true);
SELECT throws_ok(format('SELECT platform.find_token(%L, ''{reset_password}'')', split_part(:'second', ' ', 2)), '22023', NULL,
  'a message that is not sent leaves none');
CREATE FUNCTION public.test_token(message platform.outbox, OUT id bigint, OUT token text) LANGUAGE sql AS
  $$SELECT t.id, t.token FROM platform.issue_token('invite', '1 day') t$$;
UPDATE platform.template SET token_routine = 'public.test_token' WHERE code = 'test.reset_password';
SELECT platform.send(pg_temp.account(1), 'test.reset_password', '{}', 'reset/2') AS t2 \gset
SELECT split_part(body, ' ', 2) AS third FROM platform.claim_messages('w', 10) \gset
SELECT is((platform.find_token(:'third', '{invite}')).kind, 'invite',
  'a module''s own routine issues others');

-- Webhooks: one for each of an organisation, over https.
INSERT INTO platform.webhook (name, organization_id, url, is_active) VALUES ('one', '00000000-0000-4000-8000-0000000000e1',
  'https://a.example.org/x', true),
  ('two', '00000000-0000-4000-8000-0000000000e1', 'https://b.example.org/x', true),
  ('off', '00000000-0000-4000-8000-0000000000e1', 'https://c.example.org/x', false), ('site', NULL, 'https://d.example.org/x', true);
SELECT throws_ok(format('INSERT INTO platform.webhook (name, url) VALUES (''x'', %L)', url), '23514', NULL, url)
FROM unnest(ARRAY['http://a.example.org/', 'https://user:secret@a.example.org/', E'https://a.example.org/\r\nx', 'file:///etc/passwd',
  'https://']) url;
SELECT ok(platform.send('00000000-0000-4000-8000-0000000000e1', 'vessel.changed', '{"vessel": 1}', 'v/1', 'webhook') > 0);
SELECT is(platform.send('00000000-0000-4000-8000-0000000000e1', 'vessel.changed', '{"vessel": 1}', 'v/1', 'webhook'),
  platform.send('00000000-0000-4000-8000-0000000000e1', 'vessel.changed', '{"vessel": 1}', 'v/1', 'webhook'), 'once a key');
SELECT ok(platform.send(NULL, 'vessel.changed', '{}', 'v/2', 'webhook') > 0, 'the site''s own');
UPDATE platform.webhook SET is_active = false WHERE name = 'two';
SELECT is_empty($$SELECT * FROM platform.claim_messages('w', 10, '{email}')$$, 'only the channels asked for');
SELECT bag_eq($$SELECT channel, address, url, body::jsonb -> 'event' AS event, body::jsonb -> 'data' AS data, body::jsonb ->> 'id' AS id
  FROM platform.claim_messages('w', 10)$$,
  $$VALUES ('webhook', 'one', 'https://a.example.org/x', '"vessel.changed"'::jsonb, '{"vessel": 1}'::jsonb, 'v/1/one'),
    ('webhook', 'site', 'https://d.example.org/x', '"vessel.changed"', '{}', 'v/2/site')$$, 'with the event as JSON');
SELECT is((SELECT status FROM platform.outbox WHERE address = 'two'), 'cancelled', 'not to one that was switched off');
SELECT * FROM finish();
ROLLBACK;
