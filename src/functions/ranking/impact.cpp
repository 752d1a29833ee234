// Shell of the impact report: one candidate, explained.
#include <string>
#include <vector>

#include "core/ranking/impact.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/ranking/match_state.hpp"
#include "functions/ranking/ranking_json.hpp"
#include "functions/recruitment/safety_json.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using ranking::impact;

// ---- writing the report; all of it may raise ----

void write_number(json_writer &json, std::string_view name, double value) {
  json.key(name);
  json.number(value);
}

void write_text(json_writer &json, std::string_view name, const char *text) {
  json.key(name);
  if (text == nullptr) {
    json.null();
  } else {
    json.string(text);
  }
}

template <class Text>
void write_texts(json_writer &json, std::string_view name, const std::vector<Text> &texts) {
  json.key(name);
  json.begin_array();
  for (const Text &text : texts) json.string(text);
  json.end_array();
}

// What stands outside of guarded(): text with owners.
struct report_texts {
  std::vector<std::string> flags, without_flags, with_flags;
  std::vector<std::string> without_former, with_former;  // the flags' names of version 1
  std::vector<std::string_view> imputed, unassessed;
  std::vector<ranking::statement> statements;
};

void write_safety(json_writer &json, const recruitment::safety_assessment &safety, const report_texts &texts) {
  json.key("safety");
  json.begin_object();
  json.key("level");
  json.string(recruitment::level_name(safety.level));
  json.key("triggers");
  write_triggers(json, safety);
  write_texts(json, "unassessed", texts.unassessed);
  json.end_object();
}

void write_competency(json_writer &json, const ranking::explained_competency &part) {
  json.key(part.name);
  json.begin_object();
  write_number(json, "score", part.evaluated.score);
  write_number(json, "data_quality", part.evaluated.data_quality);
  json.key("flags");
  json.begin_array();
  if (part.evaluated.resilience_proxy) json.string("RESILIENCE_PROXY");
  json.end_array();
  write_number(json, "weight", part.weight);
  write_number(json, "contribution", part.contribution);
  json.key("traits");
  json.begin_array();
  for (const recruitment::trait_contribution &trait : part.traits) {
    json.begin_object();
    json.key("trait");
    json.string(person::trait_name(trait.which));
    json.key("source");
    json.string(person::trait_name(trait.source));
    write_number(json, "counted", trait.counted);
    write_number(json, "weight", trait.share);
    write_number(json, "contribution", trait.contribution);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_fit(json_writer &json, const impact &report) {
  json.key("fit");
  json.begin_object();
  write_number(json, "g_fit", report.row.g_fit);
  write_number(json, "g_fit_computed", report.row.audit_g_fit);
  write_number(json, "g_fit_low", report.row.fit_interval.low);
  write_number(json, "g_fit_high", report.row.fit_interval.high);
  write_text(json, "label", report.row.fit_label);
  write_number(json, "data_quality", report.row.data_quality);
  json.key("competencies");
  json.begin_object();
  for (const ranking::explained_competency &part : report.competencies) write_competency(json, part);
  json.end_object();
  json.end_object();
}

void write_success(json_writer &json, const impact &report, const recruitment::betas &model) {
  const recruitment::prediction &success = report.row.success;
  json.key("success");
  if (!report.stage_two) return json.null();
  json.begin_object();
  write_number(json, "score", success.score);
  write_number(json, "y_low", report.row.success_interval.low);
  write_number(json, "y_high", report.row.success_interval.high);
  write_text(json, "label", report.row.success_label);
  write_number(json, "data_quality", report.row.success_data_quality);
  write_number(json, "intercept", success.intercept);
  write_number(json, "unclamped", success.unclamped);
  write_number(json, "clamping", report.clamping);
  json.key("rescaled");
  json.boolean(report.rescaled);
  json.key("terms");
  json.begin_object();
  for (std::size_t k = 0; k < recruitment::term_count; ++k) {
    json.key(recruitment::term_names[k]);
    json.begin_object();
    write_number(json, "value", report.row.term[k]);
    write_number(json, "weight", model.*harmony::recruitment::slopes[k]);
    write_number(json, "beta", success.beta[k]);
    write_number(json, "contribution", success.contribution[k]);
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

void write_team_fit(json_writer &json, std::string_view name, const team::team_fit &fit,
                    const std::vector<std::string> &flags, const std::vector<std::string> &former) {
  json.key(name);
  json.begin_object();
  write_number(json, "score", fit.score);
  write_number(json, "min_agreeableness", fit.min_agreeableness);
  write_number(json, "sd_conscientiousness", fit.sd_conscientiousness);
  write_number(json, "mean_emotional_stability", fit.mean_emotional_stability);
  json.key("n");
  json.integer(fit.n);
  write_number(json, "data_quality", fit.data_quality);
  write_texts(json, "flags", flags);
  write_texts(json, "flags_former", former);
  json.end_object();
}

void write_delta(json_writer &json, const impact &report) {
  const team::team_delta &change = report.row.team_delta;
  json.key("delta");
  json.begin_object();
  write_number(json, "score", change.score);
  write_text(json, "label", change.label);
  json.key("parts");
  json.begin_object();
  for (std::size_t k = 0; k < team::part_count; ++k) {
    json.key(team::part_names[k]);
    json.begin_object();
    write_number(json, "without", report.without_candidate.value[k]);
    write_number(json, "with", report.with_candidate.value[k]);
    write_number(json, "delta", change.value[k]);
    write_number(json, "contribution", change.contribution[k]);
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

void write_team(json_writer &json, const impact &report, const report_texts &texts) {
  json.key("team");
  if (!report.stage_two) return json.null();
  json.begin_object();
  write_team_fit(json, "without", report.without_candidate, texts.without_flags, texts.without_former);
  write_team_fit(json, "with", report.with_candidate, texts.with_flags, texts.with_former);
  write_delta(json, report);
  json.end_object();
}

void write_environment(json_writer &json, const std::optional<recruitment::environment_fit> &environment) {
  json.key("environment");
  if (!environment) return json.null();
  json.begin_object();
  write_number(json, "score", environment->score);
  write_number(json, "ratio", environment->ratio);
  write_number(json, "resources", environment->resources);
  write_number(json, "demands", environment->demands);
  write_text(json, "status", environment->status);
  json.end_object();
}

void write_leadership(json_writer &json, const std::optional<recruitment::leadership_fit> &leader) {
  json.key("leadership");
  if (!leader) return json.null();
  json.begin_object();
  write_number(json, "score", leader->score);
  write_number(json, "distance", leader->distance);
  write_text(json, "label", leader->label);
  json.key("gaps");
  json.begin_array();
  for (const recruitment::leadership_gap &gap : leader->gaps) {
    json.begin_object();
    write_text(json, "dimension", gap.dimension);
    write_number(json, "gap", gap.gap);
    write_text(json, "label", gap.label);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_parameter(json_writer &json, const ranking::parameter &given) {
  if (const auto *value = std::get_if<double>(&given.value)) return write_number(json, given.name, *value);
  if (const auto *words = std::get_if<std::string>(&given.value)) return write_text(json, given.name, words->c_str());
  write_texts(json, given.name, std::get<std::vector<std::string>>(given.value));
}

// The first sentence, all of them, and each by code and parameters.
void write_statements(json_writer &json, const std::vector<ranking::statement> &statements) {
  json.key("sentence");
  json.string(statements.front().text);
  json.key("explanation");
  json.begin_array();
  for (const ranking::statement &said : statements) json.string(said.text);
  json.end_array();
  json.key("statements");
  json.begin_array();
  for (const ranking::statement &said : statements) {
    json.begin_object();
    write_text(json, "code", said.code);
    json.key("parameters");
    json.begin_object();
    for (const ranking::parameter &given : said.parameters) write_parameter(json, given);
    json.end_object();
    write_text(json, "language", ranking::language_of_statements);
    write_text(json, "text", said.text.c_str());
    json.end_object();
  }
  json.end_array();
}

Datum report_datum(const impact &report, const ranking::match_model &model, const report_texts &texts) {
  json_writer json;
  json.begin_object();
  json.key("model_version");
  json.string(model.version);
  write_safety(json, report.safety, texts);
  write_fit(json, report);
  write_success(json, report, model.success);
  write_team(json, report, texts);
  write_environment(json, report.environment);
  write_leadership(json, report.leader);
  write_texts(json, "flags", texts.flags);
  write_texts(json, "imputed", texts.imputed);
  write_statements(json, texts.statements);
  json.end_object();
  return json.finish();
}

}  // namespace

// impact(profile jsonb, request jsonb, person uuid)
HARMONY_FUNCTION(impact) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  check_request(fcinfo->args[1]);
  const auto request = ranking::prepare(read_match_request(json_view::of(PG_GETARG_DATUM(1))));
  const ranking::person_id person = PG_ARGISNULL(2) ? ranking::person_id{} : uuid_of(PG_GETARG_DATUM(2));
  const impact report = ranking::explain(read_profile(json_view::of(PG_GETARG_DATUM(0))), request, person);
  report_texts texts;
  texts.flags = ranking::match_flag_names(report.row.flags);
  texts.without_flags = team::flag_names(report.without_candidate.flags);
  texts.with_flags = team::flag_names(report.with_candidate.flags);
  texts.without_former = team::former_flag_names({texts.without_flags.begin(), texts.without_flags.end()});
  texts.with_former = team::former_flag_names({texts.with_flags.begin(), texts.with_flags.end()});
  texts.imputed = person::trait_names(report.row.imputed);
  texts.unassessed = person::trait_names(report.safety.unassessed);
  texts.statements = ranking::statements_of(report);
  warn_of(*request);
  return guarded([&] { return report_datum(report, request->request.model, texts); });
}

}  // namespace harmony::functions
