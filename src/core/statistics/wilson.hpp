// The interval of a share.
#pragma once

#include "core/base/score.hpp"

#include <cstdint>

namespace harmony::statistics {

/// NaN means NULL.
struct share_interval {
  double low = missing, high = missing;
};

/// Wilson's (1927) score interval of x out of n: (x + z²/2 ± z √(x (n - x)/n + z²/4))/(n + z²), exactly 0 at x = 0 and
/// 1 at x = n; missing for n = 0. Errors: 22023 for x < 0, n < 0, x > n, and unless 0 < level < 1.
share_interval wilson_interval(std::int64_t x, std::int64_t n, double level);

}  // namespace harmony::statistics
