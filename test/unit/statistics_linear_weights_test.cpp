// Weighted rows: as many copies of a row, merged and waiting in blocks.
#include "core/base/error.hpp"
#include "core/statistics/linear_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace harmony::statistics {
namespace {

using row_list = std::vector<std::vector<double>>;

class accumulator {
 public:
  explicit accumulator(int p, std::uint8_t flags = 0) : memory_(linear_state_size(p, false) / sizeof(double)) {
    linear_init(memory_.data(), p, flags);
  }
  linear_header *state() { return reinterpret_cast<linear_header *>(memory_.data()); }
  void add(const std::vector<double> &row) { linear_add(state(), row.data()); }
  void add(const std::vector<double> &row, double weight) { linear_add_weighted(state(), row.data(), weight); }
  void grow() {
    std::vector<double> bigger(linear_state_size(state()->p, true, state()->flags != 0) / sizeof(double));
    linear_grow(bigger.data(), state());
    memory_ = bigger;
  }

 private:
  std::vector<double> memory_;
};

row_list random_rows(std::size_t n, int p, unsigned seed, double offset = 0.0) {
  std::mt19937_64 source(seed);
  std::uniform_real_distribution<double> uniform(-1.0, 1.0);
  row_list out(n, std::vector<double>(static_cast<std::size_t>(p) + 1));
  for (auto &row : out) {
    double y = 3.0;
    for (int j = 0; j < p; ++j) {
      row[static_cast<std::size_t>(j)] = offset + std::pow(uniform(source), 3) * (j + 1);
      y += row[static_cast<std::size_t>(j)] * (j - 1.5);
    }
    row[static_cast<std::size_t>(p)] = y + uniform(source);
  }
  return out;
}

void expect_close(const std::vector<double> &a, const std::vector<double> &b, double relative) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i]))) continue;
    EXPECT_NEAR(a[i], b[i], relative * std::max(std::fabs(a[i]), std::fabs(b[i]))) << "at " << i;
  }
}

void expect_error(const std::function<void()> &call, const char *state, const std::string &part) {
  try {
    call();
    ADD_FAILURE() << "no error; expected " << part;
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), state);
    EXPECT_NE((e.message() + " " + e.detail()).find(part), std::string::npos) << e.message() << ": " << e.detail();
  }
}

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
