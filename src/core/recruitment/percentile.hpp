// Where a score stands in a pool: mid-rank centile with a Wilson interval.
#pragma once

#include "core/base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace harmony::recruitment {

/// An interval of a centile.
struct centile_interval {
  double low;
  double high;
};

/// 100 (cf + 0.5 f)/N, 0…100: cf scores of the pool below, f equal, N in all (Crawford, Garthwaite and Slick 2009).
/// Scores are equal when they are after rounding to 1 decimal, without_noise(). The pool holds the score itself, so
/// N = 1 has no centile: missing, as for an empty pool. Error 22023 for a NaN or infinite number in either. Linear in
/// N.
double midrank_percentile(double score, span<double> pool);

/// The standard normal quantile of a two-sided 95 % interval.
inline constexpr double z_95 = 1.959963984540054;

/// Wilson's score interval of a proportion p (0…1) seen in N cases (Wilson 1927), within 0…1: it holds p, from exactly
/// 0 for p = 0 and to exactly 1 for p = 1; missing for N = 0 or a missing p. Error 22003 when p is not within 0…1.
centile_interval wilson_interval(double p, std::size_t size, double z = z_95);

/// A score's standing in a pool, 0…100; all missing when the pool has fewer than two scores.
struct standing {
  double centile;
  double low;
  double high;
};

/// The scores (0…100) of a pool, counted by their value rounded to 1 decimal: centiles of a pool of any size in one
/// pass.
class score_histogram {
 public:
  static constexpr std::size_t bucket_count = 1001;

  score_histogram() : counts_(bucket_count, 0) {}

  /// Counts a score; a missing one is ignored. The caller sees to it that scores lie within 0…100.
  void add(double score);

  /// How many scores were counted.
  std::size_t size() const noexcept { return size_; }

  /// The standing of every bucket, index round(10 · score).
  std::vector<standing> standings() const;

  /// The bucket of a score within 0…100 that is not missing.
  static std::size_t bucket_of(double score);

 private:
  std::vector<std::uint64_t> counts_;
  std::size_t size_ = 0;
};

}  // namespace harmony::recruitment
