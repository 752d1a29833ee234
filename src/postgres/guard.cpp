#include "postgres/guard.hpp"

namespace harmony::postgres {

// Copying a report allocates, and may itself fail. The failure must not go back to where the first error was caught: it
// would be copied too, and so on, until the server's stack of reports is full, which is a PANIC.
ErrorData *take_report(MemoryContext context) noexcept {
  ErrorData *volatile report = nullptr;
  {
    error_stack_scope scope;
    sigjmp_buf here;
    if (sigsetjmp(here, 0) == 0) {
      PG_exception_stack = &here;
      MemoryContextSwitchTo(context);
      report = CopyErrorData();
    }
  }
  MemoryContextSwitchTo(context);
  FlushErrorState();
  return report;
}

}  // namespace harmony::postgres
