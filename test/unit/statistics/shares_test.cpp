// By hand.
#include "core/statistics/concentration.hpp"
#include "core/statistics/wilson.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::statistics {
namespace {

TEST(wilson_interval, is_exact_at_the_ends) {
  EXPECT_EQ(wilson_interval(0, 10, 0.95).low, 0.0);
  EXPECT_EQ(wilson_interval(10, 10, 0.95).high, 1.0);
  EXPECT_TRUE(std::isnan(wilson_interval(0, 0, 0.95).low));
}

// z² = 4: (4 + 2 ± 2 √(4·4/8 + 1))/(8 + 4).
TEST(wilson_interval, of_half) {
  const share_interval found = wilson_interval(4, 8, std::erf(std::sqrt(2.0)));
  EXPECT_NEAR(found.low, 0.5 - std::sqrt(3.0) / 6.0, 1e-12);
  EXPECT_NEAR(found.high, 0.5 + std::sqrt(3.0) / 6.0, 1e-12);
}

TEST(wilson_interval, of_the_largest_numbers) {
  const std::int64_t most = 9223372036854775807;
  const share_interval found = wilson_interval(most - 1, most, 0.999);
  EXPECT_LE(found.low, found.high);
  EXPECT_LE(found.high, 1.0);
  EXPECT_GT(wilson_interval(1, most, 0.95).low, 0.0);
}

TEST(wilson_interval, refuses) {
  EXPECT_THROW(wilson_interval(-1, 5, 0.95), error);
  EXPECT_THROW(wilson_interval(6, 5, 0.95), error);
  EXPECT_THROW(wilson_interval(0, -1, 0.95), error);
  EXPECT_THROW(wilson_interval(1, 5, 1.0), error);
  EXPECT_THROW(wilson_interval(1, 5, NAN), error);
}

double gini_of(std::vector<double> values) { return gini(values); }

TEST(gini, from_alike_to_all_with_one) {
  EXPECT_EQ(gini_of({3, 3, 3}), 0.0);
  EXPECT_NEAR(gini_of({0, 0, 0, 5}), 0.75, 1e-15);
  EXPECT_NEAR(gini_of({1, 2, 3, 4}), 0.25, 1e-15);
  EXPECT_TRUE(std::isnan(gini_of({})));
  EXPECT_TRUE(std::isnan(gini_of({0, 0})));
  EXPECT_NEAR(gini_of({1e308, 1e308, 0}), 1.0 / 3.0, 1e-15);
  EXPECT_THROW(gini_of({1, -1}), error);
  EXPECT_THROW(gini_of({NAN}), error);
}

TEST(fewest_with_share, counts_the_largest) {
  EXPECT_EQ(fewest_with_share({1, 5, 2, 2}, 0.5), 1);
  EXPECT_EQ(fewest_with_share({5, 3, 2, 2}, 0.5), 2);
  EXPECT_EQ(fewest_with_share({55, 45}, 0.55), 1);  // .55 · 100 is above 55 as a double
  EXPECT_EQ(fewest_with_share({1, 1, 1}, 1.0), 3);
  EXPECT_EQ(fewest_with_share({}, 0.5), 0);
  EXPECT_EQ(fewest_with_share({0, 0}, 0.5), 0);
  EXPECT_EQ(fewest_with_share({9223372036854775807, 9223372036854775807}, 0.9), 2);
  EXPECT_THROW(fewest_with_share({1, -1}, 0.5), error);
  EXPECT_THROW(fewest_with_share({1}, 0.0), error);
  EXPECT_THROW(fewest_with_share({1}, NAN), error);
}

}  // namespace
}  // namespace harmony::statistics
