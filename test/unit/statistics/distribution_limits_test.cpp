// Distribution functions over the whole range of their arguments. Right values by mpmath 1.3 with 40 to 700 digits
// (incomplete beta and gamma functions by their hypergeometric series).
#include "core/base/error.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/normal_tail.hpp"
#include "core/statistics/norms.hpp"
#include "core/statistics/studentized_range.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace harmony::statistics {
namespace {

void expect_digits(double value, double truth, double relative = 1e-12) {
  EXPECT_NEAR(value, truth, relative * std::fabs(truth));
}

TEST(distribution_limits, student) {
  expect_digits(student_t_cdf(-1e-8, 1), 0.49999999681690114, 1e-15);  // 1/2 - atan(1e-8)/pi
  expect_digits(student_t_cdf(-1e160, 0.13), 6.38264236268e-22, 1e-11);
  expect_digits(student_t_cdf(-1e155, 0.13), 2.8510216179750691e-21);
  expect_digits(student_t_cdf(-1e160, 1.5), 3.7708524320162463e-241);
  expect_digits(student_t_cdf(-1.7e308, 1e-10), 0.49999996390335583);
  expect_digits(student_t_cdf(-1e300, 1e-20), 0.5, 1e-15);
  // df 3: the tail is 2 √3/(π t³).
  expect_digits(student_t_quantile(1.14e-212, 3), -std::cbrt(2.0 * std::sqrt(3.0) / M_PI / 1.14e-212));
  for (const double p : {1e-141, 1e-200, 1e-290})
    for (const double df : {2.01, 2.5, 3.0, 3.3, 3.99})
      expect_digits(student_t_two_sided(student_t_quantile(p, df), df), 2.0 * p, 1e-11);
  EXPECT_EQ(student_t_quantile(0.3, 1e-308), -INFINITY);
}

TEST(distribution_limits, f_and_chi_squared) {
  expect_digits(f_upper(1.7e308, 2, 1), 5.4232614454664044e-155);
  expect_digits(f_upper(1e300, 100, 0.13), 2.7378245569820973e-20, 1e-11);
  EXPECT_EQ(f_upper(1.7e308, 0.5, 1e-20), 1.0);
  expect_digits(f_cdf(5e-324, 1e-5, 1), 0.99622046407620849);
  expect_digits(f_cdf(5e-324, 0.5, 1e-300), 2.5073713603713581e-306);
  expect_digits(chi2_upper(5e-324, 1e-300), 3.7227800171851985e-298);
  expect_digits(chi2_cdf(5e-324, 0.1), 6.7810957117934534e-17);
  expect_digits(f_cdf(1, 1e17, 1e17), 0.5, 1e-15);                                  // F and 1/F are alike
  expect_digits(chi2_cdf(999988686291.50098, 1e12), 6.219460293125424e-16, 1e-11);  // by quadrature
  expect_digits(chi2_cdf(1000000089442719.1, 1e15), 0.97724986566746345);
  expect_digits(chi2_quantile(0.5, 1e15), 1e15 - 2.0 / 3.0, 1e-15);  // the median is df - 2/3
}

// chi2: mpmath 1.3, 60 digits, the Cornish-Fisher expansion to the sixth term, exact to double from df 1e9 on; F:
// mpmath quadrature of the density of log F.
TEST(distribution_limits, quantiles_of_many_degrees_of_freedom) {
  const double rounding = 4e-16;
  expect_digits(chi2_quantile(0.025, 1e12), 999997228194.24561, rounding);
  expect_digits(chi2_upper_quantile(0.025, 1e12), 1000002771809.5432, rounding);
  expect_digits(chi2_quantile(0.025, 1e15), 999999912347747.88, rounding);
  expect_digits(chi2_quantile(1e-12, 3.2e10), 31998220433.038387, rounding);
  expect_digits(chi2_quantile(1e-100, 1e12), 999969915094.49471, rounding);
  expect_digits(chi2_quantile(1e-300, 1e300), 1e300, rounding);
  expect_digits(f_upper_quantile(0.3, 1e9, 1e9), 1.0000331665505333, rounding);
  expect_digits(f_upper_quantile(0.025, 1e12, 1e9), 1.0000877018600658, rounding);
  expect_digits(f_upper_quantile(1e-12, 1e10, 1e10), 1.0001406995738242, rounding);
  expect_digits(f_upper_quantile(1e-200, 1e9, 1e12), 1.0013521193578153, rounding);
  expect_digits(f_upper_quantile(0.01, 1e15, 1e15), 1.0000001471311691, rounding);
  expect_digits(f_upper_quantile(0.3, 1e300, 1e15), 1.0000000234519049, rounding);
  expect_digits(f_quantile(0.2, 1e9, 1e300), 0.99996236135977250, rounding);
}

// mpmath 1.3 with 400 digits: 1/2 of the incomplete beta function.
TEST(distribution_limits, student_of_hardly_any_degrees_of_freedom) {
  for (const double df : {1e-20, 2.2250738585072014e-308, 1e-308, 1e-310, 1e-320})
    for (const double t : {1e-160, 1.0, 1e8, 1e9, 1e300}) EXPECT_EQ(student_t_two_sided(t, df), 1.0) << t << " " << df;
}

// From df1 = 1e154 on 1/F times df2 is chi-squared with df2 degrees of freedom.
TEST(distribution_limits, f_of_one_df_beyond_all_others) {
  EXPECT_EQ(f_cdf(1e-17, 1e200, 1e10), 0.0);
  EXPECT_EQ(f_upper(1e-100, 1e200, 1e10), 1.0);
  const double most = std::numeric_limits<double>::max();
  for (const double df1 : {1e154, 1e200, 1e280, most})
    for (const double df2 : {1e-300, 1e-5, 3.0, 1e6, 2.1e8, 1e10, 1e13, 1e20, 1e100})
      for (const double x : {1e-100, 1e-17, 0.5, 0.9999, 1.000001, 2.0, 1e9, 1e100, most}) {
        if (std::isinf(df2 / x) || df2 / x < 1e-310) continue;
        expect_digits(f_cdf(x, df1, df2), chi2_upper(df2 / x, df2), 1e-9);
        expect_digits(f_upper(x, df1, df2), chi2_cdf(df2 / x, df2), 1e-9);
        expect_digits(f_cdf(1.0 / x, df2, df1), chi2_cdf(df2 / x, df2), 1e-9);
      }
  for (const double x : {1.0, 3.0, 1e17, 1e300, most}) EXPECT_EQ(f_upper(most, x, most), 0.0) << x;
}

// What a call answers: a probability, a number, or an error of this library; nothing else.
void check(const std::string &name, const std::function<double()> &call, double low, double high) {
  try {
    const double value = call();
    EXPECT_TRUE(value >= low && value <= high) << name << " gives " << value;
  } catch (const error &e) {
    EXPECT_TRUE(std::string(e.sqlstate()) == "22023" || std::string(e.sqlstate()) == "22003") << name << e.what();
  } catch (const std::exception &e) {
    ADD_FAILURE() << name << " throws " << e.what();
  }
}

// 5e-324 to 1.8e308, and the negative ones.
std::vector<double> log_spaced(int n, bool both_signs) {
  std::vector<double> x{5e-324, 1e-310, 1.0, std::numeric_limits<double>::max()};
  for (int i = 0; i < n; ++i) x.push_back(std::exp2(-1074.0 + 2097.0 * (i + 0.5) / n));
  for (const double near_one : {1e-16, 1e-3, 0.1, 0.4})
    for (const double sign : {-1.0, 1.0}) x.push_back(1.0 + sign * near_one);
  const std::size_t positive = x.size();
  for (std::size_t i = 0; both_signs && i < positive; ++i) x.push_back(-x[i]);
  return x;
}

TEST(distribution_limits, two_arguments) {
  const double inf = INFINITY;
  for (const double a : log_spaced(40, true)) {
    check(
        "normal_cdf", [=] { return normal_cdf(a); }, 0, 1);
    check(
        "normal_quantile", [=] { return normal_quantile(a); }, -inf, inf);
    check(
        "log_normal_cdf", [=] { return log_normal_cdf(a); }, -inf, 0);
    check(
        "normal_hazard", [=] { return normal_hazard(a); }, 0, inf);
    for (const double b : log_spaced(40, true)) {
      check(
          "student_t_cdf", [=] { return student_t_cdf(a, b); }, 0, 1);
      check(
          "student_t_two_sided", [=] { return student_t_two_sided(a, b); }, 0, 1);
      check(
          "student_t_quantile", [=] { return student_t_quantile(a, b); }, -inf, inf);
      check(
          "chi2_cdf", [=] { return chi2_cdf(a, b); }, 0, 1);
      check(
          "chi2_upper", [=] { return chi2_upper(a, b); }, 0, 1);
      check(
          "chi2_quantile", [=] { return chi2_quantile(a, b); }, 0, inf);
      check(
          "chi2_upper_quantile", [=] { return chi2_upper_quantile(a, b); }, 0, inf);
      check(
          "sem", [=] { return sem(a, b); }, 0, inf);
    }
  }
}

TEST(distribution_limits, three_arguments) {
  const double inf = INFINITY;
  for (const double a : log_spaced(12, false))
    for (const double b : log_spaced(12, false)) {
      for (const double c : log_spaced(12, false)) {
        check(
            "f_cdf", [=] { return f_cdf(a, b, c); }, 0, 1);
        check(
            "f_upper", [=] { return f_upper(a, b, c); }, 0, 1);
        check(
            "z_score", [=] { return z_score(a, b, c); }, -inf, inf);
        check(
            "t_score", [=] { return t_score(a, b, c); }, -inf, inf);
        check(
            "sten", [=] { return sten(a, b, c); }, 1, 10);
        check(
            "stanine", [=] { return stanine(a, b, c); }, 1, 9);
        check(
            "interval_of_score", [=] { return interval_of_score(a, b, c).high; }, -inf, inf);
        if (a > 1.0) continue;
        check(
            "f_quantile", [=] { return f_quantile(a, b, c); }, 0, inf);
        check(
            "f_upper_quantile", [=] { return f_upper_quantile(a, b, c); }, 0, inf);
      }
      for (const int k : {2, 3, 50}) {
        check(
            "studentized_range", [=] { return studentized_range(k).upper(a, b); }, 0, 1);
        check(
            "studentized_range quantile", [=] { return studentized_range(k).upper_quantile(a, b); }, 0, inf);
      }
    }
}

}  // namespace
}  // namespace harmony::statistics
