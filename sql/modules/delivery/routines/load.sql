-- From documents to rows, a statement a table: what is not there is added, what differs is changed, the rest is left alone.

CREATE OR REPLACE FUNCTION delivery.load_kinds() RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{commit,deployment,incident,pull_request,review,work_item,status_change,sprint}'::text[];
COMMENT ON FUNCTION delivery.load_kinds() IS 'The kinds of documents that delivery.load takes.';

CREATE OR REPLACE FUNCTION delivery.add_aliases(organization uuid, aliases text[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO delivery.author_alias (organization_id, alias)
  SELECT organization, a.alias FROM (SELECT DISTINCT u.alias COLLATE "C" FROM unnest(aliases) u (alias) WHERE u.alias IS NOT NULL) a (alias)
  WHERE NOT EXISTS (SELECT FROM delivery.author_alias x WHERE x.organization_id = organization AND x.alias = a.alias)
  ORDER BY a.alias ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION delivery.add_aliases(uuid, text[]) IS 'Makes rows of delivery.author_alias for names that have none.';

CREATE OR REPLACE FUNCTION delivery.add_teams(organization uuid, names text[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO delivery.team (organization_id, name)
  SELECT organization, a.name FROM (SELECT DISTINCT u.name COLLATE "C" FROM unnest(names) u (name) WHERE u.name IS NOT NULL) a (name)
  WHERE NOT EXISTS (SELECT FROM delivery.team x WHERE x.organization_id = organization AND x.name = a.name)
  ORDER BY a.name ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION delivery.add_teams(uuid, text[]) IS 'Makes rows of delivery.team for names that have none.';

CREATE OR REPLACE FUNCTION delivery.add_placeholders(project delivery.project, names text[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  INSERT INTO delivery.commit (organization_id, project_id, external_id)
  SELECT project.organization_id, project.id, n.name FROM (SELECT DISTINCT u.name COLLATE "C" FROM unnest(names) u (name)) n (name)
  WHERE NOT EXISTS (SELECT FROM delivery.commit c WHERE c.project_id = project.id AND c.external_id = n.name)
  ORDER BY n.name;
END
$$;
COMMENT ON FUNCTION delivery.add_placeholders(delivery.project, text[]) IS 'Makes rows of commits that are only named yet.';

CREATE OR REPLACE FUNCTION delivery.load_commits(project delivery.project, documents jsonb[], OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  -- Parallel arrays: id, whether it was only named before; then the edges by names.
  changed text[];
  known text[];
  moved text[];
BEGIN
  PERFORM delivery.add_aliases(project.organization_id, ARRAY (SELECT DISTINCT d ->> 'author' FROM unnest(documents) d));
  WITH said AS MATERIALIZED (
    SELECT d ->> 'id' AS id, (d ->> 'authored_at')::timestamptz AS authored_at,
           coalesce(d ->> 'committed_at', d ->> 'authored_at')::timestamptz AS committed_at,
           (SELECT a.id FROM delivery.author_alias a
            WHERE a.organization_id = project.organization_id AND a.alias = d ->> 'author') AS author_id
    FROM unnest(documents) d
  ), changes AS (
    UPDATE delivery.commit c SET authored_at = n.authored_at, committed_at = n.committed_at, author_id = n.author_id
    FROM (SELECT s.*, o.authored_at IS NULL AS is_new,
                 (o.authored_at, o.committed_at) IS DISTINCT FROM (s.authored_at, s.committed_at) AS is_told FROM said s
          JOIN delivery.commit o ON o.project_id = project.id AND o.external_id = s.id
          WHERE (o.authored_at, o.committed_at, o.author_id) IS DISTINCT FROM (s.authored_at, s.committed_at, s.author_id)) n
    WHERE c.project_id = project.id AND c.external_id = n.id RETURNING c.external_id, n.is_new, n.is_told
  ), additions AS (
    INSERT INTO delivery.commit (authored_at, committed_at, organization_id, project_id, author_id, external_id)
    SELECT s.authored_at, s.committed_at, project.organization_id, project.id, s.author_id, s.id FROM said s
    WHERE NOT EXISTS (SELECT FROM delivery.commit o WHERE o.project_id = project.id AND o.external_id = s.id)
    RETURNING external_id
  )
  SELECT array_agg(x.id) FILTER (WHERE NOT x.is_new AND x.is_told), array_agg(x.id) FILTER (WHERE x.is_new) INTO changed, known
  FROM (SELECT c.* FROM changes c UNION ALL SELECT a.external_id, true, true FROM additions a) x (id, is_new, is_told);
  PERFORM delivery.add_placeholders(project, ARRAY (
    SELECT DISTINCT p FROM unnest(documents) d
    CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(d -> 'parents') WHEN 'array' THEN d -> 'parents' ELSE '[]' END) p));
  WITH child AS MATERIALIZED (
    SELECT c.id, c.external_id, CASE jsonb_typeof(d -> 'parents') WHEN 'array' THEN d -> 'parents' ELSE '[]' END AS parents
    FROM unnest(documents) d JOIN delivery.commit c ON c.project_id = project.id AND c.external_id = d ->> 'id'
  ), said AS MATERIALIZED (
    SELECT DISTINCT c.id AS child, c.external_id, o.id AS parent
    FROM child c CROSS JOIN LATERAL jsonb_array_elements_text(c.parents) p (name)
    JOIN delivery.commit o ON o.project_id = project.id AND o.external_id = p.name
  ), gone AS (
    DELETE FROM delivery.commit_parent e USING child c
    WHERE e.child = c.id AND NOT EXISTS (SELECT FROM said s WHERE s.child = e.child AND s.parent = e.parent)
    RETURNING c.external_id
  ), additions AS (
    INSERT INTO delivery.commit_parent (child, parent, organization_id, project_id)
    SELECT s.child, s.parent, project.organization_id, project.id FROM said s
    WHERE NOT EXISTS (SELECT FROM delivery.commit_parent e WHERE e.child = s.child AND e.parent = s.parent)
    RETURNING child
  )
  SELECT array_agg(DISTINCT x.id) INTO moved
  FROM (SELECT g.external_id FROM gone g UNION ALL SELECT c.external_id FROM additions a JOIN child c ON c.id = a.child) x (id);
  loaded := coalesce(cardinality(known), 0);
  updated := (SELECT count(*) FROM (SELECT unnest(changed) UNION SELECT unnest(moved) EXCEPT SELECT unnest(known)) x);
END
$$;
COMMENT ON FUNCTION delivery.load_commits(delivery.project, jsonb[]) IS
'Writes commits and their parents; a parent that is not there yet gets a row without times.';

CREATE OR REPLACE FUNCTION delivery.load_deployments(project delivery.project, documents jsonb[], OUT loaded bigint, OUT updated bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  changed text[];
  added text[];
  moved text[];
BEGIN
  WITH said AS MATERIALIZED (
    SELECT d ->> 'id' AS id, d ->> 'service' AS service, d ->> 'environment' AS environment, d ->> 'result' AS result,
           (d ->> 'started_at')::timestamptz AS started_at, (d ->> 'finished_at')::timestamptz AS finished_at,
           coalesce((d ->> 'is_rollback')::boolean, false) AS is_rollback, coalesce((d ->> 'unplanned')::boolean, false) AS unplanned
    FROM unnest(documents) d
  ), changes AS (
    UPDATE delivery.deployment o
    SET service = s.service, environment = s.environment, result = s.result, started_at = s.started_at, finished_at = s.finished_at,
        is_rollback = s.is_rollback, unplanned = s.unplanned
    FROM said s WHERE o.project_id = project.id AND o.external_id = s.id
      AND (o.service, o.environment, o.result, o.started_at, o.finished_at, o.is_rollback, o.unplanned)
        IS DISTINCT FROM (s.service, s.environment, s.result, s.started_at, s.finished_at, s.is_rollback, s.unplanned)
    RETURNING o.external_id
  ), additions AS (
    INSERT INTO delivery.deployment (organization_id, project_id, external_id, service, environment, result, started_at, finished_at,
                                     is_rollback, unplanned)
    SELECT project.organization_id, project.id, s.* FROM said s
    WHERE NOT EXISTS (SELECT FROM delivery.deployment o WHERE o.project_id = project.id AND o.external_id = s.id)
    RETURNING external_id
  )
  SELECT (SELECT array_agg(c.external_id) FROM changes c), (SELECT array_agg(a.external_id) FROM additions a) INTO changed, added;
  PERFORM delivery.add_placeholders(project, ARRAY (
    SELECT DISTINCT p FROM unnest(documents) d
    CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(d -> 'commits') WHEN 'array' THEN d -> 'commits' ELSE '[]' END) p));
  WITH deployment AS MATERIALIZED (
    SELECT o.id, o.external_id, CASE jsonb_typeof(d -> 'commits') WHEN 'array' THEN d -> 'commits' ELSE '[]' END AS commits
    FROM unnest(documents) d JOIN delivery.deployment o ON o.project_id = project.id AND o.external_id = d ->> 'id'
  ), said AS MATERIALIZED (
    SELECT DISTINCT d.id AS deployment_id, c.id AS commit_id
    FROM deployment d CROSS JOIN LATERAL jsonb_array_elements_text(d.commits) p (name)
    JOIN delivery.commit c ON c.project_id = project.id AND c.external_id = p.name
  ), gone AS (
    DELETE FROM delivery.deployment_commit e USING deployment d
    WHERE e.deployment_id = d.id
      AND NOT EXISTS (SELECT FROM said s WHERE s.deployment_id = e.deployment_id AND s.commit_id = e.commit_id)
    RETURNING e.deployment_id
  ), additions AS (
    INSERT INTO delivery.deployment_commit (deployment_id, commit_id, organization_id, project_id)
    SELECT s.deployment_id, s.commit_id, project.organization_id, project.id FROM said s
    WHERE NOT EXISTS (SELECT FROM delivery.deployment_commit e WHERE e.deployment_id = s.deployment_id AND e.commit_id = s.commit_id)
    RETURNING deployment_id
  )
  SELECT array_agg(DISTINCT d.external_id) INTO moved
  FROM (SELECT g.deployment_id FROM gone g UNION ALL SELECT a.deployment_id FROM additions a) x (id) JOIN deployment d ON d.id = x.id;
  loaded := coalesce(cardinality(added), 0);
  updated := (SELECT count(*) FROM (SELECT unnest(changed) UNION SELECT unnest(moved) EXCEPT SELECT unnest(added)) x);
END
$$;
COMMENT ON FUNCTION delivery.load_deployments(delivery.project, jsonb[]) IS
'Writes deployments and what they put live; a commit that is not there yet gets a row without times.';

CREATE OR REPLACE FUNCTION delivery.load(organization uuid, project text, kind text, documents jsonb,
                                         OUT loaded bigint, OUT updated bigint, OUT rejected bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_organization(organization);
  SELECT l.loaded, l.updated, jsonb_array_length(l.rejected) INTO loaded, updated, rejected
  FROM delivery.load_listed(organization, project, kind, documents) l;
END
$$;
COMMENT ON FUNCTION delivery.load(uuid, text, text, jsonb) IS
'Loads documents of a kind into a project, which the first load makes. loaded: new ones; updated: those that say something else than what
is there, but for the names of authors and reviewers, of which nothing is told; rejected: those that cannot be loaded, kept with the reason
in delivery.load_reject, and never an error. The same again changes
nothing; of several with one id in a call the last counts. They come in any order: what one names may come later.

Kinds (delivery.load_kinds) and fields: delivery.document_fields(); what else a document has is ignored. Times are ISO 8601.
For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 an unknown kind, documents that are no
array, a project''s code that is empty or too long; 25001 not in READ COMMITTED; as platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.load_listed(organization uuid, project text, kind text, documents jsonb,
                                                OUT loaded bigint, OUT updated bigint, OUT rejected jsonb)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.project;
  good jsonb[];
BEGIN
  PERFORM delivery.require_organization(organization);
  IF project IS NULL OR kind IS NULL OR documents IS NULL THEN
    RAISE EXCEPTION 'project, kind and documents must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF kind <> ALL (delivery.load_kinds()) THEN
    RAISE EXCEPTION 'kind "%" does not exist', left(kind, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = array_to_string(delivery.load_kinds(), ', ') || '.';
  ELSIF jsonb_typeof(documents) <> 'array' THEN
    RAISE EXCEPTION 'documents must be an array' USING ERRCODE = 'invalid_parameter_value', HINT = '[{"id": ...}, ...]';
  END IF;
  PERFORM platform.require_text('project', project, 500);
  chosen := delivery.open_project(organization, project);
  WITH checked AS MATERIALIZED (
    SELECT c.*, c.reason IS NULL AND row_number() OVER (PARTITION BY c.id, c.reason IS NULL ORDER BY c.n DESC) = 1 AS is_last
    FROM delivery.check_documents(kind, documents) c
  ), kept AS (
    INSERT INTO delivery.load_reject (organization_id, project_id, kind, external_id, reason, document, digest)
    SELECT organization, chosen.id, load_listed.kind, c.id, c.reason, c.document, sha256(convert_to(c.document::text, 'UTF8'))
    FROM checked c WHERE c.reason IS NOT NULL ORDER BY 7 ON CONFLICT DO NOTHING
  )
  SELECT array_agg(c.document ORDER BY c.id COLLATE "C") FILTER (WHERE c.is_last),
         coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'reason', c.reason) ORDER BY c.n) FILTER (WHERE c.reason IS NOT NULL), '[]')
  INTO good, rejected FROM checked c;
  IF good IS NULL THEN
    loaded := 0; updated := 0;
    RETURN;
  END IF;
  CASE kind
    WHEN 'commit' THEN SELECT l.* INTO loaded, updated FROM delivery.load_commits(chosen, good) l;
    WHEN 'deployment' THEN SELECT l.* INTO loaded, updated FROM delivery.load_deployments(chosen, good) l;
    WHEN 'incident' THEN SELECT l.* INTO loaded, updated FROM delivery.load_incidents(chosen, good) l;
    WHEN 'pull_request' THEN SELECT l.* INTO loaded, updated FROM delivery.load_pull_requests(chosen, good) l;
    WHEN 'review' THEN SELECT l.* INTO loaded, updated FROM delivery.load_reviews(chosen, good) l;
    WHEN 'work_item' THEN SELECT l.* INTO loaded, updated FROM delivery.load_work_items(chosen, good) l;
    WHEN 'status_change' THEN SELECT l.* INTO loaded, updated FROM delivery.load_status_changes(chosen, good) l;
    WHEN 'sprint' THEN SELECT l.* INTO loaded, updated FROM delivery.load_sprints(chosen, good) l;
  END CASE;
  IF EXISTS (SELECT FROM delivery.stale s WHERE s.project_id = chosen.id) THEN
    PERFORM delivery.recompute(chosen.id);
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.load_listed(uuid, text, text, jsonb) IS
'As delivery.load, with the list of those that were rejected: [{id, reason}], in their order.';

CREATE OR REPLACE FUNCTION delivery.load_records(organization uuid, project text, kind text, documents jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_organization(organization);
  RETURN to_jsonb(delivery.load_listed(organization, project, kind, documents));
END
$$;
COMMENT ON FUNCTION delivery.load_records(uuid, text, text, jsonb) IS
'As delivery.load_listed, as a document: {loaded, updated, rejected: [{id, reason}]}.';

CREATE OR REPLACE FUNCTION delivery.open_project(organization uuid, code text) RETURNS delivery.project
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.project;
BEGIN
  PERFORM delivery.require_read_committed();
  LOOP
    SELECT p.* INTO chosen FROM delivery.project p WHERE p.organization_id = organization AND p.code = open_project.code;
    EXIT WHEN FOUND;
    INSERT INTO delivery.project (organization_id, code, name) VALUES (organization, open_project.code, open_project.code)
    ON CONFLICT DO NOTHING;
  END LOOP;
  PERFORM delivery.lock_project(chosen.id);
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION delivery.open_project(uuid, text) IS
'The project of this code, made where there is none, locked by delivery.lock_project.';
