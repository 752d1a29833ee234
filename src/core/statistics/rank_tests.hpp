// Tests on ranks: Mann-Whitney and Kruskal-Wallis. Ties get mid-ranks.
#pragma once

#include "core/statistics/samples.hpp"

#include <cstdint>

namespace harmony::statistics {

/// NaN means NULL (undefined for these data).
struct mann_whitney_result {
  std::int64_t n_first = 0, n_second = 0;
  double u_first, u_second;  // pairs in which the first (second) sample's value is the larger, ties counting half
  double z;                  // of the normal approximation; NaN where the p-values are exact
  double p_two_sided, p_less, p_greater;
  double rank_biserial;  // (u_first − u_second)/(n_first n_second), −1 to 1
  bool exact = false;
};

/// Mann and Whitney (1947). Exact where there are no ties and both samples have fewer than 50 values, otherwise normal
/// with the variance corrected for ties and a continuity correction of 0.5: as R's wilcox.test. p_less is small where
/// the first sample's values are the smaller ones. NaN for an empty sample; p and z where all values are equal. Sorts
/// the samples. O(n log n).
mann_whitney_result mann_whitney(two_samples &samples);

/// NaN means NULL (undefined for these data).
struct kruskal_result {
  std::int64_t k = 0, n = 0;
  double h, df, p;         // H corrected for ties, χ² with k − 1 degrees of freedom
  double epsilon_squared;  // H/(n − 1), 0 to 1
};

/// Kruskal and Wallis (1952), as R's kruskal.test. NaN for one group or where all values are equal. Sorts the values.
kruskal_result kruskal(grouped_samples &samples);

}  // namespace harmony::statistics
