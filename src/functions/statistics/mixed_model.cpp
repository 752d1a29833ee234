// Shells of the linear model with a random intercept a group.
#include <algorithm>
#include <optional>
#include <vector>

#include "core/statistics/glm.hpp"
#include "core/statistics/mixed_model.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/mixed_model_columns.hpp"
#include "functions/statistics/model_reading.hpp"
#include "postgres/number_arguments.hpp"

namespace harmony::functions {

namespace {

struct mixed_rows {
  statistics::grouped_sums sums;
  // Of this process alone: how its arguments are read.
  postgres::number_arguments arguments = {};
  postgres::value_namer namer = {};

  void merge(mixed_rows &&other) { sums.merge(std::move(other.sums)); }
  void serialize(native_writer &out) const { sums.serialize(out); }
  static mixed_rows deserialize(native_reader &in) { return {statistics::grouped_sums::deserialize(in), {}, {}}; }
};

struct mixed_prediction_call {
  postgres::row_type model;
  postgres::number_arguments numbers;
};

}  // namespace

std::optional<jsonb_document> effects_of_mixed(const described_mixed_model &row) {
  if (row.model.effects.empty()) return {};
  json_writer json;
  json.begin_array();
  for (const std::uint32_t group : row.groups->groups().ordered(row.groups->by_number)) {
    CHECK_FOR_INTERRUPTS();
    json.begin_object();
    json.key("group");
    json.string(row.groups->groups().name(group));
    json.key("n");
    json.integer(row.groups->rows_of(group));
    json.key("effect");
    json.number(row.model.effects[group]);
    json.end_object();
  }
  json.end_array();
  return jsonb_document{json.finish()};
}

// (state, group, y, x …)
HARMONY_FUNCTION(mixed_rows_transition) {
  using state = aggregate_state<mixed_rows>;
  mixed_rows &rows = state::of(fcinfo, [] { return mixed_rows(); });
  if (!rows.arguments.is_known) {
    rows.namer = postgres::describe_names(fcinfo, 1, state::context_of(fcinfo));
    rows.sums.by_number = rows.namer.is_whole_number;
    rows.arguments = postgres::describe_numbers(fcinfo, 2);
  }
  if (PG_ARGISNULL(1)) {
    rows.sums.skip();
    return state::datum(rows);
  }
  postgres::number_row row = postgres::read_numbers(fcinfo, rows.arguments);
  if (row.is_null) {
    rows.sums.skip();
    return state::datum(rows);
  }
  std::rotate(row.values.begin(), row.values.begin() + 1, row.values.end());  // y goes last
  postgres::name_room room;
  rows.sums.add(row.values, postgres::name_of(rows.namer, PG_GETARG_DATUM(1), room));
  return state::datum(rows);
}
HARMONY_STATE(mixed_rows, mixed_rows)

HARMONY_FUNCTION(random_intercept_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const mixed_rows &rows = aggregate_state<mixed_rows>::argument(fcinfo, 0);
  return return_row(fcinfo, mixed_columns,
                    described_mixed_model{statistics::fit_random_intercept(rows.sums), &rows.sums});
}

// predict(model, x1, x2, …) or predict(model, x)
HARMONY_FUNCTION(predict_mixed) {
  auto &call = *guarded([&] { return &postgres::call_site<mixed_prediction_call>(fcinfo); });
  const std::vector<double> coefficients =
      model_columns<std::size(mixed_columns)>(fcinfo, mixed_columns, call.model).numbers("coefficients");
  if (coefficients.empty()) PG_RETURN_NULL();
  const std::vector<double> x = postgres::predictor_arguments(fcinfo, 1, call.numbers);
  return return_nullable(fcinfo, statistics::linear_predictor(coefficients, x));
}

}  // namespace harmony::functions
