// Philox for x86-64 processors with AVX2: the blocks of 64 agents at a time, a counter a lane, in two independent
// chains of eight lanes that hide each other's latency.
#include "core/workforce/draws.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

// Only functions between push and pop are compiled for AVX2, and none of them is an inline function of a shared header:
// nothing here can be linked into code that runs on an older processor.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif

namespace harmony::workforce {
namespace {
namespace avx2 {

struct lanes {
  __m256i x0, x1, x2, x3;
};

// High and low halves of the products of eight lanes with one factor.
static inline void multiply(__m256i x, __m256i factor, __m256i *high, __m256i *low) {
  const __m256i even = _mm256_mul_epu32(x, factor), odd = _mm256_mul_epu32(_mm256_srli_epi64(x, 32), factor);
  *high = _mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xAA);
  *low = _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xAA);
}

static inline void round_of(lanes *s, __m256i factor_0, __m256i factor_1, __m256i key_0, __m256i key_1) {
  __m256i high_0, low_0, high_1, low_1;
  multiply(s->x0, factor_0, &high_0, &low_0);
  multiply(s->x2, factor_1, &high_1, &low_1);
  s->x0 = _mm256_xor_si256(_mm256_xor_si256(high_1, s->x1), key_0);
  s->x2 = _mm256_xor_si256(_mm256_xor_si256(high_0, s->x3), key_1);
  s->x1 = low_1;
  s->x3 = low_0;
}

static inline lanes start(const draw_month *of, std::uint32_t block) {
  const __m256i first = _mm256_set1_epi32(static_cast<int>(block));
  return {_mm256_add_epi32(first, _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7)),
          _mm256_set1_epi32(static_cast<int>(of->month)), _mm256_set1_epi32(static_cast<int>(of->iteration)),
          _mm256_set1_epi32(static_cast<int>(of->purpose))};
}

// All ones in the lanes whose word is beyond the last one of an event.
static inline __m256i beyond(__m256i x, __m256i last) {
  return _mm256_cmpgt_epi32(_mm256_xor_si256(x, _mm256_set1_epi32(static_cast<int>(0x80000000U))), last);
}

// One bit an agent: byte k of lane b is word k of block b. `last` is the largest word of an event, its sign turned.
static inline std::uint32_t events_of(const lanes *s, __m256i last) {
  const __m256i low = _mm256_blendv_epi8(beyond(s->x0, last), beyond(s->x1, last), _mm256_set1_epi32(0x0000FF00));
  const __m256i high =
      _mm256_blendv_epi8(beyond(s->x2, last), beyond(s->x3, last), _mm256_set1_epi32(static_cast<int>(0xFF000000U)));
  const __m256i all = _mm256_blendv_epi8(low, high, _mm256_set1_epi32(static_cast<int>(0xFFFF0000U)));
  return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(all));
}

static std::size_t draw(const draw_month &of, draw_threshold below, const std::uint32_t *wanted, std::size_t words,
                        std::uint32_t *events) {
  if (below == 0) {
    for (std::size_t w = 0; w < words; ++w) events[w] = 0;
    return 0;
  }
  const __m256i factor_0 = _mm256_set1_epi32(static_cast<int>(0xD2511F53U)),
                factor_1 = _mm256_set1_epi32(static_cast<int>(0xCD9E8D57U)),
                step_0 = _mm256_set1_epi32(static_cast<int>(0x9E3779B9U)),
                step_1 = _mm256_set1_epi32(static_cast<int>(0xBB67AE85U)),
                last = _mm256_set1_epi32(static_cast<int>(static_cast<std::uint32_t>(below - 1) ^ 0x80000000U)),
                first_key_0 = _mm256_set1_epi32(static_cast<int>(of.key[0])),
                first_key_1 = _mm256_set1_epi32(static_cast<int>(of.key[1]));
  std::size_t n = 0;
  for (std::size_t w = 0; w < words; w += 2) {
    const bool pair = w + 1 < words;
    const std::uint32_t wanted_0 = wanted[w], wanted_1 = pair ? wanted[w + 1] : 0;
    std::uint32_t found_0 = 0, found_1 = 0;
    if ((wanted_0 | wanted_1) != 0) {
      lanes a = start(&of, static_cast<std::uint32_t>(8 * w)), b = start(&of, static_cast<std::uint32_t>(8 * w + 8));
      __m256i key_0 = first_key_0, key_1 = first_key_1;
      for (int round = 0; round < 10; ++round) {
        round_of(&a, factor_0, factor_1, key_0, key_1);
        round_of(&b, factor_0, factor_1, key_0, key_1);
        key_0 = _mm256_add_epi32(key_0, step_0);
        key_1 = _mm256_add_epi32(key_1, step_1);
      }
      found_0 = events_of(&a, last) & wanted_0;
      found_1 = events_of(&b, last) & wanted_1;
    }
    events[w] = found_0;
    if (pair) events[w + 1] = found_1;
    n += static_cast<std::size_t>(__builtin_popcount(found_0) + __builtin_popcount(found_1));
  }
  return n;
}

}  // namespace avx2
}  // namespace
}  // namespace harmony::workforce

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

namespace harmony::workforce {

draw_kernel avx2_draws() { return __builtin_cpu_supports("avx2") ? avx2::draw : nullptr; }

}  // namespace harmony::workforce

#else

namespace harmony::workforce {
draw_kernel avx2_draws() { return nullptr; }
}  // namespace harmony::workforce

#endif
