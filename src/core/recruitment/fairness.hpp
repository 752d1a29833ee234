// Selection rates of groups: the four-fifths ratio and effect sizes. The exact test of a pair of groups is Fisher's, on
// the counts given here (core/statistics/contingency.hpp).
#pragma once

#include "core/recruitment/percentile.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace harmony::recruitment {

struct group_count {
  std::string name;
  std::int64_t selected, total;
};

struct selection_rate {
  group_count group;
  double rate;                // selected/total, 0…1
  centile_interval interval;  // Wilson, 95 %, 0…1
  group_count reference;      // the group with the highest rate
  double impact_ratio;        // rate/reference's rate; missing for a group alone, and where nobody was selected
  bool adverse;               // ratio below four fifths
  double cohens_h;            // 2 asin √rate − 2 asin √reference's (Cohen 1988); missing for a group alone
  double phi;                 // of the 2 × 2 table, −1…1; missing where one of its margins is empty
};

/// The groups of at least `least` people, in the order of their names, each against the one with the highest rate (of
/// equal rates the largest group, then the first name). Four fifths: Uniform Guidelines on Employee Selection
/// Procedures (1978). Errors: 22023 for a count below 0, more selected than there are, a name that occurs twice or
/// least below 1.
std::vector<selection_rate> selection_rates(std::vector<group_count> groups, std::int64_t least = 5);

}  // namespace harmony::recruitment
