// Tails of Student's t, Fisher's F and chi-squared over the whole range of double: Boost's incomplete beta function
// where its argument is a double that keeps its digits, and closed forms or the first term of the expansion where it is
// not. Internal to distributions.cpp. NaN where a value cannot be evaluated; arguments have been checked.
#pragma once

#include "core/base/no_postgres.hpp"

#include <boost/math/policies/policy.hpp>

namespace harmony::statistics {

/// What overflows is infinite, what cannot be evaluated is NaN, nothing is promoted to long double. The evaluation
/// error throws: Boost marks functions noexcept where no error of the policy throws, but its root finding throws in
/// spite of a policy that ignores errors, and that ends the process.
using distribution_policy =
    boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                  boost::math::policies::promote_float<false>,
                                  boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::evaluation_error<boost::math::policies::throw_on_error>,
                                  boost::math::policies::rounding_error<boost::math::policies::ignore_error>>;

static_assert(!boost::math::policies::is_noexcept_error_policy<distribution_policy>::value,
              "what Boost throws has to be able to leave its functions");

/// P(T > t) for t >= 0.
double student_tail(double t, double df);

/// P(0 < T < t) for t >= 0, with all digits near 0.
double student_centre(double t, double df);

/// P(F < x) and P(F > x) for 0 < x < infinity.
double f_lower_tail(double x, double df1, double df2);
double f_upper_tail(double x, double df1, double df2);

/// P(X < x) and P(X > x) of chi-squared for 0 < x < infinity.
double chi2_lower_tail(double x, double df);
double chi2_upper_tail(double x, double df);

}  // namespace harmony::statistics
