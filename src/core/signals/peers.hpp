// An entity among its peers: z, robust z, percentile.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace harmony::signals {

/// Mean and population standard deviation (divisor n) of finite values, the same in any order to within a unit in the
/// last place or two. Errors: 22003 where the values lie so far apart that their differences are not finite. O(n).
struct peer_moments {
  double mean = missing, sd = missing;

  /// (x - mean)/max(sd, floor); missing where both are 0.
  double z(double x, double floor) const {
    const double width = sd > floor ? sd : floor;
    return width > 0.0 ? (x - mean) / width : missing;
  }
};
peer_moments moments_of_peers(span<double> values);

/// A value and where its percentile goes.
struct ranked_value {
  double value;
  std::size_t place;
};
/// Sets percentile[place] of every value to 100 (below + equal/2)/n, itself included (mid-rank). Sorts the values, and
/// gives them back in order. O(n log n).
std::vector<double> set_percentiles(std::vector<ranked_value> &values, double *percentile);

/// How peers are compared: the least divisor of z, and how many peers it takes.
struct peer_rule {
  double floor = 0.01;
  std::int64_t min_peers = 15;
};
/// The least divisor of the robust z.
inline constexpr double robust_floor = 0.01;

/// Of one value; NaN means NULL.
struct peer_score {
  double z = missing;           // (x - mean)/max(sd, floor); |z| <= sqrt(n - 1)
  double robust_z = missing;    // (x - median)/max(1.4826 MAD, 0.01)
  double percentile = missing;  // 0 to 100
  std::int64_t n = 0;           // peers that have a value, the entity included
  bool suppressed = false;      // n < min_peers: nothing else is told
};

/// Every value among all of them; what is missing is no peer, and its score has no meaning. A divisor of 0 (floor 0,
/// all equal) leaves z missing. Errors: 22023 for a value or floor that is not finite, a negative floor or min_peers;
/// 22003 where a robust z is beyond the range. O(n log n).
std::vector<peer_score> peer_scores(nullable_span<double> values, const peer_rule &rule);

/// (value - median)/max(1.4826 MAD, floor) of other values, of which the judged one is none; missing without others, or
/// where all are equal and the floor is 0. Errors: 22023 for what is not finite, a negative floor; 22003. O(n log n).
double robust_z_beside(double value, span<double> others, double floor);

/// Where z lies, upper bounds inclusive: extremely_low up to -3, very_low up to -2, moderately_low up to -1,
/// slightly_low up to -0.5, normal up to 0.5, slightly_high up to 1, moderately_high up to 2, very_high up to 3, else
/// extremely_high. Errors: 22023 for NaN and infinity.
const char *anomaly_label(double z);

}  // namespace harmony::signals
