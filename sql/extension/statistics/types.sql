-- Statistics: the states that can be stored and merged, and what linear models, scales, norms, medians and times return. A figure that the
-- data do not determine is NULL. Formulas: docs/reference/linear_models.md, docs/reference/reliability.md and docs/reference/delivery.md.

-- The state of a linear model.
CREATE TYPE harmony.linear_state;

CREATE FUNCTION harmony_internal.linear_state_in(cstring) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_in';
COMMENT ON FUNCTION harmony_internal.linear_state_in(cstring) IS
'Input function of harmony.linear_state; validates everything, the checksum included (22P02 for what is not hexadecimal, 22P03).';

CREATE FUNCTION harmony_internal.linear_state_out(harmony.linear_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_out';
COMMENT ON FUNCTION harmony_internal.linear_state_out(harmony.linear_state) IS
'Output function of harmony.linear_state: hexadecimal, exact, little-endian on every machine, with a checksum at the end.';

CREATE FUNCTION harmony_internal.linear_state_recv(internal) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_recv';
COMMENT ON FUNCTION harmony_internal.linear_state_recv(internal) IS
'Binary input function of harmony.linear_state; validates everything (22P03).';

CREATE FUNCTION harmony_internal.linear_state_send(harmony.linear_state) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_send';
COMMENT ON FUNCTION harmony_internal.linear_state_send(harmony.linear_state) IS 'Binary output function of harmony.linear_state.';

CREATE TYPE harmony.linear_state (
  INPUT = harmony_internal.linear_state_in,
  OUTPUT = harmony_internal.linear_state_out,
  RECEIVE = harmony_internal.linear_state_recv,
  SEND = harmony_internal.linear_state_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony.linear_state IS
'Cross products of [1 X y] in double-double: the sufficient statistic of every linear model.

Keep it in a table, merge it with harmony.merge, and finish it as often as needed with harmony.ols, harmony.ols_no_intercept, harmony.ridge,
harmony.nnls, harmony.column_means, harmony.covariance_matrix or harmony.correlation_matrix. Its text form is hexadecimal, exact, the same
on every machine, and ends with a checksum.';

-- The state for cross-validation: one linear state a fold.
CREATE TYPE harmony.cross_validation_state;

CREATE FUNCTION harmony_internal.cross_validation_state_in(cstring) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_in';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_in(cstring) IS
'Input function of harmony.cross_validation_state; validates everything (22P02, 22P03).';

CREATE FUNCTION harmony_internal.cross_validation_state_out(harmony.cross_validation_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_out';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_out(harmony.cross_validation_state) IS
'Output function of harmony.cross_validation_state: hexadecimal, exact.';

CREATE FUNCTION harmony_internal.cross_validation_state_recv(internal) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_recv';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_recv(internal) IS
'Binary input function of harmony.cross_validation_state; validates everything (22P03).';

CREATE FUNCTION harmony_internal.cross_validation_state_send(harmony.cross_validation_state) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_send';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_send(harmony.cross_validation_state) IS
'Binary output function of harmony.cross_validation_state.';

CREATE TYPE harmony.cross_validation_state (
  INPUT = harmony_internal.cross_validation_state_in,
  OUTPUT = harmony_internal.cross_validation_state_out,
  RECEIVE = harmony_internal.cross_validation_state_recv,
  SEND = harmony_internal.cross_validation_state_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony.cross_validation_state IS
'A linear state a fold: what cross-validation needs, mergeable as harmony.linear_state is.

A row goes into the fold that harmony.fold_of gives its key.';

-- Linear models and the reliability of scales.
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
  x_means                   float8[],
  fit_at_means              float8,
  std_error_at_means        float8,
  cross_validated_r_squared float8,
  warnings                  text[]
);
COMMENT ON TYPE harmony.linear_model IS
'A fitted linear model; arrays of coefficients have the intercept first.

NULL where the data do not determine a figure; warnings say why.';
COMMENT ON COLUMN harmony.linear_model.n IS 'Rows used.';
COMMENT ON COLUMN harmony.linear_model.n_skipped IS 'Rows left out: with a NULL, or of weight 0.';
COMMENT ON COLUMN harmony.linear_model.rank IS 'Coefficients that the data determine, the intercept included.';
COMMENT ON COLUMN harmony.linear_model.df IS
'Residual degrees of freedom n - rank; of ridge regression n less the trace of the hat matrix.';
COMMENT ON COLUMN harmony.linear_model.coefficients IS 'Of intercept and predictors; NULL where one is dropped.';
COMMENT ON COLUMN harmony.linear_model.std_errors IS 'Standard error of each coefficient.';
COMMENT ON COLUMN harmony.linear_model.t_statistics IS 'Coefficient over its standard error.';
COMMENT ON COLUMN harmony.linear_model.p_values IS 'Two-sided, of t with df.';
COMMENT ON COLUMN harmony.linear_model.ci_low IS 'Lower end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.linear_model.ci_high IS 'Upper end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.linear_model.r_squared IS '1 - SSE/SST, 0 to 1; of a model through the origin about 0 in place of the mean.';
COMMENT ON COLUMN harmony.linear_model.adj_r_squared IS 'r_squared adjusted for the number of coefficients.';
COMMENT ON COLUMN harmony.linear_model.residual_std_error IS 'In the unit of y.';
COMMENT ON COLUMN harmony.linear_model.f_statistic IS 'Of all slopes together.';
COMMENT ON COLUMN harmony.linear_model.f_p_value IS 'Of f_statistic, upper tail.';
COMMENT ON COLUMN harmony.linear_model.condition_number IS
'Largest over smallest singular value of X, each column scaled to length 1 (Belsley, Kuh and Welsch 1980).';
COMMENT ON COLUMN harmony.linear_model.vif IS 'Variance inflation factor, one a predictor.';
COMMENT ON COLUMN harmony.linear_model.log_likelihood IS 'As R''s logLik; aic and bic count the variance as one parameter.';
COMMENT ON COLUMN harmony.linear_model.aic IS 'Akaike''s criterion; less is better.';
COMMENT ON COLUMN harmony.linear_model.bic IS 'Schwarz''s criterion; less is better.';
COMMENT ON COLUMN harmony.linear_model.covariance IS 'Covariance matrix of the coefficients, row by row.';
COMMENT ON COLUMN harmony.linear_model.x_means IS
'Means of the predictors, weighted where the rows are; empty for a model through the origin.';
COMMENT ON COLUMN harmony.linear_model.fit_at_means IS
'Value of the model at x_means, from which harmony.predict starts: its digits stay where the means are large beside the spread.';
COMMENT ON COLUMN harmony.linear_model.std_error_at_means IS 'Standard error of fit_at_means.';
COMMENT ON COLUMN harmony.linear_model.cross_validated_r_squared IS
'1 - sum (y - prediction from the other folds)^2 / sum (y - mean y)^2; NULL unless cross-validated.';
COMMENT ON COLUMN harmony.linear_model.warnings IS 'What to mind, in words, such as a predictor that was dropped.';

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
COMMENT ON TYPE harmony.reliability_result IS
'Reliability of a scale over the complete rows.

Ratios are NULL for fewer than two rows or items, and where nothing varies.';
COMMENT ON COLUMN harmony.reliability_result.n IS 'Complete rows.';
COMMENT ON COLUMN harmony.reliability_result.k IS 'Items.';
COMMENT ON COLUMN harmony.reliability_result.alpha IS 'Cronbach''s alpha.';
COMMENT ON COLUMN harmony.reliability_result.alpha_low IS 'Lower end of the 95 % interval (Feldt 1965).';
COMMENT ON COLUMN harmony.reliability_result.alpha_high IS 'Upper end of the 95 % interval (Feldt 1965).';
COMMENT ON COLUMN harmony.reliability_result.standardized_alpha IS 'Alpha of the correlation matrix.';
COMMENT ON COLUMN harmony.reliability_result.omega_total IS 'McDonald''s omega of one factor (minimum residuals).';
COMMENT ON COLUMN harmony.reliability_result.item_total_r IS 'Correlation of each item with the sum of the others.';
COMMENT ON COLUMN harmony.reliability_result.alpha_if_deleted IS 'Alpha of the other items.';
COMMENT ON COLUMN harmony.reliability_result.item_mean IS 'Mean of each item.';
COMMENT ON COLUMN harmony.reliability_result.item_sd IS 'Divisor n - 1.';

-- Norms, and the interval of a score.
CREATE TYPE harmony.norms_result AS (
  n         bigint,
  mean      float8,
  sd        float8,
  quantiles float8[]
);
COMMENT ON TYPE harmony.norms_result IS 'Distribution of a score in a population.';
COMMENT ON COLUMN harmony.norms_result.n IS 'Scores.';
COMMENT ON COLUMN harmony.norms_result.mean IS 'Mean score.';
COMMENT ON COLUMN harmony.norms_result.sd IS 'Divisor n - 1; NULL for n = 1.';
COMMENT ON COLUMN harmony.norms_result.quantiles IS 'Percentiles 1 to 99.';

CREATE TYPE harmony.score_interval AS (low float8, high float8);
COMMENT ON TYPE harmony.score_interval IS 'Ends of an interval, in the unit of the score.';
COMMENT ON COLUMN harmony.score_interval.low IS 'Lower end.';
COMMENT ON COLUMN harmony.score_interval.high IS 'Upper end.';

-- Medians, shares, times.
CREATE TYPE harmony.median_result AS (
  n      bigint,
  median float8,
  low    float8,
  high   float8
);
COMMENT ON TYPE harmony.median_result IS 'A median and its interval.';
COMMENT ON COLUMN harmony.median_result.n IS 'Values.';
COMMENT ON COLUMN harmony.median_result.median IS 'Middle value; of an even number the mean of the two.';
COMMENT ON COLUMN harmony.median_result.low IS
'The l-th smallest value, l the largest with P(Bin(n, 1/2) <= l - 1) <= (1 - level)/2; NULL without one.';
COMMENT ON COLUMN harmony.median_result.high IS 'The l-th largest value.';

CREATE TYPE harmony.duration_summary AS (
  n          bigint,
  n_negative bigint,
  median     float8,
  low        float8,
  high       float8,
  p75        float8,
  p85        float8,
  p90        float8,
  p95        float8
);
COMMENT ON TYPE harmony.duration_summary IS 'Durations in seconds, the negative ones left out.';
COMMENT ON COLUMN harmony.duration_summary.n IS 'Durations from 0 on: all other figures are theirs.';
COMMENT ON COLUMN harmony.duration_summary.n_negative IS 'Durations below 0, which end before they start.';
COMMENT ON COLUMN harmony.duration_summary.median IS 'Median duration, in seconds.';
COMMENT ON COLUMN harmony.duration_summary.low IS 'Lower end of the 95 % interval of the median, by order statistics; takes six durations.';
COMMENT ON COLUMN harmony.duration_summary.high IS 'Upper end of the 95 % interval of the median.';
COMMENT ON COLUMN harmony.duration_summary.p75 IS 'Quantiles as percentile_cont interpolates them.';
COMMENT ON COLUMN harmony.duration_summary.p85 IS '85 % quantile.';
COMMENT ON COLUMN harmony.duration_summary.p90 IS '90 % quantile.';
COMMENT ON COLUMN harmony.duration_summary.p95 IS '95 % quantile.';

CREATE TYPE harmony.survival_point AS (
  "time"    float8,
  at_risk   bigint,
  events    bigint,
  censored  bigint,
  survival  float8,
  std_error float8,
  low       float8,
  high      float8
);
COMMENT ON TYPE harmony.survival_point IS 'A step of a survival curve.';
COMMENT ON COLUMN harmony.survival_point."time" IS 'When something happened, in the unit of the times given.';
COMMENT ON COLUMN harmony.survival_point.at_risk IS 'Just before the time, those cut off at it included.';
COMMENT ON COLUMN harmony.survival_point.events IS 'Events at the time.';
COMMENT ON COLUMN harmony.survival_point.censored IS 'Cut off at the time.';
COMMENT ON COLUMN harmony.survival_point.survival IS 'Share without the event after the time, 0 to 1.';
COMMENT ON COLUMN harmony.survival_point.std_error IS 'Of survival (Greenwood 1926); NULL where survival is 0.';
COMMENT ON COLUMN harmony.survival_point.low IS 'Lower 95 % limit, by log(-log survival); NULL where survival is 0 or 1.';
COMMENT ON COLUMN harmony.survival_point.high IS 'Upper 95 % limit, by log(-log survival); NULL where survival is 0 or 1.';

CREATE TYPE harmony.kaplan_meier_result AS (
  n           bigint,
  n_skipped   bigint,
  events      bigint,
  median      float8,
  median_low  float8,
  median_high float8,
  curve       harmony.survival_point[]
);
COMMENT ON TYPE harmony.kaplan_meier_result IS 'Times to an event, some cut off before it.';
COMMENT ON COLUMN harmony.kaplan_meier_result.n IS 'Times used.';
COMMENT ON COLUMN harmony.kaplan_meier_result.n_skipped IS 'Rows with a NULL.';
COMMENT ON COLUMN harmony.kaplan_meier_result.events IS 'How many of them ended in the event.';
COMMENT ON COLUMN harmony.kaplan_meier_result.median IS
'The first time at which survival is 1/2 or less; where it is 1/2 (to 1e-12) the middle to the next event, if there is one.';
COMMENT ON COLUMN harmony.kaplan_meier_result.median_low IS 'The same of the curve of the lower limit.';
COMMENT ON COLUMN harmony.kaplan_meier_result.median_high IS 'The same of the curve of the upper limit.';
COMMENT ON COLUMN harmony.kaplan_meier_result.curve IS 'A step a time at which something happened, in order.';
