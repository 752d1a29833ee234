#include "core/base/error.hpp"
#include "core/statistics/intraclass.hpp"
#include "core/statistics/item_bias.hpp"
#include "core/statistics/logrank.hpp"
#include "core/statistics/rater_agreement.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace harmony::statistics {
namespace {

// Memory that lives as long as the tests.
void *kept_memory(std::size_t size) {
  static std::vector<std::unique_ptr<double[]>> owned;
  owned.push_back(std::make_unique<double[]>(size / sizeof(double) + 1));
  return owned.back().get();
}

table_header *rated(table_header *state, const std::vector<std::string> &names, bool keep_single = true) {
  state->numeric = 6;
  return add_ratings(state, names, keep_single, kept_memory);
}

// Fleiss (1971) by hand: two units of three ratings, 1 1 2 and 2 2 2: P = 2/3, P_e = 1/9 + 4/9.
TEST(fleiss_kappa, by_hand) {
  table_header *state = table_new(table_shape::ratings, kept_memory);
  state = rated(state, {"1", "1", "2"});
  state = rated(state, {"2", "2", "2"});
  const kappa_result found = fleiss_kappa(state);
  EXPECT_EQ(found.n, 2);
  EXPECT_EQ(found.raters, 3);
  EXPECT_NEAR(found.agreement, 2.0 / 3.0, 1e-15);
  EXPECT_NEAR(found.expected, 5.0 / 9.0, 1e-15);
  EXPECT_NEAR(found.kappa, 0.25, 1e-15);
}

TEST(fleiss_kappa, of_a_changing_number_of_ratings) {
  table_header *state = rated(table_new(table_shape::ratings, kept_memory), {"1", "1", "2"});
  state = rated(state, {"2"});
  EXPECT_THROW(fleiss_kappa(state), error);
}

TEST(krippendorff_alpha, leaves_single_ratings_out) {
  table_header *state = table_new(table_shape::ratings, kept_memory);
  for (int i = 0; i < 4; ++i) state = rated(state, {"1", i == 0 ? "2" : "1"}, false);
  state = rated(state, {"2", "2"}, false);
  const std::string before = table_to_text(state);
  state = rated(state, {"7"}, false);
  EXPECT_EQ(table_to_text(state), before);
  const krippendorff_result found = krippendorff_alpha(state, krippendorff_metric::nominal);
  EXPECT_EQ(found.units, 5);
  EXPECT_EQ(found.values, 10);
  // D_o = 2/10; seven ones and three twos: D_e = 2 * 21/90.
  EXPECT_NEAR(found.alpha, 1.0 - 0.2 / (42.0 / 90.0), 1e-14);
}

// Two groups of two, events at 1 and 2 in the first, 3 and 4 in the second: E of the first 1/2 + 1/3.
TEST(logrank, by_hand) {
  table_header *state = table_new(table_shape::times, kept_memory);
  for (int i = 1; i <= 4; ++i) {
    state = table_count(state, table_key().part(double(i)).part("1").part(i < 3 ? "a" : "b").bytes(), 1, kept_memory);
    ++state->rows;
  }
  const logrank_result found = logrank(state);
  EXPECT_EQ(found.k, 2);
  EXPECT_EQ(found.df, 1);
  EXPECT_NEAR(found.groups[0].expected, 5.0 / 6.0, 1e-15);
  const double off = 2.0 - 5.0 / 6.0, variance = 1.0 / 4.0 + 2.0 / 9.0;
  EXPECT_NEAR(found.chi2, off * off / variance, 1e-13);
  EXPECT_THROW(check_time(-1.0), error);
}

// One stratum of a table (a b; c d): the common odds ratio is ad/(bc).
TEST(dif_mantel_haenszel, of_one_table) {
  table_header *state = table_new(table_shape::strata, kept_memory);
  const struct {
    const char *right, *focal;
    int n;
  } cells[] = {{"1", "0", 12}, {"0", "0", 5}, {"1", "1", 6}, {"0", "1", 9}};
  for (const auto &cell : cells)
    state = table_count(state, table_key().part(cell.right).part(cell.focal).part("s").bytes(), cell.n, kept_memory);
  const dif_mh_result found = dif_mantel_haenszel(state);
  EXPECT_EQ(found.strata, 1);
  EXPECT_NEAR(found.odds_ratio, 12.0 * 9.0 / (5.0 * 6.0), 1e-14);
  // With one stratum Robins, Breslow and Greenland's error is Woolf's.
  EXPECT_NEAR(found.std_error, std::sqrt(1.0 / 12.0 + 1.0 / 5.0 + 1.0 / 6.0 + 1.0 / 9.0), 1e-14);
}

}  // namespace
}  // namespace harmony::statistics
