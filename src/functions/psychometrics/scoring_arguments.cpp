#include "functions/psychometrics/scoring_arguments.hpp"

#include <algorithm>
#include <string>

#include "core/base/error.hpp"
#include "core/psychometrics/recent.hpp"

namespace harmony::functions {

using postgres::float8_array;
using postgres::float8_matrix;
using postgres::from;
using postgres::integer_array;
using postgres::smallint_array;

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

namespace {

using psychometrics::prepared_population;

std::shared_ptr<const prepared_population> population_of(span<double> mean, Datum item_covariance) {
  int rows = 0, columns = 0;
  const std::vector<double> covariance = float8_matrix(item_covariance, "item_covariance", rows, columns);
  psychometrics::check_length("rows of item_covariance", mean.size, static_cast<std::size_t>(rows));
  psychometrics::check_length("columns of item_covariance", mean.size, static_cast<std::size_t>(columns));
  return psychometrics::prepared({mean, covariance}, psychometrics::quality_cutoffs().synonym_correlation);
}

// A norm in a table is too large for its row: as long as its covariance lies at the same place and the means are the
// same, it is the same norm, and its 20 kB need not be read for each submission.
struct stored_population {
  postgres::stored_place place;
  std::shared_ptr<const prepared_population> population;
};

std::shared_ptr<const prepared_population> stored_population_of(span<double> mean, Datum item_covariance,
                                                                postgres::stored_place place) {
  static psychometrics::recent<stored_population, 4> known;
  const auto is_same = [&](const stored_population &entry) {
    const std::vector<double> &of_entry = entry.population->mean();
    return entry.place == place && of_entry.size() == mean.size &&
           std::equal(mean.begin(), mean.end(), of_entry.begin());
  };
  if (const auto entry = known.find(is_same)) return entry->population;
  const auto population = population_of(mean, item_covariance);
  known.keep(std::make_shared<const stored_population>(stored_population{place, population}));
  return population;
}

}  // namespace

void quality_arguments::read_population(NullableDatum item_mean, NullableDatum item_covariance,
                                        psychometrics::quality_input &input) {
  if (item_mean.isnull || item_covariance.isnull) return;
  const auto read = float8_array(item_mean.value, "item_mean");
  const span<double> mean = without_nulls(read, "item_mean");
  psychometrics::check_length("means", input.given.size, mean.size);
  const auto place = postgres::place_of_stored(item_covariance.value);
  population = place.table == 0 ? population_of(mean, item_covariance.value)
                                : stored_population_of(mean, item_covariance.value, place);
  input.population = population.get();
}

double fit_of_test(const psychometrics::answers &given, NullableDatum correct, NullableDatum discrimination,
                   NullableDatum difficulty) {
  if (correct.isnull || discrimination.isnull || difficulty.isnull) return missing;
  const auto right = smallint_array(correct.value, "correct");
  const auto a = float8_array(discrimination.value, "discrimination"), b = float8_array(difficulty.value, "difficulty");
  return psychometrics::person_fit_of_test(given, without_nulls(right, "correct"),
                                           {a.values.data(), a.missing(), a.size()},
                                           {b.values.data(), b.missing(), b.size()});
}

namespace {

using psychometrics::response_quality;

struct judged_answers {
  response_quality quality;
  std::vector<std::string_view> flags;
};

constexpr auto quality = &judged_answers::quality;
constexpr postgres::column<judged_answers> response_quality_columns[] = {
    {"n_items", from<quality, &response_quality::n_items>},
    {"n_answered", from<quality, &response_quality::n_answered>},
    {"completeness", from<quality, &response_quality::completeness>},
    {"longstring", from<quality, &response_quality::longstring>},
    {"irv", from<quality, &response_quality::irv>},
    {"extreme_share", from<quality, &response_quality::extreme_share>},
    {"even_odd", from<quality, &response_quality::even_odd>},
    {"median_ms", from<quality, &response_quality::median_ms>},
    {"fast_share", from<quality, &response_quality::fast_share>},
    {"mahalanobis", from<quality, &response_quality::mahalanobis>},
    {"mahalanobis_cutoff", from<quality, &response_quality::mahalanobis_cutoff>},
    {"longest_cycle", from<quality, &response_quality::longest_cycle>},
    {"resampled_reliability", from<quality, &response_quality::resampled_reliability>},
    {"synonym_consistency", from<quality, &response_quality::synonym_consistency>},
    {"person_fit_lz", from<quality, &response_quality::person_fit_lz>},
    {"careless_probability", from<quality, &response_quality::careless_probability>},
    {"flags", from<&judged_answers::flags>},
    {"reliable", from<quality, &response_quality::reliable>},
};

}  // namespace

Datum return_quality(FunctionCallInfo fcinfo, postgres::row_type &type, const response_quality &found) {
  const judged_answers row{found, flag_names(found)};
  return postgres::guarded([&] {
    return postgres::encode_row(postgres::bind_result(fcinfo, type, response_quality_columns), response_quality_columns,
                                row);
  });
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
