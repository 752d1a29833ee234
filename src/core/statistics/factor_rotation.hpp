// Rotations of factor loadings: varimax (orthogonal) and oblimin with gamma 0 (oblique).
#pragma once

#include "core/base/no_postgres.hpp"

#include <Eigen/Core>

#include <string_view>

namespace harmony::statistics {

enum class factor_rotation : int { none, varimax, oblimin };

/// The rotation of this name. Error 22023 for another name.
factor_rotation rotation_named(std::string_view name);

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
