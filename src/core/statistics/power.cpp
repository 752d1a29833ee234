#include "core/statistics/power.hpp"

#include "core/base/error.hpp"
#include "core/base/score.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/distributions.tails.hpp"

#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace harmony::statistics {

namespace {

namespace noncentral = boost::math;
using noncentral_policy = distribution_policy;

void refuse_power(const std::string &what) { throw error(sqlstate::invalid_parameter_value, what); }

void check_test_level(double alpha) {
  if (!(alpha > 0.0 && alpha < 1.0)) refuse_power("alpha must lie between 0 and 1, both excluded");
}

void check_effect_size(double effect, const char *name, bool signed_too) {
  if (!std::isfinite(effect)) refuse_power(std::string(name) + " must be finite");
  if (!signed_too && effect < 0.0) refuse_power(std::string(name) + " must not be negative");
}

double sample_size(std::int64_t n, const char *name) {
  if (n < 1) refuse_power(std::string(name) + " must be positive");
  return static_cast<double>(n);
}

// A probability; 22003 where it cannot be evaluated.
template <class Evaluate>
double evaluated_power(Evaluate &&evaluate) {
  double value = missing;
  try {
    value = evaluate();
  } catch (const std::runtime_error &) {
    value = missing;
  }
  if (std::isnan(value)) throw error(sqlstate::numeric_value_out_of_range, "power could not be evaluated");
  return std::clamp(value, 0.0, 1.0);
}

// P(|T| > t) with noncentrality delta. Far beyond the critical value it is 1 to all digits.
double two_sided_t(double df, double delta, double alpha) {
  const double critical = -student_t_quantile(0.5 * alpha, df);
  delta = std::fabs(delta);
  if (delta == 0.0) return alpha;
  if (delta > 1e3 && delta > 3.0 * critical) return 1.0;
  return evaluated_power([&] {
    const noncentral::non_central_t_distribution<double, noncentral_policy> t(df, delta);
    return noncentral::cdf(noncentral::complement(t, critical)) + noncentral::cdf(t, -critical);
  });
}

double pooled_root(double n1, double n2) { return std::sqrt(n1 / (n1 + n2) * n2); }

double two_sided_normal(double shift, double z) { return normal_cdf(shift - z) + normal_cdf(-shift - z); }

double t_of_groups(double d, double n1, double n2, double alpha) {
  const double df = n1 + n2 - 2.0;
  return df > 0.0 ? two_sided_t(df, d * pooled_root(n1, n2), alpha) : missing;
}

double correlation_power(double r, double n, double alpha) {
  if (n < 4.0) return missing;
  const double t = -student_t_quantile(0.5 * alpha, n - 2.0);
  const double critical = std::atanh(t / std::hypot(t, std::sqrt(n - 2.0)));
  const double root = std::sqrt(n - 3.0);
  return two_sided_normal((std::atanh(r) + r / (2.0 * (n - 1.0))) * root, critical * root);
}

constexpr std::int64_t most_needed = 1000000000;

// The smallest n from `first` on where a power that rises with n is reached.
template <class Power>
std::int64_t smallest_n(std::int64_t first, double power, double alpha, Power &&power_at) {
  if (!(power > alpha && power < 1.0)) refuse_power("power must be above alpha and below 1");
  std::int64_t low = first - 1, high = first;
  while (!(power_at(static_cast<double>(high)) >= power)) {
    low = high;
    if (high >= most_needed)
      throw error(sqlstate::numeric_value_out_of_range, "n is out of range", "It would be above 10^9.");
    high = std::min(most_needed, 2 * high);
  }
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (power_at(static_cast<double>(middle)) >= power ? high : low) = middle;
  }
  return high;
}

}  // namespace

double power_t(double d, std::int64_t n1, std::int64_t n2, double alpha) {
  check_test_level(alpha);
  check_effect_size(d, "d", true);
  const double first = sample_size(n1, "n1"), second = sample_size(n2, "n2");
  return t_of_groups(d, first, second, alpha);
}

double power_t_paired(double d, std::int64_t n, double alpha) {
  check_test_level(alpha);
  check_effect_size(d, "d", true);
  const double size = sample_size(n, "n");
  return n < 2 ? missing : two_sided_t(size - 1.0, d * std::sqrt(size), alpha);
}

double power_correlation(double r, std::int64_t n, double alpha) {
  check_test_level(alpha);
  if (!(std::fabs(r) < 1.0)) refuse_power("r must lie between -1 and 1, both excluded");
  return correlation_power(r, sample_size(n, "n"), alpha);
}

double power_proportions(double p1, double p2, std::int64_t n1, std::int64_t n2, double alpha) {
  check_test_level(alpha);
  if (!(p1 >= 0.0 && p1 <= 1.0)) refuse_power("p1 must lie between 0 and 1");
  if (!(p2 >= 0.0 && p2 <= 1.0)) refuse_power("p2 must lie between 0 and 1");
  const double h = 2.0 * std::asin(std::sqrt(p1)) - 2.0 * std::asin(std::sqrt(p2));
  return two_sided_normal(h * pooled_root(sample_size(n1, "n1"), sample_size(n2, "n2")), -normal_quantile(0.5 * alpha));
}

double power_anova(double f, std::int32_t k, std::int64_t n_per_group, double alpha) {
  check_test_level(alpha);
  check_effect_size(f, "f", false);
  if (k < 2) refuse_power("k must be at least 2");
  const double n = sample_size(n_per_group, "n_per_group"), groups = k;
  const double df1 = groups - 1.0, df2 = groups * (n - 1.0), lambda = groups * n * f * f;
  if (!(df2 > 0.0)) return missing;
  const double critical = f_upper_quantile(alpha, df1, df2);
  if (lambda == 0.0) return alpha;
  if (lambda > 1e6 && lambda > 10.0 * df1 * critical) return 1.0;
  return evaluated_power([&] {
    return noncentral::cdf(noncentral::complement(
        noncentral::non_central_f_distribution<double, noncentral_policy>(df1, df2, lambda), critical));
  });
}

double power_chi_square(double w, std::int32_t df, std::int64_t n, double alpha) {
  check_test_level(alpha);
  check_effect_size(w, "w", false);
  if (df < 1) refuse_power("df must be positive");
  const double lambda = sample_size(n, "n") * w * w, critical = chi2_upper_quantile(alpha, df);
  if (lambda == 0.0) return alpha;
  if (lambda > 1e6 && lambda > 10.0 * critical) return 1.0;
  return evaluated_power([&] {
    return noncentral::cdf(noncentral::complement(
        noncentral::non_central_chi_squared_distribution<double, noncentral_policy>(df, lambda), critical));
  });
}

std::int64_t n_for_t(double d, double power, double alpha) {
  check_test_level(alpha);
  check_effect_size(d, "d", true);
  if (d == 0.0) refuse_power("d must not be 0");
  return smallest_n(2, power, alpha, [&](double n) { return t_of_groups(d, n, n, alpha); });
}

std::int64_t n_for_correlation(double r, double power, double alpha) {
  check_test_level(alpha);
  if (!(std::fabs(r) < 1.0)) refuse_power("r must lie between -1 and 1, both excluded");
  if (r == 0.0) refuse_power("r must not be 0");
  return smallest_n(4, power, alpha, [&](double n) { return correlation_power(r, n, alpha); });
}

}  // namespace harmony::statistics
