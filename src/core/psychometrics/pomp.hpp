// Percentage of maximum possible (POMP): answers on the scale of all scores.
#pragma once

#include "core/base/no_postgres.hpp"

namespace harmony::psychometrics {

/// Error 22023 unless scale_min < scale_max.
void check_scale(int scale_min, int scale_max);

/// Percentage of maximum possible of n answers that sum to `sum`: 100 (sum/n − scale_min)/(scale_max − scale_min),
/// 0 to 100. Source: Cohen, Cohen, Aiken and West (1999), The problem of units and the circumstance for POMP,
/// Multivariate Behavioral Research 34.
inline double percentage_of_maximum(double sum, double n, int scale_min, int scale_max) {
  return 100.0 * (sum - n * scale_min) / (n * (static_cast<double>(scale_max) - scale_min));
}

/// An answer seen from the other end of its scale.
inline double reversed(double answer, int scale_min, int scale_max) {
  return static_cast<double>(scale_min) + scale_max - answer;
}

/// POMP of one answer; inverted: of the answer reversed, where much is bad. Errors: as check_scale(); 22003 for an
/// answer outside the scale.
double pomp(int answer, int scale_min, int scale_max, bool inverted = false);

}  // namespace harmony::psychometrics
