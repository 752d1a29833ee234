-- A rule, a benchmark, a model or an environment that the ranking could not read would break every ranking after it: each
-- is read before it is stored, by what reads it in a ranking. Keys and bounds stand nowhere else.

CREATE OR REPLACE FUNCTION crew.check_safety_rule() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.check_match_request(harmony.match_request(rules => jsonb_build_array(jsonb_strip_nulls(to_jsonb(NEW) - 'id'))));
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_safety_rule() IS 'Refuses a safety rule that harmony.match does not take (22023).';
CREATE OR REPLACE TRIGGER check_content BEFORE INSERT OR UPDATE ON crew.safety_rule
  FOR EACH ROW EXECUTE FUNCTION crew.check_safety_rule();

CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE ON crew.setting
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE FUNCTION crew.check_benchmark() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.check_match_request(harmony.match_request(benchmarks => jsonb_build_object(NEW.trait,
    jsonb_build_object('benchmark', NEW.benchmark, 'polarity', NEW.polarity))));
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_benchmark() IS 'Refuses a benchmark that harmony.match does not take (22023).';
CREATE OR REPLACE TRIGGER check_content BEFORE INSERT OR UPDATE ON crew.position_benchmark
  FOR EACH ROW EXECUTE FUNCTION crew.check_benchmark();

CREATE OR REPLACE FUNCTION crew.check_model() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.check_match_request(harmony.match_request(model => NEW.model));
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_model() IS 'Refuses a model document that harmony.match does not take (22023).';
CREATE OR REPLACE TRIGGER check_content BEFORE INSERT ON crew.model_version
  FOR EACH ROW EXECUTE FUNCTION crew.check_model();

CREATE OR REPLACE FUNCTION crew.check_vessel() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Keys first: after that there are few numbers, of which the text is short enough to be written.
  PERFORM harmony.check_match_request(harmony.match_request(environment => NEW.environment, leadership => NEW.leadership));
  PERFORM crew.require_small(NEW.environment, 'environment'), crew.require_small(NEW.leadership, 'leadership');
  -- Doubles alone: no number has more digits than the ranking reads. What is null stays so, for the table to refuse.
  IF jsonb_typeof(NEW.environment) = 'object' THEN
    NEW.environment := NEW.environment || jsonb_strip_nulls(harmony_internal.environment_as_read(NEW.environment));
  END IF;
  IF jsonb_typeof(NEW.leadership) = 'object' THEN
    NEW.leadership := NEW.leadership || jsonb_strip_nulls(harmony_internal.leadership_as_read(NEW.leadership));
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_vessel() IS
'Refuses an environment or a leadership that harmony.match does not take: 22023 for an unknown key or what is no number, 22003 for a number
out of range, 54000 for more than 10,000 bytes. Stores each number as the float8 that is read.';
CREATE OR REPLACE TRIGGER check_content BEFORE INSERT OR UPDATE OF environment, leadership ON crew.vessel
  FOR EACH ROW EXECUTE FUNCTION crew.check_vessel();
