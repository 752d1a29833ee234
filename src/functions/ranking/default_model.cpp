// The models' default constants as data: harmony.default_model() and harmony.default_safety_rules().
#include "functions/recruitment/recruitment_json.hpp"
#include "functions/team/team_json.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace core = harmony::recruitment;
using namespace harmony::postgres;

namespace {

void write_number(json_writer &json, std::string_view name, double value) {
  json.key(name);
  json.number(value);
}

void write_weights(json_writer &json, std::string_view name, const harmony::person::trait_weights &weights) {
  json.key(name);
  json.begin_object();
  for (const harmony::person::weighted_trait &w : weights) write_number(json, harmony::person::trait_name(w.which), w.weight);
  json.end_object();
}

void write_team(json_writer &json, const harmony::team::team_model &team) {
  json.key("f_team");
  json.begin_object();
  for (std::size_t i = 0; i < team.weight.size(); ++i)
    write_number(json, harmony::team::part_names[i], team.weight[i]);
  write_number(json, "sd_cap", team.sd_cap);
  write_number(json, "jerk_below", team.jerk_below);
  write_number(json, "faultline_above", team.faultline_above);
  write_number(json, "fragility_below", team.fragility_below);
  write_number(json, "delta_above", team.delta_above);
  json.end_object();
}

void write_environment(json_writer &json, const harmony::recruitment::environment_model &environment) {
  json.key("f_env");
  json.begin_object();
  write_number(json, "salary_index", environment.salary);
  write_number(json, "rest_days_ratio", environment.rest_days);
  write_number(json, "private_cabin_ratio", environment.private_cabin);
  write_number(json, "charter_intensity", environment.charter_intensity);
  write_number(json, "management_pressure", environment.management_pressure);
  write_number(json, "least_demand", environment.least_demand);
  write_number(json, "ratio_cap", environment.ratio_cap);
  write_number(json, "burnout_below", environment.burnout_below);
  write_number(json, "at_risk_below", environment.at_risk_below);
  write_number(json, "balanced_below", environment.balanced_below);
  json.end_object();
}

void write_betas(json_writer &json, const harmony::recruitment::betas &betas) {
  json.key("mlpsm");
  json.begin_object();
  write_number(json, "intercept", betas.intercept);
  for (std::size_t i = 0; i < harmony::recruitment::term_count; ++i) write_number(json, harmony::recruitment::term_names[i], betas.slope[i]);
  json.end_object();
}

}  // namespace

HARMONY_FUNCTION(default_model) {
  const harmony::ranking::match_model model;
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("version");
    json.string(model.version);
    json.key("competencies");
    json.begin_object();
    for (const harmony::recruitment::competency &c : model.fit.competencies) write_weights(json, c.name, c.weights);
    json.end_object();
    write_weights(json, "p_ind", model.p_ind);
    write_team(json, model.team);
    write_environment(json, model.environment);
    write_betas(json, model.success);
    json.key("team");
    harmony::functions::write_health_model(json, model.health);
    json.key("sensitivity");
    json.begin_object();
    write_number(json, "change", model.sensitivity.change);
    write_number(json, "top", model.sensitivity.top);
    json.end_object();
    json.end_object();
    return json.finish();
  });
}

HARMONY_FUNCTION(default_safety_rules) {
  return guarded([] {
    json_writer json;
    json.begin_array();
    for (const harmony::recruitment::safety_rule &rule : harmony::recruitment::default_safety_rules()) {
      json.begin_object();
      json.key("trait");
      json.string(harmony::person::trait_name(rule.which));
      write_number(json, "below", rule.below);
      json.key("effect");
      json.string(harmony::recruitment::level_name(rule.effect));
      if (!rule.positions.empty()) {
        json.key("positions");
        json.begin_array();
        for (const std::string &name : rule.positions) json.string(name);
        json.end_array();
      }
      json.end_object();
    }
    json.end_array();
    return json.finish();
  });
}
