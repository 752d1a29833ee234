#include "core/affinity/willingness.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace harmony::affinity {

namespace {

constexpr std::array<std::string_view, 3> mean_names = {"geometric", "harmonic", "minimum"};

void check_phase(double value, const char *name) {
  if (!std::isnan(value) && !(value >= 0.0 && value <= 100.0))
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be between 0 and 100");
}

double mean_of(double a, double b, mean_kind mean) {
  if (mean == mean_kind::minimum) return std::min(a, b);
  if (mean == mean_kind::geometric) return std::sqrt(a * b);
  return a + b > 0.0 ? 2.0 * a * b / (a + b) : 0.0;
}

}  // namespace

mean_kind mean_named(std::string_view name) {
  for (std::size_t k = 0; k < mean_names.size(); ++k)
    if (mean_names[k] == name) return static_cast<mean_kind>(k);
  throw error(sqlstate::invalid_parameter_value, "unknown mean \"" + std::string(name) + "\"", "",
              "Means are geometric, harmonic, minimum.");
}

void check_phases(const phase_scores &scores) {
  check_phase(scores.visual_ab, "visual_ab");
  check_phase(scores.visual_ba, "visual_ba");
  check_phase(scores.personality, "personality");
  check_phase(scores.biological, "biological");
}

willingness_result willingness(const phase_scores &scores, const willingness_weights &weights, mean_kind mean) {
  check_phases(scores);
  willingness_result out;
  const bool seen = !std::isnan(scores.visual_ab) && !std::isnan(scores.visual_ba);
  if (!seen) out.missing_phases.push_back("visual");
  double shared = 0.0, sum = weights.visual;
  const auto add = [&](double score, double weight, std::string_view name) {
    if (std::isnan(score)) return out.missing_phases.push_back(name);
    shared += weight * score;
    sum += weight;
  };
  add(scores.personality, weights.personality, "personality");
  add(scores.biological, weights.biological, "biological");
  if (!seen || out.missing_phases.size() > 1 || !(sum > 0.0)) return out;
  out.a_to_b = clamp_score((weights.visual * scores.visual_ab + shared) / sum);
  out.b_to_a = clamp_score((weights.visual * scores.visual_ba + shared) / sum);
  out.score = clamp_score(mean_of(out.a_to_b, out.b_to_a, mean));
  return out;
}

}  // namespace harmony::affinity
