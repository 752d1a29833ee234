#include "core/statistics/two_sample.hpp"
#include "core/base/score.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/distributions.tails.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/roots.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace harmony::statistics {

namespace {

void check_level(double level) {
  if (!(level > 0.0 && level < 1.0)) throw error(sqlstate::invalid_parameter_value, "level must lie between 0 and 1");
}

sample_summary summary(const moments &sample) {
  return {static_cast<double>(sample.n), sample.n > 0 ? static_cast<double>(sample.mean()) : missing, sample.sd()};
}

void check_summary(const sample_summary &s) {
  if (!(s.n >= 0.0) || s.n != std::floor(s.n) || std::isinf(s.n))
    throw error(sqlstate::invalid_parameter_value, "number of values must be a whole number, not negative");
  if (std::isinf(s.mean) || std::isinf(s.sd) || s.sd < 0.0)
    throw error(sqlstate::invalid_parameter_value,
                "mean and standard deviation must be finite, and the latter not negative");
}

t_test_result test(const sample_summary &a, const sample_summary &b, double difference, double level) {
  t_test_result r{a, b, difference, missing, missing, missing, missing, missing, missing, missing, missing};
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

// T = (Z + δ)/S with S² = χ²/df, at one t and any δ: P(T ≥ t) = E Φ(δ − t S), by the trapezoid rule in log s. Its step
// follows the narrower of the width of log s, 1/√(2 df), and that of Φ, 1/t; the error is below 1e-15.
class noncentral_t {
 public:
  noncentral_t(double t, double df) {
    constexpr double upper_tail = 0.001;  // log s matters up to here, where both are narrower by s
    const double s = std::sqrt(chi2_upper_quantile(upper_tail, df) / df);
    const double step = std::fmin(0.11, 0.7 / s / std::sqrt(2.0 * df + t * t));
    double total = 0.0;
    for (const int direction : {-1, 1}) {
      for (int i = direction < 0 ? 0 : 1;; ++i) {
        const double x = direction * step * i;
        const double density = std::exp(df * (x - 0.5 * std::expm1(2.0 * x)));
        if (density < 1e-18) break;
        total += density;
        density_.push_back(density);
        shift_.push_back(t * std::exp(x));
      }
      poll_interrupt();
    }
    for (double &density : density_) density /= total;
  }

  double upper(double delta) const { return tail(delta, 1.0); }
  double lower(double delta) const { return tail(delta, -1.0); }

 private:
  double tail(double delta, double sign) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < shift_.size(); ++i)
      sum += density_[i] * 0.5 * std::erfc(sign * (shift_[i] - delta) * M_SQRT1_2);
    return sum;
  }

  std::vector<double> density_, shift_;
};

// The noncentrality δ with P(T ≥ t; δ) = tail (or P(T ≤ t; δ), for the upper end): a zero of a monotone function.
double noncentrality(const noncentral_t &distribution, double t, double df, double tail, bool upper_end) {
  const auto excess = [&](double delta) {
    return (upper_end ? distribution.lower(delta) : distribution.upper(delta)) - tail;
  };
  const double outward = upper_end ? 1.0 : -1.0;
  const double reach = 6.0 + 4.0 * std::fabs(t) / std::sqrt(2.0 * df);  // more than most intervals need
  double inner = t, outer = t + outward * reach;
  for (int i = 0; i < 100 && excess(outer) > 0.0; ++i) outer += outward * reach;
  for (int i = 0; i < 100 && excess(inner) < 0.0; ++i) inner -= outward * reach;
  if (!(excess(outer) <= 0.0 && excess(inner) >= 0.0)) return missing;
  const auto close = [&](double a, double b) { return std::fabs(a - b) <= 1e-13 * (1.0 + std::fabs(t)); };
  std::uintmax_t most = 200;
  const auto found = boost::math::tools::toms748_solve(excess, std::fmin(inner, outer), std::fmax(inner, outer), close,
                                                       most, distribution_policy());
  return 0.5 * (found.first + found.second);
}

void interval(effect_size &r, double m, double level) {
  constexpr double far = 1e5;  // where Z counts for less than 1e-5 of the interval beside t S
  const double tail = (1.0 - level) / 2.0, unit = std::sqrt(1.0 / r.first.n + 1.0 / r.second.n);
  const double t = r.d / unit;
  if (t * t > far * 2.0 * m) {
    r.low = r.d * std::sqrt((t > 0 ? chi2_quantile(tail, m) : chi2_upper_quantile(tail, m)) / m);
    r.high = r.d * std::sqrt((t > 0 ? chi2_upper_quantile(tail, m) : chi2_quantile(tail, m)) / m);
    return;
  }
  const noncentral_t distribution(t, m);
  r.low = noncentrality(distribution, t, m, tail, false) * unit;
  r.high = noncentrality(distribution, t, m, tail, true) * unit;
}

}  // namespace

t_test_result welch_t(const two_moments &samples, double level) {
  check_level(level);
  const moments &a = samples.first, &b = samples.second;
  const double difference = a.n > 0 && b.n > 0 ? static_cast<double>(a.mean() - b.mean()) : missing;
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
  effect_size r{summary(a), summary(b), missing, missing, missing, missing};
  const double m = r.first.n + r.second.n - 2.0;
  if (a.n == 0 || b.n == 0 || m < 1.0) return r;
  const double variance = static_cast<double>((a.deviations() + b.deviations()) / m);
  if (!(variance > 0.0)) return r;
  r.d = static_cast<double>(a.mean() - b.mean()) / std::sqrt(variance);
  if (m >= 2.0)
    r.hedges_g =
        r.d / (boost::math::tgamma_delta_ratio((m - 1.0) / 2.0, 0.5, distribution_policy()) * std::sqrt(m / 2.0));
  interval(r, m, level);
  return r;
}

}  // namespace harmony::statistics
