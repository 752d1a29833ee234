#include "core/team/dyad.hpp"
#include "core/team/risk.hpp"
#include "core/team/team_fit.hpp"

#include <gtest/gtest.h>

namespace {

using harmony::missing;
using namespace harmony::team;
using harmony::person::trait;

harmony::person::profile person(double agreeableness, double conscientiousness, double stability) {
  harmony::person::profile result;
  result.set(trait::agreeableness, agreeableness);
  result.set(trait::conscientiousness, conscientiousness);
  result.set(trait::emotional_stability, stability);
  return result;
}

TEST(team_dyad, by_hand) {
  // .40·(1 − .20) + .35·(1 − .10) + .25·.80·.60 = .32 + .315 + .12
  EXPECT_NEAR(dyad(person(80, 70, 80), person(60, 60, 60)), 0.755, 1e-12);
  EXPECT_EQ(dyad(person(80, 70, 80), person(60, 60, 60)), dyad(person(60, 60, 60), person(80, 70, 80)));
  EXPECT_NEAR(dyad(person(50, 50, 100), person(50, 50, 100)), 1.0, 1e-12);
  EXPECT_NEAR(dyad(person(0, 0, 0), person(100, 100, 100)), 0.0, 1e-12);
  EXPECT_TRUE(std::isnan(dyad(person(50, 50, 50), harmony::person::profile())));
}

TEST(team_dyad, labels) {
  EXPECT_STREQ(dyad_label(0.70), "neutral");
  EXPECT_STREQ(dyad_label(0.701), "synergy");
  EXPECT_STREQ(dyad_label(0.30), "neutral");
  EXPECT_STREQ(dyad_label(0.299), "friction");
  EXPECT_EQ(dyad_label(missing), nullptr);
}

risk_input crew() { return {70.0, 50.0, 14.0, 40.0, 3.4, 0.8}; }

TEST(team_risk, hidden_conflict_by_hand) {
  // gap 20, σ' = 100·14/35 = 40, 100 − 40 = 60, 25·(5 − 3.4) = 40
  // .35·20 + .25·40 + .25·60 + .15·40 = 7 + 10 + 15 + 6
  const risk_score score = hidden_conflict(crew());
  EXPECT_NEAR(score.score, 38.0, 1e-12);
  EXPECT_DOUBLE_EQ(score.data_quality, 1.0);
  risk_input cohesive = crew();
  cohesive.cohesion = 90.0;  // the gap counts 0
  EXPECT_NEAR(hidden_conflict(cohesive).score, 31.0, 1e-12);
}

TEST(team_risk, volatility_by_hand) {
  // V = 100·.8/2 = 40; .35·40 + .25·40 + .25·60 + .15·40 = 14 + 10 + 15 + 6
  EXPECT_NEAR(team_volatility(crew()).score, 45.0, 1e-12);
  risk_input wild = crew();
  wild.rmssd = 3.0;  // V held to 100: + .35·60
  EXPECT_NEAR(team_volatility(wild).score, 66.0, 1e-12);
}

TEST(team_risk, missing_parts_drop_out) {
  risk_input some;
  some.min_emotional_stability = 40.0;
  some.weather = 3.4;
  // (.25·60 + .15·40)/.40 = 21/.40
  const risk_score conflict = hidden_conflict(some);
  EXPECT_NEAR(conflict.score, 52.5, 1e-12);
  EXPECT_NEAR(conflict.data_quality, 0.40, 1e-12);
  EXPECT_NEAR(team_volatility(some).score, (10.0 + 15.0) / 0.50, 1e-12);
  some.performance = 90.0;  // without cohesion there is no gap
  EXPECT_NEAR(hidden_conflict(some).score, 52.5, 1e-12);
  double sum = 0.0;
  for (const risk_part &part : conflict.parts) sum += part.contribution;
  EXPECT_NEAR(sum, conflict.score, 1e-12);
  EXPECT_TRUE(std::isnan(hidden_conflict({}).score));
  EXPECT_TRUE(std::isnan(team_volatility({}).score));
}

TEST(team_risk, ends) {
  const risk_input worst{100.0, 0.0, 50.0, 0.0, 1.0, 4.0}, best{50.0, 80.0, 0.0, 100.0, 5.0, 0.0};
  EXPECT_NEAR(hidden_conflict(worst).score, 100.0, 1e-9);
  EXPECT_NEAR(team_volatility(worst).score, 100.0, 1e-9);
  EXPECT_EQ(hidden_conflict(best).score, 0.0);
  EXPECT_EQ(team_volatility(best).score, 0.0);
}

TEST(team_risk, input_by_name) {
  risk_input input;
  EXPECT_TRUE(input.set("weather", 5.0));
  EXPECT_EQ(input.weather, 5.0);
  EXPECT_FALSE(input.set("mood", 5.0));
  EXPECT_THROW(input.set("weather", 0.9), harmony::error);
  EXPECT_THROW(input.set("rmssd", -1.0), harmony::error);
  EXPECT_THROW(input.set("rmssd", missing), harmony::error);
  EXPECT_THROW(input.set("performance", 101.0), harmony::error);
  risk_model model;
  model.sd_cap = 0.0;
  EXPECT_THROW(hidden_conflict(input, model), harmony::error);
}

TEST(team_risk, cohesion_of_a_crew) {
  EXPECT_DOUBLE_EQ(summarise({person(40, 50, 60), person(80, 50, 80)}).cohesion(), 55.0);  // (40 + 70)/2
  EXPECT_TRUE(std::isnan(crew_summary().cohesion()));
}

}  // namespace
