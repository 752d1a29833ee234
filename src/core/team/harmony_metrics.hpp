// The harmony metrics of a team (docs/reference/team.md, "Harmony metrics").
#pragma once

#include "core/recruitment/mlpsm.hpp"

#include <cstdint>
#include <vector>

namespace harmony::team {

struct harmony_metrics {
  double performance = missing;  // mean P_ind, 0…100
  double cohesion = missing;     // (min A + mean ES)/2, 0…100
  double min_agreeableness = missing;
  double sd_conscientiousness = missing;  // sample SD (n − 1); missing below two measured values
  double mean_emotional_stability = missing;
  double min_emotional_stability = missing;
  double mean_gca = missing;
  std::uint32_t n = 0;        // people
  double data_quality = 0.0;  // mean of the measured shares of P_ind, A, C and ES; 0 for nobody
};

/// The metrics of (derived) profiles, from one person up. A missing value drops out of its statistic and lowers the
/// quality. The weights of P_ind must have passed check().
harmony_metrics metrics_of(const std::vector<person::profile> &members,
                           const person::trait_weights &p_ind = recruitment::default_p_ind_weights());

}  // namespace harmony::team
