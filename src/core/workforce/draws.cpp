#include "core/workforce/draws.hpp"

#include <cmath>

namespace harmony::workforce {
namespace {

std::size_t draw_portable(const draw_month &of, draw_threshold below, const std::uint32_t *wanted, std::size_t words,
                          std::uint32_t *events) {
  constexpr std::uint32_t blocks = agents_per_word / 4;
  std::size_t n = 0;
  for (std::size_t w = 0; w < words; ++w) {
    events[w] = 0;
    if (wanted[w] == 0) continue;
    std::uint32_t found = 0;
    for (std::uint32_t b = 0; b < blocks; ++b) {
      const auto block = static_cast<std::uint32_t>(w) * blocks + b;
      const philox_counter x = philox({block, of.month, of.iteration, static_cast<std::uint32_t>(of.purpose)}, of.key);
      for (std::uint32_t k = 0; k < 4; ++k) found |= static_cast<std::uint32_t>(x[k] < below) << (4 * b + k);
    }
    events[w] = found & wanted[w];
    n += static_cast<std::size_t>(__builtin_popcount(events[w]));
  }
  return n;
}

}  // namespace

draw_threshold threshold_of(double probability) {
  return static_cast<draw_threshold>(std::llround(probability * 4294967296.0));
}

draw_kernel portable_draws() { return draw_portable; }

draw_kernel draws() {
  static const draw_kernel widest = [] {
    for (const draw_kernel kernel : {avx512_draws(), avx2_draws()})
      if (kernel != nullptr) return kernel;
    return portable_draws();
  }();
  return widest;
}

}  // namespace harmony::workforce
