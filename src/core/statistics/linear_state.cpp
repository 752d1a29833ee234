#include "core/statistics/linear_state.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/gram_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace harmony::statistics {
namespace {

constexpr std::size_t header_skip = sizeof(std::uint32_t);  // the length word
constexpr double scale_step = 0x1p-700;
constexpr double smallest_weight = 0x1p-200, largest_weight = 0x1p200;

std::size_t row_start(std::size_t i) { return i * (i + 1) / 2; }
std::size_t entry(std::size_t i, std::size_t j) { return i >= j ? row_start(i) + j : row_start(j) + i; }

double_double sum_at(const linear_header *s, std::size_t i, std::size_t j) {
  return {linear_hi(s)[entry(i, j)], linear_lo(s)[entry(i, j)]};
}

void set_sum(linear_header *s, std::size_t i, std::size_t j, double_double value) {
  linear_hi(s)[entry(i, j)] = value.hi;
  linear_lo(s)[entry(i, j)] = value.lo;
}

void check_predictors(int p) {
  if (p < 0 || p > linear_max_predictors)
    throw error(sqlstate::program_limit_exceeded, "a linear model takes at most 1600 predictors",
                std::to_string(p) + " were given.");
}

[[noreturn]] void throw_not_finite(const linear_header *s, int j, double value) {
  const char *kind = std::isnan(value) ? "NaN" : "infinite";
  throw error(sqlstate::invalid_parameter_value, linear_column_name(s->p, j) + " is " + kind,
              "A linear model needs finite numbers; a row with NULL is skipped.");
}

// The scale under which a value, and every smaller one, stays below linear_range.
double scale_for(double value) {
  const double a = std::fabs(value);
  if (a < 0x1p-400) return 0x1p700;
  return a < linear_range ? 1.0 : scale_step;
}

// Column j's sums about shift 0: G_ij += s G_i0, G_jj += 2 s G_j0 + s² G_00, G_j0 += s G_00.
void recentre(linear_header *s, int j) {
  const double shift = linear_shift(s)[j];
  linear_shift(s)[j] = 0.0;
  if (shift == 0.0) return;
  const std::size_t m = static_cast<std::size_t>(s->p) + 2, c = static_cast<std::size_t>(j) + 1;
  const double_double total = sum_at(s, 0, 0), own = sum_at(s, c, 0);
  for (std::size_t i = 1; i < m; ++i)
    if (i != c) set_sum(s, i, c, sum_at(s, i, c) + sum_at(s, i, 0) * shift);
  set_sum(s, c, c, sum_at(s, c, c) + own * (2.0 * shift) + total * two_prod(shift, shift));
  set_sum(s, c, 0, own + total * shift);
}

// Column j under a smaller scale, about shift 0: exact, but for what underflows.
void rescale(linear_header *s, int j, double scale) {
  recentre(s, j);
  const std::size_t m = static_cast<std::size_t>(s->p) + 2, c = static_cast<std::size_t>(j) + 1;
  while (linear_scale(s)[j] > scale) {
    linear_scale(s)[j] *= scale_step;
    for (std::size_t i = 0; i < m; ++i) {
      const double_double g = sum_at(s, i, c);
      const double again = i == c ? scale_step : 1.0;  // the square twice: 2^-1400 itself would be 0
      set_sum(s, i, c, {g.hi * scale_step * again, g.lo * scale_step * again});
    }
  }
}

// Shift and scale of an empty state come from its first row.
void start_at(linear_header *s, const double *row, std::size_t stride) {
  for (int j = 0; j <= s->p; ++j) {
    const double x = row[static_cast<std::size_t>(j) * stride];
    linear_scale(s)[j] = scale_for(x);
    linear_shift(s)[j] = x * linear_scale(s)[j];
  }
}

void check_finite(const linear_header *s, const double *row, std::size_t stride) {
  for (int j = 0; j <= s->p; ++j) {
    const double x = row[static_cast<std::size_t>(j) * stride];
    if (!std::isfinite(x)) throw_not_finite(s, j, x);
  }
}

// value * scale - shift, after giving column j a scale that fits and shift 0 where the difference would round. Error
// for NaN and infinity; what was rescaled or recentred by then still stands for the same rows.
double shifted(linear_header *s, int j, double value) {
  double x = value * linear_scale(s)[j];
  if (!(std::fabs(x) < linear_range)) {
    if (!std::isfinite(value)) throw_not_finite(s, j, value);
    if (linear_scale(s)[j] > scale_for(value)) rescale(s, j, scale_for(value));
    x = value * linear_scale(s)[j];
  }
  const double shift = linear_shift(s)[j], d = x - shift;
  if (x - d == shift && d + shift == x) return d;
  recentre(s, j);
  return x;
}

// Shifting a column costs time in every fold. It pays where the shift is large beside the column's spread: below a
// ratio of 2^8 the sums about zero lose no more than 16 of their hundred bits.
bool shift_pays(const linear_header *s, int j) {
  const std::size_t c = static_cast<std::size_t>(j) + 1;
  const double shift = linear_shift(s)[j], total = sum_at(s, 0, 0).hi, own = sum_at(s, c, 0).hi;
  if (s->n == 0 || shift == 0.0) return true;
  const double spread = sum_at(s, c, c).hi - own * own / total;
  return shift * shift * total > 0x1p16 * spread;
}

void add_log_weight(linear_header *s, double_double more) {
  const double_double sum = double_double(s->log_weight_hi, s->log_weight_lo) + more;
  s->log_weight_hi = sum.hi;
  s->log_weight_lo = sum.lo;
}

// The square root of a weight, to about 100 bits: with its rounding taken along a weight of 2 counts as two rows do,
// and the sums do not depend on where the rows are shifted to.
double_double root_of(double weight) {
  if (weight == 1.0) return 1.0;
  const double root = std::sqrt(weight);
  return {root, std::fma(-root, root, weight) / (2.0 * root)};
}

// v times the root of the weight; what rounding leaves of it goes to the low words at once.
void add_weight(linear_header *s, double *v, double weight) {
  const double_double root = root_of(weight);
  double rest[linear_max_predictors + 2], *lo = linear_lo(s);
  for (int i = 0; i < s->p + 2; ++i) {
    const double_double x = two_prod(v[i], root.hi);
    rest[i] = x.lo + v[i] * root.lo;
    v[i] = x.hi;
    for (int j = 0; j <= i; ++j) *lo++ += v[i] * rest[j] + rest[i] * v[j];
  }
  add_log_weight(s, std::log(weight));
}

// One row into the sums.
void add_to_sums(linear_header *s, const double *row, std::size_t stride, double weight) {
  if (s->n == 0) {
    check_finite(s, row, stride);
    start_at(s, row, stride);
  }
  double v[linear_max_predictors + 2];
  v[0] = 1.0;
  for (int j = 0; j <= s->p; ++j) v[j + 1] = shifted(s, j, row[static_cast<std::size_t>(j) * stride]);
  if (weight != 1.0) add_weight(s, v, weight);
  // Filip's polynomial of degree 10 has 13.2 digits so, 12.3 without, 13.6 were every row settled, at a quarter more
  // time.
  constexpr std::int64_t settle_every = 4;
  kernels().rank_one(v, s->p + 2, linear_hi(s), linear_lo(s), s->n % settle_every == settle_every - 1);
  ++s->n;
}

void add_to_block(linear_header *s, const double *row, std::size_t stride, double weight) {
  check_finite(s, row, stride);
  double *slot = linear_slot(s);
  const std::size_t columns = static_cast<std::size_t>(s->p) + 1;
  for (std::size_t j = 0; j < columns; ++j) slot[j * linear_block_leading] = row[j * stride];
  if ((s->flags & linear_weighted) != 0) slot[columns * linear_block_leading] = weight;
  linear_commit(s);
}

bool add_row(linear_header *s, const double *row, std::size_t stride, double weight) {
  if (s->block != 0) {
    add_to_block(s, row, stride, weight);
    return false;
  }
  add_to_sums(s, row, stride, weight);
  return s->n >= linear_grow_after;
}

// Rows that are not there repeat the first one, so that they change neither range nor exactness; their factor is 0.
void pad(double *column, int fill) {
  for (int r = fill; r < linear_block_rows; ++r) column[r] = column[0];
}

// Factors of the rows: the square roots of the weights, 0 for rows that are not there.
void set_factors(linear_header *s, double *factor, double *factor_rest) {
  const double *weight = linear_block(s) + (static_cast<std::size_t>(s->p) + 1) * linear_block_leading;
  const bool weighted = (s->flags & linear_weighted) != 0;
  double_double logs;
  for (int r = 0; r < s->fill; ++r) {
    const double_double root = weighted ? root_of(weight[r]) : double_double(1.0);
    factor[r] = root.hi;
    factor_rest[r] = root.lo;
    if (weighted) logs += std::log(weight[r]);
  }
  for (int r = s->fill; r < linear_block_rows; ++r) factor[r] = factor_rest[r] = 0.0;
  if (weighted) add_log_weight(s, logs);
}

// Scales and shifts the waiting values of column j, after giving it a scale that fits them and a shift that is exact
// for them; error for NaN and infinity.
void settle_column(linear_header *s, int j, double *column, double *largest) {
  double raw[linear_block_rows];
  if (linear_scale(s)[j] == 1.0 && linear_shift(s)[j] == 0.0) {
    if (kernels().measure(column, largest)) return;
  } else {
    if (kernels().shift(column, linear_scale(s)[j], linear_shift(s)[j], raw, largest)) return;
    std::copy_n(raw, linear_block_rows, column);
  }
  double scale = linear_scale(s)[j];
  for (int r = 0; r < s->fill; ++r) {
    if (!std::isfinite(column[r])) throw_not_finite(s, j, column[r]);
    scale = std::min(scale, scale_for(column[r]));
  }
  if (scale < linear_scale(s)[j]) rescale(s, j, scale);
  recentre(s, j);
  kernels().shift(column, linear_scale(s)[j], 0.0, raw, largest);
}

void copy_sums(linear_header *to, const linear_header *from) {
  const std::size_t pairs = linear_pairs(to->p), columns = static_cast<std::size_t>(to->p) + 1;
  std::memcpy(linear_shift(to), linear_shift(from), (2 * columns + 2 * pairs) * sizeof(double));
  to->n = from->n;
}

// The sums of `other` about the shift and under the scale of `state`: G + d G_0' + G_0 d' + d d' n.
void merge_sums(linear_header *state, const linear_header *other) {
  const std::size_t m = static_cast<std::size_t>(state->p) + 2;
  std::vector<double> factor(m, 1.0);
  std::vector<double_double> move(m), first(m);
  for (std::size_t i = 1; i < m; ++i) {
    const int j = static_cast<int>(i) - 1;
    const double theirs = linear_scale(other)[j];
    if (theirs < linear_scale(state)[j]) rescale(state, j, theirs);
    factor[i] = linear_scale(state)[j] < theirs ? linear_scale(state)[j] / theirs : 1.0;
    move[i] = two_diff(linear_shift(other)[j] * factor[i], linear_shift(state)[j]);
  }
  const double_double total = sum_at(other, 0, 0);
  for (std::size_t i = 0; i < m; ++i) {
    const double_double g = sum_at(other, i, 0);
    first[i] = {g.hi * factor[i], g.lo * factor[i]};
    for (std::size_t j = 0; j <= i; ++j) {
      const double_double b = sum_at(other, i, j);
      double_double sum = {b.hi * factor[i] * factor[j], b.lo * factor[i] * factor[j]};
      if (move[i].hi != 0.0) sum += move[i] * first[j] + move[i] * move[j] * total;
      if (move[j].hi != 0.0) sum += move[j] * first[i];
      set_sum(state, i, j, sum_at(state, i, j) + sum);
    }
  }
  state->n += other->n;
}

// The rows that wait in other's block, one by one: they are raw values.
void merge_waiting(linear_header *state, const linear_header *other) {
  if (other->fill == 0) return;
  const double *rows = linear_block(other);
  const double *weights = rows + (static_cast<std::size_t>(other->p) + 1) * linear_block_leading;
  const bool weighted = (other->flags & linear_weighted) != 0;
  for (int r = 0; r < other->fill; ++r) add_row(state, rows + r, linear_block_leading, weighted ? weights[r] : 1.0);
}

void check_mergeable(const linear_header *a, const linear_header *b) {
  if (a->p != b->p)
    throw error(sqlstate::invalid_parameter_value, "cannot merge linear states of different width",
                "One has " + std::to_string(a->p) + " predictors, the other " + std::to_string(b->p) + ".");
  if (a->flags != b->flags)
    throw error(sqlstate::invalid_parameter_value, "cannot merge a weighted linear state with an unweighted one");
}

}  // namespace

std::size_t linear_state_size(int p, bool with_block, bool weighted) {
  check_predictors(p);
  const std::size_t columns = static_cast<std::size_t>(p) + 1;
  std::size_t doubles = 2 * columns + 2 * linear_pairs(p);
  if (with_block) doubles += (columns + (weighted ? 1 : 0)) * linear_block_leading;
  return sizeof(linear_header) + doubles * sizeof(double);
}

std::size_t linear_size(const linear_header *state) {
  return linear_state_size(state->p, state->block != 0, (state->flags & linear_weighted) != 0);
}

linear_header *linear_init(void *memory, int p, std::uint8_t flags) {
  const std::size_t size = linear_state_size(p, false);
  std::memset(static_cast<char *>(memory) + header_skip, 0, size - header_skip);
  auto *s = static_cast<linear_header *>(memory);
  s->magic = 'L';
  s->version = 1;
  s->flags = flags & (linear_weighted | linear_open);
  s->p = static_cast<std::uint16_t>(p);
  std::fill_n(linear_scale(s), p + 1, 0x1p700);
  return s;
}

bool linear_add(linear_header *state, const double *row) { return add_row(state, row, 1, 1.0); }

bool linear_add_weighted(linear_header *state, const double *row, double weight) {
  if (weight == 0.0) {
    check_finite(state, row, 1);
    linear_skip(state);
    return false;
  }
  if (!(weight >= smallest_weight && weight <= largest_weight))
    throw error(sqlstate::invalid_parameter_value, "weight must be 0 or lie between 2^-200 and 2^200",
                "The weight " + format_number(weight) + " does not.");
  return add_row(state, row, 1, weight);
}

void linear_fold_pending(linear_header *s) {
  if (s->fill == 0) return;
  const bool weighted = (s->flags & linear_weighted) != 0;
  const bool plain = !weighted && s->fill == linear_block_rows;
  static const struct all_ones {
    double values[linear_block_rows];
    all_ones() { std::fill_n(values, linear_block_rows, 1.0); }
  } ones;
  double factor[linear_block_rows], factor_rest[linear_block_rows], largest[linear_max_predictors + 2];
  const double *columns[linear_max_predictors + 2], *rests[linear_max_predictors + 2];
  std::vector<double> rest(weighted ? (static_cast<std::size_t>(s->p) + 1) * linear_block_rows : 0);
  double *block = linear_block(s);
  if (s->n == 0) {
    check_finite(s, block, linear_block_leading);
    start_at(s, block, linear_block_leading);
  }
  if (!plain) set_factors(s, factor, factor_rest);
  columns[0] = plain ? ones.values : factor;
  rests[0] = factor_rest;
  largest[0] = plain ? 1.0 : *std::max_element(factor, factor + linear_block_rows);
  for (int j = 0; j <= s->p; ++j) {
    double *column = block + static_cast<std::size_t>(j) * linear_block_leading;
    pad(column, s->fill);
    settle_column(s, j, column, &largest[j + 1]);
    if (weighted) {
      double *left = rest.data() + static_cast<std::size_t>(j) * linear_block_rows;
      kernels().multiply_rest(column, factor, factor_rest, left);
      rests[j + 1] = left;
    }
    if (!plain) kernels().multiply(column, factor, &largest[j + 1]);
    columns[j + 1] = column;
  }
  kernels().biased_gram(columns, largest, s->p + 2, linear_hi(s), linear_lo(s));
  if (weighted) kernels().add_rests(columns, rests, s->p + 2, linear_lo(s));
  s->n += s->fill;
  s->fill = 0;
}

linear_header *linear_grow(void *memory, const linear_header *state) {
  const std::size_t plain = linear_state_size(state->p, false);
  const std::size_t size = linear_state_size(state->p, true, (state->flags & linear_weighted) != 0);
  const std::size_t known = state->block != 0 ? size : plain;
  auto *to = static_cast<char *>(memory);
  std::memcpy(to + header_skip, reinterpret_cast<const char *>(state) + header_skip, known - header_skip);
  std::memset(to + known, 0, size - known);
  auto *grown = static_cast<linear_header *>(memory);
  grown->block = 1;
  for (int j = 0; j <= grown->p; ++j)
    if (!shift_pays(grown, j)) recentre(grown, j);
  return grown;
}

void linear_merge(linear_header *state, const linear_header *other) {
  if ((other->flags & linear_open) != 0) {
    state->n_skipped += other->n_skipped;
    return;
  }
  check_mergeable(state, other);
  if (state == other) {
    std::vector<double> copy(linear_size(other) / sizeof(double));
    std::memcpy(copy.data(), other, linear_size(other));
    return linear_merge(state, reinterpret_cast<const linear_header *>(copy.data()));
  }
  if (other->n > 0 && state->n == 0)
    copy_sums(state, other);
  else if (other->n > 0)
    merge_sums(state, other);
  add_log_weight(state, {other->log_weight_hi, other->log_weight_lo});
  state->n_skipped += other->n_skipped;
  merge_waiting(state, other);
}

std::string linear_column_name(int p, int j) { return j < p ? "x" + std::to_string(j + 1) : "y"; }

}  // namespace harmony::statistics
