-- Log-rank, agreement of raters, differential item functioning: aggregates over tables by key.

CREATE FUNCTION harmony_internal.table_times(harmony.table_state, "time" float8, event boolean, grp "any")
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_table_times';
COMMENT ON FUNCTION harmony_internal.table_times(harmony.table_state, float8, boolean, "any") IS
'Counts a time of a group; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.table_strata(harmony.table_state, correct boolean, focal boolean, stratum "any")
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_table_strata';
COMMENT ON FUNCTION harmony_internal.table_strata(harmony.table_state, boolean, boolean, "any") IS
'Counts an answer in its stratum; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.table_scores(harmony.table_state, correct boolean, focal boolean, score float8)
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_table_scores';
COMMENT ON FUNCTION harmony_internal.table_scores(harmony.table_state, boolean, boolean, float8) IS
'Counts an answer at its score; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.table_complete_ratings(harmony.table_state, ratings anyarray)
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_table_complete_ratings';
COMMENT ON FUNCTION harmony_internal.table_complete_ratings(harmony.table_state, anyarray) IS
'Adds the ratings of what was rated; with a NULL they are skipped.';

CREATE FUNCTION harmony_internal.table_ratings(harmony.table_state, metric text, ratings anyarray)
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_table_ratings';
COMMENT ON FUNCTION harmony_internal.table_ratings(harmony.table_state, text, anyarray) IS
'Adds the ratings of a unit; NULLs in them are left out.';

CREATE FUNCTION harmony_internal.table_weighted_pairs(harmony.table_state, weights text, a "any", b "any")
  RETURNS harmony.table_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_table_weighted_pairs';
COMMENT ON FUNCTION harmony_internal.table_weighted_pairs(harmony.table_state, text, "any", "any") IS
'Counts a pair of ratings; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.kappa_final(harmony.table_state) RETURNS harmony.kappa_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_kappa_final';
COMMENT ON FUNCTION harmony_internal.kappa_final(harmony.table_state) IS
'Final function of the aggregate harmony.kappa. The same of harmony.weighted_kappa.';

CREATE FUNCTION harmony_internal.fleiss_kappa_final(harmony.table_state) RETURNS harmony.kappa_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_fleiss_kappa_final';
COMMENT ON FUNCTION harmony_internal.fleiss_kappa_final(harmony.table_state) IS
'Final function of the aggregate harmony.fleiss_kappa.';

CREATE FUNCTION harmony_internal.krippendorff_alpha_final(harmony.table_state) RETURNS harmony.krippendorff_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_krippendorff_alpha_final';
COMMENT ON FUNCTION harmony_internal.krippendorff_alpha_final(harmony.table_state) IS
'Final function of the aggregate harmony.krippendorff_alpha.';

CREATE FUNCTION harmony_internal.dif_mantel_haenszel_final(harmony.table_state) RETURNS harmony.dif_mh_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_dif_mantel_haenszel_final';
COMMENT ON FUNCTION harmony_internal.dif_mantel_haenszel_final(harmony.table_state) IS
'Final function of the aggregate harmony.dif_mantel_haenszel.';

CREATE FUNCTION harmony_internal.dif_logistic_final(harmony.table_state) RETURNS harmony.dif_logistic_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_dif_logistic_final';
COMMENT ON FUNCTION harmony_internal.dif_logistic_final(harmony.table_state) IS
'Final function of the aggregate harmony.dif_logistic.';

CREATE FUNCTION harmony_internal.logrank_final(harmony.table_state) RETURNS harmony.logrank_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_logrank_final';
COMMENT ON FUNCTION harmony_internal.logrank_final(harmony.table_state) IS
'Final function of the aggregate harmony.logrank.';

CREATE FUNCTION harmony_internal.icc_final(harmony.linear_state) RETURNS harmony.icc_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 300 AS 'MODULE_PATHNAME', 'harmony_icc_final';
COMMENT ON FUNCTION harmony_internal.icc_final(harmony.linear_state) IS
'Final function of the aggregate harmony.icc.';

CREATE AGGREGATE harmony.logrank("time" float8, event boolean, grp "any") (
  SFUNC = harmony_internal.table_times, STYPE = harmony.table_state, SSPACE = 512,
  FINALFUNC = harmony_internal.logrank_final, COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.logrank(float8, boolean, "any") IS
'Whether the times to an event differ between groups of any type: Mantel''s (1966) log-rank test, ties exact, as R''s survdiff.

event is false where the time was cut off; those cut off at a time are at risk there. chi2 of observed less expected events. One group:
chi2 and p NULL. Rows with a NULL are skipped; no row gives NULL. Errors: 22023 for a time that is negative or not finite; 54000 for more
than 1,000 groups. Memory follows the distinct times.';

CREATE AGGREGATE harmony.icc(ratings float8[]) (
  SFUNC = harmony_internal.items_transition, STYPE = harmony.linear_state, SSPACE = 1472,
  FINALFUNC = harmony_internal.icc_final, COMBINEFUNC = harmony_internal.linear_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.icc(float8[]) IS
'Agreement of raters on numbers, a row a target with one rating a rater: six intraclass correlations with F, p and 95 % intervals.

Shrout and Fleiss (1979), McGraw and Wong (1996), intervals as R''s psych. ICC(1): other raters for every target; A: absolute agreement;
C: consistency. Rows with a NULL rating are skipped and counted; no row gives NULL. Figures NULL for one target or rater and where nothing
varies. Errors: 22023 for NaN, infinity and a number of ratings that changes.';

CREATE AGGREGATE harmony.kappa(a "any", b "any") (
  SFUNC = harmony_internal.table_pairs, STYPE = harmony.table_state, SSPACE = 512,
  FINALFUNC = harmony_internal.kappa_final, COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kappa("any", "any") IS
'Agreement of two raters on categories of any type beyond chance: (agreement - expected)/(1 - expected) (Cohen 1960).

std_error and the 95 % interval by Fleiss, Cohen and Everitt (1969); z and p by the error where kappa is 0. One category: NULL. Rows with
a NULL are skipped; no row gives NULL. Error 54000 for more than 2,000 categories.';

CREATE AGGREGATE harmony.weighted_kappa(weights text, a "any", b "any") (
  SFUNC = harmony_internal.table_weighted_pairs, STYPE = harmony.table_state, SSPACE = 512,
  FINALFUNC = harmony_internal.kappa_final, COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_kappa(text, "any", "any") IS
'Agreement of two raters on categories that are numbers, where some disagreements are smaller: weighted kappa (Cohen 1968).

weights ''linear'' (1 - d/max d of the distance d) or ''quadratic'' (1 - (d/max d)^2), the same in every row (22023), not NULL (22004).
Error 22023 for categories that are no finite numbers.';

CREATE AGGREGATE harmony.fleiss_kappa(ratings anyarray) (
  SFUNC = harmony_internal.table_complete_ratings, STYPE = harmony.table_state, SSPACE = 512,
  FINALFUNC = harmony_internal.fleiss_kappa_final, COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.fleiss_kappa(anyarray) IS
'Agreement of several raters, whoever they are, on categories (Fleiss 1971): a row is what was rated, with all its ratings.

std_error_null by Fleiss, Nee and Landis (1979). One category: NULL. Rows with a NULL rating are skipped; no row gives NULL. Error 22023
for a number of ratings that changes.';

CREATE AGGREGATE harmony.krippendorff_alpha(metric text, ratings anyarray) (
  SFUNC = harmony_internal.table_ratings, STYPE = harmony.table_state, SSPACE = 512,
  FINALFUNC = harmony_internal.krippendorff_alpha_final, COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.krippendorff_alpha(text, anyarray) IS
'Agreement of any number of raters with ratings missing: 1 - observed/expected disagreement (Krippendorff 2011).

A row is a unit, a NULL was not rated, a single rating drops. metric ''nominal'', ''ordinal'', ''interval'' or ''ratio'', the same in every
row (22023), not NULL (22004). One value: alpha NULL; no unit with two ratings: NULL. Error 22023 for ratings that are no finite numbers,
unless nominal.';

CREATE AGGREGATE harmony.dif_mantel_haenszel(correct boolean, focal boolean, stratum "any") (
  SFUNC = harmony_internal.table_strata, STYPE = harmony.table_state, SSPACE = 512,
  FINALFUNC = harmony_internal.dif_mantel_haenszel_final, COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.dif_mantel_haenszel(boolean, boolean, "any") IS
'Differential functioning of an item in a reference and a focal group by the common odds ratio (Mantel and Haenszel 1959).

Whether people of equal standing solve it equally often (Holland and Thayer 1988). stratum is a total score or any other matching. 1/2 is
taken off |sum(A - E)| where it is 1/2 or more. class A: p > 0.05 or |delta| < 1; C: |delta| >= 1.5 and above 1 by a one-sided test at
5 %; else B. NULL where no stratum holds both groups and answers. Rows with a NULL are skipped; no row gives NULL.';

CREATE AGGREGATE harmony.dif_logistic(correct boolean, focal boolean, score float8) (
  SFUNC = harmony_internal.table_scores, STYPE = harmony.table_state, SSPACE = 512,
  FINALFUNC = harmony_internal.dif_logistic_final, COMBINEFUNC = harmony_internal.table_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.dif_logistic(boolean, boolean, float8) IS
'Differential functioning of an item by logistic regression on score, group and their product.

It also finds an item that favours one group at low scores and the other at high ones. Likelihood ratio tests (Swaminathan and Rogers
1990). class A: r_squared_change < 0.035 or p > 0.05; B: below 0.07; else C (Jodoin and Gierl 2001). NULL where a maximum does not exist.
Rows with a NULL are skipped; no row gives NULL. Error 22023 for NaN and infinity.';
