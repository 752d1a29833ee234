#include "core/statistics/rank_correlation.hpp"
#include "core/base/score.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/sort_polling.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace harmony::statistics {

namespace {

struct pair_of_values {
  double x, y;
};

void check(span<double> x, span<double> y) {
  if (x.size != y.size) throw error(sqlstate::invalid_parameter_value, "rankings must have the same length");
  for (std::size_t k = 0; k < x.size; ++k)
    if (std::isnan(x[k]) || std::isnan(y[k]))
      throw error(sqlstate::invalid_parameter_value, "rankings must not hold NaN");
}

double choose_two(std::size_t n) noexcept { return 0.5 * static_cast<double>(n) * (static_cast<double>(n) - 1.0); }

/// Pairs that are equal, in a sorted sequence.
template <class T, class Equal>
double tied_pairs(const std::vector<T> &sorted, Equal equal) {
  double pairs = 0.0;
  for (std::size_t first = 0, next = 0; first < sorted.size(); first = next) {
    while (next < sorted.size() && equal(sorted[first], sorted[next])) ++next;
    pairs += choose_two(next - first);
  }
  return pairs;
}

/// Sorts by merging and counts the exchanges: pairs in the wrong order.
double count_exchanges(std::vector<double> &values) {
  std::vector<double> merged(values.size());
  double exchanges = 0.0;
  for (std::size_t width = 1; width < values.size(); width *= 2) {
    poll_interrupt();
    for (std::size_t low = 0; low < values.size(); low += 2 * width) {
      const std::size_t middle = std::min(low + width, values.size()), high = std::min(low + 2 * width, values.size());
      std::size_t left = low, right = middle;
      for (std::size_t out = low; out < high; ++out) {
        if (right == high || (left < middle && values[left] <= values[right])) {
          merged[out] = values[left++];
        } else {
          exchanges += static_cast<double>(middle - left);
          merged[out] = values[right++];
        }
      }
    }
    values.swap(merged);
  }
  return exchanges;
}

/// Ranks from 1, equal values sharing the mean of theirs.
std::vector<double> mid_ranks(span<double> values) {
  std::vector<std::size_t> order(values.size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  sort_polling(order, [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size);
  for (std::size_t first = 0, next = 0; first < order.size(); first = next) {
    while (next < order.size() && values[order[next]] == values[order[first]]) ++next;
    for (std::size_t k = first; k < next; ++k) ranks[order[k]] = (static_cast<double>(first + next) + 1.0) / 2.0;
  }
  return ranks;
}

}  // namespace

double kendall_tau(span<double> x, span<double> y) {
  check(x, y);
  std::vector<pair_of_values> pairs(x.size);
  for (std::size_t k = 0; k < x.size; ++k) pairs[k] = {x[k], y[k]};
  sort_polling(pairs,
               [](const pair_of_values &a, const pair_of_values &b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  const double tied_x = tied_pairs(pairs, [](const auto &a, const auto &b) { return a.x == b.x; });
  const double tied_both = tied_pairs(pairs, [](const auto &a, const auto &b) { return a.x == b.x && a.y == b.y; });
  std::vector<double> ys(pairs.size());
  for (std::size_t k = 0; k < pairs.size(); ++k) ys[k] = pairs[k].y;
  const double exchanges = count_exchanges(ys);
  const double tied_y = tied_pairs(ys, [](double a, double b) { return a == b; });
  const double all = choose_two(x.size);
  const double spread = std::sqrt((all - tied_x) * (all - tied_y));
  if (x.size < 2 || !(spread > 0.0)) return missing;
  return std::clamp((all - tied_x - tied_y + tied_both - 2.0 * exchanges) / spread, -1.0, 1.0);
}

namespace {

// Of ranks: Pearson's r, NaN where a side is constant.
double correlation_of(const std::vector<double> &a, const std::vector<double> &b) {
  const double centre = (static_cast<double>(a.size()) + 1.0) / 2.0;
  double ab = 0.0, aa = 0.0, bb = 0.0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    ab += (a[k] - centre) * (b[k] - centre);
    aa += (a[k] - centre) * (a[k] - centre);
    bb += (b[k] - centre) * (b[k] - centre);
  }
  if (!(aa > 0.0 && bb > 0.0)) return missing;
  return std::clamp(ab / std::sqrt(aa * bb), -1.0, 1.0);
}

bool has_ties(std::vector<double> ranks) {
  std::sort(ranks.begin(), ranks.end());
  return std::adjacent_find(ranks.begin(), ranks.end()) != ranks.end();
}

double squared_distance(const std::vector<double> &a, const std::vector<double> &b) {
  double sum = 0.0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += (a[k] - b[k]) * (a[k] - b[k]);
  return sum;
}

// Twice the smaller tail of the squared distance of two orders of n things without ties.
double exact_p(const std::vector<double> &a, const std::vector<double> &b) {
  const double found = squared_distance(a, b);
  std::vector<double> fixed(a.size());
  std::iota(fixed.begin(), fixed.end(), 1.0);
  std::vector<double> order = fixed;
  double all = 0.0, below = 0.0, above = 0.0;
  do {
    const double distance = squared_distance(fixed, order);
    all += 1.0;
    below += distance <= found ? 1.0 : 0.0;
    above += distance >= found ? 1.0 : 0.0;
  } while (std::next_permutation(order.begin(), order.end()));
  return std::min(1.0, 2.0 * std::min(below, above) / all);
}

std::vector<double> column_of(const row_blocks &rows, std::size_t column) {
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(rows.rows()));
  for (std::size_t k = 0; k < rows.blocks(); ++k) {
    const double *from = rows[k].column(column);
    values.insert(values.end(), from, from + rows.rows_of(k));
  }
  return values;
}

}  // namespace

double spearman_rho(span<double> x, span<double> y) {
  check(x, y);
  return correlation_of(mid_ranks(x), mid_ranks(y));
}

correlation_result spearman(const row_blocks &pairs) {
  constexpr std::int64_t most_exact = 9;  // 9! orders
  correlation_result out;
  out.n = pairs.rows();
  out.df = std::max<std::int64_t>(0, out.n - 2);
  const std::vector<double> a = mid_ranks(column_of(pairs, 0));
  poll_interrupt();
  const std::vector<double> b = mid_ranks(column_of(pairs, 1));
  out.r = correlation_of(a, b);
  out.exact = out.n <= most_exact && !has_ties(a) && !has_ties(b);
  if (std::isnan(out.r) || out.df < 1) {
    out.exact.reset();
    return out;
  }
  const auto df = static_cast<double>(out.df);
  const bool whole = std::fabs(out.r) == 1.0;
  out.statistic = whole ? std::copysign(std::numeric_limits<double>::infinity(), out.r)
                        : out.r * std::sqrt(df / ((1.0 - out.r) * (1.0 + out.r)));
  out.p = *out.exact ? exact_p(a, b) : whole ? 0.0 : student_t_two_sided(out.statistic, df);
  if (out.n < 4) return out;
  const double width = normal_quantile(0.975) * std::sqrt((1.0 + out.r * out.r / 2.0) / static_cast<double>(out.n - 3));
  out.low = std::tanh(std::atanh(out.r) - width);
  out.high = std::tanh(std::atanh(out.r) + width);
  return out;
}

}  // namespace harmony::statistics
