#include "core/statistics/distribution_distance.hpp"
#include "core/base/score.hpp"

#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

// Calls visit(value, i, j): after all values equal to `value`, i of the first and j of the second sample are past.
template <class Visit>
void walk(span<double> a, span<double> b, Visit &&visit) {
  for (std::size_t i = 0, j = 0, block = 0; i < a.size || j < b.size; ++block) {
    if (block % 65536 == 0) poll_interrupt();
    const double value = i < a.size && (j >= b.size || a[i] <= b[j]) ? a[i] : b[j];
    while (i < a.size && a[i] == value) ++i;
    while (j < b.size && b[j] == value) ++j;
    visit(value, i, j);
  }
}

// |i/m − j/n| · m n, a whole number.
std::int64_t gap(std::size_t i, std::size_t j, std::size_t m, std::size_t n) {
  return std::abs(static_cast<std::int64_t>(i * n) - static_cast<std::int64_t>(j * m));
}

// P(the largest gap ≥ reached) over all equally likely orders of the pooled sample: the probability that a random path
// from (0, 0) to (m, n) ever has such a gap where a block of ties ends. Sums of what leaves the band: all positive.
double exact_p(span<double> a, span<double> b, std::int64_t reached) {
  if (reached == 0) return 1.0;
  const std::size_t m = a.size, n = b.size;
  std::vector<bool> ends(m + n + 1);
  walk(a, b, [&](double, std::size_t i, std::size_t j) { ends[i + j] = true; });
  std::vector<double> at(n + 1);  // probability to be at (i, j) without having left, by j, for the current i
  double left = 0.0;
  at[0] = 1.0;
  for (std::size_t i = 0; i <= m; ++i) {
    poll_interrupt();
    for (std::size_t j = 0; j <= n; ++j) {
      double here = at[j];
      if (i > 0) here *= static_cast<double>(m - i + 1) / static_cast<double>(m + n - (i - 1) - j);
      if (j > 0) here += at[j - 1] * static_cast<double>(n - j + 1) / static_cast<double>(m + n - i - (j - 1));
      if (ends[i + j] && gap(i, j, m, n) >= reached) {
        left += here;
        here = 0.0;
      }
      at[j] = here;
    }
  }
  return std::fmin(1.0, left);
}

void check_bins(span<double> expected, span<double> actual) {
  if (expected.size != actual.size || expected.empty())
    throw error(sqlstate::invalid_parameter_value, "expected and actual must have the same bins, at least one",
                "There are " + std::to_string(expected.size) + " and " + std::to_string(actual.size) + ".");
}

double share_sum(span<double> shares, const char *name) {
  double sum = 0.0;
  for (const double s : shares) {
    if (!std::isfinite(s) || s < 0.0)
      throw error(sqlstate::invalid_parameter_value,
                  std::string(name) + " must hold counts or shares, finite and not negative");
    sum += s;
  }
  if (std::isinf(sum)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  return sum;
}

}  // namespace

double kolmogorov_upper(double x) {
  if (!(x > 0.0)) return 1.0;
  if (x < 1.0) {  // the other side, by Jacobi's transformation
    double sum = 0.0;
    for (int k = 1; k < 40; k += 2) sum += std::exp(-k * k * M_PI * M_PI / (8.0 * x * x));
    return 1.0 - std::sqrt(2.0 * M_PI) / x * sum;
  }
  double sum = 0.0;
  for (int k = 1; k < 20; ++k) sum += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * x * x);
  return sum;
}

ks_result ks_2samp(two_samples &samples) {
  samples.sort();
  return ks_of_sorted(samples.first.values, samples.second.values);
}

ks_result ks_of_sorted(span<double> a, span<double> b) {
  const std::size_t m = a.size, n = b.size;
  ks_result r;
  r.n_first = static_cast<std::int64_t>(m);
  r.n_second = static_cast<std::int64_t>(n);
  r.d = r.at = r.p = missing;
  if (m == 0 || n == 0) return r;
  std::int64_t largest = -1;
  walk(a, b, [&](double value, std::size_t i, std::size_t j) {
    if (gap(i, j, m, n) <= largest) return;
    largest = gap(i, j, m, n);
    r.at = value;
  });
  const double pairs = static_cast<double>(m) * static_cast<double>(n);
  r.d = static_cast<double>(largest) / pairs;
  constexpr double exact_below = 10000;
  r.exact = pairs < exact_below;
  r.p = r.exact ? exact_p(a, b, largest) : kolmogorov_upper(r.d * std::sqrt(pairs / static_cast<double>(m + n)));
  return r;
}

double wasserstein(two_samples &samples) {
  samples.sort();
  return wasserstein_of_sorted(samples.first.values, samples.second.values);
}

double wasserstein_of_sorted(span<double> a, span<double> b) {
  if (a.empty() || b.empty()) return missing;
  const double pairs = static_cast<double>(a.size) * static_cast<double>(b.size);
  double_double area;
  double before = 0.0;
  std::int64_t height = 0;
  walk(a, b, [&](double value, std::size_t i, std::size_t j) {
    if (height > 0) area += two_diff(value, before) * double_double(static_cast<double>(height) / pairs);
    before = value;
    height = gap(i, j, a.size, b.size);
  });
  if (!is_finite(area)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  return static_cast<double>(area);
}

double psi(span<double> expected, span<double> actual, double floor) {
  check_bins(expected, actual);
  if (!(floor > 0.0 && floor < 1.0)) throw error(sqlstate::invalid_parameter_value, "floor must lie between 0 and 1");
  const double expected_sum = share_sum(expected, "expected"), actual_sum = share_sum(actual, "actual");
  if (!(expected_sum > 0.0 && actual_sum > 0.0)) return missing;
  double sum = 0.0;
  for (std::size_t i = 0; i < expected.size; ++i) {
    if (i % 65536 == 0) poll_interrupt();
    const double e = std::fmax(floor, expected[i] / expected_sum), a = std::fmax(floor, actual[i] / actual_sum);
    sum += (a - e) * std::log(a / e);
  }
  return sum;
}

double js_distance(span<double> expected, span<double> actual) {
  check_bins(expected, actual);
  const double expected_sum = share_sum(expected, "expected"), actual_sum = share_sum(actual, "actual");
  if (!(expected_sum > 0.0 && actual_sum > 0.0)) return missing;
  double sum = 0.0;
  for (std::size_t i = 0; i < expected.size; ++i) {
    if (i % 65536 == 0) poll_interrupt();
    const double e = expected[i] / expected_sum, a = actual[i] / actual_sum, middle = 0.5 * (e + a);
    if (e > 0.0) sum += 0.5 * e * std::log2(e / middle);
    if (a > 0.0) sum += 0.5 * a * std::log2(a / middle);
  }
  return std::sqrt(std::fmin(1.0, std::fmax(0.0, sum)));
}

}  // namespace harmony::statistics
