#include "core/person/derived_traits.hpp"

namespace harmony::person {

span<derived_trait> derived_traits() noexcept {
  // Emotional stability is neuroticism named from its other end (Costa and McCrae 1992); gca and autonomy drive are
  // unweighted means (autonomous motivation: Gagné et al. 2015). The weights of the estimated preferences are this
  // project's own: no study gives them, which is why estimates are marked and give way to any measured preference.
  static constexpr derived_trait traits[] = {
      {trait::emotional_stability, false, {{{trait::neuroticism, 1.0, true}}}},
      {trait::gca, false, {{{trait::logical, 1.0}, {trait::numerical, 1.0}, {trait::verbal, 1.0}}}},
      {trait::autonomy_drive, false, {{{trait::intrinsic, 1.0}, {trait::identified, 1.0}}}},
      {trait::autonomy, true, {{{trait::openness, 0.6}, {trait::conscientiousness, 0.4, true}}}},
      {trait::feedback, true, {{{trait::extraversion, 0.5}, {trait::agreeableness, 0.5}}}},
      {trait::structure, true, {{{trait::conscientiousness, 0.7}, {trait::openness, 0.3, true}}}},
  };
  return {traits, std::size(traits)};
}

}  // namespace harmony::person
