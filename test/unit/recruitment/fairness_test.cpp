// Values: R 4.2.2 (fisher.test, p.adjust, prop.test without correction, mantelhaen.test), and by hand where it says so.
#include "core/recruitment/fairness.hpp"

#include "core/base/error.hpp"
#include "core/statistics/multiple_testing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace harmony::recruitment {
namespace {

/// The row of a group at a stage.
selection_rate row_of(const std::vector<selection_rate> &rows, const std::string &name, const std::string &stage = "",
                      reference against = reference::others) {
  for (const selection_rate &row : rows)
    if (row.group.name == name && row.group.stage == stage && row.against == against) return row;
  ADD_FAILURE() << "no row of " << name;
  return {};
}

const std::vector<group_count> two_stages{{"east", 30, 60, "one"}, {"west", 10, 40, "one"}, {"abroad", 24, 50, "one"},
                                          {"east", 12, 60, "two"}, {"west", 2, 40, "two"},  {"abroad", 11, 50, "two"}};

TEST(fairness, each_group_against_all_others) {
  const auto rows = selection_rates(two_stages);
  ASSERT_EQ(rows.size(), 10U);  // one of three is the highest at either stage
  const selection_rate west = row_of(rows, "west", "one");
  EXPECT_NEAR(west.rate, 0.25, 1e-15);
  EXPECT_NEAR(west.interval.low, 0.14187118639096308, 1e-12);
  EXPECT_NEAR(west.interval.high, 0.40193961420768026, 1e-12);
  EXPECT_NEAR(west.ratio, 10.0 / 40 / (54.0 / 110), 1e-15);
  EXPECT_NEAR(west.rejection_ratio, 30.0 / 40 / (56.0 / 110), 1e-15);
  EXPECT_NEAR(west.risk_difference, 10.0 / 40 - 54.0 / 110, 1e-15);
  EXPECT_NEAR(west.difference_interval.low, -0.38297092785131659, 1e-12);
  EXPECT_NEAR(west.difference_interval.high, -0.06353184395767561, 1e-12);
  EXPECT_NEAR(west.z, -2.6380677449719347, 1e-12);
  const char *const names[] = {"east", "west", "abroad"};
  const double p[] = {0.17766719392964628, 0.0091915180402881574, 0.38429256652635335,
                      0.38079238726253783, 0.024320601991124735,  0.24810529068568354};
  const double adjusted[] = {0.35533438785929256, 0.055149108241728945, 0.38429256652635335,
                             0.38429256652635335, 0.072961805973374205, 0.37215793602852533};
  for (int k = 0; k < 6; ++k) {
    const selection_rate row = row_of(rows, names[k % 3], k < 3 ? "one" : "two");
    EXPECT_NEAR(row.p, p[k], 1e-12);
    EXPECT_NEAR(row.p_adjusted, adjusted[k], 1e-12);
    EXPECT_EQ(row.adverse, false) << "west's ratio is .51 and its p .009, of six tests .055";
  }
}

TEST(fairness, the_highest_group_beside) {
  const auto rows = selection_rates(two_stages);
  EXPECT_EQ(rows[0].group.name, "abroad");
  EXPECT_EQ(rows[1].against, reference::highest);
  const selection_rate west = row_of(rows, "west", "one", reference::highest);
  EXPECT_NEAR(west.ratio, 0.5, 1e-15);
  EXPECT_NEAR(west.cohens_h, -0.52359877559829887, 1e-12);  // 2 asin √.25 − 2 asin √.5 = −π/6
  EXPECT_NEAR(west.phi, -0.25, 1e-12);                      // Pearson's r of the table (SciPy)
  EXPECT_TRUE(std::isnan(west.p) && std::isnan(west.z) && !west.adverse && !west.decisions_to_turn);
}

TEST(fairness, interval_of_newcombes_own_example) {  // 1998, table II, method 10: 0.0524, 0.3339
  const selection_rate row = row_of(selection_rates({{"a", 56, 70}, {"b", 48, 80}}), "a");
  EXPECT_NEAR(row.difference_interval.low, 0.052431472402364926, 1e-12);
  EXPECT_NEAR(row.difference_interval.high, 0.33387265403690586, 1e-12);
}

TEST(fairness, boundaries_in_whole_numbers) {
  EXPECT_EQ(row_of(selection_rates({{"a", 1000, 1000}, {"b", 800, 1000}}), "b").adverse, false);  // at four fifths
  EXPECT_EQ(row_of(selection_rates({{"a", 1000, 1000}, {"b", 799, 1000}}), "b").adverse, true);
  // Rejected 50 and 40 of 1,000: at five fourths; and 5,100 of 100,000 against 4,000.
  EXPECT_EQ(row_of(selection_rates({{"a", 96000, 100000}, {"b", 95000, 100000}}), "b").adverse_rejection, false);
  EXPECT_EQ(row_of(selection_rates({{"a", 96000, 100000}, {"b", 94900, 100000}}), "b").adverse_rejection, true);
  EXPECT_EQ(row_of(selection_rates({{"a", 96000, 100000}, {"b", 94900, 100000}}), "b").adverse, false);
}

TEST(fairness, what_cannot_be_told) {
  const auto alone = selection_rates({{"a", 3, 10}});
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_TRUE(alone[0].against == reference::none && std::isnan(alone[0].ratio) && !alone[0].adverse);
  const auto none = selection_rates({{"a", 0, 10}, {"b", 0, 20}});
  EXPECT_EQ(none.size(), 3U);
  EXPECT_EQ(row_of(none, "a", "", reference::highest).group.name, "a");  // of equal rates the larger group is highest
  for (const selection_rate &row : none) {
    EXPECT_TRUE(std::isnan(row.ratio) && std::isnan(row.p) && std::isnan(row.z) && std::isnan(row.phi) && !row.adverse);
    EXPECT_EQ(row.risk_difference, 0.0);
  }
  EXPECT_EQ(selection_rates({{"a", 1, 4}, {"b", 1, 5}}).size(), 1U);
  EXPECT_TRUE(selection_rates({}).empty());
}

TEST(fairness, refuses_what_does_not_fit) {
  EXPECT_THROW(selection_rates({{"a", 6, 5}}), error);
  EXPECT_THROW(selection_rates({{"a", -1, 5}}), error);
  EXPECT_THROW(selection_rates({{"a", 1, 5}, {"a", 2, 5}}), error);
  EXPECT_THROW(selection_rates({{"a", 1, 5, "x", "m"}, {"a", 2, 5, "x", "m"}}), error);
  EXPECT_EQ(selection_rates({{"a", 1, 5, "x", "m"}, {"a", 2, 5, "x", "n"}}).size(), 1U);
  EXPECT_THROW(selection_rates({{"a", 1, 5}}, 0), error);
  EXPECT_THROW(selection_rates({{"a", 1, max_people_compared}, {"b", 1, 5}}), error);
  EXPECT_THROW(selection_rates({{"a", 1, INT64_MAX}, {"b", 1, INT64_MAX}}), error);
  std::vector<group_count> many;
  for (std::size_t k = 0; k <= max_comparisons; ++k) many.push_back({std::to_string(k), 1, 5});
  EXPECT_THROW(selection_rates(many), error);
  many.pop_back();
  EXPECT_FALSE(selection_rates(many).empty());
}

TEST(fairness, an_interval_holds_its_estimate) {
  for (std::int64_t n = 5; n <= 300; ++n)
    for (const std::int64_t k : {std::int64_t{0}, n / 3, n - 1, n}) {
      for (const selection_rate &row : selection_rates({{"a", k, n}, {"b", n - k, n}, {"c", 0, n}, {"d", n, n}})) {
        EXPECT_LE(row.interval.low, row.rate);
        EXPECT_GE(row.interval.high, row.rate);
        EXPECT_EQ(row.interval.low == 0.0, row.group.selected == 0);
        EXPECT_EQ(row.interval.high == 1.0, row.group.selected == n);
        EXPECT_LE(row.difference_interval.low, row.risk_difference);
        EXPECT_GE(row.difference_interval.high, row.risk_difference);
        EXPECT_FALSE(std::fabs(row.phi) > 1.0);
      }
      EXPECT_EQ(selection_rates({{"a", n, n}, {"b", 0, n}})[0].phi, 1.0);
      EXPECT_EQ(selection_rates({{"a", 0, n}, {"b", n, n}})[0].phi, -1.0);
    }
}

// Admissions to Berkeley in 1973, six departments (R: UCBAdmissions): women are admitted less often in all (.30 against
// .45), as they applied where few are admitted; within departments they are not.
std::vector<group_count> berkeley() {
  return {{"men", 512, 825, "", "A"},  {"women", 89, 108, "", "A"},  {"men", 353, 560, "", "B"},
          {"women", 17, 25, "", "B"},  {"men", 120, 325, "", "C"},   {"women", 202, 593, "", "C"},
          {"men", 138, 417, "", "D"},  {"women", 131, 375, "", "D"}, {"men", 53, 191, "", "E"},
          {"women", 94, 393, "", "E"}, {"men", 22, 373, "", "F"},    {"women", 24, 341, "", "F"}};
}

TEST(fairness, strata_are_compared_within) {
  const auto rows = selection_rates(berkeley());
  const selection_rate women = row_of(rows, "women"), men = row_of(rows, "men");
  EXPECT_EQ(women.group.selected, 557);
  EXPECT_LT(women.ratio, 0.7);
  EXPECT_LT(women.p_adjusted, 1e-20);
  EXPECT_EQ(women.adverse, false) << "within departments there is nothing";
  EXPECT_FALSE(women.decisions_to_turn);
  EXPECT_NEAR(men.pooled.odds_ratio, 0.90469682825862308, 1e-12);
  EXPECT_NEAR(men.pooled.low, 0.77190736175935049, 1e-12);
  EXPECT_NEAR(men.pooled.high, 1.0603297644366556, 1e-12);
  EXPECT_NEAR(men.pooled.p, 0.23226346281704827, 1e-12);
  EXPECT_NEAR(women.pooled.odds_ratio, 1.0 / men.pooled.odds_ratio, 1e-12);
  EXPECT_NEAR(women.pooled.p, men.pooled.p, 1e-12);
  const selection_rate small = row_of(selection_rates({{"a", 3, 12, "", "1"},
                                                       {"b", 7, 13, "", "1"},
                                                       {"a", 1, 5, "", "2"},
                                                       {"b", 9, 20, "", "2"},
                                                       {"a", 6, 18, "", "3"},
                                                       {"b", 2, 5, "", "3"}}),
                                      "a");
  EXPECT_NEAR(small.pooled.odds_ratio, 0.38825165102537368, 1e-12);
  EXPECT_NEAR(small.pooled.low, 0.1268053531750277, 1e-12);
  EXPECT_NEAR(small.pooled.high, 1.1887459066169317, 1e-12);
  EXPECT_NEAR(small.pooled.p, 0.17031383988197188, 1e-12);
}

// The rule of `adverse` on two sides, one p-value of several replaced.
bool verdict(std::vector<double> p, std::size_t own, std::int64_t x, std::int64_t n, std::int64_t y, std::int64_t m) {
  p[own] = statistics::fisher_exact(x, n - x, y, m - y).p_two_sided;
  return 5 * x * m < 4 * y * n && statistics::fdr_bh(p)[own] < 0.05;
}

TEST(fairness, decisions_to_turn_by_trying_all) {
  std::mt19937 random(1);
  int turned = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<group_count> groups;
    for (const char *name : {"a", "b", "c", "d"}) {
      const std::int64_t n = 5 + random() % 60;
      groups.push_back({name, static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n + 1)), n});
    }
    const auto rows = selection_rates(groups);
    std::vector<double> p;
    std::int64_t selected = 0, total = 0;
    for (const group_count &group : groups) {
      p.push_back(row_of(rows, group.name).p);
      selected += group.selected;
      total += group.total;
    }
    for (std::size_t own = 0; own < groups.size(); ++own) {
      const std::int64_t x = groups[own].selected, n = groups[own].total, y = selected - x, m = total - n;
      const selection_rate row = row_of(rows, groups[own].name);
      ASSERT_EQ(row.adverse, verdict(p, own, x, n, y, m));
      std::optional<std::int64_t> fewest;
      const std::int64_t step = *row.adverse ? 1 : -1;
      for (std::int64_t k = 1; k <= std::max(n, m) && !fewest; ++k) {
        const bool mine =
            x + step * k >= 0 && x + step * k <= n && verdict(p, own, x + step * k, n, y, m) != *row.adverse;
        const bool theirs =
            y - step * k >= 0 && y - step * k <= m && verdict(p, own, x, n, y - step * k, m) != *row.adverse;
        if (mine || theirs) fewest = k;
      }
      EXPECT_EQ(row.decisions_to_turn, fewest);
      turned += fewest ? 1 : 0;
    }
  }
  EXPECT_GT(turned, 100);
}

// The bar of equal groups, small: test/bench/honesty/fairness.sh has the large one.
// Both rows of two groups are one table, so that both p-values move: the whole audit is repeated.
TEST(fairness, decisions_to_turn_between_two_groups) {
  const auto adverse = [](std::int64_t a, std::int64_t b) {
    return *row_of(selection_rates({{"a", a, 40}, {"b", b, 40}}), "a").adverse;
  };
  int turned = 0;
  for (std::int64_t a = 1; a < 40; a += 3)
    for (std::int64_t b = 2; b < 40; b += 5) {
      const selection_rate row = row_of(selection_rates({{"a", a, 40}, {"b", b, 40}}), "a");
      const std::int64_t step = *row.adverse ? 1 : -1;
      std::optional<std::int64_t> fewest;
      for (std::int64_t k = 1; k <= 40 && !fewest; ++k) {
        const bool mine = a + step * k >= 0 && a + step * k <= 40 && adverse(a + step * k, b) != *row.adverse;
        const bool theirs = b - step * k >= 0 && b - step * k <= 40 && adverse(a, b - step * k) != *row.adverse;
        if (mine || theirs) fewest = k;
      }
      EXPECT_EQ(row.decisions_to_turn, fewest) << a << " and " << b << " of 40";
      turned += fewest ? 1 : 0;
    }
  EXPECT_GT(turned, 50);
}

TEST(fairness, equal_groups_seldom_look_adverse) {
  std::mt19937 random(7);
  const auto chance = [&](double p) { return static_cast<double>(random()) < p * 4294967296.0; };
  constexpr int rounds = 300;
  int alarms = 0, former = 0;
  for (int round = 0; round < rounds; ++round) {
    std::vector<group_count> groups;
    for (const char *name : {"a", "b", "c", "d", "e", "f"}) {
      std::int64_t passed[3] = {0, 0, 0};
      for (int person = 0; person < 50; ++person) {
        const bool one = chance(0.9), two = one && chance(0.5), three = two && chance(0.5);
        passed[0] += one ? 1 : 0;
        passed[1] += two ? 1 : 0;
        passed[2] += three ? 1 : 0;
      }
      for (int stage = 0; stage < 3; ++stage) groups.push_back({name, passed[stage], 50, std::to_string(stage)});
    }
    bool alarm = false, formerly = false;
    for (const selection_rate &row : selection_rates(groups)) {
      alarm = alarm || row.adverse == true || row.adverse_rejection == true;
      formerly = formerly || (row.against == reference::highest && row.ratio < 0.8);
    }
    alarms += alarm ? 1 : 0;
    former += formerly ? 1 : 0;
  }
  EXPECT_LE(alarms, rounds * 5 / 100);
  EXPECT_GT(former, rounds * 9 / 10) << "four fifths alone";
}

}  // namespace
}  // namespace harmony::recruitment
