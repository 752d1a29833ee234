-- From what an extractor wrote to documents, in SQL, and the job that does it.

CREATE OR REPLACE FUNCTION delivery.transform(integration integer, OUT loaded bigint, OUT updated bigint, OUT rejected bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen delivery.integration;
  piece record;
  step record;
  job bigint;
  n_records bigint := 0;
BEGIN
  PERFORM platform.require_admin();
  SELECT i.* INTO chosen FROM delivery.integration i WHERE i.id = transform.integration FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'integration % does not exist', integration USING ERRCODE = 'PT404';
  END IF;
  loaded := 0; updated := 0; rejected := 0;
  INSERT INTO delivery.etl_job (organization_id, integration_id) VALUES (chosen.organization_id, chosen.id) RETURNING id INTO job;
  -- Of a document that came several times the newest counts, as its place in the list does. A change of status has the category that
  -- delivery.status says, unless it names one.
  FOR piece IN
    SELECT r.project, r.kind, array_agg(r.id ORDER BY r.id) AS ids, jsonb_agg(CASE
        WHEN r.kind = 'status_change' AND jsonb_typeof(r.document) = 'object' AND NOT r.document ? 'category' THEN
          r.document || jsonb_build_object('category', (
            SELECT s.category FROM delivery.status s WHERE s.integration_id = chosen.id AND s.status = r.document ->> 'status'))
        ELSE r.document END ORDER BY r.id) AS documents
    FROM delivery.raw_record r WHERE r.integration_id = chosen.id AND r.status = 'waiting'
    GROUP BY r.project, r.kind ORDER BY r.project, r.kind
  LOOP
    n_records := n_records + cardinality(piece.ids);
    IF piece.kind = ANY (delivery.load_kinds()) THEN
      step := delivery.load_listed(chosen.organization_id, piece.project, piece.kind, piece.documents);
      UPDATE delivery.raw_record r
      SET status = CASE WHEN c.reason IS NULL THEN 'loaded' ELSE 'rejected' END, error = c.reason
      FROM delivery.check_documents(piece.kind, piece.documents) c
      WHERE r.id = piece.ids[c.n];
      loaded := loaded + step.loaded; updated := updated + step.updated; rejected := rejected + jsonb_array_length(step.rejected);
    ELSE
      UPDATE delivery.raw_record r SET status = 'rejected', error = 'the kind does not exist' WHERE r.id = ANY (piece.ids);
      rejected := rejected + cardinality(piece.ids);
    END IF;
  END LOOP;
  UPDATE delivery.etl_job j
  SET finished_at = clock_timestamp(), records = n_records, loaded = transform.loaded, updated = transform.updated,
      rejected = transform.rejected
  WHERE j.id = job;
  UPDATE delivery.integration i SET last_run_at = now(), last_error = NULL WHERE i.id = chosen.id;
END
$$;
COMMENT ON FUNCTION delivery.transform(integer) IS
'Loads the documents of an integration that wait in delivery.raw_record, as delivery.load does, and notes of each what became of it; the
sums of what delivery.load answers. A change of status without a category has that of delivery.status. Writes a row of delivery.etl_job.

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
  RETURN platform.accepted(platform.add_job('delivery.transform', jsonb_build_object('integration', integration),
                                            dedup_key => integration::text));
END
$$;
COMMENT ON FUNCTION delivery.queue_transform(integer) IS
'Has delivery.transform(integration) done by a job: 202 {job}, that of the one that waits or runs where there is one. For administrators
(42501). Errors: PT404 no such integration.';
