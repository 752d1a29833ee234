#include "core/team/dyad.hpp"

#include "people.hpp"

#include <gtest/gtest.h>

namespace {

using harmony::missing;
using namespace harmony::team;

TEST(dyad, by_hand) {
  // .40·(1 − .20) + .35·(1 − .10) + .25·.80·.60 = .32 + .315 + .12
  EXPECT_NEAR(dyad(member_with(80, 70, 80), member_with(60, 60, 60)), 0.755, 1e-12);
  EXPECT_EQ(dyad(member_with(80, 70, 80), member_with(60, 60, 60)),
            dyad(member_with(60, 60, 60), member_with(80, 70, 80)));
  EXPECT_NEAR(dyad(member_with(50, 50, 100), member_with(50, 50, 100)), 1.0, 1e-12);
  EXPECT_NEAR(dyad(member_with(0, 0, 0), member_with(100, 100, 100)), 0.0, 1e-12);
  EXPECT_TRUE(std::isnan(dyad(member_with(50, 50, 50), harmony::person::profile())));
}

TEST(dyad, labels) {
  EXPECT_STREQ(dyad_label(0.70), "neutral");
  EXPECT_STREQ(dyad_label(0.701), "synergy");
  EXPECT_STREQ(dyad_label(0.30), "neutral");
  EXPECT_STREQ(dyad_label(0.299), "friction");
  EXPECT_EQ(dyad_label(missing), nullptr);
}

}  // namespace
