#include "functions/team/team_json.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/error.hpp"
#include "functions/person/profile_json.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

using postgres::json_writer;
using postgres::read_fields;
using postgres::read_numbers;
using postgres::read_parts;
using postgres::refuse_key;
using postgres::require_array;
using postgres::require_object;
using postgres::required_number;
using postgres::required_string;
using postgres::write_numbers;
using postgres::write_parts;
using team::action_table;
using team::health_model;
using team::risk_input;
using team::risk_level_names;
using team::role_sizes;
using team::sociogram_member;
using team::sociogram_model;
using team::team_type_names;

namespace {

template <class Names>
std::string listed(const Names &names) {
  std::string text;
  for (const auto &name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

template <class Names>
std::size_t index_of(const Names &names, std::string_view what, std::string_view key) {
  for (std::size_t k = 0; k < names.size(); ++k)
    if (key == names[k]) return k;
  refuse_key(what, key, listed(names));
}

// ---- parts of the model, read ----

template <class Numbers>
void read(const json_view &json, std::string_view, Numbers &out) {
  read_numbers(json, out);
}

void read(const json_view &json, std::string_view key, double &out) { out = required_number(json, key); }

void read(const json_view &json, std::string_view key, role_sizes &out) {
  require_object(json, key);
  out.clear();
  json.for_each_field([&](std::string_view role, const json_view &size) {
    out.emplace_back(std::string(role), required_number(size, role));
  });
}

void read(const json_view &json, std::string_view key, action_table &out) {
  require_object(json, key);
  json.for_each_field([&](std::string_view type, const json_view &by_risk) {
    auto &row = out[index_of(team_type_names, key, type)];
    require_object(by_risk, type);
    by_risk.for_each_field([&](std::string_view risk, const json_view &code) {
      row[index_of(risk_level_names, key, risk)] = required_string(code, risk);
    });
  });
}

void read(const json_view &json, std::string_view key, sociogram_model &out) {
  read_parts(json, key, out,
             [](const json_view &value, std::string_view name, auto &part) { read(value, name, part); });
}

// ---- and written; all of it may raise ----

template <class Numbers>
void write(json_writer &json, const Numbers &model) {
  write_numbers(json, model);
}

void write(json_writer &json, const double &number) { json.number(number); }

void write(json_writer &json, const role_sizes &sizes) {
  json.begin_object();
  for (const auto &[role, size] : sizes) {
    json.key(role);
    json.number(size);
  }
  json.end_object();
}

void write(json_writer &json, const action_table &actions) {
  json.begin_object();
  for (std::size_t type = 0; type < actions.size(); ++type) {
    json.key(team_type_names[type]);
    json.begin_object();
    for (std::size_t risk = 0; risk < actions[type].size(); ++risk) {
      json.key(risk_level_names[risk]);
      json.string(actions[type][risk]);
    }
    json.end_object();
  }
  json.end_object();
}

void write(json_writer &json, const sociogram_model &model) {
  write_parts(json, model, [](json_writer &out, const auto &part) { write(out, part); });
}

// What harmony_metrics and weather hold beside the fields of risk_input.
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

team::team_model read_team_model(const json_view &json) {
  team::team_model out;
  read_numbers(json, out);
  return out;
}

health_model read_health_model(const json_view &json) {
  health_model out;
  read_parts(json, "team", out,
             [](const json_view &value, std::string_view name, auto &part) { read(value, name, part); });
  return out;
}

void write_health_model(json_writer &json, const health_model &model) {
  write_parts(json, model, [](json_writer &out, const auto &part) { write(out, part); });
}

risk_input read_risk_input(const json_view &json) {
  risk_input out;
  read_numbers(json, out);
  return out;
}

risk_input read_team_measures(const json_view &json) {
  risk_input out;
  const field_table<risk_input> table = fields_of(out);
  require_object(json, table.what);
  json.for_each_field([&](std::string_view key, const json_view &value) {
    if (const auto *found = table.find(key)) {
      if (!value.is_null()) out.*found->member = required_number(value, key);
    } else if (std::find(other_measures.begin(), other_measures.end(), key) == other_measures.end()) {
      refuse_key(table.what, key, table.known_keys() + "; " + listed(other_measures) + " are ignored");
    }
  });
  check_fields(out);
  return out;
}

std::vector<sociogram_member> read_members(const json_view &json) {
  require_array(json, "members");
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
