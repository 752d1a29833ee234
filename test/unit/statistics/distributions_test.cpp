// Distribution functions against closed forms and published values.
#include "core/base/error.hpp"
#include "core/statistics/distributions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace harmony::statistics {
namespace {

void expect_relative(double value, double truth, double relative = 1e-13) {
  EXPECT_NEAR(value, truth, relative * std::fabs(truth));
}

TEST(distributions, normal) {
  EXPECT_EQ(normal_cdf(0), 0.5);
  expect_relative(normal_cdf(1.959963984540054), 0.975);
  expect_relative(normal_cdf(-10), 7.619853024160527e-24);
  expect_relative(normal_quantile(0.975), 1.959963984540054);
  EXPECT_EQ(normal_quantile(0), -INFINITY);
  EXPECT_EQ(normal_quantile(1), INFINITY);
  EXPECT_EQ(normal_cdf(INFINITY), 1);
  EXPECT_EQ(normal_cdf(-INFINITY), 0);
}

TEST(distributions, student) {
  expect_relative(student_t_cdf(1, 1), 0.75);                         // Cauchy: 1/2 + atan(t)/pi
  expect_relative(student_t_cdf(-2, 2), 0.5 - 1.0 / std::sqrt(6.0));  // 1/2 + t / (2 sqrt(2 + t²))
  expect_relative(student_t_two_sided(2, 2), 1.0 - 2.0 / std::sqrt(6.0), 1e-12);
  expect_relative(student_t_quantile(0.975, 1), 12.7062047361747);
  expect_relative(student_t_quantile(0.975, 10), 2.2281388519862744);  // closed form in 40 digits: not 2.22813885196494
  expect_relative(student_t_cdf(1.3, 1e12), normal_cdf(1.3), 1e-11);
  EXPECT_GT(student_t_two_sided(33.0857882924672, 7378), 0);  // 5.9e-224: tails keep their digits
  EXPECT_EQ(student_t_two_sided(0, 5), 1);
  EXPECT_EQ(student_t_two_sided(-INFINITY, 5), 0);
  EXPECT_EQ(student_t_cdf(INFINITY, 5), 1);
  EXPECT_EQ(student_t_cdf(-INFINITY, 5), 0);
  EXPECT_EQ(student_t_quantile(0, 5), -INFINITY);
  EXPECT_EQ(student_t_quantile(1, 5), INFINITY);
  // Far in a tail. df 1: -1/tan(pi p); 2: (2 p - 1)/sqrt(2 p (1 - p)); 3: the density 6 sqrt 3/(pi (3 + t²)²) gives the
  // tail 2 sqrt 3/(pi t³); any df: the tail falls as t^-df (SciPy 1.10.1 has 3.158427839894e27 for 1e-150, and loses
  // digits after).
  expect_relative(student_t_quantile(1e-300, 1), -3.183098861837907e299, 1e-12);
  expect_relative(student_t_quantile(1e-300, 2), -7.0710678118654752e149, 1e-12);
  expect_relative(student_t_quantile(1e-300, 3), -1.033110836044653e+100, 1e-12);
  expect_relative(student_t_quantile(1e-150, 5.5), -3.158427839894e27, 1e-8);
  expect_relative(student_t_quantile(1e-300, 5.5), student_t_quantile(1e-150, 5.5) * std::pow(10.0, 150 / 5.5), 1e-12);
  EXPECT_EQ(student_t_quantile(1e-300, 0.5), -INFINITY);  // -1e599
}

TEST(distributions, f_and_chi_squared) {
  expect_relative(f_cdf(1, 7, 7), 0.5);
  expect_relative(f_cdf(3, 2, 4), 1.0 - 1.0 / (2.5 * 2.5));  // df1 = 2: 1 - (1 + 2x/df2)^(-df2/2)
  expect_relative(f_upper(3, 2, 4), 1.0 / (2.5 * 2.5));
  expect_relative(f_quantile(1.0 - 1.0 / 6.25, 2, 4), 3.0);
  expect_relative(chi2_cdf(2, 2), 1.0 - std::exp(-1.0));
  expect_relative(chi2_upper(1000, 2), std::exp(-500.0), 1e-12);
  expect_relative(chi2_quantile(0.95, 1), 3.841458820694124);
  EXPECT_EQ(f_cdf(-1, 2, 2), 0);
  EXPECT_EQ(f_upper(0, 2, 2), 1);
  EXPECT_EQ(f_upper(INFINITY, 2, 2), 0);
  EXPECT_EQ(f_cdf(INFINITY, 2, 2), 1);
  EXPECT_EQ(f_quantile(0, 2, 2), 0);
  EXPECT_EQ(f_quantile(1, 2, 2), INFINITY);
  EXPECT_EQ(chi2_cdf(0, 3), 0);
  EXPECT_EQ(chi2_cdf(INFINITY, 3), 1);
  EXPECT_EQ(chi2_upper(-1, 3), 1);
  EXPECT_EQ(chi2_upper(INFINITY, 3), 0);
  EXPECT_EQ(chi2_quantile(0, 3), 0);
  EXPECT_EQ(chi2_quantile(1, 3), INFINITY);
}

TEST(distributions, quantile_undoes_cdf) {
  for (double p = 0.001; p < 1; p += 0.0371) {
    for (const double df : {0.5, 1.0, 3.7, 40.0, 1e6}) {
      expect_relative(student_t_cdf(student_t_quantile(p, df), df), p, 1e-10);
      expect_relative(f_cdf(f_quantile(p, 3, df), 3, df), p, 1e-10);
      expect_relative(chi2_cdf(chi2_quantile(p, df), df), p, 1e-10);
    }
    expect_relative(normal_cdf(normal_quantile(p)), p, 1e-13);
  }
}

TEST(distributions, bad_arguments_are_errors) {
  const double nan = std::nan("");
  const std::function<double()> calls[] = {[=] { return normal_cdf(nan); },
                                           [=] { return normal_quantile(nan); },
                                           [=] { return normal_quantile(-0.1); },
                                           [=] { return normal_quantile(1.1); },
                                           [=] { return student_t_cdf(nan, 3); },
                                           [=] { return student_t_cdf(1, 0); },
                                           [=] { return student_t_cdf(1, nan); },
                                           [=] { return student_t_quantile(2, 3); },
                                           [=] { return student_t_two_sided(nan, 3); },
                                           [=] { return f_cdf(1, -1, 2); },
                                           [=] { return f_cdf(1, 1, INFINITY); },
                                           [=] { return f_quantile(0.5, 1, 0); },
                                           [=] { return f_upper(nan, 1, 1); },
                                           [=] { return chi2_cdf(1, 0); },
                                           [=] { return chi2_quantile(0.5, -2); },
                                           [=] { return chi2_upper(nan, 2); }};
  for (const auto &call : calls) {
    try {
      call();
      ADD_FAILURE() << "no error";
    } catch (const error &e) {
      EXPECT_STREQ(e.sqlstate(), "22023");
    }
  }
}

}  // namespace
}  // namespace harmony::statistics
