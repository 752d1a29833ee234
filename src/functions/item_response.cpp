// SQL shells of item response theory: forced choice and adaptive testing. Contracts: sql/extension/25_item_response.sql.
#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/psychometrics/adaptive.hpp"
#include "core/psychometrics/forced_choice.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

namespace core = harmony::psychometrics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;

namespace {

using answers_view = harmony::nullable_span<std::int16_t>;

answers_view view_of(const array_values<std::int16_t> &array) {
  return {array.values.data(), array.missing(), array.size()};
}

std::vector<double> numbers_argument(FunctionCallInfo fcinfo, int i, const char *name) {
  auto array = float8_array(fcinfo, i, name);
  refuse_nulls(!array.is_null.empty(), name);
  return std::move(array.values);
}

array_values<std::string_view> names_argument(FunctionCallInfo fcinfo, int i, const char *name) {
  auto array = text_array(fcinfo, i, name);
  refuse_nulls(!array.is_null.empty(), name);
  return array;
}

int index_of(const std::vector<std::string_view> &traits, std::string_view name) {
  const auto found = std::find(traits.begin(), traits.end(), name);
  if (found == traits.end())
    throw harmony::error(sqlstate::invalid_parameter_value, "unknown trait \"" + std::string(name) + "\"", "",
                         "Each trait of a statement must be one of traits.");
  return static_cast<int>(found - traits.begin());
}

void refuse_twins(const std::vector<std::string_view> &traits) {
  for (std::size_t k = 0; k < traits.size(); ++k)
    if (std::find(traits.begin(), traits.begin() + static_cast<std::ptrdiff_t>(k), traits[k]) !=
        traits.begin() + static_cast<std::ptrdiff_t>(k))
      throw harmony::error(sqlstate::invalid_parameter_value,
                           "trait \"" + std::string(traits[k]) + "\" occurs more than once");
}

// Arguments 1 … 8 of score_forced_choice.
core::forced_choice_form form_argument(FunctionCallInfo fcinfo, const std::vector<std::string_view> &traits) {
  const auto left = names_argument(fcinfo, 1, "left_traits"), right = names_argument(fcinfo, 2, "right_traits");
  const auto left_loadings = numbers_argument(fcinfo, 3, "left_loadings"),
             right_loadings = numbers_argument(fcinfo, 4, "right_loadings"),
             left_intercepts = numbers_argument(fcinfo, 5, "left_intercepts"),
             right_intercepts = numbers_argument(fcinfo, 6, "right_intercepts");
  const std::size_t n = left.size();
  for (const std::size_t size : {right.size(), left_loadings.size(), right_loadings.size(), left_intercepts.size(),
                                 right_intercepts.size()})
    if (size != n)
      throw harmony::error(sqlstate::invalid_parameter_value, "arrays of the pairs must have the same length");
  int rows = 0, columns = 0;
  core::forced_choice_form form;
  form.correlation = float8_matrix(fcinfo, 8, "correlation", rows, columns);
  form.n_traits = static_cast<int>(std::min<std::size_t>(traits.size(), 1000));
  if (rows != form.n_traits || columns != form.n_traits)
    throw harmony::error(sqlstate::invalid_parameter_value,
                         "correlation matrix must have a row and a column for each trait");
  for (std::size_t k = 0; k < n; ++k)
    form.pairs.push_back({{index_of(traits, left.values[k]), left_loadings[k], left_intercepts[k]},
                          {index_of(traits, right.values[k]), right_loadings[k], right_intercepts[k]}});
  return form;
}

}  // namespace

// SETOF harmony.forced_choice_score, in the order of traits.
HARMONY_FUNCTION(score_forced_choice) {
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const auto traits = names_argument(fcinfo, 7, "traits");
  refuse_twins(traits.values);
  const auto scores = core::score_forced_choice(view_of(answers), form_argument(fcinfo, traits.values));
  guarded([&] {
    InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
    ReturnSetInfo *result = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
    for (std::size_t k = 0; k < scores.size(); ++k) {
      row_builder<8> row;
      row.add(text_datum(traits.values[k]));
      row.add(nullable(scores[k].theta));
      row.add(Int32GetDatum(scores[k].n_items));
      row.add(Int32GetDatum(scores[k].n_answered));
      row.add(nullable(scores[k].score));
      row.add(nullable(scores[k].standard_error));
      row.add(nullable(scores[k].score_low));
      row.add(nullable(scores[k].score_high));
      tuplestore_putvalues(result->setResult, result->setDesc, row.values, row.nulls);
    }
  });
  return Datum{0};
}

// ability_2pl(answers, a, b) → harmony.ability
HARMONY_FUNCTION(ability_2pl) {
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const std::vector<double> a = numbers_argument(fcinfo, 1, "a"), b = numbers_argument(fcinfo, 2, "b");
  const core::ability found = core::ability_2pl(view_of(answers), {a, b});
  return guarded([&] {
    row_builder<3> row;
    row.add(Float8GetDatum(found.theta));
    row.add(Float8GetDatum(found.standard_error));
    row.add(Int32GetDatum(found.n_answered));
    return row.finish(result_row_type(fcinfo));
  });
}

// next_item(answers, a, b, target_se, max_items) → harmony.next_item; max_items NULL: no limit.
HARMONY_FUNCTION(next_item) {
  for (const int i : {0, 1, 2, 3})
    if (PG_ARGISNULL(i)) PG_RETURN_NULL();
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const std::vector<double> a = numbers_argument(fcinfo, 1, "a"), b = numbers_argument(fcinfo, 2, "b");
  core::stopping_rule rule;
  rule.target_se = PG_GETARG_FLOAT8(3);
  if (!PG_ARGISNULL(4)) rule.max_items = PG_GETARG_INT32(4);
  const core::next_item next = core::choose_next(view_of(answers), {a, b}, rule);
  return guarded([&] {
    row_builder<6> row;
    row.add(NullableDatum{Int32GetDatum(static_cast<int>(next.item)), next.item == 0});
    row.add(nullable(next.information));
    row.add(Float8GetDatum(next.so_far.theta));
    row.add(Float8GetDatum(next.so_far.standard_error));
    row.add(Int32GetDatum(next.so_far.n_answered));
    row.add(next.stop == nullptr ? NullableDatum{Datum{0}, true} : NullableDatum{CStringGetTextDatum(next.stop), false});
    return row.finish(result_row_type(fcinfo));
  });
}
