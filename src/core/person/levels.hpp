// Words for trait scores: high, medium, low.
#pragma once

#include "core/base/error.hpp"
#include "core/person/bands.hpp"
#include "core/person/profile.hpp"

#include <cmath>
#include <string_view>

namespace harmony::person {

/// Scores above `high_above` are high, others above `medium_above` medium, the rest low.
struct level_cutoffs {
  double medium_above = 30.0;
  double high_above = 70.0;

  /// Error 22023 unless both are finite and medium_above <= high_above.
  void check() const {
    if (!std::isfinite(medium_above) || !std::isfinite(high_above) || medium_above > high_above)
      throw error(sqlstate::invalid_parameter_value, "cut-offs of levels must be finite and in ascending order");
  }
};

/// The level of a score (0…100), compared without noise; nullptr when missing.
inline const char *score_level(double score, const level_cutoffs &cutoffs = {}) noexcept {
  if (std::isnan(score)) return nullptr;
  if (exceeds(score, cutoffs.high_above)) return "high";
  return exceeds(score, cutoffs.medium_above) ? "medium" : "low";
}

/// A value as a profile holds it, on 0…100: a leadership preference (0…1) times 100, any other trait as it is, also one
/// that the models do not know.
inline double percent_of(std::string_view trait_key, double value) noexcept {
  const auto known = find_trait(trait_key);
  return known && is_preference(*known) ? 100.0 * value : value;
}

}  // namespace harmony::person
