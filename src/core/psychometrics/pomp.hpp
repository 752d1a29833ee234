// One answer on the scale of all scores.
#pragma once

#include "core/base/no_postgres.hpp"

namespace harmony::psychometrics {

/// Percentage of maximum possible of an answer on a scale of scale_min to scale_max: 100 (answer −
/// scale_min)/(scale_max − scale_min), 0 to 100; inverted 100 (scale_max − answer)/(scale_max − scale_min), where much
/// is bad. Errors: 22023 unless scale_min < scale_max, 22003 for an answer outside the scale. Source: Cohen, Cohen,
/// Aiken and West (1999), The problem of units and the circumstance for POMP, Multivariate Behavioral Research 34.
double pomp(int answer, int scale_min, int scale_max, bool inverted = false);

}  // namespace harmony::psychometrics
