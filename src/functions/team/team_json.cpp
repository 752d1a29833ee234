#include "functions/team/team_json.hpp"

#include <algorithm>

#include "postgres/json_fields.hpp"
#include "functions/recruitment/recruitment_json.hpp"

namespace harmony::functions {

using namespace team;
using postgres::json_writer;
using postgres::require_object;
using postgres::required_number;

namespace {

// ---- constants by name: one list for reading and for writing ----

struct named_number {
  const char *name;
  double *place;
};
// Plain data: it lives in guarded code.
struct numbers {
  named_number fields[7];
  const named_number *begin() const { return fields; }
  const named_number *end() const {
    return std::find_if(fields, fields + 7, [](const named_number &field) { return field.name == nullptr; });
  }
};

numbers matrix_of(health_model &m) {
  matrix_cutoffs &c = m.diagnosis.matrix;
  return {{{"performance_high", &c.performance_high},
           {"performance_medium", &c.performance_medium},
           {"cohesion_high", &c.cohesion_high},
           {"cohesion_medium", &c.cohesion_medium}}};
}

numbers weather_of(health_model &m) {
  return {{{"days", &m.weather.days},
           {"trend_days", &m.weather.trend_days},
           {"outlook_days", &m.weather.outlook_days},
           {"neutral", &m.weather.neutral},
           {"excellent_from", &m.weather.excellent_from},
           {"stable_from", &m.weather.stable_from},
           {"turbulent_from", &m.weather.turbulent_from}}};
}

numbers hidden_conflict_of(health_model &m) {
  risk_model &r = m.diagnosis.risk;
  return {{{"gap", &r.conflict_gap},
           {"spread", &r.conflict_spread},
           {"fragility", &r.conflict_fragility},
           {"weather", &r.conflict_weather}}};
}

numbers team_volatility_of(health_model &m) {
  risk_model &r = m.diagnosis.risk;
  return {{{"pulse", &r.volatility_pulse},
           {"weather", &r.volatility_weather},
           {"fragility", &r.volatility_fragility},
           {"spread", &r.volatility_spread}}};
}

numbers scales_of(health_model &m) {
  return {{{"sd_cap", &m.diagnosis.risk.sd_cap}, {"rmssd_cap", &m.diagnosis.risk.rmssd_cap}}};
}

numbers risk_level_of(health_model &m) {
  risk_cutoffs &c = m.diagnosis.levels;
  return {{{"medium_above", &c.medium_above}, {"high_above", &c.high_above}, {"critical_above", &c.critical_above}}};
}

numbers dyad_of(health_model &m) {
  return {{{"agreeableness", &m.dyad.agreeableness},
           {"conscientiousness", &m.dyad.conscientiousness},
           {"emotional_stability", &m.dyad.emotional_stability},
           {"synergy_above", &m.dyad.synergy_above},
           {"friction_below", &m.dyad.friction_below}}};
}

struct number_group {
  const char *name;
  numbers (*of)(health_model &);
};
constexpr number_group groups[] = {{"matrix", matrix_of},
                                   {"weather", weather_of},
                                   {"hidden_conflict", hidden_conflict_of},
                                   {"team_volatility", team_volatility_of},
                                   {"scales", scales_of},
                                   {"risk_level", risk_level_of},
                                   {"dyad", dyad_of}};

template <class Names>
std::string listed(const Names &names) {
  std::string text;
  for (const auto &name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

template <class Names>
std::size_t index_of(const Names &names, const char *what, std::string_view key) {
  for (std::size_t k = 0; k < names.size(); ++k)
    if (key == names[k]) return k;
  refuse_key(what, key, listed(names));
}

void read_group(const json_view &json, const number_group &group, health_model &out) {
  require_object(json, group.name);
  const numbers fields = group.of(out);
  json.for_each_field([&](std::string_view key, const json_view &value) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto &field) { return key == field.name; });
    if (found == fields.end()) {
      std::vector<const char *> known;
      for (const named_number &field : fields) known.push_back(field.name);
      refuse_key(group.name, key, listed(known));
    }
    *found->place = required_number(value, key);
  });
}

void read_actions(const json_view &json, action_table &out) {
  require_object(json, "actions");
  json.for_each_field([&](std::string_view type, const json_view &by_risk) {
    auto &row = out[index_of(crew_type_names, "actions", type)];
    require_object(by_risk, type);
    by_risk.for_each_field([&](std::string_view risk, const json_view &code) {
      row[index_of(risk_level_names, "actions", risk)] = required_string(code, risk);
    });
  });
}

void read_sociogram(const json_view &json, sociogram_model &out) {
  read_fields(json, "sociogram",
              {{"sizes",
                [&](const json_view &sizes) {
                  require_object(sizes, "sizes");
                  out.sizes.clear();
                  sizes.for_each_field([&](std::string_view role, const json_view &size) {
                    out.sizes.emplace_back(std::string(role), required_number(size, role));
                  });
                }},
               {"default_size", [&](const json_view &v) { out.default_size = required_number(v, "default_size"); }},
               {"green_from", [&](const json_view &v) { out.green_from = required_number(v, "green_from"); }},
               {"amber_from", [&](const json_view &v) { out.amber_from = required_number(v, "amber_from"); }}});
}

void write_number(json_writer &json, std::string_view name, double value) {
  json.key(name);
  json.number(value);
}

void write_actions(json_writer &json, const action_table &actions) {
  json.key("actions");
  json.begin_object();
  for (std::size_t type = 0; type < crew_type_count; ++type) {
    json.key(crew_type_names[type]);
    json.begin_object();
    for (std::size_t risk = 0; risk < risk_level_count; ++risk) {
      json.key(risk_level_names[risk]);
      json.string(actions[type][risk]);
    }
    json.end_object();
  }
  json.end_object();
}

void write_sociogram(json_writer &json, const sociogram_model &model) {
  json.key("sociogram");
  json.begin_object();
  json.key("sizes");
  json.begin_object();
  for (const auto &[role, size] : model.sizes) write_number(json, role, size);
  json.end_object();
  write_number(json, "default_size", model.default_size);
  write_number(json, "green_from", model.green_from);
  write_number(json, "amber_from", model.amber_from);
  json.end_object();
}

// Beside those of risk_input.
constexpr std::array<std::string_view, 20> other_measures{"min_agreeableness",
                                                          "mean_emotional_stability",
                                                          "mean_gca",
                                                          "n",
                                                          "data_quality",
                                                          "n_pulses",
                                                          "n_people",
                                                          "days_observed",
                                                          "mean",
                                                          "status",
                                                          "n_differences",
                                                          "trend_days",
                                                          "slope",
                                                          "slope_low",
                                                          "slope_high",
                                                          "trend",
                                                          "outlook",
                                                          "outlook_low",
                                                          "outlook_high",
                                                          "outlook_status"};

}  // namespace

health_model read_health_model(const json_view &json) {
  require_object(json, "team");
  health_model out;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    if (value.is_null()) return;
    for (const number_group &group : groups)
      if (key == group.name) return read_group(value, group, out);
    if (key == "actions") return read_actions(value, out.diagnosis.actions);
    if (key == "sociogram") return read_sociogram(value, out.sociogram);
    std::string known;
    for (const number_group &group : groups) known += std::string(group.name) + ", ";
    refuse_key("team", key, known + "actions, sociogram");
  });
  return out;
}

void write_health_model(json_writer &json, const health_model &model) {
  json.begin_object();
  for (const number_group &group : groups) {
    json.key(group.name);
    json.begin_object();
    for (const named_number &field : group.of(const_cast<health_model &>(model)))
      write_number(json, field.name, *field.place);
    json.end_object();
  }
  write_actions(json, model.diagnosis.actions);
  write_sociogram(json, model.sociogram);
  json.end_object();
}

risk_input read_team_measures(const json_view &json) {
  require_object(json, "team measures");
  risk_input out;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    if (std::find(other_measures.begin(), other_measures.end(), key) != other_measures.end()) return;
    risk_input known_fields;  // 1 is in every field's range
    const bool found = value.is_null() ? known_fields.set(key, 1.0) : out.set(key, required_number(value, key));
    if (!found)
      refuse_key("team measures", key,
                 "performance, cohesion, sd_conscientiousness, min_emotional_stability, weather, rmssd; " +
                     listed(other_measures) + " are passed over");
  });
  return out;
}

std::vector<sociogram_member> read_members(const json_view &json) {
  if (!json.is_array()) throw error(sqlstate::invalid_parameter_value, "members must be a JSON array");
  std::vector<sociogram_member> members;
  json.for_each_element([&](const json_view &element) {
    sociogram_member member;
    read_fields(element, "member",
                {{"id", [&](const json_view &v) { member.id = required_string(v, "id"); }},
                 {"label", [&](const json_view &v) { member.label = required_string(v, "label"); }},
                 {"role", [&](const json_view &v) { member.role = required_string(v, "role"); }},
                 {"candidate",
                  [&](const json_view &v) {
                    if (!v.is_boolean())
                      throw error(sqlstate::invalid_parameter_value, "\"candidate\" must be true or false");
                    member.candidate = v.boolean();
                  }},
                 {"profile", [&](const json_view &v) { member.profile = read_profile(v); }}});
    members.push_back(std::move(member));
  });
  return members;
}

}  // namespace harmony::functions
