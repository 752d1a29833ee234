-- Statistics: what tests of groups, samples and tables return. A figure that the data do not determine is NULL.
-- Formulas: docs/reference/hypothesis_tests.md.

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
COMMENT ON COLUMN harmony.anova_result.ss_between IS 'Sum of squares between the groups.';
COMMENT ON COLUMN harmony.anova_result.ss_within IS 'Sum of squares within the groups.';
COMMENT ON COLUMN harmony.anova_result.df_between IS 'k - 1.';
COMMENT ON COLUMN harmony.anova_result.df_within IS 'n - k.';
COMMENT ON COLUMN harmony.anova_result.ms_between IS 'ss_between/df_between.';
COMMENT ON COLUMN harmony.anova_result.ms_within IS 'ss_within/df_within.';
COMMENT ON COLUMN harmony.anova_result.f IS 'ms_between/ms_within.';
COMMENT ON COLUMN harmony.anova_result.p IS 'Of f, upper tail.';
COMMENT ON COLUMN harmony.anova_result.eta_squared IS 'ss_between/ss_total.';
COMMENT ON COLUMN harmony.anova_result.omega_squared IS 'Hays (1963).';
COMMENT ON COLUMN harmony.anova_result.icc1 IS 'ICC(1): reliability of one value as a measure of its group (Bliese 2000).';
COMMENT ON COLUMN harmony.anova_result.icc2 IS 'ICC(2): reliability of the group means (Bliese 2000).';
COMMENT ON COLUMN harmony.anova_result.welch_f IS 'Welch (1951): without equal variances.';
COMMENT ON COLUMN harmony.anova_result.welch_df1 IS 'k - 1.';
COMMENT ON COLUMN harmony.anova_result.welch_df2 IS 'Welch''s second degrees of freedom.';
COMMENT ON COLUMN harmony.anova_result.welch_p IS 'Of welch_f, upper tail.';
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
COMMENT ON COLUMN harmony.pair_comparison.group_a IS 'Name of the first group.';
COMMENT ON COLUMN harmony.pair_comparison.group_b IS 'Name of the second group.';
COMMENT ON COLUMN harmony.pair_comparison.difference IS 'Mean of group_a less mean of group_b.';
COMMENT ON COLUMN harmony.pair_comparison.std_error IS 'Of the difference.';
COMMENT ON COLUMN harmony.pair_comparison.t IS 'difference/std_error.';
COMMENT ON COLUMN harmony.pair_comparison.df IS 'Degrees of freedom of t.';
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
COMMENT ON COLUMN harmony.kruskal_result.df IS 'k - 1.';
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
COMMENT ON COLUMN harmony.t_test_result.n1 IS 'Values of the first sample.';
COMMENT ON COLUMN harmony.t_test_result.mean1 IS 'Mean of the first sample.';
COMMENT ON COLUMN harmony.t_test_result.sd1 IS 'Standard deviation of the first sample (n - 1).';
COMMENT ON COLUMN harmony.t_test_result.n2 IS 'Values of the second sample.';
COMMENT ON COLUMN harmony.t_test_result.mean2 IS 'Mean of the second sample.';
COMMENT ON COLUMN harmony.t_test_result.sd2 IS 'Standard deviation of the second sample (n - 1).';
COMMENT ON COLUMN harmony.t_test_result.difference IS 'mean1 - mean2.';
COMMENT ON COLUMN harmony.t_test_result.std_error IS 'Of the difference.';
COMMENT ON COLUMN harmony.t_test_result.t IS 'difference/std_error.';
COMMENT ON COLUMN harmony.t_test_result.df IS 'Welch-Satterthwaite degrees of freedom.';
COMMENT ON COLUMN harmony.t_test_result.p_two_sided IS 'P(a |t| as large or larger) if both means are equal.';
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
COMMENT ON COLUMN harmony.effect_size.n1 IS 'Values of the first sample.';
COMMENT ON COLUMN harmony.effect_size.mean1 IS 'Mean of the first sample.';
COMMENT ON COLUMN harmony.effect_size.sd1 IS 'Standard deviation of the first sample (n - 1).';
COMMENT ON COLUMN harmony.effect_size.n2 IS 'Values of the second sample.';
COMMENT ON COLUMN harmony.effect_size.mean2 IS 'Mean of the second sample.';
COMMENT ON COLUMN harmony.effect_size.sd2 IS 'Standard deviation of the second sample (n - 1).';
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
COMMENT ON COLUMN harmony.mann_whitney_result.n1 IS 'Values of the first sample.';
COMMENT ON COLUMN harmony.mann_whitney_result.n2 IS 'Values of the second sample.';
COMMENT ON COLUMN harmony.mann_whitney_result.u1 IS 'Pairs in which the first sample has the larger value, ties half.';
COMMENT ON COLUMN harmony.mann_whitney_result.u2 IS 'n1 n2 - u1.';
COMMENT ON COLUMN harmony.mann_whitney_result.z IS 'Of the normal approximation; NULL where the test is exact.';
COMMENT ON COLUMN harmony.mann_whitney_result.p_two_sided IS 'P(a u1 as far off its middle) if both are of one distribution.';
COMMENT ON COLUMN harmony.mann_whitney_result.p_less IS 'Small where the first sample has the smaller values.';
COMMENT ON COLUMN harmony.mann_whitney_result.p_greater IS 'Small where the first sample has the larger values.';
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
COMMENT ON COLUMN harmony.ks_result.n1 IS 'Values of the first sample.';
COMMENT ON COLUMN harmony.ks_result.n2 IS 'Values of the second sample.';
COMMENT ON COLUMN harmony.ks_result.d IS 'Largest distance of the distribution functions.';
COMMENT ON COLUMN harmony.ks_result.at IS 'The value where d is first reached.';
COMMENT ON COLUMN harmony.ks_result.p IS 'P(a distance as large or larger) if both are of one distribution.';
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
COMMENT ON COLUMN harmony.fisher_result.p_greater IS 'Small where the odds ratio is above 1.';
COMMENT ON COLUMN harmony.fisher_result.odds_ratio IS 'a d/(b c).';
COMMENT ON COLUMN harmony.fisher_result.conditional_odds_ratio IS 'Maximum likelihood estimate given the margins.';
COMMENT ON COLUMN harmony.fisher_result.low IS 'Lower end of the exact 95 % interval of conditional_odds_ratio.';
COMMENT ON COLUMN harmony.fisher_result.high IS 'Upper end of the exact 95 % interval of conditional_odds_ratio.';
