// Shells of the aggregate behind the marts: one metric of many facilities.
#include "core/signals/metric_signals.hpp"
#include "functions/signals/cutoffs_json.hpp"

namespace harmony::functions {

namespace {

using signals::classified_signal;
using signals::facility_month;
using signals::facility_signal;
using signals::metric_observations;
using signals::metric_options;
using observations_state = aggregate_state<metric_observations>;

metric_options read_options(const json_view &json) {
  metric_options options;
  std::vector<double> range;
  postgres::read_fields(json, "options",
                        {{"polarity",
                          [&](const json_view &value) {
                            options.direction = signals::polarity_named(postgres::required_string(value, "polarity"));
                          }},
                         {"range",
                          [&](const json_view &value) {
                            postgres::require_array(value, "range");
                            value.for_each_element([&](const json_view &end) {
                              range.push_back(postgres::required_number(end, "range"));
                            });
                            if (range.size() != 2)
                              throw error(sqlstate::invalid_parameter_value, "range must have two ends");
                          }},
                         {"cutoffs", [&](const json_view &value) { options.cutoffs = read_cutoffs(value); }}});
  if (range.size() == 2) {
    options.low = range[0];
    options.high = range[1];
  }
  options.check();
  return options;
}

template <auto member>
const char *word(const facility_signal &of) {
  return name_of(of.found.*member);
}

constexpr auto found = &facility_signal::found;
constexpr column<facility_signal> facility_signal_columns[] = {
    {"facility", from<&facility_signal::facility>},
    {"value", from<&facility_signal::value>},
    {"z", from<&facility_signal::z>},
    {"robust_z", from<&facility_signal::robust_z>},
    {"percentile", from<&facility_signal::percentile>},
    {"mean_z", from<&facility_signal::mean_z>},
    {"sd_z", from<&facility_signal::sd_z>},
    {"max_abs_z", from<&facility_signal::max_abs_z>},
    {"slope", from<&facility_signal::slope>},
    {"slope_percentile", from<&facility_signal::slope_percentile>},
    {"acceleration", from<&facility_signal::acceleration>},
    {"periods", as<std::int32_t, &facility_signal::periods>},
    {"suppressed", from<&facility_signal::suppressed>},
    {"p_value", from<&facility_signal::p_value>},
    {"q_value", from<&facility_signal::q_value>},
    {"magnitude_tier", from<&facility_signal::magnitude>},
    {"trajectory_tier", from<&facility_signal::trajectory>},
    {"consistency_tier", from<&facility_signal::steadiness>},
    {"signal_type", from<word<&classified_signal::type>>},
    {"severity", as<std::int32_t, found, &classified_signal::severity>},
    {"position", from<word<&classified_signal::at>>},
    {"trend", from<word<&classified_signal::trend>>},
    {"momentum", from<word<&classified_signal::moves>>},
    {"consistency", from<word<&classified_signal::steadiness>>},
    {"spike", from<found, &classified_signal::spike>},
};

constexpr column<facility_month> facility_month_columns[] = {
    {"facility", from<&facility_month::facility>},
    {"period", from<&facility_month::period>},
    {"value", from<&facility_month::value>},
    {"z", from<&facility_month::z>},
};

// The stored bytes of a jsonb; NULL is empty.
std::string_view options_bytes(const NullableDatum &options) {
  return options.isnull ? std::string_view() : bytes_of(options.value);
}

metric_observations begin(const NullableDatum &options) {
  return {options_bytes(options), options.isnull ? metric_options() : read_options(json_view::of(options.value))};
}

double value_of(const NullableDatum &value) {
  if (value.isnull) return missing;
  const double x = DatumGetFloat8(value.value);
  if (std::isnan(x)) throw error(sqlstate::invalid_parameter_value, "value must be finite");
  return x;
}

}  // namespace

// (state, facility, period, value, options)
HARMONY_FUNCTION(metric_signals_transition) {
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "facility must not be null");
  const double value = value_of(fcinfo->args[3]);
  const bool is_month = !PG_ARGISNULL(2);
  metric_observations &rows = observations_state::of(fcinfo, [&] { return begin(fcinfo->args[4]); });
  rows.check_options(options_bytes(fcinfo->args[4]));
  if (!is_month) rows.add_aggregate(PG_GETARG_INT32(1), value);
  if (is_month && !PG_ARGISNULL(3)) rows.add_month(PG_GETARG_INT32(1), PG_GETARG_INT32(2), value);
  return observations_state::datum(rows);
}

// (state, facility, periods, values, options): the rows of a facility in one.
HARMONY_FUNCTION(metric_signals_series_transition) {
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "facility must not be null");
  if (PG_ARGISNULL(3)) throw error(sqlstate::null_value_not_allowed, "values must not be null");
  const std::int32_t facility = PG_GETARG_INT32(1);
  const std::vector<double> values = postgres::float8_values_or_nan(PG_GETARG_DATUM(3), "values");
  metric_observations &rows = observations_state::of(fcinfo, [&] { return begin(fcinfo->args[4]); });
  rows.check_options(options_bytes(fcinfo->args[4]));
  if (PG_ARGISNULL(2)) {
    if (values.size() != 1) throw error(sqlstate::invalid_parameter_value, "values without periods must be one");
    rows.add_aggregate(facility, values.front());
    return observations_state::datum(rows);
  }
  const array_values<std::int32_t> periods = postgres::integer_array(PG_GETARG_DATUM(2), "periods");
  const span<std::int32_t> months = postgres::without_nulls(periods, "periods");
  if (months.size != values.size())
    throw error(sqlstate::invalid_parameter_value, "periods and values must have the same length");
  for (std::size_t k = 0; k < values.size(); ++k)
    if (!std::isnan(values[k])) rows.add_month(facility, months[k], values[k]);
  return observations_state::datum(rows);
}
HARMONY_STATE(metric_signals, metric_observations)

HARMONY_FUNCTION(metric_signals_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const std::vector<facility_signal> rows = observations_state::argument(fcinfo, 0).signals();
  return return_row_array(fcinfo, facility_signal_columns, rows.size(), [&](std::size_t k) { return rows[k]; });
}

HARMONY_FUNCTION(metric_months_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const std::vector<facility_month> rows = observations_state::argument(fcinfo, 0).months();
  return return_row_array(fcinfo, facility_month_columns, rows.size(), [&](std::size_t k) { return rows[k]; });
}

}  // namespace harmony::functions
