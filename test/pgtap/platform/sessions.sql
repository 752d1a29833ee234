-- Signing in, refreshing and signing out: every row of the table of states, and the answers.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/sessions.sql

SELECT body AS ann FROM pg_temp.call(NULL, $$register('ann@example.org', 'four unrelated words', 'Ann')$$) \gset
SELECT :'ann'::jsonb #>> '{account,id}' AS ann_id, pg_temp.held(:'ann') AS claims \gset
SELECT is(pg_temp.header('Cache-Control'), 'no-store', 'an answer with a token is not stored');
SELECT matches(pg_temp.header('Set-Cookie'),
  '^__Host-harmony_refresh=[A-Za-z0-9_-]{43}; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Strict$', 'the cookie');
SELECT is(:'claims'::jsonb - '{iat,exp,jti,sid}'::text[],
  jsonb_build_object('iss', 'harmony', 'sub', :'ann_id', 'role', 'harmony_user'), 'the claims');
SELECT is((:'claims'::jsonb ->> 'exp')::integer - (:'claims'::jsonb ->> 'iat')::integer, 7200, 'for 120 minutes');
SELECT is((SELECT (s.status, s.generation, s.user_agent, s.address, s.expires_at)::text FROM platform.session s
           WHERE s.id = (:'claims'::jsonb ->> 'sid')::uuid),
  ('active', 1, 'test', '192.0.2.1'::inet, now() + interval '30 days')::text, 'the session');
SELECT is((SELECT last_login_at FROM platform.account WHERE id = :'ann_id'), now(), 'the time of the login is kept');

-- login, with the refresh token in the answer.
CREATE FUNCTION pg_temp.log_in() RETURNS jsonb LANGUAGE sql
  RETURN (SELECT body FROM pg_temp.call(NULL, $$login('ANN@example.org', 'four unrelated words', false)$$));
SELECT pg_temp.log_in() AS one \gset
SELECT is(pg_temp.header('Set-Cookie'), NULL, 'no cookie where none is wanted');
SELECT isnt(pg_temp.held(:'one') ->> 'sid', :'claims'::jsonb ->> 'sid', 'each login is a session');
SELECT is_empty(format('SELECT FROM platform.refresh_token t WHERE t::text LIKE %L', '%' || (:'one'::jsonb ->> 'refresh_token') || '%'),
  'no token is kept');

-- refresh.
CREATE FUNCTION pg_temp.renew(token text, OUT status text, OUT body jsonb) LANGUAGE sql
  AS $$ SELECT * FROM pg_temp.call(NULL, format('refresh(%L, false)', token)) $$;
CREATE FUNCTION pg_temp.state(session jsonb) RETURNS text LANGUAGE sql
  RETURN (SELECT concat_ws(' ', s.status, s.reason, s.generation) FROM platform.session s WHERE s.id = (pg_temp.held(session) ->>
    'sid')::uuid);
SELECT status AS s2, body AS two FROM pg_temp.renew(:'one'::jsonb ->> 'refresh_token') \gset
SELECT is(:'s2' || ' ' || pg_temp.state(:'two'), '200 active 2', 'the newest token turns the generation');
SELECT is(pg_temp.held(:'two') ->> 'sid', pg_temp.held(:'one') ->> 'sid', 'in the same session');
SELECT status AS s3, body AS sibling FROM pg_temp.renew(:'one'::jsonb ->> 'refresh_token') \gset
SELECT is(:'s3' || ' ' || pg_temp.state(:'sibling'), '200 active 2', 'the one before gives a sibling, within ten seconds');
SELECT isnt(:'sibling'::jsonb ->> 'refresh_token', :'two'::jsonb ->> 'refresh_token', 'which is another token');
SELECT body AS three FROM pg_temp.renew(:'sibling'::jsonb ->> 'refresh_token') \gset
SELECT is(pg_temp.state(:'three'), 'active 3', 'a sibling is a newest token');
UPDATE platform.session SET rotated_at = rotated_at - interval '9 seconds';
SELECT is((pg_temp.renew(:'two'::jsonb ->> 'refresh_token')).status, '200', 'after nine seconds');
UPDATE platform.session SET rotated_at = rotated_at - interval '2 seconds';
SELECT is((pg_temp.renew(:'two'::jsonb ->> 'refresh_token')).status || ' ' || pg_temp.state(:'three'), '401 revoked reuse 3',
  'after eleven the family ends');
SELECT is(pg_temp.header('Set-Cookie'), '__Host-harmony_refresh=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict',
  'the cookie is cleared');
SELECT is((pg_temp.renew(:'three'::jsonb ->> 'refresh_token')).status, '401', 'also for whoever has the newest token');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'session.reused' AND object = 'platform.account/' || :'ann_id'),
  1::bigint,
  'with one row in the audit trail');
SELECT is((SELECT count(*) FROM platform.outbox WHERE template = 'platform.refresh_reused' AND recipient_id = :'ann_id'), 1::bigint,
  'and a mail');
SELECT is(pg_temp.status(pg_temp.held(:'three'), 'may_listen(''account.' || :'ann_id' || ''')'), 'PT401', 'the access tokens end with it');

-- An older one at once.
SELECT pg_temp.log_in() AS one \gset
SELECT body AS two FROM pg_temp.renew(:'one'::jsonb ->> 'refresh_token') \gset
SELECT body AS three FROM pg_temp.renew(:'two'::jsonb ->> 'refresh_token') \gset
SELECT is((pg_temp.renew(:'one'::jsonb ->> 'refresh_token')).status || ' ' || pg_temp.state(:'three'), '401 revoked reuse 3',
  'an older token');

-- How long.
SELECT pg_temp.log_in() AS one \gset
UPDATE platform.session SET created_at = now() - interval '80 days' WHERE id = (pg_temp.held(:'one') ->> 'sid')::uuid;
SELECT body AS two FROM pg_temp.renew(:'one'::jsonb ->> 'refresh_token') \gset
SELECT is((SELECT expires_at FROM platform.session WHERE id = (pg_temp.held(:'one') ->> 'sid')::uuid), now() + interval '10 days',
  '90 days after the login at most');
UPDATE platform.session SET expires_at = now() - interval '1 second' WHERE id = (pg_temp.held(:'one') ->> 'sid')::uuid;
SELECT is((pg_temp.renew(:'two'::jsonb ->> 'refresh_token')).status || ' ' || pg_temp.state(:'two'), '401 revoked expired 2',
  'then it has expired');

-- logout.
SELECT pg_temp.log_in() AS one, pg_temp.log_in() AS two, pg_temp.log_in() AS three \gset
SELECT lives_ok(format('SELECT pg_temp.call(NULL, ''logout()'', %L)', :'one'::jsonb ->> 'refresh_token'), 'logout by cookie');
SELECT is(pg_temp.state(:'one') || ', ' || pg_temp.state(:'two'), 'revoked logout 1, active 1', 'ends this one');
SELECT is(pg_temp.status(pg_temp.held(:'two'), 'logout()'), '200', 'logout by access token');
SELECT is(pg_temp.state(:'two') || ', ' || pg_temp.state(:'three'), 'revoked logout 1, active 1', 'ends this one');
SELECT is(pg_temp.status(NULL, format('logout(%L)', :'two'::jsonb ->> 'refresh_token')), '200', 'a dead one is no error');
SELECT pg_temp.log_in() AS two \gset
SELECT is(pg_temp.status(NULL, format('logout(%L, true)', :'two'::jsonb ->> 'refresh_token')), '200', 'logout everywhere');
SELECT is(pg_temp.state(:'two') || ', ' || pg_temp.state(:'three'), 'revoked logout 1, revoked logout 1', 'ends all');

-- The own sessions.
SELECT pg_temp.log_in() AS one, pg_temp.log_in() AS two \gset
SELECT body AS bob FROM pg_temp.call(NULL, $$register('bob@example.org', 'four unrelated words')$$) \gset
SELECT is(pg_temp.status(pg_temp.held(:'bob'), format('revoke_session(%L)', pg_temp.held(:'one') ->> 'sid')), 'PT404',
  'another''s is not there');
SELECT is(pg_temp.status(pg_temp.held(:'bob'), format('revoke_session(%L)', gen_random_uuid())), 'PT404', 'nor is what is not');
SELECT is(pg_temp.status(pg_temp.held(:'two'), format('revoke_session(%L)', pg_temp.held(:'one') ->> 'sid')), '200', 'revoke_session');
SELECT is(pg_temp.state(:'one') || ', ' || pg_temp.state(:'two'), 'revoked logout 1, active 1', 'ends that one');

-- An account that is not active.
UPDATE platform.account SET is_active = false WHERE id = :'ann_id';
SELECT is((pg_temp.renew(:'two'::jsonb ->> 'refresh_token')).status, '401', 'does not refresh');
SELECT is(pg_temp.status(pg_temp.held(:'two'), 'export_my_data()'), 'PT401', 'nor do its tokens work');
SELECT is(pg_temp.status(NULL, $$login('ann@example.org', 'four unrelated words')$$), '401', 'nor does it log in');
UPDATE platform.account SET is_active = true WHERE id = :'ann_id';

-- Hashes of older systems are replaced when the password is known.
UPDATE platform.account SET password_hash = '$2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkY8jIucDrjc8deX1s.' WHERE id = :'ann_id';
SELECT is(pg_temp.status(NULL, $$login('ann@example.org', 'four unrelated words')$$), '401', 'another password of an older system');
UPDATE platform.account SET password_hash = crypt FROM (
  SELECT harmony.password_hash('four unrelated words') AS crypt) c WHERE id = :'ann_id';
SET harmony.password_passes = 2;
SELECT is(pg_temp.status(NULL, $$login('ann@example.org', 'four unrelated words')$$), '200', 'a hash of a lower cost');
SELECT matches((SELECT password_hash FROM platform.account WHERE id = :'ann_id'), ',t=2,', 'is replaced');
SELECT is(pg_temp.status(NULL, $$login('ann@example.org', 'four unrelated words')$$), '200', 'and verifies');

-- Cleaning.
UPDATE platform.session SET expires_at = now() WHERE account_id = :'ann_id' AND status = 'active';
UPDATE platform.session SET last_used_at = now() - interval '91 days' WHERE account_id = (:'bob'::jsonb #>> '{account,id}')::uuid;
SELECT count(*) AS over FROM platform.session WHERE account_id = :'ann_id' AND status = 'active' \gset
SELECT is((platform.clean_sessions() ->> 'expired')::integer, :over, 'what is over has expired');
SELECT is((SELECT count(*) FROM platform.session WHERE account_id = :'ann_id' AND status = 'active'), 0::bigint, 'none is left');
SELECT is((SELECT count(address) FROM platform.session WHERE account_id = (:'bob'::jsonb #>> '{account,id}')::uuid), 0::bigint,
  'addresses are kept for 90 days');
UPDATE platform.session SET ended_at = now() - interval '91 days' WHERE reason = 'reuse';
SELECT is((platform.clean_sessions() ->> 'removed')::integer, 2, 'ended sessions go after 90');
SELECT is_empty($$SELECT FROM platform.refresh_token t WHERE NOT EXISTS (SELECT FROM platform.session s WHERE s.id = t.session_id)$$,
  'with their tokens');
SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
