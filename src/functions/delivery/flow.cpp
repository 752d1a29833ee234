// Shells of how often software is deployed, and how work flows.
#include "core/delivery/flow.hpp"
#include "core/delivery/frequency.hpp"
#include "functions/delivery/zone.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using delivery::deployment_rate;
using delivery::flow_result;

constexpr column<deployment_rate> rate_columns[] = {
    {"deployments", from<&deployment_rate::deployments>},
    {"deployment_days", from<&deployment_rate::deployment_days>},
    {"per_day", from<&deployment_rate::per_day>},
    {"weeks", from<&deployment_rate::weeks>},
    {"median_days_per_week", from<&deployment_rate::median_days_per_week>},
    {"months", from<&deployment_rate::months>},
    {"median_days_per_month", from<&deployment_rate::median_days_per_month>},
};

constexpr column<flow_result> flow_columns[] = {
    {"cycle_seconds", from<&flow_result::cycle_seconds>},
    {"lead_seconds", from<&flow_result::lead_seconds>},
    {"todo_seconds", from<&flow_result::todo_seconds>},
    {"in_progress_seconds", from<&flow_result::in_progress_seconds>},
    {"work_starts", from<&flow_result::work_starts>},
    {"completions", from<&flow_result::completions>},
    {"returns", from<&flow_result::returns>},
    {"complexity", from<&flow_result::complexity>},
    {"rework", from<&flow_result::rework>},
    {"direct_completion", from<&flow_result::direct_completion>},
    {"flow_efficiency", from<&flow_result::flow_efficiency>},
    {"age_seconds", from<&flow_result::age_seconds>},
};

}  // namespace

// deployment_frequency(at, start, end, zone)
HARMONY_FUNCTION(deployment_frequency) {
  const array_values<std::int64_t> at = timestamptz_array(PG_GETARG_DATUM(0), "at");
  const std::int64_t start = finite_instant(PG_GETARG_DATUM(1), "start");
  const std::int64_t end = finite_instant(PG_GETARG_DATUM(2), "end");
  const delivery::zone_clock clock = clock_between(PG_GETARG_DATUM(3), start, end);
  return return_row(fcinfo, rate_columns, delivery::deployment_frequency(at.all(), start, end, clock));
}

// median_days_per_half_year(at, start, end, zone)
HARMONY_FUNCTION(median_days_per_half_year) {
  const array_values<std::int64_t> at = timestamptz_array(PG_GETARG_DATUM(0), "at");
  const std::int64_t start = finite_instant(PG_GETARG_DATUM(1), "start");
  const std::int64_t end = finite_instant(PG_GETARG_DATUM(2), "end");
  const delivery::zone_clock clock = clock_between(PG_GETARG_DATUM(3), start, end);
  return return_nullable(fcinfo, delivery::median_days_per_half_year(at.all(), start, end, clock));
}

// flow(category, at, created, as_of)
HARMONY_FUNCTION(flow) {
  const array_values<std::string_view> categories = text_array(PG_GETARG_DATUM(0), "category");
  const array_values<std::int64_t> instants = timestamptz_array(PG_GETARG_DATUM(1), "at");
  const span<std::string_view> category = without_nulls(categories, "category");
  const span<std::int64_t> at = without_nulls(instants, "at");
  if (category.size != at.size)
    throw error(sqlstate::invalid_parameter_value, "category and at must have the same length");
  std::vector<delivery::status_change> changes;
  for (std::size_t k = 0; k < at.size; ++k)
    changes.push_back({finite_instant(TimestampTzGetDatum(at[k]), "at"), delivery::category_named(category[k])});
  return return_row(fcinfo, flow_columns,
                    delivery::flow(std::move(changes), finite_instant(PG_GETARG_DATUM(2), "created"),
                                   finite_instant(PG_GETARG_DATUM(3), "as_of")));
}

}  // namespace harmony::functions
