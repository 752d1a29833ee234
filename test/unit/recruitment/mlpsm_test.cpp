#include "core/recruitment/mlpsm.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <random>

namespace {

using harmony::clamp_score;
using harmony::missing;
using harmony::scored;
using namespace harmony::person;
using namespace harmony::recruitment;

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(mlpsm_p_ind, by_hand) {
  profile person;
  person.set(trait::gca, 62.0);
  person.set(trait::conscientiousness, 71.0);
  person.set(trait::intrinsic, 80.0);
  person.set(trait::identified, 72.0);
  person.derive();
  // .50·62 + .35·71 + .15·76 = 31 + 24.85 + 11.4
  EXPECT_NEAR(p_ind(person).score, 67.25, 1e-12);
  EXPECT_DOUBLE_EQ(p_ind(person).data_quality, 1.0);
}

TEST(mlpsm_p_ind, missing_traits_drop_out) {
  profile person;
  person.set(trait::gca, 60.0);
  person.set(trait::conscientiousness, 80.0);
  // (.50·60 + .35·80)/.85 = 58/.85
  EXPECT_NEAR(p_ind(person).score, 58.0 / 0.85, 1e-12);
  EXPECT_NEAR(p_ind(person).data_quality, 0.85, 1e-15);
  EXPECT_TRUE(std::isnan(p_ind(profile()).score));
  EXPECT_EQ(p_ind(profile()).data_quality, 0.0);
  EXPECT_THROW(p_ind(person, trait_weights()), harmony::error);
}

TEST(mlpsm_p_ind, own_weights) {
  profile person;
  person.set(trait::amotivation, 10.0);
  person.set(trait::autonomy, 0.5);
  EXPECT_NEAR(p_ind(person, {{trait::amotivation, 1.0}, {trait::autonomy, 1.0}}).score, 70.0, 1e-12);  // (90 + 50)/2
}

environment surroundings(double work, double pressure, double salary, double rest, double room) {
  return {work, pressure, salary, rest, room};
}

profile resilient(double value) {
  profile person;
  person.set(trait::resilience, value);
  return person;
}

TEST(mlpsm_f_env, by_hand) {
  // R = .40·.7 + .35·.6 + .25·.4 = .28 + .21 + .10 = .59; D = .60·.8 + .40·.5 = .48 + .20 = .68
  const environment_fit fit = f_env(resilient(58.3), surroundings(0.8, 0.5, 0.7, 0.6, 0.4));
  EXPECT_NEAR(fit.resources, 0.59, 1e-12);
  EXPECT_NEAR(fit.demands, 0.68, 1e-12);
  EXPECT_NEAR(fit.ratio, 0.59 / 0.68, 1e-12);
  EXPECT_NEAR(fit.score, 100.0 * 0.59 / 0.68 / 2.0 * 0.583, 1e-10);
  EXPECT_STREQ(fit.status, "BALANCED");
}

TEST(mlpsm_f_env, caps_and_floor) {
  // no demands: D = .01, R/D = 100, counts as 2: 100·2/2·.80
  const environment_fit easy = f_env(resilient(80.0), surroundings(0.0, 0.0, 1.0, 1.0, 1.0));
  EXPECT_NEAR(easy.ratio, 100.0, 1e-9);
  EXPECT_NEAR(easy.score, 80.0, 1e-12);
  EXPECT_STREQ(easy.status, "COMFORTABLE");
  EXPECT_EQ(f_env(resilient(80.0), surroundings(1.0, 1.0, 0.0, 0.0, 0.0)).score, 0.0);
}

TEST(mlpsm_f_env, status_bounds) {
  // D = 1, so R/D = R = salary = rest = room
  const auto status = [](double ratio) { return evaluate_environment(surroundings(1, 1, ratio, ratio, ratio)).status; };
  EXPECT_STREQ(status(0.39), "BURNOUT_RISK");
  EXPECT_STREQ(status(0.40), "AT_RISK");
  EXPECT_STREQ(status(0.69), "AT_RISK");
  EXPECT_STREQ(status(0.70), "BALANCED");
  // D = .6·.5 + .4·.5 = .5
  EXPECT_STREQ(evaluate_environment(surroundings(0.5, 0.5, 0.75, 0.75, 0.75)).status, "COMFORTABLE");  // 1.50
  EXPECT_STREQ(evaluate_environment(surroundings(0.5, 0.5, 0.74, 0.74, 0.74)).status, "BALANCED");     // 1.48
}

TEST(mlpsm_f_env, missing_and_wrong) {
  const environment_fit no_person = f_env(profile(), surroundings(0.8, 0.5, 0.7, 0.6, 0.4));
  EXPECT_TRUE(std::isnan(no_person.score));
  EXPECT_STREQ(no_person.status, "BALANCED");
  const environment_fit no_room = f_env(resilient(50.0), surroundings(0.8, 0.5, 0.7, 0.6, missing));
  EXPECT_TRUE(std::isnan(no_room.score));
  EXPECT_TRUE(std::isnan(no_room.ratio));
  EXPECT_EQ(no_room.status, nullptr);
  EXPECT_THROW(f_env(resilient(50.0), surroundings(1.1, 0.5, 0.7, 0.6, 0.5)), harmony::error);

  environment_model model;
  model.least_demand = 0.0;
  EXPECT_THROW(f_env(resilient(50.0), surroundings(0, 0, 0, 0, 0), model), harmony::error);
}

profile member(double autonomy, double feedback, double structure) {
  profile person;
  person.set(trait::autonomy, autonomy);
  person.set(trait::feedback, feedback);
  person.set(trait::structure, structure);
  return person;
}

TEST(mlpsm_f_lmx, by_hand) {
  // gaps .38, −.21, .35: squares .1444 + .0441 + .1225 = .3110; distance √(.3110/3)
  const leadership_fit fit = f_lmx(member(0.42, 0.61, 0.55), {0.80, 0.40, 0.90});
  EXPECT_NEAR(fit.distance, std::sqrt(0.3110 / 3.0), 1e-12);
  EXPECT_NEAR(fit.score, 100.0 * (1.0 - std::sqrt(0.3110) / std::sqrt(3.0)), 1e-10);
  EXPECT_STREQ(fit.label, "GOOD");  // .322
  EXPECT_STREQ(fit.gaps[0].dimension, "autonomy");
  EXPECT_STREQ(fit.gaps[0].label, "CAPTAIN_MORE");
  EXPECT_STREQ(fit.gaps[1].label, "ALIGNED");
  EXPECT_NEAR(fit.gaps[1].gap, -0.21, 1e-12);
  EXPECT_STREQ(fit.gaps[2].label, "CAPTAIN_MORE");
}

TEST(mlpsm_f_lmx, ends_and_bounds) {
  EXPECT_EQ(f_lmx(member(0, 0, 0), {1, 1, 1}).score, 0.0);
  EXPECT_STREQ(f_lmx(member(0, 0, 0), {1, 1, 1}).label, "CRITICAL");
  EXPECT_EQ(f_lmx(member(0.3, 0.3, 0.3), {0.3, 0.3, 0.3}).score, 100.0);
  // three equal gaps of g have distance g
  EXPECT_STREQ(f_lmx(member(0.1, 0.1, 0.1), {0.34, 0.34, 0.34}).label, "EXCELLENT");
  EXPECT_STREQ(f_lmx(member(0.1, 0.1, 0.1), {0.35, 0.35, 0.35}).label, "GOOD");
  EXPECT_STREQ(f_lmx(member(0.1, 0.1, 0.1), {0.55, 0.55, 0.55}).label, "TENSION");
  EXPECT_STREQ(f_lmx(member(0.1, 0.1, 0.1), {0.80, 0.80, 0.80}).label, "CRITICAL");
  const leadership_fit at = f_lmx(member(0.5, 0.8, 0.9), {0.8, 0.5, 0.4});  // gaps .30, −.30, −.50 on paper
  EXPECT_STREQ(at.gaps[0].label, "ALIGNED");
  EXPECT_STREQ(at.gaps[1].label, "ALIGNED");
  EXPECT_STREQ(at.gaps[2].label, "CREW_MORE");
  EXPECT_STREQ(f_lmx(member(0.0, 0.8, 0.9), {0.51, 0.5, 0.4}).gaps[0].label, "CRITICAL_GAP");
}

TEST(mlpsm_f_lmx, needs_all_three_on_both_sides) {
  const leadership_fit fit = f_lmx(member(0.4, 0.5, 0.6), {0.4, missing, 0.6});
  EXPECT_TRUE(std::isnan(fit.score));
  EXPECT_EQ(fit.label, nullptr);
  EXPECT_STREQ(fit.gaps[0].label, "ALIGNED");
  EXPECT_EQ(fit.gaps[1].label, nullptr);
  EXPECT_TRUE(std::isnan(f_lmx(profile(), {0.4, 0.5, 0.6}).score));
  EXPECT_THROW(f_lmx(profile(), {1.4, 0.5, 0.6}), harmony::error);
  const leadership leader = leadership_of(member(0.1, 0.2, 0.3));
  EXPECT_EQ(leader.feedback, 0.2);
}

TEST(mlpsm, by_hand) {
  // .25·67 + .35·50 + .20·25 + .20·70 = 16.75 + 17.5 + 5 + 14
  const prediction result = mlpsm({67.0, 50.0, 25.0, 70.0});
  EXPECT_NEAR(result.score, 53.25, 1e-12);
  EXPECT_NEAR(result.contribution[1], 17.5, 1e-12);
  EXPECT_DOUBLE_EQ(result.data_quality, 1.0);
}

TEST(mlpsm, missing_terms_rescale) {
  // without F_env: factor 1/.80; (.25·67 + .35·50 + .20·70)/.80 = 48.25/.80
  const prediction result = mlpsm({67.0, 50.0, missing, 70.0});
  EXPECT_NEAR(result.score, 48.25 / 0.80, 1e-12);
  EXPECT_NEAR(result.data_quality, 0.80, 1e-12);
  EXPECT_EQ(result.beta[2], 0.0);
  EXPECT_NEAR(std::accumulate(result.beta.begin(), result.beta.end(), 0.0), 1.0, 1e-12);
  EXPECT_NEAR(mlpsm({67.0, missing, missing, missing}).score, 67.0, 1e-12);
  EXPECT_TRUE(std::isnan(mlpsm({missing, missing, missing, missing}).score));
}

TEST(mlpsm, odd_betas) {
  EXPECT_TRUE(std::isnan(mlpsm({missing, 50, 50, 50}, {10.0, 1.0, 0.0, 0.0, 0.0}).score));  // nothing to rescale
  EXPECT_DOUBLE_EQ(mlpsm({50, 50, 50, 50}, {10.0, 0.0, 0.0, 0.0, 0.0}).score, 10.0);        // nothing missing
  EXPECT_DOUBLE_EQ(mlpsm({missing, 50, 50, 50}, {10.0, 0.0, 0.5, 0.0, 0.0}).score, 35.0);   // nothing lost
  EXPECT_DOUBLE_EQ(mlpsm({60, 50, 0, 0}, {10.0, 1.0, -0.5, 0.0, 0.0}).score, 45.0);         // 10 + 60 − 25
  EXPECT_TRUE(std::isnan(mlpsm({missing, 50, 0, 0}, {10.0, 1.0, -0.5, 0.0, 0.0}).score));   // would change sign
  EXPECT_TRUE(std::isnan(mlpsm({50, 50, 50, missing}, {0.0, 0.1, 0.2, -0.3, 1.0}).score));  // rest sums to 0
  EXPECT_EQ(mlpsm({90, 90, 90, 90}, {30.0, 1, 0, 0, 0}).score, 100.0);
  EXPECT_EQ(mlpsm({90, 90, 90, 90}, {30.0, 1, 0, 0, 0}).unclamped, 120.0);
  EXPECT_EQ(mlpsm({90, 90, 90, 90}, {-95.0, 1, 0, 0, 0}).score, 0.0);
  EXPECT_THROW(mlpsm({50, 50, 50, 50}, {infinity}), harmony::error);
  EXPECT_THROW(mlpsm({50, 50, 50, 50}, {0.0, 1.0, missing, 0.0, 0.0}), harmony::error);
  EXPECT_THROW(mlpsm({50, infinity, 50, 50}), harmony::error);
}

TEST(mlpsm, quality) {
  EXPECT_NEAR(mlpsm_quality({1.0, 0.5, 0.0, 1.0}, {}), 0.25 + 0.175 + 0.20, 1e-12);
  EXPECT_EQ(mlpsm_quality({1.0, 1.0, 1.0, 1.0}, {0.0, 0, 0, 0, 0}), 0.0);
}

TEST(mlpsm, contributions_sum_and_clones_of_a_mean_score_it) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> unit(0.0, 1.0);
  for (int round = 0; round < 2000; ++round) {
    terms values{};
    betas model{unit(random) * 10.0 - 5.0, unit(random), unit(random), unit(random), unit(random)};
    for (double &value : values) value = unit(random) < 0.3 ? missing : 100.0 * unit(random);
    const prediction result = mlpsm(values, model);
    if (std::isnan(result.score)) continue;
    const double sum = std::accumulate(result.contribution.begin(), result.contribution.end(), result.intercept);
    ASSERT_NEAR(sum, result.unclamped, 1e-9);
    ASSERT_EQ(result.score, clamp_score(result.unclamped));
    const double whole = model.p_ind + model.f_team + model.f_env + model.f_lmx;
    ASSERT_NEAR(std::accumulate(result.beta.begin(), result.beta.end(), 0.0), whole, 1e-9);
  }
}

}  // namespace
