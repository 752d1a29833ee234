-- Loading data alone into a database whose modules have been installed.

CREATE OR REPLACE FUNCTION platform.prepare_restore() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relations CONSTANT regclass[] := ARRAY (
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN (SELECT m.module FROM harmony.migration m) AND c.relkind IN ('r', 'p') ORDER BY c.oid);
  held regclass;
  holds_rows boolean;
BEGIN
  IF NOT platform.is_privileged() THEN
    RAISE EXCEPTION 'this is for the owner of the modules' USING ERRCODE = 'insufficient_privilege';
  END IF;
  LOCK TABLE harmony.migration IN SHARE ROW EXCLUSIVE MODE;
  -- Installing itself writes shipped rows, what it activates into the audit trail, and marks of what to rebuild.
  FOREACH held IN ARRAY relations LOOP
    CONTINUE WHEN coalesce(obj_description(held, 'pg_class'), '') LIKE '%[shipped]'
               OR held IN ('platform.audit_event'::regclass, 'platform.stale_mark'::regclass);
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', held) INTO holds_rows;
    IF holds_rows THEN
      RAISE EXCEPTION 'table % holds rows', held USING ERRCODE = 'object_not_in_prerequisite_state',
        DETAIL = 'Everything in the modules is emptied, which is meant for a database that has just been installed.';
    END IF;
  END LOOP;
  PERFORM harmony_internal.empty_tables(relations || 'harmony.migration'::regclass);
  RETURN cardinality(relations);
END
$$;
COMMENT ON FUNCTION platform.prepare_restore() IS
'Empties the tables of all modules, with the shipped content and the record of what is installed, so that the data of a dump can be
loaded alone: pg_restore --data-only --disable-triggers. Returns how many tables.

For a database that has just been installed: a table that holds other rows than installing writes is an error 55000. Until the data are
loaded nothing works; harmony.install afterwards brings the modules up to date. For the owner of the modules (42501).';

-- One organisation's rows, found by the foreign keys of whatever modules there are.
CREATE OR REPLACE FUNCTION platform.organization_rows(organization uuid) RETURNS TABLE (relation regclass, query text)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  tables CONSTANT regclass[] := harmony_internal.tables_of(ARRAY (SELECT DISTINCT m.module FROM harmony.migration m));
  -- By table, which of its rows: the organisation and what refers to it; the people in that, and what refers to them; content.
  chosen jsonb := jsonb_build_object('platform.organization'::regclass::oid, format('id = %L', organization));
  people text;
  link record;
BEGIN
  chosen := platform.rows_referring(tables, chosen, 'platform.account');
  SELECT string_agg(format('SELECT %I FROM %s WHERE %s', a.attname, k.conrelid::regclass, chosen ->> k.conrelid::text), ' UNION '
                    ORDER BY k.conrelid::regclass::text, a.attname) INTO people
  FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND k.conparentid = 0 AND k.confrelid = 'platform.account'::regclass AND chosen ? k.conrelid::text;
  chosen := chosen || jsonb_build_object('platform.account'::regclass::oid, format('id IN (%s)', people));
  -- A person's rows that name no organisation though their table can, such as experience elsewhere.
  FOR link IN
    SELECT k.conrelid, a.attname AS person,
           (SELECT string_agg(format('%I IS NULL', o.attname), ' AND ' ORDER BY o.attname)
            FROM pg_constraint j JOIN pg_attribute o ON o.attrelid = j.conrelid AND o.attnum = ANY (j.conkey)
            WHERE j.contype = 'f' AND j.conrelid = k.conrelid AND j.confrelid <> k.confrelid AND chosen ? j.confrelid::text
            HAVING NOT bool_or(o.attnotnull)) AS unbound
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.conparentid = 0 AND k.confrelid = 'platform.account'::regclass AND chosen ? k.conrelid::text
      AND a.attnotnull
  LOOP
    CONTINUE WHEN link.unbound IS NULL;
    chosen := chosen || jsonb_build_object(link.conrelid, format('(%s) OR %s AND %I IN (%s)', chosen ->> link.conrelid::text, link.unbound,
                                                                 link.person, people));
  END LOOP;
  chosen := platform.rows_referring(tables, chosen, NULL) - ARRAY (
    SELECT t::oid::text FROM unnest('{platform.outbox,platform.job,platform.job_history}'::regclass[]) t);
  -- What is derived of a person carries no foreign key.
  FOR link IN
    SELECT a.attrelid FROM unnest(tables) t JOIN pg_attribute a ON a.attrelid = t AND a.attname = 'person_id' AND NOT a.attisdropped
    WHERE NOT chosen ? t::oid::text
  LOOP
    chosen := chosen || jsonb_build_object(link.attrelid, format('person_id IN (%s)', people));
  END LOOP;
  RETURN QUERY
  WITH RECURSIVE exported (oid) AS (
    SELECT t FROM unnest(tables) t WHERE chosen ? t::oid::text OR obj_description(t, 'pg_class') LIKE '%[shipped]'
    UNION SELECT k.confrelid::regclass FROM exported e JOIN pg_constraint k ON k.conrelid = e.oid AND k.contype = 'f'
  ), depth (oid, n) AS (
    SELECT e.oid, 0 FROM exported e
    UNION SELECT e.oid, d.n + 1 FROM depth d JOIN pg_constraint k ON k.confrelid = d.oid AND k.contype = 'f' AND k.conrelid <> k.confrelid
    JOIN exported e ON e.oid = k.conrelid WHERE d.n < 50
  )
  SELECT d.oid, format('SELECT %s FROM %s WHERE %s',
    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = d.oid AND a.attnum > 0 AND NOT a.attisdropped), d.oid, coalesce(chosen ->> d.oid::oid::text, 'true'))
  FROM depth d GROUP BY d.oid ORDER BY max(d.n), d.oid::text;
END
$$;
COMMENT ON FUNCTION platform.organization_rows(uuid) IS
'What belongs to one organisation, a query a table, those that others refer to first: its rows and all that refer to them; the accounts
in those, with their own answers, results and profiles; and the content, whole.

Not what its people have with other organisations, nor messages, jobs, the audit trail and attempts to learn weights, nor marks of what to
compute again. For COPY, as the owner of the
modules or a superuser; see docs/how-to/dump_and_restore.md.';

CREATE OR REPLACE FUNCTION platform.rows_referring(tables regclass[], chosen jsonb, besides regclass) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found jsonb;
BEGIN
  LOOP
    SELECT jsonb_object_agg(f.conrelid, f.condition) INTO found
    FROM (
      SELECT k.conrelid, string_agg(format('(%s) IN (SELECT %s FROM %s WHERE %s)', c.columns, c.keys, k.confrelid::regclass,
                                           chosen ->> k.confrelid::text), ' OR ' ORDER BY k.conname) AS condition
      FROM pg_constraint k CROSS JOIN LATERAL (
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.n) AS columns,
               string_agg(quote_ident(b.attname), ', ' ORDER BY u.n) AS keys
        FROM unnest(k.conkey, k.confkey) WITH ORDINALITY u (child, parent, n)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.child
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.parent) c
      WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid = ANY (tables::oid[]) AND chosen ? k.confrelid::text
        AND NOT chosen ? k.conrelid::text AND k.conrelid IS DISTINCT FROM besides
      GROUP BY k.conrelid) f;
    EXIT WHEN found IS NULL;
    chosen := chosen || found;
  END LOOP;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION platform.rows_referring(regclass[], jsonb, regclass) IS
'Conditions by table number, with one more for each of these tables that refers by foreign key to one that has a condition already, and so
on; without one table.';

-- They call the extension, and go with it.
ALTER FUNCTION platform.prepare_restore() DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.organization_rows(uuid) DEPENDS ON EXTENSION harmony;
