// Shells of generalised linear models: fits over kept rows, the step for tables beyond memory, predictions.
#include <cstring>
#include <string>
#include <vector>

#include "core/statistics/glm.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/glm_columns.hpp"
#include "functions/statistics/kept_rows.hpp"
#include "functions/statistics/linear.hpp"
#include "postgres/record.hpp"

namespace harmony::functions {

namespace {

using statistics::glm_step_row;
using statistics::linear_header;

template <class Fit>
Datum fit_rows(FunctionCallInfo fcinfo, Fit &&fit) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, glm_columns, fit(aggregate_state<kept_rows>::argument(fcinfo, 0).rows));
}

}  // namespace

HARMONY_FUNCTION(logistic_final) {
  return fit_rows(fcinfo, [](const auto &rows) { return statistics::fit_logistic_model(rows, false); });
}
HARMONY_FUNCTION(weighted_logistic_final) {
  return fit_rows(fcinfo, [](const auto &rows) { return statistics::fit_logistic_model(rows, true); });
}
HARMONY_FUNCTION(firth_final) {
  return fit_rows(fcinfo, [](const auto &rows) { return statistics::fit_firth_model(rows); });
}
HARMONY_FUNCTION(poisson_final) {
  return fit_rows(fcinfo, [](const auto &rows) { return statistics::fit_poisson_model(rows, false); });
}
HARMONY_FUNCTION(poisson_rate_final) {
  return fit_rows(fcinfo, [](const auto &rows) { return statistics::fit_poisson_model(rows, true); });
}

namespace {

// (state, b, y, xs): a weighted row of least squares goes into the state.
template <glm_step_row (*step)(const std::vector<double> &, double, const double *, std::size_t)>
Datum add_step(FunctionCallInfo fcinfo) {
  const bool is_new = PG_ARGISNULL(0);
  if (PG_ARGISNULL(3)) {  // how many predictors there are is not known
    auto *state = is_new ? statistics::linear_init(allocate_value(statistics::linear_state_size(0, false)), 0,
                                                   statistics::linear_open | statistics::linear_weighted)
                         : writable_value<linear_header>(fcinfo);
    statistics::linear_skip(state);
    return PointerGetDatum(state);
  }
  postgres::number_arguments &arguments =
      *guarded([&] { return &postgres::call_site<postgres::number_arguments>(fcinfo); });
  if (!arguments.is_known) arguments = postgres::describe_numbers(fcinfo, 2);
  const postgres::number_row row = postgres::read_numbers(fcinfo, arguments);
  const auto p = static_cast<int>(row.values.size()) - 1;
  linear_header *state = is_new ? nullptr : writable_value<linear_header>(fcinfo);
  if (is_new || (state->flags & statistics::linear_open) != 0) {
    auto *known = statistics::linear_init(allocate_value(statistics::linear_state_size(p, false)), p,
                                          statistics::linear_weighted);
    if (state != nullptr) statistics::linear_merge(known, state);
    state = known;
  }
  if (state->p != p)
    throw error(sqlstate::invalid_parameter_value, "number of predictors must be the same in every row",
                "There were " + std::to_string(state->p) + ", now there are " + std::to_string(p) + ".");
  if (row.is_null) {
    statistics::linear_skip(state);
    return PointerGetDatum(state);
  }
  const std::vector<double> b = PG_ARGISNULL(1) ? std::vector<double>() : float8_values_or_nan(PG_GETARG_DATUM(1), "b");
  const glm_step_row at = step(b, row.values[0], row.values.data() + 1, static_cast<std::size_t>(p));
  std::vector<double> values(row.values.begin() + 1, row.values.end());
  values.push_back(at.response);
  if (statistics::linear_add_weighted(state, values.data(), at.weight))
    state = statistics::linear_grow(allocate_value(statistics::linear_state_size(p, true, true)), state);
  return PointerGetDatum(state);
}

}  // namespace

HARMONY_FUNCTION(logistic_step_transition) { return add_step<statistics::logistic_step>(fcinfo); }
HARMONY_FUNCTION(poisson_step_transition) { return add_step<statistics::poisson_step>(fcinfo); }

namespace {

struct glm_prediction_call {
  postgres::row_type model;
  postgres::number_arguments numbers;
};

}  // namespace

// predict(model, x1, x2, …) or predict(model, x)
HARMONY_FUNCTION(predict_glm) {
  auto &call = *guarded([&] { return &postgres::call_site<glm_prediction_call>(fcinfo); });
  NullableDatum row[std::size(glm_columns)];
  postgres::read_row(fcinfo, PG_GETARG_DATUM(0), glm_columns, call.model, row);
  const NullableDatum family = row[0], coefficients = row[9];
  if (family.isnull || coefficients.isnull) PG_RETURN_NULL();
  const std::vector<double> x = postgres::predictor_arguments(fcinfo, 1, call.numbers);
  return return_nullable(
      fcinfo, statistics::predict_glm(std::string(bytes_of(family.value)), float8_elements(coefficients.value), x));
}

HARMONY_FUNCTION(predict_clustered) {
  auto &call = *guarded([&] { return &postgres::call_site<glm_prediction_call>(fcinfo); });
  NullableDatum row[std::size(clustered_columns)];
  postgres::read_row(fcinfo, PG_GETARG_DATUM(0), clustered_columns, call.model, row);
  const NullableDatum coefficients = row[5];
  if (coefficients.isnull) PG_RETURN_NULL();
  const std::vector<double> x = postgres::predictor_arguments(fcinfo, 1, call.numbers);
  return return_nullable(fcinfo, statistics::linear_predictor(float8_elements(coefficients.value), x));
}

}  // namespace harmony::functions
