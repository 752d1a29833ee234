#include "core/statistics/linear_model.hpp"

#include "core/base/error.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

constexpr double confidence = 0.95;
constexpr double log_two_pi = 1.8378770664093454836;
constexpr double log_two = 0.69314718055994530942;

// The intermediate results of a fit.
struct ols_fit {
  linear_system system;
  linear_factor factor;
  std::vector<double_double> slopes;  // scaled, 0 where dropped
  dd_matrix unscaled;                 // (X'X)^-1, lower triangle, scaled
  double_double variance;             // residual variance, scaled
  std::vector<double_double> errors;  // of the coefficients, scaled
  int first = 0;                      // 1 with an intercept: index of the first slope among the coefficients
};

bool kept(const ols_fit &fit, int j) { return fit.factor.kept[at(j)] != 0; }

// True value of a scaled quantity of dimension y^a / x_j.
double in_units(const linear_system &sys, double_double value, int power_of_y, int j) {
  return static_cast<double>(ldexp(value, power_of_y * sys.exponent[at(sys.p)] - sys.exponent[at(j)]));
}

double_double inverse_at(const ols_fit &fit, int i, int j) { return fit.unscaled.get(std::max(i, j), std::min(i, j)); }

// b0 = mean(y) - sum b_j mean(x_j), scaled as y; 0 where it is below the rounding of its own terms.
double_double intercept(const linear_system &sys, const std::vector<double_double> &slopes) {
  double_double b = sys.mean[at(sys.p)];
  double terms = std::fabs(b.hi);
  for (int j = 0; j < sys.p; ++j) {
    const double_double term = slopes[at(j)] * sys.mean[at(j)];
    b -= term;
    terms += std::fabs(term.hi);
  }
  return std::fabs(b.hi) > dd_rounding * terms ? b : double_double();
}

// Means of the predictors as doubles, and the fit at exactly those.
void set_means(linear_model *m, const linear_system &sys, const std::vector<double_double> &slopes) {
  double_double fit = sys.mean[at(sys.p)];
  for (int j = 0; j < sys.p; ++j) {
    const double mean = static_cast<double>(sys.mean[at(j)]);
    m->x_means[at(j)] = std::ldexp(mean, sys.exponent[at(j)]);
    fit += slopes[at(j)] * (double_double(mean) - sys.mean[at(j)]);
  }
  m->fit_at_means = static_cast<double>(ldexp(fit, sys.exponent[at(sys.p)]));
}

void set_sizes(linear_model *m, const linear_system &sys) {
  const std::size_t q = at(sys.p) + (sys.centred ? 1 : 0);
  m->n = sys.n;
  m->n_skipped = sys.n_skipped;
  for (std::vector<double> *v :
       {&m->coefficients, &m->std_errors, &m->t_statistics, &m->p_values, &m->ci_low, &m->ci_high})
    v->assign(q, missing);
  m->vif.assign(at(sys.p), missing);
  if (sys.centred) m->x_means.assign(at(sys.p), missing);
  m->covariance.assign(q * q, missing);
}

void set_coefficients(linear_model *m, const linear_system &sys, const std::vector<char> &used,
                      const std::vector<double_double> &slopes) {
  const int first = sys.centred ? 1 : 0;
  if (sys.centred) {
    m->coefficients[0] = static_cast<double>(ldexp(intercept(sys, slopes), sys.exponent[at(sys.p)]));
    set_means(m, sys, slopes);
  }
  for (int j = 0; j < sys.p; ++j)
    if (used[at(j)] != 0) m->coefficients[at(j + first)] = in_units(sys, slopes[at(j)], 1, j);
}

// Total and residual sum of squares give R² and the residual error; both scaled alike.
void set_fit(linear_model *m, const linear_system &sys, double_double rest) {
  const double_double total = sys.products.get(sys.p, sys.p);
  if (!is_constant(sys, sys.p)) m->r_squared = static_cast<double>(double_double(1.0) - rest / total);
  if (m->df > 0.0)
    m->residual_std_error = std::ldexp(static_cast<double>(sqrt(rest / double_double(m->df))), sys.exponent[at(sys.p)]);
}

void warn_dropped(linear_model *m, const ols_fit &fit) {
  const linear_system &sys = fit.system;
  const std::int64_t most = sys.n - fit.first;
  int before = 0;
  for (int j = 0; j < sys.p; ++j) {
    const std::string name = "x" + std::to_string(j + 1);
    if (kept(fit, j)) {
      ++before;
    } else if (is_constant(sys, j)) {
      m->warnings.push_back(name +
                            (sys.centred ? " is constant: it has no coefficient" : " is 0: it has no coefficient"));
    } else if (before >= most) {
      m->warnings.push_back(name + " has no coefficient: there are too few rows");
    } else {
      m->warnings.push_back(name + " depends linearly on the predictors before it: it has no coefficient");
    }
  }
}

void warn_fit(linear_model *m, const ols_fit &fit) {
  const linear_system &sys = fit.system;
  if (is_constant(sys, sys.p))
    m->warnings.push_back("y is constant: R-squared and F are undefined");
  else if (m->df > 0.0 && m->r_squared >= 1.0 - 1e-15)
    m->warnings.push_back("the fit is essentially perfect: errors and tests may be unreliable");
  if (m->df <= 0.0) m->warnings.push_back("no residual degrees of freedom: errors and tests are undefined");
}

// Scaled covariance (over sigma²) of the coefficients, the intercept's first: with g = C^-1 mean,
// var b0 = 1/w + mean' g, cov(b0, b_j) = -g_j.
void set_covariance(linear_model *m, const ols_fit &fit) {
  const linear_system &sys = fit.system;
  const int q = sys.p + fit.first, y = sys.exponent[at(sys.p)];
  const auto put = [&](int i, int j, double_double value, int e) {
    const double v = static_cast<double>(ldexp(value * fit.variance, 2 * y - e));
    m->covariance[at(i) * at(q) + at(j)] = m->covariance[at(j) * at(q) + at(i)] = v;
  };
  for (int i = 0; i < sys.p; ++i)
    for (int j = 0; j <= i; ++j)
      if (kept(fit, i) && kept(fit, j))
        put(i + fit.first, j + fit.first, inverse_at(fit, i, j), sys.exponent[at(i)] + sys.exponent[at(j)]);
  if (fit.first == 0) return;
  double_double spread = double_double(1.0) / sys.weight;
  for (int i = 0; i < sys.p; ++i) {
    if (!kept(fit, i)) continue;
    double_double g;
    for (int j = 0; j < sys.p; ++j) g += inverse_at(fit, i, j) * sys.mean[at(j)];
    spread += g * sys.mean[at(i)];
    put(0, i + 1, -g, sys.exponent[at(i)]);
  }
  put(0, 0, spread, 0);
}

// var b0 and its root once more, as 1/w + |L^-1 mean|²: a sum of squares, without the cancellation in mean' C^-1 mean.
void refine_intercept(linear_model *m, ols_fit *fit, const dd_matrix &inverse) {
  const linear_system &sys = fit->system;
  double_double spread = double_double(1.0) / sys.weight;
  for (int i = 0; i < sys.p; ++i) {
    double_double u;
    for (int j = 0; j <= i; ++j) u += inverse.get(i, j) * sys.mean[at(j)];
    spread += u * u;
  }
  const int y = sys.exponent[at(sys.p)];
  m->std_error_at_means = static_cast<double>(ldexp(sqrt(fit->variance / sys.weight), y));
  fit->errors[0] = sqrt(spread * fit->variance);
  m->covariance[0] = static_cast<double>(ldexp(spread * fit->variance, 2 * y));
  m->std_errors[0] = static_cast<double>(ldexp(fit->errors[0], y));
}

// Standard errors of the slopes straight from the double-doubles: a variance may overflow where its root does not.
void set_errors(linear_model *m, ols_fit *fit) {
  for (int j = 0; j < fit->system.p; ++j) {
    if (!kept(*fit, j)) continue;
    const std::size_t i = at(j + fit->first);
    fit->errors[i] = sqrt(inverse_at(*fit, j, j) * fit->variance);
    m->std_errors[i] = in_units(fit->system, fit->errors[i], 1, j);
  }
}

// t from the scaled numbers: it has no unit, so that it is right even where a coefficient in its unit overflows.
void set_tests(linear_model *m, const ols_fit &fit) {
  const double t = student_t_quantile(0.5 + confidence / 2.0, m->df);
  for (std::size_t i = 0; i < m->coefficients.size(); ++i) {
    const double b = m->coefficients[i], se = m->std_errors[i];
    if (std::isnan(b) || std::isnan(se)) continue;
    const bool is_intercept = fit.first == 1 && i == 0;
    const double_double scaled = is_intercept ? intercept(fit.system, fit.slopes) : fit.slopes[i - at(fit.first)];
    m->t_statistics[i] = static_cast<double>(scaled / fit.errors[i]);
    if (!std::isnan(m->t_statistics[i])) m->p_values[i] = student_t_two_sided(m->t_statistics[i], m->df);
    m->ci_low[i] = b - t * se;
    m->ci_high[i] = b + t * se;
  }
}

// F of all slopes together; explained = total - residual as a sum of squares of the factor's last column.
void set_f(linear_model *m, const ols_fit &fit) {
  const linear_system &sys = fit.system;
  if (is_constant(sys, sys.p)) return;
  const double free = static_cast<double>(sys.n - fit.first);
  const double_double unexplained = fit.factor.rest / sys.products.get(sys.p, sys.p);
  m->adj_r_squared = static_cast<double>(double_double(1.0) - unexplained * free / double_double(m->df));
  if (fit.factor.rank == 0) return;
  double_double explained;
  for (int i = 0; i < sys.p; ++i) {
    const double_double z = fit.factor.upper.get(i, sys.p);
    if (kept(fit, i)) explained += z * z;
  }
  m->f_statistic = fit.variance.hi > 0.0
                       ? static_cast<double>(explained / double_double(fit.factor.rank) / fit.variance)
                       : std::numeric_limits<double>::infinity();
  m->f_p_value = f_upper(m->f_statistic, fit.factor.rank, m->df);
}

// vif_j = C_jj (C^-1)_jj = 1 / (1 - R² of x_j on the others).
void set_vif(linear_model *m, const ols_fit &fit) {
  for (int j = 0; j < fit.system.p; ++j)
    if (kept(fit, j)) m->vif[at(j)] = static_cast<double>(fit.system.products.get(j, j) * inverse_at(fit, j, j));
}

// R: logLik.lm with weights: (sum log w - n (log 2 pi + 1 - log n + log rss)) / 2.
void set_likelihood(linear_model *m, const ols_fit &fit) {
  if (!(fit.factor.rest.hi > 0.0)) return;
  const double n = static_cast<double>(m->n), y = fit.system.exponent[at(fit.system.p)];
  const double log_rss = std::log(fit.factor.rest.hi) + 2.0 * y * log_two;
  const double log_weights = static_cast<double>(fit.system.log_weight);
  m->log_likelihood = 0.5 * (log_weights - n * (log_two_pi + 1.0 - std::log(n) + log_rss));
  const double parameters = m->rank + 1.0;
  m->aic = -2.0 * m->log_likelihood + 2.0 * parameters;
  m->bic = -2.0 * m->log_likelihood + std::log(n) * parameters;
}

void set_inference(linear_model *m, ols_fit *fit) {
  const dd_matrix inverse = inverse_factor(fit->factor);
  fit->unscaled = inverse_products(fit->factor, inverse);
  set_vif(m, *fit);
  m->condition_number = scaled_condition(fit->system, fit->factor);
  if (!(m->df > 0.0)) return;
  fit->variance = fit->factor.rest / double_double(m->df);
  fit->errors.resize(m->coefficients.size());
  set_covariance(m, *fit);
  if (fit->first == 1) refine_intercept(m, fit, inverse);
  set_errors(m, fit);
  set_tests(m, *fit);
  set_f(m, *fit);
  set_likelihood(m, *fit);
}

std::size_t predictors(const linear_model &model) {
  const std::size_t p = model.vif.size(), q = model.coefficients.size();
  if (q != p && q != p + 1)
    throw error(sqlstate::invalid_parameter_value, "linear model has arrays that do not fit",
                "It has " + std::to_string(q) + " coefficients and " + std::to_string(p) + " predictors.");
  return p;
}

// Where a model is evaluated: the distance of x from the model's centre, its means or else 0, and the fit and its
// variance there.
struct place {
  std::size_t first;              // index of the first slope among the coefficients
  std::vector<double_double> to;  // from the centre to x, one a predictor
  double fit, variance;           // at the centre
};

bool used(const linear_model &model, std::size_t coefficient) { return !std::isnan(model.coefficients[coefficient]); }

// Whether the means belong to the coefficients: a model is a row that can be put together by hand.
bool means_agree(const linear_model &model) {
  const std::size_t p = model.vif.size();
  if (std::isnan(model.fit_at_means) || model.x_means.size() != p || model.coefficients.size() != p + 1) return false;
  double_double fit = model.coefficients[0];
  double terms = std::fabs(model.coefficients[0]) + std::fabs(model.fit_at_means);
  for (std::size_t j = 0; j < p; ++j) {
    if (!used(model, j + 1)) continue;
    const double_double term = two_prod(model.coefficients[j + 1], model.x_means[j]);
    fit += term;
    terms += std::fabs(term.hi);
  }
  constexpr double rounding = 0x1p-40;
  return std::fabs(static_cast<double>(fit) - model.fit_at_means) <= rounding * terms;
}

place place_of(const linear_model &model, const double *x, std::size_t x_size) {
  const std::size_t p = predictors(model);
  if (x_size != p)
    throw error(sqlstate::invalid_parameter_value, "wrong number of predictors",
                "The model has " + std::to_string(p) + ", " + std::to_string(x_size) + " were given.");
  const std::size_t first = model.coefficients.size() - p;
  const bool at_means = means_agree(model);
  place out{first, {}, first == 1 ? model.coefficients[0] : 0.0, 0.0};
  if (at_means) {
    out.fit = model.fit_at_means;
    out.variance = model.std_error_at_means * model.std_error_at_means;
  } else if (first == 1 && !model.covariance.empty()) {
    out.variance = model.covariance[0];
  }
  for (std::size_t j = 0; j < p; ++j) out.to.push_back(two_diff(x[j], at_means ? model.x_means[j] : 0.0));
  return out;
}

double fit_of(const linear_model &model, const place &at) {
  if (model.rank == 0) return missing;
  double_double sum = at.fit;
  for (std::size_t j = 0; j < at.to.size(); ++j)
    if (used(model, at.first + j)) sum += at.to[j] * model.coefficients[at.first + j];
  return static_cast<double>(sum);
}

// The variance of the fit at x, and what rounding of the covariances makes of it at most.
struct rounded_variance {
  double value, rounding;
};

rounded_variance variance_of(const linear_model &model, const place &at, bool at_means) {
  const std::size_t q = model.coefficients.size();
  double_double sum = at.variance;
  double terms = std::fabs(at.variance);
  const auto add = [&](std::size_t i, std::size_t j, double_double factor) {
    if (!used(model, i) || !used(model, j)) return;
    const double_double term = factor * model.covariance[i * q + j];
    sum += term;
    terms += std::fabs(term.hi);
  };
  for (std::size_t i = at.first; i < q; ++i) {
    if (at.first == 1 && !at_means) add(0, i, at.to[i - 1] * 2.0);
    for (std::size_t j = at.first; j < q; ++j) add(i, j, at.to[i - at.first] * at.to[j - at.first]);
  }
  const double value = static_cast<double>(sum);
  return {value < 0.0 ? 0.0 : value, 0x1p-53 * terms};
}

}  // namespace

// For ridge and nnls: sizes, coefficients and quality of fit of given slopes; df comes from the caller.
void set_reduced_model(linear_model *m, const linear_system &sys, const std::vector<char> &used,
                       const std::vector<double_double> &slopes, double_double rest) {
  set_sizes(m, sys);
  if (sys.n == 0) return;
  set_coefficients(m, sys, used, slopes);
  set_fit(m, sys, rest);
}

linear_model fit_ols(const linear_header *state, bool with_intercept) {
  ols_fit fit;
  fit.system = make_system(state, with_intercept);
  fit.first = with_intercept ? 1 : 0;
  linear_model m;
  set_sizes(&m, fit.system);
  if (fit.system.n == 0) {
    m.warnings.push_back("there are no rows");
    return m;
  }
  fit.factor = factorise(fit.system);
  fit.slopes = solve(fit.factor);
  m.rank = fit.factor.rank + fit.first;
  m.df = static_cast<double>(m.n - m.rank);
  set_coefficients(&m, fit.system, fit.factor.kept, fit.slopes);
  set_fit(&m, fit.system, fit.factor.rest);
  set_inference(&m, &fit);
  warn_dropped(&m, fit);
  warn_fit(&m, fit);
  return m;
}

linear_model fit_unit_variance(const linear_header *state) {
  ols_fit fit;
  fit.system = make_system(state, true);
  fit.first = 1;
  linear_model m;
  set_sizes(&m, fit.system);
  if (fit.system.n == 0) return m;
  fit.factor = factorise(fit.system);
  fit.slopes = solve(fit.factor);
  m.rank = fit.factor.rank + 1;
  set_coefficients(&m, fit.system, fit.factor.kept, fit.slopes);
  const dd_matrix inverse = inverse_factor(fit.factor);
  fit.unscaled = inverse_products(fit.factor, inverse);
  fit.variance = 1.0;
  fit.system.exponent[at(fit.system.p)] = 0;  // that of a variance of 1, whatever the responses are
  fit.errors.resize(m.coefficients.size());
  set_covariance(&m, fit);
  refine_intercept(&m, &fit, inverse);
  set_errors(&m, &fit);
  return m;
}

double predict(const linear_model &model, const double *x, std::size_t x_size) {
  return fit_of(model, place_of(model, x, x_size));
}

prediction predict_interval(const linear_model &model, double level, const double *x, std::size_t x_size) {
  if (!(level > 0.0 && level < 1.0))
    throw error(sqlstate::invalid_parameter_value, "confidence level must lie between 0 and 1");
  const place at = place_of(model, x, x_size);
  const std::size_t q = model.coefficients.size();
  prediction out;
  out.fit = fit_of(model, at);
  if (model.covariance.size() != q * q || !(model.df > 0.0)) return out;
  const rounded_variance of_fit = variance_of(model, at, means_agree(model));
  const double error_of_new = std::hypot(model.residual_std_error, std::sqrt(of_fit.value));
  if (std::isnan(error_of_new)) return out;
  constexpr double three_digits = 1e-3;
  out.cancelled = std::sqrt(of_fit.rounding) > std::sqrt(three_digits) * error_of_new;
  if (out.cancelled) return out;
  const double t = student_t_quantile(0.5 + level / 2.0, model.df);
  out.low = out.fit - t * error_of_new;
  out.high = out.fit + t * error_of_new;
  return out;
}

}  // namespace harmony::statistics
