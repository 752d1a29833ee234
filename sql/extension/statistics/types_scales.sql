-- What the fits of scales return: factor analysis, parallel analysis, one factor by maximum likelihood, item response models. NULL where
-- the data do not determine a figure; warnings say why.

CREATE TYPE harmony.efa_result AS (
  n             bigint,
  factors       integer,
  df            integer,
  loadings      float8[],
  phi           float8[],
  communalities float8[],
  ss_loadings   float8[],
  eigenvalues   float8[],
  rmsr          float8,
  chi2          float8,
  p             float8,
  converged     boolean,
  warnings      text[]
);
COMMENT ON TYPE harmony.efa_result IS
'Exploratory factor analysis of k items by m factors over the complete rows.

Factors come by descending ss_loadings, each with loadings of positive sum.';
COMMENT ON COLUMN harmony.efa_result.n IS 'Complete rows.';
COMMENT ON COLUMN harmony.efa_result.factors IS 'Factors asked for, m.';
COMMENT ON COLUMN harmony.efa_result.df IS 'k(k-1)/2 - k m + m(m-1)/2.';
COMMENT ON COLUMN harmony.efa_result.loadings IS 'One row an item, one column a factor: the pattern where factors correlate.';
COMMENT ON COLUMN harmony.efa_result.phi IS 'Correlations of the factors; without oblimin the identity.';
COMMENT ON COLUMN harmony.efa_result.communalities IS 'Diagonal of L phi L'': what the factors explain of each item; above 1 a warning.';
COMMENT ON COLUMN harmony.efa_result.ss_loadings IS 'Diagonal of phi L''L.';
COMMENT ON COLUMN harmony.efa_result.eigenvalues IS 'Of the correlation matrix, descending.';
COMMENT ON COLUMN harmony.efa_result.rmsr IS 'Root of the mean squared residual correlation off the diagonal.';
COMMENT ON COLUMN harmony.efa_result.chi2 IS
'(n - 1 - (2k + 5)/6 - 2m/3) F, F of maximum likelihood at the solution (Bartlett 1950); NULL where a matrix is not positive definite.';
COMMENT ON COLUMN harmony.efa_result.p IS 'Small where the factors do not suffice; NULL for df = 0.';
COMMENT ON COLUMN harmony.efa_result.converged IS 'To a gradient of 1e-9, the rotation included.';
COMMENT ON COLUMN harmony.efa_result.warnings IS 'What to mind, in words, such as a communality above 1.';

CREATE TYPE harmony.parallel_result AS (
  factors     integer,
  eigenvalues float8[],
  random_mean float8[],
  random_95   float8[]
);
COMMENT ON TYPE harmony.parallel_result IS 'Eigenvalues of the items'' correlations beside those of independent items.';
COMMENT ON COLUMN harmony.parallel_result.factors IS 'Leading eigenvalues above random_95.';
COMMENT ON COLUMN harmony.parallel_result.eigenvalues IS 'Of the correlation matrix, descending.';
COMMENT ON COLUMN harmony.parallel_result.random_mean IS 'Mean of the same eigenvalue over the draws.';
COMMENT ON COLUMN harmony.parallel_result.random_95 IS 'Its 95th centile.';

CREATE TYPE harmony.cfa_result AS (
  n                  bigint,
  items              integer,
  converged          boolean,
  loadings           float8[],
  std_errors         float8[],
  residual_variances float8[],
  standardized       float8[],
  chi2               float8,
  df                 integer,
  p                  float8,
  cfi                float8,
  tli                float8,
  rmsea              float8,
  rmsea_low          float8,
  rmsea_high         float8,
  srmr               float8,
  aic                float8,
  bic                float8,
  omega              float8,
  warnings           text[]
);
COMMENT ON TYPE harmony.cfa_result IS
'One factor with variance 1 on k items by maximum likelihood, as lavaan fits it.

p and the indices are NULL for three items, where nothing is left to test.';
COMMENT ON COLUMN harmony.cfa_result.n IS 'Complete rows.';
COMMENT ON COLUMN harmony.cfa_result.items IS 'Columns of the data, k.';
COMMENT ON COLUMN harmony.cfa_result.converged IS 'Whether the fit came to rest.';
COMMENT ON COLUMN harmony.cfa_result.loadings IS 'In the items'' units; their sum is positive.';
COMMENT ON COLUMN harmony.cfa_result.std_errors IS 'Of the loadings, by the expected information.';
COMMENT ON COLUMN harmony.cfa_result.residual_variances IS 'Below 0 a Heywood case, with a warning.';
COMMENT ON COLUMN harmony.cfa_result.standardized IS 'Loadings of items with variance 1.';
COMMENT ON COLUMN harmony.cfa_result.chi2 IS 'n F, against covariances free of any model.';
COMMENT ON COLUMN harmony.cfa_result.df IS 'k(k-3)/2.';
COMMENT ON COLUMN harmony.cfa_result.p IS 'Of chi2, upper tail: small where one factor does not suffice.';
COMMENT ON COLUMN harmony.cfa_result.cfi IS 'Comparative fit index (Bentler 1990), against items that do not correlate.';
COMMENT ON COLUMN harmony.cfa_result.tli IS 'Tucker-Lewis index (1973).';
COMMENT ON COLUMN harmony.cfa_result.rmsea IS 'sqrt((chi2 - df)/(n df)), 0 for chi2 < df (Steiger 1990).';
COMMENT ON COLUMN harmony.cfa_result.rmsea_low IS 'Lower end of the 90 % interval.';
COMMENT ON COLUMN harmony.cfa_result.rmsea_high IS 'Upper end of the 90 % interval.';
COMMENT ON COLUMN harmony.cfa_result.srmr IS 'Root of the mean squared residual correlation, diagonal included.';
COMMENT ON COLUMN harmony.cfa_result.aic IS 'Akaike''s criterion with 2k parameters.';
COMMENT ON COLUMN harmony.cfa_result.bic IS 'Schwarz''s criterion with 2k parameters.';
COMMENT ON COLUMN harmony.cfa_result.omega IS
'McDonald''s omega (sum of loadings)^2/((sum of loadings)^2 + sum of residual variances).';
COMMENT ON COLUMN harmony.cfa_result.warnings IS 'What to mind, in words, such as a negative residual variance.';

CREATE TYPE harmony.irt_result AS (
  n              bigint,
  items          integer,
  patterns       bigint,
  iterations     integer,
  converged      boolean,
  a              float8[],
  se_a           float8[],
  b              float8[],
  se_b           float8[],
  thresholds     jsonb,
  log_likelihood float8,
  warnings       text[]
);
COMMENT ON TYPE harmony.irt_result IS
'An item response model; lists have an element an item, NULL for an item whose answers do not vary.';
COMMENT ON COLUMN harmony.irt_result.n IS 'Rows with an answer.';
COMMENT ON COLUMN harmony.irt_result.items IS 'Answers a row has, those that do not vary included.';
COMMENT ON COLUMN harmony.irt_result.patterns IS 'Distinct rows.';
COMMENT ON COLUMN harmony.irt_result.iterations IS 'Steps of EM and of Newton''s method.';
COMMENT ON COLUMN harmony.irt_result.converged IS 'To a gradient of 1e-6.';
COMMENT ON COLUMN harmony.irt_result.a IS 'Slopes, logistic, without 1.7; their mean is positive.';
COMMENT ON COLUMN harmony.irt_result.se_a IS 'By the observed information.';
COMMENT ON COLUMN harmony.irt_result.b IS 'Difficulties on the scale of theta ~ N(0, 1); NULL of graded answers.';
COMMENT ON COLUMN harmony.irt_result.se_b IS 'By the observed information.';
COMMENT ON COLUMN harmony.irt_result.thresholds IS
'Of graded answers [[b_1, ..., b_m], ...]; null below the lowest answer that was given to an item.';
COMMENT ON COLUMN harmony.irt_result.log_likelihood IS 'Marginal.';
COMMENT ON COLUMN harmony.irt_result.warnings IS 'What to mind, in words, such as a slope beyond 20.';
