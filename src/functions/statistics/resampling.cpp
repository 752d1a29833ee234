// Shells of the bootstrap.
#include <cmath>
#include <utility>

#include "core/statistics/resampling.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using statistics::bootstrap_result;
using statistics::resampled;

// What an aggregate takes beside its values, the same in all rows.
struct bootstrap_options {
  std::int64_t seed;
  std::int32_t draws;
  resampled statistic;

  bool operator==(const bootstrap_options &other) const {
    return statistic == other.statistic && seed == other.seed && draws == other.draws;
  }
};

struct bootstrap_rows {
  bootstrap_options options;
  statistics::row_blocks rows;

  void check(const bootstrap_options &of_row) const {
    if (!(options == of_row))
      throw error(sqlstate::invalid_parameter_value, "arguments beside the values must be the same in all rows");
  }
  void merge(bootstrap_rows &&other) {
    check(other.options);
    rows.merge(std::move(other.rows));
  }
  void serialize(native_writer &out) const {
    out.value(options.seed);
    out.value(options.draws);
    out.value(options.statistic);
    rows.serialize(out);
  }
  static bootstrap_rows deserialize(native_reader &in) {
    const auto seed = in.value<std::int64_t>();
    const auto draws = in.value<std::int32_t>();
    const auto statistic = in.value<resampled>();
    return {{seed, draws, statistic}, statistics::row_blocks::deserialize(in)};
  }
};

void require(FunctionCallInfo fcinfo, int argument, const char *name) {
  if (PG_ARGISNULL(argument)) throw error(sqlstate::null_value_not_allowed, std::string(name) + " must not be null");
}

// The row's values, arguments `first` on; seed and draws stand before them.
Datum add_row(FunctionCallInfo fcinfo, resampled statistic, int first, std::size_t width) {
  using state = aggregate_state<bootstrap_rows>;
  require(fcinfo, first - 2, "seed");
  require(fcinfo, first - 1, "draws");
  const bootstrap_options options{PG_GETARG_INT64(first - 2), PG_GETARG_INT32(first - 1), statistic};
  statistics::check_draws(options.draws);
  double row[2];
  for (std::size_t j = 0; j < width; ++j) {
    const int argument = first + static_cast<int>(j);
    if (PG_ARGISNULL(argument)) return unchanged(fcinfo);
    row[j] = PG_GETARG_FLOAT8(argument) + 0.0;  // no negative zero
    if (!std::isfinite(row[j]))
      throw error(sqlstate::invalid_parameter_value, width == 1 ? "value must be finite" : "x and y must be finite");
  }
  bootstrap_rows &rows = state::of(fcinfo, [&] { return bootstrap_rows{options, statistics::row_blocks()}; });
  rows.check(options);
  rows.rows.add(row, width);
  return state::datum(rows);
}

constexpr column<bootstrap_result> bootstrap_columns[] = {
    {"n", from<&bootstrap_result::n>},
    {"draws", from<&bootstrap_result::draws>},
    {"estimate", from<&bootstrap_result::estimate>},
    {"bias", from<&bootstrap_result::bias>},
    {"std_error", from<&bootstrap_result::std_error>},
    {"percentile_low", from<&bootstrap_result::percentile_low>},
    {"percentile_high", from<&bootstrap_result::percentile_high>},
    {"bca_low", from<&bootstrap_result::bca_low>},
    {"bca_high", from<&bootstrap_result::bca_high>},
};

}  // namespace

// (state, statistic, seed, draws, value)
HARMONY_FUNCTION(bootstrap_transition) {
  require(fcinfo, 1, "statistic");
  return add_row(fcinfo, statistics::resampled_by_name(postgres::text_argument(fcinfo, 1)), 4, 1);
}
// (state, seed, draws, x, y)
HARMONY_FUNCTION(bootstrap_correlation_transition) { return add_row(fcinfo, resampled::correlation, 3, 2); }

HARMONY_STATE(bootstrap, bootstrap_rows)

HARMONY_FUNCTION(bootstrap_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const bootstrap_rows &rows = aggregate_state<bootstrap_rows>::argument(fcinfo, 0);
  const bootstrap_options &of = rows.options;
  return return_row(fcinfo, bootstrap_columns, statistics::bootstrap(of.statistic, rows.rows, of.seed, of.draws));
}

}  // namespace harmony::functions
