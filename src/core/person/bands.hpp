// Bands: words for numbers. A label is nullptr where its number is missing.
//
// Cutoffs apply to computed numbers of full precision. Statistics such as 0.8 − 0.5 miss their decimal value by a
// rounding error of 1e-17, so both are compared without_noise(): what equals a cutoff on paper is at the cutoff.
#pragma once

#include "core/base/rounding.hpp"

#include <cmath>
#include <cstddef>

namespace harmony::person {

/// value > cutoff without noise; false when missing.
inline bool exceeds(double value, double cutoff) noexcept {
  constexpr double decided = 2e-9;  // rounding moves each of them by half of 1e-9
  const double apart = value - cutoff;
  if (apart > decided || apart < -decided) return apart > 0.0;
  return without_noise(value) > without_noise(cutoff);
}

/// value < cutoff without noise; false when missing.
inline bool falls_below(double value, double cutoff) noexcept { return exceeds(cutoff, value); }

/// Lower ends of the bands of a fit or a success score (0…100).
struct band_cutoffs {
  double strong = 75.0;
  double good = 60.0;
  double moderate = 45.0;
};

/// STRONG_FIT, GOOD_FIT, MODERATE_FIT or POOR_FIT for ŷ (0…100); nullptr when missing.
inline const char *success_label(double y_success, const band_cutoffs &cutoffs = {}) noexcept {
  if (std::isnan(y_success)) return nullptr;
  if (!falls_below(y_success, cutoffs.strong)) return "STRONG_FIT";
  if (!falls_below(y_success, cutoffs.good)) return "GOOD_FIT";
  return falls_below(y_success, cutoffs.moderate) ? "POOR_FIT" : "MODERATE_FIT";
}

/// What a centile's confidence takes: data quality (0…1) and size of the pool.
struct confidence_cutoffs {
  double high_quality = 0.85;
  double medium_quality = 0.60;
  std::size_t high_pool = 5;
  std::size_t medium_pool = 2;
};

/// HIGH with enough of both, MEDIUM with less of either, else LOW.
inline const char *confidence(double quality, std::size_t pool, const confidence_cutoffs &cutoffs = {}) noexcept {
  const auto reaches = [&](double least_quality, std::size_t least_pool) {
    return !falls_below(quality, least_quality) && pool >= least_pool;
  };
  if (reaches(cutoffs.high_quality, cutoffs.high_pool)) return "HIGH";
  return reaches(cutoffs.medium_quality, cutoffs.medium_pool) ? "MEDIUM" : "LOW";
}

}  // namespace harmony::person
