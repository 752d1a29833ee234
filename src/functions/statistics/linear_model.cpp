// Shells of the fits: a linear_state in, a harmony.linear_model or a matrix out; predictions.
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "core/statistics/reliability.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/linear.hpp"
#include "functions/statistics/linear_model_columns.hpp"
#include "postgres/number_arguments.hpp"
#include "postgres/record.hpp"
#include "postgres/warning.hpp"

namespace harmony::functions {

namespace {

using statistics::linear_model;

}  // namespace

Datum return_model(FunctionCallInfo fcinfo, const linear_model &model) {
  return return_row(fcinfo, linear_model_columns, model);
}

HARMONY_FUNCTION(ols) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_model(fcinfo, statistics::fit_ols(state_argument(fcinfo, 0), true));
}

HARMONY_FUNCTION(ols_no_intercept) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_model(fcinfo, statistics::fit_ols(state_argument(fcinfo, 0), false));
}

HARMONY_FUNCTION(ridge) {
  return return_model(fcinfo, statistics::fit_ridge(state_argument(fcinfo, 0), PG_GETARG_FLOAT8(1)));
}

HARMONY_FUNCTION(nnls) { return return_model(fcinfo, statistics::fit_nnls(state_argument(fcinfo, 0))); }

namespace {

Datum return_matrix(const statistics::column_matrix &matrix) {
  const auto k = static_cast<std::size_t>(matrix.k);
  return guarded([&] { return float8_matrix_datum(matrix.values.data(), k, k); });
}

}  // namespace

HARMONY_FUNCTION(covariance_matrix) { return return_matrix(statistics::covariance_matrix(state_argument(fcinfo, 0))); }
HARMONY_FUNCTION(correlation_matrix) {
  return return_matrix(statistics::correlation_matrix(state_argument(fcinfo, 0)));
}

HARMONY_FUNCTION(column_means) {
  const std::vector<double> means = statistics::column_means(state_argument(fcinfo, 0));
  return guarded([&] { return float8_array_datum(means.data(), means.size()); });
}

// ---- predictions ----

namespace {

// A model's columns as they come from the row: plain data.
struct model_row {
  NullableDatum columns[std::size(linear_model_columns)];

  double number(std::size_t place) const { return number_or_nan(columns[place]); }
  std::vector<double> numbers(std::size_t place) const {
    return columns[place].isnull ? std::vector<double>() : float8_elements(columns[place].value);
  }
};

struct prediction_call {
  postgres::row_type model, result;
  postgres::number_arguments numbers;
};

linear_model model_of(FunctionCallInfo fcinfo, Datum model, bool with_covariance) {
  constexpr std::size_t rank = place_of("rank"), df = place_of("df"), coefficients = place_of("coefficients"),
                        vif = place_of("vif"), residual_std_error = place_of("residual_std_error"),
                        covariance = place_of("covariance"), x_means = place_of("x_means"),
                        fit_at_means = place_of("fit_at_means"), std_error_at_means = place_of("std_error_at_means");
  auto &call = *guarded([&] { return &postgres::call_site<prediction_call>(fcinfo); });
  model_row row;
  postgres::read_row(fcinfo, model, linear_model_columns, call.model, row.columns);
  linear_model found;
  found.rank = row.columns[rank].isnull ? 0 : DatumGetInt32(row.columns[rank].value);
  found.coefficients = row.numbers(coefficients);
  found.vif = row.numbers(vif);
  found.x_means = row.numbers(x_means);
  found.fit_at_means = row.number(fit_at_means);
  if (!with_covariance) return found;
  found.std_error_at_means = row.number(std_error_at_means);
  found.df = row.number(df);
  found.residual_std_error = row.number(residual_std_error);
  found.covariance = row.numbers(covariance);
  return found;
}

constexpr column<statistics::prediction> prediction_columns[] = {
    {"fit", from<&statistics::prediction::fit>},
    {"low", from<&statistics::prediction::low>},
    {"high", from<&statistics::prediction::high>},
};

}  // namespace

// predict(model, x1, x2, …) or predict(model, x)
HARMONY_FUNCTION(predict) {
  const linear_model model = model_of(fcinfo, PG_GETARG_DATUM(0), false);
  auto &call = *guarded([&] { return &postgres::call_site<prediction_call>(fcinfo); });
  const std::vector<double> x = postgres::predictor_arguments(fcinfo, 1, call.numbers);
  return return_nullable(fcinfo, statistics::predict(model, x.data(), x.size()));
}

// predict_interval(model, level, x)
HARMONY_FUNCTION(predict_interval) {
  const linear_model model = model_of(fcinfo, PG_GETARG_DATUM(0), true);
  const std::vector<double> x = postgres::predictor_array(PG_GETARG_DATUM(2));
  const statistics::prediction at = statistics::predict_interval(model, PG_GETARG_FLOAT8(1), x.data(), x.size());
  if (at.cancelled)
    postgres::warn("prediction interval is lost in rounding",
                   "The predictors nearly depend on each other; leave one out, or use ridge regression.");
  return guarded([&] {
    postgres::row_type &type = postgres::call_site<prediction_call>(fcinfo).result;
    return postgres::encode_row(postgres::bind_result(fcinfo, type, prediction_columns), prediction_columns, at);
  });
}

// ---- reliability ----

namespace {

using statistics::reliability_result;

constexpr column<reliability_result> reliability_columns[] = {
    {"n", from<&reliability_result::n>},
    {"k", from<&reliability_result::k>},
    {"alpha", from<&reliability_result::alpha>},
    {"alpha_low", from<&reliability_result::alpha_low>},
    {"alpha_high", from<&reliability_result::alpha_high>},
    {"standardized_alpha", from<&reliability_result::standardized_alpha>},
    {"omega_total", from<&reliability_result::omega_total>},
    {"item_total_r", from<&reliability_result::item_total_r>},
    {"alpha_if_deleted", from<&reliability_result::alpha_if_deleted>},
    {"item_mean", from<&reliability_result::item_mean>},
    {"item_sd", from<&reliability_result::item_sd>},
};

}  // namespace

HARMONY_FUNCTION(reliability) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const statistics::linear_header *state = state_argument(fcinfo, 0);
  const statistics::column_matrix covariance = statistics::covariance_matrix(state);
  std::vector<double> means = statistics::column_means(state);
  const std::int64_t n = statistics::linear_rows(state);
  // Without two complete rows there is no covariance: the core answers with what it can for n < 2.
  std::vector<double> values = covariance.values;
  if (n < 2) values.assign(values.size(), 0.0);
  if (n < 1) means.assign(means.size(), 0.0);
  return return_row(fcinfo, reliability_columns, statistics::reliability(values.data(), means.data(), covariance.k, n));
}

}  // namespace harmony::functions
