#include "core/team/team_fit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using harmony::missing;
using namespace harmony::team;
using harmony::person::trait;

profile member(double agreeableness, double conscientiousness, double stability) {
  profile person;
  if (!std::isnan(agreeableness)) person.set(trait::agreeableness, agreeableness);
  if (!std::isnan(conscientiousness)) person.set(trait::conscientiousness, conscientiousness);
  if (!std::isnan(stability)) person.set(trait::emotional_stability, stability);
  return person;
}

TEST(team_fit, by_hand) {
  // min A = 40; C 60, 70, 80: σ = 10, σ' = 100·10/35 = 28.571…; mean ES = (50 + 60 + 70)/3 = 60
  const team_fit fit = fit_of({member(80, 60, 50), member(40, 70, 60), member(60, 80, 70)});
  EXPECT_EQ(fit.n, 3U);
  EXPECT_DOUBLE_EQ(fit.min_agreeableness, 40.0);
  EXPECT_NEAR(fit.sd_conscientiousness, 10.0, 1e-12);
  EXPECT_DOUBLE_EQ(fit.mean_emotional_stability, 60.0);
  // .40·40 + .30·(100 − 1000/35) + .30·60 = 16 + 21.428571… + 18
  EXPECT_NEAR(fit.score, 16.0 + 30.0 - 300.0 / 35.0 + 18.0, 1e-12);
  EXPECT_DOUBLE_EQ(fit.data_quality, 1.0);
  EXPECT_EQ(fit.flags, 0);
}

TEST(team_fit, spread_is_capped) {
  // C 0 and 100: σ = √(2·50²/1) = 70.7 > 35, σ' = 100; .40·50 + 0 + .30·50
  const team_fit fit = fit_of({member(50, 0, 50), member(50, 100, 50)});
  EXPECT_NEAR(fit.score, 35.0, 1e-12);
  EXPECT_EQ(flag_names(fit.flags), (std::vector<std::string>{"CONSCIENTIOUSNESS_SPREAD"}));
}

TEST(team_fit, flags_are_strict) {
  EXPECT_EQ(fit_of({member(35, 50, 50), member(60, 50, 50)}).flags, 0);
  EXPECT_EQ(fit_of({member(34.9, 50, 50), member(60, 50, 50)}).flags, low_agreeableness);
  // C 40, 60, 80: σ = √(800/2) = 20
  EXPECT_EQ(fit_of({member(50, 40, 50), member(50, 60, 50), member(50, 80, 50)}).flags, 0);
  EXPECT_EQ(fit_of({member(50, 40, 50), member(50, 60, 50), member(50, 80.2, 50)}).flags, conscientiousness_spread);
  EXPECT_EQ(fit_of({member(50, 50, 40), member(50, 50, 50)}).flags, 0);  // mean 45
  EXPECT_EQ(fit_of({member(50, 50, 39.9), member(50, 50, 50)}).flags, low_stability);
  EXPECT_EQ(flag_names(7),
            (std::vector<std::string>{"LOW_AGREEABLENESS", "CONSCIENTIOUSNESS_SPREAD", "LOW_STABILITY"}));
  EXPECT_EQ(former_flag_names({"LOW_STABILITY", "BARRIER_LIFTED", "LOW_AGREEABLENESS"}),
            (std::vector<std::string>{"EMOTIONAL_FRAGILITY", "JERK_RISK"}));
}

TEST(team_fit, fewer_than_two_people) {
  const team_fit one = fit_of({member(10, 50, 50)});
  EXPECT_TRUE(std::isnan(one.score));
  EXPECT_EQ(one.n, 1U);
  EXPECT_DOUBLE_EQ(one.min_agreeableness, 10.0);
  EXPECT_TRUE(std::isnan(one.sd_conscientiousness));
  EXPECT_EQ(one.flags, 0);
  const team_fit none = fit_of(std::vector<profile>{});
  EXPECT_TRUE(std::isnan(none.score));
  EXPECT_EQ(none.data_quality, 0.0);
}

TEST(team_fit, missing_values) {
  // min A = 60 (of one), no σ (one C), mean ES = 50: (.40·60 + .30·50)/.70
  const team_fit fit = fit_of({member(60, 70, 40), member(missing, missing, 60)});
  EXPECT_NEAR(fit.score, 39.0 / 0.70, 1e-12);
  EXPECT_NEAR(fit.data_quality, 0.40 * 0.5 + 0.30 * 0.5 + 0.30, 1e-12);
  EXPECT_NEAR(fit.contribution[0] + fit.contribution[1] + fit.contribution[2], fit.score, 1e-12);
  const team_fit unknown = fit_of({profile(), profile()});
  EXPECT_TRUE(std::isnan(unknown.score));
  EXPECT_EQ(unknown.flags, 0);
  EXPECT_EQ(unknown.n, 2U);
}

TEST(team_fit, wrong_models) {
  team_model model;
  model.min_agreeableness = model.homogeneity = model.mean_emotional_stability = 0.0;
  EXPECT_THROW(model.check(), harmony::error);
  model = {};
  model.min_agreeableness = -1.0;
  EXPECT_THROW(fit_of(std::vector<profile>{}, model), harmony::error);
  model = {};
  model.sd_cap = 0.0;
  EXPECT_THROW(model.check(), harmony::error);
}

TEST(team_fit_delta, by_hand) {
  const team_summary members = summarise({member(60, 70, 60), member(60, 70, 60)});
  const team_fit before = fit_of(members);  // .40·60 + 30 + .30·60 = 72
  EXPECT_NEAR(before.score, 72.0, 1e-12);
  // min A 50: .40·50 + 30 + .30·60 = 68, delta −4
  const team_delta worse = delta(before, fit_of(members.with(member(50, 70, 60))));
  EXPECT_NEAR(worse.score, -4.0, 1e-12);
  EXPECT_NEAR(worse.value[0], -10.0, 1e-12);
  EXPECT_STREQ(worse.label, "NEGATIVE");
  // min A 52.5: −3 exactly, not beyond
  EXPECT_STREQ(delta(before, fit_of(members.with(member(52.5, 70, 60)))).label, "NEUTRAL");
  EXPECT_STREQ(delta(before, fit_of(members.with(member(52.4, 70, 60)))).label, "NEGATIVE");
  // mean ES (60 + 60 + 90)/3 = 70: +.30·10 = 3 exactly
  EXPECT_STREQ(delta(before, fit_of(members.with(member(60, 70, 90)))).label, "NEUTRAL");
  EXPECT_STREQ(delta(before, fit_of(members.with(member(60, 70, 90.3)))).label, "POSITIVE");
}

TEST(team_fit_delta, needs_two_people_before) {
  const team_summary members = summarise({member(60, 70, 60)});
  const team_fit after = fit_of(members.with(member(60, 70, 60)));
  EXPECT_FALSE(std::isnan(after.score));
  const team_delta change = delta(fit_of(members), after);
  EXPECT_TRUE(std::isnan(change.score));
  EXPECT_EQ(change.label, nullptr);
}

/// Against the two-pass formulas; any order of the members; a clone changes neither minimum nor range.
TEST(team_fit, properties) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> score(0.0, 100.0);
  for (int round = 0; round < 500; ++round) {
    std::vector<profile> members;
    const int size = 2 + static_cast<int>(random() % 12);
    for (int k = 0; k < size; ++k)
      members.push_back(member(score(random), round % 3 == 0 && k == 1 ? missing : score(random), score(random)));
    const team_fit fit = fit_of(members);

    double mean = 0.0, squares = 0.0, count = 0.0;
    for (const profile &person : members)
      if (person.measured(trait::conscientiousness)) mean += person.get(trait::conscientiousness), count += 1.0;
    mean /= count;
    for (const profile &person : members)
      if (person.measured(trait::conscientiousness))
        squares += std::pow(person.get(trait::conscientiousness) - mean, 2);
    if (count >= 2.0) {
      ASSERT_NEAR(fit.sd_conscientiousness, std::sqrt(squares / (count - 1.0)), 1e-9);
    }
    ASSERT_GE(fit.score, 0.0);
    ASSERT_LE(fit.score, 100.0);
    ASSERT_NEAR(fit.contribution[0] + fit.contribution[1] + fit.contribution[2], fit.score, 1e-9);

    const profile &clone = members[random() % members.size()];
    const team_fit cloned = fit_of(summarise(members).with(clone));
    ASSERT_EQ(cloned.min_agreeableness, fit.min_agreeableness);
    const team_delta change = delta(fit, cloned);
    ASSERT_NEAR(change.contribution[0] + change.contribution[1] + change.contribution[2], change.score, 1e-9);

    std::shuffle(members.begin(), members.end(), random);
    ASSERT_NEAR(fit_of(members).score, fit.score, 1e-9);
  }
}

TEST(team_fit, cohesion) {
  EXPECT_DOUBLE_EQ(summarise({member(40, 50, 60), member(80, 50, 80)}).cohesion(), 55.0);  // (40 + 70)/2
  EXPECT_TRUE(std::isnan(team_summary().cohesion()));
}

}  // namespace
