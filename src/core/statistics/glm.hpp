// Generalised linear models by maximum likelihood over kept rows: logistic and Poisson regression, and logistic
// regression by Firth's penalised likelihood.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/row_blocks.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// What `harmony.glm_model` holds. NaN means NULL. Arrays have the intercept first.
struct glm_model {
  std::string family;  // binomial, poisson, firth
  std::int64_t n = 0, n_skipped = 0;
  double events = missing;  // sum of y, weighted
  int rank = 0;
  std::int64_t df = 0;  // n - rank
  int iterations = 0;
  bool converged = false, separated = false;
  std::vector<double> coefficients, std_errors, statistics, p_values, ci_low, ci_high;  // z; ci: 95 %
  std::vector<double> covariance;                                                       // row-major
  double log_likelihood = missing, null_log_likelihood = missing, deviance = missing, null_deviance = missing;
  double chi2 = missing;  // against the intercept alone
  int chi2_df = 0;
  double chi2_p = missing, aic = missing, bic = missing;
  double dispersion = missing;  // Pearson's chi-squared/df
  double pseudo_r_squared = missing;
  std::vector<std::string> warnings;
};

/// Newton's method on standardised predictors, steps halved while the likelihood falls, until one is below 1e-7 of the
/// coefficients; the step after that, with the covariance, comes from error-free sums. At most 50. Above 100,000 rows
/// it starts from the answer of a sample of the blocks. Where no maximum exists (separation; y all alike) everything
/// that depends on it is NaN, and a warning names the columns; where 50 steps do not suffice, converged is false.
/// Columns: y, x … or weight, y, x …. Errors: 22023 for y other than 0 and 1, NaN, infinity, weights below 0.
glm_model fit_logistic_model(const row_blocks &rows, bool weighted);

/// The same with the log link: y whole numbers from 0 (22023). Columns: y, x … or exposure, y, x …; exposures > 0
/// (22023) enter as exp(x'b) exposure.
glm_model fit_poisson_model(const row_blocks &rows, bool with_exposure);

/// Maximises l + log det(I)/2 (Firth 1993). Errors from I^-1; p by penalised likelihood ratio, intervals by its profile
/// (Heinze and Schemper 2002), the penalty being that of all columns. Columns: y, x ….
glm_model fit_firth_model(const row_blocks &rows);

/// The mean at x (p values): 1/(1 + exp(-x'b)), or exp(x'b). A dropped predictor counts 0. Error 22023 for another
/// number of values or an unknown family.
double predict_glm(const std::string &family, const std::vector<double> &coefficients, const std::vector<double> &x);

/// b0 + b1 x1 + …, likewise.
double linear_predictor(const std::vector<double> &coefficients, const std::vector<double> &x);

/// One step of iterated weighted least squares from b (intercept first; empty: the start): the response and the weight
/// of a row (y, x1 … xp). Errors: 22023 for another number of coefficients, a value that is not finite, or a y that
/// does not fit the family.
struct glm_step_row {
  double response, weight;
};
glm_step_row logistic_step(const std::vector<double> &b, double y, const double *x, std::size_t p);
glm_step_row poisson_step(const std::vector<double> &b, double y, const double *x, std::size_t p);

}  // namespace harmony::statistics
