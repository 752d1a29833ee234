-- How long pull requests take, and where.

CREATE OR REPLACE FUNCTION delivery.is_bot(alias text, is_bot boolean) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(is_bot, alias ~* '\[bot\]$');
COMMENT ON FUNCTION delivery.is_bot(text, boolean) IS
'Whether a name is no person''s: as the list says (delivery.author_alias.is_bot), else by the pattern ...[bot].';

CREATE OR REPLACE FUNCTION delivery.first_reviews(projects integer[])
RETURNS TABLE (project_id integer, pull_request text, reviewed_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET enable_nestloop = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT p.project_id, p.external_id::text, greatest(min(r.submitted_at), p.created_at)
  FROM delivery.pull_request p JOIN delivery.review r ON r.project_id = p.project_id AND r.pull_request = p.external_id
  JOIN delivery.author_alias a ON a.id = r.reviewer_id LEFT JOIN delivery.author_alias o ON o.id = p.author_id
  WHERE p.project_id = ANY (projects) AND NOT delivery.is_bot(a.alias, a.is_bot)
    AND coalesce(a.author_id, -a.id) IS DISTINCT FROM coalesce(o.author_id, -o.id)
    AND (p.merged_at IS NULL OR r.submitted_at <= p.merged_at)
  GROUP BY p.project_id, p.external_id;
END
$$;
COMMENT ON FUNCTION delivery.first_reviews(integer[]) IS
'When each pull request was first reviewed by another person: no bot, no other name of the author, not after the merge; a review from
before it was opened counts as at its opening. Those without one are not in it.';

CREATE OR REPLACE FUNCTION delivery.pull_request_parts(projects integer[])
RETURNS TABLE (project_id integer, pull_request text, coding float8, pickup float8, review float8, deploy float8, total float8,
               deployment text, flags text[])
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
  SET enable_nestloop = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH began AS MATERIALIZED (
    SELECT w.project_id, w.pull_request, min(coalesce(w.authored_at, c.authored_at)) AS at
    FROM delivery.pull_request_commit w
    LEFT JOIN delivery.commit c ON w.authored_at IS NULL AND c.project_id = w.project_id AND c.external_id = w.commit
    WHERE w.project_id = ANY (projects) GROUP BY w.project_id, w.pull_request
  ), event AS (
    SELECT p.project_id, p.external_id, CASE WHEN b.at IS NOT NULL THEN least(b.at, p.created_at) END AS t0, p.created_at AS t1,
           r.reviewed_at AS t2, p.merged_at AS t3, d.id IS NOT NULL AS is_deployed, coalesce(d.is_seed, false) AS is_seed,
           CASE WHEN NOT d.is_seed THEN d.external_id END AS deployment,
           CASE WHEN NOT d.is_seed AND d.finished_at >= p.merged_at THEN d.finished_at END AS t4
    FROM delivery.pull_request p
    LEFT JOIN began b ON b.project_id = p.project_id AND b.pull_request = p.external_id
    LEFT JOIN delivery.first_reviews(projects) r ON r.project_id = p.project_id AND r.pull_request = p.external_id
    LEFT JOIN delivery.commit c ON c.project_id = p.project_id AND c.external_id = p.merge_commit
    LEFT JOIN delivery.counted_deployment d ON d.project_id = p.project_id AND d.id = c.first_deployment
    WHERE p.project_id = ANY (projects) AND p.merged_at IS NOT NULL
  )
  SELECT e.project_id, e.external_id::text, extract(epoch FROM e.t1 - e.t0)::float8, extract(epoch FROM e.t2 - e.t1)::float8,
         extract(epoch FROM e.t3 - e.t2)::float8, extract(epoch FROM e.t4 - e.t3)::float8, extract(epoch FROM e.t4 - e.t0)::float8,
         e.deployment::text,
         array_remove(ARRAY[CASE WHEN e.is_seed THEN 'baseline' END,
                            CASE WHEN e.deployment IS NOT NULL AND e.t4 IS NULL THEN 'deployed_before_merge' END,
                            CASE WHEN NOT e.is_deployed THEN 'not_deployed' END, CASE WHEN e.t2 IS NULL THEN 'unreviewed' END], NULL)
  FROM event e;
END
$$;
COMMENT ON FUNCTION delivery.pull_request_parts(integer[]) IS
'The rows of delivery.pull_request_times of several projects, each with its number, in no order.';

CREATE OR REPLACE FUNCTION delivery.pull_request_times(organization uuid, project text)
RETURNS TABLE (pull_request text, coding float8, pickup float8, review float8, deploy float8, total float8, deployment text, flags text[])
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM delivery.require_organization(organization);
  RETURN QUERY
  SELECT p.pull_request, p.coding, p.pickup, p.review, p.deploy, p.total, p.deployment, p.flags
  FROM delivery.pull_request_parts(delivery.projects_of(organization, project)) p ORDER BY p.pull_request COLLATE "C", p.project_id;
END
$$;
COMMENT ON FUNCTION delivery.pull_request_times(uuid, text) IS
'The merged pull requests of a project, or with NULL of all, and how long each part took, in seconds: coding, from the first commit, or the
opening where that is earlier, to the opening; pickup, to the first review by another person (no bot, not after the merge); review, to the
merge; deploy, to the first deployment with the merge commit; total, of all. The parts add up to the total.

NULL where a part has no end: without a commit whose time is known coding and total, without a review pickup and review, without a
deployment deploy and total. flags: unreviewed; not_deployed; baseline (the first deployment of a service has it: no deployment is named);
deployed_before_merge (that deployment finished before the merge: deploy and total NULL).
For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 there is no such project; as
platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.shown_pull_requests()
RETURNS TABLE (id bigint, project text, external_id text, author_is_bot boolean, created_at timestamptz, merged_at timestamptz,
               closed_at timestamptz, additions integer, deletions integer, coding float8, pickup float8, review float8, deploy float8,
               total float8, deployment text, flags text[])
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  projects CONSTANT integer[] := ARRAY (
    SELECT p.id FROM delivery.project p WHERE p.organization_id = ANY (platform.require_organizations()));
BEGIN
  RETURN QUERY
  SELECT p.id, o.code::text, p.external_id::text, coalesce(delivery.is_bot(a.alias, a.is_bot), false), p.created_at, p.merged_at,
         p.closed_at, p.additions, p.deletions, t.coding, t.pickup, t.review, t.deploy, t.total, t.deployment, coalesce(t.flags, '{}')
  FROM delivery.pull_request p JOIN delivery.project o ON o.id = p.project_id LEFT JOIN delivery.author_alias a ON a.id = p.author_id
  LEFT JOIN delivery.pull_request_parts(projects) t ON t.project_id = p.project_id AND t.pull_request = p.external_id
  WHERE p.project_id = ANY (projects);
END
$$;
COMMENT ON FUNCTION delivery.shown_pull_requests() IS
'Pull requests of the organisations of this request, with their parts as delivery.pull_request_times has them, and not who wrote them.';
