// What the aggregates of the statistics share: combine, serial and deserial functions of a state T that can merge(),
// serialize() and deserialize(), and rows of results. For shells only.
#pragma once

#include <string>

#include "core/base/native_serialization.hpp"
#include "core/base/error.hpp"
#include "postgres/aggregate.hpp"
#include "postgres/composite.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

namespace harmony::functions {

template <class T>
Datum combine_states(FunctionCallInfo fcinfo) {
  using state = postgres::aggregate_state<T>;
  if (PG_ARGISNULL(1)) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    return fcinfo->args[0].value;
  }
  const T &other = state::argument(fcinfo, 1);
  T &into = state::of(fcinfo, [] { return T(); });
  into.merge(other);
  return state::datum(into);
}

template <class T>
Datum serialize_state(FunctionCallInfo fcinfo) {
  native_writer out;
  postgres::aggregate_state<T>::argument(fcinfo, 0).serialize(out);
  const std::string &bytes = out.bytes();
  if (bytes.size() + VARHDRSZ > MaxAllocSize)
    throw error(sqlstate::program_limit_exceeded, "aggregate state is too large for a parallel worker", "",
                "Set max_parallel_workers_per_gather to 0 for this query.");
  return postgres::guarded([&] { return postgres::text_datum(bytes); });
}

// The server hands over what serialize_state made; context_of refuses any other caller.
template <class T>
Datum deserialize_state(FunctionCallInfo fcinfo) {
  using state = postgres::aggregate_state<T>;
  state::context_of(fcinfo);
  bytea *bytes = postgres::guarded([&] { return DatumGetByteaPP(fcinfo->args[0].value); });
  native_reader in({VARDATA_ANY(bytes), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(bytes))});
  return state::datum(state::adopt(CurrentMemoryContext, T::deserialize(in)));
}

}  // namespace harmony::functions

// harmony_NAME_combine, _serialize and _deserialize of the state TYPE.
#define HARMONY_STATE(name, type)                                                                  \
  HARMONY_FUNCTION(name##_combine) { return harmony::functions::combine_states<type>(fcinfo); }    \
  HARMONY_FUNCTION(name##_serialize) { return harmony::functions::serialize_state<type>(fcinfo); } \
  HARMONY_FUNCTION(name##_deserialize) { return harmony::functions::deserialize_state<type>(fcinfo); }
