// Four floats side by side: the widest that every processor has, so that the same code runs everywhere. For coarse
// looks alone, which double precision decides afterwards.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace harmony::affinity {

inline constexpr std::size_t lane_count = 4;
using lanes = float __attribute__((vector_size(lane_count * sizeof(float))));
using lane_mask = std::int32_t __attribute__((vector_size(lane_count * sizeof(float))));

inline lanes load(const float *from) {
  lanes out;
  std::memcpy(&out, from, sizeof out);
  return out;
}

inline void store(float *to, lanes x) { std::memcpy(to, &x, sizeof x); }

inline lanes all_lanes(float x) { return lanes{x, x, x, x}; }

inline bool is_any(lane_mask mask) {
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

inline float sum_of(lanes x) { return (x[0] + x[1]) + (x[2] + x[3]); }

/// n rounded up to whole steps.
inline std::size_t padded(std::size_t n, std::size_t step) { return (n + step - 1) / step * step; }

}  // namespace harmony::affinity
