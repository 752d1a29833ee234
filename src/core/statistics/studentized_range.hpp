// Distribution of the studentized range: (largest − smallest of k normal means)/s with s² on df degrees of freedom.
#pragma once

#include "core/base/no_postgres.hpp"

#include <vector>

namespace harmony::statistics {

/// The distribution for k means. Building one tabulates the normal distribution; reuse it for several calls.
///
/// P(Q ≥ q) = ∫ f(s) U(qs) ds, with s = √(χ²/df) and U(w) = k ∫ φ(z) [Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)] dz, the
/// tail of the range of k normal values (Copenhaver and Holland 1988). Both integrals by the trapezoidal rule, the
/// outer one over log s: the integrands are analytic and vanish at both ends, so that the error falls exponentially in
/// the number of nodes (Trefethen and Weideman 2014). All terms are positive: tails keep relative accuracy, 1e-10 or
/// better down to 1e-290. For k = 2 it is Student's t. An infinite df stands for a known variance.
class studentized_range {
 public:
  /// Errors: 22023 unless 2 <= k <= 100,000.
  explicit studentized_range(int k);

  /// P(Q >= q); 1 for q <= 0. Errors: 22023 for a NaN or for df < 1.
  double upper(double q, double df) const;

  /// P(Q <= q), exact to 1e-13 absolutely; below 0.01 by its own integral, f(s) (1 - U(qs)), to a relative 1e-9 down to
  /// 1e-17. Errors as upper().
  double cdf(double q, double df) const;

  /// q with P(Q >= q) = p, to a relative 1e-11, from the lower tail where p > 0.99; 0 for p = 1, infinite for p = 0. At
  /// most about 20 ms. Errors: 22023 unless 0 <= p <= 1, 22003 beyond 2^996.
  double upper_quantile(double p, double df) const;

 private:
  class over_df;
  static constexpr double vanishing_ = 90.0;  // U(w) beyond is below the smallest double
  double range_upper(double w) const;         // U(w)
  double range_lower(double w) const;         // 1 − U(w)
  double lower_quantile(double p, double df) const;

  int k_;
  double step_;
  std::vector<double> z_, density_, below_, power_;  // z, k φ(z) step, Φ(z), Φ(z)^(k−1)
};

}  // namespace harmony::statistics
