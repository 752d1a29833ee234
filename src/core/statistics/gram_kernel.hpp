// The inner loops of the linear state, compiled once for AVX2 with FMA and once for the baseline, chosen at first use.
// Both give the same bits on every machine with FMA; without it only the low words may differ (see biased_gram).
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/statistics/double_double.hpp"

#include <cstddef>
#include <cstdint>

namespace harmony::statistics {

/// Values after scaling stay below this (2^300); a larger one makes its column change its scale.
inline constexpr double linear_range = 0x1p300;

/// One set of kernels. `rows` of columns are always linear_block_rows.
struct gram_kernels {
  const char *name;

  /// G += v v' for the packed lower triangle (hi, lo) of an m x m matrix: exact products, compensated sums.
  /// `settle` brings the low words, which gather the rounding, back below half a unit of the high ones.
  void (*rank_one)(const double *v, int m, double *hi, double *lo, bool settle);

  /// *largest = the largest absolute value of a column; false when one is NaN, infinite or not below linear_range.
  bool (*measure)(const double *column, double *largest);

  /// raw = column, column = column * scale - shift; *largest is its largest absolute value. False when a difference
  /// rounds or a value is NaN, infinite or not well below linear_range: the caller then restores raw.
  bool (*shift)(double *column, double scale, double shift, double *raw, double *largest);

  /// column *= factor, elementwise; *largest is its largest absolute value.
  void (*multiply)(double *column, const double *factor, double *largest);

  /// rest = column * (factor + factor_rest) - column * factor rounded: the error that multiply would make.
  void (*multiply_rest)(const double *column, const double *factor, const double *factor_rest, double *rest);

  /// The low words of G += A'B + B'A for m columns of a block, B so small beside A that plain sums suffice.
  void (*add_rests)(const double *const *columns, const double *const *rests, int m, double *lo);

  /// G += A'A for m columns of a block, |column k| <= largest[k]: the "biased Gram" fold, error-free but for 2^-95 of
  /// the largest product.
  void (*biased_gram)(const double *const *columns, const double *largest, int m, double *hi, double *lo);

  /// sum += A' diag(weight) A for m columns of a block: the packed lower triangle, in plain doubles.
  void (*weighted_gram)(const double *const *columns, const double *weight, int m, double *sum);

  /// out = A b for m columns of a block.
  void (*combine)(const double *const *columns, const double *b, int m, double *out);

  /// sum += A' r for m columns of a block, in plain doubles.
  void (*project)(const double *const *columns, const double *r, int m, double *sum);

  /// y -= c x, elementwise over n double-doubles kept as two arrays.
  void (*subtract_multiple)(double_double c, const double *x_hi, const double *x_lo, double *y_hi, double *y_lo,
                            std::size_t n);
};

/// The kernels for this processor.
const gram_kernels &kernels();

/// The baseline kernels, for tests and benchmarks.
const gram_kernels &portable_kernels();

/// The AVX2 + FMA kernels; null where the processor or the build has none.
const gram_kernels *avx2_kernels();

/// Makes kernels() return these (null: choose again). For tests and benchmarks; not thread-safe.
void force_kernels(const gram_kernels *chosen);

}  // namespace harmony::statistics
