// SQL shells of the fits: a linear_state in, a harmony.linear_model or a matrix out; predictions.
// Contracts: sql/extension/50_linear.sql.
#include <cmath>
#include <string>
#include <vector>

#include "core/statistics/reliability.hpp"
#include "functions/statistics/linear.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"

namespace core = harmony::statistics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using namespace harmony::functions;

namespace {

Datum floats(const std::vector<double> &values) { return float8_array_datum(values.data(), values.size()); }

}  // namespace

namespace harmony::functions {

Datum return_model(FunctionCallInfo fcinfo, const statistics::linear_model &model) {
  const std::vector<std::string_view> warnings(model.warnings.begin(), model.warnings.end());
  return guarded([&] {
    row_builder<24> row;
    row.add(Int64GetDatum(model.n));
    row.add(Int64GetDatum(model.n_skipped));
    row.add(Int32GetDatum(model.rank));
    row.add(nullable(model.df));
    row.add(floats(model.coefficients));
    row.add(floats(model.std_errors));
    row.add(floats(model.t_statistics));
    row.add(floats(model.p_values));
    row.add(floats(model.ci_low));
    row.add(floats(model.ci_high));
    row.add(nullable(model.r_squared));
    row.add(nullable(model.adj_r_squared));
    row.add(nullable(model.residual_std_error));
    row.add(nullable(model.f_statistic));
    row.add(nullable(model.f_p_value));
    row.add(nullable(model.condition_number));
    row.add(floats(model.vif));
    row.add(nullable(model.log_likelihood));
    row.add(nullable(model.aic));
    row.add(nullable(model.bic));
    const std::size_t q = model.covariance.empty() ? 0 : model.coefficients.size();
    row.add(float8_matrix_datum(model.covariance.data(), q, q));
    row.add(nullable(model.cross_validated_r_squared));
    row.add(text_array_datum(warnings.data(), warnings.size()));
    return row.finish(result_row_type(fcinfo));
  });
}

}  // namespace harmony::functions

HARMONY_FUNCTION(ols) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_model(fcinfo, core::fit_ols(state_argument(fcinfo, 0), true));
}

HARMONY_FUNCTION(ols_no_intercept) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_model(fcinfo, core::fit_ols(state_argument(fcinfo, 0), false));
}

HARMONY_FUNCTION(ridge) {
  return return_model(fcinfo, core::fit_ridge(state_argument(fcinfo, 0), PG_GETARG_FLOAT8(1)));
}
HARMONY_FUNCTION(nnls) { return return_model(fcinfo, core::fit_nnls(state_argument(fcinfo, 0))); }

namespace {

Datum return_matrix(const core::column_matrix &matrix) {
  const auto k = static_cast<std::size_t>(matrix.k);
  return guarded([&] { return float8_matrix_datum(matrix.values.data(), k, k); });
}

}  // namespace

HARMONY_FUNCTION(covariance_matrix) { return return_matrix(core::covariance_matrix(state_argument(fcinfo, 0))); }
HARMONY_FUNCTION(correlation_matrix) { return return_matrix(core::correlation_matrix(state_argument(fcinfo, 0))); }

HARMONY_FUNCTION(column_means) {
  const std::vector<double> means = core::column_means(state_argument(fcinfo, 0));
  return guarded([&] { return floats(means); });
}

// ---- predictions ----

namespace {

// The columns of harmony.linear_model that a prediction needs, by their place.
enum model_column {
  model_rank = 2,
  model_df = 3,
  model_coefficients = 4,
  model_error = 12,
  model_vif = 16,
  model_covariance = 20,
  model_columns = 23
};

// A model's columns as they come from the row: plain data.
struct model_row {
  Datum values[model_columns];
  bool nulls[model_columns];
};

model_row columns_of(FunctionCallInfo fcinfo, int i) {
  model_row row;
  const bool fits = guarded([&] {
    HeapTupleHeader header = DatumGetHeapTupleHeader(fcinfo->args[i].value);
    TupleDesc type = lookup_rowtype_tupdesc(HeapTupleHeaderGetTypeId(header), HeapTupleHeaderGetTypMod(header));
    HeapTupleData tuple = {};
    tuple.t_len = HeapTupleHeaderGetDatumLength(header);
    tuple.t_data = header;
    const bool known = type->natts == model_columns &&
                       TupleDescAttr(type, model_coefficients)->atttypid == FLOAT8ARRAYOID &&
                       TupleDescAttr(type, model_covariance)->atttypid == FLOAT8ARRAYOID;
    if (known) heap_deform_tuple(&tuple, type, row.values, row.nulls);
    ReleaseTupleDesc(type);
    return known;
  });
  if (!fits)
    throw harmony::error(sqlstate::invalid_parameter_value,
                         "model must be a harmony.linear_model as the fits return it");
  return row;
}

double number(const model_row &row, model_column c) {
  return row.nulls[c] ? harmony::missing : DatumGetFloat8(row.values[c]);
}

std::vector<double> numbers(const model_row &row, model_column c) {
  return row.nulls[c] ? std::vector<double>() : float8_elements(row.values[c]);
}

core::linear_model model_argument(FunctionCallInfo fcinfo, bool with_covariance) {
  const model_row row = columns_of(fcinfo, 0);
  core::linear_model model;
  model.rank = row.nulls[model_rank] ? 0 : DatumGetInt32(row.values[model_rank]);
  model.coefficients = numbers(row, model_coefficients);
  model.vif = numbers(row, model_vif);
  if (!with_covariance) return model;
  model.df = number(row, model_df);
  model.residual_std_error = number(row, model_error);
  model.covariance = numbers(row, model_covariance);
  return model;
}

}  // namespace

HARMONY_FUNCTION(predict) {
  const core::linear_model model = model_argument(fcinfo, false);
  const std::vector<double> x = float8_elements(fcinfo->args[1].value);
  return return_nullable(fcinfo, core::predict(model, x.data(), x.size()));
}

HARMONY_FUNCTION(predict_interval) {
  const core::linear_model model = model_argument(fcinfo, true);
  const std::vector<double> x = float8_elements(fcinfo->args[2].value);
  const core::prediction at = core::predict_interval(model, PG_GETARG_FLOAT8(1), x.data(), x.size());
  return guarded([&] {
    row_builder<3> row;
    row.add(nullable(at.fit));
    row.add(nullable(at.low));
    row.add(nullable(at.high));
    return row.finish(result_row_type(fcinfo));
  });
}

HARMONY_FUNCTION(reliability) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::linear_header *state = state_argument(fcinfo, 0);
  const core::column_matrix covariance = core::covariance_matrix(state);
  std::vector<double> means = core::column_means(state);
  const std::int64_t n = core::linear_rows(state);
  // Without two complete rows there is no covariance: the core answers with what it can for n < 2.
  std::vector<double> values = covariance.values;
  if (n < 2) values.assign(values.size(), 0.0);
  if (n < 1) means.assign(means.size(), 0.0);
  const core::reliability_result result = core::reliability(values.data(), means.data(), covariance.k, n);
  return guarded([&] {
    row_builder<11> row;
    row.add(Int64GetDatum(result.n));
    row.add(Int32GetDatum(result.k));
    row.add(nullable(result.alpha));
    row.add(nullable(result.alpha_low));
    row.add(nullable(result.alpha_high));
    row.add(nullable(result.standardized_alpha));
    row.add(nullable(result.omega_total));
    row.add(floats(result.item_total_r));
    row.add(floats(result.alpha_if_deleted));
    row.add(floats(result.item_mean));
    row.add(floats(result.item_sd));
    return row.finish(result_row_type(fcinfo));
  });
}
