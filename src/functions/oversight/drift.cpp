// Shells of drift, of numbers and of categories.
#include "core/statistics/category_drift.hpp"
#include "core/statistics/drift.hpp"
#include "core/statistics/drift_level.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using statistics::category_drift_result;
using statistics::drift_result;
using drift = aggregate_state<statistics::drift_state>;
using category_drift = aggregate_state<statistics::category_drift_state>;

constexpr column<drift_result> drift_columns[] = {
    {"n_reference", from<&drift_result::n_reference>},
    {"n_current", from<&drift_result::n_current>},
    {"missing_reference", from<&drift_result::missing_reference>},
    {"missing_current", from<&drift_result::missing_current>},
    {"psi", from<&drift_result::psi>},
    {"psi_p", from<&drift_result::psi_p>},
    {"js_distance", from<&drift_result::js_distance>},
    {"ks_d", from<&drift_result::ks_d>},
    {"ks_p", from<&drift_result::ks_p>},
    {"wasserstein", from<&drift_result::wasserstein>},
    {"wasserstein_sd", from<&drift_result::wasserstein_sd>},
    {"level", from<&drift_result::level>},
};

NullableDatum encoded_df(const category_drift_result &r) { return {Int32GetDatum(r.df), std::isnan(r.chi2)}; }

constexpr column<category_drift_result> category_drift_columns[] = {
    {"psi", from<&category_drift_result::psi>},
    {"js_distance", from<&category_drift_result::js_distance>},
    {"chi2", from<&category_drift_result::chi2>},
    {"df", INT4OID, encoded_df},
    {"p", from<&category_drift_result::p>},
    {"cramers_v", from<&category_drift_result::cramers_v>},
    {"new_categories", from<&category_drift_result::new_categories>},
    {"missing_reference", from<&category_drift_result::missing_reference>},
    {"missing_current", from<&category_drift_result::missing_current>},
    {"level", from<&category_drift_result::level>},
};

int bins_argument(FunctionCallInfo fcinfo) {
  if (PG_NARGS() < 4) return statistics::drift_state::default_bins;
  if (PG_ARGISNULL(3)) throw error(sqlstate::null_value_not_allowed, "bins must not be null");
  return PG_GETARG_INT32(3);
}

}  // namespace

// (state, value, is_reference [, bins]); a NULL value is missing, a row of neither side is passed over.
HARMONY_FUNCTION(drift_transition) {
  if (PG_ARGISNULL(2)) return unchanged(fcinfo);
  const int bins = bins_argument(fcinfo);
  statistics::drift_state &state = drift::of(fcinfo, [&] { return statistics::drift_state(bins); });
  state.check_bins(bins);
  if (PG_ARGISNULL(1)) {
    state.add_missing(PG_GETARG_BOOL(2));
  } else {
    state.add(PG_GETARG_FLOAT8(1), PG_GETARG_BOOL(2));
  }
  return drift::datum(state);
}
HARMONY_STATE(drift, statistics::drift_state)

HARMONY_FUNCTION(drift_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, drift_columns, drift::argument(fcinfo, 0).finish());
}

// drift_level_again(level, p)
HARMONY_FUNCTION(drift_level_again) {
  const std::string_view level = statistics::drift_level_again(bytes_of(PG_GETARG_DATUM(0)), PG_GETARG_FLOAT8(1));
  return guarded([&] { return text_datum(level); });
}

// (state, category, is_reference)
HARMONY_FUNCTION(drift_categories_transition) {
  if (PG_ARGISNULL(2)) return unchanged(fcinfo);
  statistics::category_drift_state &state =
      category_drift::of(fcinfo, [] { return statistics::category_drift_state(); });
  if (PG_ARGISNULL(1)) {
    state.add_missing(PG_GETARG_BOOL(2));
  } else {
    state.add(bytes_of(PG_GETARG_DATUM(1)), PG_GETARG_BOOL(2));
  }
  return category_drift::datum(state);
}
HARMONY_STATE(drift_categories, statistics::category_drift_state)

HARMONY_FUNCTION(drift_categories_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, category_drift_columns, category_drift::argument(fcinfo, 0).finish());
}

}  // namespace harmony::functions
