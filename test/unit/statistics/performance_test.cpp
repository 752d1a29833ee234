// By hand, and by what stands elsewhere in the core.
#include "core/statistics/calibration_line.hpp"
#include "core/statistics/classification.hpp"
#include "core/statistics/discrimination.hpp"
#include "core/statistics/logistic.hpp"
#include "core/statistics/regression_performance.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

struct rows {
  std::vector<double> p;
  std::vector<std::uint8_t> y;
};

rows random_rows(int n, unsigned seed, bool tied) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform(0.01, 0.99);
  rows out;
  for (int i = 0; i < n; ++i) {
    const double p = uniform(random);
    out.p.push_back(tied ? std::round(p * 20) / 20 : p);
    out.y.push_back(uniform(random) < 0.3 + 0.5 * p ? 1 : 0);
  }
  return out;
}

binary_performance_result performance_of(const rows &r, double threshold = 0.5) {
  binary_performance_state state(threshold);
  for (std::size_t i = 0; i < r.p.size(); ++i) state.add(r.y[i] != 0, r.p[i]);
  return state.finish();
}

TEST(binary_performance, agrees_with_the_rest_of_the_core) {
  for (const bool tied : {false, true}) {
    const rows r = random_rows(700, 3, tied);
    const binary_performance_result got = performance_of(r);
    EXPECT_NEAR(got.auc, ranked_outcomes(r.p, r.y).auc(), 1e-13);
    EXPECT_NEAR(got.brier, brier(r.p, r.y), 1e-13);
    std::vector<double> logits;
    std::vector<std::uint8_t> y;
    for (std::size_t i = 0; i < r.p.size(); ++i) {
      if (tied && (r.p[i] == 0.0 || r.p[i] == 1.0)) continue;
      logits.push_back(std::log(r.p[i] / (1 - r.p[i])));
      y.push_back(r.y[i]);
    }
    if (tied) continue;  // 0 and 1 are held to 1e-15 here
    const logistic_fit fit = fit_logistic({logits, 1, y, {}});
    EXPECT_NEAR(got.calibration_intercept, fit.coefficients[0], 1e-9);
    EXPECT_NEAR(got.calibration_slope, fit.coefficients[1], 1e-9);
  }
}

TEST(binary_performance, standard_error_of_auc) {
  // p .1 .4 | .35 .8: placements of the positives 1/2, 1, of the negatives 1, 1/2; each variance 1/8, over 2 and 2.
  const binary_performance_result r = performance_of({{0.1, 0.4, 0.35, 0.8}, {0, 0, 1, 1}});
  EXPECT_EQ(r.auc, 0.75);
  EXPECT_NEAR(r.auc_se, std::sqrt(0.125 / 2 + 0.125 / 2), 1e-16);
  EXPECT_TRUE(std::isnan(performance_of({{0.1, 0.4, 0.35}, {0, 1, 1}}).auc_se));
}

TEST(binary_performance, intervals) {
  // z of 95 %: 1.959963984540054 (R 4.3, qnorm(.975)).
  const binary_performance_result r = performance_of({{0.1, 0.4, 0.35, 0.8}, {0, 0, 1, 1}});
  EXPECT_NEAR(r.auc_interval.low, 0.75 - 1.959963984540054 * r.auc_se, 1e-15);
  EXPECT_EQ(r.auc_interval.high, 1.0);
  const binary_performance_result one = performance_of({{0.1, 0.4, 0.35}, {0, 1, 1}});
  EXPECT_TRUE(std::isnan(one.auc_interval.low) && std::isnan(one.auc_interval.high));
  // Wilson (1927) of 1 out of 2, as prop.test(1, 2, correct = FALSE) in R: .0945 to .9055.
  const binary_performance_result two = performance_of({{0.51, 0.52}, {0, 1}});
  EXPECT_NEAR(two.calibration[5].interval.low, 0.0945312057, 1e-9);
  EXPECT_NEAR(two.calibration[5].interval.high, 0.9054687943, 1e-9);
  EXPECT_TRUE(std::isnan(two.calibration[4].interval.low));
}

TEST(difference_of_areas, is_that_of_independent_figures) {
  const area_difference d = difference_of_areas(0.8, 0.03, 0.7, 0.04, 0.95);
  EXPECT_NEAR(d.difference, 0.1, 1e-15);
  EXPECT_NEAR(d.low, 0.1 - 1.959963984540054 * 0.05, 1e-15);
  EXPECT_NEAR(d.high, 0.1 + 1.959963984540054 * 0.05, 1e-15);
  EXPECT_EQ(difference_of_areas(1.0, 0.5, 0.0, 0.5, 0.95).high, 1.0);
  EXPECT_EQ(difference_of_areas(0.0, 1e300, 1.0, 0.5, 0.95).low, -1.0);
  const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
  for (const double x : {nan, infinite, -0.1, 1.1})
    EXPECT_THROW(difference_of_areas(x, 0.1, 0.5, 0.1, 0.95), harmony::error);
  for (const double x : {nan, infinite, -1e-300})
    EXPECT_THROW(difference_of_areas(0.5, 0.1, 0.5, x, 0.95), harmony::error);
  for (const double x : {nan, 0.0, 1.0}) EXPECT_THROW(difference_of_areas(0.5, 0.1, 0.5, 0.1, x), harmony::error);
}

TEST(binary_performance, one_outcome_only) {
  for (const std::uint8_t y : {0, 1}) {
    const binary_performance_result r = performance_of({{0.2, 0.6, 0.9}, {y, y, y}});
    for (const double x : {r.auc, r.auc_se, r.average_precision, r.brier_skill, r.decided.mcc(), r.ks,
                           r.calibration_slope, r.calibration_intercept})
      EXPECT_TRUE(std::isnan(x));
    EXPECT_FALSE(std::isnan(r.brier));
  }
  EXPECT_TRUE(std::isnan(performance_of({{0.2, 0.6}, {0, 0}}).decided.recall()));
}

TEST(binary_performance, threshold_is_inclusive) {
  const binary_performance_result r = performance_of({{0.3, 0.3}, {0, 1}}, 0.3);
  EXPECT_EQ(r.decided.tp, 1.0);
  EXPECT_EQ(r.decided.fp, 1.0);
  EXPECT_EQ(performance_of({{0.3}, {1}}, 0.31).decided.fn, 1.0);
  EXPECT_TRUE(std::isnan(performance_of({{0.3}, {0}}, 1.0).decided.precision()));
}

TEST(binary_performance, ends_of_the_scale) {
  const double least = std::numeric_limits<double>::denorm_min();
  const binary_performance_result r = performance_of({{0.0, 1.0, least, 1.0 - 1e-16}, {1, 0, 0, 1}});
  EXPECT_NEAR(r.log_loss, -std::log(1e-15) / 2, 1e-13);
  EXPECT_EQ(r.calibration[0].n, 2);
  EXPECT_EQ(r.calibration[9].n, 2);
  EXPECT_EQ(r.auc, 0.25);  // one of four: 1 - 1e-16 is above the least
}

TEST(binary_performance, line_of_separated_outcomes_is_none) {
  EXPECT_TRUE(std::isnan(performance_of({{0.1, 0.2, 0.8}, {0, 0, 1}}).calibration_slope));
  EXPECT_TRUE(std::isnan(performance_of({{0.1, 0.5, 0.5, 0.8}, {0, 0, 1, 1}}).calibration_slope));  // quasi
  EXPECT_TRUE(std::isnan(performance_of({{0.9, 0.5, 0.5, 0.1}, {0, 0, 1, 1}}).calibration_slope));
  EXPECT_LT(performance_of({{0.9, 0.5, 0.6, 0.1}, {0, 0, 1, 1}}).calibration_slope, 0.0);
}

TEST(calibration_line, finds_maxima_that_lie_far_out) {
  // x = -1, 0, 1 with many rows that nearly part the outcomes: log odds of 1/n, 1, n.
  std::vector<double> negatives(1000, -1.0), positives(1000, 1.0);
  negatives.push_back(1.0);
  positives.insert(positives.begin(), -1.0);
  const calibration_line line = fit_calibration_line(negatives, positives);
  EXPECT_NEAR(line.intercept, 0.0, 1e-9);
  EXPECT_NEAR(line.slope, std::log(1000.0), 1e-9);
  EXPECT_TRUE(std::isnan(fit_calibration_line({}, positives).slope));
}

TEST(calibration_line, of_many_rows_is_that_of_the_logistic_regression) {
  const rows r = random_rows(70000, 5, false);
  std::vector<double> x, sides[2];
  for (std::size_t i = 0; i < r.p.size(); ++i) {
    x.push_back(std::log(r.p[i] / (1 - r.p[i])));
    sides[r.y[i]].push_back(x.back());
  }
  for (auto &side : sides) std::sort(side.begin(), side.end());
  const logistic_fit fit = fit_logistic({x, 1, r.y, {}});
  const calibration_line line = fit_calibration_line(sides[0], sides[1]);
  EXPECT_NEAR(line.intercept, fit.coefficients[0], 1e-9);
  EXPECT_NEAR(line.slope, fit.coefficients[1], 1e-9);
}

// References: Newton's method with 60 decimal digits, and by hand where p is 0 or 1 alone. An end counts as 1e-15 from
// it.
TEST(binary_performance, line_of_certain_probabilities_that_were_wrong) {
  // At p = 0 two of eight are positive, at p = 1 ten of eleven: log odds -log 3 and log 10.
  rows ends;
  for (int i = 0; i < 19; ++i) {
    ends.p.push_back(i < 8 ? 0.0 : 1.0);
    ends.y.push_back(i < 2 || (i >= 8 && i < 18) ? 1 : 0);
  }
  const double end = std::log1p(-1e-15) - std::log(1e-15);
  const struct {
    rows given;
    double intercept, slope;
  } cases[] = {
      {ends, (std::log(10.0) - std::log(3.0)) / 2, (std::log(10.0) + std::log(3.0)) / (2 * end)},
      {{{0, 1, 0, 1, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9}, {1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1}},
       0.0,
       0.00262699198136291011},
      {{{1e-300, 1e-300, 1e-300, 1e-300, 1e-300, 1e-12, 0.5, 0.5, 0.999, 1, 1, 0.25},
        {0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0}},
       -0.44385137326298997528,
       0.03308458310946883748},
  };
  for (const auto &c : cases) {
    const binary_performance_result got = performance_of(c.given);
    EXPECT_NEAR(got.calibration_intercept, c.intercept, 1e-9);
    EXPECT_NEAR(got.calibration_slope, c.slope, 1e-9);
  }
}

// Wherever both outcomes overlap there is a line, and at it the derivatives of the likelihood are 0.
TEST(binary_performance, line_is_found_wherever_there_is_one) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  for (int k = 0; k < 2000; ++k) {
    std::vector<double> sides[2];
    for (int i = 0; i < 20; ++i) {
      const double x = 34.5 * std::round(6 * uniform(random) - 3) / 3;
      sides[uniform(random) < (x > 0 ? 0.8 : 0.2) ? 1 : 0].push_back(x);
    }
    for (auto &side : sides) std::sort(side.begin(), side.end());
    if (sides[0].empty() || sides[1].empty() || sides[0].back() <= sides[1].front() ||
        sides[1].back() <= sides[0].front())
      continue;
    const calibration_line line = fit_calibration_line(sides[0], sides[1]);
    double gradient[2] = {};
    for (const int y : {0, 1})
      for (const double x : sides[y]) {
        const double off = 1.0 / (1.0 + std::exp(-line.intercept - line.slope * x)) - y;
        gradient[0] += off;
        gradient[1] += off * x;
      }
    ASSERT_NEAR(gradient[0], 0.0, 1e-8) << k;
    ASSERT_NEAR(gradient[1], 0.0, 1e-7) << k;
  }
}

TEST(binary_performance, is_the_same_however_it_is_divided) {
  rows r = random_rows(900, 9, true);
  const binary_performance_result whole = performance_of(r);
  binary_performance_state joined;
  for (std::size_t i = r.p.size(); i-- > 0;) {
    binary_performance_state part;
    part.add(r.y[i] != 0, r.p[i]);
    native_writer out;
    part.serialize(out);
    native_reader in(out.bytes());
    joined.merge(binary_performance_state::deserialize(in));
  }
  const binary_performance_result got = joined.finish();
  EXPECT_EQ(got.auc_se, whole.auc_se);
  EXPECT_EQ(got.log_loss, whole.log_loss);
  EXPECT_EQ(got.calibration_slope, whole.calibration_slope);
}

TEST(binary_performance, refuses) {
  binary_performance_state state;
  EXPECT_THROW(state.add(true, -1e-300), error);
  EXPECT_THROW(state.add(true, 1.0000000000000002), error);
  EXPECT_THROW(state.add(true, missing), error);
  EXPECT_THROW(binary_performance_state(1.5), error);
  EXPECT_THROW(binary_performance_state(std::nan("")), error);
  EXPECT_THROW(state.check_threshold(0.4), error);
  EXPECT_THROW(state.merge(binary_performance_state(0.4)), error);
  EXPECT_NO_THROW(state.add(true, -0.0));
}

// Every beginning of a state's bytes is one too few.
template <class State>
void refuses_what_ends_too_soon(const State &state) {
  native_writer out;
  state.serialize(out);
  for (std::size_t n = 0; n < out.bytes().size(); ++n) {
    const std::string cut = out.bytes().substr(0, n);
    native_reader in(cut);
    EXPECT_THROW(State::deserialize(in), error) << n;
  }
}

TEST(performance_states, refuse_bytes_that_end_too_soon) {
  binary_performance_state binary;
  estimated_performance_state estimated;
  regression_performance_state regression;
  for (const double p : {0.1, 0.4, 0.9}) {
    binary.add(p > 0.3, p);
    estimated.add(p);
    regression.add(p, 1.0);
  }
  refuses_what_ends_too_soon(binary);
  refuses_what_ends_too_soon(estimated);
  refuses_what_ends_too_soon(regression);
}

TEST(estimated_performance, area_of_every_pair) {
  const std::vector<double> p{0.0, 0.2, 0.2, 0.7, 1.0};
  estimated_performance_state state(0.2);
  double wins = 0, in = 0, out = 0;
  for (const double a : p) {
    state.add(a);
    in += a;
    out += 1 - a;
    for (const double b : p) wins += a * (1 - b) * (a > b ? 1 : (a == b ? 0.5 : 0));
  }
  const estimated_performance_result r = state.finish();
  EXPECT_NEAR(r.auc, wins / (in * out), 1e-15);
  EXPECT_NEAR(r.expected.tp, 2.1, 1e-15);
  EXPECT_NEAR(r.expected.fp, 1.9, 1e-15);
  EXPECT_NEAR(r.expected.tn, 1.0, 1e-15);
}

TEST(estimated_performance, of_the_smallest_probability) {
  estimated_performance_state state;
  state.add(std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(state.finish().auc, 0.5);
  estimated_performance_state never;
  never.add(0.0);
  EXPECT_TRUE(std::isnan(never.finish().auc));
  EXPECT_TRUE(std::isnan(never.finish().expected.recall()));
}

TEST(regression_performance, takes_numbers_of_any_size) {
  const double most = std::numeric_limits<double>::max(), least = std::numeric_limits<double>::denorm_min();
  for (const double unit : {least, 1e-200, 1.0, 1e200, most / 8}) {
    regression_performance_state state;
    state.add(0.0, 2 * unit);
    state.add(4 * unit, 4 * unit);
    const regression_performance_result r = state.finish();
    EXPECT_EQ(r.bias, unit);
    EXPECT_EQ(r.median_ae, unit);
    EXPECT_NEAR(r.rmse / unit, unit == least ? 1.0 : std::sqrt(2.0), 1e-14);
    EXPECT_NEAR(r.r_squared, 0.5, 1e-14);
    EXPECT_EQ(r.mape, 0.0);
  }
  regression_performance_state opposite;
  opposite.add(most, -most);
  EXPECT_THROW(opposite.finish(), error);
  regression_performance_state half;
  half.add(most, -most / 4);  // the difference alone is beyond the range
  half.add(0.0, 0.0);
  EXPECT_EQ(half.finish().mape, 125.0);
  regression_performance_state steep;
  steep.add(least, 1.0);
  steep.add(1.0, 1.0);
  EXPECT_THROW(steep.finish(), error);
  regression_performance_state tiny;
  for (const double predicted : {-least, 0.0, 0.0}) tiny.add(0.0, predicted);
  EXPECT_EQ(tiny.finish().bias, 0.0);
  EXPECT_FALSE(std::signbit(tiny.finish().bias));
}

TEST(regression_performance, of_nothing_and_of_a_constant) {
  regression_performance_state state;
  EXPECT_EQ(state.finish().n, 0);
  state.add(0.0, 1.0);
  const regression_performance_result r = state.finish();
  EXPECT_TRUE(std::isnan(r.mape));
  EXPECT_TRUE(std::isnan(r.r_squared));
  EXPECT_THROW(state.add(missing, 0.0), error);
  EXPECT_THROW(state.add(0.0, infinity), error);
}

}  // namespace
}  // namespace harmony::statistics
