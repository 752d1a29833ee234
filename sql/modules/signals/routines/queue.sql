-- What takes long is asked for, and done by a job (platform.job_kind).

CREATE OR REPLACE FUNCTION signals.queue_refresh(organization uuid, run_id text, "full" boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin(), platform.require_organization(organization), signals.require_run(organization, run_id);
  RETURN platform.accepted(platform.add_job('signals.refresh',
    jsonb_build_object('organization', organization, 'run_id', run_id, 'full', coalesce("full", false)),
    dedup_key => concat_ws(' ', organization, run_id, CASE WHEN "full" THEN 'full' END)));
END
$$;
COMMENT ON FUNCTION signals.queue_refresh(uuid, text, boolean) IS
'Has signals.build(organization, run_id, full) done by a job: 202 {job}, that of the one that waits or runs where there is one. For
administrators (42501). Errors: PT404 no such run; 22023 no such organisation.';

CREATE OR REPLACE FUNCTION signals.queue_hydrate(organization uuid, run_id text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin(), platform.require_organization(organization), signals.require_run(organization, run_id),
    signals.require_published(organization, run_id);
  RETURN platform.accepted(platform.add_job('signals.hydrate', jsonb_build_object('organization', organization, 'run_id', run_id),
                                            dedup_key => concat_ws(' ', organization, run_id)));
END
$$;
COMMENT ON FUNCTION signals.queue_hydrate(uuid, text) IS
'Has signals.hydrate(organization, run_id) done by a job: 202 {job}, that of the one that waits or runs where there is one. For
administrators (42501). Errors: PT404 no such run; 22023 no such organisation; 55000 the run is not published.';

CREATE OR REPLACE FUNCTION signals.queue_load(organization uuid, path text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin(), platform.require_organization(organization);
  PERFORM platform.require_text('path', path, 4000);
  PERFORM FROM harmony_internal.artifact_files(path);  -- refuses what the job would
  RETURN platform.accepted(platform.add_job('signals.load', jsonb_build_object('organization', organization, 'path', path),
                                            dedup_key => concat_ws(' ', organization, path)));
END
$$;
COMMENT ON FUNCTION signals.queue_load(uuid, text) IS
'Has signals.ingest_directory(organization, path) done by a job: 202 {job}, that of the one that waits or runs where there is one. For
administrators (42501). Errors: 22023 no such organisation, a path outside of harmony.artifact_directory, or one that is no folder of a
run.';
