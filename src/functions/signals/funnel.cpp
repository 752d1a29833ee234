// Shells of funnel plots.
#include <optional>

#include "core/signals/funnel.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

namespace {

using signals::funnel_options;
using signals::funnel_point;
using signals::funnel_result;

constexpr column<funnel_point> funnel_point_columns[] = {
    {"value", from<&funnel_point::value>},           {"z", from<&funnel_point::z>},
    {"z_adjusted", from<&funnel_point::z_adjusted>}, {"lower_95", from<&funnel_point::lower_95>},
    {"upper_95", from<&funnel_point::upper_95>},     {"lower_998", from<&funnel_point::lower_998>},
    {"upper_998", from<&funnel_point::upper_998>},   {"p_value", from<&funnel_point::p_value>},
    {"q_value", from<&funnel_point::q_value>},       {"reliability", from<&funnel_point::reliability>},
    {"shrunken", from<&funnel_point::shrunken>},
};

// The points are encoded before the row.
struct encoded_funnel {
  double target, phi, tau2;
  Datum points;
};

constexpr column<encoded_funnel> funnel_columns[] = {
    {"target", from<&encoded_funnel::target>},
    {"phi", from<&encoded_funnel::phi>},
    {"tau2", from<&encoded_funnel::tau2>},
    {"points", any_row_array,
     [](const encoded_funnel &row) {
       return NullableDatum{row.points, false};
     }},
};

struct funnel_call {
  postgres::row_type result, point;
};

funnel_options read_funnel_options(const json_view &json) {
  funnel_options out;
  postgres::read_fields(
      json, "options",
      {{"winsorise", [&](const json_view &value) { out.winsorise = postgres::required_number(value, "winsorise"); }},
       {"overdispersion",
        [&](const json_view &value) {
          if (!value.is_boolean())
            throw error(sqlstate::invalid_parameter_value, "\"overdispersion\" must be true or false");
          out.overdispersion = value.boolean();
        }},
       {"target", [&](const json_view &value) { out.target = postgres::required_number(value, "target"); }}});
  return out;
}

}  // namespace

// funnel(kind, observed, size, options)
HARMONY_FUNCTION(funnel) {
  if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2)) PG_RETURN_NULL();
  const signals::funnel_kind kind = signals::funnel_kind_named(bytes_of(PG_GETARG_DATUM(0)));
  const array_values<double> observed = float8_array(PG_GETARG_DATUM(1), "observed");
  const array_values<double> sizes = float8_array(PG_GETARG_DATUM(2), "size");
  const funnel_options options =
      PG_ARGISNULL(3) ? funnel_options() : read_funnel_options(json_view::of(PG_GETARG_DATUM(3)));
  const funnel_result found = signals::funnel(kind, observed.all(), sizes.all(), options);
  funnel_call &call = *guarded([&] {
    auto *types = &postgres::call_site<funnel_call>(fcinfo);
    const postgres::row_type &result = postgres::bind_result(fcinfo, types->result, funnel_columns);
    const Oid points = TupleDescAttr(result.descriptor, result.place[3])->atttypid;
    postgres::bind_elements(fcinfo, types->point, funnel_point_columns, points);
    return types;
  });
  const Datum points = postgres::row_array(call.point, funnel_point_columns, found.points.size(),
                                           [&](std::size_t k) { return found.points[k]; });
  const encoded_funnel row{found.target, found.phi, found.tau2, points};
  return guarded([&] { return postgres::encode_row(call.result, funnel_columns, row); });
}

// funnel_limits(kind, size, target, p)
HARMONY_FUNCTION(funnel_limits) {
  const signals::funnel_kind kind = signals::funnel_kind_named(bytes_of(PG_GETARG_DATUM(0)));
  const auto limits = signals::funnel_limits(kind, PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2), PG_GETARG_FLOAT8(3));
  return guarded([&] { return float8_array_datum(limits.data(), limits.size()); });
}

}  // namespace harmony::functions
