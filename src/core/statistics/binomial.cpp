#include "core/statistics/binomial.hpp"

#include "core/statistics/distributions.tails.hpp"

#include <boost/math/special_functions/beta.hpp>

#include <cmath>

namespace harmony::statistics {

double binomial_cdf(double k, double n, double p) {
  if (k < 0.0) return 0.0;
  if (k >= n) return 1.0;
  return boost::math::ibetac(k + 1.0, n - k, p, distribution_policy());
}

double binomial_upper(double k, double n, double p) {
  if (k < 0.0) return 1.0;
  if (k >= n) return 0.0;
  return boost::math::ibeta(k + 1.0, n - k, p, distribution_policy());
}

namespace {

// The least whole number from 0 to n for which the condition holds, which holds from some on.
template <class Condition>
double least_of(double n, Condition holds) {
  double low = -1.0, high = n;
  while (high - low > 1.0) {
    const double middle = std::floor(0.5 * (low + high));
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace

double binomial_quantile(double q, double n, double p) {
  return least_of(n, [&](double k) { return binomial_cdf(k, n, p) >= q; });
}

double binomial_upper_quantile(double q, double n, double p) {
  return least_of(n, [&](double k) { return binomial_upper(k, n, p) <= q; });
}

}  // namespace harmony::statistics
