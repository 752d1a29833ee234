// Shells of the agreement of raters, over harmony.table_state and, for intraclass correlations, harmony.linear_state.
#include <cmath>
#include <string>
#include <vector>

#include "core/statistics/intraclass.hpp"
#include "core/statistics/rater_agreement.hpp"
#include "functions/statistics/nested_rows.hpp"
#include "functions/statistics/table_arguments.hpp"

namespace harmony::functions {

namespace {

using statistics::icc_form;
using statistics::icc_result;
using statistics::kappa_result;
using statistics::krippendorff_result;

}  // namespace

namespace {

// The ratings in argument i by name, without NULLs; `is_null` tells whether there were any.
std::vector<std::string> ratings_argument(FunctionCallInfo fcinfo, int i, table_header *state, bool &is_null) {
  postgres::value_namer &namer = guarded([&] { return &postgres::call_site<argument_namers>(fcinfo); })->of[i];
  std::vector<std::string> names =
      postgres::named_elements(fcinfo->args[i].value, "ratings", namer, fcinfo->flinfo->fn_mcxt, &is_null);
  if (!namer.is_number()) return names;
  state->numeric |= 6;
  for (const std::string &name : names)
    if (!std::isfinite(statistics::text_number(name)))
      throw error(sqlstate::invalid_parameter_value, "ratings must be finite");
  return names;
}

}  // namespace

// (state, ratings): a row with a NULL is skipped.
HARMONY_FUNCTION(table_complete_ratings) {
  table_header *state = table_of(fcinfo, table_shape::ratings);
  if (PG_ARGISNULL(1)) return skipped_row(state);
  bool is_null;
  const std::vector<std::string> names = ratings_argument(fcinfo, 1, state, is_null);
  if (is_null || names.empty()) return skipped_row(state);
  return PointerGetDatum(statistics::add_ratings(state, names, true, allocate_value));
}

// (state, metric, ratings): NULLs in the ratings are left out.
HARMONY_FUNCTION(table_ratings) {
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "metric must not be null");
  const auto metric = statistics::krippendorff_metric_of(postgres::text_argument(fcinfo, 1));
  table_header *state = table_of(fcinfo, table_shape::ratings);
  statistics::table_kind(state, static_cast<std::uint8_t>(metric), "metric");
  if (PG_ARGISNULL(2)) return skipped_row(state);
  bool is_null;
  return PointerGetDatum(
      statistics::add_ratings(state, ratings_argument(fcinfo, 2, state, is_null), false, allocate_value));
}

// (state, weights, a, b)
HARMONY_FUNCTION(table_weighted_pairs) {
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "weights must not be null");
  const auto weights = statistics::kappa_weights_of(postgres::text_argument(fcinfo, 1));
  table_header *state = table_of(fcinfo, table_shape::pairs);
  statistics::table_kind(state, static_cast<std::uint8_t>(weights), "weights");
  return add_pair(fcinfo, state, 2);
}

// ---- answers ----

namespace {

constexpr column<kappa_result> kappa_columns[] = {
    {"n", from<&kappa_result::n>},
    {"raters", from<&kappa_result::raters>},
    {"categories", from<&kappa_result::categories>},
    {"agreement", from<&kappa_result::agreement>},
    {"expected", from<&kappa_result::expected>},
    {"kappa", from<&kappa_result::kappa>},
    {"std_error", from<&kappa_result::std_error>},
    {"std_error_null", from<&kappa_result::std_error_null>},
    {"low", from<&kappa_result::low>},
    {"high", from<&kappa_result::high>},
    {"z", from<&kappa_result::z>},
    {"p", from<&kappa_result::p>},
};

constexpr column<krippendorff_result> krippendorff_columns[] = {
    {"units", from<&krippendorff_result::units>},
    {"values", from<&krippendorff_result::values>},
    {"alpha", from<&krippendorff_result::alpha>},
    {"observed_disagreement", from<&krippendorff_result::observed_disagreement>},
    {"expected_disagreement", from<&krippendorff_result::expected_disagreement>},
};

constexpr column<icc_form> icc_form_columns[] = {
    {"form", from<&icc_form::form>}, {"value", from<&icc_form::value>}, {"f", from<&icc_form::f>},
    {"df1", from<&icc_form::df1>},   {"df2", from<&icc_form::df2>},     {"p", from<&icc_form::p>},
    {"low", from<&icc_form::low>},   {"high", from<&icc_form::high>},
};

constexpr column<with_rows<icc_result>> icc_columns[] = {
    {"n", from<found_value<&icc_result::n, icc_result>>},
    {"k", from<found_value<&icc_result::k, icc_result>>},
    {"n_skipped", from<found_value<&icc_result::n_skipped, icc_result>>},
    {"ms_targets", from<found_value<&icc_result::ms_targets, icc_result>>},
    {"ms_raters", from<found_value<&icc_result::ms_raters, icc_result>>},
    {"ms_error", from<found_value<&icc_result::ms_error, icc_result>>},
    {"forms", any_row_array, encoded_rows<icc_result>},
};

}  // namespace

HARMONY_FUNCTION(kappa_final) {
  const table_header *state = finished_table(fcinfo);
  if (state == nullptr) PG_RETURN_NULL();
  return return_row(fcinfo, kappa_columns,
                    statistics::cohen_kappa(state, static_cast<statistics::kappa_weights>(state->kind)));
}
HARMONY_FUNCTION(fleiss_kappa_final) {
  const table_header *state = finished_table(fcinfo);
  if (state == nullptr) PG_RETURN_NULL();
  return return_row(fcinfo, kappa_columns, statistics::fleiss_kappa(state));
}
HARMONY_FUNCTION(krippendorff_alpha_final) {
  const table_header *state = finished_table(fcinfo);
  if (state == nullptr) PG_RETURN_NULL();
  const auto metric = static_cast<statistics::krippendorff_metric>(state->kind);
  return return_row(fcinfo, krippendorff_columns, statistics::krippendorff_alpha(state, metric));
}
HARMONY_FUNCTION(icc_final) {
  if (PG_ARGISNULL(0) || statistics::linear_rows(state_argument(fcinfo, 0)) == 0) PG_RETURN_NULL();
  const icc_result found = statistics::intraclass(state_argument(fcinfo, 0));
  return return_with_rows(fcinfo, icc_columns, 6, icc_form_columns, found, found.forms);
}

}  // namespace harmony::functions
