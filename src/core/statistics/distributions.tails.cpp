#include "core/statistics/distributions.tails.hpp"

#include "core/statistics/double_double.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/expint.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace harmony::statistics {
namespace {

namespace bm = boost::math;
using student = bm::students_t_distribution<double, distribution_policy>;
using chi_squared = bm::chi_squared_distribution<double, distribution_policy>;
using fisher = bm::fisher_f_distribution<double, distribution_policy>;

constexpr double pi = 3.14159265358979323846;
constexpr double negligible = 1e-17;

// A positive number m 2^e with m in [1/2, 1), which neither overflows nor loses digits.
struct scaled {
  double m;
  int e;
  explicit scaled(double x) : m(std::frexp(x, &e)) {}
  scaled(double mantissa, int exponent) : m(std::frexp(mantissa, &e)) { e += exponent; }
  double value() const { return std::ldexp(m, e); }
};
scaled operator*(scaled a, scaled b) { return {a.m * b.m, a.e + b.e}; }
scaled operator/(scaled a, scaled b) { return {a.m / b.m, a.e - b.e}; }

// x^a: the exponent's share of the result is exact.
double power(scaled x, double a) {  // a >= 0
  const double_double share = two_prod(x.e, a);
  const double whole = std::clamp(std::nearbyint(share.hi), -4000.0, 4000.0);
  if (std::fabs(whole) == 4000.0) return whole < 0.0 ? 0.0 : std::numeric_limits<double>::infinity();
  return std::ldexp(std::pow(x.m, a) * std::exp2(share.hi - whole + share.lo), static_cast<int>(whole));
}

double half_of(double df) { return std::fmax(0.5 * df, std::numeric_limits<double>::denorm_min()); }

// Γ(a)/Γ(a + b)
double gamma_ratio(double a, double b) { return bm::tgamma_delta_ratio(a, b, distribution_policy()); }
double gamma(double a) { return bm::tgamma(a, distribution_policy()); }

// Γ((df + 1)/2)/(2 √π Γ(df/2 + 1)): P(T > t) is this times (√df/t)^df far out, P(0 < T < t) this times √df t near 0.
double student_constant(double df) { return gamma_ratio(0.5 * df + 0.5, 0.5) / (2.0 * std::sqrt(pi)); }

// Above this df the density is that of z = √(df log(1 + t²/df)) as a normal value, to a relative 1e-12 where it counts.
constexpr double nearly_normal = 1e15;

double normal_tail_of(double t, double df) {
  const double z = std::sqrt(df * std::log1p(t / df * t));
  return 0.5 * std::erfc(z * std::sqrt(0.5));
}

// Whether the first term z^a Γ(a + b)/(Γ(a + 1) Γ(b)), z the odds, is the incomplete beta function to the last digit.
bool is_far(double a, double b, scaled odds) {
  return odds.value() * (1.0 + a) + (odds * scaled(b)).value() < negligible;
}

double first_term(double a, double b, scaled odds) {
  constexpr double vanishing = 20.0;  // both odds and odds b are below 1e-17: their power is below 1e-330
  if (a > vanishing) return 0.0;
  if (b <= 1.0) return b / (a + b) * gamma(1.0 + a + b) / (gamma(1.0 + a) * gamma(1.0 + b)) * power(odds, a);
  constexpr double many = 1e16;  // Γ(b + a)/Γ(b) is b^a
  if (b > many) return power(odds * scaled(b), a) / gamma(1.0 + a);
  return power(odds, a) / (gamma_ratio(b, a) * gamma(1.0 + a));
}

// 1 - first_term() with a far below 1, where the term is near 1: its logarithm in powers of a. b infinite: the term of
// chi-squared, (odds b)^a/Γ(a + 1), whose logarithm of odds b is given.
double complement_of_term(double a, double b, double log_odds) {
  constexpr double euler = 0.57721566490153286061, pi_squared = pi * pi;
  double logarithm = a * (log_odds + euler) - a * a * pi_squared / 12.0;
  constexpr double many = 1e18;  // from where digamma is the logarithm, and the rest nothing
  if (b < many)
    logarithm += a * bm::digamma(1.0 + b, distribution_policy()) - std::log1p(a / b) +
                 0.5 * a * a * bm::trigamma(1.0 + b, distribution_policy());
  else if (!std::isinf(b))
    logarithm += a * std::log(b);
  return -std::expm1(logarithm);
}

constexpr double vanishing_df = 1e-18;  // beside which a logarithm of any double counts nothing
constexpr double tiny = 1e-6;           // a below which the cube of a does not count

double log_of(scaled x) { return std::log(x.m) + x.e * std::log(2.0); }

double other_side(double a, double b, scaled odds) {
  return a < tiny ? complement_of_term(a, b, log_of(odds)) : 1.0 - first_term(a, b, odds);
}

double f_beta(double a, double b, double x, bool lower) {
  return lower ? bm::ibeta(a, b, x, distribution_policy()) : bm::ibetac(a, b, x, distribution_policy());
}

// log(1 + e) - e
double log1p_minus(double e) {
  return e <= -1.0 ? -std::numeric_limits<double>::infinity() : bm::log1pmx(e, distribution_policy());
}

constexpr double large = 1e8;  // above which the normal limits hold

// Both parameters large, x the value of F and e = x - 1; b infinite: chi-squared over its degrees of freedom. Temme's
// uniform expansion (1992; DLMF 8.18.9) with its first term, the relative error below 1e-11.
double normal_limit(double a, double b, double x, double e, bool lower) {
  const double e1 = e / (1.0 + x * (a / b)), e2 = -e / (b / a + x);
  const double half_square = -(a * log1p_minus(e1) + (std::isinf(b) ? 0.0 : b * log1p_minus(e2)));
  constexpr double vanishing = 800.0;  // e^-800 is below the range of double
  if (half_square > vanishing) return lower == (e < 0.0) ? 0.0 : 1.0;
  const double z = std::copysign(std::sqrt(2.0 * std::fmax(0.0, half_square)), e);
  // (1 - a/b)/3 and 1/e1, both times 1/√(a (1 + a/b)), by whichever ratio of a and b is below 1.
  const bool turned = a > b;
  const double ratio = turned ? b / a : a / b, unit = 1.0 / std::sqrt(std::fmin(a, b)) / std::sqrt(1.0 + ratio);
  constexpr double near = 1e-4;
  const double correction = std::fabs(z) < near ? (turned ? ratio - 1.0 : 1.0 - ratio) * unit / 3.0
                                                : 1.0 / z - unit * (turned ? ratio + x : 1.0 + x * ratio) / e;
  const double rest = std::exp(-0.5 * z * z) / std::sqrt(2.0 * pi) * correction;
  return lower ? 0.5 * std::erfc(-z * std::sqrt(0.5)) + rest : 0.5 * std::erfc(z * std::sqrt(0.5)) - rest;
}

// b alone large: the gamma distribution of (b + (a - 1)/2) log(1 + odds) (Wise 1950).
double gamma_limit(double a, double b, scaled odds, bool lower) {
  const double many = b + 0.5 * (a - 1.0), r = odds.value();
  constexpr double small = 1e-9;
  const double u = r < small ? (odds * scaled(many)).value() * (1.0 - 0.5 * r) : many * std::log1p(r);
  if (std::isinf(2.0 * u)) return lower ? 1.0 : 0.0;
  return lower ? chi2_lower_tail(2.0 * u, 2.0 * a) : chi2_upper_tail(2.0 * u, 2.0 * a);
}

// P(F < x) or P(F > x). Boost's time grows with the root of the smaller of two large parameters, and its argument has
// to fit a double.
double f_tail(double x, double df1, double df2, bool lower) {
  constexpr double limit = 1e13;
  const double a = half_of(df1), b = half_of(df2);
  const scaled odds = scaled(x) * scaled(a) / scaled(b), other = scaled(1.0) / odds;
  if (a == 0.5 && b == 0.5) return std::atan(lower ? std::sqrt(x) : 1.0 / std::sqrt(x)) / (0.5 * pi);
  if (a < vanishing_df && b < vanishing_df) return lower ? b / (a + b) : a / (a + b);
  if (is_far(a, b, odds)) return lower ? first_term(a, b, odds) : other_side(a, b, odds);
  if (is_far(b, a, other)) return lower ? other_side(b, a, other) : first_term(b, a, other);
  if (a > large && b > large) return normal_limit(a, b, x, x - 1.0, lower);
  if (b > limit) return gamma_limit(a, b, odds, lower);
  if (a > limit) return gamma_limit(b, a, other, !lower);
  const fisher boost(df1, df2);
  if (std::isnormal(df1 * x)) return lower ? bm::cdf(boost, x) : bm::cdf(bm::complement(boost, x));
  const double z = odds.value();
  if (z >= 1.0) return f_beta(b, a, 1.0 / (1.0 + z), !lower);
  return f_beta(a, b, z / (1.0 + z), lower);
}

}  // namespace

double student_tail(double t, double df) {
  constexpr double far = 1e9;  // df (1 + df)/t², relative size of the second term, then is below 1e-18
  if (df == 1.0) return std::atan2(1.0, t) / pi;
  if (t > far * std::sqrt(df) * std::sqrt(1.0 + df)) {
    const scaled x = scaled(std::sqrt(df)) / scaled(t);
    return student_constant(df) * power(x, df);
  }
  if (df > nearly_normal) return normal_tail_of(t, df);
  return bm::cdf(bm::complement(student(df), t));
}

double student_centre(double t, double df) {
  if (df == 1.0) return std::atan(t) / pi;
  if (df > nearly_normal) return 0.5 * std::erf(t * std::sqrt(0.5));
  const double share = t / df * t;
  if (share * (1.0 + df) < negligible) return t * std::sqrt(df) * student_constant(df);
  return share < 1.0 ? 0.5 * bm::ibeta(0.5, 0.5 * df, share / (1.0 + share), distribution_policy())
                     : std::fmax(0.0, 0.5 - student_tail(t, df));
}

double f_lower_tail(double x, double df1, double df2) { return f_tail(x, df1, df2, true); }

double f_upper_tail(double x, double df1, double df2) { return f_tail(x, df1, df2, false); }

double chi2_lower_tail(double x, double df) {
  const double a = half_of(df);
  if (a < vanishing_df) return 1.0 - chi2_upper_tail(x, df);
  if (a > large) return normal_limit(a, std::numeric_limits<double>::infinity(), x / df, (x - df) / df, true);
  if (x < negligible) return power(scaled(x) / scaled(2.0), a) / gamma(1.0 + a);
  return bm::cdf(chi_squared(df), x);
}

double chi2_upper_tail(double x, double df) {
  const double a = half_of(df);
  if (a > large) return normal_limit(a, std::numeric_limits<double>::infinity(), x / df, (x - df) / df, false);
  if (x < negligible)
    return a < tiny ? complement_of_term(a, std::numeric_limits<double>::infinity(), std::log(x) - std::log(2.0))
                    : 1.0 - chi2_lower_tail(x, df);
  if (a < vanishing_df) return a * bm::expint(1, 0.5 * x, distribution_policy());
  return bm::cdf(bm::complement(chi_squared(df), x));
}

}  // namespace harmony::statistics
