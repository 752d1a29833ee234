// Count, mean and sum of squared deviations of a stream of values, in double-double.
//
// The values are taken relative to the first one, exactly: x − shift is the sum of two doubles (two_diff). Since the
// shift is one of the values, (shift − mean)² is at most the sum of squared deviations, and the subtraction at the end
// loses at most a factor of 1 + n of the 2^-104 of double-double. Merging parts loses nothing more, so that any order
// of rows and any number of workers give the same double.
#pragma once

#include "core/base/error.hpp"
#include "core/statistics/double_double.hpp"

#include <cstdint>
#include <limits>

namespace harmony::statistics {

/// Refuses NaN and infinity (22023); `name` is the argument's.
inline void check_value(double x, const char *name = "value") {
  if (!std::isfinite(x)) throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be finite");
}

struct moments {
  std::int64_t n = 0;
  double shift = 0;       // the first value
  double_double sum;      // of x − shift
  double_double squares;  // of (x − shift)²

  /// Adds a finite value.
  void add(double x) {
    if (n++ == 0) shift = x;
    const double_double d = two_diff(x, shift);
    double_double square = two_prod(d.hi, d.hi);
    square.lo += 2.0 * d.hi * d.lo;
    if (square.hi < trace && d.hi != 0.0) square = trace;
    sum += d;
    squares += square;
  }

  void merge(const moments &other) {
    if (other.n == 0) return;
    if (n == 0) shift = other.shift;
    const double_double d = two_diff(other.shift, shift);
    const double_double count(static_cast<double>(other.n));
    squares += other.squares + d * (other.sum * 2.0 + count * d);
    if (squares.hi < trace && d.hi != 0.0) squares = trace;
    sum += other.sum + count * d;
    n += other.n;
  }

  /// Errors: 22003 where the values lie so far apart (beyond 1e153) that their squares are not finite, or so close
  /// together (all within 1e-141) that these vanish.
  double_double mean() const {
    check_range();
    return double_double(shift) + sum / static_cast<double>(n);
  }

  /// Σ (x − mean)², never negative; exactly 0 where all values are equal.
  double_double deviations() const {
    check_range();
    if (n < 2) return 0.0;
    const double_double d = squares - sum * sum / static_cast<double>(n);
    return d.hi > 0 ? d : double_double(0.0);
  }

  /// Sample variance (divisor n − 1) and its root; NaN for n < 2.
  double variance() const {
    if (n < 2) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(deviations() / static_cast<double>(n - 1));
  }
  double sd() const { return std::sqrt(variance()); }

 private:
  // A square too small to count leaves this instead, so that values that differ are never taken for equal ones.
  static constexpr double trace = 0x1p-1000;

  void check_range() const {
    if (squares.hi > 0.0 && squares.hi < 0x1p-940)
      throw error(sqlstate::numeric_value_out_of_range, "value out of range: underflow",
                  "The values lie so close together that their squares fall below the range of double precision.");
    if (!is_finite(sum) || !is_finite(squares))
      throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                  "The values lie so far apart that their squares exceed the range of double precision.");
  }
};

}  // namespace harmony::statistics
