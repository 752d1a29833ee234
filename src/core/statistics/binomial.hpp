// The binomial distribution: by the incomplete beta function, over every n.
#pragma once

#include "core/base/no_postgres.hpp"

namespace harmony::statistics {

/// P(X <= k) of n trials with probability 0 < p < 1 each; k and n whole, n >= 0; 0 for k < 0, 1 for k >= n.
double binomial_cdf(double k, double n, double p);

/// P(X > k), right also where it is too small to tell 1 - binomial_cdf from 0; 1 for k < 0, 0 for k >= n.
double binomial_upper(double k, double n, double p);

/// The least k with P(X <= k) >= q, for 0 < q < 1.
double binomial_quantile(double q, double n, double p);
/// The least k with P(X > k) <= q, for 0 < q < 1.
double binomial_upper_quantile(double q, double n, double p);

}  // namespace harmony::statistics
