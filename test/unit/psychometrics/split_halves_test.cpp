// Expected values of the divisions: an implementation of the same SplitMix64 and draws in Python, with exact fractions
// for the averages of the halves.
#include "core/psychometrics/split_halves.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace harmony::psychometrics {
namespace {

constexpr int none = -9999;

/// A sheet of `n_scales` scales whose items come in turn, on 1 to 5.
struct sheet {
  std::vector<int> given;
  std::size_t n_scales = 5;
  std::vector<std::int16_t> keyed = std::vector<std::int16_t>(given.size(), 1);

  template <class Index>
  double judge(Index index) const {
    constexpr std::string_view names[] = {"a", "b", "c", "d", "e"};
    std::vector<std::string_view> traits;
    for (std::size_t i = 0; i < given.size(); ++i) traits.push_back(names[i % n_scales]);
    const std::vector<std::int16_t> values(given.begin(), given.end());
    std::unique_ptr<bool[]> missing(new bool[given.size()]);
    for (std::size_t i = 0; i < given.size(); ++i) missing[i] = given[i] == none;
    const trait_index scales = index_traits(traits);
    return index(keyed_sheet{{values.data(), missing.get(), values.size()}, keyed, scales, 1, 5}, 3);
  }
  double even_odd() const { return judge(even_odd_consistency); }
  double resampled() const { return judge(resampled_reliability); }
};

TEST(even_odd, is_exact_where_it_is_a_fraction) {
  // Halves 4 1 4 4 3 | 3 4 5 5 2 by scale (4,3) (1,4) (4,5) (4,5) (3,2): r = 6/34, 2r/(1 + r) = 12/40
  EXPECT_EQ((sheet{{4, 1, 4, 4, 3, 3, 4, 5, 5, 2}}.even_odd()), 0.3);
  // The same averages from halves of three and two answers: each answer of the first half thrice, of the second twice.
  EXPECT_EQ((sheet{{4, 1, 4, 4, 3, 3, 4, 5, 5, 2, 4, 1, 4, 4, 3, 3, 4, 5, 5, 2, 4, 1, 4, 4, 3}}.even_odd()), 0.3);
}

TEST(even_odd, every_fraction_is_the_nearest_double) {
  // All sheets of three scales of two items: where r² is a ratio of squares, against the same ratio in whole numbers.
  int n_checked = 0;
  for (int code = 0; code < 15625; ++code) {
    std::vector<int> given;
    for (int k = 0, rest = code; k < 6; ++k, rest /= 5) given.push_back(1 + rest % 5);
    long n = 3, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t t = 0; t < 3; ++t) {
      const long a = given[t], b = given[t + 3];
      x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
    }
    const long covariance = n * xy - x * y, variances = (n * xx - x * x) * (n * yy - y * y);
    const long root = std::lround(std::sqrt(static_cast<double>(variances)));
    if (variances == 0 || root * root != variances) continue;
    const double expected =
        3 * covariance <= -root ? -1.0 : static_cast<double>(2 * covariance) / static_cast<double>(root + covariance);
    ASSERT_EQ((sheet{given, 3}.even_odd()), expected) << code;
    ++n_checked;
  }
  EXPECT_GT(n_checked, 1000);
}

TEST(even_odd, large_denominators_are_as_exact_as_doubles) {
  // Scales of 2 · 37 … 2 · 61 answers have no common denominator of use: all of one scale the same, so r = 1.
  std::vector<std::int16_t> values, keyed;
  std::vector<std::string_view> traits;
  constexpr std::string_view names[] = {"a", "b", "c", "d", "e"};
  const std::array<int, 5> sizes = {37, 41, 43, 47, 61};
  for (std::size_t t = 0; t < 5; ++t)
    for (int i = 0; i < 2 * sizes[t]; ++i) {
      values.push_back(static_cast<std::int16_t>(1 + t));
      traits.push_back(names[t]);
    }
  keyed.assign(values.size(), 1);
  const trait_index scales = index_traits(traits);
  EXPECT_NEAR(even_odd_consistency({{values.data(), nullptr, values.size()}, keyed, scales, 1, 5}, 3), 1.0, 1e-12);
}

TEST(resampled, is_the_mean_of_the_divisions) {
  EXPECT_EQ((sheet{{1, 2, 3, 4, 5, 2, 2, 3, 4, 5, 1, 3, 4, 4, 4, 1, 2, 2, 5, 5}}.resampled()), 0.966874332);
  EXPECT_EQ((sheet{{none, 2, 3, 4, 5, 2, none, 3, 4, 5, 1, none, 4, 4, 4, 1, none, 2, 5, 5}}.resampled()), 0.968039666);
  EXPECT_EQ((sheet{{1, 2, 3, 4, 5, 2, 2, 3, 4, 5, 1, 3, 4, 4, 4}}.resampled()), 0.960430695);  // halves of 1 and 2
  EXPECT_EQ((sheet{{1, 1, 5, 3, 5, 1, 1, 5, 3, 5, 1, 1, 5, 3, 5, 1, 1, 5, 3, 5}}.resampled()), 1.0);
}

TEST(resampled, turns_reversed_answers) {
  sheet s{{5, 2, 3, 4, 5, 2, 2, 3, 4, 5, 1, 3, 4, 4, 4, 1, 2, 2, 5, 5}};
  s.keyed[0] = -1;  // 5 counts as 1
  EXPECT_EQ(s.resampled(), 0.966874332);
}

TEST(resampled, is_the_same_whichever_sheets_came_before) {
  const sheet one{{1, 2, 3, 4, 5, 2, 2, 3, 4, 5, 1, 3, 4, 4, 4, 1, 2, 2, 5, 5}};
  for (std::size_t n = 6; n < 60; ++n) sheet{std::vector<int>(n, 3), 1 + n % 5}.resampled();
  EXPECT_EQ(one.resampled(), 0.966874332);
}

TEST(resampled, is_not_judged_without_scales_or_variance) {
  EXPECT_TRUE(std::isnan(sheet{{1, 2, 3, 4, 5, 2, 2, 3}, 2}.resampled()));  // two scales
  EXPECT_TRUE(std::isnan(sheet{{1, 2, 3, 4, 5}}.resampled()));              // scales of one item
  EXPECT_TRUE(std::isnan(sheet{std::vector<int>(20, 3)}.resampled()));      // no variance
  EXPECT_TRUE(std::isnan(sheet{std::vector<int>(20, none)}.resampled()));   // no answer
}

}  // namespace
}  // namespace harmony::psychometrics
