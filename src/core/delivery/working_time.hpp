// How much of a stretch of time is working time.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"
#include "core/delivery/local_time.hpp"

#include <array>
#include <vector>

namespace harmony::delivery {

/// Working windows: from `begin` to `end` of the local clock (microseconds of the day) on some weekdays.
class working_hours {
 public:
  /// Workdays: 1 (Monday) to 7. Errors: 22023 for other workdays, and unless 0 <= begin < end <= 24 hours.
  working_hours(std::int64_t begin, std::int64_t end, span<std::int32_t> workdays, span<std::int32_t> holidays);

  bool is_working(day_number day) const;
  /// The working days from `first` to the day before `last`. O(log holidays).
  std::int64_t working_days(day_number first, day_number last) const;
  std::int64_t begin() const { return begin_; }
  std::int64_t end() const { return end_; }

 private:
  std::int64_t begin_, end_;
  std::array<bool, 8> on_{};
  std::vector<std::int32_t> holidays_;  // on workdays, in order, each once
};

/// The seconds of [start, end) inside the working windows; each end of a window is one instant, that of
/// zone_clock::at. Missing where end lies before start. O(changes of the clock), not of days; polls for
/// interrupts.
double working_seconds(instant start, instant end, const zone_clock &clock, const working_hours &hours);

}  // namespace harmony::delivery
