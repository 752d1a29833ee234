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
COMMENT ON COLUMN harmony.anova_term.df IS 'Degrees of freedom of the numerator of F.';
COMMENT ON COLUMN harmony.anova_term.ss_1 IS 'Sequential: a, then b, then a:b.';
COMMENT ON COLUMN harmony.anova_term.f_1 IS '(ss_1/df)/ms_within; NULL for one value a cell.';
COMMENT ON COLUMN harmony.anova_term.p_1 IS 'Of f_1, upper tail.';
COMMENT ON COLUMN harmony.anova_term.ss_2 IS 'Marginal: given the other factor.';
COMMENT ON COLUMN harmony.anova_term.f_2 IS
'(ss_2/df)/ms_within; df of a is smaller where empty cells disconnect the levels.';
COMMENT ON COLUMN harmony.anova_term.p_2 IS 'Of f_2, upper tail.';
COMMENT ON COLUMN harmony.anova_term.ss_3 IS 'Of sum-to-zero contrasts, given all else; NULL where cells are empty.';
COMMENT ON COLUMN harmony.anova_term.f_3 IS '(ss_3/df)/ms_within; NULL where ss_3 is.';
COMMENT ON COLUMN harmony.anova_term.p_3 IS 'Of f_3, upper tail.';
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
COMMENT ON COLUMN harmony.two_way_result.n IS 'Rows used.';
COMMENT ON COLUMN harmony.two_way_result.n_skipped IS 'Rows with a NULL.';
COMMENT ON COLUMN harmony.two_way_result.cells IS 'Combinations of levels with values.';
COMMENT ON COLUMN harmony.two_way_result.empty_cells IS 'Combinations of levels without.';
COMMENT ON COLUMN harmony.two_way_result.df_within IS 'n - cells.';
COMMENT ON COLUMN harmony.two_way_result.ss_within IS 'Sum of squares within the cells.';
COMMENT ON COLUMN harmony.two_way_result.ms_within IS 'ss_within/df_within; NULL for one value a cell.';
COMMENT ON COLUMN harmony.two_way_result.terms IS 'a, b and a:b.';
COMMENT ON COLUMN harmony.two_way_result.cell_stats IS 'a, b, n, mean and sd of each cell, in the order of the levels.';
COMMENT ON COLUMN harmony.two_way_result.warnings IS 'What to mind, in words, such as empty cells.';

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
COMMENT ON COLUMN harmony.correlation_result.n IS 'Rows without a NULL.';
COMMENT ON COLUMN harmony.correlation_result.r IS
'-1 to 1; NULL where a column is constant, or determined by those held constant.';
COMMENT ON COLUMN harmony.correlation_result.df IS
'n - 2, less the columns held constant that do not depend on each other; at least 0.';
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
COMMENT ON COLUMN harmony.correlation_pair.j IS 'The other column, after i.';
COMMENT ON COLUMN harmony.correlation_pair.n IS 'Rows of the state.';
COMMENT ON COLUMN harmony.correlation_pair.r IS 'Plain correlation, -1 to 1; NULL where a column is constant.';
COMMENT ON COLUMN harmony.correlation_pair.p IS 'Of r, two-sided.';
COMMENT ON COLUMN harmony.correlation_pair.partial IS 'NULL where columns depend on each other or rows are too few.';
COMMENT ON COLUMN harmony.correlation_pair.partial_p IS 'Of partial, two-sided.';

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
COMMENT ON COLUMN harmony.chi_square_result.n IS 'Sum of the counts.';
COMMENT ON COLUMN harmony.chi_square_result.rows IS 'Rows with a count above 0.';
COMMENT ON COLUMN harmony.chi_square_result.cols IS 'Columns with a count above 0.';
COMMENT ON COLUMN harmony.chi_square_result.chi2 IS 'Pearson''s, without continuity correction.';
COMMENT ON COLUMN harmony.chi_square_result.df IS '(rows - 1)(cols - 1).';
COMMENT ON COLUMN harmony.chi_square_result.p IS 'Of chi2, upper tail.';
COMMENT ON COLUMN harmony.chi_square_result.g IS 'Likelihood ratio: 2 sum(O ln(O/E)).';
COMMENT ON COLUMN harmony.chi_square_result.g_p IS 'Of g, upper tail, by chi-squared with df.';
COMMENT ON COLUMN harmony.chi_square_result.cramers_v IS 'sqrt(chi2/(n min(rows - 1, cols - 1))), 0 to 1.';
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
'Student''s t test of paired values.';
COMMENT ON COLUMN harmony.paired_t_result.n IS 'Pairs without a NULL.';
COMMENT ON COLUMN harmony.paired_t_result.mean_difference IS 'Mean of x - y.';
COMMENT ON COLUMN harmony.paired_t_result.sd IS 'Of the differences.';
COMMENT ON COLUMN harmony.paired_t_result.t IS 'mean_difference/(sd/sqrt(n)); NULL where the differences do not vary.';
COMMENT ON COLUMN harmony.paired_t_result.df IS 'n - 1.';
COMMENT ON COLUMN harmony.paired_t_result.p_two_sided IS 'P(a |t| as large or larger) if the mean difference is 0.';
COMMENT ON COLUMN harmony.paired_t_result.p_less IS 'Small where the first mean is the smaller.';
COMMENT ON COLUMN harmony.paired_t_result.p_greater IS 'Small where the first mean is the larger.';
COMMENT ON COLUMN harmony.paired_t_result.low IS 'Lower end of the 95 % interval of the mean difference.';
COMMENT ON COLUMN harmony.paired_t_result.high IS 'Upper end of the 95 % interval of the mean difference.';
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
COMMENT ON COLUMN harmony.tost_result.n1 IS 'Values of the first sample; of pairs their number.';
COMMENT ON COLUMN harmony.tost_result.n2 IS 'Values of the second sample; of pairs their number.';
COMMENT ON COLUMN harmony.tost_result.difference IS
'Mean of the first sample less mean of the second, in the unit of the values.';
COMMENT ON COLUMN harmony.tost_result.std_error IS 'Of the difference.';
COMMENT ON COLUMN harmony.tost_result.df IS 'Degrees of freedom of both t: Welch-Satterthwaite, of pairs n1 - 1.';
COMMENT ON COLUMN harmony.tost_result.t_low IS '(difference - lower bound)/std_error.';
COMMENT ON COLUMN harmony.tost_result.p_low IS 'Small where the difference is above the lower bound.';
COMMENT ON COLUMN harmony.tost_result.t_high IS '(difference - upper bound)/std_error.';
COMMENT ON COLUMN harmony.tost_result.p_high IS 'Small where the difference is below the upper bound.';
COMMENT ON COLUMN harmony.tost_result.p IS 'The larger of p_low and p_high.';
COMMENT ON COLUMN harmony.tost_result.equivalent IS 'p < 0.05.';
COMMENT ON COLUMN harmony.tost_result.low IS 'Lower end of the 90 % interval of the difference.';
COMMENT ON COLUMN harmony.tost_result.high IS 'Upper end of the 90 % interval of the difference.';

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
COMMENT ON COLUMN harmony.two_proportions_result.p1 IS
'Share of successes in the first sample, 0 to 1; NULL where it is empty.';
COMMENT ON COLUMN harmony.two_proportions_result.p2 IS
'Share of successes in the second sample, 0 to 1; NULL where it is empty.';
COMMENT ON COLUMN harmony.two_proportions_result.difference IS 'p1 - p2.';
COMMENT ON COLUMN harmony.two_proportions_result.low IS 'Lower end of its interval (Newcombe 1998, method 10).';
COMMENT ON COLUMN harmony.two_proportions_result.high IS 'Upper end of the interval of the difference.';
COMMENT ON COLUMN harmony.two_proportions_result.z IS 'By the pooled share.';
COMMENT ON COLUMN harmony.two_proportions_result.p IS 'Of z, two-sided.';
COMMENT ON COLUMN harmony.two_proportions_result.cohens_h IS '2 asin(sqrt(p1)) - 2 asin(sqrt(p2)).';
COMMENT ON COLUMN harmony.two_proportions_result.risk_ratio IS 'p1/p2; its interval by Katz.';
COMMENT ON COLUMN harmony.two_proportions_result.risk_ratio_low IS
'Lower end of the interval of risk_ratio; NULL where a share is 0.';
COMMENT ON COLUMN harmony.two_proportions_result.risk_ratio_high IS
'Upper end of the interval of risk_ratio; NULL where a share is 0.';
COMMENT ON COLUMN harmony.two_proportions_result.odds_ratio IS 'Its interval by Woolf.';
COMMENT ON COLUMN harmony.two_proportions_result.odds_ratio_low IS
'Lower end of the interval of odds_ratio; NULL where a share is 0 or 1.';
COMMENT ON COLUMN harmony.two_proportions_result.odds_ratio_high IS
'Upper end of the interval of odds_ratio; NULL where a share is 0 or 1.';
