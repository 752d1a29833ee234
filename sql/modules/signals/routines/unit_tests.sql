-- Rows in, rows out: layers computed from given rows, and marts computed again.

CREATE OR REPLACE FUNCTION signals.layer_query(layer text, given jsonb) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  view CONSTANT regclass := (SELECT to_regclass(coalesce(l.source, l.name)) FROM signals.layer l WHERE l.name = layer);
  query text := pg_get_viewdef(view);
  read record;
BEGIN
  FOR read IN
    SELECT DISTINCT format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
    JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.ev_class = view AND c.oid <> view
  LOOP
    -- A relation in FROM has an alias in these views, so that only its name is replaced.
    query := regexp_replace(query, '\m' || replace(read.name, '.', '\.') || '\M',
      format('(SELECT g.* FROM jsonb_populate_recordset(jsonb_populate_record(NULL::%s, %L), %L) g)', read.name,
             jsonb_build_object('organization_id', '00000000-0000-0000-0000-000000000000'), coalesce(given -> read.name, '[]')), 'g');
  END LOOP;
  RETURN rtrim(query, ';');
END
$$;
COMMENT ON FUNCTION signals.layer_query(text, jsonb) IS
'The query of a layer with the relations that it reads replaced by given rows: {"relation": [rows]}, empty where none are given. Rows that
name no organization_id are all of one.';

CREATE OR REPLACE FUNCTION signals.run_unit_tests() RETURNS TABLE (name text, passed boolean, missing jsonb, unexpected jsonb)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 5 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  test signals.unit_test;
  keys text[];
BEGIN
  FOR test IN SELECT t.* FROM signals.unit_test t ORDER BY t.name LOOP
    keys := ARRAY (SELECT DISTINCT k FROM jsonb_array_elements(test.expected) e, jsonb_object_keys(e) k ORDER BY k);
    RETURN QUERY EXECUTE format('
      WITH found AS (
        SELECT (SELECT jsonb_object_agg(k, to_jsonb(q) -> k) FROM unnest($1) k) AS row FROM (%s) q
      ), wanted AS (SELECT (SELECT jsonb_object_agg(k, coalesce(e -> k, ''null'')) FROM unnest($1) k) AS row
        FROM jsonb_array_elements($2) e),
      missing AS (SELECT coalesce(jsonb_agg(w.row), ''[]'') AS rows FROM (TABLE wanted EXCEPT ALL TABLE found) w),
      unexpected AS (SELECT coalesce(jsonb_agg(f.row), ''[]'') AS rows FROM (TABLE found EXCEPT ALL TABLE wanted) f)
      SELECT %L::text, m.rows = ''[]'' AND u.rows = ''[]'', m.rows, u.rows FROM missing m, unexpected u',
      signals.layer_query(test.layer, test.given), test.name) USING keys, test.expected;
  END LOOP;
END
$$;
COMMENT ON FUNCTION signals.run_unit_tests() IS
'Runs the rows of signals.unit_test: whether each layer makes of the given rows exactly the expected ones, in the columns that they name.';

CREATE OR REPLACE FUNCTION signals.verify(organization uuid) RETURNS TABLE (layer text, run_id text, difference text, "row" jsonb)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen signals.layer;
  columns text;
BEGIN
  PERFORM platform.require_admin();
  FOR chosen IN SELECT l.* FROM signals.layer l WHERE l.kind <> 'view' ORDER BY l.name LOOP
    columns := (SELECT string_agg(format('t.%I', s.attname), ', ' ORDER BY s.attnum)
                FROM pg_attribute s JOIN pg_attribute o ON o.attrelid = to_regclass(chosen.name) AND o.attname = s.attname
                WHERE s.attrelid = to_regclass(chosen.source) AND s.attnum > 0 AND NOT s.attisdropped AND NOT o.attisdropped);
    RETURN QUERY EXECUTE format('
      WITH published AS (
        SELECT r.run_id FROM signals.run r WHERE r.organization_id = $1 AND r.status = ''published''),
      kept AS (SELECT %1$s FROM %2$s t WHERE t.organization_id = $1%4$s), made AS (SELECT %1$s FROM %3$s t WHERE t.organization_id = $1%4$s)
      SELECT %5$L::text, d.row ->> ''run_id'', d.difference, d.row
      FROM (SELECT ''should not be there'' AS difference, to_jsonb(k) AS row FROM (TABLE kept EXCEPT ALL TABLE made) k
            UNION ALL SELECT ''is missing'', to_jsonb(m) FROM (TABLE made EXCEPT ALL TABLE kept) m) d',
      columns, to_regclass(chosen.name), to_regclass(chosen.source),
      CASE WHEN chosen.kind = 'incremental' THEN ' AND t.run_id IN (TABLE published)' END, chosen.name) USING organization;
  END LOOP;
END
$$;
COMMENT ON FUNCTION signals.verify(uuid) IS
'Computes the marts of all published runs of an organisation again and returns what differs from what they hold: nothing, unless somebody
has changed them. A run that was loaded again and not built since is left out. For the owner''s own work and administrators (42501).';
