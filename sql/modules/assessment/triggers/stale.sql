-- One trigger on profiles for every module that keeps something computed from them: a mark of each kind that is registered for
-- assessment.profile, with the person as its key. That a document was written anew is enough: comparing it with the old one would
-- cost every submission more than a needless mark costs.

CREATE OR REPLACE FUNCTION assessment.profiles_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO platform.stale_mark (kind, key)
  SELECT i.kind, c.person_id FROM platform.stale_interest i CROSS JOIN changed c
  WHERE i.source = 'assessment.profile' AND to_regnamespace(split_part(i.kind, '.', 1)) IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.profiles_changed() IS
'Marks the people whose profile documents a statement writes, once for each kind that is registered for assessment.profile.';

CREATE OR REPLACE TRIGGER mark_stale_inserted AFTER INSERT ON assessment.profile
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION assessment.profiles_changed();
CREATE OR REPLACE TRIGGER mark_stale_updated AFTER UPDATE ON assessment.profile
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION assessment.profiles_changed();
CREATE OR REPLACE TRIGGER mark_stale_deleted AFTER DELETE ON assessment.profile
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION assessment.profiles_changed();

-- Switched off until somebody asks for marks: called for nobody, the trigger would take a tenth of the time of a submission.
CREATE OR REPLACE FUNCTION assessment.switch_marks() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  action CONSTANT text := CASE WHEN EXISTS (
    SELECT FROM platform.stale_interest i
    WHERE i.source = 'assessment.profile' AND to_regnamespace(split_part(i.kind, '.', 1)) IS NOT NULL) THEN 'ENABLE' ELSE 'DISABLE' END;
  event text;
BEGIN
  FOREACH event IN ARRAY '{inserted,updated,deleted}'::text[] LOOP
    EXECUTE format('ALTER TABLE assessment.profile %s TRIGGER mark_stale_%s', action, event);
  END LOOP;
END
$$;
COMMENT ON FUNCTION assessment.switch_marks() IS
'Enables the trigger that marks changed profiles if a module that is there has asked for marks, else disables it.';

CREATE OR REPLACE FUNCTION assessment.mark_changed_profiles(kind text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  SELECT platform.register_interest('assessment.profile', mark_changed_profiles.kind);
  SELECT assessment.switch_marks();
END;
COMMENT ON FUNCTION assessment.mark_changed_profiles(text) IS
'From now on a changed profile leaves a mark of this kind with its person as the key (platform.stale_mark).

A module that computes from profiles calls it when it is installed; calling it again changes nothing.';

SELECT assessment.switch_marks();
