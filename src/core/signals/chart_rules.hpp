// Rules that tell a change from noise on a control chart.
#pragma once

#include "core/base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::signals {

enum class rule_set : std::uint8_t { nhs, western_electric, nelson };

/// Of any rule: a bit. In the order of their names.
enum chart_rule : std::uint8_t {
  rule_alternating = 1,
  rule_beyond_limits = 2,
  rule_four_of_five = 4,
  rule_mixture = 8,
  rule_shift = 16,
  rule_stratification = 32,
  rule_trend = 64,
  rule_two_of_three = 128
};

/// The name of the rule of bit 0 to 7.
std::string_view rule_name(std::size_t bit);

/// The rules that each point is part of. k = |y - centre|/sigma; a point on the centre is on no side, equal neighbours
/// break a trend; `points` is how many make a shift or a trend of the set nhs. O(n).
/// nhs (Making Data Count): beyond_limits k > 3, shift, trend, two_of_three of 3 on one side with 2 < k <= 3.
/// western_electric (1956): beyond_limits, two_of_three k > 2, four_of_five k > 1, shift 8.
/// nelson (1984): beyond_limits, shift 9, trend 6, alternating 14, two_of_three, four_of_five, stratification 15 with
/// k < 1, mixture 8 with k > 1.
std::vector<std::uint8_t> chart_rules(span<double> values, double centre, span<double> sigma, rule_set set, int points);

/// Runs about a centre (Anhøj and Olesen 2014). Values on the centre do not count.
struct runs_result {
  std::int64_t n_useful = 0, longest_run = 0;
  double longest_run_max = 0;                     // round(log2 n) + 3; NaN for n = 0
  std::int64_t crossings = 0, crossings_min = 0;  // the 5 % quantile of binomial(n - 1, 1/2)
  bool signal = false;                            // a longer run, or fewer crossings
};
/// Errors: 22023 for a value or centre that is not finite. O(n).
runs_result runs_test(nullable_span<double> values, double centre);

}  // namespace harmony::signals
