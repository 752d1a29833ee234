// Exponential smoothing with a trend, and with a season.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::delivery {

/// NaN means NULL.
struct holt_winters_result {
  double alpha = missing, beta = missing, gamma = missing;  // of level, trend and season; no gamma without a season
  double sse = missing;                                     // sum of the squared errors one step ahead
  std::vector<double> forecast;                             // of the next steps
  double rolling_error = missing;  // mean |error| one step ahead of fits that knew only what came before
};

/// Holt (1957) and Winters (1960), additive, with the start values of R's HoltWinters: without a season (season 1)
/// level x2 and trend x2 - x1, errors from the third value on; else level and trend of the line through the moving
/// average of the first two seasons, seasonal parts their means of what is left, errors from the second season on.
/// alpha, beta and gamma in [0, 1] make the sum of squared errors least; of several alike those that are found from R's
/// start (.3, .1, .1). rolling_error is over the last 20 values, or fewer, for which an earlier fit
/// exists, each found from R's start. All
/// missing, and no forecast, for fewer than 3 values or two seasons and one. Errors: 22023 for a value that is not
/// finite, season outside 1 … 10,000, horizon outside 0 … 10,000; 22003 where the values lie too far apart.
holt_winters_result holt_winters(span<double> values, std::int32_t season, std::int32_t horizon);

}  // namespace harmony::delivery
