#include "core/person/derived_traits.hpp"

#include <gtest/gtest.h>

#include <map>

namespace {

using harmony::missing;
using namespace harmony::person;

double derived(trait which, const std::map<trait, double> &scores) {
  for (const derived_trait &rule : derived_traits())
    if (rule.which == which)
      return derive_trait(rule, [&](trait from) {
        const auto found = scores.find(from);
        return found == scores.end() ? missing : found->second;
      });
  ADD_FAILURE() << trait_name(which) << " is not derived";
  return missing;
}

TEST(derived_traits, by_hand) {
  EXPECT_EQ(derived(trait::emotional_stability, {{trait::neuroticism, 31}}), 69);
  EXPECT_EQ(derived(trait::gca, {{trait::logical, 70}, {trait::numerical, 55}, {trait::verbal, 61}}), 62);
  EXPECT_EQ(derived(trait::gca, {{trait::verbal, 61}}), 61);
  EXPECT_EQ(derived(trait::autonomy_drive, {{trait::intrinsic, 80}, {trait::identified, 60}}), 70);
  EXPECT_TRUE(std::isnan(derived(trait::gca, {})));
}

TEST(derived_traits, estimates_need_both_traits) {
  EXPECT_EQ(preference_of(derived(trait::autonomy, {{trait::openness, 100}, {trait::conscientiousness, 0}})), 1);
  EXPECT_EQ(preference_of(derived(trait::autonomy, {{trait::openness, 0}, {trait::conscientiousness, 100}})), 0);
  EXPECT_EQ(preference_of(derived(trait::feedback, {{trait::extraversion, 100}, {trait::agreeableness, 0}})), 0.5);
  EXPECT_EQ(preference_of(derived(trait::structure, {{trait::conscientiousness, 100}, {trait::openness, 0}})), 1);
  EXPECT_EQ(preference_of(derived(trait::structure, {{trait::conscientiousness, 0}, {trait::openness, 0}})), 0.3);
  EXPECT_TRUE(std::isnan(derived(trait::autonomy, {{trait::openness, 50}})));
}

// Every result must be that of the formula as written, to the last bit: stored profiles were made by it.
TEST(derived_traits, weights_sum_to_one_exactly) {
  for (double o = 0; o <= 100; o += 0.7)
    for (double c = 0; c <= 100; c += 1.3) {
      ASSERT_EQ(preference_of(derived(trait::autonomy, {{trait::openness, o}, {trait::conscientiousness, c}})),
                (0.6 * o + 0.4 * (100.0 - c)) / 100.0);
      ASSERT_EQ(preference_of(derived(trait::structure, {{trait::openness, o}, {trait::conscientiousness, c}})),
                (0.7 * c + 0.3 * (100.0 - o)) / 100.0);
    }
}

TEST(derived_traits, general_cognitive_ability_of_a_family) {
  const std::vector<double> scores = {70, 55, 61};
  EXPECT_EQ(general_cognitive_ability(scores), 62);
}

}  // namespace
