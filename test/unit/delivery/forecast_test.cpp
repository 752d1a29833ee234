// By hand; holt_winters beside R 4.2's HoltWinters, whose optimiser stops a little earlier.
#include "core/delivery/forecast.hpp"
#include "core/delivery/holt_winters.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::delivery {
namespace {

using numbers = std::vector<std::int32_t>;
using results = std::vector<std::optional<std::int32_t>>;
const std::vector<double> usual = {0.5, 0.85, 0.95};

TEST(forecast, of_nought_to_three) {
  const numbers past = {0, 1, 2, 3};
  EXPECT_EQ(forecast_items(past, 3, usual), (results{5, 2, 1}));
  EXPECT_EQ(forecast_periods(past, 10, usual), (results{7, 9, 11}));
}

TEST(forecast, meets_a_probability_exactly) {
  const numbers coin = {0, 1};
  const std::vector<double> p = {0.75, 0.75 + 1e-9, 1.0};
  EXPECT_EQ(forecast_items(coin, 2, p), (results{1, 0, 0}));
  EXPECT_EQ(forecast_periods(coin, 1, {{0.875}}), (results{3}));
}

TEST(forecast, shifts_and_units) {
  EXPECT_EQ(forecast_items(numbers{100, 103}, 2, {{0.75}}), (results{203}));
  EXPECT_EQ(forecast_items(numbers{2000000000}, 1, usual), (results{2000000000, 2000000000, 2000000000}));
  EXPECT_EQ(forecast_items(numbers{0, 1000000000}, 2, {{0.75}}), (results{1000000000}));
  EXPECT_EQ(forecast_periods(numbers{1, 1}, 10000, {{1.0}}), (results{10000}));
  EXPECT_EQ(forecast_periods(numbers{1, 1}, 10001, {{1.0}}), (results{std::nullopt}));
  EXPECT_EQ(forecast_periods(numbers{7, 9}, 15, {{0.5, 1.0}}), (results{2, 3}));
}

// The sum of 10,000 fair coins is binomial: its median is 5,000, and 4,918 its 5 % quantile.
TEST(forecast, of_many_periods) {
  EXPECT_EQ(forecast_items(numbers{0, 1}, 10000, {{0.5, 0.95}}), (results{5000, 4918}));
}

TEST(forecast, without_anything) {
  EXPECT_EQ(forecast_items({}, 3, {{0.5}}), (results{std::nullopt}));
  EXPECT_EQ(forecast_periods({}, 3, {{0.5}}), (results{std::nullopt}));
  EXPECT_EQ(forecast_periods(numbers{0}, 3, {{0.5}}), (results{std::nullopt}));
  EXPECT_EQ(forecast_periods(numbers{0}, 0, {{0.5}}), (results{0}));
  EXPECT_EQ(forecast_periods(numbers{1}, -3, {{0.5}}), (results{0}));
  EXPECT_EQ(forecast_items(numbers{4}, 0, {{0.5}}), (results{0}));
}

TEST(forecast, refuses) {
  EXPECT_THROW(forecast_items(numbers{-1}, 3, usual), error);
  EXPECT_THROW(forecast_items(numbers{1}, -1, usual), error);
  EXPECT_THROW(forecast_items(numbers{1}, 10001, usual), error);
  EXPECT_THROW(forecast_items(numbers{2147483647}, 2, usual), error);
  EXPECT_THROW(forecast_items(numbers{0, 1, 2147483647}, 1, usual), error);
  EXPECT_THROW(forecast_items(numbers{0, 1, 1000}, 10000, usual), error);  // takes too long
  EXPECT_THROW(forecast_periods(numbers{0, 1, 1000}, 9000000, usual), error);
  for (const double p : {0.0, -0.5, 1.5, std::nan("")}) EXPECT_THROW(forecast_periods(numbers{1}, 1, {{p}}), error);
}

TEST(backtest, of_what_never_changes_is_always_inside) {
  const backtest_result found = backtest(numbers(20, 3), 2, usual);
  EXPECT_EQ(found.n, 15);  // from 4 known ones to 18
  EXPECT_EQ(found.inside, (std::vector<double>{1.0, 1.0, 1.0}));
  EXPECT_EQ(backtest(numbers(1000, 3), 2, usual).n, 200);
}

TEST(backtest, of_what_stops_is_outside) {
  const backtest_result found = backtest(numbers{5, 5, 5, 5, 0, 0}, 1, {{0.5}});
  EXPECT_EQ(found.n, 2);
  EXPECT_EQ(found.inside[0], 0.0);
  EXPECT_TRUE(std::isnan(backtest(numbers{5}, 1, {{0.5}}).inside[0]));
  EXPECT_EQ(backtest({}, 1, {{0.5}}).n, 0);
  EXPECT_THROW(backtest(numbers{1}, 0, usual), error);
}

// R: HoltWinters(uspop, gamma = FALSE): 1, .77090636, 299.5825031.
TEST(holt_winters, of_the_population) {
  const std::vector<double> uspop = {3.93, 5.31, 7.24, 9.64,  12.9,  17.1,  23.2,  31.4,  39.8, 50.2,
                                     62.9, 76,   92,   105.7, 122.8, 131.7, 151.3, 179.3, 203.2};
  const holt_winters_result found = holt_winters(uspop, 1, 3);
  EXPECT_EQ(found.alpha, 1.0);
  EXPECT_NEAR(found.beta, 0.770906360, 1e-6);
  EXPECT_TRUE(std::isnan(found.gamma));
  EXPECT_NEAR(found.sse, 299.582503147, 1e-8);
  ASSERT_EQ(found.forecast.size(), 3U);
  EXPECT_NEAR(found.forecast[2], 276.0713071, 1e-5);
  EXPECT_GT(found.rolling_error, 0.0);
}

// R: HoltWinters(ts(x, frequency = 5)): .317924868, 0, .661220512, 5.755616114.
TEST(holt_winters, of_a_week) {
  const std::vector<double> x = {5, 7, 9, 4, 3, 6, 8, 11, 5, 4, 7, 9, 12, 6, 4, 8, 10, 12, 7, 5, 8, 11, 14, 8, 6};
  const holt_winters_result found = holt_winters(x, 5, 3);
  EXPECT_NEAR(found.alpha, 0.317924868, 1e-5);
  EXPECT_NEAR(found.beta, 0.0, 1e-9);
  EXPECT_NEAR(found.gamma, 0.661220512, 1e-5);
  EXPECT_LE(found.sse, 5.755616113653520);
  EXPECT_NEAR(found.sse, 5.7556161136, 1e-8);
  EXPECT_NEAR(found.forecast[0], 9.685151, 1e-5);
  EXPECT_NEAR(found.forecast[2], 14.929004, 1e-5);
}

TEST(holt_winters, of_a_line_and_of_too_little) {
  const holt_winters_result line = holt_winters(std::vector<double>{1, 2, 3, 4, 5}, 1, 2);
  EXPECT_EQ(line.sse, 0.0);
  EXPECT_EQ(line.alpha, 0.3);
  EXPECT_EQ(line.forecast, (std::vector<double>{6, 7}));
  EXPECT_EQ(line.rolling_error, 0.0);
  EXPECT_TRUE(std::isnan(holt_winters(std::vector<double>{1, 2}, 1, 2).alpha));
  EXPECT_TRUE(holt_winters({}, 1, 2).forecast.empty());
  EXPECT_TRUE(std::isnan(holt_winters(std::vector<double>{1, 2, 3, 4}, 2, 2).sse));
}

TEST(holt_winters, refuses) {
  EXPECT_THROW(holt_winters(std::vector<double>{1, NAN, 3}, 1, 2), error);
  EXPECT_THROW(holt_winters(std::vector<double>{1, 2, 3}, 0, 2), error);
  EXPECT_THROW(holt_winters(std::vector<double>{1, 2, 3}, 1, -1), error);
  EXPECT_THROW(holt_winters(std::vector<double>{1, 2, 3}, 1, 10001), error);
  EXPECT_THROW(holt_winters(std::vector<double>{-1e308, 1e308, -1e308, 1e308}, 1, 2), error);
}

}  // namespace
}  // namespace harmony::delivery
