// Time zones of the server's zone data.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "postgres/server.hpp"

namespace harmony::postgres {

/// From `at` on (microseconds since the year 2000, UTC) a zone's clock is ahead of UTC by so many microseconds.
struct zone_change {
  std::int64_t at, ahead;
};

/// What a zone's clock does from `first` to `last`: its state at `first`, then every change up to `last`. The name is
/// one of the zone data ("Europe/Berlin") or a POSIX zone. Errors: 22023 for any other. Polls for interrupts.
std::vector<zone_change> zone_changes(std::string_view zone, std::int64_t first, std::int64_t last);

}  // namespace harmony::postgres
