// What robust_model.cpp and clustered_model.cpp share. Internal to them.
#pragma once

#include "core/statistics/design.hpp"

#include <Eigen/Core>

#include <vector>

namespace harmony::statistics {

/// A least squares fit in columns of a common size, and the way back.
struct regression_frame {
  double y_shift = 0.0, y_scale = 1.0;  // residual = (y − y_shift) y_scale − x'b
  Eigen::VectorXd b;
  Eigen::MatrixXd inverse, root;          // (X'X)^-1 = root root'
  Eigen::MatrixXd back;                   // true coefficients = back b, but for y_shift in the intercept
  std::vector<std::size_t> places = {0};  // of b's coefficients among all
};
regression_frame make_frame(const design &rows);

/// b' V^-1 b; NaN where V is singular.
double quadratic_form(const Eigen::MatrixXd &covariance, const Eigen::VectorXd &b);

}  // namespace harmony::statistics
