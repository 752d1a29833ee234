// Medians and quantiles by selection, without sorting: the median with its interval, the summary of durations.
#pragma once

#include "core/base/plain_store.hpp"
#include "core/base/score.hpp"
#include "core/statistics/samples.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// NaN means NULL.
struct median_result {
  std::int64_t n = 0;
  double median = missing;               // of an even number the middle of the two
  double low = missing, high = missing;  // x(l) and x(n + 1 - l); missing where no two values cover it
};

/// The median of finite values with its interval by order statistics (binomial, free of the distribution): l is the
/// largest with P(Bin(n, 1/2) <= l - 1) <= (1 - level)/2. At 95 % it takes six values. Errors: 22023 unless
/// 0 < level < 1, for a value that is not finite. O(n) on average; reorders the values.
median_result median_interval(std::vector<double> &values, double level);

/// Of durations in seconds; NaN means NULL.
struct duration_figures {
  std::int64_t n = 0;                                      // durations from 0 on
  std::int64_t n_negative = 0;                             // ends before starts, which are in no other figure
  double median = missing, low = missing, high = missing;  // as median_interval at 95 %
  double p75 = missing, p85 = missing, p90 = missing, p95 = missing;
};

/// The state of a summary of durations: 8 bytes each.
class durations {
 public:
  /// A duration in seconds. Error 22023 for what is not finite.
  void add(double seconds);
  /// From one instant to another, in microseconds of one clock.
  void add_span(std::int64_t start, std::int64_t end);
  void merge(const durations &other);
  /// Quantiles as percentile_cont interpolates them (Hyndman and Fan's type 7). O(n) on average; reorders the state.
  duration_figures figures();

  void serialize(native_writer &out) const;
  static durations deserialize(native_reader &in);

 private:
  plain_store<double> seconds_;  // a vector's copies cost as much as the selection
  std::int64_t n_negative_ = 0;
};

}  // namespace harmony::statistics
