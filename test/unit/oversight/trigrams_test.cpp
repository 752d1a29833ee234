// "word" has the trigrams "  w", " wo", "wor", "ord", "rd " (pg_trgm's documentation); the rest by hand.
#include "core/oversight/trigrams.hpp"

#include <gtest/gtest.h>

namespace harmony::oversight {
namespace {

TEST(trigrams, are_shared) {
  EXPECT_DOUBLE_EQ(trigram_similarity("word", "WORD!"), 1.0);
  EXPECT_DOUBLE_EQ(trigram_similarity("word", "two words"), 4.0 / 11.0);  // pg_trgm's documentation: 0.36363637
  EXPECT_DOUBLE_EQ(trigram_similarity("a", "b"), 0.0);
  EXPECT_DOUBLE_EQ(trigram_similarity("a b", "b a a"), 1.0);
  EXPECT_DOUBLE_EQ(trigram_similarity("", "word"), 0.0);
  EXPECT_DOUBLE_EQ(trigram_similarity(" - ", " - "), 0.0);
  EXPECT_DOUBLE_EQ(trigram_similarity("\xc3\xa4", "\xc3\xa4"), 1.0);
}

}  // namespace
}  // namespace harmony::oversight
