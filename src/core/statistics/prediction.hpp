// The weighted mean of values, and how far a selection narrows a spread. States that take rows in any order and join in
// any order.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/score.hpp"
#include "core/statistics/two_sample.hpp"

namespace harmony::statistics {

/// Σ w x/Σ w.
class weighted_sum {
 public:
  static constexpr double least_weight = 1e-100, largest_weight = 1e100;

  /// Errors: 22023 unless the value is finite and the weight 0 or between least_weight and largest_weight, so that the
  /// products keep their digits.
  void add(double value, double weight);
  void merge(const weighted_sum &other);

  /// NaN where the weights sum to 0. Errors: 22003 where a product overflows.
  double mean() const;

  void serialize(native_writer &out) const { out.value(*this); }
  static weighted_sum deserialize(native_reader &in) { return in.value<weighted_sum>(); }

 private:
  double_double values_, weights_;
};

/// u of range restriction: the sample SD of the first sample (the selected) over that of both together. NaN with fewer
/// than two values in the first, or where nothing varies. Errors: 22003 where squares overflow or vanish.
/// Source: Sackett and Yang (2000), Correction for range restriction, Journal of Applied Psychology 85.
double sd_ratio(const two_moments &samples);

}  // namespace harmony::statistics
