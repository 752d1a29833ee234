#include "core/statistics/coefficient_table.hpp"

#include "core/base/error.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/double_double.hpp"

#include <Eigen/Cholesky>
#include <Eigen/LU>

#include <cmath>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

void check_sizes(const fitted_model &model) {
  const std::size_t q = model.coefficients.size();
  const auto fits = [&](const std::vector<double> &v) { return v.size() == q; };
  if (!fits(model.std_errors) || !fits(model.statistics) || !fits(model.p_values) || !fits(model.low) ||
      !fits(model.high) || (!model.df.empty() && !fits(model.df)) ||
      (!model.covariance.empty() && model.covariance.size() != q * q) || (q == 0 && model.has_intercept))
    throw error(sqlstate::invalid_parameter_value, "model has arrays that do not fit");
}

double quantile_of(double level, double df) {
  const double p = 0.5 + level / 2.0;
  if (std::isnan(df)) return normal_quantile(p);
  return df > 0.0 ? student_t_quantile(p, df) : missing;
}

double df_at(const fitted_model &model, std::size_t i) { return model.df.empty() ? missing : model.df[i]; }

std::string term_of(const fitted_model &model, const coefficient_options &options, std::size_t i) {
  if (model.has_intercept && i == 0) return "intercept";
  const std::size_t j = i - (model.has_intercept ? 1 : 0);
  return options.names == nullptr ? "x" + std::to_string(j + 1) : std::string((*options.names)[j]);
}

void check_weight_count(const fitted_model &model, std::size_t n) {
  if (n != model.coefficients.size())
    throw error(sqlstate::invalid_parameter_value, "wrong number of weights",
                "The model has " + std::to_string(model.coefficients.size()) + " coefficients, " + std::to_string(n) +
                    " weights were given.",
                "The intercept counts as the first.");
}

void check_weights(const std::vector<double> &weights) {
  for (const double w : weights)
    if (!std::isfinite(w)) throw error(sqlstate::invalid_parameter_value, "weights must be finite");
}

// Σ wᵢ bᵢ over the weights that are not 0; NaN where one of those has no coefficient.
double_double weighted_sum(const double *weights, const double *values, std::size_t n) {
  double_double sum;
  for (std::size_t i = 0; i < n; ++i)
    if (weights[i] != 0.0) sum += two_prod(weights[i], values[i]);
  return sum;
}

bool uses_missing(const fitted_model &model, const double *weights) {
  for (std::size_t i = 0; i < model.coefficients.size(); ++i)
    if (weights[i] != 0.0 && std::isnan(model.coefficients[i])) return true;
  return false;
}

// The degrees of freedom of a test of coefficients that have weights in any of the rows.
double df_of_test(const fitted_model &model, const std::vector<double> &weights) {
  if (!std::isnan(model.df_of_tests)) return model.df_of_tests;
  const std::size_t q = model.coefficients.size();
  double out = missing;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (weights[i] != 0.0) out = std::fmin(out, model.df[i % q]);
  return out;
}

double covariance_between(const fitted_model &model, const double *a, const double *b) {
  const std::size_t q = model.coefficients.size();
  double_double sum;
  for (std::size_t i = 0; i < q; ++i)
    if (a[i] != 0.0) sum += double_double(a[i]) * weighted_sum(b, model.covariance.data() + i * q, q);
  return static_cast<double>(sum);
}

void check_levels(const std::vector<std::string_view> &levels) {
  if (levels.empty()) throw error(sqlstate::invalid_parameter_value, "levels must not be empty");
}

std::size_t place_of(std::string_view value, const std::vector<std::string_view> &levels) {
  check_levels(levels);
  for (std::size_t k = 0; k < levels.size(); ++k)
    if (levels[k] == value) return k;
  throw error(sqlstate::invalid_parameter_value, "value is none of the levels", "It is \"" + std::string(value) + "\".",
              "harmony.levels gives the levels of a column.");
}

}  // namespace

std::vector<coefficient> coefficient_table(const fitted_model &model, const coefficient_options &options) {
  check_sizes(model);
  const std::size_t q = model.coefficients.size(), predictors = q - (model.has_intercept ? 1 : 0);
  if (!(options.level > 0.0 && options.level < 1.0))
    throw error(sqlstate::invalid_parameter_value, "confidence level must lie between 0 and 1");
  if (options.digits && (*options.digits < 0 || *options.digits > 9))
    throw error(sqlstate::invalid_parameter_value, "digits must be from 0 to 9");
  if (options.names != nullptr && options.names->size() != predictors)
    throw error(sqlstate::invalid_parameter_value, "wrong number of names",
                "The model has " + std::to_string(predictors) + " predictors, " +
                    std::to_string(options.names->size()) + " names were given.");
  std::vector<coefficient> out;
  for (std::size_t i = 0; i < q; ++i) {
    coefficient c;
    c.term = term_of(model, options, i);
    c.estimate = model.coefficients[i];
    c.std_error = model.std_errors[i];
    c.statistic = model.statistics[i];
    c.df = df_at(model, i);
    c.p_value = model.p_values[i];
    if (options.level == 0.95) {
      c.low = model.low[i];
      c.high = model.high[i];
    } else if (model.has_other_levels && (model.df.empty() || c.df > 0.0)) {
      const double reach = quantile_of(options.level, c.df) * c.std_error;
      c.low = c.estimate - reach;
      c.high = c.estimate + reach;
    }
    if (options.exponentiate) {
      c.ratio = std::exp(c.estimate);
      c.ratio_low = std::exp(c.low);
      c.ratio_high = std::exp(c.high);
    }
    if (options.digits)
      for (double *v : {&c.estimate, &c.std_error, &c.statistic, &c.df, &c.p_value, &c.low, &c.high, &c.ratio,
                        &c.ratio_low, &c.ratio_high})
        if (std::isfinite(*v)) *v = round_to(*v, *options.digits);
    out.push_back(std::move(c));
  }
  return out;
}

contrast_result contrast(const fitted_model &model, const std::vector<double> &weights, double value) {
  check_sizes(model);
  check_weight_count(model, weights.size());
  check_weights(weights);
  if (!std::isfinite(value)) throw error(sqlstate::invalid_parameter_value, "value must be finite");
  contrast_result out;
  if (uses_missing(model, weights.data())) return out;
  const double_double sum = weighted_sum(weights.data(), model.coefficients.data(), weights.size());
  out.estimate = static_cast<double>(sum);
  std::size_t used = 0, last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (weights[i] != 0.0) {
      ++used;
      last = i;
    }
  if (!model.df.empty()) out.df = used == 1 ? model.df[last] : df_of_test(model, weights);
  if (model.covariance.empty()) return out;
  const double variance = covariance_between(model, weights.data(), weights.data());
  if (!(variance >= 0.0) || (!model.df.empty() && !(out.df > 0.0))) return out;
  out.std_error = std::sqrt(variance);
  const double difference = static_cast<double>(sum - double_double(value));
  if (difference == 0.0 && out.std_error == 0.0) return out;
  out.statistic = difference / out.std_error;
  out.p_value =
      model.df.empty() ? 2.0 * normal_cdf(-std::fabs(out.statistic)) : student_t_two_sided(out.statistic, out.df);
  const double reach = quantile_of(0.95, out.df) * out.std_error;
  out.low = out.estimate - reach;
  out.high = out.estimate + reach;
  return out;
}

wald_result wald_test(const fitted_model &model, const std::vector<double> &weights, int rows, int columns) {
  check_sizes(model);
  check_weight_count(model, static_cast<std::size_t>(columns));
  check_weights(weights);
  if (rows == 0 || columns == 0) throw error(sqlstate::invalid_parameter_value, "weights must have a row");
  const auto r = static_cast<Index>(rows);
  matrix k(r, columns);
  for (Index i = 0; i < r; ++i)
    for (Index j = 0; j < columns; ++j) k(i, j) = weights[static_cast<std::size_t>(i * columns + j)];
  for (Index i = 0; i < r; ++i)
    if (k.row(i).norm() > 0.0) k.row(i).normalize();
  Eigen::FullPivLU<matrix> lu(k);
  lu.setThreshold(1e-12);
  if (lu.rank() < r) throw error(sqlstate::invalid_parameter_value, "rows of weights must not depend on each other");
  wald_result out;
  out.df1 = rows;
  vector estimates(r);
  matrix covariance(r, r);
  if (model.covariance.empty()) return out;
  for (Index i = 0; i < r; ++i) {
    const double *a = weights.data() + i * columns;
    if (uses_missing(model, a)) return out;
    estimates[i] = static_cast<double>(weighted_sum(a, model.coefficients.data(), model.coefficients.size()));
    for (Index j = 0; j <= i; ++j)
      covariance(i, j) = covariance(j, i) = covariance_between(model, a, weights.data() + j * columns);
  }
  const vector scale = covariance.diagonal().cwiseSqrt().cwiseInverse();
  if (!scale.allFinite()) return out;
  const Eigen::LDLT<matrix> solver(scale.asDiagonal() * covariance * scale.asDiagonal());
  if (!(solver.vectorD().minCoeff() > 1e-14)) return out;
  const vector scaled = scale.asDiagonal() * estimates;
  out.statistic = scaled.dot(solver.solve(scaled));
  if (model.df.empty()) {
    out.p_value = chi2_upper(out.statistic, rows);
    return out;
  }
  out.statistic /= rows;
  out.df2 = df_of_test(model, weights);
  if (!(out.df2 > 0.0)) return {missing, rows, missing, missing};
  out.p_value = f_upper(out.statistic, rows, out.df2);
  return out;
}

std::vector<double> dummies(std::string_view value, const std::vector<std::string_view> &levels) {
  const std::size_t k = place_of(value, levels);
  std::vector<double> out(levels.size() - 1, 0.0);
  if (k > 0) out[k - 1] = 1.0;
  return out;
}

std::vector<double> effects_coded(std::string_view value, const std::vector<std::string_view> &levels) {
  const std::size_t k = place_of(value, levels);
  std::vector<double> out(levels.size() - 1, k + 1 == levels.size() ? -1.0 : 0.0);
  if (k + 1 < levels.size()) out[k] = 1.0;
  return out;
}

std::vector<double> interact(const std::vector<double> &a, const std::vector<double> &b) {
  std::vector<double> out;
  for (const double x : a)
    for (const double y : b) out.push_back(x * y);
  return out;
}

std::vector<std::string> dummy_names(std::string_view name, const std::vector<std::string_view> &levels) {
  check_levels(levels);
  std::vector<std::string> out;
  for (std::size_t k = 1; k < levels.size(); ++k) out.push_back(std::string(name) + "=" + std::string(levels[k]));
  return out;
}

std::vector<std::string> interact_names(const std::vector<std::string_view> &a,
                                        const std::vector<std::string_view> &b) {
  std::vector<std::string> out;
  for (const std::string_view x : a)
    for (const std::string_view y : b) out.push_back(std::string(x) + ":" + std::string(y));
  return out;
}

}  // namespace harmony::statistics
