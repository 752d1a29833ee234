-- Schema api, the part of module platform: what is there, as docs/reference/api.md tells it; who watches the server; mails to addresses.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
\set page `sed -n '/^<!-- platform -->/,/^<!-- end of platform -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('platform')$$, 'the page lists every object');
SELECT is_empty($$SELECT pg_temp.faults('platform')$$, 'comments, rights, conflicts');
SELECT is_empty($$SELECT pg_temp.unrefused('platform', w) FROM unnest('{member1,client1,admin}'::text[]) w$$,
  'all that is not to be written is refused, and has a status');

-- ---- who watches the server ----

CREATE FUNCTION pg_temp.keys(query text, role text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.attempt('', format('SELECT k FROM jsonb_object_keys(%s) k ORDER BY k', query), role) $$;
SELECT is(pg_temp.keys('api.health()', 'harmony_anon'), 'status version', 'nobody in particular');
SELECT is(pg_temp.tries('client1', 'SELECT k FROM jsonb_object_keys(api.health()) k ORDER BY k'), 'status version', 'an employer');
SELECT is(pg_temp.keys('api.health()', 'harmony_monitor'),
  'database extensions migrations modules oldest_transaction_s outbox queue snapshots status version workers', 'monitoring');
SELECT is(pg_temp.tries('admin', $$SELECT api.health() -> 'queue' ->> 'queued'$$),
  (SELECT count(*)::text FROM platform.job WHERE status = 'queued'), 'an administrator');
SELECT is(pg_temp.attempt('', 'SELECT count(*) FROM api.me', 'harmony_monitor'), '42501', 'monitoring sees no people');
SELECT is(pg_temp.attempt('', 'SELECT api.metrics() IS NOT NULL', 'harmony_monitor'), 'true', 'metrics for monitoring');
SELECT is(pg_temp.tries('client1', 'SELECT api.metrics()'), '42501', 'not for an employer');
SELECT is(pg_temp.attempt('', 'SELECT api.metrics()', 'harmony_anon'), '42501', 'nor for nobody');
CREATE ROLE harmony_test_watcher;
GRANT harmony_monitor TO harmony_test_watcher;
SET SESSION AUTHORIZATION harmony_test_watcher;
SELECT ok(api.health() ? 'queue', 'a login that has the rights of monitoring');
RESET SESSION AUTHORIZATION;
SET SESSION AUTHORIZATION harmony_authenticator;
SET LOCAL ROLE harmony_user;
SELECT throws_ok('SELECT platform.metrics()', '42501', NULL, 'the gateway is not, for other requests');
RESET ROLE;
RESET SESSION AUTHORIZATION;
-- Each figure moves with what it counts.
INSERT INTO platform.job_kind (kind, runs) VALUES ('test.work', 'worker');
SELECT platform.health_figures() AS before \gset
SELECT platform.add_job('test.work', run_at => now() - interval '90 seconds') AS job, platform.add_job('test.work') AS failing \gset
UPDATE platform.job SET status = 'failed', finished_at = now() WHERE id = :failing;
INSERT INTO platform.outbox (address, template, idempotency_key, run_at) VALUES ('a@example.org', 'x', 'x', now() - interval '1 hour');
INSERT INTO platform.stale_mark (kind, marked_at) VALUES ('test.thing', now() - interval '1 day');
SELECT is((f #>> path::text[])::float8 - (b #>> path::text[])::float8, 1::float8, path || ' counts it')
FROM platform.health_figures() f, (SELECT :'before'::jsonb) v (b), unnest('{"{queue,queued}","{queue,failed}","{outbox,queued}",
  "{snapshots,dirty}"}'::text[]) path;
SELECT cmp_ok((f #>> path::text[])::float8, '>=', seconds::float8, path || ' is how long')
FROM platform.health_figures() f, (VALUES ('{queue,oldest_s}', 90), ('{outbox,oldest_s}', 3600), ('{snapshots,oldest_s}', 86400)) v (path,
  seconds);
SELECT matches(platform.metrics(), E'\nharmony_jobs_queued\\{kind="test.work"\\} 1\n', 'by kind');
SELECT alike(current_setting('response.headers'), '%version=0.0.4%', 'in the type of Prometheus');

-- ---- mails to addresses ----

DELETE FROM platform.outbox;
SELECT is(pg_temp.does('client1', $$SELECT length(api.invite(id('campaign1'), email => 'new@example.org'))$$), '43', 'an invite by e-mail');
SELECT is(pg_temp.does('client1', $$SELECT length(api.boarding_pass(id('vessel1'), 'Chef', email => 'new@example.org'))$$), '43', 'a pass');
SELECT is(pg_temp.tries(w.who, w.query), w.outcome, w.query) FROM (VALUES
  ('client1', $$SELECT api.invite(id('campaign1'), email => 'nobody')$$, '22023'),
  ('client1', $$SELECT api.invite(id('campaign1'), email => '')$$, '22023'),
  ('client1', $$SELECT api.invite(id('campaign1'), email => E'a@example.org\nBcc: b@example.org')$$, '22023'),
  ('client1', $$SELECT api.invite(id('campaign1'), email => 'x@erased.invalid')$$, '22023'),
  ('client2', $$SELECT api.invite(id('campaign1'), email => 'new@example.org')$$, '42501'),
  ('client2', $$SELECT api.boarding_pass(id('vessel1'), 'Chef', email => 'new@example.org')$$, '42501'),
  ('client1', 'SELECT count(*) FROM api.notifications', '0'), ('admin', 'SELECT count(*) FROM api.notifications', '2'),
  ('admin', 'SELECT count(parameters) FROM api.notifications', '0')) w (who, query, outcome);
CREATE TEMP TABLE handed AS SELECT m.*, substring(m.body FROM '\n([\w-]{43})\n') AS token FROM platform.claim_messages('w', 10) m;
SELECT is(count(token), 2::bigint, 'both are handed out, with a token') FROM handed;
SELECT ok(bool_and(address = 'new@example.org' AND body ~ 'aboard Vessel 1'), 'to the address') FROM handed;
SELECT is(crew.resolve(token) ->> 'kind', 'invite', 'that leads to the campaign') FROM handed WHERE subject ~ 'invitation';
SELECT is(crew.resolve(token) ->> 'position', 'Chef', 'or aboard') FROM handed WHERE subject ~ 'pass';
SELECT is((SELECT array_agg(p.single_use ORDER BY p.id) FROM platform.token p JOIN handed h ON p.token_hash = platform.token_hash(h.token)),
  '{true,true}', 'for a single use');
SELECT is((SELECT count(*) FROM platform.token p JOIN crew.token t ON t.token_id = p.id
  WHERE t.campaign_id = id('campaign1') AND p.revoked_at IS NULL), 2::bigint, 'beside the one that was returned');
SELECT is_empty($$SELECT 1 FROM platform.outbox o JOIN handed h ON o::text LIKE '%' || h.token || '%'$$, 'no row holds it');
-- A new pass ends both of the former.
SELECT pg_temp.does('client1', $$SELECT api.boarding_pass(id('vessel1'), 'Chef')$$) IS NOT NULL AS renewed \gset
SELECT throws_ok(format('SELECT crew.resolve(%L)', token), '22023', NULL, 'a new pass ends the mailed one') FROM handed
  WHERE subject ~ 'pass';
-- One that was ended before the mail goes is not sent.
SELECT pg_temp.does('client1', $$SELECT api.invite(id('campaign1'), email => 'late@example.org')$$) IS NOT NULL AS invited,
  pg_temp.does('client1', $$SELECT api.revoke_tokens(id('campaign1'))$$) AS revoked \gset
SELECT is_empty($$SELECT * FROM platform.claim_messages('w', 10)$$, 'an invite that was ended is not sent');
SELECT is((SELECT status || ': ' || error FROM platform.outbox WHERE address = 'late@example.org'),
  'failed: the token beside which it was to be sent has ended', 'and says why');
-- Nobody is written to without end.
SELECT is((SELECT string_agg(pg_temp.does('client1', $$SELECT length(api.invite(id('campaign1'), email => 'Many@example.org'))$$), ' ')
  FROM generate_series(1, 6)), '43 43 43 43 43 PT429', 'five mails a day to an address');
SELECT is(pg_temp.does('client2', $$SELECT length(api.invite(id('campaign2'), email => 'many@example.org'))$$), '43',
  'nobody hears what others have sent to it');
UPDATE platform.limit SET most = 2 WHERE what = 'mails_to_an_address_of_all';
UPDATE platform.outbox SET status = 'sent', sent_at = now(), lease_until = NULL WHERE address = 'Many@example.org';
SELECT is((SELECT count(*) FROM platform.claim_messages('w', 10) m WHERE lower(m.address) = 'many@example.org'), 0::bigint,
  'but an address gets no more than that of all');
SELECT is((SELECT status || ': ' || error FROM platform.outbox WHERE address = 'many@example.org'),
  'cancelled: the address has had enough mails', 'which the site can see');
DELETE FROM platform.outbox WHERE lower(address) = 'many@example.org';
-- Whoever has the address is forgotten with the account, and everybody in time.
INSERT INTO platform.account (id, email) VALUES (id('late'), 'LATE@example.org');
SELECT platform.erase_account(id('late'));
SELECT is_empty($$SELECT FROM platform.outbox WHERE address = 'late@example.org'$$, 'messages to an erased account''s address go');
UPDATE platform.outbox SET created_at = now() - interval '91 days', status = 'failed', lease_until = NULL WHERE address = 'new@example.org';
SELECT is(platform.clean_messages(), '{"removed": 2}', 'old messages go');
SELECT * FROM finish();
ROLLBACK;
