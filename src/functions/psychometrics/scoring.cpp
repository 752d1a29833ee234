// SQL shells of core/psychometrics: decode, call, encode. Contracts: sql/extension/20_psychometrics.sql.
#include <new>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/psychometrics/cognitive.hpp"
#include "core/psychometrics/likert.hpp"
#include "core/psychometrics/response_quality.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

namespace core = harmony::psychometrics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;
using harmony::span;

namespace {

// SETOF harmony.trait_score (trait, raw, n_items, n_answered, score).
Datum return_trait_scores(FunctionCallInfo fcinfo, const std::vector<core::trait_score> &scores) {
  guarded([&] {
    InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
    ReturnSetInfo *result = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
    for (const core::trait_score &score : scores) {
      row_builder<5> row;
      row.add(text_datum(score.trait));
      row.add(Float8GetDatum(score.raw));
      row.add(Int32GetDatum(score.n_items));
      row.add(Int32GetDatum(score.n_answered));
      row.add(nullable(score.score));
      tuplestore_putvalues(result->setResult, result->setDesc, row.values, row.nulls);
    }
  });
  return Datum{0};
}

}  // namespace

HARMONY_FUNCTION(score_likert) {
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const auto keyed = smallint_array(fcinfo, 1, "keyed");
  const auto traits = text_array(fcinfo, 2, "traits");
  return return_trait_scores(
      fcinfo, core::score_likert(answers_of(answers), without_nulls(keyed, "keyed"), without_nulls(traits, "traits"),
                                 PG_GETARG_INT32(3), PG_GETARG_INT32(4)));
}

HARMONY_FUNCTION(score_cognitive) {
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const auto correct = smallint_array(fcinfo, 1, "correct");
  const auto traits = text_array(fcinfo, 2, "traits");
  return return_trait_scores(
      fcinfo, core::score_cognitive(answers_of(answers), without_nulls(correct, "correct"),
                                    without_nulls(traits, "traits"), PG_GETARG_INT32(3)));
}

HARMONY_FUNCTION(trait_answers) {
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const auto keyed = smallint_array(fcinfo, 1, "keyed");
  const auto traits = text_array(fcinfo, 2, "traits");
  const std::vector<double> values =
      core::trait_answers(answers_of(answers), without_nulls(keyed, "keyed"), without_nulls(traits, "traits"),
                          PG_GETARG_INT32(3), PG_GETARG_INT32(4), text_argument(fcinfo, 5));
  return guarded([&] { return float8_array_datum(values.data(), values.size()); });
}

// ---- response quality ----

namespace {

Datum return_quality(FunctionCallInfo fcinfo, const core::response_quality &quality) {
  std::vector<std::string_view> flags;
  for (core::quality_flag flag : quality.flags) flags.push_back(core::flag_name(flag));
  return guarded([&] {
    row_builder<13> row;
    row.add(Int32GetDatum(quality.n_items));
    row.add(Int32GetDatum(quality.n_answered));
    row.add(nullable(quality.completeness));
    row.add(Int32GetDatum(quality.longstring));
    row.add(nullable(quality.irv));
    row.add(nullable(quality.extreme_share));
    row.add(nullable(quality.even_odd));
    row.add(nullable(quality.median_ms));
    row.add(nullable(quality.fast_share));
    row.add(nullable(quality.mahalanobis));
    row.add(nullable(quality.mahalanobis_cutoff));
    row.add(text_array_datum(flags.data(), flags.size()));
    row.add(BoolGetDatum(quality.reliable));
    return row.finish(result_row_type(fcinfo));
  });
}

}  // namespace

// response_quality(answers, keyed, traits, scale_min, scale_max, response_ms, item_mean, item_covariance): NULL answers,
// traits or scale give NULL; the other arguments may be NULL, which leaves their indices unjudged.
HARMONY_FUNCTION(response_quality) {
  if (PG_ARGISNULL(0) || PG_ARGISNULL(2) || PG_ARGISNULL(3) || PG_ARGISNULL(4)) PG_RETURN_NULL();
  array_values<std::int16_t> keyed;
  quality_arguments arguments;
  const auto answers = smallint_array(fcinfo, 0, "answers");
  const auto traits = text_array(fcinfo, 2, "traits");
  core::quality_input input;
  input.given = answers_of(answers);
  input.traits = without_nulls(traits, "traits");
  input.scale_min = PG_GETARG_INT32(3);
  input.scale_max = PG_GETARG_INT32(4);
  if (!PG_ARGISNULL(1)) {
    keyed = smallint_array(fcinfo, 1, "keyed");
    core::check_length("keys", answers.size(), keyed.size());  // no key at all is NULL, not an empty array
    input.keyed = without_nulls(keyed, "keyed");
  }
  arguments.read_times(fcinfo, 5, input);
  arguments.read_population(fcinfo, 6, input);
  return return_quality(fcinfo, core::assess_response_quality(input));
}
