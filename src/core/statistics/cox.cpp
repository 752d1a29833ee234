#include "core/statistics/cox.hpp"

#include "core/base/error.hpp"
#include "core/statistics/cox.risk_sets.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/robust_model.parts.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr int most_cox_steps = 50, most_cox_halvings = 30;
constexpr double small_cox_step = 1e-7, partial_likelihood_noise = 1e-12, far_from_means = 15.0;
constexpr double dependent_pivot = 1e-11,
                 constant_pivot = 1e-13;  // pivots of the information: of its diagonal, of an event

// What the deaths of one time add to gradient and information, and, returned, take from the likelihood.
double add_event_time(const weighted_products &rest, const weighted_products &dying, std::uint32_t deaths,
                      glm_sums *to) {
  const tied_sums t(rest.weight(), dying.weight(), deaths);
  const Index m = to->gradient.size();
  const double by_rest = t.inverse / t.total, by_dying = t.share / t.total;
  std::size_t k = 1;
  for (Index i = 0; i < m; ++i) {
    to->gradient[i] -= by_rest * rest.sums[k] + by_dying * dying.sums[k];
    const double r = rest.moment(static_cast<int>(i)) / t.total, e = dying.moment(static_cast<int>(i)) / t.total;
    const double along_rest = t.inverse_square * r + t.share_inverse * e;
    const double along_dying = t.share_inverse * r + t.share_square * e;
    ++k;
    for (Index j = 0; j <= i; ++j, ++k)
      to->information(i, j) +=
          by_rest * rest.sums[k] + by_dying * dying.sums[k] -
          (along_rest * rest.moment(static_cast<int>(j)) + along_dying * dying.moment(static_cast<int>(j))) / t.total;
  }
  return t.logarithms;
}

// The likelihood as a function of b.
class partial_likelihood {
 public:
  explicit partial_likelihood(const risk_sets &sets) : sets_(sets), deaths_(vector::Zero(sets.predictors())) {
    for (std::size_t k = 0; k < sets.times(); ++k)
      for (std::size_t i = sets.deaths(k).first; i < sets.deaths(k).second; ++i)
        deaths_ += Eigen::Map<const vector>(sets.row(i) + 1, deaths_.size());
  }
  const risk_sets &sets() const { return sets_; }

  // With gradient and information.
  glm_sums at(const vector &b) {
    const Index m = sets_.predictors();
    glm_sums out;
    out.gradient = deaths_;
    out.information = matrix::Zero(m, m);
    const double largest = set_weights(b, &out.farthest);
    double_double likelihood = b.dot(deaths_) - largest * static_cast<double>(sets_.events());
    weighted_products dying(sets_, weights_);
    sets_.each_event_time(weighted_products(sets_, weights_), [&](std::size_t k, const weighted_products &rest) {
      const auto [from, to] = sets_.deaths(k);
      std::fill(dying.sums.begin(), dying.sums.end(), 0.0);
      for (std::size_t i = from; i < to; ++i) dying.add(i);
      likelihood -= add_event_time(rest, dying, to - from, &out);
    });
    out.information.triangularView<Eigen::StrictlyUpper>() = out.information.transpose();
    out.log_likelihood = static_cast<double>(likelihood);
    return out;
  }

  // exp(x'b) of every row over the largest of them.
  const std::vector<double> &weights_at(const vector &b) {
    double farthest;
    set_weights(b, &farthest);
    return weights_;
  }

 private:
  // The largest x'b.
  double set_weights(const vector &b, double *farthest) {
    sets_.set_linear_predictors(b, &weights_);
    double largest = -std::numeric_limits<double>::infinity(), least = -largest;
    for (const double eta : weights_) {
      largest = std::max(largest, eta);
      least = std::min(least, eta);
    }
    *farthest = std::max(largest, -least);
    for (double &w : weights_) w = std::exp(w - largest);
    return largest;
  }

  const risk_sets &sets_;
  vector deaths_;  // the sum of the predictors of those who die
  std::vector<double> weights_;
};

struct cox_path {
  vector b, direction;  // where it stopped; the last step or the direction in which there is no maximum
  int iterations = 0;
  bool converged = false, separated = false;
};

cox_path maximise(partial_likelihood *likelihood, glm_sums now) {
  cox_path out;
  out.b = vector::Zero(now.gradient.size());
  while (out.iterations < most_cox_steps && std::isfinite(now.log_likelihood)) {
    ++out.iterations;
    bool is_doubtful;
    const vector d = newton_step(now, &is_doubtful);
    if (!d.allFinite()) return out;
    out.direction = d;
    if (now.farthest > far_from_means && find_monotone(likelihood->sets(), &out.direction)) {
      out.separated = true;
      return out;
    }
    if (d.lpNorm<Eigen::Infinity>() <= small_cox_step * (1.0 + out.b.lpNorm<Eigen::Infinity>())) {
      out.b += d;
      out.converged = true;
      return out;
    }
    const double least = now.log_likelihood - partial_likelihood_noise * std::fabs(now.log_likelihood);
    double factor = 1.0;
    glm_sums next;
    for (int halved = 0; halved < most_cox_halvings; ++halved, factor /= 2.0) {
      next = likelihood->at(out.b + factor * d);
      if (next.log_likelihood >= least) break;
    }
    if (!(next.log_likelihood >= least)) return out;
    out.b += factor * d;
    now = std::move(next);
  }
  return out;
}

// The columns, in order, that the information at 0 determines.
std::vector<bool> determined(const glm_sums &at_zero, std::int64_t events) {
  const Index m = at_zero.gradient.size();
  matrix rest = at_zero.information;
  std::vector<bool> out(static_cast<std::size_t>(m));
  for (Index j = 0; j < m; ++j) {
    const double limit =
        std::max(dependent_pivot * at_zero.information(j, j), constant_pivot * static_cast<double>(events));
    out[static_cast<std::size_t>(j)] = rest(j, j) > limit;
    if (!out[static_cast<std::size_t>(j)]) continue;
    const vector column = rest.col(j) / rest(j, j);
    rest -= column * rest.row(j).eval();
  }
  return out;
}

matrix inverse_of(const matrix &information) {
  const vector scale = information.diagonal().cwiseSqrt().cwiseInverse();
  const Eigen::LDLT<matrix> solver(scale.asDiagonal() * information * scale.asDiagonal());
  return scale.asDiagonal() * solver.solve(matrix(scale.asDiagonal()));
}

void set_inference(cox_model *m, const risk_sets &sets, const vector &b, const matrix &covariance) {
  const std::size_t q = m->coefficients.size();
  for (std::size_t k = 0; k < sets.columns().size(); ++k) {
    const risk_column &c = sets.columns()[k];
    const auto i = static_cast<std::size_t>(c.index);
    m->coefficients[i] = b[static_cast<Index>(k)] * c.scale;
    for (std::size_t l = 0; l < sets.columns().size(); ++l)
      m->covariance[i * q + static_cast<std::size_t>(sets.columns()[l].index)] =
          covariance(static_cast<Index>(k), static_cast<Index>(l)) * c.scale * sets.columns()[l].scale;
    m->std_errors[i] = std::sqrt(covariance(static_cast<Index>(k), static_cast<Index>(k))) * c.scale;
  }
  set_wald_tests(m);
  m->wald_chi2 = quadratic_form(covariance, b);
}

std::string names_of(const risk_sets &sets, const vector &direction) {
  std::string out;
  const double largest = direction.lpNorm<Eigen::Infinity>();
  for (Index k = 0; k < direction.size(); ++k)
    if (std::fabs(direction[k]) > 1e-6 * largest)
      out += (out.empty() ? "x" : ", x") + std::to_string(sets.columns()[static_cast<std::size_t>(k)].index + 1);
  return out;
}

cox_model empty_model(const row_blocks &rows, const design &x) {
  cox_model m;
  m.n = rows.rows();
  m.n_skipped = rows.skipped();
  const auto p = static_cast<std::size_t>(x.predictors());
  for (std::vector<double> *v : {&m.coefficients, &m.std_errors, &m.statistics, &m.p_values, &m.ci_low, &m.ci_high})
    v->assign(p, missing);
  m.covariance.assign(p * p, missing);
  m.warnings = x.dropped_warnings();
  return m;
}

// The columns that have a coefficient, and the sums at 0 of the rows with them.
risk_sets rows_at_risk(const row_blocks &rows, cox_columns where, const design &x, cox_model *m, glm_sums *at_zero) {
  std::vector<risk_column> columns;
  for (std::size_t k = 0; k < x.kept().size(); ++k) columns.push_back({x.kept()[k], x.shift(k), x.scale(k)});
  risk_sets sets(rows, where, columns);
  *at_zero = partial_likelihood(sets).at(vector::Zero(sets.predictors()));
  const std::vector<bool> keep = determined(*at_zero, sets.events());
  std::vector<risk_column> kept;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (keep[k]) {
      kept.push_back(columns[k]);
    } else if (sets.events() > 0) {
      m->warnings.push_back("x" + std::to_string(columns[k].index + 1) +
                            " depends on the predictors before it among those at risk: it has no coefficient");
    }
  }
  if (kept.size() == columns.size() || sets.events() == 0) return sets;
  risk_sets fewer(rows, where, kept);
  *at_zero = partial_likelihood(fewer).at(vector::Zero(fewer.predictors()));
  return fewer;
}

// Errors from dfbeta by cluster; NaN and a warning for one cluster.
matrix robust_covariance(cox_model *m, partial_likelihood *likelihood, const vector &b, const matrix &inverse,
                         const row_blocks &rows) {
  if (*m->clusters < 2) {
    m->warnings.push_back("there is one cluster alone: errors and tests are undefined");
    return matrix::Constant(b.size(), b.size(), missing);
  }
  return inverse *
         clustered_scores(likelihood->sets(), likelihood->weights_at(b), rows, static_cast<std::size_t>(*m->clusters)) *
         inverse;
}

// Where no maximum was found: says so.
void set_failure(cox_model *m, const risk_sets &sets, const cox_path &found) {
  m->warnings.push_back(found.separated ? "monotone likelihood along " + names_of(sets, found.direction) +
                                              ": no maximum of the likelihood exists"
                                        : "no convergence after " + std::to_string(found.iterations) + " iterations");
}

// At the maximum, once more from there.
void finish(cox_model *m, partial_likelihood *likelihood, vector b, const row_blocks &rows) {
  const glm_sums last = likelihood->at(b);
  bool is_doubtful;
  b += newton_step(last, &is_doubtful);
  const matrix inverse = inverse_of(last.information);
  m->log_likelihood = last.log_likelihood;
  m->chi2 = std::max(0.0, 2.0 * (m->log_likelihood - m->null_log_likelihood));
  set_inference(m, likelihood->sets(), b, m->clusters ? robust_covariance(m, likelihood, b, inverse, rows) : inverse);
  m->concordance = concordance(likelihood->sets(), likelihood->sets().linear_predictors(b));
}

cox_model fit(const row_blocks &rows, cox_columns where, std::optional<std::int64_t> clusters = {}) {
  check_cox_rows(rows, where);
  const design x(rows, {where.event, where.x, where.time, "time"});
  cox_model m = empty_model(rows, x);
  m.clusters = clusters;
  if (m.n == 0) {
    m.warnings.push_back("there are no rows");
    return m;
  }
  glm_sums now;
  const risk_sets sets = rows_at_risk(rows, where, x, &m, &now);
  m.events = sets.events();
  if (m.events == 0) {
    m.warnings.push_back("there are no events");
    return m;
  }
  m.rank = sets.predictors();
  if (m.rank == 0) {
    m.converged = true;
    m.log_likelihood = m.null_log_likelihood = now.log_likelihood;
    m.chi2 = m.score_chi2 = m.wald_chi2 = 0.0;
    m.concordance = concordance(sets, sets.linear_predictors(vector()));
    return m;
  }
  const double null_log_likelihood = now.log_likelihood;
  bool is_doubtful;
  const double score_chi2 = now.gradient.dot(newton_step(now, &is_doubtful));
  partial_likelihood likelihood(sets);
  const cox_path found = maximise(&likelihood, std::move(now));
  m.iterations = found.iterations;
  m.converged = found.converged;
  m.separated = found.separated;
  if (!found.converged) {
    set_failure(&m, sets, found);
    return m;
  }
  m.null_log_likelihood = null_log_likelihood;
  m.score_chi2 = score_chi2;
  finish(&m, &likelihood, found.b, rows);
  return m;
}

}  // namespace

cox_model fit_cox(const row_blocks &rows) { return fit(rows, {-1, 0, 1, 2}); }

cox_model fit_cox_robust(const row_blocks &rows, std::size_t clusters) {
  return fit(rows, {-1, 1, 2, 3}, static_cast<std::int64_t>(clusters));
}

cox_model fit_cox_counting(const row_blocks &rows) { return fit(rows, {0, 1, 2, 3}); }

double predict_cox(const std::vector<double> &coefficients, const std::vector<double> &x) {
  if (x.size() != coefficients.size())
    throw error(sqlstate::invalid_parameter_value, "wrong number of predictors",
                "There are " + std::to_string(coefficients.size()) + " coefficients and " + std::to_string(x.size()) +
                    " predictors.");
  std::vector<double> b{0.0};
  b.insert(b.end(), coefficients.begin(), coefficients.end());
  return std::exp(linear_predictor(b, x));
}

}  // namespace harmony::statistics
