// How far predictions of a number were off.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/plain_store.hpp"
#include "core/base/score.hpp"

#include <cstdint>

namespace harmony::statistics {

/// NaN means NULL (undefined for these data).
struct regression_performance_result {
  std::int64_t n = 0;
  double bias = missing;  // mean (f − y), in the unit of y
  double mae = missing, median_ae = missing, rmse = missing;
  double mape = missing;  // per cent, over the rows with y other than 0
  double r_squared = missing;
};

/// Pairs of what happened and what was predicted: 16 bytes each.
class regression_performance_state {
 public:
  /// Errors: 22023 for what is not finite.
  void add(double actual, double predicted);
  void merge(const regression_performance_state &other);

  /// bias Σ(f − y)/n, mae Σ|f − y|/n, median_ae the median of |f − y|, rmse √(Σ(f − y)²/n), mape 100 times the mean
  /// of |f − y|/|y| over y ≠ 0, r_squared 1 − Σ(f − y)²/Σ(y − ȳ)², NaN where y is constant; below 0 where the mean of y
  /// would have done better. Errors: 22003 for a figure beyond the range of double. Sorts the rows: O(n log n), and 8
  /// bytes more a row for the median.
  regression_performance_result finish();

  void serialize(native_writer &out) const;
  static regression_performance_state deserialize(native_reader &in);

 private:
  struct row {
    double actual, predicted;
  };
  plain_store<row> rows_;
};

}  // namespace harmony::statistics
