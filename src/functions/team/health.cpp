// SQL shells of the health of a crew: metrics, weather, diagnosis, sociogram. Contracts:
// sql/extension/45_team_health.sql.
#include <cstring>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/team/harmony_metrics.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/ranking/ranking_json.hpp"
#include "functions/team/team_json.hpp"
#include "postgres/aggregate.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace core = harmony::team;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;

namespace {

harmony::ranking::match_model model_argument(FunctionCallInfo fcinfo, int i) {
  return fcinfo->args[i].isnull ? harmony::ranking::match_model()
                                : read_match_model(json_view::argument(fcinfo, i));
}

// A label that may be missing. May raise.
NullableDatum label(const char *text) {
  return {text == nullptr ? Datum{0} : CStringGetTextDatum(text), text == nullptr};
}

}  // namespace

// harmony_metrics(profiles jsonb[], model). A NULL profile is a member of whom nothing was measured.
HARMONY_FUNCTION(harmony_metrics) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const harmony::ranking::match_model model = model_argument(fcinfo, 1);
  std::vector<harmony::person::profile> crew;
  for (Jsonb *member : jsonb_array(fcinfo, 0, "profiles"))
    crew.push_back(member == nullptr ? harmony::person::profile() : read_profile(json_view::document(member)));
  const core::harmony_metrics metrics = core::metrics_of(crew, model.p_ind);
  return guarded([&] {
    row_builder<9> row;
    row.add(nullable(metrics.performance));
    row.add(nullable(metrics.cohesion));
    row.add(nullable(metrics.min_agreeableness));
    row.add(nullable(metrics.sd_conscientiousness));
    row.add(nullable(metrics.mean_emotional_stability));
    row.add(nullable(metrics.min_emotional_stability));
    row.add(nullable(metrics.mean_gca));
    row.add(Int32GetDatum(static_cast<int>(metrics.n)));
    row.add(Float8GetDatum(metrics.data_quality));
    return row.finish(result_row_type(fcinfo));
  });
}

// ---- weather: an aggregate over (person, day, value) ----

namespace {

struct weather_state {
  core::weather_model model;
  core::pulse_pool pool;
};
using state = aggregate_state<weather_state>;

std::int64_t day_argument(FunctionCallInfo fcinfo, int i, const char *name) {
  const DateADT day = PG_GETARG_DATEADT(i);
  if (DATE_NOT_FINITE(day))
    throw harmony::error(sqlstate::numeric_value_out_of_range, std::string(name) + " must be a finite date");
  return day;
}

weather_state state_from_arguments(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(4))
    throw harmony::error(sqlstate::null_value_not_allowed, "as_of must not be null", "",
                         "It is the day from which the pulses are looked at.");
  const bool has_model = PG_NARGS() > 5;
  const core::weather_model model = has_model ? model_argument(fcinfo, 5).health.weather : core::weather_model();
  return {model, core::pulse_pool(day_argument(fcinfo, 4, "as_of"), model)};
}

}  // namespace

HARMONY_FUNCTION(weather_transition) {
  weather_state &weather = state::of(fcinfo, [&] { return state_from_arguments(fcinfo); });
  if (PG_ARGISNULL(4) || day_argument(fcinfo, 4, "as_of") != weather.pool.as_of())
    throw harmony::error(sqlstate::invalid_parameter_value, "as_of must be the same for every row of a group");
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3)) return state::datum(weather);
  core::pulse answer{{}, day_argument(fcinfo, 2, "day"), PG_GETARG_FLOAT8(3)};
  std::memcpy(answer.person.data(), PG_GETARG_UUID_P(1)->data, answer.person.size());
  weather.pool.add(answer);
  return state::datum(weather);
}

HARMONY_FUNCTION(weather_combine) {
  if (PG_ARGISNULL(1)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  const weather_state &other = state::argument(fcinfo, 1);
  weather_state &weather = state::of(fcinfo, [&] {
    return weather_state{other.model, core::pulse_pool(other.pool.as_of(), other.model)};
  });
  weather.pool.merge(other.pool);
  return state::datum(weather);
}

// Between processes: the model, the day, the pulses, all plain data.
HARMONY_FUNCTION(weather_serialize) {
  static_assert(std::is_trivially_copyable_v<core::weather_model>, "the model is sent by memcpy");
  const weather_state &weather = state::argument(fcinfo, 0);
  const std::vector<core::pulse> &pulses = weather.pool.pulses();
  const std::int64_t as_of = weather.pool.as_of();
  const std::size_t size = VARHDRSZ + sizeof(core::weather_model) + sizeof as_of + pulses.size() * sizeof(core::pulse);
  if (size > MaxAllocSize)
    throw harmony::error(sqlstate::program_limit_exceeded, "pulses are too many for a parallel worker", "",
                         "Set max_parallel_workers_per_gather to 0 for this query.");
  char *bytes = guarded([&] { return static_cast<char *>(palloc(size)); });
  SET_VARSIZE(bytes, size);
  char *out = VARDATA(bytes);
  std::memcpy(out, &weather.model, sizeof weather.model);
  out += sizeof weather.model;
  std::memcpy(out, &as_of, sizeof as_of);
  out += sizeof as_of;
  if (!pulses.empty()) std::memcpy(out, pulses.data(), pulses.size() * sizeof(core::pulse));
  return PointerGetDatum(bytes);
}

HARMONY_FUNCTION(weather_deserialize) {
  // The server hands over what weather_serialize made; state::context_of refuses any other caller.
  state::context_of(fcinfo);
  bytea *bytes = guarded([&] { return DatumGetByteaPP(fcinfo->args[0].value); });
  const char *in = VARDATA_ANY(bytes);
  const std::size_t head = sizeof(core::weather_model) + sizeof(std::int64_t);
  const std::size_t n = (VARSIZE_ANY_EXHDR(bytes) - head) / sizeof(core::pulse);
  core::weather_model model;
  std::int64_t as_of;
  std::memcpy(&model, in, sizeof model);
  std::memcpy(&as_of, in + sizeof model, sizeof as_of);
  weather_state made{model, core::pulse_pool(as_of, model)};
  for (std::size_t k = 0; k < n; ++k) {
    core::pulse answer;
    std::memcpy(&answer, in + head + k * sizeof answer, sizeof answer);
    made.pool.add(answer);
  }
  return state::datum(state::adopt(CurrentMemoryContext, std::move(made)));
}

HARMONY_FUNCTION(weather_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::weather weather = state::argument(fcinfo, 0).pool.finish();
  return guarded([&] {
    row_builder<17> row;
    row.add(Int64GetDatum(static_cast<std::int64_t>(weather.n_pulses)));
    row.add(Int64GetDatum(static_cast<std::int64_t>(weather.n_people)));
    row.add(Int32GetDatum(static_cast<int>(weather.days_observed)));
    row.add(nullable(weather.mean));
    row.add(nullable(weather.shrunk));
    row.add(label(weather.status));
    row.add(nullable(weather.rmssd));
    row.add(Int64GetDatum(static_cast<std::int64_t>(weather.n_differences)));
    row.add(Int32GetDatum(static_cast<int>(weather.trend_days)));
    row.add(nullable(weather.slope));
    row.add(nullable(weather.slope_low));
    row.add(nullable(weather.slope_high));
    row.add(label(weather.trend));
    row.add(nullable(weather.outlook));
    row.add(nullable(weather.outlook_low));
    row.add(nullable(weather.outlook_high));
    row.add(label(weather.outlook_status));
    return row.finish(result_row_type(fcinfo));
  });
}

// ---- diagnosis ----

namespace {

void write_parts(json_writer &json, const char *name, const core::risk_score &score) {
  json.key(name);
  json.begin_array();
  for (const core::risk_part &part : score.parts) {
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

template <class Names, class Value>
const char *name_of(const Names &names, Value value) {
  const auto index = static_cast<std::size_t>(value);
  return index < names.size() ? names[index] : nullptr;  // the last is "unknown"
}

}  // namespace

HARMONY_FUNCTION(team_diagnosis) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::risk_input measures = read_team_measures(json_view::argument(fcinfo, 0));
  const harmony::ranking::match_model model = model_argument(fcinfo, 1);
  const core::diagnosis found = core::diagnose(measures, model.health.diagnosis);
  return guarded([&] {
    json_writer parts;
    parts.begin_object();
    write_parts(parts, "hidden_conflict", found.hidden_conflict);
    write_parts(parts, "team_volatility", found.team_volatility);
    parts.end_object();
    row_builder<14> row;
    row.add(nullable(measures.performance));
    row.add(nullable(measures.cohesion));
    row.add(label(name_of(core::level_names, found.performance)));
    row.add(label(name_of(core::level_names, found.cohesion)));
    row.add(label(found.cell));
    row.add(label(found.signal));
    row.add(nullable(found.hidden_conflict.score));
    row.add(nullable(found.team_volatility.score));
    row.add(label(name_of(core::risk_level_names, found.risk)));
    row.add(label(name_of(core::team_type_names, found.type)));
    row.add(label(found.action.empty() ? nullptr : found.action.c_str()));
    row.add(Float8GetDatum(found.data_quality));
    row.add(parts.finish());
    row.add(text_datum(model.version));
    return row.finish(result_row_type(fcinfo));
  });
}

// ---- sociogram ----

namespace {

void write_text_or_null(json_writer &json, std::string_view name, std::string_view text) {
  json.key(name);
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

void write_number(json_writer &json, std::string_view name, double value) {
  json.key(name);
  json.number(value);
}

void write_node(json_writer &json, const core::sociogram_node &node) {
  json.begin_object();
  write_text_or_null(json, "id", node.member.id);
  write_text_or_null(json, "label", node.member.label);
  write_text_or_null(json, "role", node.member.role);
  json.key("candidate");
  json.boolean(node.member.candidate);
  write_number(json, "size", node.size);
  write_number(json, "emotional_stability", node.member.profile.get(harmony::person::trait::emotional_stability));
  json.key("colour");
  json.string(node.colour);
  write_number(json, "x", node.x);
  write_number(json, "y", node.y);
  json.end_object();
}

void write_edge(json_writer &json, const core::sociogram &picture, const core::sociogram_edge &edge) {
  const core::sociogram_member &source = picture.nodes[edge.source].member, &target = picture.nodes[edge.target].member;
  json.begin_object();
  json.key("source");
  json.string(source.id);
  json.key("target");
  json.string(target.id);
  write_number(json, "score", edge.score);
  json.key("kind");
  json.string(edge.kind);
  json.key("candidate");
  json.boolean(source.candidate || target.candidate);
  json.end_object();
}

void write_summary(json_writer &json, const core::sociogram_summary &summary) {
  json.key("summary");
  json.begin_object();
  json.key("n");
  json.integer(static_cast<std::int64_t>(summary.n));
  json.key("pairs");
  json.integer(static_cast<std::int64_t>(summary.pairs));
  json.key("scored");
  json.integer(static_cast<std::int64_t>(summary.scored));
  json.key("synergy");
  json.integer(static_cast<std::int64_t>(summary.synergy));
  json.key("friction");
  json.integer(static_cast<std::int64_t>(summary.friction));
  json.key("neutral");
  json.integer(static_cast<std::int64_t>(summary.neutral));
  write_number(json, "mean_score", summary.mean_score);
  json.end_object();
}

}  // namespace

HARMONY_FUNCTION(sociogram) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const harmony::ranking::match_model model = model_argument(fcinfo, 1);
  const core::sociogram picture =
      core::draw(read_members(json_view::argument(fcinfo, 0)), model.health.dyad, model.health.sociogram);
  const core::sociogram_summary summary = core::summarise(picture);
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("nodes");
    json.begin_array();
    for (const core::sociogram_node &node : picture.nodes) write_node(json, node);
    json.end_array();
    json.key("edges");
    json.begin_array();
    for (const core::sociogram_edge &edge : picture.edges) write_edge(json, picture, edge);
    json.end_array();
    write_summary(json, summary);
    json.key("model_version");
    json.string(model.version);
    json.end_object();
    return json.finish();
  });
}
