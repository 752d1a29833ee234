// Shells of single answers and scores: pomp, score_level, rounded_score, trait_percent, right_answers, trait_answers
// of a test. Contracts: sql/extension/psychometrics/functions.sql.
#include <vector>

#include "core/base/rounding.hpp"
#include "core/person/levels.hpp"
#include "core/psychometrics/cognitive.hpp"
#include "core/psychometrics/pomp.hpp"
#include "functions/psychometrics/scoring_arguments.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

HARMONY_FUNCTION(pomp) {
  return Float8GetDatum(
      psychometrics::pomp(PG_GETARG_INT32(0), PG_GETARG_INT32(1), PG_GETARG_INT32(2), PG_GETARG_BOOL(3)));
}

HARMONY_FUNCTION(score_level) {
  const person::level_cutoffs cutoffs{PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2)};
  cutoffs.check();
  const char *level = person::score_level(PG_GETARG_FLOAT8(0), cutoffs);
  if (level == nullptr) PG_RETURN_NULL();
  return guarded([&] { return text_datum(level); });
}

// rounded_score(score, decimals), strict
HARMONY_FUNCTION(rounded_score) {
  return Float8GetDatum(harmony::rounded_score(PG_GETARG_FLOAT8(0), PG_GETARG_INT32(1)));
}

HARMONY_FUNCTION(trait_percent) {
  return return_nullable(fcinfo, person::percent_of(bytes_of(PG_GETARG_DATUM(0)), PG_GETARG_FLOAT8(1)));
}

HARMONY_FUNCTION(right_answers) {
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto correct = smallint_array(PG_GETARG_DATUM(1), "correct");
  const std::vector<double> right =
      psychometrics::right_answers(answers_of(answers), without_nulls(correct, "correct"));
  return guarded([&] { return float8_array_datum(right.data(), right.size()); });
}

HARMONY_FUNCTION(trait_right_answers) {
  const auto answers = smallint_array(PG_GETARG_DATUM(0), "answers");
  const auto correct = smallint_array(PG_GETARG_DATUM(1), "correct");
  const auto traits = text_array(PG_GETARG_DATUM(2), "traits");
  const std::vector<double> right =
      psychometrics::trait_right_answers(answers_of(answers), without_nulls(correct, "correct"),
                                         without_nulls(traits, "traits"), bytes_of(PG_GETARG_DATUM(3)));
  return guarded([&] { return float8_array_datum(right.data(), right.size()); });
}

}  // namespace harmony::functions
