#!/bin/sh
# Writes the aggregates that exist once for each number of predictors or type of key, with their transition functions.
# linear_state, wls_state and ols for 1 to 16 predictor columns: plain float8 arguments are as fast as VARIADIC "any", which a
# distributed aggregate cannot use, and need no array a row. Then cross-validation by the type of the key. The comments of the
# overloads of one aggregate are the same, so that the reference shows them once.
p=1
while [ $p -le 16 ]; do
  types='float8' named='y float8' j=1 size=$((8 * (p * p + 7 * p + 14)))
  while [ $j -le $p ]; do types="$types, float8" named="$named, x$j float8" j=$((j + 1)); done
  cat <<SQL

CREATE FUNCTION harmony_internal.linear_transition(harmony.linear_state, $named)
  RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_linear_transition';
COMMENT ON FUNCTION harmony_internal.linear_transition(harmony.linear_state, $types) IS
'Adds a row to a state.';
CREATE FUNCTION harmony_internal.wls_transition(harmony.linear_state, weight float8, $named)
  RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_wls_transition';
COMMENT ON FUNCTION harmony_internal.wls_transition(harmony.linear_state, float8, $types) IS
'Adds a weighted row to a state.';
CREATE AGGREGATE harmony.linear_state($named) (
  SFUNC = harmony_internal.linear_transition, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = $size, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.linear_state($types) IS
'Mergeable state of y on 1 to 16 predictors, a column each.

Rows with a NULL are skipped and counted; NaN and infinity are an error 22023 that names the argument.';
CREATE AGGREGATE harmony.wls_state(weight float8, $named) (
  SFUNC = harmony_internal.wls_transition, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = $size, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wls_state(float8, $types) IS
'Mergeable weighted state of y on 1 to 16 predictors, a column each.

See harmony.wls_state(weight, y, xs).';
CREATE AGGREGATE harmony.ols($named) (
  SFUNC = harmony_internal.linear_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.ols,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = $size, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols($types) IS
'Ordinary least squares of y on 1 to 16 predictors, a column each, intercept first.

See harmony.ols(state).';
SQL
  if [ $p -ge 2 ]; then
    controls="x float8, y float8" j=2
    while [ $j -le $p ]; do controls="$controls, z$((j - 1)) float8" j=$((j + 1)); done
    cat <<SQL
CREATE AGGREGATE harmony.partial_correlation($controls) (
  SFUNC = harmony_internal.linear_transition, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.correlation_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = $size, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.partial_correlation($types) IS
'Correlation of x and y with 1 to 15 other columns held constant, with its t test and its 95 % interval.

Rows with a NULL are skipped; no row gives NULL. See harmony.partial_correlation(state, i, j).';
SQL
  fi
  p=$((p + 1))
done
for key in text bigint uuid; do
  cat <<SQL

CREATE FUNCTION harmony_internal.cross_validation_transition(
    harmony.cross_validation_state, folds integer, key $key, y float8, xs float8[])
  RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 7 AS 'MODULE_PATHNAME', 'harmony_cross_validation_transition_$key';
COMMENT ON FUNCTION harmony_internal.cross_validation_transition(harmony.cross_validation_state, integer, $key, float8, float8[]) IS
'Adds a row to the fold of its key.';
CREATE AGGREGATE harmony.cross_validation_state(folds integer, key $key, y float8, xs float8[]) (
  SFUNC = harmony_internal.cross_validation_transition, STYPE = harmony.cross_validation_state,
  FINALFUNC = harmony_internal.cross_validation_final, COMBINEFUNC = harmony_internal.cross_validation_combine,
  SSPACE = 14736, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cross_validation_state(integer, $key, float8, float8[]) IS
'Mergeable state for cross-validation of y on the predictors xs, an array column.

2 to 1000 folds, the same in every row (22023). A row goes into the fold that harmony.fold_of gives its key, so that rows of one key
stay together. Rows with a NULL are skipped and counted.';
CREATE AGGREGATE harmony.cross_validated_ols(folds integer, key $key, y float8, xs float8[]) (
  SFUNC = harmony_internal.cross_validation_transition, STYPE = harmony.cross_validation_state,
  FINALFUNC = harmony.cross_validated_ols, COMBINEFUNC = harmony_internal.cross_validation_combine,
  SSPACE = 14736, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cross_validated_ols(integer, $key, float8, float8[]) IS
'Ordinary least squares with k-fold cross-validated R squared, in one pass.

See harmony.cross_validation_state and harmony.cross_validated_ols(state).';
SQL
done
