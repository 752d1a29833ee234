// Sensitivity of a ranking to its weights: the order of a pool with one weight after the other changed
// (docs/reference/impact.md).
#pragma once

#include "core/ranking/match.hpp"

namespace harmony::ranking {

/// What one changed weight does to one of the two rankings.
struct rank_change {
  const char *stage = nullptr;                           // g_fit (importance of a competency) or y_success (a β)
  std::string weight;                                    // competency or term
  double change = 0.0;                                   // −.2 or +.2: the weight times 1 + change
  double kendall_tau = missing, spearman_rho = missing;  // with the ranking as it is; missing where one is constant
  std::size_t n = 0;                                     // candidates that can be ranked
  std::size_t top = 0;                                   // k, at most n
  std::size_t top_changed = 0;                           // of the first k as it is, how many are no longer among them
  std::vector<person_id> new_top;                        // the first k with the changed weight
};

/// Every weight of both stages, down and up, of a pool that it completes. From the terms and scores that the pool
/// keeps: no profile is read again, O(n log n) a weight. The disqualified and candidates without the score take no
/// part; ties are ordered by the person. k is the request's top, or the model's where that is 0.
std::vector<rank_change> rank_sensitivity(match_pool &pool);

}  // namespace harmony::ranking
