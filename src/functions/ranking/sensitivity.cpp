// Shell of the sensitivity of a ranking: another end of the state of harmony.match.
#include <optional>
#include <vector>

#include "core/ranking/sensitivity.hpp"
#include "functions/ranking/match_state.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using ranking::person_id;
using ranking::rank_change;

std::optional<person_id> new_first(const rank_change &change) {
  return change.new_top.empty() ? std::nullopt : std::optional(change.new_top.front());
}

constexpr column<rank_change> rank_sensitivity_columns[] = {
    {"stage", from<&rank_change::stage>},
    {"weight", from<&rank_change::weight>},
    {"change", from<&rank_change::change>},
    {"kendall_tau", from<&rank_change::kendall_tau>},
    {"spearman_rho", from<&rank_change::spearman_rho>},
    {"n", from<&rank_change::n>},
    {"top", as<std::int32_t, &rank_change::top>},
    {"top_changed", as<std::int32_t, &rank_change::top_changed>},
    {"new_first", from<new_first>},
    {"new_top", from<&rank_change::new_top>},
};

}  // namespace

HARMONY_FUNCTION(rank_sensitivity_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  ranking::match_pool &pool = match_aggregate::argument(fcinfo, 0).pool;
  const std::vector<rank_change> changes = ranking::rank_sensitivity(pool);
  warn_of(pool.request());
  return return_row_array(fcinfo, rank_sensitivity_columns, changes.size(), [&](std::size_t k) { return changes[k]; });
}

}  // namespace harmony::functions
