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
COMMENT ON COLUMN signals.shown_signal.id IS 'Number of the signal, by which people and clients name it.';
COMMENT ON COLUMN signals.shown_signal.organization_id IS 'Whose signal it is: platform.organization.id.';
COMMENT ON COLUMN signals.shown_signal.run_id IS 'The newest run that was taken over: signals.run.run_id.';
COMMENT ON COLUMN signals.shown_signal.node_id IS 'The node, as the runs call it.';
COMMENT ON COLUMN signals.shown_signal.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.shown_signal.metric IS 'Name of the metric for people; its id where it has none.';
COMMENT ON COLUMN signals.shown_signal.domain IS 'The part of quality that the metric belongs to; other where none is told.';
COMMENT ON COLUMN signals.shown_signal.facility_id IS 'The facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.shown_signal.facility IS 'Name of the facility for people; its id where it has none.';
COMMENT ON COLUMN signals.shown_signal.system_name IS 'The system of facilities that it belongs to; NULL: none is told.';
COMMENT ON COLUMN signals.shown_signal.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN signals.shown_signal.value IS
'Its value of all time, in the unit of the metric, as measured; NULL: none, or too few encounters.';
COMMENT ON COLUMN signals.shown_signal.z IS 'Among the facilities'' values of all time, (x - mean)/SD, high is bad; NULL: too few peers.';
COMMENT ON COLUMN signals.shown_signal.percentile IS
'Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; NULL: too few peers.';
COMMENT ON COLUMN signals.shown_signal.slope IS
'Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; NULL: too few
months.';
COMMENT ON COLUMN signals.shown_signal.slope_percentile IS
'Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; NULL: too few slopes.';
COMMENT ON COLUMN signals.shown_signal.q_value IS
'p_value adjusted for all facilities of the metric (Benjamini and Hochberg); NULL without one.';
COMMENT ON COLUMN signals.shown_signal.signal_type IS 'One of nine, as the newest run says: signals.fct_signal.signal_type.';
COMMENT ON COLUMN signals.shown_signal.severity IS '0 to 100, as the newest run says.';
COMMENT ON COLUMN signals.shown_signal.magnitude_tier IS
'critical, severe, elevated, marginal, expected, favorable or excellent; NULL without a percentile.';
COMMENT ON COLUMN signals.shown_signal.trajectory_tier IS
'rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving; NULL: that run says nothing of it any more.';
COMMENT ON COLUMN signals.shown_signal.consistency_tier IS
'persistent, variable or transient, by SD and number of the monthly z; NULL: that run says nothing of it any more.';
COMMENT ON COLUMN signals.shown_signal.cost IS 'What the excess costs; NULL: not told, or no excess.';
COMMENT ON COLUMN signals.shown_signal.description IS 'In people''s words; NULL: nobody has written it.';
COMMENT ON COLUMN signals.shown_signal.why_it_matters IS 'In people''s words, up to 10,000 characters; NULL: nobody has written it.';
COMMENT ON COLUMN signals.shown_signal.status IS 'new, assigned, in_progress, resolved or closed; new where nobody has acted.';
COMMENT ON COLUMN signals.shown_signal.days_open IS 'Whole days since it was detected, until it was resolved.';
COMMENT ON COLUMN signals.shown_signal.detected_at IS 'When it was taken over first.';
COMMENT ON COLUMN signals.shown_signal.has_children IS 'Whether there are nodes below its node.';
COMMENT ON COLUMN signals.shown_signal.has_parents IS 'Whether there are nodes above its node.';
