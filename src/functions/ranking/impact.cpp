// SQL shells of the impact report, the sensitivity of a ranking and selection rates. Contracts:
// sql/extension/36_impact.sql.
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/recruitment/fairness.hpp"
#include "core/ranking/impact.hpp"
#include "core/ranking/sensitivity.hpp"
#include "functions/ranking/match_state.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/ranking/ranking_json.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace core = harmony::recruitment;
namespace team = harmony::team;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;

namespace {

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

void write_texts(json_writer &json, std::string_view name, const std::vector<std::string> &texts) {
  json.key(name);
  json.begin_array();
  for (const std::string &text : texts) json.string(text);
  json.end_array();
}

void write_safety(json_writer &json, const harmony::recruitment::safety_assessment &safety) {
  json.key("safety");
  json.begin_object();
  json.key("level");
  json.string(harmony::recruitment::level_name(safety.level));
  json.key("triggers");
  json.begin_array();
  for (const harmony::recruitment::fired_rule &fired : safety.fired) {
    json.begin_object();
    json.key("trait");
    json.string(harmony::person::trait_name(fired.which));
    write_number(json, "value", fired.value);
    write_number(json, "below", fired.below);
    json.key("effect");
    json.string(harmony::recruitment::level_name(fired.effect));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_competency(json_writer &json, const harmony::ranking::explained_competency &part) {
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
  for (const harmony::recruitment::trait_contribution &trait : part.traits) {
    json.begin_object();
    json.key("trait");
    json.string(harmony::person::trait_name(trait.which));
    json.key("source");
    json.string(harmony::person::trait_name(trait.source));
    write_number(json, "counted", trait.counted);
    write_number(json, "weight", trait.share);
    write_number(json, "contribution", trait.contribution);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_fit(json_writer &json, const harmony::ranking::impact &report) {
  json.key("fit");
  json.begin_object();
  write_number(json, "g_fit", report.row.g_fit);
  write_number(json, "g_fit_computed", report.row.audit_g_fit);
  write_text(json, "label", report.row.fit_label);
  write_number(json, "data_quality", report.row.data_quality);
  json.key("competencies");
  json.begin_object();
  for (const harmony::ranking::explained_competency &part : report.competencies) write_competency(json, part);
  json.end_object();
  json.end_object();
}

void write_success(json_writer &json, const harmony::ranking::impact &report, const harmony::recruitment::betas &model) {
  const harmony::recruitment::prediction &success = report.row.success;
  json.key("success");
  if (!report.stage_two) return json.null();
  json.begin_object();
  write_number(json, "score", success.score);
  write_text(json, "label", report.row.success_label);
  write_number(json, "data_quality", report.row.success_data_quality);
  write_number(json, "intercept", success.intercept);
  write_number(json, "unclamped", success.unclamped);
  write_number(json, "clamping", report.clamping);
  json.key("rescaled");
  json.boolean(report.rescaled);
  json.key("terms");
  json.begin_object();
  for (std::size_t k = 0; k < harmony::recruitment::term_count; ++k) {
    json.key(harmony::recruitment::term_names[k]);
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
                    const std::vector<std::string> &flags) {
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
  json.end_object();
}

void write_delta(json_writer &json, const harmony::ranking::impact &report) {
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

// What stands outside of guarded(): text with owners.
struct report_texts {
  std::vector<std::string> flags, without_flags, with_flags, sentences;
};

void write_team(json_writer &json, const harmony::ranking::impact &report, const report_texts &texts) {
  json.key("team");
  if (!report.stage_two) return json.null();
  json.begin_object();
  write_team_fit(json, "without", report.without_candidate, texts.without_flags);
  write_team_fit(json, "with", report.with_candidate, texts.with_flags);
  write_delta(json, report);
  json.end_object();
}

void write_environment(json_writer &json, const std::optional<harmony::recruitment::environment_fit> &environment) {
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

void write_leadership(json_writer &json, const std::optional<harmony::recruitment::leadership_fit> &leader) {
  json.key("leadership");
  if (!leader) return json.null();
  json.begin_object();
  write_number(json, "score", leader->score);
  write_number(json, "distance", leader->distance);
  write_text(json, "label", leader->label);
  json.key("gaps");
  json.begin_array();
  for (const harmony::recruitment::leadership_gap &gap : leader->gaps) {
    json.begin_object();
    write_text(json, "dimension", gap.dimension);
    write_number(json, "gap", gap.gap);
    write_text(json, "label", gap.label);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

Datum report_datum(const harmony::ranking::impact &report, const harmony::ranking::match_model &model, const report_texts &texts) {
  json_writer json;
  json.begin_object();
  json.key("model_version");
  json.string(model.version);
  write_safety(json, report.safety);
  write_fit(json, report);
  write_success(json, report, model.success);
  write_team(json, report, texts);
  write_environment(json, report.environment);
  write_leadership(json, report.leader);
  write_texts(json, "flags", texts.flags);
  json.key("sentence");
  json.string(texts.sentences.front());
  write_texts(json, "explanation", texts.sentences);
  json.end_object();
  return json.finish();
}

}  // namespace

// impact(profile jsonb, request jsonb)
HARMONY_FUNCTION(impact) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  if (PG_ARGISNULL(1)) refuse_null_request();
  const auto request = harmony::ranking::prepare(read_match_request(json_view::argument(fcinfo, 1)));
  const harmony::ranking::impact report = harmony::ranking::explain(read_profile(json_view::argument(fcinfo, 0)), request);
  const report_texts texts{harmony::ranking::match_flag_names(report.row.flags), team::flag_names(report.without_candidate.flags),
                           team::flag_names(report.with_candidate.flags), harmony::ranking::sentences_of(report, *request)};
  return guarded([&] { return report_datum(report, request->request.model, texts); });
}

// ---- sensitivity: another end of the state of harmony.match ----

namespace {

Datum uuid_datum(const harmony::ranking::person_id &person) {
  pg_uuid_t *copy = static_cast<pg_uuid_t *>(palloc(sizeof(pg_uuid_t)));
  std::memcpy(copy->data, person.data(), person.size());
  return UUIDPGetDatum(copy);
}

// harmony.rank_sensitivity; may raise.
Datum encode_change(const harmony::ranking::rank_change &change, TupleDesc type) {
  Datum *people = static_cast<Datum *>(palloc((change.new_top.size() + 1) * sizeof(Datum)));
  for (std::size_t k = 0; k < change.new_top.size(); ++k) people[k] = uuid_datum(change.new_top[k]);
  row_builder<10> row;
  row.add(CStringGetTextDatum(change.stage));
  row.add(text_datum(change.weight));
  row.add(Float8GetDatum(change.change));
  row.add(nullable(change.kendall_tau));
  row.add(nullable(change.spearman_rho));
  row.add(Int64GetDatum(static_cast<std::int64_t>(change.n)));
  row.add(Int32GetDatum(static_cast<int>(change.top)));
  row.add(Int32GetDatum(static_cast<int>(change.top_changed)));
  row.add(change.new_top.empty() ? NullableDatum{Datum{0}, true} : NullableDatum{people[0], false});
  row.add(PointerGetDatum(
      construct_array(people, static_cast<int>(change.new_top.size()), UUIDOID, UUID_LEN, false, TYPALIGN_CHAR)));
  return row.finish(type);
}

}  // namespace

HARMONY_FUNCTION(rank_sensitivity_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const std::vector<harmony::ranking::rank_change> changes = harmony::ranking::rank_sensitivity(match_aggregate::argument(fcinfo, 0).pool);
  return guarded([&] {
    const array_element_type type = result_element_type(fcinfo);
    row_array_builder rows;
    for (const harmony::ranking::rank_change &change : changes) rows.add(encode_change(change, type.row));
    return rows.finish(type.oid);
  });
}

// ---- selection rates ----

namespace {

std::vector<harmony::recruitment::group_count> counts_of(FunctionCallInfo fcinfo) {
  const auto names = text_array(fcinfo, 0, "group_names");
  const auto selected = bigint_array(fcinfo, 1, "selected");
  const auto totals = bigint_array(fcinfo, 2, "totals");
  refuse_nulls(!names.is_null.empty(), "group_names");
  refuse_nulls(!selected.is_null.empty(), "selected");
  refuse_nulls(!totals.is_null.empty(), "totals");
  if (names.size() != selected.size() || names.size() != totals.size())
    throw harmony::error(sqlstate::invalid_parameter_value,
                         "group_names, selected and totals must have the same length");
  std::vector<harmony::recruitment::group_count> groups;
  for (std::size_t k = 0; k < names.size(); ++k)
    groups.push_back({std::string(names.values[k]), selected.values[k], totals.values[k]});
  return groups;
}

}  // namespace

HARMONY_FUNCTION(selection_rates) {
  const std::vector<harmony::recruitment::selection_rate> rates = harmony::recruitment::selection_rates(counts_of(fcinfo), PG_GETARG_INT32(3));
  guarded([&] {
    InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
    ReturnSetInfo *result = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
    for (const harmony::recruitment::selection_rate &rate : rates) {
      row_builder<13> row;
      row.add(text_datum(rate.group.name));
      row.add(Int64GetDatum(rate.group.selected));
      row.add(Int64GetDatum(rate.group.total));
      row.add(Float8GetDatum(rate.rate));
      row.add(Float8GetDatum(rate.interval.low));
      row.add(Float8GetDatum(rate.interval.high));
      row.add(text_datum(rate.reference.name));
      row.add(Int64GetDatum(rate.reference.selected));
      row.add(Int64GetDatum(rate.reference.total));
      row.add(nullable(rate.impact_ratio));
      row.add(std::isnan(rate.impact_ratio) ? NullableDatum{Datum{0}, true}
                                            : NullableDatum{BoolGetDatum(rate.adverse), false});
      row.add(nullable(rate.cohens_h));
      row.add(nullable(rate.phi));
      tuplestore_putvalues(result->setResult, result->setDesc, row.values, row.nulls);
    }
  });
  return Datum{0};
}
