// One row of one step of iterated weighted least squares, for a table beyond memory; predictions.
#include "core/base/error.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/glm.solver.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

// b0 + Σ b x in double-double; a coefficient that is NaN belongs to a dropped predictor.
double predictor_at(const std::vector<double> &b, const double *x, std::size_t p) {
  if (b.size() != p + 1)
    throw error(sqlstate::invalid_parameter_value, "wrong number of predictors",
                "There are " + std::to_string(b.size()) + " coefficients, the intercept first, and " +
                    std::to_string(p) + " predictors.");
  double_double sum = b[0];
  for (std::size_t j = 0; j < p; ++j)
    if (!std::isnan(b[j + 1])) sum += two_prod(b[j + 1], x[j]);
  return static_cast<double>(sum);
}

void check_step_row(const std::vector<double> &b, double y, const double *x, std::size_t p) {
  const auto name = [](double v) { return std::string(std::isnan(v) ? " is NaN" : " is infinite"); };
  if (!std::isfinite(y)) throw error(sqlstate::invalid_parameter_value, "y" + name(y));
  for (std::size_t j = 0; j < p; ++j)
    if (!std::isfinite(x[j])) throw error(sqlstate::invalid_parameter_value, "x" + std::to_string(j + 1) + name(x[j]));
  for (const double each : b)
    if (std::isinf(each)) throw error(sqlstate::invalid_parameter_value, "a coefficient is infinite");
}

double usable(double weight) { return std::clamp(weight, 0x1p-190, 0x1p190); }

}  // namespace

glm_step_row logistic_step(const std::vector<double> &b, double y, const double *x, std::size_t p) {
  check_step_row(b, y, x, p);
  check_outcome(glm_family::binomial, y);
  const double eta = b.empty() ? 0.0 : predictor_at(b, x, p);
  const double e = std::exp(-std::fabs(eta)), near = 1.0 / (1.0 + e), far = e * near;
  const double weight = usable(near * far);
  const double residual = y > 0.5 ? (eta >= 0.0 ? far : near) : -(eta >= 0.0 ? near : far);
  return {eta + residual / weight, weight};
}

glm_step_row poisson_step(const std::vector<double> &b, double y, const double *x, std::size_t p) {
  check_step_row(b, y, x, p);
  check_outcome(glm_family::poisson, y);
  if (b.empty()) return {std::log(y + 0.1) - 0.1 / (y + 0.1), y + 0.1};
  const double eta = predictor_at(b, x, p), mean = usable(std::exp(eta));
  return {eta + (y - mean) / mean, mean};
}

double linear_predictor(const std::vector<double> &coefficients, const std::vector<double> &x) {
  return predictor_at(coefficients, x.data(), x.size());
}

double predict_glm(const std::string &family, const std::vector<double> &coefficients, const std::vector<double> &x) {
  if (!coefficients.empty() && std::isnan(coefficients[0])) return missing;
  const double eta = linear_predictor(coefficients, x);
  if (family == "binomial" || family == "firth") return 1.0 / (1.0 + std::exp(-eta));
  if (family == "poisson") return std::exp(eta);
  throw error(sqlstate::invalid_parameter_value, "unknown family", "It is \"" + family + "\".");
}

}  // namespace harmony::statistics
