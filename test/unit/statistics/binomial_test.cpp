// By hand.
#include "core/statistics/binomial.hpp"

#include <gtest/gtest.h>

namespace harmony::statistics {
namespace {

TEST(binomial, small_by_hand) {
  EXPECT_NEAR(binomial_cdf(1, 3, 0.5), 0.5, 1e-15);
  EXPECT_EQ(binomial_quantile(0.05, 3, 0.5), 0.0);  // F(0) = .125
  EXPECT_EQ(binomial_quantile(0.126, 3, 0.5), 1.0);
  EXPECT_EQ(binomial_quantile(0.999, 3, 0.5), 3.0);
  EXPECT_EQ(binomial_quantile(0.5, 0, 0.5), 0.0);
}

}  // namespace
}  // namespace harmony::statistics
