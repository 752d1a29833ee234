// The dyad score of two people, an edge of the sociogram (docs/reference/ranking.md, "Pairs and risks of a team").
#pragma once

#include "core/base/field.hpp"
#include "core/person/profile.hpp"

namespace harmony::team {

struct dyad_model {
  double agreeableness = 0.40, conscientiousness = 0.35, emotional_stability = 0.25;
  double synergy_above = 0.70, friction_below = 0.30;

  /// Errors as check_fields().
  void check() const;
};

inline field_table<dyad_model> fields_of(const dyad_model &) {
  static constexpr field<dyad_model> fields[] = {
      {"agreeableness", &dyad_model::agreeableness, not_negative, "a dyad"},
      {"conscientiousness", &dyad_model::conscientiousness, not_negative, "a dyad"},
      {"emotional_stability", &dyad_model::emotional_stability, not_negative, "a dyad"},
      {"synergy_above", &dyad_model::synergy_above, any_number},
      {"friction_below", &dyad_model::friction_below, any_number},
  };
  return {"dyad", field_kind::constant, fields};
}

/// D = .40 (1 − |ΔA|/100) + .35 (1 − |ΔC|/100) + .25 (ES_i/100)(ES_j/100), 0…1, symmetric; missing when a trait of
/// either is (similarity and attraction: Byrne 1971). The weights are used as they are, so D stays within 0…Σ w.
double dyad(const person::profile &left, const person::profile &right, const dyad_model &model = {}) noexcept;

/// "synergy" above .70, "friction" below .30, else "neutral"; nullptr when missing.
const char *dyad_label(double value, const dyad_model &model = {}) noexcept;

}  // namespace harmony::team
