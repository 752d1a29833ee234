// SQL shells of core/recruitment: decode, call, encode. Contracts: sql/extension/30_recruitment.sql.
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/recruitment/percentile.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/recruitment/recruitment_json.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace core = harmony::recruitment;
using namespace harmony::postgres;
using namespace harmony::functions;

namespace {

harmony::person::profile profile_argument(FunctionCallInfo fcinfo, int i) { return read_profile(json_view::argument(fcinfo, i)); }

/// A model argument: NULL means the defaults.
template <class T, class Read>
T model_argument(FunctionCallInfo fcinfo, int i, Read &&read, T defaults) {
  return fcinfo->args[i].isnull ? defaults : read(json_view::argument(fcinfo, i));
}

core::benchmarks benchmarks_argument(FunctionCallInfo fcinfo, int i) {
  return model_argument(fcinfo, i, read_benchmarks, core::benchmarks());
}

core::competency_model competencies_argument(FunctionCallInfo fcinfo, int i) {
  return model_argument(fcinfo, i, read_competency_model, core::default_competency_model());
}

}  // namespace

HARMONY_FUNCTION(p_ind) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto weights = model_argument(
      fcinfo, 1, [](const json_view &v) { return read_trait_weights(v, "weights"); }, core::default_p_ind_weights());
  return return_nullable(fcinfo, core::p_ind(profile_argument(fcinfo, 0), weights).score);
}

HARMONY_FUNCTION(f_env) {
  const auto environment = read_environment(json_view::argument(fcinfo, 1));
  return return_nullable(fcinfo, core::f_env(profile_argument(fcinfo, 0), environment).score);
}

HARMONY_FUNCTION(f_lmx) {
  const auto leader = read_leadership(json_view::argument(fcinfo, 1));
  return return_nullable(fcinfo, core::f_lmx(profile_argument(fcinfo, 0), leader).score);
}

HARMONY_FUNCTION(mlpsm) {
  const core::terms terms{argument_or_nan(fcinfo, 0), argument_or_nan(fcinfo, 1), argument_or_nan(fcinfo, 2),
                          argument_or_nan(fcinfo, 3)};
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (!PG_ARGISNULL(i) && !std::isfinite(terms[i]))
      throw harmony::error(harmony::sqlstate::invalid_parameter_value,
                           std::string(core::term_names[i]) + " must be finite");
  return return_nullable(fcinfo, core::mlpsm(terms, model_argument(fcinfo, 4, read_betas, core::betas())).score);
}

HARMONY_FUNCTION(g_fit) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto person = profile_argument(fcinfo, 0);
  return return_nullable(
      fcinfo, core::g_fit(person, benchmarks_argument(fcinfo, 1), competencies_argument(fcinfo, 2)).score);
}

HARMONY_FUNCTION(midrank_percentile) {
  const auto pool = float8_array(fcinfo, 1, "pool");
  refuse_nulls(!pool.is_null.empty(), "pool");
  return return_nullable(fcinfo, core::midrank_percentile(PG_GETARG_FLOAT8(0), harmony::span<double>(pool.values)));
}

// competencies(profile, benchmarks, weights) → {"team_fit": {"score", "data_quality", "flags"}, …}, full precision.
HARMONY_FUNCTION(competencies) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto person = profile_argument(fcinfo, 0);
  const auto position = benchmarks_argument(fcinfo, 1);
  const auto model = competencies_argument(fcinfo, 2);
  std::vector<core::competency_score> scores;
  for (const core::competency &c : model.competencies)
    scores.push_back(core::score_competency(person, c.weights, position));
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

// safety_barrier(profile, position, rules) → harmony.safety (level, triggers).
HARMONY_FUNCTION(safety_barrier) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const auto person = profile_argument(fcinfo, 0);
  std::optional<std::string_view> position;
  if (!PG_ARGISNULL(1)) position = text_argument(fcinfo, 1);
  const auto rules = model_argument(fcinfo, 2, read_safety_rules, core::default_safety_rules());
  const core::safety_assessment found = core::assess(person, position, rules);
  return guarded([&] {
    json_writer json;
    json.begin_array();
    for (const core::fired_rule &fired : found.fired) {
      json.begin_object();
      json.key("trait");
      json.string(harmony::person::trait_name(fired.which));
      json.key("value");
      json.number(fired.value);
      json.key("below");
      json.number(fired.below);
      json.key("effect");
      json.string(core::level_name(fired.effect));
      json.end_object();
    }
    json.end_array();
    row_builder<2> row;
    row.add(text_datum(core::level_name(found.level)));
    row.add(json.finish());
    return row.finish(result_row_type(fcinfo));
  });
}
