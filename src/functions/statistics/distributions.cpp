// Shells of distribution functions and quantiles.
#include "core/statistics/distributions.hpp"
#include "core/statistics/studentized_range.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/number_functions.hpp"

namespace harmony::functions {

HARMONY_FUNCTION(normal_cdf) { return call(fcinfo, statistics::normal_cdf); }
HARMONY_FUNCTION(normal_quantile) { return call(fcinfo, statistics::normal_quantile); }
HARMONY_FUNCTION(student_t_cdf) { return call(fcinfo, statistics::student_t_cdf); }
HARMONY_FUNCTION(student_t_two_sided) { return call(fcinfo, statistics::student_t_two_sided); }
HARMONY_FUNCTION(student_t_quantile) { return call(fcinfo, statistics::student_t_quantile); }
HARMONY_FUNCTION(f_cdf) { return call(fcinfo, statistics::f_cdf); }
HARMONY_FUNCTION(f_upper) { return call(fcinfo, statistics::f_upper); }
HARMONY_FUNCTION(f_quantile) { return call(fcinfo, statistics::f_quantile); }
HARMONY_FUNCTION(f_upper_quantile) { return call(fcinfo, statistics::f_upper_quantile); }
HARMONY_FUNCTION(chi2_cdf) { return call(fcinfo, statistics::chi2_cdf); }
HARMONY_FUNCTION(chi2_upper) { return call(fcinfo, statistics::chi2_upper); }
HARMONY_FUNCTION(chi2_quantile) { return call(fcinfo, statistics::chi2_quantile); }
HARMONY_FUNCTION(chi2_upper_quantile) { return call(fcinfo, statistics::chi2_upper_quantile); }

namespace {

statistics::studentized_range range_of(Datum groups) { return statistics::studentized_range(DatumGetInt32(groups)); }

}  // namespace

// (q or p, groups, df)
HARMONY_FUNCTION(studentized_range_cdf) {
  return Float8GetDatum(range_of(PG_GETARG_DATUM(1)).cdf(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(2)));
}
HARMONY_FUNCTION(studentized_range_upper) {
  return Float8GetDatum(range_of(PG_GETARG_DATUM(1)).upper(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(2)));
}
HARMONY_FUNCTION(studentized_range_upper_quantile) {
  return Float8GetDatum(range_of(PG_GETARG_DATUM(1)).upper_quantile(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(2)));
}

}  // namespace harmony::functions
