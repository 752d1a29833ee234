// The nine numbers that sum up a metric over the iterations.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/score.hpp"

#include <cstddef>
#include <vector>

namespace harmony::workforce {

/// NaN: none, of one iteration, or of no values.
struct figures {
  double mean = missing, min = missing, max = missing;
  double sd = missing;                                 // with n - 1
  double p05 = missing, p50 = missing, p95 = missing;  // type 7 of Hyndman and Fan
  double ci_low = missing, ci_high = missing;          // 95 % interval of the mean by Student's t
};

/// Mean of values in their order, exact where all are equal.
double mean_of(const double *values, std::size_t n);
/// Standard deviation with n - 1 about that mean; NaN of fewer than two values.
double sd_of(const double *values, std::size_t n, double mean);
/// Quantile of sorted values by linear interpolation (type 7); n > 0.
double quantile_of(const double *sorted, std::size_t n, double p);
/// t of the 95 % interval over so many values; NaN below two.
double interval_t(std::size_t n);

/// Sorts the values. `t` is interval_t(n).
figures sum_up(std::vector<double> &values, double t);

}  // namespace harmony::workforce
