-- From records of GitHub to documents. What is written of an entity is made of all that was kept of it, so the order of records is no
-- matter.

CREATE OR REPLACE FUNCTION delivery.newest_record(integration integer, project text, kind text, key text, member text DEFAULT NULL)
RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT r.document FROM delivery.raw_record r
  WHERE r.integration_id = $1 AND r.project = $2 AND r.kind = $3 AND r.external_id = $4 AND ($5 IS NULL OR r.document ? $5)
  ORDER BY r.id DESC LIMIT 1
$$;
COMMENT ON FUNCTION delivery.newest_record(integer, text, text, text, text) IS
'What was told last of an entity; with member: in a record that has it.';

CREATE OR REPLACE FUNCTION delivery.github_pulls(integration delivery.integration, project text, batch bigint[])
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  RETURN QUERY
  SELECT k.record, 'pull_request', jsonb_build_object(
           'id', k.external_id, 'author', p.pull #>> '{user,login}', 'created_at', p.pull -> 'created_at',
           'merged_at', p.pull -> 'merged_at', 'closed_at', p.pull -> 'closed_at',
           -- Of one that is open it is the commit of a trial.
           'merge_commit', CASE WHEN p.pull ->> 'merged_at' IS NOT NULL THEN p.pull -> 'merge_commit_sha' END,
           'additions', s.sized -> 'additions', 'deletions', s.sized -> 'deletions', 'commits', (
             SELECT coalesce(jsonb_agg(jsonb_build_object('id', c -> 'sha', 'authored_at', c #> '{commit,author,date}')), '[]')
             FROM jsonb_array_elements(delivery.list_of(delivery.newest_record(integration.id, github_pulls.project, 'github.pull_commits',
               k.external_id) -> 'commits')) c)), NULL
  FROM (SELECT r.external_id, max(r.id) AS record FROM delivery.raw_record r
        WHERE r.id = ANY (batch) AND r.kind IN ('github.pulls', 'github.pull_commits') AND r.external_id IS NOT NULL
        GROUP BY r.external_id) k
  CROSS JOIN LATERAL (SELECT delivery.newest_record(integration.id, github_pulls.project, 'github.pulls', k.external_id)) p (pull)
  CROSS JOIN LATERAL (
    SELECT delivery.newest_record(integration.id, github_pulls.project, 'github.pulls', k.external_id, 'additions')) s (sized)
  WHERE p.pull IS NOT NULL;
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
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  RETURN QUERY
  SELECT k.record, 'deployment', jsonb_build_object(
           'id', k.external_id, 'service', integration.settings -> 'service',
           'environment', CASE WHEN delivery.is_production(integration.settings, d.document) THEN 'production'
                               ELSE d.document ->> 'environment' END,
           'started_at', d.document -> 'created_at', 'commits', jsonb_build_array(d.document -> 'sha'),
           'is_rollback', coalesce(d.document ->> 'task' ~* 'rollback', false),
           'result', CASE WHEN s.succeeded_at IS NOT NULL THEN 'success' WHEN s.failed_at IS NOT NULL THEN 'failure' END,
           'finished_at', coalesce(s.succeeded_at, s.failed_at)), NULL
  FROM (SELECT r.external_id, max(r.id) AS record FROM delivery.raw_record r
        WHERE r.id = ANY (batch) AND r.kind IN ('github.deployments', 'github.deployment_statuses') AND r.external_id IS NOT NULL
        GROUP BY r.external_id) k
  CROSS JOIN LATERAL (
    SELECT delivery.newest_record(integration.id, github_deployments.project, 'github.deployments', k.external_id)) d (document)
  CROSS JOIN LATERAL (
    -- A success that another deployment has made inactive was one; GitHub writes all times alike, so that they sort as texts.
    SELECT min(r.document ->> 'created_at') FILTER (WHERE r.document ->> 'state' = 'success') AS succeeded_at,
           (array_agg(CASE WHEN r.document ->> 'state' IN ('failure', 'error') THEN r.document ->> 'created_at' END
                      ORDER BY r.document ->> 'created_at' DESC, r.id DESC))[1] AS failed_at
    FROM delivery.raw_record r
    WHERE r.integration_id = integration.id AND r.project = github_deployments.project AND r.kind = 'github.deployment_statuses'
      AND r.external_id = k.external_id) s
  WHERE d.document IS NOT NULL;
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
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  RETURN QUERY
  WITH issue AS MATERIALIZED (
    SELECT k.record, k.external_id AS number, d.document, coalesce((
             SELECT bool_or(l ->> 'name' = integration.settings ->> 'incident_label')
             FROM jsonb_array_elements(delivery.list_of(d.document -> 'labels')) l), false) AS is_incident
    FROM (SELECT r.external_id, max(r.id) AS record FROM delivery.raw_record r
          WHERE r.id = ANY (batch) AND r.kind = 'github.issues' AND r.external_id IS NOT NULL GROUP BY r.external_id) k
    CROSS JOIN LATERAL (SELECT delivery.newest_record(integration.id, github_issues.project, 'github.issues', k.external_id)) d (document)
    WHERE NOT d.document ? 'pull_request'  -- the list of issues has pull requests in it
  ), version AS (
    -- An issue says its last closing alone: that it was open again stands in what was kept before.
    SELECT i.record, i.number, r.document, lag(r.document ->> 'closed_at') OVER (PARTITION BY i.number ORDER BY r.id) AS closed_before
    FROM issue i JOIN delivery.raw_record r ON r.integration_id = integration.id AND r.project = github_issues.project
      AND r.kind = 'github.issues' AND r.external_id = i.number
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
