-- What tests of times to an event, agreement of raters and items that favour a group return. NULL where the data do not determine a
-- figure.

CREATE TYPE harmony.logrank_group AS (
  "group"  text,
  n        bigint,
  observed float8,
  expected float8
);
COMMENT ON TYPE harmony.logrank_group IS
'A group of a log-rank test.';
COMMENT ON COLUMN harmony.logrank_group."group" IS 'Its value, as text.';
COMMENT ON COLUMN harmony.logrank_group.n IS 'Its rows, with the event or cut off.';
COMMENT ON COLUMN harmony.logrank_group.observed IS 'Its events.';
COMMENT ON COLUMN harmony.logrank_group.expected IS 'What they would be if all groups were alike.';

CREATE TYPE harmony.logrank_result AS (
  k      integer,
  n      bigint,
  chi2   float8,
  df     integer,
  p      float8,
  groups harmony.logrank_group[]
);
COMMENT ON TYPE harmony.logrank_result IS
'Times to an event in several groups.';
COMMENT ON COLUMN harmony.logrank_result.k IS 'Groups.';
COMMENT ON COLUMN harmony.logrank_result.n IS 'Rows without a NULL.';
COMMENT ON COLUMN harmony.logrank_result.chi2 IS '(O - E)''V^-(O - E) (Mantel 1966); NULL for one group.';
COMMENT ON COLUMN harmony.logrank_result.df IS 'Groups at risk at an event, less one.';
COMMENT ON COLUMN harmony.logrank_result.p IS 'Of chi2, upper tail; NULL for one group.';
COMMENT ON COLUMN harmony.logrank_result.groups IS 'In the order of their names.';

CREATE TYPE harmony.icc_form AS (
  form  text,
  value float8,
  f     float8,
  df1   float8,
  df2   float8,
  p     float8,
  low   float8,
  high  float8
);
COMMENT ON TYPE harmony.icc_form IS
'An intraclass correlation.';
COMMENT ON COLUMN harmony.icc_form.form IS 'ICC(1), ICC(A,1), ICC(C,1), or of the mean of k raters ICC(k), ICC(A,k), ICC(C,k).';
COMMENT ON COLUMN harmony.icc_form.value IS 'The correlation, at most 1; may fall below 0.';
COMMENT ON COLUMN harmony.icc_form.f IS
'ms_targets over the mean square within targets, of A and C forms over ms_error.';
COMMENT ON COLUMN harmony.icc_form.df1 IS 'n - 1.';
COMMENT ON COLUMN harmony.icc_form.df2 IS 'n(k - 1) of ICC(1) and ICC(k), else (n - 1)(k - 1).';
COMMENT ON COLUMN harmony.icc_form.p IS 'Of f, upper tail.';
COMMENT ON COLUMN harmony.icc_form.low IS 'Lower end of the 95 % interval.';
COMMENT ON COLUMN harmony.icc_form.high IS 'Upper end of the 95 % interval.';

CREATE TYPE harmony.icc_result AS (
  n          bigint,
  k          integer,
  n_skipped  bigint,
  ms_targets float8,
  ms_raters  float8,
  ms_error   float8,
  forms      harmony.icc_form[]
);
COMMENT ON TYPE harmony.icc_result IS
'Agreement of k raters of n targets on numbers.';
COMMENT ON COLUMN harmony.icc_result.n IS 'Targets: rows without a NULL.';
COMMENT ON COLUMN harmony.icc_result.k IS 'Raters: ratings a row.';
COMMENT ON COLUMN harmony.icc_result.n_skipped IS 'Rows with a NULL.';
COMMENT ON COLUMN harmony.icc_result.ms_targets IS 'Mean square between targets, n - 1 degrees of freedom.';
COMMENT ON COLUMN harmony.icc_result.ms_raters IS 'Mean square between raters, k - 1 degrees of freedom.';
COMMENT ON COLUMN harmony.icc_result.ms_error IS
'Mean square of what targets and raters leave, (n - 1)(k - 1) degrees of freedom.';
COMMENT ON COLUMN harmony.icc_result.forms IS 'The six forms, those of one rating before those of the mean of k.';

CREATE TYPE harmony.kappa_result AS (
  n              bigint,
  raters         integer,
  categories     integer,
  agreement      float8,
  expected       float8,
  kappa          float8,
  std_error      float8,
  std_error_null float8,
  low            float8,
  high           float8,
  z              float8,
  p              float8
);
COMMENT ON TYPE harmony.kappa_result IS
'Agreement of raters on categories beyond chance.';
COMMENT ON COLUMN harmony.kappa_result.n IS 'What was rated.';
COMMENT ON COLUMN harmony.kappa_result.raters IS 'Ratings of each row; 2 of harmony.kappa and harmony.weighted_kappa.';
COMMENT ON COLUMN harmony.kappa_result.categories IS 'Different ones that were used.';
COMMENT ON COLUMN harmony.kappa_result.agreement IS 'Observed, weighted where weights are.';
COMMENT ON COLUMN harmony.kappa_result.expected IS 'By chance.';
COMMENT ON COLUMN harmony.kappa_result.kappa IS
'(agreement - expected)/(1 - expected), at most 1; NULL for one category.';
COMMENT ON COLUMN harmony.kappa_result.std_error IS 'Of two raters (Fleiss, Cohen and Everitt 1969); else NULL.';
COMMENT ON COLUMN harmony.kappa_result.std_error_null IS 'Where kappa is 0.';
COMMENT ON COLUMN harmony.kappa_result.low IS 'Lower end of the 95 % interval, by std_error; NULL where that is.';
COMMENT ON COLUMN harmony.kappa_result.high IS 'Upper end of the 95 % interval, by std_error; NULL where that is.';
COMMENT ON COLUMN harmony.kappa_result.z IS 'kappa/std_error_null.';
COMMENT ON COLUMN harmony.kappa_result.p IS 'Of z, two-sided.';

CREATE TYPE harmony.krippendorff_result AS (
  units                 bigint,
  "values"              bigint,
  alpha                 float8,
  observed_disagreement float8,
  expected_disagreement float8
);
COMMENT ON TYPE harmony.krippendorff_result IS
'Krippendorff''s alpha.';
COMMENT ON COLUMN harmony.krippendorff_result.units IS 'With two ratings or more.';
COMMENT ON COLUMN harmony.krippendorff_result."values" IS 'Ratings in them.';
COMMENT ON COLUMN harmony.krippendorff_result.alpha IS '1 - observed_disagreement/expected_disagreement.';
COMMENT ON COLUMN harmony.krippendorff_result.observed_disagreement IS
'Mean squared distance of two ratings of one unit, by the metric.';
COMMENT ON COLUMN harmony.krippendorff_result.expected_disagreement IS
'Mean squared distance of any two ratings, by the metric.';

CREATE TYPE harmony.dif_mh_result AS (
  n              bigint,
  strata         integer,
  odds_ratio     float8,
  log_odds_ratio float8,
  std_error      float8,
  low            float8,
  high           float8,
  chi2           float8,
  p              float8,
  delta          float8,
  class          text
);
COMMENT ON TYPE harmony.dif_mh_result IS
'Differential functioning of an item by Mantel and Haenszel.';
COMMENT ON COLUMN harmony.dif_mh_result.n IS 'Answers: rows without a NULL.';
COMMENT ON COLUMN harmony.dif_mh_result.strata IS 'That hold both groups.';
COMMENT ON COLUMN harmony.dif_mh_result.odds_ratio IS 'Of a right answer, reference group over focal group.';
COMMENT ON COLUMN harmony.dif_mh_result.log_odds_ratio IS
'ln odds_ratio; below 0 the item is easier for the focal group.';
COMMENT ON COLUMN harmony.dif_mh_result.std_error IS 'Of log_odds_ratio (Robins, Breslow and Greenland 1986).';
COMMENT ON COLUMN harmony.dif_mh_result.low IS 'Lower end of the 95 % interval of odds_ratio.';
COMMENT ON COLUMN harmony.dif_mh_result.high IS 'Upper end of the 95 % interval of odds_ratio.';
COMMENT ON COLUMN harmony.dif_mh_result.chi2 IS
'Of one degree of freedom, 1/2 taken off |sum(A - E)| where it is 1/2 or more.';
COMMENT ON COLUMN harmony.dif_mh_result.p IS 'Of chi2, upper tail.';
COMMENT ON COLUMN harmony.dif_mh_result.delta IS '-2.35 log_odds_ratio.';
COMMENT ON COLUMN harmony.dif_mh_result.class IS 'A negligible, B moderate, C large.';

CREATE TYPE harmony.dif_logistic_result AS (
  n                bigint,
  uniform_chi2     float8,
  uniform_p        float8,
  nonuniform_chi2  float8,
  nonuniform_p     float8,
  chi2             float8,
  p                float8,
  log_odds_ratio   float8,
  r_squared_change float8,
  class            text
);
COMMENT ON TYPE harmony.dif_logistic_result IS
'Differential functioning of an item by logistic regression.';
COMMENT ON COLUMN harmony.dif_logistic_result.n IS 'Answers: rows without a NULL.';
COMMENT ON COLUMN harmony.dif_logistic_result.uniform_chi2 IS 'What the group adds to the score.';
COMMENT ON COLUMN harmony.dif_logistic_result.uniform_p IS 'Of uniform_chi2, with one degree of freedom.';
COMMENT ON COLUMN harmony.dif_logistic_result.nonuniform_chi2 IS 'What the product of both adds.';
COMMENT ON COLUMN harmony.dif_logistic_result.nonuniform_p IS 'Of nonuniform_chi2, with one degree of freedom.';
COMMENT ON COLUMN harmony.dif_logistic_result.chi2 IS 'Both together.';
COMMENT ON COLUMN harmony.dif_logistic_result.p IS 'Of chi2, with two degrees of freedom.';
COMMENT ON COLUMN harmony.dif_logistic_result.log_odds_ratio IS 'Of the focal group, given the score.';
COMMENT ON COLUMN harmony.dif_logistic_result.r_squared_change IS 'Nagelkerke''s, of both together.';
COMMENT ON COLUMN harmony.dif_logistic_result.class IS 'A negligible, B moderate, C large.';
