-- The module's jobs (platform.job_kind): what the queue calls. And whom it tells.

CREATE OR REPLACE FUNCTION signals.load_job(payload jsonb) RETURNS jsonb
LANGUAGE sql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT jsonb_build_object('artifacts', count(*), 'loaded', coalesce(sum(i.loaded), 0), 'rejected', coalesce(sum(i.rejected), 0),
                            'replaced', coalesce(sum(i.replaced), 0))
  FROM signals.ingest_directory((payload ->> 'organization')::uuid, payload ->> 'path') i
$$;
COMMENT ON FUNCTION signals.load_job(jsonb) IS
'A job: signals.ingest_directory(organization, path); returns {artifacts, loaded, rejected, replaced}.';

CREATE OR REPLACE FUNCTION signals.refresh_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organization CONSTANT uuid := payload ->> 'organization';
  built jsonb;
BEGIN
  SELECT jsonb_build_object('layers', count(*), 'failed_checks', coalesce(sum(b.failed_checks), 0)) INTO built
  FROM signals.build(organization, payload ->> 'run_id', coalesce((payload ->> 'full')::boolean, false)) b;
  RETURN built || jsonb_build_object('status', (
    SELECT r.status FROM signals.run r WHERE r.organization_id = organization AND r.run_id = payload ->> 'run_id'));
END
$$;
COMMENT ON FUNCTION signals.refresh_job(jsonb) IS
'A job: signals.build(organization, run_id, full); returns {status, layers, failed_checks}, status refused where a check kept
the run back.';

CREATE OR REPLACE FUNCTION signals.hydrate_job(payload jsonb) RETURNS jsonb
LANGUAGE sql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT to_jsonb(h) FROM signals.hydrate((payload ->> 'organization')::uuid, payload ->> 'run_id') h
$$;
COMMENT ON FUNCTION signals.hydrate_job(jsonb) IS
'A job: signals.hydrate(organization, run_id); returns {created, updated, unchanged, skipped}.';

CREATE OR REPLACE FUNCTION signals.tell_of_runs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('run.' || n.status, 'organization', array_agg(n.organization_id), array_agg(n.run_id))
  FROM new_rows n JOIN old_rows o ON o.organization_id = n.organization_id AND o.run_id = n.run_id
  WHERE n.status <> 'loaded' AND (n.status, n.published_at) IS DISTINCT FROM (o.status, o.published_at)
  GROUP BY n.status;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION signals.tell_of_runs() IS
'Tells an organisation that a run is in the marts (run.published), or that a check kept it back (run.refused).';
