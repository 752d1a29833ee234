// Shells of control charts, and of runs about a centre.
#include <optional>
#include <string_view>

#include "core/signals/chart_rules.hpp"
#include "core/signals/control_chart.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

namespace {

using signals::chart_options;
using signals::chart_point;
using signals::runs_result;

// The names are encoded one by one: no vector may be alive where the server can raise.
NullableDatum encoded_rules(const chart_point &point) {
  Datum names[8];
  std::size_t n = 0;
  for (std::size_t bit = 0; bit < 8; ++bit)
    if ((point.rules >> bit & 1) != 0) names[n++] = text_datum(signals::rule_name(bit));
  return {postgres::array_datum(names, n, TEXTOID), false};
}

constexpr column<chart_point> chart_point_columns[] = {
    {"value", from<&chart_point::value>},       {"centre", from<&chart_point::centre>},
    {"lower", from<&chart_point::lower>},       {"upper", from<&chart_point::upper>},
    {"sigma", from<&chart_point::sigma>},       {"moving_range", from<&chart_point::moving_range>},
    {"mr_upper", from<&chart_point::mr_upper>}, {"rules", TEXTARRAYOID, encoded_rules},
};

constexpr column<runs_result> runs_columns[] = {
    {"n_useful", from<&runs_result::n_useful>},
    {"longest_run", from<&runs_result::longest_run>},
    {"longest_run_max", from<&runs_result::longest_run_max>},
    {"crossings", from<&runs_result::crossings>},
    {"crossings_min", from<&runs_result::crossings_min>},
    {"signal", from<&runs_result::signal>},
};

bool required_boolean(const json_view &value, const char *name) {
  if (!value.is_boolean())
    throw error(sqlstate::invalid_parameter_value, "\"" + std::string(name) + "\" must be true or false");
  return value.boolean();
}

chart_options read_chart_options(const json_view &json) {
  chart_options out;
  const auto text = [](const json_view &value, const char *name) { return postgres::required_string(value, name); };
  postgres::read_fields(
      json, "options",
      {{"rules", [&](const json_view &v) { out.rules = signals::rule_set_named(text(v, "rules")); }},
       {"constants", [&](const json_view &v) { out.constants = signals::chart_constants_named(text(v, "constants")); }},
       {"screen", [&](const json_view &v) { out.screen = required_boolean(v, "screen"); }},
       {"baseline", [&](const json_view &v) { out.baseline = postgres::required_number(v, "baseline"); }},
       {"points", [&](const json_view &v) { out.points = postgres::required_number(v, "points"); }}});
  return out;
}

}  // namespace

// control_chart(kind, value, size, options)
HARMONY_FUNCTION(control_chart) {
  if (PG_ARGISNULL(0) || PG_ARGISNULL(1)) PG_RETURN_NULL();
  const signals::chart_kind kind = signals::chart_kind_named(bytes_of(PG_GETARG_DATUM(0)));
  const array_values<double> values = float8_array(PG_GETARG_DATUM(1), "value");
  array_values<double> sizes;
  if (!PG_ARGISNULL(2)) sizes = float8_array(PG_GETARG_DATUM(2), "size");
  if (PG_ARGISNULL(2) && kind != signals::chart_kind::xmr)
    throw error(sqlstate::invalid_parameter_value, "size must not be null in a chart of counts");
  const chart_options options =
      PG_ARGISNULL(3) ? chart_options() : read_chart_options(json_view::of(PG_GETARG_DATUM(3)));
  const auto chart = signals::control_chart(kind, values.all(), sizes.all(), options);
  return return_row_array(fcinfo, chart_point_columns, chart.size(), [&](std::size_t k) { return chart[k]; });
}

// runs_test(value, centre)
HARMONY_FUNCTION(runs_test) {
  const array_values<double> values = float8_array(PG_GETARG_DATUM(0), "value");
  return return_row(fcinfo, runs_columns, signals::runs_test(values.all(), PG_GETARG_FLOAT8(1)));
}

}  // namespace harmony::functions
