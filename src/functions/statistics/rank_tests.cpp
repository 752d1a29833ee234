// Shells of the tests on ranks: mann_whitney, kruskal.
#include "core/statistics/rank_tests.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/group_states.hpp"
#include "functions/statistics/sample_states.hpp"

namespace harmony::functions {

namespace {

using statistics::kruskal_result;
using statistics::mann_whitney_result;

const char *mann_whitney_method(const mann_whitney_result &r) { return method_of(r.p_two_sided, r.exact, "normal"); }

constexpr column<mann_whitney_result> mann_whitney_columns[] = {
    {"n1", from<&mann_whitney_result::n_first>},
    {"n2", from<&mann_whitney_result::n_second>},
    {"u1", from<&mann_whitney_result::u_first>},
    {"u2", from<&mann_whitney_result::u_second>},
    {"z", from<&mann_whitney_result::z>},
    {"p_two_sided", from<&mann_whitney_result::p_two_sided>},
    {"p_less", from<&mann_whitney_result::p_less>},
    {"p_greater", from<&mann_whitney_result::p_greater>},
    {"rank_biserial", from<&mann_whitney_result::rank_biserial>},
    {"method", from<mann_whitney_method>},
};

constexpr column<kruskal_result> kruskal_columns[] = {
    {"k", from<&kruskal_result::k>}, {"n", from<&kruskal_result::n>},
    {"h", from<&kruskal_result::h>}, {"df", from<&kruskal_result::df>},
    {"p", from<&kruskal_result::p>}, {"epsilon_squared", from<&kruskal_result::epsilon_squared>},
};

}  // namespace

HARMONY_FUNCTION(two_samples_transition) { return add_to_sample<statistics::two_samples>(fcinfo); }
HARMONY_STATE(two_samples, statistics::two_samples)

HARMONY_FUNCTION(mann_whitney_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, mann_whitney_columns, statistics::mann_whitney(two_samples_state::argument(fcinfo, 0)));
}

HARMONY_FUNCTION(grouped_samples_text) { return add_to_text_group<statistics::grouped_samples>(fcinfo); }
HARMONY_FUNCTION(grouped_samples_any) { return add_to_any_group<statistics::grouped_samples>(fcinfo); }
HARMONY_STATE(grouped_samples, statistics::grouped_samples)

HARMONY_FUNCTION(kruskal_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  auto &groups = aggregate_state<statistics::grouped_samples>::argument(fcinfo, 0);
  return return_row(fcinfo, kruskal_columns, statistics::kruskal(groups));
}

}  // namespace harmony::functions
