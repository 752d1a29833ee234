// Rows into harmony.table_state. For shells only.
#pragma once

#include "core/statistics/table_state.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/linear.hpp"
#include "postgres/number_arguments.hpp"

namespace harmony::functions {

using statistics::table_header;
using statistics::table_key;
using statistics::table_shape;

inline const table_header *table_argument(FunctionCallInfo fcinfo, int i) {
  return value_argument<table_header>(fcinfo, i);
}

/// The state of a transition, of this shape.
inline table_header *table_of(FunctionCallInfo fcinfo, table_shape shape) {
  if (PG_ARGISNULL(0)) return statistics::table_new(shape, allocate_value);
  auto *state = writable_value<table_header>(fcinfo);
  statistics::table_expect(state, shape);
  return state;
}

inline bool any_null(FunctionCallInfo fcinfo, int first, int last) {
  for (int i = first; i <= last; ++i)
    if (PG_ARGISNULL(i)) return true;
  return false;
}

inline Datum skipped_row(table_header *state) {
  ++state->n_skipped;
  return PointerGetDatum(state);
}

/// How the values of arguments get their names, kept between rows.
struct argument_namers {
  postgres::value_namer of[4];
};

/// Adds the name of the value of argument i, of any type, to a key; in `numeric`, bit `place` is set for numbers.
inline void add_name(FunctionCallInfo fcinfo, int i, int place, table_header *state, table_key *key) {
  postgres::value_namer &namer = guarded([&] { return &postgres::call_site<argument_namers>(fcinfo); })->of[i];
  if (!namer.is_known) namer = postgres::describe_names(fcinfo, i, fcinfo->flinfo->fn_mcxt);
  if (namer.is_number()) state->numeric |= 1U << place;
  postgres::name_room room;
  key->part(postgres::name_of(namer, fcinfo->args[i].value, room));
}

/// A flag as a part of a key.
inline const char *flag(FunctionCallInfo fcinfo, int i) { return PG_GETARG_BOOL(i) ? "1" : "0"; }

/// The table that an aggregate's final function finishes; null without rows.
inline const table_header *finished_table(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(0)) return nullptr;
  const table_header *state = table_argument(fcinfo, 0);
  return state->rows == 0 ? nullptr : state;
}

/// Counts the pair of the values of arguments i and i + 1.
inline Datum add_pair(FunctionCallInfo fcinfo, table_header *state, int i) {
  if (any_null(fcinfo, i, i + 1)) return skipped_row(state);
  ++state->rows;
  table_key key;
  add_name(fcinfo, i, 0, state, &key);
  add_name(fcinfo, i + 1, 1, state, &key);
  return PointerGetDatum(statistics::table_count(state, key.bytes(), 1, allocate_value));
}

}  // namespace harmony::functions
