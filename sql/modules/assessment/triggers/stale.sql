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
