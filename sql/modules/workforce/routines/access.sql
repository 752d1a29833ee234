-- Who may ask for what.

CREATE OR REPLACE FUNCTION workforce.organizations_as(roles text[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (SELECT DISTINCT m.organization_id FROM platform.membership m JOIN platform.organization o ON o.id = m.organization_id
                WHERE m.account_id = platform.active_account() AND m.role = ANY (roles) AND o.is_active ORDER BY 1);
END
$$;
COMMENT ON FUNCTION workforce.organizations_as(text[]) IS
'The active organisations to which the account of this request belongs in one of these roles; empty outside of a request.';

CREATE OR REPLACE FUNCTION workforce.member_organizations() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN workforce.organizations_as('{client,admin,planner}');
COMMENT ON FUNCTION workforce.member_organizations() IS 'The organisations whose simulations this request may see.';

CREATE OR REPLACE FUNCTION workforce.is_planner(organization uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN platform.is_privileged() OR platform.is_admin() OR organization = ANY (workforce.organizations_as('{planner}'));
END
$$;
COMMENT ON FUNCTION workforce.is_planner(uuid) IS
'Whether this request may start simulations of the organisation: the owner''s own work, administrators, those with the role planner there.';

CREATE OR REPLACE FUNCTION workforce.require_member(organization uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT (workforce.is_planner(organization) OR organization = ANY (workforce.member_organizations())) IS NOT FALSE THEN
    RAISE EXCEPTION 'organisation % is not one of yours', organization USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION workforce.require_member(uuid) IS
'Passes for members of the organisation, administrators and the owner''s own work, else an error 42501.';

CREATE OR REPLACE FUNCTION workforce.require_some_member() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT (platform.is_privileged() OR platform.is_admin() OR cardinality(workforce.member_organizations()) > 0) THEN
    RAISE EXCEPTION 'this is for members of an organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION workforce.require_some_member() IS
'Passes for members of any organisation, administrators and the owner''s own work, else an error 42501.';

CREATE OR REPLACE FUNCTION workforce.require_planner(organization uuid) RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  own CONSTANT uuid[] := workforce.organizations_as('{planner}');
  chosen CONSTANT uuid := platform.meant_organization(organization, own);
BEGIN
  IF chosen IS NULL THEN
    RAISE EXCEPTION 'organization must be given' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('The account has the role planner in %s.', CASE WHEN own = '{}' THEN 'no organisation' ELSE 'several' END),
      HINT = 'It may be left out by who plans for one organisation alone.';
  ELSIF NOT workforce.is_planner(chosen) THEN
    RAISE EXCEPTION 'this is for planners of organisation %', chosen USING ERRCODE = 'insufficient_privilege';
  ELSIF NOT EXISTS (SELECT FROM platform.organization o WHERE o.id = chosen) THEN
    RAISE EXCEPTION 'organisation % does not exist', chosen USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION workforce.require_planner(uuid) IS
'The organisation, or, for NULL, the one for which the account of this request plans, else 22023; 42501 for those who do not plan for it.';

CREATE OR REPLACE FUNCTION workforce.may_hear(kind text, key uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN kind = 'organization' AND key = ANY (workforce.organizations_as('{planner}'));
COMMENT ON FUNCTION workforce.may_hear(text, uuid) IS
'Whether the account of this request may hear what happens to an organisation because it plans for it. platform.may_listen asks it.';

CREATE OR REPLACE FUNCTION workforce.require_given(what text, given boolean) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF given IS NOT TRUE THEN
    RAISE EXCEPTION '% must not be null', what USING ERRCODE = 'null_value_not_allowed';
  END IF;
END
$$;
COMMENT ON FUNCTION workforce.require_given(text, boolean) IS 'Passes for what is given, else an error 22004 that names it.';

CREATE OR REPLACE FUNCTION workforce.require_name(name text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF name IS NOT NULL THEN
    PERFORM platform.require_text('name', name, 500);
  END IF;
END
$$;
COMMENT ON FUNCTION workforce.require_name(text) IS
'Passes for NULL and a name of 1 to 500 characters that is not blank, else an error 22023.';

CREATE OR REPLACE FUNCTION workforce.raise_too_large(message text, details text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '%', message USING ERRCODE = 'PT413', DETAIL = details;
END
$$;
COMMENT ON FUNCTION workforce.raise_too_large(text, text) IS 'Raises an error 54000 anew, so that the gateway answers 413.';
