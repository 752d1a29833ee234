-- What the policies of every module begin with.

CREATE OR REPLACE FUNCTION platform.routines_for_everybody(module text) RETURNS regprocedure[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found regprocedure[] := '{}';
BEGIN
  IF to_regproc(format('%I.application_rights', module)) IS NOT NULL THEN
    EXECUTE format(
      'SELECT array_agg(r) FROM %I.application_rights() w CROSS JOIN LATERAL platform.routines_named(w.object) r
       WHERE w.audience = ''everybody'' AND w.privilege = ''EXECUTE''', module) INTO found;
  END IF;
  RETURN coalesce(found, '{}');
END
$$;
COMMENT ON FUNCTION platform.routines_for_everybody(text) IS
'Those of a module''s routines that PUBLIC may execute: audience everybody of its application_rights(), what its policies call.';

CREATE OR REPLACE FUNCTION platform.close_to_public(module text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  for_everybody CONSTANT regprocedure[] := platform.routines_for_everybody(module);
  opened record;
  routine regprocedure;
BEGIN
  FOR opened IN
    SELECT DISTINCT l.kind, platform.name_of(l.kind, l.object) AS name
    FROM platform.access_lists(to_regnamespace(quote_ident(module))) l CROSS JOIN LATERAL aclexplode(l.acl) x
    WHERE x.grantee = 0 AND l.kind <> 'ROUTINE'
  LOOP
    EXECUTE format('REVOKE ALL ON %s %s FROM PUBLIC', opened.kind, opened.name);
  END LOOP;
  FOR routine IN SELECT harmony_internal.module_routines(module) LOOP
    EXECUTE format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', routine);
    IF routine = ANY (for_everybody) THEN
      EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO PUBLIC', routine);
    END IF;
  END LOOP;
  SELECT count(*) AS n, min(format('%s on %s', x.privilege_type, platform.name_of(l.kind, l.object))) AS example INTO opened
  FROM platform.access_lists(to_regnamespace(quote_ident(module))) l CROSS JOIN LATERAL aclexplode(l.acl) x
  WHERE x.grantee = 0 AND l.kind <> 'ROUTINE';
  IF opened.n > 0 THEN
    RAISE WARNING '% rights of PUBLIC remain in module %', opened.n, module
      USING DETAIL = format('Such as %s.', opened.example), HINT = 'Other roles have granted them, and have to revoke them.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.close_to_public(text) IS
'Takes from PUBLIC all rights on a module''s schema, tables, views, columns and sequences, and on its own routines but for
platform.routines_for_everybody. What other roles have granted remains, with a WARNING.';

CREATE OR REPLACE FUNCTION platform.secure(module text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relation record;
BEGIN
  FOR relation IN
    SELECT c.oid::regclass AS name, pg_get_userbyid(c.relowner) AS owner,
           c.relnamespace <> to_regnamespace(quote_ident(module))
             OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner_all') AS has_policy
    FROM platform.module_tables(module) t JOIN pg_class c ON c.oid = t.relation ORDER BY c.relname
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation.name);
    IF NOT relation.has_policy THEN  -- a partition in another schema does without: only the table shows its rows
      EXECUTE format('CREATE POLICY owner_all ON %s TO %I USING (true) WITH CHECK (true)', relation.name, relation.owner);
    END IF;
  END LOOP;
  FOR relation IN  -- a new partition would have statistics of its own
    SELECT i.inhrelid::regclass AS name, a.attname AS attribute
    FROM platform.module_tables(module) t JOIN pg_inherits i ON i.inhrelid = t.relation
    JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0 AND p.attstattarget = 0
    JOIN pg_attribute a ON a.attrelid = i.inhrelid AND a.attname = p.attname AND a.attstattarget IS DISTINCT FROM 0
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', relation.name, relation.attribute);
  END LOOP;
  PERFORM platform.close_to_public(module), platform.pin_settings(module);
END
$$;
COMMENT ON FUNCTION platform.secure(text) IS
'Closes a module''s schema: row-level security on every table and every partition of one, forced, with one policy, by which the owner
sees everything; no planner statistics in a partition of what the table has none of; nothing for PUBLIC but routines of audience everybody
in its application_rights() (platform.close_to_public); settings pinned (platform.pin_settings).

Policies that open tables again come after it, on the tables alone: a query on a table applies its policies to the rows of all its
partitions, and a partition by itself shows nobody anything. What policies call has to be for everybody, as every query runs it.';

CREATE OR REPLACE FUNCTION platform.module_tables(module text) RETURNS TABLE (relation regclass)
  LANGUAGE sql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = module_tables.module AND c.relkind IN ('r', 'p')
  UNION
  SELECT t.relid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL pg_partition_tree(c.oid) t
  JOIN pg_class l ON l.oid = t.relid
  WHERE n.nspname = module_tables.module AND c.relkind = 'p' AND l.relkind IN ('r', 'p');
END;
COMMENT ON FUNCTION platform.module_tables(text) IS
'The tables in a module''s schema, and all partitions of them, wherever they are.';

CREATE OR REPLACE FUNCTION platform.unsecured_tables() RETURNS TABLE (relation regclass, reason text)
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT c.oid::regclass, CASE WHEN c.relrowsecurity THEN 'row-level security is not forced' ELSE 'row-level security is off' END
  FROM (SELECT DISTINCT m.module FROM harmony.migration m) m CROSS JOIN LATERAL platform.module_tables(m.module) t
  JOIN pg_class c ON c.oid = t.relation
  WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY c.oid::regclass::text;
$$;
COMMENT ON FUNCTION platform.unsecured_tables() IS
'Tables of modules, and partitions of them, whose rows a role with SELECT on them would see: no row where all is well.

A partition that was added after harmony.install ran is closed by the next run, or by platform.secure(module).';

-- By family and type, not by name: versions of the server have others. Who is connected (pg_stat_activity) tells nothing of rows.
CREATE OR REPLACE FUNCTION platform.telling_functions() RETURNS SETOF regprocedure
LANGUAGE sql STABLE PARALLEL SAFE ROWS 150
BEGIN ATOMIC
  SELECT p.oid::regprocedure FROM pg_catalog.pg_proc p
  WHERE p.pronamespace = 'pg_catalog'::regnamespace AND (
    p.proname ~ '^pg_stat_get_' AND p.proname !~ '^pg_stat_get_(activity|progress_info|snapshot_timestamp|backend_(idset|pid|dbid|userid'
                                                 '|activity|activity_start|client_addr|client_port|start|wait_event|wait_event_type'
                                                 '|xact_start|subxact))$'
    OR p.proname ~ '^pg_(relation|table|total_relation|indexes|database|tablespace)_size$'
    OR p.pronargs = 0 AND 'pg_lsn'::regtype = ANY (coalesce(p.proallargtypes, '{}') || p.prorettype)
    OR p.proname IN ('pg_stat_have_stats', 'pg_logical_emit_message', 'pg_lock_status'))
  ORDER BY p.oid::regprocedure::text;
END;
COMMENT ON FUNCTION platform.telling_functions() IS
'Functions of the server by which whoever runs SQL of the own counts what hidden code did: rows, blocks and scans of tables, indexes and
functions, calls, locks, sizes of tables, and positions in the write-ahead log.

To be taken from PUBLIC, in each database, by a superuser (docs/explanation/security.md).';

-- What a session may set, and what then changes what values look like, how texts are read, or what is stored.
CREATE OR REPLACE FUNCTION platform.pinned_settings() RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{"extra_float_digits=1","DateStyle=ISO, MDY","IntervalStyle=postgres","TimeZone=UTC","bytea_output=hex",
    "standard_conforming_strings=on","transform_null_equals=off","array_nulls=on"}'::text[];
COMMENT ON FUNCTION platform.pinned_settings() IS
'Settings that routines of modules run under, whatever the session''s are: names and values as in pg_proc.proconfig.';

CREATE OR REPLACE FUNCTION platform.pin_settings(module text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  pins CONSTANT text := (
    SELECT string_agg(format('SET %I = %L', split_part(s, '=', 1), split_part(s, '=', 2)), ' ') FROM unnest(platform.pinned_settings()) s);
  routine regprocedure;
BEGIN
  FOR routine IN
    SELECT r FROM harmony_internal.module_routines(module) r JOIN pg_proc p ON p.oid = r
    WHERE NOT coalesce(p.proconfig @> platform.pinned_settings(), false)
      AND (array_to_string(p.proconfig, chr(10)) ~ '(^|\n)search_path='
           OR p.prolang = (SELECT l.oid FROM pg_language l WHERE l.lanname = 'sql') AND p.prokind = 'f' AND (
             p.prorettype IN ('jsonb'::regtype, 'jsonb[]'::regtype) OR EXISTS (
               SELECT FROM unnest(p.proallargtypes, p.proargmodes) a (type, mode) WHERE a.mode <> 'i' AND a.type = 'jsonb'::regtype)))
  LOOP
    EXECUTE format('ALTER ROUTINE %s %s', routine, pins);
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.pin_settings(text) IS
'Has those of a module''s routines that pin search_path run under platform.pinned_settings() too, which are all in PL/pgSQL, all that run
as the owner and all trigger functions; and those in SQL that return documents.

The others in SQL are inlined, and return numbers and times as such. A call costs 1 to 3 microseconds more.';

CREATE OR REPLACE FUNCTION platform.drop_with_extension(module text, kept regprocedure[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  routine regprocedure;
BEGIN
  FOR routine IN SELECT r FROM harmony_internal.module_routines(module) r WHERE r <> ALL (kept) LOOP
    EXECUTE format('ALTER ROUTINE %s DEPENDS ON EXTENSION harmony', routine);
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.drop_with_extension(text, regprocedure[]) IS
'Lets a module''s routines go when the extension goes, whose functions they call, but for those to keep; tables and data stay.';

-- They call the extension, and go with it.
ALTER FUNCTION platform.drop_with_extension(text, regprocedure[]) DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.secure(text) DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.pin_settings(text) DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.close_to_public(text) DEPENDS ON EXTENSION harmony;
