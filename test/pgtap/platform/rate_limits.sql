-- Token buckets: how many, how fast they fill, whose they are; what a refusal says and leaves.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/sessions.sql

SELECT is((SELECT relpersistence::text FROM pg_class WHERE oid = 'platform.rate_bucket'::regclass), 'u', 'buckets are unlogged');
INSERT INTO platform.rate_limit VALUES ('test:x', 3, '10 seconds'), ('account:test', 1, '1 minute');
SELECT results_eq($$SELECT platform.take_token('test:x', 'a') FROM generate_series(1, 5)$$, 'VALUES (NULL), (NULL), (NULL), (10), (10)',
  'a burst');
SELECT is(platform.take_token('test:x', 'b'), NULL, 'others have their own');
SELECT is(platform.bucket_wait('test:x', 'a'), 10, 'how long');
UPDATE platform.rate_bucket SET updated_at = updated_at - interval '9 seconds' WHERE key = 'test:x:a';
SELECT is(platform.take_token('test:x', 'a'), 1, 'not after nine seconds');
UPDATE platform.rate_bucket SET updated_at = updated_at - interval '11 seconds' WHERE key = 'test:x:a';
SELECT results_eq($$SELECT platform.take_token('test:x', 'a') IS NULL FROM generate_series(1, 3)$$, 'VALUES (true), (true), (false)',
  'one in ten');
UPDATE platform.rate_bucket SET updated_at = updated_at - interval '1 year' WHERE key = 'test:x:a';
SELECT is((SELECT count(*) FROM generate_series(1, 9) WHERE platform.take_token('test:x', 'a') IS NULL), 3::bigint,
  'never more than the burst');
UPDATE platform.rate_bucket SET updated_at = now() + interval '1 hour' WHERE key = 'test:x:a';
SELECT is(platform.take_token('test:x', 'a'), 10, 'a clock that was put back takes nothing away');
SELECT is(platform.take_token('test:x', 'a'), NULL, 'forgotten') FROM platform.empty_bucket('test:x', 'a');
SELECT is(platform.take_token('test:unknown', 'a'), NULL, 'what has no row is not limited');
SELECT is(platform.take_token('test:x', NULL), NULL, 'nor is nobody');

-- Whose: the last address, which the proxy sets; networks of IPv6.
SELECT is(platform.address_key(a), k, a::text) FROM (VALUES ('192.0.2.1'::inet, '192.0.2.1'), ('2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'),
  ('::ffff:192.0.2.1', '::ffff:192.0.2.1'), (NULL, NULL)) v (a, k);
SELECT is((SELECT platform.request_address() FROM set_config('request.headers', json_build_object('x-forwarded-for', h)::text, true)),
  a::inet, coalesce(h, 'none')) FROM (VALUES ('192.0.2.1', '192.0.2.1'), ('203.0.113.9, 192.0.2.1', '192.0.2.1'), ('2001:db8::1',
    '2001:db8::1'),
  ('192.0.2.1, x', NULL), ('192.0.2.300', NULL), ('', NULL), (',', NULL), (NULL, NULL), ('192.0.2.1/8', NULL), (':::::', NULL)) v (h, a);
SELECT isnt(platform.email_key('a@b'), platform.email_key('a@c'), 'addresses differ');
SELECT is(platform.email_key('A@b'), platform.email_key('a@B'), 'not by letters');

-- login: failures of an address, all calls of a place.
SELECT body AS ann FROM pg_temp.call(NULL, $$register('ann@example.org', 'four unrelated words')$$) \gset
CREATE FUNCTION pg_temp.tries(email text, password text, address text, n integer) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  answers text[] := '{}';
BEGIN
  FOR i IN 1..n LOOP
    answers := answers || (pg_temp.call(NULL, format('login(%L, %L)', email, password), NULL, address)).status;
  END LOOP;
  RETURN (SELECT string_agg(format('%sx%s', s, c), ' ' ORDER BY s) FROM (SELECT s, count(*) FROM unnest(answers) s GROUP BY s) a (s, c));
END $$;
SELECT is(pg_temp.tries('ann@example.org', 'wrong password', '192.0.2.2', 9), '401x9', 'nine failures');
SELECT is(pg_temp.tries('ann@example.org', 'four unrelated words', '192.0.2.2', 1), '200x1', 'and a success');
SELECT is(pg_temp.tries('ANN@example.org', 'wrong password', '192.0.2.3', 12), '401x10 429x2', 'which empties the count');
SELECT is(pg_temp.tries('ann@example.org', 'four unrelated words', '192.0.2.4', 1), '429x1',
  'from everywhere, with the right password too');
SELECT is(pg_temp.header('Retry-After')::integer BETWEEN 1 AND 30, true, 'Retry-After');
SELECT is(pg_temp.tries('nobody@example.org', 'wrong password', '192.0.2.5', 12), '401x10 429x2', 'an unknown address alike');
SELECT is_empty($$SELECT key FROM platform.rate_bucket WHERE key ~ '@'$$, 'no address stands in the table');
UPDATE platform.rate_bucket SET updated_at = updated_at - interval '1 hour';
SELECT is(pg_temp.tries('ann@example.org', 'four unrelated words', '192.0.2.6', 52), '200x50 429x2', '50 from one place');
-- register.
SELECT is((SELECT string_agg(s, ' ') FROM (SELECT (pg_temp.call(NULL, $$register('ann@example.org', 'four unrelated words')$$, NULL,
  '192.0.2.7')).status AS s FROM generate_series(1, 11)) q), repeat('409 ', 10) || '429', 'ten registrations, which count though refused');
SELECT is((SELECT string_agg(s, ' ') FROM (SELECT pg_temp.status(NULL, format('request_password_reset(%L)', e)) AS s
  FROM unnest('{x@y,x@y,x@y,X@y,z@y}'::text[]) e) q), '202 202 202 429 202', 'three resets');
-- Functions of accounts.
SELECT is((SELECT platform.take_call('test')), NULL, 'the owner''s own work is not counted');
SELECT set_config('request.jwt.claims', pg_temp.held(:'ann')::text, true) IS NOT NULL AS acting \gset
SELECT is(platform.take_call('test'), NULL, 'one');
SELECT is(platform.take_call('test') ->> 'code', 'PT429', 'is all');
SELECT is(platform.take_call('nothing'), NULL, 'what has no limit');
SELECT is((SELECT key FROM platform.rate_bucket WHERE key LIKE 'account:%:test'), format('account:%s:test', :'ann'::jsonb #>>
  '{account,id}'),
  'the key');
SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
