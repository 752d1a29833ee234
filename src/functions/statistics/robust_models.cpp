// Shells of least squares with robust errors: of rows, of clusters, of a state a cluster.
#include <string>

#include "core/statistics/robust_model.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/glm_columns.hpp"
#include "functions/statistics/kept_rows.hpp"
#include "functions/statistics/linear.hpp"

namespace harmony::functions {

namespace {
using statistics::cluster_states;
}

HARMONY_FUNCTION(ols_robust_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const kept_rows &kept = aggregate_state<kept_rows>::argument(fcinfo, 0);
  return return_model(fcinfo, statistics::fit_robust(kept.option, kept.rows));
}

HARMONY_FUNCTION(ols_clustered_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const kept_rows &kept = aggregate_state<kept_rows>::argument(fcinfo, 0);
  return return_row(fcinfo, clustered_columns, statistics::fit_clustered(kept.option, kept.rows, kept.groups.size()));
}

// (state, kind, linear_state)
HARMONY_FUNCTION(cluster_states_transition) {
  using state = aggregate_state<cluster_states>;
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "kind must not be null");
  if (PG_ARGISNULL(2)) return unchanged(fcinfo);
  cluster_states &states = state::of(fcinfo, [] { return cluster_states(); });
  if (states.option.empty()) states.option = std::string(bytes_of(PG_GETARG_DATUM(1)));
  states.add(state_argument(fcinfo, 2));
  return state::datum(states);
}
HARMONY_STATE(cluster_states, cluster_states)

HARMONY_FUNCTION(ols_clustered_states_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const cluster_states &states = aggregate_state<cluster_states>::argument(fcinfo, 0);
  return return_row(fcinfo, clustered_columns, statistics::fit_clustered(states.option, states));
}

}  // namespace harmony::functions
