// How two classifications go together: contingency tables of any size, two shares.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/table_state.hpp"

#include <cstdint>
#include <vector>

namespace harmony::statistics {

/// Counts row by row, with names (of a state) or without.
struct contingency_table {
  std::vector<std::int64_t> counts;
  std::size_t rows = 0, cols = 0;
  std::vector<std::string_view> row_names, col_names;
};
/// The table of a state of pairs. Error 54000 for more than 10 million cells.
contingency_table contingency(const table_header *state);

/// NaN means NULL.
struct chi_square_result {
  std::int64_t n = 0;
  std::int32_t rows = 0, cols = 0;
  double chi2 = missing;
  std::int32_t df = 0;
  double p = missing, g = missing, g_p = missing;
  double cramers_v = missing, cramers_v_corrected = missing, contingency = missing;
  double min_expected = missing;
  std::int32_t cells_below_5 = 0;
};

/// Pearson's chi-squared of counts, row by row, whose empty rows and columns have been left out: Σ (O − E)²/E without
/// continuity correction, G = 2 Σ O ln(O/E); V = √(χ²/(n min(r − 1, c − 1))), V corrected for bias (Bergsma 2013),
/// Pearson's contingency √(χ²/(n + χ²)). NaN: the figures where one row or column is left.
chi_square_result chi_square(const std::vector<std::int64_t> &counts, std::size_t rows, std::size_t cols);

/// Leaves out the empty rows and columns. Error 22023 for a negative count; 22003 where they sum to 2^53 or more.
void drop_empty(std::vector<std::int64_t> &counts, std::size_t &rows, std::size_t &cols);

/// NaN means NULL.
struct two_proportions_result {
  double p1 = missing, p2 = missing, difference = missing, low = missing, high = missing;
  double z = missing, p = missing, cohens_h = missing;
  double risk_ratio = missing, risk_ratio_low = missing, risk_ratio_high = missing;
  double odds_ratio = missing, odds_ratio_low = missing, odds_ratio_high = missing;
};

/// x1 of n1 and x2 of n2: the difference with Newcombe's (1998) interval of method 10, z by the pooled share, Cohen's
/// h, the risk ratio with Katz' and the odds ratio with Woolf's interval. NaN: what an empty sample or a share of 0 or
/// 1 leaves undefined. Errors: 22023 for a negative count, x > n, and unless 0 < level < 1.
two_proportions_result two_proportions(std::int64_t x1, std::int64_t n1, std::int64_t x2, std::int64_t n2,
                                       double level);
/// Of a state of outcomes, at 95 %.
two_proportions_result two_proportions(const table_header *state);

}  // namespace harmony::statistics
