#include "core/recruitment/fairness.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace harmony::recruitment;

TEST(fairness, by_hand) {
  const auto rates = selection_rates({{"b", 10, 40}, {"a", 30, 60}, {"c", 1, 4}});
  ASSERT_EQ(rates.size(), 2U);  // c is under five
  EXPECT_EQ(rates[0].group.name, "a");
  EXPECT_EQ(rates[0].impact_ratio, 1.0);
  EXPECT_EQ(rates[0].cohens_h, 0.0);
  EXPECT_EQ(rates[1].reference.name, "a");
  EXPECT_NEAR(rates[1].rate, 0.25, 1e-15);
  EXPECT_NEAR(rates[1].impact_ratio, 0.5, 1e-15);
  EXPECT_TRUE(rates[1].adverse);
  // scipy: binomtest(10, 40).proportion_ci(method='wilson'); 2 asin √.25 − 2 asin √.5 = −π/6; φ as Pearson's r
  EXPECT_NEAR(rates[1].interval.low, 0.14187118639096302, 1e-12);
  EXPECT_NEAR(rates[1].interval.high, 0.40193961420768026, 1e-12);
  EXPECT_NEAR(rates[1].cohens_h, -0.52359877559829887, 1e-12);
  EXPECT_NEAR(rates[1].phi, -0.25, 1e-12);
}

TEST(fairness, boundaries) {
  EXPECT_FALSE(selection_rates({{"a", 10, 10}, {"b", 8, 10}})[1].adverse);  // at four fifths
  EXPECT_TRUE(selection_rates({{"a", 100, 100}, {"b", 79, 100}})[1].adverse);
  EXPECT_TRUE(std::isnan(selection_rates({{"a", 3, 10}})[0].impact_ratio));
  const auto none = selection_rates({{"a", 0, 10}, {"b", 0, 20}});
  EXPECT_TRUE(std::isnan(none[0].impact_ratio) && std::isnan(none[0].phi));
  EXPECT_FALSE(none[0].adverse);
  EXPECT_EQ(none[0].reference.name, "b");  // equal rates: the larger group
  EXPECT_EQ(selection_rates({{"a", 1, 4}, {"b", 1, 5}}).size(), 1U);
  EXPECT_TRUE(selection_rates({}).empty());
  EXPECT_THROW(selection_rates({{"a", 6, 5}}), harmony::error);
  EXPECT_THROW(selection_rates({{"a", -1, 5}}), harmony::error);
  EXPECT_THROW(selection_rates({{"a", 1, 5}, {"a", 2, 5}}), harmony::error);
  EXPECT_THROW(selection_rates({{"a", 1, 5}}, 0), harmony::error);
}

}  // namespace
