#include "core/team/dyad.hpp"

#include "core/person/bands.hpp"

namespace harmony::team {

using person::profile;
using person::trait;

namespace {

/// 1 for equal traits, 0 for opposite ends.
double similarity(const profile &left, const profile &right, trait which) noexcept {
  return 1.0 - std::fabs(left.get(which) - right.get(which)) / 100.0;
}

}  // namespace

void dyad_model::check() const { check_fields(*this); }

double dyad(const profile &left, const profile &right, const dyad_model &model) noexcept {
  const double stability =
      left.get(trait::emotional_stability) / 100.0 * (right.get(trait::emotional_stability) / 100.0);
  const double value = model.agreeableness * similarity(left, right, trait::agreeableness) +
                       model.conscientiousness * similarity(left, right, trait::conscientiousness) +
                       model.emotional_stability * stability;
  return std::isnan(value) ? missing : value;
}

const char *dyad_label(double value, const dyad_model &model) noexcept {
  if (std::isnan(value)) return nullptr;
  if (person::exceeds(value, model.synergy_above)) return "synergy";
  return person::falls_below(value, model.friction_below) ? "friction" : "neutral";
}

}  // namespace harmony::team
