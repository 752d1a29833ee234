-- Regressions that look at their rows several times: logistic, Poisson, Firth, least squares with robust errors. Their state keeps the
-- rows: 8 bytes a value, at most 1 GB. Rows with a NULL are skipped. SSPACE is the size of the first block of 32 rows of 10 predictors.

CREATE FUNCTION harmony_internal.kept_rows_transition(internal, "any", VARIADIC "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_kept_rows_transition';
COMMENT ON FUNCTION harmony_internal.kept_rows_transition(internal, "any", VARIADIC "any") IS
'Adds a row to those kept.';

CREATE FUNCTION harmony_internal.kept_rows_transition(internal, "any", "any", VARIADIC "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_kept_rows_transition';
COMMENT ON FUNCTION harmony_internal.kept_rows_transition(internal, "any", "any", VARIADIC "any") IS
'Adds a row to those kept.';

CREATE FUNCTION harmony_internal.kept_option_rows_transition(internal, text, "any", VARIADIC "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_kept_option_rows_transition';
COMMENT ON FUNCTION harmony_internal.kept_option_rows_transition(internal, text, "any", VARIADIC "any") IS
'Adds a row to those kept; the first names the kind of fit.';

CREATE FUNCTION harmony_internal.kept_option_group_rows_transition(internal, text, "any", "any", VARIADIC "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_kept_option_group_rows_transition';
COMMENT ON FUNCTION harmony_internal.kept_option_group_rows_transition(internal, text, "any", "any", VARIADIC "any") IS
'Adds a row of a group to those kept; the first names the kind of fit.';

CREATE FUNCTION harmony_internal.kept_rows_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_kept_rows_combine';
COMMENT ON FUNCTION harmony_internal.kept_rows_combine(internal, internal) IS
'Joins two parts of the rows: the blocks of the second are handed over.';

CREATE FUNCTION harmony_internal.kept_rows_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_kept_rows_serialize';
COMMENT ON FUNCTION harmony_internal.kept_rows_serialize(internal) IS
'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.kept_rows_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_kept_rows_deserialize';
COMMENT ON FUNCTION harmony_internal.kept_rows_deserialize(bytea, internal) IS
'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.logistic_final(internal) RETURNS harmony.glm_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_logistic_final';
COMMENT ON FUNCTION harmony_internal.logistic_final(internal) IS
'Final function of the aggregate harmony.logistic.';

CREATE AGGREGATE harmony.logistic(y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.logistic_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.logistic("any", VARIADIC "any") IS
'Logistic regression by maximum likelihood: log odds of y = b0 + b1 x1 + ...; y boolean or 0 and 1 (22023).

x: boolean or number columns, or one array of them last (harmony.xs, harmony.dummies); other types 42804; NaN and infinity 22023 naming the
argument. Newton''s method on standardised predictors, steps halved while the likelihood falls, to 1e-7, and a last step from error-free
sums; at most 50, then converged is false. Errors from the inverse information, z, two-sided p, 95 % intervals. A predictor that depends
on those before it has NULL and a warning, as in harmony.ols. Separated data and constant y have no maximum (Albert and Anderson 1984):
separated is true, estimates are NULL, a warning names the predictors; harmony.firth has an answer. No rows: NULL. Memory: 8 bytes a value,
54000 beyond 1 GB (harmony.logistic_step for larger tables). The same to 1e-12 in any order of rows and number of processes.';

CREATE FUNCTION harmony_internal.weighted_logistic_final(internal) RETURNS harmony.glm_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_weighted_logistic_final';
COMMENT ON FUNCTION harmony_internal.weighted_logistic_final(internal) IS
'Final function of the aggregate harmony.weighted_logistic.';

CREATE AGGREGATE harmony.weighted_logistic(weight "any", y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.weighted_logistic_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_logistic("any", "any", VARIADIC "any") IS
'Logistic regression in which a row counts weight times in the likelihood: harmony.logistic of weight, y, x.

A weight is 0 (the row is skipped) or from 2^-200 to 2^200 (22023). n, df and bic count rows.';

CREATE FUNCTION harmony_internal.firth_final(internal) RETURNS harmony.glm_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_firth_final';
COMMENT ON FUNCTION harmony_internal.firth_final(internal) IS
'Final function of the aggregate harmony.firth.';

CREATE AGGREGATE harmony.firth(y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.firth_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.firth("any", VARIADIC "any") IS
'Logistic regression by penalised likelihood (Firth 1993; Heinze and Schemper 2002): finite also for separated data and rare events.

Maximises l + log det(I)/2. Errors from the inverse information there; p by penalised likelihood ratio, intervals by its profile; both hold
the penalty of all columns. log_likelihood, chi2, aic and bic are penalised (null_log_likelihood: all slopes 0), deviance is not. Arguments
and what is NULL as harmony.logistic. O(n p^2) a step, O(n p^3) while n p^3 is below 2e7; about 30 maximisations a coefficient.';

CREATE FUNCTION harmony_internal.poisson_final(internal) RETURNS harmony.glm_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_poisson_final';
COMMENT ON FUNCTION harmony_internal.poisson_final(internal) IS
'Final function of the aggregate harmony.poisson.';

CREATE AGGREGATE harmony.poisson(y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.poisson_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.poisson("any", VARIADIC "any") IS
'Poisson regression by maximum likelihood: log of the mean of y = b0 + b1 x1 + ...; y whole numbers from 0 (22023).

As harmony.logistic. dispersion above 1 says that the counts vary more than a Poisson distribution has it: errors are then too small. Where
all y are 0, or the rows with events do not hold the others (a level without events), no maximum exists and separated is true.';

CREATE FUNCTION harmony_internal.poisson_rate_final(internal) RETURNS harmony.glm_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_poisson_rate_final';
COMMENT ON FUNCTION harmony_internal.poisson_rate_final(internal) IS
'Final function of the aggregate harmony.poisson_rate.';

CREATE AGGREGATE harmony.poisson_rate(exposure "any", y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.poisson_rate_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.poisson_rate("any", "any", VARIADIC "any") IS
'Poisson regression of a rate: mean of y = exposure exp(b0 + b1 x1 + ...); exposure above 0 (22023), the time or people at risk.

As harmony.poisson with the offset log(exposure); harmony.predict gives the rate, at an exposure of 1.';

CREATE FUNCTION harmony_internal.ols_robust_final(internal) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_ols_robust_final';
COMMENT ON FUNCTION harmony_internal.ols_robust_final(internal) IS
'Final function of the aggregate harmony.ols_robust.';

CREATE AGGREGATE harmony.ols_robust(kind text, y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_option_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.ols_robust_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols_robust(text, "any", VARIADIC "any") IS
'Ordinary least squares whose errors hold where the variance differs between rows (White 1980; MacKinnon and White 1985).

kind: HC0, HC1 (n/(n - rank)), HC2 (1/(1 - h)), HC3 (1/(1 - h)^2), h a row''s leverage; others 22023, NULL 22004; that of the first row
counts. V = M (sum of f e^2 x x'') M, M = (X''X)^-1; t with n - rank df, F = Wald''s statistic/(rank - 1). Everything else as harmony.ols;
std_error_at_means, and so the limits of harmony.predict_interval, are NULL. Leverage above 1 - 1e-12: HC2 and HC3 have NULL errors and a
warning. Arguments, memory and order as harmony.logistic.';

CREATE FUNCTION harmony_internal.ols_clustered_final(internal) RETURNS harmony.clustered_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_ols_clustered_final';
COMMENT ON FUNCTION harmony_internal.ols_clustered_final(internal) IS
'Final function of the aggregate harmony.ols_clustered.';

CREATE AGGREGATE harmony.ols_clustered(kind text, cluster "any", y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.kept_option_group_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.ols_clustered_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols_clustered(text, "any", "any", VARIADIC "any") IS
'Ordinary least squares whose errors hold when rows of a cluster (the people of a team; any type) are alike.

kind: CR0, CR1 (G/(G - 1), G clusters), CR1S (times (n - 1)/(n - rank)), CR2 (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018),
unbiased where errors are independent; others 22023. t with G - 1 df, with CR2 Satterthwaite''s of each coefficient, as clubSandwich has
them. One cluster: errors NULL and a warning. A NULL cluster skips the row. Arguments, memory and order as harmony.logistic.';

CREATE FUNCTION harmony_internal.cluster_states_transition(internal, text, harmony.linear_state) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_cluster_states_transition';
COMMENT ON FUNCTION harmony_internal.cluster_states_transition(internal, text, harmony.linear_state) IS
'Takes the state of one more cluster.';

CREATE FUNCTION harmony_internal.cluster_states_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_cluster_states_combine';
COMMENT ON FUNCTION harmony_internal.cluster_states_combine(internal, internal) IS
'Joins two parts of the clusters.';

CREATE FUNCTION harmony_internal.cluster_states_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cluster_states_serialize';
COMMENT ON FUNCTION harmony_internal.cluster_states_serialize(internal) IS
'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.cluster_states_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cluster_states_deserialize';
COMMENT ON FUNCTION harmony_internal.cluster_states_deserialize(bytea, internal) IS
'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.ols_clustered_states_final(internal) RETURNS harmony.clustered_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_ols_clustered_states_final';
COMMENT ON FUNCTION harmony_internal.ols_clustered_states_final(internal) IS
'Final function of the aggregate harmony.ols_clustered.';

CREATE AGGREGATE harmony.ols_clustered(kind text, state harmony.linear_state) (
  SFUNC = harmony_internal.cluster_states_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.ols_clustered_states_final, COMBINEFUNC = harmony_internal.cluster_states_combine,
  SERIALFUNC = harmony_internal.cluster_states_serialize, DESERIALFUNC = harmony_internal.cluster_states_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols_clustered(text, harmony.linear_state) IS
'The same from one harmony.linear_state a cluster, for tables of any size: a subquery aggregates each cluster first.

States of another number of predictors than the others, and weighted ones: 22023. A NULL state is passed over; one of no rows adds to
n_skipped alone.';

CREATE FUNCTION harmony_internal.logistic_step_transition(harmony.linear_state, float8[], "any", float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_logistic_step_transition';
COMMENT ON FUNCTION harmony_internal.logistic_step_transition(harmony.linear_state, float8[], "any", float8[]) IS
'Adds a row of a step of iterated least squares.';

CREATE AGGREGATE harmony.logistic_step(b float8[], y "any", xs float8[]) (
  SFUNC = harmony_internal.logistic_step_transition, STYPE = harmony.linear_state, SSPACE = 1360,
  FINALFUNC = harmony_internal.linear_state_final, COMBINEFUNC = harmony_internal.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.logistic_step(float8[], "any", float8[]) IS
'One step of logistic regression from the coefficients b: weighted least squares whose fit is the next b.

(harmony.ols(state)).coefficients is the next b, intercept first; a NULL b starts at b = 0. Repeat until b stays: the table is
read once a step, by any number of processes, and nothing is kept of a row. A NULL in b belongs to a dropped predictor and counts 0.
Errors: 22023 for a b of another length, y that does not fit, NaN and infinity.';

CREATE FUNCTION harmony_internal.poisson_step_transition(harmony.linear_state, float8[], "any", float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_poisson_step_transition';
COMMENT ON FUNCTION harmony_internal.poisson_step_transition(harmony.linear_state, float8[], "any", float8[]) IS
'Adds a row of a step of iterated least squares.';

CREATE AGGREGATE harmony.poisson_step(b float8[], y "any", xs float8[]) (
  SFUNC = harmony_internal.poisson_step_transition, STYPE = harmony.linear_state, SSPACE = 1360,
  FINALFUNC = harmony_internal.linear_state_final, COMBINEFUNC = harmony_internal.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.poisson_step(float8[], "any", float8[]) IS
'One step of Poisson regression from the coefficients b: weighted least squares whose fit is the next b.

(harmony.ols(state)).coefficients is the next b, intercept first; a NULL b starts at means of y + 0.1, as R has it. Repeat until b stays:
the table is read once a step, by any number of processes, and nothing is kept of a row. A NULL in b belongs to a dropped predictor and
counts 0. Errors: 22023 for a b of another length, y that does not fit, NaN and infinity.';
