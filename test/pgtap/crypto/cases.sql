-- Tokens, passwords and links that other programs made or judged, and what harmony says of them.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
\set key `cat "${HARMONY_DATA:-../shared/data}/platform/jwt_key.txt" 2>/dev/null`
\set keys `cat "${HARMONY_DATA:-../shared/data}/platform/jwt_keys.json" 2>/dev/null`
\set jwt `cat "${HARMONY_DATA:-../shared/data}/platform/jwt_cases.jsonl" 2>/dev/null`
\set password `cat "${HARMONY_DATA:-../shared/data}/platform/password_cases.jsonl" 2>/dev/null`
\set s3 `cat "${HARMONY_DATA:-../shared/data}/platform/s3_cases.jsonl" 2>/dev/null`
SELECT :'jwt' = '' OR :'password' = '' OR :'s3' = '' AS missing \gset
SELECT plan(6);
\if :missing
SELECT skip('no platform/*.jsonl in HARMONY_DATA', 6);
\else
\ir ../../lib/secrets.sql
CREATE TEMP TABLE given (kind text, n bigint, c jsonb);
INSERT INTO given SELECT kind, n, line::jsonb
  FROM (VALUES ('jwt', :'jwt'), ('password', :'password'), ('s3', :'s3')) v (kind, lines),
    regexp_split_to_table(lines, E'\n') WITH ORDINALITY l (line, n) WHERE line <> '';

-- What a token gives: its claims, or SQLSTATE, message and DETAIL of the error.
CREATE FUNCTION pg_temp.verified(token text, audience text, at float8) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  detail text;
  hint text;
BEGIN
  RETURN harmony.jwt_verify(token, audience, to_timestamp(at));
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN concat_ws(' ', SQLSTATE, SQLERRM, nullif(detail, ''), nullif(hint, ''));
END $$;
CREATE FUNCTION pg_temp.judged(keys text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT format('%s: %s', c ->> 'id', left(v, 200)) FROM given,
    LATERAL (SELECT string_agg(repeat(p ->> 0, (p ->> 1)::int), '' ORDER BY k) FROM jsonb_array_elements(c -> 'parts') WITH ORDINALITY
      u (p, k)) t (token),
    LATERAL pg_temp.verified(token, c ->> 'audience', (c ->> 'at')::float8) v
  WHERE kind = 'jwt' AND c ->> 'key' = keys
    AND v IS DISTINCT FROM CASE WHEN (c -> 'accept')::boolean THEN (c -> 'claims')::text ELSE '28000 the token is not valid' END $$;
SELECT pg_temp.put_secret('harmony.jwt_key_file', :'key');
SELECT is_empty($$SELECT pg_temp.judged('line')$$, count(*) || ' tokens and a key of one line')
  FROM given WHERE kind = 'jwt' AND c ->> 'key' = 'line';
SELECT pg_temp.put_secret('harmony.jwt_key_file', :'keys');
SELECT is_empty($$SELECT pg_temp.judged('jwks')$$, count(*) || ' tokens and a JWK set')
  FROM given WHERE kind = 'jwt' AND c ->> 'key' = 'jwks';

-- Passwords, and how long a hash takes that must not be computed.
CREATE FUNCTION pg_temp.seconds(password text, hash text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE began CONSTANT timestamptz := clock_timestamp();
BEGIN
  PERFORM harmony.password_verify(password, hash);
  RETURN extract(epoch FROM clock_timestamp() - began);
END $$;
SELECT is_empty($$SELECT c ->> 'id' FROM given WHERE kind = 'password'
  AND harmony.password_verify(c ->> 'password', c ->> 'hash') IS DISTINCT FROM (c -> 'verify')::boolean$$, count(*) || ' passwords')
  FROM given WHERE kind = 'password';
SELECT is_empty($$SELECT c ->> 'id', s FROM given, LATERAL (SELECT 1000 * pg_temp.seconds(c ->> 'password', c ->> 'hash') OFFSET 0) v (s)
  WHERE kind = 'password' AND c ? 'max_ms' AND s > (c -> 'max_ms')::float8$$, 'hashes that cost too much are not computed');
SELECT is_empty($$SELECT c ->> 'id' FROM given WHERE kind = 'password' AND c ? 'needs_rehash'
  AND harmony.password_needs_rehash(c ->> 'hash') IS DISTINCT FROM (c -> 'needs_rehash')::boolean$$, 'which hashes are to be replaced');

-- Links: the query as a set, all else as it stands; NULL where the request is refused.
CREATE FUNCTION pg_temp.link(c jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_temp.put_secret('harmony.s3_credentials_file', (c -> 'credentials')::text);
  RETURN harmony.s3_presign(c ->> 'method', c ->> 'bucket', c ->> 'key', (c -> 'expires')::int, c -> 'query',
    to_timestamp((c -> 'at')::float8));
EXCEPTION WHEN invalid_parameter_value THEN RETURN NULL;
END $$;
CREATE FUNCTION pg_temp.parts(url text) RETURNS text[] LANGUAGE sql AS $$
  SELECT split_part(url, '?', 1) || array_agg(p ORDER BY p COLLATE "C") FROM regexp_split_to_table(split_part(url, '?', 2), '&') p $$;
SELECT is_empty($$SELECT c ->> 'id', v FROM given, LATERAL (SELECT pg_temp.link(c) OFFSET 0) l (v) WHERE kind = 's3'
  AND pg_temp.parts(v) IS DISTINCT FROM pg_temp.parts(c ->> 'url')$$, count(*) || ' links') FROM given WHERE kind = 's3';
SELECT pg_temp.remove_secrets();
\endif
SELECT * FROM finish();
ROLLBACK;
