// Shell of willingness to meet.
#include <string_view>

#include "core/affinity/pair_score.hpp"
#include "core/affinity/willingness.hpp"

#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

namespace {

affinity::willingness_weights read_weights(const json_view &json) {
  affinity::willingness_weights weights;
  postgres::read_numbers(json, weights);
  return weights;
}

// A score that may be NULL; NaN is none.
double score_argument(FunctionCallInfo fcinfo, int i, const char *name) {
  const double score = number_or_nan(fcinfo->args[i]);
  if (std::isnan(score) && !PG_ARGISNULL(i))
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be between 0 and 100");
  return score;
}

affinity::phase_scores scores_of(FunctionCallInfo fcinfo) {
  return {score_argument(fcinfo, 0, "visual_ab"), score_argument(fcinfo, 1, "visual_ba"),
          score_argument(fcinfo, 2, "personality"), score_argument(fcinfo, 3, "biological")};
}

affinity::willingness_result willingness_of(FunctionCallInfo fcinfo, const affinity::phase_scores &scores) {
  const affinity::willingness_weights weights =
      PG_ARGISNULL(4) ? affinity::willingness_weights() : read_weights(json_view::of(PG_GETARG_DATUM(4)));
  const affinity::mean_kind mean =
      PG_ARGISNULL(5) ? affinity::mean_kind::geometric : affinity::mean_named(postgres::text_argument(fcinfo, 5));
  return affinity::willingness(scores, weights, mean);
}

// Of the second and third argument.
affinity::disclosure bands_of(FunctionCallInfo fcinfo) {
  affinity::disclosure told;
  told.band_middle = PG_GETARG_FLOAT8(1);
  told.band_high = PG_GETARG_FLOAT8(2);
  return told;
}

constexpr column<affinity::willingness_result> willingness_columns[] = {
    {"score", from<&affinity::willingness_result::score>},
    {"a_to_b", from<&affinity::willingness_result::a_to_b>},
    {"b_to_a", from<&affinity::willingness_result::b_to_a>},
    {"missing", from<&affinity::willingness_result::missing_phases>},
};

}  // namespace

// pair_score(visual_ab, visual_ba, personality, biological, weights, mean, visual_step, band_middle, band_high float8)
HARMONY_FUNCTION(pair_score) {
  const affinity::disclosure told = {number_or_nan(fcinfo->args[6]), number_or_nan(fcinfo->args[7]),
                                     number_or_nan(fcinfo->args[8])};
  return return_row(fcinfo, willingness_columns, willingness_of(fcinfo, affinity::as_told(scores_of(fcinfo), told)));
}

// biological_band(score, band_middle, band_high float8) → text, strict
HARMONY_FUNCTION(biological_band) {
  const std::string_view band = affinity::band_of(PG_GETARG_FLOAT8(0), bands_of(fcinfo));
  fcinfo->isnull = band.empty();
  if (fcinfo->isnull) return Datum{0};
  return guarded([&] { return text_datum(band); });
}

// biological_as_told(score, band_middle, band_high float8) → float8, strict
HARMONY_FUNCTION(biological_as_told) {
  return return_nullable(fcinfo, affinity::middle_of_band(PG_GETARG_FLOAT8(0), bands_of(fcinfo)));
}

// traits_in_steps(traits float8[], step float8) → float8[], strict
HARMONY_FUNCTION(traits_in_steps) {
  const array_values<double> traits = float8_array(PG_GETARG_DATUM(0), "traits");
  const affinity::trait_values coarse = affinity::traits_in_steps(traits.all(), PG_GETARG_FLOAT8(1));
  return guarded([&] { return float8_array_datum(coarse.data(), coarse.size()); });
}

// willingness(visual_ab, visual_ba, personality, biological, weights, mean)
HARMONY_FUNCTION(willingness) {
  const affinity::willingness_result found = willingness_of(fcinfo, scores_of(fcinfo));
  if (std::isnan(found.score)) PG_RETURN_NULL();
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("score");
    json.number(found.score);
    json.key("a_to_b");
    json.number(found.a_to_b);
    json.key("b_to_a");
    json.number(found.b_to_a);
    json.key("missing");
    json.begin_array();
    for (const std::string_view phase : found.missing_phases) json.string(phase);
    json.end_array();
    json.end_object();
    return json.finish();
  });
}

}  // namespace harmony::functions
