#include "core/psychometrics/adaptive.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/psychometrics/cognitive.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace harmony::psychometrics {

namespace {

// Where the posterior lies within e^-40 of its maximum; beyond is less than the rounding of the sums.
constexpr double negligible = 40.0;
// First step of the sums, in standard deviations by the curvature at the maximum: where the posterior is normal, the
// sums of this step and of half of it agree at once.
constexpr double first_step = 0.75;
constexpr double agreement = 1e-10;  // of two successive steps, in standard errors
constexpr int most_halvings = 12;

/// An answer: P = 1/(1 + exp(−slope (θ − b))), slope = a where it is right, −a where it is wrong.
struct response {
  double slope, b;
};

/// log of the posterior up to a constant, −θ²/2 + Σ log P. log P = min(z, 0) − log(1 + exp(−|z|)); the logarithm is
/// taken of products of 512 factors, each between 1 and 2.
double log_posterior(const std::vector<response> &responses, double theta) {
  double sum = -0.5 * theta * theta, product = 1.0;
  for (std::size_t i = 0; i < responses.size(); ++i) {
    const double z = responses[i].slope * (theta - responses[i].b);
    sum += std::min(z, 0.0);
    product *= 1.0 + std::exp(-std::fabs(z));
    if (i % 512 != 511) continue;
    poll_interrupt();
    sum -= std::log(product);
    product = 1.0;
  }
  return sum - std::log(product);
}

struct slopes {
  double first, curvature;  // of the log posterior; −second derivative, at least 1
};

slopes slopes_at(const std::vector<response> &responses, double theta) {
  slopes at{-theta, 1.0};
  for (std::size_t i = 0; i < responses.size(); ++i) {
    if (i % 512 == 511) poll_interrupt();
    const double z = responses[i].slope * (theta - responses[i].b), e = std::exp(-std::fabs(z));
    const double smaller = e / (1.0 + e);  // of P and 1 − P
    at.first += responses[i].slope * (z > 0.0 ? smaller : 1.0 - smaller);
    at.curvature += responses[i].slope * responses[i].slope * smaller * (1.0 - smaller);
  }
  return at;
}

struct peak {
  double place, sd;  // sd by the curvature there
};

/// The maximum, to a thousandth of its sd, which is all that placing points needs. Newton's steps within a bracket that
/// holds the root of the falling first derivative, halved where a step leaves it or does not halve the one before.
peak find_peak(const std::vector<response> &responses) {
  double high = 0.0;
  for (const response &answer : responses) high += std::fabs(answer.slope);
  double low = -high, theta = 0.0, last = 2.0 * high;
  for (;;) {
    const slopes at = slopes_at(responses, theta);
    const double sd = 1.0 / std::sqrt(at.curvature), close = 1e-3 * sd;
    double step = at.first / at.curvature;
    if (std::fabs(step) < close || high - low < close) return {theta, sd};
    (at.first > 0.0 ? low : high) = theta;
    if (!(std::fabs(step) < 0.5 * last) || theta + step <= low || theta + step >= high)
      step = 0.5 * (low + high) - theta;
    if (step == 0.0) return {theta, sd};
    theta += step;
    last = std::fabs(step);
  }
}

/// Sums of the posterior's moments about the peak over points of equal distance.
class moment_sums {
 public:
  moment_sums(const std::vector<response> &responses, double center)
      : responses_(responses), center_(center), highest_(log_posterior(responses, center)) {
    mass_ = 1.0;
  }

  /// Adds a point; false where the posterior is negligible.
  bool add(double offset) {
    const double relative = log_posterior(responses_, center_ + offset) - highest_;
    const double weight = std::exp(relative);
    mass_ += weight;
    first_ += weight * offset;
    second_ += weight * offset * offset;
    return relative > -negligible;
  }

  double mean() const { return first_ / mass_; }
  double sd() const { return std::sqrt(std::max(second_ / mass_ - mean() * mean(), 0.0)); }

 private:
  const std::vector<response> &responses_;
  double center_, highest_;
  double mass_ = 0.0, first_ = 0.0, second_ = 0.0;
};

/// Mean and SD of the posterior by the trapezoidal rule, which converges exponentially for a function that falls to
/// nothing on both sides: from the peak outwards until the posterior is negligible, then with points halfway between
/// until mean and SD stand. The prior bounds the width, and edges of the posterior are as wide as 1/a at least, so
/// that few halvings are needed.
void integrate(const std::vector<response> &responses, ability &result) {
  const peak top = find_peak(responses);
  moment_sums sums(responses, top.place);
  double step = first_step * top.sd;
  int below = 1, above = 1;
  while (sums.add(-below * step)) ++below;
  while (sums.add(above * step)) ++above;
  for (int halving = 0; halving < most_halvings; ++halving) {
    const double mean = sums.mean(), sd = sums.sd();
    for (int k = -below; k < above; ++k) sums.add((k + 0.5) * step);
    if (std::fabs(sums.mean() - mean) <= agreement * sums.sd() && std::fabs(sums.sd() - sd) <= agreement * sums.sd())
      break;
    step *= 0.5;
    below *= 2;
    above *= 2;
  }
  result.theta = top.place + sums.mean();
  result.standard_error = sums.sd();
}

}  // namespace

void item_bank::check() const {
  if (a.size != b.size) throw error(sqlstate::invalid_parameter_value, "a and b must have the same length");
  for (std::size_t k = 0; k < a.size; ++k)
    if (!(a[k] > 0.0 && a[k] <= 10.0 && b[k] >= -10.0 && b[k] <= 10.0))
      throw error(sqlstate::invalid_parameter_value,
                  "parameters of item " + std::to_string(k + 1) + " are out of range",
                  "a must be above 0 and at most 10, b between -10 and 10.");
}

void item_bank::check(nullable_span<std::int16_t> given) const {
  check();
  if (given.size != a.size)
    throw error(sqlstate::invalid_parameter_value, "number of answers must be that of the items",
                "There are " + std::to_string(given.size) + " answers to " + std::to_string(a.size) + " items.");
  for (std::size_t k = 0; k < given.size; ++k)
    if (!given.is_missing(k) && given.values[k] != 0 && given.values[k] != 1)
      throw error(sqlstate::numeric_value_out_of_range, "answer " + std::to_string(k + 1) + " must be 0 or 1",
                  "It is " + std::to_string(given.values[k]) + ".", "1 is right, 0 is wrong.");
}

ability ability_2pl(nullable_span<std::int16_t> given, const item_bank &items) {
  items.check(given);
  ability result;
  std::vector<response> responses;
  for (std::size_t i = 0; i < given.size; ++i)
    if (!given.is_missing(i)) responses.push_back({given.values[i] == 1 ? items.a[i] : -items.a[i], items.b[i]});
  result.n_answered = static_cast<int>(responses.size());
  if (!responses.empty()) integrate(responses, result);
  return result;
}

double item_information(double a, double b, double theta) noexcept {
  const double z = std::exp(-std::fabs(a * (theta - b)));  // P (1 − P) is even in z
  return a * a * z / ((1.0 + z) * (1.0 + z));
}

void stopping_rule::check() const {
  if (!(target_se > 0.0)) throw error(sqlstate::invalid_parameter_value, "target standard error must be above 0");
  if (max_items < 1) throw error(sqlstate::invalid_parameter_value, "largest number of items must be at least 1");
}

next_item choose_next(nullable_span<std::int16_t> given, const item_bank &items, const stopping_rule &rule) {
  rule.check();
  next_item result;
  result.so_far = ability_2pl(given, items);
  if (result.so_far.standard_error <= rule.target_se) {
    result.stop = "precise";
  } else if (result.so_far.n_answered >= rule.max_items) {
    result.stop = "limit";
  } else if (static_cast<std::size_t>(result.so_far.n_answered) == given.size) {
    result.stop = "exhausted";
  }
  if (result.stop != nullptr) return result;
  for (std::size_t k = 0; k < given.size; ++k) {
    if (!given.is_missing(k)) continue;
    const double information = item_information(items.a[k], items.b[k], result.so_far.theta);
    if (result.item == 0 || information > result.information) {
      result.item = k + 1;
      result.information = information;
    }
  }
  return result;
}

}  // namespace harmony::psychometrics
