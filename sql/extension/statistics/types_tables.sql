-- The mergeable table of keys, and what tests of means, tables and correlations return. NULL where the data do not determine a figure.

CREATE TYPE harmony.table_state;

CREATE FUNCTION harmony_internal.table_state_in(cstring) RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_table_state_in';
COMMENT ON FUNCTION harmony_internal.table_state_in(cstring) IS
'Input function of harmony.table_state; validates everything, the checksum included (22P02 for what is not hexadecimal, 22P03).';

CREATE FUNCTION harmony_internal.table_state_out(harmony.table_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_table_state_out';
COMMENT ON FUNCTION harmony_internal.table_state_out(harmony.table_state) IS
'Output function of harmony.table_state: hexadecimal, exact, equal for equal tables, with a checksum at the end.';

CREATE FUNCTION harmony_internal.table_state_recv(internal) RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_table_state_recv';
COMMENT ON FUNCTION harmony_internal.table_state_recv(internal) IS
'Binary input function of harmony.table_state; validates everything (22P03).';

CREATE FUNCTION harmony_internal.table_state_send(harmony.table_state) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_table_state_send';
COMMENT ON FUNCTION harmony_internal.table_state_send(harmony.table_state) IS
'Binary output function of harmony.table_state.';

CREATE TYPE harmony.table_state (
  INPUT = harmony_internal.table_state_in,
  OUTPUT = harmony_internal.table_state_out,
  RECEIVE = harmony_internal.table_state_recv,
  SEND = harmony_internal.table_state_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony.table_state IS
'Counts, or moments of a value, of each distinct key: the mergeable state of tests over tables.

About 40 bytes and the text of the key a distinct key, 80 with moments; nothing a row.';

CREATE TYPE harmony.anova_term AS (
  term                text,
  df                  integer,
  ss_1                float8,
  f_1                 float8,
  p_1                 float8,
  ss_2                float8,
  f_2                 float8,
  p_2                 float8,
  ss_3                float8,
  f_3                 float8,
  p_3                 float8,
  partial_eta_squared float8
);
COMMENT ON TYPE harmony.anova_term IS
'A term of a two-way analysis of variance: sums of squares of three types, each with F and p.';
COMMENT ON COLUMN harmony.anova_term.term IS 'a, b or a:b.';
COMMENT ON COLUMN harmony.anova_term.ss_1 IS 'Sequential: a, then b, then a:b.';
COMMENT ON COLUMN harmony.anova_term.ss_2 IS 'Marginal: given the other factor.';
COMMENT ON COLUMN harmony.anova_term.ss_3 IS 'Of sum-to-zero contrasts, given all else; NULL where cells are empty.';
COMMENT ON COLUMN harmony.anova_term.partial_eta_squared IS 'ss_3/(ss_3 + ss_within).';

CREATE TYPE harmony.two_way_result AS (
  n           bigint,
  n_skipped   bigint,
  cells       integer,
  empty_cells integer,
  df_within   bigint,
  ss_within   float8,
  ms_within   float8,
  terms       harmony.anova_term[],
  cell_stats  jsonb,
  warnings    text[]
);
COMMENT ON TYPE harmony.two_way_result IS
'Two-way analysis of variance.';
COMMENT ON COLUMN harmony.two_way_result.n_skipped IS 'Rows with a NULL.';
COMMENT ON COLUMN harmony.two_way_result.cells IS 'Combinations of levels with values.';
COMMENT ON COLUMN harmony.two_way_result.empty_cells IS 'Combinations of levels without.';
COMMENT ON COLUMN harmony.two_way_result.terms IS 'a, b and a:b.';
COMMENT ON COLUMN harmony.two_way_result.cell_stats IS 'a, b, n, mean and sd of each cell, in the order of the levels.';

CREATE TYPE harmony.correlation_result AS (
  n         bigint,
  r         float8,
  df        bigint,
  statistic float8,
  p         float8,
  low       float8,
  high      float8,
  exact     boolean
);
COMMENT ON TYPE harmony.correlation_result IS
'A correlation and its test.';
COMMENT ON COLUMN harmony.correlation_result.statistic IS 't with df degrees of freedom.';
COMMENT ON COLUMN harmony.correlation_result.p IS 'Two-sided.';
COMMENT ON COLUMN harmony.correlation_result.low IS 'Lower end of the 95 % interval by Fisher''s z.';
COMMENT ON COLUMN harmony.correlation_result.high IS 'Upper end of it.';
COMMENT ON COLUMN harmony.correlation_result.exact IS 'Of rank correlations: whether p counts all orders; else NULL.';

CREATE TYPE harmony.correlation_pair AS (
  i         integer,
  j         integer,
  n         bigint,
  r         float8,
  p         float8,
  partial   float8,
  partial_p float8
);
COMMENT ON TYPE harmony.correlation_pair IS
'The correlation of two columns of a state, plain and with all other columns held constant.';
COMMENT ON COLUMN harmony.correlation_pair.i IS 'Column: 1 is y, 2 is x1, and so on.';
COMMENT ON COLUMN harmony.correlation_pair.partial IS 'NULL where columns depend on each other or rows are too few.';

CREATE TYPE harmony.chi_square_result AS (
  n                   bigint,
  rows                integer,
  cols                integer,
  chi2                float8,
  df                  integer,
  p                   float8,
  g                   float8,
  g_p                 float8,
  cramers_v           float8,
  cramers_v_corrected float8,
  contingency         float8,
  min_expected        float8,
  cells_below_5       integer,
  counts              jsonb
);
COMMENT ON TYPE harmony.chi_square_result IS
'Independence of two classifications.';
COMMENT ON COLUMN harmony.chi_square_result.chi2 IS 'Pearson''s, without continuity correction.';
COMMENT ON COLUMN harmony.chi_square_result.g IS 'Likelihood ratio: 2 sum(O ln(O/E)).';
COMMENT ON COLUMN harmony.chi_square_result.cramers_v_corrected IS 'Without its bias (Bergsma 2013).';
COMMENT ON COLUMN harmony.chi_square_result.contingency IS 'sqrt(chi2/(n + chi2)).';
COMMENT ON COLUMN harmony.chi_square_result.min_expected IS 'The smallest expected count.';
COMMENT ON COLUMN harmony.chi_square_result.cells_below_5 IS 'Cells whose expected count is below 5.';
COMMENT ON COLUMN harmony.chi_square_result.counts IS
'{"rows": names, "cols": names, "counts": [[...], ...]}; without names where counts were given.';

CREATE TYPE harmony.paired_t_result AS (
  n               bigint,
  mean_difference float8,
  sd              float8,
  t               float8,
  df              bigint,
  p_two_sided     float8,
  p_less          float8,
  p_greater       float8,
  low             float8,
  high            float8,
  d_z             float8,
  correlation     float8
);
COMMENT ON TYPE harmony.paired_t_result IS
'Students t test of paired values.';
COMMENT ON COLUMN harmony.paired_t_result.sd IS 'Of the differences.';
COMMENT ON COLUMN harmony.paired_t_result.p_less IS 'Small where the first mean is the smaller.';
COMMENT ON COLUMN harmony.paired_t_result.low IS 'Lower end of the 95 % interval of the mean difference.';
COMMENT ON COLUMN harmony.paired_t_result.d_z IS 'mean_difference/sd.';
COMMENT ON COLUMN harmony.paired_t_result.correlation IS 'Of the pairs.';

CREATE TYPE harmony.tost_result AS (
  n1         bigint,
  n2         bigint,
  difference float8,
  std_error  float8,
  df         float8,
  t_low      float8,
  p_low      float8,
  t_high     float8,
  p_high     float8,
  p          float8,
  equivalent boolean,
  low        float8,
  high       float8
);
COMMENT ON TYPE harmony.tost_result IS
'Two one-sided tests: whether a difference lies between two bounds.';
COMMENT ON COLUMN harmony.tost_result.p_low IS 'Small where the difference is above the lower bound.';
COMMENT ON COLUMN harmony.tost_result.p_high IS 'Small where it is below the upper bound.';
COMMENT ON COLUMN harmony.tost_result.p IS 'The larger of both.';
COMMENT ON COLUMN harmony.tost_result.equivalent IS 'p < 0.05.';
COMMENT ON COLUMN harmony.tost_result.low IS 'Lower end of the 90 % interval of the difference.';

CREATE TYPE harmony.two_proportions_result AS (
  p1              float8,
  p2              float8,
  difference      float8,
  low             float8,
  high            float8,
  z               float8,
  p               float8,
  cohens_h        float8,
  risk_ratio      float8,
  risk_ratio_low  float8,
  risk_ratio_high float8,
  odds_ratio      float8,
  odds_ratio_low  float8,
  odds_ratio_high float8
);
COMMENT ON TYPE harmony.two_proportions_result IS
'Two shares compared.';
COMMENT ON COLUMN harmony.two_proportions_result.difference IS 'p1 - p2.';
COMMENT ON COLUMN harmony.two_proportions_result.low IS 'Lower end of its interval (Newcombe 1998, method 10).';
COMMENT ON COLUMN harmony.two_proportions_result.z IS 'By the pooled share.';
COMMENT ON COLUMN harmony.two_proportions_result.cohens_h IS '2 asin(sqrt(p1)) - 2 asin(sqrt(p2)).';
COMMENT ON COLUMN harmony.two_proportions_result.risk_ratio IS 'p1/p2; its interval by Katz.';
COMMENT ON COLUMN harmony.two_proportions_result.odds_ratio IS 'Its interval by Woolf.';

CREATE TYPE harmony.logrank_group AS (
  "group"  text,
  n        bigint,
  observed float8,
  expected float8
);
COMMENT ON TYPE harmony.logrank_group IS
'A group of a log-rank test.';
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
COMMENT ON COLUMN harmony.logrank_result.df IS 'Groups at risk at an event, less one.';
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
COMMENT ON COLUMN harmony.icc_form.low IS 'Lower end of the 95 % interval.';

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
COMMENT ON COLUMN harmony.icc_result.n_skipped IS 'Rows with a NULL.';

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
COMMENT ON COLUMN harmony.kappa_result.agreement IS 'Observed, weighted where weights are.';
COMMENT ON COLUMN harmony.kappa_result.expected IS 'By chance.';
COMMENT ON COLUMN harmony.kappa_result.std_error IS 'Of two raters (Fleiss, Cohen and Everitt 1969); else NULL.';
COMMENT ON COLUMN harmony.kappa_result.std_error_null IS 'Where kappa is 0.';
COMMENT ON COLUMN harmony.kappa_result.z IS 'kappa/std_error_null.';

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
COMMENT ON COLUMN harmony.dif_mh_result.strata IS 'That hold both groups.';
COMMENT ON COLUMN harmony.dif_mh_result.odds_ratio IS 'Of a right answer, reference group over focal group.';
COMMENT ON COLUMN harmony.dif_mh_result.std_error IS 'Of its logarithm (Robins, Breslow and Greenland 1986).';
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
COMMENT ON COLUMN harmony.dif_logistic_result.uniform_chi2 IS 'What the group adds to the score.';
COMMENT ON COLUMN harmony.dif_logistic_result.nonuniform_chi2 IS 'What the product of both adds.';
COMMENT ON COLUMN harmony.dif_logistic_result.chi2 IS 'Both together.';
COMMENT ON COLUMN harmony.dif_logistic_result.log_odds_ratio IS 'Of the focal group, given the score.';
COMMENT ON COLUMN harmony.dif_logistic_result.r_squared_change IS 'Nagelkerkes, of both together.';
COMMENT ON COLUMN harmony.dif_logistic_result.class IS 'A negligible, B moderate, C large.';
