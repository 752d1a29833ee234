// Shells of the agreement of raters: rwg_j, and the variance that random answers would have.
#include "core/statistics/agreement.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using rwg_state = aggregate_state<statistics::rwg_collector>;

}  // namespace

// (items, expected_variance); a rater with a missing answer, or without an expected variance, is passed over.
HARMONY_FUNCTION(rwg_transition) {
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return unchanged(fcinfo);
  const array_values<double> items = float8_array(PG_GETARG_DATUM(1), "items");
  if (!items.is_null.empty()) return unchanged(fcinfo);
  statistics::rwg_collector &raters = rwg_state::of(fcinfo, [] { return statistics::rwg_collector(); });
  raters.add(items.values, PG_GETARG_FLOAT8(2));
  return rwg_state::datum(raters);
}
HARMONY_STATE(rwg, statistics::rwg_collector)

HARMONY_FUNCTION(rwg_j_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_nullable(fcinfo, rwg_state::argument(fcinfo, 0).rwg_j());
}

HARMONY_FUNCTION(uniform_variance) { return Float8GetDatum(statistics::uniform_variance(PG_GETARG_INT32(0))); }

}  // namespace harmony::functions
