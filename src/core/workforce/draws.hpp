// Which agents an event happens to: a draw of 32 bits belongs to an agent, a month, an iteration and a purpose, by
// philox4x32-10, so that neither threads nor chunks nor the order of the agents matter. Blocks of 32 agents at a time,
// compiled for AVX-512, for AVX2 and for the baseline, chosen at first use; all give the same bits.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/philox.hpp"

#include <cstddef>
#include <cstdint>

namespace harmony::workforce {

enum class draw_purpose : std::uint32_t { learning = 0, reduction = 1, attrition = 2 };

/// An event happens when the word is below this: round(2^32 p).
using draw_threshold = std::uint64_t;
draw_threshold threshold_of(double probability);

/// The draws of one month. Agent a has word a mod 4 of the block with the counter (a / 4, month, iteration, purpose).
struct draw_month {
  philox_key key;
  std::uint32_t month, iteration;
  draw_purpose purpose;
};

inline constexpr std::uint32_t agents_per_word = 32;

/// events[w] = those of the agents 32 w...32 w + 31 that are set in wanted[w] and whose word is below the threshold.
/// Returns how many there are.
using draw_kernel = std::size_t (*)(const draw_month &of, draw_threshold below, const std::uint32_t *wanted,
                                    std::size_t words, std::uint32_t *events);

/// The kernel for this processor.
draw_kernel draws();
/// The baseline kernel, for tests and benchmarks.
draw_kernel portable_draws();
/// The AVX2 and the AVX-512 kernel; null where the processor or the build has none.
draw_kernel avx2_draws();
draw_kernel avx512_draws();

/// The event of one agent.
inline bool drawn(const draw_month &of, draw_threshold below, std::uint32_t agent) {
  const philox_counter words =
      philox({agent / 4, of.month, of.iteration, static_cast<std::uint32_t>(of.purpose)}, of.key);
  return words[agent % 4] < below;
}

}  // namespace harmony::workforce
