// Decimal rounding that agrees with C's printf, without text.
#pragma once

#include "core/base/error.hpp"

#include <algorithm>
#include <initializer_list>
#include <cmath>
#include <cstdint>
#include <vector>

namespace harmony {

/// 10^decimals for 0 to 9 decimals. Errors: 22023 for any other number of decimals.
inline double power_of_ten(int decimals) {
  constexpr double powers[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  if (decimals < 0 || decimals > 9)
    throw error(sqlstate::invalid_parameter_value,
                "number of decimals must be between 0 and 9, not " + std::to_string(decimals));
  return powers[decimals];
}

/// The integer x·scale, for a power of ten and |x·scale| below 2^62, rounded as printf rounds: from the exact binary
/// value of x, an exact tie going to the even last digit (0.125 -> 12, 0.375 -> 38 with 100). An integer has no
/// negative zero.
///
/// With p = fl(|x|·scale) and e = fma(|x|, scale, −p), the product is exactly p + e (Dekker 1971; Handbook of
/// Floating-Point Arithmetic, 4.4), so comparing its fraction with one half is exact. Below 2^40 |e| is at most 2^-14:
/// a fraction of p that differs from one half by more decides alone, without the fma.
inline std::int64_t nearest_integer(double x, double scale) noexcept {
  constexpr double integers_only = 4503599627370496.0;  // 2^52: from here on a double has no fraction
  const double product = std::fabs(x) * scale;
  if (product < 0x1p40) {
    const auto below = static_cast<std::int64_t>(product);
    const double fraction = product - static_cast<double>(below);
    const std::int64_t nearest = below + (fraction > 0.5 ? 1 : 0);
    if (std::fabs(fraction - 0.5) > 0x1p-12) return x < 0 ? -nearest : nearest;
  }

  double rest = std::fma(std::fabs(x), scale, -product);
  const double floor_of_product = std::floor(product);
  auto whole = static_cast<std::int64_t>(floor_of_product);
  if (product >= integers_only) {  // the rest may hold whole units of its own
    whole += static_cast<std::int64_t>(std::floor(rest));
    rest -= std::floor(rest);
  }
  const double beyond_half = (product - floor_of_product) - 0.5;
  if (beyond_half > -rest || (beyond_half == -rest && whole % 2 != 0)) whole += 1;
  return x < 0 ? -whole : whole;
}

/// The integer x·10^decimals as nearest_integer() rounds it.
///
/// Range: 0 to 9 decimals, |x·10^decimals| below 2^62. Errors: 22023 for other decimals, 22003 beyond the range or NaN.
inline std::int64_t round_scaled(double x, int decimals) {
  constexpr double limit = 4611686018427387904.0;  // 2^62
  const double scale = power_of_ten(decimals);
  if (!(std::fabs(x) * scale < limit))
    throw error(sqlstate::numeric_value_out_of_range, "number is out of range for rounding");
  return nearest_integer(x, scale);
}

/// x rounded to a multiple of 1/scale; as it is where its neighbours lie further apart, for NaN and for infinity.
inline double round_at(double x, double scale) noexcept {
  constexpr double limit = 9007199254740992.0;  // 2^53
  if (!(std::fabs(x) * scale < limit)) return x;
  return static_cast<double>(nearest_integer(x, scale)) / scale;
}

/// x rounded to 0 to 9 decimals: the double nearest to what printf("%.{decimals}f") prints, but a result of zero has
/// no sign. NaN and infinity come back as they are, and so does an x whose neighbouring doubles lie further apart than
/// the last decimal (|x·10^decimals| from 2^53). Errors: 22023 for other decimals.
inline double round_to(double x, int decimals) { return round_at(x, power_of_ten(decimals)); }

/// What two ways to the same score may differ by: 0.55 · 52.8 + 0.30 · 50.3 + 0.15 · 58.8 is 52.95, and so is a mean of
/// other numbers, but as doubles they are some 1e-14 apart. Scores and indices are rounded to so many decimals before
/// they are compared, with each other or with a cut-off, and before they are rounded to fewer.
inline constexpr int noise_decimals = 9;

/// x as it is compared. NaN, infinity and what is too large for the decimals come back as they are.
inline double without_noise(double x) noexcept {
  constexpr double scale = 1e9;
  static_assert(noise_decimals == 9);
  return round_at(x, scale);
}

/// round_scaled() of a computed score or index.
inline std::int64_t round_score(double x, int decimals) {
  const double product = std::fabs(x) * power_of_ten(decimals);
  if (decimals <= 6 && product < 0x1p30) {  // noise moves the product by at most 0.0005
    const auto below = static_cast<std::int64_t>(product);
    const double fraction = product - static_cast<double>(below);
    const std::int64_t nearest = below + (fraction > 0.5 ? 1 : 0);
    if (std::fabs(fraction - 0.5) > 0.001) return x < 0 ? -nearest : nearest;
  }
  return round_scaled(without_noise(x), decimals);
}

/// A computed score rounded to 0 to 9 decimals; NaN, infinity and what is too large come back as they are.
inline double rounded_score(double x, int decimals) { return round_to(without_noise(x), decimals); }

/// x rounded to what its standard error supports: to a multiple of the largest of .01, .02, .05, .1 … 50 that is not
/// above it, or of .01. NaN and infinity come back as they are; of an error that is missing .1 is taken.
inline double rounded_to_error(double x, double standard_error) {
  constexpr int steps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};  // hundredths
  const double hundredths = std::isnan(standard_error) ? 10.0 : 100.0 * standard_error;
  int step = steps[0];
  for (const int larger : steps)
    if (larger <= hundredths) step = larger;
  constexpr double limit = 9007199254740992.0;  // 2^53
  const double multiple = without_noise(100.0 * x / step);
  if (!(std::fabs(multiple) < limit)) return x;
  return std::nearbyint(multiple) * step / 100.0;
}

/// rounded_score() of each, in place.
inline void round_scores(std::initializer_list<double *> scores, int decimals) {
  for (double *score : scores) *score = rounded_score(*score, decimals);
}

/// Rounds the parts of a total to 0 to 9 decimals by the largest-remainder method (Hamilton's), so that they sum to
/// rounded_score(total): each is rounded down, and the units that are left go to those with the largest remainders, of
/// equal ones to the first. A part moves by less than one unit when the parts sum to the total; where they do not, the
/// difference is shared out in whole units. Missing parts stay missing; all come back as they are where the total is
/// missing, or one of these numbers is infinite or has 2^53 units or more. Errors: 22023 for other decimals.
inline void round_parts(std::vector<double> &parts, double total, int decimals) {
  const double scale = power_of_ten(decimals);
  struct share {
    double rest;
    std::size_t index;
    std::int64_t units;
  };
  constexpr double limit = 9007199254740992.0;  // 2^53
  if (!(std::fabs(total) * scale < limit)) return;
  std::vector<share> shares;
  std::int64_t left = round_score(total, decimals);
  for (std::size_t k = 0; k < parts.size(); ++k) {
    if (std::isnan(parts[k])) continue;
    const double units = without_noise(parts[k] * scale), whole = std::floor(units);
    if (!(std::fabs(units) < limit)) return;
    shares.push_back({units - whole, k, static_cast<std::int64_t>(whole)});
    left -= shares.back().units;
  }
  if (shares.empty()) return;
  std::stable_sort(shares.begin(), shares.end(), [](const share &a, const share &b) { return a.rest > b.rest; });
  const auto n = static_cast<std::int64_t>(shares.size());
  const std::int64_t extra = left % n, all = left / n;
  for (std::int64_t k = 0; k < n; ++k) {
    const share &taken = shares[static_cast<std::size_t>(extra < 0 ? n - 1 - k : k)];
    const std::int64_t step = k < std::abs(extra) ? (extra < 0 ? -1 : 1) : 0;
    parts[taken.index] = static_cast<double>(taken.units + all + step) / scale;
  }
}

}  // namespace harmony
