CREATE FUNCTION harmony_internal.linear_array_transition(harmony.linear_state, y float8, xs float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_linear_array_transition';
COMMENT ON FUNCTION harmony_internal.linear_array_transition(harmony.linear_state, float8, float8[]) IS 'Adds a row to a state.';

CREATE FUNCTION harmony_internal.wls_array_transition(harmony.linear_state, weight float8, y float8, xs float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_wls_array_transition';
COMMENT ON FUNCTION harmony_internal.wls_array_transition(harmony.linear_state, float8, float8, float8[]) IS 'Adds a weighted row to a state.';

CREATE FUNCTION harmony_internal.items_transition(harmony.linear_state, items float8[]) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_items_transition';
COMMENT ON FUNCTION harmony_internal.items_transition(harmony.linear_state, float8[]) IS 'Adds one person''s answers to a state; a row with a NULL item is skipped.';

CREATE FUNCTION harmony_internal.linear_combine(harmony.linear_state, harmony.linear_state) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_linear_combine';
COMMENT ON FUNCTION harmony_internal.linear_combine(harmony.linear_state, harmony.linear_state) IS 'The state of both sets of rows; states of different shape are an error 22023.';

CREATE FUNCTION harmony_internal.linear_state_final(harmony.linear_state) RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_linear_state_final';
COMMENT ON FUNCTION harmony_internal.linear_state_final(harmony.linear_state) IS 'The state in its smallest form.';

CREATE AGGREGATE harmony.linear_state(y float8, xs float8[]) (
  SFUNC = harmony_internal.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.linear_state(float8, float8[]) IS
'Mergeable state of y on the predictors xs, an array column of the same length in every row (22023), at most 1600 (54000).

Rows with a NULL, in the array too, are skipped and counted; NaN and infinity are an error 22023 that names the argument. Size of a stored state of p predictors: 8 (p^2 + 7 p + 14) bytes; while it aggregates more than 256 rows 1088 (p + 1) more.';

CREATE AGGREGATE harmony.wls_state(weight float8, y float8, xs float8[]) (
  SFUNC = harmony_internal.wls_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wls_state(float8, float8, float8[]) IS 'Weighted state of y on the predictors xs, an array column; a row counts weight times. Weight 0 skips the row; a weight that is negative or outside 2^-200 to 2^200 is an error 22023.';

CREATE AGGREGATE harmony.ols(y float8, xs float8[]) (
  SFUNC = harmony_internal.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.ols,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ols(float8, float8[]) IS 'Ordinary least squares of y on the predictors xs, an array column; see harmony.ols(state).';

CREATE AGGREGATE harmony.nnls(y float8, xs float8[]) (
  SFUNC = harmony_internal.linear_array_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.nnls,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.nnls(float8, float8[]) IS 'Least squares with slopes >= 0 of y on the predictors xs, an array column; see harmony.nnls(state).';

CREATE AGGREGATE harmony.merge(state harmony.linear_state) (
  SFUNC = harmony_internal.linear_combine, STYPE = harmony.linear_state, FINALFUNC = harmony_internal.linear_state_final,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.linear_state) IS 'One state of many: partial fits kept in a table become one fit without loss.';

CREATE AGGREGATE harmony.reliability(items float8[]) (
  SFUNC = harmony_internal.items_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.reliability,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.reliability(float8[]) IS
'Reliability of a scale, one row a person with the items'' answers, reversed items already turned.

Listwise: rows with a NULL item are skipped. alpha = k/(k-1) (1 - sum of variances/variance of the sum) (Cronbach 1951), interval by Feldt (1965), omega total of a one-factor minimum residual solution (McDonald 1999).';

CREATE FUNCTION harmony_internal.cross_validation_combine(harmony.cross_validation_state, harmony.cross_validation_state) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_cross_validation_combine';
COMMENT ON FUNCTION harmony_internal.cross_validation_combine(harmony.cross_validation_state, harmony.cross_validation_state) IS 'The state of both sets of rows; states of different shape are an error 22023.';

CREATE FUNCTION harmony_internal.cross_validation_final(harmony.cross_validation_state) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_cross_validation_final';
COMMENT ON FUNCTION harmony_internal.cross_validation_final(harmony.cross_validation_state) IS 'The state in its smallest form.';

CREATE FUNCTION harmony_internal.ridge_transition(harmony.cross_validation_state, lambda float8, y float8, xs float8[]) RETURNS harmony.cross_validation_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_ridge_transition';
COMMENT ON FUNCTION harmony_internal.ridge_transition(harmony.cross_validation_state, float8, float8, float8[]) IS 'Adds a row to the state of a ridge regression.';

CREATE FUNCTION harmony_internal.ridge_final(harmony.cross_validation_state) RETURNS harmony.linear_model
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ridge_final';
COMMENT ON FUNCTION harmony_internal.ridge_final(harmony.cross_validation_state) IS 'Final function of the aggregate harmony.ridge.';

CREATE AGGREGATE harmony.ridge(lambda float8, y float8, xs float8[]) (
  SFUNC = harmony_internal.ridge_transition, STYPE = harmony.cross_validation_state, FINALFUNC = harmony_internal.ridge_final,
  COMBINEFUNC = harmony_internal.cross_validation_combine, SSPACE = 1488, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ridge(float8, float8, float8[]) IS 'Ridge regression of y on the predictors xs, an array column; lambda is the same in every row (22023), not NULL (22004). See harmony.ridge(state, lambda).';

CREATE AGGREGATE harmony.merge(state harmony.cross_validation_state) (
  SFUNC = harmony_internal.cross_validation_combine, STYPE = harmony.cross_validation_state, FINALFUNC = harmony_internal.cross_validation_final,
  COMBINEFUNC = harmony_internal.cross_validation_combine, SSPACE = 14736, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.cross_validation_state) IS 'One state of many, fold by fold.';

CREATE FUNCTION harmony_internal.sample_transition(internal, value float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_sample_transition';
COMMENT ON FUNCTION harmony_internal.sample_transition(internal, float8) IS 'Adds a value to a sample; NULL is passed over.';

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
  COMBINEFUNC = harmony_internal.sample_combine, SERIALFUNC = harmony_internal.sample_serialize, DESERIALFUNC = harmony_internal.sample_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.norms(float8) IS
'Norms of a score: n, mean, sd (divisor n - 1) and the percentiles 1 to 99 as percentile_cont interpolates them.

NULL scores are passed over; no score gives NULL. Error 22023 for NaN and infinity. Holds 8 bytes a score, at most 60 million (54000).';

CREATE FUNCTION harmony_internal.rwg_transition(internal, items float8[], expected_variance float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_rwg_transition';
COMMENT ON FUNCTION harmony_internal.rwg_transition(internal, float8[], float8) IS 'Adds a rater; one with a NULL is passed over.';

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
'Agreement r_wg(j) of the raters of a group on J items, 0 to 1: J (1 - v)/(J (1 - v) + v), v the mean item variance (divisor n - 1) over the expected variance (James, Demaree and Wolf 1984). With one item it is r_wg.

One row a rater; a rater with a NULL item is passed over. Less agreement than chance is 0; NULL for fewer than two raters. Error 22023 for NaN, infinity, items or an expected variance that change from row to row. For expected_variance see harmony.uniform_variance.';

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
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova(float8, text) IS
'One-way analysis of variance: sums of squares between and within the groups, F, Welch''s F (1951) without equal variances, eta^2 and omega^2 (Hays 1963), ICC(1) and ICC(2) (Bliese 2000; mean group size), each group''s n, mean and sd.

Sums in double-double: the digits of the data, in any order of rows and with any number of workers. Memory: about 150 bytes a group and its name. NULL: F for one group or no spare value; everything relative where all values are equal; Welch''s where a group has one value or no variance. F is Infinity, p 0, where groups differ and nothing varies within them. Error 22003 where squares overflow (values more than 1e153 apart).';

CREATE AGGREGATE harmony.games_howell(value float8, grp text) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.games_howell_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.games_howell(float8, text) IS
'All pairs of groups without equal variances (Games and Howell 1976): p = P(Q >= sqrt(2) |t|) of the studentized range, df of each pair by Welch and Satterthwaite. Unnest it: SELECT * FROM unnest((SELECT harmony.games_howell(value, grp) FROM ...)).

Pairs in the order of the names; NULL figures where a group has one value or neither varies (it does not count among the groups then). Error 54000 beyond 1000 groups. About 2 ms a pair.';

CREATE AGGREGATE harmony.tukey_hsd(value float8, grp text) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.tukey_hsd_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tukey_hsd(float8, text) IS
'All pairs of groups with equal variances: Tukey''s honestly significant difference (Kramer 1956), as R''s TukeyHSD. Unnest it as harmony.games_howell.

NULL figures without a spare value or without variance. Error 54000 beyond 1000 groups.';

CREATE AGGREGATE harmony.anova(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.anova_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova(float8, anyelement) IS
'As with a text group; whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by what they look like as text.';

CREATE AGGREGATE harmony.games_howell(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.games_howell_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.games_howell(float8, anyelement) IS
'As with a text group; whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by what they look like as text.';

CREATE AGGREGATE harmony.tukey_hsd(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096, FINALFUNC = harmony_internal.tukey_hsd_final,
  COMBINEFUNC = harmony_internal.grouped_moments_combine, SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tukey_hsd(float8, anyelement) IS
'As with a text group; whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by what they look like as text.';

CREATE FUNCTION harmony_internal.grouped_samples_transition(internal, value float8, grp text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_text';
COMMENT ON FUNCTION harmony_internal.grouped_samples_transition(internal, float8, text) IS 'Keeps a rows value and group.';

CREATE FUNCTION harmony_internal.grouped_samples_transition(internal, value float8, grp anyelement) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_grouped_samples_any';
COMMENT ON FUNCTION harmony_internal.grouped_samples_transition(internal, float8, anyelement) IS 'Keeps a rows value and group.';

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
  COMBINEFUNC = harmony_internal.grouped_samples_combine, SERIALFUNC = harmony_internal.grouped_samples_serialize, DESERIALFUNC = harmony_internal.grouped_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kruskal(float8, text) IS
'Kruskal and Wallis'' (1952) test whether the groups'' values come from one distribution; mid-ranks, corrected for ties, as R''s kruskal.test.

NULL for one group or equal values. Holds 16 bytes a value, at most 60 million (54000).';

CREATE AGGREGATE harmony.kruskal(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.kruskal_final,
  COMBINEFUNC = harmony_internal.grouped_samples_combine, SERIALFUNC = harmony_internal.grouped_samples_serialize, DESERIALFUNC = harmony_internal.grouped_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kruskal(float8, anyelement) IS
'As with a text group; groups of any type.';

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
  COMBINEFUNC = harmony_internal.two_moments_combine, SERIALFUNC = harmony_internal.two_moments_serialize, DESERIALFUNC = harmony_internal.two_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.welch_t(float8, boolean) IS
'Welch''s t test of two means without equal variances (Welch 1947), two-sided and one-sided, with the 95 % interval of the difference; as R''s t.test. in_first: whether the row is of the first sample.

NULL: t, p and interval where a sample has fewer than two values or neither varies. Error 22003 where squares overflow.';

CREATE AGGREGATE harmony.cohens_d(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_moments_transition, STYPE = internal, SSPACE = 256, FINALFUNC = harmony_internal.cohens_d_final,
  COMBINEFUNC = harmony_internal.two_moments_combine, SERIALFUNC = harmony_internal.two_moments_serialize, DESERIALFUNC = harmony_internal.two_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cohens_d(float8, boolean) IS
'Cohen''s d = (mean1 - mean2)/pooled sd, Hedges'' (1981) exact correction of its bias, and the 95 % interval by the noncentral t (Cumming and Finch 2001).

NULL where a sample is empty, fewer than three values or nothing varies.';

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
  COMBINEFUNC = harmony_internal.two_samples_combine, SERIALFUNC = harmony_internal.two_samples_serialize, DESERIALFUNC = harmony_internal.two_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.mann_whitney(float8, boolean) IS
'Mann and Whitney''s (1947) rank test of two samples, as R''s wilcox.test: exact without ties and with both samples below 50 values, otherwise normal with tie and continuity correction. in_first: whether the row is of the first sample.

NULL where a sample is empty or all values are equal. Holds 8 bytes a value, at most 60 million (54000).';

CREATE AGGREGATE harmony.ks_2samp(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.ks_2samp_final,
  COMBINEFUNC = harmony_internal.two_samples_combine, SERIALFUNC = harmony_internal.two_samples_serialize, DESERIALFUNC = harmony_internal.two_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.ks_2samp(float8, boolean) IS
'Kolmogorov-Smirnov test of two samples, two-sided, as R''s ks.test: exact (also with ties: Schroeer and Trenkler 1995) for n1 n2 below 10000, otherwise by Kolmogorov''s limit.

NULL where a sample is empty. Holds 8 bytes a value, at most 60 million (54000).';

CREATE AGGREGATE harmony.wasserstein(value float8, in_first boolean) (
  SFUNC = harmony_internal.two_samples_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.wasserstein_final,
  COMBINEFUNC = harmony_internal.two_samples_combine, SERIALFUNC = harmony_internal.two_samples_serialize, DESERIALFUNC = harmony_internal.two_samples_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.wasserstein(float8, boolean) IS
'First Wasserstein (earth mover''s) distance of two samples: the area between their distribution functions, in the unit of the values.

NULL where a sample is empty. Holds 8 bytes a value, at most 60 million (54000).';

CREATE FUNCTION harmony_internal.sd_ratio_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_sd_ratio_final';
COMMENT ON FUNCTION harmony_internal.sd_ratio_final(internal) IS 'Final function of the aggregate harmony.sd_ratio.';

CREATE AGGREGATE harmony.sd_ratio(value float8, selected boolean) (
  SFUNC = harmony_internal.two_moments_transition, STYPE = internal, SSPACE = 256,
  FINALFUNC = harmony_internal.sd_ratio_final, COMBINEFUNC = harmony_internal.two_moments_combine,
  SERIALFUNC = harmony_internal.two_moments_serialize, DESERIALFUNC = harmony_internal.two_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.sd_ratio(float8, boolean) IS
'u of range restriction: the standard deviation of the selected over that of everybody (Sackett and Yang 2000).

Sample standard deviations; rows with a NULL are passed over. NULL with fewer than two selected, or where nothing varies. Values
that are not finite: 22023; squares that overflow or vanish: 22003.';

CREATE FUNCTION harmony_internal.prediction_errors_transition(internal, y float8, prediction float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_prediction_errors_transition';
COMMENT ON FUNCTION harmony_internal.prediction_errors_transition(internal, float8, float8) IS
'Adds an outcome and its prediction.';

CREATE FUNCTION harmony_internal.prediction_errors_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_prediction_errors_combine';
COMMENT ON FUNCTION harmony_internal.prediction_errors_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.prediction_errors_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_prediction_errors_serialize';
COMMENT ON FUNCTION harmony_internal.prediction_errors_serialize(internal) IS
'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.prediction_errors_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_prediction_errors_deserialize';
COMMENT ON FUNCTION harmony_internal.prediction_errors_deserialize(bytea, internal) IS
'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.r_squared_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_r_squared_final';
COMMENT ON FUNCTION harmony_internal.r_squared_final(internal) IS 'Final function of the aggregate harmony.r_squared.';

CREATE AGGREGATE harmony.r_squared(y float8, prediction float8) (
  SFUNC = harmony_internal.prediction_errors_transition, STYPE = internal, SSPACE = 256,
  FINALFUNC = harmony_internal.r_squared_final, COMBINEFUNC = harmony_internal.prediction_errors_combine,
  SERIALFUNC = harmony_internal.prediction_errors_serialize, DESERIALFUNC = harmony_internal.prediction_errors_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.r_squared(float8, float8) IS
'R squared of given predictions: 1 - sum((y - prediction)^2)/sum((y - mean(y))^2), at most 1, below 0 where the mean outcome
would have predicted better.

With predictions for rows that a fit has not seen this is the cross-validated R squared. Rows with a NULL are passed over. NULL
where y does not vary. Values that are not finite: 22023; squares that overflow or vanish: 22003.';

CREATE FUNCTION harmony_internal.weighted_sum_transition(internal, value float8, weight float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_transition';
COMMENT ON FUNCTION harmony_internal.weighted_sum_transition(internal, float8, float8) IS 'Adds a value with its weight.';

CREATE FUNCTION harmony_internal.weighted_sum_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_combine';
COMMENT ON FUNCTION harmony_internal.weighted_sum_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.weighted_sum_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_serialize';
COMMENT ON FUNCTION harmony_internal.weighted_sum_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.weighted_sum_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_deserialize';
COMMENT ON FUNCTION harmony_internal.weighted_sum_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.weighted_mean_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_weighted_mean_final';
COMMENT ON FUNCTION harmony_internal.weighted_mean_final(internal) IS
'Final function of the aggregate harmony.weighted_mean.';

CREATE AGGREGATE harmony.weighted_mean(value float8, weight float8) (
  SFUNC = harmony_internal.weighted_sum_transition, STYPE = internal, SSPACE = 256,
  FINALFUNC = harmony_internal.weighted_mean_final, COMBINEFUNC = harmony_internal.weighted_sum_combine,
  SERIALFUNC = harmony_internal.weighted_sum_serialize, DESERIALFUNC = harmony_internal.weighted_sum_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_mean(float8, float8) IS
'Weighted mean: sum(w x)/sum(w), the same double for any order of rows and any number of parallel workers.

A weight is 0 or between 1e-100 and 1e100, a value finite, else 22023; a product that overflows: 22003. Rows with a NULL are
passed over. NULL where the weights sum to 0.';
