// Cross-validated R²: weights_comparison.R in this folder. The rest by hand.
#include "core/statistics/weights_comparison.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace harmony::statistics {
namespace {

const std::vector<double> rival{0.25, 0.35};

clustered_rows made(bool seen, double level = 0.0) {
  constexpr double weights[] = {1, 0.5, 2};
  clustered_rows rows;
  for (int i = 0; i < 60; ++i) {
    const int c = i % 12;
    const double x1 = 7 * i % 11, x2 = 5 * i % 13, y = 0.8 * x1 + 0.1 * x2 + 13 * i % 17 / 4.0 + c % 3;
    rows.add({x1, x2, y + level}, {"team " + std::to_string(c), c < 6 ? "A" : "B", weights[c % 3], seen && i < 40});
  }
  return rows;
}

TEST(weights_comparison, equals_the_definition) {
  const weights_comparison c = compare_weights(made(false), rival, 3);
  EXPECT_NEAR(c.fitted_r_squared, 0.621175819305164, 1e-13);
  EXPECT_NEAR(c.rival_r_squared, 0.153005522422059, 1e-13);
  EXPECT_EQ(c.n, 60);
  EXPECT_EQ(c.clusters, 12);
  EXPECT_EQ(c.owners, 2);
  EXPECT_NEAR(c.effective_n, 70.0 * 70.0 / (20 + 5 + 80), 1e-12);
  EXPECT_EQ(c.share_won, 1.0);
  EXPECT_TRUE(c.lost_without.empty());
}

TEST(weights_comparison, estimates_a_learnt_rival_anew_from_the_rows_it_saw) {
  EXPECT_NEAR(compare_weights(made(true), rival, 3).rival_r_squared, 0.614632152423107, 1e-13);
}

TEST(weights_comparison, judges_order_alone) {  // neither level nor scale of the rival counts, nor the level of y
  const weights_comparison plain = compare_weights(made(false), rival, 3);
  const weights_comparison moved = compare_weights(made(false, -500.0), std::vector<double>{25, 35}, 3);
  EXPECT_NEAR(moved.rival_r_squared, plain.rival_r_squared, 1e-9);
  EXPECT_NEAR(moved.fitted_r_squared, plain.fitted_r_squared, 1e-9);
}

TEST(weights_comparison, does_not_let_equal_weights_win) {
  clustered_rows rows;
  for (int i = 0; i < 60; ++i)
    rows.add({double(7 * i % 11), double(5 * i % 13), 0.3 * (7 * i % 11) + i % 7},
             {std::to_string(i % 12), "", 1.0, true});
  const weights_comparison c = compare_weights(rows, rival, 3);  // the rival is learnt from the same rows
  EXPECT_EQ(c.share_won, 0.0);
  EXPECT_NEAR(c.fitted_r_squared, c.rival_r_squared, 1e-12);
}

TEST(weights_comparison, names_the_owner_who_alone_makes_it_win) {
  clustered_rows rows;  // owner A: y follows x2 alone; owner B: as the rival says
  for (int i = 0; i < 120; ++i) {
    const int c = i % 24;
    const double x1 = 7 * i % 11, x2 = 5 * i % 13, noise = 13 * i % 17 / 8.0;
    rows.add({x1, x2, (c < 12 ? 3 * x2 : x1) + noise}, {std::to_string(c), c < 12 ? "A" : "B", 1.0, false});
  }
  const weights_comparison c = compare_weights(rows, std::vector<double>{1, 0}, 5);
  EXPECT_GT(c.share_won, 0.95);
  EXPECT_EQ(c.lost_without, std::vector<std::string>{"A"});
}

TEST(weights_comparison, has_no_answer_where_a_fold_holds_everything) {
  EXPECT_EQ(compare_weights(clustered_rows(), rival, 10).n, 0);
  clustered_rows rows;
  for (int i = 0; i < 60; ++i) rows.add({double(i % 7), double(i % 5), double(i % 3)}, {"one", "", 1.0, false});
  EXPECT_TRUE(std::isnan(compare_weights(rows, rival, 10).fitted_r_squared));
  EXPECT_TRUE(std::isnan(compare_weights(made(false), rival, 1).fitted_r_squared));
  EXPECT_THROW(compare_weights(made(false), rival, 0), error);
  EXPECT_THROW(compare_weights(made(false), std::vector<double>{1.0}, 3), error);
  EXPECT_THROW(compare_weights(made(false), std::vector<double>{1.0, NAN}, 3), error);
}

TEST(weights_comparison, counts_a_constant_term_for_nothing) {
  clustered_rows rows;
  for (int i = 0; i < 60; ++i)
    rows.add({double(7 * i % 11), 3.0, 0.3 * (7 * i % 11) + i % 7}, {std::to_string(i % 12), "", 1.0, false});
  EXPECT_TRUE(std::isfinite(compare_weights(rows, rival, 3).fitted_r_squared));
  EXPECT_NEAR(compare_weights(rows, std::vector<double>{0.0, 1.0}, 3).rival_r_squared, 0.0, 0.1);
}

TEST(capped_weights, keeps_every_owner_below_the_share) {
  const std::vector<std::int64_t> counts{170, 30, 50, 20, 30, 0};
  const std::vector<double> w = capped_weights(counts, 0.25);
  EXPECT_NEAR(w[0] * 170, 75, 1e-9);  // a quarter of 300; without it the third would have 87 of 225
  EXPECT_NEAR(w[2] * 50, 75, 1e-9);
  EXPECT_NEAR(w[1] * 30, 150 * 30 / 80.0, 1e-9);
  EXPECT_EQ(w[5], 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += w[i] * static_cast<double>(counts[i]);
  EXPECT_NEAR(sum, 300, 1e-9);
  EXPECT_EQ(capped_weights(std::vector<std::int64_t>{20, 19, 21, 22, 18}, 0.25), std::vector<double>(5, 1.0));
}

TEST(capped_weights, gives_equal_shares_to_few_owners) {
  const std::vector<double> three = capped_weights(std::vector<std::int64_t>{300, 170, 30}, 0.25);
  EXPECT_NEAR(three[0] * 300, 500 / 3.0, 1e-9);
  EXPECT_NEAR(three[2] * 30, 500 / 3.0, 1e-9);
  const std::vector<double> four = capped_weights(std::vector<std::int64_t>{1000, 10, 20, 5}, 0.25);
  EXPECT_NEAR(four[0] * 1000, four[3] * 5, 1e-9);
  EXPECT_EQ(capped_weights(std::vector<std::int64_t>{7}, 0.25), std::vector<double>{1.0});
  EXPECT_EQ(capped_weights(std::vector<std::int64_t>{}, 0.25).size(), 0u);
  EXPECT_EQ(capped_weights(std::vector<std::int64_t>{0, 0}, 0.25), std::vector<double>(2, 0.0));
  EXPECT_THROW(capped_weights(std::vector<std::int64_t>{-1}, 0.25), error);
  EXPECT_THROW(capped_weights(std::vector<std::int64_t>{1}, 0.0), error);
}

TEST(unrestricted_correlation, is_thorndikes_case_2) {
  // r = .3, u = .5: (.6)/sqrt(1 + .09 · 3) = .6/sqrt(1.27)
  EXPECT_NEAR(unrestricted_correlation(0.3, 0.5), 0.6 / std::sqrt(1.27), 1e-15);
  EXPECT_EQ(unrestricted_correlation(0.3, 1.0), 0.3);
  EXPECT_EQ(unrestricted_correlation(-1.0, 0.5), -1.0);
  EXPECT_EQ(unrestricted_correlation(0.0, 0.5), 0.0);
  EXPECT_TRUE(std::isnan(unrestricted_correlation(0.3, 0.0)));
  EXPECT_THROW(unrestricted_correlation(1.1, 0.5), error);
  EXPECT_THROW(unrestricted_correlation(NAN, 0.5), error);
  EXPECT_THROW(unrestricted_correlation(0.5, -1.0), error);
}

}  // namespace
}  // namespace harmony::statistics
