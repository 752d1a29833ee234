-- Passwords: which are taken, changing and resetting them; verifying an address. And who may read a hash: nobody.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/sessions.sql

-- The rules, by the sentence that says which.
SELECT throws_ok(format('SELECT platform.require_password(%L, ''ann.smith@example.org'', ''Ann Maria Smith'')', p), '22023',
  'the password is too easy to guess', p) FROM unnest(ARRAY['', '1234567', repeat('x', 129), 'ann.smith@example.org', 'ANN.SMITH',
    'ann maria smith',
    'password', 'PassWord', '12345678', 'qwertyuiop', 'iloveyou', '1qaz2wsx']) p;
SELECT throws_ok($$SELECT platform.require_password(NULL, 'a@b', '')$$, '22023', NULL, 'none');
SELECT lives_ok(format('SELECT platform.require_password(%L, ''ann.smith@example.org'', '''')', p), p)
  FROM unnest(ARRAY['12345679a', repeat('ŝ', 8), repeat('x', 128), '        ', 'Ann.Smith1', E'\u202e\n\t\x01 abcde']) p;
SELECT cmp_ok((SELECT count(*) FROM platform.common_password), '>=', 4000::bigint, 'the list is shipped');
SELECT is_empty('SELECT FROM platform.common_password WHERE length(password) < 8', 'none that is refused anyway');

SELECT body AS ann FROM pg_temp.call(NULL, $$register('ann@example.org', ' four unrelated words ', 'Ann', cookie => false)$$) \gset
SELECT :'ann'::jsonb #>> '{account,id}' AS ann_id, pg_temp.held(:'ann') AS claims \gset
SELECT is(pg_temp.status(NULL, $$login('ann@example.org', 'four unrelated words')$$), '401', 'blanks count');
SELECT body AS two FROM pg_temp.call(NULL, $$login('ann@example.org', ' four unrelated words ')$$) \gset

-- change_password.
SELECT is(pg_temp.status(NULL, $$change_password('a', 'b')$$), '42501', 'change_password of nobody');
SELECT is(pg_temp.status(:'claims', $$change_password(' four unrelated words ', 'ann@example.org')$$), '22023', 'to a weak one');
SELECT is(pg_temp.status(:'claims', $$change_password('wrong', 'other unrelated words')$$), '400', 'with the wrong one');
SELECT is((SELECT tokens::integer FROM platform.rate_bucket WHERE key LIKE 'login:email:%'), 9, 'which counts as a failed login');
SELECT is(pg_temp.status(:'claims', $$change_password(' four unrelated words ', 'other unrelated words')$$), '204', 'change_password');
SELECT results_eq(format('SELECT status, reason FROM platform.session WHERE account_id = %L ORDER BY 1', :'ann_id'),
  $$VALUES ('active', NULL), ('revoked', 'password')$$, 'the other session ends');
SELECT is(pg_temp.status(:'claims', 'cancel_erasure()'), '200', 'this one goes on');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'password.changed' AND actor_id = :'ann_id'), 1::bigint,
  'it is audited');
SELECT is((SELECT count(*) FROM platform.outbox WHERE template = 'platform.password_changed'), 1::bigint, 'and told');

-- reset_password: newest only, single use, an hour, nobody else's kind.
SELECT is((SELECT array_agg(a::text) FROM (SELECT pg_temp.call(NULL, format('request_password_reset(%L)', e)) AS a
             FROM unnest('{ann@example.org,nobody@example.org}'::text[]) e) q)[1],
          (SELECT array_agg(a::text) FROM (SELECT pg_temp.call(NULL, format('request_password_reset(%L)', e)) AS a
             FROM unnest('{ann@example.org,nobody@example.org}'::text[]) e) q)[2], 'one answer, whoever asks');
SELECT results_eq($$SELECT recipient_id::text, parameters FROM platform.outbox WHERE template = 'platform.reset_password'$$,
  format($$SELECT %L, '{}'::jsonb FROM generate_series(1, 2)$$, :'ann_id'), 'mails only to who is there, without a token');
SELECT token AS old FROM platform.issue_account_token(:'ann_id', 'reset_password') \gset
SELECT token AS new FROM platform.issue_mailed_token((SELECT o FROM platform.outbox o WHERE template = 'platform.reset_password' LIMIT 1))
  \gset
SELECT token AS other FROM platform.issue_account_token(:'ann_id', 'verify_email') \gset
SELECT is(pg_temp.status(NULL, format('reset_password(%L, %L)', t, 'third unrelated words')), '401', 'not with ' || what)
  FROM (VALUES (:'old', 'an older token'), (:'other', 'one of another kind'), ('x', 'none'), (NULL, 'NULL')) v (t, what);
SELECT is(pg_temp.status(NULL, format('reset_password(%L, %L)', :'new', 'short')), '22023', 'a weak password');
SELECT is(pg_temp.status(NULL, format('reset_password(%L, %L)', :'new', 'third unrelated words')), '204', 'does not spend the token');
SELECT is(pg_temp.status(NULL, format('reset_password(%L, %L)', :'new', 'third unrelated words')), '401', 'but a good one does');
SELECT is((SELECT count(*) FROM platform.session WHERE account_id = :'ann_id' AND status = 'active'), 0::bigint, 'all sessions end');
SELECT is(pg_temp.status(NULL, $$login('ann@example.org', 'third unrelated words')$$), '200', 'it is the password');
SELECT token AS late FROM platform.issue_account_token(:'ann_id', 'set_password') \gset
UPDATE platform.token SET expires_at = now() - interval '1 second' WHERE token_hash = platform.token_hash(:'late');
SELECT is(pg_temp.status(NULL, format('reset_password(%L, %L)', :'late', 'third unrelated words')), '401', 'not after an hour');
SELECT is((SELECT expires_at - created_at FROM platform.token WHERE token_hash = platform.token_hash(:'other')), interval '1 hour',
  'an hour');

-- verify_email.
UPDATE platform.account SET email_verified_at = NULL;
SELECT is(pg_temp.status(NULL, format('verify_email(%L)', :'new')), '401', 'not with a token of another kind');
UPDATE platform.account SET is_active = false WHERE id = :'ann_id';
SELECT is(pg_temp.status(NULL, format('verify_email(%L)', :'other')), '401', 'not of an account that is not active');
UPDATE platform.account SET is_active = true WHERE id = :'ann_id';
SELECT is(pg_temp.status(NULL, format('verify_email(%L)', :'other')), '204', 'verify_email');
SELECT is((SELECT email_verified_at FROM platform.account WHERE id = :'ann_id'), now(), 'is noted');

-- Who may read a hash.
SELECT is_empty($$SELECT r.rolname, c.name FROM pg_roles r CROSS JOIN (VALUES ('platform.account', 'password_hash'),
    ('platform.refresh_token', 'token_hash'), ('platform.token', 'token_hash'), ('platform.rate_bucket', 'key'),
    ('platform.session', 'generation')) c (relation, name)
  WHERE r.rolname LIKE 'harmony\_%' AND has_column_privilege(r.rolname, c.relation, c.name, 'SELECT')$$, 'no role reads a hash');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'api'::regnamespace AND a.attname ~ 'hash|password'$$, 'no view has one');
SELECT is_empty($$SELECT a.attrelid::regclass FROM pg_attribute a WHERE (a.attrelid, a.attname) IN (
  VALUES ('platform.account'::regclass, 'password_hash'::name), ('platform.refresh_token', 'token_hash')) AND a.attstattarget <> 0$$,
    'nor do the planner''s statistics');

-- What a hash of somebody else's costs is as much as none: one is computed, whoever asks.
SET harmony.password_memory = '64MB';
UPDATE platform.account SET password_hash = harmony.password_hash('third unrelated words') WHERE id = :'ann_id';
-- Processor time of ten, in hundredths of a second: what else the machine does is not in it.
CREATE FUNCTION pg_temp.took(hash text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
  jiffies CONSTANT text := 'SELECT split_part(f, '' '', 14)::float8 + split_part(f, '' '', 15)::float8 FROM
    pg_read_file(''/proc/self/stat'') f';
  began float8;
  ended float8;
BEGIN
  EXECUTE jiffies INTO began;
  FOR i IN 1..10 LOOP
    PERFORM platform.password_is_right('wrong password', hash);
  END LOOP;
  EXECUTE jiffies INTO ended;
  RETURN ended - began;
END $$;
SELECT ok(t.unknown BETWEEN 0.6 * t.known AND 1.7 * t.known, format('an unknown address takes as long as a known one: %s, %s', t.unknown,
  t.known))
  FROM (SELECT pg_temp.took(NULL), pg_temp.took(a.password_hash) FROM platform.account a WHERE a.id = :'ann_id') t (unknown, known);
SELECT is(platform.password_is_right(p, h), false, 'false') FROM (VALUES (NULL, 'x'), ('x', 'x'), (repeat('x', 5000), NULL), ('', NULL)) v
  (p, h);
SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
