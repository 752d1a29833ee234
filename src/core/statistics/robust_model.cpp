#include "core/statistics/robust_model.hpp"

#include "core/base/error.hpp"
#include "core/statistics/design.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/gram_kernel.hpp"
#include "core/statistics/robust_model.parts.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr double leverage_limit = 1.0 - 1e-12;

int kind_of(std::string_view kind) {
  for (const int k : {0, 1, 2, 3})
    if (kind == "HC" + std::to_string(k)) return k;
  throw error(sqlstate::invalid_parameter_value, "kind must be HC0, HC1, HC2 or HC3",
              "It is \"" + std::string(kind) + "\".");
}

// What a squared residual counts.
double factor_of(int kind, double leverage, double n, double rank) {
  switch (kind) {
    case 0:
      return 1.0;
    case 1:
      return n / (n - rank);
    case 2:
      return 1.0 / (1.0 - leverage);
    default:
      return 1.0 / ((1.0 - leverage) * (1.0 - leverage));
  }
}

// The squares of the rows of X L, L L' = (X'X)^-1: leverages.
void leverages_of(const design_chunk &chunk, const matrix &root, double *out) {
  double along[linear_block_rows];
  std::fill_n(out, linear_block_rows, 0.0);
  for (Index k = 0; k < root.cols(); ++k) {
    kernels().combine(chunk.columns(), root.data() + k * root.rows(), chunk.width(), along);
    for (int i = 0; i < linear_block_rows; ++i) out[i] += along[i] * along[i];
  }
}

// Σ factor e² x x'; false where a leverage is 1 and the kind divides by what is left.
bool meat_of(const design &rows, const regression_frame &frame, int kind, matrix *meat) {
  const int m = rows.width();
  const double n = static_cast<double>(rows.n()), rank = rows.rank();
  std::vector<double> gram(static_cast<std::size_t>(m * (m + 1) / 2), 0.0);
  double fitted[linear_block_rows], leverage[linear_block_rows], weight[linear_block_rows], highest = 0.0;
  rows.each_chunk([&](const design_chunk &chunk) {
    kernels().combine(chunk.columns(), frame.b.data(), m, fitted);
    if (kind >= 2) leverages_of(chunk, frame.root, leverage);
    std::fill_n(weight, linear_block_rows, 0.0);
    for (int i = 0; i < chunk.rows; ++i) {
      const double h = kind >= 2 ? leverage[i] : 0.0, e = (chunk.y[i] - frame.y_shift) * frame.y_scale - fitted[i];
      highest = std::max(highest, h);
      weight[i] = h > leverage_limit ? 0.0 : e * e * factor_of(kind, h, n, rank);
    }
    kernels().weighted_gram(chunk.columns(), weight, m, gram.data());
  });
  meat->resize(m, m);
  for (Index i = 0, k = 0; i < m; ++i)
    for (Index j = 0; j <= i; ++j, ++k) (*meat)(i, j) = (*meat)(j, i) = gram[static_cast<std::size_t>(k)];
  return highest <= leverage_limit;
}

void set_f(linear_model *m, const matrix &covariance, const vector &b) {
  const Index q = b.size() - 1;
  m->f_statistic = m->f_p_value = missing;
  if (q == 0) return;
  const double wald = quadratic_form(covariance.bottomRightCorner(q, q), b.tail(q));
  if (std::isnan(wald)) return;
  m->f_statistic = wald / static_cast<double>(q);
  m->f_p_value = f_upper(m->f_statistic, static_cast<double>(q), m->df);
}

}  // namespace

double quadratic_form(const matrix &covariance, const vector &b) {
  const vector scale = covariance.diagonal().cwiseSqrt().cwiseInverse();
  if (!scale.allFinite()) return missing;
  const Eigen::LDLT<matrix> solver(scale.asDiagonal() * covariance * scale.asDiagonal());
  if (!(solver.vectorD().minCoeff() > 1e-12 * solver.vectorD().maxCoeff())) return missing;
  const vector scaled = scale.asDiagonal() * b;
  return scaled.dot(solver.solve(scaled));
}

regression_frame make_frame(const design &rows) {
  const linear_model &ols = rows.least_squares();
  const Index m = rows.width();
  regression_frame out;
  const double spread = ols.residual_std_error > 0.0 ? ols.residual_std_error : 1.0;
  out.y_scale = std::ldexp(1.0, -std::clamp(std::ilogb(spread), -900, 900));
  out.y_shift = ols.fit_at_means;
  // Sums of the standardised columns: what the rounding of their means has left.
  vector sums = vector::Zero(m);
  double ones[linear_block_rows];
  std::fill_n(ones, linear_block_rows, 1.0);
  rows.each_chunk([&](const design_chunk &c) { kernels().project(c.columns(), ones, c.width(), sums.data()); });
  const vector left = sums / static_cast<double>(rows.n());
  matrix centre = matrix::Identity(m, m);  // (1, x − mean) = centre (1, x)
  centre.col(0).tail(m - 1) = -left.tail(m - 1);
  // (X'X)^-1 in the units of the columns: the covariance without the residual variance.
  const linear_model unit = rows.fold([](const design_chunk &chunk, double *values, double *weights) {
    std::fill_n(values, linear_block_rows, 0.0);
    std::fill_n(weights, linear_block_rows, 1.0);
    (void)chunk;
  });
  matrix inverse = matrix::Zero(m, m);
  inverse(0, 0) = 1.0 / static_cast<double>(rows.n());
  for (Index i = 1; i < m; ++i)
    for (Index j = 1; j < m; ++j)
      inverse(i, j) = unit.covariance[static_cast<std::size_t>(i * m + j)] /
                      rows.scale(static_cast<std::size_t>(i) - 1) / rows.scale(static_cast<std::size_t>(j) - 1);
  out.inverse = centre.transpose() * inverse * centre;
  out.root = Eigen::LLT<matrix>(out.inverse).matrixL();
  out.b = vector::Zero(m);
  out.back = matrix::Zero(m, m);
  out.back(0, 0) = 1.0 / out.y_scale;
  for (Index k = 1; k < m; ++k) {
    const auto at = static_cast<std::size_t>(k) - 1;
    const double slope = ols.coefficients[static_cast<std::size_t>(rows.kept()[at]) + 1];
    out.b[k] = slope / rows.scale(at) * out.y_scale;
    out.b[0] -= out.b[k] * left[k];
    out.back(k, k) = rows.scale(at) / out.y_scale;
    out.back(0, k) = -rows.shift(at) * out.back(k, k);
    out.places.push_back(static_cast<std::size_t>(rows.kept()[at]) + 1);
  }
  return out;
}

linear_model fit_robust(std::string_view name, const row_blocks &kept_rows) {
  const int kind = kind_of(name);
  const design rows(kept_rows, {});
  linear_model m = rows.least_squares();
  for (std::vector<double> *v : {&m.std_errors, &m.t_statistics, &m.p_values, &m.ci_low, &m.ci_high, &m.covariance})
    std::fill(v->begin(), v->end(), missing);
  m.f_statistic = m.f_p_value = m.std_error_at_means = missing;
  if (!(m.df > 0.0)) return m;
  const regression_frame frame = make_frame(rows);
  matrix meat;
  if (!meat_of(rows, frame, kind, &meat)) {
    m.warnings.push_back("a row alone determines a coefficient (leverage 1): " + std::string(name) +
                         " is undefined; HC0 and HC1 are not");
    return m;
  }
  const matrix scaled = frame.inverse * meat * frame.inverse;
  const matrix covariance = frame.back * scaled * frame.back.transpose();
  set_f(&m, scaled, frame.b);
  const double t = student_t_quantile(0.975, m.df);
  const std::size_t q = m.coefficients.size();
  for (std::size_t a = 0; a < frame.places.size(); ++a) {
    const std::size_t i = frame.places[a];
    for (std::size_t b = 0; b < frame.places.size(); ++b)
      m.covariance[i * q + frame.places[b]] = covariance(static_cast<Index>(a), static_cast<Index>(b));
    const double estimate = m.coefficients[i], se = std::sqrt(m.covariance[i * q + i]);
    m.std_errors[i] = se;
    m.t_statistics[i] = estimate == 0.0 && se == 0.0 ? missing : estimate / se;
    if (!std::isnan(m.t_statistics[i])) m.p_values[i] = student_t_two_sided(m.t_statistics[i], m.df);
    m.ci_low[i] = estimate - t * se;
    m.ci_high[i] = estimate + t * se;
  }
  return m;
}

}  // namespace harmony::statistics
