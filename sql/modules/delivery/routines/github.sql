-- From records of GitHub to documents. What is written of an entity is made of all that was kept of it, so the order of records is no
-- matter.

CREATE OR REPLACE FUNCTION delivery.steer(n bigint) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM set_config('enable_nestloop', CASE WHEN n > 1000 THEN 'off' ELSE 'on' END, true);
END
$$;
COMMENT ON FUNCTION delivery.steer(bigint) IS
'Has the statements of a function with a setting enable_nestloop of its own, which is restored at its end, join n rows to kept records: few
through the index, many by one pass over all. The planner knows neither how many they are nor what has been kept a moment ago.';

CREATE OR REPLACE FUNCTION delivery.github_pulls(integration delivery.integration, project text, batch bigint[])
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_nestloop = on SET jit = off
AS $$
BEGIN
  PERFORM delivery.steer(cardinality(batch));
  RETURN QUERY
  WITH touched AS MATERIALIZED (
    SELECT r.external_id, max(r.id) AS record FROM delivery.raw_record r
    WHERE r.id = ANY (batch) AND r.kind IN ('github.pulls', 'github.pull_commits') AND r.external_id IS NOT NULL GROUP BY r.external_id
  ), told AS (
    SELECT t.external_id, t.record, (array_agg(r.document ORDER BY r.id DESC) FILTER (WHERE r.kind = 'github.pulls'))[1] AS pull,
           (array_agg(r.document ORDER BY r.id DESC) FILTER (WHERE r.kind = 'github.pulls' AND r.document ? 'additions'))[1] AS sized,
           (array_agg(r.document ORDER BY r.id DESC) FILTER (WHERE r.kind = 'github.pull_commits'))[1] AS commits
    FROM touched t JOIN delivery.raw_record r ON r.integration_id = integration.id AND r.project = github_pulls.project
      AND r.kind IN ('github.pulls', 'github.pull_commits') AND r.external_id = t.external_id
    GROUP BY t.external_id, t.record
  )
  SELECT t.record, 'pull_request', jsonb_build_object(
           'id', t.external_id, 'author', t.pull #>> '{user,login}', 'created_at', t.pull -> 'created_at',
           'merged_at', t.pull -> 'merged_at', 'closed_at', t.pull -> 'closed_at',
           -- Of one that is open it is the commit of a trial.
           'merge_commit', CASE WHEN t.pull ->> 'merged_at' IS NOT NULL THEN t.pull -> 'merge_commit_sha' END,
           'additions', t.sized -> 'additions', 'deletions', t.sized -> 'deletions', 'commits', (
             SELECT coalesce(jsonb_agg(jsonb_build_object('id', c -> 'sha', 'authored_at', c #> '{commit,author,date}')), '[]')
             FROM jsonb_array_elements(delivery.list_of(t.commits -> 'commits')) c)), NULL
  FROM told t WHERE t.pull IS NOT NULL;
  RETURN QUERY
  SELECT r.id, 'review', jsonb_build_object(
           'id', r.document ->> 'id', 'pull_request', substring(r.document ->> 'pull_request_url' FROM '/(\d+)$'),
           'reviewer', r.document #>> '{user,login}', 'submitted_at', r.document -> 'submitted_at', 'state', lower(r.document ->> 'state')),
         NULL
  FROM delivery.raw_record r WHERE r.id = ANY (batch) AND r.kind = 'github.reviews' AND r.external_id IS NOT NULL;
END
$$;
COMMENT ON FUNCTION delivery.github_pulls(delivery.integration, text, bigint[]) IS
'Pull requests and reviews of which records of a batch tell.';

CREATE OR REPLACE FUNCTION delivery.is_production(settings jsonb, deployment jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN deployment -> 'production_environment' = 'true' OR lower(deployment ->> 'environment') = 'production'
         OR deployment ->> 'environment' = settings ->> 'production';
COMMENT ON FUNCTION delivery.is_production(jsonb, jsonb) IS
'Whether a deployment of GitHub is to production: it says so, or its environment is called so, or as the settings of the integration say.';

CREATE OR REPLACE FUNCTION delivery.github_deployments(integration delivery.integration, project text, batch bigint[])
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_nestloop = on SET jit = off
AS $$
BEGIN
  PERFORM delivery.steer(cardinality(batch));
  RETURN QUERY
  WITH touched AS MATERIALIZED (
    SELECT r.external_id, max(r.id) AS record FROM delivery.raw_record r
    WHERE r.id = ANY (batch) AND r.kind IN ('github.deployments', 'github.deployment_statuses') AND r.external_id IS NOT NULL
    GROUP BY r.external_id
  ), status AS (
    SELECT t.external_id, t.record, r.id, r.kind, r.document, r.document ->> 'state' AS state, r.document ->> 'created_at' AS at
    FROM touched t JOIN delivery.raw_record r ON r.integration_id = integration.id AND r.project = github_deployments.project
      AND r.kind IN ('github.deployments', 'github.deployment_statuses') AND r.external_id = t.external_id
  ), told AS (
    -- A success that another deployment has made inactive was one; GitHub writes all times alike, so that they sort as texts.
    SELECT s.external_id, s.record, (array_agg(s.document ORDER BY s.id DESC) FILTER (WHERE s.kind = 'github.deployments'))[1] AS document,
           min(s.at) FILTER (WHERE s.kind = 'github.deployment_statuses' AND s.state = 'success') AS succeeded_at,
           (array_agg(CASE WHEN s.state IN ('failure', 'error') THEN s.at END ORDER BY s.at DESC, s.id DESC)
             FILTER (WHERE s.kind = 'github.deployment_statuses'))[1] AS failed_at
    FROM status s GROUP BY s.external_id, s.record
  )
  SELECT t.record, 'deployment', jsonb_build_object(
           'id', t.external_id, 'service', integration.settings -> 'service',
           'environment', CASE WHEN delivery.is_production(integration.settings, t.document) THEN 'production'
                               ELSE t.document ->> 'environment' END,
           'started_at', t.document -> 'created_at', 'commits', jsonb_build_array(t.document -> 'sha'),
           'is_rollback', coalesce(t.document ->> 'task' ~* 'rollback', false),
           'result', CASE WHEN t.succeeded_at IS NOT NULL THEN 'success' WHEN t.failed_at IS NOT NULL THEN 'failure' END,
           'finished_at', coalesce(t.succeeded_at, t.failed_at)), NULL
  FROM told t WHERE t.document IS NOT NULL;
END
$$;
COMMENT ON FUNCTION delivery.github_deployments(delivery.integration, text, bigint[]) IS
'Deployments of which records of a batch tell, with what their statuses say.';

CREATE OR REPLACE FUNCTION delivery.github_commits(batch bigint[]) RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY
  SELECT r.id, 'commit', jsonb_build_object(
           'id', r.document -> 'sha', 'authored_at', r.document #> '{commit,author,date}',
           'committed_at', r.document #> '{commit,committer,date}',
           'author', coalesce(r.document #>> '{author,login}', r.document #>> '{commit,author,email}'),
           'parents', (SELECT coalesce(jsonb_agg(p -> 'sha'), '[]')
                       FROM jsonb_array_elements(delivery.list_of(r.document -> 'parents')) p)), NULL
  FROM delivery.raw_record r WHERE r.id = ANY (batch) AND r.kind = 'github.commits' AND r.external_id IS NOT NULL;
END
$$;
COMMENT ON FUNCTION delivery.github_commits(bigint[]) IS
'Commits of which records of a batch tell; an author whom GitHub does not know has the address.';

CREATE OR REPLACE FUNCTION delivery.github_issues(integration delivery.integration, project text, batch bigint[])
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_nestloop = on SET jit = off
AS $$
BEGIN
  PERFORM delivery.steer(cardinality(batch));
  RETURN QUERY
  WITH touched AS MATERIALIZED (
    SELECT r.external_id, max(r.id) AS record FROM delivery.raw_record r
    WHERE r.id = ANY (batch) AND r.kind = 'github.issues' AND r.external_id IS NOT NULL GROUP BY r.external_id
  ), version AS MATERIALIZED (
    -- An issue says its last closing alone: that it was open again stands in what was kept before. The list has pull requests in it.
    SELECT t.record, t.external_id AS number, r.document, row_number() OVER (PARTITION BY t.external_id ORDER BY r.id DESC) AS age,
           lag(r.document ->> 'closed_at') OVER (PARTITION BY t.external_id ORDER BY r.id) AS closed_before
    FROM touched t JOIN delivery.raw_record r ON r.integration_id = integration.id AND r.project = github_issues.project
      AND r.kind = 'github.issues' AND r.external_id = t.external_id
    WHERE NOT r.document ? 'pull_request'
  ), issue AS (
    SELECT v.record, v.number, v.document, coalesce((
             SELECT bool_or(l ->> 'name' = integration.settings ->> 'incident_label')
             FROM jsonb_array_elements(delivery.list_of(v.document -> 'labels')) l), false) AS is_incident
    FROM version v WHERE v.age = 1
  )
  SELECT i.record, 'work_item', jsonb_build_object(
           'id', i.number, 'title', left(i.document ->> 'title', 500), 'created_at', i.document -> 'created_at',
           'type', CASE WHEN i.is_incident THEN 'incident' ELSE coalesce(i.document #>> '{type,name}', 'issue') END), NULL
  FROM issue i
  UNION ALL
  SELECT i.record, 'incident', jsonb_build_object('id', i.number, 'service', integration.settings -> 'service',
           'created_at', i.document -> 'created_at', 'resolved_at', i.document -> 'closed_at'), NULL
  FROM issue i WHERE i.is_incident
  UNION ALL
  SELECT v.record, 'status_change', jsonb_build_object('id', format('%s/%s', v.number, c.at), 'work_item', v.number,
           'category', c.category, 'at', c.at), NULL
  FROM version v CROSS JOIN LATERAL (VALUES
    ('done', v.document ->> 'closed_at'),
    ('todo', CASE WHEN v.document ->> 'closed_at' IS NULL AND v.closed_before IS NOT NULL THEN v.document ->> 'updated_at' END))
    c (category, at)
  WHERE c.at IS NOT NULL;
END
$$;
COMMENT ON FUNCTION delivery.github_issues(delivery.integration, text, bigint[]) IS
'Work items of which records of a batch tell, incidents among them, and when they were closed and opened again.';
