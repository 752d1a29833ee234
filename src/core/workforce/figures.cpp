#include "core/workforce/figures.hpp"

#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::workforce {

double mean_of(const double *values, std::size_t n) {
  if (n == 0) return missing;
  double sum = 0.0;
  for (std::size_t k = 0; k < n; ++k) sum += values[k] - values[0];
  return values[0] + sum / static_cast<double>(n);
}

double sd_of(const double *values, std::size_t n, double mean) {
  if (n < 2) return missing;
  double sum = 0.0;
  for (std::size_t k = 0; k < n; ++k) sum += (values[k] - mean) * (values[k] - mean);
  return std::sqrt(sum / static_cast<double>(n - 1));
}

double quantile_of(const double *sorted, std::size_t n, double p) {
  const double at = p * static_cast<double>(n - 1), below = std::floor(at);
  const auto k = static_cast<std::size_t>(below);
  if (k + 1 >= n) return sorted[n - 1];
  return sorted[k] + (at - below) * (sorted[k + 1] - sorted[k]);
}

double interval_t(std::size_t n) {
  constexpr double upper = 0.975;
  return n < 2 ? missing : statistics::student_t_quantile(upper, static_cast<double>(n - 1));
}

figures sum_up(std::vector<double> &values, double t) {
  figures out;
  const std::size_t n = values.size();
  if (n == 0) return out;
  out.mean = mean_of(values.data(), n);
  out.sd = sd_of(values.data(), n, out.mean);
  const double half = t * out.sd / std::sqrt(static_cast<double>(n));
  out.ci_low = out.mean - half;
  out.ci_high = out.mean + half;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  out.min = *least;
  out.max = *most;
  if (out.min == out.max) {
    out.p05 = out.p50 = out.p95 = out.min;
    return out;
  }
  std::sort(values.begin(), values.end());
  out.p05 = quantile_of(values.data(), n, 0.05);
  out.p50 = quantile_of(values.data(), n, 0.5);
  out.p95 = quantile_of(values.data(), n, 0.95);
  return out;
}

}  // namespace harmony::workforce
