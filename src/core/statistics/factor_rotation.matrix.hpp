// Rotations of a matrix of factor loadings.
#pragma once

#include "core/statistics/factor_rotation.hpp"

#include <Eigen/Core>

namespace harmony::statistics {

/// Loadings of k items on m factors, and the correlations of the factors.
struct rotated_loadings {
  Eigen::MatrixXd loadings;  // k x m
  Eigen::MatrixXd phi;       // m x m
  bool converged = true;
};

/// The loadings rotated; `none` leaves them as they are. Varimax (Kaiser 1958) works on rows of length 1 and turns
/// planes until no angle is left; oblimin minimises the sum of products of squared loadings of different factors
/// (quartimin) by projected gradients (Jennrich 2002), on the rows as they are, from the loadings given.
rotated_loadings rotate(const Eigen::MatrixXd &loadings, factor_rotation rotation);

}  // namespace harmony::statistics
