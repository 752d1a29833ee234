-- Integrations: tools that records are fetched from, and what their statuses stand for.

CREATE OR REPLACE FUNCTION delivery.integration_settings() RETURNS TABLE (kind text, setting text, is_required boolean, pattern text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  VALUES
    ('github', 'url', true, '^https?://[^/?#@\s]+(/[^?#@\s]*)?$'), ('github', 'repository', true, '^[\w.-]+/[\w.-]+$'),
    ('github', 'project', true, '^.{1,255}$'), ('github', 'since', false, '^\d{4}-\d\d-\d\d$'),
    ('github', 'every', false, '^\d{1,4} (minute|hour|day)s?$'), ('github', 'service', false, '^.{1,255}$'),
    ('github', 'production', false, '^.{1,255}$'), ('github', 'incident_label', false, '^.{1,100}$'),
    ('jira', 'url', true, '^https?://[^/?#@\s]+(/[^?#@\s]*)?$'), ('jira', 'key', true, '^[A-Za-z][A-Za-z0-9_]{0,99}$'),
    ('jira', 'project', true, '^.{1,255}$'), ('jira', 'board', false, '^\d{1,18}$'), ('jira', 'since', false, '^\d{4}-\d\d-\d\d$'),
    ('jira', 'every', false, '^\d{1,4} (minute|hour|day)s?$'), ('jira', 'points_field', false, '^[A-Za-z0-9_]{1,100}$'),
    ('jira', 'team_field', false, '^[A-Za-z0-9_]{1,100}$');
END;
COMMENT ON FUNCTION delivery.integration_settings() IS
'What the settings of each kind of integration that harmonyd fetches from say, texts or numbers of these patterns; what is required has to
be there when something is fetched.';

CREATE OR REPLACE FUNCTION delivery.require_settings(kind text, settings jsonb) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  bad text;
BEGIN
  IF settings IS NULL OR jsonb_typeof(settings) <> 'object' THEN
    RAISE EXCEPTION 'settings must be an object' USING ERRCODE = 'invalid_parameter_value';
  ELSIF octet_length(settings::text) > 10000 THEN
    RAISE EXCEPTION 'settings are too long' USING ERRCODE = 'invalid_parameter_value', DETAIL = 'They may have 10,000 bytes.';
  ELSIF settings::text ~* '"[^"]*(token|secret|passw|api[_-]?key|authori[sz]ation|credential)[^"]*"\s*:' THEN
    RAISE EXCEPTION 'settings must not hold a secret' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Tokens are in a file of harmonyd.';
  ELSIF NOT EXISTS (SELECT FROM delivery.integration_settings() s WHERE s.kind = require_settings.kind) THEN
    RETURN;
  END IF;
  SELECT format('setting "%s" is not valid', s.setting) INTO bad
  FROM delivery.integration_settings() s
  WHERE s.kind = require_settings.kind AND settings ? s.setting
    AND (jsonb_typeof(settings -> s.setting) IN ('string', 'number') AND settings ->> s.setting ~ s.pattern) IS NOT TRUE
  ORDER BY s.setting LIMIT 1;
  IF bad IS NULL AND settings ->> 'url' ~ '^http://' AND settings ->> 'url' !~ '^http://(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?(/|$)' THEN
    bad := 'setting "url" is neither https nor of this machine';
  ELSIF bad IS NULL AND settings ? 'since' AND NOT delivery.is_time(settings -> 'since') THEN
    bad := 'setting "since" is not valid';
  END IF;
  IF bad IS NOT NULL THEN
    RAISE EXCEPTION '%', bad USING ERRCODE = 'invalid_parameter_value', HINT = (
      SELECT string_agg(s.setting, ', ' ORDER BY s.setting) || '.' FROM delivery.integration_settings() s
      WHERE s.kind = require_settings.kind);
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.require_settings(text, jsonb) IS
'Passes for settings of an integration: an object without what is named like a secret; what delivery.integration_settings() has of the
kind is like that where it is there, and an address is of https or of this machine. Else an error 22023.';

CREATE OR REPLACE FUNCTION delivery.add_integration(organization uuid, kind text, name text, settings jsonb DEFAULT '{}',
                                                    is_active boolean DEFAULT true) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  made integer;
BEGIN
  PERFORM delivery.require_organization(organization);
  PERFORM platform.require_text('kind', kind, 100), platform.require_text('name', name, 500),
    delivery.require_settings(kind, settings);
  INSERT INTO delivery.integration AS i (organization_id, kind, name, settings, is_active)
  VALUES (organization, kind, name, settings, coalesce(is_active, true)) RETURNING i.id INTO made;
  RETURN made;
END
$$;
COMMENT ON FUNCTION delivery.add_integration(uuid, text, text, jsonb, boolean) IS
'Makes an integration; returns its number. kind: github or jira, which harmonyd fetches from, or the name of an extractor of one''s own.

For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 a text that is blank or too long,
settings that are none (delivery.require_settings); 23505 the name is there; as platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.change_integration(integration integer, name text, settings jsonb, is_active boolean) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT delivery.integration := delivery.require_integration(integration);
BEGIN
  IF is_active IS NULL THEN
    RAISE EXCEPTION 'is_active must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM platform.require_text('name', name, 500), delivery.require_settings(chosen.kind, settings);
  UPDATE delivery.integration i
  SET name = change_integration.name, settings = change_integration.settings, is_active = change_integration.is_active
  WHERE i.id = chosen.id;
  IF settings <> chosen.settings THEN
    PERFORM delivery.transform_again(chosen.id);
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.change_integration(integer, text, jsonb, boolean) IS
'Writes how an integration is called, its settings, and whether it is used. Other settings have what came before transformed again.

For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 a text that is blank or too long,
settings that are none; as delivery.require_integration.';

CREATE OR REPLACE FUNCTION delivery.require_integration(integration integer) RETURNS delivery.integration
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.integration;
BEGIN
  SELECT i.* INTO chosen FROM delivery.integration i WHERE i.id = integration;
  IF platform.is_privileged() OR platform.is_admin() THEN
    IF chosen.id IS NULL THEN
      RAISE EXCEPTION 'integration % does not exist', integration USING ERRCODE = 'invalid_parameter_value';
    END IF;
  ELSIF chosen.organization_id = ANY (platform.current_organizations()) IS NOT TRUE THEN
    RAISE EXCEPTION 'integration % is not one of yours', integration USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION delivery.require_integration(integer) IS
'The integration, for members of its organisation, administrators and the owner''s own work; else an error 42501, the same where there is
none, to administrators and the owner 22023.';

CREATE OR REPLACE FUNCTION delivery.map_status(integration integer, status text, category text, is_there boolean DEFAULT NULL,
                                               organization uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen CONSTANT delivery.integration := delivery.require_integration(integration);
BEGIN
  IF organization <> chosen.organization_id THEN
    RAISE EXCEPTION 'integration % is of another organisation', integration USING ERRCODE = 'invalid_parameter_value';
  ELSIF category IS NULL OR category NOT IN ('todo', 'in_progress', 'done') THEN
    RAISE EXCEPTION 'category "%" does not exist', left(coalesce(category, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'todo, in_progress, done.';
  END IF;
  PERFORM platform.require_text('status', status, 500);
  IF is_there THEN
    UPDATE delivery.status s SET category = map_status.category WHERE s.integration_id = integration AND s.status = map_status.status;
  ELSIF NOT is_there THEN
    INSERT INTO delivery.status VALUES (chosen.organization_id, chosen.id, map_status.status, map_status.category);
  ELSE
    INSERT INTO delivery.status AS s VALUES (chosen.organization_id, chosen.id, map_status.status, map_status.category)
    ON CONFLICT (integration_id, status) DO UPDATE SET category = excluded.category;
  END IF;
  PERFORM delivery.transform_again(chosen.id, '{status_change,jira.issues,jira.sprints}');
  RETURN chosen.organization_id;
END
$$;
COMMENT ON FUNCTION delivery.map_status(integer, text, text, boolean, uuid) IS
'Says which category a status of a tool stands for, and has the records that came before transformed again; returns the organisation.
is_there true: changes what was said; false: says what was not; NULL: either. organization: where given, it has to be that of the
integration.

For members of the organisation, administrators and the owner''s own work. Errors: 22023 no such category, a status that is blank or too
long, another organisation; 23505 it was said; as delivery.require_integration.';

CREATE OR REPLACE FUNCTION delivery.unmap_status(integration integer, status text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_integration(integration);
  DELETE FROM delivery.status s WHERE s.integration_id = integration AND s.status = unmap_status.status;
  PERFORM delivery.transform_again(integration, '{status_change,jira.issues,jira.sprints}');
END
$$;
COMMENT ON FUNCTION delivery.unmap_status(integer, text) IS
'Takes back what a status of a tool stands for: it has the category that the tool says, where it says one.

For members of the organisation, administrators and the owner''s own work. Errors: as delivery.require_integration.';
