// Times to an event of which some are cut off before it: the product-limit estimate.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/samples.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// The state of a survival curve: 8 bytes a time.
class survival_times {
 public:
  /// A time and whether the event came then; else it was seen so long without one. Errors: 22023 for a time that is
  /// negative or not finite.
  void add(double time, bool event);
  void skip() { ++n_skipped_; }
  void merge(const survival_times &other);

  std::int64_t n_skipped() const { return n_skipped_; }
  /// Sorted times of events, and of those cut off.
  const two_samples &sorted();

  void serialize(native_writer &out) const;
  static survival_times deserialize(native_reader &in);

 private:
  two_samples times_;  // first: events; second: cut off
  std::int64_t n_skipped_ = 0;
};

/// A step of the curve; NaN means NULL.
struct survival_point {
  double time;
  std::int64_t at_risk, events, censored;  // just before the time, and at it
  double survival;
  double std_error = missing;            // Greenwood (1926); missing where survival is 0
  double low = missing, high = missing;  // 95 %, by log(-log); missing where survival is 0 or 1
};

/// NaN means NULL.
struct survival_result {
  std::int64_t n = 0, n_skipped = 0, events = 0;
  double median = missing, median_low = missing, median_high = missing;
  std::vector<survival_point> curve;  // by time
};

/// Kaplan and Meier (1958). Ties are exact; at a tie events come before what is cut off. The median is the first time
/// at which survival is 1/2 or less, and where it is 1/2 (to 1e-12) the middle to the next event, if there is one; its
/// limits are those of the curves of the limits. As R's survfit with conf.type "log-log". O(n log n).
survival_result kaplan_meier(survival_times &times);

}  // namespace harmony::statistics
