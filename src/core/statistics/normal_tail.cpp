#include "core/statistics/normal_tail.hpp"

#include "core/statistics/distributions.tails.hpp"

#include <boost/math/special_functions/erf.hpp>

#include <cmath>

namespace harmony::statistics {

namespace {

constexpr double sqrt_half = 0.70710678118654752440;
constexpr double log_sqrt_two_pi = 0.91893853320467274178;
constexpr double series_below = -30.0;  // where six terms of the series are exact to the last digit

/// P(Z > x) for x ≥ 0.
double upper_tail(double x) { return 0.5 * boost::math::erfc(x * sqrt_half, distribution_policy()); }

/// Φ(x) |x|/φ(x) = 1 − 1/x² + 3/x⁴ − 15/x⁶ + … for x far below 0.
double mills_series(double x) {
  const double q = 1.0 / (x * x);
  return 1.0 - q * (1.0 - 3.0 * q * (1.0 - 5.0 * q * (1.0 - 7.0 * q * (1.0 - 9.0 * q))));
}

double log_density(double x) { return -0.5 * x * x - log_sqrt_two_pi; }

}  // namespace

double log_normal_cdf(double x) {
  if (x > 0.0) return std::log1p(-upper_tail(x));
  if (x >= series_below) return std::log(upper_tail(-x));
  return log_density(x) - std::log(-x) + std::log(mills_series(x));
}

double normal_hazard(double x) {
  if (x >= series_below) return std::exp(log_density(x)) / (x > 0.0 ? 1.0 - upper_tail(x) : upper_tail(-x));
  return -x / mills_series(x);
}

}  // namespace harmony::statistics
