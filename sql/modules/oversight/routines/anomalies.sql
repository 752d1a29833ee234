-- Series and what stands out of them.

CREATE OR REPLACE FUNCTION oversight.severity(z float8) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN abs(z) > 10 THEN 'critical' WHEN abs(z) > 7 THEN 'high' WHEN abs(z) > 5 THEN 'medium' WHEN abs(z) > 3.5 THEN 'low' END;
COMMENT ON FUNCTION oversight.severity(float8) IS 'Of a robust z beyond 3.5 low, 5 medium, 7 high, 10 critical; else NULL.';

CREATE OR REPLACE FUNCTION oversight.severity_rank(severity text) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_position('{low,medium,high,critical}'::text[], severity);
COMMENT ON FUNCTION oversight.severity_rank(text) IS '1 low to 4 critical.';

CREATE OR REPLACE FUNCTION oversight.acknowledger_names() RETURNS TABLE (account uuid, full_name text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT a.id, a.full_name FROM platform.account a WHERE a.id IN (
    SELECT n.acknowledged_by FROM oversight.anomaly n WHERE n.organization_id = ANY ((SELECT platform.require_organizations())::uuid[]));
END;
COMMENT ON FUNCTION oversight.acknowledger_names() IS
'The names of those who acknowledged anomalies of the organisations of this request.';

CREATE OR REPLACE FUNCTION oversight.judged_value(metric integer, at timestamptz, value float8, OUT expected float8, OUT z float8)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH earlier AS (
    SELECT v.at, v.value, extract(isodow FROM v.at AT TIME ZONE m.zone) * 24 + extract(hour FROM v.at AT TIME ZONE m.zone) AS slot
    FROM oversight.metric m JOIN oversight.metric_value v ON v.metric_id = m.id
    WHERE m.id = judged_value.metric AND v.at < judged_value.at AND v.at >= judged_value.at - interval '12 weeks'
  ), whole AS (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY e.value) AS median, count(*) AS n,
           min(e.at) <= judged_value.at - interval '4 weeks' AS has_season FROM earlier e
  ), slot AS (
    SELECT e.slot, percentile_cont(0.5) WITHIN GROUP (ORDER BY e.value) AS median FROM earlier e CROSS JOIN whole w
    WHERE w.has_season GROUP BY e.slot HAVING count(*) >= 3
  ), usual AS (
    SELECT coalesce((SELECT s.median FROM slot s, oversight.metric m WHERE m.id = judged_value.metric AND s.slot =
             extract(isodow FROM judged_value.at AT TIME ZONE m.zone) * 24 + extract(hour FROM judged_value.at AT TIME ZONE m.zone)),
             w.median) AS expected, w.n FROM whole w
  ), rest AS (
    SELECT array_agg(e.value - coalesce(s.median, w.median)) AS residuals
    FROM earlier e CROSS JOIN whole w LEFT JOIN slot s ON s.slot = e.slot
  )
  SELECT u.expected, CASE WHEN u.n >= 14 THEN harmony.robust_z(judged_value.value - u.expected, r.residuals) END
  FROM usual u CROSS JOIN rest r;
END;
COMMENT ON FUNCTION oversight.judged_value(integer, timestamptz, float8) IS
'What a series would have at a time by its values of 12 weeks before, and the robust z of what a value is off, among what these were off.

expected: the median; once there are four weeks, of the hour of the week (of the metric''s zone) where that has three values. z is NULL with
fewer than 14 values, and where at least half of what they were off is equal.';

CREATE OR REPLACE FUNCTION oversight.raise_anomaly(organization uuid, model text, metric text, at timestamptz, value float8,
                                                   expected float8, z float8) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  level CONSTANT text := oversight.severity(z);
  raised bigint;
BEGIN
  IF level IS NULL OR EXISTS (
    SELECT FROM oversight.anomaly a
    WHERE a.organization_id = organization AND a.model = raise_anomaly.model AND a.metric = raise_anomaly.metric
      AND a.acknowledged_at > now() - platform.setting('oversight_quiet')::interval
      AND oversight.severity_rank(a.severity) >= oversight.severity_rank(level)) THEN
    RETURN NULL;
  END IF;
  INSERT INTO oversight.anomaly AS a (organization_id, model, metric, at, value, expected, z, severity)
  VALUES (organization, model, metric, at, value, expected, z, level)
  ON CONFLICT (organization_id, model, metric) WHERE status = 'open' DO UPDATE
    SET at = excluded.at, value = excluded.value, expected = excluded.expected, z = excluded.z, severity = excluded.severity,
        raised_at = now()
    WHERE oversight.severity_rank(excluded.severity) > oversight.severity_rank(a.severity)
  RETURNING a.id INTO raised;
  RETURN raised;
END
$$;
COMMENT ON FUNCTION oversight.raise_anomaly(uuid, text, text, timestamptz, float8, float8, float8) IS
'Opens an anomaly, or raises the one that is open for the model and metric where this is of a higher severity; its number, NULL where
neither was due: z is no anomaly, the open one is as bad, or one as bad was acknowledged within the time that setting oversight_quiet
gives.';

CREATE OR REPLACE FUNCTION oversight.find_anomalies(most integer DEFAULT 10000, OUT raised bigint, OUT failed bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  due record;
  judged record;
BEGIN
  raised := 0;
  failed := 0;
  FOR due IN
    SELECT v.metric_id, v.at, v.value, m.organization_id, m.model, m.name
    FROM (SELECT w.* FROM oversight.metric_value w WHERE w.judged_at IS NULL AND w.at <= now() ORDER BY w.at, w.metric_id LIMIT most
          FOR NO KEY UPDATE SKIP LOCKED) v
    JOIN oversight.metric m ON m.id = v.metric_id ORDER BY v.at, v.metric_id
  LOOP
    -- Judged whatever comes of it, so that nothing waits behind it.
    UPDATE oversight.metric_value v SET judged_at = now() WHERE v.metric_id = due.metric_id AND v.at = due.at;
    BEGIN
      SELECT j.* INTO judged FROM oversight.judged_value(due.metric_id, due.at, due.value) j;
      IF oversight.raise_anomaly(due.organization_id, due.model, due.name, due.at, due.value, judged.expected, judged.z) IS NOT NULL THEN
        raised := raised + 1;
      END IF;
    EXCEPTION WHEN OTHERS THEN
      failed := failed + 1;
      PERFORM oversight.warn_failed(format('the value at %s of series %s', due.at, due.metric_id), SQLSTATE, SQLERRM);
    END;
  END LOOP;
END
$$;
COMMENT ON FUNCTION oversight.find_anomalies(integer) IS
'Judges values of series that were not judged yet, the oldest first, and returns how many opened or raised an anomaly, and how many could
not be judged (a warning each). For the owner''s own work: oversight.metric_value is where a site writes series of its own.';

CREATE OR REPLACE FUNCTION oversight.acknowledge_anomaly(anomaly bigint, note text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen oversight.anomaly;
BEGIN
  SELECT a.* INTO chosen FROM oversight.anomaly a WHERE a.id = anomaly FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT (platform.is_privileged() OR platform.is_admin()
                       OR chosen.organization_id = ANY (platform.current_organizations())) THEN
    RAISE EXCEPTION 'anomaly % does not exist', anomaly USING ERRCODE = 'PT404';
  ELSIF chosen.status <> 'open' THEN
    RAISE EXCEPTION 'anomaly % is not open', anomaly USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = format('It was acknowledged at %s.', chosen.acknowledged_at);
  ELSIF note IS NOT NULL THEN
    PERFORM platform.require_text('note', note);
  END IF;
  UPDATE oversight.anomaly a SET status = 'acknowledged', acknowledged_at = now(), acknowledged_by = platform.active_account(),
    note = acknowledge_anomaly.note WHERE a.id = anomaly;
END
$$;
COMMENT ON FUNCTION oversight.acknowledge_anomaly(bigint, text) IS
'Notes that somebody has seen an anomaly; one as bad of the same model and metric is then not told of for a day (setting oversight_quiet).

For members of its organisation, administrators and the owner''s own work; else, and where there is none, PT404. Errors: 22023 for a note
that is blank or too long; 55000 where it is not open.';
