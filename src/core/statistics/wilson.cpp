#include "core/statistics/wilson.hpp"

#include "core/base/error.hpp"
#include "core/statistics/distributions.hpp"

#include <cmath>

namespace harmony::statistics {

share_interval wilson_interval(std::int64_t x, std::int64_t n, double level) {
  if (n < 0 || x < 0 || x > n) throw error(sqlstate::invalid_parameter_value, "x must be between 0 and n");
  if (!(level > 0.0 && level < 1.0))
    throw error(sqlstate::invalid_parameter_value, "level must be between 0 and 1, exclusive");
  if (n == 0) return {};
  const double z = -normal_quantile(0.5 * (1.0 - level));
  const auto found = static_cast<double>(x), others = static_cast<double>(n - x), all = static_cast<double>(n);
  const double centre = found + 0.5 * z * z, half = z * std::sqrt(found * (others / all) + 0.25 * z * z);
  const double high = (centre + half) / (all + z * z);
  // The product of the ends is x²/(n (n + z²)): no digits are lost in a difference.
  share_interval out;
  out.low = x == 0 ? 0.0 : found / all * (found / (all + z * z)) / high;
  out.high = x == n ? 1.0 : high;
  return out;
}

}  // namespace harmony::statistics
