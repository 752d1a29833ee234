-- HTTP requests, as the gateway tells of them in settings, and what is answered besides the result: status and headers.

CREATE OR REPLACE FUNCTION platform.request_header(name text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('request.headers', true), '')::json ->> lower(name);
COMMENT ON FUNCTION platform.request_header(text) IS 'A header of the request; NULL: it has none, or this is none.';

CREATE OR REPLACE FUNCTION platform.request_cookie(name text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('request.cookies', true), '')::json ->> name;
COMMENT ON FUNCTION platform.request_cookie(text) IS 'A cookie of the request; NULL: it has none, or this is none.';

CREATE OR REPLACE FUNCTION platform.request_address() RETURNS inet
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  last CONSTANT text := btrim((regexp_match(platform.request_header('x-forwarded-for'), '[^,]*$'))[1]);
BEGIN
  IF last ~ '^([0-9.]{7,15}|[0-9a-fA-F:.]{2,45})$' THEN
    RETURN last::inet;
  END IF;
  RETURN NULL;
EXCEPTION WHEN invalid_text_representation THEN
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.request_address() IS
'The address that the request came from: the last one in header X-Forwarded-For, which the proxy before the gateway sets; NULL where that
is none. Those before it are the sender''s own words.';

CREATE OR REPLACE FUNCTION platform.set_status(status integer) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL RESTRICTED
BEGIN ATOMIC
  SELECT set_config('response.status', set_status.status::text, true);
END;
COMMENT ON FUNCTION platform.set_status(integer) IS 'The request is answered with this status.';

CREATE OR REPLACE FUNCTION platform.add_header(name text, value text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL RESTRICTED
BEGIN ATOMIC
  SELECT set_config('response.headers', (
    coalesce((SELECT jsonb_agg(h.header ORDER BY h.n)
              FROM jsonb_array_elements(nullif(current_setting('response.headers', true), '')::jsonb) WITH ORDINALITY h (header, n)
              WHERE NOT EXISTS (SELECT FROM jsonb_object_keys(h.header) k WHERE lower(k) = lower(add_header.name))), '[]')
    || jsonb_build_array(jsonb_build_object(add_header.name, add_header.value)))::text, true);
END;
COMMENT ON FUNCTION platform.add_header(text, text) IS
'The request is answered with this header besides those that were added before; one of the same name is replaced.';

CREATE OR REPLACE FUNCTION platform.refuse(status integer, message text, hint text DEFAULT NULL, details text DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.set_status(status);
  RETURN jsonb_build_object('code', 'PT' || status, 'message', message, 'details', details, 'hint', hint);
END
$$;
COMMENT ON FUNCTION platform.refuse(integer, text, text, text) IS
'The answer to a request that is refused and leaves a trace: the body of an error, as a result, with this status. An error that is raised
would take the trace back.';

CREATE OR REPLACE FUNCTION platform.is_unchanged(version text) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  tag CONSTANT text := '"' || translate(encode(substr(sha256(convert_to(version, 'UTF8')), 1, 18), 'base64'), '+/', '-_') || '"';
  known CONSTANT text := platform.request_header('if-none-match');
BEGIN
  IF version IS NULL THEN
    RETURN false;
  END IF;
  PERFORM platform.add_header('ETag', 'W/' || tag);
  IF current_setting('request.method', true) IN ('GET', 'HEAD')
    AND (btrim(known) = '*' OR EXISTS (SELECT FROM regexp_matches(left(known, 10000), '"[^"]*"', 'g') k (tags) WHERE k.tags[1] = tag)) THEN
    PERFORM platform.set_status(304);
    RETURN true;
  END IF;
  RETURN false;
END
$$;
COMMENT ON FUNCTION platform.is_unchanged(text) IS
'Answers with an ETag of this version, weak, as answers are compressed on their way; true, with status 304, where a GET or HEAD has it in
If-None-Match. NULL: there is nothing yet, and no ETag.';

-- Before every request. A GET runs READ ONLY, so it writes nothing.
CREATE OR REPLACE FUNCTION platform.pre_request() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  role CONSTANT text := current_setting('role', true);
  claims CONSTANT jsonb := platform.claims();
  session CONSTANT uuid := CASE WHEN claims ->> 'sid' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (claims ->> 'sid')::uuid END;
BEGIN
  -- The planner's guess is made of statistics over all rows, also those that policies hide.
  IF platform.request_header('prefer') ~* 'count\s*=\s*"?(planned|estimated)' THEN
    RAISE EXCEPTION 'rows are counted exactly, or not' USING ERRCODE = 'invalid_parameter_value', HINT = 'Prefer: count=exact.';
  ELSIF role = 'harmony_anon' AND NOT coalesce(claims ? 'sub', false) THEN
    RETURN;
  ELSIF coalesce(claims ? 'exp', false) AND (role = 'harmony_monitor' OR (
    NOT claims ? 'scope' OR claims ->> 'scope' = 'events' AND current_setting('request.path', true) = '/rpc/may_listen')
    AND EXISTS (
      SELECT FROM platform.session s JOIN platform.account a ON a.id = s.account_id
      WHERE s.id = session AND s.status = 'active' AND a.id::text = lower(claims ->> 'sub') AND a.is_active)) THEN
    RETURN;
  END IF;
  RAISE EXCEPTION 'the token is not valid' USING ERRCODE = 'PT401', HINT = 'Log in again.';
END
$$;
COMMENT ON FUNCTION platform.pre_request() IS
'Looks at the token of a request before it runs (db-pre-request of PostgREST), else PT401: it ends some time (exp), its account is active,
its session (sid) is that account''s and not revoked, and its scope, where it has one, covers the path.

Without a token, as harmony_anon, everything passes; a token of harmony_monitor needs an end alone. The only scope is events, for
/rpc/may_listen.';
