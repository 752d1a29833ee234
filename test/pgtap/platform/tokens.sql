-- Tokens: issued once, kept as a hash, valid until used, expired or revoked.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

SELECT ok(platform.new_token() ~ '^[A-Za-z0-9_-]{43}$', 'a token can stand in an address');
SELECT is((SELECT count(DISTINCT platform.new_token()) FROM generate_series(1, 1000)), 1000::bigint, 'tokens differ');
SELECT is(platform.token_hash('x'), sha256('x'), 'the hash is SHA-256');
SELECT is(platform.token_hash(NULL), NULL, 'of nothing nothing');
SELECT throws_ok(format('SELECT platform.require_expiry(%L)', v), '22023', NULL, format('not valid for %s', v))
  FROM unnest('{0,-1 day,366 days 6 hours 1 second}'::interval[] || NULL) v;
SELECT lives_ok($$SELECT platform.require_expiry('1 year'), platform.require_expiry('1 second')$$, 'a second to a year');
SELECT throws_ok($$SELECT platform.require_expiry('2 hours', '1 hour')$$, '22023', NULL, 'or less');

SELECT id AS once, token AS once_token FROM platform.issue_token('invite', '1 hour') \gset
SELECT id AS often, token AS often_token FROM platform.issue_token('boarding', '1 hour', false) \gset
SELECT is_empty(format('SELECT FROM platform.token t WHERE t::text LIKE ANY (%L)',
  ARRAY['%' || :'once_token' || '%', '%' || :'often_token' || '%']), 'no token is kept in clear');
SELECT results_eq(format('SELECT (platform.find_token(%L, %L)).id', :'once_token', '{invite,boarding}'), ARRAY[:once::bigint],
  'it is found');
SELECT results_eq(format('SELECT (platform.find_token(%L, %L)).id', :'once_token', '{invite,boarding}'), ARRAY[:once::bigint],
  'and not used up by that');
SELECT throws_ok(format('SELECT platform.find_token(%L, %L)', t, k), '22023', 'the token is not valid', n)
FROM (VALUES (:'once_token', '{boarding}', 'of another kind'), ('nonsense', '{invite}', 'never issued'), (NULL, '{invite}', 'none'),
  (:'once_token', NULL, 'of no kind')) v (t, k, n);
SELECT results_eq(format('SELECT id, used_at FROM platform.use_token(%L, %L, NULL)', :'once_token', 'invite'),
  format('VALUES (%s::bigint, NULL::timestamptz)', :once), 'it is used');
SELECT throws_ok(format('SELECT platform.use_token(%L, %L, NULL)', :'once_token', 'invite'), '22023', 'the token is not valid', 'once');
SELECT throws_ok(format('SELECT platform.find_token(%L, %L)', :'once_token', '{invite}'), '22023', 'the token is not valid',
  'and leads nowhere then');
SELECT lives_ok(format('SELECT platform.use_token(%L, %L, NULL) FROM generate_series(1, 3)', :'often_token', 'boarding'),
  'others work until they expire');
SELECT is(platform.revoke_tokens(ARRAY[:often, :once, -1]), 2::bigint, 'or are revoked');
SELECT is(platform.revoke_tokens(ARRAY[:often]), 0::bigint, 'once');
SELECT throws_ok(format('SELECT platform.use_token(%L, %L, NULL)', :'often_token', 'boarding'), '22023', 'the token is not valid',
  'they end by that');
SELECT token AS late FROM platform.issue_token('invite', '1 hour') \gset
UPDATE platform.token SET expires_at = statement_timestamp() WHERE token_hash = platform.token_hash(:'late');
SELECT throws_ok(format('SELECT platform.use_token(%L, %L, NULL)', :'late', 'invite'), '22023', 'the token is not valid', 'or by expiring');
SELECT is(platform.token_is_valid(NULL), false, 'no token is not valid');
SELECT * FROM finish();
ROLLBACK;
