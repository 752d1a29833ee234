#include "core/psychometrics/adaptive.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace harmony::psychometrics {

namespace {

constexpr int points = 321;
constexpr double lowest = -8.0, step = 0.05;

double point(int k) noexcept { return lowest + step * k; }

/// log P(right) with z = a (θ − b), without overflow: −log(1 + exp(−z)).
double log_logistic(double z) noexcept { return z >= 0.0 ? -std::log1p(std::exp(-z)) : z - std::log1p(std::exp(z)); }

void check_answers(nullable_span<std::int16_t> answers, const item_bank &items) {
  if (answers.size != items.a.size)
    throw error(
        sqlstate::invalid_parameter_value, "number of answers must be that of the items",
        "There are " + std::to_string(answers.size) + " answers to " + std::to_string(items.a.size) + " items.");
  for (std::size_t k = 0; k < answers.size; ++k)
    if (!answers.is_missing(k) && answers.values[k] != 0 && answers.values[k] != 1)
      throw error(sqlstate::numeric_value_out_of_range, "answer " + std::to_string(k + 1) + " must be 0 or 1",
                  "It is " + std::to_string(answers.values[k]) + ".", "1 is right, 0 is wrong.");
}

/// Log of the posterior at each point, up to a constant.
std::array<double, points> log_posterior(nullable_span<std::int16_t> answers, const item_bank &items) {
  std::array<double, points> density;
  for (int k = 0; k < points; ++k) density[static_cast<std::size_t>(k)] = -0.5 * point(k) * point(k);
  for (std::size_t i = 0; i < answers.size; ++i) {
    if (answers.is_missing(i)) continue;
    if (i % 256 == 0) poll_interrupt();
    const double sign = answers.values[i] == 1 ? 1.0 : -1.0;
    for (int k = 0; k < points; ++k)
      density[static_cast<std::size_t>(k)] += log_logistic(sign * items.a[i] * (point(k) - items.b[i]));
  }
  return density;
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

ability ability_2pl(nullable_span<std::int16_t> answers, const item_bank &items) {
  items.check();
  check_answers(answers, items);
  ability result;
  for (std::size_t i = 0; i < answers.size; ++i) result.n_answered += answers.is_missing(i) ? 0 : 1;
  if (result.n_answered == 0) return result;
  const std::array<double, points> density = log_posterior(answers, items);
  const double highest = *std::max_element(density.begin(), density.end());
  double mass = 0.0, first = 0.0;
  for (int k = 0; k < points; ++k) {
    const double weight = std::exp(density[static_cast<std::size_t>(k)] - highest);
    mass += weight;
    first += weight * point(k);
  }
  result.theta = first / mass;
  double second = 0.0;
  for (int k = 0; k < points; ++k) {
    const double off = point(k) - result.theta;
    second += std::exp(density[static_cast<std::size_t>(k)] - highest) * off * off;
  }
  result.standard_error = std::sqrt(second / mass);
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

next_item choose_next(nullable_span<std::int16_t> answers, const item_bank &items, const stopping_rule &rule) {
  rule.check();
  next_item result;
  result.so_far = ability_2pl(answers, items);
  if (result.so_far.standard_error <= rule.target_se) {
    result.stop = "precise";
  } else if (result.so_far.n_answered >= rule.max_items) {
    result.stop = "limit";
  } else if (static_cast<std::size_t>(result.so_far.n_answered) == answers.size) {
    result.stop = "exhausted";
  }
  if (result.stop != nullptr) return result;
  for (std::size_t k = 0; k < answers.size; ++k) {
    if (!answers.is_missing(k)) continue;
    const double information = item_information(items.a[k], items.b[k], result.so_far.theta);
    if (result.item == 0 || information > result.information) {
      result.item = k + 1;
      result.information = information;
    }
  }
  return result;
}

}  // namespace harmony::psychometrics
