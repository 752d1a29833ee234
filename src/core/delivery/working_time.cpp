#include "core/delivery/working_time.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>

namespace harmony::delivery {

working_hours::working_hours(std::int64_t begin, std::int64_t end, span<std::int32_t> workdays,
                             span<std::int32_t> holidays)
    : begin_(begin), end_(end) {
  if (begin < 0 || end > microseconds_per_day || begin >= end)
    throw error(sqlstate::invalid_parameter_value, "day_start must lie before day_end");
  for (const std::int32_t day : workdays) {
    if (day < 1 || day > 7)
      throw error(sqlstate::invalid_parameter_value, "workdays must be between 1 and 7", "1 is Monday, 7 is Sunday.");
    on_[static_cast<std::size_t>(day)] = true;
  }
  for (const std::int32_t day : holidays)
    if (on_[static_cast<std::size_t>(weekday(day))]) holidays_.push_back(day);
  std::sort(holidays_.begin(), holidays_.end());
  holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
}

bool working_hours::is_working(day_number day) const {
  return on_[static_cast<std::size_t>(weekday(day))] && !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

std::int64_t working_hours::working_days(day_number first, day_number last) const {
  const std::int64_t weeks = (last - first) / 7;
  std::int64_t days = weeks * std::count(on_.begin(), on_.end(), true);
  for (day_number day = first + 7 * weeks; day < last; ++day) days += on_[static_cast<std::size_t>(weekday(day))];
  return days - (std::lower_bound(holidays_.begin(), holidays_.end(), last) -
                 std::lower_bound(holidays_.begin(), holidays_.end(), first));
}

double working_seconds(instant start, instant end, const zone_clock &clock, const working_hours &hours) {
  if (end < start) return missing;
  const auto worked_on = [&](day_number day) -> std::int64_t {
    if (!hours.is_working(day)) return 0;
    const local_time midnight = day * microseconds_per_day;
    const instant opens = std::max(clock.at(midnight + hours.begin()), start);
    const instant closes = std::min(clock.at(midnight + hours.end()), end);
    return std::max<std::int64_t>(closes - opens, 0);
  };
  // The first and the last day, and those around a change of the clock, are looked at one by one; between them every
  // working day is as long as the other.
  const day_number first = clock.day(start), last = clock.day(end);
  std::int64_t worked = worked_on(first);
  std::size_t steps = 0;
  for (day_number day = first + 1; day <= last;) {
    if (++steps % poll_every == 0) poll_interrupt();
    const day_number change =
        clock.day(std::min(clock.next_change(clock.midnight(day) - microseconds_per_day), end)) - 1;
    if (change > day) {
      worked += hours.working_days(day, change) * (hours.end() - hours.begin());
      day = change;
    } else {
      worked += worked_on(day++);
    }
  }
  return static_cast<double>(worked) / static_cast<double>(microseconds_per_second);
}

}  // namespace harmony::delivery
