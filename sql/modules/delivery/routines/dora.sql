-- How often, how fast, how well: the figures of a window.

CREATE OR REPLACE FUNCTION delivery.linked_incidents(projects integer[], incident_window interval)
RETURNS TABLE (project_id integer, external_id text, service text, created_at timestamptz, resolved_at timestamptz, deployment_id integer,
               deployment_service text, finished_at timestamptz, is_named boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT i.project_id, i.external_id::text, coalesce(i.service, n.service, l.service)::text, i.created_at, i.resolved_at,
         coalesce(n.id, l.id), coalesce(n.service, l.service)::text, coalesce(n.finished_at, l.finished_at), n.id IS NOT NULL
  FROM delivery.incident i
  -- By the key, whatever the statistics say: joined by projects alone, each incident would meet each deployment.
  LEFT JOIN LATERAL (
    SELECT d.id, d.service, d.finished_at FROM delivery.counted_deployment d
    WHERE d.project_id = i.project_id AND d.external_id = i.cause LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    (SELECT d.id, d.service, d.finished_at FROM delivery.counted_deployment d
     WHERE i.service IS NULL AND d.project_id = i.project_id AND d.finished_at < i.created_at
     ORDER BY d.finished_at DESC, d.external_id DESC LIMIT 1)
    UNION ALL
    (SELECT d.id, d.service, d.finished_at FROM delivery.counted_deployment d
     WHERE d.service = i.service AND d.project_id = i.project_id AND d.finished_at < i.created_at
     ORDER BY d.finished_at DESC, d.external_id DESC LIMIT 1)) l
    ON i.cause IS NULL AND (incident_window IS NULL OR l.finished_at >= i.created_at - incident_window)
  WHERE i.project_id = ANY (projects);
END
$$;
COMMENT ON FUNCTION delivery.linked_incidents(integer[], interval) IS
'The incidents of projects, each with the deployment that it belongs to: the counted one that its cause names; without a cause the latest
counted one that finished before it was created, of its service where it names one, within incident_window where there is one. A cause that
is no counted deployment, or not there yet, is still the cause: the incident belongs to none. service: its own, else that of the
deployment.';

CREATE OR REPLACE FUNCTION delivery.deployment_figures(
  projects integer[], service text, start timestamptz, "end" timestamptz, zone text,
  OUT deployments bigint, OUT known bigint, OUT seeds bigint, OUT rework bigint, OUT ever_deployed boolean, OUT deployment_days bigint,
  OUT per_day float8, OUT median_days_per_week float8, OUT median_days_per_month float8, OUT median_days_per_half_year float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
  SET work_mem = '64MB' SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  finished timestamptz[];
BEGIN
  SELECT count(*), array_agg(d.finished_at), count(*) FILTER (WHERE d.is_known), count(*) FILTER (WHERE d.is_seed),
         count(*) FILTER (WHERE d.unplanned OR d.is_rollback OR (d.project_id, d.external_id) IN (
           SELECT i.project_id, i.fixed_by FROM delivery.incident i
           WHERE i.project_id = ANY (projects) AND i.fixed_by IS NOT NULL))
  INTO deployments, finished, known, seeds, rework
  FROM delivery.counted_deployment d
  WHERE d.project_id = ANY (projects) AND (deployment_figures.service IS NULL OR d.service = deployment_figures.service)
    AND d.finished_at >= start AND d.finished_at < "end";
  SELECT f.deployment_days, f.per_day, f.median_days_per_week, f.median_days_per_month
  INTO deployment_days, per_day, median_days_per_week, median_days_per_month
  FROM harmony.deployment_frequency(coalesce(finished, '{}'), start, "end", zone) f;
  median_days_per_half_year := harmony_internal.median_days_per_half_year(coalesce(finished, '{}'), start, "end", zone);
  ever_deployed := deployments > 0 OR EXISTS (
    SELECT FROM delivery.counted_deployment d
    WHERE d.project_id = ANY (projects) AND (deployment_figures.service IS NULL OR d.service = deployment_figures.service));
END
$$;
COMMENT ON FUNCTION delivery.deployment_figures(integer[], text, timestamptz, timestamptz, text) IS
'The counted deployments that finished in a window: how many, how many of them with a commit in the graph, how many seeds, how many of
them rework (unplanned, a rollback, or named by an incident as what mended it), and how often (harmony.deployment_frequency).';

CREATE OR REPLACE FUNCTION delivery.lead_figures(projects integer[], service text, start timestamptz, "end" timestamptz)
RETURNS harmony.duration_summary
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
  SET work_mem = '64MB' SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  figures harmony.duration_summary;
BEGIN
  SELECT s.* INTO figures FROM (
    SELECT (harmony.duration_summary(c.authored_at, d.finished_at)).*
    FROM delivery.commit c JOIN delivery.counted_deployment d ON d.id = c.first_deployment
    WHERE c.project_id = ANY (projects) AND NOT c.is_merge AND d.project_id = ANY (projects) AND NOT d.is_seed
      AND (lead_figures.service IS NULL OR d.service = lead_figures.service) AND d.finished_at >= start AND d.finished_at < "end") s;
  RETURN figures;
END
$$;
COMMENT ON FUNCTION delivery.lead_figures(integer[], text, timestamptz, timestamptz) IS
'The lead times of commits that were first contained in a counted deployment of the window, without seeds and merge commits.';

CREATE OR REPLACE FUNCTION delivery.incident_figures(
  projects integer[], service text, start timestamptz, "end" timestamptz, incident_window interval,
  OUT failed bigint, OUT named bigint, OUT incidents_open bigint, OUT restore harmony.duration_summary,
  OUT recovery harmony.duration_summary, OUT survival harmony.kaplan_meier_result)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
  SET work_mem = '64MB' SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  figures record;
BEGIN
  SELECT count(DISTINCT i.deployment_id) FILTER (WHERE i.has_failed) AS failed,
         count(DISTINCT i.deployment_id) FILTER (WHERE i.has_failed AND i.is_named) AS named,
         count(*) FILTER (WHERE i.is_created AND NOT i.is_over) AS incidents_open,
         harmony.duration_summary(i.created_at, i.resolved_at) FILTER (WHERE i.is_resolved) AS restore,
         harmony.duration_summary(i.finished_at, i.resolved_at) FILTER (WHERE i.is_resolved) AS recovery,
         harmony.kaplan_meier(extract(epoch FROM CASE WHEN i.is_over THEN i.resolved_at ELSE "end" END - i.created_at)::float8, i.is_over)
           FILTER (WHERE i.is_created) AS survival
  INTO figures
  FROM (SELECT l.*, (l.resolved_at < "end") IS TRUE AS is_over,
               l.created_at >= start AND l.created_at < "end" AND s.is_asked AS is_created,
               l.resolved_at >= start AND l.resolved_at < "end" AND s.is_asked AS is_resolved,
               l.finished_at >= start AND l.finished_at < "end"
                 AND (incident_figures.service IS NULL OR l.deployment_service = incident_figures.service) AS has_failed
        FROM delivery.linked_incidents(projects, incident_window) l
        CROSS JOIN LATERAL (
          SELECT (incident_figures.service IS NULL OR l.service = incident_figures.service) IS TRUE AS is_asked) s) i;
  failed := figures.failed; named := figures.named; incidents_open := figures.incidents_open;
  restore := figures.restore; recovery := figures.recovery; survival := figures.survival;
END
$$;
COMMENT ON FUNCTION delivery.incident_figures(integer[], text, timestamptz, timestamptz, interval) IS
'Incidents and a window: deployments of it that have one (failed), and one by its named cause (named); those created in it and not resolved
before its end (incidents_open); how long those resolved in it took, from their creation (restore) and from the end of their deployment
(recovery); survival of those created in it, cut off at its end. With a service: incidents of it, and deployments of it.';

CREATE OR REPLACE FUNCTION delivery.dora_figures(
  organization uuid, project text, start timestamptz, "end" timestamptz, options jsonb,
  OUT deployments bigint, OUT deployment_days bigint, OUT per_day float8, OUT median_days_per_week float8,
  OUT median_days_per_month float8, OUT frequency_tier text, OUT lead_n bigint, OUT lead_skewed bigint, OUT lead_median float8,
  OUT lead_low float8, OUT lead_high float8, OUT lead_p75 float8, OUT lead_p90 float8, OUT lead_tier text, OUT failed bigint,
  OUT change_failure_rate float8, OUT cfr_low float8, OUT cfr_high float8, OUT cfr_named float8, OUT cfr_tier text, OUT restored bigint,
  OUT restore_median float8, OUT restore_km_median float8, OUT incidents_open bigint, OUT recovery_n bigint, OUT recovery_median float8,
  OUT restore_tier text, OUT rework_rate float8, OUT known_commits float8, OUT seeds bigint, OUT restore_low float8,
  OUT restore_high float8, OUT median_days_per_half_year float8, OUT days_per_week float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked CONSTANT record := delivery.read_options(options);
  projects CONSTANT integer[] := delivery.projects_of(organization, project, asked.team);
  d record;
  l harmony.duration_summary;
  i record;
BEGIN
  PERFORM delivery.require_window(start, "end"), delivery.require_year(organization, asked.year);
  d := delivery.deployment_figures(projects, asked.service, start, "end", asked.zone);
  deployments := d.deployments; deployment_days := d.deployment_days; per_day := d.per_day; seeds := d.seeds;
  median_days_per_week := d.median_days_per_week; median_days_per_month := d.median_days_per_month;
  median_days_per_half_year := d.median_days_per_half_year;
  -- Who has never deployed has no tier.
  days_per_week := CASE WHEN d.ever_deployed THEN median_days_per_week END;
  frequency_tier := delivery.tier(organization, asked.year, 'frequency', days_per_week, median_days_per_month, median_days_per_half_year);
  rework_rate := d.rework::float8 / nullif(deployments, 0);
  known_commits := d.known::float8 / nullif(deployments, 0);
  l := delivery.lead_figures(projects, asked.service, start, "end");
  lead_n := coalesce(l.n, 0); lead_skewed := coalesce(l.n_negative, 0); lead_median := l.median; lead_low := l.low; lead_high := l.high;
  lead_p75 := l.p75; lead_p90 := l.p90;
  lead_tier := delivery.tier(organization, asked.year, 'lead', lead_median);
  i := delivery.incident_figures(projects, asked.service, start, "end", asked.incident_window);
  failed := i.failed;
  change_failure_rate := failed::float8 / nullif(deployments, 0);
  SELECT w.low, w.high INTO cfr_low, cfr_high FROM harmony.wilson_interval(failed, deployments) w;
  cfr_named := i.named::float8 / nullif(deployments, 0);
  cfr_tier := delivery.tier(organization, asked.year, 'cfr', change_failure_rate);
  restored := coalesce((i.restore).n, 0); restore_median := (i.restore).median; restore_low := (i.restore).low;
  restore_high := (i.restore).high; restore_km_median := (i.survival).median; incidents_open := i.incidents_open;
  recovery_n := coalesce((i.recovery).n, 0); recovery_median := (i.recovery).median;
  restore_tier := delivery.tier(organization, asked.year, 'restore', restore_median);
END
$$;
COMMENT ON FUNCTION delivery.dora_figures(uuid, text, timestamptz, timestamptz, jsonb) IS
'The row of delivery.dora, then seeds among the deployments, the interval of restore_median, the median of deployment days over half-years,
and the median a week as the tier takes it: NULL for who has never deployed.';

CREATE OR REPLACE FUNCTION delivery.dora(
  organization uuid, project text, start timestamptz, "end" timestamptz, options jsonb DEFAULT '{}',
  OUT deployments bigint, OUT deployment_days bigint, OUT per_day float8, OUT median_days_per_week float8,
  OUT median_days_per_month float8, OUT frequency_tier text, OUT lead_n bigint, OUT lead_skewed bigint, OUT lead_median float8,
  OUT lead_low float8, OUT lead_high float8, OUT lead_p75 float8, OUT lead_p90 float8, OUT lead_tier text, OUT failed bigint,
  OUT change_failure_rate float8, OUT cfr_low float8, OUT cfr_high float8, OUT cfr_named float8, OUT cfr_tier text, OUT restored bigint,
  OUT restore_median float8, OUT restore_km_median float8, OUT incidents_open bigint, OUT recovery_n bigint, OUT recovery_median float8,
  OUT restore_tier text, OUT rework_rate float8, OUT known_commits float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 10000 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_organization(organization);
  SELECT f.deployments, f.deployment_days, f.per_day, f.median_days_per_week, f.median_days_per_month, f.frequency_tier, f.lead_n,
         f.lead_skewed, f.lead_median, f.lead_low, f.lead_high, f.lead_p75, f.lead_p90, f.lead_tier, f.failed, f.change_failure_rate,
         f.cfr_low, f.cfr_high, f.cfr_named, f.cfr_tier, f.restored, f.restore_median, f.restore_km_median, f.incidents_open, f.recovery_n,
         f.recovery_median, f.restore_tier, f.rework_rate, f.known_commits
  INTO deployments, deployment_days, per_day, median_days_per_week, median_days_per_month, frequency_tier, lead_n, lead_skewed, lead_median,
       lead_low, lead_high, lead_p75, lead_p90, lead_tier, failed, change_failure_rate, cfr_low, cfr_high, cfr_named, cfr_tier, restored,
       restore_median, restore_km_median, incidents_open, recovery_n, recovery_median, restore_tier, rework_rate, known_commits
  FROM delivery.dora_figures(organization, project, start, "end", options) f;
END
$$;
COMMENT ON FUNCTION delivery.dora(uuid, text, timestamptz, timestamptz, jsonb) IS
'The figures of DORA for the window [start, end): deployment frequency, lead time, change failure rate, time to restore, rework rate.
project NULL: of all. Times in seconds; what rests on nothing is NULL, counts are 0.

Counted are deployments of environment production with result success that finished in the window. Lead time: finished less authored, of
each commit that one of them is the first to contain, without the first deployment of each service (its seed) and without merge commits;
negative ones are lead_skewed and left out; low, high: the interval of harmony.median_interval. failed: deployments with an incident
(delivery.linked_incidents), with the Wilson interval; cfr_named: by named causes alone. restore: resolved less created, of incidents
resolved in the window; restore_km_median: Kaplan and Meier''s, of those created in it, open ones cut off at its end; recovery: resolved
less finished of the incident''s deployment. rework_rate: deployments unplanned, rollbacks, or named as what mended an incident.
known_commits: deployments with a commit in the graph.
A window that reaches ahead of now has empty weeks and months in it, and what is open counts as open to its end: end it now.
Tiers: delivery.benchmark. options: {team, service, zone, year, incident_window_seconds}, delivery.read_options.
For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 an infinite window, options that are
none, a project, team, zone or year that is not there; as platform.require_organization. Source: the State of DevOps reports (DORA).';

CREATE OR REPLACE FUNCTION delivery.dora_document(organization uuid, project text, start timestamptz, "end" timestamptz,
                                                  options jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  f record;
BEGIN
  PERFORM delivery.require_organization(organization);
  f := delivery.dora_figures(organization, project, start, "end", options);
  RETURN to_jsonb(f) - '{median_days_per_half_year,days_per_week}'::text[] || jsonb_build_object('tiers', (
    SELECT jsonb_object_agg(y.year, jsonb_build_object(
      'frequency', delivery.tier_with_crossing(organization, y.year, 'frequency', f.days_per_week, NULL, NULL, f.median_days_per_month,
                                               f.median_days_per_half_year),
      'lead', delivery.tier_with_crossing(organization, y.year, 'lead', f.lead_median, f.lead_low, f.lead_high),
      'change_failure_rate', delivery.tier_with_crossing(organization, y.year, 'cfr', f.change_failure_rate, f.cfr_low, f.cfr_high),
      'restore', delivery.tier_with_crossing(organization, y.year, 'restore', f.restore_median, f.restore_low, f.restore_high)))
    FROM (SELECT DISTINCT b.year::integer AS year FROM delivery.benchmark b
          WHERE b.organization_id IS NULL OR b.organization_id = organization) y));
END
$$;
COMMENT ON FUNCTION delivery.dora_document(uuid, text, timestamptz, timestamptz, jsonb) IS
'The row of delivery.dora as a document, then seeds (deployments of the window that are the first of their service), restore_low and
restore_high (the interval of restore_median), and tiers: of each year and figure {tier, crosses}, crosses: whether a border lies within the
figure''s interval, null without one.

Who may, and errors: as delivery.dora.';
