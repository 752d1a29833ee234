#include "core/base/rounding.hpp"

#include "core/base/score.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace harmony {
namespace {

std::string printed(double x, int decimals) {
  char text[400];
  std::snprintf(text, sizeof text, "%.*f", decimals, x);
  return text;
}

std::int64_t printed_digits(double x, int decimals) {
  std::string text = printed(x, decimals);
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  return std::strtoll(text.c_str(), nullptr, 10);
}

void expect_as_printf(double x, int decimals) {
  ASSERT_EQ(round_scaled(x, decimals), printed_digits(x, decimals)) << printed(x, 30) << " with " << decimals;
  const double expected = std::strtod(printed(x, decimals).c_str(), nullptr);
  ASSERT_EQ(round_to(x, decimals), expected) << printed(x, 30) << " with " << decimals;
}

TEST(Rounding, WorkedByHand) {
  EXPECT_EQ(round_scaled(62.5, 1), 625);
  EXPECT_EQ(round_scaled(0.25, 1), 2);     // exact tie: to the even digit
  EXPECT_EQ(round_scaled(0.75, 1), 8);     // exact tie: 7.5 -> 8
  EXPECT_EQ(round_scaled(0.35, 1), 3);     // the double lies below 0.35 (0.34999...978), although 0.35 * 10 == 3.5
  EXPECT_EQ(round_scaled(0.15, 1), 1);     // 0.1499999999999999944
  EXPECT_EQ(round_scaled(0.45, 1), 5);     // 0.4500000000000000111
  EXPECT_EQ(round_scaled(2.675, 2), 267);  // 2.67499999999999982
  EXPECT_EQ(round_scaled(1.005, 2), 100);  // 1.00499999999999989
  EXPECT_EQ(round_scaled(2.5, 0), 2);
  EXPECT_EQ(round_scaled(3.5, 0), 4);
  EXPECT_EQ(round_scaled(-2.5, 0), -2);
  EXPECT_EQ(round_scaled(-0.35, 1), -3);
  EXPECT_EQ(round_scaled(0.0, 6), 0);
}

TEST(Rounding, RandomScoresAgreeWithPrintf) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> score(-100, 100);
  for (int i = 0; i < 1000000; ++i) expect_as_printf(score(random), i % 10);
}

TEST(Rounding, RandomMagnitudesAgreeWithPrintf) {
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> mantissa(-1, 1);
  for (int i = 0; i < 200000; ++i) {
    const double x = std::ldexp(mantissa(random), static_cast<int>(random() % 100) - 60);  // 2^-60 to 2^39
    expect_as_printf(i % 10 > 6 ? x / 1024 : x, i % 10);  // the product stays below 2^62
  }
}

TEST(Rounding, NearTiesAgreeWithPrintf) {
  for (int k = -20000; k <= 20000; ++k) {
    for (int decimals = 0; decimals <= 6; ++decimals) {
      const double tie = (k + 0.5) / power_of_ten(decimals);
      expect_as_printf(tie, decimals);
      expect_as_printf(std::nextafter(tie, 1e9), decimals);
      expect_as_printf(std::nextafter(tie, -1e9), decimals);
    }
  }
}

TEST(Rounding, BinaryTiesAgreeWithPrintf) {
  for (int j = 1; j <= 10; ++j)
    for (int k = -5000; k <= 5000; ++k)
      for (int decimals = 0; decimals <= 6; ++decimals) expect_as_printf(std::ldexp(k, -j), decimals);
}

TEST(Rounding, LargeProductsAgreeWithPrintf) {
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> product_exponent(51, 61.9);
  for (int i = 0; i < 200000; ++i) {
    const int decimals = i % 10;
    const double x = std::exp2(product_exponent(random)) / power_of_ten(decimals) * (i % 2 == 0 ? 1 : -1);
    expect_as_printf(x, decimals);
  }
}

TEST(Rounding, TinyValuesAreZeroWithoutSign) {
  EXPECT_EQ(round_scaled(std::numeric_limits<double>::denorm_min(), 6), 0);
  EXPECT_EQ(round_scaled(-1e-300, 6), 0);
  EXPECT_FALSE(std::signbit(round_to(-0.04, 1)));
  EXPECT_FALSE(std::signbit(round_to(-0.0, 1)));
}

TEST(Rounding, OutOfRange) {
  const double infinity = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double x : {nan, infinity, -infinity, 1e300, std::ldexp(1.0, 62)}) {
    try {
      round_scaled(x, 0);
      ADD_FAILURE() << x;
    } catch (const error &e) {
      EXPECT_STREQ(e.sqlstate(), "22003");
    }
  }
  EXPECT_EQ(round_to(1e300, 6), 1e300);
  EXPECT_EQ(round_to(-infinity, 2), -infinity);
  EXPECT_TRUE(std::isnan(round_to(nan, 2)));
}

TEST(Rounding, NoiseIsTakenAway) {
  EXPECT_EQ(without_noise(0.8 - 0.5), 0.3);  // 0.30000000000000004
  EXPECT_EQ(without_noise(52.949999999999996), 52.95);
  EXPECT_EQ(without_noise(2.0 / 3.0), 0.666666667);
  EXPECT_EQ(without_noise(1e300), 1e300);
  EXPECT_TRUE(std::isnan(without_noise(std::numeric_limits<double>::quiet_NaN())));
  EXPECT_EQ(round_scaled(52.949999999999996, 1), 529);
  EXPECT_EQ(round_score(52.949999999999996, 1), 530);
}

TEST(Rounding, NumberOfDecimals) {
  for (const int decimals : {-1, 10}) {
    EXPECT_THROW(round_scaled(1, decimals), error);
    EXPECT_THROW(round_to(1, decimals), error);
  }
  EXPECT_EQ(round_scaled(1.5, 6), 1500000);
}

std::vector<double> parts_of(std::vector<double> parts, double total, int decimals = 0) {
  round_parts(parts, total, decimals);
  return parts;
}

// By hand: rounded down 2 + 3 + 3 = 8 of 10; the two units left go to .8 and to the first .6.
TEST(RoundParts, LargestRemainder) {
  EXPECT_EQ(parts_of({2.6, 3.6, 3.8}, 10.0), (std::vector<double>{3.0, 3.0, 4.0}));
  EXPECT_EQ(parts_of({0.5, 0.5}, 1.0), (std::vector<double>{1.0, 0.0}));
  EXPECT_EQ(parts_of({0.25, 0.25, 0.25, 0.25}, 1.0, 1), (std::vector<double>{0.3, 0.3, 0.2, 0.2}));
  EXPECT_EQ(parts_of({-1.4, 3.9}, 2.5), (std::vector<double>{-2.0, 4.0}));  // 2.5 is 2; -2 + 3 = 1, one left: to .9
}

TEST(RoundParts, WhatIsZeroOrMissingStaysSo) {
  const std::vector<double> parts = parts_of({0.0, missing, 33.4, 33.3, 33.3, 0.0}, 100.0);
  EXPECT_EQ(parts[0], 0.0);
  EXPECT_TRUE(std::isnan(parts[1]));
  EXPECT_EQ(parts[2] + parts[3] + parts[4], 100.0);
  EXPECT_EQ(parts[5], 0.0);
  EXPECT_TRUE(parts_of({}, 3.0).empty());
}

TEST(RoundParts, NoiseIsNoRemainder) {
  // 0.1 + 0.2 is 0.30000000000000004
  EXPECT_EQ(parts_of({0.1 + 0.2, 0.7}, 1.0, 1), (std::vector<double>{0.3, 0.7}));
  EXPECT_EQ(parts_of({2.9999999999, 0.0000000001}, 3.0), (std::vector<double>{3.0, 0.0}));
}

TEST(RoundParts, ADifferenceIsSharedOut) {
  EXPECT_EQ(parts_of({1.0, 2.0}, 8.0), (std::vector<double>{4.0, 4.0}));  // 5 too few: 2 each, and one to the first
  EXPECT_EQ(parts_of({4.0, 4.5}, 3.0), (std::vector<double>{1.0, 2.0}));  // 5 too many: 2 each, and one from the last
}

TEST(RoundParts, WhatCannotBeRoundedComesBack) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  EXPECT_EQ(parts_of({0.5, infinite}, 1.0), (std::vector<double>{0.5, infinite}));
  EXPECT_EQ(parts_of({0.5, 0.5}, infinite), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(parts_of({0.5, 0.5}, missing), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(parts_of({0.5, 1e300}, 1e300), (std::vector<double>{0.5, 1e300}));
  std::vector<double> parts{0.5};
  EXPECT_THROW(round_parts(parts, 0.5, 10), error);
}

TEST(RoundParts, RandomPartsSumToTheRoundedTotal) {
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> part(-30, 60);
  for (int i = 0; i < 100000; ++i) {
    std::vector<double> parts(1 + random() % 7);
    for (double &value : parts) value = part(random);
    double total = 0.0;
    for (const double value : parts) total += value;
    const int decimals = i % 3;
    const std::vector<double> rounded = parts_of(parts, total, decimals);
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      ASSERT_LT(std::fabs(rounded[k] - parts[k]), 1.0 / power_of_ten(decimals) + 1e-9);
      sum += round_scaled(rounded[k], decimals);
    }
    ASSERT_EQ(sum, round_score(total, decimals));
  }
}

TEST(rounding, what_a_standard_error_supports) {
  EXPECT_EQ(rounded_to_error(0.2649, 0.049), 0.26);  // steps of .02
  EXPECT_EQ(rounded_to_error(0.351, 0.05), 0.35);
  EXPECT_EQ(rounded_to_error(0.2049, 0.0099), 0.2);  // never finer than .01
  EXPECT_EQ(rounded_to_error(0.2051, 0.0), 0.21);
  EXPECT_EQ(rounded_to_error(13.3, 6.1), 15.0);
  EXPECT_EQ(rounded_to_error(-26.0, 1e9), -50.0);
  EXPECT_EQ(rounded_to_error(0.33, std::nan("")), 0.3);
  EXPECT_TRUE(std::isnan(rounded_to_error(std::nan(""), 0.1)));
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(rounded_to_error(infinity, 0.1), infinity);
  EXPECT_EQ(rounded_to_error(1e300, 0.1), 1e300);
}

}  // namespace
}  // namespace harmony
