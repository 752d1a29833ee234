-- Who is asking: the claims of a request. The setting can be set by whoever runs SQL and may hold anything.

-- PostgreSQL before 16 has no way to ask whether a text is JSON but to fail, and what fails cannot be caught in a parallel worker. Hence by
-- patterns, from the inside: strings become "", then the innermost objects and arrays null, until one object is left.
CREATE OR REPLACE FUNCTION platform.is_json_object(document text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  text_value CONSTANT text := '"(?:[^"\\\x01-\x1f]|\\["\\/bfnrt]|\\u(?:[1-9abcefABCEF][0-9a-fA-F]{3}|0[1-9a-fA-F][0-9a-fA-F]{2}'
    || '|00[1-9a-fA-F][0-9a-fA-F]|000[1-9a-fA-F]|[dD][0-7][0-9a-fA-F]{2}'
    || '|[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}))*"';
  value CONSTANT text := '[ \t\n\r]*(?:""|null|true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?)[ \t\n\r]*';
  member CONSTANT text := '[ \t\n\r]*""[ \t\n\r]*:' || value;
  object CONSTANT text := '\{(?:[ \t\n\r]*|' || member || '(?:,' || member || ')*)\}';
  list CONSTANT text := '\[(?:[ \t\n\r]*|' || value || '(?:,' || value || ')*)\]';
  rest text := regexp_replace(document, text_value, '""', 'g');
BEGIN
  FOR depth IN 1..8 LOOP
    IF rest ~ ('^[ \t\n\r]*' || object || '[ \t\n\r]*$') THEN
      RETURN true;
    END IF;
    rest := regexp_replace(rest, object || '|' || list, 'null', 'g');
  END LOOP;
  RETURN false;
END
$$;
COMMENT ON FUNCTION platform.is_json_object(text) IS
'Whether a text is a JSON object that jsonb can hold, nested at most 8 deep, exponents of at most three digits; never an error.';

-- PL/pgSQL keeps its plans for the session; a function in SQL that is not inlined, as none with settings of its own is, would be read and
-- planned anew in every statement. This and those below are asked for by the policies of every request. What policies call and does not run
-- as the owner stays in SQL: its names were looked up when it was made, and ask nothing of the rights of whoever calls it.
CREATE OR REPLACE FUNCTION platform.claims() RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  given CONSTANT text := current_setting('request.jwt.claims', true);
BEGIN
  -- The length first: whatever is longer than a token may be is not looked at. Then the usual form, a flat object without escapes, which
  -- takes a tenth of the time.
  IF octet_length(given) BETWEEN 1 AND 8192
    AND pg_has_role(SESSION_USER, coalesce(to_regrole('harmony_authenticator')::oid, 10::oid), 'MEMBER')  -- 10: superusers alone
    AND (given ~ '^\{("[^"\\\x01-\x1f]*": ?("[^"\\\x01-\x1f]*"|[1-9][0-9]*)(, ?|\}$))+$' AND given LIKE '%}'
         OR platform.is_json_object(given)) THEN
    RETURN given::jsonb;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.claims() IS
'The claims of a request: the setting request.jwt.claims, which the gateway fills from a verified token; NULL outside of a request.

Whoever runs SQL can set it. It is believed while the login role is a member of harmony_authenticator (superusers are), and where it is a
JSON object of at most 8,192 bytes; else there are no claims, which is no error.';

CREATE OR REPLACE FUNCTION platform.current_account() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  subject CONSTANT text := platform.claims() ->> 'sub';
BEGIN
  IF subject LIKE '________-____-____-____-____________' AND subject !~ '[^-0-9a-fA-F]' AND length(replace(subject, '-', '')) = 32 THEN
    RETURN subject::uuid;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.current_account() IS
'The account in whose name a request runs: claim "sub" of platform.claims(); NULL outside of a request, and where it is no uuid.';

CREATE OR REPLACE FUNCTION platform.active_account() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := platform.current_account();
BEGIN
  RETURN (SELECT a.id FROM platform.account a WHERE a.id = asker AND a.is_active);
END
$$;
COMMENT ON FUNCTION platform.active_account() IS
'platform.current_account() if there is such an account and it is active, else NULL: what policies compare with.';

-- These answer for policies, which may not read the tables themselves: they run as the owner. A policy calls
-- them in a sub-select, (SELECT platform.is_admin()), so that they run once a statement.
CREATE OR REPLACE FUNCTION platform.has_role(role text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := platform.current_account();
BEGIN
  RETURN EXISTS (
    SELECT FROM platform.account_role r JOIN platform.account a ON a.id = r.account_id
    WHERE r.account_id = asker AND r.role = has_role.role AND a.is_active);
END
$$;
COMMENT ON FUNCTION platform.has_role(text) IS
'Whether the account of this request has the role everywhere (platform.account_role).

False outside of a request and for an account that is not active.';

CREATE OR REPLACE FUNCTION platform.is_admin() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN platform.has_role('admin');
COMMENT ON FUNCTION platform.is_admin() IS 'Whether this request is an administrator''s.';

CREATE OR REPLACE FUNCTION platform.organizations_of(account uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (
    SELECT DISTINCT m.organization_id
    FROM platform.membership m JOIN platform.account a ON a.id = m.account_id JOIN platform.organization o ON o.id = m.organization_id
    WHERE m.account_id = account AND m.role IN ('client', 'admin') AND a.is_active AND o.is_active
    ORDER BY 1);
END
$$;
COMMENT ON FUNCTION platform.organizations_of(uuid) IS 'The active organisations for which an active account acts as client or admin.';

CREATE OR REPLACE FUNCTION platform.current_organizations() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN platform.organizations_of(platform.current_account());
END
$$;
COMMENT ON FUNCTION platform.current_organizations() IS
'The active organisations for which the account of this request acts as client or admin; empty outside of a request.';

CREATE OR REPLACE FUNCTION platform.joined_organizations() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (SELECT DISTINCT m.organization_id FROM platform.membership m WHERE m.account_id = platform.active_account() ORDER BY 1);
END
$$;
COMMENT ON FUNCTION platform.joined_organizations() IS
'The organisations that the account of this request belongs to, in whatever role; empty outside of a request.';

CREATE OR REPLACE FUNCTION platform.is_privileged() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN platform.current_account() IS NULL
    AND (pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user)::name, current_user, 'MEMBER')
         OR coalesce(nullif(current_setting('role', true), 'none'), session_user) = 'harmony_worker');
END
$$;
COMMENT ON FUNCTION platform.is_privileged() IS
'Whether this is the owner''s own work, from psql or a job: no claims of a request, and the role is the owner or a member of it, or
harmony_worker, which harmonyd runs jobs as and which may execute nothing but what that takes.

Routines that run as the owner let it pass where a request has to show its rights.';
