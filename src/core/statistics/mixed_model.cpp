#include "core/statistics/mixed_model.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/mixed_model.profile.hpp"

#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr double grid_step = 0.5, below_one_group = 16.0, highest_log_ratio = 28.0;
constexpr double likelihood_rounding = 1e-13;  // a gain in the likelihood below it, relative to n, is none

// lambda with the largest likelihood: 0, or inside the grid; infinite where it grows to the end.
double best_ratio(const restricted_likelihood &likelihood, double largest_group) {
  std::vector<double> grid{0.0};
  for (double at = -std::log(largest_group) - below_one_group; at <= highest_log_ratio; at += grid_step)
    grid.push_back(std::exp(at));
  std::size_t best = 0;
  double least = likelihood.at(0.0).value - likelihood_rounding * likelihood.rows();
  for (std::size_t k = 1; k < grid.size(); ++k) {
    const double value = likelihood.at(grid[k]).value;
    if (!(value < least)) continue;
    least = value;
    best = k;
  }
  if (best + 1 == grid.size()) return HUGE_VAL;
  const auto slope = [&](double ratio) { return likelihood.at(ratio).slope; };
  double low = best == 0 ? 0.0 : grid[best - 1], high = grid[best + 1];
  const double at_low = slope(low), at_high = slope(high);
  if (best == 0 && at_low >= 0.0) return 0.0;
  if (at_low < 0.0 && at_high > 0.0) {
    std::uintmax_t steps = 100;
    const auto found = boost::math::tools::toms748_solve(slope, low, high, at_low, at_high,
                                                         boost::math::tools::eps_tolerance<double>(50), steps);
    return (found.first + found.second) / 2.0;
  }
  if (best == 0) return 0.0;  // a gain that is rounding
  return boost::math::tools::brent_find_minima([&](double r) { return likelihood.at(r).value; }, low, high, 50).first;
}

mixed_model least_squares_model(const grouped_sums &rows, const linear_model &ols) {
  mixed_model m;
  m.n = ols.n;
  m.n_skipped = rows.skipped();
  m.groups = static_cast<std::int64_t>(rows.groups().size());
  m.rank = ols.rank;
  m.warnings = ols.warnings;
  const std::size_t q = ols.coefficients.size();
  m.coefficients = ols.coefficients;
  for (std::vector<double> *v : {&m.std_errors, &m.df, &m.t_statistics, &m.p_values, &m.ci_low, &m.ci_high})
    v->assign(q, missing);
  m.covariance.assign(q * q, missing);
  return m;
}

void set_row(mixed_model *m, std::size_t i, double variance, double df) {
  const double b = m->coefficients[i], se = std::sqrt(variance);
  m->std_errors[i] = se;
  m->df[i] = df;
  if (!(df > 0.0) || !(se >= 0.0) || (b == 0.0 && se == 0.0)) return;
  m->t_statistics[i] = b / se;
  const double reach = student_t_quantile(0.975, df) * se;
  m->p_values[i] = student_t_two_sided(m->t_statistics[i], df);
  m->ci_low[i] = b - reach;
  m->ci_high[i] = b + reach;
}

void set_coefficients(mixed_model *m, const mixed_frame &frame, const restricted_likelihood &likelihood,
                      const ratio_fit &fit, bool knows_variances) {
  const vector shift = frame.back * fit.b;
  const matrix covariance = frame.back * (fit.sigma2 * fit.inverse) * frame.back.transpose();
  const std::size_t q = m->coefficients.size();
  for (std::size_t a = 0; a < frame.places.size(); ++a) {
    const auto j = static_cast<Index>(a);
    const std::size_t i = frame.places[a];
    m->coefficients[i] += shift[j];
    for (std::size_t b = 0; b < frame.places.size(); ++b)
      m->covariance[i * q + frame.places[b]] = covariance(j, static_cast<Index>(b));
    const double df = knows_variances && fit.ratio > 0.0 ? likelihood.satterthwaite(fit, frame.back.row(j).transpose())
                                                         : static_cast<double>(m->n - m->rank);
    set_row(m, i, covariance(j, j), df);
  }
}

// Variances and what follows from them.
void set_variances(mixed_model *m, const grouped_sums &rows, const mixed_frame &frame, const ratio_fit &fit) {
  m->tau2 = fit.ratio * m->sigma2;
  m->icc = fit.ratio / (1.0 + fit.ratio);
  m->effects.reserve(rows.groups().size());
  std::vector<double_double> means;
  for (std::size_t g = 0; g < rows.groups().size(); ++g) {
    if (g % 4096 == 0) poll_interrupt();
    frame.set_group_means(rows, g, &means);
    double residual = static_cast<double>(means.back());
    for (Index j = 0; j < fit.b.size(); ++j)
      residual -= fit.b[j] * static_cast<double>(means[static_cast<std::size_t>(j)]);
    const double n = static_cast<double>(rows.rows_of(g));
    m->effects.push_back(std::ldexp(residual * fit.ratio * n / (1.0 + fit.ratio * n), frame.y_exponent));
  }
}

}  // namespace

mixed_model fit_random_intercept(const grouped_sums &rows) {
  if (rows.predictors() < 0) {
    mixed_model m;
    m.n_skipped = rows.skipped();
    m.warnings.push_back("there are no rows");
    return m;
  }
  const linear_model ols = fit_ols(rows.all_rows(), true);
  mixed_model m = least_squares_model(rows, ols);
  if (m.n <= m.rank) return m;  // the warnings of the fit say so
  const mixed_frame frame(rows, ols);
  if (!(frame.residual_squares() > 0.0)) {
    m.sigma2 = 0.0;
    m.warnings.push_back("the predictors determine y: variances of groups and errors are undefined");
    return m;
  }
  const restricted_likelihood likelihood(rows, frame);
  std::int64_t largest_group = 0;
  for (std::size_t g = 0; g < rows.groups().size(); ++g) largest_group = std::max(largest_group, rows.rows_of(g));
  const bool knows_variances = m.groups > 1 && largest_group > 1;
  if (!knows_variances)
    m.warnings.push_back(m.groups > 1 ? "every group has one row: the variance of groups is undefined"
                                      : "there is one group alone: the variance of groups is undefined");
  const double ratio = knows_variances ? best_ratio(likelihood, static_cast<double>(largest_group)) : 0.0;
  if (std::isinf(ratio)) {
    std::fill(m.coefficients.begin(), m.coefficients.end(), missing);
    m.warnings.push_back("rows of a group do not differ beyond what the predictors say: no maximum of the likelihood");
    return m;
  }
  const ratio_fit fit = likelihood.fit(ratio);
  if (!std::isfinite(fit.sigma2))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                "A group's sum, or a product of columns, is beyond double precision.");
  m.converged = true;
  m.sigma2 = std::ldexp(fit.sigma2, 2 * frame.y_exponent);
  m.log_likelihood = likelihood.log_likelihood(fit, frame);
  set_coefficients(&m, frame, likelihood, fit, knows_variances);
  if (knows_variances) set_variances(&m, rows, frame, fit);
  return m;
}

}  // namespace harmony::statistics
