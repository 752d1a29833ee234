#include "core/team/risk.hpp"

#include "core/team/team_fit.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::team {

namespace {

/// 100 (best − ew)/(best − worst), which is 25 (5 − ew) on the pulse scale 1…5.
double bad_weather(const risk_input &known) noexcept {
  return 100.0 * (pulse_scale.high - known.weather) / (pulse_scale.high - pulse_scale.low);
}

/// Sums the parts that are there with rescaled weights.
risk_score weigh(const std::array<risk_part, risk_part_count> &parts) noexcept {
  risk_score result;
  result.parts = parts;
  double all = 0.0, present = 0.0;
  for (const risk_part &entry : parts) {
    all += entry.weight;
    present += std::isnan(entry.value) ? 0.0 : entry.weight;
  }
  double sum = 0.0;
  for (risk_part &entry : result.parts) {
    const bool counts = !std::isnan(entry.value) && entry.weight > 0.0;
    entry.weight = counts ? entry.weight / present : 0.0;
    entry.contribution = counts ? entry.weight * entry.value : 0.0;
    sum += entry.contribution;
  }
  result.data_quality = present / all;
  if (present > 0.0) result.score = clamp_score(sum);
  return result;
}

risk_part spread(const risk_input &known, const risk_model &model, double weight) noexcept {
  return {"spread", scaled_sd(known.sd_conscientiousness, model.scales.sd_cap), weight, 0.0};
}

risk_part fragility(const risk_input &known, double weight) noexcept {
  return {"fragility", 100.0 - known.min_emotional_stability, weight, 0.0};
}

}  // namespace

void risk_model::check() const {
  check_fields(conflict);
  check_fields(volatility);
  check_fields(scales);
}

risk_score hidden_conflict(const risk_input &known, const risk_model &model) {
  model.check();
  const conflict_weights &weights = model.conflict;
  const double lead = known.performance - known.cohesion;
  const double gap = std::isnan(lead) ? missing : std::max(0.0, lead);
  return weigh({risk_part{"gap", gap, weights.gap, 0.0}, spread(known, model, weights.spread),
                fragility(known, weights.fragility), risk_part{"weather", bad_weather(known), weights.weather, 0.0}});
}

risk_score team_volatility(const risk_input &known, const risk_model &model) {
  model.check();
  const volatility_weights &weights = model.volatility;
  return weigh({risk_part{"pulse", scaled_sd(known.rmssd, model.scales.rmssd_cap), weights.pulse, 0.0},
                risk_part{"weather", bad_weather(known), weights.weather, 0.0}, fragility(known, weights.fragility),
                spread(known, model, weights.spread)});
}

}  // namespace harmony::team
