// Rules by hand, limits by published figures, the ends of the range.
#include "core/signals/control_chart.hpp"
#include "core/signals/funnel.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace harmony::signals {
namespace {

nullable_span<double> all_of(const std::vector<double> &values) { return {values.data(), nullptr, values.size()}; }

// The points, as characters, that carry a rule on a chart with centre 0 and sigma 1.
std::string carrying(chart_rule rule, const std::vector<double> &values, rule_set set, int points = 7) {
  const auto marks = chart_rules(values, 0.0, std::vector<double>(values.size(), 1.0), set, points);
  std::string out;
  for (const auto mark : marks) out += (mark & rule) != 0 ? 'x' : '.';
  return out;
}

TEST(signal_rules, shifts_take_their_length) {
  const std::vector<double> seven{0, 1, .5, 1, .5, 1, .5, 1, 0, -1};
  EXPECT_EQ(carrying(rule_shift, seven, rule_set::nhs), ".xxxxxxx..");
  EXPECT_EQ(carrying(rule_shift, seven, rule_set::western_electric), "..........");
  EXPECT_EQ(carrying(rule_shift, {1, 1, 1, -1, -1, -1, -1, -1, -1}, rule_set::nhs, 6), "...xxxxxx");
  EXPECT_EQ(carrying(rule_shift, {1, 1, 1, 0, 1, 1, 1}, rule_set::nhs, 6), ".......");  // on the centre: no side
}

TEST(signal_rules, trends_break_at_equal_neighbours) {
  EXPECT_EQ(carrying(rule_trend, {0, 1, 2, 3, 4, 5, 6, 0}, rule_set::nhs), "xxxxxxx.");
  EXPECT_EQ(carrying(rule_trend, {0, 1, 2, 3, 4, 5}, rule_set::nhs), "......");
  EXPECT_EQ(carrying(rule_trend, {0, 1, 2, 3, 4, 5}, rule_set::nelson), "xxxxxx");
  EXPECT_EQ(carrying(rule_trend, {0, 1, 2, 2, 3, 4, 5}, rule_set::nelson), ".......");
  EXPECT_EQ(carrying(rule_trend, {5, 4, 3, 2, 1, 0, 1, 2}, rule_set::nelson), "xxxxxx..");
}

TEST(signal_rules, of_three_and_of_five) {
  EXPECT_EQ(carrying(rule_two_of_three, {0, 2.5, -1, 2.5, 0}, rule_set::western_electric), ".x.x.");
  EXPECT_EQ(carrying(rule_two_of_three, {0, 2.5, -1, 2.5, 0}, rule_set::nhs), ".....");
  EXPECT_EQ(carrying(rule_two_of_three, {0, 2.5, 1, 2.5, 0}, rule_set::nhs), ".x.x.");
  EXPECT_EQ(carrying(rule_two_of_three, {0, 2.5, 1, 3.5, 0}, rule_set::nhs), ".....");  // 3.5 is beyond the limits
  EXPECT_EQ(carrying(rule_two_of_three, {2.5, -2.5, 2.5, 0}, rule_set::western_electric), "x.x.");
  EXPECT_EQ(carrying(rule_four_of_five, {1.5, 1.5, 0, 1.5, 1.5, 0}, rule_set::nelson), "xx.xx.");
  EXPECT_EQ(carrying(rule_beyond_limits, {3, -3.001}, rule_set::nhs), ".x");
}

TEST(signal_rules, of_nelson_alone) {
  std::vector<double> zigzag, near, far;
  for (int i = 0; i < 15; ++i) {
    zigzag.push_back(i % 2 == 0 ? .5 : -.5 - i);
    near.push_back(i % 3 == 0 ? .9 : -.2);
    far.push_back(i % 3 == 0 ? 1.9 : -1.2);
  }
  EXPECT_EQ(carrying(rule_alternating, zigzag, rule_set::nelson), std::string(15, 'x'));
  EXPECT_EQ(carrying(rule_stratification, near, rule_set::nelson), std::string(15, 'x'));
  EXPECT_EQ(carrying(rule_mixture, far, rule_set::nelson), std::string(15, 'x'));
  near[7] = 1.0;  // not below 1
  zigzag[7] = zigzag[6];
  far[7] = 1.0;
  EXPECT_EQ(carrying(rule_stratification, near, rule_set::nelson), std::string(15, '.'));
  EXPECT_EQ(carrying(rule_alternating, zigzag, rule_set::nelson), std::string(15, '.'));
  EXPECT_EQ(carrying(rule_mixture, far, rule_set::nelson), std::string(15, '.'));
}

TEST(signal_chart, gaps_and_single_values) {
  const double values[] = {1.0, 0.0, 3.0};
  const bool gaps[] = {false, true, false};
  const auto chart = control_chart(chart_kind::xmr, {values, gaps, 3}, {}, {});
  EXPECT_FALSE(chart[1].has_value());
  EXPECT_EQ(chart[2]->moving_range, 2.0);
  const auto one = control_chart(chart_kind::xmr, all_of({5.0}), {}, {});
  EXPECT_EQ(one[0]->centre, 5.0);
  EXPECT_TRUE(std::isnan(one[0]->sigma) && std::isnan(one[0]->upper));
  EXPECT_TRUE(control_chart(chart_kind::xmr, {}, {}, {}).empty());
}

TEST(signal_chart, flat_series_fire_no_rule) {
  for (const auto &point : control_chart(chart_kind::xmr, all_of(std::vector<double>(20, 0.1)), {}, {})) {
    EXPECT_EQ(point->rules, 0);
    EXPECT_EQ(point->upper, 0.1);
  }
}

TEST(signal_chart, counts_are_checked) {
  EXPECT_FALSE(control_chart(chart_kind::p, all_of({0, 1}), all_of({0, 2}), {})[0].has_value());
  EXPECT_THROW(control_chart(chart_kind::p, all_of({3}), all_of({2}), {}), error);
  EXPECT_NO_THROW(control_chart(chart_kind::u, all_of({3}), all_of({2}), {}));
  EXPECT_THROW(control_chart(chart_kind::u, all_of({3}), all_of({0}), {}), error);
  EXPECT_THROW(control_chart(chart_kind::p, all_of({-1}), all_of({2}), {}), error);
  EXPECT_THROW(control_chart(chart_kind::p, all_of({1}), all_of({2, 3}), {}), error);
  EXPECT_THROW(control_chart(chart_kind::p, all_of({1}), all_of({infinity}), {}), error);
  chart_options odd;
  odd.points = 8;
  EXPECT_THROW(control_chart(chart_kind::xmr, all_of({1}), {}, odd), error);
  odd.points = 6;
  odd.baseline = 1;
  EXPECT_THROW(control_chart(chart_kind::xmr, all_of({1}), {}, odd), error);
}

TEST(signal_chart, runs_without_useful_values) {
  const runs_result none = runs_test(all_of({1, 1}), 1.0);
  EXPECT_EQ(none.n_useful, 0);
  EXPECT_TRUE(std::isnan(none.longest_run_max));
  EXPECT_FALSE(none.signal);
  EXPECT_TRUE(runs_test(all_of(std::vector<double>(10, 2.0)), 1.0).signal);  // 10 > round(3.32) + 3, and no crossing
}

TEST(signal_funnel, of_one_site_and_none) {
  const auto one = funnel(funnel_kind::proportion, all_of({3}), all_of({10}), {});
  EXPECT_EQ(one.target, 0.3);
  EXPECT_EQ(one.tau2, 0.0);
  EXPECT_NEAR(one.points[0]->z, 0.0, 1e-15);
  EXPECT_TRUE(std::isnan(funnel(funnel_kind::proportion, all_of({0}), all_of({0}), {}).target));
  EXPECT_FALSE(funnel(funnel_kind::ratio, all_of({0}), all_of({0}), {}).points[0].has_value());
  EXPECT_THROW(funnel(funnel_kind::proportion, all_of({4}), all_of({3}), {}), error);
  EXPECT_THROW(funnel(funnel_kind::ratio, all_of({4}), all_of({0}), {}), error);
  EXPECT_THROW(funnel(funnel_kind::ratio, all_of({infinity}), all_of({1}), {}), error);
}

TEST(signal_funnel, limits_against_spread_of_sizes) {
  const auto found = funnel(funnel_kind::ratio, all_of({1e-300, 5, 1e300}), all_of({1e-300, 4, 1e300}), {});
  for (const auto &point : found.points) EXPECT_TRUE(std::isfinite(point->upper_998) && std::isfinite(point->shrunken));
  EXPECT_THROW(funnel_limits(funnel_kind::proportion, 10.5, 0.1, 0.025), error);
  EXPECT_THROW(funnel_limits(funnel_kind::proportion, 10, 1.1, 0.025), error);
  EXPECT_THROW(funnel_limits(funnel_kind::ratio, 10, 0, 0.025), error);
  EXPECT_THROW(funnel_limits(funnel_kind::ratio, 10, 1, 0.5), error);
  EXPECT_TRUE(std::isnan(funnel_limits(funnel_kind::ratio, 0, 1, 0.025)[0]));
  EXPECT_EQ(funnel_limits(funnel_kind::proportion, 10, 0, 0.025)[1], 0.0);
  // A fair coin: the limits mirror each other, but for the step of one that their interpolation differs by.
  for (const double p : {0.025, 1e-14, 1e-17, 1e-100, 5e-324}) {
    const auto limits = funnel_limits(funnel_kind::proportion, 1e6, 0.5, p);
    EXPECT_NEAR(limits[1], 1.0 - limits[0] - 1e-6, 1e-9) << p;
  }
  EXPECT_THROW(funnel_limits(funnel_kind::ratio, 5e-324, 1, 0.025), error);
}

}  // namespace
}  // namespace harmony::signals
