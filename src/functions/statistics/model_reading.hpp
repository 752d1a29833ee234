// A model that comes in as a row, and what is told of it. For shells only.
#pragma once

#include <string_view>
#include <vector>

#include "core/statistics/coefficient_table.hpp"
#include "functions/shell.hpp"
#include "postgres/record.hpp"

namespace harmony::functions {

/// The columns of argument 0, a row of a model's type, by name.
template <std::size_t n>
class model_columns {
 public:
  template <class Row>
  model_columns(FunctionCallInfo fcinfo, const column<Row> (&columns)[n], postgres::row_type &type) {
    for (std::size_t k = 0; k < n; ++k) names_[k] = columns[k].name;
    postgres::read_row(fcinfo, fcinfo->args[0].value, columns, type, values_);
  }
  double number(std::string_view name) const { return number_or_nan(of(name)); }
  std::int64_t count(std::string_view name) const { return of(name).isnull ? 0 : DatumGetInt64(of(name).value); }
  std::string_view text(std::string_view name) const {
    return of(name).isnull ? std::string_view() : bytes_of(of(name).value);
  }
  std::vector<double> numbers(std::string_view name) const {
    return of(name).isnull ? std::vector<double>() : float8_elements(of(name).value);
  }
  /// What models of all kinds have, their statistics under this name.
  statistics::fitted_model common(std::string_view of_statistics) const {
    statistics::fitted_model out;
    out.coefficients = numbers("coefficients");
    out.std_errors = numbers("std_errors");
    out.statistics = numbers(of_statistics);
    out.p_values = numbers("p_values");
    out.low = numbers("ci_low");
    out.high = numbers("ci_high");
    out.covariance = numbers("covariance");
    return out;
  }

 private:
  const NullableDatum &of(std::string_view name) const {
    std::size_t k = 0;
    while (names_[k] != name) ++k;
    return values_[k];
  }
  std::string_view names_[n];
  NullableDatum values_[n];
};

/// (model, names, level, exponentiate, digits): the set of coefficients.
Datum return_coefficients(FunctionCallInfo fcinfo, const statistics::fitted_model &model);
/// (model, weights, value), (model, weights).
Datum return_contrast(FunctionCallInfo fcinfo, postgres::row_type &type, const statistics::fitted_model &model);
Datum return_wald_test(FunctionCallInfo fcinfo, postgres::row_type &type, const statistics::fitted_model &model);

}  // namespace harmony::functions
