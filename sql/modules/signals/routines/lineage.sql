-- What the rows that are shown are made of, and in which state the layers are.

CREATE OR REPLACE FUNCTION signals.lineage(of_object text, of_column text DEFAULT NULL)
RETURNS TABLE (object text, "column" text, source text, source_column text, depth integer)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  wanted CONSTANT text := (
    SELECT format('%s.%s', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE of_object IN (format('%s.%s', n.nspname, c.relname), c.relname) AND c.relkind IN ('r', 'p', 'v', 'm')
      AND (n.nspname IN ('signals', 'api') OR EXISTS (SELECT FROM signals.layer l WHERE l.name = format('%s.%s', n.nspname, c.relname)))
    ORDER BY n.nspname DESC LIMIT 1);
BEGIN
  IF NOT platform.is_privileged() AND platform.active_account() IS NULL THEN
    RAISE EXCEPTION 'log in first' USING ERRCODE = 'insufficient_privilege';
  ELSIF wanted IS NULL OR NOT (of_column IS NULL OR signals.has_column(wanted, of_column)) THEN
    RAISE EXCEPTION 'there is no such object or column' USING ERRCODE = 'PT404', HINT = 'See metadata(), layers.';
  END IF;
  RETURN QUERY
  WITH RECURSIVE made AS MATERIALIZED (SELECT e.object, e."column", e.source, e.source_column FROM signals.column_source e),
  reached AS (
    SELECT DISTINCT m.object, m."column", 1 AS depth FROM made m
    WHERE m.object = wanted AND (of_column IS NULL OR m."column" = of_column)
    UNION
    SELECT m.source, m.source_column, r.depth + 1
    FROM reached r JOIN made m ON m.object = r.object AND m."column" = r."column" WHERE r.depth < 30
  )
  SELECT m.object, m."column", m.source, m.source_column, r.depth
  FROM (SELECT n.object, n."column", min(n.depth) AS depth FROM reached n GROUP BY n.object, n."column") r
  JOIN made m ON m.object = r.object AND m."column" = r."column" ORDER BY r.depth, m.object, m."column", m.source, m.source_column;
END
$$;
COMMENT ON FUNCTION signals.lineage(text, text) IS
'What a table, view or layer is made of, column by column, down to the raw tables: each row says that a column is made of another one, so
many steps away (signals.column_source). of_object: with its schema, or a name in signals or api; of_column NULL: all. A column that a query
or a window within a view computes is made of every column that the view reads.

For anybody signed in: it tells of the catalog, and of nobody''s rows. Errors: 42501; PT404 no such object or column.';

CREATE OR REPLACE FUNCTION signals.layer_states(organizations uuid[]) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'name', l.name, 'kind', l.kind, 'source', l.source, 'depends_on', ARRAY (
      SELECT e.needs FROM signals.layer_edges() e WHERE e.layer = l.name AND e.needs <> l.name ORDER BY e.needs),
    'built', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'organization', b.organization_id, 'run_id', b.run_id, 'n_rows', b.n_rows, 'ms', b.ms, 'built_at', b.built_at)
                ORDER BY b.organization_id), '[]')
              FROM unnest(organizations) o (id) JOIN signals.build_step b ON b.organization_id = o.id AND b.step = l.name
                AND b.run_id = signals.newest_run(o.id))) ORDER BY o.position), '[]')
  FROM signals.layer_order() o JOIN signals.layer l ON l.name = o.layer
$$;
COMMENT ON FUNCTION signals.layer_states(uuid[]) IS
'The layers in their order, what each needs, and what its newest build for these organisations has written.';

CREATE OR REPLACE FUNCTION signals.metadata(organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organizations CONSTANT uuid[] := platform.require_organizations(organization);
BEGIN
  RETURN jsonb_build_object(
    'layers', signals.layer_states(organizations),
    'checks', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'organization', r.organization_id, 'run_id', r.run_id, 'layer', q.layer, 'kind', q.kind, 'columns', q.columns,
        'severity', q.severity, 'passed', r.passed, 'n_rows', r.n_rows, 'n_failed', r.n_failed, 'failing_keys', r.failing_keys)
        ORDER BY r.organization_id, r.passed, q.id), '[]')
      FROM unnest(organizations) o (id)
      JOIN LATERAL (SELECT max(u.run_id) AS run_id FROM signals.run u WHERE u.organization_id = o.id AND u.status <> 'loaded') n ON true
      JOIN signals.check_result r ON r.organization_id = o.id AND r.run_id = n.run_id JOIN signals.quality_check q ON q.id = r.check_id),
    'freshness', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'organization', r.organization_id, 'run_id', r.run_id, 'loaded_at', r.loaded_at, 'published_at', r.published_at,
        'age_s', round(extract(epoch FROM now() - r.published_at)), 'unusual', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('layer', m.layer, 'measure', m.measure, 'value', m.value, 'usual', m.usual,
                                                       'robust_z', m.robust_z) ORDER BY m.layer, m.measure), '[]')
          FROM signals.monitor_result m
          WHERE m.organization_id = r.organization_id AND m.run_id = r.run_id AND m.is_unusual)) ORDER BY r.organization_id), '[]')
      FROM unnest(organizations) o (id) JOIN signals.run r ON r.organization_id = o.id AND r.run_id = signals.newest_run(o.id)),
    'runs', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'organization', n.organization_id, 'run_id', n.run_id, 'status', n.status, 'loaded_at', n.loaded_at, 'published_at', n.published_at,
        'n_lines', n.n_lines, 'rejected', n.rejected) ORDER BY n.organization_id, n.run_id DESC), '[]')
      FROM unnest(organizations) o (id)
      CROSS JOIN LATERAL (SELECT r.organization_id, r.run_id, r.status, r.loaded_at, r.published_at, r.n_lines, r.rejected
                          FROM signals.run r WHERE r.organization_id = o.id ORDER BY r.run_id DESC LIMIT 20) n));
END
$$;
COMMENT ON FUNCTION signals.metadata(uuid) IS
'The state of an organisation''s data, or of all one''s own: {layers, in the order in which they are built; checks of the newest run that
was built; freshness, of the newest run that is published, with what its monitors found unusual; runs, the newest twenty}.

For members of the organisation and administrators. Errors as platform.require_organization.';
