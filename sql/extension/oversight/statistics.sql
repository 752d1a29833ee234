-- Oversight: statistics of models under watch. Rows may come in any order and from any number of parallel workers. Formulas, literature and
-- what each figure does not say: docs/reference/model_watch.md.

-- Drift.
CREATE FUNCTION harmony_internal.drift_transition(internal, value float8, is_reference boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_drift_transition';
COMMENT ON FUNCTION harmony_internal.drift_transition(internal, float8, boolean) IS 'Adds a value to its side; NULL is missing.';

CREATE FUNCTION harmony_internal.drift_transition(internal, value float8, is_reference boolean, bins integer) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_drift_transition';
COMMENT ON FUNCTION harmony_internal.drift_transition(internal, float8, boolean, integer) IS 'Adds a value to its side; NULL is missing.';

CREATE FUNCTION harmony_internal.drift_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_drift_combine';
COMMENT ON FUNCTION harmony_internal.drift_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.drift_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_drift_serialize';
COMMENT ON FUNCTION harmony_internal.drift_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.drift_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_drift_deserialize';
COMMENT ON FUNCTION harmony_internal.drift_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.drift_final(internal) RETURNS harmony.drift_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_drift_final';
COMMENT ON FUNCTION harmony_internal.drift_final(internal) IS 'Final function of the aggregate harmony.drift.';

CREATE AGGREGATE harmony.drift(value float8, is_reference boolean) (
  SFUNC = harmony_internal.drift_transition, STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.drift_final,
  COMBINEFUNC = harmony_internal.drift_combine, SERIALFUNC = harmony_internal.drift_serialize,
  DESERIALFUNC = harmony_internal.drift_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.drift(float8, boolean) IS
'Whether a number has drifted from a reference: PSI with its p, Jensen-Shannon, Kolmogorov-Smirnov, Wasserstein, a level.

Bins: the deciles (type 7) of the reference, equal ones once. level is none, moderate or major, and takes both size (psi from 0.1 and 0.25,
or wasserstein_sd from 0.1 and 0.3) and evidence (ks_p < 0.01); a reference that is constant is compared by the shares below, at and above
it. NULL is missing and counted; a row whose is_reference is NULL is skipped. With a side without values the figures are NULL; no row gives
NULL. Errors: 22023 for NaN and infinity, 22003 for a distance beyond the range of float8. Holds 8 bytes a value, at most 60 million
(54000).';

CREATE AGGREGATE harmony.drift(value float8, is_reference boolean, bins integer) (
  SFUNC = harmony_internal.drift_transition, STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.drift_final,
  COMBINEFUNC = harmony_internal.drift_combine, SERIALFUNC = harmony_internal.drift_serialize,
  DESERIALFUNC = harmony_internal.drift_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.drift(float8, boolean, integer) IS
'The same with so many bins, 2 to 1000 (22023), the same in all rows.';

CREATE FUNCTION harmony_internal.drift_categories_transition(internal, category text, is_reference boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_drift_categories_transition';
COMMENT ON FUNCTION harmony_internal.drift_categories_transition(internal, text, boolean) IS
'Adds a category to its side; NULL is missing.';

CREATE FUNCTION harmony_internal.drift_categories_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_drift_categories_combine';
COMMENT ON FUNCTION harmony_internal.drift_categories_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.drift_categories_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_drift_categories_serialize';
COMMENT ON FUNCTION harmony_internal.drift_categories_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.drift_categories_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_drift_categories_deserialize';
COMMENT ON FUNCTION harmony_internal.drift_categories_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.drift_categories_final(internal) RETURNS harmony.category_drift_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_drift_categories_final';
COMMENT ON FUNCTION harmony_internal.drift_categories_final(internal) IS 'Final function of the aggregate harmony.drift_categories.';

CREATE AGGREGATE harmony.drift_categories(category text, is_reference boolean) (
  SFUNC = harmony_internal.drift_categories_transition,
  STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.drift_categories_final,
  COMBINEFUNC = harmony_internal.drift_categories_combine, SERIALFUNC = harmony_internal.drift_categories_serialize,
  DESERIALFUNC = harmony_internal.drift_categories_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.drift_categories(text, boolean) IS
'Whether the shares of categories have drifted from a reference: PSI, Jensen-Shannon, chi-squared of two samples, Cramer''s V, a level.

level is none, moderate or major, and takes both size (psi from 0.1 and 0.25, or cramers_v from 0.1 and 0.3) and evidence (p < 0.01).
NULL is missing and counted; a row whose is_reference is NULL is skipped. With a side without values the figures are NULL; no row gives
NULL. Memory: about 50 bytes a category and its name.';

CREATE FUNCTION harmony_internal.drift_level_again(level text, p_adjusted float8) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_drift_level_again';
COMMENT ON FUNCTION harmony_internal.drift_level_again(text, float8) IS
'The level of a drift once more, by a p that is adjusted for the others beside it: none unless that is below 0.01.';

-- Performance.
CREATE FUNCTION harmony_internal.binary_performance_transition(internal, outcome boolean, probability float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_binary_performance_transition';
COMMENT ON FUNCTION harmony_internal.binary_performance_transition(internal, boolean, float8) IS 'Adds a row; one with a NULL is skipped.';

CREATE FUNCTION harmony_internal.binary_performance_transition(internal, outcome boolean, probability float8, threshold float8)
  RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_binary_performance_transition';
COMMENT ON FUNCTION harmony_internal.binary_performance_transition(internal, boolean, float8, float8) IS
'Adds a row; one with a NULL is skipped.';

CREATE FUNCTION harmony_internal.binary_performance_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_binary_performance_combine';
COMMENT ON FUNCTION harmony_internal.binary_performance_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.binary_performance_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_binary_performance_serialize';
COMMENT ON FUNCTION harmony_internal.binary_performance_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.binary_performance_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_binary_performance_deserialize';
COMMENT ON FUNCTION harmony_internal.binary_performance_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.binary_performance_final(internal) RETURNS harmony.binary_performance_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_binary_performance_final';
COMMENT ON FUNCTION harmony_internal.binary_performance_final(internal) IS 'Final function of the aggregate harmony.binary_performance.';

CREATE AGGREGATE harmony.binary_performance(outcome boolean, probability float8) (
  SFUNC = harmony_internal.binary_performance_transition,
  STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.binary_performance_final,
  COMBINEFUNC = harmony_internal.binary_performance_combine, SERIALFUNC = harmony_internal.binary_performance_serialize,
  DESERIALFUNC = harmony_internal.binary_performance_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.binary_performance(boolean, float8) IS
'What probabilities of an outcome were worth: AUC, average precision, Brier, log loss, decisions at 0.5, calibration.

Rows with a NULL are skipped; no row left gives NULL. With one outcome only, what needs both is NULL: auc, auc_se, average_precision,
brier_skill, mcc, ks and the calibration line. Errors: 22023 for a probability that is NaN or not between 0 and 1. Holds 8 bytes a row, at
most 60 million (54000).';

CREATE AGGREGATE harmony.binary_performance(outcome boolean, probability float8, threshold float8) (
  SFUNC = harmony_internal.binary_performance_transition,
  STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.binary_performance_final,
  COMBINEFUNC = harmony_internal.binary_performance_combine, SERIALFUNC = harmony_internal.binary_performance_serialize,
  DESERIALFUNC = harmony_internal.binary_performance_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.binary_performance(boolean, float8, float8) IS
'The same at a threshold between 0 and 1 (22023), the same in all rows: a probability from it on is positive.';

CREATE FUNCTION harmony_internal.regression_performance_transition(internal, actual float8, predicted float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_regression_performance_transition';
COMMENT ON FUNCTION harmony_internal.regression_performance_transition(internal, float8, float8) IS
'Adds a row; one with a NULL is skipped.';

CREATE FUNCTION harmony_internal.regression_performance_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_regression_performance_combine';
COMMENT ON FUNCTION harmony_internal.regression_performance_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.regression_performance_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_regression_performance_serialize';
COMMENT ON FUNCTION harmony_internal.regression_performance_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.regression_performance_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_regression_performance_deserialize';
COMMENT ON FUNCTION harmony_internal.regression_performance_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.regression_performance_final(internal) RETURNS harmony.regression_performance_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_regression_performance_final';
COMMENT ON FUNCTION harmony_internal.regression_performance_final(internal) IS
'Final function of the aggregate harmony.regression_performance.';

CREATE AGGREGATE harmony.regression_performance(actual float8, predicted float8) (
  SFUNC = harmony_internal.regression_performance_transition,
  STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.regression_performance_final,
  COMBINEFUNC = harmony_internal.regression_performance_combine, SERIALFUNC = harmony_internal.regression_performance_serialize,
  DESERIALFUNC = harmony_internal.regression_performance_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.regression_performance(float8, float8) IS
'How far predictions of a number were off: bias, absolute, squared and relative errors, R squared.

Rows with a NULL are skipped; no row left gives NULL. Errors: 22023 for NaN and infinity, 22003 for a figure beyond the range of float8.
Holds 16 bytes a row, at most 60 million (54000).';

CREATE FUNCTION harmony_internal.estimated_performance_transition(internal, probability float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_estimated_performance_transition';
COMMENT ON FUNCTION harmony_internal.estimated_performance_transition(internal, float8) IS 'Adds a row; NULL is skipped.';

CREATE FUNCTION harmony_internal.estimated_performance_transition(internal, probability float8, threshold float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_estimated_performance_transition';
COMMENT ON FUNCTION harmony_internal.estimated_performance_transition(internal, float8, float8) IS 'Adds a row; NULL is skipped.';

CREATE FUNCTION harmony_internal.estimated_performance_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_estimated_performance_combine';
COMMENT ON FUNCTION harmony_internal.estimated_performance_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.estimated_performance_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_estimated_performance_serialize';
COMMENT ON FUNCTION harmony_internal.estimated_performance_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.estimated_performance_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_estimated_performance_deserialize';
COMMENT ON FUNCTION harmony_internal.estimated_performance_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.estimated_performance_final(internal) RETURNS harmony.estimated_performance_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_estimated_performance_final';
COMMENT ON FUNCTION harmony_internal.estimated_performance_final(internal) IS
'Final function of the aggregate harmony.estimated_performance.';

CREATE AGGREGATE harmony.estimated_performance(probability float8) (
  SFUNC = harmony_internal.estimated_performance_transition,
  STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.estimated_performance_final,
  COMBINEFUNC = harmony_internal.estimated_performance_combine, SERIALFUNC = harmony_internal.estimated_performance_serialize,
  DESERIALFUNC = harmony_internal.estimated_performance_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.estimated_performance(float8) IS
'What accuracy, precision, recall, F1 and AUC are expected to be, without outcomes, if the probabilities are calibrated.

TP = sum of p over p >= 0.5, FP = sum of 1 - p there, FN and TN likewise below. Wrong as far as the probabilities are: show it beside the
calibration of the last outcomes. NULL is skipped; no row left gives NULL. Errors: 22023 for a probability that is NaN or not between 0 and
1. Holds 8 bytes a row, at most 60 million (54000).';

CREATE AGGREGATE harmony.estimated_performance(probability float8, threshold float8) (
  SFUNC = harmony_internal.estimated_performance_transition,
  STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.estimated_performance_final,
  COMBINEFUNC = harmony_internal.estimated_performance_combine, SERIALFUNC = harmony_internal.estimated_performance_serialize,
  DESERIALFUNC = harmony_internal.estimated_performance_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.estimated_performance(float8, float8) IS
'The same at a threshold between 0 and 1 (22023), the same in all rows.';

-- Series.
CREATE FUNCTION harmony.robust_z(value float8, sample float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_robust_z';
COMMENT ON FUNCTION harmony.robust_z(float8, float8[]) IS
'How far a value stands from a sample, in spite of the sample''s outliers.

0.6745 (value - median)/MAD, MAD the median absolute deviation from the median; beyond 3.5 it is an outlier (Iglewicz and Hoaglin 1993).
NULLs in the sample are skipped; NULL without a sample, or where at least half of it is equal. Errors: 22023 for NaN and infinity, 22003 for
a z beyond the range of float8.';

CREATE FUNCTION harmony.ewma_chart("values" float8[], target float8, sd float8, lambda float8 DEFAULT 0.2, l float8 DEFAULT 3,
    steady boolean DEFAULT false)
  RETURNS TABLE (i integer, value float8, ewma float8, low float8, high float8, signal boolean)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_ewma_chart';
COMMENT ON FUNCTION harmony.ewma_chart(float8[], float8, float8, float8, float8, boolean) IS
'A chart of exponentially weighted moving averages: a row for each value, with the limits there and whether it is beyond them.

z_t = lambda x_t + (1 - lambda) z_(t-1) from the target on; limits target +- l sd sqrt(lambda/(2 - lambda) (1 - (1 - lambda)^(2t))), steady:
without the last factor. A NULL is missing: its row has NULLs, and the chart goes on as if it were not there. Errors: 22023 for NaN and
infinity, and unless sd > 0, 0 < lambda <= 1, l > 0; 22003.';

CREATE FUNCTION harmony.cusum_chart("values" float8[], target float8, sd float8, k float8 DEFAULT 0.5, h float8 DEFAULT 5)
  RETURNS TABLE (i integer, value float8, high float8, low float8, signal boolean)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_cusum_chart';
COMMENT ON FUNCTION harmony.cusum_chart(float8[], float8, float8, float8, float8) IS
'A tabular chart of cumulative sums: a row for each value, with the sums up (high) and down (low) and whether one is above h sd.

high = max(0, high + x - target - k sd), low = max(0, low + target - x - k sd), from 0; they go on after a signal. A NULL is missing: its
row has NULLs, and the chart goes on as if it were not there. Errors: 22023 for NaN and infinity, and unless sd > 0, k >= 0, h > 0; 22003.';

-- Texts.
CREATE FUNCTION harmony.text_embedding(text text, dimensions integer DEFAULT 256) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_text_embedding';
COMMENT ON FUNCTION harmony.text_embedding(text, integer) IS
'A text as a vector of length 1 by hashing its pieces, the same on every machine; the product of two is their cosine similarity.

A-Z lowered, blanks collapsed, one space around; pieces of 3, 4 and 5 code points; FNV-1a of 64 bits of the UTF-8, element h mod dimensions,
minus where bit 63 is set (Weinberger et al. 2009). It knows spelling, not meaning. NULL for a text of blanks. Error 22023 unless dimensions
are 1 to 16000.';

CREATE FUNCTION harmony.auc_difference(a float8, a_se float8, b float8, b_se float8, level float8 DEFAULT 0.95,
                                       OUT difference float8, OUT low float8, OUT high float8)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_auc_difference';
COMMENT ON FUNCTION harmony.auc_difference(float8, float8, float8, float8, float8) IS
'The difference of two areas under a curve of different rows, such as two windows, with its interval.

a - b -+ z sqrt(a_se^2 + b_se^2), z the normal quantile of (1 + level)/2, cut to -1 and 1: one area is the larger where 0 lies outside.
Areas and standard errors as auc and auc_se of harmony.binary_performance (DeLong, DeLong and Clarke-Pearson 1988); those of the same
rows are not independent. Errors: 22023 for an area outside of 0 to 1, a standard error that is negative or not finite, and unless
0 < level < 1.';
