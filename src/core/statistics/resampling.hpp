// The bootstrap: how far a statistic would vary over samples like this one, by samples drawn from it with replacement.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/row_blocks.hpp"

#include <cstdint>
#include <string_view>

namespace harmony::statistics {

enum class resampled : std::uint8_t { mean, median, sd, trimmed_mean, correlation };

/// By its name in SQL: mean, median, sd, trimmed_mean. Error 22023 for another.
resampled resampled_by_name(std::string_view name);

/// Error 22023 unless 1 <= draws <= 1,000,000.
void check_draws(std::int32_t draws);

/// NaN means NULL.
struct bootstrap_result {
  std::int64_t n = 0;
  std::int32_t draws = 0;  // those that have the statistic
  double estimate = missing, bias = missing, std_error = missing;
  double percentile_low = missing, percentile_high = missing;  // 95 %
  double bca_low = missing, bca_high = missing;                // Efron 1987
};

/// Of the rows, which are finite: one value each, of a correlation two. Rows are sorted first (by x, then y). Draw b
/// has n rows; its i-th is at floor(word * n / 2^32), with word i mod 4 of philox4x32-10 at counter (i / 4, b, 0, 0)
/// and key (low, high half of seed). The trimmed mean leaves out 20 % at either end, rounded down. Limits are type 7
/// quantiles of the draws; those of BCa take the acceleration of the jackknife, and count a draw that equals the
/// estimate half. A draw without a correlation, where x or y does not vary, is left out. O(draws n).
bootstrap_result bootstrap(resampled statistic, const row_blocks &rows, std::int64_t seed, std::int32_t draws);

}  // namespace harmony::statistics
