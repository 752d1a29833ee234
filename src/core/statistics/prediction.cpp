#include "core/statistics/prediction.hpp"

#include "core/base/error.hpp"

#include <cmath>

namespace harmony::statistics {

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
