// Aggregate states that are C++ objects: SQL type `internal`, owned by the aggregate's memory context, destroyed with
// it; and the functions that move them between processes.
#pragma once

#include <new>
#include <utility>

#include "core/base/error.hpp"
#include "core/base/native_serialization.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"

namespace harmony::postgres {

/// State type `internal` holding a T.
template <class T>
class aggregate_state {
 public:
  /// The state of a transition function's first argument, made by `make()` at the first row.
  template <class Make>
  static T &of(FunctionCallInfo fcinfo, Make &&make) {
    if (!fcinfo->args[0].isnull) return argument(fcinfo, 0);
    return emplace(context_of(fcinfo), std::forward<Make>(make));
  }

  /// The state that a running aggregate passes in argument 0, told without a call; null for any other caller, or none
  /// yet.
  static T *running(FunctionCallInfo fcinfo) {
    const Node *context = fcinfo->context;
    if (fcinfo->args[0].isnull || context == nullptr) return nullptr;
    if (!IsA(context, AggState) && !IsA(context, WindowAggState)) return nullptr;
    return reinterpret_cast<T *>(DatumGetPointer(fcinfo->args[0].value));
  }

  /// The state behind argument i of a combine, serial or final function.
  static T &argument(FunctionCallInfo fcinfo, int i) {
    context_of(fcinfo);
    return *reinterpret_cast<T *>(DatumGetPointer(fcinfo->args[i].value));
  }

  static Datum datum(T &state) { return PointerGetDatum(&state); }

  /// What `make()` returns, in the memory context, which will destroy it.
  template <class Make>
  static T &emplace(MemoryContext context, Make &&make) {
    static_assert(alignof(holder) <= MAXIMUM_ALIGNOF);
    void *memory = guarded([&] { return MemoryContextAlloc(context, sizeof(holder)); });
    holder *made = new (memory) holder{{}, make()};
    made->callback.func = [](void *object) { static_cast<holder *>(object)->value.~T(); };
    made->callback.arg = made;
    MemoryContextRegisterResetCallback(context, &made->callback);
    return made->value;
  }

  /// The memory context of the running aggregate; an error outside of one, since `internal` could be anything there.
  static MemoryContext context_of(FunctionCallInfo fcinfo) {
    MemoryContext context = nullptr;
    if (!AggCheckCallContext(fcinfo, &context))
      throw error(sqlstate::feature_not_supported, "aggregate support function called in non-aggregate context");
    return context;
  }

 private:
  struct holder {
    MemoryContextCallback callback;
    T value;
  };
};

// ---- between processes: of a T that can be moved, merge(), serialize() and deserialize() ----

// A state of type internal comes to a combine function from its deserialize function alone, and is of no further use:
// its memory is handed over.
template <class T>
Datum combine_states(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  if (fcinfo->args[1].isnull) return unchanged(fcinfo);
  T &other = state::argument(fcinfo, 1);
  if (fcinfo->args[0].isnull)
    return state::datum(state::emplace(state::context_of(fcinfo), [&] { return T(std::move(other)); }));
  T &into = state::argument(fcinfo, 0);
  into.merge(std::move(other));
  return state::datum(into);
}

template <class T>
Datum serialize_state(FunctionCallInfo fcinfo) {
  native_writer out(MaxAllocSize - VARHDRSZ);
  aggregate_state<T>::argument(fcinfo, 0).serialize(out);
  if (out.is_full())
    throw error(sqlstate::program_limit_exceeded, "aggregate state is too large for a parallel worker", "",
                "Set max_parallel_workers_per_gather to 0 for this query.");
  return guarded([&] { return text_datum(out.bytes()); });
}

// The server hands over what serialize_state made; context_of refuses any other caller.
template <class T>
Datum deserialize_state(FunctionCallInfo fcinfo) {
  using state = aggregate_state<T>;
  state::context_of(fcinfo);
  native_reader in(bytes_of(fcinfo->args[0].value));
  T &made = state::emplace(CurrentMemoryContext, [&] { return T::deserialize(in); });
  in.finish();
  return state::datum(made);
}

}  // namespace harmony::postgres

// harmony_NAME_combine, _serialize and _deserialize of the state TYPE.
#define HARMONY_STATE(name, type)                                                                 \
  HARMONY_FUNCTION(name##_combine) { return harmony::postgres::combine_states<type>(fcinfo); }    \
  HARMONY_FUNCTION(name##_serialize) { return harmony::postgres::serialize_state<type>(fcinfo); } \
  HARMONY_FUNCTION(name##_deserialize) { return harmony::postgres::deserialize_state<type>(fcinfo); }
