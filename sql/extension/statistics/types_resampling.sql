-- What samples drawn from a sample tell.
CREATE TYPE harmony.bootstrap_result AS (
  n               bigint,
  draws           integer,
  estimate        float8,
  bias            float8,
  std_error       float8,
  percentile_low  float8,
  percentile_high float8,
  bca_low         float8,
  bca_high        float8
);
COMMENT ON TYPE harmony.bootstrap_result IS 'A statistic and how it varies over samples drawn from the rows.';
COMMENT ON COLUMN harmony.bootstrap_result.n IS 'Rows used: those without a NULL.';
COMMENT ON COLUMN harmony.bootstrap_result.draws IS 'Samples drawn that have the statistic.';
COMMENT ON COLUMN harmony.bootstrap_result.estimate IS 'Of the rows themselves; NULL where they do not determine it.';
COMMENT ON COLUMN harmony.bootstrap_result.bias IS 'Mean of the draws less the estimate.';
COMMENT ON COLUMN harmony.bootstrap_result.std_error IS 'Standard deviation of the draws; NULL for one.';
COMMENT ON COLUMN harmony.bootstrap_result.percentile_low IS 'The 2.5th centile of the draws (type 7).';
COMMENT ON COLUMN harmony.bootstrap_result.percentile_high IS 'The 97.5th.';
COMMENT ON COLUMN harmony.bootstrap_result.bca_low IS
'Lower 95 % limit, corrected for bias and acceleration (Efron 1987); NULL where no draw lies on one side of the estimate.';
COMMENT ON COLUMN harmony.bootstrap_result.bca_high IS 'The upper one.';
