#include "core/statistics/rank_tests.hpp"
#include "core/base/score.hpp"

#include "core/statistics/distributions.hpp"

#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

// The number of ways that give U = u, for all u: the coefficients of the Gaussian binomial (n1 + n2 choose n1), the
// product over i of (1 − x^(n2+i))/(1 − x^i). Whole numbers below C(98, 49) = 2.6e28: exact in 128 bits.
using count = unsigned __int128;

std::vector<count> ways(std::size_t n1, std::size_t n2) {
  std::vector<count> c(n1 * n2 + 1);
  c[0] = 1;
  for (std::size_t i = 1; i <= n1; ++i) {
    poll_interrupt();
    for (std::size_t u = c.size(); u-- > n2 + i;) c[u] -= c[u - n2 - i];
    for (std::size_t u = i; u < c.size(); ++u) c[u] += c[u - i];
  }
  return c;
}

double ratio(count part, count whole) { return static_cast<double>(part) / static_cast<double>(whole); }

void exact(mann_whitney_result &r) {
  const auto c = ways(static_cast<std::size_t>(r.n_first), static_cast<std::size_t>(r.n_second));
  const auto u = static_cast<std::size_t>(r.u_first);
  count below = 0, above = 0, all = 0;
  for (std::size_t i = 0; i < c.size(); ++i) {
    all += c[i];
    if (i <= u) below += c[i];
    if (i >= u) above += c[i];
  }
  r.p_less = ratio(below, all);
  r.p_greater = ratio(above, all);
  r.p_two_sided = std::fmin(1.0, 2.0 * std::fmin(r.p_less, r.p_greater));
  r.exact = true;
}

// t³ − t: whole numbers below 2^80.
count cube(std::size_t t) { return static_cast<count>(t) * t * t - t; }

// n³ − n − Σ (t³ − t) over the ties, exactly: it cancels where nearly all values are equal.
double untied(std::size_t n, count ties) { return static_cast<double>(cube(n) - ties); }

void approximate(mann_whitney_result &r, count ties) {
  const auto n1 = static_cast<double>(r.n_first), n2 = static_cast<double>(r.n_second), n = n1 + n2;
  const double variance =
      n1 * n2 / 12.0 * (untied(static_cast<std::size_t>(r.n_first + r.n_second), ties) / (n * (n - 1.0)));
  if (!(variance > 0.0)) return;
  const double sd = std::sqrt(variance), d = 0.5 * (r.u_first - r.u_second);
  const double correction = d == 0.0 ? 0.0 : std::copysign(0.5, d);
  r.z = (d - correction) / sd;
  r.p_two_sided = std::fmin(1.0, 2.0 * normal_cdf(-std::fabs(r.z)));
  r.p_less = normal_cdf((d + 0.5) / sd);
  r.p_greater = normal_cdf((0.5 - d) / sd);
}

}  // namespace

mann_whitney_result mann_whitney(two_samples &samples) {
  const std::vector<double> &a = samples.first.values, &b = samples.second.values;
  mann_whitney_result r;
  r.n_first = static_cast<std::int64_t>(a.size());
  r.n_second = static_cast<std::int64_t>(b.size());
  r.u_first = r.u_second = r.z = r.p_two_sided = r.p_less = r.p_greater = r.rank_biserial = missing;
  if (a.empty() || b.empty()) return r;
  samples.sort();
  double twice_u = 0.0;  // a whole number
  count ties = 0;
  bool tied = false;
  for (std::size_t i = 0, j = 0, block = 0; i < a.size() || j < b.size(); ++block) {
    if (block % 65536 == 0) poll_interrupt();
    const double value = i < a.size() && (j >= b.size() || a[i] <= b[j]) ? a[i] : b[j];
    const std::size_t i0 = i, j0 = j;
    while (i < a.size() && a[i] == value) ++i;
    while (j < b.size() && b[j] == value) ++j;
    twice_u += static_cast<double>(i - i0) * static_cast<double>(j0 + j);
    const std::size_t t = i - i0 + j - j0;
    tied |= t > 1;
    ties += cube(t);
  }
  const double pairs = static_cast<double>(a.size()) * static_cast<double>(b.size());
  r.u_first = 0.5 * twice_u;
  r.u_second = pairs - r.u_first;
  r.rank_biserial = (r.u_first - r.u_second) / pairs;
  constexpr std::size_t exact_below = 50;
  if (!tied && a.size() < exact_below && b.size() < exact_below)
    exact(r);
  else
    approximate(r, ties);
  return r;
}

kruskal_result kruskal(grouped_samples &samples) {
  kruskal_result r;
  r.k = static_cast<std::int64_t>(samples.group_count());
  r.n = static_cast<std::int64_t>(samples.rows().size());
  r.h = r.df = r.p = r.epsilon_squared = missing;
  if (r.k < 2) return r;
  samples.sort();
  const auto &rows = samples.rows();
  const std::size_t n = rows.size();
  std::vector<double> rank_sum(samples.group_count()), size(samples.group_count());
  count ties = 0;
  for (std::size_t i = 0, block = 0; i < n; ++block) {
    if (block % 65536 == 0) poll_interrupt();
    std::size_t j = i;
    while (j < n && rows[j].value == rows[i].value) ++j;
    const double rank = 0.5 * static_cast<double>(i + 1 + j);
    for (std::size_t l = i; l < j; ++l) {
      rank_sum[rows[l].group] += rank;
      size[rows[l].group] += 1.0;
    }
    ties += cube(j - i);
    i = j;
  }
  // H about the mean rank, so that nothing large is subtracted; the sums are exact, their order is that of the groups'
  // first appearance, whatever that is.
  const auto all = static_cast<double>(n);
  double_double sum;
  for (std::size_t g = 0; g < size.size(); ++g) {
    const double d = rank_sum[g] - size[g] * (all + 1.0) / 2.0;
    sum += two_prod(d, d) / size[g];
  }
  const double correction = untied(n, ties) / static_cast<double>(cube(n));
  r.df = static_cast<double>(r.k - 1);
  if (!(correction > 0.0)) return r;
  r.h = 12.0 * static_cast<double>(sum) / (all * (all + 1.0)) / correction;
  r.p = chi2_upper(r.h, r.df);
  r.epsilon_squared = r.h / (all - 1.0);
  return r;
}

}  // namespace harmony::statistics
