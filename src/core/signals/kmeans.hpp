// Clusters on a line, exactly: no start values, no seed.
#pragma once

#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::signals {

/// The labels, 1 the lowest, of at most k clusters with the least sum of squared distances from their means (Wang and
/// Song 2011); 0 for a missing value. Equal values share a cluster: fewer distinct values than k make fewer labels.
/// Sums are kept in double-double. Errors: 22023 for a value that is not finite, k < 1; 54000 for more than 60 million
/// values; 22003. O(k n log n) time, about 80 bytes a value.
std::vector<std::int32_t> kmeans_1d(nullable_span<double> values, std::int32_t k);

}  // namespace harmony::signals
