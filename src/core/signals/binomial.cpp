#include "core/signals/binomial.hpp"

#include "core/statistics/distributions.tails.hpp"

#include <boost/math/special_functions/beta.hpp>

#include <cmath>

namespace harmony::signals {

double binomial_cdf(double k, double n, double p) {
  if (k < 0.0) return 0.0;
  if (k >= n) return 1.0;
  return boost::math::ibetac(k + 1.0, n - k, p, statistics::distribution_policy());
}

double binomial_quantile(double q, double n, double p) {
  double low = -1.0, high = n;  // P(X <= low) < q <= P(X <= high)
  while (high - low > 1.0) {
    const double middle = std::floor(0.5 * (low + high));
    (binomial_cdf(middle, n, p) >= q ? high : low) = middle;
  }
  return high;
}

}  // namespace harmony::signals
