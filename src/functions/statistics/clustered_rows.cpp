// Shells of what takes rows in clusters: cluster_robust_ols, compare_weights, and the weights of owners.
#include <string_view>
#include <vector>

#include "core/statistics/cluster_robust.hpp"
#include "core/statistics/weights_comparison.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/number_functions.hpp"

namespace harmony::functions {

namespace {

using statistics::cluster_robust_model;
using statistics::clustered_rows;
using statistics::contested_rows;
using statistics::row_origin;
using statistics::weights_comparison;

square_matrix covariance_of(const cluster_robust_model &model) {
  return {model.covariance, model.covariance.empty() ? 0 : model.coefficients.size()};
}

constexpr column<cluster_robust_model> cluster_robust_columns[] = {
    {"n", from<&cluster_robust_model::n>},
    {"n_skipped", from<&cluster_robust_model::n_skipped>},
    {"clusters", from<&cluster_robust_model::clusters>},
    {"rank", from<&cluster_robust_model::rank>},
    {"coefficients", from<&cluster_robust_model::coefficients>},
    {"std_errors", from<&cluster_robust_model::std_errors>},
    {"t_statistics", from<&cluster_robust_model::t_statistics>},
    {"df", from<&cluster_robust_model::df>},
    {"p_values", from<&cluster_robust_model::p_values>},
    {"ci_low", from<&cluster_robust_model::ci_low>},
    {"ci_high", from<&cluster_robust_model::ci_high>},
    {"r_squared", from<&cluster_robust_model::r_squared>},
    {"f_statistic", from<&cluster_robust_model::f_statistic>},
    {"f_df1", from<&cluster_robust_model::f_df1>},
    {"f_df2", from<&cluster_robust_model::f_df2>},
    {"f_p_value", from<&cluster_robust_model::f_p_value>},
    {"covariance", from<covariance_of>},
    {"warnings", from<&cluster_robust_model::warnings>},
};

constexpr column<weights_comparison> weights_comparison_columns[] = {
    {"n", from<&weights_comparison::n>},
    {"clusters", from<&weights_comparison::clusters>},
    {"owners", from<&weights_comparison::owners>},
    {"effective_n", from<&weights_comparison::effective_n>},
    {"fitted_r_squared", from<&weights_comparison::fitted_r_squared>},
    {"rival_r_squared", from<&weights_comparison::rival_r_squared>},
    {"share_won", from<&weights_comparison::share_won>},
    {"lost_without", from<&weights_comparison::lost_without>},
};

// Adds a row whose y and xs are arguments 1 and 2; with a NULL it is counted as skipped.
void add_row(FunctionCallInfo fcinfo, clustered_rows &rows, const row_origin &origin) {
  auto xs = float8_array(PG_GETARG_DATUM(2), "xs");
  if (xs.missing() != nullptr) return rows.skip();
  xs.values.push_back(PG_GETARG_FLOAT8(1));
  rows.add(xs.values, origin);
}

bool is_any_null(FunctionCallInfo fcinfo, int first, int last) {
  for (int i = first; i <= last; ++i)
    if (PG_ARGISNULL(i)) return true;
  return false;
}

}  // namespace

// (state, y, xs, cluster[, weight])
HARMONY_FUNCTION(clustered_rows_transition) {
  using state = aggregate_state<clustered_rows>;
  clustered_rows &rows = state::of(fcinfo, [] { return clustered_rows(); });
  const bool weighted = PG_NARGS() == 5;
  if (is_any_null(fcinfo, 1, weighted ? 4 : 3))
    rows.skip();
  else
    add_row(fcinfo, rows, {bytes_of(PG_GETARG_DATUM(3)), {}, weighted ? PG_GETARG_FLOAT8(4) : 1.0, false});
  return state::datum(rows);
}
HARMONY_STATE(clustered_rows, clustered_rows)

HARMONY_FUNCTION(cluster_robust_ols_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, cluster_robust_columns,
                    statistics::fit_cluster_robust(aggregate_state<clustered_rows>::argument(fcinfo, 0)));
}

// (state, y, xs, cluster, weight, owner, seen, rival, folds)
HARMONY_FUNCTION(contested_rows_transition) {
  using state = aggregate_state<contested_rows>;
  if (PG_ARGISNULL(7) || PG_ARGISNULL(8))
    throw error(sqlstate::null_value_not_allowed, "slopes to compare with and the number of folds must not be null");
  contested_rows &contest = state::of(fcinfo, [&] {
    return contested_rows{{}, float8_values(PG_GETARG_DATUM(7), "rival"), PG_GETARG_INT32(8)};
  });
  if (is_any_null(fcinfo, 1, 6))
    contest.rows.skip();
  else
    add_row(fcinfo, contest.rows,
            {bytes_of(PG_GETARG_DATUM(3)), bytes_of(PG_GETARG_DATUM(5)), PG_GETARG_FLOAT8(4), PG_GETARG_BOOL(6)});
  return state::datum(contest);
}
HARMONY_STATE(contested_rows, contested_rows)

HARMONY_FUNCTION(compare_weights_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const contested_rows &contest = aggregate_state<contested_rows>::argument(fcinfo, 0);
  return return_row(fcinfo, weights_comparison_columns,
                    statistics::compare_weights(contest.rows, contest.rival, contest.folds));
}

HARMONY_FUNCTION(capped_weights) {
  const auto counts = bigint_array(PG_GETARG_DATUM(0), "counts");
  const std::vector<double> weights = statistics::capped_weights(without_nulls(counts, "counts"), PG_GETARG_FLOAT8(1));
  return guarded([&] { return float8_array_datum(weights.data(), weights.size()); });
}

HARMONY_FUNCTION(unrestricted_correlation) { return call(fcinfo, statistics::unrestricted_correlation); }

}  // namespace harmony::functions
