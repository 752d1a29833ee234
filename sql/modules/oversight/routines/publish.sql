-- Models about people: what is taken over from module crew, and what members are told, once a year.

CREATE OR REPLACE FUNCTION oversight.collect_model(model integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  EXECUTE $query$
    WITH event AS (
      SELECT m.id AS model_id, m.organization_id, e.model_version, e.y_success, e.y_actual, e.decided_at, e.id, e.person_id,
             jsonb_build_object('p_ind', e.p_ind, 'f_team', e.f_team, 'f_env', e.f_env, 'f_lmx', e.f_lmx) AS input
      FROM crew.hiring_event e JOIN crew.vessel v ON v.id = e.vessel_id JOIN oversight.model m ON m.organization_id = v.organization_id
      WHERE m.id = $1 AND e.decision = 'hired' AND e.y_success IS NOT NULL AND NOT EXISTS (
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
    SELECT a.id, a.organization_id, a.model_id, e.input FROM added a JOIN event e ON e.id::text = a.external_id
    $query$ USING model;
  GET DIAGNOSTICS n = ROW_COUNT;
  EXECUTE $query$
    UPDATE oversight.prediction p SET outcome = e.y_actual, validated_at = now() FROM crew.hiring_event e
    WHERE p.model_id = $1 AND p.outcome IS NULL AND e.id::text = p.external_id AND e.y_actual IS NOT NULL
    $query$ USING model;
  RETURN n;
END
$$;
COMMENT ON FUNCTION oversight.collect_model(integer) IS
'Takes over an employer''s decisions to hire as predictions of its model, as oversight.collect_hiring_events; how many are new.';

CREATE OR REPLACE FUNCTION oversight.collect_hiring_events(OUT collected bigint, OUT failed bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  collected := 0;
  failed := 0;
  IF to_regclass('crew.hiring_event') IS NULL THEN
    RETURN;
  END IF;
  EXECUTE $query$
    INSERT INTO oversight.model (organization_id, name, kind, about_people, source)
    SELECT DISTINCT v.organization_id, 'crew y_success', 'number', true, 'crew'
    FROM crew.hiring_event e JOIN crew.vessel v ON v.id = e.vessel_id WHERE e.decision = 'hired' AND e.y_success IS NOT NULL
    ON CONFLICT DO NOTHING $query$;
  SELECT e.n, e.failed INTO collected, failed
  FROM oversight.for_each_model('SELECT oversight.collect_model($1)',
    ARRAY (SELECT m.id FROM oversight.model m WHERE m.source = 'crew' ORDER BY m.id), NULL) e;
END
$$;
COMMENT ON FUNCTION oversight.collect_hiring_events() IS
'Takes over the predictions of module crew''s decisions to hire (y_success) as model crew y_success of each employer, and their outcomes
(y_actual) when these are known; returns how many predictions are new, and of how many employers it failed (a warning each). Nothing where
the module is not installed.';

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
                  - '{n,positives,calibration,auc_low,auc_high,precision,recall,f1,mcc,accuracy,log_loss,average_precision,ks}'::text[]
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

CREATE OR REPLACE FUNCTION oversight.employer_performance(organization uuid, year integer, OUT figures jsonb, OUT people bigint,
                                                          OUT failed bigint)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  model record;
  told jsonb;
BEGIN
  figures := '[]';
  people := 0;
  failed := 0;
  FOR model IN SELECT m.id, m.name FROM oversight.model m WHERE m.organization_id = organization AND m.about_people ORDER BY m.name LOOP
    BEGIN
      told := oversight.year_performance(model.id, year);
      CONTINUE WHEN told IS NULL;
      people := greatest(people, (told ->> 'people')::bigint);
      figures := figures || jsonb_build_object('model', model.name, 'n', (told ->> 'people')::bigint / 5 * 5,
                                               'performance', told -> 'performance');
    EXCEPTION WHEN OTHERS THEN
      failed := failed + 1;
      PERFORM oversight.warn_failed(format('model %s', model.id), SQLSTATE, SQLERRM);
    END;
  END LOOP;
END
$$;
COMMENT ON FUNCTION oversight.employer_performance(uuid, integer) IS
'What is published of an employer''s year: figures [{model, n, performance}] of its models about people, the most people of one, and how
many models failed (a warning each): these are left out.';

CREATE OR REPLACE FUNCTION oversight.publish_performance(at timestamptz DEFAULT now(), OUT published bigint, OUT failed bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF at > now() THEN
    RAISE EXCEPTION 'the time is still to come' USING ERRCODE = 'invalid_parameter_value', DETAIL = 'What is published is never changed.';
  END IF;
  LOCK TABLE platform.published_figure IN SHARE ROW EXCLUSIVE MODE;  -- one run at a time
  WITH due AS MATERIALIZED (
    SELECT DISTINCT m.organization_id, extract(year FROM p.validated_at AT TIME ZONE 'UTC')::integer AS year
    FROM oversight.model m JOIN oversight.prediction p ON p.model_id = m.id
    WHERE m.about_people AND p.validated_at < date_trunc('year', at, 'UTC')
  ), told AS MATERIALIZED (
    SELECT d.organization_id, d.year, t.figures, t.people, t.failed
    FROM due d CROSS JOIN LATERAL oversight.employer_performance(d.organization_id, d.year) t
    WHERE NOT EXISTS (SELECT FROM platform.published_figure f
                      WHERE f.kind = 'model_performance' AND f.subject_id = d.organization_id AND f.period = d.year::text)
  ), added AS (
    INSERT INTO platform.published_figure (organization_id, kind, subject_id, period, figures, contributors, published_at)
    SELECT t.organization_id, 'model_performance', t.organization_id, t.year::text, t.figures, t.people, at FROM told t
  )
  SELECT count(*), coalesce(sum(t.failed), 0) INTO published, failed FROM told t;
END
$$;
COMMENT ON FUNCTION oversight.publish_performance(timestamptz) IS
'Publishes of each calendar year (UTC) after its end, once, what the models about people of each employer were worth
(oversight.year_performance, platform.published_figure); returns how many rows that is, and how many models failed and were left out. Years
are of disjoint outcomes; n is rounded down to fives. For the owner''s own work. 22023 for a time to come.';
