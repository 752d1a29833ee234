// SQL shells of core/team: decode, call, encode. Contracts: sql/extension/40_team.sql.
#include <string>
#include <vector>

#include "core/team/dyad.hpp"
#include "core/team/risk.hpp"
#include "core/team/team_fit.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/team/team_json.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/jsonb.hpp"

namespace core = harmony::team;
using namespace harmony::postgres;
using namespace harmony::functions;

// f_team(profiles jsonb[], weights) → harmony.team_fit. A NULL profile is a member of whom nothing was measured.
HARMONY_FUNCTION(f_team) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  core::team_summary crew;
  for (Jsonb *member : jsonb_array(fcinfo, 0, "profiles"))
    crew.add(member == nullptr ? harmony::person::profile() : read_profile(json_view::document(member)));
  const core::team_model model =
      PG_ARGISNULL(1) ? core::team_model() : read_team_model(json_view::argument(fcinfo, 1));
  const core::team_fit fit = core::fit_of(crew, model);
  const std::vector<std::string> names = core::flag_names(fit.flags);
  const std::vector<std::string_view> flags(names.begin(), names.end());
  return guarded([&] {
    row_builder<7> row;
    row.add(nullable(fit.score));
    row.add(nullable(fit.min_agreeableness));
    row.add(nullable(fit.sd_conscientiousness));
    row.add(nullable(fit.mean_emotional_stability));
    row.add(Int32GetDatum(static_cast<int>(fit.n)));
    row.add(nullable(fit.data_quality));
    row.add(text_array_datum(flags.data(), flags.size()));
    return row.finish(result_row_type(fcinfo));
  });
}

HARMONY_FUNCTION(dyad) {
  const auto left = read_profile(json_view::argument(fcinfo, 0));
  return return_nullable(fcinfo, core::dyad(left, read_profile(json_view::argument(fcinfo, 1))));
}

HARMONY_FUNCTION(hidden_conflict) {
  return return_nullable(fcinfo, core::hidden_conflict(read_risk_input(json_view::argument(fcinfo, 0))).score);
}

HARMONY_FUNCTION(team_volatility) {
  return return_nullable(fcinfo, core::team_volatility(read_risk_input(json_view::argument(fcinfo, 0))).score);
}
