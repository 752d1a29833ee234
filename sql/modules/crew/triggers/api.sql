-- What views of schema api do in place of writing to their tables: rights to UPDATE or DELETE a table are also rights to lock it. They have
-- the rights of whoever writes.

CREATE OR REPLACE FUNCTION crew.vessel_patched() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  NEW.leadership := crew.change_vessel(OLD.id, NEW.name, NEW.leadership, NEW.is_active);
  RETURN NEW;
EXCEPTION WHEN lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION crew.vessel_patched() IS 'Changes a vessel by crew.change_vessel.';

CREATE OR REPLACE FUNCTION crew.experience_posted() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.assignment AS a (person_id, vessel_name, "position", status, started_on, ended_on)
  VALUES (coalesce(NEW.person, platform.current_account()), NEW.vessel_name, NEW."position", coalesce(NEW.status, 'declared'),
          coalesce(NEW.started_on, platform.today()), NEW.ended_on)
  RETURNING a.id, a.person_id, a.status, a.started_on INTO NEW.id, NEW.person, NEW.status, NEW.started_on;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.experience_posted() IS 'Declares past experience; a policy refuses (42501) everything else.';

CREATE OR REPLACE FUNCTION crew.experience_removed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN CASE WHEN OLD.person = platform.current_account() AND crew.remove_experience(OLD.id) THEN OLD END;
END
$$;
COMMENT ON FUNCTION crew.experience_removed() IS
'Removes one''s own declared experience by crew.remove_experience; any other row stays, and is not counted.';

CREATE OR REPLACE FUNCTION crew.group_posted() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO crew.declared_group (person_id, attribute, group_name) VALUES (platform.current_account(), NEW.attribute, NEW.group_name);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION crew.group_posted() IS 'Declares a group of one''s own.';

CREATE OR REPLACE FUNCTION crew.group_removed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN CASE WHEN crew.remove_group(OLD.attribute) THEN OLD END;
END
$$;
COMMENT ON FUNCTION crew.group_removed() IS 'Removes a group of one''s own by crew.remove_group.';
