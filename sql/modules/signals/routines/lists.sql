-- Lists around signals: what can be filtered by, what belongs together, what makes a value up, what drives a model, narratives.

CREATE OR REPLACE FUNCTION signals.signal_filters(organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organizations CONSTANT uuid[] := platform.require_organizations(organization);
BEGIN
  RETURN (
    WITH shown AS (
      SELECT s.domain, s.metric_id, s.metric, s.facility_id, s.facility, s.system_name, s.status, s.signal_type
      FROM signals.shown_signal s WHERE s.organization_id = ANY (organizations))
    SELECT jsonb_build_object(
      'domains', coalesce((SELECT jsonb_agg(DISTINCT s.domain) FROM shown s), '[]'),
      'metrics', coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('metric_id', s.metric_id, 'name', s.metric)) FROM shown s), '[]'),
      'facilities', coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('facility_id', s.facility_id, 'name', s.facility))
                              FROM shown s), '[]'),
      'systems', coalesce((SELECT jsonb_agg(DISTINCT s.system_name) FROM shown s WHERE s.system_name IS NOT NULL), '[]'),
      'statuses', coalesce((SELECT jsonb_agg(DISTINCT s.status) FROM shown s), '[]'),
      'types', coalesce((SELECT jsonb_agg(DISTINCT s.signal_type) FROM shown s), '[]')));
END
$$;
COMMENT ON FUNCTION signals.signal_filters(uuid) IS
'What occurs in the signals of an organisation, or of all one''s own: {domains, metrics [{metric_id, name}], facilities [{facility_id,
name}], systems, statuses, types}.

For members of the organisation and administrators. Errors as platform.require_organization.';

CREATE OR REPLACE FUNCTION signals.neighbors_of(signal bigint, side text) RETURNS TABLE (id bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
BEGIN
  IF side = 'related' THEN
    RETURN QUERY SELECT s.id FROM signals.signal s
    WHERE s.organization_id = chosen.organization_id AND s.facility_id = chosen.facility_id AND s.metric_id <> chosen.metric_id;
  ELSIF side IN ('children', 'parents') THEN
    RETURN QUERY
    SELECT DISTINCT s.id FROM signals.node_edge e
    JOIN signals.signal s ON s.organization_id = e.organization_id AND s.facility_id = chosen.facility_id
      AND s.node_id = CASE side WHEN 'children' THEN e.child ELSE e.parent END
    WHERE e.organization_id = chosen.organization_id AND e.run_id = chosen.run_id AND e.edge_type <> 'trends_to' AND s.id <> chosen.id
      AND chosen.node_id = CASE side WHEN 'children' THEN e.parent ELSE e.child END
      AND CASE side WHEN 'children' THEN s.dimensions @> chosen.dimensions ELSE s.dimensions <@ chosen.dimensions END;
  ELSE
    RAISE EXCEPTION 'side "%" does not exist', left(side, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'related, children, parents.';
  END IF;
END
$$;
COMMENT ON FUNCTION signals.neighbors_of(bigint, text) IS
'Signals of the same facility: related, of other metrics; children and parents, of the nodes below and above the
signal''s node, within its dimensions.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 another side.';

CREATE OR REPLACE FUNCTION signals.signal_contributions(signal bigint, top integer DEFAULT 10)
RETURNS TABLE (child text, name text, value float8, weight float8, share float8, excess float8, percent_of_parent float8, direction text,
               rank integer, cumulative float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
BEGIN
  PERFORM signals.require_count('top', top, 50);
  IF chosen.dimensions = '{}' THEN  -- what makes up the facility as a whole makes up no part of it
    RETURN QUERY
    SELECT c.child, c.name, c.value, c.weight, c.share, c.excess, c.percent_of_parent, c.direction, c.rank, c.cumulative
    FROM signals.fct_contribution c
    WHERE c.organization_id = chosen.organization_id AND c.run_id = chosen.run_id AND c.node_id = chosen.node_id
      AND c.facility_id = chosen.facility_id
    ORDER BY c.rank, c.child LIMIT top;
  END IF;
END
$$;
COMMENT ON FUNCTION signals.signal_contributions(bigint, integer) IS
'The parts that make up a signal''s value, by how much each adds to it or takes from it (harmony.contributions), the largest first; top: 1
to 50 of them.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 another top.';

CREATE OR REPLACE FUNCTION signals.drivers(organization uuid, metric text, top integer DEFAULT 10)
RETURNS TABLE (feature text, mean_abs float8, mean float8, n bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  newest text;
BEGIN
  PERFORM platform.require_organization(organization);
  PERFORM signals.require_count('top', top, 50), signals.require_metric(organization, metric);
  newest := (SELECT max(d.run_id) FROM signals.fct_model_driver d WHERE d.organization_id = organization AND d.metric_id = metric);
  RETURN QUERY
  SELECT d.feature, avg(abs(d.contribution)), avg(d.contribution), count(*)
  FROM signals.fct_model_driver d
  WHERE d.organization_id = organization AND d.metric_id = metric AND d.run_id = newest
  GROUP BY d.feature ORDER BY 2 DESC, d.feature LIMIT top;
END
$$;
COMMENT ON FUNCTION signals.drivers(uuid, text, integer) IS
'What drives the models of a metric, in the newest run that tells: of each feature the mean of the absolute contributions, their mean, and
of how many they are; the strongest first, top: 1 to 50.

For members of the organisation and administrators. Errors: 22023 another top, an unknown metric; as platform.require_organization.';

CREATE OR REPLACE FUNCTION signals.require_metric(organization uuid, metric text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM signals.dim_metric m WHERE m.organization_id = organization AND m.metric_id = metric) THEN
    RAISE EXCEPTION 'metric "%" does not exist', left(coalesce(metric, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'See signals.dim_metric, over HTTP signal_metrics.';
  END IF;
END
$$;
COMMENT ON FUNCTION signals.require_metric(uuid, text) IS 'Passes for a metric of the organisation, else an error 22023.';

CREATE OR REPLACE FUNCTION signals.narrative(organization uuid, facility text, format text DEFAULT 'json', run_id text DEFAULT NULL)
RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  document jsonb;
BEGIN
  PERFORM platform.require_organization(organization);
  IF format IS NULL OR format NOT IN ('json', 'markdown') THEN
    RAISE EXCEPTION 'format "%" does not exist', left(coalesce(format, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'json, markdown.';
  END IF;
  SELECT n.document INTO document FROM signals.stg_narrative n
  WHERE n.organization_id = organization AND n.facility_id = facility AND coalesce(narrative.run_id, n.run_id) = n.run_id
  ORDER BY n.run_id DESC LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such narrative' USING ERRCODE = 'PT404';
  END IF;
  RETURN CASE format WHEN 'json' THEN document ELSE jsonb_build_object('markdown', harmony.narrative_text(document)) END;
END
$$;
COMMENT ON FUNCTION signals.narrative(uuid, text, text, text) IS
'What a run tells of a facility: a document, or with format markdown {markdown} (harmony.narrative_text). run_id NULL: the newest.

For members of the organisation and administrators. Errors: PT404 there is none; 22023 another format; as platform.require_organization.';
