// Shells of the fit of a team, of pairs and of risks.
#include <string>
#include <string_view>
#include <vector>

#include "core/team/dyad.hpp"
#include "core/team/risk.hpp"
#include "core/team/team_fit.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/shell.hpp"
#include "functions/team/team_json.hpp"

namespace harmony::functions {

namespace {

using team::team_fit;

struct flagged_fit {
  team_fit fit;
  std::vector<std::string> flags;
};

constexpr auto fit = &flagged_fit::fit;
constexpr column<flagged_fit> team_fit_columns[] = {
    {"score", from<fit, &team_fit::score>},
    {"min_agreeableness", from<fit, &team_fit::min_agreeableness>},
    {"sd_conscientiousness", from<fit, &team_fit::sd_conscientiousness>},
    {"mean_emotional_stability", from<fit, &team_fit::mean_emotional_stability>},
    {"n", as<std::int32_t, fit, &team_fit::n>},
    {"data_quality", from<fit, &team_fit::data_quality>},
    {"flags", from<&flagged_fit::flags>},
};

// A NULL profile is a member of whom nothing was measured.
team::team_summary summary_of(Datum profiles) {
  team::team_summary crew;
  for (Jsonb *member : jsonb_array(profiles, "profiles"))
    crew.add(member == nullptr ? person::profile() : read_profile(json_view::document(member)));
  return crew;
}

}  // namespace

// least_measured(profiles), strict
HARMONY_FUNCTION(least_measured) {
  return Int32GetDatum(static_cast<std::int32_t>(summary_of(PG_GETARG_DATUM(0)).least_measured()));
}

// profile_in_steps(profile, step float8), strict
HARMONY_FUNCTION(profile_in_steps) {
  const person::profile coarse = read_profile(json_view::of(PG_GETARG_DATUM(0))).in_steps(PG_GETARG_FLOAT8(1));
  return guarded([&] {
    postgres::json_writer json;
    write_profile(json, coarse);
    return json.finish();
  });
}

// f_team(profiles, weights)
HARMONY_FUNCTION(f_team) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const team::team_summary crew = summary_of(PG_GETARG_DATUM(0));
  const team::team_model model =
      PG_ARGISNULL(1) ? team::team_model() : read_team_model(json_view::of(PG_GETARG_DATUM(1)));
  const team_fit found = team::fit_of(crew, model);
  return return_row(fcinfo, team_fit_columns, flagged_fit{found, team::flag_names(found.flags)});
}

// former_team_flags(flags text[]), strict
HARMONY_FUNCTION(former_team_flags) {
  const auto given = text_array(PG_GETARG_DATUM(0), "flags");
  without_nulls(given, "flags");
  const std::vector<std::string> former = team::former_flag_names(given.values);
  const std::vector<std::string_view> names(former.begin(), former.end());
  return guarded([&] { return text_array_datum(names.data(), names.size()); });
}

HARMONY_FUNCTION(dyad) {
  const auto left = read_profile(json_view::of(PG_GETARG_DATUM(0)));
  return return_nullable(fcinfo, team::dyad(left, read_profile(json_view::of(PG_GETARG_DATUM(1)))));
}

// dyad_kind(score float8), strict
HARMONY_FUNCTION(dyad_kind) {
  const char *kind = team::dyad_label(PG_GETARG_FLOAT8(0));
  if (kind == nullptr) PG_RETURN_NULL();
  return guarded([&] { return text_datum(kind); });
}

HARMONY_FUNCTION(hidden_conflict) {
  return return_nullable(fcinfo, team::hidden_conflict(read_risk_input(json_view::of(PG_GETARG_DATUM(0)))).score);
}

HARMONY_FUNCTION(team_volatility) {
  return return_nullable(fcinfo, team::team_volatility(read_risk_input(json_view::of(PG_GETARG_DATUM(0)))).score);
}

}  // namespace harmony::functions
