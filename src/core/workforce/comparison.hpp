// Configurations compared, draw by draw.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/answer.hpp"
#include "core/workforce/config.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::workforce {

/// How many are compared at once, and their bytes together before they are summed up (raw_result.hpp).
inline constexpr std::size_t largest_compared = 20;
inline constexpr double largest_compared_bytes = 2.5e8;

/// A configuration less the first one, of the same iteration: mean and 95 % t interval over the iterations.
struct difference {
  std::size_t config;  // its place; the first, to which it is compared, is 0
  std::uint32_t step;
  std::string_view metric;
  double mean, sd, ci_low, ci_high;
};

struct comparison {
  std::vector<answer> runs;
  std::vector<difference> differences;
  /// Variance of the paired differences over that with independent seeds, which is the sum of both variances: the mean
  /// of these ratios over the last step's differences whose metric varies; NaN where none does.
  double variance_ratio = missing;
};

/// Error 22023 unless there is a configuration, and all have the same seed, n_iterations and n_steps and no
/// target_half_width. 54000 for more than 20, and where all together are more than `most` agents times steps times
/// iterations, 250 MB of numbers, or an answer that is too large.
void check_comparable(const std::vector<config> &all, double most);

/// Simulates and compares all metrics of all roles together that both have, at each 12th and the last step.
comparison compare(const std::vector<config> &all);
/// The same of what is simulated already.
comparison compare(const std::vector<config> &all, const std::vector<raw_result> &results);

}  // namespace harmony::workforce
