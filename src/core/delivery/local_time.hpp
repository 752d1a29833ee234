// Instants, local times and the calendar. Instants and local times are microseconds since the first of January 2000,
// 0:00 (UTC, or on the local clock); days count from that day, a Saturday, in the proleptic Gregorian calendar.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <vector>

namespace harmony::delivery {

using instant = std::int64_t;
using local_time = std::int64_t;
using day_number = std::int64_t;

inline constexpr std::int64_t microseconds_per_second = 1000000;
inline constexpr std::int64_t microseconds_per_day = 86400 * microseconds_per_second;

/// The seconds from one instant to another.
double seconds_between(instant start, instant end);

/// The clock of a zone over a stretch of time: how far it is ahead of UTC, and when that changes. Where it comes from
/// (the server's zone data) is the caller's business.
class zone_clock {
 public:
  /// From `at` on the clock is ahead of UTC by so much (microseconds, negative in the west).
  struct change {
    instant at;
    std::int64_t ahead;
  };

  /// Changes in order of time; the first holds before its time as well. None: UTC.
  explicit zone_clock(std::vector<change> changes = {});

  local_time local(instant at) const;
  /// The day on the calendar of the zone.
  day_number day(instant at) const;
  /// The instant of a local time. Of a time that the clock shows twice it is the first; of one that it skips, the
  /// instant at which it skips.
  instant at(local_time time) const;
  /// The first change after an instant; the last of all instants without one.
  instant next_change(instant at) const;
  /// The instant at which a day begins.
  instant midnight(day_number day) const { return at(day * microseconds_per_day); }

 private:
  std::vector<change> changes_;
};

/// Monday 1 … Sunday 7.
int weekday(day_number day);
/// The first Monday from this day on, and the last one up to it.
day_number monday_from(day_number day);
day_number monday_until(day_number day);

/// Months since January 2000, half-years since then, and the first day of a month.
std::int64_t month_of(day_number day);
std::int64_t half_year_of_month(std::int64_t month);
day_number first_of_month(std::int64_t month);

}  // namespace harmony::delivery
