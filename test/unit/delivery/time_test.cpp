// By hand, with the rules of Berlin in 2024 and 2025; the calendar against its definition.
#include "core/delivery/flow.hpp"
#include "core/delivery/frequency.hpp"
#include "core/delivery/local_time.hpp"
#include "core/delivery/working_time.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::delivery {
namespace {

constexpr std::int64_t hour = 3600 * microseconds_per_second, day = microseconds_per_day;
constexpr day_number march_31_2024 = 8856, october_27_2024 = 9066;  // two Sundays

zone_clock berlin() {
  return zone_clock({{march_31_2024 * day - 100 * day, hour},
                     {march_31_2024 * day + hour, 2 * hour},
                     {october_27_2024 * day + hour, hour}});
}

TEST(local_time, calendar_by_definition) {
  EXPECT_EQ(weekday(0), 6);  // 2000-01-01, a Saturday
  EXPECT_EQ(weekday(march_31_2024), 7);
  EXPECT_EQ(weekday(-1), 5);
  EXPECT_EQ(monday_from(2), 2);
  EXPECT_EQ(monday_from(3), 9);
  EXPECT_EQ(monday_until(8), 2);
  static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  day_number first = 0;
  for (std::int64_t month = 0; month < 12 * 1000; ++month) {
    const std::int64_t year = 2000 + month / 12;
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const day_number next = first + lengths[month % 12] + (month % 12 == 1 && is_leap ? 1 : 0);
    ASSERT_EQ(first_of_month(month), first) << month;
    ASSERT_EQ(month_of(first), month);
    ASSERT_EQ(month_of(next - 1), month);
    ASSERT_EQ(first_of_month(month - 12 * 400 * 30), first - 146097 * 30) << month;
    ASSERT_EQ(month_of(next - 1 - 146097 * 30), month - 12 * 400 * 30);
    first = next;
  }
}

TEST(local_time, skipped_and_shown_twice) {
  const zone_clock clock = berlin();
  const instant spring = march_31_2024 * day + hour, autumn = october_27_2024 * day + hour;
  EXPECT_EQ(clock.local(spring - 1), march_31_2024 * day + 2 * hour - 1);
  EXPECT_EQ(clock.local(spring), march_31_2024 * day + 3 * hour);
  EXPECT_EQ(clock.at(march_31_2024 * day + 2 * hour + hour / 2), spring);  // does not exist
  EXPECT_EQ(clock.at(march_31_2024 * day + 3 * hour), spring);
  EXPECT_EQ(clock.at(october_27_2024 * day + 2 * hour + hour / 2), autumn - hour / 2);  // the first of two
  EXPECT_EQ(clock.at(october_27_2024 * day + 3 * hour), autumn + hour);
  EXPECT_EQ(clock.midnight(march_31_2024), march_31_2024 * day - hour);
  EXPECT_EQ(zone_clock().at(-5), -5);
}

TEST(working_time, counts_hours_of_the_clock) {
  const std::vector<std::int32_t> all_week = {1, 2, 3, 4, 5, 6, 7}, weekdays = {1, 2, 3, 4, 5};
  const zone_clock clock = berlin();
  const instant from = clock.midnight(march_31_2024), to = clock.midnight(march_31_2024 + 2);
  EXPECT_EQ(working_seconds(from, to, clock, {0, day, all_week, {}}), 47 * 3600.0);
  EXPECT_EQ(working_seconds(from, to, clock, {0, day, weekdays, {}}), 24 * 3600.0);
  const std::vector<std::int32_t> monday = {static_cast<std::int32_t>(march_31_2024) + 1};
  EXPECT_EQ(working_seconds(from, to, clock, {0, day, weekdays, monday}), 0.0);
  EXPECT_EQ(working_seconds(from, to, clock, {2 * hour, 4 * hour, all_week, {}}), 3 * 3600.0);
  EXPECT_EQ(working_seconds(from, from, clock, {0, day, all_week, {}}), 0.0);
  EXPECT_TRUE(std::isnan(working_seconds(to, from, clock, {0, day, all_week, {}})));
  const std::vector<std::int32_t> eighth = {8};
  EXPECT_THROW(working_hours(0, day, eighth, {}), error);
  EXPECT_THROW(working_hours(hour, hour, all_week, {}), error);
}

// Many days at once are what they are one by one.
TEST(working_time, adds_up) {
  const std::vector<std::int32_t> days = {1, 3, 6}, holidays = {8850, 8858, 8858, 9000, 9066};
  const zone_clock clock = berlin();
  const working_hours hours(hour, 5 * hour, days, holidays);
  const instant from = (march_31_2024 - 50) * day + 7 * hour;
  double sum = 0.0;
  for (std::int64_t k = 0; k < 400; ++k) {
    sum += working_seconds(from + k * 17 * hour, from + (k + 1) * 17 * hour, clock, hours);
    ASSERT_EQ(working_seconds(from, from + (k + 1) * 17 * hour, clock, hours), sum) << k;
  }
}

TEST(deployment_frequency, counts_empty_weeks) {
  // Two whole weeks, Monday 2000-01-03 to 2000-01-17, of which the second has one day with two deployments.
  const std::vector<instant> at = {9 * day + hour, 9 * day + 2 * hour, 40 * day};
  const deployment_rate found = deployment_frequency({at.data(), nullptr, at.size()}, 2 * day, 16 * day, zone_clock());
  EXPECT_EQ(found.deployments, 2);
  EXPECT_EQ(found.deployment_days, 1);
  EXPECT_NEAR(found.per_day, 2.0 / 14.0, 1e-15);
  EXPECT_EQ(found.weeks, 2);
  EXPECT_EQ(found.median_days_per_week, 0.5);
  EXPECT_EQ(found.months, 0);
  EXPECT_TRUE(std::isnan(found.median_days_per_month));
}

TEST(median_days_per_half_year, is_of_whole_half_years) {
  // From January 2000 to July 2001 there are three; days 10 and 11 lie in the first, day 200 in the second, none in the
  // third.
  const std::vector<instant> at = {10 * day, 11 * day + hour, 11 * day + 2 * hour, 200 * day};
  const nullable_span<instant> all{at.data(), nullptr, at.size()};
  EXPECT_EQ(median_days_per_half_year(all, 0, 547 * day, zone_clock()), 1.0);
  // One hour less of the first and of the last: the second alone is whole.
  EXPECT_EQ(median_days_per_half_year(all, hour, 546 * day + 23 * hour, zone_clock()), 1.0);
  EXPECT_EQ(median_days_per_half_year(all, 0, 366 * day, zone_clock()), 1.5);
  EXPECT_TRUE(std::isnan(median_days_per_half_year(all, hour, 366 * day - hour, zone_clock())));
  EXPECT_TRUE(std::isnan(median_days_per_half_year(all, day, 0, zone_clock())));
  // Before 2000, and of all time: the emptiness counts.
  EXPECT_EQ(median_days_per_half_year(all, -184 * day, 182 * day, zone_clock()), 1.0);
  EXPECT_EQ(median_days_per_half_year(all, -211813488000000000, 9223371331199999999, zone_clock()), 0.0);
}

TEST(deployment_frequency, of_no_window_and_of_all_time) {
  const std::vector<instant> at = {0};
  const deployment_rate none = deployment_frequency({at.data(), nullptr, 1}, 5, 5, zone_clock());
  EXPECT_EQ(none.deployments, 0);
  EXPECT_TRUE(std::isnan(none.per_day));
  const deployment_rate all =
      deployment_frequency({at.data(), nullptr, 1}, -211813488000000000, 9223371331199999999, zone_clock());
  EXPECT_EQ(all.deployments, 1);
  EXPECT_EQ(all.median_days_per_week, 0.0);
  EXPECT_NEAR(static_cast<double>(all.weeks), 9435184819200.0 / 604800.0, 2.0);
}

TEST(flow, by_hand) {
  const flow_result found = flow({{30 * hour, category::done},
                                  {10 * hour, category::in_progress},
                                  {20 * hour, category::todo},
                                  {25 * hour, category::in_progress},
                                  {99 * hour, category::todo}},
                                 0, 40 * hour);  // the last change is not known yet
  EXPECT_EQ(found.cycle_seconds, 20 * 3600.0);
  EXPECT_EQ(found.lead_seconds, 10 * 3600.0);  // from the change to todo
  EXPECT_EQ(found.todo_seconds, 15 * 3600.0);
  EXPECT_EQ(found.in_progress_seconds, 15 * 3600.0);
  EXPECT_EQ(found.work_starts, 2);
  EXPECT_EQ(found.completions, 1);
  EXPECT_EQ(found.returns, 1);
  EXPECT_EQ(found.complexity, 2);
  EXPECT_TRUE(found.rework);
  EXPECT_EQ(found.flow_efficiency, 1.5);
  EXPECT_TRUE(std::isnan(found.age_seconds));
}

TEST(flow, of_little) {
  const flow_result none = flow({}, 0, hour);
  EXPECT_EQ(none.todo_seconds, 3600.0);
  EXPECT_TRUE(std::isnan(none.age_seconds));
  EXPECT_TRUE(flow({{hour, category::done}}, 0, hour).direct_completion);
  EXPECT_TRUE(std::isnan(flow({{0, category::done}}, 0, hour).flow_efficiency));
  EXPECT_EQ(flow({}, hour, 0).todo_seconds, 0.0);  // not created yet
  EXPECT_THROW(category_named("Done"), error);
}

TEST(flow, changes_of_one_instant_keep_their_order) {
  EXPECT_FALSE(std::isnan(flow({{hour, category::in_progress}, {hour, category::done}}, 0, hour).cycle_seconds));
  EXPECT_TRUE(std::isnan(flow({{hour, category::done}, {hour, category::in_progress}}, 0, hour).cycle_seconds));
}

}  // namespace
}  // namespace harmony::delivery
