// SQL shell that scores and judges a whole submission. Contract: sql/extension/26_submission.sql.
#include <cmath>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/psychometrics/cognitive.hpp"
#include "functions/answers.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

namespace core = harmony::psychometrics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;
using harmony::span;

namespace {

// The arguments, by position.
enum argument {
  kind, answers, keyed, traits, families, correct, n_options, scale_min, scale_max,  // of every kind
  response_ms, item_mean, item_covariance,                                           // may be NULL
  right_traits, left_loadings, right_loadings, left_intercepts, right_intercepts, trait_order, trait_correlation  // forced choice
};

struct scored_submission {
  std::vector<core::trait_score> scores;
  core::response_quality quality;
};

core::quality_input input_of(const array_values<std::int16_t> &given, const array_values<std::string_view> &names) {
  core::quality_input input;
  input.given = answers_of(given);
  input.traits = without_nulls(names, "traits");
  return input;
}

scored_submission score_likert(FunctionCallInfo fcinfo, core::quality_input input) {
  const auto key = smallint_array(fcinfo, argument::keyed, "keyed");
  quality_arguments of_quality;
  input.keyed = without_nulls(key, "keyed");
  input.scale_min = PG_GETARG_INT32(argument::scale_min);
  input.scale_max = PG_GETARG_INT32(argument::scale_max);
  auto scores = core::score_likert(input.given, input.keyed, input.traits, input.scale_min, input.scale_max);
  of_quality.read_times(fcinfo, argument::response_ms, input);
  of_quality.read_population(fcinfo, argument::item_mean, input);
  return {std::move(scores), core::assess_response_quality(input)};
}

// Of a test and of a forced choice only completeness, runs and times are judged.
core::response_quality judge_choices(FunctionCallInfo fcinfo, core::quality_input input) {
  quality_arguments of_quality;
  of_quality.read_times(fcinfo, argument::response_ms, input);
  return core::assess_response_quality(input);
}

scored_submission score_cognitive(FunctionCallInfo fcinfo, const core::quality_input &input) {
  const auto key = smallint_array(fcinfo, argument::correct, "correct");
  auto scores = core::score_cognitive(input.given, without_nulls(key, "correct"), input.traits,
                                      PG_GETARG_INT32(argument::n_options));
  return {std::move(scores), judge_choices(fcinfo, input)};
}

scored_submission score_choice(FunctionCallInfo fcinfo, const core::quality_input &input, span<std::string_view> order) {
  const auto right = text_array(fcinfo, argument::right_traits, "right_traits");
  const auto ll = float8_array(fcinfo, argument::left_loadings, "left_loadings");
  const auto lr = float8_array(fcinfo, argument::right_loadings, "right_loadings");
  const auto ml = float8_array(fcinfo, argument::left_intercepts, "left_intercepts");
  const auto mr = float8_array(fcinfo, argument::right_intercepts, "right_intercepts");
  const pair_arguments pairs = {input.traits, without_nulls(right, "right_traits"), without_nulls(ll, "left_loadings"),
                                without_nulls(lr, "right_loadings"), without_nulls(ml, "left_intercepts"),
                                without_nulls(mr, "right_intercepts")};
  const auto form = form_of(fcinfo, argument::trait_correlation, order, pairs);
  const auto found = core::score_forced_choice(input.given, form);
  std::vector<core::trait_score> scores;
  for (std::size_t k = 0; k < found.size(); ++k)
    scores.push_back({order[k], found[k].theta, found[k].n_items, found[k].n_answered, found[k].score});
  return {std::move(scores), judge_choices(fcinfo, input)};
}

// SETOF harmony.submission_score: the traits that have a score.
void return_scores(FunctionCallInfo fcinfo, const scored_submission &scored, span<std::string_view> family) {
  std::vector<std::string_view> flags;
  for (core::quality_flag flag : scored.quality.flags) flags.push_back(core::flag_name(flag));
  guarded([&] {
    InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
    ReturnSetInfo *result = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
    const Datum flags_datum = text_array_datum(flags.data(), flags.size());
    for (std::size_t k = 0; k < scored.scores.size(); ++k) {
      const core::trait_score &score = scored.scores[k];
      if (std::isnan(score.score)) continue;
      row_builder<8> row;
      row.add(text_datum(score.trait));
      row.add(text_datum(family[k]));
      row.add(Float8GetDatum(score.raw));
      row.add(Int32GetDatum(score.n_items));
      row.add(Int32GetDatum(score.n_answered));
      row.add(Float8GetDatum(score.score));
      row.add(BoolGetDatum(scored.quality.reliable));
      row.add(flags_datum);
      tuplestore_putvalues(result->setResult, result->setDesc, row.values, row.nulls);
    }
  });
}

Datum return_no_rows(FunctionCallInfo fcinfo) {
  guarded([&] { InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC); });
  return Datum{0};
}

bool any_null(FunctionCallInfo fcinfo, int first, int last) {
  for (int i = first; i <= last; ++i)
    if (PG_ARGISNULL(i)) return true;
  return false;
}

}  // namespace

HARMONY_FUNCTION(score_submission) {
  if (any_null(fcinfo, argument::kind, argument::scale_max)) return return_no_rows(fcinfo);
  const std::string_view kind = text_argument(fcinfo, argument::kind);
  const auto given = smallint_array(fcinfo, argument::answers, "answers");
  const auto names = text_array(fcinfo, argument::traits, "traits");
  const auto family = text_array(fcinfo, argument::families, "families");
  const core::quality_input input = input_of(given, names);
  array_values<std::string_view> order;
  scored_submission scored;
  if (kind == "likert") {
    scored = score_likert(fcinfo, input);
  } else if (kind == "cognitive") {
    scored = score_cognitive(fcinfo, input);
  } else if (kind == "forced_choice") {
    if (any_null(fcinfo, argument::right_traits, argument::trait_correlation)) return return_no_rows(fcinfo);
    order = text_array(fcinfo, argument::trait_order, "trait_order");
    scored = score_choice(fcinfo, input, without_nulls(order, "trait_order"));
  } else {
    throw harmony::error(sqlstate::invalid_parameter_value, "unknown kind of instrument \"" + std::string(kind) + "\"", "",
                         "Known kinds: likert, cognitive, forced_choice.");
  }
  if (family.size() != scored.scores.size())
    throw harmony::error(sqlstate::invalid_parameter_value,
                         "expected " + std::to_string(scored.scores.size()) + " families but got " + std::to_string(family.size()),
                         "There must be one for each trait, in the order of the traits' first items or in trait_order.");
  return_scores(fcinfo, scored, without_nulls(family, "families"));
  return Datum{0};
}
