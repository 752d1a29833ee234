#include "postgres/time_zone.hpp"

#include <string>

#include "postgres/guard.hpp"

extern "C" {
#include "pgtime.h"
}

namespace harmony::postgres {

namespace {

constexpr std::int64_t seconds_to_2000 =
    static_cast<std::int64_t>(POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE) * SECS_PER_DAY;

pg_time_t unix_time(std::int64_t at) { return at / USECS_PER_SEC - (at % USECS_PER_SEC < 0 ? 1 : 0) + seconds_to_2000; }

std::int64_t since_2000(pg_time_t seconds) { return (seconds - seconds_to_2000) * USECS_PER_SEC; }

pg_tz *zone_named(const std::string &name) {
  pg_tz *zone = name.size() > TZ_STRLEN_MAX ? nullptr : guarded([&] { return pg_tzset(name.c_str()); });
  if (zone == nullptr || !pg_tz_acceptable(zone))
    throw error(sqlstate::invalid_parameter_value, "time zone \"" + name + "\" not recognized");
  return zone;
}

}  // namespace

std::vector<zone_change> zone_changes(std::string_view name, std::int64_t first, std::int64_t last) {
  const pg_tz *zone = zone_named(std::string(name));
  std::vector<zone_change> out;
  pg_time_t at = unix_time(first);
  const pg_time_t end = unix_time(last);
  for (;;) {
    if (out.size() % 1024 == 0) poll_interrupt();
    long before = 0, after = 0;
    int is_dst_before = 0, is_dst_after = 0;
    pg_time_t next = 0;
    const int found = pg_next_dst_boundary(&at, &before, &is_dst_before, &next, &after, &is_dst_after, zone);
    if (found < 0)
      throw error(sqlstate::invalid_parameter_value, "time zone \"" + std::string(name) + "\" is unknown then");
    if (out.empty()) out.push_back({first, before * USECS_PER_SEC});
    if (found == 0 || next > end) return out;
    out.push_back({since_2000(next), after * USECS_PER_SEC});
    at = next;
  }
}

}  // namespace harmony::postgres
