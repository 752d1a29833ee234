// Shells of medians by selection, of the interval of a share, and of how unevenly something is shared out.
#include "core/statistics/concentration.hpp"
#include "core/statistics/order_statistics.hpp"
#include "core/statistics/wilson.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using statistics::duration_figures;
using statistics::median_result;
using statistics::share_interval;
using durations_state = aggregate_state<statistics::durations>;

constexpr column<median_result> median_columns[] = {
    {"n", from<&median_result::n>},
    {"median", from<&median_result::median>},
    {"low", from<&median_result::low>},
    {"high", from<&median_result::high>},
};

constexpr column<share_interval> share_columns[] = {
    {"low", from<&share_interval::low>},
    {"high", from<&share_interval::high>},
};

constexpr column<duration_figures> duration_columns[] = {
    {"n", from<&duration_figures::n>},           {"n_negative", from<&duration_figures::n_negative>},
    {"median", from<&duration_figures::median>}, {"low", from<&duration_figures::low>},
    {"high", from<&duration_figures::high>},     {"p75", from<&duration_figures::p75>},
    {"p85", from<&duration_figures::p85>},       {"p90", from<&duration_figures::p90>},
    {"p95", from<&duration_figures::p95>},
};

statistics::durations &durations_of(FunctionCallInfo fcinfo) {
  return durations_state::of(fcinfo, [] { return statistics::durations(); });
}

}  // namespace

// median_interval(value, level)
HARMONY_FUNCTION(median_interval) {
  std::vector<double> values = present_values(float8_array(PG_GETARG_DATUM(0), "value"));
  return return_row(fcinfo, median_columns, statistics::median_interval(values, PG_GETARG_FLOAT8(1)));
}

// wilson_interval(x, n, level)
HARMONY_FUNCTION(wilson_interval) {
  return return_row(fcinfo, share_columns,
                    statistics::wilson_interval(PG_GETARG_INT64(0), PG_GETARG_INT64(1), PG_GETARG_FLOAT8(2)));
}

HARMONY_FUNCTION(gini) {
  std::vector<double> values = present_values(float8_array(PG_GETARG_DATUM(0), "value"));
  return return_nullable(fcinfo, statistics::gini(values));
}

// (state, seconds)
HARMONY_FUNCTION(duration_summary_seconds) {
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  statistics::durations &all = durations_of(fcinfo);
  all.add(PG_GETARG_FLOAT8(1));
  return durations_state::datum(all);
}

// (state, start, end)
HARMONY_FUNCTION(duration_summary_span) {
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return unchanged(fcinfo);
  statistics::durations &all = durations_of(fcinfo);
  all.add_span(postgres::finite_instant(PG_GETARG_DATUM(1), "start"),
               postgres::finite_instant(PG_GETARG_DATUM(2), "end"));
  return durations_state::datum(all);
}
HARMONY_STATE(duration_summary, statistics::durations)

HARMONY_FUNCTION(duration_summary_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, duration_columns, durations_state::argument(fcinfo, 0).figures());
}

}  // namespace harmony::functions
