#include "core/statistics/logistic.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/moments.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <cmath>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using design = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using coefficients = Eigen::VectorXd;
using information = Eigen::MatrixXd;

constexpr int most_steps = 50, most_halvings = 30;
// Sums of many rows are this uncertain, so that a fall of the likelihood by less is none.
constexpr double likelihood_noise = 1e-12;
constexpr double small_step = 1e-7, far_out = 15.0, no_pivot = 1e-12, near_zero = 1e-4;

// log(1 + exp x), which is x where exp x overflows.
double softplus(double x) { return x > 0.0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

class logistic_solver {
 public:
  explicit logistic_solver(const logistic_rows &rows)
      : rows_(rows), n_(static_cast<Index>(rows.outcomes.size)), p_(static_cast<Index>(rows.p)) {
    check();
    standardize();
  }

  logistic_fit fit(span<double> start) {
    logistic_fit out;
    out.coefficients.assign(static_cast<std::size_t>(p_) + 1, missing);
    out.std_errors = out.coefficients;
    if (!(events_ > 0.0 && events_ < total_)) return out;
    out.null_log_likelihood = events_ * std::log(events_ / total_) + (total_ - events_) * std::log1p(-events_ / total_);
    if (is_constant_) return out;
    coefficients b = coefficients::Zero(p_ + 1);
    b[0] = std::log(events_ / (total_ - events_));
    if (!start.empty()) b = standardized(start);
    iterate(b, out);
    if (!out.converged || out.separated) return out;
    report(b, out);
    return out;
  }

 private:
  double weight(Index i) const { return rows_.weights.empty() ? 1.0 : rows_.weights[static_cast<std::size_t>(i)]; }
  double outcome(Index i) const { return rows_.outcomes[static_cast<std::size_t>(i)] != 0 ? 1.0 : 0.0; }

  void check() const {
    if (rows_.predictors.size != rows_.outcomes.size * rows_.p ||
        (!rows_.weights.empty() && rows_.weights.size != rows_.outcomes.size))
      throw error(sqlstate::invalid_parameter_value, "predictors, outcomes and weights must have the same rows");
    for (const double x : rows_.predictors) check_value(x, "predictor");
    for (const double w : rows_.weights)
      if (!(w >= 0.0 && std::isfinite(w)))
        throw error(sqlstate::invalid_parameter_value, "weights must be finite and not negative");
  }

  void standardize() {
    mean_ = coefficients::Zero(p_);
    scale_ = coefficients::Ones(p_);
    const Eigen::Map<const design> x(rows_.predictors.data, n_, p_);
    for (Index i = 0; i < n_; ++i) {
      total_ += weight(i);
      events_ += weight(i) * outcome(i);
      mean_ += weight(i) * x.row(i).transpose();
    }
    if (!(total_ > 0.0)) return;
    mean_ /= total_;
    coefficients squares = coefficients::Zero(p_);
    for (Index i = 0; i < n_; ++i) squares += weight(i) * (x.row(i).transpose() - mean_).cwiseAbs2();
    for (Index j = 0; j < p_; ++j) {
      const double sd = std::sqrt(squares[j] / total_);
      is_constant_ = is_constant_ || !(sd > no_pivot * std::fabs(mean_[j])) || !std::isfinite(sd);
      scale_[j] = is_constant_ ? 1.0 : sd;
    }
    x_.resize(n_, p_ + 1);
    x_.col(0).setOnes();
    for (Index i = 0; i < n_; ++i)
      x_.row(i).tail(p_) = (x.row(i).transpose() - mean_).cwiseQuotient(scale_).transpose();
  }

  coefficients standardized(span<double> given) const {
    if (given.size != static_cast<std::size_t>(p_) + 1)
      throw error(sqlstate::invalid_parameter_value, "start must have a coefficient for each predictor and one more");
    coefficients b = Eigen::Map<const coefficients>(given.data, p_ + 1);
    b[0] += b.tail(p_).dot(mean_);
    b.tail(p_) = b.tail(p_).cwiseProduct(scale_);
    return b.allFinite() ? b : coefficients::Zero(p_ + 1);
  }

  double log_likelihood(const coefficients &b) const {
    double sum = 0.0;
    for (Index i = 0; i < n_; ++i) {
      const double eta = x_.row(i).dot(b);
      sum += weight(i) * (outcome(i) * eta - softplus(eta));
    }
    return sum;
  }

  // Gradient and information at b; returns the largest |eta|.
  double derivatives(const coefficients &b, coefficients &gradient) {
    gradient = coefficients::Zero(p_ + 1);
    information_ = information::Zero(p_ + 1, p_ + 1);
    double farthest = 0.0;
    for (Index i = 0; i < n_; ++i) {
      const double w = weight(i);
      if (w == 0.0) continue;
      const double eta = x_.row(i).dot(b), mean = 1.0 / (1.0 + std::exp(-eta)), v = w * mean * (1.0 - mean);
      farthest = std::fmax(farthest, std::fabs(eta));
      gradient += w * (outcome(i) - mean) * x_.row(i).transpose();
      for (Index j = 0; j <= p_; ++j)
        for (Index k = 0; k <= j; ++k) information_(j, k) += v * x_(i, j) * x_(i, k);
    }
    return farthest;
  }

  // Whether moving along the step parts the outcomes.
  bool parts(const coefficients &step) const {
    double most = 0.0, least = 0.0;
    for (Index i = 0; i < n_; ++i) {
      if (weight(i) == 0.0) continue;
      const double s = (2.0 * outcome(i) - 1.0) * x_.row(i).dot(step);
      most = std::fmax(most, std::fabs(s));
      least = std::fmin(least, s);
    }
    return most > 0.0 && least >= -near_zero * most;
  }

  void iterate(coefficients &b, logistic_fit &out) {
    double now = log_likelihood(b);
    coefficients gradient;
    while (out.iterations < most_steps) {
      poll_interrupt();
      ++out.iterations;
      const double farthest = derivatives(b, gradient);
      const Eigen::LDLT<information> solver(information_);
      const coefficients pivots = solver.vectorD();
      if (!(pivots.minCoeff() > no_pivot * pivots.maxCoeff()) && farthest <= far_out) return;
      const coefficients step = solver.solve(gradient);
      if (!step.allFinite()) return;
      if (farthest > far_out && parts(step)) {
        out.separated = true;
        return;
      }
      if (step.lpNorm<Eigen::Infinity>() <= small_step * (1.0 + b.lpNorm<Eigen::Infinity>())) {
        b += step;  // the error after it is about the square of the step
        out.converged = true;
        out.log_likelihood = log_likelihood(b);
        return;
      }
      const double least = now - likelihood_noise * std::fabs(now);
      double next = missing, factor = 1.0;
      for (int halved = 0; halved < most_halvings; ++halved, factor /= 2.0) {
        next = log_likelihood(b + factor * step);
        if (next >= least) break;
      }
      if (!(next >= least)) return;
      b += factor * step;
      now = next;
    }
  }

  void report(const coefficients &b, logistic_fit &out) {
    coefficients gradient;
    derivatives(b, gradient);
    const information covariance = Eigen::LDLT<information>(information_).solve(information::Identity(p_ + 1, p_ + 1));
    // Of the intercept put back: b0 − Σ b mean/scale.
    coefficients put_back = coefficients::Zero(p_ + 1);
    put_back[0] = 1.0;
    put_back.tail(p_) = -mean_.cwiseQuotient(scale_);
    out.coefficients[0] = put_back.dot(b);
    out.std_errors[0] = std::sqrt(put_back.dot(covariance.selfadjointView<Eigen::Lower>() * put_back));
    for (Index j = 0; j < p_; ++j) {
      out.coefficients[static_cast<std::size_t>(j) + 1] = b[j + 1] / scale_[j];
      out.std_errors[static_cast<std::size_t>(j) + 1] = std::sqrt(covariance(j + 1, j + 1)) / scale_[j];
    }
  }

  const logistic_rows &rows_;
  Index n_, p_;
  double total_ = 0.0, events_ = 0.0;
  bool is_constant_ = false;
  coefficients mean_, scale_;
  design x_;
  information information_;
};

}  // namespace

logistic_fit fit_logistic(const logistic_rows &rows, span<double> start) { return logistic_solver(rows).fit(start); }

}  // namespace harmony::statistics
