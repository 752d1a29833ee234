// Two-way analysis of variance from the moments of its cells.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/table_state.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::statistics {

/// NaN means NULL.
struct two_way_term {
  const char *term;
  std::int32_t df = 0;
  double ss_1 = missing, f_1 = missing, p_1 = missing;
  double ss_2 = missing, f_2 = missing, p_2 = missing;
  double ss_3 = missing, f_3 = missing, p_3 = missing;
  double partial_eta_squared = missing;
};

struct two_way_cell {
  std::string_view a, b;  // of the state
  std::int64_t n;
  double mean, sd;
};

/// NaN means NULL.
struct two_way_result {
  std::int64_t n = 0, n_skipped = 0;
  std::int32_t cells = 0, empty_cells = 0;  // with values, and without
  std::int64_t df_within = 0;
  double ss_within = missing, ms_within = missing;
  std::vector<two_way_term> terms;  // a, b, a:b
  std::vector<two_way_cell> cell_stats;
  std::vector<std::string> warnings;
};

/// Sums of squares of a, b and a:b: sequential (I), marginal (II), of sum-to-zero contrasts (III, as car's Anova).
///   I:   a: Σ nᵢ (ȳᵢ − ȳ)²; b: what the additive model gains over a; II: a likewise over b;
///   a:b: Σ nᵢⱼ (ȳᵢⱼ − additive)²; III of a: Σ wᵢ (mᵢ − m̄)² over the unweighted means mᵢ of its cells' means,
///   1/wᵢ = Σⱼ 1/nᵢⱼ/c², m̄ weighted by w.
/// Degrees of freedom by rank. NaN: III (with partial η²) where cells are empty, with a warning; F and p where
/// df_within or df is 0, or nothing varies. Errors: 54000 for more than 1,000 levels, 22003 where squares
/// overflow or vanish.
two_way_result anova_two_way(const table_header *state);

}  // namespace harmony::statistics
