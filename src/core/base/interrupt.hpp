// Cancelling long loops. The core asks `poll_interrupt()` every few thousand steps; whoever runs the core (the server's
// boundary, a test) installs a hook that answers "stop?". The core then throws `cancelled`, unwinds, and the shell lets
// PostgreSQL handle its interrupt with no C++ object alive.
#pragma once

#include "core/base/no_postgres.hpp"

#include <exception>

namespace harmony {

/// Thrown by poll_interrupt(); carries nothing, since the reason is the server's to report.
class cancelled : public std::exception {
 public:
  const char *what() const noexcept override { return "cancelled"; }
};

/// The installed question "is a cancel pending?"; null outside a server.
inline bool (*interrupt_pending)() = nullptr;

/// Throws `cancelled` when an interrupt is pending. Cheap enough for an outer loop, not meant for an inner one.
inline void poll_interrupt() {
  if (interrupt_pending != nullptr && interrupt_pending()) throw cancelled();
}

}  // namespace harmony
