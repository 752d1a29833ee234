// Exploratory factor analysis by minimum residuals.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/factor_rotation.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// What `harmony.efa` answers: k items, m factors. NaN means NULL, an empty vector too.
struct efa_result {
  std::int64_t n = 0;  // complete rows
  int items = 0;
  int factors = 0;
  int df = 0;                          // k(k-1)/2 - km + m(m-1)/2
  std::vector<double> loadings;        // k x m, row-major
  std::vector<double> phi;             // m x m, row-major: correlations of the factors
  std::vector<double> communalities;   // k: diagonal of L phi L'
  std::vector<double> ss_loadings;     // m: diagonal of phi L'L
  std::vector<double> eigenvalues;     // k: of the correlation matrix, descending
  double rmsr = missing;               // root of the mean squared residual off the diagonal
  double chi2 = missing, p = missing;  // Bartlett's correction of the likelihood ratio
  bool converged = false;
  std::vector<std::string> warnings;
};

/// Factor analysis of the columns of a state. chi2 = (n - 1 - (2k+5)/6 - 2m/3) F, F of maximum likelihood at the
/// solution. Factors come by descending ss_loadings, each with loadings of positive sum. Without a value: everything
/// where an item does not vary; chi2 where R or the fitted matrix is not positive definite, p too for df = 0. Error
/// 22023 for fewer factors than one or more than leave df >= 0.
efa_result explore_factors(const linear_header *state, int factors, factor_rotation rotation);

}  // namespace harmony::statistics
