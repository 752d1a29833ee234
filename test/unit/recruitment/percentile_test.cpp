#include "core/recruitment/percentile.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace {

using namespace harmony::recruitment;

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

double centile(double score, const std::vector<double> &pool) { return midrank_percentile(score, pool); }

TEST(percentile, by_hand) {
  const std::vector<double> pool{10.0, 20.0, 20.0, 30.0};
  EXPECT_DOUBLE_EQ(centile(10.0, pool), 12.5);  // 100·(0 + .5)/4
  EXPECT_DOUBLE_EQ(centile(20.0, pool), 50.0);  // 100·(1 + 1)/4
  EXPECT_DOUBLE_EQ(centile(30.0, pool), 87.5);  // 100·(3 + .5)/4
  EXPECT_DOUBLE_EQ(centile(5.0, {5.0, 5.0, 5.0}), 50.0);
}

TEST(percentile, ties_after_rounding) {
  EXPECT_DOUBLE_EQ(centile(62.04, {62.04, 61.96}), 50.0);  // both 62.0
  EXPECT_DOUBLE_EQ(centile(62.06, {62.06, 62.04}), 75.0);  // 62.1 and 62.0
  EXPECT_DOUBLE_EQ(centile(0.25, {0.25, 0.20}), 50.0);     // 0.25 prints as 0.2
}

// Both are 52.95 on paper: .55 · 52.8 + .30 · 50.3 + .15 · 58.8 and .55 · 51.6 + .30 · 54.1 + .15 · 55.6.
TEST(percentile, equal_scores_tie_whatever_way_they_came) {
  const double one = (0.55 * 52.8 + 0.30 * 50.3 + 0.15 * 58.8) / (0.55 + 0.30 + 0.15);
  const double other = (0.55 * 51.6 + 0.30 * 54.1 + 0.15 * 55.6) / (0.55 + 0.30 + 0.15);
  EXPECT_NE(one, other);
  EXPECT_DOUBLE_EQ(centile(one, {one, other}), 50.0);
  EXPECT_DOUBLE_EQ(centile(other, {one, other}), 50.0);
  EXPECT_EQ(score_histogram::bucket_of(one), score_histogram::bucket_of(other));
}

TEST(percentile, small_pools_and_wrong_numbers) {
  EXPECT_TRUE(std::isnan(centile(50.0, {50.0})));
  EXPECT_TRUE(std::isnan(centile(50.0, {})));
  EXPECT_THROW(centile(nan_value, {1.0, 2.0}), harmony::error);
  EXPECT_THROW(centile(1.0, {1.0, nan_value}), harmony::error);
  EXPECT_THROW(centile(1.0, {1.0, std::numeric_limits<double>::infinity()}), harmony::error);
}

TEST(percentile_wilson, by_hand) {
  // p = .5, N = 10, z² = 3.841459: centre .5, half = z/(1 + z²/N)·√(.25/10 + z²/400)
  //   = 1.959964/1.3841459·√(.025 + .00960365) = 1.416010·.1860206
  const centile_interval middle = wilson_interval(0.5, 10);
  EXPECT_NEAR(middle.low, 0.5 - 0.263407, 1e-5);
  EXPECT_NEAR(middle.high, 0.5 + 0.263407, 1e-5);
  const centile_interval none = wilson_interval(0.0, 10);
  EXPECT_EQ(none.low, 0.0);
  EXPECT_NEAR(none.high, 3.841459 / 13.841459, 1e-6);  // z²/(N + z²)
  EXPECT_EQ(wilson_interval(1.0, 10).high, 1.0);
  EXPECT_TRUE(std::isnan(wilson_interval(0.5, 0).low));
  EXPECT_TRUE(std::isnan(wilson_interval(nan_value, 5).low));
  EXPECT_THROW(wilson_interval(1.1, 5), harmony::error);
  EXPECT_THROW(wilson_interval(-0.1, 5), harmony::error);
}

TEST(percentile_histogram, agrees_with_the_single_centile) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> score(0.0, 100.0);
  std::vector<double> pool{0.0, 100.0, nan_value};
  for (int k = 0; k < 500; ++k) pool.push_back(k % 3 == 0 ? std::round(score(random)) : score(random));
  score_histogram counted;
  for (const double value : pool) counted.add(value);
  pool.erase(pool.begin() + 2);  // the missing one does not count
  EXPECT_EQ(counted.size(), pool.size());
  const std::vector<standing> standings = counted.standings();
  for (const double value : pool) {
    const standing &found = standings[score_histogram::bucket_of(value)];
    ASSERT_NEAR(found.centile, centile(value, pool), 1e-9);
    ASSERT_LE(found.low, found.centile);
    ASSERT_GE(found.high, found.centile);
  }
}

TEST(percentile_histogram, one_score_has_no_standing) {
  score_histogram lonely;
  lonely.add(50.0);
  EXPECT_TRUE(std::isnan(lonely.standings()[500].centile));
}

}  // namespace
