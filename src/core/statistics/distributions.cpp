#include "core/statistics/distributions.hpp"
#include "core/base/score.hpp"

#include "core/base/error.hpp"
#include "core/statistics/distributions.tails.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace harmony::statistics {
namespace {

namespace bm = boost::math;

using policy = distribution_policy;
using normal = bm::normal_distribution<double, policy>;
using student = bm::students_t_distribution<double, policy>;
using fisher = bm::fisher_f_distribution<double, policy>;
using chi_squared = bm::chi_squared_distribution<double, policy>;

constexpr double largest = std::numeric_limits<double>::max(), smallest = std::numeric_limits<double>::denorm_min();

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

// What `evaluate` gives; NaN where Boost gives up.
template <class Evaluate>
double attempted(Evaluate &&evaluate) {
  try {
    return evaluate();
  } catch (const std::runtime_error &) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

template <class Evaluate>
double checked(Evaluate &&evaluate) {
  const double value = attempted(evaluate);
  if (std::isnan(value))
    throw error(sqlstate::numeric_value_out_of_range, "distribution function could not be evaluated");
  return value;
}

// Where Boost's own quantile is a good start; elsewhere it may need a minute, or give something else.
bool is_moderate(double df) {
  constexpr double low = 1e-3, high = 1e7;
  return df >= low && df <= high;
}

// x > 0 where `miss`, which rises with x and is about straight in log x, is 0: Boost's quantile where that is right,
// else by Newton's steps from there, inside a bracket that is halved where they leave it. Beyond the range of double: 0
// or infinity. width: the standard deviation of log x, about, or more than 1.
template <class Miss>
double solve(double guess, double width, Miss &&miss) {
  constexpr double good = 1e-13, rounding = 4e-15, widest = 0x1p-16, narrowest = 0x1p-44, narrow = 1e-3;
  constexpr int most = 200, most_newton = 20;
  const double delta = std::clamp(0x1p-10 * width, narrowest, widest);
  double low = smallest, high = largest, x = guess >= smallest && guess <= largest ? guess : 1.0;
  for (int i = 0; i < most; ++i) {
    const double at_x = miss(x), beside = x * (1.0 + delta) <= largest ? x * (1.0 + delta) : x / (1.0 + delta);
    const double slope = (miss(beside) - at_x) / std::log(beside / x);
    if (std::isnan(at_x)) return at_x;
    const double close = width < narrow ? 0x1p-52 : i == 0 ? good : rounding;
    if (at_x == 0.0 || (std::isfinite(slope) && std::fabs(at_x) <= close * (1.0 + slope))) return x;
    if (i == 0 && (miss(largest) < 0.0 || miss(smallest) > 0.0)) return miss(largest) < 0.0 ? infinity : 0.0;
    (at_x < 0.0 ? low : high) = x;
    double next = x * std::exp(-at_x / slope);
    if (!(next > low && next < high) || i > most_newton) next = std::sqrt(low) * std::sqrt(high);
    if (!(next > low && next < high)) return x;
    x = next;
  }
  return x;
}

template <class Lower>
double solve_lower(double guess, double width, double p, Lower &&lower) {
  return solve(guess, width, [&](double x) { return std::log(lower(x)) - std::log(p); });
}

template <class Upper>
double solve_upper(double guess, double width, double p, Upper &&upper) {
  return solve(guess, width, [&](double x) { return std::log(p) - std::log(upper(x)); });
}

// t > 0 with P(T > t) = p < 1/2.
double student_upper_quantile(double p, double df) {
  constexpr double central = 0.25;  // from here on the tail says little about t
  const double guess = is_moderate(df) ? -attempted([&] { return bm::quantile(student(df), p); }) : 1.0;
  if (p < central) return solve_upper(guess, 1.0, p, [&](double t) { return student_tail(t, df); });
  return solve_lower(guess, 1.0, 0.5 - p, [&](double t) { return student_centre(t, df); });
}

// x with P(X <= x) = lower, P(X >= x) = upper = 1 - lower, from the smaller of the two.
template <class Lower, class Upper>
double quantile_of(double guess, double width, double lower, double upper, Lower &&lower_tail, Upper &&upper_tail) {
  return lower <= 0.5 ? solve_lower(guess, width, lower, lower_tail) : solve_upper(guess, width, upper, upper_tail);
}

// Where log x is about normal: exp(mean + z width).
double log_normal_quantile(double lower, double upper, double mean, double width) {
  const double z = lower <= 0.5 ? bm::quantile(normal(), lower) : -bm::quantile(normal(), upper);
  return std::exp(mean + z * width);
}

template <class Start>
double chi2_quantile_of(double lower, double upper, double df, Start &&start) {
  const double width = std::sqrt(2.0 / df);
  const double guess = is_moderate(df) ? attempted(start)
                       : width < 1.0   ? df * log_normal_quantile(lower, upper, -1.0 / df, width)
                                       : df;
  return quantile_of(
      guess, width, lower, upper, [&](double x) { return chi2_lower_tail(x, df); },
      [&](double x) { return chi2_upper_tail(x, df); });
}

double f_quantile_of(double lower, double upper, double df1, double df2) {
  const double width = std::sqrt(2.0 / df1 + 2.0 / df2);
  const double guess = is_moderate(df1) && is_moderate(df2)
                           ? attempted([&] { return bm::quantile(fisher(df1, df2), lower); })
                       : width < 1.0 ? log_normal_quantile(lower, upper, 1.0 / df2 - 1.0 / df1, width)
                                     : 1.0;
  return quantile_of(
      guess, width, lower, upper, [&](double x) { return f_lower_tail(x, df1, df2); },
      [&](double x) { return f_upper_tail(x, df1, df2); });
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
  const double tail = checked([&] { return student_tail(std::fabs(t), df); });
  return t > 0 ? 1.0 - tail : tail;
}

double student_t_two_sided(double t, double df) {
  check_number("t", t);
  check_df("df", df);
  if (std::isinf(t)) return 0.0;
  return std::fmin(1.0, 2.0 * checked([&] { return student_tail(std::fabs(t), df); }));
}

double student_t_quantile(double p, double df) {
  check_probability(p);
  check_df("df", df);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? -infinity : infinity;
  if (p == 0.5) return 0.0;
  const double t = checked([&] { return student_upper_quantile(std::fmin(p, 1.0 - p), df); });
  return p < 0.5 ? -t : t;
}

double f_cdf(double x, double df1, double df2) {
  check_number("x", x);
  check_df("df1", df1);
  check_df("df2", df2);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 0.0 : 1.0;
  return checked([&] { return f_lower_tail(x, df1, df2); });
}

double f_upper(double x, double df1, double df2) {
  check_number("x", x);
  check_df("df1", df1);
  check_df("df2", df2);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 1.0 : 0.0;
  return checked([&] { return f_upper_tail(x, df1, df2); });
}

double f_quantile(double p, double df1, double df2) {
  check_probability(p);
  check_df("df1", df1);
  check_df("df2", df2);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? 0.0 : infinity;
  return checked([&] { return f_quantile_of(p, 1.0 - p, df1, df2); });
}

double f_upper_quantile(double p, double df1, double df2) {
  return 1.0 / f_quantile(p, df2, df1);  // 1/F is distributed as F with the degrees of freedom exchanged
}

double chi2_cdf(double x, double df) {
  check_number("x", x);
  check_df("df", df);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 0.0 : 1.0;
  return checked([&] { return chi2_lower_tail(x, df); });
}

double chi2_upper(double x, double df) {
  check_number("x", x);
  check_df("df", df);
  if (x <= 0.0 || std::isinf(x)) return x <= 0.0 ? 1.0 : 0.0;
  return checked([&] { return chi2_upper_tail(x, df); });
}

double chi2_quantile(double p, double df) {
  check_probability(p);
  check_df("df", df);
  if (p == 0.0 || p == 1.0) return p == 0.0 ? 0.0 : infinity;
  const auto start = [&] { return bm::quantile(chi_squared(df), p); };
  return checked([&] { return chi2_quantile_of(p, 1.0 - p, df, start); });
}

double chi2_upper_quantile(double p, double df) {
  check_probability(p);
  check_df("df", df);
  if (p == 0.0 || p == 1.0) return p == 1.0 ? 0.0 : infinity;
  const auto start = [&] { return bm::quantile(bm::complement(chi_squared(df), p)); };
  return checked([&] { return chi2_quantile_of(1.0 - p, p, df, start); });
}

}  // namespace harmony::statistics
