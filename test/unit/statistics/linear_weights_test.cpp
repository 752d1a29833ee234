// Weighted rows: as many copies of a row, merged and waiting in blocks.
#include "linear_cases.hpp"

#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

TEST(linear_weights, count_rows) {
  const row_list data = random_rows(200, 3, 51);
  accumulator repeated(3), counted(3, linear_weighted), four(3, linear_weighted), plain(3), blocked(3, linear_weighted);
  blocked.grow();
  for (std::size_t i = 0; i < data.size(); ++i) {
    const int times = static_cast<int>(i % 4);
    for (int k = 0; k < times; ++k) repeated.add(data[i]);
    counted.add(data[i], times);
    blocked.add(data[i], times);
    four.add(data[i], 4.0);
    plain.add(data[i]);
  }
  EXPECT_EQ(linear_rows(counted.state()), 150);
  EXPECT_EQ(counted.state()->n_skipped, 50);
  const linear_model r = fit_ols(repeated.state(), true), c = fit_ols(counted.state(), true);
  expect_close(c.coefficients, r.coefficients, 1e-13);
  expect_close(column_means(counted.state()), column_means(repeated.state()), 1e-13);
  EXPECT_NEAR(c.r_squared, r.r_squared, 1e-14);
  expect_close(fit_ols(blocked.state(), true).coefficients, c.coefficients, 1e-13);
  EXPECT_EQ(fit_ols(four.state(), true).coefficients, fit_ols(plain.state(), true).coefficients);
  EXPECT_EQ(fit_ols(four.state(), true).std_errors, fit_ols(plain.state(), true).std_errors);
  EXPECT_NEAR(fit_ols(blocked.state(), true).log_likelihood, c.log_likelihood, 1e-9);
  for (const double bad : {-1.0, std::nan(""), static_cast<double>(INFINITY), 1e-100, 1e100})
    expect_error([&] { counted.add(data[0], bad); }, "22023", "weight");
}

// Two predictors a millionth apart: the roots of 2 and 3 are irrational, and what their rounding leaves would be seen.
TEST(linear_weights, count_rows_where_digits_are_scarce) {
  row_list data = random_rows(600, 2, 71, 1e6);
  for (std::size_t i = 0; i < data.size(); ++i) data[i][1] = data[i][0] + 1e-6 * data[i][1];
  for (const bool block : {false, true}) {
    accumulator repeated(2), forward(2, linear_weighted), backward(2, linear_weighted);
    if (block) {
      forward.grow();
      backward.grow();
    }
    for (std::size_t i = 0; i < data.size(); ++i) {
      const int times = static_cast<int>(1 + i % 3);
      for (int k = 0; k < times; ++k) repeated.add(data[i]);
      forward.add(data[i], times);
    }
    for (std::size_t i = data.size(); i-- > 0;) backward.add(data[i], static_cast<double>(1 + i % 3));
    const linear_model wanted = fit_ols(repeated.state(), true), f = fit_ols(forward.state(), true);
    expect_close(f.coefficients, wanted.coefficients, 1e-12);
    EXPECT_NEAR(f.r_squared, wanted.r_squared, 1e-13);
    expect_close(fit_ols(backward.state(), true).coefficients, f.coefficients, 1e-12);
    expect_close(fit_ols(backward.state(), true).std_errors, f.std_errors, 1e-12);
  }
}

TEST(linear_weights, merge) {
  const row_list data = random_rows(300, 2, 61, 5.0);
  std::mt19937_64 source(5);
  std::vector<double> weight;
  for (std::size_t i = 0; i < data.size(); ++i) weight.push_back(0.1 + static_cast<double>(source() % 1000) / 100.0);
  accumulator whole(2, linear_weighted), a(2, linear_weighted), b(2, linear_weighted);
  b.grow();
  for (std::size_t i = 0; i < data.size(); ++i) {
    whole.add(data[i], weight[i]);
    (i % 2 == 0 ? a : b).add(data[i], weight[i]);
  }
  linear_merge(a.state(), b.state());
  const linear_model truth = fit_ols(whole.state(), true), m = fit_ols(a.state(), true);
  expect_close(m.coefficients, truth.coefficients, 1e-13);
  expect_close(m.std_errors, truth.std_errors, 1e-13);
  EXPECT_NEAR(m.log_likelihood, truth.log_likelihood, 1e-12 * std::fabs(truth.log_likelihood));
}

TEST(linear_weights, waiting_rows_are_checked) {
  accumulator a(2, linear_weighted);
  a.grow();
  for (const auto &row : random_rows(10, 2, 3)) a.add(row, 2.0);
  EXPECT_EQ(linear_validate(a.state(), linear_size(a.state())), a.state());
  linear_block(a.state())[3 * linear_block_leading + 4] = -1;
  try {
    linear_validate(a.state(), linear_size(a.state()));
    ADD_FAILURE() << "no error";
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), "22P03");
  }
}

}  // namespace
}  // namespace harmony::statistics
