-- Linear models on one mergeable state, and the reliability of scales. Overloads by number of predictors are
-- appended by tools/linear_overloads.sh.

CREATE TYPE harmony.linear_state;

CREATE FUNCTION harmony.linear_state_in(cstring) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_in';
COMMENT ON FUNCTION harmony.linear_state_in(cstring) IS 'Input function of harmony.linear_state; validates everything (22P02, 22P03).';
CREATE FUNCTION harmony.linear_state_out(harmony.linear_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_out';
COMMENT ON FUNCTION harmony.linear_state_out(harmony.linear_state) IS 'Output function of harmony.linear_state: hexadecimal, exact.';
CREATE FUNCTION harmony.linear_state_recv(internal) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_recv';
COMMENT ON FUNCTION harmony.linear_state_recv(internal) IS 'Binary input function of harmony.linear_state; validates everything (22P03).';
CREATE FUNCTION harmony.linear_state_send(harmony.linear_state) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_send';
COMMENT ON FUNCTION harmony.linear_state_send(harmony.linear_state) IS 'Binary output function of harmony.linear_state.';

CREATE TYPE harmony.linear_state (
  INPUT = harmony.linear_state_in,
  OUTPUT = harmony.linear_state_out,
  RECEIVE = harmony.linear_state_recv,
  SEND = harmony.linear_state_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony.linear_state IS
'Cross products of [1 X y] in double-double: the sufficient statistic of every linear model. Keep it in a table, merge it with harmony.merge, finish it with harmony.ols and its sisters.';

CREATE TYPE harmony.linear_model AS (
  n                         bigint,
  n_skipped                 bigint,
  rank                      integer,
  df                        float8,
  coefficients              float8[],
  std_errors                float8[],
  t_statistics              float8[],
  p_values                  float8[],
  ci_low                    float8[],
  ci_high                   float8[],
  r_squared                 float8,
  adj_r_squared             float8,
  residual_std_error        float8,
  f_statistic               float8,
  f_p_value                 float8,
  condition_number          float8,
  vif                       float8[],
  log_likelihood            float8,
  aic                       float8,
  bic                       float8,
  covariance                float8[],
  cross_validated_r_squared float8,
  warnings                  text[]
);
COMMENT ON TYPE harmony.linear_model IS 'A fitted linear model; coefficients with the intercept first. NULL where the data do not determine a figure; warnings say why.';

CREATE TYPE harmony.reliability_result AS (
  n                  bigint,
  k                  integer,
  alpha              float8,
  alpha_low          float8,
  alpha_high         float8,
  standardized_alpha float8,
  omega_total        float8,
  item_total_r       float8[],
  alpha_if_deleted   float8[],
  item_mean          float8[],
  item_sd            float8[]
);
COMMENT ON TYPE harmony.reliability_result IS 'Reliability of a scale over the complete rows: alpha with its 95 % interval (Feldt), standardized alpha, omega total of one factor, and the items'' statistics.';

CREATE FUNCTION harmony.linear_array_transition(harmony.linear_state, y float8, xs float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_linear_array_transition';
COMMENT ON FUNCTION harmony.linear_array_transition(harmony.linear_state, float8, float8[]) IS 'Adds a row to a state.';
CREATE FUNCTION harmony.wls_array_transition(harmony.linear_state, weight float8, y float8, xs float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_wls_array_transition';
COMMENT ON FUNCTION harmony.wls_array_transition(harmony.linear_state, float8, float8, float8[]) IS 'Adds a weighted row to a state.';
CREATE FUNCTION harmony.items_transition(harmony.linear_state, items float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_items_transition';
COMMENT ON FUNCTION harmony.items_transition(harmony.linear_state, float8[]) IS 'Adds one person''s answers to a state; a row with a NULL item is skipped.';
CREATE FUNCTION harmony.linear_combine(harmony.linear_state, harmony.linear_state) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_linear_combine';
COMMENT ON FUNCTION harmony.linear_combine(harmony.linear_state, harmony.linear_state) IS 'The state of both sets of rows; states of different shape are an error 22023.';
CREATE FUNCTION harmony.linear_state_final(harmony.linear_state) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_linear_state_final';
COMMENT ON FUNCTION harmony.linear_state_final(harmony.linear_state) IS 'The state in its smallest form.';

CREATE FUNCTION harmony.ols(state harmony.linear_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ols';
COMMENT ON FUNCTION harmony.ols(harmony.linear_state) IS
'Ordinary least squares from a state (weighted least squares from a weighted one), intercept first.

Finished in double-double: centred cross products, Cholesky, back substitution. A predictor that depends on those before it has NULL coefficients, rank is less and a warning names it.';
CREATE FUNCTION harmony.ols_no_intercept(state harmony.linear_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ols_no_intercept';
COMMENT ON FUNCTION harmony.ols_no_intercept(harmony.linear_state) IS 'Ordinary least squares through the origin; R squared and F refer to the sum of squares about zero, as in R.';
CREATE FUNCTION harmony.covariance_matrix(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_covariance_matrix';
COMMENT ON FUNCTION harmony.covariance_matrix(harmony.linear_state) IS 'Covariances (divisor n - 1) of y, x1, x2, … in this order.';
CREATE FUNCTION harmony.correlation_matrix(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_correlation_matrix';
COMMENT ON FUNCTION harmony.correlation_matrix(harmony.linear_state) IS 'Pearson correlations of y, x1, x2, … in this order; NULL for a column without variance.';
CREATE FUNCTION harmony.column_means(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_column_means';
COMMENT ON FUNCTION harmony.column_means(harmony.linear_state) IS 'Means of y, x1, x2, … in this order.';
CREATE FUNCTION harmony.reliability(state harmony.linear_state) RETURNS harmony.reliability_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_reliability';
COMMENT ON FUNCTION harmony.reliability(harmony.linear_state) IS 'Final function of the aggregate harmony.reliability; the state''s columns are the items.';

CREATE AGGREGATE harmony.linear_state(y float8, xs float8[]) (
  SFUNC = harmony.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.linear_state_final,
  COMBINEFUNC = harmony.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.linear_state(float8, float8[]) IS 'State of y on the predictors xs, an array column. Rows with a NULL are skipped and counted.';
CREATE AGGREGATE harmony.wls_state(weight float8, y float8, xs float8[]) (
  SFUNC = harmony.wls_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.linear_state_final,
  COMBINEFUNC = harmony.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wls_state(float8, float8, float8[]) IS 'Weighted state of y on the predictors xs, an array column.';
CREATE AGGREGATE harmony.ols(y float8, xs float8[]) (
  SFUNC = harmony.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.ols,
  COMBINEFUNC = harmony.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols(float8, float8[]) IS 'Ordinary least squares of y on the predictors xs, an array column; see harmony.ols(state).';
CREATE AGGREGATE harmony.merge(state harmony.linear_state) (
  SFUNC = harmony.linear_combine, STYPE = harmony.linear_state, FINALFUNC = harmony.linear_state_final,
  COMBINEFUNC = harmony.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.linear_state) IS 'One state of many: partial fits kept in a table become one fit without loss.';
CREATE AGGREGATE harmony.reliability(items float8[]) (
  SFUNC = harmony.items_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.reliability,
  COMBINEFUNC = harmony.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.reliability(float8[]) IS
'Reliability of a scale, one row a person with the items'' answers, reversed items already turned.

Listwise: rows with a NULL item are skipped. alpha = k/(k-1) (1 - sum of variances/variance of the sum) (Cronbach 1951), interval by Feldt (1965), omega total of a one-factor minimum residual solution (McDonald 1999).';
