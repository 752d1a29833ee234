// Two risks of a team: hidden conflict (HCD) and volatility (TVI); docs/reference/ranking.md, "Pairs and risks of a
// team".
#pragma once

#include "core/base/field.hpp"
#include "core/base/score.hpp"
#include "core/team/pulse_scale.hpp"

#include <array>

namespace harmony::team {

/// What is known of a team; unknown fields stay missing.
struct risk_input {
  double performance = missing;              // mean P_ind, 0…100
  double cohesion = missing;                 // (min A + mean ES)/2, 0…100
  double sd_conscientiousness = missing;     // σ(C), ≥ 0
  double min_emotional_stability = missing;  // 0…100
  double weather = missing;                  // shrunk mean ew of the pulses, 1…5
  double rmssd = missing;                    // of the pulses within persons, ≥ 0
};

inline field_table<risk_input> fields_of(const risk_input &) {
  constexpr bounds at_least_zero{0.0, std::numeric_limits<double>::max()};
  static constexpr field<risk_input> fields[] = {
      {"performance", &risk_input::performance, score_range},
      {"cohesion", &risk_input::cohesion, score_range},
      {"sd_conscientiousness", &risk_input::sd_conscientiousness, at_least_zero},
      {"min_emotional_stability", &risk_input::min_emotional_stability, score_range},
      {"weather", &risk_input::weather, pulse_scale},
      {"rmssd", &risk_input::rmssd, at_least_zero},
  };
  return {"team measures", field_kind::measure, fields};
}

struct conflict_weights {
  double gap = 0.35, spread = 0.25, fragility = 0.25, weather = 0.15;
};

inline field_table<conflict_weights> fields_of(const conflict_weights &) {
  static constexpr field<conflict_weights> fields[] = {
      {"gap", &conflict_weights::gap, not_negative, "hidden conflict"},
      {"spread", &conflict_weights::spread, not_negative, "hidden conflict"},
      {"fragility", &conflict_weights::fragility, not_negative, "hidden conflict"},
      {"weather", &conflict_weights::weather, not_negative, "hidden conflict"},
  };
  return {"hidden_conflict", field_kind::constant, fields};
}

struct volatility_weights {
  double pulse = 0.35, weather = 0.25, fragility = 0.25, spread = 0.15;
};

inline field_table<volatility_weights> fields_of(const volatility_weights &) {
  static constexpr field<volatility_weights> fields[] = {
      {"pulse", &volatility_weights::pulse, not_negative, "team volatility"},
      {"weather", &volatility_weights::weather, not_negative, "team volatility"},
      {"fragility", &volatility_weights::fragility, not_negative, "team volatility"},
      {"spread", &volatility_weights::spread, not_negative, "team volatility"},
  };
  return {"team_volatility", field_kind::constant, fields};
}

struct risk_scales {
  double sd_cap = 35.0;    // a σ(C) of this or more counts as σ' = 100
  double rmssd_cap = 2.0;  // an RMSSD of this or more counts as V = 100
};

inline field_table<risk_scales> fields_of(const risk_scales &) {
  static constexpr field<risk_scales> fields[] = {
      {"sd_cap", &risk_scales::sd_cap, above_zero},
      {"rmssd_cap", &risk_scales::rmssd_cap, above_zero},
  };
  return {"scales", field_kind::constant, fields};
}

struct risk_model {
  conflict_weights conflict{};
  volatility_weights volatility{};
  risk_scales scales{};

  /// Errors as check_fields() of the parts.
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
risk_score hidden_conflict(const risk_input &known, const risk_model &model = {});

/// TVI = .35 V + .25 · 25 (5 − ew) + .25 (100 − min ES) + .15 σ', V = 100 min(RMSSD/2, 1) (RMSSD: Jahng, Wood and Trull
/// 2008). Missing parts, clamping and errors as hidden_conflict().
risk_score team_volatility(const risk_input &known, const risk_model &model = {});

}  // namespace harmony::team
