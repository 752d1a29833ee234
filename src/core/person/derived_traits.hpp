// Traits that follow from other traits, as data: one row a derived trait.
#pragma once

#include "core/base/span.hpp"
#include "core/person/profile.hpp"

#include <array>

namespace harmony::person {

/// One trait's part in a derived trait.
struct derived_part {
  trait from = trait::count;
  double weight = 0.0;
  bool reversed = false;  // counts as 100 − value
};

/// A trait, 0…100, as the weighted mean of others.
struct derived_trait {
  trait which;
  bool is_estimate;  // needs all parts and is marked as an estimate; else the mean over the parts that were measured
  std::array<derived_part, 3> parts;  // the rest have weight 0
};

/// Every derived trait; reported by harmony.default_psychometrics_model(). The version of the snapshot's layout covers
/// them: a change here is a new version there.
span<derived_trait> derived_traits() noexcept;

/// A derived trait, 0…100, from get(trait) of its parts, 0…100; missing when they do not suffice.
template <class Get>
double derive_trait(const derived_trait &rule, Get get) {
  double sum = 0.0, total = 0.0;
  for (const derived_part &part : rule.parts) {
    if (!(part.weight > 0.0)) break;
    const double value = get(part.from);
    if (std::isnan(value)) {
      if (rule.is_estimate) return missing;
      continue;
    }
    sum += part.weight * (part.reversed ? 100.0 - value : value);
    total += part.weight;
  }
  return total > 0.0 ? sum / total : missing;
}

/// General cognitive ability (gca) of a snapshot: the mean of all traits of the family "cognitive", of which there must
/// be at least one. A family may hold other traits than the three of a profile; all count alike in both.
inline double general_cognitive_ability(span<double> cognitive) {
  double sum = 0;
  for (const double score : cognitive) sum += score;
  return sum / static_cast<double>(cognitive.size);
}

/// A preference, 0 to 100, on the scale of preferences, 0 to 1.
inline double preference_of(double score) { return score / 100.0; }

}  // namespace harmony::person
