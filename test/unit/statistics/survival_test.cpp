// By hand; the figures of Miller's leukaemia data as printed by R's survfit (survival 3.5-3, conf.type "log-log").
#include "core/statistics/survival.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::statistics {
namespace {

struct seen {
  double time;
  bool event;
};

survival_result curve_of(std::initializer_list<seen> rows) {
  survival_times times;
  for (const seen &row : rows) times.add(row.time, row.event);
  return kaplan_meier(times);
}

// Maintained: 9, 13, 13+, 18, 23, 28+, 31, 34, 45+, 48, 161+.
TEST(kaplan_meier, of_maintained_patients) {
  const survival_result found = curve_of({{9, true},
                                          {13, true},
                                          {13, false},
                                          {18, true},
                                          {23, true},
                                          {28, false},
                                          {31, true},
                                          {34, true},
                                          {45, false},
                                          {48, true},
                                          {161, false}});
  EXPECT_EQ(found.n, 11);
  EXPECT_EQ(found.events, 7);
  EXPECT_EQ(found.median, 31.0);
  EXPECT_EQ(found.median_low, 13.0);
  EXPECT_TRUE(std::isnan(found.median_high));
  ASSERT_EQ(found.curve.size(), 10U);
  EXPECT_EQ(found.curve[1].at_risk, 10);
  EXPECT_EQ(found.curve[1].censored, 1);
  EXPECT_NEAR(found.curve[1].survival, 9.0 / 11.0, 1e-15);
  EXPECT_NEAR(found.curve[1].std_error, std::sqrt(9.0 * 2.0 / 1331.0), 1e-15);
}

TEST(kaplan_meier, takes_the_middle_where_survival_is_half) {
  EXPECT_EQ(curve_of({{1, true}, {2, true}, {3, false}, {5, true}}).median, 3.5);
  EXPECT_EQ(curve_of({{1, true}, {2, true}, {3, false}, {5, false}}).median, 2.0);  // no next event
  EXPECT_EQ(curve_of({{1, true}, {2, true}, {3, true}}).median, 2.0);
}

TEST(kaplan_meier, leaves_what_is_unknown) {
  const survival_result all_open = curve_of({{1, false}, {2, false}});
  EXPECT_TRUE(std::isnan(all_open.median));
  EXPECT_EQ(all_open.curve[1].survival, 1.0);
  EXPECT_EQ(all_open.curve[1].std_error, 0.0);
  EXPECT_TRUE(std::isnan(all_open.curve[1].low));
  const survival_result done = curve_of({{0, true}});
  EXPECT_EQ(done.median, 0.0);
  EXPECT_EQ(done.curve[0].survival, 0.0);
  EXPECT_TRUE(std::isnan(done.curve[0].std_error));
  EXPECT_TRUE(curve_of({}).curve.empty());
}

TEST(kaplan_meier, ends_at_exactly_nothing_without_anybody_cut_off) {
  survival_times times;
  for (int i = 1; i <= 1001; ++i) times.add(i, true);
  const survival_result found = kaplan_meier(times);
  EXPECT_EQ(found.median, 501.0);
  EXPECT_EQ(found.curve[500].survival, 500.0 / 1001.0);
  EXPECT_EQ(found.curve.back().survival, 0.0);
}

TEST(kaplan_meier, refuses) {
  survival_times times;
  EXPECT_THROW(times.add(-1, true), error);
  EXPECT_THROW(times.add(NAN, true), error);
  EXPECT_THROW(times.add(INFINITY, false), error);
}

TEST(kaplan_meier, is_the_same_in_parts) {
  survival_times whole, left, right;
  for (int i = 0; i < 100; ++i) {
    const double time = (i * 37) % 23;
    whole.add(time, i % 3 > 0);
    (i % 2 == 0 ? left : right).add(time, i % 3 > 0);
  }
  right.skip();
  native_writer out(10000);
  right.serialize(out);
  native_reader in(out.bytes());
  left.merge(survival_times::deserialize(in));
  const survival_result a = kaplan_meier(whole), b = kaplan_meier(left);
  EXPECT_EQ(b.n_skipped, 1);
  ASSERT_EQ(a.curve.size(), b.curve.size());
  for (std::size_t i = 0; i < a.curve.size(); ++i) EXPECT_EQ(a.curve[i].survival, b.curve[i].survival);
}

}  // namespace
}  // namespace harmony::statistics
