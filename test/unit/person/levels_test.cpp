#include "core/person/levels.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::person {
namespace {

TEST(levels, at_their_bounds) {
  EXPECT_STREQ(score_level(0), "low");
  EXPECT_STREQ(score_level(30), "low");
  EXPECT_STREQ(score_level(30.01), "medium");
  EXPECT_STREQ(score_level(70), "medium");
  EXPECT_STREQ(score_level(std::nextafter(70.0, 100.0)), "medium");  // the noise of a computed 70
  EXPECT_STREQ(score_level(70.000000001), "high");
  EXPECT_STREQ(score_level(100), "high");
  EXPECT_EQ(score_level(NAN), nullptr);
  EXPECT_STREQ(score_level(50, {50, 50}), "low");
  EXPECT_STREQ(score_level(51, {50, 50}), "high");
}

TEST(levels, cut_offs) {
  EXPECT_NO_THROW(level_cutoffs().check());
  EXPECT_NO_THROW((level_cutoffs{50, 50}.check()));
  EXPECT_THROW((level_cutoffs{70, 30}.check()), error);
  EXPECT_THROW((level_cutoffs{NAN, 30}.check()), error);
  EXPECT_THROW((level_cutoffs{30, INFINITY}.check()), error);
}

TEST(percent_of, preferences_alone_are_scaled) {
  for (const char *preference : {"autonomy", "feedback", "structure"})
    EXPECT_EQ(percent_of(preference, 0.34), 100 * 0.34);
  EXPECT_EQ(percent_of("openness", 42.5), 42.5);
  EXPECT_EQ(percent_of("a trait of a site", 0.5), 0.5);
  EXPECT_EQ(percent_of("", 1), 1);
}

}  // namespace
}  // namespace harmony::person
