// What all models share about numbers: the missing value, infinity, a score with its data quality, the range of scores.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cmath>
#include <limits>

namespace harmony {

/// The value of everything that was not measured or cannot be computed; test with std::isnan. It is NULL in SQL.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();
inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// A score and the share (0…1) of its weight that rests on measured traits.
struct scored {
  double score = missing;
  double data_quality = 0.0;
};

/// `value` held to 0…100; a missing value stays missing.
inline double clamp_score(double value) noexcept {
  if (std::isnan(value)) return missing;
  return value < 0.0 ? 0.0 : (value > 100.0 ? 100.0 : value);
}

}  // namespace harmony
