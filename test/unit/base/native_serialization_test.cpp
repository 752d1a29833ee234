#include "core/base/native_serialization.hpp"

#include <gtest/gtest.h>

namespace {

using harmony::native_reader;
using harmony::native_writer;

TEST(native_serialization, what_was_written_is_read) {
  native_writer out;
  out.value(7);
  out.text("seven");
  out.values(std::vector<double>{1.5, -2.5});
  out.values(std::vector<double>{});
  native_reader in(out.bytes());
  EXPECT_EQ(in.value<int>(), 7);
  EXPECT_EQ(in.text(), "seven");
  EXPECT_EQ(in.values<double>(), (std::vector<double>{1.5, -2.5}));
  EXPECT_THROW(in.finish(), harmony::error);
  EXPECT_TRUE(in.values<double>().empty());
  EXPECT_NO_THROW(in.finish());
  EXPECT_THROW(in.value<char>(), harmony::error);
}

// A length beyond the bytes is refused before anything is allocated.
TEST(native_serialization, a_length_that_lies_is_refused) {
  native_writer out;
  out.value(std::uint64_t{1} << 61);
  EXPECT_THROW(native_reader(out.bytes()).text(), harmony::error);
  EXPECT_THROW(native_reader(out.bytes()).values<double>(), harmony::error);
}

TEST(native_serialization, a_writer_stops_at_its_limit) {
  native_writer out(24);
  out.values(std::vector<double>{1.0, 2.0});
  EXPECT_FALSE(out.is_full());
  EXPECT_EQ(out.bytes().size(), 24U);
  out.value('x');
  EXPECT_TRUE(out.is_full());
  native_writer small(23);
  small.values(std::vector<double>{1.0, 2.0});
  EXPECT_TRUE(small.is_full());
  small.value('x');  // nothing more is taken, even where it would fit
  EXPECT_EQ(small.bytes().size(), sizeof(std::uint64_t));
}

}  // namespace
