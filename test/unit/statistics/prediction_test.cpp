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

TEST(prediction_errors, r_squared_by_hand) {
  // y 1 2 3 4, mean 2.5, sum of squares 5; errors 0.5 each: 4 * 0.25 = 1; 1 - 1/5.
  EXPECT_EQ((of<prediction_errors>({{1, 1.5}, {2, 1.5}, {3, 3.5}, {4, 3.5}}).r_squared()), 0.8);
  EXPECT_EQ((of<prediction_errors>({{1, 1}, {2, 2}, {4, 4}}).r_squared()), 1.0);
  EXPECT_EQ((of<prediction_errors>({{1, 2}, {2, 2}, {3, 2}}).r_squared()), 0.0);  // the mean predicts no better
  EXPECT_EQ((of<prediction_errors>({{1, 3}, {2, 2}, {3, 1}}).r_squared()), -3.0);
}

TEST(prediction_errors, nothing_to_explain) {
  EXPECT_TRUE(std::isnan(prediction_errors().r_squared()));
  EXPECT_TRUE(std::isnan((of<prediction_errors>({{5, 4}}).r_squared())));
  EXPECT_TRUE(std::isnan((of<prediction_errors>({{5, 4}, {5, 6}}).r_squared())));
}

TEST(prediction_errors, a_large_offset_loses_nothing) {
  const double far = 1e15;
  EXPECT_EQ(
      (of<prediction_errors>({{far + 1, far + 1.5}, {far + 2, far + 1.5}, {far + 3, far + 3.5}, {far + 4, far + 3.5}})
           .r_squared()),
      0.8);
}

TEST(prediction_errors, any_order_and_any_parts_give_the_same) {
  std::vector<std::pair<double, double>> rows;
  for (int k = 0; k < 1000; ++k) rows.emplace_back(50 + 17 * std::sin(k), 50 + 13 * std::sin(k + 0.4));
  const double whole = of<prediction_errors>(rows).r_squared();
  const std::vector<std::pair<double, double>> reversed(rows.rbegin(), rows.rend());
  EXPECT_EQ(of<prediction_errors>(reversed).r_squared(), whole);
  prediction_errors left = of<prediction_errors>({rows.begin() + 300, rows.end()});
  left.merge(of<prediction_errors>({rows.begin(), rows.begin() + 300}));
  left.merge(prediction_errors());
  EXPECT_EQ(left.r_squared(), whole);
  native_writer out;
  left.serialize(out);
  native_reader in(out.bytes());
  EXPECT_EQ(prediction_errors::deserialize(in).r_squared(), whole);
}

TEST(prediction_errors, refusals) {
  EXPECT_EQ(code_of([] { of<prediction_errors>({{NAN, 1}}); }), sqlstate::invalid_parameter_value);
  EXPECT_EQ(code_of([] { of<prediction_errors>({{1, INFINITY}}); }), sqlstate::invalid_parameter_value);
  EXPECT_EQ(code_of([] {
              of<prediction_errors>({{0, 1e200}, {1, 0}}).r_squared();
            }),
            sqlstate::numeric_value_out_of_range);
  EXPECT_EQ(code_of([] {
              of<prediction_errors>({{0, 0}, {5e-324, 0}}).r_squared();
            }),
            sqlstate::numeric_value_out_of_range);
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
