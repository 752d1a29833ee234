-- Statistics: functions of a state, a model, a score or a table of counts. Formulas: docs/reference/linear_models.md and
-- docs/reference/hypothesis_tests.md; the arithmetic is in src/core/statistics.

-- Linear models from a state.
CREATE FUNCTION harmony.ols(state harmony.linear_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ols';
COMMENT ON FUNCTION harmony.ols(harmony.linear_state) IS
'Ordinary least squares from a state (weighted least squares from a weighted one), intercept first.

Finished in double-double: centred cross products, Cholesky, back substitution. A predictor that depends on those before it has NULL
coefficients, rank is less and a warning names it.';

CREATE FUNCTION harmony.ols_no_intercept(state harmony.linear_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ols_no_intercept';
COMMENT ON FUNCTION harmony.ols_no_intercept(harmony.linear_state) IS
'Ordinary least squares through the origin.

R squared, adjusted R squared, F and vif refer to the sum of squares about zero, as in R. Otherwise as harmony.ols.';

CREATE FUNCTION harmony.ridge(state harmony.linear_state, lambda float8) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ridge';
COMMENT ON FUNCTION harmony.ridge(harmony.linear_state, float8) IS
'Ridge regression from a state, intercept free (Hoerl and Kennard 1970).

Minimises |y - b0 - X b|^2 + lambda sum (sd_j b_j)^2 with sd of divisor n: the same as MASS::lm.ridge and scikit-learn''s Ridge(alpha) on a
StandardScaler; coefficients in the units of the data; lambda 0 gives those of harmony.ols. Inference is NULL (a biased estimate has none);
df is n less the trace of the hat matrix. lambda must be finite and >= 0 (22023).';

CREATE FUNCTION harmony.nnls(state harmony.linear_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_nnls';
COMMENT ON FUNCTION harmony.nnls(harmony.linear_state) IS
'Least squares with slopes >= 0, intercept free (Lawson and Hanson 1974, on the cross products).

rank counts the intercept and the positive slopes, df = n - rank; inference is NULL.';

CREATE FUNCTION harmony.predict(model harmony.linear_model, VARIADIC x "any") RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_predict';
COMMENT ON FUNCTION harmony.predict(harmony.linear_model, VARIADIC "any") IS
'The value that a model predicts at x1, x2, ... (numbers, or one array): b0 + b1 x1 + ..., without b0 for a model through the origin.

Taken from the model''s means, so that the digits of a predictor that is large beside its spread (unix seconds) stay. A dropped predictor
(NULL coefficient) counts 0, as in R. NULL where an element of x is NULL or the model had no rows. Error 22023 for another number of
predictors than the model''s, NaN or infinity.';

CREATE FUNCTION harmony.predict_interval(model harmony.linear_model, level float8, x float8[], OUT fit float8, OUT low float8,
    OUT high float8)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_predict_interval';
COMMENT ON FUNCTION harmony.predict_interval(harmony.linear_model, float8, float8[]) IS
'A prediction and the interval that holds one new observation at x with probability level.

fit -+ t(df, (1 + level)/2) sqrt(s^2 + x'' V x), V the covariance of the coefficients, s the residual standard error. level lies between 0
and 1, both excluded (22023). low and high are NULL where the model has no covariance: df = 0, ridge, nnls; and, with a WARNING, where
rounding of V leaves fewer than three digits of the variance at x (predictors that nearly depend on each other). Other errors as
harmony.predict.';

-- Columns of a state.
CREATE FUNCTION harmony.column_means(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_column_means';
COMMENT ON FUNCTION harmony.column_means(harmony.linear_state) IS
'Means of y, x1, x2, ... in this order.

Weighted where the state is; NULL without rows.';

CREATE FUNCTION harmony.covariance_matrix(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_covariance_matrix';
COMMENT ON FUNCTION harmony.covariance_matrix(harmony.linear_state) IS
'Covariances (divisor n - 1) of y, x1, x2, ... in this order, row by row.

Of a weighted state with the divisor sum of weights (n - 1)/n. NULL for fewer than two rows.';

CREATE FUNCTION harmony.correlation_matrix(state harmony.linear_state) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_correlation_matrix';
COMMENT ON FUNCTION harmony.correlation_matrix(harmony.linear_state) IS
'Pearson correlations of y, x1, x2, ... in this order, row by row.

NULL in the row and column of a column without variance, and for fewer than two rows.';

CREATE FUNCTION harmony.reliability(state harmony.linear_state) RETURNS harmony.reliability_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_reliability';
COMMENT ON FUNCTION harmony.reliability(harmony.linear_state) IS
'Reliability of the scale whose items are the state''s columns; final function of the aggregate harmony.reliability.';

-- Cross-validation.
CREATE FUNCTION harmony.fold_of(key text, folds integer) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_fold_of';
COMMENT ON FUNCTION harmony.fold_of(text, integer) IS
'The fold, 1 to folds, that cross-validation puts a key into: the same on every machine, whatever the other rows are.

64-bit FNV-1a hash of the bytes of the text (of a bigint its decimal digits, of a uuid its usual form), mixed by MurmurHash3''s 64-bit
finaliser, upper 32 bits times folds, divided by 2^32, plus 1. 1 to 1000 folds (22023).';

CREATE FUNCTION harmony.fold_of(key bigint, folds integer) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10 RETURN harmony.fold_of(key::text, folds);
COMMENT ON FUNCTION harmony.fold_of(bigint, integer) IS
'The fold of a number: that of its decimal digits.

See harmony.fold_of(text, integer).';

CREATE FUNCTION harmony.fold_of(key uuid, folds integer) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10 RETURN harmony.fold_of(key::text, folds);
COMMENT ON FUNCTION harmony.fold_of(uuid, integer) IS
'The fold of a uuid: that of its usual form.

See harmony.fold_of(text, integer).';

CREATE FUNCTION harmony.cross_validated_ols(state harmony.cross_validation_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cross_validated_ols';
COMMENT ON FUNCTION harmony.cross_validated_ols(harmony.cross_validation_state) IS
'Ordinary least squares of all rows, with the R squared of predictions from the other folds.

cross_validated_r_squared = 1 - sum (y - prediction from the other folds)^2 / sum (y - mean y)^2, what scikit-learn''s r2_score gives for
cross_val_predict with these folds (Stone 1974). It may be negative: worse than the mean. NULL for constant y, and, with a warning, where
the rows outside a fold do not determine the same coefficients as all rows.';

CREATE FUNCTION harmony.cross_validated_ridge(state harmony.cross_validation_state, lambda float8) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cross_validated_ridge';
COMMENT ON FUNCTION harmony.cross_validated_ridge(harmony.cross_validation_state, float8) IS
'Ridge regression of all rows, with the R squared of predictions from the other folds.

Choose lambda by trying several on one state. Predictors are standardised anew without each fold. See harmony.ridge and
harmony.cross_validated_ols.';

-- Where a score stands.
CREATE FUNCTION harmony.z_score(score float8, mean float8, sd float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_z_score';
COMMENT ON FUNCTION harmony.z_score(float8, float8, float8) IS
'Standard score (score - mean)/sd.

NULL for sd = 0. Error 22023 for NaN, infinity or a negative sd.';

CREATE FUNCTION harmony.t_score(score float8, mean float8, sd float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_t_score';
COMMENT ON FUNCTION harmony.t_score(float8, float8, float8) IS
'T score 50 + 10 z: mean 50, standard deviation 10 (McCall 1922).

NULL for sd = 0; errors as harmony.z_score. For Student''s t see harmony.student_t_cdf.';

CREATE FUNCTION harmony.sten(score float8, mean float8, sd float8) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_sten';
COMMENT ON FUNCTION harmony.sten(float8, float8, float8) IS
'Standard ten: floor(2 z) + 6, held within 1 to 10.

Half a standard deviation a step, the mean between 5 and 6. NULL for sd = 0; errors as harmony.z_score.';

CREATE FUNCTION harmony.stanine(score float8, mean float8, sd float8) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_stanine';
COMMENT ON FUNCTION harmony.stanine(float8, float8, float8) IS
'Standard nine: floor(2 z + 5.5), held within 1 to 9.

Half a standard deviation a step, 5 around the mean. NULL for sd = 0; errors as harmony.z_score.';

CREATE FUNCTION harmony.norm_percentile(score float8, quantiles float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_norm_percentile';
COMMENT ON FUNCTION harmony.norm_percentile(float8, float8[]) IS
'Percentile (0.5 to 99.5) of a score in a population given by its percentiles 1 to 99, as harmony.norms returns them.

Between two percentiles interpolated; where several equal the score, the middle of them (mid-rank); 0.5 below the first, 99.5 above the
last. Error 22023 unless there are 99, finite and ascending. For a pool at hand see harmony.midrank_percentile.';

CREATE FUNCTION harmony.sem(sd float8, reliability float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_sem';
COMMENT ON FUNCTION harmony.sem(float8, float8) IS
'Standard error of measurement sd sqrt(1 - reliability) (Lord and Novick 1968), in the unit of the score.

A negative reliability, which alpha can have, counts as 0. Error 22023 for a negative sd, a reliability above 1, NaN or infinity.';

CREATE FUNCTION harmony.score_interval(score float8, sem float8, level float8 DEFAULT 0.95) RETURNS harmony.score_interval
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_score_interval';
COMMENT ON FUNCTION harmony.score_interval(float8, float8, float8) IS
'Interval score -+ z sem that covers the true score of the person with probability level.

A second score of the same person falls inside less often, since it has an error of its own: with 83.4 % for a level of 95 %; for that
see harmony.retest_interval. Not cut at the ends of the scale. Error 22023 unless 0 < level < 1 and sem >= 0, and for NaN or infinity.';

CREATE FUNCTION harmony.retest_interval(score float8, sem float8, level float8 DEFAULT 0.95) RETURNS harmony.score_interval
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_retest_interval';
COMMENT ON FUNCTION harmony.retest_interval(float8, float8, float8) IS
'Interval score -+ z sqrt(2) sem in which a second score of the same person falls with probability level (Gulliksen 1950).

Without a change of the person between the two: a second score outside is a reliable change (Jacobson and Truax 1991). Not cut at the
ends of the scale. Errors as harmony.score_interval.';

CREATE FUNCTION harmony.mahalanobis(x float8[], mean float8[], covariance float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_mahalanobis';
COMMENT ON FUNCTION harmony.mahalanobis(float8[], float8[], float8[]) IS
'Squared Mahalanobis distance D^2 = (x - mean)'' covariance^-1 (x - mean) (Mahalanobis 1936).

Chi-squared with as many degrees of freedom as dimensions in a normal population. NULL elements of x are left out with their part of mean
and covariance: the exact distance of the rest. mean and covariance as harmony.column_means and harmony.covariance_matrix of a state give
them; the lower triangle is read. NULL where nothing is measured or the covariance is not positive definite. Error 22023 for dimensions that
do not fit, NaN or infinity.';

-- Agreement of raters.
CREATE FUNCTION harmony.uniform_variance(options integer) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_uniform_variance';
COMMENT ON FUNCTION harmony.uniform_variance(integer) IS
'Variance (A^2 - 1)/12 of answers spread evenly over A options: the usual expected variance of harmony.rwg_j.

Error 22023 for fewer than 2 options.';

-- Tests from summaries and counts, many tests, drift of shares.
CREATE FUNCTION harmony.welch_t(n1 bigint, mean1 float8, sd1 float8, n2 bigint, mean2 float8, sd2 float8, level float8 DEFAULT 0.95)
  RETURNS harmony.t_test_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_welch_t_summary';
COMMENT ON FUNCTION harmony.welch_t(bigint, float8, float8, bigint, float8, float8, float8) IS
'Welch''s t test from the summaries of two samples, with an interval of any level.

Error 22023 for a negative n or sd, NaN, infinity, and unless 0 < level < 1. Otherwise as the aggregate harmony.welch_t.';

CREATE FUNCTION harmony.fisher_exact(a bigint, b bigint, c bigint, d bigint) RETURNS harmony.fisher_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_fisher_exact';
COMMENT ON FUNCTION harmony.fisher_exact(bigint, bigint, bigint, bigint) IS
'Fisher''s exact test of the table (a b; c d) given its margins (Fisher 1935), as R''s fisher.test.

p_two_sided sums the tables that are at most as likely; p_less is small where the odds ratio is below 1. NULL: odds_ratio of 0/0,
conditional_odds_ratio where the margins allow one table only. At most about 30 ms, whatever the counts. Errors: 22023 for a negative
count, 22003 where they sum to 2^50 or more.';

CREATE FUNCTION harmony.fdr_bh(p float8[]) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_fdr_bh';
COMMENT ON FUNCTION harmony.fdr_bh(float8[]) IS
'Adjusted p-values of Benjamini and Hochberg (1995), in the order given.

To reject those up to q keeps the expected share of false rejections at q. As R''s p.adjust; NULL stays NULL and does not count. Error 22023
unless 0 <= p <= 1.';

CREATE FUNCTION harmony.psi(expected float8[], actual float8[], floor float8 DEFAULT 0.0001) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_psi';
COMMENT ON FUNCTION harmony.psi(float8[], float8[], float8) IS
'Population stability index: sum over the bins of (a - e) ln(a/e), a and e the shares of actual and expected, at least floor each.

Takes counts or shares. Usual reading: below 0.1 stable, above 0.25 shifted (Siddiqi 2006). NULL where a side sums to 0. Error 22023 for
sides of different length or without bins, negative entries, NaN, infinity, and unless 0 < floor < 1; 22004 for NULL entries.';

-- Medians and shares with their intervals.
CREATE FUNCTION harmony.median_interval(value float8[], level float8 DEFAULT 0.95) RETURNS harmony.median_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_median_interval';
COMMENT ON FUNCTION harmony.median_interval(float8[], float8) IS
'The median of an array and the interval that covers the median of the population with probability level at least.

By order statistics: l is the largest with P(Bin(n, 1/2) <= l - 1) <= (1 - level)/2, the interval from the l-th smallest to the l-th
largest value, whatever the distribution; NULL where no two values cover it, at 95 % for n < 6 (Conover, Practical Nonparametric
Statistics). NULLs are skipped. Errors: 22023 for a value that is not finite, and unless 0 < level < 1; 2202E for several dimensions.';

CREATE FUNCTION harmony.wilson_interval(x bigint, n bigint, level float8 DEFAULT 0.95, OUT low float8, OUT high float8)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_wilson_interval';
COMMENT ON FUNCTION harmony.wilson_interval(bigint, bigint, float8) IS
'The interval of a share of x out of n (Wilson 1927).

(x + z^2/2 -+ z sqrt(x (n - x)/n + z^2/4))/(n + z^2), z the normal quantile of (1 + level)/2; exactly 0 at x = 0 and 1 at x = n; NULL for
n = 0. Errors: 22023 for x < 0, n < 0 or x > n, and unless 0 < level < 1.';

-- How unevenly something is shared out.
CREATE FUNCTION harmony.gini(value float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_gini';
COMMENT ON FUNCTION harmony.gini(float8[]) IS
'How unevenly something is shared out: Gini''s index, 0 where all have the same to (n - 1)/n where one has all.

2 sum(i x(i))/(n sum(x)) - (n + 1)/n over the values in ascending order. NULLs are skipped; without values, and where all are 0, NULL.
Errors: 22023 for a value that is negative or not finite; 2202E for several dimensions.';

CREATE FUNCTION harmony_internal.correlation_interval(r float8, n bigint) RETURNS harmony.score_interval
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_correlation_interval';
COMMENT ON FUNCTION harmony_internal.correlation_interval(float8, bigint) IS
'The 95 % interval of a correlation over n pairs: tanh(artanh r +- 1.96/sqrt(n - 3)) (Fisher 1921). NULL for n < 4 and an r beyond -1 to 1;
r itself where it is -1 or 1.';
