// How far a value stands from a sample, whatever the sample's outliers are.
#pragma once

#include "core/base/score.hpp"

#include <vector>

namespace harmony::statistics {

/// Φ⁻¹(¾) (value − median)/MAD, MAD the median of |x − median|: of a normal distribution, the z in the long run. Beyond
/// 3.5 it is an outlier (Iglewicz and Hoaglin 1993). NaN without a sample, or where at least half of it is equal (MAD
/// 0). Errors: 22023 for what is not finite, 22003 where z is beyond the range of double. O(n) on average; reorders the
/// sample, and changes it.
double robust_z(double value, std::vector<double> &sample);

}  // namespace harmony::statistics
