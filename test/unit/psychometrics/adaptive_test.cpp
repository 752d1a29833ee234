// Abilities where the posterior is sharp, far off or has edges, and the scores of adaptive sessions.
#include "core/base/error.hpp"
#include "core/psychometrics/adaptive_score.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace {

using namespace harmony::psychometrics;
using smallints = std::vector<std::int16_t>;

/// n items alike and the answer to all of them.
struct group {
  std::size_t n;
  double a, b;
  std::int16_t answer;
};

ability found_of(const std::vector<group> &groups) {
  std::vector<double> a, b;
  smallints answers;
  for (const group &items : groups) {
    a.insert(a.end(), items.n, items.a);
    b.insert(b.end(), items.n, items.b);
    answers.insert(answers.end(), items.n, items.answer);
  }
  return ability_2pl({answers.data(), nullptr, answers.size()}, {a, b});
}

TEST(adaptive, sharp_and_far_posteriors_against_mpmath) {
  // mpmath 1.3, 30 digits: quad of exp(−t²/2 − Σ log(1 + exp(∓a (t − b)))) in 40 pieces around its maximum, to where it
  // is e^-60 of it.
  struct row {
    std::vector<group> items;
    double theta, se;
  };
  const std::vector<row> rows{
      {{{50, 10, 0.02, 1}, {50, 10, 0.02, 0}}, 0.0199919227631, 0.0200963142628},
      {{{3, 2, -10, 0}}, -5.98775903245, 0.989198049748},
      {{{1, 10, -10, 0}}, -9.21480879781, 0.619253402096},
      {{{30, 2, 8, 1}}, 8.91751845352, 0.259074051836},
      {{{1, 10, 3, 0}}, -0.00504735672755, 0.992638790321},
      {{{500, 10, 3.5, 0}}, -0.00796140141545, 0.988896946589},
      {{{20, 0.01, 10, 1}}, 0.104943372186, 0.999750710388},
      {{{1, 10, -1, 1}, {1, 10, 1, 0}}, 0.0, 0.552949832307},
      {{{400, 10, -0.5, 1}, {400, 10, 0.5, 0}}, 0.0, 0.0416461712577},
      {{{1000, 10, 10, 1}}, 10.7358869383, 0.120029961651},
      {{{1000, 10, 0, 1}, {1, 10, 0, 0}}, 0.735985603476, 0.120029160175},
      {{{40, 0.5, -2, 1}, {1, 10, -9, 0}}, -1.4184548722, 0.541878291593},
  };
  for (const row &r : rows) {
    const ability found = found_of(r.items);
    EXPECT_NEAR(found.theta, r.theta, 1e-9 * std::max(std::fabs(r.theta), r.se));
    EXPECT_NEAR(found.standard_error, r.se, 1e-9 * r.se);
  }
}

TEST(adaptive, a_hundred_thousand_items) {
  // By quadrature on 400,001 points around the maximum.
  const ability found = found_of({{50000, 10, 0.0, 1}, {50000, 10, 0.01, 0}});
  EXPECT_NEAR(found.theta, 0.0049999980, 1e-10);
  EXPECT_NEAR(found.standard_error, 0.000632656, 1e-9);
}

TEST(adaptive, a_far_ability_is_not_precise_by_the_end_of_a_grid) {
  const std::vector<double> a(31, 2.0), b(31, 8.0);
  const smallints answers(31, 1);
  bool not_asked[31] = {};
  not_asked[30] = true;
  const next_item next = choose_next({answers.data(), not_asked, 31}, {a, b}, {0.05, 1000});
  EXPECT_EQ(next.item, 31U);
  EXPECT_EQ(next.stop, nullptr);
}

// ---- the score of a session ----

std::string sqlstate_of(const std::function<void()> &body) {
  try {
    body();
  } catch (const harmony::error &caught) {
    return caught.sqlstate();
  }
  return "none";
}

TEST(adaptive_score, test_characteristic_curve_by_hand) {
  // P = 1/(1 + e^-1), ½, 1/(1 + e); their sum is 1.5, the slope Σ a P (1 − P) = 2 · .19661193324148185 + .25.
  const std::vector<double> slopes{1, 1, 1}, places{-1, 0, 1};
  const double slope = 2 * 0.19661193324148185 + 0.25;
  const expected_result plain = expected_score(0.0, 0.5, {slopes, places});
  EXPECT_NEAR(plain.raw, 1.5, 1e-14);
  EXPECT_NEAR(plain.score, 50.0, 1e-12);
  EXPECT_NEAR(plain.standard_error, 100 * slope / 3 * 0.5, 1e-12);
  const expected_result corrected = expected_score(0.0, 0.5, {slopes, places}, 4);  // 1.5 − 1.5/3 = 1
  EXPECT_NEAR(corrected.raw, 1.0, 1e-14);
  EXPECT_NEAR(corrected.score, 100.0 / 3, 1e-12);
  EXPECT_NEAR(corrected.standard_error, plain.standard_error * 4 / 3, 1e-12);
  EXPECT_EQ(expected_score(-50.0, 1.0, {slopes, places}, 2).score, 0.0);
  EXPECT_EQ(expected_score(1e300, 1e300, {slopes, places}).score, 100.0);
  EXPECT_TRUE(std::isnan(expected_score(0.0, 1.0, {{}, {}}).score));
  const auto refused = [&](double theta, double se, int n_options) {
    return sqlstate_of([&] { expected_score(theta, se, {slopes, places}, n_options); });
  };
  EXPECT_EQ(refused(NAN, 1, 0), "22023");
  EXPECT_EQ(refused(INFINITY, 1, 0), "22023");
  EXPECT_EQ(refused(0, -1, 0), "22023");
  EXPECT_EQ(refused(0, NAN, 0), "22023");
  EXPECT_EQ(refused(0, 1, 1), "22023");
}

constexpr std::int16_t none = -1;  // not asked, in these tests

/// A form of five items, the last one without parameters; sessions end after two.
struct session {
  smallints correct{1, 2, 3, 4, 1};
  std::vector<std::string_view> traits{"x", "y", "x", "y", "z"};
  std::vector<double> slopes{1, 1, 1, 1, 0}, places{-1, 0, 1, 0.5, 0};
  bool no_parameters[5] = {false, false, false, false, true};
  stopping_rule rule{0.4, 2};

  std::vector<trait_score> score(const smallints &values) const {
    bool not_asked[5];
    for (std::size_t k = 0; k < values.size(); ++k) not_asked[k] = values[k] == none;
    return score_adaptive(
        {values.data(), not_asked, values.size()},
        {correct, traits, {slopes.data(), no_parameters, 5}, {places.data(), no_parameters, 5}, 4, rule});
  }
};

TEST(adaptive_score, a_session_scores_when_it_has_ended) {
  const session test;
  for (const trait_score &trait : test.score({none, 2, none, none, none})) EXPECT_TRUE(std::isnan(trait.score));
  for (const trait_score &trait : test.score(smallints(5, none))) EXPECT_TRUE(std::isnan(trait.score));
  const auto scores = test.score({none, 2, none, 0, none});  // right, then left out
  const std::vector<double> ones{1, 1}, x{-1, 1}, y{0, 0.5};
  const ability at = found_of({{1, 1, 0, 1}, {1, 1, 0.5, 0}});
  const expected_result of_x = expected_score(at.theta, at.standard_error, {ones, x}, 4);
  const expected_result of_y = expected_score(at.theta, at.standard_error, {ones, y}, 4);
  EXPECT_NEAR(scores[0].score, of_x.score, 1e-12);
  EXPECT_NEAR(scores[1].score, of_y.score, 1e-12);
  EXPECT_NEAR(scores[1].raw, of_y.raw, 1e-12);
  EXPECT_NEAR(scores[1].standard_error, of_y.standard_error, 1e-12);
  EXPECT_EQ(scores[0].n_answered, 0);  // one ability stands behind all
  EXPECT_EQ(scores[1].n_answered, 2);
  EXPECT_TRUE(std::isnan(scores[2].score));  // no parameters
}

TEST(adaptive_score, refusals) {
  session test;
  const auto state = [&](const smallints &values) { return sqlstate_of([&] { test.score(values); }); };
  EXPECT_EQ(state({1, none, none, none}), "22023");
  EXPECT_EQ(state({none, none, none, none, 1}), "22023");  // has no parameters
  EXPECT_EQ(state({5, none, none, none, none}), "22003");
  EXPECT_EQ(state({-2, none, none, none, none}), "22003");
  test.rule.target_se = 0;
  EXPECT_EQ(state(smallints(5, none)), "22023");
}

TEST(adaptive_score, only_speed_speaks_against_a_session) {
  const std::vector<std::string_view> traits(6, "x");
  const bool not_asked[] = {false, false, false, true, true, true};
  const smallints same(6, 2);
  std::vector<std::int32_t> times(6, 3000);
  quality_input input;
  input.given = {same.data(), not_asked, 6};
  input.traits = traits;
  input.times = {times.data(), not_asked, 6};
  EXPECT_TRUE(judge_session(input).reliable && judge_session(input).flags.empty());
  std::fill(times.begin(), times.end(), 300);
  EXPECT_FALSE(judge_session(input).reliable);
  EXPECT_EQ(judge_session(input).flags.size(), 1U);
}

}  // namespace
