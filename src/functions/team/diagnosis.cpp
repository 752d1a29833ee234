// Shell of the diagnosis of a team.
#include <string>

#include "core/team/diagnosis.hpp"
#include "functions/shell.hpp"
#include "functions/team/model_argument.hpp"
#include "functions/team/team_json.hpp"

namespace harmony::functions {

namespace {

using team::diagnosis;

struct diagnosed_team {
  team::risk_input measures;
  diagnosis found;
  std::string model_version;
};

template <class Names, class Value>
const char *name_of(const Names &names, Value value) {
  const auto index = static_cast<std::size_t>(value);
  return index < names.size() ? names[index] : nullptr;  // the last is "unknown"
}
const char *level_name(const team::level &level) { return name_of(team::level_names, level); }
const char *risk_name(const team::risk_level &risk) { return name_of(team::risk_level_names, risk); }
const char *type_name(const team::team_type &type) { return name_of(team::team_type_names, type); }
const char *action_of(const diagnosis &found) { return found.action.empty() ? nullptr : found.action.c_str(); }

void write_parts(json_writer &json, const char *name, const team::risk_score &score) {
  json.key(name);
  json.begin_array();
  for (const team::risk_part &part : score.parts) {
    json.begin_object();
    json.key("name");
    json.string(part.name);
    json.key("value");
    json.number(part.value);
    json.key("weight");
    json.number(part.weight);
    json.key("contribution");
    json.number(part.contribution);
    json.end_object();
  }
  json.end_array();
}

jsonb_document parts_of(const diagnosis &found) {
  json_writer json;
  json.begin_object();
  write_parts(json, "hidden_conflict", found.hidden_conflict);
  write_parts(json, "team_volatility", found.team_volatility);
  json.end_object();
  return {json.finish()};
}

constexpr auto found = &diagnosed_team::found;
constexpr column<diagnosed_team> team_diagnosis_columns[] = {
    {"performance", from<&diagnosed_team::measures, &team::risk_input::performance>},
    {"cohesion", from<&diagnosed_team::measures, &team::risk_input::cohesion>},
    {"performance_level", from<found, &diagnosis::performance, level_name>},
    {"cohesion_level", from<found, &diagnosis::cohesion, level_name>},
    {"cell", from<found, &diagnosis::cell>},
    {"risk_signal", from<found, &diagnosis::signal>},
    {"hidden_conflict", from<found, &diagnosis::hidden_conflict, &team::risk_score::score>},
    {"team_volatility", from<found, &diagnosis::team_volatility, &team::risk_score::score>},
    {"risk", from<found, &diagnosis::risk, risk_name>},
    {"crew_type", from<found, &diagnosis::type, type_name>},
    {"action", from<found, action_of>},
    {"data_quality", from<found, &diagnosis::data_quality>},
    {"parts", from<found, parts_of>},
    {"model_version", from<&diagnosed_team::model_version>},
};

}  // namespace

HARMONY_FUNCTION(team_diagnosis) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const team::risk_input measures = read_team_measures(json_view::of(PG_GETARG_DATUM(0)));
  const ranking::match_model model = model_of(fcinfo->args[1]);
  return return_row(fcinfo, team_diagnosis_columns,
                    diagnosed_team{measures, team::diagnose(measures, model.health.diagnosis), model.version});
}

}  // namespace harmony::functions
