-- What administrators do. What takes long is done by a job.

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

SELECT platform.expose('crew.queue_retraining()',
'Has the weights of the model learnt from the outcomes of hires, by a job.

For administrators. 202 {job}: the one that waits or runs where it is asked twice; its result is {retraining, version, activated}, version
null where nothing was learnt. Errors: 403.', as_name => 'retrain'),
  platform.expose('crew.queue_rebuild(uuid[])',
'Has what dashboards show written anew, by a job.

For administrators. vessels: these with their fleets, 1,000 at most; null: all. 202 {job}; its result is {rebuilt}, how many snapshots.
Errors: 403; 413 more vessels.', as_name => 'rebuild_snapshots'),
  platform.expose('crew.activate_model(text)',
'Makes a version of the model the active one.

For administrators. version: of model_versions. 204. Errors: 400 no such version; 403; 409 another one is at it.'),
  platform.expose('crew.verify_snapshots()',
'What dashboards show that is not what would be computed now; no row: all is true.

For administrators. kind: vessel, fleet or toxicity; changes that wait to be rebuilt differ. Errors: 403.'),
  platform.secure_api();
