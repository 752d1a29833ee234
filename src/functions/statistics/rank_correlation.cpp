// Shell of Spearman's rank correlation.
#include <cmath>

#include "core/statistics/rank_correlation.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/correlation_columns.hpp"

namespace harmony::functions {

using statistics::row_blocks;

// (state, x, y)
HARMONY_FUNCTION(spearman_transition) {
  using state = aggregate_state<row_blocks>;
  row_blocks &rows = state::of(fcinfo, [] { return row_blocks(); });
  double pair[2];
  for (int j = 0; j < 2; ++j) {
    if (PG_ARGISNULL(j + 1)) return state::datum(rows);
    pair[j] = PG_GETARG_FLOAT8(j + 1);
    if (!std::isfinite(pair[j]))
      throw error(sqlstate::invalid_parameter_value, std::string(j == 0 ? "x" : "y") + " must be finite");
  }
  rows.add(pair, 2);
  return state::datum(rows);
}

HARMONY_STATE(spearman, row_blocks)

HARMONY_FUNCTION(spearman_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const row_blocks &rows = aggregate_state<row_blocks>::argument(fcinfo, 0);
  if (rows.rows() == 0) PG_RETURN_NULL();
  return return_row(fcinfo, correlation_columns, statistics::spearman(rows));
}

}  // namespace harmony::functions
