// Agreement of raters within a group.
#pragma once

#include "core/base/span.hpp"
#include "core/statistics/moments.hpp"

#include "core/base/native_serialization.hpp"

#include <vector>

namespace harmony::statistics {

/// r_wg(j) of one group, collected row by row (a rater's answers to J items):
///   J (1 − s̄²/σ²)/(J (1 − s̄²/σ²) + s̄²/σ²), s̄² the mean of the items' variances (divisor n − 1), σ² the variance of
///   random answers (James, Demaree and Wolf 1984); for one item r_wg = 1 − s²/σ². Where the raters agree less than
/// chance (s̄² > σ²) it is 0, as in multilevel::rwg and rwg.j of R.
class rwg_collector {
 public:
  /// Adds a rater. Errors: 22023 for no items, another number of items or another expected variance than before, a
  /// value that is not finite, or an expected variance that is not positive and finite.
  void add(span<double> items, double expected_variance);
  void merge(const rwg_collector &other);

  /// NaN for fewer than two raters.
  double rwg_j() const;

  void serialize(native_writer &out) const;
  static rwg_collector deserialize(native_reader &in);

 private:
  void check_same(std::size_t n_items, double expected_variance);

  double expected_variance_ = 0.0;
  std::vector<moments> items_;
};

/// (A² − 1)/12: the variance of answers spread evenly over A options. Error 22023 for A < 2.
double uniform_variance(int options);

}  // namespace harmony::statistics
