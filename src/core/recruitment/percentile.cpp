#include "core/recruitment/percentile.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/base/score.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::recruitment {

namespace {

constexpr int tie_decimals = 1;  // scores tie when equal after rounding to this many decimals

std::int64_t rounded(double score) {
  if (!std::isfinite(score)) throw error(sqlstate::invalid_parameter_value, "scores must be finite numbers");
  return round_score(score, tie_decimals);
}

double midrank(double below, double equal, double size) noexcept { return 100.0 * (below + 0.5 * equal) / size; }

}  // namespace

double midrank_percentile(double score, span<double> pool) {
  const std::int64_t own = rounded(score);
  std::size_t below = 0, equal = 0;
  for (std::size_t k = 0; k < pool.size; ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const std::int64_t other = rounded(pool[k]);
    below += other < own ? 1 : 0;
    equal += other == own ? 1 : 0;
  }
  if (pool.size < 2) return missing;
  return midrank(static_cast<double>(below), static_cast<double>(equal), static_cast<double>(pool.size));
}

centile_interval wilson_interval(double p, std::size_t size, double z) {
  if (p < 0.0 || p > 1.0) throw error(sqlstate::numeric_value_out_of_range, "proportion must be between 0 and 1");
  if (size == 0 || std::isnan(p)) return {missing, missing};
  const double n = static_cast<double>(size), z2 = z * z;
  const double centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
  const double half = z / (1.0 + z2 / n) * std::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
  // The ends are exact where nobody or everybody was seen; rounding may not push the proportion out of its interval.
  return {p == 0.0 ? 0.0 : std::min(p, std::max(0.0, centre - half)),
          p == 1.0 ? 1.0 : std::max(p, std::min(1.0, centre + half))};
}

std::size_t score_histogram::bucket_of(double score) {
  return static_cast<std::size_t>(round_score(score, tie_decimals));
}

void score_histogram::add(double score) {
  if (std::isnan(score)) return;
  ++counts_[bucket_of(score)];
  ++size_;
}

std::vector<standing> score_histogram::standings() const {
  std::vector<standing> result(bucket_count, standing{missing, missing, missing});
  if (size_ < 2) return result;
  double below = 0.0;
  for (std::size_t k = 0; k < bucket_count; ++k) {
    const double equal = static_cast<double>(counts_[k]);
    const double centile = midrank(below, equal, static_cast<double>(size_));
    const centile_interval interval = wilson_interval(std::min(centile / 100.0, 1.0), size_);
    result[k] = {centile, 100.0 * interval.low, 100.0 * interval.high};
    below += equal;
  }
  return result;
}

}  // namespace harmony::recruitment
