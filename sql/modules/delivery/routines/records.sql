-- Records as the interfaces of tools give them: kept as they came, in the order in which they came.

CREATE OR REPLACE FUNCTION delivery.record_kinds(tool text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE tool WHEN 'github' THEN '{pulls,pull_commits,reviews,deployments,deployment_statuses,issues,commits}'::text[]
                   WHEN 'jira' THEN '{statuses,issues,boards,sprints}'::text[] END;
COMMENT ON FUNCTION delivery.record_kinds(text) IS 'The kinds of records of a tool that are understood; NULL for another tool.';

CREATE OR REPLACE FUNCTION delivery.record_key(kind text, document jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN left(CASE
    WHEN kind IN ('github.pulls', 'github.pull_commits', 'github.issues') THEN document ->> 'number'
    WHEN kind = 'github.deployment_statuses' THEN substring(document ->> 'deployment_url' FROM '/(\d+)$')
    WHEN kind = 'github.commits' THEN document ->> 'sha' ELSE document ->> 'id' END, 500);
COMMENT ON FUNCTION delivery.record_key(text, jsonb) IS
'What a record tells of, among those of its kind: an id or a number; of a status of a deployment the deployment. NULL: it does not say.';

CREATE OR REPLACE FUNCTION delivery.record_named() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.external_id := delivery.record_key(NEW.kind, NEW.document);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION delivery.record_named() IS 'Notes what a record tells of (delivery.record_key).';

CREATE OR REPLACE FUNCTION delivery.answered_list(answer jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(answer) = 'array' THEN answer WHEN jsonb_typeof(answer -> 'issues') = 'array' THEN answer -> 'issues'
              WHEN jsonb_typeof(answer -> 'values') = 'array' THEN answer -> 'values' ELSE jsonb_build_array(answer) END;
COMMENT ON FUNCTION delivery.answered_list(jsonb) IS
'The records of an answer of a tool: a list, one under issues or values, or a single record.';

CREATE OR REPLACE FUNCTION delivery.keep_records(integration delivery.integration, project text, kind text, documents jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_nestloop = on SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  list CONSTANT jsonb := delivery.answered_list(documents);
  n bigint;
BEGIN
  PERFORM delivery.steer(jsonb_array_length(list));
  INSERT INTO delivery.raw_record (organization_id, integration_id, project, kind, document)
  WITH said AS MATERIALIZED (
    SELECT e.document, e.n, delivery.record_key(keep_records.kind, e.document) AS key, coalesce(e.document ->> 'id', '') AS own
    FROM jsonb_array_elements(list) WITH ORDINALITY e (document, n)
  ), newest AS (
    SELECT r.external_id, coalesce(r.document ->> 'id', '') AS own, (array_agg(r.document ORDER BY r.id DESC))[1] AS document
    FROM (SELECT DISTINCT s.key FROM said s WHERE s.key IS NOT NULL) k
    JOIN delivery.raw_record r ON r.integration_id = integration.id AND r.project = keep_records.project AND r.kind = keep_records.kind
      AND r.external_id = k.key
    GROUP BY 1, 2
  ), odd AS (
    SELECT DISTINCT r.document FROM delivery.raw_record r
    WHERE r.integration_id = integration.id AND r.project = keep_records.project AND r.kind = keep_records.kind AND r.external_id IS NULL
      AND EXISTS (SELECT FROM said s WHERE s.key IS NULL)
  )
  SELECT integration.organization_id, integration.id, keep_records.project, keep_records.kind, s.document
  FROM said s LEFT JOIN newest w ON w.external_id = s.key AND w.own = s.own LEFT JOIN odd o ON s.key IS NULL AND o.document = s.document
  WHERE coalesce(w.document, o.document) IS DISTINCT FROM s.document
    -- The list of pull requests says less of one than its own page does.
    AND NOT (keep_records.kind = 'github.pulls' AND w.document @> s.document) IS TRUE
  ORDER BY s.n;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION delivery.keep_records(delivery.integration, text, text, jsonb) IS
'Keeps the records of an answer of a tool, to be transformed, and returns how many are new: one that says what the last one of its kind said
of the same is not kept again.';

CREATE OR REPLACE FUNCTION delivery.import_records(tool text, organization uuid, project text, kind text, documents jsonb)
RETURNS delivery.load_result
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.integration;
BEGIN
  IF project IS NULL OR kind IS NULL OR documents IS NULL THEN
    RAISE EXCEPTION 'project, kind and documents must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF kind <> ALL (delivery.record_kinds(tool)) THEN
    RAISE EXCEPTION 'kind "%" does not exist', left(kind, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = array_to_string(delivery.record_kinds(tool), ', ') || '.';
  END IF;
  PERFORM platform.require_text('project', project, 500), delivery.require_read_committed(), delivery.lock_organization(organization);
  INSERT INTO delivery.integration (organization_id, kind, name)
  SELECT organization, tool, tool
  WHERE NOT EXISTS (SELECT FROM delivery.integration i WHERE i.organization_id = organization AND i.kind = tool)
  ON CONFLICT DO NOTHING;
  SELECT i.* INTO chosen FROM delivery.integration i WHERE i.organization_id = organization AND i.kind = tool
  ORDER BY i.settings ->> 'project' IS NOT DISTINCT FROM project DESC, i.id LIMIT 1 FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'integration "%" is of another kind', tool USING ERRCODE = 'invalid_parameter_value',
      HINT = format('Make one of kind %s by another name.', tool);
  END IF;
  PERFORM delivery.keep_records(chosen, project, tool || '.' || kind, documents);
  RETURN delivery.transform_records(chosen);
END
$$;
COMMENT ON FUNCTION delivery.import_records(text, uuid, text, text, jsonb) IS
'Keeps records of a tool and transforms what waits of the integration: the first of the organisation of this kind, one whose settings name
the project before others; without any one is made.';

CREATE OR REPLACE FUNCTION delivery.import_github(organization uuid, project text, kind text, documents jsonb,
                                                  OUT loaded bigint, OUT updated bigint, OUT rejected bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_organization(organization);
  SELECT r.loaded, r.updated, r.rejected INTO loaded, updated, rejected
  FROM delivery.import_records('github', organization, project, kind, documents) r;
END
$$;
COMMENT ON FUNCTION delivery.import_github(uuid, text, text, jsonb) IS
'Loads what GitHub''s REST interface answers into a project: the records are kept (delivery.raw_record) and transformed as delivery.load
takes them. loaded, updated, rejected: documents, as delivery.load counts them; a record of another shape is rejected with its reason and
stops nothing. The same again changes nothing; records come in any order.

kind: pulls (of the list or single ones, which alone tell sizes), pull_commits ({number, commits}: the list of a pull request''s commits,
with its number), reviews, deployments, deployment_statuses, issues, commits. documents: a list of records, or one.
A deployment is finished when a status first says success, else failed by a last status failure or error. Its environment is production
where GitHub says so or it is called so (setting production: or so). Issues are work items, done when closed; with the label of setting
incident_label incidents too.
For members of the organisation, administrators and the owner''s own work. Errors: 22004 null; 22023 another kind, a project''s code that is
empty or too long; 25001 not in READ COMMITTED; as platform.require_organization.';

CREATE OR REPLACE FUNCTION delivery.import_jira(organization uuid, project text, kind text, documents jsonb,
                                                OUT loaded bigint, OUT updated bigint, OUT rejected bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM delivery.require_organization(organization);
  SELECT r.loaded, r.updated, r.rejected INTO loaded, updated, rejected
  FROM delivery.import_records('jira', organization, project, kind, documents) r;
END
$$;
COMMENT ON FUNCTION delivery.import_jira(uuid, text, text, jsonb) IS
'Loads what Jira''s REST interface answers into a project, as delivery.import_github does what GitHub''s does.

kind: statuses, issues (with their changelog), boards, sprints. documents: a list of records, an answer with issues or values, or one
record. A status stands for what delivery.status says, else for its statusCategory: new is todo, indeterminate in_progress, done is done;
one of which neither is known rejects the issue''s record with a reason, and the rest of it is loaded. Changes within a category are none.
A sprint has the items that were in it at its start, or came before its end, by their changelog; points are as they are now.
For members of the organisation, administrators and the owner''s own work. Errors: as delivery.import_github.';
