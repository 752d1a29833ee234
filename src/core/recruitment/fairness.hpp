// Selection rates of groups: is a group selected less often than the others, and is that more than chance?
// Constants and sources: docs/reference/impact.md, "Selection rates by group".
#pragma once

#include "core/base/score.hpp"
#include "core/recruitment/percentile.hpp"
#include "core/statistics/contingency.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace harmony::recruitment {

/// How many of a group passed a stage, in one stratum (such as a campaign). Stage and stratum may be empty.
struct group_count {
  std::string name;
  std::int64_t selected, total;
  std::string stage{}, stratum{};
};

enum class reference : std::uint8_t { none, others, highest };

/// A group at a stage, over all strata, against a reference. A number that cannot be told is missing.
struct selection_rate {
  group_count group;
  double rate = missing;                                   // selected/total, 0…1
  centile_interval interval{missing, missing};             // of the rate: Wilson, 95 %
  reference against = reference::none;                     // none: the group stands alone
  double ratio = missing;                                  // rate/reference's rate
  double rejection_ratio = missing;                        // (1 − rate)/(1 − reference's rate)
  double risk_difference = missing;                        // rate − reference's rate
  centile_interval difference_interval{missing, missing};  // 95 %, Newcombe's (1998) method 10
  double cohens_h = missing;                               // 2 asin √rate − 2 asin √reference's (Cohen 1988)
  double phi = missing;                                    // of the 2 × 2 table, −1…1
  // Against all others only: a reference that was chosen for its rate gives no test.
  double p = missing;                             // Fisher's exact, two-sided
  double p_adjusted = missing;                    // Benjamini and Hochberg over groups and stages
  double z = missing;                             // of the difference, pooled: the 2-SD rule looks for |z| above 2
  std::optional<bool> adverse;                    // ratio below four fifths, and p_adjusted below .05
  std::optional<bool> adverse_rejection;          // the same read on rejections: their ratio above five fourths
  std::optional<std::int64_t> decisions_to_turn;  // that would turn `adverse`; none: no number of them would
  statistics::mantel_haenszel_result pooled{missing, missing, missing, missing};  // of several strata
};

inline constexpr std::int64_t max_people_compared = 10'000'000;
inline constexpr std::size_t max_comparisons = 1'000;

/// The groups of at least `least` people over all strata, by stage in the order given and then by name: each against
/// all others together, and, but for the highest itself, against the group with the highest rate (of equal rates the
/// largest, then the first name).
///
/// Of several strata, adverse needs the Mantel-Haenszel test besides (odds ratio below 1, p below .05): groups that
/// apply where fewer are selected are not taken for disadvantaged. decisions_to_turn is the smallest number of
/// decisions about people of the group alone, or of the others alone, that would turn the verdict on the sums, with all
/// other comparisons as they are.
///
/// Four fifths: Uniform Guidelines on Employee Selection Procedures (1978). Errors: 22023 for a count below 0, more
/// selected than there are, a name that occurs twice in a stage and stratum, or least below 1; 22003 for more than
/// max_people_compared at a stage; 54000 for more than max_comparisons groups at all stages.
std::vector<selection_rate> selection_rates(std::vector<group_count> groups, std::int64_t least = 5);

}  // namespace harmony::recruitment
