#include "core/statistics/robust_z.hpp"

#include "core/statistics/moments.hpp"
#include "core/statistics/order_statistics.hpp"
#include "core/statistics/power_scale.hpp"

#include <cmath>

namespace harmony::statistics {

double robust_z(double value, std::vector<double> &sample) {
  constexpr double upper_quartile = 0.6744897501960817;  // Φ⁻¹(¾)
  check_value(value);
  power_scale scale;
  for (const double x : sample) {
    check_value(x, "sample");
    scale.cover(x);
  }
  if (sample.empty()) return missing;
  scale.settle();
  for (double &x : sample) x = scale.down(x);
  const double median = median_interval(sample, 0.95).median;
  for (double &x : sample) x = std::fabs(x - median);
  const double mad = median_interval(sample, 0.95).median;
  if (!(mad > 0.0)) return missing;
  const double z = upper_quartile * ((scale.down(value) - median) / mad);
  if (std::isinf(z)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  return z + 0.0;  // no negative zero
}

}  // namespace harmony::statistics
