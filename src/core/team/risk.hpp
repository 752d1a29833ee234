// Two risks of a team: hidden conflict (HCD) and volatility (TVI).
#pragma once

#include "core/person/profile.hpp"

#include <array>
#include <string_view>

namespace harmony::team {


/// What is known of a team; unknown fields stay missing.
struct risk_input {
  double performance = missing;              // mean P_ind, 0…100
  double cohesion = missing;                 // (min A + mean ES)/2, 0…100
  double sd_conscientiousness = missing;     // σ(C), ≥ 0
  double min_emotional_stability = missing;  // 0…100
  double weather = missing;                  // shrunk mean ew of the pulses, 1…5
  double rmssd = missing;                    // of the pulses within persons, ≥ 0

  /// Sets a field by its name; false when there is no such field. Error 22003 when the value is out of its range.
  bool set(std::string_view name, double value);
};

struct risk_model {
  double conflict_gap = 0.35, conflict_spread = 0.25, conflict_fragility = 0.25, conflict_weather = 0.15;
  double volatility_pulse = 0.35, volatility_weather = 0.25, volatility_fragility = 0.25, volatility_spread = 0.15;
  double sd_cap = 35.0;    // a σ(C) of this or more counts as σ' = 100
  double rmssd_cap = 2.0;  // an RMSSD of this or more counts as V = 100
  double weather_best = 5.0, weather_worst = 1.0;

  /// Error 22023 unless both sets of weights are finite, ≥ 0 and sum above 0 and the scales have a width.
  void check() const;
};

inline constexpr std::size_t risk_part_count = 4;

struct risk_part {
  const char *name = nullptr;
  double value = missing;     // 0…100, high is bad
  double weight = 0.0;        // rescaled; 0 when the part is missing
  double contribution = 0.0;  // weight × value; they sum to the score
};

struct risk_score {
  double score = missing;     // 0…100; missing when no part can be computed
  double data_quality = 0.0;  // share of the weight that could be computed, 0…1
  std::array<risk_part, risk_part_count> parts{};
};

/// HCD = .35 max(0, performance − cohesion) + .25 σ' + .25 (100 − min ES) + .15 · 25 (5 − ew), σ' = 100 min(σ(C)/35,
/// 1). Missing parts drop out, the weights rescale. Clamped to 0…100. Errors as risk_model::check().
risk_score hidden_conflict(const risk_input &crew, const risk_model &model = {});

/// TVI = .35 V + .25 · 25 (5 − ew) + .25 (100 − min ES) + .15 σ', V = 100 min(RMSSD/2, 1) (RMSSD: Jahng, Wood and Trull
/// 2008). Missing parts, clamping and errors as hidden_conflict().
risk_score team_volatility(const risk_input &crew, const risk_model &model = {});

}  // namespace harmony::team
