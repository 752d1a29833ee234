#include "core/statistics/two_sample.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

void check_level(double level) {
  if (!(level > 0.0 && level < 1.0)) throw error(sqlstate::invalid_parameter_value, "level must lie between 0 and 1");
}

sample_summary summary(const moments &sample) {
  return {static_cast<double>(sample.n), sample.n > 0 ? static_cast<double>(sample.mean()) : undefined, sample.sd()};
}

void check_summary(const sample_summary &s) {
  if (!(s.n >= 0.0) || s.n != std::floor(s.n) || std::isinf(s.n))
    throw error(sqlstate::invalid_parameter_value, "number of values must be a whole number, not negative");
  if (std::isinf(s.mean) || std::isinf(s.sd) || s.sd < 0.0)
    throw error(sqlstate::invalid_parameter_value,
                "mean and standard deviation must be finite, and the latter not negative");
}

t_test_result test(const sample_summary &a, const sample_summary &b, double difference, double level) {
  t_test_result r{a,         b,         difference, undefined, undefined, undefined,
                  undefined, undefined, undefined,  undefined, undefined};
  if (!(a.n > 1 && b.n > 1)) return r;
  const double error_a = a.sd / std::sqrt(a.n), error_b = b.sd / std::sqrt(b.n);
  const double both = std::hypot(error_a, error_b);
  if (!(both > 0.0)) return r;
  const double ratio = error_a / both, share = ratio * ratio;
  r.std_error = both;
  r.t = difference / r.std_error;
  r.df = 1.0 / (share * share / (a.n - 1) + (1 - share) * (1 - share) / (b.n - 1));
  if (!std::isfinite(r.t)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  r.p_two_sided = student_t_two_sided(r.t, r.df);
  r.p_less = student_t_cdf(r.t, r.df);
  r.p_greater = student_t_cdf(-r.t, r.df);
  const double half = -student_t_quantile((1.0 - level) / 2.0, r.df) * r.std_error;
  r.low = difference - half;
  r.high = difference + half;
  return r;
}

// ---- the interval of d ----

namespace bp = boost::math::policies;
using policy = bp::policy<bp::promote_double<false>, bp::domain_error<bp::ignore_error>,
                          bp::overflow_error<bp::ignore_error>, bp::evaluation_error<bp::ignore_error>>;

// The noncentrality δ with P(T ≥ t; δ) = tail (or P(T ≤ t; δ), for the upper end), by bisection on a monotone function.
double noncentrality(double t, double df, double tail, bool upper_end) {
  const auto beyond = [&](double delta) {  // P(T ≥ t), or P(T ≤ t)
    using distribution = boost::math::non_central_t_distribution<double, policy>;
    if (upper_end) return boost::math::cdf(distribution(df, delta), t);
    return boost::math::cdf(boost::math::complement(distribution(df, delta), t));
  };
  const double reach = 6.0 + 4.0 * std::fabs(t) / std::sqrt(2.0 * df);  // more than any interval needs
  double inner = t, outer = t + (upper_end ? reach : -reach);
  for (int i = 0; i < 100 && beyond(outer) > tail; ++i) outer += upper_end ? reach : -reach;
  for (int i = 0; i < 100 && beyond(inner) < tail; ++i) inner += upper_end ? -reach : reach;
  for (int i = 0; i < 100 && std::fabs(outer - inner) > 1e-13 * (1.0 + std::fabs(t)); ++i) {
    const double middle = 0.5 * (inner + outer);
    (beyond(middle) > tail ? inner : outer) = middle;
    poll_interrupt();
  }
  return 0.5 * (inner + outer);
}

void interval(effect_size &r, double m, double level) {
  constexpr double many = 2000;
  const double tail = (1.0 - level) / 2.0, unit = std::sqrt(1.0 / r.first.n + 1.0 / r.second.n);
  const double t = r.d / unit;
  if (m + 2.0 < many && std::fabs(t) < 30.0) {
    r.low = noncentrality(t, m, tail, false) * unit;
    r.high = noncentrality(t, m, tail, true) * unit;
  } else {
    const double half = -normal_quantile(tail) * std::sqrt(unit * unit + r.d * r.d / (2.0 * m));
    r.low = r.d - half;
    r.high = r.d + half;
  }
}

}  // namespace

t_test_result welch_t(const two_moments &samples, double level) {
  check_level(level);
  const moments &a = samples.first, &b = samples.second;
  const double difference = a.n > 0 && b.n > 0 ? static_cast<double>(a.mean() - b.mean()) : undefined;
  return test(summary(a), summary(b), difference, level);
}

t_test_result welch_t(const sample_summary &first, const sample_summary &second, double level) {
  check_level(level);
  check_summary(first);
  check_summary(second);
  return test(first, second, first.mean - second.mean, level);
}

effect_size cohens_d(const two_moments &samples, double level) {
  check_level(level);
  const moments &a = samples.first, &b = samples.second;
  effect_size r{summary(a), summary(b), undefined, undefined, undefined, undefined};
  const double m = r.first.n + r.second.n - 2.0;
  if (a.n == 0 || b.n == 0 || m < 1.0) return r;
  const double variance = static_cast<double>((a.deviations() + b.deviations()) / m);
  if (!(variance > 0.0)) return r;
  r.d = static_cast<double>(a.mean() - b.mean()) / std::sqrt(variance);
  if (m >= 2.0)
    r.hedges_g = r.d / (boost::math::tgamma_delta_ratio((m - 1.0) / 2.0, 0.5, policy()) * std::sqrt(m / 2.0));
  interval(r, m, level);
  return r;
}

}  // namespace harmony::statistics
