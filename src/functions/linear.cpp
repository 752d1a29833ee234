// SQL shells of the linear models: the type harmony.linear_state, its transition functions and its fits.
// Contracts: sql/extension/50_linear.sql.
#include <cstring>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/linear_state.hpp"
#include "core/statistics/reliability.hpp"
#include "postgres/array.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

extern "C" {
#include "libpq/pqformat.h"
}

namespace core = harmony::statistics;
namespace sqlstate = harmony::sqlstate;
using namespace harmony::postgres;

namespace {

// The server copies a new state into the aggregate's memory by itself: states are allocated in the current context and
// an old one is never freed here.
core::linear_header *allocate(std::size_t size) {
  void *memory = guarded([&] { return palloc0(size); });
  SET_VARSIZE(memory, size);
  return static_cast<core::linear_header *>(memory);
}

core::linear_header *new_state(int p, std::uint8_t flags) {
  const std::size_t size = core::linear_state_size(p, false, (flags & core::linear_weighted) != 0);
  core::linear_header *state = core::linear_init(allocate(size), p, flags);
  SET_VARSIZE(state, size);
  return state;
}

core::linear_header *state_argument(FunctionCallInfo fcinfo, int i) {
  return guarded([&] { return reinterpret_cast<core::linear_header *>(PG_DETOAST_DATUM(fcinfo->args[i].value)); });
}

// The first argument of a transition: changed in place inside an aggregate, a copy for anybody else.
core::linear_header *writable_state(FunctionCallInfo fcinfo) {
  core::linear_header *state = state_argument(fcinfo, 0);
  if (AggCheckCallContext(fcinfo, nullptr)) return state;
  core::linear_header *copy = allocate(VARSIZE(state));
  std::memcpy(copy, state, VARSIZE(state));
  return copy;
}

core::linear_header *grown(const core::linear_header *state) {
  const bool weighted = (state->flags & core::linear_weighted) != 0;
  const std::size_t size = core::linear_state_size(state->p, true, weighted);
  core::linear_header *larger = core::linear_grow(allocate(size), state);
  SET_VARSIZE(larger, size);
  return larger;
}

void check_predictors(std::size_t p) {
  if (p > static_cast<std::size_t>(core::linear_max_predictors))
    throw harmony::error(sqlstate::program_limit_exceeded, "too many predictors",
                         "There are " + std::to_string(p) + "; a linear model takes at most 1600.");
}

// One row x1 .. xp, y, and a weight where weight is not null.
Datum add_row(FunctionCallInfo fcinfo, const double *row, int p, const double *weight) {
  const std::uint8_t flags = weight != nullptr ? core::linear_weighted : 0;
  core::linear_header *state = PG_ARGISNULL(0) ? new_state(p, flags) : writable_state(fcinfo);
  if (state->p != p)
    throw harmony::error(sqlstate::invalid_parameter_value, "number of predictors must be the same in every row",
                         "There were " + std::to_string(state->p) + ", now there are " + std::to_string(p) + ".");
  if (row == nullptr) {
    core::linear_skip(state);
  } else if (weight != nullptr ? core::linear_add_weighted(state, row, *weight) : core::linear_add(state, row)) {
    state = grown(state);
  }
  return PointerGetDatum(state);
}

// Plain arguments: y at `first`, then x1 .. xp.
Datum add_arguments(FunctionCallInfo fcinfo, int first, const double *weight, bool skip) {
  constexpr int most = 16;
  const int p = PG_NARGS() - first - 1;
  double row[most + 1];
  bool null = skip || PG_ARGISNULL(first);
  for (int j = 0; j < p; ++j) {
    null |= PG_ARGISNULL(first + 1 + j);
    row[j] = PG_GETARG_FLOAT8(first + 1 + j);
  }
  row[p] = PG_GETARG_FLOAT8(first);
  return add_row(fcinfo, null ? nullptr : row, p, weight);
}

// y at `first` and the predictors as an array behind it.
Datum add_array(FunctionCallInfo fcinfo, int first, const double *weight, bool skip) {
  if (PG_ARGISNULL(first + 1)) {  // how many predictors there would have been is not known
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    core::linear_header *state = writable_state(fcinfo);
    core::linear_skip(state);
    return PointerGetDatum(state);
  }
  auto xs = float8_array(fcinfo, first + 1, "xs");
  check_predictors(xs.size());
  const int p = static_cast<int>(xs.size());
  const bool null = skip || PG_ARGISNULL(first) || xs.missing() != nullptr;
  xs.values.push_back(null ? 0.0 : PG_GETARG_FLOAT8(first));
  return add_row(fcinfo, null ? nullptr : xs.values.data(), p, weight);
}

}  // namespace

HARMONY_FUNCTION(linear_transition) { return add_arguments(fcinfo, 1, nullptr, false); }
HARMONY_FUNCTION(linear_array_transition) { return add_array(fcinfo, 1, nullptr, false); }

HARMONY_FUNCTION(wls_transition) {
  const double weight = PG_ARGISNULL(1) ? 0.0 : PG_GETARG_FLOAT8(1);
  return add_arguments(fcinfo, 2, &weight, PG_ARGISNULL(1));
}
HARMONY_FUNCTION(wls_array_transition) {
  const double weight = PG_ARGISNULL(1) ? 0.0 : PG_GETARG_FLOAT8(1);
  return add_array(fcinfo, 2, &weight, PG_ARGISNULL(1));
}

// The items of a scale: the first item takes the place of y, so that covariances come out in the items' order.
HARMONY_FUNCTION(items_transition) {
  if (PG_ARGISNULL(1)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  auto items = float8_array(fcinfo, 1, "items");
  if (items.size() == 0) throw harmony::error(sqlstate::invalid_parameter_value, "a scale must have at least one item");
  check_predictors(items.size() - 1);
  const bool null = items.missing() != nullptr;
  items.values.push_back(items.values.front());
  return add_row(fcinfo, null ? nullptr : items.values.data() + 1, static_cast<int>(items.size()) - 2, nullptr);
}

HARMONY_FUNCTION(linear_combine) {
  if (PG_ARGISNULL(1)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  const core::linear_header *other = state_argument(fcinfo, 1);
  if (PG_ARGISNULL(0)) {
    core::linear_header *copy = allocate(VARSIZE(other));
    std::memcpy(copy, other, VARSIZE(other));
    return PointerGetDatum(copy);
  }
  core::linear_header *state = writable_state(fcinfo);
  core::linear_merge(state, other);
  return PointerGetDatum(state);
}

HARMONY_FUNCTION(linear_state_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::linear_header *state = state_argument(fcinfo, 0);
  const std::size_t size =
      core::linear_state_size(state->p, false, (state->flags & core::linear_weighted) != 0);
  core::linear_header *packed = core::linear_pack(allocate(size), state);
  SET_VARSIZE(packed, size);
  return PointerGetDatum(packed);
}

// ---- the type's input and output ----

namespace {

Datum stored(const std::vector<unsigned char> &bytes) {
  core::linear_header *state = allocate(bytes.size());
  std::memcpy(state, bytes.data(), bytes.size());
  SET_VARSIZE(state, bytes.size());
  return PointerGetDatum(state);
}

}  // namespace

HARMONY_FUNCTION(linear_state_in) { return stored(core::linear_from_text(PG_GETARG_CSTRING(0))); }

HARMONY_FUNCTION(linear_state_out) {
  const std::string hex = core::linear_to_text(state_argument(fcinfo, 0));
  return guarded([&] { return CStringGetDatum(pstrdup(hex.c_str())); });
}

HARMONY_FUNCTION(linear_state_recv) {
  StringInfo buffer = reinterpret_cast<StringInfo>(PG_GETARG_POINTER(0));
  const int size = buffer->len - buffer->cursor;
  const char *bytes = guarded([&] { return pq_getmsgbytes(buffer, size); });
  return stored(core::linear_from_binary(reinterpret_cast<const unsigned char *>(bytes), static_cast<std::size_t>(size)));
}

HARMONY_FUNCTION(linear_state_send) {
  const std::vector<unsigned char> bytes = core::linear_to_binary(state_argument(fcinfo, 0));
  return guarded([&] {
    StringInfoData buffer;
    pq_begintypsend(&buffer);
    pq_sendbytes(&buffer, reinterpret_cast<const char *>(bytes.data()), static_cast<int>(bytes.size()));
    return PointerGetDatum(pq_endtypsend(&buffer));
  });
}

// ---- fits ----

namespace {

Datum floats(const std::vector<double> &values) { return float8_array_datum(values.data(), values.size()); }

Datum return_model(FunctionCallInfo fcinfo, const core::linear_model &model) {
  const std::vector<std::string_view> warnings(model.warnings.begin(), model.warnings.end());
  return guarded([&] {
    row_builder<24> row;
    row.add(Int64GetDatum(model.n));
    row.add(Int64GetDatum(model.n_skipped));
    row.add(Int32GetDatum(model.rank));
    row.add(nullable(model.df));
    row.add(floats(model.coefficients));
    row.add(floats(model.std_errors));
    row.add(floats(model.t_statistics));
    row.add(floats(model.p_values));
    row.add(floats(model.ci_low));
    row.add(floats(model.ci_high));
    row.add(nullable(model.r_squared));
    row.add(nullable(model.adj_r_squared));
    row.add(nullable(model.residual_std_error));
    row.add(nullable(model.f_statistic));
    row.add(nullable(model.f_p_value));
    row.add(nullable(model.condition_number));
    row.add(floats(model.vif));
    row.add(nullable(model.log_likelihood));
    row.add(nullable(model.aic));
    row.add(nullable(model.bic));
    const std::size_t q = model.covariance.empty() ? 0 : model.coefficients.size();
    row.add(float8_matrix_datum(model.covariance.data(), q, q));
    row.add(nullable(model.cross_validated_r_squared));
    row.add(text_array_datum(warnings.data(), warnings.size()));
    return row.finish(result_row_type(fcinfo));
  });
}

}  // namespace

HARMONY_FUNCTION(ols) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_model(fcinfo, core::fit_ols(state_argument(fcinfo, 0), true));
}

HARMONY_FUNCTION(ols_no_intercept) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_model(fcinfo, core::fit_ols(state_argument(fcinfo, 0), false));
}

namespace {

Datum return_matrix(const core::column_matrix &matrix) {
  const auto k = static_cast<std::size_t>(matrix.k);
  return guarded([&] { return float8_matrix_datum(matrix.values.data(), k, k); });
}

}  // namespace

HARMONY_FUNCTION(covariance_matrix) { return return_matrix(core::covariance_matrix(state_argument(fcinfo, 0))); }
HARMONY_FUNCTION(correlation_matrix) { return return_matrix(core::correlation_matrix(state_argument(fcinfo, 0))); }

HARMONY_FUNCTION(column_means) {
  const std::vector<double> means = core::column_means(state_argument(fcinfo, 0));
  return guarded([&] { return floats(means); });
}

HARMONY_FUNCTION(reliability) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const core::linear_header *state = state_argument(fcinfo, 0);
  const core::column_matrix covariance = core::covariance_matrix(state);
  std::vector<double> means = core::column_means(state);
  const std::int64_t n = core::linear_rows(state);
  // Without two complete rows there is no covariance: the core answers with what it can for n < 2.
  std::vector<double> values = covariance.values;
  if (n < 2) values.assign(values.size(), 0.0);
  if (n < 1) means.assign(means.size(), 0.0);
  const core::reliability_result result = core::reliability(values.data(), means.data(), covariance.k, n);
  return guarded([&] {
    row_builder<11> row;
    row.add(Int64GetDatum(result.n));
    row.add(Int32GetDatum(result.k));
    row.add(nullable(result.alpha));
    row.add(nullable(result.alpha_low));
    row.add(nullable(result.alpha_high));
    row.add(nullable(result.standardized_alpha));
    row.add(nullable(result.omega_total));
    row.add(floats(result.item_total_r));
    row.add(floats(result.alpha_if_deleted));
    row.add(floats(result.item_mean));
    row.add(floats(result.item_sd));
    return row.finish(result_row_type(fcinfo));
  });
}
