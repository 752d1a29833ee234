// Power of tests by noncentral distributions, and the sample sizes that reach one.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>

namespace harmony::statistics {

/// The chance that a two-sided test at alpha finds an effect: P(|T| > t) of a noncentral t with n1 + n2 − 2 degrees of
/// freedom and noncentrality d √(n1 n2/(n1 + n2)). NaN where a test has no degrees of freedom. Errors of all: 22023 for
/// a size below 1, an effect that is not finite, and unless 0 < alpha < 1; 22003 where it cannot be evaluated.
double power_t(double d, std::int64_t n1, std::int64_t n2, double alpha);
/// Of pairs, d in standard deviations of the differences: noncentrality d √n, df n − 1.
double power_t_paired(double d, std::int64_t n, double alpha);
/// Φ((z_r − z_c) √(n − 3)) + Φ((−z_r − z_c) √(n − 3)), z_r = atanh r + r/(2(n − 1)), z_c = atanh of the critical r by t
/// with n − 2 (pwr.r.test). NaN for n < 4; 22023 unless |r| < 1.
double power_correlation(double r, std::int64_t n, double alpha);
/// By Cohen's h: Φ(h √(n1 n2/(n1 + n2)) − z) + Φ(−h √… − z).
double power_proportions(double p1, double p2, std::int64_t n1, std::int64_t n2, double alpha);
/// F with noncentrality k n f². NaN for n = 1; 22023 for k < 2 and f < 0.
double power_anova(double f, std::int32_t k, std::int64_t n_per_group, double alpha);
/// Chi-squared with noncentrality n w². 22023 for df < 1 and w < 0.
double power_chi_square(double w, std::int32_t df, std::int64_t n, double alpha);

/// The smallest whole n (a group; in all) at which the power is reached. Errors: 22023 unless alpha < power < 1, and
/// for an effect of 0; 22003 beyond 10^9.
std::int64_t n_for_t(double d, double power, double alpha);
std::int64_t n_for_correlation(double r, double power, double alpha);

}  // namespace harmony::statistics
