// The condition number of the design, from the singular values of its triangular factor.
#include "core/base/interrupt.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace harmony::statistics {
namespace {

// One-sided Jacobi is exact for small singular values; larger designs take Lanczos's method, which can be stopped.
constexpr int jacobi_up_to = 96;
constexpr int most_lanczos_steps = 300;
constexpr double converged = 1e-13;  // relative change of the eigenvalue over ten steps

// Upper triangular R of [1 X] over the kept columns, each column scaled to length 1. With an intercept
// R = (sqrt(w) sqrt(w) mean'; 0 U), so that a column's squared length is w mean² + C_jj.
Eigen::MatrixXd scaled_triangle(const linear_system &sys, const linear_factor &f) {
  const int first = sys.centred ? 1 : 0;
  Eigen::MatrixXd r = Eigen::MatrixXd::Zero(f.rank + first, f.rank + first);
  if (sys.centred) r(0, 0) = 1.0;
  const double_double root = sqrt(sys.weight);
  for (int j = 0, column = first; j < sys.p; ++j) {
    if (f.kept[static_cast<std::size_t>(j)] == 0) continue;
    const double_double top = sys.mean[static_cast<std::size_t>(j)] * root;
    const double_double length = sqrt(top * top + sys.products.get(j, j));
    if (sys.centred) r(0, column) = static_cast<double>(top / length);
    for (int i = 0, row = first; i <= j; ++i) {
      if (f.kept[static_cast<std::size_t>(i)] == 0) continue;
      r(row++, column) = static_cast<double>(f.upper.get(i, j) / length);
    }
    ++column;
  }
  return r;
}

// A start vector without a preferred direction, the same on every machine.
Eigen::VectorXd start_vector(Eigen::Index n) {
  Eigen::VectorXd v(n);
  std::uint64_t h = 1;
  for (Eigen::Index i = 0; i < n; ++i) {
    h = h * 6364136223846793005u + 1442695040888963407u;
    v(i) = static_cast<double>(h >> 11) * 0x1p-53 + 0.5;
    if ((h >> 10 & 1) != 0) v(i) = -v(i);
  }
  return v.normalized();
}

double largest_of_tridiagonal(const Eigen::VectorXd &diagonal, const Eigen::VectorXd &beside, Eigen::Index size) {
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
  solver.computeFromTridiagonal(diagonal.head(size), beside.head(size - 1), Eigen::EigenvaluesOnly);
  return solver.eigenvalues()(size - 1);
}

// The largest eigenvalue of the symmetric operator `apply` on n dimensions: Lanczos (1950) with full
// reorthogonalisation, until it converges.
template <class Operator>
double largest_eigenvalue(Eigen::Index n, Operator apply) {
  const Eigen::Index most = std::min<Eigen::Index>(n, most_lanczos_steps);
  Eigen::MatrixXd basis(n, most);
  Eigen::VectorXd diagonal(most), beside(most), v = start_vector(n);
  double value = 0.0;
  for (Eigen::Index k = 0; k < most; ++k) {
    poll_interrupt();
    basis.col(k) = v;
    v = apply(v);
    diagonal(k) = v.dot(basis.col(k));
    for (int twice = 0; twice < 2; ++twice) v -= basis.leftCols(k + 1) * (basis.leftCols(k + 1).transpose() * v).eval();
    beside(k) = v.norm();
    const bool exhausted = !(beside(k) > diagonal(k) * 1e-15);
    if (!exhausted && k % 10 != 9 && k + 1 < most) {
      v /= beside(k);
      continue;
    }
    const double before = value;
    value = largest_of_tridiagonal(diagonal, beside, k + 1);
    if (exhausted || std::fabs(value - before) <= converged * value) break;
    v /= beside(k);
  }
  return value;
}

double condition_by_lanczos(const Eigen::MatrixXd &r) {
  const auto upper = r.triangularView<Eigen::Upper>();
  const double top = largest_eigenvalue(r.rows(), [&](const Eigen::VectorXd &v) -> Eigen::VectorXd {
    const Eigen::VectorXd image = upper * v;
    return upper.transpose() * image;
  });
  const double inverse_bottom = largest_eigenvalue(r.rows(), [&](const Eigen::VectorXd &v) -> Eigen::VectorXd {
    const Eigen::VectorXd image = upper.transpose().solve(v);
    return upper.solve(image);
  });
  return std::sqrt(top) * std::sqrt(inverse_bottom);
}

}  // namespace

double scaled_condition(const linear_system &sys, const linear_factor &f) {
  const Eigen::MatrixXd r = scaled_triangle(sys, f);
  if (r.rows() == 0 || !r.allFinite()) return std::numeric_limits<double>::quiet_NaN();
  if (r.rows() > jacobi_up_to) return condition_by_lanczos(r);
  const Eigen::VectorXd values = Eigen::JacobiSVD<Eigen::MatrixXd>(r).singularValues();
  return values(0) / values(values.size() - 1);
}

}  // namespace harmony::statistics
