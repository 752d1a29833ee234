// Sums of pairs of numbers, from which their correlation follows.
#pragma once

#include "core/base/no_postgres.hpp"

namespace harmony::psychometrics {

/// Exact where the numbers are whole and not too many, so that n² times variances and covariance are.
struct paired_sums {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  void add(double a, double b) noexcept {
    n += 1;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }

  /// n² times the variances and the covariance.
  double x_spread() const noexcept { return n * xx - x * x; }
  double y_spread() const noexcept { return n * yy - y * y; }
  double shared() const noexcept { return n * xy - x * y; }
};

}  // namespace harmony::psychometrics
