// Shells of the comparison of all pairs of groups: games_howell, tukey_hsd.
#include <string_view>
#include <vector>

#include "core/statistics/pairwise.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/group_states.hpp"

namespace harmony::functions {

namespace {

using statistics::grouped_moments;
using statistics::pair_comparison;
using moments_state = aggregate_state<grouped_moments>;

struct named_pair {
  pair_comparison pair;
  std::string_view group_a, group_b;
};

constexpr auto pair = &named_pair::pair;
constexpr column<named_pair> pair_comparison_columns[] = {
    {"group_a", from<&named_pair::group_a>},
    {"group_b", from<&named_pair::group_b>},
    {"difference", from<pair, &pair_comparison::difference>},
    {"std_error", from<pair, &pair_comparison::std_error>},
    {"t", from<pair, &pair_comparison::t>},
    {"df", from<pair, &pair_comparison::df>},
    {"p", from<pair, &pair_comparison::p>},
    {"low", from<pair, &pair_comparison::low>},
    {"high", from<pair, &pair_comparison::high>},
};

// Fewer than two groups give an empty array.
Datum return_pairs(FunctionCallInfo fcinfo, std::vector<pair_comparison> (*compare)(const grouped_moments &, double)) {
  constexpr double level = 0.95;
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const grouped_moments &groups = moments_state::argument(fcinfo, 0);
  const std::vector<pair_comparison> pairs = compare(groups, level);
  return return_row_array(fcinfo, pair_comparison_columns, pairs.size(), [&](std::size_t k) {
    return named_pair{pairs[k], groups.name(pairs[k].first), groups.name(pairs[k].second)};
  });
}

}  // namespace

HARMONY_FUNCTION(games_howell_final) { return return_pairs(fcinfo, statistics::games_howell); }
HARMONY_FUNCTION(tukey_hsd_final) { return return_pairs(fcinfo, statistics::tukey_hsd); }

}  // namespace harmony::functions
