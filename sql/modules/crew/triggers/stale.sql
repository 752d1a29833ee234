-- Which snapshots a statement makes stale: one row of crew.dirty a vessel and statement, in the transaction of the change.
-- The triggers run as the owner: whoever gives a pulse may not write the queue.

CREATE OR REPLACE FUNCTION crew.mark_new() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.dirty (kind, key) SELECT DISTINCT 'vessel', n.vessel_id FROM new_rows n WHERE n.vessel_id IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.mark_new() IS 'Marks the vessels of the new rows of a statement as dirty.';

CREATE OR REPLACE FUNCTION crew.mark_old() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.dirty (kind, key) SELECT DISTINCT 'vessel', o.vessel_id FROM old_rows o WHERE o.vessel_id IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.mark_old() IS 'Marks the vessels of the removed rows of a statement as dirty.';

CREATE OR REPLACE FUNCTION crew.mark_both() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.dirty (kind, key)
  SELECT 'vessel', v.vessel_id
  FROM (SELECT n.vessel_id FROM new_rows n UNION SELECT o.vessel_id FROM old_rows o) v WHERE v.vessel_id IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.mark_both() IS 'Marks the vessels of the changed rows of a statement as dirty, the former ones too.';

CREATE OR REPLACE TRIGGER dirty_inserted AFTER INSERT ON crew.assignment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_new();
CREATE OR REPLACE TRIGGER dirty_updated AFTER UPDATE ON crew.assignment
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_both();
CREATE OR REPLACE TRIGGER dirty_deleted AFTER DELETE ON crew.assignment
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_old();
CREATE OR REPLACE TRIGGER dirty_inserted AFTER INSERT ON crew.pulse
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_new();
CREATE OR REPLACE TRIGGER dirty_updated AFTER UPDATE ON crew.pulse
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_both();
CREATE OR REPLACE TRIGGER dirty_deleted AFTER DELETE ON crew.pulse
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_old();

-- Profiles: the vessels on which the person serves or which the person leads. That a document was written anew is enough:
-- comparing it with the old one would cost every submission more than a needless mark costs.
CREATE OR REPLACE FUNCTION crew.mark_profiles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
DECLARE
  persons CONSTANT uuid[] := ARRAY (SELECT c.person_id FROM changed c);
BEGIN
  INSERT INTO crew.dirty (kind, key)
  SELECT 'vessel', a.vessel_id FROM crew.assignment a WHERE a.person_id = ANY (persons) AND a.status = 'active'
  UNION
  SELECT 'vessel', v.id FROM crew.vessel v WHERE v.leader_id = ANY (persons);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.mark_profiles() IS 'Marks the vessels of the people whose profile documents a statement writes.';

CREATE OR REPLACE TRIGGER crew_dirty_inserted AFTER INSERT ON assessment.profile
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_profiles();
CREATE OR REPLACE TRIGGER crew_dirty_updated AFTER UPDATE ON assessment.profile
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_profiles();
CREATE OR REPLACE TRIGGER crew_dirty_deleted AFTER DELETE ON assessment.profile
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_profiles();

-- A vessel itself, but for what rebuilding writes: hence the list of columns, and rows instead of statements.
CREATE OR REPLACE FUNCTION crew.mark_vessel() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO crew.fleet_snapshot (organization_id) VALUES (NEW.organization_id) ON CONFLICT DO NOTHING;
    INSERT INTO crew.dirty (kind, key) VALUES ('vessel', NEW.id), ('fleet', NEW.organization_id);
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.organization_id <> NEW.organization_id) THEN
    INSERT INTO crew.dirty (kind, key) VALUES ('fleet', OLD.organization_id);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.mark_vessel() IS 'Marks a new or changed vessel and its fleet as dirty.';
CREATE OR REPLACE TRIGGER dirty_changed
  AFTER INSERT OR DELETE OR UPDATE OF organization_id, name, leader_id, leadership, environment, is_active, toxicity_flag ON crew.vessel
  FOR EACH ROW EXECUTE FUNCTION crew.mark_vessel();

-- What every snapshot is computed with.
CREATE OR REPLACE FUNCTION crew.mark_all() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.dirty (kind, key) SELECT 'vessel', v.id FROM crew.vessel v;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION crew.mark_all() IS 'Marks every vessel as dirty: the active model or the rules of disclosure have changed.';
CREATE OR REPLACE TRIGGER dirty_model AFTER INSERT OR UPDATE OF is_active ON crew.model_version
  FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_all();
CREATE OR REPLACE TRIGGER dirty_disclosure AFTER INSERT OR UPDATE OR DELETE ON crew.disclosure
  FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_all();
CREATE OR REPLACE TRIGGER dirty_truncated AFTER TRUNCATE ON crew.assignment
  FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_all();
CREATE OR REPLACE TRIGGER dirty_truncated AFTER TRUNCATE ON crew.pulse
  FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_all();
