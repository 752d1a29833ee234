// Double-double arithmetic: a number as the unevaluated sum of two doubles, about 106 bits (Dekker 1971; Hida, Li and
// Bailey 2001). Needs round-to-nearest and a compiler that neither contracts nor reorders (-ffp-contract=off, never
// -ffast-math). Not meant for values beyond 2^1000; the statistics keep theirs far below by exact scaling.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cmath>

namespace harmony::statistics {

/// hi + lo with |lo| <= ulp(hi)/2 once normalised.
struct double_double {
  double hi = 0.0, lo = 0.0;

  constexpr double_double() = default;
  constexpr double_double(double h) : hi(h) {}  // NOLINT: a double is one
  constexpr double_double(double h, double l) : hi(h), lo(l) {}
  constexpr explicit operator double() const { return hi + lo; }
};

/// a + b exactly (Knuth).
inline double_double two_sum(double a, double b) {
  const double s = a + b;
  const double z = s - a;
  return {s, (a - (s - z)) + (b - z)};
}

/// a + b exactly, for |a| >= |b| or a = 0 (Dekker).
inline double_double quick_two_sum(double a, double b) {
  const double s = a + b;
  return {s, b - (s - a)};
}

/// a - b exactly.
inline double_double two_diff(double a, double b) { return two_sum(a, -b); }

/// a * b exactly, short of overflow and underflow.
inline double_double two_prod(double a, double b) {
  const double p = a * b;
  return {p, std::fma(a, b, -p)};
}

inline double_double operator-(double_double a) { return {-a.hi, -a.lo}; }

/// Sum with a relative error of 2^-105 even under cancellation (the accurate, "IEEE", addition).
inline double_double operator+(double_double a, double_double b) {
  double_double s = two_sum(a.hi, b.hi);
  const double_double t = two_sum(a.lo, b.lo);
  s = quick_two_sum(s.hi, s.lo + t.hi);
  return quick_two_sum(s.hi, s.lo + t.lo);
}
inline double_double operator-(double_double a, double_double b) { return a + (-b); }

inline double_double operator*(double_double a, double_double b) {
  const double_double p = two_prod(a.hi, b.hi);
  return quick_two_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

/// Quotient by long division, three steps; division by zero gives infinity or NaN.
inline double_double operator/(double_double a, double_double b) {
  const double q1 = a.hi / b.hi;
  if (!std::isfinite(q1)) return q1;
  double_double r = a - b * q1;
  const double q2 = r.hi / b.hi;
  r = r - b * q2;
  const double q3 = r.hi / b.hi;
  return quick_two_sum(q1, q2) + double_double(q3);
}

inline double_double &operator+=(double_double &a, double_double b) { return a = a + b; }
inline double_double &operator-=(double_double &a, double_double b) { return a = a - b; }
inline double_double &operator*=(double_double &a, double_double b) { return a = a * b; }

inline bool operator<(double_double a, double_double b) { return a.hi < b.hi || (a.hi == b.hi && a.lo < b.lo); }
inline bool operator>(double_double a, double_double b) { return b < a; }
inline bool operator==(double_double a, double_double b) { return a.hi == b.hi && a.lo == b.lo; }

/// Square root by one Newton step from the double one; 0 for a <= 0 (callers have checked).
inline double_double sqrt(double_double a) {
  if (!(a.hi > 0.0)) return 0.0;
  const double x = std::sqrt(a.hi);
  const double_double rest = a - two_prod(x, x);
  return quick_two_sum(x, rest.hi / (2.0 * x));
}

/// a * 2^e, exact short of underflow; infinite on overflow.
inline double_double ldexp(double_double a, int e) {
  const double h = std::ldexp(a.hi, e);
  return {h, std::isfinite(h) ? std::ldexp(a.lo, e) : 0.0};
}

inline bool is_finite(double_double a) { return std::isfinite(a.hi) && std::isfinite(a.lo); }

}  // namespace harmony::statistics
