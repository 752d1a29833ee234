-- Projects side by side, and the page for who decides.

CREATE OR REPLACE FUNCTION delivery.sprint_figures(project_id integer, start timestamptz, "end" timestamptz)
RETURNS TABLE (velocity float8, sprints bigint, predictability float8, carry_over float8, scope_change float8, investment jsonb)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH sprint AS MATERIALIZED (
    SELECT s.external_id FROM delivery.sprint s
    WHERE s.project_id = sprint_figures.project_id AND s.ended_at >= start AND s.ended_at < "end" AND s.ended_at <= now()
    ORDER BY s.ended_at DESC, s.external_id DESC LIMIT 6
  ), item AS MATERIALIZED (
    SELECT i.*, coalesce(w.type, 'unknown') AS type
    FROM sprint s JOIN delivery.sprint_item i ON i.project_id = sprint_figures.project_id AND i.sprint = s.external_id
    LEFT JOIN delivery.work_item w ON w.project_id = i.project_id AND w.external_id = i.work_item
  ), total AS (
    SELECT coalesce(sum(i.points) FILTER (WHERE NOT i.is_added), 0) AS committed,
           coalesce(sum(i.points) FILTER (WHERE i.is_completed), 0) AS completed,
           coalesce(sum(i.points) FILTER (WHERE NOT (i.is_completed OR i.is_removed OR i.is_added)), 0) AS carried,
           coalesce(sum(i.points) FILTER (WHERE i.is_added), 0) + coalesce(sum(i.points) FILTER (WHERE i.is_removed), 0) AS moved
    FROM item i
  )
  SELECT CASE WHEN n.n >= 3 THEN t.completed / n.n END, n.n, t.completed / nullif(t.committed, 0), t.carried / nullif(t.committed, 0),
         t.moved / nullif(t.committed, 0), (
           SELECT jsonb_object_agg(k.type, k.points / nullif(t.completed, 0))
           FROM (SELECT i.type, sum(i.points) AS points FROM item i WHERE i.is_completed GROUP BY i.type) k WHERE t.completed > 0)
  FROM total t CROSS JOIN (SELECT count(*) AS n FROM sprint) n;
END
$$;
COMMENT ON FUNCTION delivery.sprint_figures(integer, timestamptz, timestamptz) IS
'Figures of the last sprints of a project that ended in a window, six at most. velocity: points completed a sprint; NULL for fewer than
three. Of committed points: completed ones (predictability), those neither completed nor removed (carry_over), those added and removed after
the start (scope_change). investment: of the points completed the share of each type of work.';

CREATE OR REPLACE FUNCTION delivery.health(organization uuid, parts jsonb) RETURNS float8
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT harmony_internal.weighted_mean(100 * p.value::float8, w.weight)
    FROM jsonb_each(parts) p CROSS JOIN LATERAL (
      SELECT h.weight FROM delivery.health_weight h
      WHERE h.part = p.key AND (h.organization_id IS NULL OR h.organization_id = organization)
      ORDER BY h.organization_id IS NULL LIMIT 1) w
    WHERE jsonb_typeof(p.value) = 'number');
END
$$;
COMMENT ON FUNCTION delivery.health(uuid, jsonb) IS
'100 times the mean of what is measured of the parts, each from 0 to 1, by their weights (delivery.health_weight); NULL where nothing is.';

CREATE OR REPLACE FUNCTION delivery.portfolio(organization uuid, start timestamptz, "end" timestamptz)
RETURNS TABLE (project text, velocity float8, sprints bigint, predictability float8, carry_over float8, scope_change float8,
               investment jsonb, health float8, health_parts jsonb)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM delivery.require_organization(organization), delivery.require_window(start, "end");
  RETURN QUERY
  WITH promised AS MATERIALIZED (
    SELECT f.project_id, avg(((f.flow).cycle_seconds <= l.seconds)::integer)::float8 AS service_level
    FROM delivery.item_flows(organization, NULL, NULL, delivery.known_until("end")) f
    CROSS JOIN LATERAL (SELECT delivery.promised_seconds(organization, f.type)) l (seconds)
    WHERE f.done_at >= start AND f.done_at < "end" GROUP BY f.project_id
  )
  SELECT p.code::text, s.velocity, s.sprints, s.predictability, s.carry_over, s.scope_change, s.investment,
         delivery.health(organization, h.parts), h.parts
  FROM delivery.project p CROSS JOIN LATERAL delivery.sprint_figures(p.id, start, "end") s
  LEFT JOIN promised l ON l.project_id = p.id
  CROSS JOIN LATERAL (
    -- greatest and least leave NULL out, where NULL is to stay.
    SELECT jsonb_object_agg(v.part, CASE WHEN v.share IS NOT NULL THEN least(greatest(v.share, 0), 1) END) AS parts
    FROM (VALUES ('predictability', s.predictability), ('carry_over', 1 - s.carry_over), ('scope_change', 1 - s.scope_change),
                 ('service_level', l.service_level)) v (part, share)) h
  WHERE p.organization_id = organization AND p.is_active ORDER BY p.code;
END
$$;
COMMENT ON FUNCTION delivery.portfolio(uuid, timestamptz, timestamptz) IS
'The active projects of an organisation in a window: the figures of their sprints (delivery.sprint_figures) and their health, 100 times the
weighted mean of what is measured of health_parts: predictability, 1 - carry_over, 1 - scope_change and the service level, each cut to 0 to
1.

For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 an infinite window; as
platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.promised_seconds(organization uuid, type text) RETURNS float8
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT l.days * 86400 FROM delivery.service_level l
          WHERE l.organization_id = organization AND (l.type = promised_seconds.type OR l.type IS NULL)
          ORDER BY l.type NULLS LAST LIMIT 1);
COMMENT ON FUNCTION delivery.promised_seconds(uuid, text) IS
'In what cycle time work of a type is promised to be done (delivery.service_level): of the type, else of all; NULL without a promise.';
