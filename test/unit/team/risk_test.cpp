#include "core/team/risk.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace {

using namespace harmony::team;

risk_input known() { return {70.0, 50.0, 14.0, 40.0, 3.4, 0.8}; }

TEST(risk, hidden_conflict_by_hand) {
  // gap 20, σ' = 100·14/35 = 40, 100 − 40 = 60, 25·(5 − 3.4) = 40
  // .35·20 + .25·40 + .25·60 + .15·40 = 7 + 10 + 15 + 6
  const risk_score score = hidden_conflict(known());
  EXPECT_NEAR(score.score, 38.0, 1e-12);
  EXPECT_DOUBLE_EQ(score.data_quality, 1.0);
  risk_input cohesive = known();
  cohesive.cohesion = 90.0;  // the gap counts 0
  EXPECT_NEAR(hidden_conflict(cohesive).score, 31.0, 1e-12);
}

TEST(risk, volatility_by_hand) {
  // V = 100·.8/2 = 40; .35·40 + .25·40 + .25·60 + .15·40 = 14 + 10 + 15 + 6
  EXPECT_NEAR(team_volatility(known()).score, 45.0, 1e-12);
  risk_input wild = known();
  wild.rmssd = 3.0;  // V held to 100: + .35·60
  EXPECT_NEAR(team_volatility(wild).score, 66.0, 1e-12);
}

TEST(risk, missing_parts_drop_out) {
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

TEST(risk, ends) {
  const risk_input worst{100.0, 0.0, 50.0, 0.0, 1.0, 4.0}, best{50.0, 80.0, 0.0, 100.0, 5.0, 0.0};
  EXPECT_NEAR(hidden_conflict(worst).score, 100.0, 1e-9);
  EXPECT_NEAR(team_volatility(worst).score, 100.0, 1e-9);
  EXPECT_EQ(hidden_conflict(best).score, 0.0);
  EXPECT_EQ(team_volatility(best).score, 0.0);
}

TEST(risk, wrong_input_and_models) {
  const auto wrong = [](double risk_input::*which, double value) {
    risk_input input;
    input.*which = value;
    EXPECT_THROW(harmony::check_fields(input), harmony::error) << value;
  };
  wrong(&risk_input::weather, 0.9);
  wrong(&risk_input::rmssd, -1.0);
  wrong(&risk_input::rmssd, std::numeric_limits<double>::infinity());
  wrong(&risk_input::performance, 101.0);
  risk_input input;
  input.weather = 5.0;
  EXPECT_NO_THROW(harmony::check_fields(input));
  risk_model model;
  model.scales.sd_cap = 0.0;
  EXPECT_THROW(hidden_conflict(input, model), harmony::error);
}

}  // namespace
