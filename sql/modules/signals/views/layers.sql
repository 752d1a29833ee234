-- From raw lines to the rows of the marts. What signals.build writes is the rows of a view here, so that the catalog knows of each column
-- what it is made of (signals.column_source).

-- Staging: names and types.

CREATE OR REPLACE VIEW signals.stg_node WITH (security_invoker = true) AS
  SELECT DISTINCT ON (r.organization_id, r.run_id, r.node_id) r.organization_id, r.run_id, r.artifact_id, r.node_id, r.metric_id,
         r.polarity, r.range_low, r.range_high, r.parents, r.children, r.document
  FROM signals.raw_node_result r ORDER BY r.organization_id, r.run_id, r.node_id, r.artifact_id DESC;
COMMENT ON VIEW signals.stg_node IS 'The nodes of each run; of artifacts with the same node the newest.';

-- unnest in the list of columns: as a row source it would be started anew for each line.
CREATE OR REPLACE VIEW signals.stg_observation WITH (security_invoker = true) AS
  SELECT n.organization_id, n.run_id, n.node_id, n.metric_id, o.facility_id, o.dimensions, o.encounters, o.period, o.value
  FROM signals.stg_node n
  JOIN (
    SELECT e.organization_id, e.run_id, e.artifact_id, e.facility_id, e.dimensions, e.encounters, NULL::integer AS period, e.value
    FROM signals.raw_entity_result e WHERE e.periods IS NULL
    UNION ALL
    SELECT e.organization_id, e.run_id, e.artifact_id, e.facility_id, e.dimensions, e.encounters, unnest(e.periods), unnest(e."values")
    FROM signals.raw_entity_result e WHERE e.periods IS NOT NULL) o
    ON o.artifact_id = n.artifact_id AND o.organization_id = n.organization_id AND o.run_id = n.run_id;
COMMENT ON VIEW signals.stg_observation IS 'One row an entity, metric and period; period NULL: of all time.';

CREATE OR REPLACE VIEW signals.stg_facility WITH (security_invoker = true) AS
  SELECT f.organization_id, f.run_id, f.facility_id,
         row_number() OVER (PARTITION BY f.organization_id, f.run_id ORDER BY f.facility_id)::integer AS number, f.name, f.system_name,
         f.encounters
  FROM (
    SELECT DISTINCT ON (e.organization_id, e.run_id, e.facility_id) e.organization_id, e.run_id, e.facility_id,
           coalesce(e.facility, e.facility_id) AS name, e.system_name, e.encounters
    FROM signals.raw_entity_result e
    ORDER BY e.organization_id, e.run_id, e.facility_id, e.dimensions <> '{}', e.facility IS NULL, e.artifact_id, e.line) f;
COMMENT ON VIEW signals.stg_facility IS 'What each run says of each facility: of its lines, the first for the facility as a whole.';

CREATE OR REPLACE VIEW signals.raw_contribution WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.artifact_id, r.line, r.document FROM signals.raw_line r WHERE r.kind = 'contribution';
COMMENT ON VIEW signals.raw_contribution IS 'Lines of type contribution.';
CREATE OR REPLACE VIEW signals.raw_classification WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.artifact_id, r.line, r.document FROM signals.raw_line r WHERE r.kind = 'classification';
COMMENT ON VIEW signals.raw_classification IS 'Lines of type classification.';
CREATE OR REPLACE VIEW signals.raw_modeling_run WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.artifact_id, r.line, r.document FROM signals.raw_line r WHERE r.kind = 'modeling_run';
COMMENT ON VIEW signals.raw_modeling_run IS 'Lines of type modeling_run.';
CREATE OR REPLACE VIEW signals.raw_modeling_experiment WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.artifact_id, r.line, r.document FROM signals.raw_line r WHERE r.kind = 'modeling_experiment';
COMMENT ON VIEW signals.raw_modeling_experiment IS 'Lines of type modeling_experiment.';
CREATE OR REPLACE VIEW signals.raw_shap WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.artifact_id, r.line, r.document FROM signals.raw_line r WHERE r.kind = 'shap';
COMMENT ON VIEW signals.raw_shap IS 'Lines of type shap.';
CREATE OR REPLACE VIEW signals.raw_narrative WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.artifact_id, r.line, r.document FROM signals.raw_line r WHERE r.kind = 'narrative';
COMMENT ON VIEW signals.raw_narrative IS 'Lines of type narrative.';

CREATE OR REPLACE VIEW signals.stg_contribution WITH (security_invoker = true) AS
  SELECT DISTINCT ON (r.organization_id, r.run_id, c.node_id, c.facility_id, c.child) r.organization_id, r.run_id, c.node_id, c.metric_id,
         c.facility_id, c.child, coalesce(c.name, c.child) AS name, c.value, c.weight
  FROM signals.raw_contribution r
  CROSS JOIN LATERAL jsonb_to_record(r.document) c (node_id text, metric_id text, facility_id text, child text, name text, value float8,
                                                    weight float8)
  ORDER BY r.organization_id, r.run_id, c.node_id, c.facility_id, c.child, r.artifact_id, r.line;
COMMENT ON VIEW signals.stg_contribution IS 'The parts of a facility''s value, of each the first line.';

CREATE OR REPLACE VIEW signals.stg_model WITH (security_invoker = true) AS
  SELECT DISTINCT ON (r.organization_id, r.run_id, m.metric_id, m.model, f.feature) r.organization_id, r.run_id, m.metric_id, m.model,
         f.feature, f.beta, f.mean
  FROM signals.raw_modeling_run r
  CROSS JOIN LATERAL jsonb_to_record(r.document) m (metric_id text, model text, features text[], beta float8[], mean float8[])
  CROSS JOIN LATERAL unnest(m.features, m.beta, m.mean) f (feature, beta, mean)
  WHERE f.feature IS NOT NULL
  ORDER BY r.organization_id, r.run_id, m.metric_id, m.model, f.feature, r.artifact_id DESC, r.line DESC;
COMMENT ON VIEW signals.stg_model IS 'Linear models, a row a feature: the slope, and the mean that it is measured from.';

CREATE OR REPLACE VIEW signals.stg_driver WITH (security_invoker = true) AS
  SELECT DISTINCT ON (r.organization_id, r.run_id, s.metric_id, s.model, s.facility_id, s.feature) r.organization_id, r.run_id, s.metric_id,
         s.model, s.facility_id, s.feature, s.x, s.value
  FROM signals.raw_shap r
  CROSS JOIN LATERAL jsonb_to_record(r.document) s (metric_id text, model text, facility_id text, feature text, x float8, value float8)
  ORDER BY r.organization_id, r.run_id, s.metric_id, s.model, s.facility_id, s.feature, r.artifact_id DESC, r.line DESC;
COMMENT ON VIEW signals.stg_driver IS 'SHAP values by facility and feature; value NULL: to be computed of the linear model.';

-- Intermediate: joins, peers, windows.

CREATE OR REPLACE VIEW signals.node_edge WITH (security_invoker = true) AS
  SELECT n.organization_id, n.run_id, n.node_id AS parent, c ->> 'canonical_child_node_id' AS child,
         coalesce(c ->> 'edge_type', 'child') AS edge_type
  FROM signals.stg_node n CROSS JOIN LATERAL jsonb_array_elements(n.children) c
  WHERE c ->> 'canonical_child_node_id' IS NOT NULL
  UNION
  SELECT n.organization_id, n.run_id, p ->> 'canonical_parent_node_id', n.node_id, coalesce(p ->> 'edge_type', 'child')
  FROM signals.stg_node n CROSS JOIN LATERAL jsonb_array_elements(n.parents) p
  WHERE p ->> 'canonical_parent_node_id' IS NOT NULL;
COMMENT ON VIEW signals.node_edge IS 'Which node is the parent of which, whichever of the two says so.';

CREATE OR REPLACE VIEW signals.int_trend WITH (security_invoker = true) AS
  SELECT e.organization_id, e.run_id, e.parent AS node_id, e.child AS monthly_node_id FROM signals.node_edge e
    WHERE e.edge_type = 'trends_to';
COMMENT ON VIEW signals.int_trend IS 'Which node holds the months of which.';

CREATE OR REPLACE VIEW signals.stg_metric WITH (security_invoker = true) AS
  SELECT n.organization_id, n.run_id, n.node_id, n.metric_id, coalesce(d.min_size, 0) AS min_size, d.cost_a_day,
         signals.unit_scale(d.unit) AS unit_scale, jsonb_build_object(
           'polarity', coalesce(d.polarity, n.polarity),
           'range', CASE coalesce(d.polarity, n.polarity) WHEN 'target_range' THEN
             jsonb_build_array(CASE d.polarity WHEN 'target_range' THEN d.range_low ELSE n.range_low END,
                               CASE d.polarity WHEN 'target_range' THEN d.range_high ELSE n.range_high END) END,
           'cutoffs', (
             SELECT c.document FROM signals.cutoff c
             WHERE (c.organization_id IS NULL OR c.organization_id = n.organization_id AND coalesce(c.metric_id, n.metric_id) = n.metric_id)
               AND c.valid_from <= n.run_id
             ORDER BY c.metric_id IS NULL, c.organization_id IS NULL, c.valid_from DESC LIMIT 1)) AS options
  FROM signals.stg_node n
  LEFT JOIN signals.dim_metric d ON d.organization_id = n.organization_id AND d.metric_id = n.metric_id
    AND d.valid_from <= n.run_id AND (d.valid_to IS NULL OR d.valid_to > n.run_id);
COMMENT ON VIEW signals.stg_metric IS 'The rows of signals.int_metric.';

CREATE OR REPLACE VIEW signals.int_series WITH (security_invoker = true) AS
  SELECT m.organization_id, m.run_id, m.node_id, m.metric_id, m.options, f.facility_id, f.number, e.dimensions, e.encounters,
         e.encounters < m.min_size AS is_small, e.periods,
         CASE WHEN (e.encounters < m.min_size) IS NOT TRUE THEN coalesce(e."values", ARRAY[e.value])
              ELSE array_fill(NULL::float8, ARRAY[coalesce(cardinality(e."values"), 1)]) END AS "values"
  FROM signals.int_metric m
  JOIN (
    SELECT n.organization_id, n.run_id, n.node_id, n.artifact_id, false AS is_monthly FROM signals.stg_node n
    UNION ALL
    SELECT n.organization_id, n.run_id, t.node_id, n.artifact_id, true
    FROM signals.stg_node n
    JOIN signals.int_trend t ON t.organization_id = n.organization_id AND t.run_id = n.run_id AND t.monthly_node_id = n.node_id) n
    ON n.organization_id = m.organization_id AND n.run_id = m.run_id AND n.node_id = m.node_id
  JOIN signals.raw_entity_result e ON e.artifact_id = n.artifact_id AND e.organization_id = m.organization_id AND e.run_id = m.run_id
    AND (e.periods IS NOT NULL) = n.is_monthly
  JOIN signals.int_facility f ON f.organization_id = m.organization_id AND f.run_id = m.run_id AND f.facility_id = e.facility_id;
COMMENT ON VIEW signals.int_series IS
'What a signal is computed from, a row an entity: its value of all time (periods NULL), and its months, under the aggregate''s name.';

CREATE OR REPLACE VIEW signals.int_score WITH (security_invoker = true) AS
  SELECT g.organization_id, g.run_id, g.node_id, g.metric_id, f.facility_id, w.encounters, g.dimensions, s.value, s.z, s.robust_z,
         s.percentile, s.mean_z, s.sd_z, s.max_abs_z, s.slope, s.slope_percentile, s.acceleration, s.periods,
         s.suppressed OR coalesce(w.is_small, false) AS suppressed, s.p_value,
         s.q_value, s.magnitude_tier, s.trajectory_tier, s.consistency_tier, s.signal_type, s.severity, s.position, s.trend, s.momentum,
         s.consistency, s.spike, avg(s.value) OVER (PARTITION BY g.organization_id, g.run_id, g.node_id, g.dimensions) AS peer_mean
  FROM (
    SELECT o.organization_id, o.run_id, o.node_id, o.metric_id, o.dimensions,
           harmony_internal.metric_signals(o.number, o.periods, o."values", o.options) AS rows,
           array_agg(o.number) FILTER (WHERE o.periods IS NULL) AS numbers,
           array_agg(o.encounters) FILTER (WHERE o.periods IS NULL) AS encounters,
           array_agg(o.is_small) FILTER (WHERE o.periods IS NULL) AS are_small
    FROM signals.int_series o GROUP BY o.organization_id, o.run_id, o.node_id, o.metric_id, o.dimensions) g
  CROSS JOIN LATERAL unnest(g.rows) s
  -- In the group, not by joining int_series again: its size is not known to the planner, which compared each with each.
  LEFT JOIN LATERAL unnest(g.numbers, g.encounters, g.are_small) w (number, encounters, is_small) ON w.number = s.facility
  JOIN signals.int_facility f ON f.organization_id = g.organization_id AND f.run_id = g.run_id AND f.number = s.facility;
COMMENT ON VIEW signals.int_score IS 'Each facility among its peers and over time (harmony_internal.metric_signals).';

CREATE OR REPLACE VIEW signals.int_signal WITH (security_invoker = true) AS
  SELECT s.organization_id, s.run_id, s.node_id, s.metric_id, s.facility_id, s.dimensions, s.value, s.z, s.robust_z, s.percentile, s.mean_z,
         s.sd_z, s.max_abs_z, s.slope, s.slope_percentile, s.acceleration, s.periods, s.suppressed, s.p_value, s.q_value, s.magnitude_tier,
         s.trajectory_tier, s.consistency_tier, s.signal_type, s.severity, s.position, s.trend, s.momentum, s.consistency, s.spike,
         s.encounters, e.excess, e.excess * m.cost_a_day AS cost
  FROM signals.int_score s
  JOIN signals.int_metric m ON m.organization_id = s.organization_id AND m.run_id = s.run_id AND m.node_id = s.node_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN m.options ->> 'polarity' = 'lower_is_better' AND s.value > s.peer_mean AND s.dimensions = '{}'
                THEN (s.value - s.peer_mean) * s.encounters * m.unit_scale END AS excess) e;
COMMENT ON VIEW signals.int_signal IS 'The rows of signals.fct_signal.';

CREATE OR REPLACE VIEW signals.int_contribution WITH (security_invoker = true) AS
  SELECT g.organization_id, g.run_id, g.node_id, g.metric_id, g.facility_id, g.children[p.place] AS child, g.names[p.place] AS name,
         g."values"[p.place] AS value, g.weights[p.place] AS weight, p.share, p.excess, p.percent_of_parent, p.direction, p.rank,
           p.cumulative
  FROM (
    SELECT c.organization_id, c.run_id, c.node_id, c.metric_id, c.facility_id, array_agg(c.child ORDER BY c.child) AS children,
           array_agg(c.name ORDER BY c.child) AS names, array_agg(c.value ORDER BY c.child) AS "values",
           array_agg(c.weight ORDER BY c.child) AS weights
    FROM signals.stg_contribution c GROUP BY c.organization_id, c.run_id, c.node_id, c.metric_id, c.facility_id) g
  JOIN signals.stg_observation o ON o.organization_id = g.organization_id AND o.run_id = g.run_id AND o.node_id = g.node_id
    AND o.facility_id = g.facility_id AND o.dimensions = '{}' AND o.period IS NULL
  CROSS JOIN LATERAL unnest(harmony.contributions(o.value, g."values", g.weights))
    WITH ORDINALITY p (share, excess, percent_of_parent, direction, rank, cumulative, place);
COMMENT ON VIEW signals.int_contribution IS 'The rows of signals.fct_contribution.';

CREATE OR REPLACE VIEW signals.int_driver WITH (security_invoker = true) AS
  SELECT s.organization_id, s.run_id, s.metric_id, s.model, s.facility_id, s.feature, s.x, c.contribution
  FROM signals.stg_driver s
  LEFT JOIN signals.stg_model m ON m.organization_id = s.organization_id AND m.run_id = s.run_id AND m.metric_id = s.metric_id
    AND m.model = s.model AND m.feature = s.feature
  CROSS JOIN LATERAL (
    SELECT coalesce(s.value, (harmony.linear_shap(ARRAY[m.beta], ARRAY[s.x], ARRAY[m.mean]))[1]) AS contribution) c
  WHERE c.contribution IS NOT NULL;
COMMENT ON VIEW signals.int_driver IS
'The rows of signals.fct_model_driver; what has neither a value nor a linear model with its feature is left out.';

CREATE OR REPLACE VIEW signals.int_facility_version WITH (security_invoker = true) AS
  SELECT v.organization_id, v.facility_id, v.name, v.system_name, (
           SELECT l.encounters FROM signals.int_facility l
           WHERE l.organization_id = v.organization_id AND l.facility_id = v.facility_id AND l.run_id >= v.valid_from
             AND (v.valid_to IS NULL OR l.run_id < v.valid_to)
           ORDER BY l.run_id DESC LIMIT 1) AS encounters, v.valid_from, v.valid_to
  FROM (
    SELECT f.organization_id, f.facility_id, f.name, f.system_name, f.run_id AS valid_from,
           lead(f.run_id) OVER (PARTITION BY f.organization_id, f.facility_id ORDER BY f.run_id) AS valid_to
    FROM (
      SELECT i.organization_id, i.facility_id, i.name, i.system_name, i.run_id,
             (i.name, i.system_name) IS DISTINCT FROM (lag(i.name) OVER w, lag(i.system_name) OVER w) OR lag(i.run_id) OVER w IS NULL
               AS is_new
      FROM signals.int_facility i WINDOW w AS (PARTITION BY i.organization_id, i.facility_id ORDER BY i.run_id)) f
    WHERE f.is_new) v;
COMMENT ON VIEW signals.int_facility_version IS 'The rows of signals.dim_facility.';
