#include "core/statistics/table_state.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <vector>

namespace harmony::statistics {
namespace {

// Memory that lives as long as the tests.
void *allocate(std::size_t size) {
  static std::vector<std::unique_ptr<double[]>> owned;
  owned.push_back(std::make_unique<double[]>(size / sizeof(double) + 1));
  return owned.back().get();
}

std::string key_of(int a, int b) { return table_key().part(std::to_string(a)).part(std::to_string(b)).bytes(); }

table_header *counted(int from, int to) {
  table_header *state = table_new(table_shape::pairs, allocate);
  for (int i = from; i < to; ++i) {
    state = table_count(state, key_of(i % 37, i % 11), 1, allocate);
    ++state->rows;
  }
  return state;
}

std::string rejected(std::vector<unsigned char> bytes) {
  try {
    table_from_binary(bytes.data(), bytes.size(), allocate);
  } catch (const error &e) {
    return e.detail();
  }
  return "";
}

TEST(table_state, counts_many_keys) {
  const auto entries = table_entries(counted(0, 4070));
  ASSERT_EQ(entries.size(), 407U);
  for (const table_entry &entry : entries) EXPECT_EQ(entry.count, 10);
}

TEST(table_state, is_the_same_in_parts) {
  table_header *left = counted(0, 1234);
  left = table_merge(left, counted(1234, 5000), allocate);
  EXPECT_EQ(table_to_text(left), table_to_text(counted(0, 5000)));
  EXPECT_EQ(left->rows, 5000);
}

TEST(table_state, merges_moments) {
  table_header *whole = table_new(table_shape::cells, allocate), *left = whole, *right;
  left = table_new(table_shape::cells, allocate);
  right = table_new(table_shape::cells, allocate);
  for (int i = 0; i < 100; ++i) {
    const double value = 1e9 + 0.1 * i;
    whole = table_value(whole, key_of(1, i % 3), value, allocate);
    (i < 40 ? left : right) = table_value(i < 40 ? left : right, key_of(1, i % 3), value, allocate);
  }
  left = table_merge(left, right, allocate);
  const auto a = table_entries(whole), b = table_entries(left);
  ASSERT_EQ(a.size(), 3U);
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_EQ(a[k].values.n, b[k].values.n);
    EXPECT_NEAR(a[k].values.sd(), b[k].values.sd(), 1e-12);
  }
}

TEST(table_state, comes_back_from_text) {
  const table_header *state = counted(0, 500);
  EXPECT_EQ(table_to_text(table_from_text(table_to_text(state), allocate)), table_to_text(state));
}

TEST(table_state, refuses_what_was_changed) {
  const std::vector<unsigned char> bytes = table_to_binary(counted(0, 20));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::vector<unsigned char> changed = bytes;
    changed[i] ^= 1U;
    EXPECT_NE(rejected(changed), "") << "byte " << i;
    EXPECT_NE(rejected({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(i)}), "") << "cut at " << i;
  }
}

TEST(table_state, refuses_another_kind) {
  EXPECT_THROW(table_merge(counted(0, 2), table_new(table_shape::cells, allocate), allocate), error);
  EXPECT_THROW(table_expect(counted(0, 2), table_shape::outcomes), error);
}

TEST(table_state, orders_levels_as_numbers) {
  const std::vector<std::string_view> as_numbers = {"-1", "9", "10"}, as_texts = {"-1", "10", "9"};
  EXPECT_EQ(sorted_levels({"10", "9", "-1", "9"}, true), as_numbers);
  EXPECT_EQ(sorted_levels({"10", "9", "-1", "9"}, false), as_texts);
}

}  // namespace
}  // namespace harmony::statistics
