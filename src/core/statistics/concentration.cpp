#include "core/statistics/concentration.hpp"

#include "core/base/score.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

double gini(std::vector<double> &values) {
  double most = 0.0;
  for (double &x : values) {
    check_value(x);
    if (x < 0.0) throw error(sqlstate::invalid_parameter_value, "value must not be negative");
    most = std::fmax(most, x);
  }
  if (!(most > 0.0)) return missing;
  sort_polling(values);
  // In units of the largest, so that no sum leaves the range; (2 i - n - 1) x(i) sums to 0 where all are alike.
  const auto n = static_cast<double>(values.size());
  double_double weighted, sum;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i % poll_every == 0) poll_interrupt();
    const double x = values[i] / most;
    weighted += two_prod(2.0 * static_cast<double>(i) + 1.0 - n, x);
    sum += double_double(x);
  }
  return std::fmax(static_cast<double>(weighted / (sum * n)), 0.0);
}

std::int32_t fewest_with_share(std::vector<std::int64_t> parts, double share) {
  if (!(share > 0.0 && share <= 1.0))
    throw error(sqlstate::invalid_parameter_value, "share must be above 0 and not above 1");
  __int128 whole = 0;
  for (const std::int64_t part : parts) {
    if (part < 0) throw error(sqlstate::invalid_parameter_value, "commits must not be negative");
    whole += part;
  }
  if (whole == 0) return 0;
  sort_polling(parts, [](std::int64_t a, std::int64_t b) { return a > b; });
  const double wanted = share * static_cast<double>(whole) * (1.0 - 1e-12);
  __int128 held = 0;
  std::int32_t n = 0;
  while (static_cast<double>(held) < wanted) held += parts[static_cast<std::size_t>(n++)];
  return n;
}

}  // namespace harmony::statistics
