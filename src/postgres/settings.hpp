// Settings for the length of a scope, as a function's SET clause does it.
#pragma once

#include <exception>

#include "postgres/guard.hpp"

extern "C" {
#include "utils/guc.h"
}

namespace harmony::postgres {

/// Settings made through it are undone when it ends; on an error the transaction's own clean-up does that.
class settings_scope {
 public:
  settings_scope() : level_(NewGUCNestLevel()) {}
  ~settings_scope() {
    if (std::uncaught_exceptions() == unwinding_) AtEOXact_GUC(true, level_);
  }
  settings_scope(const settings_scope &) = delete;
  settings_scope &operator=(const settings_scope &) = delete;

  /// A value that the code gives is valid: where the server says that it is not (22023), its check found no memory.
  void set(const char *name, const char *value) {
    try {
      guarded(
          [&] { return set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false); });
    } catch (const backend_error &e) {
      if (e.report->sqlerrcode == ERRCODE_INVALID_PARAMETER_VALUE) throw std::bad_alloc();
      throw;
    }
  }

 private:
  int level_;
  int unwinding_ = std::uncaught_exceptions();
};

}  // namespace harmony::postgres
