// How much a drift counts: its size, and the evidence that it is one.
#pragma once

#include "core/base/no_postgres.hpp"

#include <algorithm>
#include <string_view>

namespace harmony::statistics {

/// Sizes from which a drift is moderate, and from which it is major.
struct drift_cutoffs {
  double moderate, major;
};
inline constexpr drift_cutoffs psi_cutoffs{0.1, 0.25};
inline constexpr drift_cutoffs wasserstein_sd_cutoffs{0.1, 0.3};
inline constexpr drift_cutoffs cramers_v_cutoffs{0.1, 0.3};
inline constexpr double drift_evidence = 0.01;  // p-values below it
/// A share of no row counts as so much in a PSI.
inline constexpr double psi_floor = 1e-4;

/// 0 none, 1 moderate, 2 major. A missing size (NaN) is none.
inline int drift_size(double size, drift_cutoffs cutoffs) {
  return size >= cutoffs.major ? 2 : (size >= cutoffs.moderate ? 1 : 0);
}

/// The name of a level: of the larger of two sizes, none without evidence. NaN as p is no evidence.
inline const char *drift_level(int size, int other_size, double p) {
  const int level = p < drift_evidence ? std::max(size, other_size) : 0;
  return level == 2 ? "major" : (level == 1 ? "moderate" : "none");
}

/// A level that was judged by its own p, once more by one that is adjusted for others beside it. NaN is no evidence.
inline std::string_view drift_level_again(std::string_view level, double adjusted_p) {
  return adjusted_p < drift_evidence ? level : std::string_view("none");
}

}  // namespace harmony::statistics
