-- Models about people: what is taken over from module crew, and what members are told, once a year.

CREATE OR REPLACE FUNCTION oversight.collect_hiring_events() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  IF to_regclass('crew.hiring_event') IS NULL THEN
    RETURN 0;
  END IF;
  EXECUTE $query$
    INSERT INTO oversight.model (organization_id, name, kind, about_people, source)
    SELECT DISTINCT v.organization_id, 'crew y_success', 'number', true, 'crew'
    FROM crew.hiring_event e JOIN crew.vessel v ON v.id = e.vessel_id WHERE e.decision = 'hired' AND e.y_success IS NOT NULL
    ON CONFLICT DO NOTHING $query$;
  EXECUTE $query$
    WITH event AS (
      SELECT m.id AS model_id, m.organization_id, e.model_version, e.y_success, e.y_actual, e.decided_at, e.id, e.person_id,
             jsonb_build_object('p_ind', e.p_ind, 'f_team', e.f_team, 'f_env', e.f_env, 'f_lmx', e.f_lmx) AS input
      FROM crew.hiring_event e JOIN crew.vessel v ON v.id = e.vessel_id
      JOIN oversight.model m ON m.organization_id = v.organization_id AND m.name = 'crew y_success' AND m.source = 'crew'
      WHERE e.decision = 'hired' AND e.y_success IS NOT NULL AND NOT EXISTS (
        SELECT FROM oversight.prediction p WHERE p.model_id = m.id AND p.external_id = e.id::text)
    ), added AS (
      INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, created_at, validated_at, external_id,
        subject)
      SELECT e.organization_id, e.model_id, e.model_version, e.y_success, e.y_actual, e.decided_at,
             CASE WHEN e.y_actual IS NOT NULL THEN now() END, e.id::text, sha256(uuid_send(e.person_id)) FROM event e
      ON CONFLICT DO NOTHING
      RETURNING id, organization_id, model_id, external_id
    )
    INSERT INTO oversight.prediction_input (prediction_id, organization_id, model_id, input)
    SELECT a.id, a.organization_id, a.model_id, e.input FROM added a JOIN event e ON e.model_id = a.model_id AND e.id::text = a.external_id
    $query$;
  GET DIAGNOSTICS n = ROW_COUNT;
  EXECUTE $query$
    UPDATE oversight.prediction p SET outcome = e.y_actual, validated_at = now()
    FROM crew.hiring_event e, oversight.model m
    WHERE m.id = p.model_id AND m.source = 'crew' AND p.outcome IS NULL AND e.id::text = p.external_id AND e.y_actual IS NOT NULL
    $query$;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.collect_hiring_events() IS
'Takes over the predictions of module crew''s decisions to hire (y_success) as model crew y_success of each employer, and their outcomes
(y_actual) when these are known; returns how many predictions are new. Nothing where the module is not installed.';

CREATE OR REPLACE FUNCTION oversight.year_performance(model integer, year integer) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH counted AS (
    SELECT m.kind, m.threshold, p.prediction, p.outcome, coalesce(p.subject, int8send(p.id)) AS subject
    FROM oversight.model m JOIN oversight.prediction p ON p.model_id = m.id
    WHERE m.id = year_performance.model AND p.outcome IS NOT NULL
      AND extract(year FROM p.validated_at AT TIME ZONE 'UTC') = year_performance.year
  ), shape AS (
    SELECT coalesce(max(c.kind), CASE WHEN bool_and(c.prediction BETWEEN 0 AND 1 AND c.outcome IN (0, 1)) THEN 'two_classes'
                                 ELSE 'number' END) AS kind, max(c.threshold) AS threshold, count(DISTINCT c.subject) AS people,
           count(DISTINCT c.subject) FILTER (WHERE c.outcome = 1) AS positives,
           count(DISTINCT c.subject) FILTER (WHERE c.outcome = 0) AS negatives
    FROM counted c
  ), figure AS (
    SELECT CASE s.kind WHEN 'two_classes'
             THEN to_jsonb(harmony.binary_performance(c.outcome = 1, c.prediction, s.threshold)
                           FILTER (WHERE s.kind = 'two_classes' AND c.prediction BETWEEN 0 AND 1))
                  - '{n,positives,calibration,precision,recall,f1,mcc,accuracy,log_loss,average_precision,ks}'::text[]
             ELSE to_jsonb(harmony.regression_performance(c.outcome, c.prediction)) - '{n,median_ae,mape}'::text[] END AS figures
    FROM shape s CROSS JOIN counted c WHERE s.people >= 5 AND (s.kind = 'number' OR s.positives >= 5 AND s.negatives >= 5)
    GROUP BY s.kind
  )
  SELECT jsonb_build_object('people', s.people, 'performance', platform.rounded(f.figures, CASE s.kind WHEN 'number' THEN 1 ELSE 2 END))
  FROM shape s CROSS JOIN figure f;
END;
COMMENT ON FUNCTION oversight.year_performance(integer, integer) IS
'What can be told of a model by the outcomes that were noted in a calendar year (UTC): {people, performance}, of at least five people, of
two classes five of either outcome; NULL otherwise. No median, count or figure of few: means alone, rounded.';

CREATE OR REPLACE FUNCTION oversight.publish_performance(at timestamptz DEFAULT now()) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  IF at > now() THEN
    RAISE EXCEPTION 'the time is still to come' USING ERRCODE = 'invalid_parameter_value', DETAIL = 'What is published is never changed.';
  END IF;
  LOCK TABLE platform.published_figure IN SHARE ROW EXCLUSIVE MODE;  -- one run at a time
  WITH due AS MATERIALIZED (
    SELECT DISTINCT m.organization_id, extract(year FROM p.validated_at AT TIME ZONE 'UTC')::integer AS year
    FROM oversight.model m JOIN oversight.prediction p ON p.model_id = m.id
    WHERE m.about_people AND p.validated_at < date_trunc('year', at, 'UTC')
  )
  INSERT INTO platform.published_figure (organization_id, kind, subject_id, period, figures, contributors, published_at)
  SELECT d.organization_id, 'model_performance', d.organization_id, d.year::text, coalesce(t.figures, '[]'), coalesce(t.people, 0), at
  FROM due d CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('model', m.name, 'n', (y.told ->> 'people')::bigint / 5 * 5, 'performance', y.told -> 'performance')
                     ORDER BY m.name) AS figures, max((y.told ->> 'people')::bigint) AS people
    FROM oversight.model m CROSS JOIN LATERAL oversight.year_performance(m.id, d.year) y (told)
    WHERE m.organization_id = d.organization_id AND m.about_people AND y.told IS NOT NULL) t
  WHERE NOT EXISTS (SELECT FROM platform.published_figure f
                    WHERE f.kind = 'model_performance' AND f.subject_id = d.organization_id AND f.period = d.year::text);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.publish_performance(timestamptz) IS
'Publishes of each calendar year (UTC) after its end, once, what the models about people of each employer were worth
(oversight.year_performance, platform.published_figure); returns how many rows that is. Years are of disjoint outcomes; n is rounded down to
fives. For the owner''s own work. 22023 for a time to come.';
