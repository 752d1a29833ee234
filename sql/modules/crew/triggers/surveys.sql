-- Pulses and survey answers: who may give them and when, and the outcomes computed from them.

CREATE OR REPLACE FUNCTION crew.set_pulse_day() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.day := (NEW.given_at AT TIME ZONE 'UTC')::date;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.set_pulse_day() IS 'Fills in the day of a pulse, whatever the statement says.';
CREATE OR REPLACE TRIGGER set_day BEFORE INSERT OR UPDATE OF given_at, day ON crew.pulse
  FOR EACH ROW EXECUTE FUNCTION crew.set_pulse_day();

CREATE OR REPLACE FUNCTION crew.check_pulses() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  refused record;
BEGIN
  SELECT n.person_id, n.vessel_id, n.given_at, n.given_at > clock_timestamp() AS future INTO refused
  FROM new_rows n
  WHERE n.given_at > clock_timestamp() OR NOT EXISTS (
    SELECT FROM crew.assignment a
    WHERE a.person_id = n.person_id AND a.vessel_id = n.vessel_id AND a.status <> 'declared'
      AND n.day BETWEEN a.started_on AND coalesce(a.ended_on, 'infinity'))
  LIMIT 1;
  IF FOUND THEN
    IF refused.future THEN
      RAISE EXCEPTION 'pulse of person % lies in the future', refused.person_id
        USING ERRCODE = 'datetime_field_overflow', DETAIL = format('Its given_at is %s.', refused.given_at);
    END IF;
    RAISE EXCEPTION 'person % is not crew of vessel % at %', refused.person_id, refused.vessel_id, refused.given_at
      USING ERRCODE = 'check_violation', HINT = 'A pulse is given by a member of the crew, while aboard.';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.check_pulses() IS
'Refuses pulses of people who are not crew of the vessel on that day, and pulses from the future.';
CREATE OR REPLACE TRIGGER check_inserted AFTER INSERT ON crew.pulse
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.check_pulses();
CREATE OR REPLACE TRIGGER check_updated AFTER UPDATE ON crew.pulse
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.check_pulses();

CREATE OR REPLACE FUNCTION crew.check_survey_responses() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  refused record;
BEGIN
  SELECT a.* INTO refused
  FROM (
    SELECT n.person_id, n.survey_id, n.responded_at, s.opens_at, s.closes_at,
           n.responded_at NOT BETWEEN s.opens_at AND least(coalesce(s.closes_at, 'infinity'), clock_timestamp()) AS untimely,
           NOT EXISTS (SELECT FROM crew.assignment a
                       WHERE a.person_id = n.person_id AND a.vessel_id = s.vessel_id AND a.status <> 'declared'
                         AND crew.aboard_until(a.ended_on, a.ended_at) >= (s.opens_at AT TIME ZONE 'UTC')::date) AS a_stranger
    FROM new_rows n JOIN crew.survey s ON s.id = n.survey_id) a
  WHERE a.untimely OR a.a_stranger LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF refused.a_stranger THEN
    RAISE EXCEPTION 'person % may not answer survey %', refused.person_id, refused.survey_id
      USING ERRCODE = 'check_violation', HINT = 'A survey is answered by those who served aboard when it was opened, or later.';
  END IF;
  RAISE EXCEPTION 'survey % takes no answers at %', refused.survey_id, refused.responded_at
    USING ERRCODE = 'object_not_in_prerequisite_state',
          DETAIL = format('It is open from %s to %s.', refused.opens_at, coalesce(refused.closes_at, 'infinity'));
END
$$;
COMMENT ON FUNCTION crew.check_survey_responses() IS
'Refuses answers of people who are not, and were not after it had been opened, crew of the survey''s vessel, and answers outside of the
survey''s time. Only that crew is told its time.';
CREATE OR REPLACE TRIGGER check_inserted AFTER INSERT ON crew.survey_response
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.check_survey_responses();
CREATE OR REPLACE TRIGGER check_updated AFTER UPDATE ON crew.survey_response
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.check_survey_responses();

CREATE OR REPLACE FUNCTION crew.outcomes_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM crew.fill_outcomes(ARRAY (SELECT DISTINCT n.person_id FROM new_rows n));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM crew.fill_outcomes(ARRAY (SELECT DISTINCT o.person_id FROM old_rows o));
  ELSE
    PERFORM crew.fill_outcomes(ARRAY (SELECT n.person_id FROM new_rows n UNION SELECT o.person_id FROM old_rows o));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.outcomes_changed() IS
'Fills y_actual of the hiring events of the people whose survey answers a statement changes.';
CREATE OR REPLACE TRIGGER outcomes_inserted AFTER INSERT ON crew.survey_response
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.outcomes_changed();
CREATE OR REPLACE TRIGGER outcomes_updated AFTER UPDATE ON crew.survey_response
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.outcomes_changed();
CREATE OR REPLACE TRIGGER outcomes_deleted AFTER DELETE ON crew.survey_response
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.outcomes_changed();

CREATE OR REPLACE FUNCTION crew.check_survey() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'vessel and kind of a survey are fixed' USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Open another survey.';
END
$$;
COMMENT ON FUNCTION crew.check_survey() IS 'A survey stays with its vessel and kind: answers to it have already counted.';
CREATE OR REPLACE TRIGGER fixed BEFORE UPDATE OF id, vessel_id, kind ON crew.survey
  FOR EACH ROW WHEN ((OLD.id, OLD.vessel_id, OLD.kind) IS DISTINCT FROM (NEW.id, NEW.vessel_id, NEW.kind))
  EXECUTE FUNCTION crew.check_survey();
