// Shell of the trend of a series.
#include "core/signals/trend.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using signals::trend_result;

constexpr column<trend_result> trend_columns[] = {
    {"n", from<&trend_result::n>},
    {"slope", from<&trend_result::slope>},
    {"std_error", from<&trend_result::std_error>},
    {"p_value", from<&trend_result::p_value>},
    {"acceleration", from<&trend_result::acceleration>},
    {"direction", from<&trend_result::direction>},
};

}  // namespace

HARMONY_FUNCTION(trend) {
  const array_values<double> values = float8_array(PG_GETARG_DATUM(0), "value");
  return return_row(fcinfo, trend_columns, signals::trend(values.all()));
}

}  // namespace harmony::functions
