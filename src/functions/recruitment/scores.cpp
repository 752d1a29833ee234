// Shells of both stages: fit to the position, predicted success with a team.
#include <string>
#include <string_view>
#include <vector>

#include "core/recruitment/percentile.hpp"
#include "core/recruitment/position_names.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/recruitment/recruitment_json.hpp"
#include "functions/recruitment/safety_json.hpp"
#include "functions/shell.hpp"
#include "postgres/warning.hpp"

namespace harmony::functions {

namespace {

using recruitment::safety_assessment;

person::profile profile_of(Datum profile) { return read_profile(json_view::of(profile)); }

/// A part of the model: NULL means the defaults.
template <class T, class Read>
T model_of(NullableDatum model, Read &&read, T defaults) {
  return model.isnull ? defaults : read(json_view::of(model.value));
}

recruitment::benchmarks benchmarks_of(NullableDatum model) {
  return model_of(model, read_benchmarks, recruitment::benchmarks());
}

recruitment::competency_model competencies_of(NullableDatum model) {
  return model_of(model, read_competency_model, recruitment::default_competency_model());
}

}  // namespace

HARMONY_FUNCTION(p_ind) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto weights = model_of(
      fcinfo->args[1], [](const json_view &v) { return read_trait_weights(v, "weights"); },
      recruitment::default_p_ind_weights());
  return return_nullable(fcinfo, recruitment::p_ind(profile_of(PG_GETARG_DATUM(0)), weights).score);
}

HARMONY_FUNCTION(f_env) {
  const auto environment = read_environment(json_view::of(PG_GETARG_DATUM(1)));
  return return_nullable(fcinfo, recruitment::f_env(profile_of(PG_GETARG_DATUM(0)), environment).score);
}

HARMONY_FUNCTION(f_lmx) {
  const auto leader = read_leadership(json_view::of(PG_GETARG_DATUM(1)));
  return return_nullable(fcinfo, recruitment::f_lmx(profile_of(PG_GETARG_DATUM(0)), leader).score);
}

HARMONY_FUNCTION(mlpsm) {
  const recruitment::terms terms{number_or_nan(fcinfo->args[0]), number_or_nan(fcinfo->args[1]),
                                 number_or_nan(fcinfo->args[2]), number_or_nan(fcinfo->args[3])};
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (!PG_ARGISNULL(i) && !std::isfinite(terms[i]))
      throw error(sqlstate::invalid_parameter_value, std::string(recruitment::term_names[i]) + " must be finite");
  return return_nullable(fcinfo,
                         recruitment::mlpsm(terms, model_of(fcinfo->args[4], read_betas, recruitment::betas())).score);
}

HARMONY_FUNCTION(g_fit) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto person = profile_of(PG_GETARG_DATUM(0));
  return return_nullable(
      fcinfo, recruitment::g_fit(person, benchmarks_of(fcinfo->args[1]), competencies_of(fcinfo->args[2])).score);
}

HARMONY_FUNCTION(midrank_percentile) {
  const std::vector<double> pool = float8_values(PG_GETARG_DATUM(1), "pool");
  return return_nullable(fcinfo, recruitment::midrank_percentile(PG_GETARG_FLOAT8(0), pool));
}

// competencies(profile, benchmarks, weights) → {"team_fit": {"score", "data_quality", "flags"}, …}, full precision.
HARMONY_FUNCTION(competencies) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto person = profile_of(PG_GETARG_DATUM(0));
  const auto position = benchmarks_of(fcinfo->args[1]);
  const auto model = competencies_of(fcinfo->args[2]);
  std::vector<recruitment::competency_score> scores;
  for (const recruitment::competency &c : model.competencies)
    scores.push_back(recruitment::score_competency(person, c.weights, position));
  return guarded([&] {
    json_writer json;
    json.begin_object();
    for (std::size_t i = 0; i < scores.size(); ++i) {
      json.key(model.competencies[i].name);
      json.begin_object();
      json.key("score");
      json.number(scores[i].score);
      json.key("data_quality");
      json.number(scores[i].data_quality);
      json.key("flags");
      json.begin_array();
      if (scores[i].resilience_proxy) json.string("RESILIENCE_PROXY");
      json.end_array();
      json.end_object();
    }
    json.end_object();
    return json.finish();
  });
}

namespace {

jsonb_document triggers_of(const safety_assessment &found) {
  json_writer json;
  write_triggers(json, found);
  return {json.finish()};
}

struct safety_answer {
  safety_assessment found;
  std::vector<std::string_view> unassessed;
};

constexpr auto found = &safety_answer::found;
constexpr column<safety_answer> safety_columns[] = {
    {"level", from<found, &safety_assessment::level, recruitment::level_name>},
    {"triggers", from<found, triggers_of>},
    {"unassessed", from<&safety_answer::unassessed>},
};

}  // namespace

// safety_barrier(profile, position, rules)
HARMONY_FUNCTION(safety_barrier) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto person = profile_of(PG_GETARG_DATUM(0));
  std::optional<std::string_view> position;
  if (!PG_ARGISNULL(1)) position = bytes_of(PG_GETARG_DATUM(1));
  const auto rules = model_of(fcinfo->args[2], read_safety_rules, recruitment::default_safety_rules());
  // Who asks for one person knows the position otherwise: a name is doubted where it is all but one of the rules'.
  if (const auto doubted = recruitment::find_unknown_position(position, true, rules))
    postgres::warn(doubted->message, doubted->hint);
  safety_answer answer{recruitment::assess(person, position, rules), {}};
  answer.unassessed = person::trait_names(answer.found.unassessed);
  return return_row(fcinfo, safety_columns, answer);
}

}  // namespace harmony::functions
