// Shells of correlations, paired tests, corrections and power.
#include <vector>

#include "core/statistics/correlation.hpp"
#include "core/statistics/power.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/correlation_columns.hpp"
#include "functions/statistics/linear.hpp"
#include "functions/statistics/number_functions.hpp"

namespace harmony::functions {

namespace {

using statistics::correlation_pair;
using statistics::paired_t_result;

constexpr column<correlation_pair> pair_columns[] = {
    {"i", from<&correlation_pair::i>},
    {"j", from<&correlation_pair::j>},
    {"n", from<&correlation_pair::n>},
    {"r", from<&correlation_pair::r>},
    {"p", from<&correlation_pair::p>},
    {"partial", from<&correlation_pair::partial>},
    {"partial_p", from<&correlation_pair::partial_p>},
};

constexpr column<paired_t_result> paired_t_columns[] = {
    {"n", from<&paired_t_result::n>},           {"mean_difference", from<&paired_t_result::mean_difference>},
    {"sd", from<&paired_t_result::sd>},         {"t", from<&paired_t_result::t>},
    {"df", from<&paired_t_result::df>},         {"p_two_sided", from<&paired_t_result::p_two_sided>},
    {"p_less", from<&paired_t_result::p_less>}, {"p_greater", from<&paired_t_result::p_greater>},
    {"low", from<&paired_t_result::low>},       {"high", from<&paired_t_result::high>},
    {"d_z", from<&paired_t_result::d_z>},       {"correlation", from<&paired_t_result::correlation>},
};

// Whether there is a state with rows in argument 0.
bool has_rows(FunctionCallInfo fcinfo) {
  return !PG_ARGISNULL(0) && statistics::linear_rows(state_argument(fcinfo, 0)) > 0;
}

}  // namespace

// (state[, i, j]); of an aggregate columns 1 and 2.
HARMONY_FUNCTION(partial_correlation) {
  if (!has_rows(fcinfo)) PG_RETURN_NULL();
  const int i = PG_NARGS() == 3 ? PG_GETARG_INT32(1) : 1, j = PG_NARGS() == 3 ? PG_GETARG_INT32(2) : 2;
  return return_row(fcinfo, correlation_columns, statistics::partial_correlation(state_argument(fcinfo, 0), i, j));
}

HARMONY_FUNCTION(correlations) {
  return return_set(fcinfo, pair_columns, statistics::correlations(state_argument(fcinfo, 0)));
}

HARMONY_FUNCTION(paired_t) {
  if (!has_rows(fcinfo)) PG_RETURN_NULL();
  return return_row(fcinfo, paired_t_columns, statistics::paired_t(state_argument(fcinfo, 0)));
}

HARMONY_FUNCTION(correct_range_restriction) { return call(fcinfo, statistics::correct_range_restriction); }
HARMONY_FUNCTION(correct_attenuation) { return call(fcinfo, statistics::correct_attenuation); }

// ---- power ----

HARMONY_FUNCTION(power_t) {
  return return_nullable(
      fcinfo, statistics::power_t(PG_GETARG_FLOAT8(0), PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_FLOAT8(3)));
}
HARMONY_FUNCTION(power_t_paired) {
  return return_nullable(fcinfo,
                         statistics::power_t_paired(PG_GETARG_FLOAT8(0), PG_GETARG_INT64(1), PG_GETARG_FLOAT8(2)));
}
HARMONY_FUNCTION(power_correlation) {
  return return_nullable(fcinfo,
                         statistics::power_correlation(PG_GETARG_FLOAT8(0), PG_GETARG_INT64(1), PG_GETARG_FLOAT8(2)));
}
HARMONY_FUNCTION(power_proportions) {
  return return_nullable(fcinfo,
                         statistics::power_proportions(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_INT64(2),
                                                       PG_GETARG_INT64(3), PG_GETARG_FLOAT8(4)));
}
HARMONY_FUNCTION(power_anova) {
  return return_nullable(fcinfo, statistics::power_anova(PG_GETARG_FLOAT8(0), PG_GETARG_INT32(1), PG_GETARG_INT64(2),
                                                         PG_GETARG_FLOAT8(3)));
}
HARMONY_FUNCTION(power_chi_square) {
  return return_nullable(fcinfo, statistics::power_chi_square(PG_GETARG_FLOAT8(0), PG_GETARG_INT32(1),
                                                              PG_GETARG_INT64(2), PG_GETARG_FLOAT8(3)));
}
HARMONY_FUNCTION(n_for_t) {
  return Int64GetDatum(statistics::n_for_t(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2)));
}
HARMONY_FUNCTION(n_for_correlation) {
  return Int64GetDatum(statistics::n_for_correlation(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2)));
}

}  // namespace harmony::functions
