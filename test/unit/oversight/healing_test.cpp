// By hand.
#include "core/oversight/healing.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

namespace harmony::oversight {
namespace {

TEST(fix_confidence, is_the_rule_of_succession) {
  EXPECT_EQ(fix_confidence(0, 0), .5);
  EXPECT_EQ(fix_confidence(3, 1), 4.0 / 6);
  EXPECT_EQ(fix_confidence(0, 2), .25);
  EXPECT_THROW(fix_confidence(-1, 0), error);
}

}  // namespace
}  // namespace harmony::oversight
