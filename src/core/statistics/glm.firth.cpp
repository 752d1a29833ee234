// Firth's penalised logistic regression, with profile likelihoods.
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/glm.solver.hpp"

#include <Eigen/Cholesky>

#include <boost/math/tools/roots.hpp>

#include <cmath>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr int most_firth_steps = 50, most_firth_halvings = 30, most_doublings = 60;
constexpr double small_firth_step = 1e-9, firth_noise = 1e-13;
constexpr double most_exact_work = 2e7;  // rows times columns³ up to which the penalty's second derivatives are taken

// Penalised likelihood at b, its gradient, and the information.
struct penalised {
  double value = missing, plain = missing;
  vector gradient;
  matrix information, curvature;
};

struct maximum {
  vector b;
  penalised at;
  int iterations = 0;
  bool converged = false;
};

class firth_solver {
 public:
  firth_solver(matrix x, vector y) : x_(std::move(x)), y_(std::move(y)) {}

  Index columns() const { return x_.cols(); }

  penalised evaluate(const vector &b) const {
    penalised out;
    const vector eta = x_ * b;
    vector mean(eta.size()), weight(eta.size());
    double likelihood = 0.0;
    for (Index i = 0; i < eta.size(); ++i) {
      const double e = std::exp(-std::fabs(eta[i])), near = 1.0 / (1.0 + e), far = e * near;
      mean[i] = eta[i] >= 0.0 ? near : far;
      weight[i] = near * far;
      likelihood += ((y_[i] > 0.5) == (eta[i] >= 0.0) ? 0.0 : -std::fabs(eta[i])) - std::log1p(e);
    }
    out.information = x_.transpose() * weight.asDiagonal() * x_;
    const Eigen::LLT<matrix> factor(out.information);
    if (factor.info() != Eigen::Success) return out;
    const matrix whitened = factor.matrixL().solve(x_.transpose());  // columns u_i, u_i'u_i = x_i' I^-1 x_i
    const vector spread = whitened.colwise().squaredNorm();
    const vector half = weight.array() * spread.array() * (0.5 - mean.array());
    out.gradient = x_.transpose() * (y_ - mean + half);
    out.plain = likelihood;
    out.value = likelihood + matrix(factor.matrixL()).diagonal().array().log().sum();
    const double m = static_cast<double>(columns());
    out.curvature = out.information;
    if (static_cast<double>(x_.rows()) * m * m * m <= most_exact_work)
      add_curvature_of_penalty(mean, weight, spread, whitened, &out);
    return out;
  }

  // The maximum over the columns that are not fixed.
  maximum maximise(const vector &start, const std::vector<char> &fixed) const {
    std::vector<Index> free;
    for (Index j = 0; j < columns(); ++j)
      if (fixed[static_cast<std::size_t>(j)] == 0) free.push_back(j);
    maximum out;
    out.b = start;
    out.at = evaluate(out.b);
    if (free.empty()) {
      out.converged = std::isfinite(out.at.value);
      return out;
    }
    while (out.iterations < most_firth_steps && std::isfinite(out.at.value)) {
      poll_interrupt();
      ++out.iterations;
      const vector d = step_of(out.at, free);
      if (!d.allFinite()) return out;
      const bool last = d.lpNorm<Eigen::Infinity>() <= small_firth_step * (1.0 + out.b.lpNorm<Eigen::Infinity>());
      double factor = 1.0;
      penalised next;
      for (int halved = 0; halved < most_firth_halvings; ++halved, factor /= 2.0) {
        next = evaluate(out.b + factor * d);
        if (next.value >= out.at.value - firth_noise * std::fabs(out.at.value)) break;
      }
      if (!(next.value >= out.at.value - firth_noise * std::fabs(out.at.value))) {
        out.converged = last;
        return out;
      }
      out.b += factor * d;
      out.at = std::move(next);
      if (last) {
        out.converged = true;
        return out;
      }
    }
    return out;
  }

 private:
  // −∂² of log det(I)/2: tr(I^-1 I_j I^-1 I_k)/2 − Σ w'' x_j x_k x'I^-1 x/2.
  void add_curvature_of_penalty(const vector &mean, const vector &weight, const vector &spread, const matrix &whitened,
                                penalised *out) const {
    const Index m = columns();
    const vector slope = weight.array() * (1.0 - 2.0 * mean.array());
    const vector bend = weight.array() * (1.0 - 6.0 * weight.array()) * spread.array();
    matrix parts(m * m, m);
    for (Index j = 0; j < m; ++j) {
      const vector by = slope.array() * x_.col(j).array();
      const matrix part = whitened * by.asDiagonal() * whitened.transpose();
      parts.col(j) = Eigen::Map<const vector>(part.data(), m * m);
    }
    out->curvature += 0.5 * (parts.transpose() * parts - matrix(x_.transpose() * bend.asDiagonal() * x_));
  }

  // The step of the free columns; by the information where the curvature is not that of a maximum.
  vector step_of(const penalised &at, const std::vector<Index> &free) const {
    const auto m = static_cast<Index>(free.size());
    matrix curvature(m, m), information(m, m);
    vector gradient(m), out = vector::Zero(columns());
    for (Index i = 0; i < m; ++i) {
      const Index a = free[static_cast<std::size_t>(i)];
      gradient[i] = at.gradient[a];
      for (Index j = 0; j < m; ++j) {
        curvature(i, j) = at.curvature(a, free[static_cast<std::size_t>(j)]);
        information(i, j) = at.information(a, free[static_cast<std::size_t>(j)]);
      }
    }
    const Eigen::LLT<matrix> exact(curvature);
    vector d;
    if (exact.info() == Eigen::Success)
      d = exact.solve(gradient);
    else
      d = Eigen::LLT<matrix>(information).solve(gradient);
    for (Index i = 0; i < m; ++i) out[free[static_cast<std::size_t>(i)]] = d[i];
    return out;
  }

  matrix x_;
  vector y_;
};

std::vector<char> only(Index m, Index j) {
  std::vector<char> fixed(static_cast<std::size_t>(m), 0);
  fixed[static_cast<std::size_t>(j)] = 1;
  return fixed;
}

struct profile {
  double p = missing, low = missing, high = missing;
};

// Where the profile of coefficient j has fallen by half the quantile, on one side of the maximum; NaN where it never
// does, or where the maximum over the others is not found.
double profile_limit(const firth_solver &solver, const maximum &at, Index j, double reach) {
  const double target = at.at.value - 0.5 * chi2_quantile(0.95, 1.0);
  const std::vector<char> fixed = only(solver.columns(), j);
  vector start = at.b;
  bool failed = false;
  const auto height = [&](double value) {
    start[j] = value;
    const maximum there = solver.maximise(start, fixed);
    failed = failed || !there.converged;
    if (there.converged) start = there.b;
    return there.at.value - target;
  };
  double inside = at.b[j], outside = inside + reach, at_inside = at.at.value - target, at_outside = height(outside);
  for (int k = 0; k < most_doublings && at_outside > 0.0 && !failed; ++k) {
    inside = outside;
    at_inside = at_outside;
    outside = at.b[j] + (outside - at.b[j]) * 2.0;
    at_outside = height(outside);
  }
  if (failed || !(at_outside < 0.0)) return missing;
  std::uintmax_t steps = 100;
  const bool up = outside > inside;
  const auto found = boost::math::tools::toms748_solve(height, up ? inside : outside, up ? outside : inside,
                                                       up ? at_inside : at_outside, up ? at_outside : at_inside,
                                                       boost::math::tools::eps_tolerance<double>(42), steps);
  return failed ? missing : 0.5 * (found.first + found.second);
}

profile profile_of(const firth_solver &solver, const maximum &at, Index j, double se) {
  profile out;
  vector without = at.b;
  without[j] = 0.0;
  const maximum null = solver.maximise(without, only(solver.columns(), j));
  if (null.converged) out.p = chi2_upper(std::max(0.0, 2.0 * (at.at.value - null.at.value)), 1.0);
  const double reach = normal_quantile(0.975) * se;
  out.low = profile_limit(solver, at, j, -reach);
  out.high = profile_limit(solver, at, j, reach);
  return out;
}

// All rows at once, standardised.
void take_rows(const design &rows, matrix *x, vector *y) {
  x->resize(rows.n(), rows.width());
  y->resize(rows.n());
  Index at = 0;
  rows.each_chunk([&](const design_chunk &chunk) {
    for (int i = 0; i < chunk.rows; ++i, ++at) {
      check_outcome(glm_family::binomial, chunk.y[i]);
      (*y)[at] = chunk.y[i];
      for (Index j = 0; j < rows.width(); ++j) (*x)(at, j) = chunk.column(static_cast<std::size_t>(j))[i];
    }
  });
}

// Where the columns lie: the intercept of the predictors as they are is b0 − Σ shift scale b.
vector intercept_of(const design &rows) {
  vector out = vector::Ones(rows.width());
  for (std::size_t k = 0; k < rows.kept().size(); ++k) out[static_cast<Index>(k) + 1] = -rows.shift(k) * rows.scale(k);
  return out;
}

void set_estimates(glm_model *m, const design &rows, const maximum &at) {
  const Index w = rows.width();
  const matrix inverse = at.at.information.ldlt().solve(matrix::Identity(w, w));
  matrix back = matrix::Zero(w, w);
  back.row(0) = intercept_of(rows).transpose();
  for (Index k = 1; k < w; ++k) back(k, k) = rows.scale(static_cast<std::size_t>(k) - 1);
  const vector b = back * at.b;
  const matrix covariance = back * inverse * back.transpose();
  std::vector<double> kept;
  for (Index i = 0; i < w; ++i)
    for (Index j = 0; j < w; ++j) kept.push_back(covariance(i, j));
  m->covariance = rows.covariance_of_all(kept);
  for (Index k = 0; k < w; ++k) {
    const std::size_t place = k == 0 ? 0 : static_cast<std::size_t>(rows.kept()[static_cast<std::size_t>(k) - 1]) + 1;
    m->coefficients[place] = b[k];
    m->std_errors[place] = std::sqrt(covariance(k, k));
    m->statistics[place] = b[k] / m->std_errors[place];
  }
}

void set_profiles(glm_model *m, const design &rows, const firth_solver &solver, const matrix &x, const vector &y,
                  const maximum &at) {
  // The intercept's profile needs the predictors as they are, about 0.
  matrix plain = x;
  maximum of_plain = at;
  for (Index k = 1; k < x.cols(); ++k) {
    const double shift = rows.shift(static_cast<std::size_t>(k) - 1) * rows.scale(static_cast<std::size_t>(k) - 1);
    plain.col(k).array() += shift;
    of_plain.b[0] -= shift * at.b[k];
  }
  const profile first = profile_of(firth_solver(plain, y), of_plain, 0, m->std_errors[0]);
  m->p_values[0] = first.p;
  m->ci_low[0] = first.low;
  m->ci_high[0] = first.high;
  for (std::size_t k = 0; k < rows.kept().size(); ++k) {
    const std::size_t place = static_cast<std::size_t>(rows.kept()[k]) + 1;
    const double scale = rows.scale(k);
    const profile found = profile_of(solver, at, static_cast<Index>(k) + 1, m->std_errors[place] / scale);
    m->p_values[place] = found.p;
    m->ci_low[place] = found.low * scale;
    m->ci_high[place] = found.high * scale;
  }
}

// Likelihoods in the units of the predictors: the determinant of I has them.
void set_likelihoods(glm_model *m, const design &rows, const firth_solver &solver, const maximum &at, const vector &y) {
  std::vector<char> fixed(static_cast<std::size_t>(rows.width()), 1);
  fixed[0] = 0;
  vector start = vector::Zero(rows.width());
  start[0] = std::log((y.sum() + 0.5) / (static_cast<double>(y.size()) - y.sum() + 0.5));
  const maximum null = solver.maximise(start, fixed);
  double units = 0.0;
  for (std::size_t k = 0; k < rows.kept().size(); ++k) units -= std::log(rows.scale(k));
  m->log_likelihood = at.at.value + units;
  m->deviance = -2.0 * at.at.plain;
  if (null.converged) {
    m->null_log_likelihood = null.at.value + units;
    m->null_deviance = -2.0 * null.at.plain;
  }
}

}  // namespace

glm_model fit_firth_model(const row_blocks &kept_rows) {
  const design rows(kept_rows, {});
  glm_model m = empty_glm("firth", rows);
  if (m.n == 0) {
    m.warnings.push_back("there are no rows");
    return m;
  }
  matrix x;
  vector y;
  take_rows(rows, &x, &y);
  m.events = y.sum();
  const firth_solver solver(x, y);
  vector start = vector::Zero(rows.width());
  start[0] = std::log((y.sum() + 0.5) / (static_cast<double>(y.size()) - y.sum() + 0.5));
  const maximum at = solver.maximise(start, std::vector<char>(static_cast<std::size_t>(rows.width()), 0));
  m.iterations = at.iterations;
  m.converged = at.converged;
  if (!m.converged) {
    m.warnings.push_back("no convergence after " + std::to_string(at.iterations) + " iterations");
    return m;
  }
  set_estimates(&m, rows, at);
  set_likelihoods(&m, rows, solver, at, y);
  set_likelihood_tests(&m);
  if (m.df > 0) {
    const vector mean = (1.0 + (-(x * at.b)).array().exp()).inverse();
    const vector squares = (y - mean).array().square() / (mean.array() * (1.0 - mean.array()));
    m.dispersion = squares.sum() / static_cast<double>(m.df);
  }
  set_profiles(&m, rows, solver, x, y, at);
  return m;
}

}  // namespace harmony::statistics
