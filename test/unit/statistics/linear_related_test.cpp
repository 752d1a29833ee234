// What shares the state with OLS: ridge, non-negative least squares, moments, prediction.
#include "linear_cases.hpp"

#include "core/statistics/distributions.hpp"

#include <cmath>

namespace harmony::statistics {
namespace {

// Ridge is least squares on standardised data with p more rows, sqrt(lambda) e_j and y = 0 (Marquardt).
TEST(ridge, equals_augmented_least_squares) {
  const int n = 70, p = 4;
  const row_list data = random_rows(n, p, 23, 3.0);
  accumulator a(p, data);
  const std::vector<double> mean = column_means(a.state());
  const column_matrix c = covariance_matrix(a.state());
  for (const double lambda : {0.0, 0.3, 10.0, 1e4}) {
    row_list augmented;
    std::vector<double> sd(p);
    for (std::size_t j = 0; j < p; ++j) sd[j] = std::sqrt(c.values[(j + 1) * 5 + j + 1] * (n - 1) / n);
    for (const auto &row : data) {
      augmented.emplace_back();
      for (std::size_t j = 0; j < p; ++j) augmented.back().push_back((row[j] - mean[j + 1]) / sd[j]);
      augmented.back().push_back(row[p] - mean[0]);
    }
    for (std::size_t j = 0; j < p; ++j) {
      augmented.emplace_back(p + 1, 0.0);
      augmented.back()[j] = std::sqrt(lambda);
    }
    accumulator b(p, augmented);
    const linear_model truth = fit_ols(b.state(), false), m = fit_ridge(a.state(), lambda);
    double rss = 0;
    for (const auto &row : data) rss += std::pow(residual(m, row), 2);
    for (std::size_t j = 0; j < p; ++j)
      EXPECT_NEAR(m.coefficients[j + 1], truth.coefficients[j] / sd[j], 1e-12 * std::fabs(m.coefficients[j + 1]));
    EXPECT_NEAR(m.r_squared, 1 - rss / (c.values[0] * (n - 1)), 1e-13);
    EXPECT_NEAR(m.residual_std_error, std::sqrt(rss / m.df), 1e-12);
    EXPECT_TRUE(std::isnan(m.std_errors[1]) && std::isnan(m.f_statistic) && std::isnan(m.aic));
  }
  EXPECT_EQ(fit_ridge(a.state(), 0).coefficients, fit_ols(a.state(), true).coefficients);
  EXPECT_EQ(fit_ridge(a.state(), 0).df, n - p - 1);
}

TEST(ridge, degrees_of_freedom_and_errors) {
  accumulator a(1, random_rows(50, 1, 29));
  EXPECT_NEAR(fit_ridge(a.state(), 25).df, 49 - 50.0 / 75.0, 1e-13);
  expect_error([&] { fit_ridge(a.state(), -1); }, "22023", "lambda");
  expect_error([&] { fit_ridge(a.state(), std::nan("")); }, "22023", "lambda");
  expect_error([&] { fit_ridge(a.state(), INFINITY); }, "22023", "lambda");
}

TEST(ridge, bears_dependent_columns_and_few_rows) {
  row_list data = random_rows(30, 3, 31);
  for (auto &row : data) row[2] = row[0];
  accumulator a(3, data);
  const linear_model m = fit_ridge(a.state(), 1);
  EXPECT_NEAR(m.coefficients[1], m.coefficients[3], 1e-12);
  EXPECT_EQ(m.rank, 4);
  EXPECT_TRUE(warned(fit_ridge(a.state(), 0), "x3 depends linearly"));
  accumulator few(5, random_rows(3, 5, 31));
  for (const double b : fit_ridge(few.state(), 0.1).coefficients) EXPECT_TRUE(std::isfinite(b));
  accumulator constant(2, {{1, 5, 2}, {2, 5, 3}, {4, 5, 4}});
  const linear_model c = fit_ridge(constant.state(), 1);
  EXPECT_TRUE(std::isnan(c.coefficients[2]));
  EXPECT_TRUE(warned(c, "x2 is constant"));
}

// Karush, Kuhn and Tucker: slopes >= 0, the gradient 0 where positive and not positive where 0.
TEST(nnls, satisfies_the_optimality_conditions) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const int p = static_cast<int>(seed % 9) + 1;
    const row_list data = random_rows(seed % 2 == 0 ? 60 : 6, p, seed, 0.5);
    accumulator a(p, data);
    const linear_model m = fit_nnls(a.state());
    const column_matrix c = covariance_matrix(a.state());
    const std::size_t k = static_cast<std::size_t>(c.k);
    for (std::size_t j = 1; j < k; ++j) {
      double gradient = c.values[j * k];
      for (std::size_t i = 1; i < k; ++i) gradient -= c.values[j * k + i] * m.coefficients[i];
      EXPECT_GE(m.coefficients[j], 0);
      EXPECT_LE(gradient, 1e-12) << seed;
      if (m.coefficients[j] > 0) {
        EXPECT_NEAR(gradient, 0, 1e-12) << seed;
      }
    }
    EXPECT_FALSE(warned(m, "iteration"));
  }
}

TEST(nnls, degenerate) {
  row_list data = random_rows(30, 3, 37);
  for (auto &row : data) {
    row[1] = row[0];
    row[2] = 4.0;
    row[3] = row[0] * 2 + 1;
  }
  accumulator a(3, data);
  const linear_model m = fit_nnls(a.state());
  EXPECT_NEAR(m.coefficients[1] + m.coefficients[2], 2, 1e-14);
  EXPECT_TRUE(std::isnan(m.coefficients[3]));
  EXPECT_TRUE(warned(m, "x3 is constant"));
  accumulator down(1, {{1, 3}, {2, 2}, {3, 1}});
  EXPECT_EQ(fit_nnls(down.state()).coefficients, (std::vector<double>{2, 0}));
  EXPECT_EQ(fit_nnls(down.state()).rank, 1);
}

TEST(moments, order_divisor_and_missing) {
  accumulator a(2, {{1, 10, 100}, {2, 10, 300}, {6, 10, 200}});
  EXPECT_EQ(column_means(a.state()), (std::vector<double>{200, 3, 10}));
  const column_matrix c = covariance_matrix(a.state()), r = correlation_matrix(a.state());
  EXPECT_EQ(c.k, 3);
  EXPECT_EQ(c.values[0], 10000);
  EXPECT_EQ(c.values[4], 7);
  EXPECT_EQ(c.values[8], 0);
  EXPECT_EQ(c.values[1], 50);
  EXPECT_EQ(c.values[3], 50);
  EXPECT_EQ(r.values[0], 1);
  EXPECT_NEAR(r.values[1], 50 / std::sqrt(70000.0), 1e-15);
  EXPECT_TRUE(std::isnan(r.values[2]) && std::isnan(r.values[8]));
  accumulator one(1, {{1, 2}});
  EXPECT_EQ(column_means(one.state()), (std::vector<double>{2, 1}));
  EXPECT_TRUE(std::isnan(covariance_matrix(one.state()).values[0]));
  accumulator weighted(0, {{1}, {4}}, {2, 1});
  EXPECT_NEAR(column_means(weighted.state())[0], 2, 1e-15);
  EXPECT_NEAR(covariance_matrix(weighted.state()).values[0], 6 / (3 * 0.5), 1e-14);
}

TEST(prediction, interval_of_simple_regression) {
  const row_list data = random_rows(25, 1, 41, 4.0);
  accumulator a(1, data);
  const linear_model m = fit_ols(a.state(), true);
  const double x = 5.5, mean = column_means(a.state())[1], sxx = covariance_matrix(a.state()).values[3] * 24;
  const prediction at = predict_interval(m, 0.9, &x, 1);
  EXPECT_NEAR(at.fit, m.coefficients[0] + m.coefficients[1] * x, 1e-13);
  const double half =
      student_t_quantile(0.95, 23) * m.residual_std_error * std::sqrt(1 + 1.0 / 25 + (x - mean) * (x - mean) / sxx);
  EXPECT_NEAR(at.high - at.fit, half, 1e-12);
  EXPECT_NEAR(at.fit - at.low, half, 1e-12);
}

// A predictor in unix seconds, y its distance from the first in units of 1000: the same model as of the distances,
// whose means are small. Condition about 1e6 of [1 x], vif 1.
TEST(prediction, keeps_digits_far_from_zero) {
  for (const double far : {1.7e9, 1e12}) {
    accumulator near(1), away(1);
    for (int i = 0; i < 40; ++i) {
      const double x = 10.0 * i, y = 0.001 * x + 0.01 * (i * 7 % 11);
      near.add({x, y});
      away.add({far + x, y});
    }
    const linear_model a = fit_ols(near.state(), true), b = fit_ols(away.state(), true);
    EXPECT_NEAR(a.vif[0], 1.0, 1e-12);
    const double x = 123, at_far = far + 123;
    const prediction want = predict_interval(a, 0.9, &x, 1), got = predict_interval(b, 0.9, &at_far, 1);
    EXPECT_NEAR(got.fit, want.fit, 1e-14 * std::fabs(want.fit));
    EXPECT_NEAR(got.low, want.low, 1e-12 * std::fabs(want.low));
    EXPECT_NEAR(got.high, want.high, 1e-12 * std::fabs(want.high));
    EXPECT_FALSE(got.cancelled);
    linear_model without = b;  // as put together by hand: from the intercept, at x = 0
    without.fit_at_means = std::nan("");
    const prediction lost = predict_interval(without, 0.9, &at_far, 1);
    if (far > 1e11)
      EXPECT_TRUE(lost.cancelled && std::isnan(lost.low));
    else
      EXPECT_NEAR(lost.fit, want.fit, 1e-6);
    linear_model changed = b;  // means that no longer belong to the coefficients do not count
    changed.coefficients = {5, 0};
    EXPECT_EQ(predict(changed, &at_far, 1), 5);
  }
}

TEST(prediction, says_where_rounding_is_all_that_is_left) {
  accumulator a(2);
  for (int i = 0; i < 60; ++i) {
    const double x = i % 13, tiny = 3e-7 * (i * 5 % 7 - 3);
    a.add({x, x + tiny, x + 0.3 * (i * 3 % 5)});
  }
  const linear_model m = fit_ols(a.state(), true);
  const double inside[] = {4, 4}, outside[] = {4, 5};
  EXPECT_FALSE(predict_interval(m, 0.9, inside, 2).cancelled);
  EXPECT_FALSE(predict_interval(m, 0.9, outside, 2).cancelled);  // wide, and known to be
  const double along[] = {1e9, 1e9};
  EXPECT_TRUE(predict_interval(m, 0.9, along, 2).cancelled);
}

TEST(linear_model, a_figure_below_the_rounding_of_its_terms_is_0) {
  accumulator a(1, {{1, 2}, {2, 4}, {3, 6}});
  EXPECT_EQ(fit_ols(a.state(), true).coefficients, (std::vector<double>{0, 2}));
  accumulator flat(1, {{0.1, 0.3}, {0.2, 0.7}, {0.2, 0.3}, {0.1, 0.7}});
  EXPECT_EQ(fit_ols(flat.state(), true).coefficients[1], 0);
}

TEST(prediction, errors_and_missing) {
  accumulator a(2, random_rows(20, 2, 43));
  const double x[3] = {1, 2, 3}, nan[2] = {1, std::nan("")};
  for (const bool intercept : {true, false}) {
    const linear_model m = fit_ols(a.state(), intercept);
    expect_error([&] { predict(m, x, 3); }, "22023", "The model has 2, 3 were given");
    expect_error([&] { predict(m, x, 1); }, "22023", "The model has 2, 1 were given");
    expect_error([&] { predict_interval(m, 1.0, x, 2); }, "22023", "level");
    expect_error([&] { predict_interval(m, 0.0, x, 2); }, "22023", "level");
    EXPECT_TRUE(std::isnan(predict(m, nan, 2)));
    EXPECT_TRUE(std::isnan(predict_interval(m, 0.9, nan, 2).low));
  }
  linear_model broken = fit_ols(a.state(), true);
  broken.coefficients.push_back(1);
  expect_error([&] { predict(broken, x, 2); }, "22023", "do not fit");
  const prediction p = predict_interval(fit_ridge(a.state(), 1), 0.95, x, 2);
  EXPECT_TRUE(std::isfinite(p.fit) && std::isnan(p.low) && std::isnan(p.high));
}

}  // namespace
}  // namespace harmony::statistics
