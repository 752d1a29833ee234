-- The figures of delivery.dora in plain SQL over the same tables, by the same rules: percentile_cont for medians and quantiles.
CREATE VIEW bench.plain AS
WITH d AS MATERIALIZED (
  SELECT d.* FROM delivery.counted_deployment d WHERE d.project_id = 1 AND d.finished_at >= '2024-01-01Z' AND d.finished_at < '2026-01-01Z'
), lead AS (
  SELECT extract(epoch FROM d.finished_at - c.authored_at)::float8 AS s
  FROM delivery.commit c JOIN delivery.deployment d ON d.id = c.first_deployment
  WHERE NOT c.is_merge AND NOT d.is_seed AND d.finished_at >= '2024-01-01Z' AND d.finished_at < '2026-01-01Z'
), lead_figures AS (
  SELECT count(*) FILTER (WHERE s >= 0) AS n, count(*) FILTER (WHERE s < 0) AS skewed,
         percentile_cont('{0.5,0.75,0.9}'::float8[]) WITHIN GROUP (ORDER BY s) FILTER (WHERE s >= 0) AS q FROM lead
), limits AS (
  -- The interval by the normal approximation of its ranks, which is within one rank here.
  SELECT min(s) FILTER (WHERE r = floor((n - 1.959964 * sqrt(n)) / 2)) AS low,
    min(s) FILTER (WHERE r = ceil((n + 1.959964 * sqrt(n)) / 2) + 1) AS high
  FROM (SELECT s, row_number() OVER (ORDER BY s) AS r, count(*) OVER () AS n FROM lead WHERE s >= 0) x
), day AS (
  SELECT DISTINCT (finished_at AT TIME ZONE 'UTC')::date AS day FROM d
), week AS (
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS median FROM (
    SELECT w, count(day.day) AS n FROM generate_series('2024-01-01'::timestamp, '2025-12-22', '7 days') w
    LEFT JOIN day ON day.day >= w AND day.day < w + interval '7 days' GROUP BY w) x
), month AS (
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS median FROM (
    SELECT m, count(day.day) AS n FROM generate_series('2024-01-01'::timestamp, '2025-12-01', '1 month') m
    LEFT JOIN day ON day.day >= m AND day.day < m + interval '1 month' GROUP BY m) x
), linked AS MATERIALIZED (
  SELECT i.*, coalesce(n.id, l.id) AS deployment_id, coalesce(n.finished_at, l.finished_at) AS finished_at, n.id IS NOT NULL AS is_named
  FROM delivery.incident i LEFT JOIN delivery.counted_deployment n ON n.project_id = i.project_id AND n.external_id = i.cause
  LEFT JOIN LATERAL (
    SELECT d.id, d.finished_at FROM delivery.counted_deployment d WHERE d.project_id = i.project_id AND d.finished_at < i.created_at
    ORDER BY d.finished_at DESC, d.external_id DESC LIMIT 1) l ON i.cause IS NULL
), failure AS (
  SELECT count(DISTINCT l.deployment_id) AS n, count(DISTINCT l.deployment_id) FILTER (WHERE l.is_named) AS named
  FROM linked l JOIN d ON d.id = l.deployment_id
), restore AS (
  SELECT count(*) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - created_at)::float8) AS median,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - finished_at)::float8)
           FILTER (WHERE resolved_at >= finished_at) AS recovery
  FROM linked WHERE resolved_at >= '2024-01-01Z' AND resolved_at < '2026-01-01Z'
), survival AS (
  -- Kaplan and Meier's curve by window functions: the first time at which it is below a half, or the middle of where it is one.
  SELECT (min(t) FILTER (WHERE s <= 0.5 + 1e-12) + min(t) FILTER (WHERE s < 0.5 - 1e-12)) / 2 AS median FROM (
    SELECT t, exp(sum(ln(greatest(1 - e::float8 / at_risk, 1e-300))) OVER (ORDER BY t)) AS s FROM (
      SELECT t, count(*) FILTER (WHERE over) AS e, sum(count(*)) OVER (ORDER BY t DESC) AS at_risk FROM (
        SELECT extract(epoch FROM least(resolved_at, '2026-01-01Z') - created_at)::float8 AS t,
          (resolved_at < '2026-01-01Z') IS TRUE AS over
        FROM linked WHERE created_at >= '2024-01-01Z' AND created_at < '2026-01-01Z') x GROUP BY t) y) z
), rework AS (
  SELECT avg((d.unplanned OR d.is_rollback OR f.fixed_by IS NOT NULL)::integer) AS rate, avg(d.is_known::integer) AS known
  FROM d LEFT JOIN (SELECT DISTINCT fixed_by FROM delivery.incident WHERE fixed_by IS NOT NULL) f ON f.fixed_by = d.external_id
)
SELECT (SELECT count(*) FROM d) AS deployments, (SELECT count(*) FROM day) AS deployment_days, w.median AS median_days_per_week,
       m.median AS median_days_per_month, l.n AS lead_n, l.skewed AS lead_skewed, l.q[1] AS lead_median, i.low AS lead_low,
         i.high AS lead_high,
       l.q[2] AS lead_p75, l.q[3] AS lead_p90, f.n AS failed, f.named::float8 / (SELECT count(*) FROM d) AS cfr_named, r.n AS restored,
       r.median AS restore_median, s.median AS restore_km_median, r.recovery AS recovery_median, k.rate::float8 AS rework_rate,
       k.known::float8 AS known_commits
FROM week w, month m, lead_figures l, limits i, failure f, restore r, survival s, rework k;
