// Cross products of clusters about the mean of all rows, in doubles. Internal to cluster_robust.cpp and
// weights_comparison.cpp.
#pragma once

#include "core/statistics/clustered_rows.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <Eigen/Core>

#include <vector>

namespace harmony::statistics {

/// Where the columns x1 .. xp, y lie, and how wide they are: true value = mean + 2^exponent scaled value.
struct column_frame {
  std::vector<double_double> mean;
  std::vector<int> exponent;

  explicit column_frame(const linear_system &all);
};

/// Σ w z z', z = (1, x1 .. xp, y) about the means of the frame and in its units. (p + 2)². Errors: 22003 where a column
/// is so uneven that a product is not finite.
Eigen::MatrixXd products_in(const column_frame &frame, const linear_header *state);

/// The weighted state of all rows of all clusters, or of those seen.
std::vector<double> total_state(const clustered_rows &rows, bool seen);

}  // namespace harmony::statistics
