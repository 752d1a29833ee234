#include "core/statistics/linear_model.system.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/gram_kernel.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

// Relative to the sum of squares about the shift: what centring in double-double leaves of a constant.
constexpr double uncentred_tolerance = 0x1p-90;
// Relative to the sum of squares about zero: what is left of a column has the size of the rounding of its own values
// (4 units), and almost none of its variation is left: 5 + 1e-7 (x2 - x1), or x1/3 at an offset of 1e9.
constexpr double rounding_tolerance = 0x1p-102, mostly_explained = 1e-10;

std::size_t pack_index(std::size_t i, std::size_t j) { return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i; }

// The packed sums of a state without waiting rows, as double-doubles.
class packed_sums {
 public:
  explicit packed_sums(const linear_header *s) : hi_(linear_hi(s)), lo_(linear_lo(s)) {}
  double_double operator()(std::size_t i, std::size_t j) const {
    const std::size_t k = pack_index(i, j);
    return quick_two_sum(hi_[k], lo_[k]);
  }

 private:
  const double *hi_, *lo_;
};

// Power of two that brings a sum of squares to [1, 4); 0 for 0.
int half_exponent(double sum_of_squares) {
  if (!(sum_of_squares > 0.0)) return 0;
  const int e = std::ilogb(sum_of_squares);
  return e >= 0 ? e / 2 : -((-e + 1) / 2);
}

// Exponent of the state's own scale: 700, 0 or -700.
int state_exponent(double scale) { return scale > 1.0 ? 700 : scale < 1.0 ? -700 : 0; }

// Mean of each column about its shift.
std::vector<double_double> shifted_means(const packed_sums &sums, const linear_system &sys) {
  std::vector<double_double> means(sys.mean.size());
  for (std::size_t j = 0; j < means.size(); ++j) means[j] = sums(j + 1, 0) / sys.weight;
  return means;
}

// Cross product of columns i, j about the means, or, not centred, about zero (the shift undone).
double_double cross_product(const packed_sums &sums, const linear_system &sys, const std::vector<double_double> &means,
                            const double *shift, std::size_t i, std::size_t j) {
  const double_double g = sums(i + 1, j + 1);
  if (sys.centred) {
    const double_double c = g - means[i] * sums(j + 1, 0);
    return i == j || std::fabs(c.hi) > dd_rounding * std::fabs(g.hi) ? c : double_double();
  }
  return g + sums(j + 1, 0) * shift[i] + sums(i + 1, 0) * shift[j] + sys.weight * two_prod(shift[i], shift[j]);
}

void fill_diagonal(const packed_sums &sums, const linear_header *s, const std::vector<double_double> &means,
                   linear_system *sys) {
  for (std::size_t j = 0; j <= static_cast<std::size_t>(s->p); ++j) {
    const double square = cross_product(sums, *sys, means, linear_shift(s), j, j).hi;
    const int e = half_exponent(square);
    sys->exponent[j] = e - state_exponent(linear_scale(s)[j]);
    sys->uncentred[j] = std::ldexp(sys->centred ? sums(j + 1, j + 1).hi : square, -2 * e);
    if (sys->centred) sys->mean[j] = ldexp(means[j] + linear_shift(s)[j], -e);
  }
}

void fill_products(const packed_sums &sums, const linear_header *s, const std::vector<double_double> &means,
                   linear_system *sys) {
  const std::size_t columns = static_cast<std::size_t>(s->p) + 1;
  std::vector<double> factor(columns);
  for (std::size_t j = 0; j < columns; ++j)
    factor[j] = std::ldexp(1.0, -(sys->exponent[j] + state_exponent(linear_scale(s)[j])));
  for (std::size_t i = 0; i < columns; ++i) {
    poll_interrupt();
    for (std::size_t j = i; j < columns; ++j) {
      const double_double c = cross_product(sums, *sys, means, linear_shift(s), i, j);
      sys->products.set(static_cast<int>(i), static_cast<int>(j),
                        {c.hi * factor[i] * factor[j], c.lo * factor[i] * factor[j]});
    }
  }
}

// Row i of U before its pivot is taken: row i of C minus what the rows above explain.
void reduce_row(const linear_system &sys, linear_factor *f, int i) {
  const int last = sys.p;
  const std::size_t length = static_cast<std::size_t>(last - i) + 1;
  std::copy_n(sys.products.hi(i, i), length, f->upper.hi(i, i));
  std::copy_n(sys.products.lo(i, i), length, f->upper.lo(i, i));
  for (int k = 0; k < i; ++k) {
    if (f->kept[static_cast<std::size_t>(k)] == 0) continue;
    kernels().subtract_multiple(f->upper.get(k, i), f->upper.hi(k, i), f->upper.lo(k, i), f->upper.hi(i, i),
                                f->upper.lo(i, i), length);
  }
}

void divide_row(dd_matrix *m, int i, int from, int to, double_double by) {
  const double_double inverse = double_double(1.0) / by;
  for (int j = from; j <= to; ++j) m->set(i, j, m->get(i, j) * inverse);
}

bool pivot_counts(const linear_system &sys, double_double pivot, int i) {
  const std::size_t j = static_cast<std::size_t>(i);
  const double own = sys.products.get(i, i).hi, mean = sys.mean[j].hi;
  if (!(pivot.hi > pivot_tolerance * own && pivot.hi > uncentred_tolerance * sys.uncentred[j])) return false;
  return pivot.hi > mostly_explained * own || pivot.hi > rounding_tolerance * (sys.weight.hi * mean * mean + own);
}

}  // namespace

linear_system make_system(const linear_header *state, bool centred) {
  std::vector<double> packed;
  if (state->fill > 0) {
    packed.resize(linear_state_size(state->p, false) / sizeof(double));
    state = linear_pack(packed.data(), state);
  }
  linear_system sys;
  sys.p = state->p;
  sys.n = state->n;
  sys.n_skipped = state->n_skipped;
  sys.centred = centred;
  sys.log_weight = {state->log_weight_hi, state->log_weight_lo};
  const std::size_t columns = static_cast<std::size_t>(state->p) + 1;
  sys.exponent.resize(columns);
  sys.mean.resize(columns);
  sys.uncentred.resize(columns);
  sys.products = dd_matrix(state->p + 1);
  if (state->n == 0) return sys;
  const packed_sums sums(state);
  sys.weight = sums(0, 0);
  const std::vector<double_double> means = shifted_means(sums, sys);
  fill_diagonal(sums, state, means, &sys);
  fill_products(sums, state, means, &sys);
  return sys;
}

bool is_constant(const linear_system &sys, int j) {
  const double own = sys.products.get(j, j).hi;
  return !(own > 0.0) || own <= uncentred_tolerance * sys.uncentred[static_cast<std::size_t>(j)];
}

linear_factor factorise(const linear_system &sys) {
  linear_factor f;
  f.upper = dd_matrix(sys.p + 1);
  f.kept.assign(static_cast<std::size_t>(sys.p), 0);
  const std::int64_t most = sys.n - (sys.centred ? 1 : 0);
  for (int i = 0; i < sys.p; ++i) {
    poll_interrupt();
    reduce_row(sys, &f, i);
    const double_double pivot = f.upper.get(i, i);
    if (f.rank >= most || !pivot_counts(sys, pivot, i)) continue;
    const double_double root = sqrt(pivot);
    f.upper.set(i, i, root);
    divide_row(&f.upper, i, i + 1, sys.p, root);
    f.kept[static_cast<std::size_t>(i)] = 1;
    ++f.rank;
  }
  reduce_row(sys, &f, sys.p);
  f.rest = f.upper.get(sys.p, sys.p);
  if (f.rest.hi < 0.0 || f.rank >= most) f.rest = 0.0;
  return f;
}

std::vector<double_double> solve(const linear_factor &f) {
  const int p = f.upper.size() - 1;
  std::vector<double_double> b(static_cast<std::size_t>(p));
  for (int i = p - 1; i >= 0; --i) {
    if (f.kept[static_cast<std::size_t>(i)] == 0) continue;
    double_double rest = f.upper.get(i, p);
    for (int j = i + 1; j < p; ++j)
      if (f.kept[static_cast<std::size_t>(j)] != 0) rest -= f.upper.get(i, j) * b[static_cast<std::size_t>(j)];
    b[static_cast<std::size_t>(i)] = rest / f.upper.get(i, i);
  }
  return b;
}

dd_matrix inverse_factor(const linear_factor &f) {
  const int p = f.upper.size() - 1;
  dd_matrix inverse(p);
  for (int i = 0; i < p; ++i) {
    poll_interrupt();
    if (f.kept[static_cast<std::size_t>(i)] == 0) continue;
    inverse.set(i, i, 1.0);
    for (int k = 0; k < i; ++k)
      if (f.kept[static_cast<std::size_t>(k)] != 0)
        kernels().subtract_multiple(f.upper.get(k, i), inverse.hi(k, 0), inverse.lo(k, 0), inverse.hi(i, 0),
                                    inverse.lo(i, 0), static_cast<std::size_t>(k) + 1);
    divide_row(&inverse, i, 0, i, f.upper.get(i, i));
  }
  return inverse;
}

dd_matrix inverse_products(const linear_factor &f, const dd_matrix &inverse) {
  const int p = inverse.size();
  dd_matrix out(p);
  for (int k = 0; k < p; ++k) {
    poll_interrupt();
    if (f.kept[static_cast<std::size_t>(k)] == 0) continue;
    for (int i = 0; i <= k; ++i)
      kernels().subtract_multiple(-inverse.get(k, i), inverse.hi(k, 0), inverse.lo(k, 0), out.hi(i, 0), out.lo(i, 0),
                                  static_cast<std::size_t>(i) + 1);
  }
  return out;
}

}  // namespace harmony::statistics
