-- Aggregates on the values of samples and groups. Rows with a NULL are skipped; NaN and infinity are errors 22023. Where no row is
-- left the result is NULL. Rows may come in any order and from any number of parallel workers.

-- Norms of a score.
CREATE FUNCTION harmony_internal.sample_transition(internal, value float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_sample_transition';
COMMENT ON FUNCTION harmony_internal.sample_transition(internal, float8) IS 'Adds a value to a sample; NULL is skipped.';

CREATE FUNCTION harmony_internal.sample_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_sample_combine';
COMMENT ON FUNCTION harmony_internal.sample_combine(internal, internal) IS 'Joins two samples.';

CREATE FUNCTION harmony_internal.sample_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_sample_serialize';
COMMENT ON FUNCTION harmony_internal.sample_serialize(internal) IS 'A sample as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.sample_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_sample_deserialize';
COMMENT ON FUNCTION harmony_internal.sample_deserialize(bytea, internal) IS 'A sample from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.norms_final(internal) RETURNS harmony.norms_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_norms_final';
COMMENT ON FUNCTION harmony_internal.norms_final(internal) IS 'Final function of the aggregate harmony.norms.';

CREATE AGGREGATE harmony.norms(score float8) (
  SFUNC = harmony_internal.sample_transition, STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.norms_final,
  COMBINEFUNC = harmony_internal.sample_combine, SERIALFUNC = harmony_internal.sample_serialize,
  DESERIALFUNC = harmony_internal.sample_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.norms(float8) IS
'Norms of a score: n, mean, sd and the percentiles 1 to 99.

sd has the divisor n - 1, percentiles are as percentile_cont interpolates them. NULL scores are skipped; no score gives NULL. Error 22023
for NaN and infinity. Holds 8 bytes a score, at most 60 million (54000).';

-- Agreement of raters.
CREATE FUNCTION harmony_internal.rwg_transition(internal, items float8[], expected_variance float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_rwg_transition';
COMMENT ON FUNCTION harmony_internal.rwg_transition(internal, float8[], float8) IS 'Adds a rater; one with a NULL is skipped.';

CREATE FUNCTION harmony_internal.rwg_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_combine';
COMMENT ON FUNCTION harmony_internal.rwg_combine(internal, internal) IS 'Joins two parts of a group.';

CREATE FUNCTION harmony_internal.rwg_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_serialize';
COMMENT ON FUNCTION harmony_internal.rwg_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.rwg_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_deserialize';
COMMENT ON FUNCTION harmony_internal.rwg_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.rwg_j_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_j_final';
COMMENT ON FUNCTION harmony_internal.rwg_j_final(internal) IS 'Final function of the aggregate harmony.rwg_j.';

CREATE AGGREGATE harmony.rwg_j(items float8[], expected_variance float8) (
  SFUNC = harmony_internal.rwg_transition, STYPE = internal, SSPACE = 1024, FINALFUNC = harmony_internal.rwg_j_final,
  COMBINEFUNC = harmony_internal.rwg_combine, SERIALFUNC = harmony_internal.rwg_serialize, DESERIALFUNC = harmony_internal.rwg_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.rwg_j(float8[], float8) IS
'Agreement r_wg(j) of the raters of a group on J items, 0 to 1 (James, Demaree and Wolf 1984).

J (1 - v)/(J (1 - v) + v), v the mean item variance (divisor n - 1) over the expected variance; with one item it is r_wg. One row a rater; a
rater with a NULL item is skipped. Less agreement than chance is 0; NULL for fewer than two raters. Error 22023 for NaN, infinity, items or
an expected variance that change from row to row. For expected_variance see harmony.uniform_variance.';

-- Means of many groups: moments of each group.
CREATE FUNCTION harmony_internal.grouped_moments_transition(internal, value float8, grp text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_text';
COMMENT ON FUNCTION harmony_internal.grouped_moments_transition(internal, float8, text) IS 'Adds a row to the moments of its group.';

CREATE FUNCTION harmony_internal.grouped_moments_transition(internal, value float8, grp anyelement) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_any';
COMMENT ON FUNCTION harmony_internal.grouped_moments_transition(internal, float8, anyelement) IS 'Adds a row to the moments of its group.';

CREATE FUNCTION harmony_internal.grouped_moments_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_combine';
COMMENT ON FUNCTION harmony_internal.grouped_moments_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.grouped_moments_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_serialize';
COMMENT ON FUNCTION harmony_internal.grouped_moments_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.grouped_moments_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_grouped_moments_deserialize';
COMMENT ON FUNCTION harmony_internal.grouped_moments_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.anova_final(internal) RETURNS harmony.anova_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_anova_final';
COMMENT ON FUNCTION harmony_internal.anova_final(internal) IS 'Final function of the aggregate harmony.anova.';

CREATE FUNCTION harmony_internal.games_howell_final(internal) RETURNS harmony.pair_comparison[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_games_howell_final';
COMMENT ON FUNCTION harmony_internal.games_howell_final(internal) IS 'Final function of the aggregate harmony.games_howell.';

CREATE FUNCTION harmony_internal.tukey_hsd_final(internal) RETURNS harmony.pair_comparison[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_tukey_hsd_final';
COMMENT ON FUNCTION harmony_internal.tukey_hsd_final(internal) IS 'Final function of the aggregate harmony.tukey_hsd.';

CREATE AGGREGATE harmony.anova(value float8, grp text) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.anova_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize,
  DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova(float8, text) IS
'One-way analysis of variance: sums of squares between and within the groups, F, Welch''s F (1951) without equal variances, eta^2 and
omega^2 (Hays 1963), ICC(1) and ICC(2) (Bliese 2000; mean group size), each group''s n, mean and sd.

Sums in double-double: the digits of the data, in any order of rows and with any number of workers. Memory: about 150 bytes a group and its
name. NULL: F for one group or no spare value; everything relative where all values are equal; Welch''s where a group has one value or no
variance. F is Infinity, p 0, where groups differ and nothing varies within them. Error 22003 where squares overflow (values more than 1e153
apart).';

CREATE AGGREGATE harmony.anova(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.anova_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize,
  DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova(float8, anyelement) IS
'The same for groups of any type.

Whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by their text.';

CREATE AGGREGATE harmony.games_howell(value float8, grp text) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.games_howell_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize,
  DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.games_howell(float8, text) IS
'All pairs of groups without equal variances (Games and Howell 1976).

p = P(Q >= sqrt(2) |t|) of the studentized range, df of each pair by Welch and Satterthwaite. Unnest it: SELECT * FROM unnest((SELECT
harmony.games_howell(value, grp) FROM ...)). Pairs in the order of the names; NULL figures where a group has one value or neither varies (it
does not count among the groups then). Error 54000 beyond 1000 groups. About 2 ms a pair.';

CREATE AGGREGATE harmony.games_howell(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.games_howell_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize,
  DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.games_howell(float8, anyelement) IS
'The same for groups of any type.

Whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by their text.';

CREATE AGGREGATE harmony.tukey_hsd(value float8, grp text) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.tukey_hsd_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize,
  DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tukey_hsd(float8, text) IS
'All pairs of groups with equal variances: Tukey''s honestly significant difference (Kramer 1956), as R''s TukeyHSD.

Unnest it as harmony.games_howell. NULL figures without a spare value or without variance. Error 54000 beyond 1000 groups.';

CREATE AGGREGATE harmony.tukey_hsd(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.tukey_hsd_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize,
  DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tukey_hsd(float8, anyelement) IS
'The same for groups of any type.

Whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by their text.';

-- Ranks of many groups: all values are kept.
CREATE FUNCTION harmony_internal.grouped_samples_transition(internal, value float8, grp text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_text';
COMMENT ON FUNCTION harmony_internal.grouped_samples_transition(internal, float8, text) IS 'Keeps a row''s value and group.';

CREATE FUNCTION harmony_internal.grouped_samples_transition(internal, value float8, grp anyelement) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_any';
COMMENT ON FUNCTION harmony_internal.grouped_samples_transition(internal, float8, anyelement) IS 'Keeps a row''s value and group.';

CREATE FUNCTION harmony_internal.grouped_samples_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_combine';
COMMENT ON FUNCTION harmony_internal.grouped_samples_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.grouped_samples_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_serialize';
COMMENT ON FUNCTION harmony_internal.grouped_samples_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.grouped_samples_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_deserialize';
COMMENT ON FUNCTION harmony_internal.grouped_samples_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.kruskal_final(internal) RETURNS harmony.kruskal_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_kruskal_final';
COMMENT ON FUNCTION harmony_internal.kruskal_final(internal) IS 'Final function of the aggregate harmony.kruskal.';

CREATE AGGREGATE harmony.kruskal(value float8, grp text) (
  SFUNC = harmony_internal.grouped_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.kruskal_final,
  COMBINEFUNC = harmony_internal.grouped_samples_combine, SERIALFUNC = harmony_internal.grouped_samples_serialize,
  DESERIALFUNC = harmony_internal.grouped_samples_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kruskal(float8, text) IS
'Kruskal and Wallis'' (1952) test whether the groups'' values come from one distribution.

Mid-ranks, H corrected for ties, p by chi-squared, as R''s kruskal.test. NULL for one group or equal values. Holds 16 bytes a value, at most
60 million (54000).';

CREATE AGGREGATE harmony.kruskal(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.kruskal_final,
  COMBINEFUNC = harmony_internal.grouped_samples_combine, SERIALFUNC = harmony_internal.grouped_samples_serialize,
  DESERIALFUNC = harmony_internal.grouped_samples_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kruskal(float8, anyelement) IS 'The same for groups of any type.';

-- Means of two samples. in_first tells whether a row is of the first sample.
CREATE FUNCTION harmony_internal.two_moments_transition(internal, value float8, in_first boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_two_moments_transition';
COMMENT ON FUNCTION harmony_internal.two_moments_transition(internal, float8, boolean) IS 'Adds a row to the moments of its sample.';

CREATE FUNCTION harmony_internal.two_moments_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_two_moments_combine';
COMMENT ON FUNCTION harmony_internal.two_moments_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.two_moments_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_two_moments_serialize';
COMMENT ON FUNCTION harmony_internal.two_moments_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.two_moments_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_two_moments_deserialize';
COMMENT ON FUNCTION harmony_internal.two_moments_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.welch_t_final(internal) RETURNS harmony.t_test_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_welch_t_final';
COMMENT ON FUNCTION harmony_internal.welch_t_final(internal) IS 'Final function of the aggregate harmony.welch_t.';

CREATE FUNCTION harmony_internal.cohens_d_final(internal) RETURNS harmony.effect_size
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_cohens_d_final';
COMMENT ON FUNCTION harmony_internal.cohens_d_final(internal) IS 'Final function of the aggregate harmony.cohens_d.';

CREATE AGGREGATE harmony.welch_t(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_moments_transition, STYPE = internal, SSPACE = 256, FINALFUNC = harmony_internal.welch_t_final,
  COMBINEFUNC = harmony_internal.two_moments_combine, SERIALFUNC = harmony_internal.two_moments_serialize,
  DESERIALFUNC = harmony_internal.two_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.welch_t(float8, boolean) IS
'Welch''s t test of two means without equal variances (Welch 1947), two-sided and one-sided, as R''s t.test.

in_first tells whether a row is of the first sample; the interval is of 95 %. NULL: t, p and interval where a sample has fewer than two
values or neither varies. Error 22003 where squares overflow.';

CREATE AGGREGATE harmony.cohens_d(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_moments_transition, STYPE = internal, SSPACE = 256, FINALFUNC = harmony_internal.cohens_d_final,
  COMBINEFUNC = harmony_internal.two_moments_combine, SERIALFUNC = harmony_internal.two_moments_serialize,
  DESERIALFUNC = harmony_internal.two_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cohens_d(float8, boolean) IS
'Cohen''s d = (mean1 - mean2)/pooled sd, with Hedges'' (1981) exact correction of its bias.

in_first tells whether a row is of the first sample. The 95 % interval is by the noncentral t (Cumming and Finch 2001). NULL where a sample
is empty, fewer than three values or nothing varies.';

-- Values of two samples: all values are kept.
CREATE FUNCTION harmony_internal.two_samples_transition(internal, value float8, in_first boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_two_samples_transition';
COMMENT ON FUNCTION harmony_internal.two_samples_transition(internal, float8, boolean) IS 'Keeps a value in its sample.';

CREATE FUNCTION harmony_internal.two_samples_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_two_samples_combine';
COMMENT ON FUNCTION harmony_internal.two_samples_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.two_samples_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_two_samples_serialize';
COMMENT ON FUNCTION harmony_internal.two_samples_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.two_samples_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_two_samples_deserialize';
COMMENT ON FUNCTION harmony_internal.two_samples_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.mann_whitney_final(internal) RETURNS harmony.mann_whitney_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_mann_whitney_final';
COMMENT ON FUNCTION harmony_internal.mann_whitney_final(internal) IS 'Final function of the aggregate harmony.mann_whitney.';

CREATE FUNCTION harmony_internal.ks_2samp_final(internal) RETURNS harmony.ks_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_ks_2samp_final';
COMMENT ON FUNCTION harmony_internal.ks_2samp_final(internal) IS 'Final function of the aggregate harmony.ks_2samp.';

CREATE FUNCTION harmony_internal.wasserstein_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_wasserstein_final';
COMMENT ON FUNCTION harmony_internal.wasserstein_final(internal) IS 'Final function of the aggregate harmony.wasserstein.';

CREATE AGGREGATE harmony.mann_whitney(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.mann_whitney_final,
  COMBINEFUNC = harmony_internal.two_samples_combine, SERIALFUNC = harmony_internal.two_samples_serialize,
  DESERIALFUNC = harmony_internal.two_samples_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.mann_whitney(float8, boolean) IS
'Mann and Whitney''s (1947) rank test of two samples, as R''s wilcox.test.

in_first tells whether a row is of the first sample. Exact without ties and with both samples below 50 values, otherwise normal with tie and
continuity correction. NULL where a sample is empty or all values are equal. Holds 8 bytes a value, at most 60 million (54000).';

CREATE AGGREGATE harmony.ks_2samp(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.ks_2samp_final,
  COMBINEFUNC = harmony_internal.two_samples_combine, SERIALFUNC = harmony_internal.two_samples_serialize,
  DESERIALFUNC = harmony_internal.two_samples_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ks_2samp(float8, boolean) IS
'Kolmogorov-Smirnov test of two samples, two-sided, as R''s ks.test.

in_first tells whether a row is of the first sample. Exact (also with ties: Schroeer and Trenkler 1995) for n1 n2 below 10000, otherwise by
Kolmogorov''s limit. NULL where a sample is empty. Holds 8 bytes a value, at most 60 million (54000).';

CREATE AGGREGATE harmony.wasserstein(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.wasserstein_final,
  COMBINEFUNC = harmony_internal.two_samples_combine, SERIALFUNC = harmony_internal.two_samples_serialize,
  DESERIALFUNC = harmony_internal.two_samples_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wasserstein(float8, boolean) IS
'First Wasserstein (earth mover''s) distance of two samples: the area between their distribution functions.

In the unit of the values. in_first tells whether a row is of the first sample. NULL where a sample is empty. Holds 8 bytes a value, at most
60 million (54000).';
