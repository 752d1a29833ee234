// Tables of two rows and two columns: Fisher's exact test of one, Mantel and Haenszel's of several.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <vector>

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
/// negative count, 22003 where the counts sum to 2^50 or more. At most about 30 ms, whatever the counts.
fisher_result fisher_exact(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

/// p_two_sided of fisher_exact() alone, which is the cheaper half of it. Errors and time as there.
double fisher_two_sided(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

/// A table (a, b; c, d), as of one stratum.
struct two_by_two {
  std::int64_t a, b, c, d;
};

struct mantel_haenszel_result {
  double odds_ratio;  // Σ (a d/n)/Σ (b c/n); infinite where the latter is 0
  double low,
      high;  // 95 % interval by the variance of Robins, Breslow and Greenland (1986); NaN at an end of the scale
  double p;  // two-sided, of Mantel and Haenszel's (1959) chi-squared with continuity correction
};

/// The common odds ratio of several tables (Mantel and Haenszel 1959), each compared within itself only. As R's
/// mantelhaen.test. A stratum of fewer than two, or with an empty margin, tells nothing; NaN where all are such.
/// Errors: 22023 for a negative count, 22003 where the counts of a table sum to 2^50 or more. Linear in the tables.
mantel_haenszel_result mantel_haenszel(const std::vector<two_by_two> &strata);

}  // namespace harmony::statistics
