// Shell of the interval of a correlation.
#include "core/statistics/correlation_interval.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {
namespace {

using statistics::correlation_interval_result;

constexpr column<correlation_interval_result> interval_columns[] = {
    {"low", from<&correlation_interval_result::low>},
    {"high", from<&correlation_interval_result::high>},
};

}  // namespace

// correlation_interval(r, n)
HARMONY_FUNCTION(correlation_interval) {
  return return_row(fcinfo, interval_columns,
                    statistics::correlation_interval(PG_GETARG_FLOAT8(0), PG_GETARG_INT64(1)));
}

}  // namespace harmony::functions
