// Values: cluster_robust.R in this folder, which works with whole n x n matrices by the definitions.
#include "core/statistics/cluster_robust.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace harmony::statistics {
namespace {

// The rows of cluster_robust.R: 40 in 7 clusters, in reverse order where asked; x times a unit.
struct case_rows {
  bool weighted = false, reversed = false;
  double unit = 1.0, shift = 0.0;
};

void add_row(clustered_rows *rows, int i, const case_rows &how) {
  constexpr int last[] = {8, 16, 23, 29, 34, 37, 39};
  constexpr double weights[] = {1, 0.5, 2, 1, 0.25, 3, 1};
  int c = 0;
  while (i > last[c]) ++c;
  const double x1 = 7 * i % 11, x2 = 5 * i % 13 - 0.1 * (c + 1);
  const double y = 3 + 0.5 * x1 - 0.25 * x2 + 13 * i % 17 / 3.0 + (c + 1) % 3;
  const std::string name(1, static_cast<char>('a' + c));
  rows->add({x1 * how.unit + how.shift, x2, y}, {name, "", how.weighted ? weights[c] : 1.0, false});
}

clustered_rows made(const case_rows &how = {}) {
  clustered_rows rows;
  for (int i = 0; i < 40; ++i) add_row(&rows, how.reversed ? 39 - i : i, how);
  return rows;
}

void expect_near(const std::vector<double> &found, const std::vector<double> &expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t k = 0; k < found.size(); ++k)
    EXPECT_NEAR(found[k], expected[k], 1e-11 * std::fabs(expected[k])) << "at " << k;
}

TEST(cluster_robust, equals_the_definition) {
  const cluster_robust_model m = fit_cluster_robust(made());
  EXPECT_EQ(m.n, 40);
  EXPECT_EQ(m.clusters, 7);
  EXPECT_EQ(m.rank, 3);
  expect_near(m.coefficients, {6.540259027805791, 0.464299407062854, -0.190045976829017});
  expect_near(m.std_errors, {0.7101346162583096, 0.1000865959176009, 0.0849556776894973});
  expect_near(m.df, {4.64454639164529, 4.96850319565387, 4.92857962694166});
  expect_near(m.p_values, {0.000371405176231593, 0.005727875900300400, 0.076273642152503152});
  expect_near({m.f_statistic, m.f_df1, m.f_df2, m.f_p_value},
              {8.70630087479224, 2, 3.78951302831805, 0.0382920908628662});
}

TEST(cluster_robust, equals_the_definition_with_weights) {
  const cluster_robust_model m = fit_cluster_robust(made({true}));
  expect_near(m.std_errors, {0.5101366103787774, 0.1256884588609944, 0.0915301786524359});
  expect_near(m.df, {2.57027591851193, 2.93004429850153, 3.05964886979210});
  expect_near({m.f_statistic, m.f_df2, m.f_p_value}, {3.38065997971804, 1.80401556839544, 0.245351115372839});
}

TEST(cluster_robust, equals_the_definition_in_many_clusters) {
  clustered_rows rows;
  for (int i = 0; i < 450; ++i) {
    const int c = i % 150;
    const double x1 = 7 * i % 11, x2 = 5 * i % 13 + c % 4, x3 = i * i % 17, x4 = (3 * i + c) % 19;
    const double y = 0.5 * x1 - 0.25 * x2 + 0.1 * x3 + 13 * i % 23 / 3.0 + c % 5;
    rows.add({x1, x2, x3, x4, y}, {std::to_string(c), "", 1.0 + c % 3, false});
  }
  const cluster_robust_model m = fit_cluster_robust(rows);
  expect_near(m.std_errors,
              {0.4368992473792060, 0.0381832910129804, 0.0324213023020611, 0.0246701038484010, 0.0226914383455866});
  expect_near(m.df, {73.2476168281531, 89.2496712413027, 93.7377033762599, 81.8056229347369, 98.2196725108766});
  expect_near({m.f_statistic, m.f_df1, m.f_df2}, {65.8019953991033, 4, 76.3239632210332});
}

TEST(cluster_robust, does_not_depend_on_order_division_or_units) {
  const cluster_robust_model whole = fit_cluster_robust(made({true}));
  EXPECT_EQ(fit_cluster_robust(made({true, true})).std_errors, whole.std_errors);
  clustered_rows first, second;
  for (int i = 0; i < 40; ++i) add_row(i % 3 == 0 ? &first : &second, i, {true});
  native_writer out;
  second.serialize(out);
  native_reader in(out.bytes());
  first.merge(clustered_rows::deserialize(in));
  in.finish();
  EXPECT_EQ(fit_cluster_robust(first).std_errors, whole.std_errors);
  const cluster_robust_model scaled = fit_cluster_robust(made({true, false, 1e150, 1e155}));
  EXPECT_NEAR(scaled.std_errors[1] * 1e150, whole.std_errors[1], 1e-9);
  EXPECT_NEAR(scaled.f_statistic, whole.f_statistic, 1e-7);
}

TEST(cluster_robust, leaves_a_constant_column_out) {
  clustered_rows rows;
  for (int i = 0; i < 40; ++i) {
    const std::string name = std::to_string(i % 8);
    rows.add({double(i % 5), 3.0, double(i * i % 7)}, {name, "", 1.0, false});
  }
  const cluster_robust_model m = fit_cluster_robust(rows);
  EXPECT_TRUE(std::isnan(m.coefficients[2]) && std::isnan(m.std_errors[2]));
  EXPECT_GT(m.std_errors[1], 0.0);
  EXPECT_EQ(m.f_df1, 1.0);
  ASSERT_EQ(m.warnings.size(), 1u);
}

TEST(cluster_robust, has_no_test_where_clusters_are_too_few) {
  EXPECT_EQ(fit_cluster_robust(clustered_rows()).n, 0);
  clustered_rows rows;
  for (int i = 0; i < 20; ++i) rows.add({double(i % 5), double(i * i % 7)}, {"one", "", 1.0, false});
  EXPECT_TRUE(std::isnan(fit_cluster_robust(rows).std_errors[1]));
  for (int i = 0; i < 20; ++i) rows.add({double(i % 3), double(i * i % 5)}, {"two", "", 1.0, false});
  const cluster_robust_model m = fit_cluster_robust(rows);
  EXPECT_GT(m.std_errors[1], 0.0);
  EXPECT_LT(m.df[1], 2.0);
}

TEST(cluster_robust, one_row_a_cluster_is_hc2) {  // R: the leverage form e²/(1 - h), by hand for y on 0, 1, 2, 3
  clustered_rows rows;
  const double y[] = {0, 2, 1, 4};
  for (int i = 0; i < 4; ++i) rows.add({double(i), y[i]}, {std::to_string(i), "", 1.0, false});
  // b = .1, 1.1; e = -.1, .8, -1.3, .6; h = .7, .3, .3, .7; var b1 = Σ (x - 1.5)² e²/(1 - h)/25
  const double variance = (2.25 * .01 / .3 + .25 * .64 / .7 + .25 * 1.69 / .7 + 2.25 * .36 / .3) / 25;
  EXPECT_NEAR(fit_cluster_robust(rows).std_errors[1], std::sqrt(variance), 1e-14);
}

TEST(cluster_robust, refuses_what_does_not_fit) {
  clustered_rows rows;
  rows.add({1.0, 2.0}, {"a", "x", 1.0, false});
  EXPECT_THROW(rows.add({1.0, 2.0}, {"a", "x", 2.0, false}), error);
  EXPECT_THROW(rows.add({1.0, 2.0}, {"a", "y", 1.0, false}), error);
  EXPECT_THROW(rows.add({1.0, 2.0, 3.0}, {"a", "x", 1.0, false}), error);
  EXPECT_THROW(rows.add({NAN, 2.0}, {"a", "x", 1.0, false}), error);
  EXPECT_THROW(rows.add({1.0, 2.0}, {"b", "x", -1.0, false}), error);
  EXPECT_THROW(clustered_rows().add(std::vector<double>(22), {"a", "x", 1.0, false}), error);
}

}  // namespace
}  // namespace harmony::statistics
