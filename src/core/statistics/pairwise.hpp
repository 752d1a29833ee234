// All pairs of groups compared at once, with the error rate of the whole family: Games-Howell and Tukey's HSD.
#pragma once

#include "core/statistics/groups.hpp"

#include <vector>

namespace harmony::statistics {

/// Two groups, by their number in the grouped moments; NaN means NULL.
struct pair_comparison {
  std::uint32_t first, second;
  double difference;  // mean of the first − mean of the second
  double std_error;   // of the difference
  double t, df;       // t = difference/std_error
  double p;           // adjusted for all pairs
  double low, high;   // simultaneous interval of the difference
};

/// Games and Howell (1976), for unequal variances: std_error² = s₁²/n₁ + s₂²/n₂, df by Welch and Satterthwaite,
/// p = P(Q ≥ √2 |t|; k, df) of the studentized range over the k groups that have two values or more. A pair with a
/// smaller group, or without any variance, has NULLs. Pairs in the order of the names. Errors: 22023 unless
/// 0 < level < 1; 54000 beyond 1,000 groups. About 2 ms a pair.
std::vector<pair_comparison> games_howell(const grouped_moments &groups, double level = 0.95);

/// Tukey's honestly significant difference in Kramer's (1956) form, for equal variances: std_error² =
/// ms_within (1/n₁ + 1/n₂), df = n − k. As R's TukeyHSD. Otherwise as games_howell().
std::vector<pair_comparison> tukey_hsd(const grouped_moments &groups, double level = 0.95);

}  // namespace harmony::statistics
