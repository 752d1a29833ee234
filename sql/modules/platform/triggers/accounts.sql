CREATE OR REPLACE FUNCTION platform.name_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.is_verified := false;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION platform.name_changed() IS 'What was verified of an account was its name: another one has to be verified again.';
CREATE OR REPLACE TRIGGER name_changed BEFORE UPDATE OF full_name ON platform.account
  FOR EACH ROW WHEN (OLD.full_name IS DISTINCT FROM NEW.full_name) EXECUTE FUNCTION platform.name_changed();
