// Calls from C++ into the server. A server error is a longjmp, which would skip the destructors of every C++ object in
// between; guarded() turns it into the exception backend_error, which carries the whole error report, so that SQLSTATE,
// DETAIL, constraint and table names come out unchanged at the other end (entry.hpp).
//
// The body may hold plain data only: objects with destructors live outside of it.
#pragma once

#include <new>

#include "postgres/server.hpp"

namespace harmony::postgres {

/// A server error on its way through C++ frames. The report lives in the memory context of the guarded call.
struct backend_error {
  ErrorData *report;
};

/// Restores the server's error handling when a scope ends, however it ends.
class error_stack_scope {
 public:
  error_stack_scope() : exceptions_(PG_exception_stack), contexts_(error_context_stack) {}
  ~error_stack_scope() {
    PG_exception_stack = exceptions_;
    error_context_stack = contexts_;
  }
  error_stack_scope(const error_stack_scope &) = delete;
  error_stack_scope &operator=(const error_stack_scope &) = delete;

 private:
  sigjmp_buf *exceptions_;
  ErrorContextCallback *contexts_;
};

/// Takes the report of the error that was caught out of the server's hands, into `context`, which becomes the current
/// one; nullptr where there is no memory for it.
ErrorData *take_report(MemoryContext context) noexcept;

/// Runs `body`, which calls the server, and returns its (plain) result; a server error becomes backend_error, or
/// std::bad_alloc where there is no memory left for its report.
template <class Body>
auto guarded(Body &&body) -> decltype(body()) {
  MemoryContext context = CurrentMemoryContext;
  {
    error_stack_scope scope;
    sigjmp_buf here;
    if (sigsetjmp(here, 0) == 0) {
      PG_exception_stack = &here;
      return body();
    }
  }  // what the body put on the stacks is gone, and an error from here on must not find it
  ErrorData *report = take_report(context);
  if (report == nullptr) throw std::bad_alloc();
  throw backend_error{report};
}

}  // namespace harmony::postgres
