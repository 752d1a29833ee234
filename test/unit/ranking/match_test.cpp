#include "core/ranking/match.hpp"

#include "core/base/interrupt.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
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

person_id id(std::uint32_t number) {
  person_id bytes{};
  for (std::size_t k = 0; k < 4; ++k) bytes[15 - k] = static_cast<std::uint8_t>(number >> (8 * k));
  return bytes;
}

/// A profile with all a match looks at, every trait at one level (preferences at .5).
profile level_profile(double level) {
  return person_with({{trait::gca, level},
                      {trait::conscientiousness, level},
                      {trait::agreeableness, level},
                      {trait::emotional_stability, level},
                      {trait::resilience, level},
                      {trait::openness, level},
                      {trait::intrinsic, level},
                      {trait::autonomy, 0.5},
                      {trait::feedback, 0.5},
                      {trait::structure, 0.5}});
}

match_request full_request() {
  match_request request;
  request.position = "Captain";
  request.members = {level_profile(60.0), level_profile(60.0)};
  request.environment = environment{0.8, 0.5, 0.7, 0.6, 0.4};  // R/D = .59/.68
  request.leader = leadership{0.5, 0.5, 0.5};
  return request;
}

std::string sqlstate_of(const match_request &request) {
  try {
    prepare(request);
  } catch (const harmony::error &caught) {
    return caught.sqlstate();
  }
  return "none";
}

// A member of the team who applies joins the others, not him- or herself.
TEST(match, a_member_joins_the_others) {
  match_request request = full_request();
  request.members = {level_profile(60.0), level_profile(80.0), level_profile(60.0)};
  request.member_ids = {id(1), id(2), id(3)};
  match_pool pool(prepare(request));
  pool.add(id(2), level_profile(80.0));
  pool.add(id(9), level_profile(80.0));
  const match_result result = pool.rank();
  const match_row outsider = result.row(result.row(0).person == id(9) ? 0 : 1);
  const match_row member = result.row(result.row(0).person == id(9) ? 1 : 0);
  // With the member: C 60 60 80, as in one_row_by_hand; the rest of two fits with 72. With the other one: C 60 60 80
  // 80, σ = √(400/3), mean ES 70.
  const double spread = 0.30 * (100.0 - 100.0 * std::sqrt(400.0 / 3.0) / 35.0);
  EXPECT_NEAR(member.term[1], 24.0 + spread + 20.0, 1e-9);
  EXPECT_NEAR(member.team_delta.score, 24.0 + spread + 20.0 - 72.0, 1e-9);
  EXPECT_NEAR(outsider.term[1], 24.0 + spread + 21.0, 1e-9);
  EXPECT_NEAR(outsider.team_delta.score, 1.0, 1e-9);  // without: 24 + spread + 20

  request.member_ids = {id(1)};
  EXPECT_EQ(sqlstate_of(request), harmony::sqlstate::invalid_parameter_value);
}

TEST(match, one_row_by_hand) {
  match_pool pool(prepare(full_request()));
  pool.add(id(1), level_profile(80.0));
  pool.add(id(2), level_profile(40.0));
  const match_result result = pool.rank();
  ASSERT_EQ(result.size(), 2U);
  const match_row row = result.row(0);
  EXPECT_EQ(row.person, id(1));
  EXPECT_EQ(row.rank, 1U);
  EXPECT_EQ(row.level, safety_level::clear);
  EXPECT_NEAR(row.g_fit, 72.5, 1e-12);  // (80 + 80 + 80 + 50)/4
  EXPECT_NEAR(row.term[0], 80.0, 1e-12);
  // min A 60, C 60 60 80: mean 66.67, σ = √((2·44.44 + 177.78)/2) = 11.547, mean ES 66.67
  const double f_team = 0.40 * 60.0 + 0.30 * (100.0 - 100.0 * std::sqrt(400.0 / 3.0) / 35.0) + 0.30 * 200.0 / 3.0;
  EXPECT_NEAR(row.term[1], f_team, 1e-9);
  EXPECT_NEAR(row.term[2], 100.0 * 0.59 / 0.68 / 2.0 * 0.80, 1e-9);
  EXPECT_NEAR(row.term[3], 100.0, 1e-12);
  EXPECT_NEAR(row.success.score, 0.25 * 80.0 + 0.35 * f_team + 0.20 * row.term[2] + 0.20 * 100.0, 1e-9);
  EXPECT_NEAR(row.team_delta.score, f_team - 72.0, 1e-9);  // before: .40·60 + 30 + .30·60
  EXPECT_STREQ(row.team_delta.label, "NEGATIVE");
  EXPECT_DOUBLE_EQ(row.in_pool.centile, 75.0);                  // 100·(1 + .5)/2
  EXPECT_DOUBLE_EQ(row.competencies[3].in_pool.centile, 50.0);  // both at 50
  EXPECT_DOUBLE_EQ(row.data_quality, 1.0);
  EXPECT_DOUBLE_EQ(row.success_data_quality, 1.0);
  EXPECT_STREQ(row.confidence, "MEDIUM");  // two in the pool
  EXPECT_STREQ(row.fit_label, "GOOD_FIT");
  EXPECT_EQ(row.flags, 0);
}

TEST(match, disqualified_stand_last_and_show_zero) {
  match_pool pool(prepare(full_request()));
  profile hostile = level_profile(95.0);
  hostile.set(trait::agreeableness, 14.9);
  pool.add(id(1), hostile);
  pool.add(id(2), level_profile(20.0));
  const match_result result = pool.rank();
  EXPECT_EQ(result.row(0).person, id(2));
  const match_row row = result.row(1);
  EXPECT_EQ(row.level, safety_level::disqualified);
  EXPECT_EQ(row.g_fit, 0.0);
  EXPECT_GT(row.audit_g_fit, 70.0);
  EXPECT_DOUBLE_EQ(row.in_pool.centile, 75.0);  // of the computed g_fit
  EXPECT_EQ(row.fired_rules, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_TRUE(std::isnan(row.success.score));
  for (const double term : row.term) EXPECT_TRUE(std::isnan(term));
  EXPECT_TRUE(std::isnan(row.team_delta.score));
  EXPECT_EQ(row.success_label, nullptr);
  EXPECT_STREQ(row.fit_label, "DISQUALIFIED");
}

TEST(match, no_team_no_environment_no_leader) {
  match_pool pool(prepare(match_request()));
  pool.add(id(1), level_profile(80.0));
  const match_row row = pool.rank().row(0);
  EXPECT_NEAR(row.success.score, 80.0, 1e-12);  // P_ind alone
  EXPECT_NEAR(row.success_data_quality, 0.25, 1e-12);
  EXPECT_TRUE(std::isnan(row.term[1]));
  EXPECT_TRUE(std::isnan(row.in_pool.centile));  // a pool of one
  EXPECT_STREQ(row.confidence, "LOW");
}

TEST(match, team_of_one_has_a_score_but_no_delta) {
  match_request request = full_request();
  request.members = {level_profile(60.0)};
  match_pool pool(prepare(request));
  pool.add(id(1), level_profile(60.0));
  const match_row row = pool.rank().row(0);
  EXPECT_NEAR(row.term[1], 72.0, 1e-12);
  EXPECT_TRUE(std::isnan(row.team_delta.score));
}

TEST(match, nothing_measured) {
  match_pool pool(prepare(full_request()));
  pool.add(id(9), profile());
  pool.add(id(1), level_profile(50.0));
  const match_result result = pool.rank();
  EXPECT_EQ(result.row(0).person, id(1));
  const match_row row = result.row(1);
  EXPECT_TRUE(std::isnan(row.g_fit));
  EXPECT_TRUE(std::isnan(row.in_pool.centile));
  EXPECT_EQ(row.fit_label, nullptr);
  EXPECT_EQ(row.data_quality, 0.0);
  EXPECT_TRUE(std::isnan(row.success.score));  // F_team would be that of the members alone
  EXPECT_TRUE(std::isnan(row.team_delta.score));
  EXPECT_TRUE(std::isnan(result.row(0).in_pool.centile));  // only one score counts
}

TEST(match, flags) {
  match_request request = full_request();
  match_pool pool(prepare(request));
  pool.add(id(1), person_with({{trait::agreeableness, 31.0}, {trait::neuroticism, 50.0}}));
  const match_row row = pool.rank().row(0);
  EXPECT_EQ(match_flag_names(row.flags), (std::vector<std::string>{"RESILIENCE_PROXY", "PARTIAL_PROFILE"}));
  EXPECT_EQ(row.team.flags, harmony::team::low_agreeableness);
  EXPECT_TRUE(row.competencies[2].resilience_proxy);
  EXPECT_TRUE(std::isnan(row.term[2]));  // the proxy does not reach F_env
}

TEST(match, empty_pool_and_rows_asked_for) {
  match_request request = full_request();
  request.top = 3;
  match_pool pool(prepare(request));
  EXPECT_EQ(pool.rank().size(), 0U);
  for (std::uint32_t k = 0; k < 10; ++k) pool.add(id(k), level_profile(40.0 + 3.0 * ((k * 7) % 10)));
  const match_result result = pool.rank();
  ASSERT_EQ(result.size(), 3U);
  for (std::size_t k = 1; k < 3; ++k) EXPECT_GT(result.row(k - 1).success.score, result.row(k).success.score);
  EXPECT_DOUBLE_EQ(result.row(0).in_pool.centile, 95.0);  // among all ten: 100·(9 + .5)/10
}

TEST(match, equal_scores_stand_by_person) {
  match_pool pool(prepare(full_request()));
  for (const std::uint32_t number : {3U, 1U, 2U}) pool.add(id(number), level_profile(55.0));
  const match_result result = pool.rank();
  EXPECT_EQ(result.row(0).person, id(1));
  EXPECT_EQ(result.row(1).person, id(2));
  EXPECT_EQ(result.row(2).person, id(3));
}

TEST(match, nobody_is_in_a_pool_twice) {
  match_pool pool(prepare(full_request())), other(prepare(full_request()));
  pool.add(id(7), level_profile(55.0));
  other.add(id(7), profile());
  EXPECT_EQ(pool.rank().size(), 1U);
  pool.merge(other);
  try {
    pool.rank();
    ADD_FAILURE();
  } catch (const harmony::error &caught) {
    EXPECT_STREQ(caught.sqlstate(), "22023");
    EXPECT_EQ(caught.detail(), "Person 00000000-0000-0000-0000-000000000007.");
  }
}

TEST(match, wrong_requests) {
  match_request request = full_request();
  request.environment->salary = 1.5;
  EXPECT_EQ(sqlstate_of(request), "22003");
  request = full_request();
  request.leader->feedback = -0.5;
  EXPECT_EQ(sqlstate_of(request), "22003");
  request = full_request();
  request.model.success.p_ind = missing;
  EXPECT_EQ(sqlstate_of(request), "22023");
  request = full_request();
  request.rules.assign(65, {trait::gca, 20.0, safety_level::advisory});
  EXPECT_EQ(sqlstate_of(request), "54000");
  request.rules.resize(64);
  EXPECT_EQ(sqlstate_of(request), "none");
}

TEST(match, sixty_four_rules_fit) {
  match_request request = full_request();
  request.rules.assign(64, {trait::gca, 20.0, safety_level::advisory});
  match_pool pool(prepare(request)), copy(prepare(request));
  pool.add(id(1), level_profile(19.0));
  EXPECT_EQ(pool.rank().row(0).fired_rules.size(), 64U);
  copy.append(pool.candidates().data(), pool.scores().data(), pool.size());
  EXPECT_EQ(copy.rank().row(0).fired_rules.size(), 64U);
}

profile random_profile(std::mt19937 &random) {
  std::uniform_real_distribution<double> unit(0.0, 1.0);
  profile person;
  for (std::size_t k = 0; k < trait_count; ++k) {
    const auto which = static_cast<trait>(k);
    if (unit(random) < 0.85) person.set(which, std::round(unit(random) * 100.0) / 100.0 * trait_maximum(which));
  }
  person.derive();
  return person;
}

void expect_same(const match_result &left, const match_result &right) {
  const auto same = [](double one, double other) { return std::isnan(one) ? std::isnan(other) : one == other; };
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t k = 0; k < left.size(); ++k) {
    const match_row one = left.row(k), other = right.row(k);
    ASSERT_EQ(one.person, other.person) << k;
    ASSERT_TRUE(same(one.g_fit, other.g_fit));
    ASSERT_TRUE(same(one.success.score, other.success.score));
    ASSERT_TRUE(same(one.in_pool.centile, other.in_pool.centile));
    ASSERT_TRUE(same(one.competencies[0].in_pool.low, other.competencies[0].in_pool.low));
    ASSERT_TRUE(same(one.success_data_quality, other.success_data_quality));
    ASSERT_EQ(one.flags, other.flags);
    ASSERT_EQ(one.team.flags, other.team.flags);
    ASSERT_EQ(one.imputed, other.imputed);
  }
}

TEST(match, order_merging_and_state_do_not_matter) {
  std::mt19937 random(5);
  match_request request = full_request();
  request.asked.set(trait::conscientiousness, 95.0);
  request.asked.set(trait::neuroticism, 15.0);
  request.asked.set(trait::logical, 90.0);
  const auto prepared = prepare(request);
  std::vector<std::pair<person_id, profile>> people;
  for (std::uint32_t k = 0; k < 400; ++k) people.emplace_back(id(k), random_profile(random));

  match_pool straight(prepared), shuffled(prepared), left(prepared), right(prepared), restored(prepared);
  for (const auto &[person, traits] : people) straight.add(person, traits);
  std::shuffle(people.begin(), people.end(), random);
  for (const auto &[person, traits] : people) shuffled.add(person, traits);
  for (std::size_t k = 0; k < people.size(); ++k) (k % 3 == 0 ? left : right).add(people[k].first, people[k].second);
  right.merge(left);
  harmony::native_writer sent;
  straight.serialize(sent);
  harmony::native_reader received(sent.bytes());
  restored.append(received);
  EXPECT_NO_THROW(received.finish());
  const match_result expected = straight.rank();
  expect_same(expected, shuffled.rank());
  expect_same(expected, right.rank());
  expect_same(expected, restored.rank());
  left.merge(left);
  EXPECT_EQ(left.size(), 2U * ((400 + 2) / 3));
}

/// The rows say what the single functions say.
TEST(match, agrees_with_the_single_functions) {
  std::mt19937 random(6);
  match_request request = full_request();
  request.asked.set(trait::gca, 85.0);
  request.asked.set(trait::neuroticism, 20.0);
  for (std::uint32_t k = 0; k < 300; ++k) {
    const profile traits = random_profile(random);
    match_pool pool(prepare(request));
    pool.add(id(k), traits);
    const match_row row = pool.rank().row(0);
    const scored fit = g_fit(traits, request.asked);
    const safety_assessment safety = assess(traits, request.position);
    ASSERT_EQ(row.level, safety.level);
    ASSERT_EQ(row.fired_rules.size(), safety.fired.size());
    ASSERT_EQ(row.audit_g_fit, fit.score);
    ASSERT_EQ(row.data_quality, fit.data_quality);
    if (row.level == safety_level::disqualified) continue;
    const harmony::team::team_fit before = harmony::team::fit_of(request.members);
    const harmony::team::team_fit after = harmony::team::fit_of(harmony::team::summarise(request.members).with(traits));
    const terms values{p_ind(traits).score, after.score, f_env(traits, *request.environment).score,
                       f_lmx(traits, *request.leader).score};
    const prediction expected = mlpsm(values);
    ASSERT_EQ(row.success.score, expected.score);
    ASSERT_EQ(row.team_delta.score, harmony::team::delta(before, after).score);
    double sum = row.success.intercept;
    for (const double part : row.success.contribution) sum += part;
    ASSERT_NEAR(sum, row.success.unclamped, 1e-9);
  }
}

TEST(match, damaged_states_are_refused) {
  const auto prepared = prepare(full_request());
  match_pool pool(prepared);
  pool.add(id(1), level_profile(50.0));
  const auto refuses = [&](const candidate &entry, std::vector<double> scores) {
    match_pool other(prepared);
    try {
      other.append(&entry, scores.data(), 1);
    } catch (const harmony::error &caught) {
      return std::string(caught.sqlstate()) == "22P03";
    }
    return false;
  };
  const candidate good = pool.candidates()[0];
  EXPECT_FALSE(refuses(good, pool.scores()));
  candidate wrong = good;
  wrong.fired = 1U << 8;
  EXPECT_TRUE(refuses(wrong, pool.scores()));
  wrong = good;
  wrong.level = 5;
  EXPECT_TRUE(refuses(wrong, pool.scores()));
  wrong = good;
  wrong.measured = 1U << trait_count;
  EXPECT_TRUE(refuses(wrong, pool.scores()));
  wrong = good;
  wrong.term[2] = 1e300;
  EXPECT_TRUE(refuses(wrong, pool.scores()));
  EXPECT_TRUE(refuses(good, {101.0, 50.0, 50.0, 50.0}));
}

// A state cut anywhere, or with scores for other candidates, is refused.
TEST(match, states_of_another_length_are_refused) {
  const auto prepared = prepare(full_request());
  match_pool pool(prepared);
  pool.add(id(1), level_profile(50.0));
  harmony::native_writer sent;
  pool.serialize(sent);
  for (std::size_t size = 0; size < sent.bytes().size(); ++size) {
    match_pool other(prepared);
    harmony::native_reader cut({sent.bytes().data(), size});
    EXPECT_THROW(other.append(cut), harmony::error) << size;
  }
  harmony::native_writer odd;
  odd.values(pool.candidates());
  odd.values(std::vector<double>(3, 50.0));
  match_pool other(prepared);
  harmony::native_reader received(odd.bytes());
  EXPECT_THROW(other.append(received), harmony::error);
}

TEST(match, pools_of_other_models_do_not_merge) {
  match_request other = full_request();
  other.model.fit.competencies.pop_back();
  match_pool one(prepare(full_request())), two(prepare(other));
  EXPECT_THROW(one.merge(two), harmony::error);
}

TEST(match, ranking_can_be_cancelled) {
  match_pool pool(prepare(full_request()));
  pool.add(id(1), level_profile(50.0));
  harmony::interrupt_pending = [] { return true; };
  EXPECT_THROW(pool.rank(), harmony::cancelled);
  harmony::interrupt_pending = nullptr;
  EXPECT_EQ(pool.rank().size(), 1U);
}

// How soon a ranking stops is a matter of how much it does between two looks at the interrupt, not of the clock.
TEST(recruitment_match, ranking_polls_often) {
  constexpr std::size_t n = 140000;
  match_pool pool(prepare(full_request()));
  for (std::size_t k = 0; k < n; ++k)
    pool.add(id(static_cast<std::uint32_t>(k)), level_profile(static_cast<double>(k * 7919 % 1000) / 10.0));
  harmony::interrupt_pending = [] { return true; };
  EXPECT_THROW(pool.complete(), harmony::cancelled);
  harmony::interrupt_pending = nullptr;
  pool.complete();  // once; what follows is the ranking alone
  static std::size_t polls;
  polls = 0;
  harmony::interrupt_pending = [] { return ++polls, false; };
  EXPECT_EQ(pool.rank().size(), n);
  EXPECT_GE(polls, n * 16 / 65536);  // sorting takes about n log2(n) comparisons
  static std::size_t left;
  for (const std::size_t at : {std::size_t{1}, polls / 2, polls}) {
    left = at;
    harmony::interrupt_pending = [] { return --left == 0; };
    EXPECT_THROW(pool.rank(), harmony::cancelled);
  }
  harmony::interrupt_pending = nullptr;
}

}  // namespace
