#include "core/statistics/multiple_testing.hpp"

#include "core/base/error.hpp"
#include "core/statistics/samples.hpp"

#include <cmath>

namespace harmony::statistics {

std::vector<double> fdr_bh(span<double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size; ++i) {
    if (std::isnan(p[i])) continue;
    if (!(p[i] >= 0.0 && p[i] <= 1.0))
      throw error(sqlstate::invalid_parameter_value, "p-values must lie between 0 and 1");
    order.push_back(i);
  }
  sort_polling(order, [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.begin(), p.end());
  double least = 1.0;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const std::size_t i = order[rank - 1];
    least = std::fmin(least, p[i] * static_cast<double>(order.size()) / static_cast<double>(rank));
    adjusted[i] = least;
  }
  return adjusted;
}

}  // namespace harmony::statistics
