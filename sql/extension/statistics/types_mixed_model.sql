-- What a linear model with a random intercept gives.
CREATE TYPE harmony.mixed_model AS (
  n              bigint,
  n_skipped      bigint,
  groups         bigint,
  rank           integer,
  converged      boolean,
  coefficients   float8[],
  std_errors     float8[],
  df             float8[],
  t_statistics   float8[],
  p_values       float8[],
  ci_low         float8[],
  ci_high        float8[],
  covariance     float8[],
  sigma2         float8,
  tau2           float8,
  icc            float8,
  log_likelihood float8,
  group_effects  jsonb,
  warnings       text[]
);
COMMENT ON TYPE harmony.mixed_model IS
'A linear model with a random intercept a group; arrays of coefficients have the fixed intercept first.

NULL where the data do not determine a figure; warnings say why.';
COMMENT ON COLUMN harmony.mixed_model.n IS 'Rows used.';
COMMENT ON COLUMN harmony.mixed_model.n_skipped IS 'Rows left out: with a NULL.';
COMMENT ON COLUMN harmony.mixed_model.groups IS 'Groups with a row that is used.';
COMMENT ON COLUMN harmony.mixed_model.rank IS 'Coefficients that the data determine, the intercept included.';
COMMENT ON COLUMN harmony.mixed_model.converged IS
'Whether a maximum of the likelihood was found; else the coefficients are NULL.';
COMMENT ON COLUMN harmony.mixed_model.coefficients IS
'Of intercept and predictors, by restricted maximum likelihood; NULL where one is dropped.';
COMMENT ON COLUMN harmony.mixed_model.std_errors IS 'Standard error of each coefficient.';
COMMENT ON COLUMN harmony.mixed_model.df IS 'Degrees of freedom, one a coefficient: Satterthwaite''s; n - rank where tau2 is 0.';
COMMENT ON COLUMN harmony.mixed_model.t_statistics IS 'Coefficient over its standard error.';
COMMENT ON COLUMN harmony.mixed_model.p_values IS 'Two-sided, of t with df.';
COMMENT ON COLUMN harmony.mixed_model.ci_low IS 'Lower end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.mixed_model.ci_high IS 'Upper end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.mixed_model.covariance IS 'Covariance matrix of the coefficients, row by row.';
COMMENT ON COLUMN harmony.mixed_model.sigma2 IS 'Variance of a row within its group.';
COMMENT ON COLUMN harmony.mixed_model.tau2 IS 'Variance of the groups'' intercepts.';
COMMENT ON COLUMN harmony.mixed_model.icc IS
'tau2/(tau2 + sigma2): the share of the variance beyond the predictors that lies between groups.';
COMMENT ON COLUMN harmony.mixed_model.log_likelihood IS 'Restricted (REML), as lme4 has it.';
COMMENT ON COLUMN harmony.mixed_model.group_effects IS
'[{"group", "n", "effect"}, ...] in the order of the groups: what an intercept differs by, shrunken (best linear unbiased prediction).';
COMMENT ON COLUMN harmony.mixed_model.warnings IS 'What to mind, in words, such as one row a group.';
