-- From what an extractor wrote to documents, in SQL, and the job that does it.

CREATE OR REPLACE FUNCTION delivery.plain_records(integration delivery.integration, batch bigint[])
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  of_tools CONSTANT text[] := ARRAY (
    SELECT t || '.' || k FROM unnest('{github,jira}'::text[]) t CROSS JOIN LATERAL unnest(delivery.record_kinds(t)) k);
BEGIN
  RETURN QUERY
  SELECT r.id, CASE WHEN r.kind = ANY (delivery.load_kinds()) THEN r.kind END, CASE
           WHEN r.kind = 'status_change' AND jsonb_typeof(r.document) = 'object' AND NOT r.document ? 'category' THEN
             r.document || jsonb_build_object('category', (
               SELECT s.category FROM delivery.status s WHERE s.integration_id = integration.id AND s.status = r.document ->> 'status'))
           ELSE r.document END,
         CASE WHEN r.kind = ANY (delivery.load_kinds()) THEN NULL
              WHEN r.kind <> ALL (of_tools) THEN 'the kind does not exist'
              WHEN jsonb_typeof(r.document) <> 'object' THEN 'it is no object' ELSE 'it does not say what it tells of' END
  FROM delivery.raw_record r
  WHERE r.id = ANY (batch) AND (r.kind <> ALL (of_tools) OR r.external_id IS NULL);
END
$$;
COMMENT ON FUNCTION delivery.plain_records(delivery.integration, bigint[]) IS
'The records of a batch that are documents of delivery.load, and those of which nothing can be made, with the reason. A change of status
without a category has that of delivery.status.';

CREATE OR REPLACE FUNCTION delivery.transformed(integration delivery.integration, project text, batch bigint[], "last" boolean)
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  kinds CONSTANT text[] := ARRAY (SELECT DISTINCT r.kind FROM delivery.raw_record r WHERE r.id = ANY (batch));
BEGIN
  IF "last" THEN
    IF kinds && '{jira.issues,jira.sprints}' THEN
      RETURN QUERY SELECT t.* FROM delivery.jira_sprints(integration, project, batch) t;
    END IF;
    RETURN;
  END IF;
  RETURN QUERY SELECT t.* FROM delivery.plain_records(integration, batch) t;
  IF kinds && '{github.pulls,github.pull_commits,github.reviews}' THEN
    RETURN QUERY SELECT t.* FROM delivery.github_pulls(integration, project, batch) t;
  END IF;
  IF kinds && '{github.deployments,github.deployment_statuses}' THEN
    RETURN QUERY SELECT t.* FROM delivery.github_deployments(integration, project, batch) t;
  END IF;
  IF kinds && '{github.commits}' THEN
    RETURN QUERY SELECT t.* FROM delivery.github_commits(batch) t;
  END IF;
  IF kinds && '{github.issues}' THEN
    RETURN QUERY SELECT t.* FROM delivery.github_issues(integration, project, batch) t;
  END IF;
  IF kinds && '{jira.issues}' THEN
    RETURN QUERY SELECT t.* FROM delivery.jira_issues(integration, project, batch) t;
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.transformed(delivery.integration, text, bigint[], boolean) IS
'The documents that records of a batch of one project tell; with last those that rest on what the others have loaded.';

CREATE OR REPLACE FUNCTION delivery.load_transformed(integration delivery.integration, project text, pieces delivery.transformed_record[],
                                                     OUT loaded bigint, OUT updated bigint, OUT records bigint[], OUT reasons text[])
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  load_kind text;
  documents jsonb;
  of_records bigint[];
  step record;
BEGIN
  loaded := 0; updated := 0;
  SELECT coalesce(array_agg(p.record), '{}'), coalesce(array_agg(p.reason), '{}') INTO records, reasons
  FROM unnest(pieces) p WHERE p.reason IS NOT NULL;
  FOREACH load_kind IN ARRAY delivery.load_kinds() LOOP
    -- Of a document that came several times the newest counts, as its place in the list does.
    SELECT jsonb_agg(p.document ORDER BY p.record, p.n), array_agg(p.record ORDER BY p.record, p.n) INTO documents, of_records
    FROM unnest(pieces) WITH ORDINALITY p (record, kind, document, reason, n) WHERE p.kind = load_kind AND p.reason IS NULL;
    CONTINUE WHEN documents IS NULL;
    step := delivery.load_listed(integration.organization_id, project, load_kind, documents);
    loaded := loaded + step.loaded; updated := updated + step.updated;
    IF step.rejected <> '[]' THEN
      SELECT records || array_agg(of_records[c.n]), reasons || array_agg(c.reason) INTO records, reasons
      FROM delivery.check_documents(load_kind, documents) c WHERE c.reason IS NOT NULL;
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION delivery.load_transformed(delivery.integration, text, delivery.transformed_record[]) IS
'Loads documents into a project, kind by kind; records and reasons: of which records one was rejected, or none could be made, and why.';

CREATE OR REPLACE FUNCTION delivery.drop_changes(integration delivery.integration, project text, pieces delivery.transformed_record[])
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  DELETE FROM delivery.status_change s
  USING delivery.project p, unnest(pieces) w
  WHERE p.organization_id = integration.organization_id AND p.code = drop_changes.project AND s.project_id = p.id AND s.is_loaded
    AND w.kind = 'work_item' AND s.work_item = w.document ->> 'id' AND starts_with(s.external_id, s.work_item || '/')
    AND s.external_id NOT IN (SELECT c.document ->> 'id' FROM unnest(pieces) c
                              WHERE c.kind = 'status_change' AND c.document ->> 'id' IS NOT NULL);
END
$$;
COMMENT ON FUNCTION delivery.drop_changes(delivery.integration, text, delivery.transformed_record[]) IS
'Removes changes of status that the records of an item have told and tell no more, as after a status was mapped anew.';

CREATE OR REPLACE FUNCTION delivery.wake_records(integration integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE delivery.raw_record r SET status = 'waiting', error = NULL
  FROM (VALUES ('jira.statuses', 'jira.issues'), ('jira.boards', 'jira.sprints')) v (kind, resting)
  WHERE r.integration_id = wake_records.integration AND r.kind = v.resting AND r.status <> 'waiting' AND EXISTS (
    SELECT FROM delivery.raw_record w WHERE w.integration_id = wake_records.integration AND w.status = 'waiting' AND w.kind = v.kind);
END
$$;
COMMENT ON FUNCTION delivery.wake_records(integer) IS
'Lets those records wait once more that rest on others that have come since: issues on the list of statuses, sprints on boards.';

CREATE OR REPLACE FUNCTION delivery.transform_records(integration delivery.integration, cause text DEFAULT 'hand')
RETURNS delivery.load_result
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  batch bigint[];
  part record;
  pieces delivery.transformed_record[];
  step record;
  job bigint;
  n_records bigint := 0;
  result delivery.load_result := (0, 0, 0);
BEGIN
  INSERT INTO delivery.etl_job (organization_id, integration_id, cause)
  VALUES (integration.organization_id, integration.id, transform_records.cause) RETURNING id INTO job;
  PERFORM delivery.wake_records(integration.id);
  LOOP
    batch := ARRAY (SELECT r.id FROM delivery.raw_record r WHERE r.integration_id = integration.id AND r.status = 'waiting'
                    ORDER BY r.id LIMIT 20000);
    EXIT WHEN batch = '{}';
    n_records := n_records + cardinality(batch);
    FOR part IN
      SELECT r.project, array_agg(r.id ORDER BY r.id) AS ids FROM delivery.raw_record r WHERE r.id = ANY (batch)
      GROUP BY r.project ORDER BY r.project
    LOOP
      UPDATE delivery.raw_record r SET status = 'loaded', error = NULL WHERE r.id = ANY (part.ids);
      FOR pass IN 1..2 LOOP
        pieces := ARRAY (SELECT t FROM delivery.transformed(integration, part.project, part.ids, pass = 2) t);
        step := delivery.load_transformed(integration, part.project, pieces);
        IF pass = 1 THEN
          PERFORM delivery.drop_changes(integration, part.project, pieces);
        END IF;
        result.loaded := result.loaded + step.loaded;
        result.updated := result.updated + step.updated;
        result.rejected := result.rejected + cardinality(step.records);
        UPDATE delivery.raw_record r SET status = 'rejected', error = x.reason
        FROM (SELECT u.record, min(u.reason) AS reason FROM unnest(step.records, step.reasons) u (record, reason) GROUP BY u.record) x
        WHERE r.id = x.record;
      END LOOP;
    END LOOP;
  END LOOP;
  UPDATE delivery.etl_job j SET status = 'done', finished_at = clock_timestamp(), records = n_records, loaded = result.loaded,
    updated = result.updated, rejected = result.rejected
  WHERE j.id = job;
  UPDATE delivery.integration i SET last_run_at = now(), last_error = NULL WHERE i.id = integration.id;
  RETURN result;
END
$$;
COMMENT ON FUNCTION delivery.transform_records(delivery.integration, text) IS
'What delivery.transform does, of an integration that is locked, without asking who calls.';

CREATE OR REPLACE FUNCTION delivery.transform(integration integer, OUT loaded bigint, OUT updated bigint, OUT rejected bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.integration;
BEGIN
  PERFORM platform.require_admin();
  PERFORM delivery.lock_organization(i.organization_id) FROM delivery.integration i WHERE i.id = transform.integration;
  SELECT i.* INTO chosen FROM delivery.integration i WHERE i.id = transform.integration FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'integration % does not exist', integration USING ERRCODE = 'PT404';
  END IF;
  SELECT r.loaded, r.updated, r.rejected INTO loaded, updated, rejected FROM delivery.transform_records(chosen) r;
END
$$;
COMMENT ON FUNCTION delivery.transform(integer) IS
'Loads the records of an integration that wait in delivery.raw_record, as delivery.load does: documents of its kinds as they are (a change
of status without a category has that of delivery.status), those of GitHub and Jira as delivery.import_github and delivery.import_jira
say. Notes of each what became of it; the sums of what delivery.load answers. Writes a row of delivery.etl_job.

For administrators and the owner''s own work (42501). Errors: PT404 no such integration; 25001 not in READ COMMITTED.';

CREATE OR REPLACE FUNCTION delivery.transform_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  done record;
BEGIN
  done := delivery.transform((payload ->> 'integration')::integer);
  RETURN to_jsonb(done);
END
$$;
COMMENT ON FUNCTION delivery.transform_job(jsonb) IS 'A job: delivery.transform(integration); returns {loaded, updated, rejected}.';

CREATE OR REPLACE FUNCTION delivery.queue_transform(integration integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  IF NOT EXISTS (SELECT FROM delivery.integration i WHERE i.id = queue_transform.integration) THEN
    RAISE EXCEPTION 'integration % does not exist', integration USING ERRCODE = 'PT404';
  END IF;
  RETURN platform.accepted(delivery.add_transform(integration));
END
$$;
COMMENT ON FUNCTION delivery.queue_transform(integer) IS
'Has delivery.transform(integration) done by a job: 202 {job}, that of the one that waits or runs where there is one. For administrators
(42501). Errors: PT404 no such integration.';

CREATE OR REPLACE FUNCTION delivery.transform_again(integration integer, kinds text[] DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE delivery.raw_record r SET status = 'waiting', error = NULL
  WHERE r.integration_id = integration AND r.status <> 'waiting' AND (kinds IS NULL OR r.kind = ANY (kinds));
  IF FOUND THEN
    PERFORM delivery.add_transform(integration);
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.transform_again(integer, text[]) IS
'Has the records of an integration, of these kinds or all, transformed once more by a job.';

CREATE OR REPLACE FUNCTION delivery.add_transform(integration integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- One that runs may have read already: what came since needs another.
  RETURN platform.add_job('delivery.transform', jsonb_build_object('integration', integration), dedup_key => CASE WHEN NOT EXISTS (
    SELECT FROM platform.job j
    WHERE j.kind = 'delivery.transform' AND j.dedup_key = integration::text AND j.status = 'running') THEN integration::text END);
END
$$;
COMMENT ON FUNCTION delivery.add_transform(integer) IS 'Queues delivery.transform(integration), unless a job for it waits already.';
