#include "core/statistics/cluster_robust.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/clustered_rows.products.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/linear_model.hpp"

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

// What the adjustment A of a cluster leaves of it: S = X'A X, the covariance of X'W A (I - H) e, and X'A e.
struct adjusted {
  double weight;
  matrix spread, own;
  vector scores;
};

// Everything that the covariance and its degrees of freedom are made of.
struct sandwich {
  matrix bread;   // M = (X'WX)^-1
  matrix middle;  // P = M X'W²X M
  std::vector<adjusted> clusters;
  matrix own;         // the sum of theirs
  matrix moments[3];  // Σ w^(2 + n) s s' for n = 0, 1, 2, s the lower triangle of S
};

// The one instance of Eigen's product: each takes a second to compile.
matrix times(const matrix &a, const matrix &b) { return a * b; }
matrix between(const matrix &a, const matrix &b) { return times(a.transpose(), times(b, a)); }  // a' b a

// Power of the eigenvalues of a symmetric matrix that are above the tolerance; 0 for the rest.
matrix symmetric_power(const matrix &m, double power, double tolerance) {
  const Eigen::SelfAdjointEigenSolver<matrix> solver(m);
  const vector values =
      solver.eigenvalues().unaryExpr([&](double value) { return value > tolerance ? std::pow(value, power) : 0.0; });
  return times(solver.eigenvectors() * values.asDiagonal(), solver.eigenvectors().transpose());
}

matrix inverse_of(const matrix &products) {
  const vector scale = products.diagonal().cwiseSqrt().cwiseInverse();
  const matrix scaled = scale.asDiagonal() * products * scale.asDiagonal();
  return scale.asDiagonal() * symmetric_power(scaled, -1.0, 0.0) * scale.asDiagonal();
}

// P - 2 w M: (I - H)(I - H)' of a cluster is I + X (P - 2 w M) X'.
matrix projection(const sandwich &parts, double weight) { return parts.middle - 2.0 * weight * parts.bread; }

// The powers of (I - H)(I - H)' need X'X = V D V' alone: with Q = X V D^-1/2, it is I + Q (K - I) Q' for K = I + D^1/2
// V' (P - 2 w M) V D^1/2, and A = I + Q (K^-1/2 - I) Q'.
adjusted adjust(const cluster &c, const sandwich &parts) {
  const Eigen::SelfAdjointEigenSolver<matrix> solver(c.gram);
  const vector &values = solver.eigenvalues();
  const double least = rank_tolerance * values.maxCoeff();
  const Index rank = (values.array() > least).count();
  const vector root = values.tail(rank).cwiseSqrt();
  const matrix axes = solver.eigenvectors().rightCols(rank);
  const matrix back = axes * root.asDiagonal();  // X' Q
  const matrix rest = projection(parts, c.weight);
  const matrix kernel = matrix::Identity(rank, rank) + between(back, rest);
  const matrix half = times(back, symmetric_power(kernel, -0.5, leverage_tolerance));
  const matrix along = root.cwiseInverse().asDiagonal() * times(axes.transpose(), c.scores);  // Q' e
  adjusted out;
  out.weight = c.weight;
  out.spread = times(half, back.transpose());
  out.own = c.weight * c.weight * (times(half, half.transpose()) + between(out.spread, rest));
  out.scores = times(half, along);
  return out;
}

Index triangle_size(Index m) { return m * (m + 1) / 2; }

// Adds clusters' share of the moments, some hundred at a time: one product of matrices in place of many of vectors.
class moment_sums {
 public:
  explicit moment_sums(Index m) : columns_(triangle_size(m), batch) {}

  void add(const adjusted &c, sandwich *parts) {
    Index k = 0;
    for (Index b = 0; b < c.spread.rows(); ++b)
      for (Index a = b; a < c.spread.rows(); ++a) columns_(k++, used_) = c.weight * c.spread(a, b);
    weights_.push_back(c.weight);
    if (++used_ == batch) flush(parts);
  }
  void flush(sandwich *parts) {
    columns_.rightCols(batch - used_).setZero();
    for (matrix &moment : parts->moments) {
      moment += times(columns_, columns_.transpose());
      for (Index i = 0; i < used_; ++i) columns_.col(i) *= std::sqrt(weights_[static_cast<std::size_t>(i)]);
    }
    weights_.clear();
    used_ = 0;
  }

 private:
  static constexpr Index batch = 128;
  matrix columns_;
  std::vector<double> weights_;
  Index used_ = 0;
};

sandwich make_sandwich(const std::vector<cluster> &clusters) {
  const Index m = clusters.front().gram.rows();
  matrix products = matrix::Zero(m, m), squared = matrix::Zero(m, m);
  for (const cluster &c : clusters) {
    products += c.weight * c.gram;
    squared += c.weight * c.weight * c.gram;
  }
  sandwich out;
  out.bread = inverse_of(products);
  out.middle = between(out.bread, squared);
  out.own = matrix::Zero(m, m);
  for (matrix &moment : out.moments) moment = matrix::Zero(triangle_size(m), triangle_size(m));
  moment_sums sums(m);
  for (const cluster &c : clusters) {
    poll_interrupt();
    out.clusters.push_back(adjust(c, out));
    out.own += out.clusters.back().own;
    sums.add(out.clusters.back(), &out);
  }
  sums.flush(&out);
  return out;
}

matrix covariance_of(const sandwich &parts) {
  matrix meat = matrix::Zero(parts.bread.rows(), parts.bread.cols());
  for (const adjusted &c : parts.clusters) meat += c.weight * c.weight * times(c.scores, c.scores.transpose());
  return between(parts.bread, meat);
}

// Σ over the clusters of w^(2 + n) S z (S t)', from the moments: rows of S z are sums over the triangle's entries.
class spread_products {
 public:
  spread_products(const matrix &moment, const vector &z) : rows_(matrix::Zero(z.size(), moment.cols())) {
    Index k = 0;
    for (Index b = 0; b < z.size(); ++b)
      for (Index a = b; a < z.size(); ++a, ++k) {
        rows_.row(a) += z(b) * moment.row(k);
        if (a != b) rows_.row(b) += z(a) * moment.row(k);
      }
  }
  matrix with(const vector &t) const {
    matrix out = matrix::Zero(t.size(), t.size());
    Index k = 0;
    for (Index b = 0; b < t.size(); ++b)
      for (Index a = b; a < t.size(); ++a, ++k) {
        out.col(a) += t(b) * rows_.col(k);
        if (a != b) out.col(b) += t(a) * rows_.col(k);
      }
    return out;
  }

 private:
  matrix rows_;
};

// Into `out`, of twice the size, four matrices side by side. Eigen's comma initializer would end the process where one
// of them finds no memory: its destructor asserts that it is finished.
void put_blocks(matrix &out, const matrix &a, const matrix &b, const matrix &c, const matrix &d) {
  const Index m = a.rows();
  out.topLeftCorner(m, m) = a;
  out.topRightCorner(m, m) = b;
  out.bottomLeftCorner(m, m) = c;
  out.bottomRightCorner(m, m) = d;
}

double pair_of(const matrix &b) { return b.trace() * b.trace() + times(b, b).trace(); }

// Σ over pairs of clusters, a cluster with itself too, of (tr B)² + tr(B B) with B = U' V: U = (y, w y) of the one, V =
// (P y - w M y, -M y) of the other, y = w S z. V is G U, so that the sums over clusters of the products of the columns
// of U are enough: no loop over pairs, and none over clusters for each z.
double pair_sum(const sandwich &parts, const matrix &z) {
  const Index m = z.rows(), q = z.cols();
  matrix g = matrix::Zero(2 * m, 2 * m);
  put_blocks(g, parts.middle, -parts.bread, -parts.bread, matrix::Zero(m, m));
  double sum = 0.0;
  for (Index s = 0; s < q; ++s) {
    poll_interrupt();
    const spread_products by[] = {
        {parts.moments[0], z.col(s)}, {parts.moments[1], z.col(s)}, {parts.moments[2], z.col(s)}};
    for (Index t = s; t < q; ++t) {
      const matrix mixed = by[1].with(z.col(t));
      matrix u(2 * m, 2 * m);
      put_blocks(u, by[0].with(z.col(t)), mixed, mixed, by[2].with(z.col(t)));
      const matrix v = times(times(g, u), g);
      sum += (s == t ? 1.0 : 2.0) * u.cwiseProduct(v + v.transpose()).sum();
    }
  }
  return sum;
}

// eta of Pustejovsky and Tipton for the contrasts in the columns of C' (1 column: Satterthwaite's df); NaN where their
// covariance is singular. With z = Omega^-1/2 C M X'W A (I - H) e of each cluster, D = Σ z z' has mean I and Σ var(D) =
// Σ over pairs of (tr B)² + tr(B B), B = E(z of the one, z' of the other).
double effective_df(const sandwich &parts, const matrix &contrasts) {
  const Index q = contrasts.cols();
  const matrix k = times(parts.bread, contrasts), omega = between(k, parts.own);
  const Eigen::SelfAdjointEigenSolver<matrix> solver(omega);
  const double largest = solver.eigenvalues().maxCoeff();
  if (!(solver.eigenvalues().minCoeff() > rank_tolerance * largest)) return missing;
  const matrix z = times(k, symmetric_power(omega, -0.5, 0.0));
  double on_diagonal = 0.0;
  for (const adjusted &c : parts.clusters) {
    poll_interrupt();
    const matrix y = c.weight * times(c.spread, z);
    on_diagonal += pair_of(between(z, c.own)) - pair_of(between(y, projection(parts, c.weight)));
  }
  return static_cast<double>(q * (q + 1)) / (pair_sum(parts, z) + on_diagonal);
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
    made.scores -= times(made.gram.rightCols(m - 1), fit.slopes);
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
  const Eigen::SelfAdjointEigenSolver<matrix> solver(covariance.bottomRightCorner(q, q));
  const vector &values = solver.eigenvalues();
  if (!(values.minCoeff() > rank_tolerance * values.maxCoeff())) return;
  const matrix all = matrix::Identity(q + 1, q + 1);
  const double eta = effective_df(parts, all.rightCols(q)), size = static_cast<double>(q);
  if (!(eta - size + 1.0 > 0.0)) return;
  model->f_df1 = size;
  model->f_df2 = eta - size + 1.0;
  const matrix along = times(solver.eigenvectors().transpose(), slopes);
  model->f_statistic = (along.array().square() / values.array()).sum() * model->f_df2 / (eta * size);
  model->f_p_value = f_upper(model->f_statistic, model->f_df1, model->f_df2);
}

void set_inference(cluster_robust_model *model, const clustered_rows &rows, const column_frame &frame,
                   const scaled_fit &fit) {
  const sandwich parts = make_sandwich(clusters_of(rows, frame, fit));
  const matrix scaled = covariance_of(parts);
  const matrix covariance = times(times(fit.back, scaled), fit.back.transpose());
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
