// Cancelling long loops. The core calls `poll_interrupt()` every few thousand steps; its caller (the boundary to the
// server, a test) installs a hook that returns true when an interrupt is pending. The core then throws `cancelled` and
// unwinds, and the shell lets PostgreSQL handle the interrupt after all C++ objects are destroyed.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <exception>

namespace harmony {

/// Thrown by poll_interrupt(). It carries no reason: the server reports its own.
class cancelled : public std::exception {
 public:
  const char *what() const noexcept override { return "cancelled"; }
};

/// How many steps of a few nanoseconds a loop makes between two calls of poll_interrupt().
inline constexpr std::size_t poll_every = 65536;

/// The installed hook: true when an interrupt is pending; null outside a server.
inline bool (*interrupt_pending)() = nullptr;

/// Throws `cancelled` when an interrupt is pending. Cheap enough for an outer loop, not meant for an inner one.
inline void poll_interrupt() {
  if (interrupt_pending != nullptr && interrupt_pending()) throw cancelled();
}

}  // namespace harmony
