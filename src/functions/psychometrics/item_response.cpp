// SQL shells of item response theory: forced choice and adaptive testing. Contracts:
// sql/extension/25_item_response.sql.
#include <limits>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/psychometrics/adaptive.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

namespace core = harmony::psychometrics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;
using harmony::span;

namespace {

std::vector<double> numbers_argument(FunctionCallInfo fcinfo, int i, const char *name) {
  auto array = float8_array(fcinfo, i, name);
  refuse_nulls(!array.is_null.empty(), name);
  return std::move(array.values);
}

// Arguments 1 … 8 of score_forced_choice.
core::forced_choice_form form_argument(FunctionCallInfo fcinfo, span<std::string_view> traits) {
  const auto left = text_array(fcinfo, 1, "left_traits"), right = text_array(fcinfo, 2, "right_traits");
  const auto left_loadings = numbers_argument(fcinfo, 3, "left_loadings"),
             right_loadings = numbers_argument(fcinfo, 4, "right_loadings"),
             left_intercepts = numbers_argument(fcinfo, 5, "left_intercepts"),
             right_intercepts = numbers_argument(fcinfo, 6, "right_intercepts");
  return form_of(fcinfo, 8, traits, {without_nulls(left, "left_traits"), without_nulls(right, "right_traits"), left_loadings,
                                     right_loadings, left_intercepts, right_intercepts});
}

}  // namespace

// SETOF harmony.forced_choice_score, in the order of traits.
HARMONY_FUNCTION(score_forced_choice) {
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const auto traits = text_array(fcinfo, 7, "traits");
  const auto scores = core::score_forced_choice(answers_of(answers), form_argument(fcinfo, without_nulls(traits, "traits")));
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
  const core::ability found = core::ability_2pl(answers_of(answers), {a, b});
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
  const core::next_item next = core::choose_next(answers_of(answers), {a, b}, rule);
  return guarded([&] {
    row_builder<6> row;
    row.add(NullableDatum{Int32GetDatum(static_cast<int>(next.item)), next.item == 0});
    row.add(nullable(next.information));
    row.add(Float8GetDatum(next.so_far.theta));
    row.add(Float8GetDatum(next.so_far.standard_error));
    row.add(Int32GetDatum(next.so_far.n_answered));
    row.add(next.stop == nullptr ? NullableDatum{Datum{0}, true}
                                 : NullableDatum{CStringGetTextDatum(next.stop), false});
    return row.finish(result_row_type(fcinfo));
  });
}
