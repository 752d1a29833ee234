// SQL shells of the statistics that take plain values: distributions, tables, adjusted p-values, norms.
// Contracts: sql/extension/55_statistics.sql and 56_tests.sql.
#include <vector>

#include "core/base/error.hpp"
#include "core/statistics/multiple_testing.hpp"
#include "core/statistics/agreement.hpp"
#include "core/statistics/contingency.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/distribution_distance.hpp"
#include "core/statistics/mahalanobis.hpp"
#include "core/statistics/norms.hpp"
#include "core/statistics/studentized_range.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

namespace core = harmony::statistics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;
using harmony::span;

namespace {

double number(FunctionCallInfo fcinfo, int i) { return PG_GETARG_FLOAT8(i); }

// A float8 function of one, two or three float8 arguments.
Datum call(FunctionCallInfo fcinfo, double (*f)(double)) { return return_nullable(fcinfo, f(number(fcinfo, 0))); }
Datum call(FunctionCallInfo fcinfo, double (*f)(double, double)) {
  return return_nullable(fcinfo, f(number(fcinfo, 0), number(fcinfo, 1)));
}
Datum call(FunctionCallInfo fcinfo, double (*f)(double, double, double)) {
  return return_nullable(fcinfo, f(number(fcinfo, 0), number(fcinfo, 1), number(fcinfo, 2)));
}

// The values of an array argument, NULL as NaN. A NaN that is given is refused where NULL stands for "missing".
std::vector<double> values_or_nan(FunctionCallInfo fcinfo, int i, const char *name) {
  auto array = float8_array(fcinfo, i, name);
  for (std::size_t k = 0; k < array.size(); ++k) {
    const bool is_null = array.missing() != nullptr && array.missing()[k];
    if (!is_null && std::isnan(array.values[k]))
      throw harmony::error(sqlstate::invalid_parameter_value, std::string(name) + " must not hold NaN");
    if (is_null) array.values[k] = std::nan("");
  }
  return std::move(array.values);
}

std::vector<double> values_without_nulls(FunctionCallInfo fcinfo, int i, const char *name) {
  auto array = float8_array(fcinfo, i, name);
  refuse_nulls(!array.is_null.empty(), name);
  return std::move(array.values);
}

void check_finite(const std::vector<double> &values, const char *name) {
  for (const double x : values)
    if (std::isinf(x)) throw harmony::error(sqlstate::invalid_parameter_value, std::string(name) + " must be finite");
}

}  // namespace

// ---- distributions ----

HARMONY_FUNCTION(normal_cdf) { return call(fcinfo, core::normal_cdf); }
HARMONY_FUNCTION(normal_quantile) { return call(fcinfo, core::normal_quantile); }
HARMONY_FUNCTION(student_t_cdf) { return call(fcinfo, core::student_t_cdf); }
HARMONY_FUNCTION(student_t_two_sided) { return call(fcinfo, core::student_t_two_sided); }
HARMONY_FUNCTION(student_t_quantile) { return call(fcinfo, core::student_t_quantile); }
HARMONY_FUNCTION(f_cdf) { return call(fcinfo, core::f_cdf); }
HARMONY_FUNCTION(f_upper) { return call(fcinfo, core::f_upper); }
HARMONY_FUNCTION(f_quantile) { return call(fcinfo, core::f_quantile); }
HARMONY_FUNCTION(f_upper_quantile) { return call(fcinfo, core::f_upper_quantile); }
HARMONY_FUNCTION(chi2_cdf) { return call(fcinfo, core::chi2_cdf); }
HARMONY_FUNCTION(chi2_upper) { return call(fcinfo, core::chi2_upper); }
HARMONY_FUNCTION(chi2_quantile) { return call(fcinfo, core::chi2_quantile); }
HARMONY_FUNCTION(chi2_upper_quantile) { return call(fcinfo, core::chi2_upper_quantile); }

// (q or p, groups, df)
HARMONY_FUNCTION(studentized_range_cdf) {
  return Float8GetDatum(core::studentized_range(PG_GETARG_INT32(1)).cdf(number(fcinfo, 0), number(fcinfo, 2)));
}
HARMONY_FUNCTION(studentized_range_upper) {
  return Float8GetDatum(core::studentized_range(PG_GETARG_INT32(1)).upper(number(fcinfo, 0), number(fcinfo, 2)));
}
HARMONY_FUNCTION(studentized_range_upper_quantile) {
  return Float8GetDatum(
      core::studentized_range(PG_GETARG_INT32(1)).upper_quantile(number(fcinfo, 0), number(fcinfo, 2)));
}

// ---- tables and p-values ----

HARMONY_FUNCTION(fisher_exact) {
  const core::fisher_result r =
      core::fisher_exact(PG_GETARG_INT64(0), PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_INT64(3));
  return guarded([&] {
    row_builder<7> row;
    for (const double x : {r.p_two_sided, r.p_less, r.p_greater, r.odds_ratio, r.conditional_odds_ratio, r.low, r.high})
      row.add(nullable(x));
    return row.finish(result_row_type(fcinfo));
  });
}

HARMONY_FUNCTION(fdr_bh) {
  const std::vector<double> adjusted = core::fdr_bh(values_or_nan(fcinfo, 0, "p"));
  return guarded([&] { return float8_array_datum(adjusted.data(), adjusted.size()); });
}

HARMONY_FUNCTION(psi) {
  const auto expected = values_without_nulls(fcinfo, 0, "expected"), actual = values_without_nulls(fcinfo, 1, "actual");
  return return_nullable(fcinfo, core::psi(expected, actual, number(fcinfo, 2)));
}

HARMONY_FUNCTION(mahalanobis) {
  int rows = 0, columns = 0;
  const std::vector<double> x = values_or_nan(fcinfo, 0, "x");
  const auto mean = values_without_nulls(fcinfo, 1, "mean");
  const auto covariance = float8_matrix(fcinfo, 2, "covariance", rows, columns);
  if (mean.size() != x.size() || static_cast<std::size_t>(rows) != x.size() || rows != columns)
    throw harmony::error(sqlstate::invalid_parameter_value, "mean and covariance must have the dimensions of x",
                         "There are " + std::to_string(x.size()) + " values, " + std::to_string(mean.size()) +
                             " means, and covariances of " + std::to_string(rows) + " by " + std::to_string(columns) +
                             ".");
  check_finite(x, "x");
  for (const std::vector<double> *values : {&mean, &covariance})
    for (const double v : *values) core::check_value(v, values == &mean ? "mean" : "covariance");
  return return_nullable(fcinfo, core::mahalanobis(x, mean, covariance));
}

HARMONY_FUNCTION(uniform_variance) { return Float8GetDatum(core::uniform_variance(PG_GETARG_INT32(0))); }

// ---- where a score stands ----

HARMONY_FUNCTION(z_score) { return call(fcinfo, core::z_score); }
HARMONY_FUNCTION(t_score) { return call(fcinfo, core::t_score); }

HARMONY_FUNCTION(sten) {
  const int step = core::sten(number(fcinfo, 0), number(fcinfo, 1), number(fcinfo, 2));
  if (step == 0) PG_RETURN_NULL();
  return Int32GetDatum(step);
}
HARMONY_FUNCTION(stanine) {
  const int step = core::stanine(number(fcinfo, 0), number(fcinfo, 1), number(fcinfo, 2));
  if (step == 0) PG_RETURN_NULL();
  return Int32GetDatum(step);
}

HARMONY_FUNCTION(norm_percentile) {
  return Float8GetDatum(core::norm_percentile(number(fcinfo, 0), values_without_nulls(fcinfo, 1, "quantiles")));
}

HARMONY_FUNCTION(sem) { return call(fcinfo, core::sem); }

HARMONY_FUNCTION(score_interval) {
  const core::score_interval interval =
      core::interval_of_score(number(fcinfo, 0), number(fcinfo, 1), number(fcinfo, 2));
  return guarded([&] {
    row_builder<2> row;
    row.add(Float8GetDatum(interval.low));
    row.add(Float8GetDatum(interval.high));
    return row.finish(result_row_type(fcinfo));
  });
}
