CREATE FUNCTION harmony.version() RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_version';
COMMENT ON FUNCTION harmony.version() IS
'Version of the shared library.

pg_extension.extversion is the version of the SQL objects; ALTER EXTENSION harmony UPDATE brings them together.';

CREATE FUNCTION harmony_internal.check_migrations(module text, files text[]) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  former record;
  shipped text;
BEGIN
  FOR former IN
    SELECT m.file, m.version, m.checksum FROM harmony.migration m
    WHERE m.module = check_migrations.module AND m.file LIKE 'migrations/%' ORDER BY m.file
  LOOP
    IF former.file <> ALL (files) THEN
      RAISE EXCEPTION 'module "%" has run "%" here, but no longer ships it', module, former.file
        USING ERRCODE = 'object_not_in_prerequisite_state',
              DETAIL = format('It ran with version %s; the installed files are of version %s.', former.version, harmony.version()),
              HINT = 'The installed files are older than the database, or incomplete: install newer ones.';
    END IF;
    shipped := encode(sha256(convert_to(harmony_internal.module_file(module, former.file), 'UTF8')), 'hex');
    IF shipped <> former.checksum THEN
      RAISE EXCEPTION 'module "%": "%" has changed since it ran here', module, former.file
        USING ERRCODE = 'object_not_in_prerequisite_state',
              DETAIL = format('It ran with version %s. What runs once is not run again, so that databases would differ.', former.version),
              HINT = 'Put the change into a new migration. If it does not matter here, set its checksum in harmony.migration to NULL.';
    END IF;
    UPDATE harmony.migration m SET checksum = shipped
    WHERE m.module = check_migrations.module AND m.file = former.file AND m.checksum IS NULL;
  END LOOP;
END
$$;
COMMENT ON FUNCTION harmony_internal.check_migrations(text, text[]) IS
'Refuses (55000) a module whose files lack a migration that has run, or have it with other content.';

CREATE FUNCTION harmony_internal.run_module_file(module text, file text, schemas text[], others text[]) RETURNS text[]
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  script CONSTANT text := harmony_internal.module_file(module, file);
  place CONSTANT text := format('module %s, file %s', module, file);
  runs_again CONSTANT boolean := file NOT LIKE 'migrations/%';
  shown regclass[];  -- a migration changes the rows of all people
  since bigint;
  written record;
  made text[] := '{}';
BEGIN
  RAISE DEBUG '%', place;
  PERFORM harmony_internal.check_owners(schemas);
  IF NOT runs_again THEN
    shown := harmony_internal.show_rows(schemas);
  END IF;
  since := harmony_internal.run_script(script, place);
  PERFORM harmony_internal.force_row_security(shown);
  FOR written IN SELECT w.* FROM harmony_internal.objects_written_since(since) w ORDER BY w.object LOOP
    IF written.object = ANY (others) THEN
      RAISE EXCEPTION '% is there already, and module "%" did not make it', written.object, module USING ERRCODE = 'duplicate_object',
        DETAIL = format('File %s would replace it.', file), HINT = 'Rename it or drop it.';
    ELSIF runs_again AND written.kind <> ALL ('{function,procedure,aggregate,trigger,view}')
      AND NOT (written.kind = 'policy' AND file LIKE 'policies/%') THEN
      RAISE EXCEPTION 'module "%": "%" makes %', module, file, written.object USING ERRCODE = 'feature_not_supported',
        DETAIL = 'What runs at every installation makes routines, triggers and views, and in the folder policies policies.',
        HINT = 'It belongs into a migration.';
    ELSIF runs_again AND written.schema <> ALL (schemas) THEN
      RAISE EXCEPTION 'module "%": "%" makes %', module, file, written.object USING ERRCODE = 'feature_not_supported',
        DETAIL = 'A module makes objects in its own schema and in api, and on tables of modules that it requires.';
    ELSIF written.schema = ANY (schemas) AND written.kind <> ALL ('{index,table constraint,default value}') THEN
      made := made || written.object;
    END IF;
  END LOOP;
  PERFORM harmony_internal.check_owners(schemas);
  -- An object is of the file that wrote it last.
  UPDATE harmony.migration m SET objects = ARRAY (SELECT o FROM unnest(m.objects) o WHERE o <> ALL (made)) WHERE m.objects && made;
  INSERT INTO harmony.migration AS m (module, file, version, checksum, objects)
  VALUES (module, file, harmony.version(), encode(sha256(convert_to(script, 'UTF8')), 'hex'), made)
  ON CONFLICT ON CONSTRAINT migration_pkey DO UPDATE SET version = excluded.version, checksum = excluded.checksum,
    objects = excluded.objects, installed_at = excluded.installed_at, installed_by = excluded.installed_by;
  RETURN made;
END
$$;
COMMENT ON FUNCTION harmony_internal.run_module_file(text, text, text[], text[]) IS
'Runs a file of a module, records it, and returns what it made in these schemas.

Errors: 42710 when that is one of the others, 0A000 when a file makes what it may not, 42501 as harmony_internal.check_owners.';

CREATE FUNCTION harmony_internal.put_policies_aside(schema text) RETURNS jsonb
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  aside jsonb := '{}';
  policy record;
BEGIN
  FOR policy IN
    SELECT p.oid, p.polname AS name, p.polrelid::regclass AS relation
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = schema
  LOOP
    EXECUTE format('ALTER POLICY %I ON %s RENAME TO %I', policy.name, policy.relation, 'aside ' || policy.oid);
    aside := aside || jsonb_build_object(policy.oid, policy.name);
  END LOOP;
  RETURN aside;
END
$$;
COMMENT ON FUNCTION harmony_internal.put_policies_aside(text) IS
'Renames all policies of a schema, so that a module whose record is lost can make its own anew; returns their names.';

CREATE FUNCTION harmony_internal.put_policies_back(aside jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  policy record;
BEGIN
  FOR policy IN
    SELECT p.polname AS name, p.polrelid::regclass AS relation, a.value AS former,
           EXISTS (SELECT FROM pg_policy q WHERE q.polrelid = p.polrelid AND q.polname = a.value) AS is_made
    FROM jsonb_each_text(aside) a JOIN pg_policy p ON p.oid = a.key::oid
  LOOP
    IF policy.is_made THEN
      EXECUTE format('DROP POLICY %I ON %s', policy.name, policy.relation);
    ELSE
      EXECUTE format('ALTER POLICY %I ON %s RENAME TO %I', policy.name, policy.relation, policy.former);
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION harmony_internal.put_policies_back(jsonb) IS
'Gives policies that were put aside their names again, and drops those whose name is taken: the module has made them anew.';
