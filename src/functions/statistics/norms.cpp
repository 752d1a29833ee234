// Shells of norms, and of where a score stands.
#include "core/statistics/norms.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/number_functions.hpp"

namespace harmony::functions {

namespace {

using statistics::norms_result;
using statistics::sample;
using statistics::score_interval;
using sample_state = aggregate_state<sample>;

constexpr column<norms_result> norms_columns[] = {
    {"n", from<&norms_result::n>},
    {"mean", from<&norms_result::mean>},
    {"sd", from<&norms_result::sd>},
    {"quantiles", from<&norms_result::quantiles>},
};

constexpr column<score_interval> score_interval_columns[] = {
    {"low", from<&score_interval::low>},
    {"high", from<&score_interval::high>},
};

}  // namespace

HARMONY_FUNCTION(sample_transition) {
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  sample &scores = sample_state::of(fcinfo, [] { return sample(); });
  scores.add(PG_GETARG_FLOAT8(1));
  return sample_state::datum(scores);
}
HARMONY_STATE(sample, sample)

HARMONY_FUNCTION(norms_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, norms_columns, statistics::norms(sample_state::argument(fcinfo, 0)));
}

// ---- where a score stands ----

HARMONY_FUNCTION(z_score) { return call(fcinfo, statistics::z_score); }
HARMONY_FUNCTION(t_score) { return call(fcinfo, statistics::t_score); }

namespace {

// (score, mean, sd); 0, for no step, is NULL.
Datum return_step(FunctionCallInfo fcinfo, int (*step_of)(double, double, double)) {
  const int step = step_of(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2));
  fcinfo->isnull = step == 0;
  return Int32GetDatum(step);
}

}  // namespace

HARMONY_FUNCTION(sten) { return return_step(fcinfo, statistics::sten); }
HARMONY_FUNCTION(stanine) { return return_step(fcinfo, statistics::stanine); }

// norm_percentile(score, quantiles)
HARMONY_FUNCTION(norm_percentile) {
  return Float8GetDatum(
      statistics::norm_percentile(PG_GETARG_FLOAT8(0), float8_values(PG_GETARG_DATUM(1), "quantiles")));
}

HARMONY_FUNCTION(sem) { return call(fcinfo, statistics::sem); }

HARMONY_FUNCTION(score_interval) {
  return return_row(fcinfo, score_interval_columns,
                    statistics::interval_of_score(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2)));
}

HARMONY_FUNCTION(retest_interval) {
  return return_row(fcinfo, score_interval_columns,
                    statistics::interval_of_retest(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1), PG_GETARG_FLOAT8(2)));
}

}  // namespace harmony::functions
