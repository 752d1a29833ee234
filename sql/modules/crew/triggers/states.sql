-- State machines and immutability. They hold for every role. Trigger functions that read
-- another table run as the owner, so that row-level security hides nothing from them.

CREATE OR REPLACE FUNCTION crew.check_campaign() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- What a request names is checked before the keys are, which tell a conflict.
  IF NOT platform.is_privileged() AND (TG_OP = 'INSERT' OR (OLD.organization_id, OLD.vessel_id, OLD."position")
                                       IS DISTINCT FROM (NEW.organization_id, NEW.vessel_id, NEW."position")) THEN
    IF NEW.organization_id IS NULL THEN
      RAISE EXCEPTION 'the organization is missing' USING ERRCODE = 'not_null_violation';
    END IF;
    PERFORM platform.require_organization(NEW.organization_id), crew.require_position(NEW."position");
    IF NOT EXISTS (SELECT FROM crew.vessel v WHERE v.id = NEW.vessel_id AND v.organization_id = NEW.organization_id) THEN
      RAISE EXCEPTION 'vessel % is not one of organisation %', NEW.vessel_id, NEW.organization_id
        USING ERRCODE = 'invalid_parameter_value';
    END IF;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status NOT IN ('draft', 'open') THEN
      RAISE EXCEPTION 'a campaign starts as draft or open, not %', NEW.status USING ERRCODE = 'check_violation';
    END IF;
    NEW.archived_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.status <> NEW.status AND NOT (OLD.status, NEW.status) IN
     (('draft', 'open'), ('draft', 'archived'), ('open', 'closed'), ('closed', 'open'), ('closed', 'archived')) THEN
    RAISE EXCEPTION 'a campaign cannot go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', HINT = 'draft -> open <-> closed -> archived; a draft may be archived.';
  END IF;
  IF OLD.status <> 'draft' AND (OLD.id, OLD.organization_id, OLD.vessel_id, OLD."position")
     IS DISTINCT FROM (NEW.id, NEW.organization_id, NEW.vessel_id, NEW."position") THEN
    RAISE EXCEPTION 'vessel and position of a campaign are fixed once it has been opened'
      USING ERRCODE = 'check_violation', HINT = 'Archive it and open another one.';
  END IF;
  -- What is told about fairness is counted at this step, by a trigger that goes with the extension.
  IF OLD.status <> 'archived' AND NEW.status = 'archived'
     AND NOT (platform.has_extension()
              AND EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = TG_RELID AND t.tgname = 'keep_selection')) THEN
    RAISE EXCEPTION 'campaign % cannot be archived without the extension', NEW.id
      USING ERRCODE = 'object_not_in_prerequisite_state', DETAIL = 'Nothing would be counted for what is told about fairness.',
            HINT = 'CREATE EXTENSION harmony; SELECT harmony.install(''crew'');';
  END IF;
  -- The owner alone brings in campaigns that were archived earlier.
  NEW.archived_at := CASE WHEN NEW.status <> 'archived' THEN NULL
                          WHEN platform.is_privileged() THEN coalesce(NEW.archived_at, now())
                          ELSE coalesce(OLD.archived_at, now()) END;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_campaign() IS
'Lets a campaign take only the steps of its state machine; fixes vessel and position once it was open; notes when it is archived, which
takes the extension. Of a request the position has to be one, and the vessel the employer''s: 22023.';
CREATE OR REPLACE TRIGGER check_state BEFORE INSERT OR UPDATE ON crew.campaign
  FOR EACH ROW EXECUTE FUNCTION crew.check_campaign();

CREATE OR REPLACE FUNCTION crew.check_candidacy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  campaign_status text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'pending' THEN
      RAISE EXCEPTION 'a candidacy starts as pending, not %', NEW.status USING ERRCODE = 'check_violation';
    END IF;
    -- No lock: an application that is not committed must not keep an employer from changing the campaign. One that was begun while the
    -- campaign was open may come in after it has been closed.
    SELECT c.status INTO campaign_status FROM crew.campaign c WHERE c.id = NEW.campaign_id;
    IF campaign_status <> 'open' THEN
      RAISE EXCEPTION 'campaign % is %, not open', NEW.campaign_id, campaign_status USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.person_id, OLD.campaign_id) IS DISTINCT FROM (NEW.person_id, NEW.campaign_id) THEN
    RAISE EXCEPTION 'a candidacy stays with its person and campaign' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.status <> NEW.status THEN
    IF NOT (OLD.status, NEW.status) IN
       (('pending', 'hired'), ('pending', 'rejected'), ('pending', 'withdrawn'),
        ('hired', 'joined'), ('hired', 'rejected'), ('hired', 'withdrawn')) THEN
      RAISE EXCEPTION 'a candidacy cannot go from % to %', OLD.status, NEW.status
        USING ERRCODE = 'check_violation', HINT = 'pending -> hired, rejected or withdrawn; hired -> joined, rejected or withdrawn.';
    END IF;
    NEW.decided_at := now();
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_candidacy() IS
'Lets people apply to open campaigns only, and a candidacy take only the steps of its state machine.';
CREATE OR REPLACE TRIGGER check_state BEFORE INSERT OR UPDATE ON crew.candidacy
  FOR EACH ROW EXECUTE FUNCTION crew.check_candidacy();

CREATE OR REPLACE FUNCTION crew.check_assignment() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF (OLD.person_id, OLD.id) IS DISTINCT FROM (NEW.person_id, NEW.id) OR OLD.vessel_id IS DISTINCT FROM NEW.vessel_id THEN
    RAISE EXCEPTION 'an assignment stays with its person and vessel' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.status <> NEW.status AND NOT (OLD.status = 'active' AND NEW.status = 'ended') THEN
    RAISE EXCEPTION 'an assignment cannot go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation',
            HINT = 'An active assignment ends; what has ended or was declared stays so. Whoever comes back gets a new one.';
  END IF;
  -- The owner alone brings in services whose end was entered earlier.
  NEW.ended_at := CASE WHEN platform.is_privileged() THEN NEW.ended_at ELSE OLD.ended_at END;
  IF OLD.status = 'active' AND NEW.status = 'ended' THEN
    NEW.ended_at := coalesce(NEW.ended_at, now());
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_assignment() IS
'An active assignment may end, and when that is entered is noted; ended and declared ones stay so.

A declared past experience never becomes active crew.';
CREATE OR REPLACE TRIGGER check_state BEFORE UPDATE ON crew.assignment
  FOR EACH ROW EXECUTE FUNCTION crew.check_assignment();

CREATE OR REPLACE FUNCTION crew.check_experience() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NEW."position" IS NOT NULL AND NOT platform.is_privileged() THEN
    PERFORM crew.require_position(NEW."position");
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_experience() IS
'Refuses what a request declares or enters as a position that there is not, with 22023, before the key does.';
CREATE OR REPLACE TRIGGER check_position BEFORE INSERT ON crew.assignment
  FOR EACH ROW EXECUTE FUNCTION crew.check_experience();

CREATE OR REPLACE FUNCTION crew.check_hiring_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  fixed record := NEW;
BEGIN
  -- Rows are compared column by column: as documents they are equal where texts of numbers are.
  fixed.y_actual := OLD.y_actual;
  fixed.departure_reason := OLD.departure_reason;
  fixed.actual_tenure_days := OLD.actual_tenure_days;
  -- The one change besides: a person erased long ago is taken out of it (crew.unlink_evidence).
  IF NEW.person_id <> OLD.person_id AND EXISTS (
       SELECT FROM platform.account a WHERE a.id = OLD.person_id
         AND a.deleted_at <= now() - (SELECT s.value::interval FROM platform.setting s WHERE s.name = 'keep_evidence'))
     AND NOT EXISTS (SELECT FROM platform.account a WHERE a.id = NEW.person_id)
     AND NEW.dnre IS NOT DISTINCT FROM (
       SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(OLD.dnre) e WHERE e.key IN ('g_fit', 'pool', 'crew_measured')) THEN
    fixed.person_id := OLD.person_id;
    fixed.dnre := OLD.dnre;
  END IF;
  IF fixed IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a hiring event is immutable'
      USING ERRCODE = 'object_not_in_prerequisite_state',
            DETAIL = 'Only y_actual, departure_reason and actual_tenure_days may be filled in.';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_hiring_event() IS
'Refuses every change of a hiring event but to y_actual, departure_reason and actual_tenure_days, and but for one: a person who was erased
longer ago than platform.setting keep_evidence becomes another, random number, and of dnre the model''s terms alone stay.';
CREATE OR REPLACE TRIGGER immutable BEFORE UPDATE ON crew.hiring_event
  FOR EACH ROW EXECUTE FUNCTION crew.check_hiring_event();
CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE ON crew.hiring_event
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE FUNCTION crew.check_model_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  fixed record := NEW;
BEGIN
  fixed.is_active := OLD.is_active;
  IF fixed IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'model version "%" is immutable', OLD.version
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a version; crew.activate_model(version) makes it the active one.';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_model_version() IS 'Refuses every change of a model version but its activation.';
CREATE OR REPLACE TRIGGER immutable BEFORE UPDATE ON crew.model_version
  FOR EACH ROW EXECUTE FUNCTION crew.check_model_version();
CREATE OR REPLACE TRIGGER kept BEFORE DELETE OR TRUNCATE ON crew.model_version
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE FUNCTION crew.model_activated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.is_active THEN
      PERFORM platform.audit('model.activated', 'crew.model_version/' || NEW.version);
    END IF;
  ELSIF NEW.is_active <> OLD.is_active THEN
    PERFORM platform.audit(CASE WHEN NEW.is_active THEN 'model.activated' ELSE 'model.deactivated' END,
                           'crew.model_version/' || NEW.version);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.model_activated() IS 'Writes every activation and deactivation of a model version into the audit trail.';
CREATE OR REPLACE TRIGGER audit_activation AFTER INSERT OR UPDATE OF is_active ON crew.model_version
  FOR EACH ROW EXECUTE FUNCTION crew.model_activated();

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crew.retraining
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- Rows of both go with the candidacy, and change in no other way than by an answer.
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON crew.barrier_lift
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE FUNCTION crew.check_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  fixed record := NEW;
BEGIN
  fixed.answer := OLD.answer;
  fixed.answered_at := OLD.answered_at;
  fixed.answered_by := OLD.answered_by;
  IF OLD.answered_at IS NOT NULL OR fixed IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a request for a review is immutable' USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'Only its answer may be filled in, once.';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.check_review() IS 'Refuses every change of a request for a human review but its answer.';
CREATE OR REPLACE TRIGGER immutable BEFORE UPDATE ON crew.review_request
  FOR EACH ROW EXECUTE FUNCTION crew.check_review();
