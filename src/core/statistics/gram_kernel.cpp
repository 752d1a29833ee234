// The baseline kernels and the choice among them. Four lanes as in the AVX2 kernels, so that sums round alike.
#include "core/statistics/gram_kernel.hpp"

#include "core/statistics/linear_state.hpp"

#include <cmath>
#include <cstring>

namespace harmony::statistics {
namespace {
namespace portable {

typedef double pair __attribute__((vector_size(16)));
struct vec {
  pair a, b;
};
using mask_type = bool;

static inline vec load(const double *x) {
  vec v;
  std::memcpy(&v, x, sizeof v);
  return v;
}
static inline void store(double *x, const vec &v) { std::memcpy(x, &v, sizeof v); }
static inline vec all(double x) { return {pair{x, x}, pair{x, x}}; }
static inline vec add(const vec &x, const vec &y) { return {x.a + y.a, x.b + y.b}; }
static inline vec sub(const vec &x, const vec &y) { return {x.a - y.a, x.b - y.b}; }
static inline vec mul(const vec &x, const vec &y) { return {x.a * y.a, x.b * y.b}; }
static inline double lane(const vec &x, int i) { return i < 2 ? x.a[i] : x.b[i - 2]; }
static inline vec absolute(const vec &x) {
  return {pair{std::fabs(x.a[0]), std::fabs(x.a[1])}, pair{std::fabs(x.b[0]), std::fabs(x.b[1])}};
}
static inline double larger(double x, double y) { return x > y ? x : y; }
static inline vec bigger(const vec &x, const vec &y) {
  return {pair{larger(x.a[0], y.a[0]), larger(x.a[1], y.a[1])}, pair{larger(x.b[0], y.b[0]), larger(x.b[1], y.b[1])}};
}
static inline mask_type all_true() { return true; }
static inline void in_range(mask_type *m, const vec &x, const vec &limit) {
  for (int i = 0; i < 4; ++i) *m = *m && lane(x, i) < lane(limit, i);
}
static inline void same(mask_type *m, const vec &x, const vec &y) {
  for (int i = 0; i < 4; ++i) *m = *m && lane(x, i) == lane(y, i);
}
static inline bool passed(mask_type m) { return m; }

#if defined(__FP_FAST_FMA)
// The baseline of this architecture has FMA (aarch64): the same steps as on AVX2.
static inline double scalar_product_rest(double a, double b, double p) { return __builtin_fma(a, b, -p); }
static inline pair fused(const pair &a, const pair &b, const pair &c) {
  return pair{__builtin_fma(a[0], b[0], c[0]), __builtin_fma(a[1], b[1], c[1])};
}
static inline vec product_rest(const vec &x, const vec &y, const vec &p) {
  return {fused(x.a, y.a, -p.a), fused(x.b, y.b, -p.b)};
}
static inline void biased_step(const vec &x, const vec &y, vec *s, vec *l) {
  const vec t = {fused(x.a, y.a, s->a), fused(x.b, y.b, s->b)}, d = sub(t, *s);
  *l = add(*l, product_rest(x, y, d));
  *s = t;
}
#else
// a b - p by Veltkamp's splitting and Dekker's product: what a fused multiply-add gives, for values below 2^900.
template <typename T>
static inline T dekker(const T &a, const T &b, const T &p) {
  const T ca = a * 134217729.0, cb = b * 134217729.0;  // 2^27 + 1
  const T ah = ca - (ca - a), bh = cb - (cb - b);
  const T al = a - ah, bl = b - bh;
  return ((ah * bh - p) + ah * bl + al * bh) + al * bl;
}
static inline double scalar_product_rest(double a, double b, double p) { return dekker(a, b, p); }
static inline vec product_rest(const vec &x, const vec &y, const vec &p) {
  return {dekker(x.a, y.a, p.a), dekker(x.b, y.b, p.b)};
}
static inline void biased_step(const vec &x, const vec &y, vec *s, vec *l) {
  const vec p = mul(x, y), e = product_rest(x, y, p), t = add(*s, p), d = sub(t, *s);
  *l = add(*l, add(sub(p, d), e));
  *s = t;
}
#endif

static inline double sum_lanes(const vec &x) { return (x.a[0] + x.a[1]) + (x.b[0] + x.b[1]); }
static inline void sum_four(const vec &a, const vec &b, const vec &c, const vec &d, double *out) {
  out[0] = sum_lanes(a);
  out[1] = sum_lanes(b);
  out[2] = sum_lanes(c);
  out[3] = sum_lanes(d);
}

#include "core/statistics/gram_kernel.inc"

}  // namespace portable

const gram_kernels *chosen_kernels = nullptr;

}  // namespace

const gram_kernels &portable_kernels() {
  static const gram_kernels table = {"portable",          portable::rank_one,    portable::measure,
                                     portable::shift,     portable::multiply,    portable::multiply_rest,
                                     portable::add_rests, portable::biased_gram, portable::weighted_gram,
                                     portable::combine,   portable::project,     portable::subtract_multiple};
  return table;
}

const gram_kernels &kernels() {
  if (chosen_kernels == nullptr) {
    const gram_kernels *fast = avx2_kernels();
    chosen_kernels = fast != nullptr ? fast : &portable_kernels();
  }
  return *chosen_kernels;
}

void force_kernels(const gram_kernels *chosen) { chosen_kernels = chosen; }

}  // namespace harmony::statistics
