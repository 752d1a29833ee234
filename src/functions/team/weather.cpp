// Shells of the weather of a team: an aggregate over (person, day, value).
#include <string>

#include "core/team/weather.hpp"
#include "functions/shell.hpp"
#include "functions/team/model_argument.hpp"

namespace harmony::functions {

namespace {

using team::weather;
using state = aggregate_state<team::pulse_pool>;

std::int64_t day_of(Datum date, const char *name) {
  const DateADT day = DatumGetDateADT(date);
  if (DATE_NOT_FINITE(day))
    throw error(sqlstate::numeric_value_out_of_range, std::string(name) + " must be a finite date");
  return day;
}

// Arguments 4 and 5 of the transition; the overload without a model has the defaults.
team::pulse_pool new_pool(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(4))
    throw error(sqlstate::null_value_not_allowed, "as_of must not be null", "",
                "It is the day from which the pulses are looked at.");
  const team::weather_model model = PG_NARGS() > 5 ? model_of(fcinfo->args[5]).health.weather : team::weather_model();
  return {day_of(PG_GETARG_DATUM(4), "as_of"), model};
}

constexpr column<weather> weather_columns[] = {
    {"n_pulses", from<&weather::n_pulses>},
    {"n_people", from<&weather::n_people>},
    {"days_observed", as<std::int32_t, &weather::days_observed>},
    {"mean", from<&weather::mean>},
    {"weather", from<&weather::shrunk>},
    {"status", from<&weather::status>},
    {"rmssd", from<&weather::rmssd>},
    {"n_differences", from<&weather::n_differences>},
    {"trend_days", as<std::int32_t, &weather::trend_days>},
    {"slope", from<&weather::slope>},
    {"slope_low", from<&weather::slope_low>},
    {"slope_high", from<&weather::slope_high>},
    {"trend", from<&weather::trend>},
    {"outlook", from<&weather::outlook>},
    {"outlook_low", from<&weather::outlook_low>},
    {"outlook_high", from<&weather::outlook_high>},
    {"outlook_status", from<&weather::outlook_status>},
};

}  // namespace

HARMONY_FUNCTION(weather_transition) {
  team::pulse_pool &pool = state::of(fcinfo, [&] { return new_pool(fcinfo); });
  if (PG_ARGISNULL(4) || day_of(PG_GETARG_DATUM(4), "as_of") != pool.as_of())
    throw error(sqlstate::invalid_parameter_value, "as_of must be the same for every row of a group");
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3)) return state::datum(pool);
  pool.add({uuid_of(PG_GETARG_DATUM(1)), day_of(PG_GETARG_DATUM(2), "day"), PG_GETARG_FLOAT8(3)});
  return state::datum(pool);
}

HARMONY_STATE(weather, team::pulse_pool)

HARMONY_FUNCTION(weather_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, weather_columns, state::argument(fcinfo, 0).finish());
}

}  // namespace harmony::functions
