// The kernels for x86-64 processors with AVX2 and FMA (512-bit code was slower inside the server: short bursts).
#include "core/statistics/gram_kernel.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstring>

#if defined(__x86_64__)

#include <immintrin.h>

// Only functions between push and pop are compiled for AVX2, and none of them is an inline function of a shared header:
// nothing here can be linked into code that runs on an older processor.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,fma")
#endif

namespace harmony::statistics {
namespace {
namespace avx2 {

using vec = __m256d;
using mask_type = __m256d;

static inline vec load(const double *a) { return _mm256_loadu_pd(a); }
static inline void store(double *a, vec b) { _mm256_storeu_pd(a, b); }
static inline vec all(double a) { return _mm256_set1_pd(a); }
static inline vec add(vec a, vec b) { return _mm256_add_pd(a, b); }
static inline vec sub(vec a, vec b) { return _mm256_sub_pd(a, b); }
static inline vec mul(vec a, vec b) { return _mm256_mul_pd(a, b); }
static inline vec absolute(vec a) { return _mm256_andnot_pd(_mm256_set1_pd(-0.0), a); }
static inline vec bigger(vec a, vec b) { return _mm256_max_pd(a, b); }
static inline mask_type all_true() { return _mm256_castsi256_pd(_mm256_set1_epi64x(-1)); }
static inline void in_range(mask_type *m, vec a, vec limit) {
  *m = _mm256_and_pd(*m, _mm256_cmp_pd(a, limit, _CMP_LT_OQ));
}
static inline void same(mask_type *m, vec a, vec b) { *m = _mm256_and_pd(*m, _mm256_cmp_pd(a, b, _CMP_EQ_OQ)); }
static inline bool passed(mask_type m) { return _mm256_movemask_pd(m) == 15; }
static inline vec product_rest(vec a, vec b, vec p) { return _mm256_fmsub_pd(a, b, p); }
static inline double scalar_product_rest(double a, double b, double p) { return __builtin_fma(a, b, -p); }
static inline void biased_step(vec a, vec b, vec *s, vec *l) {
  const vec t = _mm256_fmadd_pd(a, b, *s), d = _mm256_sub_pd(t, *s);
  *l = _mm256_add_pd(*l, _mm256_fmsub_pd(a, b, d));
  *s = t;
}
static inline double lane(vec a, int i) {
  double out[4];
  _mm256_storeu_pd(out, a);
  return out[i];
}
// out[k] = the sum of the lanes of the k-th vector, as (0 + 1) + (2 + 3).
static inline void sum_four(vec a, vec b, vec c, vec d, double *out) {
  const vec ab = _mm256_hadd_pd(a, b), cd = _mm256_hadd_pd(c, d);
  const vec low = _mm256_permute2f128_pd(ab, cd, 0x20), high = _mm256_permute2f128_pd(ab, cd, 0x31);
  _mm256_storeu_pd(out, _mm256_add_pd(low, high));
}

#include "core/statistics/gram_kernel.inc"

}  // namespace avx2
}  // namespace
}  // namespace harmony::statistics

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

namespace harmony::statistics {

const gram_kernels *avx2_kernels() {
  static const gram_kernels table = {
      "avx2",          avx2::rank_one,    avx2::measure,       avx2::shift,   avx2::multiply, avx2::multiply_rest,
      avx2::add_rests, avx2::biased_gram, avx2::weighted_gram, avx2::combine, avx2::project,  avx2::subtract_multiple};
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &table : nullptr;
}

}  // namespace harmony::statistics

#else

namespace harmony::statistics {
const gram_kernels *avx2_kernels() { return nullptr; }
}  // namespace harmony::statistics

#endif
