-- Aggregates on linear states with the predictors in an array column. overloads.sh writes those with a column a predictor.
-- SSPACE of linear states is the size of a state of 10 predictors before it gets a block of rows. Rows with a NULL are skipped
-- and counted; NaN and infinity are errors 22023.

-- Support functions of linear states.
CREATE FUNCTION harmony_internal.linear_array_transition(harmony.linear_state, y float8, xs float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_linear_array_transition';
COMMENT ON FUNCTION harmony_internal.linear_array_transition(harmony.linear_state, float8, float8[]) IS 'Adds a row to a state.';

CREATE FUNCTION harmony_internal.linear_combine(harmony.linear_state, harmony.linear_state) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_linear_combine';
COMMENT ON FUNCTION harmony_internal.linear_combine(harmony.linear_state, harmony.linear_state) IS
'The state of both sets of rows; states of different shape are an error 22023.';

CREATE FUNCTION harmony_internal.linear_state_final(harmony.linear_state) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_linear_state_final';
COMMENT ON FUNCTION harmony_internal.linear_state_final(harmony.linear_state) IS 'The state in its smallest form.';

CREATE FUNCTION harmony_internal.wls_array_transition(harmony.linear_state, weight float8, y float8, xs float8[])
  RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_wls_array_transition';
COMMENT ON FUNCTION harmony_internal.wls_array_transition(harmony.linear_state, float8, float8, float8[]) IS
'Adds a weighted row to a state.';

CREATE FUNCTION harmony_internal.items_transition(harmony.linear_state, items float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_items_transition';
COMMENT ON FUNCTION harmony_internal.items_transition(harmony.linear_state, float8[]) IS
'Adds one person''s answers to a state; a row with a NULL item is skipped.';

-- Linear models and the reliability of scales.
CREATE AGGREGATE harmony.linear_state(y float8, xs float8[]) (
  SFUNC = harmony_internal.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.linear_state(float8, float8[]) IS
'Mergeable state of y on the predictors xs, an array column of the same length in every row (22023), at most 1600 (54000).

Rows with a NULL, in the array too, are skipped and counted; NaN and infinity are an error 22023 that names the argument. Size of a stored
state of p predictors: 8 (p^2 + 7 p + 14) bytes; while it aggregates more than 256 rows 1088 (p + 1) more.';

CREATE AGGREGATE harmony.wls_state(weight float8, y float8, xs float8[]) (
  SFUNC = harmony_internal.wls_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wls_state(float8, float8, float8[]) IS
'Mergeable weighted state of y on the predictors xs, an array column; a row counts weight times.

Weight 0 skips the row; a weight that is negative or outside 2^-200 to 2^200 is an error 22023. Otherwise as harmony.linear_state.';

CREATE AGGREGATE harmony.ols(y float8, xs float8[]) (
  SFUNC = harmony_internal.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.ols,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols(float8, float8[]) IS
'Ordinary least squares of y on the predictors xs, an array column, intercept first.

See harmony.ols(state); errors as harmony.linear_state.';

CREATE AGGREGATE harmony.nnls(y float8, xs float8[]) (
  SFUNC = harmony_internal.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.nnls,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.nnls(float8, float8[]) IS
'Least squares with slopes >= 0 of y on the predictors xs, an array column.

See harmony.nnls(state); errors as harmony.linear_state.';

CREATE AGGREGATE harmony.reliability(items float8[]) (
  SFUNC = harmony_internal.items_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.reliability,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.reliability(float8[]) IS
'Reliability of a scale, one row a person with the items'' answers, reversed items already turned.

Listwise: rows with a NULL item are skipped. alpha = k/(k-1) (1 - sum of variances/variance of the sum) (Cronbach 1951), interval by Feldt
(1965), omega total of a one-factor minimum residual solution (McDonald 1999; Harman and Jones 1966).';

-- Ridge regression: a state with one fold, which keeps lambda.
CREATE FUNCTION harmony_internal.cross_validation_combine(harmony.cross_validation_state, harmony.cross_validation_state)
  RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_cross_validation_combine';
COMMENT ON FUNCTION harmony_internal.cross_validation_combine(harmony.cross_validation_state, harmony.cross_validation_state) IS
'The state of both sets of rows; states of different shape are an error 22023.';

CREATE FUNCTION harmony_internal.cross_validation_final(harmony.cross_validation_state) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_cross_validation_final';
COMMENT ON FUNCTION harmony_internal.cross_validation_final(harmony.cross_validation_state) IS 'The state in its smallest form.';

CREATE FUNCTION harmony_internal.ridge_transition(harmony.cross_validation_state, lambda float8, y float8, xs float8[])
  RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_ridge_transition';
COMMENT ON FUNCTION harmony_internal.ridge_transition(harmony.cross_validation_state, float8, float8, float8[]) IS
'Adds a row to the state of a ridge regression.';

CREATE FUNCTION harmony_internal.ridge_final(harmony.cross_validation_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ridge_final';
COMMENT ON FUNCTION harmony_internal.ridge_final(harmony.cross_validation_state) IS 'Final function of the aggregate harmony.ridge.';

CREATE AGGREGATE harmony.ridge(lambda float8, y float8, xs float8[]) (
  SFUNC = harmony_internal.ridge_transition, STYPE = harmony.cross_validation_state, FINALFUNC = harmony_internal.ridge_final,
  COMBINEFUNC = harmony_internal.cross_validation_combine, SSPACE = 1488, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ridge(float8, float8, float8[]) IS
'Ridge regression of y on the predictors xs, an array column.

lambda is the same in every row (22023), not NULL (22004). See harmony.ridge(state, lambda).';

-- States of both kinds merged.
CREATE AGGREGATE harmony.merge(state harmony.linear_state) (
  SFUNC = harmony_internal.linear_combine, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.linear_state) IS
'One state of many: partial fits kept in a table become one fit without loss.

States of another number of predictors, or weighted with unweighted ones, are an error 22023. NULLs are skipped.';

CREATE AGGREGATE harmony.merge(state harmony.cross_validation_state) (
  SFUNC = harmony_internal.cross_validation_combine, STYPE = harmony.cross_validation_state,
  FINALFUNC = harmony_internal.cross_validation_final, COMBINEFUNC = harmony_internal.cross_validation_combine, SSPACE = 14736,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.cross_validation_state) IS
'One state of many, fold by fold.

States of another number of predictors or folds are an error 22023. NULLs are skipped.';
