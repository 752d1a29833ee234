#include "core/statistics/glm.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/glm.solver.hpp"
#include "core/statistics/gram_kernel.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <optional>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using vector = Eigen::VectorXd;

constexpr int most_steps = 50, most_halvings = 30, most_refinements = 4;
constexpr double small_step = 1e-7, smallest_refinement = 1e-10;
constexpr double likelihood_noise = 1e-12;  // sums of many rows are this uncertain: a smaller fall is none
constexpr double far_out = 15.0;
constexpr std::int64_t rows_for_warm_start = 100000, rows_of_sample = 50000;

double size_of(const vector &v) { return v.lpNorm<Eigen::Infinity>(); }
bool is_small(const vector &step, const vector &b, double limit) { return size_of(step) <= limit * (1.0 + size_of(b)); }

glm_sums sums_at(const glm_problem &problem, const vector &b, std::size_t step = 1) {
  const int m = problem.rows.width();
  std::vector<double> gram(static_cast<std::size_t>(m * (m + 1) / 2), 0.0);
  glm_sums out;
  out.gradient = vector::Zero(m);
  double_double likelihood;
  glm_chunk at_rows;
  double eta[linear_block_rows];
  problem.rows.each_chunk(
      [&](const design_chunk &chunk) {
        kernels().combine(chunk.columns(), b.data(), m, eta);
        likelihood += problem.evaluate(chunk, eta, &at_rows);
        for (int i = 0; i < chunk.rows; ++i) {
          const double far = problem.family == glm_family::binomial ? std::fabs(eta[i])
                             : chunk.y[i] == 0.0                    ? -eta[i]
                                                                    : 0.0;
          if (far > out.farthest) out.farthest = far;
        }
        kernels().weighted_gram(chunk.columns(), at_rows.weight, m, gram.data());
        kernels().project(chunk.columns(), at_rows.residual, m, out.gradient.data());
      },
      step);
  out.log_likelihood = static_cast<double>(likelihood);
  out.information.resize(m, m);
  for (Index i = 0, k = 0; i < m; ++i)
    for (Index j = 0; j <= i; ++j, ++k)
      out.information(i, j) = out.information(j, i) = gram[static_cast<std::size_t>(k)];
  return out;
}

// The step at b from error-free sums: weighted least squares of residual/weight.
linear_model exact_step(const glm_problem &problem, const vector &b) {
  glm_chunk at_rows;
  double eta[linear_block_rows];
  return problem.rows.fold([&](const design_chunk &chunk, double *values, double *weights) {
    kernels().combine(chunk.columns(), b.data(), chunk.width(), eta);
    problem.evaluate(chunk, eta, &at_rows);
    for (int i = 0; i < chunk.rows; ++i) {
      weights[i] = std::clamp(at_rows.weight[i], 0x1p-200, 0x1p200);
      values[i] = at_rows.residual[i] / weights[i];
    }
  });
}

struct newton_result {
  vector b, direction;  // where it stopped; the last step or the direction of separation
  int iterations = 0;
  bool converged = false, separated = false;
};

// Newton's method from b over every step-th block.
newton_result iterate(const glm_problem &problem, const vector &start, std::size_t step) {
  newton_result out;
  out.b = start;
  glm_sums now = sums_at(problem, out.b, step);
  while (out.iterations < most_steps && std::isfinite(now.log_likelihood)) {
    ++out.iterations;
    bool is_doubtful;
    vector d = newton_step(now, &is_doubtful);
    if (is_doubtful && step == 1) {
      const vector exact = problem.rows.standardised(exact_step(problem, out.b));
      if (exact.allFinite()) d = exact;
    }
    if (!d.allFinite()) return out;
    out.direction = d;
    if (now.farthest > far_out && step == 1 && find_separation(problem, &out.direction)) {
      out.separated = true;
      return out;
    }
    if (is_small(d, out.b, small_step)) {
      out.b += d;
      out.converged = true;
      return out;
    }
    const double least = now.log_likelihood - likelihood_noise * std::fabs(now.log_likelihood);
    double factor = 1.0;
    glm_sums next;
    for (int halved = 0; halved < most_halvings; ++halved, factor /= 2.0) {
      next = sums_at(problem, out.b + factor * d, step);
      if (next.log_likelihood >= least) break;
    }
    if (!(next.log_likelihood >= least)) return out;
    out.b += factor * d;
    now = std::move(next);
  }
  return out;
}

// Poisson: least squares of log(y + 0.1) with weights y + 0.1, as R starts.
vector poisson_start(const glm_problem &problem) {
  const linear_model fit = problem.rows.fold([&](const design_chunk &chunk, double *values, double *weights) {
    for (int i = 0; i < chunk.rows; ++i) {
      const double mean = chunk.y[i] + 0.1;
      weights[i] = mean;
      values[i] = std::log(mean) - 0.1 / mean - (problem.has_extra ? std::log(chunk.extra[i]) : 0.0);
    }
  });
  return problem.rows.standardised(fit);
}

newton_result solve(const glm_problem &problem, double null_intercept) {
  vector zero = vector::Zero(problem.rows.width());
  zero[0] = null_intercept;
  if (problem.rows.n() > rows_for_warm_start) {
    const auto step = static_cast<std::size_t>(problem.rows.n() / rows_of_sample);
    const newton_result sample = iterate(problem, zero, step);
    if (sample.converged) {
      newton_result out = iterate(problem, sample.b, 1);
      if (out.converged || out.separated) return out;
    }
  } else if (problem.family == glm_family::poisson) {
    const vector other = poisson_start(problem);
    if (other.allFinite() && sums_at(problem, other).log_likelihood > sums_at(problem, zero).log_likelihood)
      zero = other;
  }
  return iterate(problem, zero, 1);
}

// Of the null model and of the rows at the maximum.
struct row_totals {
  double_double weight, events, squares, deviance, null_deviance, log_likelihood, null_log_likelihood;
};

// y log(y/m) - (y - m), and the log-probability of y.
double poisson_deviance(double y, double mean) { return (y > 0.0 ? y * std::log(y / mean) : 0.0) - (y - mean); }

void add_row(const glm_problem &problem, double y, double extra, double eta, double null_eta, row_totals *t) {
  if (problem.family == glm_family::binomial) {
    const auto log_probability = [y](double at) {
      const double s = y > 0.5 ? -at : at;
      return s > 0.0 ? -s - std::log1p(std::exp(-s)) : -std::log1p(std::exp(s));
    };
    const double w = problem.has_extra ? extra : 1.0;
    t->log_likelihood += w * log_probability(eta);
    t->null_log_likelihood += w * log_probability(null_eta);
    const double mean = 1.0 / (1.0 + std::exp(-eta)), rest = 1.0 / (1.0 + std::exp(eta));
    t->squares += w * (y > 0.5 ? rest / mean : mean / rest);
    return;
  }
  const double offset = problem.has_extra ? std::log(extra) : 0.0;
  const double mean = std::exp(eta + offset), null_mean = std::exp(null_eta + offset);
  const double constant = y > 1.0 ? std::lgamma(y + 1.0) : 0.0;
  t->log_likelihood += y * (eta + offset) - mean - constant;
  t->null_log_likelihood += y * (null_eta + offset) - null_mean - constant;
  t->squares += (y - mean) * (y - mean) / mean;
  t->deviance += 2.0 * poisson_deviance(y, mean);
  t->null_deviance += 2.0 * poisson_deviance(y, null_mean);
}

void set_fit(glm_model *m, const glm_problem &problem, const vector &b, double null_intercept) {
  row_totals t;
  double eta[linear_block_rows];
  problem.rows.each_chunk([&](const design_chunk &chunk) {
    kernels().combine(chunk.columns(), b.data(), chunk.width(), eta);
    for (int i = 0; i < chunk.rows; ++i)
      add_row(problem, chunk.y[i], problem.has_extra ? chunk.extra[i] : 1.0, eta[i], null_intercept, &t);
  });
  m->log_likelihood = static_cast<double>(t.log_likelihood);
  m->null_log_likelihood = static_cast<double>(t.null_log_likelihood);
  const bool poisson = problem.family == glm_family::poisson;
  m->deviance = poisson ? static_cast<double>(t.deviance) : -2.0 * m->log_likelihood;
  m->null_deviance = poisson ? static_cast<double>(t.null_deviance) : -2.0 * m->null_log_likelihood;
  if (m->df > 0) m->dispersion = static_cast<double>(t.squares) / static_cast<double>(m->df);
  set_likelihood_tests(m);
}

// The last steps, from error-free sums, with the covariance.
void finish(glm_model *m, const glm_problem &problem, newton_result &found, double null_intercept) {
  linear_model last;
  for (int k = 0; k < most_refinements; ++k) {
    last = exact_step(problem, found.b);
    const vector step = problem.rows.standardised(last);
    if (!step.allFinite()) {
      m->warnings.push_back("the weights make predictors dependent: there is no fit");
      m->converged = false;
      return;
    }
    if (is_small(step, found.b, smallest_refinement)) break;
    found.b += step;
  }
  m->coefficients = problem.rows.coefficients(found.b, last);
  m->covariance = problem.rows.covariance_of_all(last.covariance);
  for (std::size_t k = 0; k < last.std_errors.size(); ++k)
    m->std_errors[k == 0 ? 0 : static_cast<std::size_t>(problem.rows.kept()[k - 1]) + 1] = last.std_errors[k];
  set_wald_tests(m);
  set_fit(m, problem, found.b, null_intercept);
}

glm_model fit(const glm_problem &problem, const char *family) {
  glm_model m = empty_glm(family, problem.rows);
  if (m.n == 0) {
    m.warnings.push_back("there are no rows");
    return m;
  }
  double_double total, events;
  problem.rows.each_chunk([&](const design_chunk &chunk) {
    for (int i = 0; i < chunk.rows; ++i) {
      check_outcome(problem.family, chunk.y[i]);
      const double extra = problem.has_extra ? chunk.extra[i] : 1.0;
      if (problem.family == glm_family::poisson && !(extra > 0.0))
        throw error(sqlstate::invalid_parameter_value, "exposure must be above 0",
                    "It is " + format_number(extra) + ".");
      total += extra;
      events += problem.family == glm_family::binomial ? chunk.y[i] * extra : chunk.y[i];
    }
  });
  m.events = static_cast<double>(events);
  const double weight = static_cast<double>(total), others = static_cast<double>(total - events);
  if (!(m.events > 0.0) || (problem.family == glm_family::binomial && !(others > 0.0))) {
    m.separated = true;
    m.warnings.push_back(problem.family == glm_family::binomial
                             ? "y is constant: no maximum of the likelihood exists; harmony.firth has one"
                             : "y is 0 in all rows: no maximum of the likelihood exists");
    return m;
  }
  const double null_intercept = std::log(m.events / (problem.family == glm_family::binomial ? others : weight));
  newton_result found = solve(problem, null_intercept);
  m.iterations = found.iterations;
  m.converged = found.converged;
  m.separated = found.separated;
  if (found.separated) {
    const std::string names = names_of(problem.rows, found.direction);
    m.warnings.push_back(problem.family == glm_family::binomial
                             ? "separated by " + names + ": no maximum of the likelihood exists; harmony.firth has one"
                             : "no events where " + names + " lead: no maximum of the likelihood exists");
  } else if (!found.converged) {
    m.warnings.push_back("no convergence after " + std::to_string(found.iterations) + " iterations");
  } else {
    finish(&m, problem, found, null_intercept);
  }
  return m;
}

}  // namespace

void check_outcome(glm_family family, double y) {
  if (family == glm_family::binomial && y != 0.0 && y != 1.0)
    throw error(sqlstate::invalid_parameter_value, "y must be 0 or 1, or boolean", "It is " + format_number(y) + ".");
  if (family == glm_family::poisson && !(y >= 0.0 && y == std::floor(y) && std::isfinite(y)))
    throw error(sqlstate::invalid_parameter_value, "y must be a whole number from 0",
                "It is " + format_number(y) + ".");
}

double glm_problem::evaluate(const design_chunk &chunk, const double *eta, glm_chunk *out) const {
  double likelihood = 0.0;
  const int n = chunk.rows;
  if (family == glm_family::binomial) {
    // log(1 + exp -|eta|) of the rows as the logarithm of a product of at most 128 numbers up to 2; weighted ones
    // apart.
    double product = 1.0;
    for (int i = 0; i < n; ++i) {
      const double y = chunk.y[i], w = has_extra ? chunk.extra[i] : 1.0, e = std::exp(-std::fabs(eta[i]));
      const double near = 1.0 / (1.0 + e), far = e * near;  // probabilities of the likelier outcome and of the other
      const bool positive = eta[i] >= 0.0;
      out->mean[i] = positive ? near : far;
      out->weight[i] = w * near * far;
      out->residual[i] = w * (y > 0.5 ? (positive ? far : near) : -out->mean[i]);
      likelihood += (y > 0.5) == positive ? 0.0 : -w * std::fabs(eta[i]);
      if (has_extra)
        likelihood -= w * std::log1p(e);
      else
        product *= 1.0 + e;
    }
    likelihood -= std::log(product);
  } else {
    for (int i = 0; i < n; ++i) {
      const double at = eta[i] + (has_extra ? std::log(chunk.extra[i]) : 0.0), mean = std::exp(at);
      out->mean[i] = out->weight[i] = mean;
      out->residual[i] = chunk.y[i] - mean;
      likelihood += chunk.y[i] * at - mean;
    }
  }
  std::fill(out->weight + n, out->weight + linear_block_rows, 0.0);
  std::fill(out->residual + n, out->residual + linear_block_rows, 0.0);
  return likelihood;
}

vector newton_step(const glm_sums &sums, bool *is_doubtful) {
  const vector scale = sums.information.diagonal().cwiseSqrt().cwiseInverse();
  const Eigen::LDLT<Eigen::MatrixXd> solver(scale.asDiagonal() * sums.information * scale.asDiagonal());
  const vector pivots = solver.vectorD();
  *is_doubtful = !(pivots.minCoeff() > 1e-11 * pivots.maxCoeff());
  return scale.asDiagonal() * solver.solve(scale.asDiagonal() * sums.gradient);
}

glm_model empty_glm(const char *family, const design &rows) {
  glm_model m;
  m.family = family;
  m.n = rows.n();
  m.n_skipped = rows.least_squares().n_skipped;
  m.rank = m.n > 0 ? rows.rank() : 0;
  m.df = m.n - m.rank;
  m.chi2_df = std::max(m.rank - 1, 0);
  const auto q = static_cast<std::size_t>(rows.predictors()) + 1;
  for (std::vector<double> *v : {&m.coefficients, &m.std_errors, &m.statistics, &m.p_values, &m.ci_low, &m.ci_high})
    v->assign(q, missing);
  m.covariance.assign(q * q, missing);
  m.warnings = rows.dropped_warnings();
  return m;
}

void set_likelihood_tests(glm_model *m) {
  m->chi2 = std::max(0.0, 2.0 * (m->log_likelihood - m->null_log_likelihood));
  if (m->chi2_df > 0) m->chi2_p = chi2_upper(m->chi2, m->chi2_df);
  m->aic = -2.0 * m->log_likelihood + 2.0 * m->rank;
  m->bic = -2.0 * m->log_likelihood + std::log(static_cast<double>(m->n)) * m->rank;
  if (m->null_log_likelihood != 0.0) m->pseudo_r_squared = 1.0 - m->log_likelihood / m->null_log_likelihood;
}

glm_model fit_logistic_model(const row_blocks &rows, bool weighted) {
  if (!weighted) {
    const design x(rows, {0, 1});
    return fit({x, glm_family::binomial, false}, "binomial");
  }
  const row_blocks used = weighted_rows(rows, 0);
  const design x(used, {1, 2, 0, "weight"});
  return fit({x, glm_family::binomial, true}, "binomial");
}

glm_model fit_poisson_model(const row_blocks &rows, bool with_exposure) {
  const design x(rows, with_exposure ? row_columns{1, 2, 0, "exposure"} : row_columns{});
  return fit({x, glm_family::poisson, with_exposure}, "poisson");
}

}  // namespace harmony::statistics
