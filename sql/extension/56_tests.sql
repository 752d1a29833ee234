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

CREATE FUNCTION harmony.grouped_moments_transition(internal, value float8, grp text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_text';
COMMENT ON FUNCTION harmony.grouped_moments_transition(internal, float8, text) IS 'Adds a row to the moments of its group.';
CREATE FUNCTION harmony.grouped_moments_transition(internal, value float8, grp anyelement) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_any';
COMMENT ON FUNCTION harmony.grouped_moments_transition(internal, float8, anyelement) IS 'Adds a row to the moments of its group.';
CREATE FUNCTION harmony.grouped_moments_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_combine';
COMMENT ON FUNCTION harmony.grouped_moments_combine(internal, internal) IS 'Joins two parts of the rows.';
CREATE FUNCTION harmony.grouped_moments_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_serialize';
COMMENT ON FUNCTION harmony.grouped_moments_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';
CREATE FUNCTION harmony.grouped_moments_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_deserialize';
COMMENT ON FUNCTION harmony.grouped_moments_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';
CREATE FUNCTION harmony.anova_final(internal) RETURNS harmony.anova_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_anova_final';
COMMENT ON FUNCTION harmony.anova_final(internal) IS 'Final function of the aggregate harmony.anova.';
CREATE FUNCTION harmony.games_howell_final(internal) RETURNS harmony.pair_comparison[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_games_howell_final';
COMMENT ON FUNCTION harmony.games_howell_final(internal) IS 'Final function of the aggregate harmony.games_howell.';
CREATE FUNCTION harmony.tukey_hsd_final(internal) RETURNS harmony.pair_comparison[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_tukey_hsd_final';
COMMENT ON FUNCTION harmony.tukey_hsd_final(internal) IS 'Final function of the aggregate harmony.tukey_hsd.';
CREATE AGGREGATE harmony.anova(value float8, grp text) (
  SFUNC = harmony.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony.anova_final,
  COMBINEFUNC = harmony.grouped_moments_combine, SERIALFUNC = harmony.grouped_moments_serialize, DESERIALFUNC = harmony.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova(float8, text) IS
'One-way analysis of variance: sums of squares between and within the groups, F, Welch''s F (1951) without equal variances, eta^2 and omega^2 (Hays 1963), ICC(1) and ICC(2) (Bliese 2000; mean group size), each group''s n, mean and sd.

Sums in double-double: the digits of the data, in any order of rows and with any number of workers. Memory: about 150 bytes a group and its name. NULL: F for one group or no spare value; everything relative where all values are equal; Welch''s where a group has one value or no variance. F is Infinity, p 0, where groups differ and nothing varies within them. Error 22003 where squares overflow (values more than 1e153 apart).';
CREATE AGGREGATE harmony.games_howell(value float8, grp text) (
  SFUNC = harmony.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony.games_howell_final,
  COMBINEFUNC = harmony.grouped_moments_combine, SERIALFUNC = harmony.grouped_moments_serialize, DESERIALFUNC = harmony.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.games_howell(float8, text) IS
'All pairs of groups without equal variances (Games and Howell 1976): p = P(Q >= sqrt(2) |t|) of the studentized range, df of each pair by Welch and Satterthwaite. Unnest it: SELECT * FROM unnest((SELECT harmony.games_howell(value, grp) FROM ...)).

Pairs in the order of the names; NULL figures where a group has one value or neither varies (it does not count among the groups then). Error 54000 beyond 1000 groups. About 2 ms a pair.';
CREATE AGGREGATE harmony.tukey_hsd(value float8, grp text) (
  SFUNC = harmony.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony.tukey_hsd_final,
  COMBINEFUNC = harmony.grouped_moments_combine, SERIALFUNC = harmony.grouped_moments_serialize, DESERIALFUNC = harmony.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tukey_hsd(float8, text) IS
'All pairs of groups with equal variances: Tukey''s honestly significant difference (Kramer 1956), as R''s TukeyHSD. Unnest it as harmony.games_howell.

NULL figures without a spare value or without variance. Error 54000 beyond 1000 groups.';
CREATE AGGREGATE harmony.anova(value float8, grp anyelement) (
  SFUNC = harmony.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony.anova_final,
  COMBINEFUNC = harmony.grouped_moments_combine, SERIALFUNC = harmony.grouped_moments_serialize, DESERIALFUNC = harmony.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova(float8, anyelement) IS
'As with a text group; whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by what they look like as text.';
CREATE AGGREGATE harmony.games_howell(value float8, grp anyelement) (
  SFUNC = harmony.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony.games_howell_final,
  COMBINEFUNC = harmony.grouped_moments_combine, SERIALFUNC = harmony.grouped_moments_serialize, DESERIALFUNC = harmony.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.games_howell(float8, anyelement) IS
'As with a text group; whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by what they look like as text.';
CREATE AGGREGATE harmony.tukey_hsd(value float8, grp anyelement) (
  SFUNC = harmony.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony.tukey_hsd_final,
  COMBINEFUNC = harmony.grouped_moments_combine, SERIALFUNC = harmony.grouped_moments_serialize, DESERIALFUNC = harmony.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tukey_hsd(float8, anyelement) IS
'As with a text group; whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by what they look like as text.';

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
CREATE FUNCTION harmony.grouped_samples_transition(internal, value float8, grp text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_text';
COMMENT ON FUNCTION harmony.grouped_samples_transition(internal, float8, text) IS 'Keeps a rows value and group.';
CREATE FUNCTION harmony.grouped_samples_transition(internal, value float8, grp anyelement) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_any';
COMMENT ON FUNCTION harmony.grouped_samples_transition(internal, float8, anyelement) IS 'Keeps a rows value and group.';
CREATE FUNCTION harmony.grouped_samples_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_combine';
COMMENT ON FUNCTION harmony.grouped_samples_combine(internal, internal) IS 'Joins two parts of the rows.';
CREATE FUNCTION harmony.grouped_samples_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_serialize';
COMMENT ON FUNCTION harmony.grouped_samples_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';
CREATE FUNCTION harmony.grouped_samples_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_deserialize';
COMMENT ON FUNCTION harmony.grouped_samples_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';
CREATE FUNCTION harmony.kruskal_final(internal) RETURNS harmony.kruskal_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_kruskal_final';
COMMENT ON FUNCTION harmony.kruskal_final(internal) IS 'Final function of the aggregate harmony.kruskal.';
CREATE AGGREGATE harmony.kruskal(value float8, grp text) (
  SFUNC = harmony.grouped_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony.kruskal_final,
  COMBINEFUNC = harmony.grouped_samples_combine, SERIALFUNC = harmony.grouped_samples_serialize, DESERIALFUNC = harmony.grouped_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kruskal(float8, text) IS
'Kruskal and Wallis'' (1952) test whether the groups'' values come from one distribution; mid-ranks, corrected for ties, as R''s kruskal.test.

NULL for one group or equal values. Holds 16 bytes a value, at most 60 million (54000).';
CREATE AGGREGATE harmony.kruskal(value float8, grp anyelement) (
  SFUNC = harmony.grouped_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony.kruskal_final,
  COMBINEFUNC = harmony.grouped_samples_combine, SERIALFUNC = harmony.grouped_samples_serialize, DESERIALFUNC = harmony.grouped_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kruskal(float8, anyelement) IS
'As with a text group; groups of any type.';

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
CREATE FUNCTION harmony.two_moments_transition(internal, value float8, in_first boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_two_moments_transition';
COMMENT ON FUNCTION harmony.two_moments_transition(internal, float8, boolean) IS 'Adds a row to the moments of its sample.';
CREATE FUNCTION harmony.two_moments_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_two_moments_combine';
COMMENT ON FUNCTION harmony.two_moments_combine(internal, internal) IS 'Joins two parts of the rows.';
CREATE FUNCTION harmony.two_moments_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_two_moments_serialize';
COMMENT ON FUNCTION harmony.two_moments_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';
CREATE FUNCTION harmony.two_moments_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_two_moments_deserialize';
COMMENT ON FUNCTION harmony.two_moments_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';
CREATE FUNCTION harmony.welch_t_final(internal) RETURNS harmony.t_test_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_welch_t_final';
COMMENT ON FUNCTION harmony.welch_t_final(internal) IS 'Final function of the aggregate harmony.welch_t.';
CREATE FUNCTION harmony.cohens_d_final(internal) RETURNS harmony.effect_size
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cohens_d_final';
COMMENT ON FUNCTION harmony.cohens_d_final(internal) IS 'Final function of the aggregate harmony.cohens_d.';
CREATE AGGREGATE harmony.welch_t(value float8, in_first boolean) (
  SFUNC = harmony.two_moments_transition, STYPE = internal, SSPACE = 256, FINALFUNC = harmony.welch_t_final,
  COMBINEFUNC = harmony.two_moments_combine, SERIALFUNC = harmony.two_moments_serialize, DESERIALFUNC = harmony.two_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.welch_t(float8, boolean) IS
'Welch''s t test of two means without equal variances (Welch 1947), two-sided and one-sided, with the 95 % interval of the difference; as R''s t.test. in_first: whether the row is of the first sample.

NULL: t, p and interval where a sample has fewer than two values or neither varies. Error 22003 where squares overflow.';
CREATE AGGREGATE harmony.cohens_d(value float8, in_first boolean) (
  SFUNC = harmony.two_moments_transition, STYPE = internal, SSPACE = 256, FINALFUNC = harmony.cohens_d_final,
  COMBINEFUNC = harmony.two_moments_combine, SERIALFUNC = harmony.two_moments_serialize, DESERIALFUNC = harmony.two_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cohens_d(float8, boolean) IS
'Cohen''s d = (mean1 - mean2)/pooled sd, Hedges'' (1981) exact correction of its bias, and the 95 % interval by the noncentral t (Cumming and Finch 2001).

NULL where a sample is empty, fewer than three values or nothing varies.';
CREATE FUNCTION harmony.welch_t(n1 bigint, mean1 float8, sd1 float8, n2 bigint, mean2 float8, sd2 float8, level float8 DEFAULT 0.95)
  RETURNS harmony.t_test_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_welch_t_summary';
COMMENT ON FUNCTION harmony.welch_t(bigint, float8, float8, bigint, float8, float8, float8) IS
'Welch''s t test from the summaries of two samples, with an interval of any level. Error 22023 for a negative n or sd, NaN, infinity, and unless 0 < level < 1.';

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
CREATE FUNCTION harmony.two_samples_transition(internal, value float8, in_first boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_two_samples_transition';
COMMENT ON FUNCTION harmony.two_samples_transition(internal, float8, boolean) IS 'Keeps a value in its sample.';
CREATE FUNCTION harmony.two_samples_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_two_samples_combine';
COMMENT ON FUNCTION harmony.two_samples_combine(internal, internal) IS 'Joins two parts of the rows.';
CREATE FUNCTION harmony.two_samples_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_two_samples_serialize';
COMMENT ON FUNCTION harmony.two_samples_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';
CREATE FUNCTION harmony.two_samples_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_two_samples_deserialize';
COMMENT ON FUNCTION harmony.two_samples_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';
CREATE FUNCTION harmony.mann_whitney_final(internal) RETURNS harmony.mann_whitney_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_mann_whitney_final';
COMMENT ON FUNCTION harmony.mann_whitney_final(internal) IS 'Final function of the aggregate harmony.mann_whitney.';
CREATE FUNCTION harmony.ks_2samp_final(internal) RETURNS harmony.ks_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_ks_2samp_final';
COMMENT ON FUNCTION harmony.ks_2samp_final(internal) IS 'Final function of the aggregate harmony.ks_2samp.';
CREATE FUNCTION harmony.wasserstein_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_wasserstein_final';
COMMENT ON FUNCTION harmony.wasserstein_final(internal) IS 'Final function of the aggregate harmony.wasserstein.';
CREATE AGGREGATE harmony.mann_whitney(value float8, in_first boolean) (
  SFUNC = harmony.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony.mann_whitney_final,
  COMBINEFUNC = harmony.two_samples_combine, SERIALFUNC = harmony.two_samples_serialize, DESERIALFUNC = harmony.two_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.mann_whitney(float8, boolean) IS
'Mann and Whitney''s (1947) rank test of two samples, as R''s wilcox.test: exact without ties and with both samples below 50 values, otherwise normal with tie and continuity correction. in_first: whether the row is of the first sample.

NULL where a sample is empty or all values are equal. Holds 8 bytes a value, at most 60 million (54000).';
CREATE AGGREGATE harmony.ks_2samp(value float8, in_first boolean) (
  SFUNC = harmony.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony.ks_2samp_final,
  COMBINEFUNC = harmony.two_samples_combine, SERIALFUNC = harmony.two_samples_serialize, DESERIALFUNC = harmony.two_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ks_2samp(float8, boolean) IS
'Kolmogorov-Smirnov test of two samples, two-sided, as R''s ks.test: exact (also with ties: Schroeer and Trenkler 1995) for n1 n2 below 10000, otherwise by Kolmogorov''s limit.

NULL where a sample is empty. Holds 8 bytes a value, at most 60 million (54000).';
CREATE AGGREGATE harmony.wasserstein(value float8, in_first boolean) (
  SFUNC = harmony.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony.wasserstein_final,
  COMBINEFUNC = harmony.two_samples_combine, SERIALFUNC = harmony.two_samples_serialize, DESERIALFUNC = harmony.two_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wasserstein(float8, boolean) IS
'First Wasserstein (earth mover''s) distance of two samples: the area between their distribution functions, in the unit of the values.

NULL where a sample is empty. Holds 8 bytes a value, at most 60 million (54000).';

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
CREATE FUNCTION harmony.fisher_exact(a bigint, b bigint, c bigint, d bigint) RETURNS harmony.fisher_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_fisher_exact';
COMMENT ON FUNCTION harmony.fisher_exact(bigint, bigint, bigint, bigint) IS
'Fisher''s exact test of the table (a b; c d) given its margins (Fisher 1935), as R''s fisher.test: two-sided the tables at most as likely; p_less is small where the odds ratio is below 1.

NULL: odds_ratio of 0/0, conditional_odds_ratio where the margins allow one table only. Errors: 22023 for a negative count, 22003 where they sum to 2^50 or more.';
CREATE FUNCTION harmony.fdr_bh(p float8[]) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_fdr_bh';
COMMENT ON FUNCTION harmony.fdr_bh(float8[]) IS
'Adjusted p-values of Benjamini and Hochberg (1995), in the order given: to reject those up to q keeps the expected share of false rejections at q. As R''s p.adjust; NULL stays NULL and does not count. Error 22023 unless 0 <= p <= 1.';
CREATE FUNCTION harmony.psi(expected float8[], actual float8[], floor float8 DEFAULT 0.0001) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_psi';
COMMENT ON FUNCTION harmony.psi(float8[], float8[], float8) IS
'Population stability index: sum over the bins of (a - e) ln(a/e), a and e the shares of actual and expected, at least floor each. Takes counts or shares. Usual reading: below 0.1 stable, above 0.25 shifted (Siddiqi 2006).

NULL where a side sums to 0. Error 22023 for sides of different length or without bins, negative entries, NaN, infinity, and unless 0 < floor < 1; 22004 for NULL entries.';
