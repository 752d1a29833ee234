// Shells of the item response models.
#include <vector>

#include "core/statistics/item_response.hpp"
#include "core/statistics/response_patterns.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/number_lists.hpp"
#include "postgres/number_arguments.hpp"

namespace harmony::functions {

namespace {

using statistics::irt_result;
using statistics::response_patterns;

// A list an item; null where the item left the fit, or has no thresholds.
NullableDatum thresholds_of(const irt_result &result) {
  if (result.thresholds.empty()) return {Datum{0}, true};
  json_writer out;
  out.begin_array();
  for (const std::vector<double> &of_item : result.thresholds) {
    if (of_item.empty()) {
      out.null();
      continue;
    }
    out.begin_array();
    for (const double b : of_item) out.number(b);
    out.end_array();
  }
  out.end_array();
  return {out.finish(), false};
}

constexpr column<irt_result> irt_columns[] = {
    {"n", from<&irt_result::n>},
    {"items", from<&irt_result::items>},
    {"patterns", from<&irt_result::patterns>},
    {"iterations", from<&irt_result::iterations>},
    {"converged", from<&irt_result::converged>},
    {"a", FLOAT8ARRAYOID, numbers_or_null<irt_result, &irt_result::a>},
    {"se_a", FLOAT8ARRAYOID, numbers_or_null<irt_result, &irt_result::se_a>},
    {"b", FLOAT8ARRAYOID, numbers_or_null<irt_result, &irt_result::b>},
    {"se_b", FLOAT8ARRAYOID, numbers_or_null<irt_result, &irt_result::se_b>},
    {"thresholds", JSONBOID, thresholds_of},
    {"log_likelihood", from<&irt_result::log_likelihood>},
    {"warnings", from<&irt_result::warnings>},
};

// (state, answers): a NULL in place of the answers is passed over.
Datum add_answers(FunctionCallInfo fcinfo, int highest) {
  using state = aggregate_state<response_patterns>;
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  response_patterns &patterns = state::of(fcinfo, [&] { return response_patterns(highest); });
  patterns.add(postgres::number_elements(PG_GETARG_DATUM(1), "answers"));
  return state::datum(patterns);
}

Datum fit(FunctionCallInfo fcinfo, bool graded) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const response_patterns &patterns = aggregate_state<response_patterns>::argument(fcinfo, 0);
  if (patterns.size() == 0) PG_RETURN_NULL();
  return return_row(fcinfo, irt_columns, statistics::fit_item_response(patterns, graded));
}

}  // namespace

HARMONY_STATE(response_patterns, response_patterns)

HARMONY_FUNCTION(irt_2pl_transition) { return add_answers(fcinfo, 1); }
HARMONY_FUNCTION(irt_graded_transition) { return add_answers(fcinfo, statistics::highest_answer); }
HARMONY_FUNCTION(irt_2pl_final) { return fit(fcinfo, false); }
HARMONY_FUNCTION(irt_graded_final) { return fit(fcinfo, true); }

}  // namespace harmony::functions
