-- A rule, a benchmark or a model that the ranking could not read would break every ranking after it: what reads them is
-- asked first, and its error is the answer.

CREATE OR REPLACE FUNCTION crew.check_safety_rule() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.safety_barrier('{}', NULL, jsonb_build_array(jsonb_strip_nulls(to_jsonb(NEW) - 'id')));
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_safety_rule() IS 'Refuses a safety rule that harmony.safety_barrier does not take (22023).';
CREATE OR REPLACE TRIGGER check_content BEFORE INSERT OR UPDATE ON crew.safety_rule
  FOR EACH ROW EXECUTE FUNCTION crew.check_safety_rule();

CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE ON crew.setting
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE FUNCTION crew.check_benchmark() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.competencies('{}', jsonb_build_object(NEW.trait, NEW.benchmark));
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_benchmark() IS 'Refuses a benchmark on a trait that harmony.competencies does not know (22023).';
CREATE OR REPLACE TRIGGER check_content BEFORE INSERT OR UPDATE ON crew.position_benchmark
  FOR EACH ROW EXECUTE FUNCTION crew.check_benchmark();

CREATE OR REPLACE FUNCTION crew.check_model() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.match(p.id, '{}'::jsonb, harmony.match_request(model => NEW.model)) FROM (VALUES (gen_random_uuid())) p (id);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_model() IS 'Refuses a model document that harmony.match does not take (22023).';
CREATE OR REPLACE TRIGGER check_content BEFORE INSERT ON crew.model_version
  FOR EACH ROW EXECUTE FUNCTION crew.check_model();
