#include "core/signals/contributions.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/signals/scale.hpp"
#include "core/statistics/samples.hpp"

#include <cmath>
#include <string>

namespace harmony::signals {

namespace {

using statistics::check_value;

void check_lengths(std::size_t a, std::size_t b, const char *names) {
  if (a != b)
    throw error(sqlstate::invalid_parameter_value, std::string(names) + " must have the same number of elements",
                "There are " + std::to_string(a) + " and " + std::to_string(b) + ".");
}

void check_weight(double weight) {
  check_value(weight, "weight");
  if (weight < 0.0) throw error(sqlstate::invalid_parameter_value, "weight must not be negative");
}

void rank_excesses(std::vector<contribution> &out, std::vector<std::size_t> &known) {
  exact_sum up, down;
  for (const std::size_t i : known) (out[i].excess > 0.0 ? up : down).add(out[i].excess);
  sort_polling(known, [&](std::size_t a, std::size_t b) {
    const double x = std::fabs(out[a].excess), y = std::fabs(out[b].excess);
    return x != y ? x > y : a < b;
  });
  exact_sum risen, fallen;
  std::int32_t rank = 0;
  for (const std::size_t i : known) {
    contribution &c = out[i];
    c.rank = ++rank;
    c.direction = c.excess > 0.0 ? "up" : c.excess < 0.0 ? "down" : "neutral";
    if (c.excess == 0.0) continue;
    exact_sum &running = c.excess > 0.0 ? risen : fallen;
    running.add(c.excess);
    c.cumulative = running.total() / (c.excess > 0.0 ? up : down).total();
  }
}

}  // namespace

std::vector<contribution> contributions(double parent, nullable_span<double> child, nullable_span<double> weight) {
  check_value(parent, "parent");
  check_lengths(child.size, weight.size, "child and weight");
  std::vector<contribution> out(child.size);
  std::vector<std::size_t> known;
  double heaviest = 0.0;
  for (std::size_t i = 0; i < child.size; ++i) {
    if (i % poll_every == 0) poll_interrupt();
    if (!child.is_missing(i)) check_value(child.values[i], "child");
    if (!weight.is_missing(i)) check_weight(weight.values[i]);
    if (child.is_missing(i) || weight.is_missing(i)) continue;
    heaviest = std::fmax(heaviest, weight.values[i]);
    known.push_back(i);
  }
  if (heaviest == 0.0) return out;
  exact_sum total;  // of weights relative to the heaviest: no overflow
  for (const std::size_t i : known) total.add(weight.values[i] / heaviest);
  for (const std::size_t i : known) {
    out[i].share = weight.values[i] / heaviest / total.total();
    const double difference = check_range(child.values[i] - parent, "difference of child and parent");
    out[i].excess = out[i].share * difference + 0.0;
    if (parent != 0.0) out[i].percent_of_parent = check_range(100.0 * (out[i].excess / parent), "percent_of_parent");
  }
  rank_excesses(out, known);
  return out;
}

std::vector<double> linear_shap(nullable_span<double> beta, nullable_span<double> x, nullable_span<double> mean) {
  check_lengths(beta.size, x.size, "beta and x");
  check_lengths(beta.size, mean.size, "beta and mean");
  std::vector<double> out(beta.size, missing);
  for (std::size_t j = 0; j < beta.size; ++j) {
    if (!beta.is_missing(j)) check_value(beta.values[j], "beta");
    if (!x.is_missing(j)) check_value(x.values[j], "x");
    if (!mean.is_missing(j)) check_value(mean.values[j], "mean");
    if (beta.is_missing(j) || x.is_missing(j) || mean.is_missing(j)) continue;
    out[j] = check_range(beta.values[j] * (x.values[j] - mean.values[j]), "contribution") + 0.0;
  }
  return out;
}

}  // namespace harmony::signals
