-- Which snapshots a statement makes stale: marks of kind crew.vessel and crew.fleet, in the transaction of the change. A changed
-- profile leaves a mark of kind crew.person, which crew.expand_marks() turns into marks of vessels.

SELECT assessment.mark_changed_profiles('crew.person');
SELECT platform.mark_changes('crew.assignment', 'vessel_id', 'crew.vessel');

-- No pulse does: snapshots show what was published, and publishing marks the vessels. No snapshot changes with a single pulse.

-- A vessel itself and its fleet, but for what rebuilding writes: hence the list of columns.
CREATE OR REPLACE TRIGGER mark_stale_changed
  AFTER INSERT OR DELETE OR UPDATE OF organization_id, name, leader_id, leadership, environment, is_active ON crew.vessel
  FOR EACH ROW EXECUTE FUNCTION platform.mark_row_stale('crew.vessel', 'id', 'crew.fleet', 'organization_id');

-- What every snapshot is computed with.
CREATE OR REPLACE TRIGGER mark_stale_model AFTER INSERT OR UPDATE OF is_active ON crew.model_version
  FOR EACH STATEMENT EXECUTE FUNCTION platform.mark_all_stale('crew.vessel');

-- A fleet's row is there before its snapshot: rebuilding locks it.
CREATE OR REPLACE FUNCTION crew.add_fleet() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.fleet_snapshot (organization_id) VALUES (NEW.organization_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.add_fleet() IS 'Adds the fleet snapshot, still empty, of an employer''s first vessel.';
CREATE OR REPLACE TRIGGER add_fleet AFTER INSERT OR UPDATE OF organization_id ON crew.vessel
  FOR EACH ROW EXECUTE FUNCTION crew.add_fleet();

-- When what employers see has changed.
CREATE OR REPLACE TRIGGER note_shown BEFORE UPDATE ON crew.vessel FOR EACH ROW EXECUTE FUNCTION crew.note_shown();
CREATE OR REPLACE TRIGGER note_shown BEFORE UPDATE ON crew.fleet_snapshot FOR EACH ROW EXECUTE FUNCTION crew.note_shown();
