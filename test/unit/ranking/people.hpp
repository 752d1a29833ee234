// People and requests that the tests of core/ranking share.
#pragma once

#include "core/ranking/match.hpp"

#include <random>

namespace harmony::ranking {

using person::trait;
using person::weighted_trait;

inline profile person_with(std::initializer_list<weighted_trait> values) {
  profile person;
  for (const weighted_trait &entry : values) person.set(entry.which, entry.weight);
  person.derive();
  return person;
}

inline profile random_person(std::mt19937 &random) {
  profile person;
  const auto draw = [&] { return static_cast<double>(random() % 1001) / 10.0; };
  for (const trait which : {trait::conscientiousness, trait::agreeableness, trait::emotional_stability, trait::gca,
                            trait::resilience, trait::openness, trait::intrinsic})
    if (random() % 8 != 0) person.set(which, draw());
  for (const trait which : {trait::autonomy, trait::feedback, trait::structure})
    if (random() % 12 != 0) person.set(which, draw() / 100.0);
  person.derive();
  return person;
}

inline match_request request_for(int team_size) {
  match_request request;
  std::mt19937 random(5);
  for (int k = 0; k < team_size; ++k) request.members.push_back(random_person(random));
  request.environment = recruitment::environment{0.8, 0.5, 0.7, 0.6, 0.4};
  request.leader = leadership{0.5, 0.9, 0.2};
  request.asked.set(trait::conscientiousness, 85);
  return request;
}

}  // namespace harmony::ranking
