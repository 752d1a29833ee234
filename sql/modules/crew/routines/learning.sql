-- Learning weights from outcomes. Fits are the extension's; here is which rows and folds they are given, and what is activated.

CREATE OR REPLACE FUNCTION crew.activate_model(version text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  IF NOT EXISTS (SELECT FROM crew.model_version m WHERE m.version = activate_model.version) THEN
    RAISE EXCEPTION 'model version "%" does not exist', version USING ERRCODE = 'invalid_parameter_value';
  END IF;
  LOCK TABLE crew.model_version IN SHARE ROW EXCLUSIVE MODE;
  UPDATE crew.model_version m SET is_active = false WHERE m.is_active AND m.version <> activate_model.version;
  UPDATE crew.model_version m SET is_active = true WHERE NOT m.is_active AND m.version = activate_model.version;
END
$$;
COMMENT ON FUNCTION crew.activate_model(text) IS
'Makes a model version the active one, and the one before no longer so; both go into the audit trail, and every vessel snapshot
becomes stale.';

CREATE OR REPLACE FUNCTION crew.training_rows() RETURNS TABLE (person_id uuid, id bigint, y float8, terms float8[], fold integer)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT e.person_id, e.id, e.y_actual, ARRAY[e.p_ind, e.f_team, e.f_env, e.f_lmx],
         harmony.fold_of(e.person_id::text || '/' || e.id, s.retrain_folds)
  FROM crew.hiring_event e CROSS JOIN crew.setting s
  WHERE e.y_actual IS NOT NULL AND num_nulls(e.p_ind, e.f_team, e.f_env, e.f_lmx) = 0;
END;
COMMENT ON FUNCTION crew.training_rows() IS
'Hires whose outcome and four terms are known, each in one of ten folds (crew.setting) that never changes.';

CREATE OR REPLACE FUNCTION crew.cross_validation(betas jsonb) RETURNS TABLE (fitted_r_squared float8, given_r_squared float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  WITH train AS MATERIALIZED (SELECT * FROM crew.training_rows()),
  part AS MATERIALIZED (SELECT t.fold, harmony.linear_state(t.y, t.terms) AS state FROM train t GROUP BY t.fold),
  fit AS MATERIALIZED (
    SELECT p.fold, harmony_internal.mlpsm_betas((harmony.nnls(harmony.merge(o.state))).coefficients) AS betas
    FROM part p JOIN part o ON o.fold <> p.fold GROUP BY p.fold
  )
  SELECT harmony_internal.r_squared(t.y, harmony.mlpsm(t.terms[1], t.terms[2], t.terms[3], t.terms[4], f.betas)),
         harmony_internal.r_squared(t.y, harmony.mlpsm(t.terms[1], t.terms[2], t.terms[3], t.terms[4], cross_validation.betas))
  FROM train t JOIN fit f ON f.fold = t.fold;
END;
COMMENT ON FUNCTION crew.cross_validation(jsonb) IS
'Two R squared (harmony_internal.r_squared) of harmony.mlpsm''s predictions on the same rows and folds: of weights fitted (non-negative
least squares) to the other nine folds, and of the betas given.';

CREATE OR REPLACE FUNCTION crew.range_restriction() RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_object_agg(v.name, platform.rounded(v.report, 4))
  FROM (
    SELECT t.name, jsonb_build_object('sd_hired', stddev_samp(t.value) FILTER (WHERE e.decision <> 'rejected'),
                                      'sd_pool', stddev_samp(t.value), 'u', harmony_internal.sd_ratio(t.value, e.decision <> 'rejected'))
                                        AS report
    FROM (SELECT DISTINCT ON (h.person_id, h.campaign_id) h.* FROM crew.hiring_event h ORDER BY h.person_id, h.campaign_id, h.id) e
    CROSS JOIN LATERAL (VALUES
      ('y_success', e.y_success), ('p_ind', e.p_ind), ('f_team', e.f_team), ('f_env', e.f_env), ('f_lmx', e.f_lmx)) t (name, value)
    GROUP BY t.name
  ) v;
END;
COMMENT ON FUNCTION crew.range_restriction() IS
'How much narrower the hired are than everybody decided on: standard deviation of prediction and terms among the hired (sd_hired), in
the pool (sd_pool), and their ratio u (harmony_internal.sd_ratio).

Under 1, R squared of the hired understates the model (Sackett and Yang 2000).';

CREATE OR REPLACE FUNCTION crew.activation_obstacles(fit harmony.linear_model, report harmony.linear_model, cv_fit float8, cv_active float8,
                                                     significance float8) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM unnest((fit).coefficients[2:]) b WHERE b IS NULL OR b < 0)
      THEN 'a weight is negative or could not be determined' END,
    CASE WHEN ((fit).r_squared > 0 AND (fit).r_squared < 1) IS NOT TRUE
      THEN format('R squared is %s, not between 0 and 1', coalesce((fit).r_squared::text, 'unknown')) END,
    CASE WHEN (cv_fit > cv_active) IS NOT TRUE
      THEN format('cross-validated R squared %s does not beat %s of the active version',
                  round(cv_fit::numeric, 4), round(cv_active::numeric, 4)) END,
    CASE WHEN ((report).f_p_value < significance) IS NOT TRUE
      THEN format('the terms explain no more than chance would (F test, p = %s)', round((report).f_p_value::numeric, 4)) END,
    CASE WHEN (cv_fit > 0) IS NOT TRUE
      THEN format('cross-validated R squared %s is no better than the mean outcome', round(cv_fit::numeric, 4)) END], NULL);
COMMENT ON FUNCTION crew.activation_obstacles(harmony.linear_model, harmony.linear_model, float8, float8, float8) IS
'Why learnt weights are not to be activated, a sentence a reason; none: they are.

fit: the weights, by non-negative least squares; report: the same rows by ordinary least squares, for its F test; cv_fit, cv_active:
cross-validated R squared of the learnt and of the active weights.';

CREATE OR REPLACE FUNCTION crew.retrain() RETURNS crew.retraining
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  setting crew.setting;
  active crew.model_version;
  report harmony.linear_model;
  learnt harmony.linear_model;
  cv_learnt float8;  -- cross-validated R squared of the weights learnt, and of the active version's on the same folds
  cv_active float8;
  betas jsonb;
  n_outcomes bigint;
  reasons text[];
  name text;
  attempt crew.retraining;
BEGIN
  PERFORM platform.require_admin();
  LOCK TABLE crew.model_version IN SHARE ROW EXCLUSIVE MODE;  -- one retraining at a time
  SELECT s.* INTO setting FROM crew.setting s;
  SELECT m.* INTO active FROM crew.model_version m WHERE m.is_active;
  SELECT count(*) INTO n_outcomes FROM crew.hiring_event e WHERE e.y_actual IS NOT NULL;
  SELECT (m.ols).* INTO report FROM (SELECT harmony.ols(t.y, t.terms) AS ols FROM crew.training_rows() t) m;
  IF n_outcomes <= setting.retrain_above OR coalesce(report.n, 0) <= setting.retrain_above THEN
    reasons := ARRAY[format('%s outcomes, of which %s with all four terms; more than %s are needed',
                            n_outcomes, coalesce(report.n, 0), setting.retrain_above)];
  ELSE
    SELECT (m.nnls).* INTO learnt FROM (SELECT harmony.nnls(t.y, t.terms) AS nnls FROM crew.training_rows() t) m;
    betas := harmony_internal.mlpsm_betas(learnt.coefficients);
    SELECT v.* INTO cv_learnt, cv_active FROM crew.cross_validation(crew.betas(active.model)) v;
    reasons := crew.activation_obstacles(learnt, report, cv_learnt, cv_active, setting.retrain_significance);
    IF num_nulls(VARIADIC learnt.coefficients) = 0 THEN
      name := format('retrained-%s', 1 + (SELECT count(*) FROM crew.model_version m WHERE m.origin = 'retrain'));
      INSERT INTO crew.model_version (version, model, origin, n, r_squared, cross_validated_r_squared, std_errors, created_by)
      VALUES (name, coalesce(active.model, harmony.default_model()) || jsonb_build_object('version', name, 'mlpsm', betas), 'retrain',
              learnt.n, learnt.r_squared, cv_learnt, report.std_errors, platform.current_account());
    END IF;
  END IF;
  IF reasons = '{}' THEN
    PERFORM crew.activate_model(name);
  END IF;
  INSERT INTO crew.retraining (attempted_by, n, activated, reasons, version, active_before, report)
  VALUES (platform.current_account(), coalesce(report.n, 0), reasons = '{}',
          CASE WHEN reasons = '{}' THEN ARRAY[format('cross-validated R squared %s beats %s of the active version',
                                                     round(cv_learnt::numeric, 4), round(cv_active::numeric, 4))] ELSE reasons END,
          name, active.version,
          jsonb_build_object('outcomes', n_outcomes, 'ols', to_jsonb(report) - 'covariance', 'betas', betas, 'r_squared', learnt.r_squared,
            'cross_validated_r_squared', cv_learnt, 'active_r_squared', cv_active,
            'setting', jsonb_build_object('above', setting.retrain_above, 'folds', setting.retrain_folds,
                                          'significance', setting.retrain_significance),
            'range_restriction', crew.range_restriction()))
  RETURNING * INTO attempt;
  PERFORM platform.audit('model.retrained', coalesce('crew.model_version/' || name, 'crew.retraining/' || attempt.id),
    jsonb_build_object('retraining', attempt.id, 'activated', attempt.activated, 'reasons', to_jsonb(attempt.reasons)));
  RETURN attempt;
END
$$;
COMMENT ON FUNCTION crew.retrain() IS
'Learns the weights of the success model from the outcomes of hires, and keeps a report of the attempt, which it returns.

Ordinary least squares (the report) and non-negative least squares (the weights) of y_actual on the four terms. The new version is
activated only if more than 150 hires have an outcome, every weight is >= 0, 0 < R squared < 1, the terms explain more than chance
would (F test of the regression, p < 0.05), and its 10-fold cross-validated R squared is above 0 and above that of the active
version''s weights on the same folds; else it is stored and reasons says why not. 150, 0.05 and 10 are columns of crew.setting.';
