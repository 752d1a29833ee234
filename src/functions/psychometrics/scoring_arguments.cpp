#include "functions/psychometrics/scoring_arguments.hpp"

#include <algorithm>
#include <string>

#include "core/base/error.hpp"

namespace harmony::functions {

using postgres::float8_array;
using postgres::float8_matrix;
using postgres::integer_array;

std::vector<std::string_view> flag_names(const psychometrics::response_quality &quality) {
  std::vector<std::string_view> names;
  for (const psychometrics::quality_flag flag : quality.flags) names.push_back(psychometrics::flag_name(flag));
  return names;
}

void quality_arguments::read_times(NullableDatum response_ms, psychometrics::quality_input &input) {
  if (response_ms.isnull) return;
  times = integer_array(response_ms.value, "response_ms");
  input.times = {times.values.data(), times.missing(), times.size()};
}

void quality_arguments::read_population(NullableDatum item_mean, NullableDatum item_covariance,
                                        psychometrics::quality_input &input) {
  if (item_mean.isnull || item_covariance.isnull) return;
  int rows = 0, columns = 0;
  mean = float8_array(item_mean.value, "item_mean");
  covariance = float8_matrix(item_covariance.value, "item_covariance", rows, columns);
  psychometrics::check_length("rows of item_covariance", input.given.size, static_cast<std::size_t>(rows));
  psychometrics::check_length("columns of item_covariance", input.given.size, static_cast<std::size_t>(columns));
  input.population = {without_nulls(mean, "item_mean"), span<double>(covariance)};
}

namespace {

int index_of(span<std::string_view> traits, std::string_view name) {
  const std::string_view *found = std::find(traits.begin(), traits.end(), name);
  if (found == traits.end())
    throw error(sqlstate::invalid_parameter_value, "unknown trait \"" + std::string(name) + "\"", "",
                "Each trait of a statement must be one of traits.");
  return static_cast<int>(found - traits.begin());
}

void refuse_twins(span<std::string_view> traits) {
  for (const std::string_view *trait = traits.begin(); trait != traits.end(); ++trait)
    if (std::find(traits.begin(), trait, *trait) != trait)
      throw error(sqlstate::invalid_parameter_value, "trait \"" + std::string(*trait) + "\" occurs more than once");
}

}  // namespace

psychometrics::forced_choice_form form_of(Datum correlation, span<std::string_view> traits, const pair_arguments &pairs,
                                          const metric_arguments &metric) {
  if (traits.size > psychometrics::max_forced_choice_traits)
    throw error(sqlstate::program_limit_exceeded,
                "forced choice has at most " + std::to_string(psychometrics::max_forced_choice_traits) + " traits");
  refuse_twins(traits);
  const std::size_t n = pairs.left.size;
  for (const std::size_t size : {pairs.right.size, pairs.left_loadings.size, pairs.right_loadings.size,
                                 pairs.left_intercepts.size, pairs.right_intercepts.size})
    if (size != n) throw error(sqlstate::invalid_parameter_value, "arrays of the pairs must have the same length");
  int rows = 0, columns = 0;
  psychometrics::forced_choice_form form;
  form.correlation = float8_matrix(correlation, "correlation", rows, columns);
  form.n_traits = static_cast<int>(traits.size);
  if (rows != form.n_traits || columns != form.n_traits)
    throw error(sqlstate::invalid_parameter_value, "correlation matrix must have a row and a column for each trait");
  for (std::size_t k = 0; k < n; ++k)
    form.pairs.push_back({{index_of(traits, pairs.left[k]), pairs.left_loadings[k], pairs.left_intercepts[k]},
                          {index_of(traits, pairs.right[k]), pairs.right_loadings[k], pairs.right_intercepts[k]}});
  for (const span<double> values : {metric.sd, metric.theta_mean, metric.theta_sd})
    if (values.size != metric.mean.size)
      throw error(sqlstate::invalid_parameter_value, "arrays of the metric must have the same length");
  for (std::size_t t = 0; t < metric.mean.size; ++t)
    form.metric.push_back({metric.mean[t], metric.sd[t], metric.theta_mean[t], metric.theta_sd[t]});
  return form;
}

}  // namespace harmony::functions
