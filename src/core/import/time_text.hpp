// Dates and times as exports write them.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace harmony::import {

/// What a text says: a clock's reading in microseconds since the beginning of the year 2000 on that clock, and by how
/// many seconds the clock is ahead of UTC where the text says so.
struct clock_reading {
  std::int64_t microseconds;
  std::optional<std::int32_t> ahead;
};

/// A format of YYYY MM DD HH24 HH12 MI SS AM TZ; all other characters but letters stand for themselves, a space for one
/// or more.
class time_format {
 public:
  /// Errors: 22023 for a format without YYYY, MM and DD, with a part twice, other letters, HH12 without AM.
  explicit time_format(std::string_view format);

  /// What the whole of a text says, in any case; nothing where it is not of the format or not a real date and time. One
  /// digit will do for each part but YYYY. TZ: Z, UTC, GMT, ±hh[:mm], GMT±h[:mm].
  std::optional<clock_reading> read(std::string_view text) const;

 private:
  enum class part : char { literal, year, month, day, hour24, hour12, minute, second, half, zone };
  struct element {
    part what;
    char literal;
  };
  std::vector<element> elements_;
};

/// YYYY-MM-DD or YYYY/MM/DD, then nothing or [ T]HH24:MI[:SS[.f]][TZ].
std::optional<clock_reading> read_iso_time(std::string_view text);

}  // namespace harmony::import
