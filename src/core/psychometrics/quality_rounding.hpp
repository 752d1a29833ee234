// Rounding that takes the noise of the arithmetic off an index.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cmath>

namespace harmony::psychometrics {

/// x to 9 decimals: what the indices of response quality are compared with their cut-offs as, so that a value which is
/// the cut-off counts as that. NaN, and what is too large to have noise there, stays as it is.
inline double without_noise(double x) {
  constexpr double scale = 1e9, largest = 4503599627370496.0;  // 2^52
  return std::fabs(x) * scale < largest ? std::nearbyint(x * scale) / scale : x;
}

}  // namespace harmony::psychometrics
