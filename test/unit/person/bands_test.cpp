#include "core/person/bands.hpp"

#include "core/base/score.hpp"

#include <gtest/gtest.h>

namespace {

using harmony::missing;
using namespace harmony::person;

TEST(bands, success_labels) {
  EXPECT_STREQ(success_label(75.0), "STRONG_FIT");
  EXPECT_STREQ(success_label(74.99), "GOOD_FIT");
  EXPECT_STREQ(success_label(60.0), "GOOD_FIT");
  EXPECT_STREQ(success_label(59.99), "MODERATE_FIT");
  EXPECT_STREQ(success_label(45.0), "MODERATE_FIT");
  EXPECT_STREQ(success_label(44.99), "POOR_FIT");
  EXPECT_EQ(success_label(missing), nullptr);
}

TEST(bands, confidence_needs_quality_and_pool) {
  EXPECT_STREQ(confidence(0.85, 5), "HIGH");
  EXPECT_STREQ(confidence(0.85, 4), "MEDIUM");
  EXPECT_STREQ(confidence(0.84, 5), "MEDIUM");
  EXPECT_STREQ(confidence(0.60, 2), "MEDIUM");
  EXPECT_STREQ(confidence(0.60, 1), "LOW");
  EXPECT_STREQ(confidence(0.59, 100), "LOW");
}

TEST(bands, what_equals_a_cutoff_on_paper_is_at_it) {
  EXPECT_FALSE(exceeds(0.8 - 0.5, 0.3));  // 0.30000000000000004
  EXPECT_TRUE(exceeds(0.301, 0.3));
  EXPECT_FALSE(falls_below(0.1 * 3.0 - 1e-16, 0.3));
  EXPECT_FALSE(falls_below(1.0 / 3.0, 1.0 / 3.0));  // a cutoff of more decimals
  EXPECT_TRUE(falls_below(0.299999999, 0.3));
  EXPECT_FALSE(exceeds(missing, 0.3));
  EXPECT_FALSE(falls_below(missing, 0.3));
}

}  // namespace
