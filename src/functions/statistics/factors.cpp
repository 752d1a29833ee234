// Shells of the fits of a scale's items: factor analysis, parallel analysis, one factor by maximum likelihood.
#include <cstring>
#include <string>
#include <vector>

#include "core/statistics/factor_analysis.hpp"
#include "core/statistics/items_state.hpp"
#include "core/statistics/one_factor_model.hpp"
#include "core/statistics/parallel_analysis.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/items.hpp"
#include "functions/statistics/linear.hpp"
#include "functions/statistics/number_lists.hpp"
#include "postgres/warning.hpp"

namespace harmony::functions {

namespace {

using statistics::cfa_result;
using statistics::efa_result;
using statistics::items_header;
using statistics::items_of;
using statistics::items_options;
using statistics::linear_header;
using statistics::parallel_result;

// ---- states with options ----

items_header *items_state_argument(FunctionCallInfo fcinfo, int i) { return value_argument<items_header>(fcinfo, i); }

bool is_open(const items_header *state) { return (items_of(state)->flags & statistics::linear_open) != 0; }

items_header *new_items(const items_options &options, int p, std::uint8_t flags) {
  auto *state =
      static_cast<items_header *>(allocate_value(sizeof(items_header) + statistics::linear_state_size(p, false)));
  statistics::items_init(state, options);
  statistics::linear_init(items_of(state), p, flags)->length_word = 0;
  return state;
}

items_header *grown(const items_header *state) {
  auto *bigger = static_cast<items_header *>(
      allocate_value(sizeof(items_header) + statistics::linear_state_size(items_of(state)->p, true)));
  statistics::items_init(bigger, statistics::options_of(state));
  statistics::linear_grow(items_of(bigger), items_of(state))->length_word = 0;
  return bigger;
}

// True where the row of argument `items` went into the running state of the same options without any call.
bool fast_items_with(FunctionCallInfo fcinfo, const items_options &options, int items) {
  auto *state = running_value<items_header>(fcinfo);
  if (state == nullptr || state->options[0] != options[0] || state->options[1] != options[1]) return false;
  return fast_items(items_of(state), fcinfo->args[items]);
}

Datum add_items_with(FunctionCallInfo fcinfo, const items_options &options, int items) {
  items_header *state = PG_ARGISNULL(0) ? nullptr : writable_value<items_header>(fcinfo);
  if (state != nullptr) statistics::check_options(state, options);
  if (PG_ARGISNULL(items)) {
    if (state == nullptr) state = new_items(options, 0, statistics::linear_open);
    statistics::linear_skip(items_of(state));
    return PointerGetDatum(state);
  }
  const item_row row = items_argument(PG_GETARG_DATUM(items), state == nullptr ? nullptr : items_of(state));
  if (state == nullptr || is_open(state)) {
    items_header *known = new_items(options, row.p(), 0);
    if (state != nullptr) statistics::linear_merge(items_of(known), items_of(state));
    state = known;
  }
  if (row.is_null)
    statistics::linear_skip(items_of(state));
  else if (statistics::linear_add(items_of(state), row.values.data()))
    state = grown(state);
  return PointerGetDatum(state);
}

}  // namespace

HARMONY_FUNCTION(items_combine) {
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  const items_header *other = items_state_argument(fcinfo, 1);
  if (PG_ARGISNULL(0)) return value_datum(other, VARSIZE(other));
  auto *state = writable_value<items_header>(fcinfo);
  statistics::check_options(state, statistics::options_of(other));
  if (is_open(state)) {  // the other state may have the number of items
    auto *wider = static_cast<items_header *>(allocate_value(VARSIZE(other)));
    std::memcpy(wider, other, VARSIZE(other));
    statistics::linear_merge(items_of(wider), items_of(state));
    return PointerGetDatum(wider);
  }
  statistics::linear_merge(items_of(state), items_of(other));
  return PointerGetDatum(state);
}

HARMONY_FUNCTION(items_state_in) {
  const std::vector<unsigned char> bytes = statistics::items_from_text(PG_GETARG_CSTRING(0));
  return value_datum(bytes.data(), bytes.size());
}
HARMONY_FUNCTION(items_state_recv) {
  std::size_t size;
  const unsigned char *message = received(fcinfo, &size);
  const std::vector<unsigned char> bytes = statistics::items_from_binary(message, size);
  return value_datum(bytes.data(), bytes.size());
}
HARMONY_FUNCTION(items_state_out) { return text_output(statistics::items_to_text(items_state_argument(fcinfo, 0))); }
HARMONY_FUNCTION(items_state_send) {
  return binary_output(statistics::items_to_binary(items_state_argument(fcinfo, 0)));
}

// ---- exploratory factor analysis ----

namespace {

constexpr column<efa_result> efa_columns[] = {
    {"n", from<&efa_result::n>},
    {"factors", from<&efa_result::factors>},
    {"df", from<&efa_result::df>},
    {"loadings", FLOAT8ARRAYOID,
     [](const efa_result &r) { return matrix_or_null(r.loadings, static_cast<std::size_t>(r.factors)); }},
    {"phi", FLOAT8ARRAYOID,
     [](const efa_result &r) { return matrix_or_null(r.phi, static_cast<std::size_t>(r.factors)); }},
    {"communalities", FLOAT8ARRAYOID, numbers_or_null<efa_result, &efa_result::communalities>},
    {"ss_loadings", FLOAT8ARRAYOID, numbers_or_null<efa_result, &efa_result::ss_loadings>},
    {"eigenvalues", FLOAT8ARRAYOID, numbers_or_null<efa_result, &efa_result::eigenvalues>},
    {"rmsr", from<&efa_result::rmsr>},
    {"chi2", from<&efa_result::chi2>},
    {"p", from<&efa_result::p>},
    {"converged", from<&efa_result::converged>},
    {"warnings", from<&efa_result::warnings>},
};

// The state of items without weights; false where it has no complete row.
bool has_items(const linear_header *state) {
  if ((state->flags & statistics::linear_weighted) != 0)
    throw error(sqlstate::invalid_parameter_value, "rows of a scale must not be weighted");
  return statistics::linear_rows(state) > 0;
}

Datum explore(FunctionCallInfo fcinfo, const linear_header *state, std::int64_t factors,
              statistics::factor_rotation rotation) {
  if (!has_items(state)) PG_RETURN_NULL();
  return return_row(fcinfo, efa_columns, statistics::explore_factors(state, static_cast<int>(factors), rotation));
}

// (state, factors, rotation, items)
items_options efa_options(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
    throw error(sqlstate::null_value_not_allowed, "number of factors and rotation must not be null");
  return {PG_GETARG_INT32(1), static_cast<std::int64_t>(statistics::rotation_named(bytes_of(PG_GETARG_DATUM(2))))};
}
Datum add_to_efa(FunctionCallInfo fcinfo) {
  const items_options options = efa_options(fcinfo);
  if (fast_items_with(fcinfo, options, 3)) return fcinfo->args[0].value;
  return add_items_with(fcinfo, options, 3);
}

}  // namespace

HARMONY_FUNCTION(efa_transition) { return add_to_efa(fcinfo); }

HARMONY_FUNCTION(efa_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const items_header *state = items_state_argument(fcinfo, 0);
  return explore(fcinfo, items_of(state), state->options[0],
                 static_cast<statistics::factor_rotation>(state->options[1]));
}

// (state, factors, rotation)
HARMONY_FUNCTION(efa) {
  return explore(fcinfo, state_argument(fcinfo, 0), PG_GETARG_INT32(1),
                 statistics::rotation_named(bytes_of(PG_GETARG_DATUM(2))));
}

// ---- parallel analysis ----

namespace {

constexpr column<parallel_result> parallel_columns[] = {
    {"factors", from<&parallel_result::factors>},
    {"eigenvalues", from<&parallel_result::eigenvalues>},
    {"random_mean", from<&parallel_result::random_mean>},
    {"random_95", from<&parallel_result::random_95>},
};

}  // namespace

// (state, seed, draws, items)
HARMONY_FUNCTION(parallel_analysis_transition) {
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
    throw error(sqlstate::null_value_not_allowed, "seed and number of draws must not be null");
  const items_options options = {PG_GETARG_INT64(1), PG_GETARG_INT32(2)};
  if (fast_items_with(fcinfo, options, 3)) return fcinfo->args[0].value;
  return add_items_with(fcinfo, options, 3);
}

HARMONY_FUNCTION(parallel_analysis_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const items_header *state = items_state_argument(fcinfo, 0);
  statistics::check_draws(state->options[1]);
  if (!has_items(items_of(state))) PG_RETURN_NULL();
  std::string why_not;
  const parallel_result result =
      statistics::analyse_parallel(items_of(state), state->options[0], state->options[1], &why_not);
  if (!why_not.empty()) {
    postgres::warn("no parallel analysis: " + why_not, "");
    PG_RETURN_NULL();
  }
  return return_row(fcinfo, parallel_columns, result);
}

// ---- one factor ----

namespace {

constexpr column<cfa_result> cfa_columns[] = {
    {"n", from<&cfa_result::n>},
    {"items", from<&cfa_result::items>},
    {"converged", from<&cfa_result::converged>},
    {"loadings", FLOAT8ARRAYOID, numbers_or_null<cfa_result, &cfa_result::loadings>},
    {"std_errors", FLOAT8ARRAYOID, numbers_or_null<cfa_result, &cfa_result::std_errors>},
    {"residual_variances", FLOAT8ARRAYOID, numbers_or_null<cfa_result, &cfa_result::residual_variances>},
    {"standardized", FLOAT8ARRAYOID, numbers_or_null<cfa_result, &cfa_result::standardized>},
    {"chi2", from<&cfa_result::chi2>},
    {"df", from<&cfa_result::df>},
    {"p", from<&cfa_result::p>},
    {"cfi", from<&cfa_result::cfi>},
    {"tli", from<&cfa_result::tli>},
    {"rmsea", from<&cfa_result::rmsea>},
    {"rmsea_low", from<&cfa_result::rmsea_low>},
    {"rmsea_high", from<&cfa_result::rmsea_high>},
    {"srmr", from<&cfa_result::srmr>},
    {"aic", from<&cfa_result::aic>},
    {"bic", from<&cfa_result::bic>},
    {"omega", from<&cfa_result::omega>},
    {"warnings", from<&cfa_result::warnings>},
};

}  // namespace

HARMONY_FUNCTION(cfa) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const linear_header *state = state_argument(fcinfo, 0);
  if (!has_items(state)) PG_RETURN_NULL();
  return return_row(fcinfo, cfa_columns, statistics::fit_one_factor(state));
}

}  // namespace harmony::functions
