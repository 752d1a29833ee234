// SQL shells of the aggregates over one or two samples: welch_t, cohens_d, mann_whitney, ks_2samp, wasserstein, norms,
// rwg_j. Contracts: sql/extension/55_statistics.sql and 56_tests.sql.
#include <cmath>
#include <vector>

#include "core/statistics/agreement.hpp"
#include "core/statistics/distribution_distance.hpp"
#include "core/statistics/norms.hpp"
#include "core/statistics/rank_tests.hpp"
#include "core/statistics/two_sample.hpp"
#include "functions/statistics/aggregate_functions.hpp"
#include "postgres/array.hpp"

namespace core = harmony::statistics;
using namespace harmony::postgres;

namespace {

// A row (value, is it of the first sample); with a NULL it is passed over.
template <class T>
Datum add_to_sample(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  T &samples = state::of(fcinfo, [] { return T(); });
  samples.add(PG_GETARG_FLOAT8(1), PG_GETARG_BOOL(2));
  return state::datum(samples);
}

}  // namespace

HARMONY_FUNCTION(two_moments_transition) { return add_to_sample<core::two_moments>(fcinfo); }
HARMONY_STATE(two_moments, core::two_moments)

HARMONY_FUNCTION(two_samples_transition) { return add_to_sample<core::two_samples>(fcinfo); }
HARMONY_STATE(two_samples, core::two_samples)

HARMONY_FUNCTION(sample_transition) {
  using state = aggregate_state<core::sample>;
  if (PG_ARGISNULL(1)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  core::sample &sample = state::of(fcinfo, [] { return core::sample(); });
  sample.add(PG_GETARG_FLOAT8(1));
  return state::datum(sample);
}
HARMONY_STATE(sample, core::sample)

// A rater with a missing answer, or without an expected variance, is passed over.
HARMONY_FUNCTION(rwg_transition) {
  using state = aggregate_state<core::rwg_collector>;
  const bool no_row = PG_ARGISNULL(1) || PG_ARGISNULL(2);
  array_values<double> items;
  if (!no_row) items = float8_array(fcinfo, 1, "items");
  if (no_row || !items.is_null.empty()) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  core::rwg_collector &raters = state::of(fcinfo, [] { return core::rwg_collector(); });
  raters.add(items.values, PG_GETARG_FLOAT8(2));
  return state::datum(raters);
}
HARMONY_STATE(rwg, core::rwg_collector)

// ---- results ----

namespace {

template <int capacity>
void add_summary(row_builder<capacity> &row, const core::sample_summary &s) {
  row.add(Int64GetDatum(static_cast<std::int64_t>(s.n)));
  row.add(nullable(s.mean));
  row.add(nullable(s.sd));
}

Datum return_t_test(FunctionCallInfo fcinfo, const core::t_test_result &r) {
  return guarded([&] {
    row_builder<15> row;
    add_summary(row, r.first);
    add_summary(row, r.second);
    for (const double x : {r.difference, r.std_error, r.t, r.df, r.p_two_sided, r.p_less, r.p_greater, r.low, r.high})
      row.add(nullable(x));
    return row.finish(result_row_type(fcinfo));
  });
}

}  // namespace

HARMONY_FUNCTION(welch_t_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_t_test(fcinfo, core::welch_t(aggregate_state<core::two_moments>::argument(fcinfo, 0)));
}

// (n1, mean1, sd1, n2, mean2, sd2, level)
HARMONY_FUNCTION(welch_t_summary) {
  const auto summary = [&](int i) {
    return core::sample_summary{static_cast<double>(PG_GETARG_INT64(i)), PG_GETARG_FLOAT8(i + 1),
                                PG_GETARG_FLOAT8(i + 2)};
  };
  for (const int i : {1, 2, 4, 5}) core::check_value(PG_GETARG_FLOAT8(i), i % 3 == 1 ? "mean" : "sd");
  return return_t_test(fcinfo, core::welch_t(summary(0), summary(3), PG_GETARG_FLOAT8(6)));
}

HARMONY_FUNCTION(cohens_d_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::effect_size r = core::cohens_d(aggregate_state<core::two_moments>::argument(fcinfo, 0));
  return guarded([&] {
    row_builder<10> row;
    add_summary(row, r.first);
    add_summary(row, r.second);
    for (const double x : {r.d, r.hedges_g, r.low, r.high}) row.add(nullable(x));
    return row.finish(result_row_type(fcinfo));
  });
}

namespace {

// Which method gave the p-value; NULL where there is none. May raise.
NullableDatum method(double p, bool exact, const char *otherwise) {
  if (std::isnan(p)) return {Datum{0}, true};
  return {text_datum(exact ? "exact" : otherwise), false};
}

}  // namespace

HARMONY_FUNCTION(mann_whitney_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::mann_whitney_result r = core::mann_whitney(aggregate_state<core::two_samples>::argument(fcinfo, 0));
  return guarded([&] {
    row_builder<10> row;
    row.add(Int64GetDatum(r.n_first));
    row.add(Int64GetDatum(r.n_second));
    for (const double x : {r.u_first, r.u_second, r.z, r.p_two_sided, r.p_less, r.p_greater, r.rank_biserial})
      row.add(nullable(x));
    row.add(method(r.p_two_sided, r.exact, "normal"));
    return row.finish(result_row_type(fcinfo));
  });
}

HARMONY_FUNCTION(ks_2samp_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::ks_result r = core::ks_2samp(aggregate_state<core::two_samples>::argument(fcinfo, 0));
  return guarded([&] {
    row_builder<6> row;
    row.add(Int64GetDatum(r.n_first));
    row.add(Int64GetDatum(r.n_second));
    for (const double x : {r.d, r.at, r.p}) row.add(nullable(x));
    row.add(method(r.p, r.exact, "asymptotic"));
    return row.finish(result_row_type(fcinfo));
  });
}

HARMONY_FUNCTION(wasserstein_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_nullable(fcinfo, core::wasserstein(aggregate_state<core::two_samples>::argument(fcinfo, 0)));
}

HARMONY_FUNCTION(norms_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::norms_result r = core::norms(aggregate_state<core::sample>::argument(fcinfo, 0));
  return guarded([&] {
    row_builder<4> row;
    row.add(Int64GetDatum(r.n));
    row.add(nullable(r.mean));
    row.add(nullable(r.sd));
    row.add(float8_array_datum(r.quantiles.data(), r.quantiles.size()));
    return row.finish(result_row_type(fcinfo));
  });
}

HARMONY_FUNCTION(rwg_j_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_nullable(fcinfo, aggregate_state<core::rwg_collector>::argument(fcinfo, 0).rwg_j());
}
