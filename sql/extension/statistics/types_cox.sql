-- What Cox's model gives.
CREATE TYPE harmony.cox_model AS (
  n                   bigint,
  n_skipped           bigint,
  events              bigint,
  rank                integer,
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
  chi2                float8,
  score_chi2          float8,
  wald_chi2           float8,
  concordance         float8,
  clusters            bigint,
  warnings            text[]
);
COMMENT ON TYPE harmony.cox_model IS
'Cox''s proportional hazards model; coefficients are logarithms of hazard ratios, and there is no intercept.

NULL where the data do not determine a figure; warnings say why.';
COMMENT ON COLUMN harmony.cox_model.n IS 'Rows used.';
COMMENT ON COLUMN harmony.cox_model.n_skipped IS 'Rows left out: with a NULL.';
COMMENT ON COLUMN harmony.cox_model.events IS 'Rows whose time ends with the event.';
COMMENT ON COLUMN harmony.cox_model.rank IS 'Coefficients that the data determine: the degrees of freedom of the three chi-squared.';
COMMENT ON COLUMN harmony.cox_model.iterations IS 'Steps of Newton''s method, 50 at most.';
COMMENT ON COLUMN harmony.cox_model.converged IS 'Whether the fit came to rest; else all estimates are NULL.';
COMMENT ON COLUMN harmony.cox_model.separated IS 'The likelihood grows without end along some predictors: it has no maximum.';
COMMENT ON COLUMN harmony.cox_model.coefficients IS
'Logarithm of the hazard ratio of each predictor; NULL where one is dropped.';
COMMENT ON COLUMN harmony.cox_model.std_errors IS
'Standard error of each coefficient; of harmony.cox_robust the robust one, NULL for one cluster.';
COMMENT ON COLUMN harmony.cox_model.statistics IS 'z: coefficient over its standard error.';
COMMENT ON COLUMN harmony.cox_model.p_values IS 'Two-sided, of z.';
COMMENT ON COLUMN harmony.cox_model.ci_low IS 'Lower end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.cox_model.ci_high IS 'Upper end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.cox_model.covariance IS
'Covariance matrix of the coefficients, row by row; of harmony.cox_robust the robust one.';
COMMENT ON COLUMN harmony.cox_model.log_likelihood IS 'Partial, ties by Efron (1977).';
COMMENT ON COLUMN harmony.cox_model.null_log_likelihood IS 'The same where all coefficients are 0.';
COMMENT ON COLUMN harmony.cox_model.chi2 IS 'Likelihood ratio against all coefficients 0.';
COMMENT ON COLUMN harmony.cox_model.score_chi2 IS 'Score test of the same; of one grouping predictor the log-rank test but for ties.';
COMMENT ON COLUMN harmony.cox_model.wald_chi2 IS 'Wald''s test of the same, from covariance.';
COMMENT ON COLUMN harmony.cox_model.concordance IS
'Share of pairs, of which one is known to have had the event first, that the model orders so; ties in risk count half (Harrell 1982).';
COMMENT ON COLUMN harmony.cox_model.clusters IS 'Of harmony.cox_robust: clusters with a row that is used; else NULL.';
COMMENT ON COLUMN harmony.cox_model.warnings IS 'What to mind, in words, such as a predictor without a maximum.';
