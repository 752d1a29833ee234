// The studentized range against SciPy, an independent quadrature and R; Games-Howell and Tukey against R.
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/pairwise.hpp"
#include "core/statistics/studentized_range.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace harmony::statistics {
namespace {

void expect_relative(double value, double truth, double relative) {
  EXPECT_NEAR(value, truth, relative * std::fabs(truth)) << truth;
}

TEST(studentized_range, upper) {
  // scipy.stats.studentized_range.sf 1.10.1, whose error is about 1e-14 absolutely.
  expect_relative(studentized_range(3).upper(3.5, 10), 0.07710331083841038, 1e-12);
  expect_relative(studentized_range(3).upper(3.5, 1), 0.35987526963605143, 1e-12);
  expect_relative(studentized_range(5).upper(10, 20), 6.7581352400925e-06, 1e-8);
  expect_relative(studentized_range(4).upper(20, 8), 2.862837669814766e-06, 1e-8);
  expect_relative(studentized_range(3).upper(1000, 2), 3.653973243422648e-06, 1e-8);
  expect_relative(studentized_range(3).upper(0.01, 5), 0.9999724340912342, 1e-14);
  expect_relative(studentized_range(3).upper(3, 10000), 0.08559374382195295, 1e-10);
  // Gauss-Legendre over s and z (NumPy), 1,500 and 1,200 nodes.
  expect_relative(studentized_range(100).upper(4, 50), 0.9313460418617758, 1e-12);
  expect_relative(studentized_range(1000).upper(5, 30), 0.9711722242327128, 1e-12);
  // R: ptukey(3.633, 4, Inf, lower = FALSE).
  expect_relative(studentized_range(4).upper(3.633, INFINITY), 0.050014978996291592, 1e-9);
  expect_relative(studentized_range(4).upper(3.633, 1e9), studentized_range(4).upper(3.633, INFINITY), 1e-7);
}

TEST(studentized_range, two_groups_are_student) {  // P(|T| >= 2), df 2: 1 − 2/√6
  expect_relative(studentized_range(2).upper(2 * M_SQRT2, 2), 1 - 2 / std::sqrt(6.0), 1e-12);
  expect_relative(studentized_range(2).upper_quantile(0.05, 10), 2.2281388519862744 * M_SQRT2, 1e-12);
}

TEST(studentized_range, quantile) {
  expect_relative(studentized_range(3).upper_quantile(0.05, 10), 3.876776750013158, 1e-11);  // SciPy
  expect_relative(studentized_range(10).upper_quantile(0.05, 60), 4.646323963266348, 1e-11);
  expect_relative(studentized_range(5).upper_quantile(0.01, 2), 24.717186201322377, 1e-11);
  expect_relative(studentized_range(5).upper_quantile(0.999, 2), 0.3116819489053911, 1e-9);
  EXPECT_EQ(studentized_range(3).upper_quantile(0, 5), INFINITY);
  EXPECT_EQ(studentized_range(3).upper_quantile(1, 5), 0);
  for (const int k : {3, 40})
    for (const double df : {1.0, 30.0})
      for (const double p : {1e-6, 0.5, 0.99})
        expect_relative(studentized_range(k).upper(studentized_range(k).upper_quantile(p, df), df), p, 1e-10);
}

// mpmath 1.3, 25 digits: both integrals of the lower tail by the trapezoidal rule with steps half as wide; k = 3 near
// 0: q² 3 √3/(2 π) / 3.
TEST(studentized_range, lower_tail_keeps_its_digits) {
  const double last = 0.9999999999999999, ulp = 1.0 - last;
  expect_relative(studentized_range(100000).upper_quantile(last, 2.5), 1.522600155191387, 1e-13);
  expect_relative(studentized_range(100000).upper_quantile(last, 2), 1.3814259220366762, 1e-13);
  expect_relative(studentized_range(1000).upper_quantile(last, 1000), 3.974786260325005, 1e-13);
  expect_relative(studentized_range(100000).upper_quantile(last, 1e5), 7.0870234254509716, 1e-13);
  expect_relative(studentized_range(40).upper_quantile(1 - 1e-12, 7.5), 0.76689318610849078, 1e-12);
  expect_relative(studentized_range(300).upper_quantile(0.995, 60), 4.1934232182593112, 1e-12);
  for (const double df : {1.0, 30.0, 1e6})
    expect_relative(studentized_range(3).upper_quantile(last, df), std::sqrt(ulp * 2 * M_PI / std::sqrt(3.0)), 1e-10);
  for (const int k : {2, 3, 100, 100000})
    for (const double df : {1.0, 2.0, 2.5, 1e4, 1e9, 1e12})
      for (const double p : {0.9, 0.9901, 0.9967198874167167, 1 - 1e-9, last})
        expect_relative(studentized_range(k).cdf(studentized_range(k).upper_quantile(p, df), df), 1 - p, 1e-8);
  EXPECT_EQ(studentized_range(100000).upper(1e-4, 1), 1);
}

// How long: each block of 256 steps polls once.
TEST(studentized_range, no_argument_makes_it_long) {
  static int polls;
  for (const int k : {3, 1000, 100000})
    for (const double df : {1.0, 2.5, 1e5, 1e10})
      for (const double p : {0.9999999999999999, 0.9967198874167167, 0.5, 1e-300, 5e-324}) {
        polls = 0;
        interrupt_pending = [] { return ++polls < 0; };
        try {
          studentized_range(k).upper_quantile(p, df);
        } catch (const error &e) {
          EXPECT_STREQ(e.sqlstate(), "22003");
        }
        interrupt_pending = nullptr;
        EXPECT_LT(polls, 40) << k << " " << df << " " << p;
      }
}

TEST(studentized_range, limits_and_errors) {
  const studentized_range three(3);
  EXPECT_EQ(three.upper(0, 5), 1);
  EXPECT_EQ(three.upper(-1, 5), 1);
  EXPECT_EQ(three.upper(INFINITY, 5), 0);
  EXPECT_EQ(three.cdf(INFINITY, 5), 1);
  EXPECT_GT(three.upper(60, 200), 1e-102);  // tails keep their digits
  double last = 1;
  for (double q = 0.25; q < 80; q += 0.25) {
    const double p = three.upper(q, 7.3);
    EXPECT_LT(p, last);
    last = p;
  }
  EXPECT_THROW(studentized_range(1), error);
  EXPECT_THROW(studentized_range(100001), error);
  EXPECT_THROW(three.upper(NAN, 5), error);
  EXPECT_THROW(three.upper(1, 0.5), error);
  EXPECT_THROW(three.upper(1, NAN), error);
  EXPECT_THROW(three.upper_quantile(1.1, 5), error);
  EXPECT_THROW(three.upper_quantile(NAN, 5), error);
}

grouped_moments three_groups() {
  grouped_moments groups;
  for (const double x : {7, 9, 12, 8, 10, 11, 14}) groups.add(x, "c");
  for (const double x : {2, 3, 5, 6, 8, 4}) groups.add(x, "a");
  for (const double x : {1, 2, 4, 4, 3}) groups.add(x, "b");
  return groups;
}

void expect_pair(const grouped_moments &groups, const pair_comparison &pair, const char *first, const char *second,
                 std::initializer_list<double> truth, double relative) {
  EXPECT_EQ(groups.name(pair.first), first);
  EXPECT_EQ(groups.name(pair.second), second);
  const double got[] = {pair.difference, pair.std_error, pair.t, pair.df, pair.p, pair.low, pair.high};
  std::size_t i = 0;
  for (const double x : truth) expect_relative(got[i++], x, relative);
}

// R 4.2.2: means, variances and df by hand, ptukey and qtukey, which are good for about 8 digits.
TEST(pairwise, games_howell) {
  const grouped_moments groups = three_groups();
  const auto pairs = games_howell(groups);
  ASSERT_EQ(pairs.size(), 3u);
  expect_pair(groups, pairs[0], "a", "b",
              {1.8666666666666671, 1.0572501018102471, 1.7655866511344089, 8.3357576456440619, 0.2387748899914971,
               -1.1290028069755951, 4.8623361403089298},
              2e-9);
  expect_pair(groups, pairs[1], "a", "c",
              {-5.4761904761904754, 1.2679549481613663, -4.3189156555849078, 10.962211977547007, 0.0032196884518311819,
               -8.9025030293, -2.0498779235},
              1e-8);
  expect_pair(groups, pairs[2], "b", "c",
              {-7.3428571428571425, 1.0816339365927436, -6.788671189430211, 9.5251310549579387, 0.00016234386762370434,
               -10.3323543442, -4.3533602415},
              2e-6);
}

// R 4.2.2: TukeyHSD(aov(y ~ g)), signs turned.
TEST(pairwise, tukey) {
  const grouped_moments groups = three_groups();
  const auto pairs = tukey_hsd(groups);
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_EQ(pairs[0].df, 15);
  EXPECT_NEAR(pairs[0].p, 0.32741015129130813, 1e-9);
  EXPECT_NEAR(pairs[0].low, -1.4072341912213679, 1e-6);
  EXPECT_NEAR(pairs[0].high, 5.1405675245547080, 1e-6);
  EXPECT_NEAR(pairs[1].p, 7.4018702766764921e-04, 1e-9);
  EXPECT_NEAR(pairs[2].p, 6.5316573631402086e-05, 1e-9);
}

TEST(pairwise, degenerate) {
  EXPECT_TRUE(games_howell(grouped_moments()).empty());
  grouped_moments one;
  one.add(1, "a");
  EXPECT_TRUE(games_howell(one).empty());
  EXPECT_TRUE(tukey_hsd(one).empty());
  one.add(2, "b");
  EXPECT_EQ(games_howell(one).size(), 1u);
  EXPECT_EQ(games_howell(one)[0].difference, -1);
  EXPECT_TRUE(std::isnan(games_howell(one)[0].p) && std::isnan(tukey_hsd(one)[0].p));

  // A group of one takes no part: the others' p-values are those of a family without it.
  grouped_moments groups = three_groups();
  groups.add(100, "d");
  const auto pairs = games_howell(groups);
  ASSERT_EQ(pairs.size(), 6u);
  EXPECT_EQ(pairs[0].p, games_howell(three_groups())[0].p);
  EXPECT_TRUE(std::isnan(pairs[2].std_error) && std::isnan(pairs[2].low));

  grouped_moments constant;
  for (int i = 0; i < 3; ++i) {
    constant.add(1, "a");
    constant.add(2, "b");
  }
  EXPECT_TRUE(std::isnan(games_howell(constant)[0].p) && std::isnan(tukey_hsd(constant)[0].t));
  EXPECT_THROW(games_howell(constant, 1), error);
  grouped_moments many;
  for (int i = 0; i < 1001; ++i) many.add(i, std::to_string(i));
  EXPECT_THROW(games_howell(many), error);
}

}  // namespace
}  // namespace harmony::statistics
