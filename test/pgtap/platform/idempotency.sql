-- Idempotency-Key: the same request again has no second effect and the same answer; another one, one in flight and a bad key are refused;
-- nothing is kept of refusals, nor of whoever is erased.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

-- asks(who, key, value): status, replayed or not, and what a request of this person with this key is told, or the SQLSTATE; it stays.
CREATE FUNCTION pg_temp.asks(who text, key text, value text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  answer text;
BEGIN
  PERFORM set_config('request.headers', jsonb_strip_nulls(jsonb_build_object('idempotency-key', key))::text, true),
    set_config('response.status', '', true), set_config('response.headers', '', true);
  answer := pg_temp.does(who, 'SELECT ' || value);
  RETURN concat_ws(' ', CASE WHEN answer !~ '^[A-Z0-9]{5}$' THEN coalesce(nullif(current_setting('response.status'), ''), '200') END,
    CASE WHEN current_setting('response.headers') LIKE '%"Idempotency-Replayed": "true"%' THEN 'replayed' END, answer);
END $$;
CREATE FUNCTION pg_temp.unique_part(answer text) RETURNS text LANGUAGE sql RETURN regexp_replace(answer, '^201 (replayed )?', '');
SELECT id AS likert FROM assessment.instrument WHERE code = 'resilience-10' \gset
SELECT id AS test FROM assessment.instrument WHERE code = 'reasoning-18' \gset
SELECT crew.invite(id('campaign2'), '1 day', false) AS invite \gset
\set submit 'api.submit(' :likert ', array_fill(4::smallint, ''{10}''), array_fill(3000, ''{10}''), ''2020-01-01 12:00Z'')'
\set another 'api.submit(' :likert ', array_fill(2::smallint, ''{10}''), array_fill(3000, ''{10}''), ''2020-01-01 12:00Z'')'
\set of_test 'api.submit(' :test ', array_fill(2::smallint, ''{18}''), array_fill(9000, ''{18}''))'
\set decide 'api.decide(id(''campaign1''), id(''candidate1''), ''hired'', ''good'')'
\set apply 'api.apply(''' :invite ''')'

-- ---- once ----

SELECT pg_temp.asks('candidate1', 'key 1', :'submit') AS bad_key, pg_temp.asks('candidate1', 'key-1', :'submit') AS first \gset
SELECT is(:'bad_key'::text, '22023', 'a space in the key');
SELECT is(pg_temp.asks('candidate1', k, :'submit'), '22023', format('key %L', left(k, 5))) FROM unnest(ARRAY['', repeat('x', 256), 'ä',
  E'a\nb', E'\x7f']) k;
SELECT is(pg_temp.asks('candidate1', repeat('~', 255), :'another') ~ '^201 \{', true, 'a key of 255');
SELECT alike(:'first'::text, '201 {%', 'submit with a key');
SELECT is(pg_temp.asks('candidate1', 'key-1', :'submit'), '201 replayed ' || pg_temp.unique_part(:'first'), 'again: the same answer');
SELECT is((SELECT count(*) FROM assessment.submission WHERE person_id = id('candidate1') AND answers[1] = 4), 1::bigint,
  'and one submission');
SELECT is(pg_temp.asks('candidate1', 'key-1', :'another'), 'PT422', 'other answers with the key');
SELECT is(pg_temp.asks('candidate1', 'key-1', replace(:'submit', '12:00Z', '13:00Z')), 'PT422', 'another time');
SELECT is(pg_temp.asks('candidate1', 'key-1', replace(:'submit', '12:00Z', '13:00+01')), '201 replayed ' || pg_temp.unique_part(:'first'),
  'the same time in other words');
SELECT isnt(pg_temp.unique_part(pg_temp.asks('candidate2', 'key-1', :'submit')), pg_temp.unique_part(:'first'),
  'a key is an account''s own');
SELECT is((SELECT count(*) FROM assessment.submission WHERE person_id = id('candidate2')), 1::bigint, 'which makes its own submission');
SELECT unalike(pg_temp.asks('candidate1', NULL, :'submit'), '%replayed%', 'without a key nothing is asked');
SELECT is(pg_temp.asks('candidate2', 'key-2', :'apply'), '201 ' || id('campaign2'), 'apply');
SELECT is(pg_temp.asks('candidate2', 'key-2', :'apply'), '201 replayed ' || id('campaign2'), 'again');
SELECT is(pg_temp.asks('candidate2', 'key-3', :'apply'), '23505', 'with another key: applied already');
SELECT is(pg_temp.asks('candidate2', 'key-2', 'api.apply(''x'')'), 'PT422', 'another token with the key');
SELECT alike(pg_temp.asks('candidate2', 'key-2', :'submit'), '201 {%', 'and a key is a function''s own');
SELECT pg_temp.asks('client1', 'key-1', :'decide') AS decided \gset
SELECT alike(:'decided'::text, '201 {%', 'decide');
SELECT is(pg_temp.asks('client1', 'key-1', :'decide'), '201 replayed ' || pg_temp.unique_part(:'decided'), 'again');
SELECT is(pg_temp.asks('client1', 'key-2', :'decide'), 'PT409', 'with another key: decided already');
SELECT is(pg_temp.asks('client1', 'key-1', replace(:'decide', 'good', 'better')), 'PT422', 'another reason');
SELECT is((SELECT count(*) FROM crew.hiring_event WHERE person_id = id('candidate1')), 1::bigint, 'one event');
SELECT is(pg_temp.asks('client2', 'key-1', :'decide'), '42501', 'another employer''s client with the same key');

-- ---- what is told ----

SELECT pg_temp.asks('candidate3', 'test', :'of_test') AS tested \gset
SELECT is(pg_temp.unique_part(:'tested')::jsonb -> 'results', 'null', 'the answer to a test tells no score');
SELECT is(pg_temp.asks('candidate3', 'test', :'of_test'), '201 replayed ' || pg_temp.unique_part(:'tested'), 'again: nor does it');
SELECT is(pg_temp.asks('candidate3', 'test2', :'of_test'), 'PT409', 'and no second attempt');
-- The account alone finds it, and the owner.
SELECT is(pg_temp.tries('candidate1', 'SELECT count(*) FROM platform.idempotency_key'), '42501', 'nobody reads the table');
SELECT is(pg_temp.tries('admin', 'SELECT count(*) FROM platform.idempotency_key'), '42501', 'no administrator either');
SELECT is_empty($$SELECT polname FROM pg_policy WHERE polrelid = 'platform.idempotency_key'::regclass AND polname <> 'owner_all'$$,
  'nor would, with a right to');
SELECT is_empty(format($$SELECT key FROM platform.idempotency_key k WHERE to_jsonb(k)::text LIKE '%%' || %L || '%%'$$, :'invite'),
  'no token is in it');
SELECT is(pg_temp.asks('nobody', 'key-1', :'submit'), '22023', 'an account that is not there sees no instrument');
UPDATE platform.account SET is_active = false WHERE id = id('candidate1');
SELECT is(pg_temp.asks('candidate1', 'key-1', :'submit'), '22023', 'nor does one that is not active, and it is told nothing again');
UPDATE platform.account SET is_active = true WHERE id = id('candidate1');

-- ---- refusals are not kept ----

SELECT is(pg_temp.asks('candidate1', 'key-9', format('api.submit(%s, ''{1}'')', :likert)), '22023', 'an error');
SELECT alike(pg_temp.asks('candidate1', 'key-9', :'submit'), '201 {%', 'leaves the key free');
CREATE FUNCTION platform.refuses(what text) RETURNS jsonb LANGUAGE sql VOLATILE
  RETURN CASE what WHEN 'no' THEN platform.refuse_for_now(7) ELSE jsonb_build_object('made', gen_random_uuid(), 'url', what) END;
CREATE FUNCTION platform.made_anew(kept jsonb) RETURNS jsonb LANGUAGE sql VOLATILE RETURN kept || '{"url": "another"}';
SELECT platform.expose('platform.refuses(text)', 'Refuses.', once => true, members => '{made}', anew => 'platform.made_anew');
GRANT EXECUTE ON FUNCTION platform.refuses(text), platform.made_anew(jsonb), platform.refuse_for_now(integer),
  platform.add_header(text, text), platform.set_status(integer), platform.refuse(integer, text, text, text) TO harmony_user;
SELECT alike(pg_temp.asks('candidate1', 'key-r', 'api.refuses(''no'')'), '429 %too many%', 'a refusal that returns');
SELECT is_empty($$SELECT key FROM platform.idempotency_key WHERE routine = 'refuses'$$, 'is not kept');

-- ---- what is not stored is made anew ----

SELECT pg_temp.asks('candidate1', 'key-r2', 'api.refuses(''signed'')') AS made \gset
SELECT alike(:'made'::text, '200 %"signed"%', 'an answer with an address');
SELECT is_empty($$SELECT key FROM platform.idempotency_key WHERE answer::text LIKE '%signed%'$$, 'which is not stored');
SELECT is(pg_temp.asks('candidate1', 'key-r2', 'api.refuses(''signed'')'),
  replace(replace(:'made', '200', '200 replayed'), 'signed', 'another'), 'and is made anew for the rest');
SELECT throws_ok($$SELECT platform.expose('crew.fleet(uuid)', 'x', once => true)$$, '0A000', NULL, 'not for what changes nothing');
SELECT throws_ok($$SELECT platform.expose('crew.withdraw(uuid, uuid)', 'x', once => true)$$, '0A000', NULL, 'nor without an answer');
SELECT throws_ok($$SELECT platform.expose('crew.apply(text, uuid)', 'x', version => 'crew.fleet_version')$$, '0A000', NULL,
  'no version for what changes something');

-- ---- the end ----

SELECT is(platform.clean_idempotency_keys(), '{"deleted": 0}'::jsonb, 'nothing ends within a day');
UPDATE platform.idempotency_key SET expires_at = now() - interval '1 second' WHERE account_id = id('candidate1') AND key = 'key-1';
SELECT is(count(*), 1::bigint, 'one has ended') FROM platform.idempotency_key WHERE expires_at < now();
SELECT alike(pg_temp.asks('candidate1', 'key-1', :'another'), '201 {%', 'after a day the key is new');
SELECT is(expires_at, now() + interval '24 hours', 'for a day') FROM platform.idempotency_key
  WHERE account_id = id('candidate1') AND key = 'key-1' AND routine = 'submit';
UPDATE platform.idempotency_key SET expires_at = now() - interval '1 second' WHERE account_id = id('candidate1') AND key = 'key-1';
SELECT is(platform.clean_idempotency_keys(), '{"deleted": 1}'::jsonb, 'and cleaned');
SELECT results_eq($$SELECT s.every, k.routine FROM platform.schedule s JOIN platform.job_kind k ON k.kind = s.kind
  WHERE s.name = 'platform.clean_idempotency_keys'$$, $$VALUES (interval '1 hour', 'platform.clean_idempotency_keys')$$, 'every hour');

-- One's own: told without the answer, and gone with the account; what others were answered about it too.
SELECT is((SELECT array_agg(k ORDER BY k) FROM jsonb_object_keys(platform.person_data(id('client1')) #> '{platform.idempotency_key,0}') k),
  '{account_id,created_at,expires_at,key,routine,status}'::text[], 'what is told of it');
SELECT isnt_empty($$SELECT key FROM platform.idempotency_key WHERE answer::text LIKE '%' || id('candidate1') || '%'$$, 'a person is named');
SELECT platform.erase_account(id('candidate1'));
SELECT is_empty($$SELECT key FROM platform.idempotency_key k WHERE to_jsonb(k)::text LIKE '%' || id('candidate1') || '%'$$, 'until erased');
SELECT isnt_empty($$SELECT key FROM platform.idempotency_key$$, 'the others stay');
SELECT * FROM finish();
ROLLBACK;
