-- How much is watched, and how it stands.

CREATE OR REPLACE FUNCTION oversight.check_counts(organizations uuid[], since timestamptz, OUT checks bigint, OUT refused bigint)
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT count(*), count(*) FILTER (WHERE NOT c.is_ok) FROM oversight.sql_check c
  WHERE c.organization_id = ANY (organizations) AND c.checked_at >= since;
END;
COMMENT ON FUNCTION oversight.check_counts(uuid[], timestamptz) IS
'How many statements were judged for these organisations since a time, and how many refused (oversight.sql_check).';

CREATE OR REPLACE FUNCTION oversight.oversight_stats(days integer DEFAULT 30, organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organizations CONSTANT uuid[] := platform.require_organizations(organization);
  everything CONSTANT boolean := platform.is_privileged() OR platform.is_admin();
  since timestamptz;
BEGIN
  IF days BETWEEN 1 AND 365 IS NOT TRUE THEN
    RAISE EXCEPTION 'days must be between 1 and 365' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  since := now() - make_interval(hours => 24 * days);
  RETURN (
    WITH shown AS (
      SELECT m.id FROM oversight.model m WHERE m.organization_id = ANY (organizations) AND (everything OR m.source = 'application')
    ), anomaly AS (
      SELECT a.severity, count(*) AS n FROM oversight.anomaly a
      WHERE a.organization_id = ANY (organizations) AND (a.opened_at >= since OR a.status = 'open') GROUP BY a.severity)
    SELECT jsonb_build_object('models', (SELECT count(*) FROM shown),
      'predictions', (SELECT count(*) FROM oversight.prediction p WHERE p.model_id IN (SELECT s.id FROM shown s) AND p.created_at >= since),
      'validated', (SELECT count(*) FROM oversight.prediction p WHERE p.model_id IN (SELECT s.id FROM shown s) AND p.validated_at >= since),
      'anomalies', (SELECT jsonb_object_agg(s.name, coalesce(a.n, 0))
                    FROM unnest('{low,medium,high,critical}'::text[]) s (name) LEFT JOIN anomaly a ON a.severity = s.name),
      'checks', c.checks, 'refused', c.refused)
    FROM oversight.check_counts(organizations, since) c);
END
$$;
COMMENT ON FUNCTION oversight.oversight_stats(integer, uuid) IS
'How much was watched in the last days: {models, predictions, validated, anomalies {low, medium, high, critical}, checks, refused}; of an
organisation, or of all that the request acts for.

anomalies: opened in that time, or open; validated: outcomes that were noted in that time. For members of the organisation and
administrators; of models that are taken over from module crew, administrators alone are told. Errors: 22023 for days outside of 1 to 365;
42501.';

CREATE OR REPLACE FUNCTION oversight.health_ml() RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_monitor();
  RETURN (
    WITH newest AS (
      SELECT m.id, m.name, p.last_prediction, p.last_outcome, d.level
      FROM oversight.model m
      LEFT JOIN LATERAL (SELECT max(t.created_at) AS last_prediction, max(t.validated_at) AS last_outcome FROM oversight.prediction t
                         WHERE t.model_id = m.id) p ON true
      LEFT JOIN LATERAL (
        SELECT max(array_position('{none,moderate,major}'::text[], w.level)) AS level FROM oversight.drift w
        WHERE w.model_id = m.id AND w.day = (SELECT max(x.day) FROM oversight.drift x WHERE x.model_id = m.id)) d ON true
    ), named AS (
      SELECT n.name, max(n.last_prediction) AS last_prediction, max(n.last_outcome) AS last_outcome, max(n.level) AS level
      FROM newest n GROUP BY n.name)
    SELECT jsonb_build_object('status', CASE
        WHEN EXISTS (SELECT FROM oversight.anomaly a WHERE a.status = 'open' AND a.severity IN ('high', 'critical'))
             OR bool_or(m.level = 3) THEN 'degraded' ELSE 'ok' END,
      'models', coalesce(jsonb_agg(jsonb_build_object('model', m.name, 'last_prediction', m.last_prediction, 'last_outcome', m.last_outcome,
        'level', ('{none,moderate,major}'::text[])[m.level]) ORDER BY m.name), '[]'))
    FROM named m);
END
$$;
COMMENT ON FUNCTION oversight.health_ml() IS
'How models stand: {status, models [{model, last_prediction, last_outcome, level}]}. level: the worst drift of the last night that judged
it; status: degraded where one is major, or an anomaly that is high or critical is open, else ok.

For administrators and harmony_monitor (42501).';
