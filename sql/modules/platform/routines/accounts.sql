CREATE OR REPLACE FUNCTION platform.current_account() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
COMMENT ON FUNCTION platform.current_account() IS
'The account in whose name a request runs: claim "sub" of the setting request.jwt.claims, which PostgREST fills; NULL outside of a
request.';

-- PL/pgSQL keeps its plan for the session; SQL would be planned anew in every statement that a policy guards.
CREATE OR REPLACE FUNCTION platform.active_account() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT a.id FROM platform.account a WHERE a.id = platform.current_account() AND a.is_active);
END
$$;
COMMENT ON FUNCTION platform.active_account() IS
'platform.current_account() if there is such an account and it is active, else NULL: what policies compare with.';

-- These answer for policies, which may not read the tables themselves: they run as the owner. A policy calls
-- them in a sub-select, (SELECT platform.is_admin()), so that they run once a statement.
CREATE OR REPLACE FUNCTION platform.has_role(role text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN EXISTS (
    SELECT FROM platform.account_role r JOIN platform.account a ON a.id = r.account_id
    WHERE r.account_id = platform.current_account() AND r.role = has_role.role AND a.is_active);
COMMENT ON FUNCTION platform.has_role(text) IS
'Whether the account of this request has the role everywhere (platform.account_role).

False outside of a request and for an account that is not active.';

CREATE OR REPLACE FUNCTION platform.is_admin() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN platform.has_role('admin');
COMMENT ON FUNCTION platform.is_admin() IS 'Whether this request is an administrator''s.';

CREATE OR REPLACE FUNCTION platform.current_organizations() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN ARRAY (
    SELECT DISTINCT m.organization_id
    FROM platform.membership m JOIN platform.account a ON a.id = m.account_id JOIN platform.organization o ON o.id = m.organization_id
    WHERE m.account_id = platform.current_account() AND m.role IN ('client', 'admin') AND a.is_active AND o.is_active
    ORDER BY 1);
COMMENT ON FUNCTION platform.current_organizations() IS
'The active organisations for which the account of this request acts as client or admin; empty outside of a request.';

CREATE OR REPLACE FUNCTION platform.audit(action text, object text, details jsonb DEFAULT '{}') RETURNS bigint
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  INSERT INTO platform.audit_event (actor_id, action, object, details)
  VALUES (platform.current_account(), action, object, details)
  RETURNING id;
END;
COMMENT ON FUNCTION platform.audit(text, text, jsonb) IS 'Adds a row to the audit trail in this transaction and returns its number.';

CREATE OR REPLACE FUNCTION platform.is_privileged() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN platform.current_account() IS NULL
    AND pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user)::name, current_user, 'MEMBER');
COMMENT ON FUNCTION platform.is_privileged() IS
'Whether this is the owner''s own work, from psql or a job: no claims of a request, and the role is the owner or a member of it.

Routines that run as the owner let it pass where a request has to show its rights.';
