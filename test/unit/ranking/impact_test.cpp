#include "core/recruitment/fairness.hpp"
#include "core/ranking/impact.hpp"
#include "core/ranking/sensitivity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using harmony::missing;
using harmony::scored;
using namespace harmony::person;
using namespace harmony::ranking;
using namespace harmony::recruitment;

profile person_with(std::initializer_list<weighted_trait> values) {
  profile person;
  for (const weighted_trait &entry : values) person.set(entry.which, entry.weight);
  person.derive();
  return person;
}

profile random_person(std::mt19937 &random) {
  profile person;
  const auto draw = [&] { return static_cast<double>(random() % 1001) / 10.0; };
  for (const trait which : {trait::conscientiousness, trait::agreeableness, trait::emotional_stability, trait::gca,
                            trait::resilience, trait::openness, trait::intrinsic})
    if (random() % 8 != 0) person.set(which, draw());
  for (const trait which : {trait::autonomy, trait::feedback, trait::structure})
    if (random() % 12 != 0) person.set(which, draw() / 100.0);
  person.derive();
  return person;
}

match_request request_for(int crew_size) {
  match_request request;
  std::mt19937 random(5);
  for (int k = 0; k < crew_size; ++k) request.crew.push_back(random_person(random));
  request.environment = environment{0.8, 0.5, 0.7, 0.6, 0.4};
  request.leader = leadership{0.5, 0.9, 0.2};
  request.asked.set(trait::conscientiousness, 85);
  return request;
}

double sum_of_traits(const explained_competency &part) {
  double sum = 0.0;
  for (const trait_contribution &trait : part.traits) sum += trait.contribution;
  return sum;
}

void expect_sums(const impact &report) {
  double fit = 0.0;
  for (const explained_competency &part : report.competencies) {
    fit += part.contribution;
    if (!std::isnan(part.judged.score)) {
      ASSERT_NEAR(sum_of_traits(part), part.judged.score, 1e-9);
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

TEST(recruitment_impact, contributions_sum_to_their_score) {
  std::mt19937 random(11);
  std::vector<match_request> requests{request_for(3), request_for(1), request_for(0)};
  requests[0].model.success.intercept = 30.0;  // with an intercept, and often beyond 100
  requests[0].model.success.slope = {0.9, 0.5, -0.2, 0.4};
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

TEST(recruitment_impact, clamping_and_rescaling_by_hand) {
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
  EXPECT_EQ(
      words[1],
      "Not known: fit with the team, fit with the environment and fit with the leader; the other terms carry the weight.");
}

TEST(recruitment_impact, the_disqualified_reach_no_second_stage) {
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

TEST(recruitment_impact, numbers_are_those_of_the_match) {
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

// ---- sensitivity ----

person_id id(std::size_t number) {
  person_id bytes{};
  bytes[14] = static_cast<std::uint8_t>(number / 256);
  bytes[15] = static_cast<std::uint8_t>(number % 256);
  return bytes;
}

const rank_change &find(const std::vector<rank_change> &all, std::string_view weight, double change) {
  return *std::find_if(all.begin(), all.end(),
                       [&](const rank_change &c) { return c.weight == weight && c.change == change; });
}

TEST(rank_sensitivity, by_hand) {
  // ŷ of P_ind and F_lmx alone (no crew, no vessel), β .25 and .20. First: 80, 60; second: 70, 75 …
  match_request request;
  request.leader = leadership{0.5, 0.5, 0.5};
  match_pool pool(prepare(request));
  const auto candidate = [](double ability, double away) {
    return person_with({{trait::gca, ability},
                        {trait::autonomy, 0.5 + away},
                        {trait::feedback, 0.5 + away},
                        {trait::structure, 0.5 + away}});
  };
  pool.add(id(1), candidate(80, 0.40));   // F_lmx 60: .25 · 80 + .20 · 60 = 32
  pool.add(id(2), candidate(70, 0.275));  // F_lmx 72.5: 17.5 + 14.5 = 32 … a tie, the lower id first
  pool.add(id(3), candidate(40, 0.0));    // F_lmx 100: 10 + 20 = 30
  const std::vector<rank_change> all = rank_sensitivity(pool);
  EXPECT_EQ(all.size(), 16U);                       // 4 competencies and 4 β, down and up
  const rank_change &up = find(all, "p_ind", 0.2);  // 36 , 35.5, 32: the tie is broken, the order stays
  EXPECT_STREQ(up.stage, "y_success");
  EXPECT_EQ(up.n, 3U);
  EXPECT_EQ(up.new_top.front(), id(1));
  EXPECT_EQ(up.top_changed, 0U);
  // One tie on the left side: τ-b = 2/√(2 · 3)
  EXPECT_NEAR(up.kendall_tau, 2.0 / std::sqrt(6.0), 1e-12);
  const rank_change &down = find(all, "p_ind", -0.2);  // 28, 28.5, 28: 2 leads, 1 and 3 tie
  EXPECT_EQ(down.new_top.front(), id(2));
  EXPECT_NEAR(find(all, "f_team", 0.2).kendall_tau, 1.0, 1e-12);  // nobody has it
}

TEST(rank_sensitivity, leaves_out_who_cannot_be_ranked) {
  match_request request;
  request.top = 2;
  match_pool pool(prepare(request));
  pool.add(id(1), person_with({{trait::gca, 80}, {trait::conscientiousness, 20}}));
  pool.add(id(2), person_with({{trait::gca, 60}, {trait::conscientiousness, 90}}));
  pool.add(id(3), person_with({{trait::gca, 60}, {trait::agreeableness, 5}}));  // disqualified
  pool.add(id(4), profile());                                                   // no score
  for (const rank_change &change : rank_sensitivity(pool)) {
    EXPECT_EQ(change.n, 2U);
    EXPECT_EQ(change.top, 2U);
    EXPECT_EQ(change.top_changed, 0U);
  }
  for (const rank_change &change : rank_sensitivity(match_pool(prepare(request)))) {
    EXPECT_EQ(change.n, 0U);
    EXPECT_TRUE(change.new_top.empty());
    EXPECT_TRUE(std::isnan(change.kendall_tau));
  }
}

TEST(rank_sensitivity, row_order_does_not_matter) {
  std::mt19937 random(17);
  std::vector<profile> people;
  for (int k = 0; k < 500; ++k) people.push_back(random_person(random));
  const auto prepared = prepare(request_for(3));
  match_pool forward(prepared), backward(prepared);
  for (std::size_t k = 0; k < people.size(); ++k) forward.add(id(k), people[k]);
  for (std::size_t k = people.size(); k-- > 0;) backward.add(id(k), people[k]);
  const auto one = rank_sensitivity(forward), other = rank_sensitivity(backward);
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t k = 0; k < one.size(); ++k) {
    EXPECT_EQ(one[k].kendall_tau, other[k].kendall_tau);
    EXPECT_EQ(one[k].new_top, other[k].new_top);
    EXPECT_EQ(one[k].top_changed, other[k].top_changed);
    EXPECT_LT(one[k].spearman_rho, 1.0 + 1e-12);
  }
}

// ---- selection rates ----

TEST(selection_rates, by_hand) {
  const auto rates = selection_rates({{"b", 10, 40}, {"a", 30, 60}, {"c", 1, 4}});
  ASSERT_EQ(rates.size(), 2U);  // c is under five
  EXPECT_EQ(rates[0].group.name, "a");
  EXPECT_EQ(rates[0].impact_ratio, 1.0);
  EXPECT_EQ(rates[0].cohens_h, 0.0);
  EXPECT_EQ(rates[1].reference.name, "a");
  EXPECT_NEAR(rates[1].rate, 0.25, 1e-15);
  EXPECT_NEAR(rates[1].impact_ratio, 0.5, 1e-15);
  EXPECT_TRUE(rates[1].adverse);
  // scipy: binomtest(10, 40).proportion_ci(method='wilson'); 2 asin √.25 − 2 asin √.5 = −π/6; φ as Pearson's r
  EXPECT_NEAR(rates[1].interval.low, 0.14187118639096302, 1e-12);
  EXPECT_NEAR(rates[1].interval.high, 0.40193961420768026, 1e-12);
  EXPECT_NEAR(rates[1].cohens_h, -0.52359877559829887, 1e-12);
  EXPECT_NEAR(rates[1].phi, -0.25, 1e-12);
}

TEST(selection_rates, boundaries) {
  EXPECT_FALSE(selection_rates({{"a", 10, 10}, {"b", 8, 10}})[1].adverse);  // at four fifths
  EXPECT_TRUE(selection_rates({{"a", 100, 100}, {"b", 79, 100}})[1].adverse);
  EXPECT_TRUE(std::isnan(selection_rates({{"a", 3, 10}})[0].impact_ratio));
  const auto none = selection_rates({{"a", 0, 10}, {"b", 0, 20}});
  EXPECT_TRUE(std::isnan(none[0].impact_ratio) && std::isnan(none[0].phi));
  EXPECT_FALSE(none[0].adverse);
  EXPECT_EQ(none[0].reference.name, "b");  // equal rates: the larger group
  EXPECT_EQ(selection_rates({{"a", 1, 4}, {"b", 1, 5}}).size(), 1U);
  EXPECT_TRUE(selection_rates({}).empty());
  EXPECT_THROW(selection_rates({{"a", 6, 5}}), harmony::error);
  EXPECT_THROW(selection_rates({{"a", -1, 5}}), harmony::error);
  EXPECT_THROW(selection_rates({{"a", 1, 5}, {"a", 2, 5}}), harmony::error);
  EXPECT_THROW(selection_rates({{"a", 1, 5}}, 0), harmony::error);
}

}  // namespace
