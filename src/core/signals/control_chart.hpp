// Control charts: individual values, proportions and rates.
#pragma once

#include "core/base/score.hpp"
#include "core/signals/chart_rules.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace harmony::signals {

enum class chart_kind : std::uint8_t { xmr, p, u, pp, up };
enum class chart_constants : std::uint8_t { exact, nhs };

/// By their names. Errors: 22023 for any other.
chart_kind chart_kind_named(std::string_view name);
chart_constants chart_constants_named(std::string_view name);
rule_set rule_set_named(std::string_view name);

struct chart_options {
  rule_set rules = rule_set::nhs;
  chart_constants constants = chart_constants::exact;
  bool screen = false;  // xmr: drops ranges from the range limit on, once
  double baseline = 0;  // so many values set the limits; 0: all
  double points = 7;    // of a shift or trend of the rules nhs: 6 or 7

  /// Errors: 22023 for a baseline that is no whole number from 2 (or 0), or points other than 6 and 7.
  void check() const;
};

/// NaN means NULL.
struct chart_point {
  double value = missing, centre = missing, lower = missing, upper = missing;
  double sigma = missing;         // uncut: what the rules use
  double moving_range = missing;  // xmr: from the value before
  double mr_upper = missing;      // xmr: limit of moving ranges
  std::uint8_t rules = 0;
};

/// A point for each value that is observed, in their order; empty for a missing one.
/// xmr: centre mean, limits E2 mR away, mr_upper D4 mR; of exact constants E2 = 3 sqrt(pi)/2, D4 = 1 + 3 sqrt(2 -
/// 4/pi) sqrt(pi)/2, of nhs 2.66 and 3.267. `sizes` are not used.
/// p, u: value x/n, centre Σx/Σn, sigma sqrt(c (1 - c)/n) or sqrt(c/n), limits 3 sigma away, cut at 0, of p at 1 too.
/// pp, up (Laney 2002): sigma times mR(z) sqrt(pi)/2. An element of size 0 is missing.
/// Errors: 22023 for numbers that are not finite, negative counts and sizes, counts without size, of p and pp above it,
/// another number of sizes than of values; 22003. O(n).
std::vector<std::optional<chart_point>> control_chart(chart_kind kind, nullable_span<double> values,
                                                      nullable_span<double> sizes, const chart_options &options);

}  // namespace harmony::signals
