// Shells of the survival curve.
#include "core/statistics/survival.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using statistics::survival_point;
using statistics::survival_result;
using survival_state = aggregate_state<statistics::survival_times>;

constexpr column<survival_point> point_columns[] = {
    {"time", from<&survival_point::time>},         {"at_risk", from<&survival_point::at_risk>},
    {"events", from<&survival_point::events>},     {"censored", from<&survival_point::censored>},
    {"survival", from<&survival_point::survival>}, {"std_error", from<&survival_point::std_error>},
    {"low", from<&survival_point::low>},           {"high", from<&survival_point::high>},
};

// The curve is encoded before the row.
struct encoded_survival {
  const survival_result &found;
  Datum curve;
};

template <auto member>
auto of(const encoded_survival &row) {
  return row.found.*member;
}

constexpr column<encoded_survival> survival_columns[] = {
    {"n", from<of<&survival_result::n>>},
    {"n_skipped", from<of<&survival_result::n_skipped>>},
    {"events", from<of<&survival_result::events>>},
    {"median", from<of<&survival_result::median>>},
    {"median_low", from<of<&survival_result::median_low>>},
    {"median_high", from<of<&survival_result::median_high>>},
    {"curve", any_row_array,
     [](const encoded_survival &row) {
       return NullableDatum{row.curve, false};
     }},
};

struct survival_call {
  postgres::row_type result, point;
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
  survival_call &call = *guarded([&] {
    auto *types = &postgres::call_site<survival_call>(fcinfo);
    const postgres::row_type &row = postgres::bind_result(fcinfo, types->result, survival_columns);
    const Oid points = TupleDescAttr(row.descriptor, row.place[6])->atttypid;
    postgres::bind_elements(fcinfo, types->point, point_columns, points);
    return types;
  });
  const Datum curve = postgres::row_array(call.point, point_columns, result.curve.size(),
                                          [&](std::size_t k) { return result.curve[k]; });
  const encoded_survival row{result, curve};
  return guarded([&] { return postgres::encode_row(call.result, survival_columns, row); });
}

}  // namespace harmony::functions
