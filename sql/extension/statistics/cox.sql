-- Cox's proportional hazards model. Its state keeps the rows, as that of the regressions.

CREATE FUNCTION harmony_internal.kept_rows_transition(internal, "any", "any", "any", VARIADIC "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_kept_rows_transition';
COMMENT ON FUNCTION harmony_internal.kept_rows_transition(internal, "any", "any", "any", VARIADIC "any") IS
'Adds a row to those kept.';

CREATE FUNCTION harmony_internal.kept_group_rows_transition(internal, "any", "any", "any", VARIADIC "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_kept_group_rows_transition';
COMMENT ON FUNCTION harmony_internal.kept_group_rows_transition(internal, "any", "any", "any", VARIADIC "any") IS
'Adds a row of a group to those kept.';

CREATE FUNCTION harmony_internal.cox_final(internal) RETURNS harmony.cox_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_cox_final';
COMMENT ON FUNCTION harmony_internal.cox_final(internal) IS
'Final function of the aggregate harmony.cox.';

CREATE AGGREGATE harmony.cox("time" "any", event "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.cox_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cox("any", "any", VARIADIC "any") IS
'Cox''s proportional hazards model (Cox 1972): hazard = h0(time) exp(b1 x1 + b2 x2 + ...), ties by Efron (1977).

time: how long a row was seen, from 0 (22023); event: boolean or 0 and 1 (22023), whether the time ended with it; else the row was censored,
and is at risk at events of the same time. x: boolean or number columns, or one array of them last; other types 42804; NaN and infinity
22023. Newton''s method, steps halved while the likelihood falls, to 1e-7, and a last step from there; at most 50, then converged is
false. Errors from the inverse information, z, 95 % intervals; likelihood ratio, score and Wald tests with rank df; concordance. A predictor
that depends on those before it has NULL and a warning. Where the likelihood is monotone (a level without events) separated is true,
estimates are NULL, and a warning names the predictors. No events: NULL figures and a warning; no rows: NULL. Memory: 8 bytes a value, 54000
beyond 1 GB, and as much again during the fit. The same to 1e-12 in any order of rows and number of processes.';

CREATE FUNCTION harmony_internal.cox_robust_final(internal) RETURNS harmony.cox_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_cox_robust_final';
COMMENT ON FUNCTION harmony_internal.cox_robust_final(internal) IS
'Final function of the aggregate harmony.cox_robust.';

CREATE AGGREGATE harmony.cox_robust(cluster "any", "time" "any", event "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_group_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.cox_robust_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cox_robust("any", "any", "any", VARIADIC "any") IS
'Cox''s model with errors that hold where rows of a cluster (the people of a team; any type) are alike (Lin and Wei 1989).

Covariance: the sum over clusters of d d'', d the sum of their rows'' dfbeta = score residual times inverse information; wald_chi2 is of it,
chi2 and score_chi2 are those of harmony.cox. A cluster a row gives errors that hold where hazards are not proportional. One cluster: errors
NULL and a warning. A NULL cluster skips the row. Everything else as harmony.cox.';

CREATE FUNCTION harmony_internal.cox_counting_final(internal) RETURNS harmony.cox_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 40000 AS 'MODULE_PATHNAME', 'harmony_cox_counting_final';
COMMENT ON FUNCTION harmony_internal.cox_counting_final(internal) IS
'Final function of the aggregate harmony.cox_counting.';

CREATE AGGREGATE harmony.cox_counting(start "any", stop "any", event "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.cox_counting_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cox_counting("any", "any", "any", VARIADIC "any") IS
'Cox''s model of rows at risk in (start, stop]: late entry, and predictors that change, a row a stretch of time (Andersen and Gill 1982).

start from 0 and below stop (22023); event: whether stop is the event''s time. One person''s stretches must not overlap. A predictor that
is the same for all at risk at each event time has NULL and a warning. Everything else as harmony.cox.';

CREATE FUNCTION harmony.coefficients(model harmony.cox_model, names text[] DEFAULT NULL, level float8 DEFAULT 0.95,
                                     exponentiate boolean DEFAULT false, digits integer DEFAULT NULL) RETURNS SETOF harmony.coefficient
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 ROWS 10 AS 'MODULE_PATHNAME', 'harmony_coefficients_of_cox';
COMMENT ON FUNCTION harmony.coefficients(harmony.cox_model, text[], float8, boolean, integer) IS
'The coefficients of a Cox model as rows; exponentiate gives hazard ratios with their intervals.

As of harmony.linear_model, without intercept, statistic z and df NULL.';

CREATE FUNCTION harmony.contrast(model harmony.cox_model, weights float8[], value float8 DEFAULT 0) RETURNS harmony.contrast_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_contrast_of_cox';
COMMENT ON FUNCTION harmony.contrast(harmony.cox_model, float8[], float8) IS
'A weighted sum of coefficients, as of harmony.linear_model, with z and df NULL; there is no intercept''s weight.';

CREATE FUNCTION harmony.wald_test(model harmony.cox_model, weights float8[]) RETURNS harmony.wald_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_wald_test_of_cox';
COMMENT ON FUNCTION harmony.wald_test(harmony.cox_model, float8[]) IS
'Whether several weighted sums of coefficients are all 0, as of harmony.linear_model: chi-squared, df2 NULL; there is no intercept''s
weight.';

CREATE FUNCTION harmony.predict(model harmony.cox_model, VARIADIC x "any") RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_predict_cox';
COMMENT ON FUNCTION harmony.predict(harmony.cox_model, VARIADIC "any") IS
'The hazard at x1, x2, ... (numbers, or one array) against that where all x are 0: exp(b1 x1 + b2 x2 + ...).

A dropped predictor counts 0. NULL: a model without coefficients, a NULL in x. Errors: 22023 for another number of predictors, NaN or
infinity; 42804 for x that are no numbers.';
