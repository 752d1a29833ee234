// What parts add to the difference of a whole: shares, ranks, and the terms of a linear model.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::signals {

/// NaN means NULL, and a rank of 0.
struct contribution {
  double share = missing;              // w/Σw
  double excess = missing;             // share (child - parent)
  double percent_of_parent = missing;  // 100 excess/parent; missing for a parent of 0
  const char *direction = nullptr;     // up, down, neutral
  std::int32_t rank = 0;               // by |excess|, the largest first, ties in the order given
  double cumulative = missing;         // running share of the excess of this sign by rank; missing of neutral ones
};

/// Of each child; one without value or weight has no meaning and counts for nothing. All weights 0: nothing is told.
/// Σ excess is the weighted mean of the children less the parent. Errors: 22023 for numbers that are not finite, a
/// negative weight, another number of weights than of children; 22003. O(n log n).
std::vector<contribution> contributions(double parent, nullable_span<double> child, nullable_span<double> weight);

/// beta_j (x_j - mean_j): the exact Shapley values of a linear model with independent features. NaN where one of the
/// three is missing. Errors: 22023 for numbers that are not finite, different lengths; 22003.
std::vector<double> linear_shap(nullable_span<double> beta, nullable_span<double> x, nullable_span<double> mean);

}  // namespace harmony::signals
