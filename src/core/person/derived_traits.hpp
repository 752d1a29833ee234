// Figures of a profile that follow from measured traits. All scores are 0 to 100; preferences are 0 to 1.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/span.hpp"

namespace harmony::person {

/// 100 − neuroticism: the same dimension named from its other end.
inline double emotional_stability(double neuroticism) { return 100.0 - neuroticism; }

/// General cognitive ability (gca): the unweighted mean of the measured cognitive traits; there must be at least one.
inline double general_cognitive_ability(span<double> cognitive) {
  double sum = 0;
  for (const double score : cognitive) sum += score;
  return sum / static_cast<double>(cognitive.size);
}

/// A preference measured by its own instrument, 0 to 100, on the scale of preferences, 0 to 1.
inline double measured_preference(double score) { return score / 100.0; }

/// Preferred autonomy, estimated: (0.6 O + 0.4 (100 − C))/100.
inline double autonomy_preference(double openness, double conscientiousness) {
  return (0.6 * openness + 0.4 * (100.0 - conscientiousness)) / 100.0;
}

/// Preferred amount of feedback, estimated: (0.5 E + 0.5 A)/100.
inline double feedback_preference(double extraversion, double agreeableness) {
  return (0.5 * extraversion + 0.5 * agreeableness) / 100.0;
}

/// Preferred structure, estimated: (0.7 C + 0.3 (100 − O))/100.
inline double structure_preference(double conscientiousness, double openness) {
  return (0.7 * conscientiousness + 0.3 * (100.0 - openness)) / 100.0;
}

}  // namespace harmony::person
