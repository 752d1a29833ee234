// The score of a pair as a site keeps it: of no more of each side than the other may be told.
#pragma once

#include "core/affinity/traits.hpp"
#include "core/affinity/willingness.hpp"
#include "core/base/span.hpp"

#include <string_view>

namespace harmony::affinity {

/// What of a phase's score the other side may find out.
struct disclosure {
  double visual_step = 10.0;                    // a multiple of this, 0.001 to 100
  double band_middle = 40.0, band_high = 70.0;  // the first values of two of the three bands
};

/// "low", "middle" or "high"; empty for NaN.
std::string_view band_of(double biological, const disclosure &told);

/// The middle of the band that a biological score lies in; NaN for NaN. Errors: 22023 for a score outside 0 to 100, and
/// as of band_of.
double middle_of_band(double biological, const disclosure &told);

/// Seven traits, each at the nearest multiple of the step, 100 at most; NaN for a missing one. However many
/// similarities are made of these, no more of the traits can be solved for. Errors: 22023 unless there are seven, each
/// missing or 0 to 100, and the step is from 0.001 to 100.
trait_values traits_in_steps(nullable_span<double> traits, double step);

/// The visual scores at the nearest multiples of the step, the biological one at the middle of its band. Whoever knows
/// the score of a pair and the own half of it finds out these, and nothing finer, however often that half changes.
/// Errors: 22023 for a score or bound outside 0 to 100, bounds not in order, a step outside its range.
phase_scores as_told(const phase_scores &scores, const disclosure &told);

}  // namespace harmony::affinity
