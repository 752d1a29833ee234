// Values: prediction_limit.R in this folder, which finds tau² by bisection.
#include "core/statistics/prediction_limit.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace harmony::statistics {
namespace {

using groups = std::vector<group_summary>;

const groups six{{5, 3.1, .9}, {8, 3.4, .7}, {12, 3.3, 1.1}, {25, 1.2, .8}, {6, 3.6, 1.0}, {9, 3.0, .6}};

TEST(prediction_limit, equals_the_definition) {
  const std::vector<prediction_limit> found = prediction_limits(six);
  EXPECT_NEAR(found[0].rest_mean, 2.86932677575221, 1e-9);
  EXPECT_NEAR(found[0].tau_squared, 0.895318320932261, 1e-9);
  EXPECT_NEAR(found[0].std_error, 1.127729738973823, 1e-9);
  EXPECT_NEAR(found[0].t, 0.204546547169796, 1e-9);
  EXPECT_EQ(found[0].df, 3.0);
  EXPECT_NEAR(found[0].p, 0.5744912633737751, 1e-9);
  EXPECT_NEAR(found[0].low, 0.215368843712608, 1e-9);
  EXPECT_EQ(found[3].tau_squared, 0.0);
  EXPECT_NEAR(found[3].rest_mean, 3.24542691024998, 1e-12);
  EXPECT_NEAR(found[3].t, -8.930996079312415, 1e-10);
  EXPECT_NEAR(found[3].p, 0.00148074056150697, 1e-12);
  EXPECT_NEAR(found[3].q, 0.00888444336904183, 1e-12);
  EXPECT_NEAR(found[3].low, 2.706446391571644, 1e-12);
}

TEST(prediction_limit, does_not_depend_on_units) {
  groups scaled;
  for (const group_summary &g : six) scaled.push_back({g.n, g.mean * 1e150 + 1e150, g.variance * 1e300});
  const std::vector<prediction_limit> plain = prediction_limits(six), found = prediction_limits(scaled);
  for (std::size_t i = 0; i < six.size(); ++i) EXPECT_NEAR(found[i].t, plain[i].t, 1e-9);
}

TEST(prediction_limit, needs_three_other_groups) {
  const groups three(six.begin(), six.begin() + 3);
  EXPECT_TRUE(std::isnan(prediction_limits(three)[0].t));
  EXPECT_FALSE(std::isnan(prediction_limits(three)[0].rest_mean));
  const groups four(six.begin(), six.begin() + 4);
  EXPECT_FALSE(std::isnan(prediction_limits(four)[0].t));
  EXPECT_EQ(prediction_limits(groups{}).size(), 0u);
  groups single = four;
  single[0].n = 1;
  single[0].variance = NAN;
  EXPECT_TRUE(std::isnan(prediction_limits(single)[0].rest_mean));
  EXPECT_TRUE(std::isnan(prediction_limits(single)[1].t));
}

TEST(prediction_limit, takes_groups_without_variance) {
  const groups alike(6, {5, 3.0, 0.0});
  EXPECT_TRUE(std::isnan(prediction_limits(alike)[0].t));
  groups one = alike;
  one[2].mean = 1.0;
  EXPECT_LT(prediction_limits(one)[2].q, 1e-6);
  EXPECT_GT(prediction_limits(one)[0].p, 0.05);
  groups mixed = six;
  mixed[1].variance = 0.0;
  for (const prediction_limit &l : prediction_limits(mixed)) EXPECT_TRUE(l.p > 0 && l.p < 1);
}

TEST(prediction_limit, ends_soon_for_any_spread) {
  groups wide;
  for (int i = 0; i < 300; ++i)
    wide.push_back({2.0 + i, std::ldexp(i % 2 ? 1.0 : -1.0, -i), std::ldexp(1.0, i % 41 - 20)});
  for (const prediction_limit &l : prediction_limits(wide)) EXPECT_TRUE(std::isfinite(l.t));
}

TEST(prediction_limit, refuses_what_is_no_summary) {
  EXPECT_THROW(prediction_limits(groups{{5, NAN, 1}}), error);
  EXPECT_THROW(prediction_limits(groups{{5, 1, -1}}), error);
  EXPECT_THROW(prediction_limits(groups{{5.5, 1, 1}}), error);
  EXPECT_THROW(prediction_limits(groups{{5, 1e308, 1}, {5, -1e308, 1}}), error);
  EXPECT_THROW(prediction_limits(groups(2001, {5, 1, 1})), error);
}

}  // namespace
}  // namespace harmony::statistics
