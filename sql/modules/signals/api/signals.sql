-- Signals and what lies around them, for members of the organisation.

CREATE OR REPLACE VIEW api.signals WITH (security_invoker = true) AS
  SELECT s.id, s.organization_id, s.run_id, s.node_id, s.metric_id, s.metric, s.domain, s.facility_id, s.facility, s.system_name,
         s.dimensions, s.value, s.z, s.percentile, s.slope, s.slope_percentile, s.q_value, s.signal_type, s.severity, s.magnitude_tier,
         s.trajectory_tier, s.consistency_tier, s.cost, s.description, s.why_it_matters, s.status, s.days_open, s.detected_at,
         s.has_children, s.has_parents
  FROM signals.shown_signal s;
COMMENT ON VIEW api.signals IS
'Signals of one''s own organisations: what the newest run says of a facility in a metric, and how far the work on it is.

For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
a change: 400 a text that is blank or longer than 10,000 characters.';
COMMENT ON COLUMN api.signals.id IS 'Number of the signal, by which people and clients name it.';
COMMENT ON COLUMN api.signals.organization_id IS 'Whose signal it is: id of organizations.';
COMMENT ON COLUMN api.signals.run_id IS 'The newest run that was taken over: run_id of runs.';
COMMENT ON COLUMN api.signals.node_id IS 'The node, as the runs call it.';
COMMENT ON COLUMN api.signals.metric_id IS 'The metric: metric_id of signal_metrics.';
COMMENT ON COLUMN api.signals.metric IS 'Name of the metric for people; its id where it has none.';
COMMENT ON COLUMN api.signals.domain IS 'The part of quality that the metric belongs to; other where none is told.';
COMMENT ON COLUMN api.signals.facility_id IS 'The facility: facility_id of facilities.';
COMMENT ON COLUMN api.signals.facility IS 'Name of the facility for people; its id where it has none.';
COMMENT ON COLUMN api.signals.system_name IS 'The system of facilities that it belongs to; null: none is told.';
COMMENT ON COLUMN api.signals.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN api.signals.value IS 'Its value of all time, in the unit of the metric, as measured; null: none, or too few encounters.';
COMMENT ON COLUMN api.signals.z IS 'Among the facilities of the metric; high is bad, whatever the polarity.';
COMMENT ON COLUMN api.signals.percentile IS
'Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; null: too few peers.';
COMMENT ON COLUMN api.signals.slope IS
'Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; null: too few
months.';
COMMENT ON COLUMN api.signals.slope_percentile IS
'Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; null: too few slopes.';
COMMENT ON COLUMN api.signals.q_value IS 'Of the slope, over all facilities of the metric (Benjamini and Hochberg).';
COMMENT ON COLUMN api.signals.signal_type IS 'One of nine, such as emerging_risk, as the newest run says.';
COMMENT ON COLUMN api.signals.severity IS '0 to 100, as the newest run says.';
COMMENT ON COLUMN api.signals.magnitude_tier IS
'critical, severe, elevated, marginal, expected, favorable or excellent; null without a percentile.';
COMMENT ON COLUMN api.signals.trajectory_tier IS
'rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving; null: that run says nothing of it any more.';
COMMENT ON COLUMN api.signals.consistency_tier IS
'persistent, variable or transient, by SD and number of the monthly z; null: that run says nothing of it any more.';
COMMENT ON COLUMN api.signals.cost IS 'What the excess costs; null: not told, or no excess.';
COMMENT ON COLUMN api.signals.description IS 'In people''s words; null: nobody has written it.';
COMMENT ON COLUMN api.signals.why_it_matters IS 'In people''s words, up to 10,000 characters; null: nobody has written it.';
COMMENT ON COLUMN api.signals.status IS 'new, assigned, in_progress, resolved or closed; new where nobody has acted.';
COMMENT ON COLUMN api.signals.days_open IS 'Since it was detected, until it was resolved.';
COMMENT ON COLUMN api.signals.detected_at IS 'When it was taken over first.';
COMMENT ON COLUMN api.signals.has_children IS 'Whether there are nodes below its node.';
COMMENT ON COLUMN api.signals.has_parents IS 'Whether there are nodes above its node.';
CREATE OR REPLACE TRIGGER change INSTEAD OF UPDATE ON api.signals FOR EACH ROW EXECUTE FUNCTION signals.signal_patched();
-- Nobody may; without it a view of several tables is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR DELETE ON api.signals FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE FUNCTION api.signal_related(signal bigint) RETURNS SETOF api.signals
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 20 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found CONSTANT bigint[] := ARRAY (SELECT k.id FROM signals.neighbors_of(signal, 'related') k);  -- asks who asks, whatever the view shows
BEGIN
  RETURN QUERY SELECT s.* FROM api.signals s WHERE s.id = ANY (found) ORDER BY s.severity DESC, s.id;
END
$$;
COMMENT ON FUNCTION api.signal_related(bigint) IS
'The signals of the same facility in other metrics.

For members of the signal''s organisation: rows of signals, the most severe first. Errors: 404 no such signal.';

CREATE OR REPLACE FUNCTION api.signal_children(signal bigint) RETURNS SETOF api.signals
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 20 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found CONSTANT bigint[] := ARRAY (SELECT k.id FROM signals.neighbors_of(signal, 'children') k);  -- asks who asks, whatever the view shows
BEGIN
  RETURN QUERY SELECT s.* FROM api.signals s WHERE s.id = ANY (found) ORDER BY s.severity DESC, s.id;
END
$$;
COMMENT ON FUNCTION api.signal_children(bigint) IS
'The signals of the same facility in the nodes below the signal''s node.

For members of the signal''s organisation: rows of signals, the most severe first. Errors: 404 no such signal.';

CREATE OR REPLACE FUNCTION api.signal_parents(signal bigint) RETURNS SETOF api.signals
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 20 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found CONSTANT bigint[] := ARRAY (SELECT k.id FROM signals.neighbors_of(signal, 'parents') k);  -- asks who asks, whatever the view shows
BEGIN
  RETURN QUERY SELECT s.* FROM api.signals s WHERE s.id = ANY (found) ORDER BY s.severity DESC, s.id;
END
$$;
COMMENT ON FUNCTION api.signal_parents(bigint) IS
'The signals of the same facility in the nodes above the signal''s node.

For members of the signal''s organisation: rows of signals, the most severe first. Errors: 404 no such signal.';

SELECT platform.expose('signals.signal_filters(uuid)',
'What the signals can be filtered by: what occurs in them.

For members. organization: of this one; null: of all one''s own. {domains, metrics, facilities, systems, statuses, types}. Errors: 403.'),
  platform.expose('signals.signal_detail(bigint, boolean)',
'All that is known of a signal.

For members of the signal''s organisation. {signal, peers {n, mean, median, sd}, trend [{period, value, z}], statistics, chart (rows of
harmony.control_chart), funnel or null, indicators, refinements, reason, since {run_id, first_run_id, detected_at}, comments [{author,
author_name, comment, created_at}], checks}. brief: points of the funnel are the signal''s facility and those outside the 99.8 % limits,
each with name and outside; n, how many there are; others [[size, value, lower_95, upper_95, lower_998, upper_998]]. Errors: 404 no such
signal.'),
  platform.expose('signals.signal_contributions(bigint, integer)',
'The parts that make up a signal''s value, the largest first.

For members of the signal''s organisation; a row a part: by how much it adds to the value (excess) or takes from it. top: 1 to 50. Errors:
400 another top; 404 no such signal.'),
  platform.secure_api();
