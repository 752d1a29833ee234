-- Attempts to be somebody else, to stay signed in, and to learn who has an account.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/sessions.sql
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('attack ' || name)::uuid;
\ir ../../lib/attack.sql

SELECT body AS ann FROM pg_temp.call(NULL, $$register('ann@example.org', 'four unrelated words', 'Ann', cookie => false)$$) \gset
SELECT body AS eve FROM pg_temp.call(NULL, $$register('eve@example.org', 'four unrelated words', 'Eve', cookie => false)$$) \gset
SELECT pg_temp.held(:'ann') AS ann_claims, :'ann'::jsonb #>> '{account,id}' AS ann_id, pg_temp.held(:'eve') AS eve_claims,
  :'eve'::jsonb #>> '{account,id}' AS eve_id \gset

-- Claims: each that is missing, another's, malformed, or too much.
SELECT is(pg_temp.status(:'ann_claims', 'cancel_erasure()'), '200', 'good claims');
SELECT is(pg_temp.status(:'ann_claims'::jsonb - k, 'cancel_erasure()'), 'PT401', 'without ' || k) FROM unnest('{exp,sub,sid}'::text[]) k;
SELECT is(pg_temp.status(:'ann_claims'::jsonb || c::jsonb, 'cancel_erasure()'), 'PT401', c) FROM unnest(ARRAY[
  format('{"sub": "%s"}', :'eve_id'), format('{"sid": "%s"}', :'eve_claims'::jsonb ->> 'sid'), '{"sid": "x"}', '{"sid": null}',
    '{"sid": 1}',
  '{"sub": "x"}', '{"sub": null}', '{"scope": "events"}', '{"scope": ""}', '{"scope": null}', '{"scope": ["events"]}', '{"scope": "all"}',
  '{"sid": "{' || (:'ann_claims'::jsonb ->> 'sid') || '}"}', '{"sid": "' || upper(:'ann_claims'::jsonb ->> 'sid') || 'x"}',
    '{"x": "' || repeat('x', 8192) || '"}']) c;
SELECT is(pg_temp.status('{"role": "harmony_user"}', 'cancel_erasure()'), 'PT401', 'a token that says nothing');
SELECT is(pg_temp.status(:'ann_claims'::jsonb || '{"role": "harmony_anon"}', 'logout()'), '200', 'less than one might');
SELECT is(pg_temp.status(:'ann_claims'::jsonb || '{"role": "harmony_anon"}', 'cancel_erasure()'), 'PT401',
  'but only with a session that goes on');
SELECT is(pg_temp.status('{"role": "harmony_anon", "sub": "x"}', 'logout()'), 'PT401', 'anonymous claims with a subject');
SELECT body AS ann FROM pg_temp.call(NULL, $$login('ann@example.org', 'four unrelated words', false)$$) \gset
SELECT pg_temp.held(:'ann') AS ann_claims \gset

-- Who runs SQL as an application sets claims in vain, unless the login is a gateway's; and reads no secret.
SELECT is(pg_temp.attempt(:'ann_claims', q), '42501', q) FROM unnest(ARRAY['SELECT password_hash FROM platform.account',
  'SELECT token_hash FROM platform.refresh_token', 'SELECT key FROM platform.rate_bucket', 'SELECT account_id FROM platform.account_token',
  'SELECT due_at FROM platform.erasure', 'SELECT password FROM platform.common_password', 'SELECT value FROM platform.setting',
  'DELETE FROM platform.rate_bucket', 'UPDATE platform.session SET account_id = account_id', 'DELETE FROM platform.session',
  $$UPDATE platform.account SET password_hash = 'x'$$, 'UPDATE platform.account SET is_active = true',
    'INSERT INTO platform.account (email) VALUES (''x@y'')',
  format('SELECT platform.access_token(%L, NULL, ''1 hour'')', :'eve_id'),
    format('SELECT token FROM platform.issue_account_token(%L, ''reset_password'')', :'eve_id'),
  format('SELECT platform.open_session(%L, NULL, false)', :'eve_id'),
    format('SELECT platform.set_password(%L, ''four unrelated words'', NULL)', :'eve_id'),
  'SELECT platform.empty_bucket(''login:email'', ''x'')', 'SELECT platform.take_token(''login:email'', ''x'')',
    format('SELECT platform.person_data(%L)', :'eve_id'),
  format('SELECT platform.erase_account(%L)', :'eve_id'), 'SELECT platform.erase_due()', 'SELECT platform.clean_sessions()',
    'SELECT platform.create_admin(''x@y'')',
  'SELECT platform.email_key(''x'')', 'SELECT platform.mail_account(NULL, ''x'')', 'SELECT harmony.jwt_sign(''{}'')',
    'SELECT platform.setting(''issuer'')',
  format('SELECT platform.end_sessions(%L, ''logout'')', :'eve_id'), 'SELECT platform.refuse(200, ''x'')',
    'SELECT platform.add_header(''Set-Cookie'', ''x'')']) q;
SELECT is(pg_temp.attempt(:'ann_claims', 'SELECT account_id FROM platform.session'), (SELECT string_agg(s.account_id::text, ' ')
  FROM platform.session s WHERE s.account_id = :'ann_id'), 'the own sessions alone');
SELECT is(pg_temp.attempt(:'ann_claims', 'SELECT count(*) FROM platform.account'), '1', 'the own account alone');
SELECT is(pg_temp.attempt(:'ann_claims', 'UPDATE platform.account SET full_name = ''mine''', stays => true), '-',
  'a change of all accounts');
SELECT is((SELECT full_name FROM platform.account WHERE id = :'eve_id'), 'Eve', 'changes one''s own alone');

-- Fixation: a session that was there before a login is not what it signs in to; a token is not taken from another browser's cookie.
SELECT pg_temp.call(NULL, $$login('eve@example.org', 'four unrelated words')$$, :'ann'::jsonb ->> 'refresh_token') AS fixed \gset
SELECT results_eq(format('SELECT account_id FROM platform.session WHERE id = %L', :'ann_claims'::jsonb ->> 'sid'),
  format('VALUES (%L::uuid)', :'ann_id'),
  'a login leaves another''s session alone');
SELECT is((pg_temp.call(:'eve_claims', 'refresh(NULL, false)', :'ann'::jsonb ->> 'refresh_token')).body #>> '{account,id}', :'ann_id',
  'a cookie is whose it is, whoever sends a token beside it');
SELECT is((pg_temp.call(:'eve_claims', format('revoke_session(%L)', :'ann_claims'::jsonb ->> 'sid'))).status, 'PT404',
  'no session of another ends');
-- Forged refresh tokens: hashes, other kinds, long ones, all kinds of bytes.
SELECT is((pg_temp.call(NULL, 'refresh(NULL, false)', t)).status, '401', left(coalesce(t, 'NULL'), 30)) FROM unnest(ARRAY[NULL, '', 'x',
  repeat('A', 43), repeat('x', 1000000),
  E'\u202e', '%', ''' OR true --', encode(platform.token_hash(:'ann'::jsonb ->> 'refresh_token'), 'hex'), :'ann'::jsonb ->> 'access_token',
  (platform.issue_account_token(:'ann_id', 'verify_email')).token]) t;
SELECT is((pg_temp.call(NULL, format('reset_password(%L, ''four unrelated words'')', :'eve'::jsonb ->> 'refresh_token'))).status, '401',
  'nor does it reset a password');

-- Enumeration: what is told of an address that is known, of one that is not, of one that is not active, and of one without a password.
INSERT INTO platform.account (email, password_hash, is_active) VALUES ('off@example.org', harmony.password_hash('four unrelated words'),
  false),
  ('new@example.org', NULL, true);
CREATE FUNCTION pg_temp.told(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  answer record;
BEGIN
  answer := pg_temp.call(NULL, query);
  RETURN concat_ws(' | ', answer.status, answer.body, current_setting('response.headers'));
END $$;
SELECT is(pg_temp.told(format('login(%L, %L)', e, p)), pg_temp.told($$login('nobody@example.org', 'four unrelated words')$$), 'login ' || e)
  FROM (VALUES ('ann@example.org', 'wrong password'), ('off@example.org', 'four unrelated words'), ('new@example.org', ''),
    ('new@example.org', 'x'),
    ('', ''), ('ann@example.org', NULL), (NULL, NULL), ('ann@example.org', repeat('x', 5000)), ('ann@example.org%',
      'four unrelated words')) v (e, p);
SELECT is(pg_temp.told(format('request_password_reset(%L)', e)), pg_temp.told($$request_password_reset('nobody@example.org')$$), 'reset '
  || e)
  FROM unnest('{ann@example.org,off@example.org,new@example.org}'::text[]) e;
SELECT results_eq($$SELECT a.email FROM platform.outbox o JOIN platform.account a ON a.id = o.recipient_id WHERE o.template =
  'platform.reset_password'
  ORDER BY 1$$, ARRAY['ann@example.org', 'new@example.org'], 'who is not active gets none');
-- A header that the sender has written does not free from a limit.
SELECT is((SELECT platform.request_address() FROM set_config('request.headers', '{"x-forwarded-for": "192.0.2.99, 192.0.2.1"}', true)),
  '192.0.2.1'::inet,
  'the proxy''s address counts');
-- Channels of events.
SELECT is(pg_temp.status(:'eve_claims', format('may_listen(%L)', c)), CASE WHEN c = 'account.' || :'eve_id' THEN '200' ELSE '42501' END,
  left(coalesce(c, 'NULL'), 60))
  FROM unnest(ARRAY['account.' || :'eve_id', 'account.' || :'ann_id', 'vessel.' || :'eve_id', 'organization.' || :'eve_id', 'x.' ||
    :'eve_id', '', NULL,
    'account.' || upper(:'eve_id') || 'x', 'account.' || :'eve_id' || E'\n', repeat('x', 1000000)]) c;
-- Without the extension nobody signs in, and no other function of the name is called.
DROP EXTENSION harmony CASCADE;
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace IN ('platform'::regnamespace, 'api'::regnamespace)
  AND p.prosrc ~ '\mharmony\.(jwt|password|s3)'$$, 'what calls it has gone');
SELECT is(pg_temp.status(:'eve_claims', 'cancel_erasure()'), '200', 'what does not goes on');
SELECT is(pg_temp.status(NULL, $$login('eve@example.org', 'four unrelated words')$$), '42883', 'but no login');
SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
