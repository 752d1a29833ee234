// Entries from the server into C++. HARMONY_FUNCTION(name) writes the extern "C" shell `harmony_name` around a body, so
// that the guard cannot be forgotten: no C++ exception ever reaches the server, and an error is raised only after the
// catch block is left, with plain data alone on the stack.
//
//   HARMONY_FUNCTION(square) { return Float8GetDatum(PG_GETARG_FLOAT8(0) * PG_GETARG_FLOAT8(0)); }
#pragma once

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// What is left of a C++ exception once its catch block is left: plain data.
struct failure {
  bool cancelled = false;
  ErrorData *report = nullptr;
  char sqlstate[6];
  char message[1024];
  char detail[1024];
  char hint[512];
};

/// Describes the exception that is being handled; called inside a catch block, never raises.
void describe_current_exception(failure &failure) noexcept;

/// Raises the failure as a server error. No C++ object may be alive in any frame above.
[[noreturn]] void raise(const failure &failure);

/// Runs a body between the two worlds.
template <Datum (*body)(FunctionCallInfo)>
Datum enter(FunctionCallInfo fcinfo) {
  failure failure;
  try {
    return body(fcinfo);
  } catch (...) {
    describe_current_exception(failure);
  }
  raise(failure);
}

}  // namespace harmony::postgres

#define HARMONY_FUNCTION(name)                                                                                 \
  static Datum name##_body(FunctionCallInfo fcinfo);                                                           \
  extern "C" {                                                                                                 \
  PG_FUNCTION_INFO_V1(harmony_##name);                                                                         \
  PGDLLEXPORT Datum harmony_##name(PG_FUNCTION_ARGS) { return harmony::postgres::enter<name##_body>(fcinfo); } \
  }                                                                                                            \
  static Datum name##_body([[maybe_unused]] FunctionCallInfo fcinfo)
