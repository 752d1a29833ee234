// The straight line through a series, and whether its second half is steeper than its first.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>

namespace harmony::signals {

/// NaN means NULL.
struct trend_result {
  std::int64_t n = 0;               // observed values
  double slope = missing;           // least squares, in units a step; n >= 2
  double std_error = missing;       // of the slope; n >= 3
  double p_value = missing;         // two-sided, t with n - 2 degrees of freedom; 1 where the slope is 0
  double acceleration = missing;    // slope of [h, length) less slope of [0, h), h = length/2 cut; each of >= 2 values
  const char *direction = nullptr;  // increasing, decreasing, stable (slope 0); null without a slope
};

/// Of observed values at ascending steps out of 0 … length - 1. Errors: 22003 where the values lie too far apart.
trend_result trend_of(span<std::int32_t> steps, span<double> values, std::int64_t length);

/// Of a series whose missing values keep their step. Errors: 22023 for a value that is not finite; 22003. O(n).
trend_result trend(nullable_span<double> series);

}  // namespace harmony::signals
