// Shells of the visual phase: what rated photos tell, and the score of another photo.
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "core/affinity/preference.hpp"
#include "core/affinity/visual_traits.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"
#include "postgres/record.hpp"

namespace harmony::functions {

namespace {

using affinity::detected_trait;
using affinity::preference;
using affinity::trait_kind;
using affinity::trait_preference;

constexpr column<preference> preference_columns[] = {
    {"n", from<&preference::n>},
    {"lambda", from<&preference::lambda>},
    {"loo_rmse", from<&preference::loo_rmse>},
    {"intercept", from<&preference::intercept>},
    {"weights", from<&preference::weights>},
    {"center", from<&preference::center>},
    {"scale", from<&preference::scale>},
};

// A preference as it was stored; nothing where a part of it is NULL.
std::optional<preference> read_preference(FunctionCallInfo fcinfo, int i) {
  NullableDatum values[7];
  postgres::read_row(fcinfo, PG_GETARG_DATUM(i), preference_columns, postgres::call_site<postgres::row_type>(fcinfo),
                     values);
  for (const NullableDatum &value : values)
    if (value.isnull) return std::nullopt;
  return preference{DatumGetInt64(values[0].value),
                    DatumGetFloat8(values[1].value),
                    DatumGetFloat8(values[2].value),
                    DatumGetFloat8(values[3].value),
                    float8_values(values[4].value, "weights"),
                    float8_values(values[5].value, "center"),
                    float8_values(values[6].value, "scale")};
}

// The values of argument i, which may be NULL: then there are none.
std::vector<double> values_or_none(FunctionCallInfo fcinfo, int i, const char *name) {
  return PG_ARGISNULL(i) ? std::vector<double>() : float8_values(PG_GETARG_DATUM(i), name);
}

// What a photo shows of the traits in a document of preferences; of one that is not named, nothing.
std::vector<detected_trait> read_traits(const json_view &preferences, const json_view &detected) {
  postgres::require_object(preferences, "preferences");
  postgres::require_object(detected, "detected");
  std::vector<detected_trait> traits;
  preferences.for_each_field([&](std::string_view name, const json_view &wanted) {
    if (!wanted.is_object())
      throw error(sqlstate::invalid_parameter_value, "preference \"" + std::string(name) + "\" must be a JSON object");
    const auto kind = affinity::trait_kind_named(postgres::required_string(wanted.field("kind"), "kind"));
    if (!kind)
      throw error(sqlstate::invalid_parameter_value, "unknown kind of preference", "",
                  "Kinds are mandatory, preferred, aversion.");
    const json_view strength = detected.field(name);
    traits.push_back({*kind, postgres::required_number(wanted.field("value"), "value"),
                      strength.is_null() ? 0.0 : postgres::required_number(strength, name)});
  });
  return traits;
}

void refuse_repeated(span<std::string_view> names) {
  std::vector<std::string_view> sorted(names.begin(), names.end());
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice != sorted.end())
    throw error(sqlstate::invalid_parameter_value, "trait \"" + std::string(*twice) + "\" is named twice");
}

}  // namespace

// fit_preference(embeddings, ratings, prior, center, scale)
HARMONY_FUNCTION(fit_preference) {
  if (PG_ARGISNULL(0) || PG_ARGISNULL(1)) PG_RETURN_NULL();
  int rows = 0, dimensions = 0;
  const span<double> embeddings = postgres::float8_matrix_in_place(PG_GETARG_DATUM(0), "embeddings", rows, dimensions);
  const array_values<double> ratings = float8_array(PG_GETARG_DATUM(1), "ratings");
  const std::vector<double> prior = values_or_none(fcinfo, 2, "prior");
  const std::vector<double> center = values_or_none(fcinfo, 3, "center");
  const std::vector<double> scale = values_or_none(fcinfo, 4, "scale");
  const std::optional<preference> taste =
      affinity::fit_preference({embeddings, static_cast<std::size_t>(rows), static_cast<std::size_t>(dimensions),
                                ratings.all(), prior, center, scale});
  if (!taste) PG_RETURN_NULL();
  return return_row(fcinfo, preference_columns, *taste);
}

// visual_score(preference, embedding)
HARMONY_FUNCTION(visual_score) {
  const std::optional<preference> taste = read_preference(fcinfo, 0);
  if (!taste) PG_RETURN_NULL();
  const auto scored = affinity::visual_score(*taste, postgres::array_in_place<double>(PG_GETARG_DATUM(1), "embedding"));
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("prediction");
    json.number(scored.prediction);
    json.key("score");
    json.number(scored.score);
    json.key("low");
    json.number(scored.low);
    json.key("high");
    json.number(scored.high);
    json.end_object();
    return json.finish();
  });
}

// trait_preferences(ratings, strengths, names)
HARMONY_FUNCTION(trait_preferences) {
  int rows = 0, traits = 0;
  const array_values<double> ratings = float8_array(PG_GETARG_DATUM(0), "ratings");
  const std::vector<double> strengths = float8_matrix(PG_GETARG_DATUM(1), "strengths", rows, traits);
  const array_values<std::string_view> given = text_array(PG_GETARG_DATUM(2), "names");
  const span<std::string_view> names = without_nulls(given, "names");
  if (names.size != static_cast<std::size_t>(traits))
    throw error(sqlstate::invalid_parameter_value, "names must have an element for each column of strengths");
  refuse_repeated(names);
  const auto found = affinity::trait_preferences(ratings.all(), strengths, static_cast<std::size_t>(rows), names.size);
  return guarded([&] {
    json_writer json;
    json.begin_object();
    for (const trait_preference &trait : found) {
      json.key(names[trait.trait]);
      json.begin_object();
      json.key("kind");
      json.string(affinity::name_of(trait.kind));
      json.key("value");
      json.number(trait.value);
      json.end_object();
    }
    json.end_object();
    return json.finish();
  });
}

// visual_total(component, preferences, detected)
HARMONY_FUNCTION(visual_total) {
  const std::vector<detected_trait> traits =
      read_traits(json_view::of(PG_GETARG_DATUM(1)), json_view::of(PG_GETARG_DATUM(2)));
  PG_RETURN_FLOAT8(affinity::visual_total(PG_GETARG_FLOAT8(0), traits));
}

}  // namespace harmony::functions
