// Shells of the aggregates weighted_mean and sd_ratio.
#include "core/statistics/prediction.hpp"
#include "core/statistics/two_sample.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

// A row of two numbers; with a NULL it is passed over.
template <class T>
Datum add_pair(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  T &rows = state::of(fcinfo, [] { return T(); });
  rows.add(PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2));
  return state::datum(rows);
}

template <class T>
const T &rows_of(FunctionCallInfo fcinfo) {
  return aggregate_state<T>::argument(fcinfo, 0);
}

}  // namespace

HARMONY_FUNCTION(weighted_sum_transition) { return add_pair<statistics::weighted_sum>(fcinfo); }
HARMONY_STATE(weighted_sum, statistics::weighted_sum)

HARMONY_FUNCTION(weighted_mean_final) {
  return return_nullable(fcinfo, rows_of<statistics::weighted_sum>(fcinfo).mean());
}

HARMONY_FUNCTION(sd_ratio_final) {
  return return_nullable(fcinfo, statistics::sd_ratio(rows_of<statistics::two_moments>(fcinfo)));
}

}  // namespace harmony::functions
