#include "core/statistics/one_factor_model.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/distributions.tails.hpp"
#include "core/statistics/factor_analysis.matrix.hpp"
#include "core/statistics/linear_model.hpp"

#include <Eigen/Cholesky>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Loadings and residual variances in units of correlations, and what the likelihood is there.
struct one_factor {
  VectorXd loadings, residual;
  bool possible = false;  // the fitted matrix is positive definite
  double fit = 0.0;       // log|Sigma| + tr(R Sigma^-1)
  MatrixXd inverse;       // Sigma^-1
  VectorXd slope_loadings, slope_residual;

  double steepest() const {
    return std::max(slope_loadings.cwiseAbs().maxCoeff(), slope_residual.cwiseAbs().maxCoeff());
  }
};

one_factor one_factor_at(const MatrixXd &r, const VectorXd &loadings, const VectorXd &residual) {
  poll_interrupt();
  one_factor out{loadings, residual, false, 0.0, {}, {}, {}};
  MatrixXd sigma = loadings * loadings.transpose();
  sigma.diagonal() += residual;
  if (!sigma.allFinite()) return out;
  const Eigen::LLT<MatrixXd> factor(sigma);
  if (factor.info() != Eigen::Success) return out;
  out.possible = true;
  out.inverse = factor.solve(MatrixXd::Identity(r.rows(), r.cols()));
  out.fit = 2.0 * factor.matrixLLT().diagonal().array().log().sum() + (out.inverse * r).trace();
  const MatrixXd omega = out.inverse - out.inverse * r * out.inverse;
  out.slope_loadings = 2.0 * omega * loadings;
  out.slope_residual = omega.diagonal();
  return out;
}

// Twice the expected information of one row: of the loadings, then of the residual variances.
MatrixXd one_factor_information(const one_factor &at) {
  const Index k = at.loadings.size();
  const MatrixXd &w = at.inverse;
  const VectorXd wl = w * at.loadings;
  MatrixXd out(2 * k, 2 * k);
  out.topLeftCorner(k, k) = 2.0 * (w * at.loadings.dot(wl) + wl * wl.transpose());
  out.topRightCorner(k, k) = 2.0 * w * wl.asDiagonal();
  out.bottomLeftCorner(k, k) = out.topRightCorner(k, k).transpose();
  out.bottomRightCorner(k, k) = w.array().square();
  return out;
}

// Minimum residuals, where they are a model; else with communalities of at most .95.
one_factor first_one_factor(const MatrixXd &r) {
  VectorXd loadings = extract_factors(r, 1).loadings.col(0);
  const one_factor as_found = one_factor_at(r, loadings, 1.0 - loadings.array().square());
  if (as_found.possible) return as_found;
  const double most = std::sqrt(0.95);
  loadings = loadings.cwiseMax(-most).cwiseMin(most);
  return one_factor_at(r, loadings, 1.0 - loadings.array().square());
}

// A step of Fisher scoring, halved until the fit does not get worse; false where none does.
bool score_step(const MatrixXd &r, one_factor *at) {
  const Index k = r.rows();
  VectorXd slope(2 * k);
  slope << at->slope_loadings, at->slope_residual;
  const VectorXd step = one_factor_information(*at).ldlt().solve(slope);
  if (!step.allFinite()) return false;
  double share = 1.0;
  for (int halving = 0; halving < 40; ++halving, share *= 0.5) {
    const one_factor next = one_factor_at(r, at->loadings - share * step.head(k), at->residual - share * step.tail(k));
    if (!next.possible) continue;
    const double noise = 1e-14 * (std::fabs(at->fit) + 1.0);
    if (next.fit < at->fit - noise || (next.fit <= at->fit + noise && next.steepest() < at->steepest())) {
      *at = next;
      return true;
    }
  }
  return false;
}

one_factor fitted_one_factor(const MatrixXd &r) {
  constexpr int scoring_steps = 1000;
  constexpr double polished = 1e-12;
  one_factor at = first_one_factor(r);
  for (int step = 0; step < scoring_steps && at.steepest() > polished; ++step)
    if (!score_step(r, &at)) break;
  if (at.loadings.sum() < 0.0) at.loadings = -at.loadings;
  return at;
}

// lambda >= 0 at which P(chi-squared(df, lambda) <= x) = p; 0 where it is less already at 0.
double noncentrality_at(double x, double df, double p) {
  using distribution = boost::math::non_central_chi_squared_distribution<double, distribution_policy>;
  if (chi2_cdf(x, df) <= p) return 0.0;
  const auto above = [&](double lambda) { return boost::math::cdf(distribution(df, lambda), x) - p; };
  double low = 0.0, high = std::max(1.0, x);
  for (; above(high) > 0.0; high *= 2.0) low = high;
  std::uintmax_t steps = 200;
  const auto [a, b] = boost::math::tools::toms748_solve(above, low, high, boost::math::tools::eps_tolerance<double>(50),
                                                        steps, distribution_policy());
  return 0.5 * (a + b);
}

// What compares the fit with that of items that do not correlate (chi2 of `independent`), and with that of no model.
void set_fit_indices(double independent, cfa_result *out) {
  const double df = out->df, n = static_cast<double>(out->n), k = out->items;
  const double df_independent = k * (k - 1.0) / 2.0;
  out->p = chi2_upper(out->chi2, df);
  const double excess = std::max(0.0, out->chi2 - df);
  const double most = std::max(excess, independent - df_independent);
  out->cfi = most > 0.0 ? 1.0 - excess / most : 1.0;
  const double ratio = independent / df_independent;
  if (ratio != 1.0) out->tli = (ratio - out->chi2 / df) / (ratio - 1.0);
  out->rmsea = std::sqrt(excess / (n * df));
  out->rmsea_low = std::sqrt(noncentrality_at(out->chi2, df, 0.95) / (n * df));
  out->rmsea_high = std::sqrt(noncentrality_at(out->chi2, df, 0.05) / (n * df));
}

// A value that is beyond double precision is none.
std::vector<double> finite_or_missing(const VectorXd &values) {
  std::vector<double> out(values.begin(), values.end());
  for (double &value : out)
    if (!std::isfinite(value)) value = missing;
  return out;
}

void set_one_factor(const one_factor &at, const VectorXd &sd, cfa_result *out) {
  const Index k = sd.size();
  const VectorXd total = (at.loadings.array().square() + at.residual.array()).sqrt();
  out->loadings = finite_or_missing(at.loadings.cwiseProduct(sd));
  out->residual_variances = finite_or_missing(at.residual.cwiseProduct(sd).cwiseProduct(sd));
  out->standardized = finite_or_missing(at.loadings.cwiseQuotient(total));
  for (Index i = 0; i < k; ++i)
    if (!(at.residual[i] > 0.0))
      out->warnings.push_back("residual variance of item " + std::to_string(i + 1) + " is negative (Heywood case)");
  const Eigen::LLT<MatrixXd> factor(one_factor_information(at));
  out->std_errors.assign(static_cast<std::size_t>(k), missing);
  if (factor.info() == Eigen::Success) {
    const VectorXd variances = factor.solve(MatrixXd::Identity(2 * k, 2 * k)).diagonal().head(k);
    out->std_errors = finite_or_missing(sd.array() * (2.0 / static_cast<double>(out->n) * variances.array()).sqrt());
  } else {
    out->warnings.emplace_back("information is singular: no standard errors");
  }
  const VectorXd unit = sd / sd.maxCoeff();
  const double sum = at.loadings.dot(unit);
  out->omega = sum * sum / (sum * sum + at.residual.dot(unit.cwiseProduct(unit)));
}

void set_one_factor_fit(const MatrixXd &r, const one_factor &at, const VectorXd &sd, double log_determinant,
                        cfa_result *out) {
  const double n = static_cast<double>(out->n), k = out->items;
  const double parameters = 2.0 * k;
  constexpr double log_of_two_pi = 1.8378770664093454836;
  const double minus_two_log_likelihood = n * (k * log_of_two_pi + at.fit + 2.0 * sd.array().log().sum());
  if (std::isfinite(minus_two_log_likelihood)) {  // not where a deviation is below the smallest number
    out->aic = minus_two_log_likelihood + 2.0 * parameters;
    out->bic = minus_two_log_likelihood + std::log(n) * parameters;
  }
  out->chi2 = out->df == 0 ? 0.0 : n * std::max(0.0, at.fit - log_determinant - k);
  if (out->df == 0) return;
  set_fit_indices(-n * log_determinant, out);
  MatrixXd residuals = r - at.loadings * at.loadings.transpose();
  residuals.diagonal() -= at.residual;
  const double squares = 0.5 * (residuals.squaredNorm() + residuals.diagonal().squaredNorm());
  out->srmr = std::sqrt(squares / (k * (k + 1.0) / 2.0));
}

}  // namespace

cfa_result fit_one_factor(const linear_header *state) {
  cfa_result out;
  out.n = linear_rows(state);
  out.items = state->p + 1;
  out.df = static_cast<int>(std::int64_t{out.items} * (out.items - 3) / 2);
  if (out.items < 3) {
    out.warnings.emplace_back("one factor takes at least three items");
    return out;
  }
  const item_correlations correlations = correlations_of_items(state);
  if (!correlations.matrix) {
    out.warnings.push_back(correlations.why_not);
    return out;
  }
  const MatrixXd &r = *correlations.matrix;
  constexpr double least_pivot = 1e-10;
  const Eigen::LLT<MatrixXd> factor(r);
  const auto pivots = factor.matrixLLT().diagonal().array();
  if (factor.info() != Eigen::Success || pivots.square().minCoeff() < least_pivot) {
    out.warnings.emplace_back("covariances are not positive definite");
    return out;
  }
  const std::vector<double> deviations = column_deviations(state);
  const VectorXd sd = Eigen::Map<const VectorXd>(deviations.data(), out.items);
  const one_factor at = fitted_one_factor(r);
  out.converged = at.steepest() < 1e-9;
  if (!out.converged) out.warnings.emplace_back("maximum likelihood did not converge");
  set_one_factor(at, sd, &out);
  set_one_factor_fit(r, at, sd, 2.0 * pivots.log().sum(), &out);
  return out;
}

}  // namespace harmony::statistics
