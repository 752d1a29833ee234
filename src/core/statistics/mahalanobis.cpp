#include "core/statistics/mahalanobis.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/interrupt.hpp"

#include <Eigen/Cholesky>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace harmony::statistics {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Whether Σ = LLᵀ was found and no dimension is determined by those before it: L_ii²/Σ_ii = 1 − R² must not vanish.
bool is_positive_definite(const Eigen::LLT<Eigen::MatrixXd> &factor, const Eigen::MatrixXd &covariance) {
  constexpr double least_unique_share = 1e-10;
  if (factor.info() != Eigen::Success) return false;
  const Eigen::ArrayXd unique = factor.matrixLLT().diagonal().array().square();
  return (unique > least_unique_share * covariance.diagonal().array()).all();
}

}  // namespace

void check_symmetric(span<double> matrix, std::size_t n) {
  constexpr double rounding = 1e-12;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double below = matrix[i * n + j], above = matrix[j * n + i];
      if (below == above || std::fabs(below - above) <= rounding * std::fabs(below)) continue;
      throw error(sqlstate::invalid_parameter_value, "covariance matrix is not symmetric",
                  "Row " + std::to_string(i + 1) + " has " + format_number(below) + " in column " +
                      std::to_string(j + 1) + ", row " + std::to_string(j + 1) + " has " + format_number(above) +
                      " in column " + std::to_string(i + 1) + ".");
    }
}

double mahalanobis(span<double> x, span<double> mean, span<double> covariance) {
  check_symmetric(covariance, x.size);
  std::vector<std::size_t> measured;
  for (std::size_t i = 0; i < x.size; ++i)
    if (!std::isnan(x[i])) measured.push_back(i);
  if (measured.empty()) return undefined;
  const auto n = static_cast<Eigen::Index>(measured.size());
  Eigen::VectorXd deviation(n);
  Eigen::MatrixXd part(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    if (i % 256 == 0) poll_interrupt();
    const std::size_t row = measured[static_cast<std::size_t>(i)];
    deviation(i) = x[row] - mean[row];
    for (Eigen::Index j = 0; j <= i; ++j) part(i, j) = covariance[row * x.size + measured[static_cast<std::size_t>(j)]];
  }
  const Eigen::LLT<Eigen::MatrixXd> factor(part);
  if (!is_positive_definite(factor, part)) return undefined;
  const double distance = factor.matrixL().solve(deviation).squaredNorm();
  if (!std::isfinite(distance)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  return distance;
}

}  // namespace harmony::statistics
