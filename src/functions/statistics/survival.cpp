// Shells of times to an event: the survival curve, the log-rank test.
#include "core/statistics/logrank.hpp"
#include "core/statistics/survival.hpp"
#include "functions/statistics/nested_rows.hpp"
#include "functions/statistics/table_arguments.hpp"

namespace harmony::functions {

namespace {

using statistics::logrank_group;
using statistics::logrank_result;
using statistics::survival_point;
using statistics::survival_result;
using survival_state = aggregate_state<statistics::survival_times>;

constexpr column<survival_point> point_columns[] = {
    {"time", from<&survival_point::time>},         {"at_risk", from<&survival_point::at_risk>},
    {"events", from<&survival_point::events>},     {"censored", from<&survival_point::censored>},
    {"survival", from<&survival_point::survival>}, {"std_error", from<&survival_point::std_error>},
    {"low", from<&survival_point::low>},           {"high", from<&survival_point::high>},
};

constexpr column<with_rows<survival_result>> survival_columns[] = {
    {"n", from<found_value<&survival_result::n, survival_result>>},
    {"n_skipped", from<found_value<&survival_result::n_skipped, survival_result>>},
    {"events", from<found_value<&survival_result::events, survival_result>>},
    {"median", from<found_value<&survival_result::median, survival_result>>},
    {"median_low", from<found_value<&survival_result::median_low, survival_result>>},
    {"median_high", from<found_value<&survival_result::median_high, survival_result>>},
    {"curve", any_row_array, encoded_rows<survival_result>},
};

constexpr column<logrank_group> logrank_group_columns[] = {
    {"group", from<&logrank_group::group>},
    {"n", from<&logrank_group::n>},
    {"observed", from<&logrank_group::observed>},
    {"expected", from<&logrank_group::expected>},
};

constexpr column<with_rows<logrank_result>> logrank_columns[] = {
    {"k", from<found_value<&logrank_result::k, logrank_result>>},
    {"n", from<found_value<&logrank_result::n, logrank_result>>},
    {"chi2", from<found_value<&logrank_result::chi2, logrank_result>>},
    {"df", from<found_value<&logrank_result::df, logrank_result>>},
    {"p", from<found_value<&logrank_result::p, logrank_result>>},
    {"groups", any_row_array, encoded_rows<logrank_result>},
};

}  // namespace

// (state, time, event)
HARMONY_FUNCTION(kaplan_meier_transition) {
  statistics::survival_times &times = survival_state::of(fcinfo, [] { return statistics::survival_times(); });
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) {
    times.skip();
  } else {
    times.add(PG_GETARG_FLOAT8(1), PG_GETARG_BOOL(2));
  }
  return survival_state::datum(times);
}
HARMONY_STATE(kaplan_meier, statistics::survival_times)

HARMONY_FUNCTION(kaplan_meier_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const survival_result result = statistics::kaplan_meier(survival_state::argument(fcinfo, 0));
  return return_with_rows(fcinfo, survival_columns, 6, point_columns, result, result.curve);
}

// (state, time, event, group)
HARMONY_FUNCTION(table_times) {
  table_header *state = table_of(fcinfo, table_shape::times);
  if (any_null(fcinfo, 1, 3)) return skipped_row(state);
  const double time = PG_GETARG_FLOAT8(1);
  statistics::check_time(time);
  ++state->rows;
  table_key key;
  key.part(time).part(flag(fcinfo, 2));
  add_name(fcinfo, 3, 2, state, &key);
  return PointerGetDatum(statistics::table_count(state, key.bytes(), 1, allocate_value));
}

HARMONY_FUNCTION(logrank_final) {
  const table_header *state = finished_table(fcinfo);
  if (state == nullptr) PG_RETURN_NULL();
  const logrank_result found = statistics::logrank(state);
  return return_with_rows(fcinfo, logrank_columns, 5, logrank_group_columns, found, found.groups);
}

}  // namespace harmony::functions
