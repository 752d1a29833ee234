// By hand, and by what must hold of any series.
#include "core/signals/trend.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace harmony::signals {
namespace {

// NaN stands for a missing value.
trend_result trend_with_gaps(const std::vector<double> &values) {
  std::vector<char> gaps;
  for (const double x : values) gaps.push_back(std::isnan(x));
  return trend({values.data(), reinterpret_cast<const bool *>(gaps.data()), values.size()});
}

TEST(signal_trend, by_hand) {
  const trend_result r = trend_with_gaps({1, 2, 3, 5});
  EXPECT_DOUBLE_EQ(r.slope, 1.3);                         // Σ(t - 1.5)(y - 2.75) = 6.5 over 5
  EXPECT_DOUBLE_EQ(r.std_error, std::sqrt(0.3 / 2 / 5));  // squares of residuals 8.75 - 6.5²/5
  EXPECT_DOUBLE_EQ(r.acceleration, 1.0);
  EXPECT_STREQ(r.direction, "increasing");
}

TEST(signal_trend, gaps_keep_their_step) {
  const trend_result r = trend_with_gaps({0, missing, 2, missing, missing, 5});
  EXPECT_EQ(r.n, 3);
  EXPECT_DOUBLE_EQ(r.slope, 1.0);
  EXPECT_TRUE(std::isnan(r.acceleration));  // one value in the second half
}

TEST(signal_trend, little_and_nothing) {
  EXPECT_EQ(trend_with_gaps({}).n, 0);
  EXPECT_TRUE(std::isnan(trend_with_gaps({7}).slope));
  EXPECT_EQ(trend_with_gaps({7}).direction, nullptr);
  const trend_result two = trend_with_gaps({7, 9});
  EXPECT_EQ(two.slope, 2.0);
  EXPECT_TRUE(std::isnan(two.std_error) && std::isnan(two.p_value));
}

TEST(signal_trend, flat_and_symmetric_are_stable) {
  for (const auto &values : {std::vector<double>(7, 0.1), std::vector<double>{0.1, 0.3, 0.7, 0.3, 0.1}}) {
    const trend_result r = trend_with_gaps(values);
    EXPECT_EQ(r.slope, 0.0);
    EXPECT_EQ(r.p_value, 1.0);
    EXPECT_STREQ(r.direction, "stable");
  }
}

TEST(signal_trend, scale_does_not_matter) {
  const std::vector<double> values{0.3, 0.9, 0.2, 1.4, 1.1, 2.5, 2.4};
  const trend_result plain = trend_with_gaps(values);
  for (const int exponent : {-1000, -600, 600, 1000}) {
    std::vector<double> scaled;
    for (const double x : values) scaled.push_back(std::ldexp(x, exponent));
    const trend_result r = trend_with_gaps(scaled);
    EXPECT_NEAR(std::ldexp(r.slope, -exponent), plain.slope, 1e-12);
    EXPECT_NEAR(std::ldexp(r.std_error, -exponent), plain.std_error, 1e-12);
    EXPECT_NEAR(r.p_value, plain.p_value, 1e-12);
  }
  EXPECT_THROW(trend_with_gaps({-1.7e308, 1.7e308}), error);
  EXPECT_THROW(trend_with_gaps({1, infinity}), error);
}

}  // namespace
}  // namespace harmony::signals
