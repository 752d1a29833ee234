// The distribution of one cell of a table of two rows and two columns given its margins, for any odds ratio.
#pragma once

#include "core/base/no_postgres.hpp"

namespace harmony::statistics {

/// The margins m, n, k of a table: whole numbers, m + n below 2^50.
struct margins {
  double first_column, second_column, first_row;

  double low() const;   // of what the first cell may be
  double high() const;  // the same
};

/// P(X = x) in proportion to C(m, x) C(n, k - x) psi^x (Fisher 1935): hypergeometric for psi = 1. Up to a standard
/// deviation of 1,000 by sums over x, weights by their ratios; beyond by the trapezoidal rule, and Gauss and Legendre's
/// with Euler and Maclaurin's correction, over weights by Stirling's formula: at most about 0.3 ms, whatever the
/// counts. Relative errors about 1e-12; tails below 1e-290 are 0.
class noncentral_hypergeometric {
 public:
  noncentral_hypergeometric(const margins &table, double psi);

  double mean() const;

  /// P(X >= x) for direction 1, P(X <= x) for -1; x whole, from low() to high().
  double tail(double x, int direction) const;

  /// The sum of what is at most as likely as x, up to a relative 1e-7.
  double two_sided(double x) const;

 private:
  struct sums {
    double weight, moment;
  };
  double ratio(double x) const;
  double find_mode() const;
  double log_weight(double distance) const;
  double relative_weight(double x) const;
  sums beyond(double x0, int direction) const;
  double smooth_beyond(double x0, int direction) const;
  double weight_beyond(double x0, int direction) const;
  sums about_mode() const;
  double first_at_most(double log_limit, int direction) const;
  double smooth_two_sided(double x) const;

  margins table_;
  double psi_, mode_;      // the likeliest value
  double cells_[4];        // of the table at the mode
  double sd_, log_shift_;  // about; log psi less the log odds ratio at the mode
  bool is_wide_;
};

}  // namespace harmony::statistics
