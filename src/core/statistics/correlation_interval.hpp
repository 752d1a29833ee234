// The interval of a correlation.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cmath>
#include <cstdint>

namespace harmony::statistics {

struct correlation_interval_result {
  double low = NAN, high = NAN;
};

/// The 95 % interval of a correlation over n pairs, by Fisher's (1921) transform: tanh(artanh r ± 1.96/√(n − 3)). NaN
/// for n < 4 and r NaN or beyond −1…1; r itself where it is −1 or 1.
inline correlation_interval_result correlation_interval(double r, std::int64_t n) {
  constexpr double z = 1.959963984540054;
  if (n < 4 || !(r >= -1 && r <= 1)) return {};
  if (r == -1 || r == 1) return {r, r};
  const double center = std::atanh(r), half = z / std::sqrt(static_cast<double>(n - 3));
  return {std::tanh(center - half), std::tanh(center + half)};
}

}  // namespace harmony::statistics
