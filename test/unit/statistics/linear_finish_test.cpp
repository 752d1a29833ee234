// What OLS promises beyond published numbers: degenerate data, identities, limits.
#include "linear_cases.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

TEST(ols, no_rows) {
  accumulator a(2);
  for (const linear_model &m : {fit_ols(a.state(), true), fit_ridge(a.state(), 1), fit_nnls(a.state())}) {
    EXPECT_EQ(m.n, 0);
    EXPECT_EQ(m.rank, 0);
    EXPECT_EQ(m.coefficients.size(), 3u);
    EXPECT_TRUE(std::isnan(m.coefficients[0]) && std::isnan(m.r_squared) && std::isnan(m.df));
    EXPECT_TRUE(warned(m, "no rows"));
    const double x[2] = {1, 2};
    EXPECT_TRUE(std::isnan(predict(m, x, 2)));
  }
  EXPECT_TRUE(std::isnan(column_means(a.state())[0]));
  EXPECT_TRUE(std::isnan(covariance_matrix(a.state()).values[0]));
  EXPECT_TRUE(std::isnan(correlation_matrix(a.state()).values[0]));
}

TEST(ols, fewer_rows_than_coefficients) {
  accumulator a(4, {{1, 2, 3, 4, 5}, {2, 1, 7, 3, 6}, {5, 5, 1, 1, 9}});
  const linear_model m = fit_ols(a.state(), true);
  EXPECT_EQ(m.rank, 3);
  EXPECT_EQ(m.df, 0);
  EXPECT_FALSE(std::isnan(m.coefficients[2]));
  EXPECT_TRUE(std::isnan(m.coefficients[3]) && std::isnan(m.coefficients[4]));
  EXPECT_TRUE(std::isnan(m.std_errors[1]) && std::isnan(m.f_statistic) && std::isnan(m.residual_std_error));
  EXPECT_TRUE(warned(m, "x3 has no coefficient: there are too few rows"));
  EXPECT_TRUE(warned(m, "no residual degrees of freedom"));
  accumulator one(1, {{3, 7}});
  const linear_model single = fit_ols(one.state(), true);
  EXPECT_EQ(single.coefficients[0], 7);
  EXPECT_TRUE(std::isnan(single.coefficients[1]));
  EXPECT_EQ(single.rank, 1);
}

TEST(ols, constant_y) {
  row_list data = random_rows(50, 2, 1);
  for (auto &row : data) row[2] = 0.1;
  accumulator a(2, data);
  const linear_model m = fit_ols(a.state(), true);
  EXPECT_EQ(m.coefficients[0], 0.1);
  EXPECT_EQ(m.coefficients[1], 0);
  EXPECT_EQ(m.residual_std_error, 0);
  EXPECT_TRUE(std::isnan(m.r_squared) && std::isnan(m.adj_r_squared) && std::isnan(m.f_statistic));
  EXPECT_TRUE(std::isnan(m.t_statistics[1]) && std::isnan(m.log_likelihood));
  EXPECT_TRUE(warned(m, "y is constant"));
}

// Every way to be dependent is found, whatever rounding did to the column, and nothing independent is dropped.
TEST(ols, dependent_columns) {
  for (const double offset : {0.0, 0.1, 1e3, 1e9}) {
    for (const int kind : {0, 1, 2, 3, 4}) {
      row_list data = random_rows(200, 4, 7, offset);
      for (auto &row : data) {
        if (kind == 0) row[2] = row[0] + row[1];
        if (kind == 1) row[2] = row[0] / 3.0;
        if (kind == 2) row[2] = offset + 0.3;
        if (kind == 3) row[2] = 1e-7 * (row[1] - row[0]) + 5.0;
        if (kind == 4) row[2] = 0.0;
      }
      accumulator a(4, data);
      const linear_model m = fit_ols(a.state(), true);
      EXPECT_EQ(m.rank, 4) << offset << " " << kind;
      EXPECT_TRUE(std::isnan(m.coefficients[3]) && std::isnan(m.vif[2]) && std::isnan(m.std_errors[3]));
      EXPECT_TRUE(std::isnan(m.covariance[3 * 5 + 1]) && std::isnan(m.covariance[1 * 5 + 3]));
      EXPECT_FALSE(std::isnan(m.coefficients[4]));
      EXPECT_TRUE(warned(m, kind == 2 || kind == 4 ? "x3 is constant" : "x3 depends linearly"));
      row_list without = data;
      for (auto &row : without) row.erase(row.begin() + 2);
      accumulator b(3, without);
      const linear_model truth = fit_ols(b.state(), true);
      EXPECT_EQ(m.coefficients[4], truth.coefficients[3]);
      EXPECT_EQ(m.r_squared, truth.r_squared);
      EXPECT_EQ(residual(m, data[5]), residual(truth, without[5]));
    }
  }
}

TEST(ols, dummy_trap_and_nearly_dependent) {
  row_list data;
  for (int i = 0; i < 60; ++i)
    data.push_back({i % 3 == 0 ? 1.0 : 0.0, i % 3 == 1 ? 1.0 : 0.0, i % 3 == 2 ? 1.0 : 0.0, i % 3 + 0.01 * i});
  accumulator a(3, data);
  const linear_model m = fit_ols(a.state(), true);
  EXPECT_EQ(m.rank, 3);
  EXPECT_TRUE(std::isnan(m.coefficients[3]));
  EXPECT_EQ(fit_ols(a.state(), false).rank, 3);
  row_list near = random_rows(100, 3, 3);
  for (auto &row : near) row[2] = row[0] + row[1] + 1e-9 * row[2];
  accumulator b(3, near);
  EXPECT_EQ(fit_ols(b.state(), true).rank, 4);
}

TEST(ols, without_intercept) {
  const row_list data = random_rows(80, 3, 9, 2.0);
  accumulator a(3, data);
  const linear_model m = fit_ols(a.state(), false);
  EXPECT_EQ(m.coefficients.size(), 3u);
  EXPECT_EQ(m.df, 77);
  double rss = 0, total = 0;
  std::vector<double> gradient(3);
  for (const auto &row : data) {
    const double e = residual(m, row);
    rss += e * e;
    total += row[3] * row[3];
    for (std::size_t j = 0; j < 3; ++j) gradient[j] += e * row[j];
  }
  for (const double g : gradient) EXPECT_NEAR(g, 0, 1e-12);
  EXPECT_NEAR(m.r_squared, 1 - rss / total, 1e-14);
  EXPECT_NEAR(m.adj_r_squared, 1 - rss / total * 80 / 77, 1e-13);
  EXPECT_NEAR(m.f_statistic, (total - rss) / 3 / (rss / 77), 1e-9 * m.f_statistic);
  accumulator zero(1, {{0, 1}, {0, 2}});
  const linear_model z = fit_ols(zero.state(), false);
  EXPECT_EQ(z.rank, 0);
  EXPECT_TRUE(warned(z, "x1 is 0"));
}

TEST(ols, likelihood_is_the_density_of_the_residuals) {
  const row_list data = random_rows(60, 2, 13);
  std::vector<double> weights;
  for (std::size_t i = 0; i < data.size(); ++i) weights.push_back(0.25 + static_cast<double>(i % 7));
  for (const bool weighted : {false, true}) {
    accumulator a(2, data, weighted ? weights : std::vector<double>{});
    const linear_model m = fit_ols(a.state(), true);
    double rss = 0, sum = 0;
    for (std::size_t i = 0; i < 60; ++i) rss += (weighted ? weights[i] : 1.0) * std::pow(residual(m, data[i]), 2);
    EXPECT_NEAR(m.residual_std_error, std::sqrt(rss / 57), 1e-13);
    for (std::size_t i = 0; i < 60; ++i) {
      const double variance = rss / 60 / (weighted ? weights[i] : 1.0), e = residual(m, data[i]);
      sum += -0.5 * (std::log(2 * std::acos(-1.0) * variance) + e * e / variance);
    }
    EXPECT_NEAR(m.log_likelihood, sum, 1e-11);
    EXPECT_NEAR(m.aic, -2 * sum + 8, 1e-11);
    EXPECT_NEAR(m.bic, -2 * sum + 4 * std::log(60.0), 1e-11);
  }
}

TEST(ols, intervals_and_covariance_belong_together) {
  accumulator a(3, random_rows(40, 3, 17, 1.0));
  const linear_model m = fit_ols(a.state(), true);
  const double t = student_t_quantile(0.975, 36);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(m.std_errors[i], std::sqrt(m.covariance[i * 4 + i]), 1e-15 * m.std_errors[i]);
    EXPECT_NEAR(m.t_statistics[i], m.coefficients[i] / m.std_errors[i], 1e-13 * std::fabs(m.t_statistics[i]));
    EXPECT_NEAR(m.ci_high[i] - m.ci_low[i], 2 * t * m.std_errors[i], 1e-13);
    EXPECT_NEAR(m.p_values[i], student_t_two_sided(m.t_statistics[i], 36), 1e-15);
    for (std::size_t j = 0; j < 4; ++j) EXPECT_EQ(m.covariance[i * 4 + j], m.covariance[j * 4 + i]);
  }
  EXPECT_NEAR(m.f_p_value, f_upper(m.f_statistic, 3, 36), 1e-15);
}

TEST(ols, intercept_only) {
  accumulator a(0, {{1}, {2}, {6}});
  const linear_model m = fit_ols(a.state(), true);
  EXPECT_EQ(m.coefficients, std::vector<double>{3});
  EXPECT_NEAR(m.std_errors[0], std::sqrt(7.0 / 3.0), 1e-15);
  EXPECT_EQ(m.r_squared, 0);
  EXPECT_EQ(m.condition_number, 1);
  EXPECT_TRUE(std::isnan(m.f_statistic));
}

TEST(ols, a_perfect_fit_says_so) {
  row_list data;
  for (int i = 0; i < 10; ++i) data.push_back({1.0 * i, 2.0 * i + 1});
  accumulator a(1, data);
  const linear_model m = fit_ols(a.state(), true);
  EXPECT_EQ(m.coefficients, (std::vector<double>{1, 2}));
  EXPECT_EQ(m.std_errors[1], 0);
  EXPECT_EQ(m.t_statistics[1], INFINITY);
  EXPECT_EQ(m.p_values[1], 0);
  EXPECT_EQ(m.f_statistic, INFINITY);
  EXPECT_EQ(m.f_p_value, 0);
  EXPECT_TRUE(std::isnan(m.log_likelihood));
  EXPECT_TRUE(warned(m, "essentially perfect"));
}

TEST(limits, two_hundred_columns) {
  const row_list data = random_rows(400, 200, 47);
  accumulator a(200, data);
  const linear_model m = fit_ols(a.state(), true);
  EXPECT_EQ(m.rank, 201);
  EXPECT_EQ(m.df, 199);
  double worst = 0;
  for (std::size_t j = 0; j < 200; ++j) {
    double g = 0;
    for (const auto &row : data) g += residual(m, row) * row[j];
    worst = std::max(worst, std::fabs(g));
  }
  EXPECT_LT(worst, 1e-6);  // of sums near 1e8: the residuals are rounded doubles
}

// Beyond 96 columns the condition number comes from Lanczos's method. 200 columns I + J/2 of 200 rows have the singular
// values 1 (199 times) and 101; the Gaussian kernel's value is NumPy 1.24's, linalg.svd of the columns at length 1.
TEST(limits, condition_of_many_columns) {
  row_list equal(200, std::vector<double>(201, 0.5)), kernel(150, std::vector<double>(121));
  for (std::size_t i = 0; i < 200; ++i) equal[i][i] += 1.0;
  for (std::size_t i = 0; i < 150; ++i) {
    for (std::size_t j = 0; j < 120; ++j)
      kernel[i][j] = std::exp(-std::pow(5 * (static_cast<double>(i) / 150.0 - static_cast<double>(j) / 120.0), 2)) +
                     (i == j ? 0.01 : 0.0);
    kernel[i][120] = std::sin(static_cast<double>(i));
  }
  accumulator a(200, equal), b(120, kernel);
  EXPECT_NEAR(fit_ols(a.state(), false).condition_number, 101.0, 1e-9);
  EXPECT_NEAR(fit_ols(b.state(), false).condition_number / 4497.285471705372, 1.0, 1e-9);
}

TEST(limits, sixteen_hundred_columns) {
  std::vector<double> memory(linear_state_size(1600, false) / 8), row(1601);
  linear_header *s = linear_init(memory.data(), 1600);
  std::mt19937_64 source(53);
  for (int i = 0; i < 40; ++i) {
    for (double &x : row) x = static_cast<double>(source() % 1000);
    linear_add(s, row.data());
  }
  EXPECT_LT(linear_size(s), 21u << 20);
  const linear_model m = fit_ols(s, true);
  EXPECT_EQ(m.rank, 40);
  EXPECT_TRUE(std::isfinite(m.coefficients[39]) && std::isnan(m.coefficients[40]));
}

// Every fit looks at the interrupt at least once for each predictor, and can be ended at any of these looks.
TEST(linear_models, poll_often) {
  constexpr int p = 30;
  accumulator a(p, random_rows(100, p, 5));
  static std::size_t left;
  static std::size_t polls;
  void (*const fits[])(const linear_header *) = {
      [](const linear_header *s) { fit_ols(s, true); }, [](const linear_header *s) { fit_ridge(s, 1); },
      [](const linear_header *s) { fit_nnls(s); }, [](const linear_header *s) { correlation_matrix(s); }};
  for (const auto fit : fits) {
    polls = 0;
    interrupt_pending = [] { return ++polls, false; };
    fit(a.state());
    EXPECT_GE(polls, p);
    for (std::size_t at = 1; at <= polls; at += 7) {
      left = at;
      interrupt_pending = [] { return --left == 0; };
      EXPECT_THROW(fit(a.state()), cancelled);
    }
  }
  interrupt_pending = nullptr;
}

}  // namespace
}  // namespace harmony::statistics
