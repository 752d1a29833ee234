// Answers, and what is known of the items, as arguments: one element an item.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/psychometrics/forced_choice.hpp"
#include "core/psychometrics/likert.hpp"
#include "core/psychometrics/person_fit.hpp"
#include "core/psychometrics/response_quality.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"

namespace harmony::functions {

using postgres::without_nulls;

inline psychometrics::answers answers_of(const postgres::array_values<std::int16_t> &array) {
  return {array.values.data(), array.missing(), array.size()};
}

/// The names of the flags that were raised.
std::vector<std::string_view> flag_names(const psychometrics::response_quality &quality);

/// What the arguments of an evaluation point to; it lives as long as the evaluation.
struct quality_arguments {
  postgres::array_values<std::int32_t> times;
  std::shared_ptr<const psychometrics::prepared_population> population;

  /// Response times, or NULL.
  void read_times(NullableDatum response_ms, psychometrics::quality_input &input);
  /// Means and covariances of the items, or NULL.
  void read_population(NullableDatum item_mean, NullableDatum item_covariance, psychometrics::quality_input &input);
};

/// lz of a test from the right options and the item parameters, missing where one of them is NULL.
double fit_of_test(const psychometrics::answers &given, NullableDatum correct, NullableDatum discrimination,
                   NullableDatum difficulty);

/// A row of harmony.response_quality; `type` is what the call site keeps.
Datum return_quality(FunctionCallInfo fcinfo, postgres::row_type &type, const psychometrics::response_quality &quality);

/// The statements of the pairs, by side: traits, loadings, intercepts.
struct pair_arguments {
  span<std::string_view> left, right;
  span<double> left_loadings, right_loadings, left_intercepts, right_intercepts;
};

/// The metric of a form's scores, by trait (all four, or none).
struct metric_arguments {
  span<double> mean, sd, theta_mean, theta_sd;
};

/// A form from its pairs; `traits` are in the order of the correlation matrix. Errors: 22023 for lengths that
/// differ, a trait that `traits` has twice or not at all, a matrix of another size.
psychometrics::forced_choice_form form_of(Datum correlation, span<std::string_view> traits, const pair_arguments &pairs,
                                          const metric_arguments &metric);

}  // namespace harmony::functions
