-- Requests as PostgREST makes them, for tests of accounts: with a key, cheap hashes, and answers with their status.
\ir secrets.sql
SELECT pg_temp.put_secret('harmony.jwt_key_file', repeat('k', 43)) AS key \gset
SET harmony.password_memory = '8MB';
SET harmony.password_passes = 1;
SELECT platform.grant_application() AS granted \gset

-- call(claims, function and arguments, cookie, address): the status and the body, as the role that the claims speak for. NULL: nobody.
CREATE FUNCTION pg_temp.call(claims jsonb, query text, cookie text DEFAULT NULL, address text DEFAULT '192.0.2.1',
                             OUT status text, OUT body jsonb) LANGUAGE plpgsql AS $$
DECLARE
  message text; detail text; hint text;
BEGIN
  PERFORM set_config('request.headers', json_build_object('user-agent', 'test', 'x-forwarded-for', '203.0.113.1, ' || address)::text, true),
    set_config('request.cookies', json_build_object('__Host-harmony_refresh', cookie)::text, true),
    set_config('response.status', '', true), set_config('response.headers', '', true),
    set_config('request.jwt.claims', coalesce(claims::text, '{"role":"harmony_anon"}'), true),
    set_config('role', coalesce(claims ->> 'role', 'harmony_anon'), true);
  BEGIN
    PERFORM platform.pre_request();
    EXECUTE format('SELECT to_jsonb(api.%s)', query) INTO body;
    status := coalesce(nullif(current_setting('response.status'), ''), '200');
  EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    status := SQLSTATE;
    body := jsonb_build_object('message', message, 'details', detail, 'hint', hint);
  END;
  PERFORM set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
END $$;
CREATE FUNCTION pg_temp.status(claims jsonb, query text) RETURNS text LANGUAGE sql RETURN (pg_temp.call(claims, query)).status;
-- The claims of an access token, checked.
CREATE FUNCTION pg_temp.held(body jsonb) RETURNS jsonb LANGUAGE sql RETURN harmony.jwt_verify(body ->> 'access_token');
-- A header of the last answer.
CREATE FUNCTION pg_temp.header(name text) RETURNS text LANGUAGE sql
  RETURN (SELECT h ->> name FROM jsonb_array_elements(nullif(current_setting('response.headers'), '')::jsonb) h WHERE h ? name);
