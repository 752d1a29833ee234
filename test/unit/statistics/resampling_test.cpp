// The bootstrap: indices and figures of the specification, and degenerate samples.
#include "core/statistics/resampling.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace harmony::statistics {
namespace {

row_blocks rows_of(const std::vector<double> &x, const std::vector<double> &y = {}) {
  row_blocks rows;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double row[] = {x[i], y.empty() ? 0 : y[i]};
    rows.add(row, y.empty() ? 1 : 2);
  }
  return rows;
}

bootstrap_result of(resampled statistic, const std::vector<double> &x, std::int32_t draws = 200) {
  return bootstrap(statistic, rows_of(x), 1, draws);
}

TEST(Bootstrap, IsThatOfTheSpecification) {
  const bootstrap_result mean = of(resampled::mean, {10, 4, 3, 2, 1}, 1000);
  EXPECT_EQ(mean.n, 5);
  EXPECT_EQ(mean.draws, 1000);
  EXPECT_DOUBLE_EQ(mean.estimate, 4);
  EXPECT_NEAR(mean.std_error, 1.409843, 5e-7);
  EXPECT_NEAR(mean.bca_low, 2, 1e-12);
  EXPECT_NEAR(mean.bca_high, 7.4, 1e-12);
}

// Draw 0 of seed 1 and n = 10 has rows 8 8 5 7 6 8 4 6 2 5: the mean of 0 … 9 over it is 5.9.
TEST(Bootstrap, DrawsByCounter) {
  const bootstrap_result one = of(resampled::mean, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1);
  EXPECT_DOUBLE_EQ(one.percentile_low, 5.9);
  EXPECT_DOUBLE_EQ(one.bias, 5.9 - 4.5);
  EXPECT_TRUE(std::isnan(one.std_error));
}

// A shift and a power of two change nothing but the figures' place and unit; the jackknife's sums stand that.
TEST(Bootstrap, FollowsPlaceAndUnit) {
  std::mt19937 random(1);
  std::vector<double> x, moved;
  for (int i = 0; i < 50; ++i) x.push_back(static_cast<double>(random() % 1000) / 8);
  for (const double value : x) moved.push_back((value + 1048576) * 4);
  for (const resampled statistic : {resampled::mean, resampled::median, resampled::trimmed_mean, resampled::sd}) {
    const bootstrap_result a = of(statistic, x), b = of(statistic, moved);
    const double place = statistic == resampled::sd ? 0 : 1048576;
    EXPECT_NEAR((a.estimate + place) * 4, b.estimate, 1e-8);
    EXPECT_NEAR(a.std_error * 4, b.std_error, 1e-8);
    EXPECT_NEAR((a.bca_low + place) * 4, b.bca_low, 1e-7);
    EXPECT_NEAR((a.bca_high + place) * 4, b.bca_high, 1e-7);
  }
}

TEST(Bootstrap, OfDegenerateSamples) {
  EXPECT_EQ(of(resampled::mean, {}).n, 0);
  const bootstrap_result one = of(resampled::mean, {7});
  EXPECT_EQ(one.estimate, 7);
  EXPECT_EQ(one.std_error, 0);
  EXPECT_EQ(one.percentile_high, 7);
  EXPECT_TRUE(std::isnan(one.bca_low));
  EXPECT_TRUE(std::isnan(of(resampled::sd, {7}).estimate));
  for (const resampled statistic : {resampled::mean, resampled::median, resampled::trimmed_mean}) {
    const bootstrap_result same = of(statistic, {.1, .1, .1, .1, .1, .1});
    EXPECT_EQ(same.bca_low, .1);
    EXPECT_EQ(same.bca_high, .1);
    EXPECT_NEAR(same.std_error, 0, 1e-17);
  }
  EXPECT_NEAR(of(resampled::sd, {.1, .1, .1}).bca_high, 0, 1e-16);
  EXPECT_EQ(of(resampled::median, {1e308, -1e308, 5e-324}).estimate, 0);  // 5e-324 is nothing beside 1e308
  EXPECT_EQ(of(resampled::mean, {5e-324, 5e-324}).estimate, 5e-324);
  EXPECT_EQ(of(resampled::mean, {1.7e308, 1.7e308, 1.7e308}).estimate, 1.7e308);
  EXPECT_THROW(of(resampled::sd, {1.7e308, -1.7e308}), error);
}

TEST(Bootstrap, OfCorrelations) {
  const std::vector<double> x{1, 2, 3, 4}, y{2, 4, 6, 8};
  const bootstrap_result line = bootstrap(resampled::correlation, rows_of(x, y), 5, 2000);
  EXPECT_DOUBLE_EQ(line.estimate, 1);
  EXPECT_LT(line.draws, 2000);  // some draws have one row four times
  EXPECT_GT(line.draws, 1900);
  EXPECT_DOUBLE_EQ(line.percentile_low, 1);
  const bootstrap_result flat = bootstrap(resampled::correlation, rows_of(x, {3, 3, 3, 3}), 5, 100);
  EXPECT_EQ(flat.n, 4);
  EXPECT_TRUE(std::isnan(flat.estimate));
}

bool is_pending() { return true; }

TEST(Bootstrap, RefusesAndEnds) {
  EXPECT_THROW(resampled_by_name("mode"), error);
  EXPECT_THROW(check_draws(0), error);
  EXPECT_THROW(check_draws(1000001), error);
  interrupt_pending = is_pending;
  EXPECT_THROW(of(resampled::mean, {1, 2, 3}), cancelled);
  interrupt_pending = nullptr;
}

}  // namespace
}  // namespace harmony::statistics
