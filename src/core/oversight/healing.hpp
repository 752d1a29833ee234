// What is learned from statements that failed.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>

namespace harmony::oversight {

/// How far a correction is trusted after so many successes and failures: (s + 1)/(s + f + 2), the mean of the posterior
/// of a share with a uniform prior (Laplace's rule of succession). Errors: 22023 for a negative count.
double fix_confidence(std::int64_t successes, std::int64_t failures);

}  // namespace harmony::oversight
