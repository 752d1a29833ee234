-- How two projects deliver, from the temporary tables commit (project, id, parents, authored_at, author, reverts) and release (project, id,
-- commit_id, released_at) of git.sql or history.sql. A history of git knows no incidents and no board: a commit that takes another one
-- back is taken for an incident from its writing to its release, and a board of work is made up. Expects module delivery and nobody's
-- projects.
\pset footer off
\pset null '-'
INSERT INTO platform.organization (id, name) VALUES (md5('delivery')::uuid, 'Software') ON CONFLICT DO NOTHING;
SELECT md5('delivery')::uuid AS organization \gset

\echo
\echo 'Loaded:'
SELECT x.project, x.kind, x.loaded, x.rejected FROM (
  SELECT c.project, 1 AS o, 'commit' AS kind, (delivery.load(:'organization', c.project, 'commit', jsonb_agg(jsonb_build_object('id', c.id,
    'parents', array_remove(c.parents, ''), 'authored_at', c.authored_at, 'author', c.author)))).*
  FROM commit c GROUP BY c.project
  UNION ALL
  SELECT r.project, 2, 'deployment', (delivery.load(:'organization', r.project, 'deployment', jsonb_agg(jsonb_build_object('id', r.id,
    'environment', 'production', 'result', 'success', 'finished_at', r.released_at, 'commits', ARRAY[r.commit_id])))).*
  FROM release r GROUP BY r.project) x ORDER BY x.project, x.o;
SELECT count(i.loaded) AS incidents FROM (
  SELECT p.code, jsonb_agg(jsonb_build_object('id', c.id, 'created_at', c.authored_at, 'resolved_at', greatest(d.finished_at,
    c.authored_at)))
    AS documents
  FROM commit c JOIN delivery.project p ON p.organization_id = :'organization' AND p.code = c.project
  JOIN delivery.commit k ON k.project_id = p.id AND k.external_id = c.id LEFT JOIN delivery.deployment d ON d.id = k.first_deployment
  WHERE c.reverts GROUP BY p.code) r CROSS JOIN LATERAL delivery.load(:'organization', r.code, 'incident', r.documents) i \gset

-- A board: 160 items in 30 weeks, a tenth of them sent back once, a few not done. A team promises eight days.
SELECT setseed(0.7) IS NULL AS seeded \gset
CREATE TEMP TABLE board AS
  SELECT n, CASE WHEN n % 4 = 0 THEN 'bug' ELSE 'story' END AS type, timestamptz '2025-06-02 09:00Z' + n * interval '31 hours' AS
    created_at,
         random() * interval '3 days' AS queued, (0.3 + 2.5 * -ln(1 - random())) * interval '1 day' AS working, random() < 0.1 AS returns
  FROM generate_series(1, 160) n;
SELECT count(*) AS loads FROM (
  SELECT delivery.load(:'organization', 'board', 'work_item', (SELECT jsonb_agg(jsonb_build_object('id', 'B-' || n, 'type', type, 'team',
    'Blue',
    'points', 1 + n % 5, 'created_at', created_at)) FROM board))
  UNION ALL
  SELECT delivery.load(:'organization', 'board', 'status_change', (
    SELECT jsonb_agg(jsonb_build_object('id', format('B-%s/%s', b.n, s.o), 'work_item', 'B-' || b.n, 'category', s.category, 'at', s.at))
    FROM board b CROSS JOIN LATERAL (VALUES
      (1, 'in_progress', b.created_at + b.queued), (2, CASE WHEN b.returns THEN 'todo' END, b.created_at + b.queued + b.working * 0.4),
      (3, CASE WHEN b.returns THEN 'in_progress' END, b.created_at + b.queued + b.working * 0.6),
      (4, CASE WHEN b.n < 155 THEN 'done' END, b.created_at + b.queued + b.working)) s (o, category, at) WHERE s.category IS NOT NULL))
  UNION ALL
  SELECT delivery.load(:'organization', 'board', 'sprint', (
    SELECT jsonb_agg(jsonb_build_object('id', 'S-' || w, 'team', 'Blue', 'started_at', timestamptz '2025-06-02 09:00Z' + w * interval
      '14 days',
      'ended_at', timestamptz '2025-06-16 09:00Z' + w * interval '14 days', 'items', (
        SELECT jsonb_agg(jsonb_build_object('work_item', 'B-' || n, 'points', 1 + n % 5, 'added', n % 9 = 0, 'completed', n % 7 > 0))
        FROM generate_series(w * 11 + 1, w * 11 + 11) n)))
    FROM generate_series(0, 12) w))) l \gset
INSERT INTO delivery.service_level (organization_id, days) VALUES (:'organization', 8);
ANALYZE;

\echo
\echo 'The four keys of the last year of each project, with what they rest on, their intervals (95 %), and tiers of 2023:'
CREATE TEMP VIEW key AS
  SELECT p.code AS project, d.*
  FROM delivery.project p
  CROSS JOIN LATERAL (SELECT max(c.finished_at) AS until FROM delivery.counted_deployment c WHERE c.project_id = p.id) l
  CROSS JOIN LATERAL delivery.dora(p.organization_id, p.code, l.until - interval '364 days', l.until + interval '1 second') d
  WHERE l.until IS NOT NULL;
SELECT project, deployments AS deployed, round(median_days_per_week::numeric, 1) AS days_a_week, frequency_tier AS tier, lead_n AS commits,
       round((lead_median / 86400)::numeric, 1) AS lead_days, round((lead_low / 86400)::numeric, 1) AS low,
       round((lead_high / 86400)::numeric, 1) AS high, lead_tier AS tier, lead_skewed AS skewed FROM key ORDER BY project;
SELECT project, failed || ' of ' || deployments AS failed, round(100 * change_failure_rate::numeric, 1) AS percent,
       round(100 * cfr_low::numeric, 1) AS low, round(100 * cfr_high::numeric, 1) AS high, cfr_tier AS tier, restored,
       round((restore_median / 86400)::numeric, 1) AS restore_days, round((restore_km_median / 86400)::numeric, 1) AS with_open,
       restore_tier AS tier FROM key ORDER BY project;

\echo 'How the work on a board flows (days), and what of it is older than 85 % of what was done:'
SELECT f ->> 'n' AS done, round((f #>> '{cycle,p50}')::numeric / 86400, 1) AS cycle_50, round((f #>> '{cycle,p85}')::numeric / 86400, 1)
  AS cycle_85,
       round((f #>> '{lead,p50}')::numeric / 86400, 1) AS lead_50, round((f ->> 'efficiency')::numeric, 2) AS efficiency,
       round((f ->> 'rework')::numeric, 2) AS rework, round((f ->> 'service_level')::numeric, 2) AS in_8_days,
       round((f #>> '{little,ratio}')::numeric, 2) AS little, (
         SELECT count(*) FROM jsonb_array_elements(f -> 'ageing') a WHERE (a ->> 'line')::integer >= 85) AS old
FROM delivery.flow(:'organization', '2025-06-02', '2025-12-29', 'board') f;

\echo 'Twenty more items: by when, with which probability; and how often such forecasts were right before:'
SELECT p.o AS "row", f #>> ARRAY['probability', (p.o - 1)::text] AS probability, f #>> ARRAY['periods', (p.o - 1)::text] AS weeks,
       f #>> ARRAY['items', (p.o - 1)::text] AS items_in_4_weeks,
       round((f #>> ARRAY['backtest', 'inside', (p.o - 1)::text])::numeric, 2) AS right_before
FROM delivery.forecast(:'organization', '2025-06-02', '2025-12-29', 'board', items => 20, periods => 4) f CROSS JOIN generate_series(1, 3)
  p (o);

\echo 'Projects side by side, by their sprints:'
SELECT project, round(velocity::numeric, 1) AS velocity, sprints, round(predictability::numeric, 2) AS predictability,
       round(carry_over::numeric, 2) AS carry_over,
       round(scope_change::numeric, 2) AS scope_change, round(health::numeric) AS health
FROM delivery.portfolio(:'organization', '2025-06-02', '2025-12-29') WHERE sprints > 0;
