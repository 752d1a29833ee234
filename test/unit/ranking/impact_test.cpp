#include "core/ranking/impact.hpp"

#include "people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using harmony::missing;
using harmony::scored;
using namespace harmony::person;
using namespace harmony::ranking;
using namespace harmony::recruitment;

double sum_of_traits(const explained_competency &part) {
  double sum = 0.0;
  for (const trait_contribution &trait : part.traits) sum += trait.contribution;
  return sum;
}

void expect_sums(const impact &report) {
  double fit = 0.0;
  for (const explained_competency &part : report.competencies) {
    fit += part.contribution;
    if (!std::isnan(part.evaluated.score)) {
      ASSERT_NEAR(sum_of_traits(part), part.evaluated.score, 1e-9);
    }
  }
  if (!std::isnan(report.row.audit_g_fit)) {
    ASSERT_NEAR(fit, report.row.audit_g_fit, 1e-9);
  }
  if (!report.stage_two || std::isnan(report.row.success.score)) return;
  double success = report.row.success.intercept + report.clamping;
  for (const double part : report.row.success.contribution) success += part;
  ASSERT_NEAR(success, report.row.success.score, 1e-9);
  if (report.row.team_delta.label == nullptr) return;
  double team = 0.0;
  for (const double part : report.row.team_delta.contribution) team += part;
  ASSERT_NEAR(team, report.row.team_delta.score, 1e-9);
}

TEST(impact, contributions_sum_to_their_score) {
  std::mt19937 random(11);
  std::vector<match_request> requests{request_for(3), request_for(1), request_for(0)};
  requests[0].model.success = {30.0, 0.9, 0.5, -0.2, 0.4};  // with an intercept, and often beyond 100
  requests[1].environment.reset();
  for (const match_request &request : requests) {
    const auto prepared = prepare(request);
    for (int k = 0; k < 300; ++k) {
      const impact report = explain(random_person(random), prepared);
      expect_sums(report);
      const std::vector<std::string> words = sentences_of(report, *prepared);
      ASSERT_FALSE(words.empty());
      for (const std::string &sentence : words) ASSERT_EQ(sentence.back(), '.') << sentence;
    }
  }
}

TEST(impact, clamping_and_rescaling_by_hand) {
  match_request request;
  request.model.success.intercept = 90.0;
  const impact report = explain(person_with({{trait::gca, 80}, {trait::conscientiousness, 80}}), prepare(request));
  // Only P_ind = 80 is known: it carries Σβ = 1. 90 + 80 = 170, held to 100.
  EXPECT_NEAR(report.row.success.beta[0], 1.0, 1e-12);
  EXPECT_NEAR(report.row.success.unclamped, 170.0, 1e-9);
  EXPECT_NEAR(report.clamping, -70.0, 1e-9);
  EXPECT_TRUE(report.rescaled);
  EXPECT_FALSE(report.environment.has_value() || report.leader.has_value());
  const std::vector<std::string> words = sentences_of(report, *prepare(request));
  EXPECT_EQ(words[0],
            "Predicted success with this team is 100.0 (strong fit): individual performance brings 80.0, on an "
            "intercept of 90.0, held to the scale by -70.0.");
  EXPECT_EQ(words[1],
            "Not known: fit with the team, fit with the environment and fit with the leader; the other terms carry the "
            "weight.");
}

TEST(impact, the_disqualified_reach_no_second_stage) {
  const auto prepared = prepare(request_for(3));
  const impact report = explain(person_with({{trait::gca, 90}, {trait::agreeableness, 14.9}}), prepared);
  EXPECT_FALSE(report.stage_two);
  EXPECT_EQ(report.row.g_fit, 0.0);
  EXPECT_GT(report.row.audit_g_fit, 0.0);
  EXPECT_EQ(sentences_of(report, *prepared)[0],
            "The safety barrier rules the candidate out: agreeableness is 14.9, below 15.0.");
  EXPECT_FALSE(explain(profile(), prepared).stage_two);
  EXPECT_EQ(sentences_of(explain(profile(), prepared), *prepared)[0],
            "Nothing that the position asks for was measured.");
}

TEST(impact, numbers_are_those_of_the_match) {
  std::mt19937 random(3);
  const auto prepared = prepare(request_for(4));
  const profile candidate = random_person(random);
  match_pool pool(prepared);
  pool.add({}, candidate);
  const match_row row = pool.rank().row(0);
  const impact report = explain(candidate, prepared);
  EXPECT_EQ(report.row.success.score, row.success.score);
  EXPECT_EQ(report.row.audit_g_fit, row.audit_g_fit);
  EXPECT_EQ(report.with_candidate.score, row.term[1]);
}

}  // namespace
