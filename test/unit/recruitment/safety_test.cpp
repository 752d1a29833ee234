#include "core/recruitment/safety.hpp"

#include <gtest/gtest.h>

namespace {

using harmony::missing;
using namespace harmony::person;
using namespace harmony::recruitment;

safety_level level_of(trait which, double value, std::optional<std::string_view> position = std::nullopt) {
  profile person;
  for (const trait measured : {trait::emotional_stability, trait::agreeableness}) person.set(measured, 100.0);
  person.set(which, value);
  return assess(person, position).level;
}

// By exact arithmetic: 100 · .29 is 29, the mean of 10.2, 21.9 and 27.9 is 20.
TEST(safety, thresholds_without_noise) {
  const std::vector<safety_rule> rules{{trait::autonomy, 29.0, safety_level::disqualified}};
  profile person;
  person.set(trait::autonomy, 0.29);
  EXPECT_TRUE(assess(person, std::nullopt, rules).fired.empty());
  EXPECT_EQ(screen(person, person.measured_mask(), rules_for(std::nullopt, rules)).fired, 0U);
  person.set(trait::autonomy, 0.28999);
  EXPECT_EQ(assess(person, std::nullopt, rules).level, safety_level::disqualified);
  profile captain;
  captain.set(trait::logical, 10.2);
  captain.set(trait::numerical, 21.9);
  captain.set(trait::verbal, 27.9);
  captain.derive();
  EXPECT_TRUE(assess(captain, "Captain").fired.empty());
}

TEST(safety, strict_thresholds) {
  EXPECT_EQ(level_of(trait::emotional_stability, 14.9), safety_level::disqualified);
  EXPECT_EQ(level_of(trait::emotional_stability, 15.0), safety_level::high_risk);
  EXPECT_EQ(level_of(trait::emotional_stability, 29.9), safety_level::high_risk);
  EXPECT_EQ(level_of(trait::emotional_stability, 30.0), safety_level::clear);
  EXPECT_EQ(level_of(trait::agreeableness, 14.9), safety_level::disqualified);
  EXPECT_EQ(level_of(trait::agreeableness, 15.0), safety_level::high_risk);
  EXPECT_EQ(level_of(trait::agreeableness, 30.0), safety_level::clear);
  EXPECT_EQ(level_of(trait::conscientiousness, 24.9), safety_level::high_risk);
  EXPECT_EQ(level_of(trait::conscientiousness, 25.0), safety_level::advisory);
  EXPECT_EQ(level_of(trait::conscientiousness, 34.9), safety_level::advisory);
  EXPECT_EQ(level_of(trait::conscientiousness, 35.0), safety_level::clear);
  EXPECT_EQ(level_of(trait::resilience, 34.9), safety_level::advisory);
  EXPECT_EQ(level_of(trait::resilience, 35.0), safety_level::clear);
}

TEST(safety, rules_for_positions) {
  EXPECT_EQ(level_of(trait::gca, 19.9, "Captain"), safety_level::high_risk);
  EXPECT_EQ(level_of(trait::gca, 19.9, "cHIEF eNGINEER"), safety_level::high_risk);
  EXPECT_EQ(level_of(trait::gca, 20.0, "Captain"), safety_level::clear);
  EXPECT_EQ(level_of(trait::gca, 19.9, "Deckhand"), safety_level::clear);
  EXPECT_EQ(level_of(trait::gca, 19.9, "Captain "), safety_level::clear);
  EXPECT_EQ(level_of(trait::gca, 19.9), safety_level::clear);
}

constexpr trait_mask set_of(std::initializer_list<trait> traits) {
  trait_mask set = 0;
  for (const trait which : traits) set |= bit_of(which);
  return set;
}

TEST(safety, what_was_not_measured_is_unassessed) {
  const safety_assessment nothing = assess(profile(), "Captain");
  EXPECT_EQ(nothing.level, safety_level::unassessed);
  EXPECT_TRUE(nothing.fired.empty());
  EXPECT_EQ(nothing.unassessed, set_of({trait::emotional_stability, trait::agreeableness, trait::conscientiousness,
                                        trait::gca, trait::resilience}));
  EXPECT_EQ(screen(profile(), 0, rules_for("Captain")).level, safety_level::unassessed);

  profile person;  // what disqualifies is measured, the rest is named
  person.set(trait::emotional_stability, 80.0);
  person.set(trait::agreeableness, 80.0);
  EXPECT_EQ(assess(person).level, safety_level::clear);
  EXPECT_EQ(assess(person).unassessed, set_of({trait::conscientiousness, trait::resilience}));

  profile half;  // a rule that fires counts more than one that could not be judged
  half.set(trait::agreeableness, 80.0);
  EXPECT_EQ(assess(half).level, safety_level::unassessed);
  half.set(trait::resilience, 10.0);
  EXPECT_EQ(assess(half).level, safety_level::advisory);
  EXPECT_EQ(screen(half, half.measured_mask(), rules_for(std::nullopt)).level, safety_level::advisory);
  EXPECT_EQ(assess(profile(), std::nullopt, {{trait::gca, 20.0, safety_level::high_risk}}).level, safety_level::clear);
  EXPECT_LT(safety_level::clear, safety_level::unassessed);
  EXPECT_LT(safety_level::unassessed, safety_level::advisory);
}

TEST(safety, fired_rules_worst_first) {
  profile person;
  person.set(trait::resilience, 10.0);
  person.set(trait::agreeableness, 12.0);
  person.set(trait::conscientiousness, 20.0);
  const safety_assessment result = assess(person);
  EXPECT_EQ(result.level, safety_level::disqualified);
  std::vector<std::uint32_t> indexes;
  for (const fired_rule &rule : result.fired) indexes.push_back(rule.index);
  EXPECT_EQ(indexes, (std::vector<std::uint32_t>{1, 3, 4, 6, 7}));
  EXPECT_EQ(result.fired[0].value, 12.0);
  EXPECT_EQ(result.fired[0].below, 15.0);

  const safety_rules rules = rules_for(std::nullopt);
  EXPECT_EQ(rules.rules.size(), 7U);  // all but gca
  const safety_screen quick = screen(person, person.measured_mask(), rules);
  EXPECT_EQ(quick.level, safety_level::disqualified);
  std::vector<std::uint32_t> screened;
  for (std::size_t k = 0; k < rules.rules.size(); ++k)
    if ((quick.fired >> k & 1U) != 0) screened.push_back(rules.rules[k].index);
  EXPECT_EQ(screened, indexes);
}

TEST(safety, preferences_compare_on_0_to_100) {
  profile person;
  person.set(trait::structure, 0.2);
  EXPECT_EQ(assess(person, std::nullopt, {{trait::structure, 25.0, safety_level::advisory}}).level,
            safety_level::advisory);
  EXPECT_EQ(assess(person, std::nullopt, {{trait::structure, 15.0, safety_level::advisory}}).level,
            safety_level::clear);
}

TEST(safety, wrong_rules) {
  EXPECT_THROW(rules_for(std::nullopt, {{trait::gca, missing, safety_level::advisory}}), harmony::error);
  EXPECT_THROW(rules_for(std::nullopt, {{trait::gca, 20.0, safety_level::clear}}), harmony::error);
  EXPECT_THROW(rules_for(std::nullopt, {{trait::gca, 20.0, safety_level::unassessed}}), harmony::error);
  EXPECT_TRUE(rules_for(std::nullopt, {}).rules.empty());
}

TEST(safety, level_words) {
  EXPECT_EQ(level_name(safety_level::high_risk), "HIGH_RISK");
  EXPECT_EQ(find_level("hard"), safety_level::disqualified);
  EXPECT_EQ(find_level("Soft"), safety_level::high_risk);
  EXPECT_EQ(find_level("advisory"), safety_level::advisory);
  EXPECT_EQ(find_level("clear"), safety_level::clear);
  EXPECT_EQ(level_name(safety_level::unassessed), "UNASSESSED");
  EXPECT_FALSE(find_level("harsh").has_value());
}

TEST(safety, fit_labels) {
  EXPECT_STREQ(fit_label(safety_level::disqualified, 90.0), "DISQUALIFIED");
  EXPECT_STREQ(fit_label(safety_level::high_risk, missing), "HIGH_RISK");
  EXPECT_STREQ(fit_label(safety_level::advisory, 60.0), "GOOD_FIT");
  EXPECT_EQ(fit_label(safety_level::clear, missing), nullptr);
}

}  // namespace
