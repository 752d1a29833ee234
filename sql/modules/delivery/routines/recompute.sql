-- Which deployment put each commit live first: one walk over the graph of a project, and only what has changed is written. Tables that have
-- just been filled have no statistics: nested loops, which the planner would then choose, would take forever.

CREATE OR REPLACE FUNCTION delivery.walked_commits(project_id integer)
RETURNS TABLE (external_id text, first_deployment integer, is_merge boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100000 SET search_path = pg_catalog, pg_temp
  SET plan_cache_mode = force_custom_plan SET work_mem = '256MB' SET enable_nestloop = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  -- Parallel arrays, in the order in which deployments count: a commit that goes live, and by which. Those that are known and in no edge
  -- are in the graph too.
  heads bigint[];
  deployments integer[];
  known bigint[];
BEGIN
  SELECT array_agg(c.id ORDER BY d.finished_at, d.external_id, c.id), array_agg(d.id ORDER BY d.finished_at, d.external_id, c.id),
         coalesce(array_agg(c.id) FILTER (WHERE c.authored_at IS NOT NULL), '{}')
  INTO heads, deployments, known
  FROM delivery.counted_deployment d JOIN delivery.deployment_commit e ON e.deployment_id = d.id
  JOIN delivery.commit c ON c.id = e.commit_id
  WHERE d.project_id = walked_commits.project_id AND c.project_id = walked_commits.project_id;
  RETURN QUERY
  WITH graph AS (
    SELECT array_agg(e.child) || known AS child, array_agg(e.parent) || array_fill(NULL::bigint, ARRAY[cardinality(known)]) AS parent
    FROM delivery.commit_parent e WHERE e.project_id = walked_commits.project_id AND heads IS NOT NULL
  )
  SELECT c.external_id::text, deployments[w.head], m.child IS NOT NULL
  FROM delivery.commit c
  LEFT JOIN (SELECT f.commit_id, f.head FROM graph g CROSS JOIN LATERAL harmony.first_containing(g.child, g.parent, heads) f) w
    ON w.commit_id = c.id
  LEFT JOIN (SELECT e.child FROM delivery.commit_parent e WHERE e.project_id = walked_commits.project_id
             GROUP BY e.child HAVING count(*) > 1) m ON m.child = c.id
  WHERE c.project_id = walked_commits.project_id;
END
$$;
COMMENT ON FUNCTION delivery.walked_commits(integer) IS
'The commits of a project with the first counted deployment whose history contains each (harmony.first_containing), and whether it has
several parents. Deployments are in the order of finished_at, then of their ids.';

CREATE OR REPLACE FUNCTION delivery.judged_deployments(project_id integer)
RETURNS TABLE (external_id text, is_seed boolean, is_known boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10000 SET search_path = pg_catalog, pg_temp
  SET plan_cache_mode = force_custom_plan SET work_mem = '256MB' SET enable_nestloop = off SET jit = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT d.external_id::text, s.id IS NOT NULL, k.deployment_id IS NOT NULL
  FROM delivery.deployment d
  LEFT JOIN (SELECT DISTINCT ON (c.service) c.id FROM delivery.counted_deployment c WHERE c.project_id = judged_deployments.project_id
             ORDER BY c.service, c.finished_at, c.external_id) s ON s.id = d.id
  LEFT JOIN (SELECT DISTINCT e.deployment_id FROM delivery.deployment_commit e JOIN delivery.commit c ON c.id = e.commit_id
             WHERE e.project_id = judged_deployments.project_id AND c.project_id = judged_deployments.project_id
               AND c.authored_at IS NOT NULL) k ON k.deployment_id = d.id
  WHERE d.project_id = judged_deployments.project_id;
END
$$;
COMMENT ON FUNCTION delivery.judged_deployments(integer) IS
'The deployments of a project: whether each is the first counted one of its service, and whether a commit of it is in the graph.';

CREATE OR REPLACE FUNCTION delivery.recompute(project_id integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
  SET plan_cache_mode = force_custom_plan SET work_mem = '256MB' SET enable_nestloop = off SET jit = off
AS $$
DECLARE
  commits bigint;
  deployments bigint;
BEGIN
  PERFORM delivery.lock_project(project_id);
  UPDATE delivery.deployment d SET is_seed = j.is_seed, is_known = j.is_known
  FROM delivery.judged_deployments(recompute.project_id) j
  WHERE d.project_id = recompute.project_id AND d.external_id = j.external_id
    AND (d.is_seed, d.is_known) IS DISTINCT FROM (j.is_seed, j.is_known);
  GET DIAGNOSTICS deployments = ROW_COUNT;
  UPDATE delivery.commit c SET first_deployment = w.first_deployment, is_merge = w.is_merge
  FROM delivery.walked_commits(recompute.project_id) w
  WHERE c.project_id = recompute.project_id AND c.external_id = w.external_id
    AND (c.first_deployment, c.is_merge) IS DISTINCT FROM (w.first_deployment, w.is_merge);
  GET DIAGNOSTICS commits = ROW_COUNT;
  DELETE FROM delivery.stale s WHERE s.project_id = recompute.project_id;
  RETURN commits + deployments;
END
$$;
COMMENT ON FUNCTION delivery.recompute(integer) IS
'Finds anew which deployment put each commit of a project live first, and writes what has changed; returns how many rows.';

CREATE OR REPLACE FUNCTION delivery.verify(organization uuid)
RETURNS TABLE (project text, object text, external_id text, stored text, computed text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM delivery.require_organization(organization);
  RETURN QUERY
  SELECT p.code::text, 'commit', c.external_id::text, format('%s %s', d.external_id, c.is_merge), format('%s %s', e.external_id, w.is_merge)
  FROM delivery.project p CROSS JOIN LATERAL delivery.walked_commits(p.id) w
  JOIN delivery.commit c ON c.project_id = p.id AND c.external_id = w.external_id
  LEFT JOIN delivery.deployment d ON d.id = c.first_deployment LEFT JOIN delivery.deployment e ON e.id = w.first_deployment
  WHERE p.organization_id = organization AND (c.first_deployment, c.is_merge) IS DISTINCT FROM (w.first_deployment, w.is_merge)
  UNION ALL
  SELECT p.code, 'deployment', d.external_id, format('%s %s', d.is_seed, d.is_known), format('%s %s', j.is_seed, j.is_known)
  FROM delivery.project p CROSS JOIN LATERAL delivery.judged_deployments(p.id) j
  JOIN delivery.deployment d ON d.project_id = p.id AND d.external_id = j.external_id
  WHERE p.organization_id = organization AND (d.is_seed, d.is_known) IS DISTINCT FROM (j.is_seed, j.is_known);
END
$$;
COMMENT ON FUNCTION delivery.verify(uuid) IS
'Computes anew what delivery.recompute stores, and returns where that differs: no row where all is well. stored and computed: of a commit
its first deployment and whether it is a merge, of a deployment whether it is a seed and whether a commit of it is known.

For members of the organisation, administrators and the owner''s own work. Errors as platform.require_organization.';
