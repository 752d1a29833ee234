// Linear models from a linear_state: OLS, ridge, non-negative least squares, covariances; finished in double-double.
// None of these functions changes the state.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// What `harmony.linear_model` holds. NaN means NULL. q = coefficients: p, and one more, first, with an intercept.
struct linear_model {
  std::int64_t n = 0;          // rows used (weight > 0)
  std::int64_t n_skipped = 0;  // rows left out
  int rank = 0;                // coefficients that the data determine, the intercept included
  double df = missing;         // residual degrees of freedom: n - rank; ridge: n - trace of the hat matrix
  std::vector<double> coefficients, std_errors, t_statistics, p_values, ci_low, ci_high;  // q each; ci: 95 %
  double r_squared = missing, adj_r_squared = missing, residual_std_error = missing;
  double f_statistic = missing, f_p_value = missing;
  double condition_number = missing;  // largest / smallest singular value of X (intercept included where fitted), kept
                                      // columns only, each scaled to length 1 (Belsley, Kuh and Welsch 1980)
  std::vector<double> vif;            // p: one a predictor, always (so p = vif.size(), also for predict)
  double log_likelihood = missing, aic = missing, bic = missing;  // as R's logLik.lm, AIC, BIC: sigma counts as one
  std::vector<double> covariance;                                 // q x q row-major, of the coefficients
  std::vector<double> x_means;                                    // p: means of the predictors; with an intercept alone
  double fit_at_means = missing;  // the fit there, which predictions start from: digits stay where means are large
  double std_error_at_means = missing;         // of that fit
  double cross_validated_r_squared = missing;  // of cross_validate_ols() and _ridge() alone
  std::vector<std::string> warnings;
};

/// Ordinary (or, for a weighted state, weighted) least squares of y on x1 .. xp.
/// Centred Gram matrix -> Cholesky in the order of the columns -> back substitution, all in double-double; a column
/// with pivot <= 1e-25 of its centred sum of squares, or one that holds no more than the rounding of its values (2^-51
/// of them), depends on those before it: its coefficient, error and vif are NaN, rank is less and a warning names it.
/// Columns beyond the rank that n rows determine are dropped likewise.
/// Without intercept R², adjusted R² and F refer to the sum of squares about zero, and vif too (as R has them).
/// NaN: everything for n = 0; errors, t, p, F, covariance for df = 0; R², adjusted R² and F for constant y (slopes are
/// 0 then); likelihood for a residual sum of 0. A statistic divided by an error of exactly 0 is infinite, its p 0.
linear_model fit_ols(const linear_header *state, bool intercept);

/// Weighted least squares whose residual variance is known to be 1, the last step of iterated fits: n, rank,
/// coefficients, std_errors, covariance, x_means, fit_at_means and std_error_at_means alone. Columns are dropped as by
/// fit_ols().
linear_model fit_unit_variance(const linear_header *state);

/// Ridge regression (Hoerl and Kennard 1970): predictors standardised with the divisor n (sum of weights), intercept
/// free: b = (C + lambda diag(C)/n)^-1 c with centred cross products C, c; equal to MASS::lm.ridge and to
/// scikit-learn's Ridge(alpha) on a StandardScaler; lambda 0 gives OLS's coefficients. Filled: n, rank, df,
/// coefficients, r_squared, residual_std_error, vif as NaN; inference on a biased estimate is NaN. Constant predictors:
/// NaN and a warning. Error 22023 unless lambda is finite and >= 0.
linear_model fit_ridge(const linear_header *state, double lambda);

/// Non-negative least squares (Lawson and Hanson 1974, on the Gram matrix): slopes >= 0, intercept free. Filled: n,
/// rank (1 + positive slopes), df = n - rank, coefficients, r_squared, residual_std_error; inference is NaN.
linear_model fit_nnls(const linear_header *state);

/// A symmetric matrix over the columns in the order of the SQL arguments: y, x1 .. xp (k = p + 1).
struct column_matrix {
  int k = 0;
  std::vector<double> values;  // k x k, row-major
};

/// Means of y, x1 .. xp (weighted where weights are); NaN for n = 0.
std::vector<double> column_means(const linear_header *state);

/// Standard deviations, divisor n, in the same order; 0 where a column does not vary, NaN for n = 0.
std::vector<double> column_deviations(const linear_header *state);

/// Covariances with divisor n - 1; weighted: sum of weights * (n - 1)/n (NIST Dataplot's weighted variance).
/// NaN for n < 2.
column_matrix covariance_matrix(const linear_header *state);

/// Pearson correlations, 1 on the diagonal; NaN in row and column of a column without variance, and for n < 2.
column_matrix correlation_matrix(const linear_header *state);

/// The value that a model predicts at x (x_size = p values): its fit at the means and the slopes times the distance
/// from there, or, without means that agree with the coefficients, from 0. A dropped predictor counts 0, as in R. NaN
/// when a used coefficient or value is NaN. Errors: 22023 for another number of values, or a model whose arrays do not
/// fit.
double predict(const linear_model &model, const double *x, std::size_t x_size);

/// A prediction and an interval for one new observation (weight 1) there.
struct prediction {
  double fit = missing, low = missing, high = missing;
  bool cancelled = false;  // the variance at x is lost in the rounding of its terms: no interval
};

/// fit -+ t(df, (1+level)/2) sqrt(s² + x' V x), V the covariance of the coefficients. low and high are NaN where the
/// model has no covariance (df = 0, ridge, nnls), and where fewer than three digits of the variance are left of the
/// rounding of the covariances. Errors: as predict; 22023 unless 0 < level < 1.
prediction predict_interval(const linear_model &model, double level, const double *x, std::size_t x_size);

}  // namespace harmony::statistics
