#include "core/statistics/cluster_robust.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/clustered_rows.products.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/linear_model.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <cmath>
#include <utility>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr double level = 0.95;
constexpr double rank_tolerance = 1e-12;      // of eigenvalues, relative to the largest
constexpr double leverage_tolerance = 1e-10;  // of eigenvalues of (I - H)(I - H)', which are about 1

// One cluster: G = X'X and s = X'e without weights, columns [unit, kept x].
struct cluster {
  double weight;
  matrix gram;
  vector scores;
};

// What the adjustment A of a cluster leaves of it: X'A X, X'A A'X, and X'A e.
struct adjusted {
  double weight;
  matrix xax, xaax;
  vector scores;
};

// Everything that the covariance and its degrees of freedom are made of.
struct sandwich {
  matrix bread;   // M = (X'WX)^-1
  matrix middle;  // M X'W²X M
  std::vector<adjusted> clusters;

  matrix covariance() const {
    matrix meat = matrix::Zero(bread.rows(), bread.cols());
    for (const adjusted &c : clusters) meat += c.weight * c.weight * c.scores * c.scores.transpose();
    return bread * meat * bread;
  }
};

matrix inverse_of(const matrix &products) {
  const vector scale = products.diagonal().cwiseSqrt().cwiseInverse();
  const matrix scaled = scale.asDiagonal() * products * scale.asDiagonal();
  const matrix inverse = scaled.ldlt().solve(matrix::Identity(products.rows(), products.cols()));
  return scale.asDiagonal() * inverse * scale.asDiagonal();
}

// Power of the eigenvalues of a symmetric matrix that are above the tolerance; 0 for the rest.
matrix symmetric_power(const matrix &m, double power, double tolerance) {
  const Eigen::SelfAdjointEigenSolver<matrix> solver(m);
  const vector values =
      solver.eigenvalues().unaryExpr([&](double value) { return value > tolerance ? std::pow(value, power) : 0.0; });
  return solver.eigenvectors() * values.asDiagonal() * solver.eigenvectors().transpose();
}

// (I - H)(I - H)' of a cluster is I + X C X' with C = M X'W²X M - 2 w M, so that its powers need X'X = P D P' alone:
// with Q = X P D^-1/2, it is I + Q (K - I) Q' for K = I + D^1/2 P' C P D^1/2, and A = I + Q (K^-1/2 - I) Q'.
adjusted adjust(const cluster &c, const sandwich &parts) {
  const Eigen::SelfAdjointEigenSolver<matrix> solver(c.gram);
  const vector &values = solver.eigenvalues();
  const double least = rank_tolerance * values.maxCoeff();
  const Index rank = (values.array() > least).count();
  const vector root = values.tail(rank).cwiseSqrt();
  const matrix axes = solver.eigenvectors().rightCols(rank);
  const matrix back = axes * root.asDiagonal();  // X' Q
  const matrix kernel =
      matrix::Identity(rank, rank) + back.transpose() * (parts.middle - 2.0 * c.weight * parts.bread) * back;
  const matrix power = symmetric_power(kernel, -0.5, leverage_tolerance);
  const vector along = root.cwiseInverse().asDiagonal() * (axes.transpose() * c.scores);  // Q' e
  const matrix half = back * power;
  return {c.weight, half * back.transpose(), half * half.transpose(), half * along};
}

sandwich make_sandwich(const std::vector<cluster> &clusters) {
  const Index m = clusters.front().gram.rows();
  matrix products = matrix::Zero(m, m), squared = matrix::Zero(m, m);
  for (const cluster &c : clusters) {
    products += c.weight * c.gram;
    squared += c.weight * c.weight * c.gram;
  }
  sandwich out;
  out.bread = inverse_of(products);
  out.middle = out.bread * squared * out.bread;
  for (const cluster &c : clusters) {
    poll_interrupt();
    out.clusters.push_back(adjust(c, out));
  }
  return out;
}

// Σ over pairs of clusters of (tr B)² + tr(B B), where B = U' V of the one and the other: with the sums of the products
// of all entries of U, and of V, it takes no loop over pairs.
class pair_sums {
 public:
  explicit pair_sums(Index rows, Index q) : q_(q), rows_(rows), u_(matrix::Zero(rows * q, rows * q)), v_(u_) {}

  void add(const matrix &u, const matrix &v) {
    const Eigen::Map<const vector> a(u.data(), u.size()), b(v.data(), v.size());
    u_ += a * a.transpose();
    v_ += b * b.transpose();
  }
  double total() const {
    double sum = 0.0;
    for (Index s = 0; s < q_; ++s)
      for (Index t = 0; t < q_; ++t) {
        const matrix u = u_.block(s * rows_, t * rows_, rows_, rows_);
        sum += u.cwiseProduct(v_.block(s * rows_, t * rows_, rows_, rows_)).sum();
        sum += u.cwiseProduct(v_.block(t * rows_, s * rows_, rows_, rows_)).sum();
      }
    return sum;
  }
  static double of(const matrix &b) { return b.trace() * b.trace() + (b * b).trace(); }

 private:
  Index q_, rows_;
  matrix u_, v_;
};

// eta of Pustejovsky and Tipton for the contrasts in the columns of C' (1 column: Satterthwaite's df); NaN where their
// covariance is singular. With z = Omega^-1/2 C M X'W A (I - H) e of each cluster, D = Σ z z' has mean I and Σ var(D) =
// Σ over pairs of (tr B)² + tr(B B), B = E(z of the one, z' of the other).
double effective_df(const sandwich &parts, const matrix &contrasts) {
  const Index q = contrasts.cols(), m = contrasts.rows();
  const matrix k = parts.bread * contrasts;
  matrix omega = matrix::Zero(q, q);
  const auto own = [&](const adjusted &c) -> matrix {
    const matrix inner = c.xaax + c.xax * (parts.middle - 2.0 * c.weight * parts.bread) * c.xax;
    return c.weight * c.weight * inner;
  };
  for (const adjusted &c : parts.clusters) omega += k.transpose() * own(c) * k;
  const Eigen::SelfAdjointEigenSolver<matrix> solver(omega, Eigen::EigenvaluesOnly);
  const double largest = solver.eigenvalues().maxCoeff();
  if (!(solver.eigenvalues().minCoeff() > rank_tolerance * largest)) return missing;
  const matrix z = k * symmetric_power(omega, -0.5, 0.0);
  pair_sums pairs(2 * m, q);
  double on_diagonal = 0.0;
  for (const adjusted &c : parts.clusters) {
    poll_interrupt();
    const matrix y = c.weight * c.xax * z, by = parts.bread * y;
    matrix u(2 * m, q), v(2 * m, q);
    u << y, c.weight * y;
    v << parts.middle * y - c.weight * by, -by;
    pairs.add(u, v);
    on_diagonal += pair_sums::of(z.transpose() * own(c) * z) - pair_sums::of(u.transpose() * v);
  }
  return static_cast<double>(q * (q + 1)) / (pairs.total() + on_diagonal);
}

// Columns that take part, and the fit in the units of the frame.
struct scaled_fit {
  std::vector<Index> kept;  // of x1 .. xp, from 0
  vector slopes;            // of those
  double unit;              // the intercept's column holds it: a sum of squares of about 1, as the others have
  matrix back;              // from coefficients [intercept, slopes] in the frame to true ones, without their means
};

scaled_fit scale(const linear_model &fit, const column_frame &frame, double weight) {
  scaled_fit out;
  out.unit = std::ldexp(1.0, -std::ilogb(weight) / 2);
  const std::size_t p = frame.exponent.size() - 1;
  for (std::size_t j = 0; j < p; ++j)
    if (!std::isnan(fit.coefficients[j + 1])) out.kept.push_back(static_cast<Index>(j));
  const auto m = static_cast<Index>(out.kept.size()) + 1;
  out.slopes.resize(m - 1);
  out.back = matrix::Zero(m, m);
  out.back(0, 0) = std::ldexp(out.unit, frame.exponent[p]);
  for (Index i = 1; i < m; ++i) {
    const auto j = static_cast<std::size_t>(out.kept[static_cast<std::size_t>(i - 1)]);
    const int step = frame.exponent[p] - frame.exponent[j];
    out.slopes(i - 1) = std::ldexp(fit.coefficients[j + 1], -step);
    out.back(i, i) = std::ldexp(1.0, step);
    out.back(0, i) = -static_cast<double>(frame.mean[j]) * out.back(i, i);
  }
  return out;
}

std::vector<cluster> clusters_of(const clustered_rows &rows, const column_frame &frame, const scaled_fit &fit) {
  const auto m = static_cast<Index>(fit.kept.size()) + 1, y = static_cast<Index>(frame.exponent.size());
  std::vector<Index> at{0};
  for (const Index j : fit.kept) at.push_back(j + 1);
  std::vector<cluster> out;
  for (const std::uint32_t i : rows.ordered()) {
    poll_interrupt();
    const double weight = rows.weight_of(i);
    matrix all = products_in(frame, rows.state(i, false)) / weight;
    all.row(0) *= fit.unit;
    all.col(0) *= fit.unit;
    cluster made{weight, matrix(m, m), vector(m)};
    for (Index a = 0; a < m; ++a) {
      for (Index b = 0; b < m; ++b)
        made.gram(a, b) = all(at[static_cast<std::size_t>(a)], at[static_cast<std::size_t>(b)]);
      made.scores(a) = all(at[static_cast<std::size_t>(a)], y);
    }
    made.scores -= made.gram.rightCols(m - 1) * fit.slopes;
    out.push_back(std::move(made));
  }
  return out;
}

void set_coefficient(cluster_robust_model *model, std::size_t j, double variance, double df) {
  const double b = model->coefficients[j], se = std::sqrt(variance);
  model->std_errors[j] = se;
  model->df[j] = df;
  if (!(df > 0.0) || !(se >= 0.0)) return;
  model->t_statistics[j] = b == 0.0 && se == 0.0 ? missing : b / se;
  if (std::isnan(model->t_statistics[j])) return;
  const double reach = student_t_quantile(0.5 + level / 2, df) * se;
  model->p_values[j] = student_t_two_sided(model->t_statistics[j], df);
  model->ci_low[j] = b - reach;
  model->ci_high[j] = b + reach;
}

void set_wald_test(cluster_robust_model *model, const sandwich &parts, const matrix &covariance, const vector &slopes) {
  const Index q = slopes.size();
  if (q == 0) return;
  const Eigen::LDLT<matrix> factor(covariance.bottomRightCorner(q, q));
  if (factor.info() != Eigen::Success || !(factor.rcond() > rank_tolerance)) return;
  const matrix all = matrix::Identity(q + 1, q + 1);
  const double eta = effective_df(parts, all.rightCols(q)), size = static_cast<double>(q);
  if (!(eta - size + 1.0 > 0.0)) return;
  model->f_df1 = size;
  model->f_df2 = eta - size + 1.0;
  model->f_statistic = slopes.dot(factor.solve(slopes)) * model->f_df2 / (eta * size);
  model->f_p_value = f_upper(model->f_statistic, model->f_df1, model->f_df2);
}

void set_inference(cluster_robust_model *model, const clustered_rows &rows, const column_frame &frame,
                   const scaled_fit &fit) {
  const sandwich parts = make_sandwich(clusters_of(rows, frame, fit));
  const matrix scaled = parts.covariance(), covariance = fit.back * scaled * fit.back.transpose();
  if (!covariance.allFinite())
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                "A covariance of the coefficients exceeds the range of double precision.");
  const std::size_t columns = model->coefficients.size();
  std::vector<std::size_t> place{0};
  for (const Index j : fit.kept) place.push_back(static_cast<std::size_t>(j) + 1);
  for (std::size_t a = 0; a < place.size(); ++a) {
    const auto i = static_cast<Index>(a);
    set_coefficient(model, place[a], covariance(i, i), effective_df(parts, fit.back.row(i).transpose()));
    for (std::size_t b = 0; b < place.size(); ++b)
      model->covariance[place[a] * columns + place[b]] = covariance(i, static_cast<Index>(b));
  }
  set_wald_test(model, parts, scaled, fit.slopes);
}

}  // namespace

cluster_robust_model fit_cluster_robust(const clustered_rows &rows) {
  const std::vector<double> total = total_state(rows, false);
  const linear_model fit = fit_ols(state_in(total), true);
  cluster_robust_model model;
  model.n = fit.n;
  model.n_skipped = rows.skipped();
  model.clusters = static_cast<std::int64_t>(rows.size());
  model.rank = fit.rank;
  model.coefficients = fit.coefficients;
  model.r_squared = fit.r_squared;
  model.warnings = fit.warnings;
  const std::size_t columns = fit.coefficients.size();
  for (std::vector<double> *figures :
       {&model.std_errors, &model.t_statistics, &model.df, &model.p_values, &model.ci_low, &model.ci_high})
    figures->assign(columns, missing);
  model.covariance.assign(columns * columns, missing);
  if (rows.size() < 2) {
    model.warnings.push_back("standard errors need at least two clusters");
    return model;
  }
  const linear_system all = make_system(state_in(total), true);
  const column_frame frame(all);
  set_inference(&model, rows, frame, scale(fit, frame, static_cast<double>(all.weight)));
  return model;
}

}  // namespace harmony::statistics
