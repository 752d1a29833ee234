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

CREATE OR REPLACE FUNCTION oversight.warn_failed(what text, state text, message text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF left(state, 2) IN ('40', '57') OR state = '55P03' THEN
    RAISE EXCEPTION '%', message USING ERRCODE = state;
  END IF;
  RAISE WARNING '% was passed over: %', what, message USING ERRCODE = state;
END
$$;
COMMENT ON FUNCTION oversight.warn_failed(text, text, text) IS
'Says that something was passed over, as a warning with its error''s SQLSTATE. An error that is the moment''s (deadlocks, locks, an end of
the server: classes 40 and 57, 55P03) is raised again: then the job is tried again.';

CREATE OR REPLACE FUNCTION oversight.for_each_model(query text, models integer[], day date, OUT n bigint, OUT failed bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  model integer;
  made bigint;
BEGIN
  n := 0;
  failed := 0;
  FOREACH model IN ARRAY models LOOP
    BEGIN
      EXECUTE query INTO made USING model, day;
      n := n + made;
    EXCEPTION WHEN OTHERS THEN
      failed := failed + 1;
      PERFORM oversight.warn_failed(format('model %s', model), SQLSTATE, SQLERRM);
    END;
  END LOOP;
END
$$;
COMMENT ON FUNCTION oversight.for_each_model(text, integer[], date) IS
'Runs a query, $1 a model and $2 the day, for each of these models: the sum of the numbers that it gives, and how many models failed. What
one model''s rows are like does not keep the others from being watched.';

CREATE OR REPLACE FUNCTION oversight.measure_model(model integer, day date) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  start CONSTANT timestamptz := day::timestamp AT TIME ZONE 'UTC';
  n bigint;
BEGIN
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
    WHERE m.id = measure_model.model AND NOT m.about_people GROUP BY m.id
  ), measured AS (
    SELECT t.organization_id, t.name AS model, f.name, f.value
    FROM told t CROSS JOIN LATERAL (VALUES ('predictions', t.predictions), ('mean_prediction', t.mean_prediction),
      ('mean_confidence', t.mean_confidence), ('mean_absolute_error', t.mean_absolute_error)) f (name, value)
    WHERE f.value IS NOT NULL
  ), series AS (
    -- A column of no key is set, so that rows that refer to a series need not wait for the end of the night.
    INSERT INTO oversight.metric AS o (organization_id, model, name) SELECT s.organization_id, s.model, s.name FROM measured s
    ON CONFLICT (organization_id, model, name) DO UPDATE SET zone = o.zone
    RETURNING id, organization_id, name
  )
  INSERT INTO oversight.metric_value (metric_id, at, organization_id, value)
  SELECT i.id, start, i.organization_id, s.value FROM measured s JOIN series i ON i.name = s.name
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.measure_model(integer, date) IS
'Adds what a day (UTC) has of a model to its series, as oversight.measure_day; how many values are new. Nothing of a model about people.';

CREATE OR REPLACE FUNCTION oversight.measure_day(day date, OUT added bigint, OUT failed bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM oversight.require_past(day);
  SELECT e.n, e.failed INTO added, failed
  FROM oversight.for_each_model('SELECT oversight.measure_model($1, $2)',
    ARRAY (SELECT m.id FROM oversight.model m WHERE NOT m.about_people ORDER BY m.id), day) e;
END
$$;
COMMENT ON FUNCTION oversight.measure_day(date) IS
'Adds what a day (UTC) has of each model that is not about people to its series, once: how many predictions, their mean, that of confidence,
and of |prediction - outcome| over the outcomes that were noted that day. Returns how many values are new, and of how many models it failed
(a warning each). A model of the last 28 days that was silent has 0 predictions. 22023 for a day that is not over.';

CREATE OR REPLACE FUNCTION oversight.judge_model_drift(model integer, day date) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  "end" CONSTANT timestamptz := (day + 1)::timestamp AT TIME ZONE 'UTC';
  start CONSTANT timestamptz := "end" - interval '720 hours';
  n bigint;
BEGIN
  INSERT INTO oversight.drift (organization_id, model_id, day, part, input, figures, p, p_adjusted, level)
  SELECT m.organization_id, m.id, judge_model_drift.day, d.part, d.input, d.figures, d.p, d.p_adjusted, d.level
  FROM oversight.model m CROSS JOIN LATERAL oversight.drift_of(ARRAY[m.id], NULL, start, "end", start - interval '720 hours', start) d
  WHERE m.id = judge_model_drift.model
    AND EXISTS (SELECT FROM oversight.prediction p WHERE p.model_id = m.id AND p.created_at >= start AND p.created_at < "end")
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.judge_model_drift(integer, date) IS
'Notes the drift of a model, as oversight.judge_drift; of how many inputs, predictions and residuals.';

CREATE OR REPLACE FUNCTION oversight.judge_drift(day date, OUT judged bigint, OUT failed bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM oversight.require_past(day);
  SELECT e.n, e.failed INTO judged, failed
  FROM oversight.for_each_model('SELECT oversight.judge_model_drift($1, $2)', ARRAY (SELECT m.id FROM oversight.model m ORDER BY m.id),
    day) e;
END
$$;
COMMENT ON FUNCTION oversight.judge_drift(date) IS
'Notes the drift of every model with predictions in the 30 days up to the end of a day (UTC), beside the 30 before, once; returns of how
many inputs, predictions and residuals that is, and of how many models it failed (a warning each). 22023 for a day that is not over.';

CREATE OR REPLACE FUNCTION oversight.watch_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  day CONSTANT date := coalesce((payload ->> 'day')::date, (now() AT TIME ZONE 'UTC')::date - 1);
  collected record := oversight.collect_hiring_events();
  measured record := oversight.measure_day(day);
  drift record := oversight.judge_drift(day);
  published record := oversight.publish_performance();
BEGIN
  PERFORM oversight.forget_series();  -- of what came to be about people meanwhile
  RETURN jsonb_build_object('collected', collected.collected, 'values', measured.added, 'drifts', drift.judged,
    'published', published.published, 'failed', collected.failed + measured.failed + drift.failed + published.failed);
END
$$;
COMMENT ON FUNCTION oversight.watch_job(jsonb) IS
'A job, of the day before by default: oversight.collect_hiring_events(), measure_day(day), judge_drift(day), publish_performance(); returns
{collected, values, drifts, published, failed}. failed: how often a model was passed over, of which the server''s log has a warning each.';

CREATE OR REPLACE FUNCTION oversight.find_anomalies_job(payload jsonb) RETURNS jsonb
LANGUAGE sql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT jsonb_build_object('anomalies', f.raised, 'failed', f.failed) FROM oversight.find_anomalies() f
$$;
COMMENT ON FUNCTION oversight.find_anomalies_job(jsonb) IS 'A job: oversight.find_anomalies(); returns {anomalies, failed}.';
