// The condition number of the design, by a singular value decomposition of its triangular factor.
#include "core/base/interrupt.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <Eigen/Dense>

#include <cmath>
#include <limits>

namespace harmony::statistics {
namespace {

// One-sided Jacobi is exact for small singular values; beyond this size divide and conquer is needed for time.
constexpr int jacobi_up_to = 96;

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

}  // namespace

double scaled_condition(const linear_system &sys, const linear_factor &f) {
  const Eigen::MatrixXd r = scaled_triangle(sys, f);
  if (r.rows() == 0 || !r.allFinite()) return std::numeric_limits<double>::quiet_NaN();
  poll_interrupt();  // the decomposition itself cannot be stopped: 0.3 s for 1,000 columns
  const Eigen::VectorXd values = r.rows() <= jacobi_up_to ? Eigen::JacobiSVD<Eigen::MatrixXd>(r).singularValues()
                                                          : Eigen::BDCSVD<Eigen::MatrixXd>(r).singularValues();
  return values(0) / values(values.size() - 1);
}

}  // namespace harmony::statistics
