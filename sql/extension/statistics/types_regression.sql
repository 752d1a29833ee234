-- Regressions beside least squares, and what is read of a model.
CREATE TYPE harmony.glm_model AS (
  family              text,
  n                   bigint,
  n_skipped           bigint,
  events              float8,
  rank                integer,
  df                  bigint,
  iterations          integer,
  converged           boolean,
  separated           boolean,
  coefficients        float8[],
  std_errors          float8[],
  statistics          float8[],
  p_values            float8[],
  ci_low              float8[],
  ci_high             float8[],
  covariance          float8[],
  log_likelihood      float8,
  null_log_likelihood float8,
  deviance            float8,
  null_deviance       float8,
  chi2                float8,
  chi2_df             integer,
  chi2_p              float8,
  aic                 float8,
  bic                 float8,
  dispersion          float8,
  pseudo_r_squared    float8,
  warnings            text[]
);
COMMENT ON TYPE harmony.glm_model IS
'A logistic or Poisson regression; arrays of coefficients have the intercept first.

NULL where the data do not determine a figure; warnings say why.';
COMMENT ON COLUMN harmony.glm_model.family IS 'binomial, poisson or firth.';
COMMENT ON COLUMN harmony.glm_model.n IS 'Rows used.';
COMMENT ON COLUMN harmony.glm_model.n_skipped IS 'Rows left out: with a NULL, or of weight 0.';
COMMENT ON COLUMN harmony.glm_model.events IS 'Sum of y, weighted where rows are.';
COMMENT ON COLUMN harmony.glm_model.rank IS 'Coefficients that the data determine, the intercept included.';
COMMENT ON COLUMN harmony.glm_model.df IS 'n - rank.';
COMMENT ON COLUMN harmony.glm_model.iterations IS 'Steps that the fit took.';
COMMENT ON COLUMN harmony.glm_model.converged IS 'Whether the fit came to rest.';
COMMENT ON COLUMN harmony.glm_model.separated IS 'No maximum of the likelihood exists: coefficients grow without end.';
COMMENT ON COLUMN harmony.glm_model.coefficients IS
'Of intercept and predictors, in log odds, or logs of rates; NULL where one is dropped.';
COMMENT ON COLUMN harmony.glm_model.std_errors IS 'Standard error of each coefficient.';
COMMENT ON COLUMN harmony.glm_model.statistics IS 'z: coefficient over its standard error.';
COMMENT ON COLUMN harmony.glm_model.p_values IS 'Two-sided, of z; of family firth by penalised likelihood ratio.';
COMMENT ON COLUMN harmony.glm_model.ci_low IS
'Lower end of the 95 % interval of each coefficient; of family firth by profile likelihood.';
COMMENT ON COLUMN harmony.glm_model.ci_high IS 'Upper end of the 95 % interval of each coefficient; of family firth by profile likelihood.';
COMMENT ON COLUMN harmony.glm_model.covariance IS 'Covariance matrix of the coefficients, row by row: the inverse of the information.';
COMMENT ON COLUMN harmony.glm_model.log_likelihood IS 'Of family firth penalised.';
COMMENT ON COLUMN harmony.glm_model.null_log_likelihood IS 'Of the intercept alone.';
COMMENT ON COLUMN harmony.glm_model.deviance IS 'Twice the log-likelihood of a perfect fit less that of this one.';
COMMENT ON COLUMN harmony.glm_model.null_deviance IS 'The same of the intercept alone.';
COMMENT ON COLUMN harmony.glm_model.chi2 IS 'Likelihood ratio against the intercept alone.';
COMMENT ON COLUMN harmony.glm_model.chi2_df IS 'Degrees of freedom of chi2: rank - 1.';
COMMENT ON COLUMN harmony.glm_model.chi2_p IS 'Of chi2, upper tail.';
COMMENT ON COLUMN harmony.glm_model.aic IS '2 rank - 2 log_likelihood.';
COMMENT ON COLUMN harmony.glm_model.bic IS 'rank ln n - 2 log_likelihood.';
COMMENT ON COLUMN harmony.glm_model.dispersion IS 'Pearson''s chi-squared over df; about 1 where a Poisson model fits.';
COMMENT ON COLUMN harmony.glm_model.pseudo_r_squared IS '1 - log_likelihood/null_log_likelihood (McFadden 1974).';
COMMENT ON COLUMN harmony.glm_model.warnings IS 'What to mind, in words, such as separation.';

CREATE TYPE harmony.clustered_model AS (
  kind         text,
  n            bigint,
  n_skipped    bigint,
  clusters     bigint,
  rank         integer,
  coefficients float8[],
  std_errors   float8[],
  df           float8[],
  t_statistics float8[],
  p_values     float8[],
  ci_low       float8[],
  ci_high      float8[],
  covariance   float8[],
  r_squared    float8,
  warnings     text[]
);
COMMENT ON TYPE harmony.clustered_model IS
'Least squares with cluster-robust errors; arrays of coefficients have the intercept first.

NULL where the data do not determine a figure; warnings say why.';
COMMENT ON COLUMN harmony.clustered_model.kind IS 'CR0, CR1, CR1S or CR2.';
COMMENT ON COLUMN harmony.clustered_model.n IS 'Rows used.';
COMMENT ON COLUMN harmony.clustered_model.n_skipped IS 'Rows left out: with a NULL.';
COMMENT ON COLUMN harmony.clustered_model.clusters IS 'Clusters with a row that is used.';
COMMENT ON COLUMN harmony.clustered_model.rank IS 'Coefficients that the data determine, the intercept included.';
COMMENT ON COLUMN harmony.clustered_model.coefficients IS 'Of intercept and predictors, by least squares; NULL where one is dropped.';
COMMENT ON COLUMN harmony.clustered_model.std_errors IS 'Cluster-robust standard error of each coefficient.';
COMMENT ON COLUMN harmony.clustered_model.df IS 'Degrees of freedom, one a coefficient: of CR2 Satterthwaite''s, else clusters - 1.';
COMMENT ON COLUMN harmony.clustered_model.t_statistics IS 'Coefficient over its standard error.';
COMMENT ON COLUMN harmony.clustered_model.p_values IS 'Two-sided, of t with df.';
COMMENT ON COLUMN harmony.clustered_model.ci_low IS 'Lower end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.clustered_model.ci_high IS 'Upper end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.clustered_model.covariance IS 'Covariance matrix of the coefficients, row by row.';
COMMENT ON COLUMN harmony.clustered_model.r_squared IS '1 - SSE/SST.';
COMMENT ON COLUMN harmony.clustered_model.warnings IS 'What to mind, in words, such as few clusters.';

CREATE TYPE harmony.coefficient AS (
  term       text,
  estimate   float8,
  std_error  float8,
  statistic  float8,
  df         float8,
  p_value    float8,
  low        float8,
  high       float8,
  ratio      float8,
  ratio_low  float8,
  ratio_high float8
);
COMMENT ON TYPE harmony.coefficient IS 'A coefficient of a model as a row.';
COMMENT ON COLUMN harmony.coefficient.term IS 'intercept, then the names given, or x1, x2, ...';
COMMENT ON COLUMN harmony.coefficient.estimate IS 'The coefficient; NULL for a dropped predictor.';
COMMENT ON COLUMN harmony.coefficient.std_error IS 'Of the estimate.';
COMMENT ON COLUMN harmony.coefficient.statistic IS 't or z.';
COMMENT ON COLUMN harmony.coefficient.df IS 'Of t; NULL where the statistic is normal.';
COMMENT ON COLUMN harmony.coefficient.p_value IS 'Two-sided, of the statistic.';
COMMENT ON COLUMN harmony.coefficient.low IS 'Lower end of the interval of the estimate, at the level asked for.';
COMMENT ON COLUMN harmony.coefficient.high IS 'Upper end of the interval of the estimate.';
COMMENT ON COLUMN harmony.coefficient.ratio IS 'exp(estimate), where asked: odds, rate or hazard ratio.';
COMMENT ON COLUMN harmony.coefficient.ratio_low IS 'exp(low), where asked.';
COMMENT ON COLUMN harmony.coefficient.ratio_high IS 'exp(high), where asked.';

CREATE TYPE harmony.contrast_result AS (
  estimate  float8,
  std_error float8,
  statistic float8,
  df        float8,
  p_value   float8,
  low       float8,
  high      float8
);
COMMENT ON TYPE harmony.contrast_result IS 'A weighted sum of coefficients, tested; low and high are its 95 % interval.';
COMMENT ON COLUMN harmony.contrast_result.estimate IS 'The weighted sum of coefficients.';
COMMENT ON COLUMN harmony.contrast_result.std_error IS 'Of the estimate.';
COMMENT ON COLUMN harmony.contrast_result.statistic IS '(estimate - value)/std_error: t, or z where df is NULL.';
COMMENT ON COLUMN harmony.contrast_result.df IS 'Degrees of freedom of t; NULL where the statistic is normal.';
COMMENT ON COLUMN harmony.contrast_result.p_value IS 'Two-sided.';
COMMENT ON COLUMN harmony.contrast_result.low IS 'Lower end of the 95 % interval of the estimate.';
COMMENT ON COLUMN harmony.contrast_result.high IS 'Upper end of the 95 % interval of the estimate.';

CREATE TYPE harmony.wald_result AS (
  statistic float8,
  df1       integer,
  df2       float8,
  p_value   float8
);
COMMENT ON TYPE harmony.wald_result IS 'A test of several sums of coefficients at once: F, or chi-squared where df2 is NULL.';
COMMENT ON COLUMN harmony.wald_result.statistic IS 'F, or chi-squared where df2 is NULL.';
COMMENT ON COLUMN harmony.wald_result.df1 IS 'How many sums of coefficients are tested.';
COMMENT ON COLUMN harmony.wald_result.df2 IS 'Residual degrees of freedom of F; NULL of chi-squared.';
COMMENT ON COLUMN harmony.wald_result.p_value IS 'Upper tail of the statistic.';
