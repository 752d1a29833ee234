// Shells of tables of counts, and of many tests at once: fisher_exact, fdr_bh.
#include <vector>

#include "core/statistics/contingency.hpp"
#include "core/statistics/multiple_testing.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using statistics::fisher_result;

constexpr column<fisher_result> fisher_columns[] = {
    {"p_two_sided", from<&fisher_result::p_two_sided>},
    {"p_less", from<&fisher_result::p_less>},
    {"p_greater", from<&fisher_result::p_greater>},
    {"odds_ratio", from<&fisher_result::odds_ratio>},
    {"conditional_odds_ratio", from<&fisher_result::conditional_odds_ratio>},
    {"low", from<&fisher_result::low>},
    {"high", from<&fisher_result::high>},
};

}  // namespace

HARMONY_FUNCTION(fisher_exact) {
  return return_row(
      fcinfo, fisher_columns,
      statistics::fisher_exact(PG_GETARG_INT64(0), PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_INT64(3)));
}

HARMONY_FUNCTION(fdr_bh) {
  const std::vector<double> adjusted = statistics::fdr_bh(float8_values_or_nan(PG_GETARG_DATUM(0), "p"));
  return guarded([&] { return float8_array_datum(adjusted.data(), adjusted.size()); });
}

}  // namespace harmony::functions
