-- Who may ask for what. Routines that run as the owner begin with one of the require_ functions: the owner's own work passes, a
-- request has to show its rights. A request is told the same of what is not its own and of what does not exist.

CREATE OR REPLACE FUNCTION platform.require_admin() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT (platform.is_privileged() OR platform.is_admin()) THEN
    RAISE EXCEPTION 'this is for administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_admin() IS 'Passes for the owner''s own work and for administrators, else an error 42501.';

CREATE OR REPLACE FUNCTION platform.require_self(person uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF person IS NULL THEN
    RAISE EXCEPTION 'log in first' USING ERRCODE = 'insufficient_privilege';
  ELSIF person = platform.active_account() THEN
    RETURN;
  ELSIF platform.is_privileged() OR platform.is_admin() THEN
    IF NOT EXISTS (SELECT FROM platform.account a WHERE a.id = person) THEN
      RAISE EXCEPTION 'person % does not exist', person USING ERRCODE = 'invalid_parameter_value';
    END IF;
  ELSIF platform.active_account() IS NULL THEN
    RAISE EXCEPTION 'this request has no active account' USING ERRCODE = 'insufficient_privilege';
  ELSE
    RAISE EXCEPTION 'person % is somebody else', person USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_self(uuid) IS
'Passes for the person of this request, the owner''s own work and administrators, else an error 42501.

To the owner and administrators a person that does not exist is an error 22023.';

CREATE OR REPLACE FUNCTION platform.require_organization(organization uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF platform.is_privileged() OR platform.is_admin() THEN
    IF NOT EXISTS (SELECT FROM platform.organization o WHERE o.id = organization) THEN
      RAISE EXCEPTION 'organisation % does not exist', organization USING ERRCODE = 'invalid_parameter_value';
    END IF;
  ELSIF organization = ANY (platform.current_organizations()) IS NOT TRUE THEN
    RAISE EXCEPTION 'organisation % is not one of yours', organization USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_organization(uuid) IS
'Passes for the owner''s own work, administrators, and the clients of this organisation, else an error 42501.

To the owner and administrators an organisation that does not exist is an error 22023.';

CREATE OR REPLACE FUNCTION platform.meant_organization(organization uuid, own uuid[]) RETURNS uuid
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(organization, CASE WHEN cardinality(own) = 1 THEN own[1] END);
COMMENT ON FUNCTION platform.meant_organization(uuid, uuid[]) IS
'The organisation that a request names, else its own where it has one alone; NULL: it has to name one. Asks for no rights.';

CREATE OR REPLACE FUNCTION platform.has_extension() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extname = 'harmony');
COMMENT ON FUNCTION platform.has_extension() IS
'Whether the extension is there; after DROP EXTENSION CASCADE the tables and what guards them remain. What policies ask.';

CREATE OR REPLACE FUNCTION platform.require_extension() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT platform.has_extension() THEN
    RAISE EXCEPTION 'this cannot be checked without the extension harmony' USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'CREATE EXTENSION harmony, then harmony.install the modules.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_extension() IS
'Passes where the extension is there, else an error 55000: what stays without it must not call functions that somebody put in its place.';

CREATE OR REPLACE FUNCTION platform.require_organizations(organization uuid DEFAULT NULL) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF organization IS NOT NULL THEN
    PERFORM platform.require_organization(organization);
    RETURN ARRAY[organization];
  ELSIF platform.is_privileged() OR platform.is_admin() THEN
    RETURN ARRAY (SELECT o.id FROM platform.organization o ORDER BY o.id);
  END IF;
  RETURN platform.current_organizations();
END
$$;
COMMENT ON FUNCTION platform.require_organizations(uuid) IS
'The organisations whose rows this request is about: the one that it names, if it is one of its own (else as
platform.require_organization), or all for which it acts; for the owner''s own work and administrators all there are.';

CREATE OR REPLACE FUNCTION platform.require_text(what text, value text, longest integer DEFAULT 10000) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Spaces of every kind: PostgreSQL's class has neither the no-break space nor those without width.
  IF value IS NULL OR value !~ '[^[:space:]\u00a0\u200b-\u200d\u2060\ufeff]' THEN
    RAISE EXCEPTION 'the % is empty', what USING ERRCODE = 'invalid_parameter_value';
  ELSIF length(value) > longest THEN
    RAISE EXCEPTION 'the % is too long', what USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('It has %s characters, and may have %s.', length(value), longest);
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_text(text, text, integer) IS
'Passes for a text of at most so many characters that is not blank, else an error 22023 that names what it is.';

CREATE OR REPLACE FUNCTION platform.require_list(what text, list uuid[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF array_ndims(list) > 1 THEN
    RAISE EXCEPTION '% must be a list', what USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('It is an array of %s dimensions.', array_ndims(list));
  ELSIF list IS NULL OR array_position(list, NULL) IS NOT NULL THEN
    RAISE EXCEPTION '% must not be null', what USING ERRCODE = 'null_value_not_allowed';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_list(text, uuid[]) IS
'Passes for an array of one dimension, or an empty one, without NULL, else an error: 22023 for more dimensions, 22004 for NULL.';

CREATE OR REPLACE FUNCTION platform.verify_account(account uuid, verified boolean DEFAULT true) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  IF verified IS NULL THEN
    RAISE EXCEPTION 'verified must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  UPDATE platform.account a SET is_verified = verified WHERE a.id = account;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'account % does not exist', account USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM platform.audit(CASE WHEN verified THEN 'account.verified' ELSE 'account.unverified' END, 'platform.account/' || account);
END
$$;
COMMENT ON FUNCTION platform.verify_account(uuid, boolean) IS
'Notes that an administrator has seen proof of who the account is, or takes that back; with a row in the audit trail.

For administrators (42501). An account that does not exist: 22023. A changed name takes it back.';
