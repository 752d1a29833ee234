-- What is done every night. Models about people have no series: a day's mean may be one person's.

CREATE OR REPLACE FUNCTION oversight.require_past(day date) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF day < platform.today() IS NOT TRUE THEN
    RAISE EXCEPTION '% is not over', coalesce(day::text, 'no day') USING ERRCODE = 'invalid_parameter_value',
      DETAIL = 'What is judged once would miss what comes after.';
  END IF;
END
$$;
COMMENT ON FUNCTION oversight.require_past(date) IS 'Passes for a day (UTC) that is over, else an error 22023.';

CREATE OR REPLACE FUNCTION oversight.measure_day(day date) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  start CONSTANT timestamptz := day::timestamp AT TIME ZONE 'UTC';
  n bigint;
BEGIN
  PERFORM oversight.require_past(day);
  WITH told AS (
    SELECT m.organization_id, m.name,
           count(*) FILTER (WHERE p.created_at >= start)::float8 AS predictions,
           avg(p.prediction) FILTER (WHERE p.created_at >= start) AS mean_prediction,
           avg(p.confidence) FILTER (WHERE p.created_at >= start) AS mean_confidence,
           avg(abs(p.prediction - p.outcome)) FILTER (WHERE p.validated_at >= start AND p.validated_at < start + interval '24 hours')
             AS mean_absolute_error
    FROM oversight.model m JOIN oversight.prediction p ON p.model_id = m.id
      AND (p.created_at >= start - interval '28 days' AND p.created_at < start + interval '24 hours'
           OR p.validated_at >= start AND p.validated_at < start + interval '24 hours')
    WHERE NOT m.about_people GROUP BY m.id
  ), measured AS (
    SELECT t.organization_id, t.name AS model, f.name, f.value
    FROM told t CROSS JOIN LATERAL (VALUES ('predictions', t.predictions), ('mean_prediction', t.mean_prediction),
      ('mean_confidence', t.mean_confidence), ('mean_absolute_error', t.mean_absolute_error)) f (name, value)
    WHERE f.value IS NOT NULL AND f.value NOT IN ('Infinity', '-Infinity', 'NaN')
  ), series AS (
    INSERT INTO oversight.metric (organization_id, model, name) SELECT s.organization_id, s.model, s.name FROM measured s
    ON CONFLICT (organization_id, model, name) DO UPDATE SET name = excluded.name
    RETURNING id, organization_id, model, name
  )
  INSERT INTO oversight.metric_value (metric_id, at, organization_id, value)
  SELECT i.id, start, i.organization_id, s.value
  FROM measured s JOIN series i ON i.organization_id = s.organization_id AND i.model = s.model AND i.name = s.name
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.measure_day(date) IS
'Adds what a day (UTC) has of each model that is not about people to its series, once: how many predictions, their mean, that of confidence,
and of |prediction - outcome| over the outcomes that were noted that day. Returns how many values are new. A model of the last 28 days that
was silent has 0 predictions. 22023 for a day that is not over.';

CREATE OR REPLACE FUNCTION oversight.judge_drift(day date) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  "end" CONSTANT timestamptz := (day + 1)::timestamp AT TIME ZONE 'UTC';
  start CONSTANT timestamptz := "end" - interval '720 hours';
  n bigint;
BEGIN
  PERFORM oversight.require_past(day);
  INSERT INTO oversight.drift (organization_id, model_id, day, part, input, figures, p, p_adjusted, level)
  SELECT m.organization_id, m.id, judge_drift.day, d.part, left(d.input, 1000), d.figures, d.p, d.p_adjusted, d.level
  FROM oversight.model m CROSS JOIN LATERAL oversight.drift_of(ARRAY[m.id], NULL, start, "end", start - interval '720 hours', start) d
  WHERE EXISTS (SELECT FROM oversight.prediction p WHERE p.model_id = m.id AND p.created_at >= start AND p.created_at < "end")
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.judge_drift(date) IS
'Notes the drift of every model with predictions in the 30 days up to the end of a day (UTC), beside the 30 before, once; returns of how
many inputs, predictions and residuals that is. 22023 for a day that is not over.';

CREATE OR REPLACE FUNCTION oversight.watch_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  day CONSTANT date := coalesce((payload ->> 'day')::date, (now() AT TIME ZONE 'UTC')::date - 1);
BEGIN
  RETURN jsonb_build_object('collected', oversight.collect_hiring_events(), 'values', oversight.measure_day(day),
    'drifts', oversight.judge_drift(day), 'published', oversight.publish_performance());
END
$$;
COMMENT ON FUNCTION oversight.watch_job(jsonb) IS
'A job, of the day before by default: oversight.collect_hiring_events(), measure_day(day), judge_drift(day), publish_performance(); returns
{collected, values, drifts, published}.';

CREATE OR REPLACE FUNCTION oversight.find_anomalies_job(payload jsonb) RETURNS jsonb
LANGUAGE sql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT jsonb_build_object('anomalies', oversight.find_anomalies())
$$;
COMMENT ON FUNCTION oversight.find_anomalies_job(jsonb) IS 'A job: oversight.find_anomalies(); returns {anomalies}.';
