#include "core/statistics/mahalanobis.hpp"
#include "core/base/score.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/interrupt.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace harmony::statistics {

namespace {

/// Whether Σ = LLᵀ was found and no dimension is determined by those before it: L_ii²/Σ_ii = 1 − R² must not vanish.
bool is_positive_definite(const Eigen::LLT<Eigen::MatrixXd> &factor, const Eigen::MatrixXd &covariance) {
  constexpr double least_unique_share = 1e-10;
  if (factor.info() != Eigen::Success) return false;
  const Eigen::ArrayXd unique = factor.matrixLLT().diagonal().array().square();
  return (unique > least_unique_share * covariance.diagonal().array()).all();
}

double finite_distance(double distance) {
  if (!std::isfinite(distance)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  return distance;
}

}  // namespace

void check_symmetric(span<double> matrix, std::size_t n) {
  constexpr double noise = 1e-9;
  for (std::size_t i = 0; i < n; ++i) {
    if (i % 256 == 0) poll_interrupt();
    for (std::size_t j = 0; j < i; ++j) {
      const double below = matrix[i * n + j], above = matrix[j * n + i];
      if (below == above) continue;
      const double size = std::sqrt(std::fabs(matrix[i * n + i])) * std::sqrt(std::fabs(matrix[j * n + j]));
      if (std::fabs(below - above) <= noise * std::max({std::fabs(below), std::fabs(above), size})) continue;
      const std::string row = std::to_string(i + 1), column = std::to_string(j + 1);
      throw error(sqlstate::invalid_parameter_value, "covariance matrix is not symmetric",
                  "Row " + row + " has " + format_number(below) + " in column " + column + ", row " + column + " has " +
                      format_number(above) + " in column " + row + ".");
    }
  }
}

double mahalanobis(span<double> x, span<double> mean, span<double> covariance) {
  check_symmetric(covariance, x.size);
  std::vector<std::size_t> measured;
  for (std::size_t i = 0; i < x.size; ++i)
    if (!std::isnan(x[i])) measured.push_back(i);
  if (measured.empty()) return missing;
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
  if (!is_positive_definite(factor, part)) return missing;
  return finite_distance(factor.matrixL().solve(deviation).squaredNorm());
}

std::vector<double> covariance_inverse(span<double> covariance, std::size_t n) {
  poll_interrupt();
  const auto size = static_cast<Eigen::Index>(n);
  const Eigen::MatrixXd whole = Eigen::Map<const Eigen::MatrixXd>(covariance.data, size, size);
  const Eigen::LLT<Eigen::MatrixXd> factor(whole);
  if (n == 0 || !is_positive_definite(factor, whole)) return {};
  const Eigen::MatrixXd inverse = factor.solve(Eigen::MatrixXd::Identity(size, size));
  return {inverse.data(), inverse.data() + inverse.size()};
}

double mahalanobis_by_inverse(span<double> x, span<double> mean, span<double> inverse) {
  const auto n = static_cast<Eigen::Index>(x.size);
  const Eigen::Map<const Eigen::MatrixXd> precision(inverse.data, n, n);
  Eigen::VectorXd deviation(n);
  std::vector<Eigen::Index> gaps;
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto k = static_cast<std::size_t>(i);
    deviation(i) = std::isnan(x[k]) ? 0.0 : x[k] - mean[k];
    if (std::isnan(x[k])) gaps.push_back(i);
  }
  if (static_cast<Eigen::Index>(gaps.size()) == n) return missing;
  const Eigen::VectorXd slope = precision * deviation;
  const double distance = deviation.dot(slope);
  if (gaps.empty()) return finite_distance(distance);
  const auto n_gaps = static_cast<Eigen::Index>(gaps.size());
  Eigen::VectorXd of_gaps(n_gaps);
  Eigen::MatrixXd part(n_gaps, n_gaps);
  for (Eigen::Index i = 0; i < n_gaps; ++i) {
    of_gaps(i) = slope(gaps[static_cast<std::size_t>(i)]);
    for (Eigen::Index j = 0; j <= i; ++j)
      part(i, j) = precision(gaps[static_cast<std::size_t>(i)], gaps[static_cast<std::size_t>(j)]);
  }
  const Eigen::LLT<Eigen::MatrixXd> factor(part);
  return finite_distance(std::max(0.0, distance - factor.matrixL().solve(of_gaps).squaredNorm()));
}

}  // namespace harmony::statistics
