-- Predictions and what became of them.

CREATE OR REPLACE FUNCTION oversight.require_number(what text, value float8, low float8 DEFAULT -1e100, high float8 DEFAULT 1e100)
  RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT value BETWEEN low AND high THEN  -- NaN is above all
    RAISE EXCEPTION '% must be between % and %', what, low, high USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION oversight.require_number(text, float8, float8, float8) IS
'Passes for NULL and a number in that range, else an error 22023 that names it. The default range leaves room for sums of squares.';

CREATE OR REPLACE FUNCTION oversight.require_input(input jsonb) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF jsonb_typeof(input) NOT IN ('object', 'null') THEN
    RAISE EXCEPTION 'input must be an object' USING ERRCODE = 'invalid_parameter_value', DETAIL = 'It has a value for each name.';
  END IF;
  PERFORM platform.require_limit('oversight_input_bytes', coalesce(pg_column_size(input), 0)),
    platform.require_limit('oversight_input_names', CASE WHEN jsonb_typeof(input) = 'object'
      THEN (SELECT count(*) FROM jsonb_object_keys(input)) ELSE 0 END);
  -- What takes ten bytes here would take 100 kB wherever it is written out.
  IF jsonb_path_exists(input, 'strict $.** ? (@.type() == "number"
       && (@ > 1e308 || @ < -1e308 || @ < 1e-324 && @ > -1e-324 && @ != 0))') THEN
    RAISE EXCEPTION 'input has a number that is out of range' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = 'Numbers are those of double precision: 0, and 1e-324 to 1e308 of either sign.';
  END IF;
END
$$;
COMMENT ON FUNCTION oversight.require_input(jsonb) IS
'Passes for NULL, and an object that is not too large, has not too many names, and whose numbers double precision has, else an error 22023
or 54000.';

CREATE OR REPLACE FUNCTION oversight.add_prediction(organization uuid, model text, version text, input jsonb, prediction float8,
                                                    confidence float8 DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  whose CONSTANT uuid := platform.meant_organization(organization, platform.current_organizations());
  number integer;
  chosen oversight.model;
  made bigint;
BEGIN
  IF whose IS NULL THEN
    RAISE EXCEPTION 'organization must not be null' USING ERRCODE = 'null_value_not_allowed',
      HINT = 'It may be left out by members of one organisation.';
  ELSIF prediction IS NULL THEN
    RAISE EXCEPTION 'prediction must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM platform.require_organization(whose);
  PERFORM platform.require_text('version', version, 200),
    oversight.require_number('prediction', prediction), oversight.require_number('confidence', confidence, 0, 1),
    oversight.require_input(input);
  -- In the order in which removing the organisation takes its rows.
  PERFORM FROM platform.organization o WHERE o.id = whose FOR KEY SHARE;
  PERFORM platform.count_today('oversight_predictions', whose);
  number := oversight.model_for(whose, model);
  SELECT m.* INTO chosen FROM oversight.model m WHERE m.id = number;
  IF chosen.source <> 'application' THEN
    RAISE EXCEPTION 'model "%" is taken over from module crew', model USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF chosen.kind = 'two_classes' THEN
    PERFORM oversight.require_number('prediction', prediction, 0, 1);
  END IF;
  INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, confidence)
  VALUES (whose, chosen.id, version, prediction, confidence)
  RETURNING id INTO made;
  INSERT INTO oversight.prediction_input (prediction_id, organization_id, model_id, input)
  SELECT made, whose, chosen.id, add_prediction.input WHERE jsonb_typeof(input) = 'object';
  RETURN made;
END
$$;
COMMENT ON FUNCTION oversight.add_prediction(uuid, text, text, jsonb, float8, float8) IS
'Notes what a model predicted, and from what; its number.

organization: whose model it is; NULL: the one that the request acts for. For its members, administrators and the owner''s own work (42501).
A model that is not there is made. Errors: 22004 without an organisation or prediction; 22023 for an input that is no object or has a number
beyond the range of double precision, a prediction beyond 1e100 or, of two classes, not between 0 and 1, a confidence that is not, a text
that is blank or too long, a name that is reserved; 54000 for too many models or too large an input; 55000 for a model of module crew;
PT429.';

CREATE OR REPLACE FUNCTION oversight.set_outcome(prediction bigint, outcome float8) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen record;
BEGIN
  SELECT p.outcome, m.organization_id, m.kind, m.source INTO chosen
  FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id WHERE p.id = set_outcome.prediction FOR NO KEY UPDATE OF p;
  IF NOT FOUND OR NOT (platform.is_privileged() OR platform.is_admin()
                       OR chosen.organization_id = ANY (platform.current_organizations()) AND chosen.source = 'application') THEN
    RAISE EXCEPTION 'prediction % does not exist', prediction USING ERRCODE = 'PT404';
  ELSIF set_outcome.outcome IS NULL THEN
    RAISE EXCEPTION 'outcome must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF chosen.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'prediction % has an outcome', prediction USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'It is given once.';
  ELSIF chosen.kind = 'two_classes' AND set_outcome.outcome NOT IN (0, 1) THEN
    RAISE EXCEPTION 'outcome must be 0 or 1' USING ERRCODE = 'invalid_parameter_value', DETAIL = 'The model is of two classes.';
  END IF;
  PERFORM oversight.require_number('outcome', set_outcome.outcome);
  UPDATE oversight.prediction p SET outcome = set_outcome.outcome, validated_at = now() WHERE p.id = set_outcome.prediction;
  RETURN now();
END
$$;
COMMENT ON FUNCTION oversight.set_outcome(bigint, float8) IS
'Notes what happened, once, and returns when that was noted.

For members of the model''s organisation, administrators and the owner''s own work; else, and where there is no such prediction, PT404.
Errors: 22004; 22023 for what is beyond 1e100, and of two classes other than 0 and 1; 55000 where there is an outcome.';
