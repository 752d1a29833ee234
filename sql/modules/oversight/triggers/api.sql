-- What views of schema api do in place of writing to their tables, with the rights of whoever writes.

CREATE OR REPLACE FUNCTION oversight.prediction_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.id := oversight.add_prediction(NEW.organization_id, NEW.model, NEW.version, NEW.input, NEW.prediction, NEW.confidence);
    SELECT v.* INTO NEW FROM api.predictions v WHERE v.id = NEW.id;
  ELSE
    NEW.validated_at := oversight.set_outcome(OLD.id, NEW.outcome);
  END IF;
  RETURN NEW;
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION oversight.prediction_written() IS
'Adds a prediction, and an outcome to one, by oversight.add_prediction and set_outcome.';
