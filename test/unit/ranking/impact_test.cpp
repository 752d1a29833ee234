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
      const std::vector<statement> said = statements_of(report);
      ASSERT_FALSE(said.empty());
      for (const statement &sentence : said) ASSERT_EQ(sentence.text.back(), '.') << sentence.text;
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
  const std::vector<statement> said = statements_of(report);
  EXPECT_EQ(
      said[0].text,
      "Predicted success with this team is 100.0 (90 % interval 100.0 to 100.0, strong fit): individual performance "
      "brings 80.0, on an intercept of 90.0, held to the scale by -70.0.");
  EXPECT_EQ(said[1].text,
            "Not known: fit with the team, fit with the environment and fit with the leader; the other terms carry the "
            "weight.");
}

TEST(impact, sentences_have_codes_and_parameters) {
  match_request request = request_for(3);
  const impact report = explain(
      person_with(
          {{trait::gca, 60}, {trait::agreeableness, 30}, {trait::conscientiousness, 90}, {trait::neuroticism, 80}}),
      prepare(request));
  std::vector<std::string> codes;
  for (const statement &said : statements_of(report)) codes.emplace_back(said.code);
  EXPECT_EQ(codes.front(), "SUCCESS");
  EXPECT_NE(std::find(codes.begin(), codes.end(), "FIT"), codes.end());
  EXPECT_NE(std::find(codes.begin(), codes.end(), "TEAM_FLAGS"), codes.end());
  for (const statement &said : statements_of(report)) {
    if (std::string(said.code) == "SUCCESS") {
      EXPECT_STREQ(said.parameters[0].name, "score");
      EXPECT_EQ(std::get<double>(said.parameters[0].value), report.row.success.score);
    }
    if (std::string(said.code) == "TEAM_FLAGS") {
      EXPECT_EQ(std::get<std::vector<std::string>>(said.parameters[0].value),
                harmony::team::flag_names(report.with_candidate.flags));
    }
  }
}

TEST(impact, a_difference_that_rounds_to_nothing_has_no_sign) {
  impact report = explain(
      person_with(
          {{trait::gca, 60}, {trait::agreeableness, 50}, {trait::conscientiousness, 60}, {trait::neuroticism, 50}}),
      prepare(request_for(3)));
  ASSERT_NE(report.row.team_delta.label, nullptr);
  report.decimals = 0;
  report.with_candidate.score = 45.4;
  report.without_candidate.score = 45.6;
  report.row.team_delta.score = -0.2;
  report.row.team_delta.label = "NEUTRAL";
  report.row.team_delta.contribution = {0.3, -0.4, -0.1};
  const auto of_team = [&report] {
    const std::vector<statement> said = statements_of(report);
    return std::find_if(said.begin(), said.end(),
                        [](const statement &s) { return s.code == std::string("TEAM_CHANGE"); })
        ->text;
  };
  EXPECT_EQ(of_team(), "With the candidate the team scores 45 instead of 46 (the difference rounds to 0, neutral).");
  report.row.team_delta.contribution = {0.3, -0.6, 0.1};
  EXPECT_EQ(
      of_team(),
      "With the candidate the team scores 45 instead of 46 (the difference rounds to 0, neutral), most of all through "
      "likeness in conscientiousness (-1).");
}

TEST(impact, the_disqualified_reach_no_second_stage) {
  const auto prepared = prepare(request_for(3));
  const impact report = explain(person_with({{trait::gca, 90}, {trait::agreeableness, 14.9}}), prepared);
  EXPECT_FALSE(report.stage_two);
  EXPECT_EQ(report.row.g_fit, 0.0);
  EXPECT_GT(report.row.audit_g_fit, 0.0);
  EXPECT_EQ(
      statements_of(report)[0].text,
      "The safety barrier rules the candidate out unless the employer lifts it: agreeableness is 14.9, below 15.0.");
  EXPECT_FALSE(explain(profile(), prepared).stage_two);
  EXPECT_EQ(statements_of(explain(profile(), prepared))[0].text, "Nothing that the position asks for was measured.");
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

// What harmony.match makes of a candidate with gaps among others, explain() makes of the pool's traits.
TEST(impact, imputed_as_in_the_match) {
  std::mt19937 random(8);
  match_request request = request_for(4);
  request.asked.set(trait::logical, 70);
  match_pool pool(prepare(request));
  std::vector<profile> people;
  pool_sums sums;
  for (std::uint8_t k = 0; k < 40; ++k) {
    people.push_back(random_person(random));
    sums.add(people.back(), ~trait_mask{0});
    pool.add({k}, people.back());
  }
  request.pool = sums.moments();
  const auto prepared = prepare(request);
  const match_result ranked = pool.rank();
  std::size_t with_gaps = 0;
  for (std::size_t place = 0; place < ranked.size(); ++place) {
    const match_row row = ranked.row(place);
    const impact report = explain(people[row.person[0]], prepared, row.person);
    with_gaps += row.imputed != 0 ? 1 : 0;
    EXPECT_EQ(report.row.imputed, row.imputed);
    EXPECT_EQ(report.row.audit_g_fit, row.audit_g_fit);
    EXPECT_EQ(report.row.data_quality, row.data_quality);
    EXPECT_EQ(report.row.success_data_quality, row.success_data_quality);
    EXPECT_EQ(report.row.flags, row.flags);
    if (report.stage_two) {
      EXPECT_EQ(report.row.success.score, row.success.score);
      EXPECT_EQ(report.environment->score, row.term[2]);
      EXPECT_EQ(report.leader->score, row.term[3]);
    }
    expect_sums(report);
  }
  EXPECT_GT(with_gaps, 20U);
}

TEST(impact, a_lifted_barrier_leads_to_stage_two) {
  match_request request = request_for(3);
  request.lifted = {person_id{9}, person_id{1}};
  const auto prepared = prepare(request);
  const profile candidate = person_with({{trait::gca, 90}, {trait::agreeableness, 14.9}});
  const impact report = explain(candidate, prepared, person_id{1});
  EXPECT_TRUE(report.stage_two);
  EXPECT_EQ(report.safety.level, safety_level::high_risk);
  EXPECT_EQ(report.safety.fired.size(), 2U);
  EXPECT_EQ(report.row.fired_rules.size(), 2U);
  EXPECT_GT(report.row.g_fit, 0.0);
  EXPECT_EQ(match_flag_names(report.row.flags), (std::vector<std::string>{"PARTIAL_PROFILE", "BARRIER_LIFTED"}));
  const std::vector<statement> said = statements_of(report);
  const auto lifted = std::find_if(said.begin(), said.end(),
                                   [](const statement &s) { return s.code == std::string("BARRIER_LIFTED"); });
  ASSERT_NE(lifted, said.end());
  EXPECT_EQ(lifted->text, "The employer has lifted the safety barrier: agreeableness is 14.9, below 15.0.");
  EXPECT_FALSE(explain(candidate, prepared, person_id{2}).stage_two);
}

bool is_whole(double value) { return std::isnan(value) || value == std::floor(value); }

TEST(impact, whole_numbers_still_sum) {
  std::mt19937 random(12);
  match_request request = request_for(6);
  request.model.success = {30.0, 0.9, 0.5, -0.2, 0.4};
  const auto exact = prepare(request);
  request.decimals = 0;
  const auto whole = prepare(request);
  for (int k = 0; k < 300; ++k) {
    const profile person = random_person(random);
    const impact full = explain(person, exact), shown = explain(person, whole);
    expect_sums(shown);
    EXPECT_EQ(shown.row.level, full.row.level);
    EXPECT_EQ(shown.row.fit_label, full.row.fit_label);
    EXPECT_EQ(shown.row.success_label, full.row.success_label);
    for (const double value :
         {shown.row.g_fit, shown.row.audit_g_fit, shown.row.success.score, shown.row.success.intercept, shown.clamping,
          shown.row.success_interval.low, shown.row.fit_interval.high, shown.row.team_delta.score,
          shown.with_candidate.min_agreeableness})
      ASSERT_TRUE(is_whole(value)) << value;
    for (const double value : shown.row.term) ASSERT_TRUE(is_whole(value));
    for (const explained_competency &part : shown.competencies)
      for (const trait_contribution &entry : part.traits)
        ASSERT_TRUE(is_whole(entry.counted) && is_whole(entry.contribution));
    if (!std::isnan(full.row.success.score)) {
      ASSERT_EQ(shown.row.success.score, harmony::rounded_score(full.row.success.score, 0));
      ASSERT_LE(std::fabs(shown.row.success.contribution[0] - full.row.success.contribution[0]), 1.0);
    }
    for (const statement &sentence : statements_of(shown)) {
      if (std::string(sentence.code) == "ENVIRONMENT") continue;  // a ratio, of the environment
      for (const char *decimal : {".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".9"})
        ASSERT_EQ(sentence.text.find(decimal), std::string::npos) << sentence.text;
    }
  }
}

TEST(impact, of_a_team_under_the_least_nothing_is_told) {
  std::mt19937 random(13);
  match_request request = request_for(4);
  request.least_team = 5;
  const auto under = prepare(request);
  match_request without = request_for(4);
  without.members.clear();
  const auto none = prepare(without);
  for (int k = 0; k < 100; ++k) {
    const profile person = random_person(random);
    const impact report = explain(person, under), alone = explain(person, none);
    ASSERT_TRUE(std::isnan(report.row.term[1]));
    ASSERT_TRUE(std::isnan(report.with_candidate.min_agreeableness));
    ASSERT_TRUE(std::isnan(report.without_candidate.score));
    ASSERT_EQ(report.with_candidate.flags, 0);
    if (!std::isnan(alone.row.success.score)) {
      ASSERT_EQ(report.row.success.score, alone.row.success.score);
    }
  }
  const profile known =
      person_with({{trait::agreeableness, 60.0}, {trait::conscientiousness, 60.0}, {trait::emotional_stability, 60.0}});
  request.members.assign(4, known);
  request.least_team = 4;
  const impact enough = explain(known, prepare(request));
  EXPECT_EQ(enough.others, 4u);
}

}  // namespace
