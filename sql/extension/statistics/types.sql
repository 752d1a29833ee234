-- Statistics: the states that can be stored and merged, and the composite types that functions and aggregates return.
-- Formulas: docs/reference/linear_models.md and docs/reference/hypothesis_tests.md. A figure that the data do not determine is NULL.

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
COMMENT ON COLUMN harmony.linear_model.ci_low IS 'Lower end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.linear_model.ci_high IS 'Upper end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.linear_model.residual_std_error IS 'In the unit of y.';
COMMENT ON COLUMN harmony.linear_model.condition_number IS
'Largest over smallest singular value of X, each column scaled to length 1 (Belsley, Kuh and Welsch 1980).';
COMMENT ON COLUMN harmony.linear_model.vif IS 'Variance inflation factor, one a predictor.';
COMMENT ON COLUMN harmony.linear_model.log_likelihood IS 'As R''s logLik; aic and bic count the variance as one parameter.';
COMMENT ON COLUMN harmony.linear_model.covariance IS 'Covariance matrix of the coefficients, row by row.';
COMMENT ON COLUMN harmony.linear_model.x_means IS
'Means of the predictors, weighted where the rows are; empty for a model through the origin.';
COMMENT ON COLUMN harmony.linear_model.fit_at_means IS
'Value of the model at x_means, from which harmony.predict starts: its digits stay where the means are large beside the spread.';
COMMENT ON COLUMN harmony.linear_model.std_error_at_means IS 'Standard error of fit_at_means.';
COMMENT ON COLUMN harmony.linear_model.cross_validated_r_squared IS
'1 - sum (y - prediction from the other folds)^2 / sum (y - mean y)^2; NULL unless cross-validated.';

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
COMMENT ON COLUMN harmony.reliability_result.item_sd IS 'Divisor n - 1.';

-- Norms, and the interval of a score.
CREATE TYPE harmony.norms_result AS (
  n         bigint,
  mean      float8,
  sd        float8,
  quantiles float8[]
);
COMMENT ON TYPE harmony.norms_result IS 'Distribution of a score in a population.';
COMMENT ON COLUMN harmony.norms_result.sd IS 'Divisor n - 1; NULL for n = 1.';
COMMENT ON COLUMN harmony.norms_result.quantiles IS 'Percentiles 1 to 99.';

CREATE TYPE harmony.score_interval AS (low float8, high float8);
COMMENT ON TYPE harmony.score_interval IS 'Ends of an interval, in the unit of the score.';

-- Many groups.
CREATE TYPE harmony.anova_result AS (
  k             bigint,
  n             bigint,
  ss_between    float8,
  ss_within     float8,
  df_between    float8,
  df_within     float8,
  ms_between    float8,
  ms_within     float8,
  f             float8,
  p             float8,
  eta_squared   float8,
  omega_squared float8,
  icc1          float8,
  icc2          float8,
  welch_f       float8,
  welch_df1     float8,
  welch_df2     float8,
  welch_p       float8,
  group_stats   jsonb
);
COMMENT ON TYPE harmony.anova_result IS
'One-way analysis of variance, classic and Welch''s, with effect sizes and intraclass correlations.

NULL where the data do not determine a figure.';
COMMENT ON COLUMN harmony.anova_result.k IS 'Groups.';
COMMENT ON COLUMN harmony.anova_result.n IS 'Values.';
COMMENT ON COLUMN harmony.anova_result.eta_squared IS 'ss_between/ss_total.';
COMMENT ON COLUMN harmony.anova_result.omega_squared IS 'Hays (1963).';
COMMENT ON COLUMN harmony.anova_result.icc1 IS 'ICC(1): reliability of one value as a measure of its group (Bliese 2000).';
COMMENT ON COLUMN harmony.anova_result.icc2 IS 'ICC(2): reliability of the group means (Bliese 2000).';
COMMENT ON COLUMN harmony.anova_result.welch_f IS 'Welch (1951): without equal variances.';
COMMENT ON COLUMN harmony.anova_result.group_stats IS
'[{"group", "n", "mean", "sd"}, ...] in the order of the names (bytes; whole numbers by value).';

CREATE TYPE harmony.pair_comparison AS (
  group_a    text,
  group_b    text,
  difference float8,
  std_error  float8,
  t          float8,
  df         float8,
  p          float8,
  low        float8,
  high       float8
);
COMMENT ON TYPE harmony.pair_comparison IS 'Two groups compared; p-value and 95 % interval are adjusted for all pairs.';
COMMENT ON COLUMN harmony.pair_comparison.difference IS 'Mean of group_a less mean of group_b.';
COMMENT ON COLUMN harmony.pair_comparison.p IS 'Adjusted for all pairs.';
COMMENT ON COLUMN harmony.pair_comparison.low IS 'Lower end of the 95 % interval of the difference, adjusted for all pairs.';
COMMENT ON COLUMN harmony.pair_comparison.high IS 'Upper end of the 95 % interval of the difference, adjusted for all pairs.';

CREATE TYPE harmony.kruskal_result AS (
  k               bigint,
  n               bigint,
  h               float8,
  df              float8,
  p               float8,
  epsilon_squared float8
);
COMMENT ON TYPE harmony.kruskal_result IS 'Kruskal-Wallis test, corrected for ties.';
COMMENT ON COLUMN harmony.kruskal_result.k IS 'Groups.';
COMMENT ON COLUMN harmony.kruskal_result.n IS 'Values.';
COMMENT ON COLUMN harmony.kruskal_result.h IS 'Corrected for ties.';
COMMENT ON COLUMN harmony.kruskal_result.p IS 'By chi-squared with df = k - 1.';
COMMENT ON COLUMN harmony.kruskal_result.epsilon_squared IS 'H/(n - 1).';

-- Two samples.
CREATE TYPE harmony.t_test_result AS (
  n1          bigint,
  mean1       float8,
  sd1         float8,
  n2          bigint,
  mean2       float8,
  sd2         float8,
  difference  float8,
  std_error   float8,
  t           float8,
  df          float8,
  p_two_sided float8,
  p_less      float8,
  p_greater   float8,
  low         float8,
  high        float8
);
COMMENT ON TYPE harmony.t_test_result IS 'Welch''s t test of two means.';
COMMENT ON COLUMN harmony.t_test_result.difference IS 'mean1 - mean2.';
COMMENT ON COLUMN harmony.t_test_result.p_less IS 'Small where the first mean is the smaller.';
COMMENT ON COLUMN harmony.t_test_result.p_greater IS 'Small where the first mean is the larger.';
COMMENT ON COLUMN harmony.t_test_result.low IS 'Lower end of the interval of the difference.';
COMMENT ON COLUMN harmony.t_test_result.high IS 'Upper end of the interval of the difference.';

CREATE TYPE harmony.effect_size AS (
  n1       bigint,
  mean1    float8,
  sd1      float8,
  n2       bigint,
  mean2    float8,
  sd2      float8,
  d        float8,
  hedges_g float8,
  low      float8,
  high     float8
);
COMMENT ON TYPE harmony.effect_size IS 'Standardised difference of two means.';
COMMENT ON COLUMN harmony.effect_size.d IS '(mean1 - mean2)/pooled sd.';
COMMENT ON COLUMN harmony.effect_size.hedges_g IS 'd with the exact correction of its bias.';
COMMENT ON COLUMN harmony.effect_size.low IS 'Lower end of the 95 % interval of the effect in the population.';
COMMENT ON COLUMN harmony.effect_size.high IS 'Upper end of the 95 % interval of the effect in the population.';

CREATE TYPE harmony.mann_whitney_result AS (
  n1            bigint,
  n2            bigint,
  u1            float8,
  u2            float8,
  z             float8,
  p_two_sided   float8,
  p_less        float8,
  p_greater     float8,
  rank_biserial float8,
  method        text
);
COMMENT ON TYPE harmony.mann_whitney_result IS 'Mann-Whitney test of two samples.';
COMMENT ON COLUMN harmony.mann_whitney_result.u1 IS 'Pairs in which the first sample has the larger value, ties half.';
COMMENT ON COLUMN harmony.mann_whitney_result.u2 IS 'n1 n2 - u1.';
COMMENT ON COLUMN harmony.mann_whitney_result.z IS 'Of the normal approximation; NULL where the test is exact.';
COMMENT ON COLUMN harmony.mann_whitney_result.rank_biserial IS '(u1 - u2)/(n1 n2), -1 to 1.';
COMMENT ON COLUMN harmony.mann_whitney_result.method IS 'exact or normal.';

CREATE TYPE harmony.ks_result AS (
  n1     bigint,
  n2     bigint,
  d      float8,
  at     float8,
  p      float8,
  method text
);
COMMENT ON TYPE harmony.ks_result IS 'Kolmogorov-Smirnov test of two samples.';
COMMENT ON COLUMN harmony.ks_result.d IS 'Largest distance of the distribution functions.';
COMMENT ON COLUMN harmony.ks_result.at IS 'The value where d is first reached.';
COMMENT ON COLUMN harmony.ks_result.method IS 'exact or asymptotic.';

-- Tables of counts.
CREATE TYPE harmony.fisher_result AS (
  p_two_sided            float8,
  p_less                 float8,
  p_greater              float8,
  odds_ratio             float8,
  conditional_odds_ratio float8,
  low                    float8,
  high                   float8
);
COMMENT ON TYPE harmony.fisher_result IS 'Fisher''s exact test of the table (a b; c d).';
COMMENT ON COLUMN harmony.fisher_result.p_two_sided IS 'Sum of the probabilities of the tables that are at most as likely.';
COMMENT ON COLUMN harmony.fisher_result.p_less IS 'Small where the odds ratio is below 1.';
COMMENT ON COLUMN harmony.fisher_result.odds_ratio IS 'a d/(b c).';
COMMENT ON COLUMN harmony.fisher_result.conditional_odds_ratio IS 'Maximum likelihood estimate given the margins.';
COMMENT ON COLUMN harmony.fisher_result.low IS 'Lower end of the exact 95 % interval of conditional_odds_ratio.';
COMMENT ON COLUMN harmony.fisher_result.high IS 'Upper end of the exact 95 % interval of conditional_odds_ratio.';

-- Medians, shares, times.
CREATE TYPE harmony.median_result AS (
  n      bigint,
  median float8,
  low    float8,
  high   float8
);
COMMENT ON TYPE harmony.median_result IS 'A median and its interval.';
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
COMMENT ON COLUMN harmony.duration_summary.low IS 'Lower end of the 95 % interval of the median, by order statistics; takes six durations.';
COMMENT ON COLUMN harmony.duration_summary.p75 IS 'Quantiles as percentile_cont interpolates them.';

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
COMMENT ON COLUMN harmony.survival_point.at_risk IS 'Just before the time, those cut off at it included.';
COMMENT ON COLUMN harmony.survival_point.std_error IS 'Of survival (Greenwood 1926); NULL where survival is 0.';
COMMENT ON COLUMN harmony.survival_point.low IS 'Lower 95 % limit, by log(-log survival); NULL where survival is 0 or 1.';

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
COMMENT ON COLUMN harmony.kaplan_meier_result.n_skipped IS 'Rows with a NULL.';
COMMENT ON COLUMN harmony.kaplan_meier_result.median IS
'The first time at which survival is 1/2 or less; where it is 1/2 (to 1e-12) the middle to the next event, if there is one.';
COMMENT ON COLUMN harmony.kaplan_meier_result.median_low IS 'The same of the curve of the lower limit.';
COMMENT ON COLUMN harmony.kaplan_meier_result.median_high IS 'The same of the curve of the upper limit.';
