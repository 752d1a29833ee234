-- Tokens, passwords and links in use: whose they are, their files, rotation, expiry under cached plans, and what errors tell.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/secrets.sql

-- SQLSTATE, message, DETAIL, HINT and CONTEXT of the error of a statement; its value where there is none.
CREATE FUNCTION pg_temp.outcome(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
  detail text;
  context text;
BEGIN
  EXECUTE statement INTO result;
  RETURN coalesce(result, 'null');
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, context = PG_EXCEPTION_CONTEXT;
  RETURN concat_ws(' | ', SQLSTATE, SQLERRM, nullif(detail, ''));
END $$;

-- Nobody but the owner, and the settings are the superuser's.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE pronamespace = 'harmony'::regnamespace
  AND proname ~ '^(jwt_|password_|s3_)' AND has_function_privilege('public', oid, 'EXECUTE')$$, 'none is for everybody');
SELECT is((SELECT count(*) FROM pg_proc WHERE pronamespace = 'harmony'::regnamespace AND proname ~ '^(jwt_|password_|s3_)'), 6::bigint,
  'six functions');
SELECT harmony.version() IS NOT NULL AS loaded \gset
CREATE ROLE harmony_test_stranger;
SET LOCAL ROLE harmony_test_stranger;
SELECT throws_ok(format('SET LOCAL %s', s), '42501', NULL, s || ' is refused') FROM unnest(ARRAY['harmony.jwt_key_file = a',
  'harmony.s3_credentials_file = a', 'harmony.password_memory = 8192', 'harmony.password_passes = 1']) s;
SELECT throws_ok('SHOW harmony.jwt_key_file', '42501', NULL, 'where the key is cannot be asked');
SELECT throws_ok($$SELECT harmony.jwt_verify('')$$, '42501', NULL, 'a stranger verifies no token');
RESET ROLE;
SELECT throws_ok(format('SET LOCAL %s', s), '22023', NULL, s || ' is refused') FROM unnest(ARRAY['harmony.password_memory = 8191',
  'harmony.password_memory = 262145', 'harmony.password_passes = 0', 'harmony.password_passes = 11']) s;
SELECT throws_ok('SET harmony.no_such = 1', '42602', NULL, 'no other setting begins with harmony.');

-- Files that cannot be used.
SELECT is(pg_temp.outcome($$SELECT harmony.jwt_sign('{}')$$),
  '58030 | file of setting "harmony.jwt_key_file" cannot be used | The setting is empty.', 'no file is set');
SELECT is(pg_temp.outcome($$SELECT harmony.s3_presign('GET', 'bucket', 'key')$$),
  '58030 | file of setting "harmony.s3_credentials_file" cannot be used | The setting is empty.', 'nor one of credentials');
SELECT repeat('s3cr3t', 8) AS key \gset
SELECT pg_temp.put_secret('harmony.jwt_key_file', :'key');
SELECT harmony.jwt_sign('{"sub": "a"}') AS token \gset
CREATE FUNCTION pg_temp.after(command text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_temp.shell(replace(command, '@', current_setting('harmony.jwt_key_file')));
  RETURN pg_temp.outcome($q$SELECT harmony.jwt_verify('x')$q$);
END $$;
SELECT is(pg_temp.after(command), coalesce('58030 | file of setting "harmony.jwt_key_file" cannot be used | ' || reason,
    '28000 | the token is not valid'), command)
  FROM (VALUES ('chmod 640 @', NULL), ('chmod 604 @', 'Others may read, write or execute it.'), ('chmod 600 @', NULL),
    ('chmod 601 @', 'Others may read, write or execute it.'), ('chmod 600 @; : >@', 'The file is empty.'),
    ('echo s3cr3t-s3cr3t >@', 'A key has fewer than 32 bytes.'), ('printf %065537d 1 >@', 'The file has more than 64 kB.'),
    ('printf "%040d\n%040d\n" 1 1 >@', 'It has more than one line.'),
    ('echo "{s3cr3t-s3cr3t-s3cr3t-s3cr3t-s3cr3t-s3cr3t" >@', 'It begins with "{" and is no JWK set with a key.'),
    ('rm @', 'There is no such file.'), ('mkdir -m 700 @', 'It is not a regular file.'),
    ('rmdir @; mkfifo -m 600 @', 'It is not a regular file.'), ('rm @; printf %032d 1 >@; chmod 600 @', NULL)) v (command, reason);
SELECT pg_temp.put_secret('harmony.s3_credentials_file',
  '{"endpoint": "s3cr3t", "region": "s3cr3t", "access_key": "a", "secret_key": "b"}');
SELECT is(pg_temp.outcome($$SELECT harmony.s3_presign('GET', 'bucket', 'key')$$),
  '58030 | file of setting "harmony.s3_credentials_file" cannot be used | "endpoint" does not begin with https:// or http://.',
  'an error quotes nothing of a file');

-- A key that is replaced: the token of the one before is refused at once, and while both are in the file, none is.
SELECT is(pg_temp.outcome(format('SELECT harmony.jwt_verify(%L)', :'token')), '28000 | the token is not valid', 'another key');
CREATE FUNCTION pg_temp.jwk(kid text, bytes text) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_build_object('kty', 'oct', 'kid', kid,
  'k', translate(rtrim(encode(bytes::bytea, 'base64'), '='), E'+/\n', '-_')) $$;
SELECT pg_temp.put_secret('harmony.jwt_key_file', jsonb_build_object('keys', jsonb_build_array(pg_temp.jwk('new', repeat('n', 32)),
  pg_temp.jwk('old', :'key')))::text);
SELECT is(harmony.jwt_verify(:'token') ->> 'sub', 'a', 'the key before, in a JWK set');
SELECT harmony.jwt_sign('{"sub": "b"}') AS newer \gset
SELECT is(convert_from(decode(p || repeat('=', -length(p) & 3), 'base64'), 'UTF8')::jsonb,
  '{"alg": "HS256", "typ": "JWT", "kid": "new"}', 'the first key signs, and is named') FROM split_part(:'newer', '.', 1) p;
SELECT pg_temp.put_secret('harmony.jwt_key_file', :'key');
SELECT is(pg_temp.outcome(format('SELECT harmony.jwt_verify(%L)', :'newer')), '28000 | the token is not valid', 'a key that has gone');

-- Signing.
CREATE TEMP TABLE signed AS SELECT harmony.jwt_verify(harmony.jwt_sign('{"sub": "a", "x": 1.50, "iat": "x", "exp": 1, "jti": []}',
  '90 minutes')) AS c;
SELECT is(c - 'jti' - 'exp' - 'iat', '{"sub": "a", "x": 1.50}', 'claims are as they were given') FROM signed;
SELECT cmp_ok(abs((c -> 'iat')::float8 - extract(epoch FROM statement_timestamp())::float8), '<', 60::float8,
  'iat is now, in place of the one that was given') FROM signed;
SELECT is((c -> 'exp')::bigint - (c -> 'iat')::bigint, 5400::bigint, 'exp is a lifetime later') FROM signed;
SELECT matches(c ->> 'jti', '^[A-Za-z0-9_-]{22}$', 'jti is 128 random bits') FROM signed;
SELECT isnt(harmony.jwt_sign('{}'), harmony.jwt_sign('{}'), 'no two tokens are the same');
SELECT is(left(pg_temp.outcome(format('SELECT harmony.jwt_sign(%s)', args)), 5), '22023', args)
  FROM unnest(ARRAY[$$'[]'$$, $$'1'$$, $$'null'$$, $$'{"sub": 1}'$$, $$'{"nbf": -1}'$$, $$'{"aud": [1]}'$$, $$'{"x": 1e400}'$$,
    $$jsonb_build_object('x', repeat('x', 8000))$$, $$'{}', '0'$$, $$'{}', '-1 day'$$, $$'{}', '0.9 seconds'$$, $$'{}', '9000 years'$$,
    $$'{}', '170000000 years'$$, $$('{"x":' || repeat('[', 100) || repeat(']', 100) || '}')::jsonb$$]) args;
SELECT is(harmony.jwt_verify(harmony.jwt_sign('{"n": "Zoë 🛶", "aud": ["ö"]}'), 'ö') ->> 'n', 'Zoë 🛶', 'all of Unicode');

-- Times, and what is not there.
SELECT is(pg_temp.outcome(format('SELECT harmony.jwt_verify(%s)', args)), '28000 | the token is not valid', args)
  FROM unnest(ARRAY['NULL', $$''$$, format('%L, at => %L', :'token', 'infinity'), format('%L, at => %L', :'token', '-infinity'),
    format('%L, at => NULL', :'token'), format('%L, %L', :'token', 'a')]) args;
SELECT lives_ok(format('SELECT harmony.jwt_verify(%L)', :'token'), 'while the token holds');

-- What jsonb cannot hold is no other error. The signature is made here.
CREATE FUNCTION pg_temp.base64url(bytes bytea) RETURNS text LANGUAGE sql AS $$
  SELECT translate(rtrim(translate(encode(bytes, 'base64'), E'\n', ''), '='), '+/', '-_') $$;
CREATE FUNCTION pg_temp.hmac(key text, message text) RETURNS bytea LANGUAGE sql AS $$
  SELECT sha256(outer_pad || sha256(inner_pad || message::bytea)) FROM (
    SELECT string_agg(set_byte('\x00', 0, b # 54), NULL::bytea ORDER BY i), string_agg(set_byte('\x00', 0, b # 92), NULL::bytea ORDER BY i)
    FROM generate_series(1, 64) i, LATERAL (SELECT coalesce(nullif(ascii(substr(key, i, 1)), 0), 0)) c (b)) p (inner_pad, outer_pad) $$;
CREATE FUNCTION pg_temp.signed(key text, claims text) RETURNS text LANGUAGE sql AS $$
  SELECT t || '.' || pg_temp.base64url(pg_temp.hmac(key, t))
  FROM (SELECT pg_temp.base64url('{"alg":"HS256"}') || '.' || pg_temp.base64url(convert_to(claims, 'UTF8'))) v (t) $$;
SELECT is(pg_temp.outcome(format('SELECT harmony.jwt_verify(%L)', pg_temp.signed(:'key', claims))), wanted, claims)
  FROM (VALUES ('{"exp": 2000000000000}', '28000 | the token is not valid'), ('{"exp": 253402300799}', '{"exp": 253402300799}'),
    ('{"exp": 253402300799, "x": "\u0000"}', '28000 | the token is not valid')) v (claims, wanted);

-- A token ends under a cached plan, too.
SELECT extract(epoch FROM clock_timestamp() - interval '28.5 s') AS soon \gset
SELECT pg_temp.signed(:'key', format('{"exp": %s}', :soon)) AS ending \gset
SET LOCAL plan_cache_mode = force_generic_plan;
PREPARE with_parameter (text) AS SELECT harmony.jwt_verify($1);
SELECT format('PREPARE with_constant AS SELECT harmony.jwt_verify(%L)', :'ending') AS prepare \gset
:prepare;
CREATE FUNCTION pg_temp.both(token text) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(', ', left(pg_temp.outcome(format('EXECUTE with_parameter (%L)', token)), 5),
    left(pg_temp.outcome('EXECUTE with_constant'), 5)) $$;
SELECT is(pg_temp.both(:'ending'), '{"exp, {"exp', 'before it ends');
SELECT pg_sleep(1.6);
SELECT is(pg_temp.both(:'ending'), '28000, 28000', 'afterwards');
SET LOCAL plan_cache_mode = auto;

-- Passwords.
SET LOCAL harmony.password_memory = '8MB';
SET LOCAL harmony.password_passes = 1;
SELECT harmony.password_hash('correct horse') AS hash \gset
SELECT matches(:'hash'::text, '^\$argon2id\$v=19\$m=8192,t=1,p=1\$', 'a hash costs what the settings say');
SELECT is(harmony.password_verify('correct horse', :'hash'), true, 'the password');
SELECT is(harmony.password_verify('correct horse ', :'hash'), false, 'another');
SELECT is(harmony.password_needs_rehash(:'hash'), false, 'of the cost of new ones');
SET LOCAL harmony.password_passes = 2;
SELECT is(harmony.password_needs_rehash(:'hash'), true, 'of a lower cost');
SELECT is(pg_temp.outcome($$SELECT harmony.password_hash(repeat('s3cr3t', 1000))$$),
  '22023 | password has more than 4096 bytes', 'too long');
SELECT is(harmony.password_verify(repeat('x', 5000), :'hash'), false, 'too long for any hash');

-- Memory that is not there: neither a hash nor "another password". The process gets 100 MB more, and no limit again.
SET LOCAL harmony.password_memory = '256MB';
SELECT pg_temp.shell(format('p=%s; v=$(sed -n "s/^VmSize:[^0-9]*\([0-9]*\).*/\1/p" /proc/$p/status); ' ||
  'prlimit --pid $p --as=$(((v + 100000) * 1024)):', pg_backend_pid()));
SELECT is(pg_temp.outcome($$SELECT harmony.password_hash('a')$$), '53200 | out of memory', 'no memory for a hash');
SELECT is(pg_temp.outcome(format('SELECT harmony.password_verify(%L, %L)', 'correct horse', replace(:'hash', 'm=8192', 'm=262144'))),
  '53200 | out of memory', 'nor for a verification');
SELECT pg_temp.shell(format('prlimit --pid %s --as=unlimited:', pg_backend_pid()));
SELECT is(harmony.password_verify('correct horse', replace(:'hash', 'm=8192', 'm=262144')), false, 'it is there again');

-- Links.
SELECT pg_temp.put_secret('harmony.s3_credentials_file', $${"endpoint": "http://127.0.0.1:9000", "region": "r", "bucket": "documents",
  "access_key": "a", "secret_key": "s3cr3t", "path_style": true}$$::jsonb::text);
SELECT matches(harmony.s3_presign('GET', 'documents', 'Zoë/a b', at => '2030-01-01 00:00:01.5+00'),
  '^http://127.0.0.1:9000/documents/Zo%C3%AB/a%20b\?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2F20300101%2Fr%2Fs3%2F' ||
  'aws4_request&X-Amz-Date=20300101T000001Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=[0-9a-f]{64}$', 'a link');
SELECT is(left(pg_temp.outcome(format('SELECT harmony.s3_presign(%s)', args)), 5), '22023', args)
  FROM unnest(ARRAY[$$'PATCH', 'bucket', 'a'$$, $$'GET', 'B', 'a'$$, $$'GET', 'bucket', ''$$, $$'GET', 'bucket', 'a', 0$$,
    $$'GET', 'bucket', 'a', query => '[]'$$, $$'GET', 'bucket', 'a', query => '{"a": 1}'$$,
    $$'GET', 'bucket', 'a', query => '{"X-Amz-Date": ""}'$$, $$'GET', 'bucket', 'a', at => 'infinity'$$,
    $$'GET', 'bucket', 'a', at => '10000-01-01Z'$$, $$'GET', 'bucket', 'a', at => '1969-01-01Z'$$]) args;
SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
