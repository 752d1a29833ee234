-- One page: figures with their tiers, how they ran week by week, and what is at risk.

CREATE OR REPLACE FUNCTION delivery.weekly_figures(organization uuid, start timestamptz, "end" timestamptz)
RETURNS TABLE (deployments float8[], lead_time float8[], completions float8[])
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
#variable_conflict use_column
DECLARE
  projects CONSTANT integer[] := delivery.projects_of(organization, NULL);
  until CONSTANT timestamp := delivery.known_until("end") AT TIME ZONE 'UTC';
  began CONSTANT timestamp := start AT TIME ZONE 'UTC';
BEGIN
  PERFORM delivery.require_window(start, "end");
  RETURN QUERY
  WITH week AS (
    SELECT w AS first FROM generate_series(date_trunc('week', began), until, interval '7 days') w
    WHERE w >= began AND w + interval '7 days' <= until
  ), live AS MATERIALIZED (
    SELECT d.id, d.is_seed, date_trunc('week', d.finished_at AT TIME ZONE 'UTC') AS first, d.finished_at
    FROM delivery.counted_deployment d WHERE d.project_id = ANY (projects) AND d.finished_at >= start AND d.finished_at < "end"
  ), deployed AS (
    SELECT l.first, count(*)::float8 AS n FROM live l GROUP BY l.first
  ), led AS (
    SELECT l.first, (harmony.duration_summary(c.authored_at, l.finished_at)).median AS median
    FROM live l JOIN delivery.commit c ON c.first_deployment = l.id
    WHERE c.project_id = ANY (projects) AND NOT l.is_seed AND NOT c.is_merge GROUP BY l.first
  ), done AS (
    SELECT date_trunc('week', f.done_at AT TIME ZONE 'UTC') AS first, count(*)::float8 AS n
    FROM delivery.item_flows(organization, NULL, NULL, delivery.known_until("end")) f
    WHERE f.done_at >= start AND f.done_at < "end" GROUP BY 1
  )
  SELECT array_agg(coalesce(d.n, 0) ORDER BY w.first), array_agg(l.median ORDER BY w.first), array_agg(coalesce(f.n, 0) ORDER BY w.first)
  FROM week w LEFT JOIN deployed d ON d.first = w.first LEFT JOIN led l ON l.first = w.first LEFT JOIN done f ON f.first = w.first;
END
$$;
COMMENT ON FUNCTION delivery.weekly_figures(uuid, timestamptz, timestamptz) IS
'Of each whole week (UTC, from Monday) inside a window: deployments, the median of the lead time of commits, and items done.';

CREATE OR REPLACE FUNCTION delivery.trend_charts(organization uuid, start timestamptz, "end" timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT jsonb_agg(jsonb_build_object('name', v.name, 'points', coalesce(to_jsonb(CASE WHEN v."values" IS NOT NULL THEN
      harmony.control_chart('xmr', v."values") END), '[]')) ORDER BY v.o)
    FROM delivery.weekly_figures(organization, start, "end") w CROSS JOIN LATERAL (VALUES
      (1, 'deployments', w.deployments), (2, 'lead_time', w.lead_time), (3, 'completions', w.completions)) v (o, name, "values"));
END
$$;
COMMENT ON FUNCTION delivery.trend_charts(uuid, timestamptz, timestamptz) IS
'XmR charts of delivery.weekly_figures: [{name, points}], points as harmony.control_chart.';

CREATE OR REPLACE FUNCTION delivery.risks(figures jsonb, charts jsonb, work jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN coalesce((
    SELECT jsonb_agg(jsonb_build_object('text', r.text, 'evidence', r.evidence, 'code', r.code, 'parameters', r.parameters)
                     ORDER BY r.o, r.text)
    FROM (
      SELECT 1, 'LOWEST_TIER', jsonb_build_object('figure', t.code), format('%s has the lowest tier', t.name),
             jsonb_build_object('value', figures -> t.value, 'n', figures -> t.n)
      FROM (VALUES ('deployment_frequency', 'deployment frequency', 'frequency_tier', 'median_days_per_week', 'deployments'),
                   ('lead_time', 'lead time', 'lead_tier', 'lead_median', 'lead_n'),
                   ('change_failure_rate', 'change failure rate', 'cfr_tier', 'change_failure_rate', 'deployments'),
                   ('time_to_restore', 'time to restore', 'restore_tier', 'restore_median', 'restored')) t (code, name, tier, value, n)
      WHERE figures ->> t.tier = 'low'
      UNION ALL
      SELECT 2, 'NO_CHANCE', jsonb_build_object('trend', c.chart -> 'name'), format('%s: the newest week is no chance', c.chart ->> 'name'),
             c.chart -> 'points' -> -1
      FROM jsonb_array_elements(charts) c (chart)
      WHERE jsonb_array_length(coalesce(nullif(c.chart -> 'points' -> -1 -> 'rules', 'null'), '[]')) > 0
      UNION ALL
      SELECT 3, 'INCIDENTS_OPEN', '{}', 'incidents are open', jsonb_build_object('incidents_open', figures -> 'incidents_open')
      WHERE (figures -> 'incidents_open')::bigint > 0
      UNION ALL
      SELECT 4, 'OLD_WORK', '{}', 'work is older than 95 % of what was done',
             jsonb_build_object('work_items', count(*), 'oldest', max((a ->> 'age')::float8))
      FROM jsonb_array_elements(work -> 'ageing') a WHERE (a ->> 'line')::integer = 95 HAVING count(*) > 0
      UNION ALL
      SELECT 5, 'UNSTABLE_FLOW', '{}', 'more work is begun than ended, or the reverse', work -> 'little'
      WHERE NOT (work -> 'little' ->> 'stable')::boolean
      UNION ALL
      SELECT 6, 'CLOCKS_AHEAD', '{}', 'commits are authored after they were deployed',
             jsonb_build_object('lead_skewed', figures -> 'lead_skewed')
      WHERE (figures -> 'lead_skewed')::bigint > 0
      UNION ALL
      SELECT 7, 'UNKNOWN_COMMITS', '{}', 'commits of deployments are not known',
             jsonb_build_object('known_commits', figures -> 'known_commits')
      WHERE (figures ->> 'known_commits')::float8 < 0.9
    ) r (o, code, parameters, text, evidence)), '[]');
END
$$;
COMMENT ON FUNCTION delivery.risks(jsonb, jsonb, jsonb) IS
'What the figures say is at risk, [{text, evidence, code, parameters}], code and parameters for words in another language: a low
tier, a newest week outside of chance (rules of harmony.control_chart), open
incidents, work older than 95 % of what was done, an unstable flow, and data that are not to be relied on: clocks ahead, deployments of
unknown commits (more than a tenth).';

CREATE OR REPLACE FUNCTION delivery.executive(organization uuid, start timestamptz, "end" timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  f record;
  rework record;
  charts jsonb;
BEGIN
  PERFORM delivery.require_organization(organization);
  f := delivery.dora_figures(organization, NULL, start, "end", '{}');
  SELECT w.low, w.high INTO rework FROM harmony.wilson_interval(round(f.rework_rate * f.deployments)::bigint, f.deployments) w;
  charts := delivery.trend_charts(organization, start, "end");
  RETURN jsonb_build_object(
    'kpis', jsonb_build_array(
      jsonb_build_object('name', 'deployment_frequency', 'value', f.median_days_per_week, 'low', NULL, 'high', NULL, 'n', f.deployments,
                         'tier', f.frequency_tier),
      jsonb_build_object('name', 'lead_time', 'value', f.lead_median, 'low', f.lead_low, 'high', f.lead_high, 'n', f.lead_n,
                         'tier', f.lead_tier),
      jsonb_build_object('name', 'change_failure_rate', 'value', f.change_failure_rate, 'low', f.cfr_low, 'high', f.cfr_high,
                         'n', f.deployments, 'tier', f.cfr_tier),
      jsonb_build_object('name', 'time_to_restore', 'value', f.restore_median, 'low', f.restore_low, 'high', f.restore_high,
                         'n', f.restored, 'tier', f.restore_tier),
      jsonb_build_object('name', 'rework_rate', 'value', f.rework_rate, 'low', rework.low, 'high', rework.high, 'n', f.deployments,
                         'tier', NULL)),
    'trends', charts,
    'risks', delivery.risks(to_jsonb(f), charts, delivery.flow(organization, start, "end")));
END
$$;
COMMENT ON FUNCTION delivery.executive(uuid, timestamptz, timestamptz) IS
'An organisation on a page: {kpis [{name, value, low, high, n, tier}], trends [{name, points}], risks [{text, evidence, code,
parameters}]}. kpis: the figures
of delivery.dora with their intervals, deployment_frequency in deployment days a week; trends: delivery.trend_charts; risks: delivery.risks.

For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 an infinite window; as
platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.delivery_filters(organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organizations CONSTANT uuid[] := platform.require_organizations(organization);
BEGIN
  RETURN jsonb_build_object(
    'projects', (SELECT coalesce(jsonb_agg(DISTINCT p.code), '[]') FROM delivery.project p WHERE p.organization_id = ANY (organizations)),
    'teams', (SELECT coalesce(jsonb_agg(DISTINCT t.name), '[]') FROM delivery.team t WHERE t.organization_id = ANY (organizations)),
    'services', (SELECT coalesce(jsonb_agg(DISTINCT d.service), '[]') FROM delivery.deployment d
                 WHERE d.organization_id = ANY (organizations) AND d.service IS NOT NULL),
    'repositories', (SELECT coalesce(jsonb_agg(DISTINCT p.code), '[]') FROM delivery.project p
                     WHERE p.organization_id = ANY (organizations) AND EXISTS (
                       SELECT FROM delivery.commit c WHERE c.project_id = p.id)),
    'types', (SELECT coalesce(jsonb_agg(DISTINCT w.type), '[]') FROM delivery.work_item w
              WHERE w.organization_id = ANY (organizations) AND w.type IS NOT NULL),
    'statuses', '["todo", "in_progress", "done"]'::jsonb,
    'first', (SELECT min(x.at) FROM delivery.first_and_last(organizations) x (at)), 'last', (SELECT max(x.at)
      FROM delivery.first_and_last(organizations) x (at)));
END
$$;
COMMENT ON FUNCTION delivery.delivery_filters(uuid) IS
'What can be asked for: {projects, teams, services, repositories (projects with commits), types, statuses, first, last}, of an organisation,
or with NULL of all those for which this request acts; first and last: the times between which there is something.

For members of the organisation, administrators and the owner''s own work. Errors as platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.first_and_last(organizations uuid[]) RETURNS SETOF timestamptz
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 8 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  projects CONSTANT integer[] := ARRAY (SELECT p.id FROM delivery.project p WHERE p.organization_id = ANY (organizations));
BEGIN
  RETURN QUERY
  SELECT x.at FROM (
    SELECT min(c.authored_at), max(c.authored_at) FROM delivery.commit c WHERE c.project_id = ANY (projects)
    UNION ALL SELECT min(d.finished_at), max(d.finished_at) FROM delivery.counted_deployment d WHERE d.project_id = ANY (projects)
    UNION ALL SELECT min(i.created_at), max(greatest(i.created_at, i.resolved_at)) FROM delivery.incident i
    WHERE i.project_id = ANY (projects)
    UNION ALL SELECT min(w.created_at), max(w.created_at) FROM delivery.work_item w WHERE w.project_id = ANY (projects)) t (first, last)
  CROSS JOIN LATERAL (VALUES (t.first), (t.last)) x (at) WHERE x.at IS NOT NULL;
END
$$;
COMMENT ON FUNCTION delivery.first_and_last(uuid[]) IS 'The earliest and latest times of what there is of organisations.';
