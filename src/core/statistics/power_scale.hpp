// Numbers so large or small that their squares and sums would overflow or vanish, brought near 1 by a power of two. The
// digits stay. Others are left as they are.
#pragma once

#include "core/base/error.hpp"

#include <cmath>
#include <cstdlib>

namespace harmony::statistics {

class power_scale {
 public:
  /// Looks at a value that will be scaled.
  void cover(double x) { largest_ = std::fmax(largest_, std::fabs(x)); }
  /// The values are all in.
  void settle() {
    std::frexp(largest_, &exponent_);
    if (std::abs(exponent_) <= harmless) exponent_ = 0;
  }

  double down(double x) const { return exponent_ == 0 ? x : std::ldexp(x, -exponent_); }
  /// What was computed of scaled values, in their unit. Error 22003 where it is beyond the range of double.
  double up(double x) const {
    const double value = std::ldexp(x, exponent_);
    if (std::isinf(value)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
    return value;
  }
  int exponent() const { return exponent_; }

 private:
  static constexpr int harmless = 400;

  double largest_ = 0.0;
  int exponent_ = 0;
};

}  // namespace harmony::statistics
