#include "functions/workforce/config_json.hpp"

#include "core/base/error.hpp"
#include "postgres/json_fields.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

namespace harmony::functions {

using postgres::json_view;
using postgres::json_writer;

namespace {

using workforce::config;
using workforce::task;
using workforce::workload;

[[noreturn]] void refuse_field(const std::string &message) { throw error(sqlstate::invalid_parameter_value, message); }

std::string quoted_key(std::string_view key) { return "\"" + std::string(key) + "\""; }

std::string string_at(const json_view &value, std::string_view key) { return postgres::required_string(value, key); }

void require_object_at(const json_view &value, std::string_view key) {
  postgres::require_object(value, quoted_key(key));
}

// All 63 bits, which a double does not hold.
std::uint64_t seed_at(const json_view &value) {
  const double rounded = number_at(value, "seed");
  if (!(rounded >= 0.0 && rounded <= 9223372036854775808.0 && std::floor(rounded) == rounded))
    refuse_field("\"seed\" is out of range: a whole number between 0 and 9223372036854775807");
  const std::string text = value.number_text();
  std::uint64_t seed = 0;
  for (const char c : text.substr(0, text.find('.'))) seed = 10 * seed + static_cast<std::uint64_t>(c - '0');
  const std::size_t point = text.find('.');
  if ((point != std::string::npos && text.find_first_not_of('0', point + 1) != std::string::npos) ||
      seed > workforce::largest_seed)
    refuse_field("\"seed\" is out of range: a whole number between 0 and 9223372036854775807");
  return seed;
}

template <std::size_t n>
std::size_t choice_at(const json_view &value, std::string_view key, const std::array<std::string_view, n> &names) {
  const std::string name = string_at(value, key);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string known;
  for (const std::string_view each : names) known += (known.empty() ? "" : ", ") + std::string(each);
  throw error(sqlstate::invalid_parameter_value, quoted_key(key) + " is not known: \"" + name + "\"", "",
              "Known are: " + known + ".");
}

task read_task(const json_view &json, std::string_view role) {
  const std::string where = "a task of role " + quoted_key(role) + " in \"workloads\"";
  if (!json.is_array() || json.size() != 4) refuse_field(where + " must be [name, automatable, skill, time]");
  task out;
  int place = 0;
  json.for_each_element([&](const json_view &value) {
    switch (place++) {
      case 0:
        if (!value.is_string()) refuse_field("name of " + where + " must be a string");
        out.name = std::string(value.string());
        break;
      case 1:
        if (!value.is_boolean()) refuse_field("automatable of " + where + " must be a boolean");
        out.automatable = value.boolean();
        break;
      case 2:
        if (!value.is_number()) refuse_field("skill of " + where + " must be a number");
        out.skill = number_at(value, "skill of a task in workloads");
        break;
      default:
        if (!value.is_number()) refuse_field("time of " + where + " must be a number");
        out.time = number_at(value, "time of a task in workloads");
    }
  });
  return out;
}

workforce::role read_role(const json_view &json) {
  if (!json.is_object()) refuse_field("each of \"roles\" must be an object with \"role\", \"count\" and \"salary\"");
  workforce::role out;
  postgres::read_fields(json, "\"roles\"",
                        {{"role", [&](const json_view &value) { out.name = string_at(value, "role"); }},
                         {"count", [&](const json_view &value) { out.count = number_at(value, "count"); }},
                         {"salary", [&](const json_view &value) { out.salary = number_at(value, "salary"); }}});
  if (out.name.empty()) refuse_field("\"role\" in \"roles\" is missing or empty");
  return out;
}

void read_target(const json_view &json, workforce::width_target &out) {
  require_object_at(json, "target_half_width");
  postgres::read_fields(json, "\"target_half_width\"",
                        {{"metric", [&](const json_view &value) { out.metric = string_at(value, "metric"); }},
                         {"role", [&](const json_view &value) { out.role = string_at(value, "role"); }},
                         {"width", [&](const json_view &value) { out.width = number_at(value, "width"); }}});
  if (out.metric.empty()) refuse_field("\"metric\" of \"target_half_width\" is missing");
  if (std::isnan(out.width)) refuse_field("\"width\" of \"target_half_width\" is missing");
}

void read_money(const json_view &json, workforce::money_terms &out) {
  require_object_at(json, "money");
  json.for_each_field([&](std::string_view key, const json_view &value) {
    const field_table<workforce::money_terms> table = fields_of(out);
    const auto *found = table.find(key);
    if (found == nullptr) postgres::refuse_key("\"money\"", key, table.known_keys());
    if (!value.is_null()) out.*found->member = number_at(value, key);
  });
}

void read_roles(const json_view &json, std::vector<workforce::role> &out) {
  postgres::require_array(json, "roles");
  if (json.size() > workforce::largest_roles)
    throw error(sqlstate::program_limit_exceeded, "simulation is too large", "\"roles\" has more than 1000.");
  json.for_each_element([&](const json_view &value) { out.push_back(read_role(value)); });
}

constexpr std::array<std::string_view, 8> other_keys = {
    "company", "model", "money", "policy", "roles", "seed", "target_half_width", "workloads"};

// A key of a configuration that is no number.
void read_other(std::string_view key, const json_view &value, config &out, std::vector<workload> &own) {
  if (key == "model")
    out.model = static_cast<workforce::model_kind>(choice_at(value, key, workforce::model_names));
  else if (key == "policy")
    out.policy = static_cast<workforce::policy_kind>(choice_at(value, key, workforce::policy_names));
  else if (key == "seed")
    out.seed = seed_at(value);
  else if (key == "roles")
    read_roles(value, out.roles);
  else if (key == "workloads")
    own = read_workloads(value);
  else if (key == "money")
    read_money(value, out.money);
  else if (key == "target_half_width")
    read_target(value, out.target);
  else
    out.company = string_at(value, key);
}

// Gives each role its tasks: of the first of the lists that has them.
void put_tasks(std::vector<workforce::role> &roles, const std::vector<workload> &own,
               const std::vector<workload> &others) {
  std::unordered_map<std::string_view, const std::vector<task> *> tasks_of;
  for (const workload &each : own) tasks_of.emplace(each.role, &each.tasks);
  for (const workload &each : others) tasks_of.emplace(each.role, &each.tasks);
  for (workforce::role &each : roles) {
    const auto found = tasks_of.find(each.name);
    if (found != tasks_of.end()) each.tasks = *found->second;
  }
}

}  // namespace

double number_at(const json_view &value, std::string_view key) {
  if (!value.is_number()) refuse_field(quoted_key(key) + " must be a number");
  try {
    return value.number();
  } catch (const error &) {
    refuse_field(quoted_key(key) + " is out of range");
  }
}

std::vector<workload> read_workloads(const json_view &json) {
  if (!json.is_object()) refuse_field("\"workloads\" must be an object of roles");
  std::vector<workload> out;
  json.for_each_field([&](std::string_view role, const json_view &tasks) {
    if (!tasks.is_array()) refuse_field("role " + quoted_key(role) + " in \"workloads\" must be an array of tasks");
    if (tasks.size() > workforce::largest_tasks)
      throw error(sqlstate::program_limit_exceeded, "simulation is too large",
                  "A role in \"workloads\" has more than 1000 tasks.");
    out.push_back({std::string(role), {}});
    tasks.for_each_element([&](const json_view &part) { out.back().tasks.push_back(read_task(part, role)); });
  });
  return out;
}

config read_config(const json_view &json, const std::vector<workload> &others, const workforce::limits &most) {
  postgres::require_object(json, "config");
  config out;
  std::vector<workload> own;
  std::vector<std::string_view> keys;
  const field_table<workforce::assumptions> table = fields_of(out.numbers);
  json.for_each_field([&](std::string_view key, const json_view &value) {
    const auto *number = table.find(key);
    if (number == nullptr && std::find(other_keys.begin(), other_keys.end(), key) == other_keys.end()) {
      std::string known = table.known_keys();
      for (const std::string_view each : other_keys) known += ", " + std::string(each);
      postgres::refuse_key("config", key, known);
    }
    if (value.is_null()) return;
    keys.push_back(key);
    if (number != nullptr)
      out.numbers.*number->member = number_at(value, key);
    else
      read_other(key, value, out, own);
  });
  for (const std::string_view key : keys) workforce::check_key(out.model, key);
  put_tasks(out.roles, own, others);
  workforce::check(out, most);
  return out;
}

config config_argument(Datum asked, Datum workloads, const workforce::limits &most) {
  return read_config(json_view::of(asked), read_workloads(json_view::of(workloads)), most);
}

config config_argument(Datum asked, const workforce::limits &most) {
  return read_config(json_view::of(asked), workforce::default_workloads(), most);
}

void write_tasks(json_writer &json, const std::vector<task> &tasks) {
  json.begin_array();
  for (const task &part : tasks) {
    json.begin_array();
    json.string(part.name);
    json.boolean(part.automatable);
    json.number(part.skill);
    json.number(part.time);
    json.end_array();
  }
  json.end_array();
}

}  // namespace harmony::functions
