// The fuzzer's questions, asked in an order that is always the same: every truncation, every flipped bit, and random
// changes under a checksum that fits, of states of every kind.
#include "../../fuzz/statistics/linear_states.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

using bytes = std::vector<unsigned char>;

bytes seed(int p, std::uint8_t flags, int rows, double factor) {
  std::vector<double> memory(linear_state_size(p, false) / sizeof(double));
  linear_header *s = linear_init(memory.data(), p, flags);
  for (int i = 0; i < rows; ++i) {
    std::vector<double> row;
    for (int j = 0; j <= p; ++j) row.push_back(factor * std::sin(i * (j + 1.5)));
    if (flags != 0)
      linear_add_weighted(s, row.data(), 0.25 + i % 3);
    else
      linear_add(s, row.data());
  }
  return linear_to_binary(s);
}

bytes seed_folds() {
  std::vector<double> memory(folds_size(3, 1, false) / sizeof(double));
  cross_validation_header *s = folds_init(memory.data(), 3, 1, 0.5);
  for (int i = 0; i < 30; ++i) {
    const double row[2] = {i * 1.0, std::sin(i)};
    linear_add(fold_at(s, i % 3 + 1), row);
  }
  return folds_to_binary(s);
}

bytes with_form(unsigned char how, const bytes &state) {
  bytes out(state.size() + 1, how);
  std::copy(state.begin(), state.end(), out.begin() + 1);
  return out;
}

TEST(linear_fuzz, flipped_and_truncated_states_are_refused) {
  for (const bytes &state :
       {with_form(0, seed(2, 0, 9, 1)), with_form(0, seed(1, linear_weighted, 5, 1e200)), with_form(1, seed_folds())}) {
    EXPECT_TRUE(fuzz::read_and_use(state.data(), state.size()));
    for (std::size_t size = 1; size < state.size(); ++size)
      EXPECT_FALSE(fuzz::read_and_use(state.data(), size)) << size;
    bytes flipped = state;
    for (std::size_t bit = 8; bit < 8 * state.size(); ++bit) {
      flipped[bit / 8] ^= static_cast<unsigned char>(1u << bit % 8);
      EXPECT_FALSE(fuzz::read_and_use(flipped.data(), flipped.size())) << bit;
      flipped[bit / 8] = state[bit / 8];
    }
  }
}

TEST(linear_fuzz, forged_states_never_hurt) {
  std::mt19937_64 source(12);
  const bytes seeds[] = {with_form(4, seed(2, 0, 9, 1)), with_form(4, seed(3, linear_weighted, 8, 1e-200)),
                         with_form(4, seed(2, 0, 3, 1e250)), with_form(5, seed_folds())};
  int accepted = 0;
  for (int trial = 0; trial < 8000; ++trial) {
    bytes state = seeds[trial % 4];
    for (std::uint64_t k = source() % 4 + 1; k > 0; --k) {
      const std::size_t where = 1 + source() % (trial % 3 == 0 ? 56 : state.size() - 1);
      state[where] = source() % 2 == 0 ? static_cast<unsigned char>(source())
                                       : static_cast<unsigned char>(state[where] ^ (1u << source() % 8));
    }
    accepted += fuzz::read_and_use(state.data(), state.size()) ? 1 : 0;
  }
  EXPECT_GT(accepted, 1000);
}

}  // namespace
}  // namespace harmony::statistics
