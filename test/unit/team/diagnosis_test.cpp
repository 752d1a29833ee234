#include "core/team/diagnosis.hpp"

#include "core/base/error.hpp"
#include "core/team/harmony_metrics.hpp"
#include "core/team/health_model.hpp"
#include "people.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using harmony::missing;
using namespace harmony::team;

risk_input measures(double performance, double cohesion, double least_stability) {
  risk_input result;
  result.performance = performance;
  result.cohesion = cohesion;
  result.min_emotional_stability = least_stability;
  return result;
}

// With the least emotional stability alone both risks are 100 − min ES.
risk_level risk_at(double least_stability) {
  risk_input result;
  result.min_emotional_stability = least_stability;
  return diagnose(result, {}).risk;
}

TEST(diagnosis, risk_boundaries) {
  EXPECT_EQ(risk_at(75.0), risk_level::low);  // at 25: not above
  EXPECT_EQ(risk_at(74.9), risk_level::medium);
  EXPECT_EQ(risk_at(55.0), risk_level::medium);
  EXPECT_EQ(risk_at(54.9), risk_level::high);
  EXPECT_EQ(risk_at(40.0), risk_level::high);
  EXPECT_EQ(risk_at(39.9), risk_level::critical);
  EXPECT_EQ(diagnose({}, {}).risk, risk_level::unknown);
}

TEST(diagnosis, nine_cells) {
  const auto cell = [](double performance, double cohesion) {
    const diagnosis d = diagnose(measures(performance, cohesion, 90), {});
    return std::string(d.cell) + " " + d.signal;
  };
  EXPECT_EQ(cell(70, 70), "thriving none");
  EXPECT_EQ(cell(70, 69.9), "driven none");
  EXPECT_EQ(cell(70, 40), "driven none");
  EXPECT_EQ(cell(70, 39.9), "brittle social");
  EXPECT_EQ(cell(69.9, 70), "close_knit none");
  EXPECT_EQ(cell(50, 40), "steady none");
  EXPECT_EQ(cell(50, 39.9), "strained social");
  EXPECT_EQ(cell(49.9, 70), "sheltered performance");
  EXPECT_EQ(cell(49.9, 40), "drifting performance");
  EXPECT_EQ(cell(49.9, 39.9), "failing both");
  EXPECT_EQ(diagnose(measures(70, missing, 90), {}).cell, nullptr);
}

TEST(diagnosis, types_from_worst_to_best) {
  const auto type = [](double performance, double cohesion, double least_stability) {
    return diagnose(measures(performance, cohesion, least_stability), {}).type;
  };
  EXPECT_EQ(type(90, 90, 0), team_type::breakdown);    // risk critical outweighs the rest
  EXPECT_EQ(type(49, 39, 100), team_type::breakdown);  // both low, at no risk
  EXPECT_EQ(type(90, 90, 50), team_type::at_risk);
  EXPECT_EQ(type(60, 39, 100), team_type::at_risk);
  EXPECT_EQ(type(90, 90, 70), team_type::high_output_fragile);
  EXPECT_EQ(type(70, 39, 100), team_type::high_output_fragile);
  EXPECT_EQ(type(49, 40, 100), team_type::social_underpowered);
  EXPECT_EQ(type(49, 90, 70), team_type::social_underpowered);
  EXPECT_EQ(type(70, 70, 100), team_type::elite);
  EXPECT_EQ(type(69.9, 70, 100), team_type::standard);
  EXPECT_EQ(type(60, 60, 70), team_type::standard);
  EXPECT_EQ(type(missing, 90, 70), team_type::unknown);
  EXPECT_EQ(type(90, missing, 70), team_type::high_output_fragile);  // holds whatever the cohesion is
  EXPECT_EQ(type(missing, missing, 0), team_type::breakdown);
}

TEST(diagnosis, teams_of_two_reach_every_type_and_cell) {
  std::set<team_type> types;
  std::set<std::string> cells, actions;
  for (int agreeableness = 0; agreeableness <= 100; agreeableness += 20)
    for (int ability = 0; ability <= 100; ability += 10)
      for (int stability = 0; stability <= 100; stability += 20)
        for (const double weather : {1.0, 3.0, 5.0}) {
          const harmony_metrics m = metrics_of({member_with(agreeableness, ability, stability, ability),
                                                member_with(agreeableness, ability, 0.9 * stability, ability)});
          const diagnosis d = diagnose(
              {m.performance, m.cohesion, m.sd_conscientiousness, m.min_emotional_stability, weather, 0.4}, {});
          types.insert(d.type);
          cells.insert(d.cell);
          ASSERT_FALSE(d.action.empty());
          actions.insert(d.action);
          for (const risk_score &score : {d.hidden_conflict, d.team_volatility}) {
            double sum = 0.0;
            for (const risk_part &part : score.parts) sum += part.contribution;
            ASSERT_NEAR(sum, score.score, 1e-9);
          }
        }
  EXPECT_EQ(types.size(), team_type_count);
  EXPECT_EQ(cells.size(), 9U);
  EXPECT_GE(actions.size(), 7U);
}

TEST(diagnosis, models_are_checked) {
  diagnosis_model model;
  model.levels.high_above = 20;
  EXPECT_THROW(model.check(), harmony::error);
  model = {};
  model.matrix.cohesion_medium = 80;
  EXPECT_THROW(model.check(), harmony::error);
  model = {};
  model.risk.scales.sd_cap = 0;
  EXPECT_THROW(model.check(), harmony::error);
  EXPECT_NO_THROW(health_model().check());
}

}  // namespace
