#include "core/statistics/factor_analysis.hpp"
#include "core/statistics/factor_analysis.matrix.hpp"
#include "core/statistics/factor_rotation.matrix.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/linear_model.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace harmony::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double least_square_pivot = 1e-10;  // of a correlation matrix that is positive definite

// R - diag(psi): its eigenvalues, ascending, and the criterion in psi. `kept` of them, the last ones, make loadings.
struct reduced_matrix {
  VectorXd psi, values;
  MatrixXd vectors;
  Index kept = 0;
  double criterion = 0.0;
  VectorXd gradient;

  Index left() const { return values.size() - kept; }
};

reduced_matrix reduced_by(const MatrixXd &correlation, const VectorXd &psi, Index factors) {
  poll_interrupt();
  MatrixXd reduced = correlation;
  reduced.diagonal() -= psi;
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(reduced);
  reduced_matrix out{psi, solver.eigenvalues(), solver.eigenvectors(), 0, 0.0, {}};
  while (out.kept < factors && out.values[out.left() - 1] > 0.0) ++out.kept;
  const VectorXd rest = out.values.head(out.left());
  out.criterion = 0.5 * rest.squaredNorm();
  out.gradient = -(out.vectors.leftCols(out.left()).array().square().matrix() * rest);
  return out;
}

// Second derivatives in psi: (sum of v_is v_js over the eigenvectors s left)², and for each pair of one left (s) and
// one kept (t) 2 λ_s/(λ_s - λ_t) v_is v_js v_it v_jt.
MatrixXd second_in_uniquenesses(const reduced_matrix &at) {
  const MatrixXd rest = at.vectors.leftCols(at.left());
  MatrixXd out = (rest * rest.transpose()).array().square();
  for (Index t = at.left(); t < at.values.size(); ++t) {
    const VectorXd lambda = at.values.head(at.left());
    const VectorXd ratio = lambda.array() / (lambda.array() - at.values[t]);
    const MatrixXd between = rest * ratio.asDiagonal() * rest.transpose();
    out.array() += 2.0 * between.array() * (at.vectors.col(t) * at.vectors.col(t).transpose()).array();
  }
  return out;
}

// 1 - R² of each item on the others; a half where R is singular.
VectorXd first_uniquenesses(const MatrixXd &correlation) {
  const Eigen::LLT<MatrixXd> factor(correlation);
  const Index k = correlation.rows();
  if (factor.info() != Eigen::Success || factor.matrixLLT().diagonal().minCoeff() < std::sqrt(least_square_pivot))
    return VectorXd::Constant(k, 0.5);
  return factor.solve(MatrixXd::Identity(k, k)).diagonal().cwiseInverse();
}

// A Newton step, shortened by Levenberg's damping until the criterion falls; false where none does.
bool improve_uniquenesses(const MatrixXd &correlation, Index factors, reduced_matrix *at, double *damping) {
  constexpr double least_damping = 1e-10, most_damping = 1e10;
  const MatrixXd second = second_in_uniquenesses(*at);
  for (; *damping <= most_damping; *damping = std::max(least_damping, *damping * 10.0)) {
    MatrixXd damped = second;
    damped.diagonal().array() += *damping;
    const Eigen::LLT<MatrixXd> factor(damped);
    if (factor.info() != Eigen::Success) continue;
    const VectorXd psi = at->psi - factor.solve(at->gradient);
    if (!psi.allFinite()) continue;
    reduced_matrix next = reduced_by(correlation, psi, factors);
    const bool falls = next.criterion < at->criterion;
    const bool flattens = next.criterion <= at->criterion * (1.0 + 1e-12) + 1e-30 &&
                          next.gradient.cwiseAbs().maxCoeff() < at->gradient.cwiseAbs().maxCoeff();
    if (!falls && !flattens) continue;
    *at = std::move(next);
    *damping = *damping <= least_damping ? 0.0 : *damping * 0.1;
    return true;
  }
  return false;
}

double log_determinant_of(const Eigen::LLT<MatrixXd> &factor) {
  return 2.0 * factor.matrixLLT().diagonal().array().log().sum();
}

bool is_definite_factor(const Eigen::LLT<MatrixXd> &factor) {
  return factor.info() == Eigen::Success &&
         factor.matrixLLT().diagonal().array().square().minCoeff() > least_square_pivot;
}

void set_likelihood_ratio(const MatrixXd &correlation, const MatrixXd &common, efa_result *out) {
  MatrixXd model = common;
  model.diagonal().setOnes();
  const Eigen::LLT<MatrixXd> of_data(correlation), of_model(model);
  if (!is_definite_factor(of_data) || !is_definite_factor(of_model)) {
    out->warnings.emplace_back("correlations, or those of the solution, are not positive definite: no chi-squared");
    return;
  }
  const double k = out->items, m = out->factors;
  const double discrepancy =
      log_determinant_of(of_model) - log_determinant_of(of_data) + of_model.solve(correlation).trace() - k;
  const double weight = static_cast<double>(out->n) - 1.0 - (2.0 * k + 5.0) / 6.0 - 2.0 * m / 3.0;
  if (!(weight > 0.0)) return;
  out->chi2 = weight * std::max(0.0, discrepancy);
  if (out->df > 0) out->p = chi2_upper(out->chi2, out->df);
}

// Factors by descending ss_loadings, each with loadings of positive sum.
void put_in_order(rotated_loadings *rotated, efa_result *out) {
  const Index m = rotated->loadings.cols();
  const VectorXd ss = (rotated->phi * rotated->loadings.transpose() * rotated->loadings).diagonal();
  std::vector<Index> order(static_cast<std::size_t>(m));
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return ss[a] > ss[b]; });
  MatrixXd turn = MatrixXd::Zero(m, m);
  for (Index j = 0; j < m; ++j) {
    const Index from = order[static_cast<std::size_t>(j)];
    turn(from, j) = rotated->loadings.col(from).sum() < 0.0 ? -1.0 : 1.0;
    out->ss_loadings.push_back(ss[from]);
  }
  rotated->loadings *= turn;
  rotated->phi = turn.transpose() * rotated->phi * turn;
}

std::vector<double> by_rows_of_matrix(const MatrixXd &matrix) {
  std::vector<double> out(static_cast<std::size_t>(matrix.size()));
  Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(out.data(), matrix.rows(),
                                                                                     matrix.cols()) = matrix;
  return out;
}

void warn_of_heywood(efa_result *out) {
  for (std::size_t i = 0; i < out->communalities.size(); ++i)
    if (out->communalities[i] > 1.0)
      out->warnings.push_back("communality of item " + std::to_string(i + 1) + " is above 1 (Heywood case)");
}

void check_factors(int k, int factors, int df) {
  if (factors < 1) throw error(sqlstate::invalid_parameter_value, "number of factors must be at least 1");
  if (factors >= k || df < 0)
    throw error(sqlstate::invalid_parameter_value, "too many factors for the items",
                std::to_string(factors) + " factors of " + std::to_string(k) + " items leave no degrees of freedom.");
}

}  // namespace

extracted_factors extract_factors(const Eigen::MatrixXd &correlation, int factors) {
  reduced_matrix at = reduced_by(correlation, first_uniquenesses(correlation), factors);
  constexpr int extraction_steps = 500;
  constexpr double polished = 1e-13, flat = 1e-9;  // gradients: where steps end, and where a minimum is reached
  double damping = 0.0;
  for (int step = 0; step < extraction_steps; ++step) {
    if (at.gradient.cwiseAbs().maxCoeff() < polished) break;
    if (!improve_uniquenesses(correlation, factors, &at, &damping)) break;
  }
  extracted_factors out{MatrixXd::Zero(correlation.rows(), factors), at.gradient.cwiseAbs().maxCoeff() < flat};
  for (Index j = 0; j < at.kept; ++j) {
    const Index s = at.values.size() - 1 - j;
    out.loadings.col(j) = at.vectors.col(s) * std::sqrt(at.values[s]);
  }
  return out;
}

std::vector<double> descending_eigenvalues(const Eigen::MatrixXd &matrix) {
  const VectorXd values =
      Eigen::SelfAdjointEigenSolver<MatrixXd>(matrix, Eigen::EigenvaluesOnly).eigenvalues().reverse();
  return {values.begin(), values.end()};
}

item_correlations correlations_of_items(const linear_header *state) {
  if (linear_rows(state) < 2) return {std::nullopt, "fewer than two complete rows"};
  const column_matrix found = correlation_matrix(state);
  const MatrixXd matrix = Eigen::Map<const MatrixXd>(found.values.data(), found.k, found.k);
  for (Index i = 0; i < matrix.rows(); ++i)
    if (std::isnan(matrix(i, i))) return {std::nullopt, "item " + std::to_string(i + 1) + " does not vary"};
  return {matrix, {}};
}

efa_result explore_factors(const linear_header *state, int factors, factor_rotation rotation) {
  efa_result out;
  out.n = linear_rows(state);
  out.items = state->p + 1;
  out.factors = factors;
  const std::int64_t k = out.items, m = factors;
  out.df = static_cast<int>(m < 1 || m >= k ? -1 : k * (k - 1) / 2 - k * m + m * (m - 1) / 2);
  check_factors(out.items, factors, out.df);
  const item_correlations correlations = correlations_of_items(state);
  if (!correlations.matrix) {
    out.warnings.push_back(correlations.why_not);
    return out;
  }
  const MatrixXd &r = *correlations.matrix;
  out.eigenvalues = descending_eigenvalues(r);
  const extracted_factors extracted = extract_factors(r, factors);
  rotated_loadings rotated = rotate(extracted.loadings, rotation);
  if (!extracted.converged) out.warnings.emplace_back("minimum residuals did not converge");
  if (!rotated.converged) out.warnings.emplace_back("rotation did not converge");
  out.converged = extracted.converged && rotated.converged;
  put_in_order(&rotated, &out);
  const MatrixXd common = extracted.loadings * extracted.loadings.transpose();
  const VectorXd communalities = common.diagonal();
  out.communalities.assign(communalities.begin(), communalities.end());
  out.loadings = by_rows_of_matrix(rotated.loadings);
  out.phi = by_rows_of_matrix(rotated.phi);
  warn_of_heywood(&out);
  MatrixXd residuals = r - common;
  residuals.diagonal().setZero();
  out.rmsr = residuals.norm() / std::sqrt(static_cast<double>(k * (k - 1)));
  set_likelihood_ratio(r, common, &out);
  return out;
}

}  // namespace harmony::statistics
