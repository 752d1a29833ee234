#include "core/statistics/prediction.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace harmony::statistics {
namespace {

template <class State>
State of(const std::vector<std::pair<double, double>> &rows) {
  State state;
  for (const auto &[a, b] : rows) state.add(a, b);
  return state;
}

std::string code_of(const std::function<void()> &call) {
  try {
    call();
  } catch (const error &e) {
    return e.sqlstate();
  }
  return "none";
}

TEST(weighted_sum, mean) {
  EXPECT_EQ((of<weighted_sum>({{100, 0.3}, {0, 0.7}}).mean()), 30.0);
  EXPECT_EQ((of<weighted_sum>({{12.5, 1}, {90, 0}}).mean()), 12.5);
  for (const double w : {0.1, 0.3, 1e-100, 1e100})  // equal values are their own mean
    EXPECT_EQ((of<weighted_sum>({{77.7, w}, {77.7, 2 * 0.3}, {77.7, w}}).mean()), 77.7);
  EXPECT_TRUE(std::isnan(weighted_sum().mean()));
  EXPECT_TRUE(std::isnan((of<weighted_sum>({{1, 0}}).mean())));
}

TEST(weighted_sum, any_order_and_any_parts_give_the_same) {
  std::vector<std::pair<double, double>> rows;
  for (int k = 0; k < 1000; ++k) rows.emplace_back(100 * std::cos(k), 0.1 + k % 7);
  const double whole = of<weighted_sum>(rows).mean();
  const std::vector<std::pair<double, double>> reversed(rows.rbegin(), rows.rend());
  EXPECT_EQ(of<weighted_sum>(reversed).mean(), whole);
  weighted_sum joined = of<weighted_sum>({rows.begin() + 500, rows.end()});
  joined.merge(of<weighted_sum>({rows.begin(), rows.begin() + 500}));
  native_writer out;
  joined.serialize(out);
  native_reader in(out.bytes());
  EXPECT_EQ(weighted_sum::deserialize(in).mean(), whole);
}

TEST(weighted_sum, refusals) {
  for (const double w : {-1.0, double(NAN), double(INFINITY), 5e-324, 1e-101, 1e101})
    EXPECT_EQ(code_of([&] { of<weighted_sum>({{1, w}}); }), sqlstate::invalid_parameter_value) << w;
  EXPECT_EQ(code_of([] { of<weighted_sum>({{NAN, 1}}); }), sqlstate::invalid_parameter_value);
  EXPECT_EQ(code_of([] { of<weighted_sum>({{1e300, 1e100}}).mean(); }), sqlstate::numeric_value_out_of_range);
}

two_moments selection(const std::vector<double> &selected, const std::vector<double> &others) {
  two_moments samples;
  for (const double x : selected) samples.add(x, true);
  for (const double x : others) samples.add(x, false);
  return samples;
}

TEST(sd_ratio, of_the_selected_and_everybody) {
  // Selected 60 70, sd √50; all 60 70 30 40, mean 50, sd √(1000/3).
  EXPECT_NEAR(sd_ratio(selection({60, 70}, {30, 40})), std::sqrt(50.0 / (1000.0 / 3.0)), 1e-15);
  EXPECT_EQ(sd_ratio(selection({60, 70}, {})), 1.0);
  EXPECT_EQ(sd_ratio(selection({60, 60}, {70})), 0.0);
  EXPECT_TRUE(std::isnan(sd_ratio(selection({}, {}))));
  EXPECT_TRUE(std::isnan(sd_ratio(selection({60}, {70, 80}))));
  EXPECT_TRUE(std::isnan(sd_ratio(selection({60, 60}, {60}))));
  EXPECT_EQ(code_of([] { sd_ratio(selection({0, 1}, {1e200})); }), sqlstate::numeric_value_out_of_range);
}

}  // namespace
}  // namespace harmony::statistics
