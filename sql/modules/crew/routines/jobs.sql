-- The module's jobs (platform.job_kind): what the queue calls.

CREATE OR REPLACE FUNCTION crew.rebuild_stale_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('rebuilt', crew.rebuild_stale(coalesce((payload ->> 'most')::integer, 1000)));
END
$$;
COMMENT ON FUNCTION crew.rebuild_stale_job(jsonb) IS 'A job: crew.rebuild_stale(most), 1,000 by default; returns {rebuilt}.';

CREATE OR REPLACE FUNCTION crew.publish_figures_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('published', crew.publish_figures());
END
$$;
COMMENT ON FUNCTION crew.publish_figures_job(jsonb) IS 'A job: crew.publish_figures(); returns {published}.';

CREATE OR REPLACE FUNCTION crew.rebuild_snapshots_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('rebuilt', crew.rebuild_snapshots(CASE WHEN jsonb_typeof(payload -> 'vessels') = 'array' THEN ARRAY (
    SELECT v::uuid FROM jsonb_array_elements_text(payload -> 'vessels') v) END));
END
$$;
COMMENT ON FUNCTION crew.rebuild_snapshots_job(jsonb) IS 'A job: crew.rebuild_snapshots(vessels), all without any; returns {rebuilt}.';

CREATE OR REPLACE FUNCTION crew.retrain_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  attempt CONSTANT crew.retraining := crew.retrain();
BEGIN
  RETURN jsonb_build_object('retraining', attempt.id, 'version', attempt.version, 'activated', attempt.activated);
END
$$;
COMMENT ON FUNCTION crew.retrain_job(jsonb) IS 'A job: crew.retrain(); returns {retraining, version, activated}.';

CREATE OR REPLACE FUNCTION crew.queue_retraining() RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  RETURN platform.accepted(platform.add_job('crew.retrain', dedup_key => 'now'));
END
$$;
COMMENT ON FUNCTION crew.queue_retraining() IS
'Has crew.retrain() done by a job: 202 {job}, that of the one that waits or runs where there is one. For administrators (42501).';

CREATE OR REPLACE FUNCTION crew.queue_rebuild(vessels uuid[] DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  IF cardinality(vessels) > 1000 THEN
    RAISE EXCEPTION '% vessels are too many', cardinality(vessels) USING ERRCODE = 'program_limit_exceeded',
      HINT = '1,000 at most, or null for all.';
  END IF;
  RETURN platform.accepted(platform.add_job('crew.rebuild_snapshots', jsonb_build_object('vessels', vessels),
                                            dedup_key => CASE WHEN vessels IS NULL THEN 'all' END));
END
$$;
COMMENT ON FUNCTION crew.queue_rebuild(uuid[]) IS
'Has crew.rebuild_snapshots(vessels) done by a job: 202 {job}; of those for all vessels one at most waits or runs. For administrators
(42501). More than 1,000 vessels: 54000.';
