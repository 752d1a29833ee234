// Factors of a correlation matrix.
#pragma once

#include "core/statistics/linear_state.hpp"

#include <Eigen/Core>

#include <optional>
#include <string>
#include <vector>

namespace harmony::statistics {

/// Loadings that minimise the squared residuals of R - LL' off the diagonal (Harman and Jones 1966; Joereskog 1977): in
/// the uniquenesses psi, the leading eigenvectors of R - diag(psi) are the loadings, and half the sum of the other
/// squared eigenvalues is what Newton steps bring to its minimum, to a gradient of 1e-9. Uniquenesses may become
/// negative (a Heywood case).
struct extracted_factors {
  Eigen::MatrixXd loadings;  // k x m, unrotated
  bool converged = false;
};
extracted_factors extract_factors(const Eigen::MatrixXd &correlation, int factors);

/// Correlations of the columns of a state in the order y, x1 .. xp; without a value where a column does not vary.
struct item_correlations {
  std::optional<Eigen::MatrixXd> matrix;
  std::string why_not;  // a warning
};
item_correlations correlations_of_items(const linear_header *state);

/// The eigenvalues of a symmetric matrix, the largest first.
std::vector<double> descending_eigenvalues(const Eigen::MatrixXd &matrix);

}  // namespace harmony::statistics
