// Aggregate states that are C++ objects: SQL type `internal`, owned by the aggregate's memory context, destroyed with it.
#pragma once

#include <new>
#include <utility>

#include "core/base/error.hpp"
#include "postgres/guard.hpp"

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

  /// The state behind argument i of a combine, serial or final function.
  static T &argument(FunctionCallInfo fcinfo, int i) {
    context_of(fcinfo);
    return *reinterpret_cast<T *>(DatumGetPointer(fcinfo->args[i].value));
  }

  static Datum datum(T &state) {
    return PointerGetDatum(&state);
  }

  /// Moves `value` into the memory context, which will destroy it.
  static T &adopt(MemoryContext context, T value) {
    return emplace(context, [&]() -> T { return std::move(value); });
  }

  /// The same for what `make()` returns, which need not be movable.
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
      throw error("0A000", "aggregate support function called in non-aggregate context");
    return context;
  }

 private:
  struct holder {
    MemoryContextCallback callback;
    T value;
  };
};

}  // namespace harmony::postgres
