// Answers, and what is known of the items, as arguments: one element an item.
#pragma once

#include <vector>

#include "core/psychometrics/forced_choice.hpp"
#include "core/psychometrics/likert.hpp"
#include "core/psychometrics/response_quality.hpp"
#include "postgres/array.hpp"

namespace harmony::functions {

inline psychometrics::answers answers_of(const postgres::array_values<std::int16_t> &array) {
  return {array.values.data(), array.missing(), array.size()};
}

/// The values of an array that may not hold NULL (22004); `name` names it.
template <class T>
span<T> without_nulls(const postgres::array_values<T> &array, const char *name) {
  postgres::refuse_nulls(!array.is_null.empty(), name);
  return span<T>(array.values);
}

/// What the arguments of an evaluation point to; it lives as long as the evaluation.
struct quality_arguments {
  postgres::array_values<std::int32_t> times;
  postgres::array_values<double> mean;
  std::vector<double> covariance;

  /// Argument i: response times, or NULL.
  void read_times(FunctionCallInfo fcinfo, int i, psychometrics::quality_input &input);
  /// Arguments i and i + 1: means and covariances of the items, or NULL.
  void read_population(FunctionCallInfo fcinfo, int i, psychometrics::quality_input &input);
};

/// The statements of the pairs, by side: traits, loadings, intercepts.
struct pair_arguments {
  span<std::string_view> left, right;
  span<double> left_loadings, right_loadings, left_intercepts, right_intercepts;
};

/// A form from its pairs; `traits` are in the order of the correlation matrix, argument i. Errors: 22023 for lengths that
/// differ, a trait that `traits` has twice or not at all, a matrix of another size.
psychometrics::forced_choice_form form_of(FunctionCallInfo fcinfo, int i, span<std::string_view> traits,
                                          const pair_arguments &pairs);

}  // namespace harmony::functions
