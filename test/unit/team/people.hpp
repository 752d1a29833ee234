// People that the tests of core/team share.
#pragma once

#include "core/person/profile.hpp"

namespace harmony::team {

inline person::profile member_with(double agreeableness, double conscientiousness, double stability,
                                   double gca = missing) {
  person::profile result;
  result.set(person::trait::agreeableness, agreeableness);
  result.set(person::trait::conscientiousness, conscientiousness);
  result.set(person::trait::emotional_stability, stability);
  if (!std::isnan(gca)) result.set(person::trait::gca, gca);
  return result;
}

}  // namespace harmony::team
