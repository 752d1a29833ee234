#include "core/recruitment/position_names.hpp"

#include <gtest/gtest.h>

namespace harmony::recruitment {
namespace {

TEST(position_names, misspelt) {
  EXPECT_EQ(letters_apart("Captain", "captian"), 1U);
  EXPECT_EQ(letters_apart("Chief Engineer", "Cheif Enginer"), 2U);
  EXPECT_EQ(letters_apart("", "abc"), 3U);
  const auto &rules = default_safety_rules();
  EXPECT_FALSE(find_unknown_position(std::nullopt, false, rules));
  EXPECT_FALSE(find_unknown_position("CAPTAIN", false, rules));
  EXPECT_FALSE(find_unknown_position("Deckhand", true, rules));
  EXPECT_EQ(find_unknown_position("Captian", true, rules)->hint, "The nearest name in the rules is \"Captain\".");
  EXPECT_EQ(find_unknown_position("Frist Mate", false, rules)->message,
            "no rule names the position \"Frist Mate\", and the request has no benchmarks");
  EXPECT_EQ(find_unknown_position("Deckhand", false, {})->hint, "");
  EXPECT_TRUE(find_unknown_position(std::string(1000000, 'x'), false, rules));
}

}  // namespace
}  // namespace harmony::recruitment
