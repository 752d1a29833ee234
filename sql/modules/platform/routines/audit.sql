-- The audit trail. Who asks is not who writes: functions that write it run as the owner, so the role is taken from the session.

CREATE OR REPLACE FUNCTION platform.session_id() RETURNS text
  LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN coalesce(platform.claims() ->> 'sid', (
    SELECT to_hex(trunc(extract(epoch FROM s.backend_start))::bigint) || '.' || to_hex(s.pid)
    FROM pg_stat_get_activity(pg_backend_pid()) s));
COMMENT ON FUNCTION platform.session_id() IS
'The session of the request''s token (claim sid); without one the server session, as log_line_prefix %c writes it.';

CREATE OR REPLACE FUNCTION platform.audit(action text, object text, details jsonb DEFAULT '{}') RETURNS bigint
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  INSERT INTO platform.audit_event (actor_id, session_id, action, object, details)
  VALUES (platform.current_account(), platform.session_id(), action, object, details)
  RETURNING id;
END;
COMMENT ON FUNCTION platform.audit(text, text, jsonb) IS
'Adds a row to the audit trail in this transaction and returns its number: the account and session of the request, the role in force and
the login role are its own.';

CREATE OR REPLACE FUNCTION platform.audit_rights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  given CONSTANT text := CASE TG_TABLE_NAME WHEN 'account_role' THEN 'role.granted' ELSE 'membership.granted' END;
  taken CONSTANT text := CASE TG_TABLE_NAME WHEN 'account_role' THEN 'role.revoked' ELSE 'membership.revoked' END;
BEGIN
  IF TG_OP IN ('DELETE', 'UPDATE') THEN
    INSERT INTO platform.audit_event (actor_id, session_id, action, object, details)
    SELECT platform.current_account(), platform.session_id(), taken, 'platform.account/' || o.account_id,
           to_jsonb(o) - '{account_id,created_at}'::text[] FROM old_rows o;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    INSERT INTO platform.audit_event (actor_id, session_id, action, object, details)
    SELECT platform.current_account(), platform.session_id(), given, 'platform.account/' || n.account_id,
           to_jsonb(n) - '{account_id,created_at}'::text[] FROM new_rows n;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.audit_rights() IS
'Writes into the audit trail who was given or has lost a role, everywhere or in an organisation.';

CREATE OR REPLACE FUNCTION platform.audit_activity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO platform.audit_event (actor_id, session_id, action, object)
  SELECT platform.current_account(), platform.session_id(), CASE WHEN n.is_active THEN 'account.activated' ELSE 'account.deactivated' END,
         'platform.account/' || n.id
  FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE o.is_active <> n.is_active;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.audit_activity() IS 'Writes into the audit trail whose account was switched on or off.';

CREATE OR REPLACE FUNCTION platform.audit_tokens() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO platform.audit_event (actor_id, session_id, action, object, details)
    SELECT platform.current_account(), platform.session_id(), 'token.issued', 'platform.token/' || n.id,
           jsonb_build_object('kind', n.kind, 'organization', n.organization_id, 'expires_at', n.expires_at, 'single_use', n.single_use)
    FROM new_rows n;
  ELSE
    INSERT INTO platform.audit_event (actor_id, session_id, action, object, details)
    SELECT platform.current_account(), platform.session_id(), 'token.revoked', 'platform.token/' || n.id,
           jsonb_build_object('kind', n.kind, 'organization', n.organization_id)
    FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE o.revoked_at IS NULL AND n.revoked_at IS NOT NULL;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.audit_tokens() IS
'Writes into the audit trail which tokens were issued and revoked: invites, boarding passes.';
