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
COMMENT ON COLUMN api.signals.z IS 'Among the facilities of the metric; high is bad, whatever the polarity.';
COMMENT ON COLUMN api.signals.q_value IS 'Of the slope, over all facilities of the metric (Benjamini and Hochberg).';
COMMENT ON COLUMN api.signals.days_open IS 'Since it was detected, until it was resolved.';
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
