-- Distributions, norms of a score and where one stands, agreement. The arithmetic is src/core/statistics.

-- Cumulative distribution functions and quantiles. Errors: 22023 for NaN and parameters out of range; 22003 where a value
-- cannot be evaluated. Infinite arguments give the limits.

CREATE FUNCTION harmony.normal_cdf(x float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_normal_cdf';
COMMENT ON FUNCTION harmony.normal_cdf(float8) IS
'P(Z <= x) of the standard normal distribution.

The upper tail is normal_cdf(-x), with all its digits. Error 22023 for NaN. Boost.Math.';
CREATE FUNCTION harmony.normal_quantile(p float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_normal_quantile';
COMMENT ON FUNCTION harmony.normal_quantile(float8) IS
'x with P(Z <= x) = p; -Infinity at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1. Boost.Math.';

CREATE FUNCTION harmony.student_t_cdf(t float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_student_t_cdf';
COMMENT ON FUNCTION harmony.student_t_cdf(float8, float8) IS
'P(T <= t) of Student''s t with df degrees of freedom, which need not be whole.

The upper tail is student_t_cdf(-t, df), with all its digits. Error 22023 for NaN and unless df is positive and finite. Boost.Math.';
CREATE FUNCTION harmony.student_t_two_sided(t float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_student_t_two_sided';
COMMENT ON FUNCTION harmony.student_t_two_sided(float8, float8) IS
'P(|T| >= |t|): the two-sided p-value, computed from the tail. Errors as student_t_cdf. Boost.Math.';
CREATE FUNCTION harmony.student_t_quantile(p float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_student_t_quantile';
COMMENT ON FUNCTION harmony.student_t_quantile(float8, float8) IS
't with P(T <= t) = p; -Infinity at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and df is positive and finite. Boost.Math.';

CREATE FUNCTION harmony.f_cdf(x float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_f_cdf';
COMMENT ON FUNCTION harmony.f_cdf(float8, float8, float8) IS
'P(F <= x) of Fisher''s F with df1 and df2 degrees of freedom; 0 for x <= 0. Error 22023 for NaN and unless both are positive and finite. Boost.Math.';
CREATE FUNCTION harmony.f_upper(x float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_f_upper';
COMMENT ON FUNCTION harmony.f_upper(float8, float8, float8) IS
'P(F >= x), the p-value of an F statistic, computed from the tail. Errors as f_cdf. Boost.Math.';
CREATE FUNCTION harmony.f_quantile(p float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_f_quantile';
COMMENT ON FUNCTION harmony.f_quantile(float8, float8, float8) IS
'x with P(F <= x) = p; 0 at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and both df are positive and finite. Boost.Math.';
CREATE FUNCTION harmony.f_upper_quantile(p float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_f_upper_quantile';
COMMENT ON FUNCTION harmony.f_upper_quantile(float8, float8, float8) IS
'x with P(F >= x) = p: f_quantile from the other end, for p near 0. Errors as f_quantile. Boost.Math.';

CREATE FUNCTION harmony.chi2_cdf(x float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_chi2_cdf';
COMMENT ON FUNCTION harmony.chi2_cdf(float8, float8) IS
'P(X <= x) of the chi-squared distribution with df degrees of freedom; 0 for x <= 0. Error 22023 for NaN and unless df is positive and finite. Boost.Math.';
CREATE FUNCTION harmony.chi2_upper(x float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_chi2_upper';
COMMENT ON FUNCTION harmony.chi2_upper(float8, float8) IS
'P(X >= x), the p-value of a chi-squared statistic, computed from the tail. Errors as chi2_cdf. Boost.Math.';
CREATE FUNCTION harmony.chi2_quantile(p float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_chi2_quantile';
COMMENT ON FUNCTION harmony.chi2_quantile(float8, float8) IS
'x with P(X <= x) = p; 0 at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and df is positive and finite. Boost.Math.';
CREATE FUNCTION harmony.chi2_upper_quantile(p float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_chi2_upper_quantile';
COMMENT ON FUNCTION harmony.chi2_upper_quantile(float8, float8) IS
'x with P(X >= x) = p: chi2_quantile from the other end, for p near 0. Errors as chi2_quantile. Boost.Math.';

CREATE FUNCTION harmony.studentized_range_cdf(q float8, k integer, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_studentized_range_cdf';
COMMENT ON FUNCTION harmony.studentized_range_cdf(float8, integer, float8) IS
'P(Q <= q) of the studentized range of k means with df degrees of freedom (Infinity for a known variance); 0 for q <= 0.

By quadrature over the normal and the chi distribution (Copenhaver and Holland 1988). Error 22023 for NaN and unless 2 <= k <= 100000 and df >= 1.';
CREATE FUNCTION harmony.studentized_range_upper(q float8, k integer, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_studentized_range_upper';
COMMENT ON FUNCTION harmony.studentized_range_upper(float8, integer, float8) IS
'P(Q >= q), computed from the tail: relative accuracy 1e-10. Errors as studentized_range_cdf.';
CREATE FUNCTION harmony.studentized_range_upper_quantile(p float8, k integer, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50000 AS 'MODULE_PATHNAME', 'harmony_studentized_range_upper_quantile';
COMMENT ON FUNCTION harmony.studentized_range_upper_quantile(float8, integer, float8) IS
'q with P(Q >= q) = p: the critical value of Tukey''s and Games and Howell''s tests. Infinity at 0, 0 at 1. Error 22023 unless 0 <= p <= 1; others as studentized_range_cdf.';

-- Norms and where a score stands.

CREATE TYPE harmony.norms_result AS (
  n         bigint,
  mean      float8,
  sd        float8,
  quantiles float8[]
);
COMMENT ON TYPE harmony.norms_result IS 'Distribution of a score in a population: sd with divisor n - 1 (NULL for n = 1), quantiles the percentiles 1 to 99.';

CREATE FUNCTION harmony.sample_transition(internal, value float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_sample_transition';
COMMENT ON FUNCTION harmony.sample_transition(internal, float8) IS 'Adds a value to a sample; NULL is passed over.';
CREATE FUNCTION harmony.sample_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_sample_combine';
COMMENT ON FUNCTION harmony.sample_combine(internal, internal) IS 'Joins two samples.';
CREATE FUNCTION harmony.sample_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_sample_serialize';
COMMENT ON FUNCTION harmony.sample_serialize(internal) IS 'A sample as bytes, for a parallel worker''s leader.';
CREATE FUNCTION harmony.sample_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_sample_deserialize';
COMMENT ON FUNCTION harmony.sample_deserialize(bytea, internal) IS 'A sample from a parallel worker''s bytes.';
CREATE FUNCTION harmony.norms_final(internal) RETURNS harmony.norms_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_norms_final';
COMMENT ON FUNCTION harmony.norms_final(internal) IS 'Final function of the aggregate harmony.norms.';
CREATE AGGREGATE harmony.norms(score float8) (
  SFUNC = harmony.sample_transition, STYPE = internal, SSPACE = 8192, FINALFUNC = harmony.norms_final,
  COMBINEFUNC = harmony.sample_combine, SERIALFUNC = harmony.sample_serialize, DESERIALFUNC = harmony.sample_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.norms(float8) IS
'Norms of a score: n, mean, sd (divisor n - 1) and the percentiles 1 to 99 as percentile_cont interpolates them.

NULL scores are passed over; no score gives NULL. Error 22023 for NaN and infinity. Holds 8 bytes a score, at most 60 million (54000).';

CREATE FUNCTION harmony.z_score(score float8, mean float8, sd float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_z_score';
COMMENT ON FUNCTION harmony.z_score(float8, float8, float8) IS
'(score - mean)/sd; NULL for sd = 0. Error 22023 for NaN, infinity or a negative sd.';
CREATE FUNCTION harmony.t_score(score float8, mean float8, sd float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_t_score';
COMMENT ON FUNCTION harmony.t_score(float8, float8, float8) IS
'50 + 10 z (McCall 1922): mean 50, standard deviation 10. NULL for sd = 0; errors as z_score. For Student''s t see student_t_cdf.';
CREATE FUNCTION harmony.sten(score float8, mean float8, sd float8) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_sten';
COMMENT ON FUNCTION harmony.sten(float8, float8, float8) IS
'Standard ten: floor(2 z) + 6 within 1 to 10. Half a standard deviation a step, the mean between 5 and 6. NULL for sd = 0; errors as z_score.';
CREATE FUNCTION harmony.stanine(score float8, mean float8, sd float8) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_stanine';
COMMENT ON FUNCTION harmony.stanine(float8, float8, float8) IS
'Standard nine: floor(2 z + 5.5) within 1 to 9. Half a standard deviation a step, 5 around the mean. NULL for sd = 0; errors as z_score.';
CREATE FUNCTION harmony.norm_percentile(score float8, quantiles float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_norm_percentile';
COMMENT ON FUNCTION harmony.norm_percentile(float8, float8[]) IS
'Percentile (0.5 to 99.5) of a score in a population given by its percentiles 1 to 99, as harmony.norms answers them.

Between two percentiles interpolated; where several equal the score, the middle of them (mid-rank); 0.5 below the first, 99.5 above the last. Error 22023 unless there are 99, finite and ascending. For a pool at hand see harmony.midrank_percentile.';
CREATE FUNCTION harmony.sem(sd float8, reliability float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_sem';
COMMENT ON FUNCTION harmony.sem(float8, float8) IS
'Standard error of measurement sd sqrt(1 - reliability) (Lord and Novick 1968), in the unit of the score.

A negative reliability, which alpha can have, counts as 0. Error 22023 for a negative sd, a reliability above 1, NaN or infinity.';
CREATE TYPE harmony.score_interval AS (low float8, high float8);
COMMENT ON TYPE harmony.score_interval IS 'Ends of an interval, in the unit of the score.';
CREATE FUNCTION harmony.score_interval(score float8, sem float8, level float8 DEFAULT 0.95) RETURNS harmony.score_interval
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_score_interval';
COMMENT ON FUNCTION harmony.score_interval(float8, float8, float8) IS
'score -+ z sem: where repeated measurements of the same person would lie with that probability. Not cut at the ends of the scale. Error 22023 unless 0 < level < 1 and sem >= 0.';

-- Several dimensions, several raters.

CREATE FUNCTION harmony.mahalanobis(x float8[], mean float8[], covariance float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_mahalanobis';
COMMENT ON FUNCTION harmony.mahalanobis(float8[], float8[], float8[]) IS
'Squared Mahalanobis distance D^2 = (x - mean)'' covariance^-1 (x - mean) (Mahalanobis 1936); chi-squared with as many degrees of freedom as dimensions in a normal population.

NULL elements of x are left out with their part of mean and covariance: the exact distance of the rest. mean and covariance as column_means and covariance_matrix of a harmony.linear_state give them; the lower triangle is read. NULL where nothing is measured or the covariance is not positive definite. Error 22023 for dimensions that do not fit, NaN or infinity.';

CREATE FUNCTION harmony.uniform_variance(options integer) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'harmony_uniform_variance';
COMMENT ON FUNCTION harmony.uniform_variance(integer) IS
'(A^2 - 1)/12: the variance of answers spread evenly over A options, the usual expected variance of harmony.rwg_j. Error 22023 for fewer than 2.';
CREATE FUNCTION harmony.rwg_transition(internal, items float8[], expected_variance float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_rwg_transition';
COMMENT ON FUNCTION harmony.rwg_transition(internal, float8[], float8) IS 'Adds a rater; one with a NULL is passed over.';
CREATE FUNCTION harmony.rwg_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_combine';
COMMENT ON FUNCTION harmony.rwg_combine(internal, internal) IS 'Joins two parts of a group.';
CREATE FUNCTION harmony.rwg_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_serialize';
COMMENT ON FUNCTION harmony.rwg_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';
CREATE FUNCTION harmony.rwg_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_deserialize';
COMMENT ON FUNCTION harmony.rwg_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';
CREATE FUNCTION harmony.rwg_j_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_rwg_j_final';
COMMENT ON FUNCTION harmony.rwg_j_final(internal) IS 'Final function of the aggregate harmony.rwg_j.';
CREATE AGGREGATE harmony.rwg_j(items float8[], expected_variance float8) (
  SFUNC = harmony.rwg_transition, STYPE = internal, SSPACE = 1024, FINALFUNC = harmony.rwg_j_final,
  COMBINEFUNC = harmony.rwg_combine, SERIALFUNC = harmony.rwg_serialize, DESERIALFUNC = harmony.rwg_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.rwg_j(float8[], float8) IS
'Agreement r_wg(j) of the raters of a group on J items, 0 to 1: J (1 - v)/(J (1 - v) + v), v the mean item variance (divisor n - 1) over the expected variance (James, Demaree and Wolf 1984). With one item it is r_wg.

One row a rater; a rater with a NULL item is passed over. Less agreement than chance is 0; NULL for fewer than two raters. Error 22023 for NaN, infinity, items or an expected variance that change from row to row. For expected_variance see harmony.uniform_variance.';
