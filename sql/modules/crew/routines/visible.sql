-- What employers are told of dashboards, and when that changed.

CREATE OR REPLACE FUNCTION crew.told_vessel(vessel crew.vessel) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('name', (vessel).name, 'toxicity_flag', (vessel).toxicity_flag,
    'toxicity_evidence', crew.shown_toxicity((vessel).toxicity_evidence),
    'snapshot', crew.employers_snapshot((vessel).vessel_snapshot, (vessel).leadership IS NULL));
END
$$;
COMMENT ON FUNCTION crew.told_vessel(crew.vessel) IS
'What an employer sees of a vessel''s dashboard: what may tell that something has changed.';

CREATE OR REPLACE FUNCTION crew.note_shown() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_TABLE_NAME = 'vessel' THEN
    IF NEW.vessel_snapshot IS NOT NULL AND (NEW.shown_at IS NULL OR crew.told_vessel(NEW) IS DISTINCT FROM crew.told_vessel(OLD)) THEN
      NEW.shown_at := greatest(now(), OLD.shown_at + interval '1 microsecond');
    END IF;
  ELSIF NEW.snapshot IS NOT NULL AND (NEW.shown_at IS NULL OR crew.whole(NEW.snapshot) IS DISTINCT FROM crew.whole(OLD.snapshot)) THEN
    NEW.shown_at := greatest(now(), OLD.shown_at + interval '1 microsecond');
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.note_shown() IS
'Notes when what employers see of a vessel''s or a fleet''s snapshot has changed (shown_at). That a snapshot was rebuilt tells that somebody
aboard has done something; this tells no more than what is to be seen.';
