-- Half a year of a team, made up: pull requests of one to four commits, deployments of what was merged, incidents, and work items. It ends
-- with the newest Monday; seeded: from there back the same every time. Makes the temporary table document.
SET timezone = 'UTC';
SELECT setseed(0.3) IS NULL AS seeded \gset
SELECT date_trunc('week', now()) AS monday \gset
-- A time that is usually near the median, and now and then far beyond it.
CREATE FUNCTION pg_temp.about(median interval, spread float8) RETURNS interval LANGUAGE sql VOLATILE
  RETURN median * exp(spread * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()));

-- Two a working day on average, in the order in which they were merged; each branch begins at the merge before.
CREATE TEMP TABLE change AS
  SELECT row_number() OVER (ORDER BY c.merged_at) AS n, c.merged_at, c.merged_at - c.review AS opened_at, c.review * c.pickup AS pickup,
         c.merged_at - c.review - c.coding AS began_at, c.size, c.author, (c.author + c.other) % 8 AS reviewer
  FROM (SELECT :'monday'::timestamptz - interval '182 days' + make_interval(days => day, mins => 540 + (480 * random())::integer)
                 AS merged_at, pg_temp.about('20 hours', 0.9) AS review, pg_temp.about('14 hours', 0.8) AS coding, random() AS pickup,
               1 + floor(4 * random())::integer AS size, floor(8 * random() * random())::integer AS author,
               1 + floor(7 * random())::integer AS other
        FROM generate_series(0, 181) day, generate_series(1, 3) WHERE day % 7 < 5 AND random() < 0.7) c;
CREATE TEMP TABLE deployed AS
  SELECT row_number() OVER (ORDER BY n) AS n, n AS change, merged_at + pg_temp.about('90 minutes', 0.7) AS at, random() < 0.13 AS fails,
         random() AS chance
  FROM change WHERE n % 3 = 0;
CREATE TEMP TABLE failure AS
  SELECT n, change, at, chance, CASE WHEN n < max(n) OVER () THEN at + interval '1 hour' + interval '6 hours' * chance END AS over_at
  FROM deployed WHERE fails;
CREATE TEMP TABLE work AS
  SELECT n, t.created_at, t.created_at + t.waiting AS started_at, t.created_at + t.waiting + t.doing AS done_at, t.type, t.points, t.again
  FROM (SELECT n, :'monday'::timestamptz - interval '196 days' + interval '196 days' * n / 250 AS created_at,
               pg_temp.about('5 days', 0.8) AS waiting, pg_temp.about('4 days', 0.9) AS doing,
               (ARRAY['story', 'story', 'defect', 'task'])[1 + floor(4 * random())::integer] AS type,
               (ARRAY[1, 2, 3, 5])[1 + floor(4 * random())::integer] AS points, random() < 0.15 AS again
        FROM generate_series(1, 250) n) t;

CREATE TEMP TABLE document AS
  SELECT 'commit' AS kind, jsonb_agg(d) AS documents FROM (
    SELECT jsonb_build_object('id', format('c%s.%s', c.n, k), 'author', 'dev-' || 1 + c.author, 'authored_at',
             c.began_at + (c.opened_at - c.began_at) * (k - 1) / c.size,
             'parents', CASE WHEN k > 1 THEN jsonb_build_array(format('c%s.%s', c.n, k - 1))
                             WHEN c.n > 1 THEN jsonb_build_array('m' || c.n - 1) ELSE '[]' END) AS d
    FROM change c, generate_series(1, c.size) k
    UNION ALL
    SELECT jsonb_build_object('id', 'm' || c.n, 'author', 'dev-' || 1 + c.author, 'authored_at', c.merged_at, 'parents',
             CASE WHEN c.n > 1 THEN jsonb_build_array('m' || c.n - 1) ELSE '[]' END || jsonb_build_array(format('c%s.%s', c.n, c.size)))
    FROM change c) s
  UNION ALL
  SELECT 'pull_request', jsonb_agg(jsonb_build_object('id', 'p' || n, 'author', 'dev-' || 1 + author, 'created_at', opened_at, 'merged_at',
    merged_at, 'merge_commit', 'm' || n, 'additions', 40 * size, 'deletions', 10 * size, 'commits', jsonb_build_array(jsonb_build_object(
    'id', format('c%s.1', n), 'authored_at', began_at)))) FROM change
  UNION ALL
  SELECT 'review', jsonb_agg(jsonb_build_object('id', 'r' || n, 'pull_request', 'p' || n, 'reviewer', 'dev-' || 1 + reviewer,
    'submitted_at', opened_at + pickup, 'state', CASE WHEN n % 4 = 0 THEN 'changes_requested' ELSE 'approved' END)) FROM change
  UNION ALL
  -- What fails is taken back to the deployment before; the newest failure is not over yet.
  SELECT 'deployment', jsonb_agg(jsonb_build_object('id', 'd' || r.id, 'service', 'web', 'environment', 'production', 'result', 'success',
    'started_at', r.at - interval '8 minutes', 'finished_at', r.at, 'commits', jsonb_build_array('m' || r.change), 'is_rollback', r.back))
  FROM (SELECT n::text AS id, at, change, false AS back FROM deployed
        UNION ALL SELECT n || 'r', over_at, greatest(change - 3, 1), true FROM failure WHERE over_at IS NOT NULL) r
  UNION ALL
  SELECT 'incident', jsonb_agg(jsonb_build_object('id', 'i' || n, 'service', 'web', 'created_at', at + interval '40 minutes',
    'resolved_at', over_at, 'fixed_by', 'd' || n || 'r') || CASE WHEN chance < 0.5 THEN jsonb_build_object('cause', 'd' || n) ELSE '{}' END)
  FROM failure
  UNION ALL
  SELECT 'work_item', jsonb_agg(jsonb_build_object('id', 'w' || n, 'type', type, 'team', 'Web', 'title', format('Work item %s', n),
    'points', points, 'created_at', created_at)) FROM work
  UNION ALL
  SELECT 'status_change', jsonb_agg(jsonb_build_object('id', format('w%s.%s', w.n, s.o), 'work_item', 'w' || w.n, 'category', s.category,
    'at', s.at))
  FROM work w CROSS JOIN LATERAL (VALUES
    (1, 'todo', w.created_at), (2, 'in_progress', w.started_at), (5, 'done', w.done_at),
    (3, CASE WHEN w.again THEN 'todo' END, w.started_at + (w.done_at - w.started_at) * 0.3),
    (4, CASE WHEN w.again THEN 'in_progress' END, w.started_at + (w.done_at - w.started_at) * 0.6)) s (o, category, at)
  WHERE s.category IS NOT NULL AND s.at < :'monday'
  UNION ALL
  SELECT 'sprint', jsonb_agg(s.document) FROM (
    SELECT jsonb_build_object('id', 's' || n, 'team', 'Web', 'started_at', b.at, 'ended_at', b.at + interval '14 days', 'items',
             (SELECT jsonb_agg(jsonb_build_object('work_item', 'w' || w.n, 'points', w.points, 'added', w.created_at > b.at,
                'completed', w.done_at < b.at + interval '14 days'))
              FROM work w WHERE w.started_at < b.at + interval '10 days' AND w.done_at >= b.at)) AS document
    FROM generate_series(1, 13) n CROSS JOIN LATERAL (SELECT :'monday'::timestamptz - interval '14 days' * (14 - n) AS at) b) s;
