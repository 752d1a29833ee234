// Factors: loadings that are known exactly are found again; random eigenvalues beside those of simulated rows; states.
// Against R's psych, GPArotation and lavaan: test/pgtap/statistics/scales.sql.
#include "linear_cases.hpp"

#include "core/statistics/factor_analysis.hpp"
#include "core/statistics/factor_analysis.matrix.hpp"
#include "core/statistics/factor_rotation.matrix.hpp"
#include "core/statistics/items_state.hpp"
#include "core/statistics/one_factor_model.hpp"
#include "core/statistics/parallel_analysis.hpp"

#include <Eigen/Cholesky>

#include <cmath>
#include <cstring>
#include <numeric>
#include <random>

namespace harmony::statistics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

// 2k rows whose covariances with divisor n are exactly these: plus and minus each column of the Cholesky factor.
accumulator rows_with(const MatrixXd &covariance) {
  const MatrixXd factor = covariance.llt().matrixL();
  const Eigen::Index k = covariance.rows();
  row_list rows;
  for (Eigen::Index column = 0; column < k; ++column)
    for (const double sign : {-1.0, 1.0}) {
      std::vector<double> row;
      for (Eigen::Index i = 1; i <= k; ++i)  // the first item takes the place of y
        row.push_back(100.0 + sign * std::sqrt(static_cast<double>(k)) * factor(i % k, column));
      rows.push_back(row);
    }
  return accumulator(static_cast<int>(k) - 1, rows);
}

MatrixXd with_unit_diagonal(MatrixXd common) {
  common.diagonal().setOnes();
  return common;
}

MatrixXd simple_structure() {
  MatrixXd loadings = MatrixXd::Zero(7, 2);
  loadings.col(0).head(4) << 0.8, 0.7, 0.6, 0.5;
  loadings.col(1).tail(3) << 0.9, 0.4, 0.55;
  return loadings;
}

TEST(factor_analysis, finds_one_factor) {
  VectorXd loadings(5);
  loadings << 0.9, -0.3, 0.7, 0.5, 0.6;
  const extracted_factors found = extract_factors(with_unit_diagonal(loadings * loadings.transpose()), 1);
  EXPECT_TRUE(found.converged);
  const double sign = found.loadings(0, 0) < 0.0 ? -1.0 : 1.0;
  EXPECT_LT((sign * found.loadings.col(0) - loadings).norm(), 1e-9);
}

TEST(factor_analysis, finds_a_communality_above_one) {  // r12 r13/r23
  MatrixXd r(3, 3);
  r << 1.0, 0.8, 0.8, 0.8, 1.0, 0.5, 0.8, 0.5, 1.0;
  EXPECT_NEAR(std::pow(extract_factors(r, 1).loadings(0, 0), 2), 1.28, 1e-9);
  accumulator rows = rows_with(r);
  const efa_result found = explore_factors(rows.state(), 1, factor_rotation::none);
  EXPECT_TRUE(found.converged);
  EXPECT_EQ(found.warnings, std::vector<std::string>{"communality of item 1 is above 1 (Heywood case)"});
  EXPECT_NEAR(found.chi2, 0.0, 1e-9);
  EXPECT_TRUE(std::isnan(found.p));
}

TEST(factor_analysis, turns_to_simple_structure) {
  MatrixXd turn(2, 2);
  turn << 0.8, 0.6, -0.6, 0.8;
  const rotated_loadings found = rotate(simple_structure() * turn, factor_rotation::varimax);
  EXPECT_TRUE(found.converged);
  EXPECT_LT((found.loadings.cwiseAbs() - simple_structure()).norm(), 1e-9);
}

TEST(factor_analysis, finds_correlated_factors) {
  MatrixXd phi(2, 2);
  phi << 1.0, 0.4, 0.4, 1.0;
  const MatrixXd loadings = simple_structure();
  accumulator rows = rows_with(with_unit_diagonal(loadings * phi * loadings.transpose()));
  const efa_result found = explore_factors(rows.state(), 2, factor_rotation::oblimin);
  EXPECT_TRUE(found.converged);
  EXPECT_EQ(found.df, 8);
  EXPECT_NEAR(found.phi[1], 0.4, 1e-6);
  for (int i = 0; i < 7; ++i)
    for (int j = 0; j < 2; ++j) EXPECT_NEAR(found.loadings[static_cast<std::size_t>(2 * i + j)], loadings(i, j), 1e-6);
  EXPECT_NEAR(found.ss_loadings[0] + found.ss_loadings[1], loadings.squaredNorm(), 1e-6);
  EXPECT_LT(found.rmsr, 1e-9);
  EXPECT_LT(found.chi2, 1e-9);
}

TEST(factor_analysis, has_no_factors_where_an_item_does_not_vary) {
  accumulator rows(2, {{1, 5, 2}, {2, 5, 4}, {4, 5, 3}});
  const efa_result found = explore_factors(rows.state(), 1, factor_rotation::none);
  EXPECT_EQ(found.warnings, std::vector<std::string>{"item 3 does not vary"});
  EXPECT_TRUE(found.loadings.empty());
  EXPECT_THROW(explore_factors(rows.state(), 2, factor_rotation::none), error);
  EXPECT_THROW(explore_factors(rows.state(), 0, factor_rotation::none), error);
  EXPECT_THROW(rotation_named("promax"), error);
}

TEST(one_factor_model, finds_exact_loadings_in_the_units_of_the_items) {
  VectorXd loadings(5), residual(5);
  loadings << 9.0, 0.3, -0.01, 50.0, 6.0;
  residual << 20.0, 1.0, 0.02, 900.0, 12.0;
  MatrixXd covariance = loadings * loadings.transpose();
  covariance.diagonal() += residual;
  accumulator rows = rows_with(covariance);
  const cfa_result found = fit_one_factor(rows.state());
  EXPECT_TRUE(found.converged);
  for (std::size_t i = 0; i < 5; ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    EXPECT_NEAR(found.loadings[i], loadings[at], 1e-7 * std::fabs(loadings[at]));
    EXPECT_NEAR(found.residual_variances[i], residual[at], 1e-7 * residual[at]);
  }
  EXPECT_LT(found.chi2, 1e-9);
  EXPECT_EQ(found.df, 5);
  EXPECT_EQ(found.rmsea, 0.0);
  EXPECT_LT(found.srmr, 1e-8);
}

TEST(one_factor_model, takes_a_negative_residual_variance) {
  MatrixXd r(3, 3);
  r << 1.0, 0.8, 0.8, 0.8, 1.0, 0.5, 0.8, 0.5, 1.0;
  accumulator rows = rows_with(r);
  const cfa_result found = fit_one_factor(rows.state());
  EXPECT_TRUE(found.converged);
  EXPECT_NEAR(found.residual_variances[0], -0.28, 1e-7);
  EXPECT_EQ(found.warnings.at(0), "residual variance of item 1 is negative (Heywood case)");
  EXPECT_EQ(found.chi2, 0.0);
  EXPECT_TRUE(std::isnan(found.p));
  EXPECT_TRUE(std::isnan(found.srmr));
}

TEST(one_factor_model, refuses_what_is_not_positive_definite) {
  accumulator rows(2, {{1, 5, 2}, {2, 4, 4}, {4, 3, 3}});  // n = k
  EXPECT_EQ(fit_one_factor(rows.state()).warnings.at(0), "covariances are not positive definite");
  accumulator two(1, {{1, 5}, {2, 4}, {4, 3}});
  EXPECT_EQ(fit_one_factor(two.state()).warnings.at(0), "one factor takes at least three items");
}

// The mean of 400 draws beside that of 400 sets of rows: four standard errors of the difference.
TEST(parallel_analysis, draws_what_random_rows_have) {
  constexpr int draws = 400, k = 4;
  for (const int n : {3, 12, 200}) {
    std::mt19937_64 source(7);
    std::normal_distribution<double> normal;
    double drawn = 0.0, squares = 0.0, simulated = 0.0;
    for (int draw = 0; draw < draws; ++draw) {
      const std::vector<double> values = random_eigenvalues(n, k, 5, static_cast<std::uint32_t>(draw));
      EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0), k, 1e-12);
      drawn += values[0] / draws;
      squares += values[0] * values[0] / draws;
      MatrixXd rows = MatrixXd::NullaryExpr(n, k, [&] { return normal(source); });
      rows.rowwise() -= rows.colwise().mean();
      rows = rows.colwise().normalized().eval();
      simulated += descending_eigenvalues(rows.transpose() * rows)[0] / draws;
    }
    EXPECT_NEAR(drawn, simulated, 4.0 * std::sqrt(2.0 * (squares - drawn * drawn) / draws)) << n;
  }
  EXPECT_EQ(random_eigenvalues(50, 5, -3, 9), random_eigenvalues(50, 5, -3, 9));
  EXPECT_NE(random_eigenvalues(50, 5, -3, 9), random_eigenvalues(50, 5, -3, 10));
  EXPECT_NE(random_eigenvalues(50, 5, -3, 9), random_eigenvalues(50, 5, -4, 9));
}

TEST(items_state, comes_back_as_it_was) {
  accumulator rows(2, {{1, 5, 2}, {2, 4, 4}, {4, 3, 3}});
  std::vector<double> memory(3 + linear_size(rows.state()) / sizeof(double));
  auto *state = reinterpret_cast<items_header *>(memory.data());
  items_init(state, {-5, 9});
  std::memcpy(items_of(state), rows.state(), linear_size(rows.state()));
  const std::vector<unsigned char> read = items_from_text(items_to_text(state));
  const auto *back = reinterpret_cast<const items_header *>(read.data());
  EXPECT_EQ(options_of(back), options_of(state));
  EXPECT_EQ(items_to_binary(back), items_to_binary(state));
  check_options(back, {-5, 9});
  EXPECT_THROW(check_options(back, {-5, 8}), error);
  const std::vector<unsigned char> good = items_to_binary(state);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::vector<unsigned char> bad = good;
    bad[i] ^= 16;
    EXPECT_THROW(items_from_binary(bad.data(), bad.size()), error) << i;
    EXPECT_THROW(items_from_binary(good.data(), i), error) << i;
  }
}

}  // namespace
}  // namespace harmony::statistics
