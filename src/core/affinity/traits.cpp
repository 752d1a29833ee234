#include "core/affinity/traits.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/rounding.hpp"

#include <cmath>
#include <string>

namespace harmony::affinity {

namespace {

constexpr double off_the_middle = 0.05;  // of the range

constexpr double sum_of_weights() {
  double sum = 0.0;
  for (const double weight : perceived_weights) sum += weight;
  return sum;
}

void check_length(nullable_span<double> values, const char *name) {
  if (values.size != trait_count)
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must have seven elements",
                "It has " + std::to_string(values.size) + ".");
}

void check_within(nullable_span<double> values, const char *name, double low, double high) {
  for (std::size_t k = 0; k < values.size; ++k)
    if (!values.is_missing(k) && !(values.values[k] >= low && values.values[k] <= high))
      throw error(sqlstate::invalid_parameter_value,
                  std::string(name) + " must be between " + format_number(low) + " and " + format_number(high));
}

double confidence_at(nullable_span<double> confidence, std::size_t k) {
  return confidence.empty() || confidence.is_missing(k) ? 1.0 : confidence.values[k];
}

std::string_view tier_of(double raw) {
  const double compared = without_noise(raw);
  if (compared >= 0.60) return "strong";
  if (compared >= 0.40) return "good";
  return compared >= 0.25 ? "moderate" : "low";
}

}  // namespace

trait_values checked_traits(nullable_span<double> values, const char *name) {
  check_length(values, name);
  trait_values out;
  for (std::size_t k = 0; k < trait_count; ++k) {
    if (!values.is_missing(k) && !std::isfinite(values.values[k]))
      throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be finite");
    out[k] = values.is_missing(k) ? missing : values.values[k];
  }
  return out;
}

double measured_similarity(const double *a, const double *b, double range) noexcept {
  double sum = 0.0;
  std::size_t k = 0;
  for (std::size_t i = 0; i < trait_count; ++i) {
    const double share = (a[i] - b[i]) / range;
    if (std::isnan(share)) continue;
    sum += share * share;
    ++k;
  }
  return k < fewest_traits ? missing : clamp_score(100.0 * (1.0 - std::sqrt(sum / static_cast<double>(k))));
}

double trait_similarity(nullable_span<double> a, nullable_span<double> b, double range) {
  const trait_values of_a = checked_traits(a, "a"), of_b = checked_traits(b, "b");
  if (!(std::isfinite(range) && range > 0.0))
    throw error(sqlstate::invalid_parameter_value, "range must be finite and above 0");
  for (std::size_t i = 0; i < trait_count; ++i)
    if (std::fabs(of_a[i] - of_b[i]) > range)
      throw error(sqlstate::invalid_parameter_value, "traits are further apart than the range",
                  "The range is " + format_number(range) + ".");
  return measured_similarity(of_a.data(), of_b.data(), range);
}

perceived_result perceived_similarity(nullable_span<double> a, nullable_span<double> b,
                                      nullable_span<double> confidence_a, nullable_span<double> confidence_b,
                                      double low, double high) {
  const double range = high - low;
  if (!(std::isfinite(low) && std::isfinite(high) && low < high && std::isfinite(range)))
    throw error(sqlstate::invalid_parameter_value, "low and high must be finite, and low below high");
  check_length(a, "a");
  check_length(b, "b");
  check_within(a, "a", low, high);
  check_within(b, "b", low, high);
  if (!confidence_a.empty()) check_length(confidence_a, "confidence_a");
  if (!confidence_b.empty()) check_length(confidence_b, "confidence_b");
  check_within(confidence_a, "confidence_a", 0.0, 1.0);
  check_within(confidence_b, "confidence_b", 0.0, 1.0);
  const double middle = low + range / 2.0;
  perceived_result out;
  double sum = 0.0;
  std::size_t k = 0;
  for (std::size_t i = 0; i < trait_count; ++i) {
    if (a.is_missing(i) || b.is_missing(i)) continue;
    ++k;
    const double above_a = without_noise((a.values[i] - middle) / range);
    const double above_b = without_noise((b.values[i] - middle) / range);
    const bool above = above_a > off_the_middle && above_b > off_the_middle;
    const bool below = above_a < -off_the_middle && above_b < -off_the_middle;
    if (!above && !below) continue;
    const double closeness = 1.0 - std::fabs(a.values[i] - b.values[i]) / range;
    const double confidence = (confidence_at(confidence_a, i) + confidence_at(confidence_b, i)) / 2.0;
    sum += perceived_weights[i] * closeness * confidence;
    out.shared.push_back(trait_names[i]);
  }
  if (k < fewest_traits) return {};
  out.raw = sum / sum_of_weights();
  out.tier = tier_of(out.raw);
  return out;
}

}  // namespace harmony::affinity
