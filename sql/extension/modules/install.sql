-- Modules in and out.

CREATE FUNCTION harmony_internal.install_module(module text) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  files CONSTANT text[] := harmony_internal.module_files(module);
  schemas CONSTANT text[] := harmony_internal.module_order(module) || 'api'::text;
  -- A module without a record is new, or the extension was dropped and has come back: what is there then counts as the module's.
  is_recorded CONSTANT boolean := EXISTS (SELECT FROM harmony.migration m WHERE m.module = install_module.module);
  made_before CONSTANT text[] := ARRAY (
    SELECT o FROM harmony.migration m, unnest(m.objects) o WHERE m.module = install_module.module AND m.file NOT LIKE 'migrations/%');
  others text[] := '{}';
  made text[] := '{}';
  aside jsonb;
  shipped text;
BEGIN
  IF to_regnamespace(quote_ident(module)) IS NULL THEN
    EXECUTE format('CREATE SCHEMA %I', module);
  END IF;
  PERFORM harmony_internal.check_owners(schemas), harmony_internal.check_migrations(module, files);
  IF is_recorded THEN
    others := ARRAY (SELECT harmony_internal.objects_in(schemas) EXCEPT SELECT unnest(m.objects) FROM harmony.migration m);
  END IF;
  FOREACH shipped IN ARRAY files LOOP
    CONTINUE WHEN shipped LIKE 'migrations/%'
      AND EXISTS (SELECT FROM harmony.migration m WHERE m.module = install_module.module AND m.file = shipped);
    IF shipped LIKE 'policies/%' AND aside IS NULL THEN  -- there is no CREATE OR REPLACE POLICY
      PERFORM harmony_internal.drop_objects(ARRAY (SELECT o FROM unnest(made_before) o WHERE o LIKE 'policy %'), schemas);
      aside := CASE WHEN is_recorded THEN '{}' ELSE harmony_internal.put_policies_aside(module) END;
    END IF;
    made := made || harmony_internal.run_module_file(module, shipped, schemas, others);
  END LOOP;
  PERFORM harmony_internal.put_policies_back(aside);
  PERFORM harmony_internal.drop_objects(ARRAY (SELECT unnest(made_before) EXCEPT SELECT unnest(made)), schemas);
  DELETE FROM harmony.migration m WHERE m.module = install_module.module AND m.file <> ALL (files);
END
$$;
COMMENT ON FUNCTION harmony_internal.install_module(text) IS
'Puts one module in place, whose needs are there: runs its files, and drops what it made before and does not make any more.';

CREATE FUNCTION harmony.install(module text, content boolean DEFAULT true) RETURNS text
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE
  SET search_path = pg_catalog, pg_temp SET quote_all_identifiers = off SET standard_conforming_strings = on
AS $$
DECLARE
  modules CONSTANT text[] := harmony_internal.module_order(module);
  present CONSTANT regclass[] := harmony_internal.tables_of(modules);
  visited text;
  relation regclass;
BEGIN
  LOCK TABLE harmony.migration IN SHARE ROW EXCLUSIVE MODE;
  IF current_setting('citus.enable_ddl_propagation', true) IS NOT NULL THEN
    -- Citus would make routines its own, which may then not depend on an extension.
    PERFORM set_config('citus.enable_ddl_propagation', 'off', true);
    RAISE WARNING 'beside Citus modules live on the coordinator, as local tables'
      USING HINT = 'Do not distribute them: their policies, triggers and functions do not work on distributed tables.';
  END IF;
  IF NOT content THEN
    PERFORM harmony_internal.check_owners(modules), harmony_internal.leave_content_out(present);
  END IF;
  FOREACH visited IN ARRAY modules LOOP
    PERFORM harmony_internal.install_module(visited);
  END LOOP;
  IF NOT content THEN
    FOR relation IN SELECT t.tgrelid FROM pg_trigger t WHERE t.tgname = 'without_content' AND t.tgrelid = ANY (present) LOOP
      EXECUTE format('DROP TRIGGER without_content ON %s', relation);
    END LOOP;
    PERFORM harmony_internal.empty_tables(ARRAY (SELECT unnest(harmony_internal.tables_of(modules)) EXCEPT SELECT unnest(present)));
  END IF;
  RETURN array_to_string(modules, ', ');
END
$$;
COMMENT ON FUNCTION harmony.install(text, boolean) IS
'Puts a module in place or brings it up to date, in this transaction, with the modules it depends on first.

Migrations run once each, recorded in harmony.migration; routines, triggers, views, policies and api are written anew every time, and what
a former run made of them and this one did not is dropped. What the site made itself stays. Returns the names of the modules that were
visited; with client_min_messages = debug1 every file is told.

With content => false no shipped row is added: new tables stay empty, and rows come from where all the others come from, a publisher or a
dump. Beside Citus it says so in a warning, and switches propagation off for the rest of the transaction.

Errors: 22023 an unknown module, or a file that fits no rule; 42501 something in the schema is another role''s, or somebody else may
create in it, before or after any of the files; 42710 an object of the site has the name of one of the module''s; 2BP01 an object of the
site depends on what the module no longer has; 55000 a migration that has run is gone or has changed; 0A000 a file makes what it may not;
and those of the files, with the module, file and line as context.';
REVOKE ALL ON FUNCTION harmony.install(text, boolean) FROM PUBLIC;

CREATE FUNCTION harmony.advance_sequences() RETURNS TABLE (sequence regclass, last_value bigint)
  LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET quote_all_identifiers = off
AS $$
#variable_conflict use_column
DECLARE
  identity record;
  highest bigint;
BEGIN
  FOR identity IN
    SELECT a.attrelid::regclass AS relation, a.attname AS name, s.seqrelid::regclass AS sequence
    FROM pg_attribute a JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
    JOIN pg_sequence s ON d.classid = 'pg_class'::regclass AND s.seqrelid = d.objid
    WHERE d.deptype IN ('i', 'a') AND NOT a.attisdropped
      AND a.attrelid = ANY (harmony_internal.tables_of(ARRAY (SELECT m.module FROM harmony.migration m))::oid[])
    ORDER BY 1
  LOOP
    IF row_security_active(identity.relation) AND NOT EXISTS (
      SELECT FROM pg_policy p WHERE p.polrelid = identity.relation AND p.polname = 'owner_all'
        AND (SELECT r.oid FROM pg_roles r WHERE r.rolname = CURRENT_USER) = ANY (p.polroles)) THEN
      RAISE EXCEPTION 'not every row of table % can be seen', identity.relation USING ERRCODE = 'insufficient_privilege',
        HINT = 'Call it as the owner of the modules.';
    END IF;
    EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', identity.relation);  -- writers wait: none takes a number meanwhile
    EXECUTE format('SELECT max(%I) FROM %s', identity.name, identity.relation) INTO highest;
    IF highest > coalesce(pg_sequence_last_value(identity.sequence), 0) THEN
      sequence := identity.sequence;
      last_value := setval(identity.sequence, highest);
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION harmony.advance_sequences() IS
'Sets every sequence of the installed modules'' tables that lags behind to the highest number in use, and returns those with their new
values: after a logical subscriber has taken over, or data were loaded without their sequences.

A table is locked against writers until the transaction ends. 42501 for a role from which rows are hidden.';
REVOKE ALL ON FUNCTION harmony.advance_sequences() FROM PUBLIC;

CREATE FUNCTION harmony.uninstall(module text, force boolean DEFAULT false) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE
  SET search_path = pg_catalog, pg_temp SET client_min_messages = warning SET row_security = off
  SET quote_all_identifiers = off SET standard_conforming_strings = on
AS $$
DECLARE
  dependent text;
  held record;
  holds_rows boolean;
  elsewhere CONSTANT text[] := ARRAY (SELECT DISTINCT m.module FROM harmony.migration m WHERE m.module <> uninstall.module) || 'api'::text;
BEGIN
  LOCK TABLE harmony.migration IN SHARE ROW EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT FROM harmony.migration m WHERE m.module = uninstall.module) THEN
    RAISE EXCEPTION 'module "%" is not installed', module USING ERRCODE = 'invalid_parameter_value',
      HINT = 'SELECT * FROM harmony.migrations lists what is installed.';
  END IF;
  SELECT m.module INTO dependent FROM (SELECT DISTINCT i.module FROM harmony.migration i) m
  WHERE m.module <> uninstall.module AND uninstall.module = ANY (harmony_internal.module_requirements(m.module))
  ORDER BY m.module LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'cannot uninstall module "%" because module "%" depends on it', module, dependent
      USING ERRCODE = 'dependent_objects_still_exist', HINT = format('Uninstall "%s" first.', dependent);
  END IF;
  PERFORM harmony_internal.check_owners(ARRAY[module, 'api']);
  IF NOT force THEN
    PERFORM harmony_internal.show_rows(ARRAY[module]);
    -- Tables marked as shipped content ("[shipped]" ends their comment) hold rows from the start and do not count.
    FOR held IN
      SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
      WHERE s.nspname = module AND c.relkind IN ('r', 'p')
        AND coalesce(obj_description(c.oid, 'pg_class'), '') NOT LIKE '%[shipped]'
      ORDER BY c.relname
    LOOP
      EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', held.name);  -- nobody adds a row between the look and the drop
      EXECUTE format('SELECT EXISTS (SELECT FROM %s)', held.name) INTO holds_rows;
      IF holds_rows THEN
        RAISE EXCEPTION 'cannot uninstall module "%" because table % holds rows', module, held.name
          USING ERRCODE = 'object_not_in_prerequisite_state',
                HINT = 'Export the rows first, or call it with force => true to drop them.';
      END IF;
    END LOOP;
  END IF;
  PERFORM harmony_internal.drop_objects(
    ARRAY (SELECT o FROM harmony.migration m, unnest(m.objects) o WHERE m.module = uninstall.module), elsewhere);
  PERFORM harmony_internal.check_dependents(module, elsewhere), harmony_internal.check_owners(ARRAY[module, 'api']);
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', module);
  DELETE FROM harmony.migration m WHERE m.module = uninstall.module;
END
$$;
COMMENT ON FUNCTION harmony.uninstall(text, boolean) IS
'Drops a module''s schema with everything in it, and what the module made on tables of other modules and in schema api.

Refused while another module needs it, or something in another schema what it made (2BP01); while one of its tables holds rows (55000),
unless force is true: content that the module ships does not count; and while something in the schema is another role''s (42501).';
REVOKE ALL ON FUNCTION harmony.uninstall(text, boolean) FROM PUBLIC;
