-- One signal, all that is known of it.

CREATE OR REPLACE FUNCTION signals.signal_months(chosen signals.signal) RETURNS TABLE (period integer, value float8, z float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 12 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT m.period, m.value, m.z
  FROM (SELECT harmony_internal.metric_months(i.number, i.periods, i."values", i.options) AS rows FROM signals.int_series i
        WHERE i.organization_id = chosen.organization_id AND i.run_id = chosen.run_id AND i.node_id = chosen.node_id
          AND i.dimensions = chosen.dimensions AND i.periods IS NOT NULL) s
  CROSS JOIN LATERAL unnest(s.rows) m
  WHERE m.facility = (SELECT f.number FROM signals.int_facility f
                      WHERE f.organization_id = chosen.organization_id AND f.run_id = chosen.run_id AND f.facility_id = chosen.facility_id)
  ORDER BY m.period;
END
$$;
COMMENT ON FUNCTION signals.signal_months(signals.signal) IS
'The months of a signal''s facility in the run that it stands for, in order: the value as measured, and z among the facilities of the month,
high is bad; NULL where there are too few. A value of too few encounters (min_size) is not there.';

CREATE OR REPLACE FUNCTION signals.signal_chart(chosen signals.signal, months jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg((to_jsonb(r) - 'ordinality') || jsonb_build_object(
      'period', p.periods[r.ordinality], 'phase', p.phase, 'phase_reason', p.reason) ORDER BY p.periods[r.ordinality]), '[]')
    FROM (
      SELECT h.starts_on AS phase, min(h.reason) AS reason, array_agg(m.period ORDER BY m.period) AS periods,
             array_agg(m.value ORDER BY m.period) AS "values"
      FROM jsonb_to_recordset(months) m (period integer, value float8)
      LEFT JOIN LATERAL (
        SELECT c.starts_on, c.reason FROM signals.chart_phase c
        WHERE c.organization_id = chosen.organization_id AND c.metric_id = chosen.metric_id AND c.facility_id = chosen.facility_id
          AND c.starts_on <= m.period
        ORDER BY c.starts_on DESC LIMIT 1) h ON true
      GROUP BY h.starts_on) p
    CROSS JOIN LATERAL unnest(harmony.control_chart('xmr', p."values")) WITH ORDINALITY r);
END
$$;
COMMENT ON FUNCTION signals.signal_chart(signals.signal, jsonb) IS
'The XmR chart of a signal''s months (rows of signals.signal_months): rows of harmony.control_chart, each with period, phase (the month in
which its limits begin, NULL: the first), phase_reason. Each phase (signals.chart_phase) has limits of its own.';

CREATE OR REPLACE FUNCTION signals.signal_funnel(chosen signals.signal) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  unit CONSTANT text := (
    SELECT m.unit FROM signals.dim_metric m
    WHERE m.organization_id = chosen.organization_id AND m.metric_id = chosen.metric_id AND m.valid_from <= chosen.run_id
      AND (m.valid_to IS NULL OR m.valid_to > chosen.run_id) ORDER BY m.valid_from DESC LIMIT 1);
  kind CONSTANT text := signals.funnel_kind(unit);
  facilities text[];
  observed float8[];
  size float8[];
  answer jsonb;
BEGIN
  IF kind IS NULL OR chosen.dimensions <> '{}' THEN
    RETURN NULL;
  END IF;
  SELECT array_agg(f.facility_id ORDER BY f.facility_id), array_agg(f.encounters ORDER BY f.facility_id),
         array_agg(CASE WHEN kind = 'ratio' THEN v.value * f.encounters ELSE round(v.value * f.encounters) END ORDER BY f.facility_id)
  INTO facilities, size, observed
  FROM signals.fct_signal f
  CROSS JOIN LATERAL (SELECT f.value * signals.unit_scale(unit) AS value) v
  WHERE f.organization_id = chosen.organization_id AND f.run_id = chosen.run_id AND f.node_id = chosen.node_id AND f.dimensions = '{}'
    AND f.encounters >= 1 AND v.value >= 0 AND (kind = 'ratio' OR v.value <= 1);
  IF chosen.facility_id = ANY (facilities) IS NOT TRUE THEN
    RETURN NULL;
  END IF;
  answer := to_jsonb(harmony.funnel(kind, observed, size));
  RETURN answer || jsonb_build_object('kind', kind, 'facility', chosen.facility_id, 'points', (
    SELECT jsonb_agg(p.point || jsonb_build_object('facility_id', facilities[p.place], 'size', size[p.place]) ORDER BY p.place)
    FROM jsonb_array_elements(answer -> 'points') WITH ORDINALITY p (point, place)));
END
$$;
COMMENT ON FUNCTION signals.signal_funnel(signals.signal) IS
'The funnel of a signal''s metric, where that is a share (unit proportion, percent or %) or a ratio of encounters: harmony.funnel over the
facilities that have encounters in the metric, each point with facility_id and size; else NULL. A share above 1 has no point.';

CREATE OR REPLACE FUNCTION signals.brief_funnel(funnel jsonb, chosen signals.signal) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    WITH point AS (
      SELECT p.point, p.place, p.point ->> 'facility_id' AS facility_id, o.is_outside
      FROM jsonb_array_elements(funnel -> 'points') WITH ORDINALITY p (point, place)
      CROSS JOIN LATERAL (
        SELECT ((p.point -> 'value')::float8 > (p.point -> 'upper_998')::float8
                OR (p.point -> 'value')::float8 < (p.point -> 'lower_998')::float8) IS TRUE AS is_outside) o
    ), named AS (
      SELECT n.point || jsonb_build_object('outside', n.is_outside, 'name', (
               SELECT f.name FROM signals.dim_facility f
               WHERE f.organization_id = chosen.organization_id AND f.facility_id = n.facility_id AND f.valid_from <= chosen.run_id
               ORDER BY f.valid_from DESC LIMIT 1)) AS point, n.place
      FROM point n WHERE n.is_outside OR n.facility_id = chosen.facility_id
    )
    SELECT funnel || jsonb_build_object('n', count(*), 'points', (SELECT jsonb_agg(n.point ORDER BY n.place) FROM named n),
      'others', coalesce(jsonb_agg(jsonb_build_array(
        p.point -> 'size', signals.brief(p.point -> 'value'), signals.brief(p.point -> 'lower_95'), signals.brief(p.point -> 'upper_95'),
        signals.brief(p.point -> 'lower_998'), signals.brief(p.point -> 'upper_998')) ORDER BY p.place)
        FILTER (WHERE NOT p.is_outside AND p.facility_id <> chosen.facility_id), '[]'))
    FROM point p HAVING count(*) > 0);
END
$$;
COMMENT ON FUNCTION signals.brief_funnel(jsonb, signals.signal) IS
'A funnel of signals.signal_funnel with what a picture of it takes: points, the signal''s facility and those outside the 99.8 % limits, each
with name and outside; others [[size, value, lower_95, upper_95, lower_998, upper_998]] in six decimals; n, how many there are in all.';

CREATE OR REPLACE FUNCTION signals.brief(value jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'number' THEN to_jsonb(trim_scale(round(value::numeric, 6))) ELSE value END;
COMMENT ON FUNCTION signals.brief(jsonb) IS 'A number of a document to six decimals.';

CREATE OR REPLACE FUNCTION signals.signal_checks(chosen signals.signal) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'layer', q.layer, 'kind', q.kind, 'columns', q.columns, 'severity', q.severity, 'passed', r.passed, 'n_rows', r.n_rows,
    'n_failed', r.n_failed, 'concerns_facility', r.failing_keys @> jsonb_build_array(jsonb_build_object('facility_id', chosen.facility_id)),
    'checked_at', r.checked_at) ORDER BY r.passed, q.id), '[]')
  FROM signals.check_result r JOIN signals.quality_check q ON q.id = r.check_id
  WHERE r.organization_id = chosen.organization_id AND r.run_id = chosen.run_id
$$;
COMMENT ON FUNCTION signals.signal_checks(signals.signal) IS
'What the checks of a signal''s run have found, those that failed first; concerns_facility: a row that failed is of the
signal''s facility.';

CREATE OR REPLACE FUNCTION signals.signal_statistics(chosen signals.signal, months jsonb) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  WITH step AS (
    SELECT m.period / 100 * 12 + m.period % 100 AS step, m.value FROM jsonb_to_recordset(months) m (period integer, value float8))
  SELECT to_jsonb(f) - '{organization_id,run_id,node_id,metric_id,facility_id,dimensions,position,trend,momentum,consistency,spike,
                         signal_type,severity}'::text[]
         || jsonb_build_object('anomaly', harmony.anomaly_label(f.z), 'std_error', t.std_error, 'direction', t.direction)
  FROM signals.fct_signal f
  CROSS JOIN LATERAL (
    -- A month without a value keeps its step.
    SELECT harmony.trend(array_agg(o.value ORDER BY g.month)) AS line
    FROM (SELECT min(m.step) AS first, max(m.step) AS last FROM step m) b
    CROSS JOIN LATERAL generate_series(b.first, b.last) g (month) LEFT JOIN step o ON o.step = g.month) l
  CROSS JOIN LATERAL (SELECT (l.line).std_error, (l.line).direction) t
  WHERE f.organization_id = chosen.organization_id AND f.run_id = chosen.run_id AND f.node_id = chosen.node_id
    AND f.facility_id = chosen.facility_id AND f.dimensions = chosen.dimensions
$$;
COMMENT ON FUNCTION signals.signal_statistics(signals.signal, jsonb) IS
'The figures of signals.fct_signal, the z in words (harmony.anomaly_label), and of the trend of its months the standard
error and direction.';

CREATE OR REPLACE FUNCTION signals.signal_since(chosen signals.signal) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT jsonb_build_object('run_id', min(h.run_id), 'first_run_id', chosen.first_run_id, 'detected_at', chosen.detected_at)
  FROM signals.signal_history h
  WHERE h.signal_id = chosen.id AND h.run_id <= chosen.run_id AND h.run_id > coalesce((
    SELECT max(o.run_id) FROM signals.signal_history o
    WHERE o.signal_id = chosen.id AND o.run_id <= chosen.run_id
      AND (o.signal_type, o.severity) <> (chosen.signal_type, chosen.severity)), '')
$$;
COMMENT ON FUNCTION signals.signal_since(signals.signal) IS
'Since when a signal is what it is: run_id, the first run of those that have said the same without a break, up to the one that it stands
for; first_run_id, the run that it appeared in; detected_at, when that was taken over.';

CREATE OR REPLACE FUNCTION signals.signal_comments(chosen signals.signal) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('author', c.author_id, 'author_name', a.full_name, 'comment', c.comment,
                                               'created_at', c.created_at) ORDER BY c.created_at DESC, c.id DESC), '[]')
  FROM signals.signal_comment c LEFT JOIN platform.account a ON a.id = c.author_id WHERE c.signal_id = chosen.id
$$;
COMMENT ON FUNCTION signals.signal_comments(signals.signal) IS
'What people have said about a signal, the newest first: [{author, author_name, comment, created_at}].';

CREATE OR REPLACE FUNCTION signals.signal_class(chosen signals.signal) RETURNS harmony.signal_classification
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT harmony.classify_signal(coalesce(f.mean_z, f.z), f.slope_percentile, f.acceleration, f.sd_z, f.max_abs_z, f.suppressed,
      f.periods, (
      SELECT nullif(m.options -> 'cutoffs', 'null') FROM signals.int_metric m
      WHERE m.organization_id = f.organization_id AND m.run_id = f.run_id AND m.node_id = f.node_id LIMIT 1))
    FROM signals.fct_signal f
    WHERE f.organization_id = chosen.organization_id AND f.run_id = chosen.run_id AND f.node_id = chosen.node_id
      AND f.facility_id = chosen.facility_id AND f.dimensions = chosen.dimensions);
END
$$;
COMMENT ON FUNCTION signals.signal_class(signals.signal) IS 'How a signal is called, and why: harmony.classify_signal of its figures.';

CREATE OR REPLACE FUNCTION signals.signal_detail(signal bigint, brief boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
  class CONSTANT harmony.signal_classification := signals.signal_class(chosen);
  months CONSTANT jsonb := (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.period), '[]') FROM signals.signal_months(chosen) m);
BEGIN
  RETURN jsonb_build_object(
    'signal', (SELECT to_jsonb(s) FROM signals.shown_signal s WHERE s.id = chosen.id LIMIT 1),
    'peers', (
      SELECT jsonb_build_object('n', count(f.value), 'mean', avg(f.value), 'median', percentile_cont(0.5) WITHIN GROUP (ORDER BY f.value),
                                'sd', stddev_pop(f.value))
      FROM signals.fct_signal f
      WHERE f.organization_id = chosen.organization_id AND f.run_id = chosen.run_id AND f.node_id = chosen.node_id
        AND f.dimensions = chosen.dimensions),
    'trend', months, 'statistics', signals.signal_statistics(chosen, months), 'chart', signals.signal_chart(chosen, months),
    'funnel', CASE WHEN brief THEN signals.brief_funnel(signals.signal_funnel(chosen), chosen) ELSE signals.signal_funnel(chosen) END,
    'indicators', jsonb_build_object('position', class."position", 'trend', class.trend, 'momentum', class.momentum,
                                     'consistency', class.consistency, 'spike', class.spike),
    'refinements', class.refinements, 'reason', class.reason, 'since', signals.signal_since(chosen),
    'comments', signals.signal_comments(chosen), 'checks', signals.signal_checks(chosen));
END
$$;
COMMENT ON FUNCTION signals.signal_detail(bigint, boolean) IS
'All that is known of a signal, of the run that it stands for: {signal, as view signals has it; peers {n, mean, median, sd}; trend [{period,
value, z}]; statistics; chart, the rows of harmony.control_chart over the months, by phases; funnel, or null where the metric is no share or
ratio; indicators, refinements, reason, as harmony.classify_signal gives them; since {run_id, first_run_id,
detected_at}, as signals.signal_since; comments [{author, author_name, comment, created_at}], the newest first; checks of the run}. brief:
of the facilities in the funnel what a picture takes (signals.brief_funnel).

For members of the organisation and administrators. Error PT404: there is no such signal.';
