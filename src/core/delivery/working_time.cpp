#include "core/delivery/working_time.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>

namespace harmony::delivery {

working_hours::working_hours(std::int64_t begin, std::int64_t end, span<std::int32_t> workdays,
                             span<std::int32_t> holidays)
    : begin_(begin), end_(end), holidays_(holidays.begin(), holidays.end()) {
  if (begin < 0 || end > microseconds_per_day || begin >= end)
    throw error(sqlstate::invalid_parameter_value, "day_start must lie before day_end");
  for (const std::int32_t day : workdays) {
    if (day < 1 || day > 7)
      throw error(sqlstate::invalid_parameter_value, "workdays must be between 1 and 7", "1 is Monday, 7 is Sunday.");
    on_[static_cast<std::size_t>(day)] = true;
  }
  std::sort(holidays_.begin(), holidays_.end());
}

bool working_hours::is_working(day_number day) const {
  return on_[static_cast<std::size_t>(weekday(day))] && !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

double working_seconds(instant start, instant end, const zone_clock &clock, const working_hours &hours) {
  if (end < start) return missing;
  std::int64_t worked = 0;
  std::size_t steps = 0;
  const day_number last = clock.day(end);
  for (day_number day = clock.day(start); day <= last; ++day) {
    if (++steps % poll_every == 0) poll_interrupt();
    if (!hours.is_working(day)) continue;
    const local_time midnight = day * microseconds_per_day;
    const instant opens = std::max(clock.at(midnight + hours.begin()), start);
    const instant closes = std::min(clock.at(midnight + hours.end()), end);
    if (closes > opens) worked += closes - opens;
  }
  return static_cast<double>(worked) / static_cast<double>(microseconds_per_second);
}

}  // namespace harmony::delivery
