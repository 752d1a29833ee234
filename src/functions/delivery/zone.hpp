// The clock of a zone, for what the core computes on the calendar.
#pragma once

#include "core/delivery/local_time.hpp"
#include "functions/shell.hpp"
#include "postgres/time_zone.hpp"

namespace harmony::functions {

/// The clock from a few days before `start` to a few days behind `end`, as far as there are times.
inline delivery::zone_clock clock_between(Datum zone, std::int64_t start, std::int64_t end) {
  constexpr std::int64_t margin = 3 * delivery::microseconds_per_day;
  std::vector<delivery::zone_clock::change> changes;
  for (const postgres::zone_change &change : postgres::zone_changes(bytes_of(zone), start - margin, end + margin))
    changes.push_back({change.at, change.ahead});
  return delivery::zone_clock(std::move(changes));
}

}  // namespace harmony::functions
