// Shell of the prediction limits of groups.
#include <string_view>
#include <vector>

#include "core/statistics/groups.hpp"
#include "core/statistics/prediction_limit.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using statistics::group_summary;
using statistics::grouped_moments;
using statistics::prediction_limit;

struct named_limit {
  std::string_view grp;
  group_summary own;
  prediction_limit limit;
};

constexpr auto own = &named_limit::own;
constexpr auto limit = &named_limit::limit;
constexpr column<named_limit> prediction_limit_columns[] = {
    {"grp", from<&named_limit::grp>},
    {"n", as<std::int64_t, own, &group_summary::n>},
    {"mean", from<own, &group_summary::mean>},
    {"variance", from<own, &group_summary::variance>},
    {"rest_mean", from<limit, &prediction_limit::rest_mean>},
    {"tau_squared", from<limit, &prediction_limit::tau_squared>},
    {"difference", from<limit, &prediction_limit::difference>},
    {"std_error", from<limit, &prediction_limit::std_error>},
    {"low", from<limit, &prediction_limit::low>},
    {"t", from<limit, &prediction_limit::t>},
    {"df", from<limit, &prediction_limit::df>},
    {"p", from<limit, &prediction_limit::p>},
    {"q", from<limit, &prediction_limit::q>},
};

}  // namespace

HARMONY_FUNCTION(prediction_limits_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const grouped_moments &groups = aggregate_state<grouped_moments>::argument(fcinfo, 0);
  const std::vector<std::uint32_t> order = groups.ordered();
  std::vector<group_summary> summaries;
  for (const std::uint32_t i : order) {
    const auto &of = groups.of(i);
    summaries.push_back({static_cast<double>(of.n), static_cast<double>(of.mean()), of.variance()});
  }
  const std::vector<prediction_limit> limits = statistics::prediction_limits(summaries);
  return return_row_array(fcinfo, prediction_limit_columns, limits.size(), [&](std::size_t k) {
    return named_limit{groups.name(order[k]), summaries[k], limits[k]};
  });
}

}  // namespace harmony::functions
