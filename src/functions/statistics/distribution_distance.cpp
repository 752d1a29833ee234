// Shells of the distances between distributions: ks_2samp, wasserstein, psi.
#include "core/statistics/distribution_distance.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/sample_states.hpp"

namespace harmony::functions {

namespace {

using statistics::ks_result;

const char *ks_method(const ks_result &r) { return method_of(r.p, r.exact, "asymptotic"); }

constexpr column<ks_result> ks_columns[] = {
    {"n1", from<&ks_result::n_first>}, {"n2", from<&ks_result::n_second>}, {"d", from<&ks_result::d>},
    {"at", from<&ks_result::at>},      {"p", from<&ks_result::p>},         {"method", from<ks_method>},
};

}  // namespace

HARMONY_FUNCTION(ks_2samp_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, ks_columns, statistics::ks_2samp(two_samples_state::argument(fcinfo, 0)));
}

HARMONY_FUNCTION(wasserstein_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_nullable(fcinfo, statistics::wasserstein(two_samples_state::argument(fcinfo, 0)));
}

// psi(expected, actual, floor)
HARMONY_FUNCTION(psi) {
  const auto expected = float8_values(PG_GETARG_DATUM(0), "expected"),
             actual = float8_values(PG_GETARG_DATUM(1), "actual");
  return return_nullable(fcinfo, statistics::psi(expected, actual, PG_GETARG_FLOAT8(2)));
}

}  // namespace harmony::functions
