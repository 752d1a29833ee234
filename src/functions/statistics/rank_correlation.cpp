// Shell of Spearman's rank correlation.
#include <cmath>
#include <string>

#include "core/statistics/rank_correlation.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/correlation_columns.hpp"
#include "functions/statistics/kept_rows.hpp"

namespace harmony::functions {

// (state, x, y)
HARMONY_FUNCTION(spearman_transition) {
  using state = aggregate_state<kept_rows>;
  kept_rows &kept = state::of(fcinfo, [] { return kept_rows(); });
  double pair[2];
  for (int j = 0; j < 2; ++j) {
    if (PG_ARGISNULL(j + 1)) return state::datum(kept);
    pair[j] = PG_GETARG_FLOAT8(j + 1);
    if (!std::isfinite(pair[j]))
      throw error(sqlstate::invalid_parameter_value, std::string(j == 0 ? "x" : "y") + " must be finite");
  }
  kept.rows.add(pair, 2);
  return state::datum(kept);
}

HARMONY_FUNCTION(spearman_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const statistics::row_blocks &rows = aggregate_state<kept_rows>::argument(fcinfo, 0).rows;
  if (rows.rows() == 0) PG_RETURN_NULL();
  return return_row(fcinfo, correlation_columns, statistics::spearman(rows));
}

}  // namespace harmony::functions
