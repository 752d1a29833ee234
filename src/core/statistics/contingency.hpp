// Fisher's exact test of a table of two rows and two columns.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>

namespace harmony::statistics {

/// NaN means NULL (undefined for these data).
struct fisher_result {
  double p_two_sided, p_less, p_greater;
  double odds_ratio;              // a d/(b c), as counted
  double conditional_odds_ratio;  // the maximum likelihood estimate given the margins
  double low, high;               // 95 % interval of the odds ratio, exact given the margins
};

/// The table (a, b; c, d) given its margins: a is hypergeometric. p_less = P(A ≤ a) is small where the odds ratio is
/// below 1, p_greater = P(A ≥ a) above 1; p_two_sided sums the tables that are at most as likely as this one, up to a
/// relative 1e-7 (Fisher 1935). All as R's fisher.test. NaN: odds_ratio of 0/0; conditional_odds_ratio where the
/// margins allow one table only (then the p-values are 1 and the interval is 0 to infinity). Errors: 22023 for a
/// negative count, 22003 where the counts sum to 2^50 or more. Time grows with the distance of a from its expectation
/// and the square root of the counts.
fisher_result fisher_exact(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

}  // namespace harmony::statistics
