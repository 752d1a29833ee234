-- Distribution functions and quantiles. Each upper tail is computed from the tail and keeps all its digits. Infinite arguments give
-- the limits. Errors: 22023 for NaN and parameters out of range, 22003 where a value cannot be evaluated.

-- Normal.
CREATE FUNCTION harmony.normal_cdf(x float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_normal_cdf';
COMMENT ON FUNCTION harmony.normal_cdf(float8) IS
'P(Z <= x) of the standard normal distribution.

The upper tail is normal_cdf(-x), with all its digits. Error 22023 for NaN. Boost.Math.';

CREATE FUNCTION harmony.normal_quantile(p float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_normal_quantile';
COMMENT ON FUNCTION harmony.normal_quantile(float8) IS
'x with P(Z <= x) = p of the standard normal distribution.

-Infinity at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1. Boost.Math.';

-- Student's t.
CREATE FUNCTION harmony.student_t_cdf(t float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_student_t_cdf';
COMMENT ON FUNCTION harmony.student_t_cdf(float8, float8) IS
'P(T <= t) of Student''s t with df degrees of freedom, which need not be whole.

The upper tail is student_t_cdf(-t, df), with all its digits. Error 22023 for NaN and unless df is positive and finite. Boost.Math.';

CREATE FUNCTION harmony.student_t_two_sided(t float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_student_t_two_sided';
COMMENT ON FUNCTION harmony.student_t_two_sided(float8, float8) IS
'P(|T| >= |t|) of Student''s t: the two-sided p-value, computed from the tail.

Errors as harmony.student_t_cdf. Boost.Math.';

CREATE FUNCTION harmony.student_t_quantile(p float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_student_t_quantile';
COMMENT ON FUNCTION harmony.student_t_quantile(float8, float8) IS
't with P(T <= t) = p of Student''s t.

-Infinity at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and df is positive and finite. Boost.Math.';

-- Fisher's F.
CREATE FUNCTION harmony.f_cdf(x float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_f_cdf';
COMMENT ON FUNCTION harmony.f_cdf(float8, float8, float8) IS
'P(F <= x) of Fisher''s F with df1 and df2 degrees of freedom.

0 for x <= 0. Error 22023 for NaN and unless both df are positive and finite. Boost.Math.';

CREATE FUNCTION harmony.f_upper(x float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_f_upper';
COMMENT ON FUNCTION harmony.f_upper(float8, float8, float8) IS
'P(F >= x) of Fisher''s F: the p-value of an F statistic, computed from the tail.

Errors as harmony.f_cdf. Boost.Math.';

CREATE FUNCTION harmony.f_quantile(p float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_f_quantile';
COMMENT ON FUNCTION harmony.f_quantile(float8, float8, float8) IS
'x with P(F <= x) = p of Fisher''s F.

0 at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and both df are positive and finite. Boost.Math.';

CREATE FUNCTION harmony.f_upper_quantile(p float8, df1 float8, df2 float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_f_upper_quantile';
COMMENT ON FUNCTION harmony.f_upper_quantile(float8, float8, float8) IS
'x with P(F >= x) = p of Fisher''s F: harmony.f_quantile from the other end, for p near 0.

Errors as harmony.f_quantile. Boost.Math.';

-- Chi-squared.
CREATE FUNCTION harmony.chi2_cdf(x float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_chi2_cdf';
COMMENT ON FUNCTION harmony.chi2_cdf(float8, float8) IS
'P(X <= x) of the chi-squared distribution with df degrees of freedom.

0 for x <= 0. Error 22023 for NaN and unless df is positive and finite. Boost.Math.';

CREATE FUNCTION harmony.chi2_upper(x float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_chi2_upper';
COMMENT ON FUNCTION harmony.chi2_upper(float8, float8) IS
'P(X >= x) of the chi-squared distribution: the p-value of a chi-squared statistic, computed from the tail.

Errors as harmony.chi2_cdf. Boost.Math.';

CREATE FUNCTION harmony.chi2_quantile(p float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_chi2_quantile';
COMMENT ON FUNCTION harmony.chi2_quantile(float8, float8) IS
'x with P(X <= x) = p of the chi-squared distribution.

0 at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and df is positive and finite. Boost.Math.';

CREATE FUNCTION harmony.chi2_upper_quantile(p float8, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_chi2_upper_quantile';
COMMENT ON FUNCTION harmony.chi2_upper_quantile(float8, float8) IS
'x with P(X >= x) = p of the chi-squared distribution: harmony.chi2_quantile from the other end, for p near 0.

Errors as harmony.chi2_quantile. Boost.Math.';

-- Studentized range.
CREATE FUNCTION harmony.studentized_range_cdf(q float8, k integer, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_studentized_range_cdf';
COMMENT ON FUNCTION harmony.studentized_range_cdf(float8, integer, float8) IS
'P(Q <= q) of the studentized range of k means with df degrees of freedom.

df Infinity: a known variance; 0 for q <= 0. By quadrature over the normal and the chi distribution (Copenhaver and Holland 1988). Error
22023 for NaN and unless 2 <= k <= 100000 and df >= 1.';

CREATE FUNCTION harmony.studentized_range_upper(q float8, k integer, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_studentized_range_upper';
COMMENT ON FUNCTION harmony.studentized_range_upper(float8, integer, float8) IS
'P(Q >= q) of the studentized range, computed from the tail.

Relative accuracy 1e-10. Errors as harmony.studentized_range_cdf.';

CREATE FUNCTION harmony.studentized_range_upper_quantile(p float8, k integer, df float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50000 AS 'MODULE_PATHNAME', 'harmony_studentized_range_upper_quantile';
COMMENT ON FUNCTION harmony.studentized_range_upper_quantile(float8, integer, float8) IS
'q with P(Q >= q) = p of the studentized range: the critical value of Tukey''s and Games and Howell''s tests.

Infinity at 0, 0 at 1; above 0.99 from the lower tail, which keeps its digits. At most about 20 ms. Errors: 22023 unless 0 <= p <= 1,
22003 for a q beyond 2^996; others as harmony.studentized_range_cdf.';
