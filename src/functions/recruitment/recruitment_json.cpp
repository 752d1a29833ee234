#include "functions/recruitment/recruitment_json.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "postgres/json_fields.hpp"
#include "functions/team/team_json.hpp"

namespace harmony::functions {

using namespace person;
using namespace ranking;

using namespace recruitment;
using postgres::require_object;
using postgres::required_number;

namespace {

[[noreturn]] void refuse_trait(std::string_view what, std::string_view key) {
  std::string known;
  for (std::size_t t = 0; t < trait_count; ++t)
    known += (t == 0 ? "" : ", ") + std::string(trait_name(static_cast<trait>(t)));
  throw error(sqlstate::invalid_parameter_value, "unrecognized trait \"" + std::string(key) + "\" in " + std::string(what),
              "", "Known traits: " + known + ".");
}

trait required_trait(std::string_view what, std::string_view key) {
  const auto found = find_trait(key);
  if (!found) refuse_trait(what, key);
  return *found;
}

void set_trait(profile &out, std::string_view key, const json_view &value) {
  const auto which = find_trait(key);
  if (!which || value.is_null()) return;
  out.set(*which, required_number(value, key));
}

}  // namespace

profile read_profile(const json_view &json) {
  require_object(json, "profile");
  profile out;
  json.for_each_field([&](std::string_view family, const json_view &value) {
    if (!value.is_object()) return set_trait(out, family, value);
    if (family == "quality") return;
    value.for_each_field([&](std::string_view key, const json_view &number) { set_trait(out, key, number); });
  });
  out.derive();
  return out;
}

trait_weights read_trait_weights(const json_view &json, const char *what) {
  require_object(json, what);
  trait_weights weights;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    weights.add(required_trait(what, key), required_number(value, key));
  });
  weights.check();
  return weights;
}

benchmarks read_benchmarks(const json_view &json) {
  require_object(json, "benchmarks");
  benchmarks out;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    const trait which = required_trait("benchmarks", key);
    if (value.is_null()) return;
    if (!value.is_object()) return out.set(which, required_number(value, key));
    std::optional<polarity> how;
    const json_view polarity_field = value.field("polarity");
    if (!polarity_field.is_null()) {
      how = find_polarity(required_string(polarity_field, "polarity"));
      if (!how)
        throw error(sqlstate::invalid_parameter_value, "unrecognized polarity of benchmark \"" + std::string(key) + "\"",
                    "", "Polarities are high, low and moderate.");
    }
    out.set(which, required_number(value.field("benchmark"), "benchmark"), how);
  });
  return out;
}

competency_model read_competency_model(const json_view &json) {
  require_object(json, "weights");
  competency_model model = default_competency_model();
  const auto named = [&](std::string_view name) -> competency & {
    for (competency &c : model.competencies)
      if (c.name == name) return c;
    if (model.competencies.size() > max_competencies) model.check();  // says that there are too many
    return model.competencies.emplace_back(competency{std::string(name), {}, 1.0});
  };
  bool gives_importance = false;
  json.for_each_field([&](std::string_view, const json_view &value) { gives_importance |= value.is_number(); });
  if (gives_importance)
    for (competency &c : model.competencies) c.importance = 0.0;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    competency &c = named(key);
    if (value.is_object()) {
      c.weights = read_trait_weights(value, c.name.c_str());
    } else {
      c.importance = required_number(value, key);
    }
  });
  model.check();
  return model;
}

namespace {

safety_level required_level(const json_view &value) {
  const std::string effect = required_string(value, "effect");
  const auto level = find_level(effect);
  if (!level)
    throw error(sqlstate::invalid_parameter_value, "unrecognized effect \"" + effect + "\" in safety rule", "",
                "Effects are ADVISORY, HIGH_RISK and DISQUALIFIED.");
  return *level;
}

std::vector<std::string> read_positions(const json_view &json) {
  if (!json.is_array()) throw error(sqlstate::invalid_parameter_value, "\"positions\" must be a JSON array");
  std::vector<std::string> positions;
  json.for_each_element([&](const json_view &name) { positions.push_back(required_string(name, "positions")); });
  return positions;
}

safety_rule read_safety_rule(const json_view &json) {
  safety_rule rule{};
  bool has_trait = false, has_below = false, has_effect = false;
  read_fields(json, "safety rule",
              {{"trait",
                [&](const json_view &v) {
                  rule.which = required_trait("safety rule", required_string(v, "trait"));
                  has_trait = true;
                }},
               {"below", [&](const json_view &v) { rule.below = required_number(v, "below"), has_below = true; }},
               {"effect", [&](const json_view &v) { rule.effect = required_level(v), has_effect = true; }},
               {"positions", [&](const json_view &v) { rule.positions = read_positions(v); }}});
  if (!has_trait || !has_below || !has_effect)
    throw error(sqlstate::invalid_parameter_value, "safety rule must have \"trait\", \"below\" and \"effect\"");
  return rule;
}

}  // namespace

std::vector<safety_rule> read_safety_rules(const json_view &json) {
  if (!json.is_array()) throw error(sqlstate::invalid_parameter_value, "safety rules must be a JSON array");
  std::vector<safety_rule> rules;
  json.for_each_element([&](const json_view &element) { rules.push_back(read_safety_rule(element)); });
  return rules;
}

namespace {

// environment, leadership, risk input: structs that know their own fields.
template <class T>
T read_measures(const json_view &json, const char *what, const char *known) {
  require_object(json, what);
  T out;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    T known_fields;  // a null leaves its field missing, but its key must be known too (1 is in every field's range)
    const bool found = value.is_null() ? known_fields.set(key, 1.0) : out.set(key, required_number(value, key));
    if (!found) refuse_key(what, key, known);
  });
  return out;
}

}  // namespace

environment read_environment(const json_view &json) {
  return read_measures<environment>(
      json, "environment",
      "charter_intensity, management_pressure, salary_index, rest_days_ratio, private_cabin_ratio");
}

leadership read_leadership(const json_view &json) {
  return read_measures<leadership>(json, "leadership", "autonomy, feedback, structure");
}

team::risk_input read_risk_input(const json_view &json) {
  return read_measures<team::risk_input>(
      json, "team measures",
      "performance, cohesion, sd_conscientiousness, min_emotional_stability, weather, rmssd");
}

betas read_betas(const json_view &json) {
  betas out;
  read_numbers(json, "betas",
               {{"intercept", &out.intercept},
                {term_names[0], &out.slope[0]},
                {term_names[1], &out.slope[1]},
                {term_names[2], &out.slope[2]},
                {term_names[3], &out.slope[3]}});
  out.check();
  return out;
}

team::team_model read_team_model(const json_view &json) {
  team::team_model out;
  read_numbers(json, "team weights",
               {{team::part_names[0], &out.weight[0]},
                {team::part_names[1], &out.weight[1]},
                {team::part_names[2], &out.weight[2]},
                {"sd_cap", &out.sd_cap},
                {"jerk_below", &out.jerk_below},
                {"faultline_above", &out.faultline_above},
                {"fragility_below", &out.fragility_below},
                {"delta_above", &out.delta_above}});
  out.check();
  return out;
}

namespace {

environment_model read_environment_model(const json_view &json) {
  environment_model out;
  read_numbers(json, "environment weights",
               {{"salary_index", &out.salary},
                {"rest_days_ratio", &out.rest_days},
                {"private_cabin_ratio", &out.private_cabin},
                {"charter_intensity", &out.charter_intensity},
                {"management_pressure", &out.management_pressure},
                {"least_demand", &out.least_demand},
                {"ratio_cap", &out.ratio_cap},
                {"burnout_below", &out.burnout_below},
                {"at_risk_below", &out.at_risk_below},
                {"balanced_below", &out.balanced_below}});
  out.check();
  return out;
}

/// A uuid as PostgreSQL writes it.
person_id read_person(const json_view &json) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  const std::string text = required_string(json, "crew_ids");
  person_id person{};
  std::size_t digits = 0;
  for (const char letter : text) {
    if (letter == '-') continue;
    const std::size_t value = hexadecimal.find(letter);
    if (value == std::string_view::npos || digits == 2 * person.size()) {
      digits = 0;
      break;
    }
    std::uint8_t &byte = person[digits++ / 2];
    byte = static_cast<std::uint8_t>(byte << 4U | value);
  }
  if (digits != 2 * person.size()) throw error(sqlstate::invalid_parameter_value, "\"crew_ids\" must hold uuids");
  return person;
}

sensitivity_model read_sensitivity(const json_view &json) {
  sensitivity_model out;
  read_numbers(json, "sensitivity", {{"change", &out.change}, {"top", &out.top}});
  return out;
}

}  // namespace

match_model read_match_model(const json_view &json) {
  match_model out;
  read_fields(json, "model",
              {{"version", [&](const json_view &v) { out.version = required_string(v, "version"); }},
               {"competencies", [&](const json_view &v) { out.fit = read_competency_model(v); }},
               {"p_ind", [&](const json_view &v) { out.p_ind = read_trait_weights(v, "p_ind"); }},
               {"f_team", [&](const json_view &v) { out.team = read_team_model(v); }},
               {"f_env", [&](const json_view &v) { out.environment = read_environment_model(v); }},
               {"mlpsm", [&](const json_view &v) { out.success = read_betas(v); }},
               {"team", [&](const json_view &v) { out.health = read_health_model(v); }},
               {"sensitivity", [&](const json_view &v) { out.sensitivity = read_sensitivity(v); }}});
  out.check();
  return out;
}

match_request read_match_request(const json_view &json) {
  match_request out;
  read_fields(json, "match request",
              {{"position", [&](const json_view &v) { out.position = required_string(v, "position"); }},
               {"benchmarks", [&](const json_view &v) { out.asked = read_benchmarks(v); }},
               {"rules", [&](const json_view &v) { out.rules = read_safety_rules(v); }},
               {"crew",
                [&](const json_view &v) {
                  if (!v.is_array()) throw error(sqlstate::invalid_parameter_value, "\"crew\" must be a JSON array");
                  v.for_each_element([&](const json_view &member) {
                    out.crew.push_back(member.is_null() ? profile() : read_profile(member));
                  });
                }},
               {"crew_ids",
                [&](const json_view &v) {
                  if (!v.is_array()) throw error(sqlstate::invalid_parameter_value, "\"crew_ids\" must be a JSON array");
                  v.for_each_element([&](const json_view &member) { out.crew_ids.push_back(read_person(member)); });
                }},
               {"environment", [&](const json_view &v) { out.environment = read_environment(v); }},
               {"leadership", [&](const json_view &v) { out.leader = read_leadership(v); }},
               {"model", [&](const json_view &v) { out.model = read_match_model(v); }},
               {"top", [&](const json_view &v) {
                  const double top = required_number(v, "top");
                  if (!(top >= 0 && top <= 4294967295.0))
                    throw error(sqlstate::numeric_value_out_of_range, "\"top\" must be between 0 and 4294967295");
                  out.top = static_cast<std::size_t>(top);
                }}});
  return out;
}

}  // namespace harmony::functions
