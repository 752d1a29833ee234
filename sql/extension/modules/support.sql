-- What harmony.install and harmony.uninstall are made of. All of it runs with the caller's rights: whoever may not change a module
-- gets no further with these than by hand.

CREATE FUNCTION harmony_internal.module_requirements(module text) RETURNS text[]
  LANGUAGE c STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_module_requirements';
COMMENT ON FUNCTION harmony_internal.module_requirements(text) IS
'Modules that the module needs, as its file "requires" lists them.

One name a line; blanks, a carriage return, and what follows "#" do not count. A name that is none, that is not shipped, that is there
twice or that is the module''s own is an error 22023.';

CREATE FUNCTION harmony_internal.module_order(module text) RETURNS text[]
  LANGUAGE c STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_module_order';
COMMENT ON FUNCTION harmony_internal.module_order(text) IS
'The module behind all that it needs, each after its own needs.

An error 22023 when modules require each other.';

CREATE FUNCTION harmony_internal.module_files(module text) RETURNS text[]
  LANGUAGE c STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_module_files';
COMMENT ON FUNCTION harmony_internal.module_files(text) IS
'The files of a module in the order in which they run: migrations, routines, triggers, views, policies, api.

Whatever fits no rule is an error 22023: an unknown folder or file, a link, a hidden file, a number that is missing or there twice;
42501 for what cannot be read, or what everybody can write.';

CREATE FUNCTION harmony_internal.module_file(module text, file text) RETURNS text
  LANGUAGE c STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_module_file';
COMMENT ON FUNCTION harmony_internal.module_file(text, text) IS
'What is in one file of a module, in the encoding of the database.

Errors: 22023 a name that is no file of a module, 58P01 not there, 42501 not readable, 54000 longer than 16 MB, 22021 not UTF-8 or with
zero bytes, 22P05 a character that the encoding lacks.';

CREATE FUNCTION harmony_internal.run_script(script text, name text) RETURNS bigint
  LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE
  AS 'MODULE_PATHNAME', 'harmony_run_script';
COMMENT ON FUNCTION harmony_internal.run_script(text, text) IS
'Runs the statements of a text, whatever the session''s settings are, and returns the number of the command with which they begin.

An error tells the name and the line in its context. 22023 if there is no statement.';
REVOKE ALL ON FUNCTION harmony_internal.run_script(text, text) FROM PUBLIC;

CREATE FUNCTION harmony_internal.is_written_since(xmin xid, cmin cid, command bigint) RETURNS boolean
  LANGUAGE c STABLE STRICT PARALLEL RESTRICTED
  AS 'MODULE_PATHNAME', 'harmony_is_written_since';
COMMENT ON FUNCTION harmony_internal.is_written_since(xid, cid, bigint) IS
'Whether a row with these system columns was written by the current transaction, in that command or a later one.';

CREATE FUNCTION harmony_internal.objects_written_since(command bigint, OUT object text, OUT kind text, OUT schema text) RETURNS SETOF record
  LANGUAGE sql STABLE STRICT PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
  -- CREATE and CREATE OR REPLACE write an object's dependencies anew, those of a view with its rule; GRANT, COMMENT and most of
  -- ALTER do not.
  SELECT o.type || ' ' || o.identity, o.type, coalesce(o.schema, n.nspname)
  FROM (
    SELECT DISTINCT CASE WHEN r.oid IS NULL THEN d.classid ELSE 'pg_class'::regclass END, coalesce(r.ev_class, d.objid)
    FROM pg_depend d
    LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid AND r.rulename = '_RETURN'
    WHERE harmony_internal.is_written_since(d.xmin, d.cmin, command) AND d.objsubid = 0 AND (d.deptype IN ('n', 'a') OR r.oid IS NOT NULL)
  ) w (classid, objid)
  CROSS JOIN LATERAL pg_identify_object(w.classid, w.objid, 0) o
  LEFT JOIN pg_trigger t ON w.classid = 'pg_trigger'::regclass AND t.oid = w.objid
  LEFT JOIN pg_policy p ON w.classid = 'pg_policy'::regclass AND p.oid = w.objid
  LEFT JOIN pg_class c ON c.oid IN (t.tgrelid, p.polrelid)
  LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE o.identity IS NOT NULL AND coalesce(t.tgparentid, 0) = 0
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = w.classid AND e.objid = w.objid AND e.deptype = 'e');
$$;
COMMENT ON FUNCTION harmony_internal.objects_written_since(bigint) IS
'Objects that the current transaction made or replaced in that command or a later one, with the schema where they, or their tables, are.';

CREATE FUNCTION harmony_internal.objects_in(schemas text[]) RETURNS SETOF text
  LANGUAGE sql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT o.type || ' ' || o.identity
  FROM (
    SELECT d.classid, d.objid FROM pg_namespace n JOIN pg_depend d ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid
    WHERE n.nspname = ANY (schemas) AND d.deptype = 'n'
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid
    FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_trigger t ON t.tgrelid = c.oid
    WHERE n.nspname = ANY (schemas) AND NOT t.tgisinternal AND t.tgparentid = 0
    UNION ALL
    SELECT 'pg_policy'::regclass, p.oid
    FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_policy p ON p.polrelid = c.oid
    WHERE n.nspname = ANY (schemas)
  ) s
  CROSS JOIN LATERAL pg_identify_object(s.classid, s.objid, 0) o
  WHERE o.identity IS NOT NULL;
$$;
COMMENT ON FUNCTION harmony_internal.objects_in(text[]) IS 'What is in these schemas, with the triggers and policies of their tables.';

CREATE FUNCTION harmony_internal.module_routines(module text) RETURNS SETOF regprocedure
  LANGUAGE sql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT p.oid::regprocedure
  FROM pg_namespace n JOIN pg_proc p ON p.pronamespace = n.oid CROSS JOIN LATERAL pg_identify_object('pg_proc'::regclass, p.oid, 0) o
  WHERE n.nspname IN (module, 'api')
    AND o.type || ' ' || o.identity IN (SELECT unnest(m.objects) FROM harmony.migration m WHERE m.module = module_routines.module);
$$;
COMMENT ON FUNCTION harmony_internal.module_routines(text) IS
'The routines that a module''s files made in its schema and in schema api, those of the running installation too; none that the site made.';

CREATE FUNCTION harmony_internal.check_owners(schemas text[]) RETURNS void
  LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  stranger record;
BEGIN
  WITH RECURSIVE relation (oid) AS (  -- the schemas' own, and what is read with them wherever it is: partitions and other children
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (schemas)
    UNION SELECT i.inhrelid FROM relation r JOIN pg_inherits i ON i.inhparent = r.oid
  )
  SELECT format('%s %s', o.type, o.identity) AS object, r.rolname AS owner INTO stranger
  FROM (
    SELECT 'pg_namespace'::regclass, n.oid, n.nspowner FROM pg_namespace n WHERE n.nspname = ANY (schemas)
    UNION ALL  -- of every kind that a schema can hold; what belongs to the first superuser has no row in pg_shdepend
    SELECT d.classid, d.objid, s.refobjid
    FROM pg_namespace n JOIN pg_depend d ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid
    JOIN pg_shdepend s ON s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                      AND s.classid = d.classid AND s.objid = d.objid AND s.objsubid = 0 AND s.deptype = 'o'
    WHERE n.nspname = ANY (schemas)
    UNION ALL  -- whoever may TRIGGER a table has a function run with the rights of those who write it
    SELECT 'pg_trigger'::regclass, t.oid, p.proowner
    FROM relation c JOIN pg_trigger t ON t.tgrelid = c.oid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'pg_class'::regclass, c.oid, c.relowner FROM relation r JOIN pg_class c ON c.oid = r.oid
  ) f (classid, objid, owner)
  JOIN pg_roles r ON r.oid = f.owner
  CROSS JOIN LATERAL pg_identify_object(f.classid, f.objid, 0) o
  WHERE r.rolname <> CURRENT_USER AND NOT r.rolsuper
  ORDER BY f.classid <> 'pg_namespace'::regclass, 1 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% belongs to another role', stranger.object USING ERRCODE = 'insufficient_privilege',
      DETAIL = format('Role "%s" could have its own code run with the rights of role "%s".', stranger.owner, CURRENT_USER),
      HINT = 'Call it as the role that owns the schema, or rename or drop what stands in the way.';
  END IF;
  SELECT n.nspname AS schema, coalesce(r.rolname, 'PUBLIC') AS grantee INTO stranger
  FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE n.nspname = ANY (schemas) AND a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner
    AND coalesce(r.rolname <> CURRENT_USER AND NOT r.rolsuper, true)
  ORDER BY 1, 2 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% may create objects in schema "%"', stranger.grantee, stranger.schema USING ERRCODE = 'insufficient_privilege',
      DETAIL = 'A schema of modules is its owner''s alone.',
      HINT = format('REVOKE CREATE ON SCHEMA %I FROM %s;', stranger.schema,
                    CASE WHEN stranger.grantee = 'PUBLIC' THEN 'PUBLIC' ELSE quote_ident(stranger.grantee) END);
  END IF;
END
$$;
COMMENT ON FUNCTION harmony_internal.check_owners(text[]) IS
'Refuses schemas (42501) where another role than the caller or a superuser owns anything, or the function of a trigger, or may create.';

CREATE FUNCTION harmony_internal.show_rows(schemas text[]) RETURNS regclass[]
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  shown CONSTANT regclass[] := ARRAY (
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ANY (schemas) AND c.relkind IN ('r', 'p') AND c.relforcerowsecurity
      AND row_security_active(c.oid) AND pg_has_role(c.relowner, 'USAGE') ORDER BY c.oid);
  relation regclass;
BEGIN
  FOREACH relation IN ARRAY shown LOOP
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', relation);
  END LOOP;
  RETURN shown;
END
$$;
COMMENT ON FUNCTION harmony_internal.show_rows(text[]) IS
'Lets the owner of the tables in these schemas see all their rows, whatever the policies are, and returns the tables for which that is new.

Row-level security is forced on tables of modules, by policies that name the owner: a role to which the tables were given later would
see none.';

CREATE FUNCTION harmony_internal.force_row_security(relations regclass[]) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.oid = ANY (relations) ORDER BY c.oid LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
  END LOOP;
END
$$;
COMMENT ON FUNCTION harmony_internal.force_row_security(regclass[]) IS
'Forces row-level security on those of the tables that are still there: the end of harmony_internal.show_rows.';

CREATE FUNCTION harmony_internal.empty_tables(relations regclass[]) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  guards CONSTANT oid[] := ARRAY (
    SELECT t.oid FROM pg_trigger t
    WHERE t.tgrelid = ANY (relations) AND NOT t.tgisinternal AND t.tgenabled = 'O' AND (t.tgtype & 32) <> 0);  -- on TRUNCATE
  guard record;
BEGIN
  FOR guard IN SELECT t.tgrelid::regclass AS relation, t.tgname AS name FROM pg_trigger t WHERE t.oid = ANY (guards) LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', guard.relation, guard.name);
  END LOOP;
  IF relations <> '{}' THEN
    EXECUTE 'TRUNCATE ' || (SELECT string_agg(r::text, ', ') FROM unnest(relations) r);
  END IF;
  FOR guard IN SELECT t.tgrelid::regclass AS relation, t.tgname AS name FROM pg_trigger t WHERE t.oid = ANY (guards) LOOP
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER %I', guard.relation, guard.name);
  END LOOP;
END
$$;
COMMENT ON FUNCTION harmony_internal.empty_tables(regclass[]) IS
'Removes all rows of these tables, append-only ones too, without running what follows a TRUNCATE.';

CREATE FUNCTION harmony_internal.tables_of(modules text[]) RETURNS regclass[]
  LANGUAGE sql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT ARRAY (SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (modules) AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.oid);
$$;
COMMENT ON FUNCTION harmony_internal.tables_of(text[]) IS 'The tables in these schemas, without partitions of them.';

CREATE FUNCTION harmony_internal.skip_row() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RETURN NULL; END $$;
COMMENT ON FUNCTION harmony_internal.skip_row() IS 'Row trigger: the row is not written.';

CREATE FUNCTION harmony_internal.leave_content_out(relations regclass[]) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT r FROM unnest(relations) r WHERE obj_description(r, 'pg_class') LIKE '%[shipped]' LOOP
    EXECUTE format('CREATE TRIGGER without_content BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION harmony_internal.skip_row()',
                   relation);
  END LOOP;
END
$$;
COMMENT ON FUNCTION harmony_internal.leave_content_out(regclass[]) IS
'Has those of the tables that hold shipped content take no row until the end of harmony.install.';

CREATE FUNCTION harmony_internal.drop_objects(objects text[], schemas text[]) RETURNS void
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  left_over text[];
  former integer;
  object text;
  message text;
  dependents text;
BEGIN
  LOOP
    -- The text that is run is the catalog's, not that of the record.
    left_over := ARRAY (SELECT o FROM harmony_internal.objects_in(schemas) o WHERE o = ANY (objects) ORDER BY o);
    EXIT WHEN left_over = '{}';
    IF cardinality(left_over) = former THEN
      RAISE EXCEPTION '%', message USING ERRCODE = 'dependent_objects_still_exist', DETAIL = dependents,
        HINT = 'The module does not have it any more: change or drop what depends on it first.';
    END IF;
    former := cardinality(left_over);
    FOREACH object IN ARRAY left_over LOOP
      BEGIN
        EXECUTE 'DROP ' || regexp_replace(regexp_replace(object, '^(function|procedure|aggregate) ', 'routine '),
                                          '^statistics object ', 'statistics ');
      EXCEPTION WHEN dependent_objects_still_exist THEN  -- on what goes in this round, or on something of the site's
        GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, dependents = PG_EXCEPTION_DETAIL;
      END;
    END LOOP;
  END LOOP;
END
$$;
COMMENT ON FUNCTION harmony_internal.drop_objects(text[], text[]) IS
'Drops those of the objects that are in these schemas, in an order that their dependencies allow.

An error 2BP01 that tells what depends on one of them if something else does.';

CREATE FUNCTION harmony_internal.objects_depending_on(schema text) RETURNS TABLE (object text, kind text, schema_of_object text)
  LANGUAGE sql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  WITH RECURSIVE dropped (classid, objid, objsubid, deptype) AS (
    SELECT 'pg_namespace'::regclass::oid, n.oid, 0, 'n'::"char" FROM pg_namespace n WHERE n.nspname = objects_depending_on.schema
    UNION
    SELECT d.classid, d.objid, d.objsubid, d.deptype
    FROM dropped r JOIN pg_depend d ON d.refclassid = r.classid AND d.refobjid = r.objid AND r.objsubid IN (0, d.refobjsubid)
  )
  SELECT DISTINCT o.type || ' ' || o.identity, o.type, n.nspname::text
  FROM dropped r
  LEFT JOIN pg_rewrite w ON r.classid = 'pg_rewrite'::regclass AND w.oid = r.objid
  LEFT JOIN pg_trigger t ON r.classid = 'pg_trigger'::regclass AND t.oid = r.objid
  LEFT JOIN pg_policy p ON r.classid = 'pg_policy'::regclass AND p.oid = r.objid
  LEFT JOIN pg_attrdef a ON r.classid = 'pg_attrdef'::regclass AND a.oid = r.objid
  LEFT JOIN pg_class c ON c.oid = coalesce(w.ev_class, t.tgrelid, p.polrelid, a.adrelid)
  LEFT JOIN pg_constraint k ON r.classid = 'pg_constraint'::regclass AND k.oid = r.objid
  -- The rule of a view is told as the view.
  CROSS JOIN LATERAL (SELECT w.rulename IS NOT DISTINCT FROM '_RETURN') v (is_view)
  CROSS JOIN LATERAL pg_identify_object(CASE WHEN is_view THEN 'pg_class'::regclass ELSE r.classid END,
                                        CASE WHEN is_view THEN w.ev_class ELSE r.objid END, r.objsubid) o
  LEFT JOIN pg_namespace n ON n.oid = coalesce(c.relnamespace, k.connamespace) OR c.oid IS NULL AND k.oid IS NULL AND n.nspname = o.schema
  WHERE r.deptype = 'n' AND o.identity IS NOT NULL AND r.classid <> 'pg_namespace'::regclass
    AND n.nspname IS DISTINCT FROM objects_depending_on.schema;
$$;
COMMENT ON FUNCTION harmony_internal.objects_depending_on(text) IS
'What is not in the schema and would be dropped with it by CASCADE, with the schema where it, or its table, is.

What belongs to such an object, as an index to its table, is not told.';

CREATE FUNCTION harmony_internal.check_dependents(schema text, modules text[]) RETURNS void
  LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  -- A file's constraints, defaults and indexes on tables of other modules are not recorded, and go.
  dependents CONSTANT text[] := ARRAY (
    SELECT d.object FROM harmony_internal.objects_depending_on(schema) d
    WHERE coalesce(d.schema_of_object <> ALL (modules), true) OR d.kind <> ALL ('{index,table constraint,default value}') ORDER BY 1);
BEGIN
  IF dependents <> '{}' THEN
    RAISE EXCEPTION 'cannot drop schema "%" because % depends on it', schema, dependents[1] USING ERRCODE = 'dependent_objects_still_exist',
      DETAIL = 'Outside of the schema: ' || array_to_string(dependents[:20], ', ')
        || CASE WHEN cardinality(dependents) > 20 THEN format(', and %s more', cardinality(dependents) - 20) ELSE '' END || '.',
      HINT = 'It would be dropped too: change or drop what depends on the schema first.';
  END IF;
END
$$;
COMMENT ON FUNCTION harmony_internal.check_dependents(text, text[]) IS
'Refuses (2BP01) to drop a schema on which anything outside of it depends, but for constraints, defaults and indexes in these modules.';
