// Shell of the harmony metrics.
#include <vector>

#include "core/team/harmony_metrics.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/shell.hpp"
#include "functions/team/model_argument.hpp"

namespace harmony::functions {

namespace {

using team::harmony_metrics;

constexpr column<harmony_metrics> harmony_metrics_columns[] = {
    {"performance", from<&harmony_metrics::performance>},
    {"cohesion", from<&harmony_metrics::cohesion>},
    {"min_agreeableness", from<&harmony_metrics::min_agreeableness>},
    {"sd_conscientiousness", from<&harmony_metrics::sd_conscientiousness>},
    {"mean_emotional_stability", from<&harmony_metrics::mean_emotional_stability>},
    {"min_emotional_stability", from<&harmony_metrics::min_emotional_stability>},
    {"mean_gca", from<&harmony_metrics::mean_gca>},
    {"n", as<std::int32_t, &harmony_metrics::n>},
    {"data_quality", from<&harmony_metrics::data_quality>},
};

}  // namespace

// harmony_metrics(profiles, model). A NULL profile is a member of whom nothing was measured.
HARMONY_FUNCTION(harmony_metrics) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const ranking::match_model model = model_of(fcinfo->args[1]);
  std::vector<person::profile> members;
  for (Jsonb *member : jsonb_array(PG_GETARG_DATUM(0), "profiles"))
    members.push_back(member == nullptr ? person::profile() : read_profile(json_view::document(member)));
  return return_row(fcinfo, harmony_metrics_columns, team::metrics_of(members, model.p_ind));
}

}  // namespace harmony::functions
