-- Learning weights from outcomes. Fits are the extension's; here is which rows they are given, and what is activated.
--
-- crew.setting is read by scalar subqueries: the planner expects hundreds of its one row, and each join would multiply its estimate of a
-- query by them, until it compiles an aggregation over nothing just in time, which takes half a second.

CREATE OR REPLACE FUNCTION crew.activate_model(version text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
BEGIN
  PERFORM platform.require_admin();
  IF NOT EXISTS (SELECT FROM crew.model_version m WHERE m.version = activate_model.version) THEN
    RAISE EXCEPTION 'model version "%" does not exist', left(version, 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
  LOCK TABLE crew.model_version IN SHARE ROW EXCLUSIVE MODE;
  UPDATE crew.model_version m SET is_active = false WHERE m.is_active AND m.version <> activate_model.version;
  UPDATE crew.model_version m SET is_active = true WHERE NOT m.is_active AND m.version = activate_model.version;
END
$$;
COMMENT ON FUNCTION crew.activate_model(text) IS
'Makes a model version the active one, and the one before no longer so; both go into the audit trail, and every vessel snapshot
becomes stale.';

CREATE OR REPLACE FUNCTION crew.training_rows()
RETURNS TABLE (person_id uuid, id bigint, vessel_id uuid, organization_id uuid, y float8, terms float8[], weight float8, fold integer)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH hire AS MATERIALIZED (
    SELECT e.person_id, e.id, e.vessel_id, v.organization_id, e.y_actual, ARRAY[e.p_ind, e.f_team, e.f_env, e.f_lmx] AS terms
    FROM crew.hiring_event e JOIN crew.vessel v ON v.id = e.vessel_id
    WHERE e.y_actual IS NOT NULL AND num_nulls(e.p_ind, e.f_team, e.f_env, e.f_lmx) = 0
  ), owner AS (
    SELECT w.id, w.weight
    FROM (SELECT array_agg(c.organization_id ORDER BY c.organization_id) AS ids, array_agg(c.n ORDER BY c.organization_id) AS counts
          FROM (SELECT h.organization_id, count(*) AS n FROM hire h GROUP BY h.organization_id) c) l
    CROSS JOIN LATERAL unnest(l.ids, harmony_internal.capped_weights(l.counts, (SELECT s.retrain_owner_share FROM crew.setting s)))
      w (id, weight)
  )
  SELECT h.person_id, h.id, h.vessel_id, h.organization_id, h.y_actual, h.terms, o.weight,
         harmony.fold_of(h.vessel_id::text, (SELECT s.retrain_folds FROM crew.setting s))
  FROM hire h JOIN owner o ON o.id = h.organization_id;
END;
COMMENT ON FUNCTION crew.training_rows() IS
'Hires whose outcome and four terms are known; what each weighs, so that of several organisations none has more than a quarter of the
sum, or its equal share (crew.setting); and the fold of its vessel, one of ten that never changes.';

CREATE OR REPLACE FUNCTION crew.compare_weights(active crew.model_version) RETURNS harmony.weights_comparison
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT harmony_internal.compare_weights(t.y, t.terms, t.vessel_id::text, t.weight, t.organization_id::text,
           coalesce(t.id <= compare_weights.active.trained_through, false), b.slopes, (SELECT s.retrain_folds FROM crew.setting s))
  FROM crew.training_rows() t
  CROSS JOIN (SELECT ARRAY[(m ->> 'p_ind')::float8, (m ->> 'f_team')::float8, (m ->> 'f_env')::float8, (m ->> 'f_lmx')::float8] AS slopes
              FROM crew.betas(compare_weights.active.model) m) b);
END
$$;
COMMENT ON FUNCTION crew.compare_weights(crew.model_version) IS
'The weights that the outcomes teach against those of the active version, both on vessels that neither has seen and with level and
scale refitted (harmony_internal.compare_weights).

A version that was learnt itself is learnt anew in each fold from the hires it was trained on.';

CREATE OR REPLACE FUNCTION crew.range_restriction()
RETURNS TABLE (term text, sd_hired float8, sd_pool float8, u float8, r float8, r_corrected float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
  SELECT v.term, v.sd_hired, v.sd_pool, v.u, v.r, harmony.unrestricted_correlation(v.r, v.u)
  FROM (
    SELECT t.term, stddev_samp(t.value) FILTER (WHERE e.decision <> 'rejected') AS sd_hired, stddev_samp(t.value) AS sd_pool,
           harmony_internal.sd_ratio(t.value, e.decision <> 'rejected') AS u,
           corr(e.y_actual, t.value) FILTER (WHERE e.decision <> 'rejected') AS r
    FROM (SELECT DISTINCT ON (h.person_id, h.campaign_id) h.* FROM crew.hiring_event h ORDER BY h.person_id, h.campaign_id, h.id) e
    CROSS JOIN LATERAL (VALUES
      ('y_success', e.y_success), ('p_ind', e.p_ind), ('f_team', e.f_team), ('f_env', e.f_env), ('f_lmx', e.f_lmx)) t (term, value)
    GROUP BY t.term
  ) v;
END;
COMMENT ON FUNCTION crew.range_restriction() IS
'How much narrower the hired are than everybody decided on: standard deviation of prediction and terms among the hired (sd_hired), in
the pool (sd_pool), and their ratio u (harmony_internal.sd_ratio); the correlation r with the outcome among the hired, and what it
would be in the pool (harmony.unrestricted_correlation).

Under 1, R squared of the hired understates the model (Sackett and Yang 2000).';

CREATE OR REPLACE FUNCTION crew.activation_obstacles(fit harmony.linear_model, report harmony.cluster_robust_model,
                                                     contest harmony.weights_comparison, narrow_terms text[], owners_hiring bigint,
                                                     setting crew.setting) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT array_remove(ARRAY[
    (SELECT format('%s: the same in every hire, so that no weight can be learnt', string_agg(t.term, ', '))
     FROM unnest('{p_ind,f_team,f_env,f_lmx}'::text[], (fit).coefficients[2:]) t (term, b) WHERE t.b IS NULL HAVING count(*) > 0),
    CASE WHEN ((fit).r_squared > 0 AND (fit).r_squared < 1) IS NOT TRUE
      THEN format('R squared is %s, not between 0 and 1', coalesce((fit).r_squared::text, 'unknown')) END,
    CASE WHEN (contest).fitted_r_squared IS NULL
      THEN format('%s vessels are too few, or their outcomes too alike, to judge on vessels not learnt from', (contest).clusters) END,
    CASE WHEN ((report).f_p_value < (setting).retrain_significance) IS NOT TRUE
      THEN format('the terms explain no more than chance and differences between vessels would (F test, p = %s)',
                  coalesce(round((report).f_p_value::numeric, 4)::text, 'unknown: too few vessels')) END,
    CASE WHEN (contest).fitted_r_squared <= 0
      THEN format('cross-validated R squared %s is no better than the mean outcome', round((contest).fitted_r_squared::numeric, 4)) END,
    CASE WHEN (contest).fitted_r_squared <= (contest).rival_r_squared
      THEN format('cross-validated R squared %s does not beat %s of the active version',
                  round((contest).fitted_r_squared::numeric, 4), round((contest).rival_r_squared::numeric, 4))
      WHEN (contest).share_won < (setting).retrain_share_won
      THEN format('better than the active version in %s of 1,000 draws of vessels; at least %s are needed',
                  round(1000 * (contest).share_won::numeric), round(1000 * (setting).retrain_share_won::numeric)) END,
    CASE WHEN (contest).lost_without <> '{}' AND (contest).fitted_r_squared > (contest).rival_r_squared
      THEN 'no better than the active version without the hires of organisation ' || array_to_string((contest).lost_without, ' or of ') END,
    CASE WHEN (contest).effective_n <= (setting).retrain_above
      THEN format('of %s organisations of so unequal size the hires count as %s; more than %s are needed', (contest).owners,
                  floor((contest).effective_n::numeric), (setting).retrain_above) END,
    CASE WHEN (contest).owners = 1 AND owners_hiring > 1
      THEN format('all outcomes are of one of the %s organisations that hire by these weights', owners_hiring) END,
    CASE WHEN narrow_terms <> '{}'
      THEN format('%s: among the hired less than %s of the spread of everybody decided on', array_to_string(narrow_terms, ', '),
                  (setting).retrain_sd_ratio) END], NULL)
$$;
COMMENT ON FUNCTION crew.activation_obstacles(harmony.linear_model, harmony.cluster_robust_model, harmony.weights_comparison, text[],
  bigint, crew.setting) IS
'Why learnt weights are not to be activated, a sentence a reason; none: nothing speaks against them.

fit: the weights, by non-negative least squares; report: the same rows by cluster-robust least squares, for its F test; contest: learnt
and active weights on vessels that neither has seen; narrow_terms: terms whose range is restricted too much; owners_hiring:
organisations that have hired.';

CREATE OR REPLACE FUNCTION crew.tell_of_model(attempt crew.retraining) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key)
  SELECT a.id, 'crew.model_learnt',
         jsonb_build_object('retraining', attempt.id, 'version', attempt.version, 'n', attempt.n, 'activated', attempt.activated,
                            'reasons', to_jsonb(attempt.reasons)),
         format('crew.retrain/%s/%s', attempt.id, a.id)
  FROM platform.account_role r JOIN platform.account a ON a.id = r.account_id WHERE r.role = 'admin' AND a.is_active;
END
$$;
COMMENT ON FUNCTION crew.tell_of_model(crew.retraining) IS
'A message to every administrator (platform.outbox): weights were learnt that nothing speaks against, and whether they are active.';

CREATE OR REPLACE FUNCTION crew.learn_weights(active crew.model_version, setting crew.setting, OUT report harmony.cluster_robust_model,
                                              OUT learnt harmony.linear_model, OUT contest harmony.weights_comparison,
                                              OUT through bigint, OUT obstacles text[])
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  SELECT (m.ols).* INTO report
  FROM (SELECT harmony.cluster_robust_ols(t.y, t.terms, t.vessel_id::text, t.weight) AS ols FROM crew.training_rows() t) m;
  IF coalesce(report.n, 0) <= setting.retrain_above THEN
    obstacles := ARRAY[format('%s outcomes, of which %s with all four terms; more than %s are needed',
      (SELECT count(*) FROM crew.hiring_event e WHERE e.y_actual IS NOT NULL), coalesce(report.n, 0), setting.retrain_above)];
    RETURN;
  END IF;
  SELECT (m.nnls).* INTO learnt
  FROM (SELECT harmony.nnls(harmony.wls_state(t.weight, t.y, t.terms)) AS nnls FROM crew.training_rows() t) m;
  SELECT max(t.id) INTO through FROM crew.training_rows() t;
  contest := crew.compare_weights(active);
  obstacles := crew.activation_obstacles(learnt, report, contest,
    ARRAY (SELECT r.term FROM crew.range_restriction() r WHERE r.term <> 'y_success' AND r.u < setting.retrain_sd_ratio ORDER BY r.term),
    (SELECT count(DISTINCT v.organization_id) FROM crew.hiring_event e JOIN crew.vessel v ON v.id = e.vessel_id), setting);
END
$$;
COMMENT ON FUNCTION crew.learn_weights(crew.model_version, crew.setting) IS
'What the outcomes of hires teach: cluster-robust report, weights, their comparison with the active version''s, the highest number of the
hires, and what speaks against activation. Too few hires: the report and the obstacle alone.';

CREATE OR REPLACE FUNCTION crew.retrain() RETURNS crew.retraining
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
DECLARE
  setting crew.setting;
  active crew.model_version;
  lesson record;
  betas jsonb;
  name text;
  improves boolean;
  attempt crew.retraining;
BEGIN
  PERFORM platform.require_admin();
  LOCK TABLE crew.model_version IN SHARE ROW EXCLUSIVE MODE;  -- one retraining at a time
  SELECT s.* INTO setting FROM crew.setting s;
  SELECT m.* INTO active FROM crew.model_version m WHERE m.is_active;
  SELECT l.* INTO lesson FROM crew.learn_weights(active, setting) l;
  improves := lesson.obstacles = '{}';
  betas := harmony_internal.mlpsm_betas((lesson.learnt).coefficients, (lesson.report).std_errors);
  IF num_nulls(VARIADIC (lesson.learnt).coefficients) = 0 THEN
    name := format('retrained-%s', 1 + (SELECT count(*) FROM crew.model_version m WHERE m.origin = 'retrain'));
    INSERT INTO crew.model_version (version, model, origin, n, r_squared, cross_validated_r_squared, std_errors, trained_through,
                                    created_by)
    SELECT name, m.model || jsonb_build_object('version', name, 'mlpsm', betas, 'uncertainty', coalesce(m.model -> 'uncertainty', '{}')
             || jsonb_build_object('residual_sd',
                  greatest(harmony_internal.rounded_score((lesson.learnt).residual_std_error, 0), 1))),
           'retrain', (lesson.learnt).n / 10 * 10, harmony_internal.rounded_score((lesson.learnt).r_squared, 2),
           harmony_internal.rounded_score((lesson.contest).fitted_r_squared, 2),
           (lesson.report).std_errors, lesson.through, platform.current_account()
    FROM (SELECT coalesce(active.model, harmony.default_model()) AS model) m;
  END IF;
  IF improves AND setting.auto_activate THEN
    PERFORM crew.activate_model(name);
  END IF;
  INSERT INTO crew.retraining (attempted_by, n, improves, activated, reasons, version, active_before, report)
  VALUES (platform.current_account(), coalesce((lesson.report).n, 0), improves, improves AND setting.auto_activate,
          CASE WHEN NOT improves THEN lesson.obstacles ELSE ARRAY[format(
            'cross-validated R squared %s beats %s of the active version, in %s of 1,000 draws of vessels',
            round((lesson.contest).fitted_r_squared::numeric, 4), round((lesson.contest).rival_r_squared::numeric, 4),
            round(1000 * (lesson.contest).share_won::numeric))] END,
          name, active.version,
          jsonb_build_object('outcomes', (SELECT count(*) FROM crew.hiring_event e WHERE e.y_actual IS NOT NULL),
            'ols', to_jsonb(lesson.report) - 'covariance', 'betas', betas, 'r_squared', (lesson.learnt).r_squared,
            'comparison', to_jsonb(lesson.contest),
            'setting', to_jsonb(setting) - '{only_one,toxicity_q_below,level_high_above,level_medium_above,trait_step}'::text[],
            'range_restriction', (SELECT jsonb_object_agg(v.term, platform.rounded(to_jsonb(v) - 'term', 4))
                                  FROM crew.range_restriction() v)))
  RETURNING * INTO attempt;
  PERFORM platform.audit('model.retrained', coalesce('crew.model_version/' || name, 'crew.retraining/' || attempt.id),
    jsonb_build_object('retraining', attempt.id, 'improves', improves, 'activated', attempt.activated,
                       'reasons', to_jsonb(attempt.reasons)));
  IF improves THEN
    PERFORM crew.tell_of_model(attempt);
  END IF;
  RETURN attempt;
END
$$;
COMMENT ON FUNCTION crew.retrain() IS
'Learns the weights of the success model from the outcomes of hires, and keeps a report of the attempt, which it returns.

Non-negative least squares of y_actual on the four terms, weighted so that no organisation has more than a quarter; the version is kept
where every weight can be learnt, its weights rounded to what their standard errors support (harmony_internal.mlpsm_betas), the standard
deviation of the rest to whole points, n down to tens and R squared to two decimals, so that what employers see of two versions does not
tell the outcomes between them; the report, which administrators read, has every digit.

It improves on the active one where crew.activation_obstacles finds nothing: more than 150 hires have an outcome,
0 < R squared < 1, the terms explain more than chance and differences between vessels would (F test, cluster-robust by vessel, p < 0.05),
and on vessels that neither has seen its R squared is above 0 and above the active version''s, in 95 % of 1,000
draws of vessels and without the hires of any one organisation; no term varies among the hired by less than half. Then administrators
get a message, and a person activates it (crew.activate_model); with auto_activate it becomes active by itself. All limits are columns
of crew.setting.';
