// Shells of scoring and response quality.
#include <string_view>
#include <vector>

#include "core/psychometrics/cognitive.hpp"
#include "core/psychometrics/likert.hpp"
#include "core/psychometrics/response_quality.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using psychometrics::trait_score;

constexpr column<trait_score> trait_score_columns[] = {
    {"trait", from<&trait_score::trait>},     {"raw", from<&trait_score::raw>},
    {"n_items", from<&trait_score::n_items>}, {"n_answered", from<&trait_score::n_answered>},
    {"score", from<&trait_score::score>},
};

}  // namespace

HARMONY_FUNCTION(score_likert) {
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto keyed = smallint_array(PG_GETARG_DATUM(1), "keyed");
  const auto traits = text_array(PG_GETARG_DATUM(2), "traits");
  return return_set(
      fcinfo, trait_score_columns,
      psychometrics::score_likert(answers_of(answers), without_nulls(keyed, "keyed"), without_nulls(traits, "traits"),
                                  PG_GETARG_INT32(3), PG_GETARG_INT32(4)));
}

HARMONY_FUNCTION(score_cognitive) {
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto correct = smallint_array(PG_GETARG_DATUM(1), "correct");
  const auto traits = text_array(PG_GETARG_DATUM(2), "traits");
  return return_set(fcinfo, trait_score_columns,
                    psychometrics::score_cognitive(answers_of(answers), without_nulls(correct, "correct"),
                                                   without_nulls(traits, "traits"), PG_GETARG_INT32(3)));
}

HARMONY_FUNCTION(trait_answers) {
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto keyed = smallint_array(PG_GETARG_DATUM(1), "keyed");
  const auto traits = text_array(PG_GETARG_DATUM(2), "traits");
  const std::vector<double> values =
      psychometrics::trait_answers(answers_of(answers), without_nulls(keyed, "keyed"), without_nulls(traits, "traits"),
                                   PG_GETARG_INT32(3), PG_GETARG_INT32(4), bytes_of(PG_GETARG_DATUM(5)));
  return guarded([&] { return float8_array_datum(values.data(), values.size()); });
}

// response_quality(answers, keyed, traits, scale_min, scale_max, response_ms, item_mean, item_covariance, correct,
// discrimination, difficulty): NULL answers, traits or scale give NULL; the other arguments may be NULL, which leaves
// their indices unjudged.
HARMONY_FUNCTION(response_quality) {
  if (PG_ARGISNULL(0) || PG_ARGISNULL(2) || PG_ARGISNULL(3) || PG_ARGISNULL(4)) PG_RETURN_NULL();
  array_values<std::int16_t> keyed;
  quality_arguments arguments;
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto traits = text_array(PG_GETARG_DATUM(2), "traits");
  psychometrics::quality_input input;
  input.given = answers_of(answers);
  input.traits = without_nulls(traits, "traits");
  input.scale_min = PG_GETARG_INT32(3);
  input.scale_max = PG_GETARG_INT32(4);
  if (!PG_ARGISNULL(1)) {
    keyed = smallint_array(PG_GETARG_DATUM(1), "keyed");
    psychometrics::check_length("keys", answers.size(), keyed.size());  // no key at all is NULL, not an empty array
    input.keyed = without_nulls(keyed, "keyed");
  } else {
    input.person_fit_lz = fit_of_test(input.given, fcinfo->args[8], fcinfo->args[9], fcinfo->args[10]);
  }
  arguments.read_times(fcinfo->args[5], input);
  arguments.read_population(fcinfo->args[6], fcinfo->args[7], input);
  auto &type = *guarded([&] { return &postgres::call_site<postgres::row_type>(fcinfo); });
  return return_quality(fcinfo, type, psychometrics::assess_response_quality(input));
}

}  // namespace harmony::functions
