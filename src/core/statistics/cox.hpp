// Cox's proportional hazards model (Cox 1972) over kept rows, ties by Efron (1977).
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/row_blocks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace harmony::statistics {

/// What `harmony.cox_model` holds. NaN means NULL. There is no intercept.
struct cox_model {
  std::int64_t n = 0, n_skipped = 0, events = 0;
  int rank = 0, iterations = 0;
  bool converged = false, separated = false;
  std::vector<double> coefficients, std_errors, statistics, p_values, ci_low, ci_high;  // z; ci: 95 %
  std::vector<double> covariance;                                                       // row-major
  double log_likelihood = missing, null_log_likelihood = missing;
  double chi2 = missing, score_chi2 = missing, wald_chi2 = missing;  // against all 0, rank degrees of freedom
  double concordance = missing;
  std::optional<std::int64_t> clusters;  // of fit_cox_robust() alone
  std::vector<std::string> warnings;
};

/// Newton's method on standardised predictors, steps halved while the likelihood falls, until one is below 1e-7 of the
/// coefficients, and a last step from there; at most 50. Where no maximum exists (monotone likelihood) everything that
/// depends on it is NaN, and a warning names the predictors. Columns: time, event, x …. Errors: 22023 for a time below
/// 0, an event other than 0 and 1, NaN, infinity. O(n p²) an iteration; as much memory again as the rows take.
cox_model fit_cox(const row_blocks &rows);

/// The same with errors from the sums of dfbeta by cluster (Lin and Wei 1989). Columns: number of the cluster, time,
/// event, x ….
cox_model fit_cox_robust(const row_blocks &rows, std::size_t clusters);

/// Rows at risk in (start, stop] alone: late entry, predictors that change. Columns: start, stop, event, x …. Errors:
/// 22023 also for start >= stop. O(n p² log n) an iteration.
cox_model fit_cox_counting(const row_blocks &rows);

/// exp(x'b): the hazard against that of x = 0. A dropped predictor counts 0. Error 22023 for another number of values.
double predict_cox(const std::vector<double> &coefficients, const std::vector<double> &x);

}  // namespace harmony::statistics
