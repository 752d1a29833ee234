#include "core/statistics/power.hpp"

#include "core/base/error.hpp"
#include "core/statistics/association.hpp"
#include "core/statistics/correlation.hpp"

#include <gtest/gtest.h>

namespace harmony::statistics {
namespace {

// R's pwr.
TEST(power, of_tests) {
  EXPECT_NEAR(power_t(0.5, 64, 64, 0.05), 0.8014596, 1e-6);
  EXPECT_NEAR(power_t_paired(0.5, 34, 0.05), 0.8077775012792737, 1e-8);
  EXPECT_NEAR(power_anova(0.1, 3, 200, 0.05), 0.5817527276175243, 1e-8);
  EXPECT_EQ(n_for_t(0.5, 0.8, 0.05), 64);
  EXPECT_EQ(n_for_correlation(0.3, 0.8, 0.05), 85);
}

TEST(power, at_its_ends) {
  EXPECT_EQ(power_t(1e300, 10, 10, 0.05), 1.0);
  EXPECT_EQ(power_t(0.0, 10, 10, 0.05), 0.05);
  EXPECT_TRUE(std::isnan(power_t(1.0, 1, 1, 0.05)));
  EXPECT_TRUE(std::isnan(power_correlation(0.5, 3, 0.05)));
  EXPECT_THROW(power_t(0.5, 0, 10, 0.05), error);
  EXPECT_THROW(n_for_t(0.0, 0.8, 0.05), error);
  EXPECT_THROW(n_for_t(1e-9, 0.8, 0.05), error);
}

// Agresti 2007, page 39; Newcombe 1998, table II (a).
TEST(association, of_published_tables) {
  EXPECT_NEAR(chi_square({762, 327, 468, 484, 239, 477}, 2, 3).chi2, 30.07014909575469, 1e-9);
  const two_proportions_result found = two_proportions(56, 70, 48, 80, 0.95);
  EXPECT_NEAR(found.low, 0.05243, 1e-5);
  EXPECT_NEAR(found.high, 0.33387, 1e-5);
}

TEST(association, without_variation) {
  EXPECT_TRUE(std::isnan(chi_square({3, 4}, 1, 2).chi2));
  std::vector<std::int64_t> counts = {3, 0, 1, 0, 0, 0};
  std::size_t rows = 2, cols = 3;
  drop_empty(counts, rows, cols);
  EXPECT_EQ(rows, 1U);
  EXPECT_EQ(cols, 2U);
}

TEST(corrections, of_correlations) {
  EXPECT_NEAR(correct_range_restriction(0.3, 10.0, 6.0), 0.464238, 1e-6);
  EXPECT_NEAR(correct_attenuation(0.3, 0.8, 0.7), 0.400892, 1e-6);
  EXPECT_EQ(correct_range_restriction(-0.3, 1e308, 5e-324), -1.0);
  EXPECT_THROW(correct_attenuation(0.3, 0.0, 0.5), error);
}

}  // namespace
}  // namespace harmony::statistics
