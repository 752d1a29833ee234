// Reliability of a scale: Cronbach's alpha with Feldt's interval, McDonald's omega of one factor, item statistics.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// What `harmony.reliability` answers; NaN means NULL (undefined for these data).
struct reliability_result {
  std::int64_t n = 0;                    // complete rows
  int k = 0;                             // items
  double alpha, alpha_low, alpha_high;   // Cronbach's alpha and its 95 % interval
  double standardized_alpha;             // alpha of the correlation matrix
  double omega_total;                    // of a one-factor minimum residual solution on the correlation matrix
  std::vector<double> item_total_r;      // k: correlation of the item with the sum of the others
  std::vector<double> alpha_if_deleted;  // k: alpha of the other k - 1 items
  std::vector<double> item_mean, item_sd;
  std::vector<double> loadings;  // k: the factor behind omega_total, its sum not negative
};

/// Reliability from the covariance matrix S (k x k, row-major, divisor n - 1) and the means of k items over n rows.
///   alpha = k/(k-1) (1 - sum S_ii / sum S_ij);  standardized_alpha: the same on the correlations;
///   interval (Feldt 1965; Feldt, Woodruff and Salih 1987): 1 - (1 - alpha) F(0.975 or 0.025; n-1, (n-1)(k-1));
///   omega_total = (sum l)^2 / ((sum l)^2 + sum (1 - l^2)), l minimising the squared off-diagonal residuals of R - ll'
///   (Harman and Jones 1966) with uniquenesses of at least 0.005, as psych::fa(fm = "minres") has them.
/// NaN: every ratio for n < 2 or k < 2; alpha for a sum without variance; standardized_alpha, omega_total and the
/// item's own item_total_r where an item has no variance; the interval also for alpha = 1; alpha_if_deleted for k = 2;
/// omega_total of two items with a negative correlation (two items get equal loadings: one product cannot tell them
/// apart). Errors 22023: k < 1, n < 0, or a mean or covariance that is not finite.
reliability_result reliability(const double *covariance, const double *means, int k, std::int64_t n);

}  // namespace harmony::statistics
