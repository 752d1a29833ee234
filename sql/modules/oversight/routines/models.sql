-- Which models there are, and whose rows are shown to whom.

CREATE OR REPLACE FUNCTION oversight.visible_models(with_people boolean) RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (
    SELECT m.id FROM oversight.model m
    WHERE m.organization_id = ANY (platform.current_organizations()) AND m.source = 'application' AND (with_people OR NOT m.about_people));
END
$$;
COMMENT ON FUNCTION oversight.visible_models(boolean) IS
'The models of the request''s organisations whose rows are shown to members; with_people: those about people too.';

CREATE OR REPLACE FUNCTION oversight.models_named(name text, organizations uuid[]) RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT integer[] := ARRAY (
    SELECT m.id FROM oversight.model m WHERE m.name = models_named.name AND m.organization_id = ANY (organizations) ORDER BY m.id);
BEGIN
  IF chosen = '{}' THEN
    RAISE EXCEPTION 'model "%" does not exist', left(coalesce(name, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'The first prediction of a model makes it.';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION oversight.models_named(text, uuid[]) IS 'The models of that name of these organisations; none: 22023.';

CREATE OR REPLACE FUNCTION oversight.model_for(organization uuid, name text) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen integer;
BEGIN
  LOOP
    SELECT m.id INTO chosen FROM oversight.model m WHERE m.organization_id = organization AND m.name = model_for.name;
    IF FOUND THEN
      RETURN chosen;
    END IF;
    PERFORM platform.require_text('model', name, 200);
    IF name = 'crew y_success' THEN
      RAISE EXCEPTION 'the name "%" is reserved', name USING ERRCODE = 'invalid_parameter_value',
        DETAIL = 'Predictions of module crew are taken over under it.';
    END IF;
    PERFORM platform.require_limit('oversight_models', 1 + (SELECT count(*) FROM oversight.model m WHERE m.organization_id = organization));
    INSERT INTO oversight.model (organization_id, name) VALUES (organization, model_for.name)
    ON CONFLICT ON CONSTRAINT model_organization_id_name_key DO NOTHING;
  END LOOP;
END
$$;
COMMENT ON FUNCTION oversight.model_for(uuid, text) IS
'The model of that name of an organisation, made where it is not there. Errors: 22023 for a name that is blank, too long or
reserved, 54000 for too many models.';

CREATE OR REPLACE FUNCTION oversight.forget_series() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM oversight.metric s USING oversight.model m
  WHERE m.about_people AND s.organization_id = m.organization_id AND s.model = m.name;
  DELETE FROM oversight.anomaly a USING oversight.model m
  WHERE m.about_people AND a.organization_id = m.organization_id AND a.model = m.name;
END
$$;
COMMENT ON FUNCTION oversight.forget_series() IS
'Removes the series of models about people, and what stood out of them: a day''s mean may be one person''s.';

CREATE OR REPLACE FUNCTION oversight.register_model(organization uuid, model text, kind text DEFAULT NULL, threshold float8 DEFAULT 0.5,
                                                    about_people boolean DEFAULT false) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen integer;
BEGIN
  PERFORM platform.require_admin();
  PERFORM platform.require_organization(organization);
  IF kind NOT IN ('two_classes', 'number') THEN
    RAISE EXCEPTION 'kind "%" does not exist', left(kind, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Kinds are two_classes and number; null: as the rows are.';
  ELSIF threshold BETWEEN 0 AND 1 IS NOT TRUE THEN
    RAISE EXCEPTION 'threshold must be between 0 and 1' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  chosen := oversight.model_for(organization, model);
  UPDATE oversight.model m
  SET kind = register_model.kind, threshold = register_model.threshold, about_people = coalesce(register_model.about_people, false)
  WHERE m.id = chosen AND m.source = 'application';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'model "%" is taken over from module crew', model USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF about_people THEN
    DELETE FROM oversight.drift d WHERE d.model_id = chosen;
    PERFORM oversight.forget_series();
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION oversight.register_model(uuid, text, text, float8, boolean) IS
'Says of a model what its predictions are, from which probability on they are positive, and whether it is about people; makes it where it is
not there. Its number. Of a model that is about people the series, anomalies and drift that are there are removed, for good.

For the owner''s own work and administrators (42501). Errors: 22023 for another kind, a threshold outside of 0 to 1, a name that is blank or
too long; 55000 for one of module crew.';
