// Random numbers by counter: philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011). A block is a function of a counter and
// a key alone, so that draws do not depend on the order in which, or the worker by which, they are made.
#pragma once

#include "core/base/no_postgres.hpp"

#include <array>
#include <cstdint>

namespace harmony {

using philox_counter = std::array<std::uint32_t, 4>;
using philox_key = std::array<std::uint32_t, 2>;

/// Four words of 32 independent random bits.
inline philox_counter philox(philox_counter counter, philox_key key) noexcept {
  constexpr std::uint64_t multiplier_0 = 0xD2511F53, multiplier_1 = 0xCD9E8D57;
  constexpr std::uint32_t step_0 = 0x9E3779B9, step_1 = 0xBB67AE85;
  constexpr int rounds = 10;
  for (int round = 0; round < rounds; ++round) {
    const std::uint64_t product_0 = multiplier_0 * counter[0], product_1 = multiplier_1 * counter[2];
    counter = {
        static_cast<std::uint32_t>(product_1 >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product_1),
        static_cast<std::uint32_t>(product_0 >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(product_0)};
    key[0] += step_0;
    key[1] += step_1;
  }
  return counter;
}

}  // namespace harmony
