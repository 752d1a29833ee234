#include "core/statistics/prediction.hpp"

#include "core/base/error.hpp"

#include <cmath>

namespace harmony::statistics {

void prediction_errors::add(double y, double prediction) {
  check_value(y, "y");
  check_value(prediction, "prediction");
  outcomes_.add(y);
  const double_double error = two_diff(y, prediction);
  squares_ += error * error;
}

void prediction_errors::merge(const prediction_errors &other) {
  outcomes_.merge(other.outcomes_);
  squares_ += other.squares_;
}

double prediction_errors::r_squared() const {
  const double_double total = outcomes_.deviations();
  if (!is_finite(squares_))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                "A prediction lies so far from its outcome that the square exceeds the range of double precision.");
  if (!(total.hi > 0.0)) return missing;
  return static_cast<double>(double_double(1.0) - squares_ / total);
}

void weighted_sum::add(double value, double weight) {
  check_value(value);
  if (weight != 0.0 && !(weight >= least_weight && weight <= largest_weight))
    throw error(sqlstate::invalid_parameter_value, "weight must be 0 or between 1e-100 and 1e100");
  values_ += two_prod(value, weight);
  weights_ += weight;
}

void weighted_sum::merge(const weighted_sum &other) {
  values_ += other.values_;
  weights_ += other.weights_;
}

double weighted_sum::mean() const {
  if (!is_finite(values_))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                "A value times its weight exceeds the range of double precision.");
  return weights_.hi > 0.0 ? static_cast<double>(values_ / weights_) : missing;
}

double sd_ratio(const two_moments &samples) {
  moments all = samples.first;
  all.merge(samples.second);
  if (samples.first.n < 2) return missing;
  const double whole = all.sd();
  return whole > 0.0 ? samples.first.sd() / whole : missing;
}

}  // namespace harmony::statistics
