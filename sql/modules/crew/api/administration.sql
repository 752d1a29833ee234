-- What administrators do. Jobs: where platform.add_job is there, retrain and rebuild_snapshots queue their work and answer 202 {job}.

CREATE OR REPLACE FUNCTION api.judge_toxicity(organization uuid, at timestamptz DEFAULT now()) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF NOT (platform.is_privileged() OR platform.is_admin()) THEN
    RAISE EXCEPTION 'this is for administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN crew.judge_toxicity(organization, at);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.judge_toxicity(uuid, timestamptz) IS
'Judges the toxicity of an employer''s vessels, and returns how many are flagged.

For administrators. organization: the employer; at: the last complete week before this time is judged, once. Errors: 400 no such employer,
a time to come; 403.';

CREATE OR REPLACE FUNCTION api.retrain() RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  attempt crew.retraining;
  details text;
  hint text;
BEGIN
  attempt := crew.retrain();
  RETURN jsonb_build_object('retraining', attempt.id, 'n', attempt.n, 'version', attempt.version, 'improves', attempt.improves,
                            'activated', attempt.activated, 'reasons', attempt.reasons);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.retrain() IS
'Learns the weights of the model from the outcomes of hires.

For administrators. {retraining, n, version, improves, activated, reasons}: version is null where nothing was learnt. Errors: 403; 409
another one is at it.';

CREATE OR REPLACE FUNCTION api.rebuild_snapshots(vessels uuid[] DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  RETURN jsonb_build_object('rebuilt', crew.rebuild_snapshots(vessels));
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.rebuild_snapshots(uuid[]) IS
'Writes what dashboards show anew.

For administrators. vessels: these with their fleets; null: all. {rebuilt}: how many snapshots. Errors: 403; 409 another one is at it.';

SELECT platform.expose('crew.activate_model(text)',
'Makes a version of the model the active one.

For administrators. version: of model_versions. 204. Errors: 400 no such version; 403; 409 another one is at it.'),
  platform.expose('crew.verify_snapshots()',
'What dashboards show that is not what would be computed now; no row: all is true.

For administrators. kind: vessel, fleet or toxicity; changes that wait to be rebuilt differ. Errors: 403.'),
  platform.secure_api();
