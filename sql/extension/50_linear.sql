-- Linear models on one mergeable state, and the reliability of scales. Overloads by number of predictors are
-- appended by tools/linear_overloads.sh. SSPACE is the size of a state of 10 predictors before it gets its block.

CREATE TYPE harmony.linear_state;

CREATE FUNCTION harmony.linear_state_in(cstring) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_in';
COMMENT ON FUNCTION harmony.linear_state_in(cstring) IS 'Input function of harmony.linear_state; validates everything, the checksum included (22P02 for what is not hexadecimal, 22P03).';
CREATE FUNCTION harmony.linear_state_out(harmony.linear_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_out';
COMMENT ON FUNCTION harmony.linear_state_out(harmony.linear_state) IS 'Output function of harmony.linear_state: hexadecimal, exact, little-endian on every machine, with a checksum at the end.';
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
CREATE FUNCTION harmony.ridge(state harmony.linear_state, lambda float8) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ridge';
COMMENT ON FUNCTION harmony.ridge(harmony.linear_state, float8) IS
'Ridge regression from a state, intercept free: minimises |y - b0 - X b|^2 + lambda sum (sd_j b_j)^2 with sd of divisor n (Hoerl and Kennard 1970).

The same as MASS::lm.ridge and scikit-learn''s Ridge(alpha) on a StandardScaler; coefficients in the units of the data; lambda 0 gives those of ols. Inference is NULL (a biased estimate has none); df is n less the trace of the hat matrix. lambda must be finite and >= 0 (22023).';
CREATE FUNCTION harmony.nnls(state harmony.linear_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_nnls';
COMMENT ON FUNCTION harmony.nnls(harmony.linear_state) IS
'Least squares with slopes >= 0, intercept free (Lawson and Hanson 1974, on the cross products).

rank counts the intercept and the positive slopes, df = n - rank; inference is NULL.';
CREATE FUNCTION harmony.predict(model harmony.linear_model, x float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_predict';
COMMENT ON FUNCTION harmony.predict(harmony.linear_model, float8[]) IS
'The value that a model predicts at the predictors x1, x2, ...: b0 + b1 x1 + ..., without b0 for a model through the origin.

A dropped predictor (NULL coefficient) counts 0, as in R. NULL where an element of x is NULL or the model had no rows; another number of predictors than the model''s is an error 22023.';
CREATE FUNCTION harmony.predict_interval(model harmony.linear_model, level float8, x float8[], OUT fit float8, OUT low float8, OUT high float8)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_predict_interval';
COMMENT ON FUNCTION harmony.predict_interval(harmony.linear_model, float8, float8[]) IS
'A prediction and the interval that holds one new observation at x with probability level: fit -+ t(df, (1 + level)/2) sqrt(s^2 + x'' V x), V the covariance of the coefficients.

level lies between 0 and 1, both excluded (22023). low and high are NULL where the model has no covariance: df = 0, ridge, nnls.';
CREATE FUNCTION harmony.covariance_matrix(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_covariance_matrix';
COMMENT ON FUNCTION harmony.covariance_matrix(harmony.linear_state) IS 'Covariances (divisor n - 1) of y, x1, x2, ... in this order.';
CREATE FUNCTION harmony.correlation_matrix(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_correlation_matrix';
COMMENT ON FUNCTION harmony.correlation_matrix(harmony.linear_state) IS 'Pearson correlations of y, x1, x2, ... in this order; NULL for a column without variance.';
CREATE FUNCTION harmony.column_means(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_column_means';
COMMENT ON FUNCTION harmony.column_means(harmony.linear_state) IS 'Means of y, x1, x2, ... in this order.';
CREATE FUNCTION harmony.reliability(state harmony.linear_state) RETURNS harmony.reliability_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_reliability';
COMMENT ON FUNCTION harmony.reliability(harmony.linear_state) IS 'Final function of the aggregate harmony.reliability; the state''s columns are the items.';

CREATE AGGREGATE harmony.linear_state(y float8, xs float8[]) (
  SFUNC = harmony.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.linear_state_final,
  COMBINEFUNC = harmony.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.linear_state(float8, float8[]) IS
'Mergeable state of y on the predictors xs, an array column of the same length in every row (22023), at most 1600 (54000).

Rows with a NULL, in the array too, are skipped and counted; NaN and infinity are an error 22023 that names the argument. Size of a stored state of p predictors: 8 (p^2 + 7 p + 14) bytes; while it aggregates more than 256 rows 1088 (p + 1) more.';
CREATE AGGREGATE harmony.wls_state(weight float8, y float8, xs float8[]) (
  SFUNC = harmony.wls_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.linear_state_final,
  COMBINEFUNC = harmony.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wls_state(float8, float8, float8[]) IS 'Weighted state of y on the predictors xs, an array column; a row counts weight times. Weight 0 skips the row; a weight that is negative or outside 2^-200 to 2^200 is an error 22023.';
CREATE AGGREGATE harmony.ols(y float8, xs float8[]) (
  SFUNC = harmony.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.ols,
  COMBINEFUNC = harmony.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols(float8, float8[]) IS 'Ordinary least squares of y on the predictors xs, an array column; see harmony.ols(state).';
CREATE AGGREGATE harmony.nnls(y float8, xs float8[]) (
  SFUNC = harmony.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.nnls,
  COMBINEFUNC = harmony.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.nnls(float8, float8[]) IS 'Least squares with slopes >= 0 of y on the predictors xs, an array column; see harmony.nnls(state).';
CREATE AGGREGATE harmony.merge(state harmony.linear_state) (
  SFUNC = harmony.linear_combine, STYPE = harmony.linear_state, FINALFUNC = harmony.linear_state_final,
  COMBINEFUNC = harmony.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.linear_state) IS 'One state of many: partial fits kept in a table become one fit without loss.';
CREATE AGGREGATE harmony.reliability(items float8[]) (
  SFUNC = harmony.items_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.reliability,
  COMBINEFUNC = harmony.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.reliability(float8[]) IS
'Reliability of a scale, one row a person with the items'' answers, reversed items already turned.

Listwise: rows with a NULL item are skipped. alpha = k/(k-1) (1 - sum of variances/variance of the sum) (Cronbach 1951), interval by Feldt (1965), omega total of a one-factor minimum residual solution (McDonald 1999).';

-- Cross-validation, and one-step ridge regression: states in folds.

CREATE TYPE harmony.linear_folds;

CREATE FUNCTION harmony.linear_folds_in(cstring) RETURNS harmony.linear_folds
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_folds_in';
COMMENT ON FUNCTION harmony.linear_folds_in(cstring) IS 'Input function of harmony.linear_folds; validates everything (22P02, 22P03).';
CREATE FUNCTION harmony.linear_folds_out(harmony.linear_folds) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_folds_out';
COMMENT ON FUNCTION harmony.linear_folds_out(harmony.linear_folds) IS 'Output function of harmony.linear_folds: hexadecimal, exact.';
CREATE FUNCTION harmony.linear_folds_recv(internal) RETURNS harmony.linear_folds
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_folds_recv';
COMMENT ON FUNCTION harmony.linear_folds_recv(internal) IS 'Binary input function of harmony.linear_folds; validates everything (22P03).';
CREATE FUNCTION harmony.linear_folds_send(harmony.linear_folds) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_folds_send';
COMMENT ON FUNCTION harmony.linear_folds_send(harmony.linear_folds) IS 'Binary output function of harmony.linear_folds.';

CREATE TYPE harmony.linear_folds (
  INPUT = harmony.linear_folds_in,
  OUTPUT = harmony.linear_folds_out,
  RECEIVE = harmony.linear_folds_recv,
  SEND = harmony.linear_folds_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony.linear_folds IS
'A linear state a fold: what cross-validation needs, mergeable as harmony.linear_state is. Rows are put into folds by a hash of a key (harmony.fold_of).';

CREATE FUNCTION harmony.fold_of(key text, folds integer) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_fold_of';
COMMENT ON FUNCTION harmony.fold_of(text, integer) IS
'The fold, 1 to folds, that cross-validation puts a key into: the same on every machine, whatever the other rows are.

64-bit FNV-1a hash of the bytes of the text (of a bigint its decimal digits, of a uuid its usual form), mixed by MurmurHash3''s 64-bit finaliser, upper 32 bits times folds, divided by 2^32, plus 1. 1 to 1000 folds (22023).';

CREATE FUNCTION harmony.fold_of(key bigint, folds integer) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10 RETURN harmony.fold_of(key::text, folds);
COMMENT ON FUNCTION harmony.fold_of(bigint, integer) IS 'The fold of a number: that of its decimal digits.';
CREATE FUNCTION harmony.fold_of(key uuid, folds integer) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10 RETURN harmony.fold_of(key::text, folds);
COMMENT ON FUNCTION harmony.fold_of(uuid, integer) IS 'The fold of a uuid: that of its usual form.';

CREATE FUNCTION harmony.folds_combine(harmony.linear_folds, harmony.linear_folds) RETURNS harmony.linear_folds
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_folds_combine';
COMMENT ON FUNCTION harmony.folds_combine(harmony.linear_folds, harmony.linear_folds) IS 'The state of both sets of rows; states of different shape are an error 22023.';
CREATE FUNCTION harmony.folds_final(harmony.linear_folds) RETURNS harmony.linear_folds
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_folds_final';
COMMENT ON FUNCTION harmony.folds_final(harmony.linear_folds) IS 'The state in its smallest form.';
CREATE FUNCTION harmony.ridge_transition(harmony.linear_folds, lambda float8, y float8, xs float8[]) RETURNS harmony.linear_folds
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_ridge_transition';
COMMENT ON FUNCTION harmony.ridge_transition(harmony.linear_folds, float8, float8, float8[]) IS 'Adds a row to the state of a ridge regression.';
CREATE FUNCTION harmony.ridge_final(harmony.linear_folds) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ridge_final';
COMMENT ON FUNCTION harmony.ridge_final(harmony.linear_folds) IS 'Final function of the aggregate harmony.ridge.';

CREATE FUNCTION harmony.cross_validated_ols(state harmony.linear_folds) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cross_validated_ols';
COMMENT ON FUNCTION harmony.cross_validated_ols(harmony.linear_folds) IS
'Ordinary least squares of all rows, with cross_validated_r_squared = 1 - sum (y - prediction from the other folds)^2 / sum (y - mean y)^2.

What scikit-learn''s r2_score gives for cross_val_predict with these folds (Stone 1974). It may be negative: worse than the mean. NULL for constant y, and, with a warning, where the rows outside a fold do not determine the same coefficients as all rows.';
CREATE FUNCTION harmony.cross_validated_ridge(state harmony.linear_folds, lambda float8) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cross_validated_ridge';
COMMENT ON FUNCTION harmony.cross_validated_ridge(harmony.linear_folds, float8) IS
'Ridge regression of all rows, with cross_validated_r_squared: choose lambda by trying several on one state. Predictors are standardised anew without each fold. See harmony.ridge and harmony.cross_validated_ols.';

CREATE AGGREGATE harmony.ridge(lambda float8, y float8, xs float8[]) (
  SFUNC = harmony.ridge_transition, STYPE = harmony.linear_folds, FINALFUNC = harmony.ridge_final,
  COMBINEFUNC = harmony.folds_combine, SSPACE = 1488, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ridge(float8, float8, float8[]) IS 'Ridge regression of y on the predictors xs, an array column; lambda is the same in every row (22023), not NULL (22004). See harmony.ridge(state, lambda).';
CREATE AGGREGATE harmony.merge(state harmony.linear_folds) (
  SFUNC = harmony.folds_combine, STYPE = harmony.linear_folds, FINALFUNC = harmony.folds_final,
  COMBINEFUNC = harmony.folds_combine, SSPACE = 14736, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.linear_folds) IS 'One state of many, fold by fold.';
