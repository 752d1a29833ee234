-- Signals as they are shown: what the newest run says, and what people do about it.

CREATE OR REPLACE VIEW signals.shown_signal WITH (security_invoker = true) AS
  SELECT s.id, s.organization_id, s.run_id, s.node_id, s.metric_id, coalesce(m.name, s.metric_id) AS metric,
         coalesce(m.domain, 'other') AS domain, s.facility_id, coalesce(d.name, s.facility_id) AS facility, d.system_name, s.dimensions,
         f.value, f.z, f.percentile, f.slope, f.slope_percentile, f.q_value, s.signal_type, s.severity, f.magnitude_tier, f.trajectory_tier,
         f.consistency_tier, f.cost, s.description, s.why_it_matters, coalesce(a.status, 'new') AS status,
         floor(extract(epoch FROM coalesce(a.resolved_at, now()) - s.detected_at) / 86400)::integer AS days_open, s.detected_at,
         c.node_id IS NOT NULL AS has_children, p.node_id IS NOT NULL AS has_parents
  FROM signals.signal s
  LEFT JOIN signals.fct_signal f ON f.organization_id = s.organization_id AND f.run_id = s.run_id AND f.node_id = s.node_id
    AND f.facility_id = s.facility_id AND f.dimensions = s.dimensions
  LEFT JOIN signals.dim_metric m ON m.organization_id = s.organization_id AND m.metric_id = s.metric_id
    AND m.valid_from <= s.run_id AND (m.valid_to IS NULL OR m.valid_to > s.run_id)
  LEFT JOIN signals.dim_facility d ON d.organization_id = s.organization_id AND d.facility_id = s.facility_id
    AND d.valid_from <= s.run_id AND (d.valid_to IS NULL OR d.valid_to > s.run_id)
  LEFT JOIN signals.assignment a ON a.signal_id = s.id
  LEFT JOIN (SELECT e.organization_id, e.run_id, e.parent AS node_id FROM signals.node_edge e WHERE e.edge_type <> 'trends_to'
             GROUP BY e.organization_id, e.run_id, e.parent) c
    ON c.organization_id = s.organization_id AND c.run_id = s.run_id AND c.node_id = s.node_id
  LEFT JOIN (SELECT e.organization_id, e.run_id, e.child AS node_id FROM signals.node_edge e WHERE e.edge_type <> 'trends_to'
             GROUP BY e.organization_id, e.run_id, e.child) p
    ON p.organization_id = s.organization_id AND p.run_id = s.run_id AND p.node_id = s.node_id;
COMMENT ON VIEW signals.shown_signal IS
'Signals with what the run that they stand for says of them, and the work on them; a month''s node is no child of its aggregate here.';
