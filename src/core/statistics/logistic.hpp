// Logistic regression by maximum likelihood.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// Rows of p predictors, row by row, with an outcome each. Empty weights are all 1; a row of weight w counts w times.
struct logistic_rows {
  span<double> predictors;
  std::size_t p = 0;
  span<std::uint8_t> outcomes;
  span<double> weights;
};

/// NaN: not determined. Coefficients have the intercept first.
struct logistic_fit {
  std::vector<double> coefficients, std_errors;
  double log_likelihood = missing, null_log_likelihood = missing;
  int iterations = 0;
  bool converged = false, separated = false;
};

/// Newton's method on predictors of mean 0 and standard deviation 1 (put back in the end), steps halved while the
/// likelihood falls, to a relative change of 1e-12; at most 50. Nothing is determined where all outcomes are equal, a
/// predictor is constant or depends on others, or the predictors separate the outcomes: then no maximum exists (Albert
/// and Anderson 1984), which is taken for granted once a linear predictor is beyond 15 and the last step parts the
/// outcomes. `start`, coefficients to begin with, may be empty. O(n p²) a step. Errors: 22023 for sizes that do not
/// fit, values that are not finite, weights below 0.
logistic_fit fit_logistic(const logistic_rows &rows, span<double> start = {});

}  // namespace harmony::statistics
