-- A linear model with a random intercept a group. Its state keeps sums: a group's rows and the sums of its columns.

CREATE FUNCTION harmony_internal.mixed_rows_transition(internal, "any", "any", VARIADIC "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_mixed_rows_transition';
COMMENT ON FUNCTION harmony_internal.mixed_rows_transition(internal, "any", "any", VARIADIC "any") IS
'Adds a row to the sums of its group.';

CREATE FUNCTION harmony_internal.mixed_rows_transition(internal, "any", "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_mixed_rows_transition';
COMMENT ON FUNCTION harmony_internal.mixed_rows_transition(internal, "any", "any") IS
'Adds a row to the sums of its group.';

CREATE FUNCTION harmony_internal.mixed_rows_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_mixed_rows_combine';
COMMENT ON FUNCTION harmony_internal.mixed_rows_combine(internal, internal) IS
'Joins the sums of two parts of the rows.';

CREATE FUNCTION harmony_internal.mixed_rows_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_mixed_rows_serialize';
COMMENT ON FUNCTION harmony_internal.mixed_rows_serialize(internal) IS
'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.mixed_rows_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_mixed_rows_deserialize';
COMMENT ON FUNCTION harmony_internal.mixed_rows_deserialize(bytea, internal) IS
'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.random_intercept_final(internal) RETURNS harmony.mixed_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_random_intercept_final';
COMMENT ON FUNCTION harmony_internal.random_intercept_final(internal) IS
'Final function of the aggregate harmony.random_intercept.';

CREATE AGGREGATE harmony.random_intercept(grp "any", y "any", VARIADIC x "any") (
  SFUNC = harmony_internal.mixed_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.random_intercept_final, COMBINEFUNC = harmony_internal.mixed_rows_combine,
  SERIALFUNC = harmony_internal.mixed_rows_serialize, DESERIALFUNC = harmony_internal.mixed_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.random_intercept("any", "any", VARIADIC "any") IS
'Linear model with a random intercept a group (the people of a team): y = b0 + b1 x1 + ... + u of the group + e, by REML.

u has variance tau2, e sigma2, both normal. Restricted maximum likelihood (Patterson and Thompson 1971) of tau2/sigma2 alone, the others
being known for each, from 0 to 1e12, to the zero of its derivative. df by Satterthwaite as lmerTest has them, n - rank where tau2 is 0.
grp: any type; y, x: boolean or number columns, or one array of x last; other types 42804; NaN and infinity 22023 naming the argument. Rows
with a NULL are skipped. A predictor that depends on those before it has NULL and a warning. One group, or one row a group: least squares,
tau2 and icc NULL, a warning; where rows of a group do not differ, no maximum exists: NULL, a warning. No rows: NULL. Memory: 16 (p + 2)
bytes a group and nothing a row. The same to 1e-12 in any order of rows and number of processes.';

CREATE AGGREGATE harmony.random_intercept(grp "any", y "any") (
  SFUNC = harmony_internal.mixed_rows_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.random_intercept_final, COMBINEFUNC = harmony_internal.mixed_rows_combine,
  SERIALFUNC = harmony_internal.mixed_rows_serialize, DESERIALFUNC = harmony_internal.mixed_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.random_intercept("any", "any") IS
'The same without predictors: the mean, and how much of the variance lies between groups.';

CREATE FUNCTION harmony.coefficients(model harmony.mixed_model, names text[] DEFAULT NULL, level float8 DEFAULT 0.95,
                                     exponentiate boolean DEFAULT false, digits integer DEFAULT NULL) RETURNS SETOF harmony.coefficient
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 ROWS 10 AS 'MODULE_PATHNAME', 'harmony_coefficients_of_mixed';
COMMENT ON FUNCTION harmony.coefficients(harmony.mixed_model, text[], float8, boolean, integer) IS
'The coefficients of a model with a random intercept as rows, as of harmony.linear_model; df that of each coefficient.';

CREATE FUNCTION harmony.contrast(model harmony.mixed_model, weights float8[], value float8 DEFAULT 0) RETURNS harmony.contrast_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_contrast_of_mixed';
COMMENT ON FUNCTION harmony.contrast(harmony.mixed_model, float8[], float8) IS
'A weighted sum of coefficients, as of harmony.linear_model.

df: that of the coefficient where one alone has a weight, else the smallest of those with one, which is careful.';

CREATE FUNCTION harmony.wald_test(model harmony.mixed_model, weights float8[]) RETURNS harmony.wald_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_wald_test_of_mixed';
COMMENT ON FUNCTION harmony.wald_test(harmony.mixed_model, float8[]) IS
'Whether several weighted sums of coefficients are all 0, as of harmony.linear_model: F.

Its second df is the smallest of the coefficients with a weight, which is careful.';

CREATE FUNCTION harmony.predict(model harmony.mixed_model, VARIADIC x "any") RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_predict_mixed';
COMMENT ON FUNCTION harmony.predict(harmony.mixed_model, VARIADIC "any") IS
'The value that a model predicts at x1, x2, ... (numbers, or one array) for a group that is not known: b0 + b1 x1 + ....

As of harmony.linear_model; of a known group its effect is to be added.';
