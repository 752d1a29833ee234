-- What is read of models of every kind, and what builds predictors.

CREATE FUNCTION harmony.coefficients(model harmony.linear_model, names text[] DEFAULT NULL, level float8 DEFAULT 0.95,
                                     exponentiate boolean DEFAULT false, digits integer DEFAULT NULL) RETURNS SETOF harmony.coefficient
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 ROWS 10 AS 'MODULE_PATHNAME', 'harmony_coefficients_of_linear';
COMMENT ON FUNCTION harmony.coefficients(harmony.linear_model, text[], float8, boolean, integer) IS
'The coefficients of a model as rows: term, estimate, std_error, statistic (t or z), df, p_value, interval, and where asked exp of it.

Terms are intercept, then names or x1, x2, ... (another number of names: 22023). level (0 to 1): of the intervals. digits: decimals (0 to 9)
that figures are rounded to. A dropped predictor has NULL. NULL model: no rows.';

CREATE FUNCTION harmony.contrast(model harmony.linear_model, weights float8[], value float8 DEFAULT 0) RETURNS harmony.contrast_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_contrast_of_linear';
COMMENT ON FUNCTION harmony.contrast(harmony.linear_model, float8[], float8) IS
'A weighted sum of coefficients, w''b, held against value: estimate, std_error = sqrt(w''V w), statistic, df, p_value, 95 % interval.

weights: one a coefficient, the intercept''s first (22023). A weight on a NULL coefficient gives NULL.';

CREATE FUNCTION harmony.wald_test(model harmony.linear_model, weights float8[]) RETURNS harmony.wald_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_wald_test_of_linear';
COMMENT ON FUNCTION harmony.wald_test(harmony.linear_model, float8[]) IS
'Whether several weighted sums of coefficients are all 0 (Wald 1943): F = (Kb)''(K V K'')^-1 Kb/rows, with rows and df degrees of freedom.

weights K: a row a sum, one weight a coefficient, or one row without nesting. Rows that depend on each other, or another number of weights:
22023. A weight on a NULL coefficient gives NULL.';

CREATE FUNCTION harmony.coefficients(model harmony.glm_model, names text[] DEFAULT NULL, level float8 DEFAULT 0.95,
                                     exponentiate boolean DEFAULT false, digits integer DEFAULT NULL) RETURNS SETOF harmony.coefficient
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 ROWS 10 AS 'MODULE_PATHNAME', 'harmony_coefficients_of_glm';
COMMENT ON FUNCTION harmony.coefficients(harmony.glm_model, text[], float8, boolean, integer) IS
'The coefficients of a logistic or Poisson regression as rows; exponentiate gives odds or rate ratios with their intervals.

As of harmony.linear_model, statistic z and df NULL. Of harmony.firth intervals at another level than .95 are NULL, since the
profile is not kept.';

CREATE FUNCTION harmony.contrast(model harmony.glm_model, weights float8[], value float8 DEFAULT 0) RETURNS harmony.contrast_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_contrast_of_glm';
COMMENT ON FUNCTION harmony.contrast(harmony.glm_model, float8[], float8) IS
'A weighted sum of coefficients, as of harmony.linear_model, with z and df NULL.';

CREATE FUNCTION harmony.wald_test(model harmony.glm_model, weights float8[]) RETURNS harmony.wald_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_wald_test_of_glm';
COMMENT ON FUNCTION harmony.wald_test(harmony.glm_model, float8[]) IS
'Whether several weighted sums of coefficients are all 0, as of harmony.linear_model: chi-squared, df2 NULL.';

CREATE FUNCTION harmony.coefficients(model harmony.clustered_model, names text[] DEFAULT NULL, level float8 DEFAULT 0.95,
                                     exponentiate boolean DEFAULT false, digits integer DEFAULT NULL) RETURNS SETOF harmony.coefficient
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 ROWS 10 AS 'MODULE_PATHNAME', 'harmony_coefficients_of_clustered';
COMMENT ON FUNCTION harmony.coefficients(harmony.clustered_model, text[], float8, boolean, integer) IS
'The coefficients of a model with cluster-robust errors as rows, as of harmony.linear_model; df that of each coefficient.';

CREATE FUNCTION harmony.contrast(model harmony.clustered_model, weights float8[], value float8 DEFAULT 0) RETURNS harmony.contrast_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_contrast_of_clustered';
COMMENT ON FUNCTION harmony.contrast(harmony.clustered_model, float8[], float8) IS
'A weighted sum of coefficients, as of harmony.linear_model.

df: that of the coefficient where one alone has a weight, else clusters - 1.';

CREATE FUNCTION harmony.wald_test(model harmony.clustered_model, weights float8[]) RETURNS harmony.wald_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_wald_test_of_clustered';
COMMENT ON FUNCTION harmony.wald_test(harmony.clustered_model, float8[]) IS
'Whether several weighted sums of coefficients are all 0, as of harmony.linear_model: F with clusters - 1 as second df.';

CREATE FUNCTION harmony.predict(model harmony.glm_model, VARIADIC x "any") RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_predict_glm';
COMMENT ON FUNCTION harmony.predict(harmony.glm_model, VARIADIC "any") IS
'The mean at x1, x2, ... (numbers, or one array): the probability 1/(1 + exp(-x''b)), or the count or rate exp(x''b).

A dropped predictor counts 0. NULL: a model without coefficients, a NULL in x. Errors: 22023 for another number of predictors, NaN or
infinity; 42804 for x that are no numbers.';

CREATE FUNCTION harmony.predict(model harmony.clustered_model, VARIADIC x "any") RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_predict_clustered';
COMMENT ON FUNCTION harmony.predict(harmony.clustered_model, VARIADIC "any") IS
'The value that a model predicts at x1, x2, ... (numbers, or one array): b0 + b1 x1 + .... As of harmony.linear_model.';

CREATE FUNCTION harmony_internal.levels_transition(internal, "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_levels_transition';
COMMENT ON FUNCTION harmony_internal.levels_transition(internal, "any") IS
'Takes one more value.';

CREATE FUNCTION harmony_internal.levels_final(internal) RETURNS text[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_levels_final';
COMMENT ON FUNCTION harmony_internal.levels_final(internal) IS
'Final function of the aggregate harmony.levels.';

CREATE AGGREGATE harmony.levels(value "any") (
  SFUNC = harmony_internal.levels_transition, STYPE = internal, SSPACE = 1024,
  FINALFUNC = harmony_internal.levels_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.levels("any") IS
'The distinct values of a category as texts, NULL left out: whole numbers in their order, others by their bytes.';

CREATE FUNCTION harmony.dummies(value text, levels text[]) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_dummies';
COMMENT ON FUNCTION harmony.dummies(text, text[]) IS
'A category as 0/1 predictors: one a level but the first, which is the reference.

NULL value: NULL. A value that is none of the levels, or no levels: 22023.';

CREATE FUNCTION harmony.effects_coded(value text, levels text[]) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_effects_coded';
COMMENT ON FUNCTION harmony.effects_coded(text, text[]) IS
'A category in sum-to-zero coding: one predictor a level but the last, which has -1 in all of them.

NULL value: NULL. A value that is none of the levels, or no levels: 22023.';

CREATE FUNCTION harmony.interact(a float8[], b float8[]) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_interact';
COMMENT ON FUNCTION harmony.interact(float8[], float8[]) IS
'The products of every a with every b, b fastest: predictors of an interaction. NULL where an element is.';

CREATE FUNCTION harmony.xs(VARIADIC x "any") RETURNS float8[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_xs';
COMMENT ON FUNCTION harmony.xs(VARIADIC "any") IS
'Numbers, booleans and arrays of them in one array, in order: the predictors of a row.

NULL where any of them is. Error 42804 for other types.';

CREATE FUNCTION harmony.dummy_names(name text, levels text[]) RETURNS text[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_dummy_names';
COMMENT ON FUNCTION harmony.dummy_names(text, text[]) IS
'The names of harmony.dummies of a column: dept=b, dept=c for the levels a, b, c. No levels: 22023.';

CREATE FUNCTION harmony.interact_names(a text[], b text[]) RETURNS text[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_interact_names';
COMMENT ON FUNCTION harmony.interact_names(text[], text[]) IS
'The names of harmony.interact: age:dept=b for age and dept=b.';
