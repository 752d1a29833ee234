#include "functions/recruitment/recruitment_json.hpp"

#include <string>
#include <utility>

#include "core/base/error.hpp"
#include "functions/person/profile_json.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

using person::find_polarity;
using person::polarity;
using person::trait;
using postgres::json_writer;
using postgres::read_fields;
using postgres::read_numbers;
using postgres::require_array;
using postgres::require_object;
using postgres::required_number;
using postgres::required_string;
using recruitment::benchmarks;
using recruitment::competency;
using recruitment::competency_model;
using recruitment::default_competency_model;
using recruitment::find_level;
using recruitment::max_competencies;
using recruitment::safety_level;
using recruitment::safety_rule;

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
        throw error(sqlstate::invalid_parameter_value,
                    "unrecognized polarity of benchmark \"" + std::string(key) + "\"", "",
                    "Polarities are high, low and moderate.");
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
  require_array(json, "positions");
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
  require_array(json, "rules");
  std::vector<safety_rule> rules;
  json.for_each_element([&](const json_view &element) { rules.push_back(read_safety_rule(element)); });
  return rules;
}

recruitment::environment read_environment(const json_view &json) {
  recruitment::environment out;
  read_numbers(json, out);
  return out;
}

recruitment::leadership read_leadership(const json_view &json) {
  recruitment::leadership out;
  read_numbers(json, out);
  return out;
}

recruitment::betas read_betas(const json_view &json) {
  recruitment::betas out;
  read_numbers(json, out);
  return out;
}

void write_competency_weights(json_writer &json, const competency_model &model) {
  json.begin_object();
  for (const competency &entry : model.competencies) {
    json.key(entry.name);
    write_trait_weights(json, entry.weights);
  }
  json.end_object();
}

void write_safety_rules(json_writer &json, const std::vector<safety_rule> &rules) {
  json.begin_array();
  for (const safety_rule &rule : rules) {
    json.begin_object();
    json.key("trait");
    json.string(person::trait_name(rule.which));
    json.key("below");
    json.number(rule.below);
    json.key("effect");
    json.string(recruitment::level_name(rule.effect));
    if (!rule.positions.empty()) {
      json.key("positions");
      json.begin_array();
      for (const std::string &name : rule.positions) json.string(name);
      json.end_array();
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace harmony::functions
