-- Who has which role, everywhere and in an organisation; who may sign in.

CREATE OR REPLACE FUNCTION platform.require_roles(roles text[]) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  unknown CONSTANT text := (
    SELECT coalesce(u.role, 'null') FROM unnest(roles) u (role) WHERE u.role IS NULL
      OR NOT EXISTS (SELECT FROM platform.role r WHERE r.code = u.role) LIMIT 1);
BEGIN
  IF roles IS NULL OR unknown IS NOT NULL THEN
    RAISE EXCEPTION 'role "%" does not exist', left(coalesce(unknown, 'null'), 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_roles(text[]) IS 'Passes where all of these are in platform.role, else an error 22023.';

-- The row of the role is what those who take it from somebody queue at: of two administrators who remove each other one is refused.
CREATE OR REPLACE FUNCTION platform.require_other_admin(account uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM FROM platform.role r WHERE r.code = 'admin' FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM platform.account_role r JOIN platform.account a ON a.id = r.account_id
             WHERE r.account_id = account AND r.role = 'admin' AND a.is_active)
    AND NOT EXISTS (SELECT FROM platform.account_role r JOIN platform.account a ON a.id = r.account_id
                    WHERE r.account_id <> account AND r.role = 'admin' AND a.is_active) THEN
    RAISE EXCEPTION 'this is the last administrator' USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'Make somebody else an administrator first.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_other_admin(uuid) IS
'Passes unless this is the only active administrator, else an error 55000. Whoever asks the same waits until this transaction has ended.';

CREATE OR REPLACE FUNCTION platform.require_account(account uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM platform.account a WHERE a.id = account AND a.deleted_at IS NULL) THEN
    RAISE EXCEPTION 'account % does not exist', account USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_account(uuid) IS
  'Passes where there is such an account, not erased, else an error 22023. For administrators.';

CREATE OR REPLACE FUNCTION platform.set_roles(account uuid, roles text[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin(), platform.require_account(account), platform.require_roles(roles);
  IF 'admin' <> ALL (roles) THEN
    PERFORM platform.require_other_admin(account);
  END IF;
  DELETE FROM platform.account_role r WHERE r.account_id = account AND r.role <> ALL (roles);
  INSERT INTO platform.account_role (account_id, role) SELECT DISTINCT account, r FROM unnest(roles) r ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION platform.set_roles(uuid, text[]) IS
'Gives an account these roles everywhere, and takes all others from it.

For administrators (42501). Errors: 22023 an account or role that is not there; 55000 the last administrator.';

CREATE OR REPLACE FUNCTION platform.set_active(account uuid, active boolean) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin(), platform.require_account(account);
  IF active IS NULL THEN
    RAISE EXCEPTION 'active must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF NOT active THEN
    PERFORM platform.require_other_admin(account);
  END IF;
  UPDATE platform.account a SET is_active = active WHERE a.id = account AND a.is_active <> active;
  IF NOT active THEN
    PERFORM platform.end_sessions(account, 'deactivated');
  END IF;
END
$$;
COMMENT ON FUNCTION platform.set_active(uuid, boolean) IS
'Lets an account sign in, or no longer: then its sessions end at once.

For administrators (42501). Errors: 22023 an account that is not there; 22004 neither; 55000 the last administrator.';

CREATE OR REPLACE FUNCTION platform.create_organization(name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  made uuid;
BEGIN
  PERFORM platform.require_admin(), platform.require_text('the name of an organisation', name, 200);
  INSERT INTO platform.organization AS o (name) VALUES (create_organization.name) RETURNING o.id INTO made;
  PERFORM platform.audit('organization.created', 'platform.organization/' || made);
  RETURN made;
END
$$;
COMMENT ON FUNCTION platform.create_organization(text) IS
'Makes an organisation and returns its number. For administrators (42501). 22023: a name that is blank or longer than 200 characters.';

CREATE OR REPLACE FUNCTION platform.members(organization uuid)
RETURNS TABLE (account uuid, email text, full_name text, role text, since timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM platform.require_organization(organization);
  RETURN QUERY
  SELECT a.id, a.email, a.full_name, m.role, m.created_at
  FROM platform.membership m JOIN platform.account a ON a.id = m.account_id
  WHERE m.organization_id = organization ORDER BY a.full_name, a.email, m.role;
END
$$;
COMMENT ON FUNCTION platform.members(uuid) IS
'Who acts for an organisation, in which role, since when. For its clients and administrators (42501).';

CREATE OR REPLACE FUNCTION platform.set_member(organization uuid, email text, role text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  account uuid;
  refusal jsonb;
BEGIN
  PERFORM platform.require_organization(organization), platform.require_roles(ARRAY[role]);
  refusal := platform.take_call('set_member');
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  SELECT a.id INTO account FROM platform.account a WHERE lower(a.email) = lower(set_member.email) AND a.is_active;
  IF account IS NULL THEN  -- returned, so that it is counted: whoever acts for an organisation could try addresses
    RETURN platform.refuse(400, 'there is no account with this e-mail address', 'They have to register first.');
  END IF;
  DELETE FROM platform.membership m WHERE m.account_id = account AND m.organization_id = organization AND m.role <> set_member.role;
  INSERT INTO platform.membership (account_id, organization_id, role) VALUES (account, organization, role) ON CONFLICT DO NOTHING;
  PERFORM platform.set_status(204);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.set_member(uuid, text, text) IS
'Lets an account act for an organisation, in this role and no other: 204. For its clients and administrators (42501).

Returned: 400 there is no account with this address, 429 too many calls. 22023: a role that is not there.';

CREATE OR REPLACE FUNCTION platform.remove_member(organization uuid, account uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_organization(organization);
  DELETE FROM platform.membership m WHERE m.organization_id = organization AND m.account_id = account;
END
$$;
COMMENT ON FUNCTION platform.remove_member(uuid, uuid) IS
'Lets an account act for an organisation no longer; nothing happens to one that does not. For its clients and administrators (42501).';

CREATE OR REPLACE FUNCTION platform.my_account() RETURNS TABLE (id uuid, email text, full_name text, phone text, location text,
  is_verified boolean, roles text[], organizations jsonb, created_at timestamptz, last_login_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := platform.current_account();
BEGIN
  RETURN QUERY SELECT a.id, a.email, a.full_name, a.phone, a.location, a.is_verified,
    ARRAY (SELECT r.role FROM platform.account_role r WHERE r.account_id = a.id ORDER BY r.role),
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'role', m.role) ORDER BY o.name, o.id, m.role)
              FROM platform.membership m JOIN platform.organization o ON o.id = m.organization_id
              WHERE m.account_id = a.id AND o.is_active), '[]'),
    a.created_at, a.last_login_at
  FROM platform.account a WHERE a.id = asker AND a.is_active;
END
$$;
COMMENT ON FUNCTION platform.my_account() IS
'The account of this request with its roles and organisations, one row; none where it is nobody''s or the account is not active.';

-- Only what differs is written: who changes another column at the same time does not lose it.
CREATE OR REPLACE FUNCTION platform.me_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE platform.account a SET
    full_name = CASE WHEN NEW.full_name IS DISTINCT FROM OLD.full_name THEN NEW.full_name ELSE a.full_name END,
    phone = CASE WHEN NEW.phone IS DISTINCT FROM OLD.phone THEN NEW.phone ELSE a.phone END,
    location = CASE WHEN NEW.location IS DISTINCT FROM OLD.location THEN NEW.location ELSE a.location END
  WHERE a.id = OLD.id;
  SELECT m.* INTO NEW FROM platform.my_account() m;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION platform.me_changed() IS
'Changes full_name, phone and location of the own account, with the rights of who asks.';
