// How likely a candidate is to be among the best k, by draws: what ŷ would be without errors of measurement.
//
// The measured ŷ of a pool are spread more than the true ones, and the highest are high by luck as well: a draw lies
// around the estimate after regression to the pool's mean (Kelley 1927; the estimate of the true spread as James and
// Stein 1961). Drawn around ŷ itself the probabilities would be too extreme.
#pragma once

#include "core/base/interrupt.hpp"
#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace harmony::ranking {

/// The ŷ of everybody in the pool, n of them.
struct spread_of_success {
  double mean = missing;
  double variance = 0.0;  // of the sample, n − 1
  std::size_t n = 0;
};

/// Of scores in an order that is always the same, for the same bits.
spread_of_success spread_of(span<double> scores) noexcept;

struct drawn_candidate {
  std::array<std::uint8_t, 16> person;
  double success;  // ŷ, not clamped
  double error;    // its standard error of measurement
};

struct draw_plan {
  std::size_t top;    // k
  std::size_t draws;  // of each candidate
  std::uint64_t seed;
  double residual_sd;  // of the outcome around ŷ; 0 for none
};

/// The share of draws in which each candidate is among the best k; who ties for the last places shares them, so that
/// the sum is k, or their number where that is less. A candidate's draws depend on the seed and the person alone: not
/// on the order, nor on who else is there. Time is linear in candidates · draws. Polls for interrupts.
std::vector<double> top_probabilities(const std::vector<drawn_candidate> &candidates, const spread_of_success &pool,
                                      const draw_plan &plan);

/// The standard normal quantile of (bits + ½)/2³², to 1e-6 (Wichura 1988, AS 241, PPND7), by operations that have the
/// same bits on every machine: no logarithm of a library.
double normal_of_bits(std::uint32_t bits) noexcept;

}  // namespace harmony::ranking
