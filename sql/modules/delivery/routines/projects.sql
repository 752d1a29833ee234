-- Projects, as people write them.

CREATE OR REPLACE FUNCTION delivery.require_short_text(what text, value text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF value IS NOT NULL THEN
    PERFORM platform.require_text(what, value, 500);
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.require_short_text(text, text) IS 'As platform.require_text, of up to 500 characters, and passes for NULL.';

CREATE OR REPLACE FUNCTION delivery.team_named(organization uuid, name text) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_short_text('team', name), delivery.add_teams(organization, ARRAY[name]);
  RETURN (SELECT t.id FROM delivery.team t WHERE t.organization_id = organization AND t.name = team_named.name);
END
$$;
COMMENT ON FUNCTION delivery.team_named(uuid, text) IS
'The number of a team, which is made where there is none; NULL for NULL. Error 22023: a name that is blank or too long.';

CREATE OR REPLACE FUNCTION delivery.add_project(organization uuid, code text, name text DEFAULT NULL, team text DEFAULT NULL,
                                                is_active boolean DEFAULT true) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  made integer;
BEGIN
  PERFORM delivery.require_organization(organization);
  PERFORM platform.require_text('code', code, 500), delivery.require_short_text('name', name);
  INSERT INTO delivery.project AS p (organization_id, code, name, team_id, is_active)
  VALUES (organization, code, coalesce(name, code), delivery.team_named(organization, team), coalesce(is_active, true))
  RETURNING p.id INTO made;
  RETURN made;
END
$$;
COMMENT ON FUNCTION delivery.add_project(uuid, text, text, text, boolean) IS
'Makes a project of an organisation; returns its number. name: by default the code; team: its name, which is made where there is none.

For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 a text that is blank or longer than 500
characters; 23505 the code is there; as platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.change_project(project integer, name text, team text, is_active boolean) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organization CONSTANT uuid := (SELECT p.organization_id FROM delivery.project p WHERE p.id = project);
BEGIN
  PERFORM delivery.require_organization(organization);
  IF is_active IS NULL THEN
    RAISE EXCEPTION 'is_active must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM platform.require_text('name', name, 500);
  UPDATE delivery.project p
  SET name = change_project.name, team_id = delivery.team_named(organization, team), is_active = change_project.is_active
  WHERE p.id = project;
END
$$;
COMMENT ON FUNCTION delivery.change_project(integer, text, text, boolean) IS
'Writes what a project is called, which team delivers it (NULL: none) and whether it is in the portfolio.

For members of the organisation, administrators and the owner''s own work. Errors: 22004 null, no such project; 22023 a text that is blank
or too long; as platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.project_named(code text) RETURNS delivery.project
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.project;
BEGIN
  SELECT p.* INTO STRICT chosen FROM delivery.project p
  WHERE p.code = project_named.code AND p.organization_id = ANY (platform.require_organizations());
  RETURN chosen;
EXCEPTION
  WHEN no_data_found THEN
    RAISE EXCEPTION 'project "%" does not exist', left(coalesce(code, 'null'), 100) USING ERRCODE = 'invalid_parameter_value';
  WHEN too_many_rows THEN
    RAISE EXCEPTION 'several organisations have a project "%"', left(code, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'delivery.load names the organisation.';
END
$$;
COMMENT ON FUNCTION delivery.project_named(text) IS
'The project of this code among those of the organisations of this request. Errors 22023: there is none, or there are several.';
