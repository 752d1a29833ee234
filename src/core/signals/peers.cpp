#include "core/signals/peers.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/signals/scale.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::signals {

namespace {

using statistics::check_value;

// 1/Φ⁻¹(3/4): makes the median absolute deviation of normal values their standard deviation.
constexpr double mad_to_sd = 1.4826;

double middle_of(double a, double b) { return a == b ? a : 0.5 * a + 0.5 * b; }

double median_of_sorted(span<double> sorted) {
  const std::size_t half = sorted.size / 2;
  return sorted.size % 2 == 1 ? sorted[half] : middle_of(sorted[half - 1], sorted[half]);
}

// Median of |x - centre|: the distances fall towards the middle and rise behind it, so they are merged from there.
double median_distance(span<double> sorted, double centre) {
  std::size_t right = static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), centre) - sorted.begin());
  std::size_t left = right;  // the next on the left is left - 1
  double before = 0.0, last = 0.0;
  for (std::size_t taken = 0; taken <= sorted.size / 2; ++taken) {
    const double below = left > 0 ? centre - sorted[left - 1] : infinity;
    const double above = right < sorted.size ? sorted[right] - centre : infinity;
    before = last;
    if (below < above) {
      last = below;
      --left;
    } else {
      last = above;
      ++right;
    }
  }
  return sorted.size % 2 == 1 ? last : middle_of(before, last);
}

std::vector<ranked_value> present_values(nullable_span<double> values) {
  std::vector<ranked_value> present;
  present.reserve(values.size);
  for (std::size_t i = 0; i < values.size; ++i) {
    if (values.is_missing(i)) continue;
    check_value(values.values[i]);
    present.push_back({values.values[i] + 0.0, i});  // no negative zero
  }
  return present;
}

void check_rule(const peer_rule &rule) {
  check_value(rule.floor, "floor");
  if (rule.floor < 0.0) throw error(sqlstate::invalid_parameter_value, "floor must not be negative");
  if (rule.min_peers < 0) throw error(sqlstate::invalid_parameter_value, "min_peers must not be negative");
}

}  // namespace

peer_moments moments_of_peers(span<double> values) {
  if (values.empty()) return {};
  const value_scale scale = value_scale::of(values);
  if (scale.is_flat) return {scale.origin, 0.0};
  const auto n = static_cast<double>(values.size);
  exact_sum sum, squares;
  for (const double x : values) sum.add(scale.in(x));
  const double mean = sum.total() / n;
  for (const double x : values) {
    const double d = scale.in(x)-mean;
    squares.add(d * d);
  }
  return {scale.value(mean), scale.difference(std::sqrt(squares.total() / n))};
}

std::vector<double> set_percentiles(std::vector<ranked_value> &values, double *percentile) {
  sort_polling(values, [](const ranked_value &a, const ranked_value &b) { return a.value < b.value; });
  std::vector<double> sorted(values.size());
  const auto n = static_cast<double>(values.size());
  for (std::size_t first = 0, last; first < values.size(); first = last) {
    for (last = first; last < values.size() && values[last].value == values[first].value; ++last)
      sorted[last] = values[last].value;
    const auto below = static_cast<double>(first), equal = static_cast<double>(last - first);
    for (std::size_t i = first; i < last; ++i) percentile[values[i].place] = 100.0 * (below + 0.5 * equal) / n;
  }
  return sorted;
}

std::vector<peer_score> peer_scores(nullable_span<double> values, const peer_rule &rule) {
  check_rule(rule);
  std::vector<ranked_value> present = present_values(values);
  peer_score common;
  common.n = static_cast<std::int64_t>(present.size());
  common.suppressed = common.n < rule.min_peers;
  std::vector<peer_score> scores(values.size, common);
  if (common.suppressed || present.empty()) return scores;
  std::vector<double> percentile(values.size);
  const std::vector<double> sorted = set_percentiles(present, percentile.data());
  const peer_moments all = moments_of_peers(sorted);
  const double median = median_of_sorted(sorted);
  const double robust_width = std::fmax(mad_to_sd * median_distance(sorted, median), robust_floor);
  for (std::size_t i = 0; i < values.size; ++i) {
    if (i % poll_every == 0) poll_interrupt();
    if (values.is_missing(i)) continue;
    const double x = values.values[i];
    scores[i].z = all.z(x, rule.floor);
    scores[i].robust_z = check_range((x - median) / robust_width, "robust_z");
    scores[i].percentile = percentile[i];
  }
  return scores;
}

double robust_z_beside(double value, span<double> others, double floor) {
  check_value(value);
  check_rule({floor, 0});
  std::vector<double> sorted(others.begin(), others.end());
  for (const double x : sorted) check_value(x, "others");
  if (sorted.empty()) return missing;
  sort_polling(sorted);
  const double median = median_of_sorted(sorted);
  const double width = std::fmax(mad_to_sd * median_distance(sorted, median), floor);
  return width > 0.0 ? check_range((value - median) / width, "robust_z") : missing;
}

const char *anomaly_label(double z) {
  check_value(z, "z");
  struct bound {
    double upper;
    const char *label;
  };
  static constexpr bound bounds[] = {{-3.0, "extremely_low"},  {-2.0, "very_low"}, {-1.0, "moderately_low"},
                                     {-0.5, "slightly_low"},   {0.5, "normal"},    {1.0, "slightly_high"},
                                     {2.0, "moderately_high"}, {3.0, "very_high"}};
  for (const bound &b : bounds)
    if (z <= b.upper) return b.label;
  return "extremely_high";
}

}  // namespace harmony::signals
