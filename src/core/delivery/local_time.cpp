#include "core/delivery/local_time.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace harmony::delivery {

namespace {

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

double seconds_between(instant start, instant end) {
  return static_cast<double>(static_cast<__int128>(end) - start) / static_cast<double>(microseconds_per_second);
}

zone_clock::zone_clock(std::vector<change> changes) : changes_(std::move(changes)) {
  if (changes_.empty()) changes_.push_back({0, 0});
}

local_time zone_clock::local(instant at) const {
  const auto next =
      std::upper_bound(changes_.begin() + 1, changes_.end(), at, [](instant a, const change &c) { return a < c.at; });
  return at + (next - 1)->ahead;
}

instant zone_clock::next_change(instant at) const {
  const auto next =
      std::upper_bound(changes_.begin() + 1, changes_.end(), at, [](instant a, const change &c) { return a < c.at; });
  return next == changes_.end() ? std::numeric_limits<instant>::max() : next->at;
}

day_number zone_clock::day(instant at) const { return floor_divide(local(at), microseconds_per_day); }

instant zone_clock::at(local_time time) const {
  // The first stretch that has not ended when its clock shows the time.
  std::size_t low = 0, high = changes_.size() - 1;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (time < changes_[middle + 1].at + changes_[middle].ahead) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const instant shown = time - changes_[low].ahead;
  return low > 0 ? std::max(shown, changes_[low].at) : shown;
}

int weekday(day_number day) {
  const day_number since_monday = (day + 5) % 7;  // day 0 is a Saturday
  return static_cast<int>(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

day_number monday_from(day_number day) { return day + (8 - weekday(day)) % 7; }

day_number monday_until(day_number day) { return day - (weekday(day) - 1); }

// Years begin in March, so that the day which comes every four years is the last; 400 of them have 146,097 days.
namespace {

constexpr day_number days_of_era = 146097;
constexpr day_number march_2000 = 60;

day_number days_before_year(std::int64_t year) { return 365 * year + year / 4 - year / 100 + year / 400; }
day_number days_before_month(std::int64_t month) { return (153 * month + 2) / 5; }  // March: 0

}  // namespace

std::int64_t month_of(day_number day) {
  const std::int64_t era = floor_divide(day - march_2000, days_of_era);
  const day_number of_era = day - march_2000 - era * days_of_era;
  std::int64_t year = of_era / 365;
  while (days_before_year(year) > of_era) --year;
  const day_number of_year = of_era - days_before_year(year);
  std::int64_t month = of_year / 31;
  while (month < 11 && days_before_month(month + 1) <= of_year) ++month;
  return 12 * (400 * era + year) + month + 2;
}

std::int64_t half_year_of_month(std::int64_t month) { return floor_divide(month, 6); }

day_number first_of_month(std::int64_t month) {
  const std::int64_t since_march = month - 2, year = floor_divide(since_march, 12);
  const std::int64_t era = floor_divide(year, 400);
  return march_2000 + era * days_of_era + days_before_year(year - 400 * era) +
         days_before_month(since_march - 12 * year);
}

}  // namespace harmony::delivery
