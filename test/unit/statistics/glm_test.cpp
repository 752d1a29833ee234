// Logistic and Poisson regression, Firth's penalty, robust errors, and what is read of a model. Values of R's glm,
// sandwich, clubSandwich and brglm2 unless said.
#include "core/base/error.hpp"
#include "core/statistics/coefficient_table.hpp"
#include "core/statistics/glm.hpp"
#include "core/statistics/robust_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace harmony::statistics {
namespace {

using rows_of = std::vector<std::vector<double>>;

row_blocks kept(const rows_of &rows) {
  row_blocks out;
  for (const std::vector<double> &row : rows) out.add(row.data(), row.size());
  return out;
}

// y and x = 1 … 8.
row_blocks on_one_to_eight(const std::vector<double> &y) {
  row_blocks out;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double row[] = {y[i], double(i + 1)};
    out.add(row, 2);
  }
  return out;
}

const std::vector<double> outcomes = {0, 0, 1, 0, 1, 0, 1, 1}, counts = {1, 3, 2, 5, 4, 8, 7, 12};

void expect_all_missing(const std::vector<double> &values) {
  for (const double v : values) EXPECT_TRUE(std::isnan(v));
}

TEST(Glm, Logistic) {
  const glm_model m = fit_logistic_model(on_one_to_eight(outcomes), false);
  EXPECT_TRUE(m.converged);
  EXPECT_EQ(m.rank, 2);
  EXPECT_NEAR(m.coefficients[0], -2.67338, 5e-6);
  EXPECT_NEAR(m.coefficients[1], 0.594084, 5e-7);
  EXPECT_NEAR(m.std_errors[1], 0.432242, 5e-7);
  EXPECT_NEAR(m.log_likelihood, -4.22479, 5e-6);
  EXPECT_NEAR(m.null_log_likelihood, 8 * std::log(0.5), 1e-14);
  EXPECT_NEAR(m.deviance, -2 * m.log_likelihood, 1e-14);
  EXPECT_NEAR(m.covariance[3], m.std_errors[1] * m.std_errors[1], 1e-15);
}

TEST(Glm, Poisson) {
  const glm_model m = fit_poisson_model(on_one_to_eight(counts), false);
  EXPECT_NEAR(m.coefficients[0], 0.202319, 5e-7);
  EXPECT_NEAR(m.coefficients[1], 0.279695, 5e-7);
  EXPECT_EQ(m.events, 42);
}

// The score is 0 at a maximum: the definition itself, with exposures.
TEST(Glm, PoissonRateSolvesItsEquations) {
  rows_of rows;
  for (int i = 0; i < 200; ++i) rows.push_back({0.5 + i % 7, double((i * i) % 5), std::sin(i), std::cos(3 * i)});
  const glm_model m = fit_poisson_model(kept(rows), true);
  double score[3] = {0, 0, 0};
  for (const auto &r : rows) {
    const double rest = r[1] - r[0] * predict_glm("poisson", m.coefficients, {r[2], r[3]});
    score[0] += rest;
    score[1] += rest * r[2];
    score[2] += rest * r[3];
  }
  for (const double s : score) EXPECT_NEAR(s, 0, 1e-10);
}

TEST(Glm, WeightsAreRepetitions) {
  rows_of weighted, repeated;
  for (int i = 0; i < 40; ++i) {
    const double y = (i * 7) % 3 == 0, x = (i * 11) % 17;
    weighted.push_back({double(i % 4), y, x});
    for (int k = 0; k < i % 4; ++k) repeated.push_back({y, x});
  }
  const glm_model a = fit_logistic_model(kept(weighted), true), b = fit_logistic_model(kept(repeated), false);
  EXPECT_EQ(a.n, 30);
  EXPECT_EQ(a.n_skipped, 10);
  for (int j = 0; j < 2; ++j) {
    EXPECT_NEAR(a.coefficients[j], b.coefficients[j], 1e-13);
    EXPECT_NEAR(a.std_errors[j], b.std_errors[j], 1e-13);
  }
  EXPECT_NEAR(a.log_likelihood, b.log_likelihood, 1e-12);
}

TEST(Glm, SeparationIsSaid) {
  for (const auto &y : {std::vector<double>{0, 0, 0, 0, 1, 1, 1, 1}, std::vector<double>{1, 1, 1, 0, 0, 0, 0, 0}}) {
    const glm_model m = fit_logistic_model(on_one_to_eight(y), false);
    EXPECT_TRUE(m.separated);
    EXPECT_FALSE(m.converged);
    expect_all_missing(m.coefficients);
    expect_all_missing(m.std_errors);
    EXPECT_TRUE(std::isnan(m.log_likelihood));
    ASSERT_EQ(m.warnings.size(), 1u);
    EXPECT_NE(m.warnings[0].find("x1"), std::string::npos);
    EXPECT_NE(m.warnings[0].find("firth"), std::string::npos);
  }
}

// x2 separates quasi-completely, x1 does not take part.
TEST(Glm, QuasiSeparationNamesItsColumn) {
  rows_of rows;
  for (int i = 0; i < 40; ++i)
    rows.push_back({double(i % 4 == 0 || (i % 2 == 0 && i % 3 == 0)), std::sin(5 * i), double(i % 2 == 0)});
  const glm_model m = fit_logistic_model(kept(rows), false);
  EXPECT_TRUE(m.separated);
  ASSERT_FALSE(m.warnings.empty());
  EXPECT_NE(m.warnings[0].find("x2"), std::string::npos) << m.warnings[0];
  EXPECT_EQ(m.warnings[0].find("x1"), std::string::npos) << m.warnings[0];
}

TEST(Glm, ALevelWithoutEvents) {
  rows_of rows;
  for (int i = 0; i < 30; ++i) rows.push_back({i % 3 == 0 ? 0.0 : double(i % 5), double(i % 3 == 0), std::sin(i)});
  const glm_model m = fit_poisson_model(kept(rows), false);
  EXPECT_TRUE(m.separated);
  EXPECT_LE(m.iterations, 30);
  EXPECT_NE(m.warnings[0].find("x1"), std::string::npos) << m.warnings[0];
}

TEST(Glm, DegenerateRows) {
  EXPECT_TRUE(fit_logistic_model(on_one_to_eight({1, 1, 1}), false).separated);
  EXPECT_TRUE(fit_poisson_model(on_one_to_eight({0, 0, 0}), false).separated);
  const glm_model one = fit_poisson_model(on_one_to_eight({3}), false);
  EXPECT_EQ(one.rank, 1);
  EXPECT_NEAR(one.coefficients[0], std::log(3.0), 1e-14);
  EXPECT_TRUE(std::isnan(one.coefficients[1]));
  row_blocks none;
  none.set_width(2);
  EXPECT_EQ(fit_logistic_model(none, false).n, 0);
  EXPECT_EQ(fit_firth_model(none).n, 0);
  EXPECT_THROW(fit_logistic_model(on_one_to_eight({0, 2}), false), error);
  EXPECT_THROW(fit_logistic_model(on_one_to_eight({0, NAN}), false), error);
  EXPECT_THROW(fit_poisson_model(on_one_to_eight({0, 1.5}), false), error);
  EXPECT_THROW(fit_poisson_model(on_one_to_eight({0, -1}), false), error);
  EXPECT_THROW(fit_poisson_model(kept({{0, 1, 1}, {1, 1, 2}}), true), error);
  EXPECT_THROW(fit_logistic_model(kept({{-1, 1, 1}, {1, 0, 2}}), true), error);
  EXPECT_THROW(fit_logistic_model(kept({{1, 1e308}, {0, INFINITY}}), false), error);
}

TEST(Glm, DependentColumnsAreDropped) {
  rows_of rows;
  for (int i = 0; i < 60; ++i)
    rows.push_back({double((i * 5) % 7 > 3), double(i % 5), double(i % 7), 2.0 * (i % 5) - i % 7, 3.0});
  const glm_model m = fit_logistic_model(kept(rows), false);
  EXPECT_EQ(m.rank, 3);
  EXPECT_FALSE(std::isnan(m.coefficients[2]));
  EXPECT_TRUE(std::isnan(m.coefficients[3]));
  EXPECT_TRUE(std::isnan(m.coefficients[4]));
  EXPECT_EQ(m.warnings.size(), 2u);
}

rows_of random_rows(int n, int p) {
  std::mt19937_64 bits(7);
  const auto uniform = [&] { return static_cast<double>(bits() >> 11) * 0x1p-53; };
  rows_of rows;
  for (int i = 0; i < n; ++i) {
    std::vector<double> row(static_cast<std::size_t>(p) + 1);
    double eta = -1.0;
    for (int j = 1; j <= p; ++j) eta += (row[static_cast<std::size_t>(j)] = 4 * uniform() - 2) * (j % 3 - 1);
    row[0] = uniform() < 1 / (1 + std::exp(-eta));
    rows.push_back(std::move(row));
  }
  return rows;
}

// The warm start of more than 100,000 rows changes nothing, nor do the order of rows and their division.
TEST(Glm, OneAnswerInEveryOrder) {
  rows_of rows = random_rows(120000, 4);
  const glm_model m = fit_logistic_model(kept(rows), false);
  row_blocks parts = kept(rows_of(rows.begin(), rows.begin() + 777));
  parts.merge(kept(rows_of(rows.begin() + 777, rows.end())));
  std::shuffle(rows.begin(), rows.end(), std::mt19937_64(3));
  for (const glm_model &other : {fit_logistic_model(kept(rows), false), fit_logistic_model(parts, false)})
    for (std::size_t j = 0; j < m.coefficients.size(); ++j) {
      EXPECT_NEAR(other.coefficients[j], m.coefficients[j], 1e-12 * std::fabs(m.coefficients[j]));
      EXPECT_NEAR(other.std_errors[j], m.std_errors[j], 1e-12 * m.std_errors[j]);
      EXPECT_NEAR(other.log_likelihood, m.log_likelihood, 1e-12 * std::fabs(m.log_likelihood));
    }
}

TEST(Glm, Firth) {
  const glm_model m = fit_firth_model(on_one_to_eight({0, 0, 0, 0, 1, 1, 1, 1}));
  EXPECT_TRUE(m.converged);
  EXPECT_FALSE(m.separated);
  EXPECT_NEAR(m.coefficients[0], -4.64735, 5e-6);
  EXPECT_NEAR(m.coefficients[1], 1.03274, 5e-6);
  EXPECT_NEAR(m.std_errors[1], 0.672665, 5e-7);
  EXPECT_LT(m.p_values[1], 0.05);
  EXPECT_GT(m.ci_low[1], 0.0);
  const glm_model constant = fit_firth_model(on_one_to_eight({0, 0, 0, 0, 0, 0}));
  EXPECT_TRUE(constant.converged);
  EXPECT_LT(constant.coefficients[0] + 3.5 * constant.coefficients[1], -1.0);
}

// Steps from nothing end where the fit does.
TEST(Glm, StepsLeadToTheFit) {
  const rows_of rows = random_rows(500, 2);
  std::vector<double> b;
  for (int k = 0; k < 12; ++k) {
    std::vector<double> state(linear_state_size(2, false, true) / sizeof(double));
    linear_header *s = linear_init(state.data(), 2, linear_weighted);
    for (const auto &row : rows) {
      const glm_step_row at = logistic_step(b, row[0], row.data() + 1, 2);
      const double values[] = {row[1], row[2], at.response};
      linear_add_weighted(s, values, at.weight);
    }
    b = fit_ols(s, true).coefficients;
  }
  const glm_model m = fit_logistic_model(kept(rows), false);
  for (int j = 0; j < 3; ++j) EXPECT_NEAR(b[j], m.coefficients[j], 1e-12);
  EXPECT_THROW(logistic_step({1.0}, 1.0, rows[0].data(), 2), error);
  EXPECT_THROW(poisson_step({}, 0.5, rows[0].data(), 2), error);
}

TEST(Robust, Kinds) {
  const row_blocks rows = on_one_to_eight(counts);
  const linear_model m = fit_robust("HC3", rows);
  EXPECT_NEAR(m.coefficients[1], 1.357143, 5e-7);
  EXPECT_NEAR(m.std_errors[1], 0.343697, 5e-7);
  EXPECT_NEAR(m.f_statistic, m.t_statistics[1] * m.t_statistics[1], 1e-9);
  EXPECT_TRUE(std::isnan(m.std_error_at_means));
  EXPECT_NEAR(fit_robust("HC1", rows).std_errors[1], fit_robust("HC0", rows).std_errors[1] * std::sqrt(8.0 / 6.0),
              1e-14);
  EXPECT_THROW(fit_robust("HC4", rows), error);
}

TEST(Robust, LeverageOfOne) {
  const row_blocks rows = kept({{1, 0}, {2, 0}, {4, 0}, {9, 1}});
  const linear_model hc3 = fit_robust("HC3", rows), hc0 = fit_robust("HC0", rows);
  expect_all_missing(hc3.std_errors);
  EXPECT_FALSE(hc3.warnings.empty());
  EXPECT_FALSE(std::isnan(hc0.std_errors[1]));
  EXPECT_NEAR(hc3.coefficients[1], 9 - 7.0 / 3, 1e-14);
}

row_blocks in_pairs() {
  row_blocks out;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double row[] = {double(i / 2), counts[i], double(i + 1)};
    out.add(row, 3);
  }
  return out;
}

TEST(Clustered, Kinds) {
  EXPECT_NEAR(fit_clustered("CR1", in_pairs(), 4).std_errors[1], 0.155981, 5e-7);
  const clustered_model m = fit_clustered("CR2", in_pairs(), 4);
  EXPECT_NEAR(m.std_errors[1], 0.231, 5e-4);
  EXPECT_NEAR(m.df[1], 1.62, 5e-3);
  EXPECT_THROW(fit_clustered("CR3", in_pairs(), 4), error);
  const clustered_model one = fit_clustered("CR2", kept({{0, 1, 1}, {0, 3, 2}, {0, 2, 3}}), 1);
  expect_all_missing(one.std_errors);
  EXPECT_FALSE(one.warnings.empty());
}

TEST(Clustered, StatesAndRowsAgree) {
  cluster_states states;
  for (int g = 0; g < 4; ++g) {
    std::vector<double> state(linear_state_size(1, false) / sizeof(double));
    linear_header *s = linear_init(state.data(), 1);
    for (int i = 2 * g; i < 2 * g + 2; ++i) {
      const double row[] = {double(i + 1), counts[static_cast<std::size_t>(i)]};
      linear_add(s, row);
    }
    states.add(s);
  }
  for (const char *kind : {"CR0", "CR1", "CR1S", "CR2"}) {
    const clustered_model a = fit_clustered(kind, states), b = fit_clustered(kind, in_pairs(), 4);
    for (int j = 0; j < 2; ++j) {
      EXPECT_NEAR(a.std_errors[j], b.std_errors[j], 1e-12) << kind;
      EXPECT_NEAR(a.df[j], b.df[j], 1e-10) << kind;
    }
  }
}

fitted_model simple_model() {
  fitted_model m;
  m.coefficients = {1, 2, NAN};
  m.std_errors = {1, 0.5, NAN};
  m.statistics = {1, 4, NAN};
  m.p_values = {0.3, 0.001, NAN};
  m.low = {-1, 1, NAN};
  m.high = {3, 3, NAN};
  m.covariance = {1, 0.1, NAN, 0.1, 0.25, NAN, NAN, NAN, NAN};
  return m;
}

TEST(CoefficientTable, Terms) {
  const std::vector<std::string_view> names = {"age", "dept=b"};
  const auto table = coefficient_table(simple_model(), {&names, 0.95, true, 2});
  ASSERT_EQ(table.size(), 3u);
  EXPECT_EQ(table[0].term, "intercept");
  EXPECT_EQ(table[1].term, "age");
  EXPECT_EQ(table[1].ratio, 7.39);
  EXPECT_TRUE(std::isnan(table[2].estimate));
  const std::vector<std::string_view> few = {"age"};
  EXPECT_THROW(coefficient_table(simple_model(), {&few, 0.95, false, {}}), error);
  EXPECT_THROW(coefficient_table(simple_model(), {nullptr, 1.0, false, {}}), error);
  EXPECT_THROW(coefficient_table(simple_model(), {nullptr, 0.9, false, -1}), error);
  EXPECT_NEAR(coefficient_table(simple_model(), {nullptr, 0.9, false, {}})[1].low, 2 - 0.5 * 1.6448536269514722, 1e-14);
}

TEST(CoefficientTable, ContrastsAndTests) {
  const fitted_model m = simple_model();
  const contrast_result c = contrast(m, {1, -1, 0}, 0.5);
  EXPECT_EQ(c.estimate, -1);
  EXPECT_NEAR(c.std_error, std::sqrt(1.05), 1e-15);
  EXPECT_NEAR(c.statistic, -1.5 / std::sqrt(1.05), 1e-14);
  EXPECT_TRUE(std::isnan(contrast(m, {0, 1, 1}, 0).estimate));
  EXPECT_THROW(contrast(m, {1, 1}, 0), error);
  const wald_result w = wald_test(m, {1, 0, 0, 0, 1, 0}, 2, 3);
  EXPECT_NEAR(w.statistic, (0.25 * 1 - 2 * 0.1 * 2 + 1 * 4) / (0.25 - 0.01), 1e-12);
  EXPECT_TRUE(std::isnan(w.df2));
  EXPECT_THROW(wald_test(m, {1, 1, 0, 2, 2, 0}, 2, 3), error);
}

TEST(Builders, Codings) {
  const std::vector<std::string_view> levels = {"a", "b", "c"};
  EXPECT_EQ(dummies("a", levels), (std::vector<double>{0, 0}));
  EXPECT_EQ(dummies("c", levels), (std::vector<double>{0, 1}));
  EXPECT_EQ(effects_coded("c", levels), (std::vector<double>{-1, -1}));
  EXPECT_EQ(effects_coded("b", levels), (std::vector<double>{0, 1}));
  EXPECT_EQ(interact({1, 2}, {3, 4}), (std::vector<double>{3, 4, 6, 8}));
  EXPECT_EQ(dummy_names("dept", levels), (std::vector<std::string>{"dept=b", "dept=c"}));
  EXPECT_EQ(interact_names({"age"}, {"dept=b", "dept=c"}), (std::vector<std::string>{"age:dept=b", "age:dept=c"}));
  EXPECT_THROW(dummies("d", levels), error);
  EXPECT_THROW(dummies("d", {}), error);
}

}  // namespace
}  // namespace harmony::statistics
