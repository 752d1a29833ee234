#include "core/psychometrics/person_fit.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/normal_tail.hpp"

#include <cmath>
#include <string>

namespace harmony::psychometrics {

namespace {

/// Sums over the answers, from the logarithms of the probabilities of the answer given and of the other one.
struct fit_sums {
  int n = 0;
  double surprise = 0.0, variance = 0.0;

  void add(double log_given, double log_other) {
    const double p = std::exp(log_given), q = std::exp(log_other);
    const double expected = (p > 0.0 ? p * log_given : 0.0) + (q > 0.0 ? q * log_other : 0.0);
    const double difference = log_given - log_other, product = p * q;
    n += 1;
    surprise += log_given - expected;
    variance += product > 0.0 ? product * difference * difference : 0.0;
  }

  double lz() const {
    return n < fewest_for_fit || !(variance > 0.0) ? missing : without_noise(surprise / std::sqrt(variance));
  }
};

/// ln(1/(1 + exp(−x)))
double log_logistic(double x) { return x < 0.0 ? x - std::log1p(std::exp(x)) : -std::log1p(std::exp(-x)); }

/// θ with the highest posterior under N(0, 1), whose slope falls everywhere: Newton, and half of the bracket where
/// Newton would leave it. Item parameters and answers can move θ by at most 10 an item, which the bracket holds.
double most_likely_ability(const answers &given, const item_bank &items) {
  constexpr int most_newton_steps = 200;
  double low = -1e6, high = 1e6, theta = 0.0;
  for (int step = 0; step < most_newton_steps; ++step) {
    poll_interrupt();
    double slope = -theta, curvature = 1.0;
    for (std::size_t i = 0; i < given.size; ++i) {
      if (given.is_missing(i)) continue;
      const double a = items.a[i], p = 1.0 / (1.0 + std::exp(-a * (theta - items.b[i])));
      slope += a * (given.values[i] - p);
      curvature += a * a * p * (1.0 - p);
    }
    (slope > 0.0 ? low : high) = theta;
    double next = theta + slope / curvature;
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    if (std::fabs(next - theta) <= 1e-12 * (1.0 + std::fabs(theta))) return next;
    theta = next;
  }
  return theta;
}

}  // namespace

double person_fit_2pl(const answers &given, const item_bank &items) {
  items.check(given);
  const double theta = most_likely_ability(given, items);
  fit_sums sums;
  for (std::size_t i = 0; i < given.size; ++i) {
    if (given.is_missing(i)) continue;
    const double x = items.a[i] * (theta - items.b[i]) * (given.values[i] == 1 ? 1.0 : -1.0);
    sums.add(log_logistic(x), log_logistic(-x));
  }
  return sums.lz();
}

double person_fit_of_test(const answers &given, span<std::int16_t> correct, nullable_span<double> a,
                          nullable_span<double> b) {
  for (const std::size_t size : {correct.size, a.size, b.size}) check_length("item parameters", given.size, size);
  std::vector<std::int16_t> right;
  std::vector<double> discrimination, difficulty;
  for (std::size_t i = 0; i < given.size; ++i) {
    if (given.is_missing(i) || a.is_missing(i) || b.is_missing(i)) continue;
    right.push_back(given.values[i] == correct[i] ? 1 : 0);
    discrimination.push_back(a.values[i]);
    difficulty.push_back(b.values[i]);
  }
  return person_fit_2pl({right.data(), nullptr, right.size()}, {discrimination, difficulty});
}

double person_fit_pairs(const answers &given, const forced_choice_form &form,
                        const std::vector<forced_choice_score> &scores) {
  fit_sums sums;
  for (std::size_t k = 0; k < given.size; ++k) {
    if (given.is_missing(k)) continue;
    const statement_pair &pair = form.pairs[k];
    const double eta = preference(pair, scores[static_cast<std::size_t>(pair.left.trait)].theta,
                                  scores[static_cast<std::size_t>(pair.right.trait)].theta) *
                       (given.values[k] == 1 ? 1.0 : -1.0);
    if (!std::isnan(eta)) sums.add(statistics::log_normal_cdf(eta), statistics::log_normal_cdf(-eta));
  }
  return sums.lz();
}

}  // namespace harmony::psychometrics
