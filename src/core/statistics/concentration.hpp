// How unevenly something is shared out: Gini's index, and how few hold a share.
#pragma once

#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// Gini's index 2 Σ i x(i)/(n Σ x) - (n + 1)/n of values from 0 on, 0 (all alike) to (n - 1)/n (one has all); NaN
/// without values, and where all are 0. Errors: 22023 for a value that is negative or not finite. O(n log n); sorts.
double gini(std::vector<double> &values);

/// The fewest parts that hold together at least `share` of the whole, the largest first; a share that is met to a
/// relative 1e-12 counts as met. 0 where the whole is 0. Errors: 22023 for a negative part, and unless 0 < share <= 1.
/// O(n log n).
std::int32_t fewest_with_share(std::vector<std::int64_t> parts, double share);

}  // namespace harmony::statistics
