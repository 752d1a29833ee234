// Control charts that remember: of small shifts that last, which a chart of single values sees late.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// NaN means NULL: of a missing value, all but i.
struct ewma_point {
  std::int32_t i = 0;  // from 1
  double value = missing, ewma = missing, low = missing, high = missing;
  bool signal = false;  // has a meaning where value has
};

struct ewma_options {
  double lambda = 0.2, l = 3.0;
  bool steady = false;
};

/// Exponentially weighted moving average zₜ = λ xₜ + (1 − λ) zₜ₋₁ from z₀ = target, limits target ± L sd √(λ/(2 − λ) (1
/// − (1 − λ)²ᵗ)), of a steady chart without the last factor; a signal is beyond them (Roberts 1959; Lucas and Saccucci
/// 1990). A missing value changes nothing, and does not count in t. Errors: 22023 for what is not finite, and unless sd
/// > 0, 0 < λ <= 1, L > 0; 22003 for a figure beyond the range of double. O(n).
std::vector<ewma_point> ewma_chart(nullable_span<double> values, double target, double sd, const ewma_options &options);

struct cusum_point {
  std::int32_t i = 0;
  double value = missing, high = missing, low = missing;  // C⁺, C⁻, neither negative
  bool signal = false;
};

/// Tabular cumulative sums C⁺ₜ = max(0, C⁺ₜ₋₁ + xₜ − target − k sd), C⁻ₜ = max(0, C⁻ₜ₋₁ + target − xₜ − k sd), from 0;
/// a signal is one above h sd (Page 1954). The sums go on after it. A missing value changes nothing. Errors: 22023 for
/// what is not finite, and unless sd > 0, k >= 0, h > 0; 22003. O(n).
std::vector<cusum_point> cusum_chart(nullable_span<double> values, double target, double sd, double k, double h);

}  // namespace harmony::statistics
