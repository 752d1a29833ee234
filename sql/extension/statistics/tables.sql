-- Means, tables and correlations: states of tables by key, tests over them; tests over linear states; power.

CREATE FUNCTION harmony_internal.table_combine(harmony.table_state, harmony.table_state) RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_table_combine';
COMMENT ON FUNCTION harmony_internal.table_combine(harmony.table_state, harmony.table_state) IS
'The table of both sets of rows; tables of different kinds are an error 22023.';

CREATE FUNCTION harmony_internal.table_pairs(harmony.table_state, a "any", b "any") RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_table_pairs';
COMMENT ON FUNCTION harmony_internal.table_pairs(harmony.table_state, "any", "any") IS
'Counts a pair; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.table_cells(harmony.table_state, value float8, a "any", b "any")
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_table_cells';
COMMENT ON FUNCTION harmony_internal.table_cells(harmony.table_state, float8, "any", "any") IS
'Adds a value to its cell; a row with a NULL is skipped and counted.';

CREATE FUNCTION harmony_internal.table_outcomes(harmony.table_state, success boolean, in_first boolean)
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_table_outcomes';
COMMENT ON FUNCTION harmony_internal.table_outcomes(harmony.table_state, boolean, boolean) IS
'Counts an outcome; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.table_bounded_samples(harmony.table_state, low float8, high float8, value float8, in_first boolean)
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_table_bounded_samples';
COMMENT ON FUNCTION harmony_internal.table_bounded_samples(harmony.table_state, float8, float8, float8, boolean) IS
'Adds a value to its sample; a row with a NULL is skipped.';

CREATE FUNCTION harmony_internal.table_bounded_pairs(harmony.table_state, low float8, high float8, x float8, y float8)
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_table_bounded_pairs';
COMMENT ON FUNCTION harmony_internal.table_bounded_pairs(harmony.table_state, float8, float8, float8, float8) IS
'Adds a pair; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.linear_pair_transition(harmony.linear_state, x float8, y float8)
  RETURNS harmony.linear_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_linear_pair_transition';
COMMENT ON FUNCTION harmony_internal.linear_pair_transition(harmony.linear_state, float8, float8) IS
'Adds a pair, x as the first column; with a NULL it is skipped.';

CREATE FUNCTION harmony.chi_square(state harmony.table_state) RETURNS harmony.chi_square_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_chi_square_state';
COMMENT ON FUNCTION harmony.chi_square(harmony.table_state) IS
'Independence of the classifications of a state, as the aggregate harmony.chi_square.

The state is one of harmony.chi_square_state, or many of them merged. NULL without rows. Error 22023 for a state of another kind.';

CREATE FUNCTION harmony.two_proportions(state harmony.table_state) RETURNS harmony.two_proportions_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_two_proportions_state';
COMMENT ON FUNCTION harmony.two_proportions(harmony.table_state) IS
'Two shares of a state compared, as the aggregate harmony.two_proportions.

The state is one of harmony.two_proportions_state, or many of them merged. NULL without rows. Error 22023 for a state of another kind.';

CREATE FUNCTION harmony.anova_two_way(state harmony.table_state) RETURNS harmony.two_way_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_anova_two_way_state';
COMMENT ON FUNCTION harmony.anova_two_way(harmony.table_state) IS
'Two-way analysis of variance of a state, as the aggregate harmony.anova_two_way.

The state is one of harmony.anova_two_way_state, or many of them merged. NULL without rows. Error 22023 for a state of another kind.';

CREATE FUNCTION harmony_internal.tost_final(harmony.table_state) RETURNS harmony.tost_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_tost_state';
COMMENT ON FUNCTION harmony_internal.tost_final(harmony.table_state) IS
'Final function of the aggregate harmony.tost.';

CREATE FUNCTION harmony_internal.tost_paired_final(harmony.table_state) RETURNS harmony.tost_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_tost_paired_state';
COMMENT ON FUNCTION harmony_internal.tost_paired_final(harmony.table_state) IS
'Final function of the aggregate harmony.tost_paired.';

CREATE FUNCTION harmony_internal.correlation_final(harmony.linear_state) RETURNS harmony.correlation_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_partial_correlation';
COMMENT ON FUNCTION harmony_internal.correlation_final(harmony.linear_state) IS
'Final function of the aggregate harmony.correlation. The same of harmony.partial_correlation.';

CREATE FUNCTION harmony_internal.paired_t_final(harmony.linear_state) RETURNS harmony.paired_t_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_paired_t';
COMMENT ON FUNCTION harmony_internal.paired_t_final(harmony.linear_state) IS
'Final function of the aggregate harmony.paired_t.';

CREATE AGGREGATE harmony.merge(state harmony.table_state) (
  SFUNC = harmony_internal.table_combine, STYPE = harmony.table_state, SSPACE = 512,
  COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.merge(harmony.table_state) IS
'One table of many, key by key.

Tables of different kinds are an error 22023. NULLs are skipped.';

CREATE AGGREGATE harmony.chi_square(a "any", b "any") (
  SFUNC = harmony_internal.table_pairs, STYPE = harmony.table_state, SSPACE = 512, FINALFUNC = harmony.chi_square,
  COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.chi_square("any", "any") IS
'Independence of two classifications of any type: Pearson''s chi-squared without continuity correction, G, and how strong it is.

sum((O - E)^2/E), E the product of row and column share; df (rows - 1)(cols - 1); cramers_v = sqrt(chi2/(n min(rows - 1, cols - 1))),
without its bias by Bergsma (2013). Rows with a NULL are skipped; no row gives NULL, one row or column NULL figures. Error 54000 beyond 10
million cells. The result does not depend on the order of rows.';

CREATE AGGREGATE harmony.two_proportions(success boolean, in_first boolean) (
  SFUNC = harmony_internal.table_outcomes, STYPE = harmony.table_state, SSPACE = 512, FINALFUNC = harmony.two_proportions,
  COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.two_proportions(boolean, boolean) IS
'Two shares compared, of the rows with in_first and of the others, at 95 %.

Rows with a NULL are skipped; no row gives NULL. See harmony.two_proportions(x1, n1, x2, n2, level).';

CREATE AGGREGATE harmony.anova_two_way(value float8, a "any", b "any") (
  SFUNC = harmony_internal.table_cells, STYPE = harmony.table_state, SSPACE = 512, FINALFUNC = harmony.anova_two_way,
  COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova_two_way(float8, "any", "any") IS
'Two-way analysis of variance with interaction, factors of any type, cells of unequal size: sums of squares of types I, II and III.

Type III is that of sum-to-zero contrasts, as R''s car::Anova. Empty cells: types I and II by rank, III NULL with a warning. One value a
cell: F NULL. Rows with a NULL are skipped and counted; no row gives NULL. Errors: 22023 for a value that is not finite; 54000 for more than
1,000 levels; 22003 where squares leave the range. Memory follows the cells.';

CREATE AGGREGATE harmony.tost(low float8, high float8, value float8, in_first boolean) (
  SFUNC = harmony_internal.table_bounded_samples, STYPE = harmony.table_state, SSPACE = 512, FINALFUNC = harmony_internal.tost_final,
  COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tost(float8, float8, float8, boolean) IS
'Whether two means differ by so little that it does not matter: two one-sided Welch tests against the bounds (Schuirmann 1987).

difference is the mean of the rows with in_first less that of the others; equivalent where both tests are below 5 %, that is where the 90 %
interval lies between low and high. NULL where a sample has fewer than two values or nothing varies. Rows with a NULL value are skipped.
Errors: 22023 unless low < high, both finite and the same in every row, and for a value that is not finite; 22004 for a NULL bound.';

CREATE AGGREGATE harmony.tost_paired(low float8, high float8, x float8, y float8) (
  SFUNC = harmony_internal.table_bounded_pairs, STYPE = harmony.table_state, SSPACE = 512, FINALFUNC = harmony_internal.tost_paired_final,
  COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.tost_paired(float8, float8, float8, float8) IS
'Whether the mean of the differences x - y lies between two bounds: two one-sided t tests of pairs (Schuirmann 1987).

n1 and n2 are the number of pairs. Errors and NULLs as harmony.tost.';

CREATE AGGREGATE harmony.correlation(x float8, y float8) (
  SFUNC = harmony_internal.linear_pair_transition, STYPE = harmony.linear_state, SSPACE = 192,
  FINALFUNC = harmony_internal.correlation_final,
  COMBINEFUNC = harmony_internal.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.correlation(float8, float8) IS
'Pearson''s correlation with its t test and its 95 % interval by Fisher''s z, exact to the last digits wherever the values lie.

t = r sqrt(df/(1 - r^2)), df = n - 2. |r| = 1: p 0, statistic infinite. NULL: r of a constant, the interval below four rows. Rows with a
NULL are skipped; no row gives NULL. Error 22023 for NaN and infinity. The state is a harmony.linear_state.';

CREATE FUNCTION harmony_internal.spearman_transition(internal, x float8, y float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_spearman_transition';
COMMENT ON FUNCTION harmony_internal.spearman_transition(internal, float8, float8) IS 'Keeps a pair.';
CREATE FUNCTION harmony_internal.spearman_final(internal) RETURNS harmony.correlation_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_spearman_final';
COMMENT ON FUNCTION harmony_internal.spearman_final(internal) IS 'Final function of the aggregate harmony.spearman.';

CREATE AGGREGATE harmony.spearman(x float8, y float8) (
  SFUNC = harmony_internal.spearman_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.spearman_final, COMBINEFUNC = harmony_internal.kept_rows_combine,
  SERIALFUNC = harmony_internal.kept_rows_serialize, DESERIALFUNC = harmony_internal.kept_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.spearman(float8, float8) IS
'Spearman''s rank correlation: Pearson''s of the ranks, equal values sharing the mean of theirs.

Up to nine rows without ties p is exact (exact): twice the smaller tail of the summed squared differences of the ranks over all orders, at
most 1; else by t = r sqrt(df/(1 - r^2)), df = n - 2. 95 % interval: tanh(atanh r +- 1.96 sqrt((1 + r^2/2)/(n - 3))) (Bonett and Wright
2000), NULL below four rows. NULL: r of a constant. Rows with a NULL are skipped; no row gives NULL. Errors: 22023 for NaN and infinity,
54000 beyond 1 GB. Memory: 8 bytes a value.';

CREATE AGGREGATE harmony.paired_t(x float8, y float8) (
  SFUNC = harmony_internal.linear_pair_transition, STYPE = harmony.linear_state, SSPACE = 192, FINALFUNC = harmony_internal.paired_t_final,
  COMBINEFUNC = harmony_internal.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.paired_t(float8, float8) IS
'Student''s t test of paired values: of x - y against 0, with its 95 % interval, d_z and the correlation of the pairs.

A constant difference, and one that varies by no more than the rounding of the values, has sd 0 and t, p, d_z and interval NULL; so have
fewer than two pairs. Rows with a NULL are skipped; no row gives NULL. Error 22023 for NaN and infinity.';

CREATE AGGREGATE harmony.chi_square_state(a "any", b "any") (
  SFUNC = harmony_internal.table_pairs, STYPE = harmony.table_state, SSPACE = 512, COMBINEFUNC = harmony_internal.table_combine,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.chi_square_state("any", "any") IS
'The mergeable state of harmony.chi_square, to keep in a table.

Finish one, or many that harmony.merge made one, with harmony.chi_square(state). Rows and errors as the aggregate harmony.chi_square.';

CREATE AGGREGATE harmony.two_proportions_state(success boolean, in_first boolean) (
  SFUNC = harmony_internal.table_outcomes, STYPE = harmony.table_state, SSPACE = 512, COMBINEFUNC = harmony_internal.table_combine,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.two_proportions_state(boolean, boolean) IS
'The mergeable state of harmony.two_proportions, to keep in a table.

Finish one, or many that harmony.merge made one, with harmony.two_proportions(state). Rows and errors as the aggregate
harmony.two_proportions.';

CREATE AGGREGATE harmony.anova_two_way_state(value float8, a "any", b "any") (
  SFUNC = harmony_internal.table_cells, STYPE = harmony.table_state, SSPACE = 512, COMBINEFUNC = harmony_internal.table_combine,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.anova_two_way_state(float8, "any", "any") IS
'The mergeable state of harmony.anova_two_way, to keep in a table.

Finish one, or many that harmony.merge made one, with harmony.anova_two_way(state). Rows and errors as the aggregate
harmony.anova_two_way.';

CREATE FUNCTION harmony.chi_square(counts bigint[]) RETURNS harmony.chi_square_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_chi_square_counts';
COMMENT ON FUNCTION harmony.chi_square(bigint[]) IS
'Independence of rows and columns of counts, a two-dimensional array, as the aggregate harmony.chi_square.

Empty rows and columns are left out; without counts NULL. Errors: 22023 for a negative count, 2202E for other than two dimensions, 22004 for
NULL, 22003 where they sum to 2^53 or more.';

CREATE FUNCTION harmony.two_proportions(x1 bigint, n1 bigint, x2 bigint, n2 bigint, level float8 DEFAULT 0.95)
  RETURNS harmony.two_proportions_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_two_proportions_counts';
COMMENT ON FUNCTION harmony.two_proportions(bigint, bigint, bigint, bigint, float8) IS
'Two shares compared, x1 of n1 and x2 of n2: their difference, Cohen''s h, risk and odds ratio.

The difference has Newcombe''s (1998) interval of method 10, z is by the pooled share. NULL: what an empty sample or a share of 0 or 1
leaves undefined. Error 22023 for a negative count, x > n, and unless 0 < level < 1.';

CREATE FUNCTION harmony.partial_correlation(state harmony.linear_state, i integer, j integer)
  RETURNS harmony.correlation_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_partial_correlation';
COMMENT ON FUNCTION harmony.partial_correlation(harmony.linear_state, integer, integer) IS
'Correlation of columns i and j of a state with all its other columns held constant; column 1 is y, 2 is x1, and so on.

df = n - 2 - k for k others that do not depend on each other, interval by Fisher''s z with n - k - 3. NULL where a column is constant or the
others determine it. Error 22023 for i = j, a column that there is not, and a weighted state.';

CREATE FUNCTION harmony.correlations(state harmony.linear_state) RETURNS SETOF harmony.correlation_pair
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_correlations';
COMMENT ON FUNCTION harmony.correlations(harmony.linear_state) IS
'All pairs of columns of a state: correlation, and partial correlation with all other columns held constant, each with its p.

Column 1 is y, 2 is x1, and so on. NULL partials where columns depend on each other or n is not above the number of columns. O(k^3) for k
columns. Error 22023 for a weighted state.';

CREATE FUNCTION harmony.correct_range_restriction(r float8, sd_unrestricted float8, sd_restricted float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_correct_range_restriction';
COMMENT ON FUNCTION harmony.correct_range_restriction(float8, float8, float8) IS
'The correlation in an unselected population from that in a selected one: r u/sqrt(1 - r^2 + r^2 u^2) (Thorndike 1949, case II).

u = sd_unrestricted/sd_restricted of the variable by which people were selected. Error 22023 for |r| > 1 and an sd that is not positive
and finite.';

CREATE FUNCTION harmony.correct_attenuation(r float8, rxx float8, ryy float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_correct_attenuation';
COMMENT ON FUNCTION harmony.correct_attenuation(float8, float8, float8) IS
'The correlation of what two measures measure, without their errors: r/sqrt(rxx ryy) (Spearman 1904), which may come out above 1.

Error 22023 for |r| > 1 and a reliability outside (0, 1].';

CREATE FUNCTION harmony.power_t(d float8, n1 bigint, n2 bigint, alpha float8 DEFAULT 0.05) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_power_t';
COMMENT ON FUNCTION harmony.power_t(float8, bigint, bigint, float8) IS
'Power of the two-sided t test of two means, d in pooled standard deviations (Cohen 1988).

By the noncentral t with d sqrt(n1 n2/(n1 + n2)) and n1 + n2 - 2; NULL for n1 + n2 = 2. Error 22023 for a size below 1, an effect that is
not finite, and unless 0 < alpha < 1.';

CREATE FUNCTION harmony.power_t_paired(d float8, n bigint, alpha float8 DEFAULT 0.05) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_power_t_paired';
COMMENT ON FUNCTION harmony.power_t_paired(float8, bigint, float8) IS
'Power of the two-sided t test of n pairs, d in standard deviations of their differences.

By the noncentral t with d sqrt(n) and n - 1; NULL for n = 1. Error 22023 for a size below 1, an effect that is not finite, and unless 0 <
alpha < 1.';

CREATE FUNCTION harmony.power_correlation(r float8, n bigint, alpha float8 DEFAULT 0.05) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_power_correlation';
COMMENT ON FUNCTION harmony.power_correlation(float8, bigint, float8) IS
'Power of the two-sided test of a correlation r, by Fisher''s z with its bias (Cohen 1988), as R''s pwr.r.test.

NULL for n < 4. Error 22023 unless |r| < 1, n >= 1 and 0 < alpha < 1.';

CREATE FUNCTION harmony.power_proportions(p1 float8, p2 float8, n1 bigint, n2 bigint, alpha float8 DEFAULT 0.05)
  RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_power_proportions';
COMMENT ON FUNCTION harmony.power_proportions(float8, float8, bigint, bigint, float8) IS
'Power of the two-sided test of two shares by Cohen''s h, as R''s pwr.2p2n.test.

Error 22023 for a share outside 0 to 1, a size below 1, and unless 0 < alpha < 1.';

CREATE FUNCTION harmony.power_anova(f float8, k integer, n_per_group bigint, alpha float8 DEFAULT 0.05) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_power_anova';
COMMENT ON FUNCTION harmony.power_anova(float8, integer, bigint, float8) IS
'Power of the one-way analysis of variance of k groups, Cohen''s f.

By the noncentral F with k n f^2; NULL for groups of one. Errors: 22023 for k < 2, f < 0 or not finite, a size below 1, and unless 0 <
alpha < 1; 22003 where it cannot be evaluated (alpha below 1e-12 with few degrees of freedom).';

CREATE FUNCTION harmony.power_chi_square(w float8, df integer, n bigint, alpha float8 DEFAULT 0.05) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_power_chi_square';
COMMENT ON FUNCTION harmony.power_chi_square(float8, integer, bigint, float8) IS
'Power of a chi-squared test, Cohen''s w.

By the noncentral chi-squared with n w^2. Error 22023 for df < 1, w < 0 or not finite, n < 1, and unless 0 < alpha < 1.';

CREATE FUNCTION harmony.n_for_t(d float8, power float8 DEFAULT 0.8, alpha float8 DEFAULT 0.05) RETURNS bigint
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_n_for_t';
COMMENT ON FUNCTION harmony.n_for_t(float8, float8, float8) IS
'How many a group the two-sided t test of two means needs for that power: the smallest whole n, groups of equal size.

Errors: 22023 for d = 0 or not finite and unless alpha < power < 1; 22003 beyond 10^9.';

CREATE FUNCTION harmony.n_for_correlation(r float8, power float8 DEFAULT 0.8, alpha float8 DEFAULT 0.05) RETURNS bigint
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_n_for_correlation';
COMMENT ON FUNCTION harmony.n_for_correlation(float8, float8, float8) IS
'How many the two-sided test of a correlation needs for that power: the smallest whole n.

Errors: 22023 for r = 0 and unless |r| < 1 and alpha < power < 1; 22003 beyond 10^9.';
