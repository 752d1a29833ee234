#include "core/delivery/frequency.hpp"

#include "core/statistics/samples.hpp"

#include <algorithm>

namespace harmony::delivery {

namespace {

// The days with a deployment, each once, in order.
std::vector<day_number> days_with(std::vector<instant> &deployed, const zone_clock &clock) {
  if (!std::is_sorted(deployed.begin(), deployed.end()))
    sort_polling(deployed, [](instant a, instant b) { return a < b; });
  std::vector<day_number> days;
  for (const instant at : deployed) {
    const day_number day = clock.day(at);
    if (days.empty() || days.back() != day) days.push_back(day);
  }
  // A clock that was set back over midnight shows a day again.
  if (!std::is_sorted(days.begin(), days.end())) std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

// The median of the numbers of days by period, where `period(day)` tells the periods from `first` to `last`, the latter
// excluded; the periods without any day count as 0, though none of them is looked at.
template <class Period>
double median_of_periods(const std::vector<day_number> &days, std::int64_t first, std::int64_t last, Period period) {
  const std::int64_t n = last - first;
  if (n <= 0) return missing;
  std::vector<std::int64_t> counts;
  std::int64_t current = 0;
  for (const day_number day : days) {
    const std::int64_t p = period(day);
    if (p < first || p >= last) continue;
    if (counts.empty() || p != current) counts.push_back(0);
    current = p;
    ++counts.back();
  }
  std::sort(counts.begin(), counts.end());
  const std::int64_t empty = n - static_cast<std::int64_t>(counts.size());
  const auto count_at = [&](std::int64_t rank) {
    return rank < empty ? 0.0 : static_cast<double>(counts[static_cast<std::size_t>(rank - empty)]);
  };
  return 0.5 * (count_at((n - 1) / 2) + count_at(n / 2));
}

std::int64_t week_of(day_number day) { return (monday_until(day) - monday_until(0)) / 7; }
std::int64_t half_year_of(day_number day) { return half_year_of_month(month_of(day)); }

// What was deployed in a window.
struct window {
  std::int64_t deployments = 0;
  std::vector<day_number> days;    // with a deployment
  day_number first = 0, last = 0;  // the first midnight of the window, and the last

  window(nullable_span<instant> at, instant start, instant end, const zone_clock &clock) {
    std::vector<instant> deployed;
    for (std::size_t i = 0; i < at.size; ++i)
      if (!at.is_missing(i) && at.values[i] >= start && at.values[i] < end) deployed.push_back(at.values[i]);
    deployments = static_cast<std::int64_t>(deployed.size());
    days = days_with(deployed, clock);
    first = clock.day(start);
    last = clock.day(end);
    if (clock.midnight(first) < start) ++first;
    if (clock.midnight(last) > end) --last;
  }
  std::int64_t first_month() const {
    const std::int64_t month = month_of(first);
    return first_of_month(month) < first ? month + 1 : month;
  }
};

}  // namespace

deployment_rate deployment_frequency(nullable_span<instant> at, instant start, instant end, const zone_clock &clock) {
  deployment_rate out;
  if (end <= start) return out;
  const window asked(at, start, end, clock);
  out.deployments = asked.deployments;
  out.deployment_days = static_cast<std::int64_t>(asked.days.size());
  out.per_day = static_cast<double>(asked.deployments) / (seconds_between(start, end) / 86400.0);
  const std::int64_t first_week = week_of(monday_from(asked.first)), last_week = week_of(asked.last);
  const std::int64_t first_month = asked.first_month(), last_month = month_of(asked.last);
  out.weeks = std::max<std::int64_t>(last_week - first_week, 0);
  out.months = std::max<std::int64_t>(last_month - first_month, 0);
  out.median_days_per_week = median_of_periods(asked.days, first_week, last_week, week_of);
  out.median_days_per_month = median_of_periods(asked.days, first_month, last_month, month_of);
  return out;
}

double median_days_per_half_year(nullable_span<instant> at, instant start, instant end, const zone_clock &clock) {
  if (end <= start) return missing;
  const window asked(at, start, end, clock);
  return median_of_periods(asked.days, half_year_of_month(asked.first_month() + 5), half_year_of(asked.last),
                           half_year_of);
}

}  // namespace harmony::delivery
