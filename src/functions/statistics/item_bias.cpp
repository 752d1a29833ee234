// Shells of differential item functioning, over harmony.table_state.
#include "core/statistics/item_bias.hpp"
#include "functions/statistics/table_arguments.hpp"

namespace harmony::functions {

namespace {

using statistics::dif_logistic_result;
using statistics::dif_mh_result;

constexpr column<dif_mh_result> dif_mh_columns[] = {
    {"n", from<&dif_mh_result::n>},
    {"strata", from<&dif_mh_result::strata>},
    {"odds_ratio", from<&dif_mh_result::odds_ratio>},
    {"log_odds_ratio", from<&dif_mh_result::log_odds_ratio>},
    {"std_error", from<&dif_mh_result::std_error>},
    {"low", from<&dif_mh_result::low>},
    {"high", from<&dif_mh_result::high>},
    {"chi2", from<&dif_mh_result::chi2>},
    {"p", from<&dif_mh_result::p>},
    {"delta", from<&dif_mh_result::delta>},
    {"class", from<&dif_mh_result::size_class>},
};

constexpr column<dif_logistic_result> dif_logistic_columns[] = {
    {"n", from<&dif_logistic_result::n>},
    {"uniform_chi2", from<&dif_logistic_result::uniform_chi2>},
    {"uniform_p", from<&dif_logistic_result::uniform_p>},
    {"nonuniform_chi2", from<&dif_logistic_result::nonuniform_chi2>},
    {"nonuniform_p", from<&dif_logistic_result::nonuniform_p>},
    {"chi2", from<&dif_logistic_result::chi2>},
    {"p", from<&dif_logistic_result::p>},
    {"log_odds_ratio", from<&dif_logistic_result::log_odds_ratio>},
    {"r_squared_change", from<&dif_logistic_result::r_squared_change>},
    {"class", from<&dif_logistic_result::size_class>},
};

}  // namespace

// (state, correct, focal, stratum)
HARMONY_FUNCTION(table_strata) {
  table_header *state = table_of(fcinfo, table_shape::strata);
  if (any_null(fcinfo, 1, 3)) return skipped_row(state);
  ++state->rows;
  table_key key;
  key.part(flag(fcinfo, 1)).part(flag(fcinfo, 2));
  add_name(fcinfo, 3, 2, state, &key);
  return PointerGetDatum(statistics::table_count(state, key.bytes(), 1, allocate_value));
}

// (state, correct, focal, score)
HARMONY_FUNCTION(table_scores) {
  table_header *state = table_of(fcinfo, table_shape::scores);
  if (any_null(fcinfo, 1, 3)) return skipped_row(state);
  const double score = PG_GETARG_FLOAT8(3);
  statistics::check_value(score, "score");
  ++state->rows;
  table_key key;
  key.part(flag(fcinfo, 1)).part(flag(fcinfo, 2)).part(score);
  return PointerGetDatum(statistics::table_count(state, key.bytes(), 1, allocate_value));
}

HARMONY_FUNCTION(dif_mantel_haenszel_final) {
  const table_header *state = finished_table(fcinfo);
  if (state == nullptr) PG_RETURN_NULL();
  return return_row(fcinfo, dif_mh_columns, statistics::dif_mantel_haenszel(state));
}
HARMONY_FUNCTION(dif_logistic_final) {
  const table_header *state = finished_table(fcinfo);
  if (state == nullptr) PG_RETURN_NULL();
  return return_row(fcinfo, dif_logistic_columns, statistics::dif_logistic(state));
}

}  // namespace harmony::functions
