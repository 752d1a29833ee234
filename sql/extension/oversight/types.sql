-- Oversight: the composite types of the statistics of models under watch. Formulas: docs/reference/model_watch.md. A figure that the data
-- do not determine is NULL.

CREATE TYPE harmony.drift_result AS (
  n_reference         bigint,
  n_current           bigint,
  missing_reference   float8,
  missing_current     float8,
  psi                 float8,
  psi_p               float8,
  js_distance         float8,
  ks_d                float8,
  ks_p                float8,
  wasserstein         float8,
  wasserstein_sd      float8,
  level               text
);
COMMENT ON TYPE harmony.drift_result IS 'Current values of a variable beside reference ones.';
COMMENT ON COLUMN harmony.drift_result.n_reference IS 'Values of the reference, NULLs not counted.';
COMMENT ON COLUMN harmony.drift_result.n_current IS 'Values of the current side, NULLs not counted.';
COMMENT ON COLUMN harmony.drift_result.missing_reference IS 'Share of NULLs, 0 to 1.';
COMMENT ON COLUMN harmony.drift_result.missing_current IS 'The same share of the current side.';
COMMENT ON COLUMN harmony.drift_result.psi IS
'Population stability index over bins of the reference''s quantiles, shares of at least 0.0001.';
COMMENT ON COLUMN harmony.drift_result.psi_p IS
'P(a PSI as large or larger) had nothing changed: chi-squared of bins - 1 at psi/(1/n_reference + 1/n_current).';
COMMENT ON COLUMN harmony.drift_result.js_distance IS 'Jensen-Shannon distance over the same bins, base 2, 0 to 1.';
COMMENT ON COLUMN harmony.drift_result.ks_d IS 'Largest difference of the distribution functions, 0 to 1.';
COMMENT ON COLUMN harmony.drift_result.ks_p IS 'Of Kolmogorov and Smirnov''s test, as harmony.ks_2samp.';
COMMENT ON COLUMN harmony.drift_result.wasserstein IS 'First Wasserstein distance, in the unit of the values.';
COMMENT ON COLUMN harmony.drift_result.wasserstein_sd IS
'The distance in standard deviations of the reference (divisor n - 1); NULL where it does not vary.';
COMMENT ON COLUMN harmony.drift_result.level IS
'none, moderate or major: size by psi or wasserstein_sd, and evidence by ks_p; NULL with an empty side.';

CREATE TYPE harmony.category_drift_result AS (
  psi               float8,
  js_distance       float8,
  chi2              float8,
  df                integer,
  p                 float8,
  cramers_v         float8,
  new_categories    text[],
  missing_reference float8,
  missing_current   float8,
  level             text
);
COMMENT ON TYPE harmony.category_drift_result IS 'Current shares of categories beside reference ones.';
COMMENT ON COLUMN harmony.category_drift_result.psi IS 'Population stability index, shares of at least 0.0001.';
COMMENT ON COLUMN harmony.category_drift_result.js_distance IS 'Jensen-Shannon distance, base 2, 0 to 1.';
COMMENT ON COLUMN harmony.category_drift_result.chi2 IS 'Pearson''s chi-squared of the table of two samples and k categories.';
COMMENT ON COLUMN harmony.category_drift_result.df IS 'k - 1.';
COMMENT ON COLUMN harmony.category_drift_result.p IS 'Of chi2, upper tail.';
COMMENT ON COLUMN harmony.category_drift_result.cramers_v IS 'sqrt(chi2/n), 0 to 1; NULL for one category.';
COMMENT ON COLUMN harmony.category_drift_result.new_categories IS
'Categories of the current side that the reference lacks, in the order of their bytes.';
COMMENT ON COLUMN harmony.category_drift_result.missing_reference IS 'Share of NULLs, 0 to 1.';
COMMENT ON COLUMN harmony.category_drift_result.missing_current IS 'The same share of the current side.';
COMMENT ON COLUMN harmony.category_drift_result.level IS
'none, moderate or major: size by psi or cramers_v, and evidence by p; NULL with an empty side.';

CREATE TYPE harmony.binary_performance_result AS (
  n                     bigint,
  positives             bigint,
  auc                   float8,
  auc_se                float8,
  average_precision     float8,
  brier                 float8,
  brier_skill           float8,
  log_loss              float8,
  accuracy              float8,
  "precision"           float8,
  recall                float8,
  f1                    float8,
  mcc                   float8,
  ks                    float8,
  ece                   float8,
  calibration_intercept float8,
  calibration_slope     float8,
  calibration           jsonb,
  auc_low               float8,
  auc_high              float8
);
COMMENT ON TYPE harmony.binary_performance_result IS 'What probabilities of an outcome were worth.';
COMMENT ON COLUMN harmony.binary_performance_result.n IS 'Rows with a probability and an outcome.';
COMMENT ON COLUMN harmony.binary_performance_result.positives IS 'Rows with the outcome 1.';
COMMENT ON COLUMN harmony.binary_performance_result.auc IS 'P(a positive has the higher probability) + P(equal)/2.';
COMMENT ON COLUMN harmony.binary_performance_result.auc_se IS
'Standard error of auc (DeLong, DeLong and Clarke-Pearson 1988); takes two rows of each outcome.';
COMMENT ON COLUMN harmony.binary_performance_result.average_precision IS 'Precision averaged over the recall, by steps.';
COMMENT ON COLUMN harmony.binary_performance_result.brier IS 'Mean of (p - y)^2, 0 to 1; less is better.';
COMMENT ON COLUMN harmony.binary_performance_result.brier_skill IS '1 - brier/that of the base rate; 0 is no better than the base rate.';
COMMENT ON COLUMN harmony.binary_performance_result.log_loss IS
'Mean of -ln of the probability of what happened, which counts as at least 1e-15.';
COMMENT ON COLUMN harmony.binary_performance_result.accuracy IS 'Share of right decisions at the threshold, 0 to 1.';
COMMENT ON COLUMN harmony.binary_performance_result."precision" IS
'Share of positives among what the threshold calls positive; NULL where it calls nothing so.';
COMMENT ON COLUMN harmony.binary_performance_result.recall IS
'Share of the positives that the threshold calls so, 0 to 1; NULL where there is none.';
COMMENT ON COLUMN harmony.binary_performance_result.f1 IS 'Harmonic mean of precision and recall, 0 to 1.';
COMMENT ON COLUMN harmony.binary_performance_result.mcc IS
'Matthews''s correlation of decision and outcome, -1 to 1; NULL where either does not vary.';
COMMENT ON COLUMN harmony.binary_performance_result.ks IS 'Largest difference of the distributions of p by outcome, 0 to 1.';
COMMENT ON COLUMN harmony.binary_performance_result.ece IS 'Expected calibration error over ten bins of equal width.';
COMMENT ON COLUMN harmony.binary_performance_result.calibration_intercept IS
'Of the logistic regression of y on logit p; 0 where calibrated.';
COMMENT ON COLUMN harmony.binary_performance_result.calibration_slope IS
'1 where calibrated, below 1 where p is too extreme; both NULL where p separates the outcomes.';
COMMENT ON COLUMN harmony.binary_performance_result.calibration IS
'The ten bins: [{"low", "high", "n", "predicted", "observed", "observed_low", "observed_high"}], the last two Wilson''s 95 % interval.';
COMMENT ON COLUMN harmony.binary_performance_result.auc_low IS '95 % interval of auc: auc -+ 1.96 auc_se, cut to 0 and 1.';
COMMENT ON COLUMN harmony.binary_performance_result.auc_high IS 'Upper end of that interval.';

CREATE TYPE harmony.regression_performance_result AS (
  n           bigint,
  bias        float8,
  mae         float8,
  median_ae   float8,
  rmse        float8,
  mape        float8,
  r_squared   float8
);
COMMENT ON TYPE harmony.regression_performance_result IS 'How far predictions of a number were off.';
COMMENT ON COLUMN harmony.regression_performance_result.n IS 'Rows with a prediction and an actual value.';
COMMENT ON COLUMN harmony.regression_performance_result.bias IS 'Mean of predicted - actual.';
COMMENT ON COLUMN harmony.regression_performance_result.mae IS 'Mean of the absolute errors.';
COMMENT ON COLUMN harmony.regression_performance_result.median_ae IS 'Median of the absolute errors.';
COMMENT ON COLUMN harmony.regression_performance_result.rmse IS 'Root of the mean squared error.';
COMMENT ON COLUMN harmony.regression_performance_result.mape IS 'Mean of |error|/|actual| in per cent, over actual values other than 0.';
COMMENT ON COLUMN harmony.regression_performance_result.r_squared IS
'1 - SSE/SST; below 0 where the mean would have done better; NULL where actual is constant.';

CREATE TYPE harmony.estimated_performance_result AS (
  n           bigint,
  accuracy    float8,
  "precision" float8,
  recall      float8,
  f1          float8,
  auc         float8
);
COMMENT ON TYPE harmony.estimated_performance_result IS
'What figures are expected to be before outcomes are known, if the probabilities are calibrated.';
COMMENT ON COLUMN harmony.estimated_performance_result.n IS 'Probabilities that there are.';
COMMENT ON COLUMN harmony.estimated_performance_result.accuracy IS 'Expected share of right decisions at the threshold, 0 to 1.';
COMMENT ON COLUMN harmony.estimated_performance_result."precision" IS
'Expected share of positives among what the threshold calls so, 0 to 1; NULL where it calls nothing so.';
COMMENT ON COLUMN harmony.estimated_performance_result.recall IS 'Expected share of the positives that the threshold calls so, 0 to 1.';
COMMENT ON COLUMN harmony.estimated_performance_result.f1 IS 'Expected harmonic mean of precision and recall, 0 to 1.';
COMMENT ON COLUMN harmony.estimated_performance_result.auc IS 'Expected area under the ROC curve, 0 to 1.';
