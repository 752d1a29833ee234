-- An outcome is given once, whoever gives it.
CREATE OR REPLACE FUNCTION oversight.keep_outcome() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF OLD.outcome IS NOT NULL AND (NEW.outcome, NEW.validated_at) IS DISTINCT FROM (OLD.outcome, OLD.validated_at)
     OR (NEW.model_id, NEW.version, NEW.prediction, NEW.confidence, NEW.created_at)
        IS DISTINCT FROM (OLD.model_id, OLD.version, OLD.prediction, OLD.confidence, OLD.created_at) THEN
    RAISE EXCEPTION 'prediction % is not changed', OLD.id USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'An outcome is added once, and nothing else.';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION oversight.keep_outcome() IS 'Refuses to change a prediction but for an outcome that it lacks (55000).';
CREATE OR REPLACE TRIGGER keep BEFORE UPDATE OF model_id, version, prediction, confidence, outcome, created_at, validated_at
  ON oversight.prediction FOR EACH ROW EXECUTE FUNCTION oversight.keep_outcome();
