-- Linear models on one mergeable state, and the reliability of scales. Overloads by number of predictors are
-- appended by tools/linear_overloads.sh. SSPACE is the size of a state of 10 predictors before it gets its block.
CREATE TYPE harmony.linear_state;

CREATE FUNCTION harmony_internal.linear_state_in(cstring) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_in';
COMMENT ON FUNCTION harmony_internal.linear_state_in(cstring) IS 'Input function of harmony.linear_state; validates everything, the checksum included (22P02 for what is not hexadecimal, 22P03).';

CREATE FUNCTION harmony_internal.linear_state_out(harmony.linear_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_out';
COMMENT ON FUNCTION harmony_internal.linear_state_out(harmony.linear_state) IS 'Output function of harmony.linear_state: hexadecimal, exact, little-endian on every machine, with a checksum at the end.';

CREATE FUNCTION harmony_internal.linear_state_recv(internal) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_recv';
COMMENT ON FUNCTION harmony_internal.linear_state_recv(internal) IS 'Binary input function of harmony.linear_state; validates everything (22P03).';

CREATE FUNCTION harmony_internal.linear_state_send(harmony.linear_state) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_linear_state_send';
COMMENT ON FUNCTION harmony_internal.linear_state_send(harmony.linear_state) IS 'Binary output function of harmony.linear_state.';

CREATE TYPE harmony.linear_state (
  INPUT = harmony_internal.linear_state_in,
  OUTPUT = harmony_internal.linear_state_out,
  RECEIVE = harmony_internal.linear_state_recv,
  SEND = harmony_internal.linear_state_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony.linear_state IS
'Cross products of [1 X y] in double-double: the sufficient statistic of every linear model. Keep it in a table, merge it with harmony.merge, finish it with harmony.ols and its sisters.';

CREATE TYPE harmony.linear_model AS (
  n                         bigint,
  n_skipped                 bigint,
  rank                      integer,
  df                        float8,
  coefficients              float8[],
  std_errors                float8[],
  t_statistics              float8[],
  p_values                  float8[],
  ci_low                    float8[],
  ci_high                   float8[],
  r_squared                 float8,
  adj_r_squared             float8,
  residual_std_error        float8,
  f_statistic               float8,
  f_p_value                 float8,
  condition_number          float8,
  vif                       float8[],
  log_likelihood            float8,
  aic                       float8,
  bic                       float8,
  covariance                float8[],
  cross_validated_r_squared float8,
  warnings                  text[]
);
COMMENT ON TYPE harmony.linear_model IS 'A fitted linear model; coefficients with the intercept first. NULL where the data do not determine a figure; warnings say why.';

CREATE TYPE harmony.reliability_result AS (
  n                  bigint,
  k                  integer,
  alpha              float8,
  alpha_low          float8,
  alpha_high         float8,
  standardized_alpha float8,
  omega_total        float8,
  item_total_r       float8[],
  alpha_if_deleted   float8[],
  item_mean          float8[],
  item_sd            float8[]
);
COMMENT ON TYPE harmony.reliability_result IS 'Reliability of a scale over the complete rows: alpha with its 95 % interval (Feldt), standardized alpha, omega total of one factor, and the items'' statistics.';

-- Cross-validation, and one-step ridge regression: states in folds.
CREATE TYPE harmony.cross_validation_state;

CREATE FUNCTION harmony_internal.cross_validation_state_in(cstring) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_in';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_in(cstring) IS 'Input function of harmony.cross_validation_state; validates everything (22P02, 22P03).';

CREATE FUNCTION harmony_internal.cross_validation_state_out(harmony.cross_validation_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_out';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_out(harmony.cross_validation_state) IS 'Output function of harmony.cross_validation_state: hexadecimal, exact.';

CREATE FUNCTION harmony_internal.cross_validation_state_recv(internal) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_recv';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_recv(internal) IS 'Binary input function of harmony.cross_validation_state; validates everything (22P03).';

CREATE FUNCTION harmony_internal.cross_validation_state_send(harmony.cross_validation_state) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_cross_validation_state_send';
COMMENT ON FUNCTION harmony_internal.cross_validation_state_send(harmony.cross_validation_state) IS 'Binary output function of harmony.cross_validation_state.';

CREATE TYPE harmony.cross_validation_state (
  INPUT = harmony_internal.cross_validation_state_in,
  OUTPUT = harmony_internal.cross_validation_state_out,
  RECEIVE = harmony_internal.cross_validation_state_recv,
  SEND = harmony_internal.cross_validation_state_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony.cross_validation_state IS
'A linear state a fold: what cross-validation needs, mergeable as harmony.linear_state is. Rows are put into folds by a hash of a key (harmony.fold_of).';

-- Norms and where a score stands.
CREATE TYPE harmony.norms_result AS (
  n         bigint,
  mean      float8,
  sd        float8,
  quantiles float8[]
);
COMMENT ON TYPE harmony.norms_result IS 'Distribution of a score in a population: sd with divisor n - 1 (NULL for n = 1), quantiles the percentiles 1 to 99.';

CREATE TYPE harmony.score_interval AS (low float8, high float8);
COMMENT ON TYPE harmony.score_interval IS 'Ends of an interval, in the unit of the score.';

-- Comparing groups and samples, tables, many tests, drift. The arithmetic is src/core/statistics.
--
-- Rows with a NULL are passed over; NaN and infinity are errors 22023. Where no row is left, an aggregate gives NULL.

-- Many groups: their means.
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
COMMENT ON TYPE harmony.anova_result IS 'One-way analysis of variance. NULL where the data do not determine a figure. group_stats: [{"group", "n", "mean", "sd"}, ...] in the order of the names (bytes; whole numbers by value).';

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
COMMENT ON TYPE harmony.pair_comparison IS 'Two groups compared: difference of the means a - b, p-value and 95 % interval adjusted for all pairs.';

-- Many groups: their ranks.
CREATE TYPE harmony.kruskal_result AS (
  k               bigint,
  n               bigint,
  h               float8,
  df              float8,
  p               float8,
  epsilon_squared float8
);
COMMENT ON TYPE harmony.kruskal_result IS 'Kruskal-Wallis test: H corrected for ties, its p-value by chi-squared, epsilon^2 = H/(n - 1).';

-- Two samples: their means. The second argument tells whether a row is of the first sample.
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
COMMENT ON TYPE harmony.t_test_result IS 'Welchs t test; difference = mean1 - mean2, low and high its interval. p_less is small where the first mean is the smaller.';

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
COMMENT ON TYPE harmony.effect_size IS 'Standardised difference of two means, with the 95 % interval of the effect in the population.';

-- Two samples: their values.
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
COMMENT ON TYPE harmony.mann_whitney_result IS 'Mann-Whitney test: u1 pairs in which the first sample has the larger value (ties half), rank_biserial = (u1 - u2)/(n1 n2); method exact or normal, z for the latter.';

CREATE TYPE harmony.ks_result AS (
  n1     bigint,
  n2     bigint,
  d      float8,
  at     float8,
  p      float8,
  method text
);
COMMENT ON TYPE harmony.ks_result IS 'Kolmogorov-Smirnov test: d the largest distance of the distribution functions, at the value where it is first reached; method exact or asymptotic.';

-- Tables, many tests, drift of shares.
CREATE TYPE harmony.fisher_result AS (
  p_two_sided            float8,
  p_less                 float8,
  p_greater              float8,
  odds_ratio             float8,
  conditional_odds_ratio float8,
  low                    float8,
  high                   float8
);
COMMENT ON TYPE harmony.fisher_result IS 'Fishers exact test: odds_ratio = a d/(b c); conditional_odds_ratio its maximum likelihood estimate given the margins, low and high its exact 95 % interval.';
