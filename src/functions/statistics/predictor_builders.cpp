// Shells that build predictors: levels of a category, dummies, effects, interactions, arrays of everything.
#include <string>
#include <string_view>
#include <vector>

#include "core/statistics/coefficient_table.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/kept_rows.hpp"

namespace harmony::functions {

namespace {

using postgres::text_argument;

Datum return_numbers(const std::vector<double> &numbers) {
  return guarded([&] { return float8_array_datum(numbers.data(), numbers.size()); });
}
Datum return_texts(const std::vector<std::string> &texts) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  return guarded([&] { return text_array_datum(views.data(), views.size()); });
}
std::vector<std::string_view> texts_of(FunctionCallInfo fcinfo, int i, const char *name) {
  array_values<std::string_view> values = text_array(PG_GETARG_DATUM(i), name);
  postgres::refuse_nulls(!values.is_null.empty(), name);
  return std::move(values.values);
}

}  // namespace

// (state, value): the distinct values, as texts.
HARMONY_FUNCTION(levels_transition) {
  using state = aggregate_state<kept_rows>;
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  kept_rows &kept = state::of(fcinfo, [] { return kept_rows(); });
  if (!kept.namer.is_known) {
    kept.namer = postgres::describe_names(fcinfo, 1, state::context_of(fcinfo));
    kept.by_number = kept.namer.is_whole_number;
  }
  postgres::name_room room;
  kept.groups.find_or_add(postgres::name_of(kept.namer, PG_GETARG_DATUM(1), room));
  return state::datum(kept);
}

HARMONY_FUNCTION(levels_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const kept_rows &kept = aggregate_state<kept_rows>::argument(fcinfo, 0);
  std::vector<std::string> names;
  for (const std::uint32_t i : kept.groups.ordered(kept.by_number)) names.emplace_back(kept.groups.name(i));
  return return_texts(names);
}

HARMONY_FUNCTION(dummies) {
  return return_numbers(statistics::dummies(text_argument(fcinfo, 0), texts_of(fcinfo, 1, "levels")));
}
HARMONY_FUNCTION(effects_coded) {
  return return_numbers(statistics::effects_coded(text_argument(fcinfo, 0), texts_of(fcinfo, 1, "levels")));
}

HARMONY_FUNCTION(interact) {
  const auto a = float8_array(PG_GETARG_DATUM(0), "a"), b = float8_array(PG_GETARG_DATUM(1), "b");
  if (a.missing() != nullptr || b.missing() != nullptr) PG_RETURN_NULL();
  return return_numbers(statistics::interact(a.values, b.values));
}

HARMONY_FUNCTION(xs) {
  auto &arguments = *guarded([&] { return &postgres::call_site<postgres::number_arguments>(fcinfo); });
  if (!arguments.is_known) arguments = postgres::describe_numbers(fcinfo, 0, true);
  const postgres::number_row row = postgres::read_numbers(fcinfo, arguments);
  if (row.is_null) PG_RETURN_NULL();
  return return_numbers(row.values);
}

HARMONY_FUNCTION(dummy_names) {
  return return_texts(statistics::dummy_names(text_argument(fcinfo, 0), texts_of(fcinfo, 1, "levels")));
}
HARMONY_FUNCTION(interact_names) {
  return return_texts(statistics::interact_names(texts_of(fcinfo, 0, "a"), texts_of(fcinfo, 1, "b")));
}

}  // namespace harmony::functions
