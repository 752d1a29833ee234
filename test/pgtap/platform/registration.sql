-- Registering, and what administrators and clients do with accounts, roles and members.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/sessions.sql

-- register.
SELECT status, body FROM pg_temp.call(NULL, $$register('Ann@example.org', 'four unrelated words', 'Ann', '1', 'Port')$$) \gset ann_
SELECT :'ann_body'::jsonb #>> '{account,id}' AS ann, pg_temp.held(:'ann_body') AS ann_claims \gset
SELECT is(:'ann_status'::text, '201', 'register');
SELECT is((:'ann_body'::jsonb -> 'account') - 'id'::text, '{"email": "Ann@example.org", "full_name": "Ann", "is_verified": false,
  "roles": ["candidate"], "organizations": []}'::jsonb, 'a candidate');
SELECT is((SELECT (email, full_name, phone, location, is_active)::text FROM platform.account WHERE id = :'ann'),
  '(Ann@example.org,Ann,1,Port,t)',
  'what was said is kept');
SELECT results_eq($$SELECT template FROM platform.outbox$$, ARRAY['platform.verify_email'], 'a mail asks to verify the address');
SELECT body FROM pg_temp.call(NULL, $$register('cleo@example.org', 'four unrelated words', organization => 'Fleet')$$) \gset cleo_
SELECT pg_temp.held(:'cleo_body') AS cleo_claims, :'cleo_body'::jsonb #>> '{account,organizations,0,id}' AS fleet \gset
SELECT is(:'cleo_body'::jsonb #> '{account,organizations}', jsonb_build_array(jsonb_build_object('id', :'fleet', 'name', 'Fleet', 'role',
  'client')),
  'with an organisation its client');
SELECT is(:'cleo_body'::jsonb #> '{account,roles}', '[]'::jsonb, 'and no candidate');
SELECT is((pg_temp.call(NULL, $$register('ANN@example.org', 'four unrelated words', organization => 'Other')$$)).status, '409', 'taken');
SELECT is_empty($$SELECT FROM platform.organization WHERE name = 'Other'$$, 'of which nothing stays');
SELECT is(pg_temp.status(NULL, format('register(%L, ''four unrelated words'', %L, %L, %L, %L)', email, name, phone, place, organization)),
  '22023', what)
  FROM (VALUES ('', '', NULL, NULL, NULL, 'no address'), ('a', '', NULL, NULL, NULL, 'a word'), ('@b', '', NULL, NULL, NULL,
    'no name in it'),
    ('a@', '', NULL, NULL, NULL, 'no place in it'), (E'a@b\nx', '', NULL, NULL, NULL, 'two lines'), ('a b@c', '', NULL, NULL, NULL,
      'a blank'),
    ('a@b@c', '', NULL, NULL, NULL, 'two of them'), ('<a@b>', '', NULL, NULL, NULL, 'brackets'), (repeat('a', 65) || '@b', '', NULL, NULL,
      NULL, 'long'),
    ('a@' || repeat('b', 253), '', NULL, NULL, NULL, 'longer'), ('x@erased.invalid', '', NULL, NULL, NULL, 'the place of the erased'),
    (NULL, '', NULL, NULL, NULL, 'NULL'), ('a@b', E'x\ny', NULL, NULL, NULL, 'a name in two lines'), ('a@b', repeat('x', 201), NULL, NULL,
      NULL, 'a long one'),
    ('a@b', '', repeat('1', 51), NULL, NULL, 'a long number'), ('a@b', '', NULL, repeat('x', 201), NULL, 'a long place'),
    ('a@b', '', NULL, NULL, ' ', 'an organisation without a name')) v (email, name, phone, place, organization, what);
SELECT is((SELECT count(*) FROM platform.account), 2::bigint, 'of these none was made');
-- Where addresses are verified first.
UPDATE platform.setting SET value = 'required' WHERE name = 'email_verification';
SELECT is(pg_temp.call(NULL, $$register('dan@example.org', 'four unrelated words')$$)::text,
  pg_temp.call(NULL, $$register('ANN@example.org', 'four unrelated words')$$)::text, 'one answer, whether or not the address is known');
SELECT is(pg_temp.header('Set-Cookie'), NULL, 'nobody is signed in');
SELECT results_eq($$SELECT o.template FROM platform.outbox o ORDER BY o.id DESC LIMIT 2$$,
  ARRAY['platform.already_registered', 'platform.verify_email'], 'two mails');
SELECT is(pg_temp.status(NULL, $$login('dan@example.org', 'four unrelated words')$$), '401', 'no login before the address is verified');
SELECT is(pg_temp.status(NULL, format('verify_email(%L)', (platform.issue_account_token(id, 'verify_email')).token)), '204', 'verify_email')
  FROM platform.account WHERE email = 'dan@example.org';
SELECT is(pg_temp.status(NULL, $$login('dan@example.org', 'four unrelated words')$$), '200', 'and after it');
SELECT throws_ok($$UPDATE platform.setting SET value = 'sometimes' WHERE name = 'email_verification'$$, '23514', NULL,
  'a setting has its values');
UPDATE platform.setting SET value = 'optional' WHERE name = 'email_verification';

-- The first administrator.
SELECT platform.create_admin('root@example.org') AS root \gset
SELECT is(platform.create_admin('ROOT@example.org'), :'root'::uuid, 'create_admin again');
SELECT is(pg_temp.status(NULL, format('reset_password(%L, ''four unrelated words'')', (platform.issue_account_token(:'root',
  'set_password')).token)),
  '204', 'sets a password');
SELECT pg_temp.held(body) AS root_claims FROM pg_temp.call(NULL, $$login('root@example.org', 'four unrelated words')$$) \gset
SELECT throws_ok($$SET LOCAL ROLE harmony_user; SELECT platform.create_admin('x@example.org')$$, '42501', NULL, 'for the owner alone');
RESET ROLE;

-- What is for administrators is for nobody else.
CREATE TEMP TABLE admins_call AS SELECT q FROM unnest(ARRAY[$$create_account('eve@example.org', 'Eve')$$, format('set_roles(%L, ''{}'')',
  :'ann'),
  format('set_active(%L, false)', :'ann'), $$create_organization('New')$$]) q;
SELECT is(pg_temp.status(c, q), '42501', q) FROM admins_call, (VALUES (NULL), (:'ann_claims'::jsonb), (:'cleo_claims'::jsonb)) v (c);
SELECT is(pg_temp.status(:'root_claims', q), CASE WHEN q ~ '^create' THEN '201' ELSE '200' END, q) FROM admins_call;
SELECT is(pg_temp.status(:'ann_claims', 'cancel_erasure()'), 'PT401', 'set_active has ended the session');
UPDATE platform.account SET is_active = true WHERE id = :'ann';
SELECT is(pg_temp.status(:'ann_claims', 'cancel_erasure()'), 'PT401', 'which stays so');
SELECT results_eq($$SELECT o.template FROM platform.outbox o JOIN platform.account a ON a.id = o.recipient_id WHERE a.email =
  'eve@example.org'$$,
  ARRAY['platform.set_password'], 'a new account gets a mail');
SELECT is(pg_temp.status(:'root_claims', q), s, q) FROM (VALUES ($$create_account('EVE@example.org', '')$$, '23505'),
  ($$create_account('no', '')$$, '22023'), ($$create_account('f@example.org', '', '{captain}')$$, '22023'),
  ($$create_account('f@example.org', '', '{}', gen_random_uuid())$$, '22023'), ($$create_account('f@example.org', '', NULL)$$, '201'),
  ($$set_roles(gen_random_uuid(), '{}')$$, '22023'), ($$set_active(gen_random_uuid(), true)$$, '22023'), ($$create_organization('')$$,
    '22023'),
  (format($$set_roles(%L, '{captain}')$$, :'ann'), '22023'), (format('set_roles(%L, NULL)', :'ann'), '22023'),
  (format('set_roles(%L, ''{NULL}'')', :'ann'), '22023'), (format('set_active(%L, NULL)', :'ann'), '22004')) v (q, s);
SELECT is(pg_temp.status(:'root_claims', format($$create_account('gil@example.org', '', '{viewer,viewer}', %L, 'viewer')$$, :'fleet')),
  '201',
  'an account with a role, and in an organisation');
-- The last administrator.
SELECT is(s || ' ' || (b ->> 'message'), 'PT409 this is the last administrator', q) FROM
  unnest(ARRAY[format('set_roles(%L, ''{candidate}'')', :'root'),
  format('set_active(%L, false)', :'root'), 'erase_me(''four unrelated words'')']) q, LATERAL pg_temp.call(:'root_claims', q) c (s, b);
SELECT is(pg_temp.status(:'root_claims', format('set_roles(%L, ''{admin,candidate}'')', :'ann')), '200', 'with another one');
SELECT is(pg_temp.status(:'root_claims', format('set_roles(%L, ''{candidate}'')', :'root')), '200', 'it may go');
SELECT is(pg_temp.status(:'root_claims', 'create_organization(''New'')'), '42501', 'and is none any more, under the same token');

-- Members: of one's own organisation.
SELECT is(pg_temp.status(:'root_claims', format('members(%L)', :'fleet')), '42501', 'another''s organisation');
SELECT is(pg_temp.status(:'root_claims', format('members(%L)', gen_random_uuid())), '42501', 'as one that is not there');
SELECT is(pg_temp.status(:'cleo_claims', q), s, q) FROM (VALUES
  (format($$set_member(%L, 'ann@example.org', 'client')$$, :'fleet'), '204'), (format($$set_member(%L, 'nobody@example.org', 'client')$$,
    :'fleet'), '400'),
  (format($$set_member(%L, 'ann@example.org', 'captain')$$, :'fleet'), '22023'), (format($$set_member(%L, NULL, 'client')$$, :'fleet'),
    '400'),
  (format($$set_member(%L, 'ann@example.org', 'viewer')$$, :'fleet'), '204'), ($$set_member(gen_random_uuid(), 'ann@example.org',
    'viewer')$$, '42501')) v (q, s);
SELECT results_eq(format('SELECT email, role FROM platform.members(%L) ORDER BY 1', :'fleet'),
  $$VALUES ('Ann@example.org', 'viewer'), ('cleo@example.org', 'client'), ('gil@example.org', 'viewer')$$, 'one role each');
SELECT is(pg_temp.status(:'cleo_claims', format('remove_member(%L, %L)', :'fleet', :'ann')), '200', 'remove_member');
SELECT is(pg_temp.status(:'cleo_claims', format('remove_member(%L, %L)', :'fleet', gen_random_uuid())), '200', 'of nobody');
SELECT is((SELECT count(*) FROM platform.members(:'fleet')), 2::bigint, 'is one less');

-- What each sees of accounts.
CREATE FUNCTION pg_temp.sees(claims jsonb, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  answer text;
BEGIN
  PERFORM set_config('request.jwt.claims', claims::text, true), set_config('role', 'harmony_user', true);
  EXECUTE CASE WHEN query ~ '^WITH' THEN query ELSE format('SELECT string_agg(x::text, '' '' ORDER BY x::text) FROM (%s) q (x)', query) END
    INTO answer;
  PERFORM set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
  RETURN answer;
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
SELECT is(pg_temp.sees(:'cleo_claims', 'SELECT email FROM api.me'), 'cleo@example.org', 'me');
SELECT is(pg_temp.sees(:'cleo_claims', 'SELECT organizations -> 0 ->> ''name'' FROM api.me'), 'Fleet', 'my organisations');
SELECT is(pg_temp.sees(jsonb_build_object('sub', gen_random_uuid()), 'SELECT id FROM api.me'), NULL, 'nobody''s');
SELECT is(pg_temp.sees(:'cleo_claims', 'SELECT email FROM api.accounts'), NULL, 'no account of others');
SELECT is(pg_temp.sees(:'cleo_claims', 'SELECT id FROM api.audit_events'), NULL, 'no audit trail');
SELECT is(pg_temp.sees(:'cleo_claims', 'SELECT name FROM api.organizations'), 'Fleet', 'the own organisation');
SELECT is(pg_temp.sees(jsonb_build_object('sub', :'ann'), 'SELECT count(*) FROM api.accounts'), (SELECT count(*)::text FROM
  platform.account),
  'an administrator all');
SELECT is(pg_temp.sees(:'cleo_claims', 'SELECT password_hash FROM platform.account'), '42501', 'no hash');
SELECT is(pg_temp.sees(:'cleo_claims', 'WITH u AS (UPDATE api.me SET full_name = ''Cleo'' RETURNING full_name) SELECT full_name FROM u'),
  'Cleo',
  'the name can be changed');
SELECT is(pg_temp.sees(:'cleo_claims', 'WITH u AS (UPDATE api.me SET phone = NULL, location = ''Bergen'' RETURNING full_name, location)
  SELECT full_name || location FROM u'), 'CleoBergen', 'the others beside it, and what is not named stays');
SELECT is(pg_temp.sees(:'cleo_claims', format('WITH u AS (UPDATE api.me SET %s RETURNING id) SELECT id FROM u', c)), '42501', c)
  FROM unnest('{"email = ''x@y''",is_verified = true,created_at = now()}'::text[]) c;
SELECT is(pg_temp.sees(:'cleo_claims', 'WITH u AS (UPDATE platform.account SET phone = ''2'' RETURNING id) SELECT count(*) FROM u'), '1',
  'one''s own alone');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'api'::regnamespace
  AND (has_function_privilege('public', p.oid, 'EXECUTE') OR p.prosecdef OR obj_description(p.oid, 'pg_proc') IS NULL)$$,
  'functions of schema api are not for PUBLIC, run as who calls, and have comments');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'api'::regnamespace
  AND (c.relkind <> 'v' OR NOT c.reloptions @> '{security_invoker=true}' OR obj_description(c.oid, 'pg_class') IS NULL)$$,
  'views ask with the rights of who asks');
SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
