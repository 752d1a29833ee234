// Times to an event in several groups: the log-rank test.
#pragma once

#include "core/base/score.hpp"
#include "core/statistics/table_state.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::statistics {

struct logrank_group {
  std::string_view group;  // of the state
  std::int64_t n = 0;
  double observed = 0.0, expected = 0.0;
};

/// NaN means NULL.
struct logrank_result {
  std::int32_t k = 0;  // groups
  std::int64_t n = 0;
  double chi2 = missing;
  std::int32_t df = 0;
  double p = missing;
  std::vector<logrank_group> groups;
};

/// Mantel's (1966) log-rank test of a table of the shape `times`: (O − E)'V⁻(O − E) with the hypergeometric variance of
/// ties, df the groups at risk at an event less one (R's survdiff). NaN where fewer than two such groups are. Errors:
/// 54000 for more than 1,000 groups. O(k²) an event time for k groups.
logrank_result logrank(const table_header *state);

/// Error 22023 unless finite and not negative.
void check_time(double time);

}  // namespace harmony::statistics
