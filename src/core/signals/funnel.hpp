// Funnel plots of proportions and of ratios of observed to expected counts, with overdispersion (Spiegelhalter 2005).
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace harmony::signals {

enum class funnel_kind : std::uint8_t { proportion, ratio };

/// Error 22023 for any other name.
funnel_kind funnel_kind_named(std::string_view name);

struct funnel_options {
  double winsorise = 0.1;      // z beyond these quantiles are taken for them; 0 to below 1/2
  bool overdispersion = true;  // false: no variance between sites
  double target = missing;     // on the scale of the data; missing: all together, of ratios 1

  /// Errors: 22023 for a share or a target (0 to 1 of proportions, above 0 of ratios) out of range.
  void check(funnel_kind kind) const;
};

/// NaN means NULL.
struct funnel_point {
  double value = missing;                         // O/n
  double z = missing, z_adjusted = missing;       // without, and with the variance between sites
  double lower_95 = missing, upper_95 = missing;  // limits at this size
  double lower_998 = missing, upper_998 = missing;
  double p_value = missing, q_value = missing;       // of z_adjusted, two-sided; q by Benjamini and Hochberg
  double reliability = missing, shrunken = missing;  // share of variance between sites; value shrunk by it
};

struct funnel_result {
  double target = missing;
  double phi = missing;                             // mean of winsorised z squared
  double tau2 = missing;                            // variance between sites on the transformed scale
  std::vector<std::optional<funnel_point>> points;  // empty where observed or size is missing, or size is 0
};

/// y = asin(sqrt(O/n)) or sqrt(O/E), s = 1/(2 sqrt(n)); limits are put back by sin² or square. Errors: 22023 for
/// numbers that are not finite, negative counts and sizes, counts without size or (of proportions) above it, another
/// number of sizes than of counts. O(n log n).
funnel_result funnel(funnel_kind kind, nullable_span<double> observed, nullable_span<double> sizes,
                     const funnel_options &options);

/// Exact limits at a size: of ratios chi²_p(2 E)/(2 size), chi²_{1-p}(2 E + 2)/(2 size), E = target size; of
/// proportions the binomial quantile r at p and at 1 - p, interpolated: (r - (F(r) - p)/(F(r) - F(r - 1)))/n, not below
/// 0. NaN for size 0. Errors: 22023 for a size that is negative (of proportions: not whole), a target out of range, p
/// not between 0 and 1/2.
std::array<double, 2> funnel_limits(funnel_kind kind, double size, double target, double p);

}  // namespace harmony::signals
