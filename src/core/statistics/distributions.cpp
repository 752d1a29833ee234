#include "core/statistics/distributions.hpp"

#include "core/base/error.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <limits>

namespace harmony::statistics {
namespace {

namespace bm = boost::math;
namespace bp = boost::math::policies;

// No long double anywhere; what overflows is infinite, what cannot be evaluated is NaN and becomes an error below.
using policy = bp::policy<bp::promote_double<false>, bp::promote_float<false>, bp::domain_error<bp::ignore_error>,
                          bp::pole_error<bp::ignore_error>, bp::overflow_error<bp::ignore_error>,
                          bp::evaluation_error<bp::ignore_error>, bp::rounding_error<bp::ignore_error>>;
using normal = bm::normal_distribution<double, policy>;
using student = bm::students_t_distribution<double, policy>;
using fisher = bm::fisher_f_distribution<double, policy>;
using chi_squared = bm::chi_squared_distribution<double, policy>;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double pi = 3.14159265358979323846;

void check_number(const char *name, double x) {
  if (std::isnan(x)) throw error(sqlstate::invalid_parameter_value, std::string(name) + " is NaN");
}

void check_df(const char *name, double df) {
  if (!(df > 0.0) || std::isinf(df))
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be positive and finite");
}

void check_probability(double p) {
  if (!(p >= 0.0 && p <= 1.0)) throw error(sqlstate::invalid_parameter_value, "probability must lie between 0 and 1");
}

// The value that `evaluate` gives. Boost's root finding throws in spite of the policy.
template <class Evaluate>
double checked(Evaluate &&evaluate) {
  double value = std::numeric_limits<double>::quiet_NaN();
  try {
    value = evaluate();
  } catch (const bm::evaluation_error &) {
  }
  if (std::isnan(value))
    throw error(sqlstate::numeric_value_out_of_range, "distribution function could not be evaluated");
  return value;
}

// Where boost gives up, far in a tail: the first term of its expansion, P(T > t) = c df^((df - 1)/2) t^-df with c the
// density's constant, which has all digits as soon as t² is far above df.
double far_student_quantile(double p, double df) {
  const double tail = std::fmin(p, 1.0 - p);
  const double log_constant = std::lgamma((df + 1.0) / 2.0) - std::lgamma(df / 2.0) - 0.5 * std::log(df * pi);
  const double t = std::exp((log_constant + (df - 1.0) / 2.0 * std::log(df) - std::log(tail)) / df);
  return p < 0.5 ? -t : t;
}

}  // namespace

double normal_cdf(double x) {
  check_number("x", x);
  if (std::isinf(x)) return x > 0 ? 1.0 : 0.0;
  return checked([&] { return bm::cdf(normal(), x); });
}

double normal_quantile(double p) {
  check_probability(p);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? -infinity : infinity;
  return checked([&] { return bm::quantile(normal(), p); });
}

double student_t_cdf(double t, double df) {
  check_number("t", t);
  check_df("df", df);
  if (std::isinf(t)) return t > 0 ? 1.0 : 0.0;
  return checked([&] { return bm::cdf(student(df), t); });
}

double student_t_two_sided(double t, double df) {
  check_number("t", t);
  check_df("df", df);
  if (std::isinf(t)) return 0.0;
  return std::fmin(1.0, 2.0 * checked([&] { return bm::cdf(bm::complement(student(df), std::fabs(t))); }));
}

double student_t_quantile(double p, double df) {
  check_probability(p);
  check_df("df", df);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? -infinity : infinity;
  const double t = checked([&] { return bm::quantile(student(df), p); });
  // Boost's beta function runs out of exponents further out.
  return std::fabs(t) > 1e100 ? far_student_quantile(p, df) : t;
}

double f_cdf(double x, double df1, double df2) {
  check_number("x", x);
  check_df("df1", df1);
  check_df("df2", df2);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 0.0 : 1.0;
  return checked([&] { return bm::cdf(fisher(df1, df2), x); });
}

double f_upper(double x, double df1, double df2) {
  check_number("x", x);
  check_df("df1", df1);
  check_df("df2", df2);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 1.0 : 0.0;
  return checked([&] { return bm::cdf(bm::complement(fisher(df1, df2), x)); });
}

double f_quantile(double p, double df1, double df2) {
  check_probability(p);
  check_df("df1", df1);
  check_df("df2", df2);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? 0.0 : infinity;
  return checked([&] { return bm::quantile(fisher(df1, df2), p); });
}

double f_upper_quantile(double p, double df1, double df2) {
  return 1.0 / f_quantile(p, df2, df1);  // 1/F is distributed as F with the degrees of freedom exchanged
}

double chi2_cdf(double x, double df) {
  check_number("x", x);
  check_df("df", df);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 0.0 : 1.0;
  return checked([&] { return bm::cdf(chi_squared(df), x); });
}

double chi2_upper(double x, double df) {
  check_number("x", x);
  check_df("df", df);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 1.0 : 0.0;
  return checked([&] { return bm::cdf(bm::complement(chi_squared(df), x)); });
}

double chi2_quantile(double p, double df) {
  check_probability(p);
  check_df("df", df);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? 0.0 : infinity;
  return checked([&] { return bm::quantile(chi_squared(df), p); });
}

double chi2_upper_quantile(double p, double df) {
  check_probability(p);
  check_df("df", df);
  if (p == 0.0 || p == 1.0) return p == 1.0 ? 0.0 : infinity;
  return checked([&] { return bm::quantile(bm::complement(chi_squared(df), p)); });
}

}  // namespace harmony::statistics
