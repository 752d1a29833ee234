// Confirmatory factor analysis of one factor, by maximum likelihood.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// What `harmony.cfa` answers for k items; NaN means NULL, an empty vector too.
struct cfa_result {
  std::int64_t n = 0;  // complete rows
  int items = 0;
  bool converged = false;
  std::vector<double> loadings, std_errors;  // of the factor with variance 1, in units of the items
  std::vector<double> residual_variances, standardized;
  double chi2 = missing;  // n F
  int df = 0;             // k(k-3)/2
  double p = missing, cfi = missing, tli = missing;
  double rmsea = missing, rmsea_low = missing, rmsea_high = missing;  // 90 %
  double srmr = missing, aic = missing, bic = missing, omega = missing;
  std::vector<std::string> warnings;
};

/// One factor of variance 1 on the covariances S (divisor n) of the columns of a state: Sigma = ll' + diag(theta)
/// minimises F = log|Sigma| + tr(S Sigma^-1) - log|S| - k (Joereskog 1969), by Fisher scoring to a gradient of 1e-9 in
/// units of correlations; the sum of the loadings is positive; residual variances may come out negative (a warning).
/// std_errors by the expected information; indices as lavaan defines them; omega = (sum l)²/((sum l)² + sum theta).
/// With three items nothing is left to test: chi2 is 0, p and the indices NaN. With fewer than three, or covariances
/// that are not positive definite, everything is, and a warning says so.
cfa_result fit_one_factor(const linear_header *state);

}  // namespace harmony::statistics
