// FNV-1a by its published vectors; the rest by hand.
#include "core/oversight/text_embedding.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::oversight {
namespace {

TEST(fnv1a, published_vectors) {
  EXPECT_EQ(fnv1a_64(""), 0xCBF29CE484222325u);
  EXPECT_EQ(fnv1a_64("a"), 0xAF63DC4C8601EC8Cu);
  EXPECT_EQ(fnv1a_64("foobar"), 0x85944171F73967E8u);
}

TEST(text_embedding, is_the_hash_of_a_single_piece) {
  // " a " is one piece of three code points.
  const std::uint64_t h = fnv1a_64(" a ");
  const std::vector<double> v = text_embedding("A", 8);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(v[i], i == h % 8 ? (h >> 63 != 0 ? -1.0 : 1.0) : 0.0);
}

TEST(text_embedding, does_not_see_case_of_ascii_and_blanks) {
  EXPECT_EQ(text_embedding("\t Lead \r\n time", 64), text_embedding("lead time", 64));
  EXPECT_NE(text_embedding("lead time", 64), text_embedding("leadtime", 64));
  EXPECT_NE(text_embedding("\xC3\x84", 64), text_embedding("\xC3\xA4", 64));  // A and a with a diaeresis
}

TEST(text_embedding, has_length_1) {
  double squares = 0.0;
  for (const double x : text_embedding("average lead time by team", 256)) squares += x * x;
  EXPECT_NEAR(squares, 1.0, 1e-14);
}

TEST(text_embedding, counts_code_points_not_bytes) {
  // Three of two bytes with the blanks around: pieces of 3, 4 and 5 code points, 3 + 2 + 1 of them.
  double sum = 0.0;
  for (const double x : text_embedding("\xC3\xA4\xC3\xB6\xC3\xBC", 16000)) sum += x * x > 0.0 ? 1.0 : 0.0;
  EXPECT_EQ(sum, 6.0);
}

TEST(text_embedding, is_empty_without_a_word) {
  EXPECT_TRUE(text_embedding("", 8).empty());
  EXPECT_TRUE(text_embedding(" \t\n\v\f\r", 8).empty());
}

TEST(text_embedding, checks_dimensions) {
  EXPECT_THROW(text_embedding("a", 0), error);
  EXPECT_THROW(text_embedding("a", most_dimensions + 1), error);
}

}  // namespace
}  // namespace harmony::oversight
