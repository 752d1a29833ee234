// Values relative to the first of them, scaled by a power of two where their squares could leave the range of double.
#pragma once

#include "core/base/error.hpp"
#include "core/base/span.hpp"
#include "core/statistics/double_double.hpp"

#include <cmath>

namespace harmony::signals {

/// A sum that keeps what rounding would lose (Ogita, Rump and Oishi 2005): as if added with twice the digits. Products
/// of opposite sign cancel exactly.
struct exact_sum {
  double sum = 0.0, rest = 0.0;

  void add(double x) {
    const statistics::double_double s = statistics::two_sum(sum, x);
    sum = s.hi;
    rest += s.lo;
  }
  double total() const { return sum + rest; }
};

/// Takes values into a unit in which squares are safe, and results back. Scaling is exact.
struct value_scale {
  double origin = 0.0;
  int exponent = 0;
  bool is_flat = true;  // all values are equal

  /// Of finite values. Errors: 22003 where they lie so far apart that their differences are not finite.
  static value_scale of(span<double> values) {
    value_scale scale;
    if (values.empty()) return scale;
    scale.origin = values[0];
    double width = 0.0;
    for (const double x : values) {
      const double distance = std::fabs(x - scale.origin);
      width = distance > width ? distance : width;
    }
    if (!std::isfinite(width))
      throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                  "The values lie so far apart that their differences exceed the range of double precision.");
    scale.is_flat = width == 0.0;
    if (!scale.is_flat && (width > 1e100 || width < 1e-100)) scale.exponent = std::ilogb(width);
    return scale;
  }

  double in(double x) const { return exponent == 0 ? x - origin : std::ldexp(x - origin, -exponent); }
  /// A difference, and a value, back in the unit of the values.
  double difference(double d) const { return exponent == 0 ? d : std::ldexp(d, exponent); }
  double value(double d) const { return origin + difference(d); }
};

/// A result that must be finite (22003), by its name.
inline double check_range(double value, const char *name) {
  if (!std::isfinite(value)) throw error(sqlstate::numeric_value_out_of_range, std::string(name) + " is out of range");
  return value;
}

}  // namespace harmony::signals
