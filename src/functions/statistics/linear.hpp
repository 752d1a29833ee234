// What the shells of the linear models share: states in the server's memory, models out as rows.
#pragma once

#include <cstring>
#include <string>

#include "core/base/error.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/linear_state.hpp"
#include "postgres/array.hpp"
#include "postgres/entry.hpp"
#include "postgres/type_io.hpp"

namespace harmony::functions {

using postgres::binary_output;
using postgres::numbers_in_place;
using postgres::received;
using postgres::text_output;

/// Memory, not zeroed, of a value of `size` bytes with its length word, in the current context: the server copies a new
/// state into the aggregate's memory by itself, and an old one is never freed here. Error 54000 for more than a value
/// may have.
inline void *allocate_value(std::size_t size) {
  if (size > MaxAllocSize / 2)
    throw error(sqlstate::program_limit_exceeded, "state is too large",
                "It would need " + std::to_string(size) + " bytes.");
  void *memory = postgres::guarded([&] { return palloc(size); });
  SET_VARSIZE(memory, size);
  return memory;
}

/// Argument i, a flat value that begins with a `Header`; aligned and in one piece.
template <class Header>
Header *value_argument(FunctionCallInfo fcinfo, int i) {
  return postgres::guarded([&] { return reinterpret_cast<Header *>(PG_DETOAST_DATUM(fcinfo->args[i].value)); });
}

/// The first argument of a transition: changed in place inside an aggregate, a copy for anybody else.
template <class Header>
Header *writable_value(FunctionCallInfo fcinfo) {
  Header *value = value_argument<Header>(fcinfo, 0);
  if (AggCheckCallContext(fcinfo, nullptr)) return value;
  void *copy = allocate_value(VARSIZE(value));
  std::memcpy(copy, value, VARSIZE(value));
  return static_cast<Header *>(copy);
}

/// A value of these bytes; the length word at their start is set here.
inline Datum value_datum(const void *bytes, std::size_t size) {
  void *value = allocate_value(size);
  std::memcpy(value, bytes, size);
  SET_VARSIZE(value, size);
  return PointerGetDatum(value);
}

// ---- the fast path of a transition: no call into the core or the server, no memory, no C++ object ----

/// The state that a running aggregate passes in argument 0, to be changed in place; null for anybody else, or none yet.
template <class Header>
Header *running_value(FunctionCallInfo fcinfo) {
  const Node *context = fcinfo->context;
  if (fcinfo->args[0].isnull || context == nullptr) return nullptr;
  if (!IsA(context, AggState) && !IsA(context, WindowAggState)) return nullptr;
  auto *value = reinterpret_cast<Header *>(DatumGetPointer(fcinfo->args[0].value));
  return VARATT_IS_4B_U(value) ? value : nullptr;
}

/// True where a row can be written into the state's block without filling it (the row that fills it is folded by the
/// core).
inline bool ready_for_row(const statistics::linear_header *state) {
  return state->block != 0 && state->fill + 1 < statistics::linear_block_rows;
}

/// Weights that the core takes without a second look.
inline bool plain_weight(double weight) { return weight >= 0x1p-200 && weight <= 0x1p200; }

/// Writes x1 .. xp, y into the next slot of a state that is ready for a row; the caller counts it. False where an
/// argument is NULL or the array does not lie in the tuple as it is.
inline bool fast_row(statistics::linear_header *state, const NullableDatum &y, const NullableDatum &xs) {
  if (y.isnull || xs.isnull) return false;
  const int p = state->p;
  const char *x = numbers_in_place(DatumGetPointer(xs.value), p);
  if (x == nullptr) return false;
  // The next rows of a page lie before this one: their numbers are fetched while this row is worked on.
  const char *ahead = x - 3 * (static_cast<std::ptrdiff_t>(p) * static_cast<std::ptrdiff_t>(sizeof(double)) + 64);
  for (int j = 0; j <= p; j += 8) __builtin_prefetch(ahead + j * 8);
  constexpr int step = statistics::linear_block_leading;
  double *slot = statistics::linear_slot(state);
  int j = 0;
  for (; j + 4 <= p; j += 4, slot += 4 * step, x += 4 * sizeof(double)) {
    std::memcpy(slot, x, sizeof(double));
    std::memcpy(slot + step, x + sizeof(double), sizeof(double));
    std::memcpy(slot + 2 * step, x + 2 * sizeof(double), sizeof(double));
    std::memcpy(slot + 3 * step, x + 3 * sizeof(double), sizeof(double));
  }
  for (; j < p; ++j, slot += step, x += sizeof(double)) std::memcpy(slot, x, sizeof(double));
  *slot = DatumGetFloat8(y.value);
  return true;
}

// ---- states, text and models ----

inline const statistics::linear_header *state_argument(FunctionCallInfo fcinfo, int i) {
  return value_argument<statistics::linear_header>(fcinfo, i);
}

/// A model as a row of harmony.linear_model.
Datum return_model(FunctionCallInfo fcinfo, const statistics::linear_model &model);

}  // namespace harmony::functions

// A transition: the fast path, and where it does not apply the slow one behind the guard.
#define HARMONY_TRANSITION(name, fast, slow)                                      \
  extern "C" {                                                                    \
  PG_FUNCTION_INFO_V1(harmony_##name);                                            \
  PGDLLEXPORT Datum harmony_##name(PG_FUNCTION_ARGS) {                            \
    return fast ? fcinfo->args[0].value : harmony::postgres::enter<slow>(fcinfo); \
  }                                                                               \
  }
