// Shells that read models: coefficients as a table, contrasts, Wald tests, for models of every kind.
#include <string>
#include <string_view>
#include <vector>

#include "core/statistics/coefficient_table.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/cox_columns.hpp"
#include "functions/statistics/glm_columns.hpp"
#include "functions/statistics/linear_model_columns.hpp"
#include "functions/statistics/mixed_model_columns.hpp"
#include "functions/statistics/model_reading.hpp"

namespace harmony::functions {

namespace {

using statistics::coefficient;
using statistics::contrast_result;
using statistics::fitted_model;
using statistics::wald_result;

constexpr column<coefficient> coefficient_columns[] = {
    {"term", from<&coefficient::term>},
    {"estimate", from<&coefficient::estimate>},
    {"std_error", from<&coefficient::std_error>},
    {"statistic", from<&coefficient::statistic>},
    {"df", from<&coefficient::df>},
    {"p_value", from<&coefficient::p_value>},
    {"low", from<&coefficient::low>},
    {"high", from<&coefficient::high>},
    {"ratio", from<&coefficient::ratio>},
    {"ratio_low", from<&coefficient::ratio_low>},
    {"ratio_high", from<&coefficient::ratio_high>},
};
constexpr column<contrast_result> contrast_columns[] = {
    {"estimate", from<&contrast_result::estimate>},   {"std_error", from<&contrast_result::std_error>},
    {"statistic", from<&contrast_result::statistic>}, {"df", from<&contrast_result::df>},
    {"p_value", from<&contrast_result::p_value>},     {"low", from<&contrast_result::low>},
    {"high", from<&contrast_result::high>},
};
constexpr column<wald_result> wald_columns[] = {
    {"statistic", from<&wald_result::statistic>},
    {"df1", from<&wald_result::df1>},
    {"df2", from<&wald_result::df2>},
    {"p_value", from<&wald_result::p_value>},
};

// How each kind of model is read.
fitted_model read_linear(FunctionCallInfo fcinfo, postgres::row_type &type) {
  const model_columns<std::size(linear_model_columns)> row(fcinfo, linear_model_columns, type);
  fitted_model out = row.common("t_statistics");
  out.df.assign(out.coefficients.size(), row.number("df"));
  out.df_of_tests = row.number("df");
  out.has_intercept = out.coefficients.size() == row.numbers("vif").size() + 1;
  return out;
}
fitted_model read_glm(FunctionCallInfo fcinfo, postgres::row_type &type) {
  const model_columns<std::size(glm_columns)> row(fcinfo, glm_columns, type);
  fitted_model out = row.common("statistics");
  out.has_other_levels = row.text("family") != "firth";
  return out;
}
fitted_model read_clustered(FunctionCallInfo fcinfo, postgres::row_type &type) {
  const model_columns<std::size(clustered_columns)> row(fcinfo, clustered_columns, type);
  fitted_model out = row.common("t_statistics");
  out.df = row.numbers("df");
  out.df_of_tests = static_cast<double>(row.count("clusters") - 1);
  return out;
}
fitted_model read_cox(FunctionCallInfo fcinfo, postgres::row_type &type) {
  const model_columns<std::size(cox_columns)> row(fcinfo, cox_columns, type);
  fitted_model out = row.common("statistics");
  out.has_intercept = false;
  return out;
}
fitted_model read_mixed(FunctionCallInfo fcinfo, postgres::row_type &type) {
  const model_columns<std::size(mixed_columns)> row(fcinfo, mixed_columns, type);
  fitted_model out = row.common("t_statistics");
  out.df = row.numbers("df");
  return out;
}

struct reading_call {
  postgres::row_type model, result;
};
reading_call &call_of(FunctionCallInfo fcinfo) {
  return *guarded([&] { return &postgres::call_site<reading_call>(fcinfo); });
}

}  // namespace

Datum return_coefficients(FunctionCallInfo fcinfo, const fitted_model &model) {
  statistics::coefficient_options options;
  array_values<std::string_view> names;
  if (!PG_ARGISNULL(1)) {
    names = text_array(PG_GETARG_DATUM(1), "names");
    postgres::refuse_nulls(!names.is_null.empty(), "names");
    options.names = &names.values;
  }
  if (PG_ARGISNULL(2)) throw error(sqlstate::null_value_not_allowed, "level must not be null");
  options.level = PG_GETARG_FLOAT8(2);
  options.exponentiate = !PG_ARGISNULL(3) && PG_GETARG_BOOL(3);
  if (!PG_ARGISNULL(4)) options.digits = PG_GETARG_INT32(4);
  return return_set(fcinfo, coefficient_columns, statistics::coefficient_table(model, options));
}

Datum return_contrast(FunctionCallInfo fcinfo, postgres::row_type &type, const fitted_model &model) {
  const contrast_result result =
      statistics::contrast(model, float8_values(PG_GETARG_DATUM(1), "weights"), PG_GETARG_FLOAT8(2));
  return guarded([&] {
    return postgres::encode_row(postgres::bind_result(fcinfo, type, contrast_columns), contrast_columns, result);
  });
}

Datum return_wald_test(FunctionCallInfo fcinfo, postgres::row_type &type, const fitted_model &model) {
  const int dimensions = guarded([&] { return ARR_NDIM(DatumGetArrayTypeP(PG_GETARG_DATUM(1))); });
  int rows = 1, columns = 0;
  std::vector<double> weights;
  if (dimensions == 2) {
    weights = float8_matrix(PG_GETARG_DATUM(1), "weights", rows, columns);
  } else {
    weights = float8_values(PG_GETARG_DATUM(1), "weights");
    columns = static_cast<int>(weights.size());
  }
  const wald_result result = statistics::wald_test(model, weights, rows, columns);
  return guarded(
      [&] { return postgres::encode_row(postgres::bind_result(fcinfo, type, wald_columns), wald_columns, result); });
}

// coefficients, contrast and wald_test of a kind of model.
#define HARMONY_MODEL_READING(kind)                                                \
  HARMONY_FUNCTION(coefficients_of_##kind) {                                       \
    if (PG_ARGISNULL(0)) return return_set(fcinfo, coefficient_columns, {});       \
    postgres::row_type type = {};                                                  \
    return return_coefficients(fcinfo, read_##kind(fcinfo, type));                 \
  }                                                                                \
  HARMONY_FUNCTION(contrast_of_##kind) {                                           \
    reading_call &call = call_of(fcinfo);                                          \
    return return_contrast(fcinfo, call.result, read_##kind(fcinfo, call.model));  \
  }                                                                                \
  HARMONY_FUNCTION(wald_test_of_##kind) {                                          \
    reading_call &call = call_of(fcinfo);                                          \
    return return_wald_test(fcinfo, call.result, read_##kind(fcinfo, call.model)); \
  }

HARMONY_MODEL_READING(linear)
HARMONY_MODEL_READING(glm)
HARMONY_MODEL_READING(clustered)
HARMONY_MODEL_READING(cox)
HARMONY_MODEL_READING(mixed)

}  // namespace harmony::functions
