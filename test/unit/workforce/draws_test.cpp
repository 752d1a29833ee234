// Draws agent by agent (Philox's known answers: base/philox_test.cpp) against the kernels that take 32 at a time.
#include "core/workforce/draws.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace harmony::workforce {
namespace {

void expect_events(draw_kernel kernel, std::size_t words) {
  std::mt19937 random(7);
  for (const draw_threshold below :
       {draw_threshold{0}, draw_threshold{1}, draw_threshold{0x7fffffff}, draw_threshold{0x80000000},
        draw_threshold{0x80000001}, draw_threshold{0xffffffff}, draw_threshold{0x100000000}, threshold_of(0.32)}) {
    std::vector<std::uint32_t> wanted(words), events(words, 0xdeadbeef);
    for (auto &word : wanted) word = random() % 3 == 0 ? 0 : static_cast<std::uint32_t>(random());
    const draw_month of{{static_cast<std::uint32_t>(random()), static_cast<std::uint32_t>(random())},
                        static_cast<std::uint32_t>(random() % 600),
                        static_cast<std::uint32_t>(random() % 10000),
                        draw_purpose::attrition};
    const std::size_t n = kernel(of, below, wanted.data(), words, events.data());
    std::size_t expected = 0;
    for (std::uint32_t agent = 0; agent < words * agents_per_word; ++agent) {
      const bool is_wanted = (wanted[agent / 32] >> (agent % 32) & 1U) != 0;
      const bool happens = (events[agent / 32] >> (agent % 32) & 1U) != 0;
      ASSERT_EQ(happens, is_wanted && drawn(of, below, agent)) << below << ' ' << agent;
      expected += happens ? 1 : 0;
    }
    EXPECT_EQ(n, expected);
  }
}

TEST(draws, of_the_baseline_are_those_of_each_agent) {
  for (const std::size_t words : {1, 2, 3, 17}) expect_events(portable_draws(), words);
}

TEST(draws, of_avx2_are_those_of_each_agent) {
  if (avx2_draws() == nullptr) GTEST_SKIP() << "no AVX2";
  for (const std::size_t words : {1, 2, 3, 17}) expect_events(avx2_draws(), words);
}

TEST(draws, of_avx512_are_those_of_each_agent) {
  if (avx512_draws() == nullptr) GTEST_SKIP() << "no AVX-512";
  for (const std::size_t words : {1, 2, 3, 4, 5, 7, 17}) expect_events(avx512_draws(), words);
}

TEST(draws, thresholds) {
  EXPECT_EQ(threshold_of(0), 0u);
  EXPECT_EQ(threshold_of(1), 0x100000000u);
  EXPECT_EQ(threshold_of(0.5), 0x80000000u);
}

}  // namespace
}  // namespace harmony::workforce
