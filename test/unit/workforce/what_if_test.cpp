// Comparisons, tornado, goal seek and sensitivity: what must hold, and indices of a function whose answer is known.
#include "core/workforce/what_if.hpp"
#include "core/base/error.hpp"
#include "core/workforce/comparison.hpp"
#include "core/workforce/default_workloads.hpp"
#include "core/workforce/metrics.hpp"
#include "core/workforce/sobol.hpp"

#include <boost/random/sobol.hpp>
#include <gtest/gtest.h>

#include <cmath>

namespace harmony::workforce {
namespace {

config asked_of(double factor) {
  config asked;
  asked.numbers.n_iterations = 40;
  asked.numbers.n_steps = 30;
  asked.numbers.automation_factor = factor;
  asked.numbers.adoption_midpoint = 6;
  asked.seed = 12;
  asked.money = {10, 20, 2, 100, 300};
  asked.roles = {{"Marketing", 30, 70000, default_workloads()[2].tasks}};
  return asked;
}

TEST(inputs, are_got_and_set) {
  const config asked = asked_of(0.5);
  EXPECT_EQ(input_of(asked, "learning_probability"), 0.5);
  EXPECT_EQ(input_of(asked, "money.hiring"), 300);
  EXPECT_EQ(input_of(asked, "new_tasks"), 0);
  EXPECT_EQ(with_input(asked, "decision_delay", 4.4).numbers.decision_delay, 4);
  EXPECT_EQ(with_input(asked, "money.hiring", 7).money.hiring, 7);
  EXPECT_EQ(span_of(asked, "annual_attrition", 0.3).low, 0);
  EXPECT_NEAR(span_of(asked, "annual_attrition", 0.3).high, 0.4, 1e-15);
  for (const char *input : {"n_steps", "n_iterations", "seed", "money.", "money", "reduction_probability", ""})
    EXPECT_THROW(input_of(asked, input), error) << input;
  EXPECT_THROW(with_input(asked, "annual_attrition", 1.5), error);
  EXPECT_THROW(span_of(asked, "annual_attrition", 0), error);
  // Whole numbers stay whole.
  EXPECT_EQ(span_of(asked, "decision_delay", 1.6).low, 1);
  EXPECT_EQ(span_of(asked, "decision_delay", 1.6).high, 5);
}

TEST(comparison, pairs_the_draws) {
  const comparison got = compare({asked_of(0.5), asked_of(0.6), asked_of(0.5)});
  ASSERT_EQ(got.runs.size(), 3u);
  ASSERT_EQ(got.differences.size(), 2u * 3u * 14u);  // steps 12, 24 and 30
  for (const difference &each : got.differences) {
    if (each.config == 2) {
      EXPECT_EQ(each.mean, 0.0) << each.metric;
    } else {
      const std::size_t metric = find_metric(got.runs[0].asked, each.metric, "");
      EXPECT_NEAR(each.mean, got.runs[1].at(each.step, metric).mean - got.runs[0].at(each.step, metric).mean,
                  1e-9 * (1 + std::fabs(each.mean)));
    }
  }
  EXPECT_GT(got.variance_ratio, 0.0);
  EXPECT_LT(got.variance_ratio, 0.9);
}

TEST(comparison, refuses_what_does_not_pair) {
  config other = asked_of(0.5);
  other.seed = 13;
  EXPECT_THROW(check_comparable({asked_of(0.5), other}, 1e9), error);
  other = asked_of(0.5);
  other.numbers.n_steps = 31;
  EXPECT_THROW(check_comparable({asked_of(0.5), other}, 1e9), error);
  EXPECT_THROW(check_comparable({}, 1e9), error);
  EXPECT_THROW(check_comparable({asked_of(0.5)}, 10), error);
}

TEST(comparison, is_bounded) {
  EXPECT_NO_THROW(check_comparable(std::vector<config>(20, asked_of(0.5)), 1e9));
  EXPECT_THROW(check_comparable(std::vector<config>(21, asked_of(0.5)), 1e9), error);
  config large = asked_of(0.5);  // 48 MB of numbers each
  large.numbers.n_iterations = 10000;
  large.numbers.n_steps = 59;
  EXPECT_NO_THROW(check_comparable(std::vector<config>(5, large), 1e11));
  EXPECT_THROW(check_comparable(std::vector<config>(6, large), 1e11), error);
}

TEST(tornado, is_widest_first) {
  const config asked = asked_of(0.5);
  const tornado got =
      draw_tornado(asked, {span_of(asked, "money.hiring", 100), span_of(asked, "automation_factor", 0.3)}, "npv", 1e9);
  ASSERT_EQ(got.bars.size(), 2u);
  EXPECT_EQ(got.bars[0].span.input, "automation_factor");
  EXPECT_GT(got.bars[1].at_low, got.bars[1].at_high);  // hiring costs
  EXPECT_LT(got.bars[0].at_low, got.base);
  EXPECT_THROW(draw_tornado(asked, {}, "npv", 10), error);
  EXPECT_THROW(draw_tornado(asked, {}, "count", 1e9), error);
}

TEST(seek, finds_the_goal) {
  const config asked = asked_of(0.5);
  const double goal = outcome_of(with_input(asked, "automation_factor", 0.37), "automation_rate");
  const sought got = seek(asked, "automation_factor", "automation_rate", goal, 0, 1, 1e9);
  EXPECT_TRUE(got.reached);
  EXPECT_EQ(outcome_of(with_input(asked, "automation_factor", got.value), "automation_rate"), got.outcome);
  EXPECT_NEAR(got.outcome, goal, 1e-3);
  EXPECT_LE(got.evaluations, 60u);
  const sought beyond = seek(asked, "automation_factor", "automation_rate", 0.99, 0, 1, 1e9);
  EXPECT_FALSE(beyond.reached);
  EXPECT_EQ(beyond.value, 1.0);
  const sought falling = seek(asked, "automation_factor", "employees", 25, 0, 1, 1e9);
  EXPECT_TRUE(falling.reached);
  EXPECT_NEAR(falling.outcome, 25, 0.5);
  EXPECT_THROW(seek(asked, "automation_factor", "employees", 25, 0.5, 0.5, 1e9), error);
  EXPECT_THROW(seek(asked, "automation_factor", "employees", 25, 0, 1.5, 1e9), error);
  EXPECT_THROW(seek(asked, "automation_factor", "employees", missing, 0, 1, 1e9), error);
  EXPECT_THROW(seek(asked, "automation_factor", "employees", 25, missing, 1, 1e9), error);
}

TEST(seek, stays_whole) {
  config asked = asked_of(0.9);
  asked.policy = policy_kind::rapid;
  const double goal = outcome_of(with_input(asked, "decision_delay", 17), "employees");
  const sought got = seek(asked, "decision_delay", "employees", goal, 0.6, 29.4, 1e9);
  EXPECT_TRUE(got.reached);
  EXPECT_EQ(got.value, std::floor(got.value));
  EXPECT_EQ(got.outcome, outcome_of(with_input(asked, "decision_delay", got.value), "employees"));
  const sought beyond = seek(asked, "decision_delay", "employees", 1e6, 0.6, 29.4, 1e9);
  EXPECT_FALSE(beyond.reached);
  EXPECT_EQ(beyond.value, 29);
  EXPECT_THROW(seek(asked, "decision_delay", "employees", goal, 2.6, 3.4, 1e9), error);
}

// f = 4 x1 + 2 x2 + x3 of uniform inputs: each index is its squared factor over 21. With x1 x2 in place of the sum the
// first-order indices are 3/7 each and the total ones 4/7.
TEST(sobol, indices_of_known_functions) {
  sensitivity_question of;
  of.asked = asked_of(0.5);
  of.samples = 4096;
  for (const char *input : {"a", "b", "c"}) of.spans.push_back({input, 0, 1});
  const auto outcomes = [&](auto f) {
    boost::random::sobol sequence(6);
    sequence.discard(6);
    std::vector<double> out, x(6);
    for (std::uint32_t k = 0; k < of.samples; ++k) {
      for (double &each : x) each = static_cast<double>(sequence()) * 0x1p-64;
      out.push_back(f(x[0], x[1], x[2]));
      out.push_back(f(x[3], x[4], x[5]));
      out.push_back(f(x[3], x[1], x[2]));
      out.push_back(f(x[0], x[4], x[2]));
      out.push_back(f(x[0], x[1], x[5]));
    }
    return out;
  };
  const auto sums = indices_of(of, outcomes([](double a, double b, double c) { return 4 * a + 2 * b + c; }));
  const double shares[] = {16.0 / 21, 4.0 / 21, 1.0 / 21};
  for (int k = 0; k < 3; ++k) {
    EXPECT_NEAR(sums[k].first, shares[k], 0.01);
    EXPECT_NEAR(sums[k].total, shares[k], 0.01);
    EXPECT_LT(sums[k].first_low, sums[k].first);
    EXPECT_GT(sums[k].first_high, sums[k].first);
  }
  const auto product = indices_of(of, outcomes([](double a, double b, double) { return a * b; }));
  for (int k = 0; k < 2; ++k) {
    EXPECT_NEAR(product[k].first, 3.0 / 7, 0.01);
    EXPECT_NEAR(product[k].total, 4.0 / 7, 0.01);
  }
  EXPECT_NEAR(product[2].total, 0.0, 1e-12);
  EXPECT_TRUE(std::isnan(indices_of(of, std::vector<double>(of.samples * 5, 1.0))[0].first));
}

TEST(sobol, samples_in_chunks) {
  sensitivity_question of;
  of.asked = asked_of(0.5);
  of.asked.numbers.n_iterations = 2;
  of.metric = "automation_rate";
  of.samples = 9;
  of.spans = {span_of(of.asked, "automation_factor", 0.2), span_of(of.asked, "decision_delay", 2)};
  check(of, 1e9);
  std::vector<double> whole = sample_outcomes(of, 0, 9), parts = sample_outcomes(of, 0, 4);
  const std::vector<double> rest = sample_outcomes(of, 4, 9);
  parts.insert(parts.end(), rest.begin(), rest.end());
  EXPECT_EQ(whole.size(), 9u * 4u);
  EXPECT_EQ(whole, parts);
  EXPECT_THROW(indices_of(of, rest), error);
  for (const double value : {1.7976931348623157e308, -1e101, HUGE_VAL, std::nan("")}) {
    whole[7] = value;
    EXPECT_THROW(indices_of(of, whole), error) << value;
  }
  of.samples = 7;
  EXPECT_THROW(check(of, 1e9), error);
}

}  // namespace
}  // namespace harmony::workforce
