-- From documents to rows: incidents, pull requests, reviews, work items, changes of their status, sprints. A row that is new has no xmax.

CREATE OR REPLACE FUNCTION delivery.load_incidents(project delivery.project, documents jsonb[], OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  WITH written AS (
    INSERT INTO delivery.incident AS o (organization_id, project_id, external_id, service, created_at, resolved_at, cause, fixed_by)
    SELECT project.organization_id, project.id, d ->> 'id', d ->> 'service', (d ->> 'created_at')::timestamptz,
           (d ->> 'resolved_at')::timestamptz, d ->> 'cause', d ->> 'fixed_by'
    FROM unnest(documents) d
    ON CONFLICT (project_id, external_id) DO UPDATE
    SET service = excluded.service, created_at = excluded.created_at, resolved_at = excluded.resolved_at, cause = excluded.cause,
        fixed_by = excluded.fixed_by
    WHERE (o.service, o.created_at, o.resolved_at, o.cause, o.fixed_by)
      IS DISTINCT FROM (excluded.service, excluded.created_at, excluded.resolved_at, excluded.cause, excluded.fixed_by)
    RETURNING o.xmax = 0 AS is_new
  )
  SELECT count(*) FILTER (WHERE w.is_new), count(*) FILTER (WHERE NOT w.is_new) INTO loaded, updated FROM written w;
END
$$;
COMMENT ON FUNCTION delivery.load_incidents(delivery.project, jsonb[]) IS 'Writes incidents.';

CREATE OR REPLACE FUNCTION delivery.load_pull_requests(project delivery.project, documents jsonb[],
                                                       OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  changed text[];
  added text[];
  moved text[];
BEGIN
  PERFORM delivery.add_aliases(project.organization_id, ARRAY (SELECT DISTINCT d ->> 'author' FROM unnest(documents) d));
  WITH old AS MATERIALIZED (
    SELECT o.* FROM delivery.pull_request o JOIN unnest(documents) d ON d ->> 'id' = o.external_id WHERE o.project_id = project.id
  ), written AS (
    INSERT INTO delivery.pull_request AS o (organization_id, project_id, external_id, author_id, created_at, merged_at, closed_at,
                                            merge_commit, additions, deletions)
    SELECT project.organization_id, project.id, d ->> 'id',
           (SELECT a.id FROM delivery.author_alias a
            WHERE a.organization_id = project.organization_id AND a.alias = d ->> 'author'),
           (d ->> 'created_at')::timestamptz, (d ->> 'merged_at')::timestamptz, (d ->> 'closed_at')::timestamptz, d ->> 'merge_commit',
           (d ->> 'additions')::numeric::integer, (d ->> 'deletions')::numeric::integer
    FROM unnest(documents) d
    ON CONFLICT (project_id, external_id) DO UPDATE
    SET author_id = excluded.author_id, created_at = excluded.created_at, merged_at = excluded.merged_at, closed_at = excluded.closed_at,
        merge_commit = excluded.merge_commit, additions = excluded.additions, deletions = excluded.deletions
    WHERE (o.author_id, o.created_at, o.merged_at, o.closed_at, o.merge_commit, o.additions, o.deletions)
      IS DISTINCT FROM (excluded.author_id, excluded.created_at, excluded.merged_at, excluded.closed_at, excluded.merge_commit,
                        excluded.additions, excluded.deletions)
    RETURNING o.*, o.xmax = 0 AS is_new
  )
  SELECT array_agg(w.external_id) FILTER (WHERE NOT w.is_new AND
           (w.created_at, w.merged_at, w.closed_at, w.merge_commit, w.additions, w.deletions)
             IS DISTINCT FROM (o.created_at, o.merged_at, o.closed_at, o.merge_commit, o.additions, o.deletions)),
         array_agg(w.external_id) FILTER (WHERE w.is_new) INTO changed, added
  FROM written w LEFT JOIN old o USING (external_id);
  WITH said AS MATERIALIZED (
    SELECT d ->> 'id' AS pull_request, c ->> 'id' AS commit, min((c ->> 'authored_at')::timestamptz) AS authored_at
    FROM unnest(documents) d
    CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(d -> 'commits') WHEN 'array' THEN d -> 'commits' ELSE '[]' END) c
    GROUP BY 1, 2
  ), gone AS (
    DELETE FROM delivery.pull_request_commit o USING unnest(documents) d
    WHERE o.project_id = project.id AND o.pull_request = d ->> 'id'
      AND NOT EXISTS (SELECT FROM said s WHERE s.pull_request = o.pull_request AND s.commit = o.commit)
    RETURNING o.pull_request
  ), written AS (
    INSERT INTO delivery.pull_request_commit AS o (organization_id, project_id, pull_request, commit, authored_at)
    SELECT project.organization_id, project.id, s.* FROM said s
    ON CONFLICT (project_id, pull_request, commit) DO UPDATE SET authored_at = excluded.authored_at
    WHERE o.authored_at IS DISTINCT FROM excluded.authored_at
    RETURNING o.pull_request
  )
  SELECT array_agg(x.id) INTO moved FROM (SELECT g.pull_request FROM gone g UNION SELECT w.pull_request FROM written w) x (id);
  loaded := coalesce(cardinality(added), 0);
  updated := (SELECT count(*) FROM (SELECT unnest(changed) UNION SELECT unnest(moved) EXCEPT SELECT unnest(added)) x);
END
$$;
COMMENT ON FUNCTION delivery.load_pull_requests(delivery.project, jsonb[]) IS 'Writes pull requests and their commits.';

CREATE OR REPLACE FUNCTION delivery.load_reviews(project delivery.project, documents jsonb[], OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  PERFORM delivery.add_aliases(project.organization_id, ARRAY (SELECT DISTINCT d ->> 'reviewer' FROM unnest(documents) d));
  WITH old AS MATERIALIZED (
    SELECT o.* FROM delivery.review o JOIN unnest(documents) d ON d ->> 'id' = o.external_id WHERE o.project_id = project.id
  ), written AS (
    INSERT INTO delivery.review AS o (organization_id, project_id, external_id, pull_request, reviewer_id, submitted_at, state)
    SELECT project.organization_id, project.id, d ->> 'id', d ->> 'pull_request',
           (SELECT a.id FROM delivery.author_alias a
            WHERE a.organization_id = project.organization_id AND a.alias = d ->> 'reviewer'),
           (d ->> 'submitted_at')::timestamptz, d ->> 'state'
    FROM unnest(documents) d
    ON CONFLICT (project_id, external_id) DO UPDATE
    SET pull_request = excluded.pull_request, reviewer_id = excluded.reviewer_id, submitted_at = excluded.submitted_at,
        state = excluded.state
    WHERE (o.pull_request, o.reviewer_id, o.submitted_at, o.state)
      IS DISTINCT FROM (excluded.pull_request, excluded.reviewer_id, excluded.submitted_at, excluded.state)
    RETURNING o.*, o.xmax = 0 AS is_new
  )
  SELECT count(*) FILTER (WHERE w.is_new), count(*) FILTER (WHERE NOT w.is_new AND
           (w.pull_request, w.submitted_at, w.state) IS DISTINCT FROM (o.pull_request, o.submitted_at, o.state))
  INTO loaded, updated FROM written w LEFT JOIN old o USING (external_id);
END
$$;
COMMENT ON FUNCTION delivery.load_reviews(delivery.project, jsonb[]) IS 'Writes reviews.';

CREATE OR REPLACE FUNCTION delivery.load_work_items(project delivery.project, documents jsonb[], OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  PERFORM delivery.add_teams(project.organization_id, ARRAY (SELECT DISTINCT d ->> 'team' FROM unnest(documents) d));
  WITH written AS (
    INSERT INTO delivery.work_item AS o (organization_id, project_id, external_id, type, team_id, title, points, created_at)
    SELECT project.organization_id, project.id, d ->> 'id', d ->> 'type',
           (SELECT t.id FROM delivery.team t WHERE t.organization_id = project.organization_id AND t.name = d ->> 'team'),
           d ->> 'title', (d ->> 'points')::float8, (d ->> 'created_at')::timestamptz
    FROM unnest(documents) d
    ON CONFLICT (project_id, external_id) DO UPDATE
    SET type = excluded.type, team_id = excluded.team_id, title = excluded.title, points = excluded.points,
        created_at = excluded.created_at, is_loaded = true
    WHERE (o.type, o.team_id, o.title, o.points, o.created_at, o.is_loaded)
      IS DISTINCT FROM (excluded.type, excluded.team_id, excluded.title, excluded.points, excluded.created_at, true)
    RETURNING o.xmax = 0 AS is_new
  )
  SELECT count(*) FILTER (WHERE w.is_new), count(*) FILTER (WHERE NOT w.is_new) INTO loaded, updated FROM written w;
END
$$;
COMMENT ON FUNCTION delivery.load_work_items(delivery.project, jsonb[]) IS 'Writes work items.';

CREATE OR REPLACE FUNCTION delivery.load_status_changes(project delivery.project, documents jsonb[],
                                                        OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  WITH written AS (
    INSERT INTO delivery.status_change AS o (organization_id, project_id, external_id, work_item, category, at)
    SELECT project.organization_id, project.id, d ->> 'id', d ->> 'work_item', d ->> 'category', (d ->> 'at')::timestamptz
    FROM unnest(documents) d
    ON CONFLICT (project_id, external_id) DO UPDATE SET work_item = excluded.work_item, category = excluded.category, at = excluded.at
    WHERE (o.work_item, o.category, o.at) IS DISTINCT FROM (excluded.work_item, excluded.category, excluded.at)
    RETURNING o.xmax = 0 AS is_new
  )
  SELECT count(*) FILTER (WHERE w.is_new), count(*) FILTER (WHERE NOT w.is_new) INTO loaded, updated FROM written w;
END
$$;
COMMENT ON FUNCTION delivery.load_status_changes(delivery.project, jsonb[]) IS 'Writes changes of status.';

CREATE OR REPLACE FUNCTION delivery.load_sprints(project delivery.project, documents jsonb[], OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  changed text[];
  added text[];
  moved text[];
BEGIN
  PERFORM delivery.add_teams(project.organization_id, ARRAY (SELECT DISTINCT d ->> 'team' FROM unnest(documents) d));
  WITH written AS (
    INSERT INTO delivery.sprint AS o (organization_id, project_id, external_id, team_id, started_at, ended_at)
    SELECT project.organization_id, project.id, d ->> 'id',
           (SELECT t.id FROM delivery.team t WHERE t.organization_id = project.organization_id AND t.name = d ->> 'team'),
           (d ->> 'started_at')::timestamptz, (d ->> 'ended_at')::timestamptz
    FROM unnest(documents) d
    ON CONFLICT (project_id, external_id) DO UPDATE
    SET team_id = excluded.team_id, started_at = excluded.started_at, ended_at = excluded.ended_at
    WHERE (o.team_id, o.started_at, o.ended_at) IS DISTINCT FROM (excluded.team_id, excluded.started_at, excluded.ended_at)
    RETURNING o.external_id, o.xmax = 0 AS is_new
  )
  SELECT array_agg(w.external_id) FILTER (WHERE NOT w.is_new), array_agg(w.external_id) FILTER (WHERE w.is_new) INTO changed, added
  FROM written w;
  WITH said AS MATERIALIZED (
    -- Of an item that is named twice the last counts.
    SELECT DISTINCT ON (1, 2) d ->> 'id' AS sprint, i.item ->> 'work_item' AS work_item, (i.item ->> 'points')::float8 AS points,
           coalesce((i.item ->> 'added')::boolean, false) AS is_added, coalesce((i.item ->> 'removed')::boolean, false) AS is_removed,
           coalesce((i.item ->> 'completed')::boolean, false) AS is_completed
    FROM unnest(documents) d
    CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(d -> 'items') WHEN 'array' THEN d -> 'items' ELSE '[]' END)
      WITH ORDINALITY i (item, n)
    ORDER BY 1, 2, i.n DESC
  ), gone AS (
    DELETE FROM delivery.sprint_item o USING unnest(documents) d
    WHERE o.project_id = project.id AND o.sprint = d ->> 'id'
      AND NOT EXISTS (SELECT FROM said s WHERE s.sprint = o.sprint AND s.work_item = o.work_item)
    RETURNING o.sprint
  ), written AS (
    INSERT INTO delivery.sprint_item AS o (organization_id, project_id, sprint, work_item, points, is_added, is_removed, is_completed)
    SELECT project.organization_id, project.id, s.* FROM said s
    ON CONFLICT (project_id, sprint, work_item) DO UPDATE
    SET points = excluded.points, is_added = excluded.is_added, is_removed = excluded.is_removed, is_completed = excluded.is_completed
    WHERE (o.points, o.is_added, o.is_removed, o.is_completed)
      IS DISTINCT FROM (excluded.points, excluded.is_added, excluded.is_removed, excluded.is_completed)
    RETURNING o.sprint
  )
  SELECT array_agg(x.id) INTO moved FROM (SELECT g.sprint FROM gone g UNION SELECT w.sprint FROM written w) x (id);
  loaded := coalesce(cardinality(added), 0);
  updated := (SELECT count(*) FROM (SELECT unnest(changed) UNION SELECT unnest(moved) EXCEPT SELECT unnest(added)) x);
END
$$;
COMMENT ON FUNCTION delivery.load_sprints(delivery.project, jsonb[]) IS 'Writes sprints and their work.';
