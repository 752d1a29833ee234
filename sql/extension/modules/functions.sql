CREATE FUNCTION harmony.version() RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_version';
COMMENT ON FUNCTION harmony.version() IS 'Version of the shared library. pg_extension.extversion is the version of the SQL objects; ALTER EXTENSION harmony UPDATE brings them together.';

CREATE FUNCTION harmony.install(module text) RETURNS text
  LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE
  AS 'MODULE_PATHNAME', 'harmony_install';
COMMENT ON FUNCTION harmony.install(text) IS
'Puts a module in place or brings it up to date, in this transaction, with the modules it depends on first.

Run-once files (0001_tables.sql ...) run if harmony.migration does not list them; routines, triggers, views and policies are written anew every time. Returns the names of the modules that were visited. An unknown module is an error 22023.';
REVOKE ALL ON FUNCTION harmony.install(text) FROM PUBLIC;

CREATE FUNCTION harmony_internal.module_requirements(module text) RETURNS text[]
  LANGUAGE c STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_module_requirements';
COMMENT ON FUNCTION harmony_internal.module_requirements(text) IS 'Modules that the module needs, which harmony.install puts in place first.';

CREATE FUNCTION harmony.uninstall(module text, force boolean DEFAULT false) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE
  SET search_path = pg_catalog, pg_temp SET client_min_messages = warning
AS $$
DECLARE
  dependent text;
  held record;
  holds_rows boolean;
BEGIN
  LOCK TABLE harmony.migration IN SHARE ROW EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT FROM harmony.migration m WHERE m.module = uninstall.module) THEN
    RAISE EXCEPTION 'module "%" is not installed', module USING ERRCODE = 'invalid_parameter_value',
      HINT = 'SELECT * FROM harmony.migrations lists what is installed.';
  END IF;
  SELECT m.module INTO dependent FROM harmony.migration m
  WHERE m.module <> uninstall.module AND uninstall.module = ANY (harmony_internal.module_requirements(m.module))
  ORDER BY m.module LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'cannot uninstall module "%" because module "%" depends on it', module, dependent
      USING ERRCODE = 'dependent_objects_still_exist', HINT = format('Uninstall "%s" first.', dependent);
  END IF;
  IF NOT force THEN
    -- Tables marked as shipped content ("[shipped]" ends their comment) hold rows from the start and do not count.
    FOR held IN
      SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
      WHERE s.nspname = module AND c.relkind IN ('r', 'p')
        AND coalesce(obj_description(c.oid, 'pg_class'), '') NOT LIKE '%[shipped]'
      ORDER BY c.relname
    LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s)', held.name) INTO holds_rows;
      IF holds_rows THEN
        RAISE EXCEPTION 'cannot uninstall module "%" because table % holds rows', module, held.name
          USING ERRCODE = 'object_not_in_prerequisite_state',
                HINT = 'Export the rows first, or call it with force => true to drop them.';
      END IF;
    END LOOP;
  END IF;
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', module);
  DELETE FROM harmony.migration m WHERE m.module = uninstall.module;
END
$$;
COMMENT ON FUNCTION harmony.uninstall(text, boolean) IS
'Drops a module''s schema with everything in it.

Refused while another module needs it (2BP01), or while one of its tables holds rows (55000) unless force is true; content that the module ships does not count.';
REVOKE ALL ON FUNCTION harmony.uninstall(text, boolean) FROM PUBLIC;
