// Shells of what watches a series: robust_z, ewma_chart, cusum_chart; and of text_embedding.
#include "core/oversight/text_embedding.hpp"
#include "core/statistics/memory_charts.hpp"
#include "core/statistics/robust_z.hpp"
#include "functions/shell.hpp"
#include "postgres/spi.hpp"

namespace harmony::functions {

namespace {

using statistics::cusum_point;
using statistics::ewma_point;

template <class Point>
NullableDatum encoded_signal(const Point &point) {
  return {BoolGetDatum(point.signal), std::isnan(point.value)};
}

constexpr column<ewma_point> ewma_columns[] = {
    {"i", from<&ewma_point::i>},       {"value", from<&ewma_point::value>},
    {"ewma", from<&ewma_point::ewma>}, {"low", from<&ewma_point::low>},
    {"high", from<&ewma_point::high>}, {"signal", BOOLOID, encoded_signal<ewma_point>},
};

constexpr column<cusum_point> cusum_columns[] = {
    {"i", from<&cusum_point::i>},
    {"value", from<&cusum_point::value>},
    {"high", from<&cusum_point::high>},
    {"low", from<&cusum_point::low>},
    {"signal", BOOLOID, encoded_signal<cusum_point>},
};

}  // namespace

// robust_z(value, sample)
HARMONY_FUNCTION(robust_z) {
  std::vector<double> sample = present_values(float8_array(PG_GETARG_DATUM(1), "sample"));
  return return_nullable(fcinfo, statistics::robust_z(PG_GETARG_FLOAT8(0), sample));
}

// ewma_chart(values, target, sd, lambda, l, steady)
HARMONY_FUNCTION(ewma_chart) {
  const array_values<double> values = float8_array(PG_GETARG_DATUM(0), "values");
  return return_set(fcinfo, ewma_columns,
                    statistics::ewma_chart(values.all(), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2),
                                           {PG_GETARG_FLOAT8(3), PG_GETARG_FLOAT8(4), PG_GETARG_BOOL(5)}));
}

// cusum_chart(values, target, sd, k, h)
HARMONY_FUNCTION(cusum_chart) {
  const array_values<double> values = float8_array(PG_GETARG_DATUM(0), "values");
  return return_set(fcinfo, cusum_columns,
                    statistics::cusum_chart(values.all(), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2), PG_GETARG_FLOAT8(3),
                                            PG_GETARG_FLOAT8(4)));
}

// text_embedding(text, dimensions)
HARMONY_FUNCTION(text_embedding) {
  const std::string_view given = bytes_of(PG_GETARG_DATUM(0));
  const std::string_view text = guarded([&] { return postgres::to_utf8(given); });
  const std::vector<double> vector = oversight::text_embedding(text, PG_GETARG_INT32(1));
  if (vector.empty()) PG_RETURN_NULL();
  const double *values = vector.data();
  const std::size_t n = vector.size();
  return guarded([&] { return float8_array_datum(values, n); });
}

}  // namespace harmony::functions
