// Philox for x86-64 processors with AVX-512: the blocks of 128 agents at a time, a counter a lane, in two independent
// chains of sixteen lanes that hide each other's latency.
#include "core/workforce/draws.hpp"

#if defined(__x86_64__)

// GCC 12 takes the undefined vectors of its own header for uninitialized ones.
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>

// As in draws_avx2.cpp: only what stands between push and pop is compiled for AVX-512, and nothing of it can be linked
// into code that runs on an older processor.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,bmi2,popcnt"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx512f,bmi2,popcnt")
#endif

namespace harmony::workforce {
namespace {
namespace avx512 {

constexpr std::size_t words_a_chain = 2;

struct lanes {
  __m512i x0, x1, x2, x3;
};

// High halves of the products of sixteen lanes with one factor.
static inline __m512i high_of(__m512i x, __m512i factor) {
  const __m512i even = _mm512_mul_epu32(x, factor), odd = _mm512_mul_epu32(_mm512_srli_epi64(x, 32), factor);
  return _mm512_mask_mov_epi32(_mm512_srli_epi64(even, 32), 0xAAAA, odd);
}

static inline __m512i xor_of(__m512i a, __m512i b, __m512i c) { return _mm512_ternarylogic_epi32(a, b, c, 0x96); }

static inline void round_of(lanes *s, __m512i factor_0, __m512i factor_1, __m512i key_0, __m512i key_1) {
  const __m512i high_0 = high_of(s->x0, factor_0), low_0 = _mm512_mullo_epi32(s->x0, factor_0),
                high_1 = high_of(s->x2, factor_1), low_1 = _mm512_mullo_epi32(s->x2, factor_1);
  s->x0 = xor_of(high_1, s->x1, key_0);
  s->x2 = xor_of(high_0, s->x3, key_1);
  s->x1 = low_1;
  s->x3 = low_0;
}

static inline lanes start(const draw_month *of, std::size_t word) {
  const __m512i first = _mm512_set1_epi32(static_cast<int>(8 * word));
  return {_mm512_add_epi32(first, _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)),
          _mm512_set1_epi32(static_cast<int>(of->month)), _mm512_set1_epi32(static_cast<int>(of->iteration)),
          _mm512_set1_epi32(static_cast<int>(of->purpose))};
}

// One bit an agent: bit 4 b + k is word k of block b. `last` is the largest word of an event.
static inline std::uint64_t events_of(const lanes *s, __m512i last) {
  return _pdep_u64(_mm512_cmple_epu32_mask(s->x0, last), 0x1111111111111111U) |
         _pdep_u64(_mm512_cmple_epu32_mask(s->x1, last), 0x2222222222222222U) |
         _pdep_u64(_mm512_cmple_epu32_mask(s->x2, last), 0x4444444444444444U) |
         _pdep_u64(_mm512_cmple_epu32_mask(s->x3, last), 0x8888888888888888U);
}

// The words from `from` on, at most two, that are wanted; and the events among them.
static inline std::uint64_t read(const std::uint32_t *wanted, std::size_t from, std::size_t words) {
  const std::uint64_t low = from < words ? wanted[from] : 0, high = from + 1 < words ? wanted[from + 1] : 0;
  return low | high << 32;
}
static inline void write(std::uint64_t found, std::uint32_t *events, std::size_t from, std::size_t words) {
  if (from < words) events[from] = static_cast<std::uint32_t>(found);
  if (from + 1 < words) events[from + 1] = static_cast<std::uint32_t>(found >> 32);
}

static std::size_t draw(const draw_month &of, draw_threshold below, const std::uint32_t *wanted, std::size_t words,
                        std::uint32_t *events) {
  if (below == 0) {
    for (std::size_t w = 0; w < words; ++w) events[w] = 0;
    return 0;
  }
  const __m512i factor_0 = _mm512_set1_epi32(static_cast<int>(0xD2511F53U)),
                factor_1 = _mm512_set1_epi32(static_cast<int>(0xCD9E8D57U)),
                step_0 = _mm512_set1_epi32(static_cast<int>(0x9E3779B9U)),
                step_1 = _mm512_set1_epi32(static_cast<int>(0xBB67AE85U)),
                last = _mm512_set1_epi32(static_cast<int>(static_cast<std::uint32_t>(below - 1))),
                first_key_0 = _mm512_set1_epi32(static_cast<int>(of.key[0])),
                first_key_1 = _mm512_set1_epi32(static_cast<int>(of.key[1]));
  std::size_t n = 0;
  for (std::size_t w = 0; w < words; w += 2 * words_a_chain) {
    const std::size_t next = w + words_a_chain;
    const std::uint64_t wanted_a = read(wanted, w, words), wanted_b = read(wanted, next, words);
    std::uint64_t found_a = 0, found_b = 0;
    if ((wanted_a | wanted_b) != 0) {
      lanes a = start(&of, w), b = start(&of, next);
      __m512i key_0 = first_key_0, key_1 = first_key_1;
      for (int round = 0; round < 10; ++round) {
        round_of(&a, factor_0, factor_1, key_0, key_1);
        round_of(&b, factor_0, factor_1, key_0, key_1);
        key_0 = _mm512_add_epi32(key_0, step_0);
        key_1 = _mm512_add_epi32(key_1, step_1);
      }
      found_a = events_of(&a, last) & wanted_a;
      found_b = events_of(&b, last) & wanted_b;
    }
    write(found_a, events, w, words);
    write(found_b, events, next, words);
    n += static_cast<std::size_t>(__builtin_popcountll(found_a) + __builtin_popcountll(found_b));
  }
  return n;
}

}  // namespace avx512
}  // namespace
}  // namespace harmony::workforce

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

namespace harmony::workforce {

draw_kernel avx512_draws() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("bmi2") ? avx512::draw : nullptr;
}

}  // namespace harmony::workforce

#else

namespace harmony::workforce {
draw_kernel avx512_draws() { return nullptr; }
}  // namespace harmony::workforce

#endif
