// The fuzzer's questions about answers, results and candidates, asked in an order that is always the same.
#include "../../fuzz/ranking/scores.hpp"

#include <gtest/gtest.h>

#include <random>

namespace harmony {
namespace {

TEST(fuzz, whatever_comes_in_the_promises_are_kept) {
  std::mt19937_64 source(7);
  std::array<int, 4> accepted{};
  std::vector<unsigned char> bytes(1500);
  for (int trial = 0; trial < 10000; ++trial) {
    for (unsigned char &byte : bytes) byte = static_cast<unsigned char>(source());
    if (trial % 2 == 0)  // whole numbers of their scales where number() has the choice
      for (std::size_t k = 1; k < bytes.size(); ++k) bytes[k] = static_cast<unsigned char>(bytes[k] | 1);
    bytes[0] = static_cast<unsigned char>(trial % 4);
    accepted[static_cast<std::size_t>(trial % 4)] += fuzz::evaluate(bytes.data(), bytes.size() >> trial % 7) ? 1 : 0;
  }
  for (const int count : accepted) EXPECT_GT(count, 200);
}

}  // namespace
}  // namespace harmony
