#include "core/team/harmony_metrics.hpp"

#include "people.hpp"

#include <gtest/gtest.h>

namespace {

using harmony::missing;
using namespace harmony::team;
using harmony::person::profile;

TEST(harmony_metrics, by_hand) {
  // P_ind (.50 gca + .35 C)/.85 = 61.7647 and 80; mean ES 60; cohesion (60 + 60)/2; σ(60, 80) = √200
  const harmony_metrics m = metrics_of({member_with(80, 66, 70, 58.8), member_with(60, 80, 50, 80)});
  EXPECT_NEAR(m.performance, ((0.5 * 58.8 + 0.35 * 66) / 0.85 + 80.0) / 2.0, 1e-12);
  EXPECT_NEAR(m.cohesion, 60.0, 1e-12);
  EXPECT_EQ(m.min_agreeableness, 60.0);
  EXPECT_NEAR(m.sd_conscientiousness, std::sqrt(98.0), 1e-12);
  EXPECT_EQ(m.mean_emotional_stability, 60.0);
  EXPECT_EQ(m.min_emotional_stability, 50.0);
  EXPECT_NEAR(m.mean_gca, 69.4, 1e-12);
  EXPECT_EQ(m.n, 2U);
  EXPECT_NEAR(m.data_quality, (0.85 + 3.0) / 4.0, 1e-12);  // autonomy drive, .15 of P_ind, was not measured
}

TEST(harmony_metrics, small_and_unknown_teams) {
  const harmony_metrics nobody = metrics_of({});
  EXPECT_EQ(nobody.n, 0U);
  EXPECT_EQ(nobody.data_quality, 0.0);
  EXPECT_TRUE(std::isnan(nobody.performance) && std::isnan(nobody.cohesion));
  const harmony_metrics one = metrics_of({member_with(40, 50, 60, 70)});
  EXPECT_NEAR(one.cohesion, 50.0, 1e-12);
  EXPECT_TRUE(std::isnan(one.sd_conscientiousness));
  const harmony_metrics unknown = metrics_of({profile(), profile()});
  EXPECT_EQ(unknown.n, 2U);
  EXPECT_EQ(unknown.data_quality, 0.0);
  EXPECT_TRUE(std::isnan(unknown.mean_gca));
}

TEST(harmony_metrics, a_clone_does_not_move_the_minima) {
  std::vector<profile> members{member_with(80, 66, 70, 58), member_with(35, 80, 50, 80), member_with(90, 20, 95, 10)};
  const harmony_metrics before = metrics_of(members);
  for (std::size_t k = 0; k < 3; ++k) {
    std::vector<profile> larger = members;
    larger.push_back(members[k]);
    EXPECT_EQ(metrics_of(larger).min_agreeableness, before.min_agreeableness);
    EXPECT_EQ(metrics_of(larger).min_emotional_stability, before.min_emotional_stability);
  }
}

}  // namespace
