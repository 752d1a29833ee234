// How well a score tells two outcomes apart, and what a probability is worth.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// Scores with two outcomes, sorted once, so that each set of weights takes one pass.
class ranked_outcomes {
 public:
  /// Errors: 22023 for different lengths and a score that is not finite. O(n log n).
  ranked_outcomes(span<double> scores, span<std::uint8_t> outcomes);

  /// The area under the ROC curve, ties counting half: P(score of a positive > of a negative) + P(equal)/2, over rows
  /// that count as often as their weight says; empty weights are all 1. NaN unless both outcomes have some.
  double auc(span<double> weights = {}) const;

 private:
  struct row {
    double score;
    std::uint32_t place;
    bool outcome;
  };
  std::vector<row> rows_;
};

/// The mean of (p − y)² (Brier 1950); NaN without rows. Errors: 22023 for different lengths and unless 0 <= p <= 1.
double brier(span<double> probabilities, span<std::uint8_t> outcomes);

}  // namespace harmony::statistics
