// Shells of the type harmony.linear_state: transition functions, merging, input and output.
//
// A transition has two paths. The fast one writes a row straight into the block of waiting rows: no call into the core
// or the server, no memory, no C++ object. Whatever is out of the ordinary (the first rows, a full block, an array with
// NULLs or compressed) takes the slow one, which may raise errors.
#include <cstring>
#include <string>
#include <vector>

#include "core/statistics/linear_state.hpp"
#include "core/statistics/moments.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/items.hpp"
#include "functions/statistics/linear.hpp"

namespace harmony::functions {

namespace {

using statistics::linear_header;
using statistics::linear_merge;
using statistics::linear_open;
using statistics::linear_skip;
using statistics::linear_state_size;
using statistics::linear_weighted;

// ---- the fast path ----

// The running aggregate's state, of this kind and ready for a row; else null.
inline linear_header *running_state(FunctionCallInfo fcinfo, std::uint8_t flags) {
  auto *state = running_value<linear_header>(fcinfo);
  return state != nullptr && state->flags == flags && ready_for_row(state) ? state : nullptr;
}

// Plain arguments from `first` on: (weight,) y, x1 .. xp. False where the row must take the slow path.
template <bool weighted>
inline bool fast_arguments(FunctionCallInfo fcinfo) {
  linear_header *state = running_state(fcinfo, weighted ? linear_weighted : 0);
  const int y = weighted ? 2 : 1;
  const int p = PG_NARGS() - y - 1;
  if (state == nullptr || state->p != p) return false;
  double *slot = statistics::linear_slot(state);
  const NullableDatum *x = fcinfo->args + y + 1;
  bool null = fcinfo->args[y].isnull;
  for (int j = 0; j < p; ++j, slot += statistics::linear_block_leading) {
    *slot = DatumGetFloat8(x[j].value);
    null |= x[j].isnull;
  }
  *slot = DatumGetFloat8(fcinfo->args[y].value);
  if (weighted) {
    const double weight = DatumGetFloat8(fcinfo->args[1].value);
    null |= fcinfo->args[1].isnull;
    if (!null && !plain_weight(weight)) return false;
    slot[statistics::linear_block_leading] = weight;
  }
  if (null)
    linear_skip(state);
  else
    ++state->fill;
  return true;
}

// (Weight,) y and an array of predictors. False where the row must take the slow path.
template <bool weighted>
inline bool fast_array(FunctionCallInfo fcinfo) {
  linear_header *state = running_state(fcinfo, weighted ? linear_weighted : 0);
  const NullableDatum *arguments = fcinfo->args + (weighted ? 2 : 1);
  if (state == nullptr || !fast_row(state, arguments[0], arguments[1])) return false;
  if (weighted) {
    const double weight = DatumGetFloat8(fcinfo->args[1].value);
    if (fcinfo->args[1].isnull || !plain_weight(weight)) return false;
    statistics::linear_slot(state)[(state->p + 1) * statistics::linear_block_leading] = weight;
  }
  ++state->fill;
  return true;
}

// ---- the slow path ----

linear_header *new_state(int p, std::uint8_t flags) {
  return statistics::linear_init(allocate_value(linear_state_size(p, false)), p, flags);
}

linear_header *grown(const linear_header *state) {
  const bool weighted = (state->flags & linear_weighted) != 0;
  return statistics::linear_grow(allocate_value(linear_state_size(state->p, true, weighted)), state);
}

void check_predictors(std::size_t p) {
  if (p > static_cast<std::size_t>(statistics::linear_max_predictors))
    throw error(sqlstate::program_limit_exceeded, "too many predictors",
                "There are " + std::to_string(p) + "; a linear model takes at most 1600.");
}

// The state that a row of p predictors goes into: a new one for the first row and for the first whose p is known.
linear_header *state_for_row(FunctionCallInfo fcinfo, int p, std::uint8_t flags) {
  if (PG_ARGISNULL(0)) return new_state(p, flags);
  linear_header *state = writable_value<linear_header>(fcinfo);
  if ((state->flags & linear_open) != 0) {
    linear_header *known = new_state(p, flags);
    linear_merge(known, state);
    return known;
  }
  if (((state->flags ^ flags) & linear_weighted) != 0)
    throw error(sqlstate::invalid_parameter_value, "cannot mix rows with and without a weight");
  if (state->p != p)
    throw error(sqlstate::invalid_parameter_value, "number of predictors must be the same in every row",
                "There were " + std::to_string(state->p) + ", now there are " + std::to_string(p) + ".");
  return state;
}

// One row x1 .. xp, y, null to skip it, and a weight where weight is not null.
Datum add_row(FunctionCallInfo fcinfo, const double *row, int p, const double *weight) {
  linear_header *state = state_for_row(fcinfo, p, weight != nullptr ? linear_weighted : 0);
  if (row == nullptr) {
    linear_skip(state);
  } else if (weight != nullptr ? statistics::linear_add_weighted(state, row, *weight)
                               : statistics::linear_add(state, row)) {
    state = grown(state);
  }
  return PointerGetDatum(state);
}

// A row whose number of predictors is not known, since the array is NULL: skipped.
Datum skip_unknown(FunctionCallInfo fcinfo, bool weighted) {
  const auto flags = static_cast<std::uint8_t>(linear_open | (weighted ? linear_weighted : 0));
  linear_header *state = PG_ARGISNULL(0) ? new_state(0, flags) : writable_value<linear_header>(fcinfo);
  linear_skip(state);
  return PointerGetDatum(state);
}

// A NULL weight skips the row as any NULL does.
struct row_weight {
  explicit row_weight(FunctionCallInfo fcinfo, bool weighted)
      : null(weighted && PG_ARGISNULL(1)), value(weighted && !null ? PG_GETARG_FLOAT8(1) : 0.0), given(weighted) {}
  bool null;
  double value;
  bool given;
  const double *pointer() const { return given ? &value : nullptr; }
};

Datum add_arguments(FunctionCallInfo fcinfo, bool weighted) {
  constexpr int most = 16;
  const row_weight weight(fcinfo, weighted);
  const int y = weighted ? 2 : 1, p = PG_NARGS() - y - 1;
  check_predictors(static_cast<std::size_t>(p));
  double row[most + 1];
  if (p > most) throw error(sqlstate::program_limit_exceeded, "too many predictor columns");
  bool null = weight.null || PG_ARGISNULL(y);
  for (int j = 0; j < p; ++j) {
    null |= PG_ARGISNULL(y + 1 + j);
    row[j] = PG_GETARG_FLOAT8(y + 1 + j);
  }
  row[p] = PG_GETARG_FLOAT8(y);
  return add_row(fcinfo, null ? nullptr : row, p, weight.pointer());
}

Datum add_array(FunctionCallInfo fcinfo, bool weighted) {
  const row_weight weight(fcinfo, weighted);
  const int y = weighted ? 2 : 1;
  if (PG_ARGISNULL(y + 1)) return skip_unknown(fcinfo, weighted);
  auto xs = float8_array(PG_GETARG_DATUM(y + 1), "xs");
  check_predictors(xs.size());
  const int p = static_cast<int>(xs.size());
  const bool null = weight.null || PG_ARGISNULL(y) || xs.missing() != nullptr;
  xs.values.push_back(null ? 0.0 : PG_GETARG_FLOAT8(y));
  return add_row(fcinfo, null ? nullptr : xs.values.data(), p, weight.pointer());
}

template <bool weighted>
Datum add_arguments_body(FunctionCallInfo fcinfo) {
  return add_arguments(fcinfo, weighted);
}
template <bool weighted>
Datum add_array_body(FunctionCallInfo fcinfo) {
  return add_array(fcinfo, weighted);
}

}  // namespace

HARMONY_TRANSITION(linear_transition, fast_arguments<false>(fcinfo), add_arguments_body<false>)
HARMONY_TRANSITION(wls_transition, fast_arguments<true>(fcinfo), add_arguments_body<true>)
HARMONY_TRANSITION(linear_array_transition, fast_array<false>(fcinfo), add_array_body<false>)
HARMONY_TRANSITION(wls_array_transition, fast_array<true>(fcinfo), add_array_body<true>)

namespace {

Datum add_items(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(1)) return skip_unknown(fcinfo, false);
  const item_row items = items_argument(fcinfo->args[1].value, PG_ARGISNULL(0) ? nullptr : state_argument(fcinfo, 0));
  return add_row(fcinfo, items.is_null ? nullptr : items.values.data(), items.p(), nullptr);
}

}  // namespace

HARMONY_TRANSITION(items_transition, fast_items(running_state(fcinfo, 0), fcinfo->args[1]), add_items)

// (state, x, y): x takes the place of y, so that it is column 1.
HARMONY_FUNCTION(linear_pair_transition) {
  const bool null = PG_ARGISNULL(1) || PG_ARGISNULL(2);
  const double row[] = {null ? 0.0 : PG_GETARG_FLOAT8(2), null ? 0.0 : PG_GETARG_FLOAT8(1)};
  statistics::check_value(row[1], "x");
  statistics::check_value(row[0], "y");
  return add_row(fcinfo, null ? nullptr : row, 1, nullptr);
}

HARMONY_FUNCTION(linear_combine) {
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  const linear_header *other = state_argument(fcinfo, 1);
  if (PG_ARGISNULL(0)) return value_datum(other, VARSIZE(other));
  linear_header *state = writable_value<linear_header>(fcinfo);
  if ((state->flags & linear_open) != 0) {  // the other state may have the number of predictors
    auto *wider = static_cast<linear_header *>(allocate_value(VARSIZE(other)));
    std::memcpy(wider, other, VARSIZE(other));
    linear_merge(wider, state);
    return PointerGetDatum(wider);
  }
  linear_merge(state, other);
  return PointerGetDatum(state);
}

HARMONY_FUNCTION(linear_state_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const linear_header *state = state_argument(fcinfo, 0);
  return PointerGetDatum(statistics::linear_pack(allocate_value(linear_state_size(state->p, false)), state));
}

// ---- the type's input and output ----

HARMONY_FUNCTION(linear_state_in) {
  const std::vector<unsigned char> bytes = statistics::linear_from_text(PG_GETARG_CSTRING(0));
  return value_datum(bytes.data(), bytes.size());
}

HARMONY_FUNCTION(linear_state_recv) {
  std::size_t size;
  const unsigned char *message = received(fcinfo, &size);
  const std::vector<unsigned char> bytes = statistics::linear_from_binary(message, size);
  return value_datum(bytes.data(), bytes.size());
}

HARMONY_FUNCTION(linear_state_out) { return text_output(statistics::linear_to_text(state_argument(fcinfo, 0))); }
HARMONY_FUNCTION(linear_state_send) { return binary_output(statistics::linear_to_binary(state_argument(fcinfo, 0))); }

}  // namespace harmony::functions
