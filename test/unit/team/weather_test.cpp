#include "core/team/weather.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace harmony::team;

pulse says(unsigned char who, std::int64_t day, double value) { return {{who}, day, value}; }

weather of(const std::vector<pulse> &pulses, std::int64_t as_of = 100, const weather_model &model = {}) {
  pulse_pool pool(as_of, model);
  for (const pulse &p : pulses) pool.add(p);
  return pool.finish();
}

TEST(weather, by_hand) {
  // Last 7 days (94 … 100): 3, 4, 4 on three days. ew = 11/3 · 3/7 + 3 · 4/7. Differences: 1 within 1, 4 − 2 within 2.
  const weather w =
      of({says(1, 98, 3), says(1, 99, 4), says(2, 100, 4), says(2, 91, 2), says(2, 40, 2), says(1, 101, 1)});
  EXPECT_EQ(w.n_pulses, 3U);
  EXPECT_EQ(w.n_people, 2U);
  EXPECT_EQ(w.days_observed, 3U);
  EXPECT_NEAR(w.mean, 11.0 / 3.0, 1e-12);
  EXPECT_NEAR(w.shrunk, 11.0 / 7.0 + 12.0 / 7.0, 1e-12);
  EXPECT_STREQ(w.status, "stable");
  EXPECT_EQ(w.n_differences, 2U);
  EXPECT_NEAR(w.rmssd, std::sqrt(2.5), 1e-12);
  // Daily means 2, 3, 4, 4 on −9, −2, −1, 0: Sxy = 11, Sxx = 50, residual variance .165, t(.975, 2) = .95 √(2/.0975)
  EXPECT_EQ(w.trend_days, 4U);
  EXPECT_NEAR(w.slope, 0.22, 1e-12);
  const double half = 0.95 * std::sqrt(2.0 / 0.0975) * std::sqrt(0.0033);
  EXPECT_NEAR(w.slope_low, 0.22 - half, 1e-9);
  EXPECT_NEAR(w.slope_high, 0.22 + half, 1e-9);
  EXPECT_STREQ(w.trend, "steady");
  EXPECT_NEAR(w.outlook, w.shrunk, 1e-12);
  EXPECT_NEAR(w.outlook_low, w.shrunk + 30.0 * (0.22 - half), 1e-7);
  EXPECT_EQ(w.outlook_high, 5.0);
  EXPECT_STREQ(w.outlook_status, "turbulent");
}

TEST(weather, trends) {
  // scipy.stats.linregress and t.ppf(.975, 3)
  const weather up = of({says(1, 96, 2), says(1, 97, 2.5), says(1, 98, 3.1), says(1, 99, 3.4), says(1, 100, 4)});
  EXPECT_NEAR(up.slope, 0.49, 1e-12);
  EXPECT_NEAR(up.slope_low, 0.40991019098655024, 1e-9);
  EXPECT_STREQ(up.trend, "improving");
  EXPECT_EQ(up.outlook, 5.0);
  EXPECT_STREQ(up.outlook_status, "excellent");
  const weather down = of({says(1, 98, 5), says(1, 99, 4), says(1, 100, 3)});
  EXPECT_STREQ(down.trend, "declining");
  EXPECT_EQ(down.outlook, 1.0);
  EXPECT_STREQ(down.outlook_status, "critical");
  const weather flat = of({says(1, 98, 4), says(2, 99, 4), says(1, 100, 4)});
  EXPECT_STREQ(flat.trend, "steady");
  EXPECT_EQ(flat.outlook_low, flat.outlook_high);
  const weather two = of({says(1, 99, 4), says(1, 100, 3)});
  EXPECT_NEAR(two.slope, -1.0, 1e-12);
  EXPECT_EQ(two.trend, nullptr);
  EXPECT_TRUE(std::isnan(two.outlook) && std::isnan(two.slope_low));
}

TEST(weather, status_boundaries) {
  const auto status = [](double value) { return std::string(of({says(1, 100, value)}).status); };
  EXPECT_EQ(status(4.5), "excellent");
  EXPECT_EQ(status(4.49), "stable");
  EXPECT_EQ(status(3.5), "stable");
  EXPECT_EQ(status(3.49), "turbulent");
  EXPECT_EQ(status(2.5), "turbulent");
  EXPECT_EQ(status(2.49), "critical");
}

TEST(weather, windows) {
  EXPECT_EQ(of({says(1, 94, 4)}).n_pulses, 1U);  // the seventh day
  EXPECT_EQ(of({says(1, 93, 4)}).n_pulses, 0U);
  EXPECT_EQ(of({says(1, 71, 4)}).trend_days, 1U);  // the thirtieth day
  EXPECT_EQ(of({says(1, 70, 4)}).trend_days, 0U);
  const weather old = of({says(1, 80, 4)});
  EXPECT_TRUE(std::isnan(old.mean) && std::isnan(old.shrunk));
  EXPECT_EQ(old.status, nullptr);
  std::vector<pulse> week;
  for (int day = 94; day <= 100; ++day) week.push_back(says(1, day, 5));
  EXPECT_EQ(of(week).shrunk, 5.0);  // seven days count in full
}

TEST(weather, order_and_doubles_do_not_matter) {
  std::vector<pulse> pulses;
  for (int k = 0; k < 60; ++k)
    pulses.push_back(says(static_cast<unsigned char>(k % 7), 75 + k % 26, 1.0 + k * 13 % 41 / 10.0));
  const weather expected = of(pulses);
  std::reverse(pulses.begin(), pulses.end());
  std::rotate(pulses.begin(), pulses.begin() + 17, pulses.end());
  pulse_pool left(100, {}), right(100, {});
  for (std::size_t k = 0; k < pulses.size(); ++k) (k % 3 == 0 ? left : right).add(pulses[k]);
  left.merge(right);
  const weather merged = left.finish();
  EXPECT_EQ(merged.mean, expected.mean);
  EXPECT_EQ(merged.rmssd, expected.rmssd);
  EXPECT_EQ(merged.slope, expected.slope);
  EXPECT_EQ(merged.outlook_low, expected.outlook_low);
  // Two pulses of one person and day count as their mean.
  EXPECT_EQ(of({says(1, 100, 2), says(1, 100, 4), says(2, 100, 5)}).mean, 4.0);
}

TEST(weather, a_pool_survives_the_way_between_processes) {
  weather_model model;
  model.days = 5.0;
  pulse_pool pool(100, model);
  for (int k = 0; k < 20; ++k) pool.add(says(1 + k % 3, 100 - k, 1.0 + k % 5));
  harmony::native_writer sent;
  pool.serialize(sent);
  harmony::native_reader received(sent.bytes());
  const weather restored = pulse_pool::deserialize(received).finish(), expected = pool.finish();
  EXPECT_NO_THROW(received.finish());
  EXPECT_EQ(restored.mean, expected.mean);
  EXPECT_EQ(restored.shrunk, expected.shrunk);
  EXPECT_EQ(restored.slope, expected.slope);
  EXPECT_EQ(restored.n_differences, expected.n_differences);
  for (std::size_t size = 0; size < sent.bytes().size(); ++size) {
    harmony::native_reader cut({sent.bytes().data(), size});
    EXPECT_THROW(pulse_pool::deserialize(cut), harmony::error) << size;
  }
}

TEST(weather, refusals) {
  pulse_pool pool(100, {});
  EXPECT_THROW(pool.add(says(1, 100, 0.5)), harmony::error);
  EXPECT_THROW(pool.add(says(1, 100, 5.5)), harmony::error);
  EXPECT_THROW(pool.add(says(1, 100, NAN)), harmony::error);
  EXPECT_THROW(pool.merge(pulse_pool(99, {})), harmony::error);
  weather_model model;
  model.days = 31;
  EXPECT_THROW(pulse_pool(100, model), harmony::error);
  model.days = 2.5;
  EXPECT_THROW(pulse_pool(100, model), harmony::error);
}

}  // namespace
