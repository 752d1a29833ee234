// Distribution functions: thin, validated wrappers over Boost.Math (header only), never promoted to long double, so
// that every platform gives the same digits. NaN arguments and parameters out of range are errors (22023); infinite
// arguments of a distribution function give its limit, probabilities 0 and 1 give the end points of the support.
#pragma once

#include "core/base/no_postgres.hpp"

namespace harmony::statistics {

/// P(Z <= x) of the standard normal distribution. Error 22023 for NaN.
double normal_cdf(double x);

/// x with P(Z <= x) = p; -Infinity at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1.
double normal_quantile(double p);

/// P(T <= t) of Student's t with df degrees of freedom (df > 0, fractions allowed). Error 22023 otherwise.
double student_t_cdf(double t, double df);

/// P(|T| >= |t|), computed from the tail, so that tiny p-values keep their digits. Errors as student_t_cdf.
double student_t_two_sided(double t, double df);

/// t with P(T <= t) = p; -Infinity at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and df > 0.
double student_t_quantile(double p, double df);

/// P(F <= x) of Fisher's F with df1 and df2 degrees of freedom (both > 0); 0 for x <= 0. Error 22023 otherwise.
double f_cdf(double x, double df1, double df2);

/// P(F >= x), computed from the tail. Errors as f_cdf.
double f_upper(double x, double df1, double df2);

/// x with P(F <= x) = p; 0 at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and both df > 0.
double f_quantile(double p, double df1, double df2);

/// x with P(F >= x) = p: the same from the other end, for a p near 0. Errors as f_quantile.
double f_upper_quantile(double p, double df1, double df2);

/// P(X <= x) of chi-squared with df degrees of freedom (df > 0); 0 for x <= 0. Error 22023 otherwise.
double chi2_cdf(double x, double df);

/// P(X >= x), computed from the tail. Errors as chi2_cdf.
double chi2_upper(double x, double df);

/// x with P(X <= x) = p; 0 at 0, Infinity at 1. Error 22023 unless 0 <= p <= 1 and df > 0.
double chi2_quantile(double p, double df);

/// x with P(X >= x) = p: the same from the other end, for a p near 0. Errors as chi2_quantile.
double chi2_upper_quantile(double p, double df);

}  // namespace harmony::statistics
