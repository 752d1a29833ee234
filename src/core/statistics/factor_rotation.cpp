#include "core/statistics/factor_rotation.matrix.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace harmony::statistics {
namespace {

using Eigen::MatrixXd;

// Turns columns p and q to the widest varimax criterion of their plane (Kaiser 1958); returns the size of the turn.
double turn_plane(MatrixXd *x, Eigen::Index p, Eigen::Index q) {
  const Eigen::ArrayXd a = x->col(p), b = x->col(q);
  const Eigen::ArrayXd u = a * a - b * b, v = 2.0 * a * b;
  const double rows = static_cast<double>(x->rows()), sum_u = u.sum(), sum_v = v.sum();
  const double sine = 2.0 * ((u * v).sum() - sum_u * sum_v / rows);
  const double cosine = (u * u - v * v).sum() - (sum_u * sum_u - sum_v * sum_v) / rows;
  const double angle = 0.25 * std::atan2(sine, cosine);
  x->col(p) = std::cos(angle) * a + std::sin(angle) * b;
  x->col(q) = std::cos(angle) * b - std::sin(angle) * a;
  return std::fabs(angle);
}

rotated_loadings varimax(const MatrixXd &loadings) {
  constexpr int turning_sweeps = 1000;
  constexpr double no_turn = 1e-13;
  const Eigen::VectorXd lengths = loadings.rowwise().norm();
  MatrixXd x = loadings;
  for (Eigen::Index i = 0; i < x.rows(); ++i)
    if (lengths[i] > 0.0) x.row(i) /= lengths[i];
  rotated_loadings out{x, MatrixXd::Identity(x.cols(), x.cols()), false};
  for (int sweep = 0; sweep < turning_sweeps && !out.converged; ++sweep) {
    poll_interrupt();
    double widest = 0.0;
    for (Eigen::Index p = 0; p < x.cols(); ++p)
      for (Eigen::Index q = p + 1; q < x.cols(); ++q) widest = std::max(widest, turn_plane(&x, p, q));
    out.converged = widest < no_turn;
  }
  out.loadings = lengths.asDiagonal() * x;
  return out;
}

// A transformation with columns of length 1, the loadings under it, and the quartimin criterion with its slope among
// such transformations.
struct oblique {
  MatrixXd transformation, loadings, slope;
  double criterion = 0.0;
};

oblique oblique_at(const MatrixXd &unrotated, const MatrixXd &transformation) {
  const Eigen::Index m = transformation.cols();
  const MatrixXd inverse = transformation.inverse();
  oblique out{transformation, unrotated * inverse.transpose(), {}, 0.0};
  const MatrixXd squares = out.loadings.array().square();
  const MatrixXd others = squares * (MatrixXd::Ones(m, m) - MatrixXd::Identity(m, m));
  out.criterion = 0.25 * (squares.array() * others.array()).sum();
  const MatrixXd by_loadings = out.loadings.array() * others.array();
  const MatrixXd gradient = -(out.loadings.transpose() * by_loadings * inverse).transpose();
  const Eigen::VectorXd along = (transformation.array() * gradient.array()).colwise().sum();
  out.slope = gradient - transformation * along.asDiagonal();
  return out;
}

// A step down the slope, of twice the length of the last one, halved until the criterion falls enough or, where its
// rounding is all that is left, the slope does; false where neither happens.
bool oblique_step(const MatrixXd &unrotated, oblique *now, double *length) {
  constexpr int rotation_halvings = 40;
  constexpr double noise = 1e-14;
  const double steepness = now->slope.norm();
  *length *= 2.0;
  for (int halving = 0; halving <= rotation_halvings; ++halving, *length *= 0.5) {
    const MatrixXd moved = (now->transformation - *length * now->slope).colwise().normalized();
    oblique next = oblique_at(unrotated, moved);
    const double fall = now->criterion - next.criterion;
    const bool falls = fall > 0.5 * steepness * steepness * *length;
    const bool flattens = std::fabs(fall) <= noise * now->criterion && next.slope.norm() < steepness;
    if (!falls && !flattens) continue;
    *now = std::move(next);
    return true;
  }
  return false;
}

rotated_loadings oblimin(const MatrixXd &unrotated) {
  constexpr int rotation_steps = 20000;
  constexpr double polished = 1e-12, flat = 1e-9;  // slopes: where steps end, and where a minimum is reached
  oblique now = oblique_at(unrotated, MatrixXd::Identity(unrotated.cols(), unrotated.cols()));
  double length = 1.0;
  for (int step = 0; step < rotation_steps && now.slope.norm() > polished; ++step) {
    if (step % 64 == 0) poll_interrupt();
    if (!oblique_step(unrotated, &now, &length)) break;
  }
  return {now.loadings, now.transformation.transpose() * now.transformation, now.slope.norm() < flat};
}

}  // namespace

factor_rotation rotation_named(std::string_view name) {
  if (name == "none") return factor_rotation::none;
  if (name == "varimax") return factor_rotation::varimax;
  if (name == "oblimin") return factor_rotation::oblimin;
  throw error(sqlstate::invalid_parameter_value, "unknown rotation \"" + std::string(name) + "\"", "",
              "Rotations are none, varimax and oblimin.");
}

rotated_loadings rotate(const Eigen::MatrixXd &loadings, factor_rotation rotation) {
  if (loadings.cols() > 1 && rotation == factor_rotation::varimax) return varimax(loadings);
  if (loadings.cols() > 1 && rotation == factor_rotation::oblimin) return oblimin(loadings);
  return {loadings, Eigen::MatrixXd::Identity(loadings.cols(), loadings.cols()), true};
}

}  // namespace harmony::statistics
