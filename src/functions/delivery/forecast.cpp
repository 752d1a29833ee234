// Shells of forecasts, and of working time.
#include <optional>

#include "core/delivery/forecast.hpp"
#include "core/delivery/holt_winters.hpp"
#include "core/delivery/working_time.hpp"
#include "functions/delivery/zone.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using delivery::backtest_result;
using delivery::holt_winters_result;

constexpr column<backtest_result> backtest_columns[] = {
    {"n", from<&backtest_result::n>},
    {"inside", from<&backtest_result::inside>},
};

constexpr column<holt_winters_result> holt_winters_columns[] = {
    {"alpha", from<&holt_winters_result::alpha>},       {"beta", from<&holt_winters_result::beta>},
    {"gamma", from<&holt_winters_result::gamma>},       {"sse", from<&holt_winters_result::sse>},
    {"forecast", from<&holt_winters_result::forecast>}, {"rolling_error", from<&holt_winters_result::rolling_error>},
};

using forecast_function = std::vector<std::optional<std::int32_t>>(span<std::int32_t>, std::int32_t, span<double>);

// (throughput, a number, probability) to an integer a probability.
Datum return_forecast(FunctionCallInfo fcinfo, forecast_function *forecast) {
  const array_values<std::int32_t> throughput = integer_array(PG_GETARG_DATUM(0), "throughput");
  const std::vector<double> probability = float8_values(PG_GETARG_DATUM(2), "probability");
  const auto found = forecast(without_nulls(throughput, "throughput"), PG_GETARG_INT32(1), probability);
  return guarded([&] { return postgres::integer_array_datum(found.data(), found.size()); });
}

}  // namespace

HARMONY_FUNCTION(forecast_items) {
  return return_forecast(fcinfo, [](span<std::int32_t> throughput, std::int32_t periods, span<double> probability) {
    return delivery::forecast_items(throughput, periods, probability);
  });
}

HARMONY_FUNCTION(forecast_periods) { return return_forecast(fcinfo, delivery::forecast_periods); }

// forecast_backtest(throughput, periods, probability)
HARMONY_FUNCTION(forecast_backtest) {
  const array_values<std::int32_t> throughput = integer_array(PG_GETARG_DATUM(0), "throughput");
  const std::vector<double> probability = float8_values(PG_GETARG_DATUM(2), "probability");
  return return_row(fcinfo, backtest_columns,
                    delivery::backtest(without_nulls(throughput, "throughput"), PG_GETARG_INT32(1), probability));
}

// holt_winters(value, season, horizon)
HARMONY_FUNCTION(holt_winters) {
  const std::vector<double> values = float8_values(PG_GETARG_DATUM(0), "value");
  return return_row(fcinfo, holt_winters_columns,
                    delivery::holt_winters(values, PG_GETARG_INT32(1), PG_GETARG_INT32(2)));
}

// working_seconds(start, end, zone, day_start, day_end, workdays, holidays)
HARMONY_FUNCTION(working_seconds) {
  const std::int64_t start = finite_instant(PG_GETARG_DATUM(0), "start");
  const std::int64_t end = finite_instant(PG_GETARG_DATUM(1), "end");
  const array_values<std::int32_t> workdays = integer_array(PG_GETARG_DATUM(5), "workdays");
  const array_values<std::int32_t> holidays = date_array(PG_GETARG_DATUM(6), "holidays");
  const delivery::working_hours hours(DatumGetTimeADT(PG_GETARG_DATUM(3)), DatumGetTimeADT(PG_GETARG_DATUM(4)),
                                      without_nulls(workdays, "workdays"), without_nulls(holidays, "holidays"));
  const delivery::zone_clock clock = clock_between(PG_GETARG_DATUM(2), start, end);
  return return_nullable(fcinfo, delivery::working_seconds(start, end, clock, hours));
}

}  // namespace harmony::functions
