// Phase 2, personality: how alike two people are in seven traits, and how much alike they will seem to each other.
#pragma once

#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace harmony::affinity {

/// Arrays of traits are in this order.
inline constexpr std::size_t trait_count = 7;
inline constexpr std::array<std::string_view, trait_count> trait_names = {"lust",  "gluttony", "greed", "sloth",
                                                                          "wrath", "envy",     "pride"};
/// Fewer traits that both have say nothing.
inline constexpr std::size_t fewest_traits = 4;

/// What each trait weighs in how alike two people seem, in the same order.
inline constexpr std::array<double, trait_count> perceived_weights = {1.0, 0.8, 0.9, 1.3, 1.5, 0.7, 1.2};

/// Seven values, NaN where there is none.
using trait_values = std::array<double, trait_count>;

/// Errors: 22023 unless there are seven, all finite or missing.
trait_values checked_traits(nullable_span<double> values, const char *name);

/// 100 (1 − d/(range √k)), d the Euclidean distance over the k traits that both have, 0 to 100; NaN for k < 4. Errors:
/// 22023 unless both hold seven finite values, range is finite and above 0, and no two values are further apart than
/// it.
double trait_similarity(nullable_span<double> a, nullable_span<double> b, double range);

/// The same of seven values each, NaN where there is none, which are not further apart than the range.
double measured_similarity(const double *a, const double *b, double range) noexcept;

/// NaN: fewer than four traits that both have; the rest is empty then.
struct perceived_result {
  double raw = missing;  // 0 to 1
  std::string_view tier;
  std::vector<std::string_view> shared;  // traits in which both lie on one side
};

/// Traits count in which both lie above, or both below, the middle of low … high by more than .05 of the range:
/// raw = Σ w (1 − |a − b|/range) (confidence of a + confidence of b)/2 / Σ w over all seven. A confidence that is
/// missing is 1. Tiers: from .60 on "strong", .40 "good", .25 "moderate", else "low". Shares and raw are compared
/// without noise. Errors: 22023 unless low < high are finite, traits are seven within them, confidences none or seven
/// within 0 to 1.
perceived_result perceived_similarity(nullable_span<double> a, nullable_span<double> b,
                                      nullable_span<double> confidence_a, nullable_span<double> confidence_b,
                                      double low, double high);

}  // namespace harmony::affinity
