// Shells of the comparison of two means: welch_t, cohens_d.
#include "core/statistics/two_sample.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/sample_states.hpp"

namespace harmony::functions {

namespace {

using statistics::effect_size;
using statistics::sample_summary;
using statistics::t_test_result;
using statistics::two_moments;

constexpr column<t_test_result> t_test_columns[] = {
    {"n1", as<std::int64_t, &t_test_result::first, &sample_summary::n>},
    {"mean1", from<&t_test_result::first, &sample_summary::mean>},
    {"sd1", from<&t_test_result::first, &sample_summary::sd>},
    {"n2", as<std::int64_t, &t_test_result::second, &sample_summary::n>},
    {"mean2", from<&t_test_result::second, &sample_summary::mean>},
    {"sd2", from<&t_test_result::second, &sample_summary::sd>},
    {"difference", from<&t_test_result::difference>},
    {"std_error", from<&t_test_result::std_error>},
    {"t", from<&t_test_result::t>},
    {"df", from<&t_test_result::df>},
    {"p_two_sided", from<&t_test_result::p_two_sided>},
    {"p_less", from<&t_test_result::p_less>},
    {"p_greater", from<&t_test_result::p_greater>},
    {"low", from<&t_test_result::low>},
    {"high", from<&t_test_result::high>},
};

constexpr column<effect_size> effect_size_columns[] = {
    {"n1", as<std::int64_t, &effect_size::first, &sample_summary::n>},
    {"mean1", from<&effect_size::first, &sample_summary::mean>},
    {"sd1", from<&effect_size::first, &sample_summary::sd>},
    {"n2", as<std::int64_t, &effect_size::second, &sample_summary::n>},
    {"mean2", from<&effect_size::second, &sample_summary::mean>},
    {"sd2", from<&effect_size::second, &sample_summary::sd>},
    {"d", from<&effect_size::d>},
    {"hedges_g", from<&effect_size::hedges_g>},
    {"low", from<&effect_size::low>},
    {"high", from<&effect_size::high>},
};

}  // namespace

HARMONY_FUNCTION(two_moments_transition) { return add_to_sample<two_moments>(fcinfo); }
HARMONY_STATE(two_moments, two_moments)

HARMONY_FUNCTION(welch_t_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, t_test_columns, statistics::welch_t(aggregate_state<two_moments>::argument(fcinfo, 0)));
}

// (n1, mean1, sd1, n2, mean2, sd2, level)
HARMONY_FUNCTION(welch_t_summary) {
  const auto summary = [&](int i) {
    return sample_summary{static_cast<double>(PG_GETARG_INT64(i)), PG_GETARG_FLOAT8(i + 1), PG_GETARG_FLOAT8(i + 2)};
  };
  for (const int i : {1, 2, 4, 5}) statistics::check_value(PG_GETARG_FLOAT8(i), i % 3 == 1 ? "mean" : "sd");
  return return_row(fcinfo, t_test_columns, statistics::welch_t(summary(0), summary(3), PG_GETARG_FLOAT8(6)));
}

HARMONY_FUNCTION(cohens_d_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, effect_size_columns,
                    statistics::cohens_d(aggregate_state<two_moments>::argument(fcinfo, 0)));
}

}  // namespace harmony::functions
