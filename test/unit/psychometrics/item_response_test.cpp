#include "core/base/error.hpp"
#include "core/psychometrics/adaptive.hpp"
#include "core/psychometrics/forced_choice.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <random>

namespace {

using namespace harmony::psychometrics;
using smallints = std::vector<std::int16_t>;
constexpr std::int16_t none = -1;  // not answered, in these tests

/// Answers in which -1 is missing.
class answered {
 public:
  explicit answered(smallints values) : values_(std::move(values)), missing_(new bool[values_.size() + 1]) {
    for (std::size_t k = 0; k < values_.size(); ++k) missing_[k] = values_[k] == none;
  }
  harmony::nullable_span<std::int16_t> view() const { return {values_.data(), missing_.get(), values_.size()}; }

 private:
  smallints values_;
  std::unique_ptr<bool[]> missing_;
};

std::string sqlstate_of(const std::function<void()> &body) {
  try {
    body();
  } catch (const harmony::error &caught) {
    return caught.sqlstate();
  }
  return "none";
}

// ---- forced choice ----

forced_choice_form small_form() {
  return {3,
          {{{0, 0.7, 0.2}, {1, 0.6, -0.1}},
           {{1, -0.5, 0.0}, {2, 0.8, 0.3}},
           {{2, -0.9, -0.4}, {0, 0.65, 0.1}},
           {{0, 0.8, 0.0}, {1, -0.7, 0.0}},
           {{1, 0.75, 0.5}, {2, -0.6, 0.25}},
           {{2, 1.0, 0.1}, {0, -0.4, 0.0}}},
          {1, 0.3, -0.2, 0.3, 1, -0.4, -0.2, -0.4, 1}};
}

TEST(forced_choice, against_scipy) {
  // scipy.optimize on −Σ log_ndtr + θ'R⁻¹θ/2; standard errors from φ²/(Φ(1 − Φ)) and R⁻¹.
  struct row {
    smallints answers;
    double theta[3], se[3];
  };
  const std::vector<row> rows{{{1, 2, 1, 1, 2, 1},
                               {0.34717645701194483, 0.0665549222967876, -0.27672878215578567},
                               {0.7165241649043755, 0.7222250508287547, 0.6474055770881058}},
                              {{1, 1, 1, 1, 1, 1},
                               {0.4496747405100536, 0.33833770787390155, -0.4699309721580476},
                               {0.7265481189512785, 0.7318478987778827, 0.6505592212948458}},
                              {{2, none, 1, none, 2, 2},
                               {-0.6564905453947276, 0.06503356489512545, -0.8432114230546731},
                               {0.9085813616175177, 0.89601140905198, 0.7803484675225155}}};
  for (const row &r : rows) {
    const auto scores = score_forced_choice(answered(r.answers).view(), small_form());
    for (std::size_t t = 0; t < 3; ++t) {
      EXPECT_NEAR(scores[t].theta, r.theta[t], 1e-8);
      EXPECT_NEAR(scores[t].standard_error, r.se[t], 1e-8);
      EXPECT_NEAR(scores[t].percentile, 50.0 * std::erfc(-r.theta[t] / std::sqrt(2.0)), 1e-6);
      EXPECT_TRUE(std::isnan(scores[t].score) && std::isnan(scores[t].score_low));  // no metric, no score
    }
    EXPECT_EQ(scores[0].n_items, 4);
  }
}

TEST(forced_choice, scores_are_on_the_metric_of_the_rating_scale) {
  // By hand from θ and SE of SciPy above: 60 + 15 (.34717645701194483 + .05)/.8, 15 · .7165241649043755.
  forced_choice_form form = small_form();
  form.metric = {{60, 15, -0.05, 0.8}, {95, 20, 0.0, 0.1}, {1, 20, 0.0, 0.5}};
  const auto scores = score_forced_choice(answered({1, 2, 1, 1, 2, 1}).view(), form);
  const double score = 60 + 15 * (0.34717645701194483 + 0.05) / 0.8, error = 15 * 0.7165241649043755;
  EXPECT_NEAR(scores[0].score, score, 1e-7);
  EXPECT_NEAR(scores[0].score_error, error, 1e-7);
  EXPECT_NEAR(scores[0].score_low, score - 1.959963984540054 * error, 1e-6);
  EXPECT_NEAR(scores[0].score_high, score + 1.959963984540054 * error, 1e-6);
  EXPECT_EQ(scores[1].score, 100.0);  // 95 + 20 · .067/.1
  EXPECT_EQ(scores[2].score, 0.0);    // 1 − 20 · .277/.5
  EXPECT_EQ(scores[2].score_low, 0.0);
}

TEST(forced_choice, half_of_the_pairs) {
  const auto scores = score_forced_choice(answered({1, none, none, 2, none, none}).view(), small_form());
  EXPECT_FALSE(std::isnan(scores[0].theta));  // 2 of 4
  EXPECT_FALSE(std::isnan(scores[1].theta));
  EXPECT_TRUE(std::isnan(scores[2].theta) && std::isnan(scores[2].score) && std::isnan(scores[2].standard_error));
  EXPECT_EQ(scores[2].n_answered, 0);
  for (const auto &score : score_forced_choice(answered(smallints(6, none)).view(), small_form()))
    EXPECT_TRUE(std::isnan(score.theta));
}

TEST(forced_choice, far_tails_converge) {
  // Three times the right one of two statements 200 apart, ψ = .8: θ₀ = −θ₁ solves t = −3 h(−(200 + 1.2 t)/√1.28) ·
  // .6/√1.28 (scipy.optimize.brentq with erfcx).
  forced_choice_form form{2, {}, {1, 0, 0, 1}};
  for (int k = 0; k < 3; ++k) form.pairs.push_back({{0, 0.6, 100.0}, {1, 0.6, -100.0}});
  const auto far = score_forced_choice(answered({2, 2, 2}).view(), form);
  EXPECT_NEAR(far[0].theta, -104.66015993934008, 1e-6);
  EXPECT_NEAR(far[1].theta, 104.66015993934008, 1e-6);
  EXPECT_TRUE(far[0].standard_error > 0.0 && far[0].standard_error <= 1.0);
  EXPECT_EQ(far[0].percentile, 0.0);
  EXPECT_EQ(far[1].percentile, 100.0);
  const auto sure = score_forced_choice(answered({1, 1, 1}).view(), form);  // what was expected tells nothing
  EXPECT_NEAR(sure[0].theta, 0.0, 1e-12);
  EXPECT_NEAR(sure[0].standard_error, 1.0, 1e-12);
}

TEST(forced_choice, swapping_the_sides_changes_nothing) {
  forced_choice_form swapped = small_form();
  for (statement_pair &pair : swapped.pairs) std::swap(pair.left, pair.right);
  const auto one = score_forced_choice(answered({1, 2, 1, 1, 2, 1}).view(), small_form());
  const auto other = score_forced_choice(answered({2, 1, 2, 2, 1, 2}).view(), swapped);
  for (std::size_t t = 0; t < 3; ++t) EXPECT_NEAR(one[t].theta, other[t].theta, 1e-10);
}

double normal(std::mt19937_64 &random) {
  const auto uniform = [&] { return (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0; };
  return std::sqrt(-2.0 * std::log(uniform())) * std::cos(6.283185307179586 * uniform());
}

TEST(forced_choice, recovers_simulated_people_within_its_standard_errors) {
  std::mt19937_64 random(20);
  forced_choice_form form{3, {}, {1, 0.3, -0.2, 0.3, 1, -0.4, -0.2, -0.4, 1}};
  for (int k = 0; k < 60; ++k) {  // every pair of traits, and both directions
    const double sign = k % 3 == 0 ? -1.0 : 1.0;
    form.pairs.push_back({{k % 3, 0.6 + 0.03 * (k % 7), 0.1 * (k % 5)},
                          {(k + 1 + k / 30) % 3, sign * (0.6 + 0.03 * (k % 8)), 0.1 * (k % 4)}});
  }
  const double l10 = 0.3, l11 = std::sqrt(1 - 0.09), l20 = -0.2, l21 = (-0.4 + 0.06) / l11;
  const double l22 = std::sqrt(1 - l20 * l20 - l21 * l21);
  int covered = 0, all = 0;
  double xy = 0, xx = 0, yy = 0;
  for (int person = 0; person < 400; ++person) {
    const double u = normal(random), v = normal(random), w = normal(random);
    const double theta[3] = {u, l10 * u + l11 * v, l20 * u + l21 * v + l22 * w};
    smallints answers;
    for (const statement_pair &pair : form.pairs) {
      const auto utility = [&](const statement &s) {
        return s.intercept + s.loading * theta[s.trait] + std::sqrt(1 - s.loading * s.loading) * normal(random);
      };
      const double left = utility(pair.left), right = utility(pair.right);
      answers.push_back(left > right ? 1 : 2);
    }
    const auto scores = score_forced_choice(answered(answers).view(), form);
    for (std::size_t t = 0; t < 3; ++t, ++all) {
      covered += std::fabs(scores[t].theta - theta[t]) < 1.96 * scores[t].standard_error ? 1 : 0;
      xy += theta[t] * scores[t].theta, xx += theta[t] * theta[t], yy += scores[t].theta * scores[t].theta;
    }
  }
  EXPECT_NEAR(static_cast<double>(covered) / all, 0.95, 0.02);  // 1,200 intervals: ± 3 standard errors
  EXPECT_GT(xy / std::sqrt(xx * yy), 0.88);
}

TEST(forced_choice, any_form_and_any_answers_give_finite_scores) {
  std::mt19937_64 random(4);
  const auto uniform = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() % 100001) / 100000.0;
  };
  for (int round = 0; round < 300; ++round) {
    forced_choice_form form;
    form.n_traits = 1 + static_cast<int>(random() % 6);
    const auto d = static_cast<std::size_t>(form.n_traits);
    const double r = uniform(-0.15, 0.99);  // equal correlations above −1/(d − 1) are positive definite
    form.correlation.assign(d * d, r);
    for (std::size_t t = 0; t < d; ++t) form.correlation[t * d + t] = 1.0;
    const auto side = [&] {
      const double loading = random() % 5 == 0 ? 1.0 : uniform(0, 1);
      return statement{static_cast<int>(random() % d), random() % 2 == 0 ? loading : -loading,
                       random() % 3 == 0 ? uniform(-100, 100) : uniform(-1, 1)};
    };
    smallints answers;
    for (std::size_t k = random() % 40; k > 0; --k) {
      form.pairs.push_back({side(), side()});
      answers.push_back(random() % 7 == 0 ? none : static_cast<std::int16_t>(1 + random() % 2));
    }
    form.metric.assign(d, {uniform(0, 100), uniform(0.01, 100), uniform(-1, 1), uniform(0.01, 1)});
    for (const forced_choice_score &score : score_forced_choice(answered(answers).view(), form)) {
      if (score.n_answered == 0 || 2 * score.n_answered < score.n_items) continue;
      ASSERT_TRUE(std::isfinite(score.theta)) << round;
      ASSERT_TRUE(score.standard_error > 0.0 && score.standard_error <= 1.0 + 1e-9)
          << round << " " << score.standard_error;
      ASSERT_TRUE(score.score_low <= score.score && score.score <= score.score_high) << round;
    }
  }
}

TEST(forced_choice, refusals) {
  const auto with = [](const std::function<void(forced_choice_form &)> &change, smallints values = {1, 1, 1, 1, 1, 1}) {
    return sqlstate_of([&] {
      forced_choice_form form = small_form();
      change(form);
      score_forced_choice(answered(values).view(), form);
    });
  };
  EXPECT_EQ(with([](auto &) {}), "none");
  EXPECT_EQ(with([](auto &) {}, {1, 1}), "22023");
  EXPECT_EQ(with([](auto &) {}, {1, 1, 1, 1, 1, 3}), "22003");
  EXPECT_EQ(with([](auto &f) { f.pairs[0].left.loading = 1.01; }), "22023");
  EXPECT_EQ(with([](auto &f) { f.pairs[0].left.loading = NAN; }), "22023");
  EXPECT_EQ(with([](auto &f) { f.pairs[5].right.intercept = 101; }), "22023");
  EXPECT_EQ(with([](auto &f) { f.pairs[5].right.trait = 3; }), "22023");
  EXPECT_EQ(with([](auto &f) { f.correlation[1] = 0.4; }), "22023");
  EXPECT_EQ(with([](auto &f) { f.correlation[0] = 2.0; }), "22023");
  EXPECT_EQ(with([](auto &f) { f.correlation[1] = f.correlation[3] = 1.0; }), "22023");
  EXPECT_EQ(with([](auto &f) { f.correlation.pop_back(); }), "22023");
  EXPECT_EQ(with([](auto &f) { f.n_traits = 65; }), "54000");
  const auto metric = [&](double mean, double sd, double theta_mean, double theta_sd) {
    return with([&](auto &f) { f.metric.assign(3, {mean, sd, theta_mean, theta_sd}); });
  };
  EXPECT_EQ(metric(50, 20, 0, 0.8), "none");
  EXPECT_EQ(metric(50, 20, 0, 5e-324), "none");
  for (const double bad : {double(NAN), double(INFINITY), -1.0, 101.0}) EXPECT_EQ(metric(bad, 20, 0, 0.8), "22023");
  for (const double bad : {double(NAN), double(INFINITY), 0.0, 101.0}) EXPECT_EQ(metric(50, bad, 0, 0.8), "22023");
  for (const double bad : {double(NAN), double(INFINITY), -10.1}) EXPECT_EQ(metric(50, 20, bad, 0.8), "22023");
  for (const double bad : {double(NAN), 0.0, -0.8, 10.1}) EXPECT_EQ(metric(50, 20, 0, bad), "22023");
  EXPECT_EQ(with([](auto &f) { f.metric.assign(2, {50, 20, 0, 0.8}); }), "22023");
}

// ---- two-parameter logistic ----

const std::vector<double> a{1.1, 1.2, 1.0, 1.3, 1.4}, b{-1.9, -0.5, 0.0, 0.8, 1.5};

TEST(adaptive, ability_against_scipy) {
  // scipy.integrate.quad of the posterior, −12 … 12
  struct row {
    smallints answers;
    double theta, se;
  };
  for (const row &r : {row{{1, 1, 1, 0, 0}, 0.23616584714831482, 0.6753010677836371},
                       row{{1, 1, 1, 1, 1}, 1.487899836770596, 0.7032920830735898},
                       row{{0, 0, 0, 0, 0}, -1.3884122969797206, 0.742422077403469}}) {
    const ability found = ability_2pl(answered(r.answers).view(), {a, b});
    EXPECT_NEAR(found.theta, r.theta, 1e-9);
    EXPECT_NEAR(found.standard_error, r.se, 1e-9);
    EXPECT_EQ(found.n_answered, 5);
  }
  const std::vector<double> steep{10, 10}, hard{1, 2};
  EXPECT_NEAR(ability_2pl(answered({1, 0}).view(), {steep, hard}).theta, 1.342613565330056, 1e-6);
  const ability prior = ability_2pl(answered(smallints(5, none)).view(), {a, b});
  EXPECT_EQ(prior.theta, 0.0);
  EXPECT_EQ(prior.standard_error, 1.0);
}

TEST(adaptive, next_item_by_hand) {
  // At θ = 0: a² P(1 − P) = .1182 (1.1, −1.9), .3293 (1.2, −.5), .25 (1, 0), .3270 (1.3, .8), .1903 (1.4, 1.5)
  const next_item first = choose_next(answered(smallints(5, none)).view(), {a, b});
  EXPECT_EQ(first.item, 2U);
  EXPECT_NEAR(first.information, 1.44 * std::exp(0.6) / std::pow(1.0 + std::exp(0.6), 2), 1e-12);
  EXPECT_EQ(first.stop, nullptr);
  EXPECT_EQ(choose_next(answered({none, 1, none, none, none}).view(), {a, b}).item, 4U);
  const std::vector<double> same{1, 1, 1}, zero{0, 0, 0};
  EXPECT_EQ(choose_next(answered({none, none, none}).view(), {same, zero}).item, 1U);  // of equals the first
}

TEST(adaptive, stops) {
  const item_bank items{a, b};
  EXPECT_STREQ(choose_next(answered({1, 1, 1, 0, 0}).view(), items).stop, "exhausted");
  EXPECT_STREQ(choose_next(answered({1, 1, none, none, none}).view(), items, {0.4, 2}).stop, "limit");
  const next_item precise = choose_next(answered({1, 1, 1, 0, none}).view(), items, {0.9, 10});
  EXPECT_STREQ(precise.stop, "precise");
  EXPECT_EQ(precise.item, 0U);
  EXPECT_TRUE(std::isnan(precise.information));
  EXPECT_STREQ(choose_next(answered({}).view(), {{}, {}}).stop, "exhausted");
}

TEST(adaptive, more_answers_less_doubt_and_easy_items_for_the_weak) {
  smallints answers(5, none);
  double last = 1.0;
  for (int k = 0; k < 5; ++k) {
    const next_item next = choose_next(answered(answers).view(), {a, b}, {0.01, 10});
    ASSERT_NE(next.item, 0U);
    answers[next.item - 1] = 0;
    const double se = ability_2pl(answered(answers).view(), {a, b}).standard_error;
    EXPECT_LT(se, last);
    last = se;
  }
  EXPECT_EQ(choose_next(answered({none, 0, 0, none, none}).view(), {a, b}).item, 1U);
}

TEST(adaptive, refusals) {
  const auto with = [](std::vector<double> slopes, std::vector<double> places, smallints values,
                       stopping_rule rule = {}) {
    return sqlstate_of([&] { choose_next(answered(values).view(), {slopes, places}, rule); });
  };
  EXPECT_EQ(with({1, 1}, {0, 0}, {1, none}), "none");
  EXPECT_EQ(with({1, 1}, {0, 0}, {1}), "22023");
  EXPECT_EQ(with({1, 1}, {0, 0}, {1, 2}), "22003");
  EXPECT_EQ(with({1}, {0, 0}, {1}), "22023");
  EXPECT_EQ(with({0}, {0}, {1}), "22023");
  EXPECT_EQ(with({NAN}, {0}, {1}), "22023");
  EXPECT_EQ(with({1}, {11}, {1}), "22023");
  EXPECT_EQ(with({1}, {0}, {none}, {0.0, 5}), "22023");
  EXPECT_EQ(with({1}, {0}, {none}, {0.4, 0}), "22023");
}

}  // namespace
