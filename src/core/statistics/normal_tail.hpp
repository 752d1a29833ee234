// The standard normal distribution in logarithms, with the same precision in the far tails: for likelihoods of probit
// models. Any finite argument gives a finite result as long as x² is finite.
#pragma once

#include "core/base/no_postgres.hpp"

namespace harmony::statistics {

/// log Φ(x), from the complementary error function, and below −30 from the asymptotic series of Mills' ratio.
double log_normal_cdf(double x);

/// φ(x)/Φ(x), the slope of log Φ(x): falls from −x + 1/x… in the lower tail to 0 in the upper.
double normal_hazard(double x);

}  // namespace harmony::statistics
