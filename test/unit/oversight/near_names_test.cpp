// By hand.
#include "core/oversight/near_names.hpp"

#include <string>

#include <gtest/gtest.h>

namespace harmony::oversight {
namespace {

TEST(name_distance, counts_letters) {
  EXPECT_EQ(name_distance("", ""), 0);
  EXPECT_EQ(name_distance("name", "nme"), 1);
  EXPECT_EQ(name_distance("name", "naem"), 1);
  EXPECT_EQ(name_distance("kitten", "sitting"), 3);
  EXPECT_EQ(name_distance("", "abc"), 3);
  EXPECT_EQ(name_distance(std::string(63, 'a'), std::string(63, 'b')), 63);
  EXPECT_EQ(name_distance(std::string(64, 'a'), "a"), far);
}

TEST(is_near, takes_one_letter_in_three) {
  EXPECT_TRUE(is_near("nme", "name", 1));
  EXPECT_FALSE(is_near("abc", "xyz", 3));
  EXPECT_TRUE(is_near("customers", "customer", 1));
  EXPECT_FALSE(is_near("order_summary_x", "order_summary_abcd", 4));
}

}  // namespace
}  // namespace harmony::oversight
