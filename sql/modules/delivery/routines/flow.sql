-- How work flows: through its states, week by week, and what of it is getting old.

CREATE OR REPLACE FUNCTION delivery.item_flows(organization uuid, project text, team text, as_of timestamptz)
RETURNS TABLE (project_id integer, work_item text, type text, created_at timestamptz, started_at timestamptz, done_at timestamptz,
               flow harmony.flow_result)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
  SET enable_nestloop = off
AS $$
#variable_conflict use_column
DECLARE
  projects CONSTANT integer[] := delivery.projects_of(organization, project);
  team_number CONSTANT integer := (SELECT t.id FROM delivery.team t WHERE t.organization_id = organization AND t.name = item_flows.team);
BEGIN
  IF team IS NOT NULL AND team_number IS NULL THEN
    PERFORM delivery.projects_of(organization, NULL, team);  -- says that there is no such team
  END IF;
  RETURN QUERY
  WITH change AS MATERIALIZED (
    SELECT s.project_id, s.work_item, array_agg(s.category ORDER BY s.at, s.external_id) AS category,
           array_agg(s.at ORDER BY s.at, s.external_id) AS at,
           min(s.at) FILTER (WHERE s.category = 'in_progress') AS started_at, max(s.at) FILTER (WHERE s.category = 'done') AS done_at
    FROM delivery.status_change s WHERE s.project_id = ANY (projects) AND s.at <= as_of GROUP BY s.project_id, s.work_item
  ), item AS (
    SELECT w.project_id, w.external_id, w.type, w.created_at, c.started_at, c.done_at,
           harmony.flow(coalesce(c.category, '{}'), coalesce(c.at, '{}'), w.created_at, as_of) AS flow
    FROM delivery.work_item w JOIN delivery.project p ON p.id = w.project_id
    LEFT JOIN change c ON c.project_id = w.project_id AND c.work_item = w.external_id
    WHERE w.project_id = ANY (projects) AND w.created_at <= as_of
      AND (item_flows.team IS NULL OR coalesce(w.team_id, p.team_id) = team_number)
  )
  SELECT i.project_id, i.external_id::text, i.type::text, i.created_at, i.started_at,
         CASE WHEN (i.flow).lead_seconds IS NOT NULL THEN i.done_at END, i.flow
  FROM item i;
END
$$;
COMMENT ON FUNCTION delivery.item_flows(uuid, text, text, timestamptz) IS
'Work items as they were known at an instant, each with its way through its states (harmony.flow); done_at: the last change to done, where
it is done. team: those of the team, or of a project of it that name none.';

CREATE OR REPLACE FUNCTION delivery.known_until("end" timestamptz) RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE RETURN least("end", now());
COMMENT ON FUNCTION delivery.known_until(timestamptz) IS
'The end of a window, or now where that is earlier: work is as old as it is by then.';

CREATE OR REPLACE FUNCTION delivery.lead_time_trend(organization uuid, start timestamptz, "end" timestamptz, project text DEFAULT NULL,
                                                    options jsonb DEFAULT '{}')
RETURNS TABLE (week date, n bigint, median float8, low float8, high float8, within_day float8, within_week float8, within_month float8,
               partial boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asked CONSTANT record := delivery.read_options(options);
BEGIN
  PERFORM delivery.require_organization(organization), delivery.require_window(start, "end");
  RETURN QUERY
  WITH done AS MATERIALIZED (
    SELECT date_trunc('week', f.done_at AT TIME ZONE asked.zone)::date AS week, (f.flow).lead_seconds AS lead
    FROM delivery.item_flows(organization, project, asked.team, delivery.known_until("end")) f
    WHERE f.done_at >= start AND f.done_at < "end"
  ), week AS (
    SELECT w::date AS week FROM generate_series(date_trunc('week', start AT TIME ZONE asked.zone), delivery.known_until("end") AT TIME ZONE
      asked.zone, interval '7 days') w WHERE w < "end" AT TIME ZONE asked.zone AND start < "end"
  ), figure AS (
    SELECT w.week, harmony.duration_summary(d.lead) AS lead, count(d.lead) AS n, count(*) FILTER (WHERE d.lead <= 86400) AS within_day,
           count(*) FILTER (WHERE d.lead <= 604800) AS within_week, count(*) FILTER (WHERE d.lead <= 2592000) AS within_month
    FROM week w LEFT JOIN done d ON d.week = w.week GROUP BY w.week
  )
  SELECT f.week, f.n, (f.lead).median, (f.lead).low, (f.lead).high, f.within_day::float8 / nullif(f.n, 0),
         f.within_week::float8 / nullif(f.n, 0), f.within_month::float8 / nullif(f.n, 0),
         f.week < start AT TIME ZONE asked.zone OR f.week + 7 > delivery.known_until("end") AT TIME ZONE asked.zone
  FROM figure f ORDER BY f.week;
END
$$;
COMMENT ON FUNCTION delivery.lead_time_trend(uuid, timestamptz, timestamptz, text, jsonb) IS
'How long work took from commitment to its end, by the week in which it was done: from each Monday in the zone of the options, empty weeks
included. n; the median in seconds with its interval (harmony.median_interval); the shares done within a day, 7 and 30 days;
partial: the window begins after the week does, or ends, or has come to, before its end.

options: as delivery.dora; service and year change nothing here.
For members of the organisation, administrators and the owner''s own work. Errors: as delivery.dora.';

CREATE OR REPLACE FUNCTION delivery.cumulative_flow(organization uuid, project text, team text, zone text, start timestamptz,
                                                    "end" timestamptz)
RETURNS TABLE (day date, todo bigint, in_progress bigint, done bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  until CONSTANT timestamptz := delivery.known_until("end");
BEGIN
  PERFORM delivery.require_window(start, "end");
  RETURN QUERY
  WITH step AS (
    -- An item is to do from its creation, and then what each change says. Of the changes of an instant the last counts.
    SELECT f.project_id, f.work_item, e.at, e.category,
           lag(e.category) OVER (PARTITION BY f.project_id, f.work_item ORDER BY e.at, e.n, e.said_at, e.external_id) AS former
    FROM delivery.item_flows(organization, project, team, until) f
    CROSS JOIN LATERAL (
      SELECT f.created_at, 'todo', 0, f.created_at, '' COLLATE "C"
      UNION ALL SELECT greatest(s.at, f.created_at), s.category, 1, s.at, s.external_id FROM delivery.status_change s
      WHERE s.project_id = f.project_id AND s.work_item = f.work_item AND s.at <= until) e (at, category, n, said_at, external_id)
  ), moved AS (
    SELECT greatest((s.at AT TIME ZONE zone)::date, (start AT TIME ZONE zone)::date) AS day, m.category, sum(m.n) AS n
    FROM step s CROSS JOIN LATERAL (VALUES (s.category, 1), (s.former, -1)) m (category, n)
    WHERE m.category IS NOT NULL GROUP BY 1, 2
  )
  SELECT d::date, coalesce(sum(sum(m.n) FILTER (WHERE m.category = 'todo')) OVER w, 0)::bigint,
         coalesce(sum(sum(m.n) FILTER (WHERE m.category = 'in_progress')) OVER w, 0)::bigint,
         coalesce(sum(sum(m.n) FILTER (WHERE m.category = 'done')) OVER w, 0)::bigint
  FROM generate_series((start AT TIME ZONE zone)::date::timestamp, until AT TIME ZONE zone, interval '1 day') d
  LEFT JOIN moved m ON m.day = d::date
  WHERE start < "end" AND d < "end" AT TIME ZONE zone
  GROUP BY d WINDOW w AS (ORDER BY d) ORDER BY d;
END
$$;
COMMENT ON FUNCTION delivery.cumulative_flow(uuid, text, text, text, timestamptz, timestamptz) IS
'How many items were in each state at the end of each day of a window, in the days of a zone.';

CREATE OR REPLACE FUNCTION delivery.flow(organization uuid, start timestamptz, "end" timestamptz, project text DEFAULT NULL,
                                         options jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked CONSTANT record := delivery.read_options(options);
  until CONSTANT timestamptz := delivery.known_until("end");
  answer jsonb;
BEGIN
  PERFORM delivery.require_organization(organization), delivery.require_window(start, "end");
  WITH item AS MATERIALIZED (
    SELECT f.*, (f.done_at >= start AND f.done_at < "end") IS TRUE AS is_done,
           delivery.promised_seconds(organization, f.type) AS promise,
           CASE WHEN f.started_at IS NOT NULL THEN
             extract(epoch FROM coalesce(f.done_at, until) - greatest(f.started_at, start))::float8 END AS inside
    FROM delivery.item_flows(organization, project, asked.team, until) f
  ), figure AS MATERIALIZED (
    SELECT harmony.duration_summary((i.flow).cycle_seconds) FILTER (WHERE i.is_done) AS cycle,
           harmony.duration_summary((i.flow).lead_seconds) FILTER (WHERE i.is_done) AS lead, count(*) FILTER (WHERE i.is_done) AS n,
           (harmony.median_interval(array_agg((i.flow).flow_efficiency) FILTER (WHERE i.is_done))).median AS efficiency,
           avg((i.flow).rework::integer) FILTER (WHERE i.is_done) AS rework,
           avg(((i.flow).cycle_seconds <= i.promise)::integer) FILTER (WHERE i.is_done) AS service_level,
           sum(i.inside) FILTER (WHERE i.inside > 0) / nullif(sum((i.flow).cycle_seconds) FILTER (WHERE i.is_done), 0) AS ratio
    FROM item i
  )
  SELECT jsonb_build_object(
    'n', f.n, 'cycle', delivery.shown_durations(f.cycle), 'lead', delivery.shown_durations(f.lead), 'efficiency', f.efficiency,
    'rework', f.rework::float8, 'service_level', f.service_level::float8,
    'little', jsonb_build_object('ratio', f.ratio, 'stable', f.ratio BETWEEN 0.8 AND 1.25),
    'ageing', coalesce((
      SELECT jsonb_agg(jsonb_build_object('work_item', i.work_item, 'type', i.type, 'age', (i.flow).age_seconds, 'line', CASE
        WHEN (i.flow).age_seconds > (f.cycle).p95 THEN 95 WHEN (i.flow).age_seconds > (f.cycle).p85 THEN 85
        WHEN (i.flow).age_seconds > (f.cycle).median THEN 50 END) ORDER BY (i.flow).age_seconds DESC, i.work_item, i.project_id)
      FROM item i WHERE (i.flow).age_seconds IS NOT NULL), '[]'))
  INTO answer FROM figure f;
  RETURN answer || jsonb_build_object('cumulative', coalesce((
    SELECT jsonb_agg(jsonb_build_object('day', c.day, 'todo', c.todo, 'in_progress', c.in_progress, 'done', c.done) ORDER BY c.day)
    FROM delivery.cumulative_flow(organization, project, asked.team, asked.zone, start, "end") c), '[]'));
END
$$;
COMMENT ON FUNCTION delivery.flow(uuid, timestamptz, timestamptz, text, jsonb) IS
'How work flowed in a window: {n, cycle, lead {median, low, high, p50, p85, p95}, efficiency, rework, ageing, service_level, cumulative,
little}.

n: items that were done in it, and are still so at its end, or now where that is earlier; of these the other figures: cycle and lead times
in seconds, the median of the flow efficiency, the share with rework, the share whose cycle time is within what delivery.service_level
promises for the type (NULL without a promise). ageing: items in progress by then, [{work_item, type, age, line}], the oldest first; line is
the highest of 50, 85 and 95 % of the cycle times that the age is beyond. cumulative: [{day, todo, in_progress, done}] at the end of each
day. little {ratio, stable}: mean work in progress by throughput times mean cycle time (Little 1961): where it is outside of 0.8 to 1.25
more was begun than ended, or the reverse, and forecasts mislead. options: as delivery.dora; service and year change nothing here.
For members of the organisation, administrators and the owner''s own work. Errors: as delivery.dora.';

CREATE OR REPLACE FUNCTION delivery.shown_durations(figures harmony.duration_summary) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('median', figures.median, 'low', figures.low, 'high', figures.high, 'p50', figures.median, 'p85', figures.p85,
                            'p95', figures.p95);
END
$$;
COMMENT ON FUNCTION delivery.shown_durations(harmony.duration_summary) IS '{median, low, high, p50, p85, p95}.';
