// Will two people be willing to meet? Three phases, each way, and what the weaker way does to both.
#pragma once

#include "core/base/field.hpp"
#include "core/base/score.hpp"

#include <string_view>
#include <vector>

namespace harmony::affinity {

/// What the phases weigh in each way's score. Those that are missing share theirs out among the rest.
struct willingness_weights {
  double visual = 0.4, personality = 0.3, biological = 0.3;
};

inline field_table<willingness_weights> fields_of(const willingness_weights &) {
  using weights = willingness_weights;
  static constexpr field<weights> fields[] = {
      {"visual", &weights::visual, not_negative, "the phases"},
      {"personality", &weights::personality, not_negative, "the phases"},
      {"biological", &weights::biological, not_negative, "the phases"},
  };
  return {"weights", field_kind::constant, fields};
}

enum class mean_kind { geometric, harmonic, minimum };

/// Error 22023 for any other name.
mean_kind mean_named(std::string_view name);

/// Scores of the phases, 0 to 100; NaN was not measured.
struct phase_scores {
  double visual_ab = missing, visual_ba = missing, personality = missing, biological = missing;
};

/// Error 22023 for a score outside 0 to 100.
void check_phases(const phase_scores &scores);

/// NaN: no score. Missing is what was not measured, visual where one way was not.
struct willingness_result {
  double score = missing, a_to_b = missing, b_to_a = missing;
  std::vector<std::string_view> missing_phases;
};

/// Each way the weighted mean of the phases that are there; `score` is their geometric mean √(ab), harmonic mean 2ab/(a
/// + b) or the smaller one. No score without both visual ones, with fewer than two phases, or where what is there
/// weighs nothing. Errors: 22023 for a score outside 0 to 100.
willingness_result willingness(const phase_scores &scores, const willingness_weights &weights, mean_kind mean);

}  // namespace harmony::affinity
