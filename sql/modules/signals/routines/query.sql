-- Questions by names: of a metric, by its dimensions; of the graph of nodes, metrics, domains, facilities, systems. No name becomes SQL:
-- rows are documents, whose keys are looked up.

CREATE OR REPLACE FUNCTION signals.metric_dimensions() RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{facility_id,facility,system_name,run_id,node_id,signal_type,magnitude_tier,trajectory_tier,consistency_tier}'::text[];
COMMENT ON FUNCTION signals.metric_dimensions() IS 'The dimensions that every metric has; signals.fct_signal, dimensions, has others.';

CREATE OR REPLACE FUNCTION signals.require_dimensions(organization uuid, metric text, names text[]) RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  others CONSTANT text[] := ARRAY (SELECT DISTINCT n FROM unnest(names) n WHERE n <> ALL (signals.metric_dimensions()) ORDER BY n);
  unknown CONSTANT text := (
    SELECT n FROM unnest(others) n WHERE NOT EXISTS (
      SELECT FROM signals.fct_signal f WHERE f.organization_id = organization AND f.metric_id = metric AND f.dimensions ? n) LIMIT 1);
BEGIN
  IF array_ndims(names) > 1 OR array_position(names, NULL) IS NOT NULL THEN
    RAISE EXCEPTION 'names of dimensions must be a list without null' USING ERRCODE = 'invalid_parameter_value';
  ELSIF unknown IS NOT NULL THEN
    RAISE EXCEPTION 'dimension "%" does not exist', left(unknown, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = format('Every metric has %s.', array_to_string(signals.metric_dimensions(), ', '));
  END IF;
  RETURN others;
END
$$;
COMMENT ON FUNCTION signals.require_dimensions(uuid, text, text[]) IS
'Passes for names of dimensions that the metric has, and returns those that not every metric has; else an error 22023.';

CREATE OR REPLACE FUNCTION signals.require_filters(filters jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- In the query of a GET, PostgREST hands an object over as a string.
  IF jsonb_typeof(filters) = 'string' AND platform.is_json_object(filters #>> '{}') THEN
    filters := (filters #>> '{}')::jsonb;
  END IF;
  IF jsonb_typeof(filters) IS DISTINCT FROM 'object' THEN
    RAISE EXCEPTION 'filters must be an object' USING ERRCODE = 'invalid_parameter_value', HINT = '{"name": value} or {"name": [values]}.';
  ELSIF EXISTS (
    SELECT FROM jsonb_each(filters) f
    CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(f.value) WHEN 'array' THEN f.value ELSE jsonb_build_array(f.value) END) v
    WHERE jsonb_typeof(v) IN ('object', 'array')) THEN
    RAISE EXCEPTION 'a filter must be a value or a list of values' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN filters;
END
$$;
COMMENT ON FUNCTION signals.require_filters(jsonb) IS
'The filters, {name: value or [values]}, also where they come as a string that holds that; else an error 22023.';

CREATE OR REPLACE FUNCTION signals.metric_rows(organization uuid, metric text, others text[], every_run boolean, every_node boolean)
RETURNS TABLE (document jsonb, value float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
  WITH asked AS MATERIALIZED (
    SELECT f.* FROM signals.fct_signal f
    WHERE f.organization_id = organization AND f.metric_id = metric
      AND (every_run OR f.run_id = signals.newest_run_of(organization, metric))
      AND ARRAY (SELECT k FROM jsonb_object_keys(f.dimensions) k ORDER BY k) = others
  ), node AS (
    SELECT DISTINCT ON (n.run_id) n.run_id, n.node_id
    FROM (SELECT a.run_id, a.node_id, count(a.value) AS n FROM asked a GROUP BY a.run_id, a.node_id) n
    ORDER BY n.run_id, n.n DESC, n.node_id
  )
  SELECT f.dimensions || jsonb_build_object(
    'facility_id', f.facility_id, 'facility', coalesce(i.name, f.facility_id), 'system_name', i.system_name, 'run_id', f.run_id,
    'node_id', f.node_id, 'signal_type', f.signal_type, 'magnitude_tier', f.magnitude_tier, 'trajectory_tier', f.trajectory_tier,
    'consistency_tier', f.consistency_tier), f.value
  FROM asked f
  LEFT JOIN signals.int_facility i ON i.organization_id = f.organization_id AND i.run_id = f.run_id AND i.facility_id = f.facility_id
  WHERE every_node OR (f.run_id, f.node_id) IN (SELECT n.run_id, n.node_id FROM node n)
$$;
COMMENT ON FUNCTION signals.metric_rows(uuid, text, text[], boolean, boolean) IS
'The values of a metric, each with its dimensions as a document: of the newest run that has the metric, or of every one; those that
are divided by just these other dimensions, and of several such nodes those of the one with the most values, or of every one: so that
nothing is counted twice.';
CREATE OR REPLACE FUNCTION signals.metric_query(organization uuid, metric text, group_by text[] DEFAULT '{}', filters jsonb DEFAULT '{}')
RETURNS TABLE (key jsonb, n bigint, value float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  names text[];
  others text[];
BEGIN
  PERFORM platform.require_organization(organization);
  PERFORM signals.require_metric(organization, metric);
  filters := signals.require_filters(filters);
  IF group_by IS NULL THEN
    RAISE EXCEPTION 'group_by must be a list' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  names := group_by || ARRAY (SELECT jsonb_object_keys(filters));
  others := signals.require_dimensions(organization, metric, names);
  RETURN QUERY
  SELECT k.key, count(r.value), avg(r.value)
  FROM signals.metric_rows(organization, metric, others, 'run_id' = ANY (names), 'node_id' = ANY (names)) r
  CROSS JOIN LATERAL (SELECT coalesce(jsonb_object_agg(g, r.document -> g), '{}') AS key FROM unnest(group_by) g) k
  WHERE NOT EXISTS (
    SELECT FROM jsonb_each(filters) f
    WHERE NOT EXISTS (
      SELECT FROM jsonb_array_elements_text(CASE jsonb_typeof(f.value) WHEN 'array' THEN f.value ELSE jsonb_build_array(f.value) END) v
      WHERE v IS NOT DISTINCT FROM r.document ->> f.key))
  GROUP BY k.key ORDER BY k.key;
END
$$;
COMMENT ON FUNCTION signals.metric_query(uuid, text, text[], jsonb) IS
'The mean of a metric over facilities by the dimensions that are named, and of how many values it is: of the newest published run that
has it, or by run_id where that is named. group_by: names; filters: {name: value or [values]}. The names are those of
signals.metric_dimensions() and those that divide the metric''s values (signals.fct_signal, dimensions); where none of the latter is named,
the facilities as a whole are asked. Of several nodes of the metric the one with the most values counts, unless node_id is named.

For members of the organisation and administrators. Errors: 22023 a metric or name that is not there, filters that are none; as
platform.require_organization.';

CREATE OR REPLACE FUNCTION signals.ontology_edges(organizations uuid[])
RETURNS TABLE (from_label text, from_vertex text, edge text, to_label text, to_vertex text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY
  SELECT 'node', e.parent, e.edge_type, 'node', e.child FROM unnest(organizations) o (id)
  JOIN signals.node_edge e ON e.organization_id = o.id AND e.run_id = signals.newest_run(o.id)
  UNION
  SELECT 'node', n.node_id, 'measures', 'metric', n.metric_id FROM unnest(organizations) o (id)
  JOIN signals.stg_node n ON n.organization_id = o.id AND n.run_id = signals.newest_run(o.id)
  UNION
  SELECT 'metric', m.metric_id, 'belongs_to', 'domain', m.domain FROM signals.dim_metric m
  WHERE m.organization_id = ANY (organizations) AND m.valid_to IS NULL
  UNION
  SELECT 'facility', f.facility_id, 'part_of', 'system', f.system_name FROM signals.dim_facility f
  WHERE f.organization_id = ANY (organizations) AND f.valid_to IS NULL AND f.system_name IS NOT NULL;
END
$$;
COMMENT ON FUNCTION signals.ontology_edges(uuid[]) IS
'The graph of these organisations, of the newest published runs: nodes on nodes by the engine''s edges, node measures metric, metric
belongs_to domain, facility part_of system.';

CREATE OR REPLACE FUNCTION signals.ontology_neighbors(start text, of_label text DEFAULT NULL, most_steps integer DEFAULT 1)
RETURNS TABLE (edge text, label text, vertex text, depth integer)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  organizations CONSTANT uuid[] := platform.require_organizations();
BEGIN
  PERFORM signals.require_count('depth', most_steps, 3);
  IF of_label NOT IN ('node', 'metric', 'domain', 'facility', 'system') THEN
    RAISE EXCEPTION 'label "%" does not exist', left(of_label, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'node, metric, domain, facility, system.';
  END IF;
  RETURN QUERY
  WITH RECURSIVE way AS MATERIALIZED (
    SELECT e.from_label, e.from_vertex, e.edge, e.to_label, e.to_vertex FROM signals.ontology_edges(organizations) e
    UNION SELECT e.to_label, e.to_vertex, e.edge, e.from_label, e.from_vertex FROM signals.ontology_edges(organizations) e
  ), reached AS (
    SELECT NULL::text AS edge, w.from_label AS label, w.from_vertex AS vertex, 0 AS depth FROM way w WHERE w.from_vertex = start
    UNION
    SELECT w.edge, w.to_label, w.to_vertex, r.depth + 1
    FROM reached r JOIN way w ON w.from_label = r.label AND w.from_vertex = r.vertex WHERE r.depth < most_steps
  ), nearest AS (
    SELECT DISTINCT ON (r.label, r.vertex) r.edge, r.label, r.vertex, r.depth FROM reached r ORDER BY r.label, r.vertex, r.depth, r.edge)
  SELECT n.edge, n.label, n.vertex, n.depth FROM nearest n WHERE n.depth > 0 AND (of_label IS NULL OR n.label = of_label)
  ORDER BY n.depth, n.label, n.vertex;
END
$$;
COMMENT ON FUNCTION signals.ontology_neighbors(text, text, integer) IS
'What lies around a vertex of the graph (signals.ontology_edges) of one''s organisations, in both directions, up to 1 to 3 steps away: the
edge by which it is reached, its label (node, metric, domain, facility, system), and how far it is; of_label: those alone. A vertex that is
not there, or another''s, has nothing around it.

Each asks the own organisations'', administrators and the owner''s own work all. Error 22023: another depth or label.';
