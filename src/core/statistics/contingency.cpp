#include "core/statistics/contingency.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nothing = 1e-20;  // a sum of decreasing terms ends at a term below this share of it
constexpr double least = 1e-290;   // a weight below this, relative to the largest, counts as 0

// The noncentral hypergeometric distribution of a cell: weights w(x) ψ^x over low … high, by their ratios.
struct cell {
  double first_column, second_column, first_row;  // the margins m, n, k
  double psi = 1.0;

  double low() const { return std::fmax(0.0, first_row - second_column); }
  double high() const { return std::fmin(first_row, first_column); }

  /// w(x + 1)/w(x), falling in x.
  double ratio(double x) const {
    return psi * (first_column - x) * (first_row - x) / ((x + 1.0) * (second_column - first_row + x + 1.0));
  }

  /// The likeliest value: the smallest x from which the weights do not rise.
  double mode() const {
    double from = low(), to = high();
    while (from < to) {
      const double middle = std::floor(0.5 * (from + to));
      if (ratio(middle) > 1.0)
        from = middle + 1.0;
      else
        to = middle;
    }
    return from;
  }

  /// Weight and first moment about x0, both relative to w(x0), of x0 and all beyond it in one direction.
  struct sums {
    double weight, moment;
  };
  sums beyond(double x0, int direction) const {
    sums s{1.0, 0.0};
    double w = 1.0;
    std::size_t steps = 0;
    for (double x = x0; direction > 0 ? x < high() : x > low(); x += direction) {
      if (++steps % 65536 == 0) poll_interrupt();
      w = direction > 0 ? w * ratio(x) : w / ratio(x - 1.0);
      s.weight += w;
      s.moment += w * std::fabs(x + direction - x0);
      if (w < nothing * s.weight) break;
    }
    return s;
  }

  /// w(x)/w(mode), 0 below 1e-290.
  double relative_weight(double x, double at_mode) const {
    double w = 1.0;
    std::size_t steps = 0;
    for (double y = at_mode; y < x && w > least; y += 1.0, ++steps) {
      if (steps % 65536 == 0) poll_interrupt();
      w *= ratio(y);
    }
    for (double y = at_mode; y > x && w > least; y -= 1.0, ++steps) {
      if (steps % 65536 == 0) poll_interrupt();
      w /= ratio(y - 1.0);
    }
    return w > least ? w : 0.0;
  }

  double total() const {  // relative to w(mode)
    const double x = mode();
    return beyond(x, 1).weight + beyond(x, -1).weight - 1.0;
  }
  double mean() const {
    const double x = mode();
    const sums up = beyond(x, 1), down = beyond(x, -1);
    return x + (up.moment - down.moment) / (up.weight + down.weight - 1.0);
  }
  /// P(X ≥ x) for direction 1, P(X ≤ x) for −1.
  double tail(double x, int direction) const {
    const double at_mode = mode();
    const bool holds_mode = direction > 0 ? x <= at_mode : x >= at_mode;
    if (holds_mode) {  // most of the distribution: one minus the rest
      const double rest = x - direction;
      if (rest < low() || rest > high()) return 1.0;
      return 1.0 - tail(rest, -direction);
    }
    return std::fmin(1.0, relative_weight(x, at_mode) * beyond(x, direction).weight / total());
  }
  /// Σ of what is at most as likely as x.
  double two_sided(double x) const {
    constexpr double tolerance = 1.0 + 1e-7;
    const double at_mode = mode();
    const double limit = relative_weight(x, at_mode) * tolerance;
    if (limit >= 1.0) return 1.0;
    double sum = 0.0;
    for (const int direction : {-1, 1}) {
      double y = at_mode, w = 1.0;
      std::size_t steps = 0;
      while (w > limit && w > least && (direction > 0 ? y < high() : y > low())) {
        if (++steps % 65536 == 0) poll_interrupt();
        w = direction > 0 ? w * ratio(y) : w / ratio(y - 1.0);
        y += direction;
      }
      if (w <= limit) sum += w * beyond(y, direction).weight;
    }
    return std::fmin(1.0, sum / total());
  }
};

// The ψ at which a function that rises with log ψ reaches `target`.
template <class Function>
double solve(cell distribution, double start, double target, Function &&rising) {
  const auto at = [&](double log_psi) {
    distribution.psi = std::exp(log_psi);
    return rising(distribution);
  };
  double low = start - 1.0, high = start + 1.0;
  while (at(low) > target && low > -700.0) low -= high - low;
  while (at(high) < target && high < 700.0) high += high - low;
  for (int i = 0; i < 200 && high - low > 1e-14 * std::fmax(1.0, std::fabs(high)); ++i) {
    const double middle = 0.5 * (low + high);
    (at(middle) < target ? low : high) = middle;
  }
  return std::exp(0.5 * (low + high));
}

void check_counts(const two_by_two &table) {
  constexpr std::int64_t limit = std::int64_t{1} << 50;
  for (const std::int64_t count : {table.a, table.b, table.c, table.d}) {
    if (count < 0) throw error(sqlstate::invalid_parameter_value, "counts must not be negative");
    if (count >= limit) throw error(sqlstate::numeric_value_out_of_range, "counts are too large");
  }
  if (table.a + table.b + table.c + table.d >= limit)
    throw error(sqlstate::numeric_value_out_of_range, "counts are too large");
}

cell distribution_of(const two_by_two &table) {
  check_counts(table);
  return {static_cast<double>(table.a + table.c), static_cast<double>(table.b + table.d),
          static_cast<double>(table.a + table.b)};
}

}  // namespace

double fisher_two_sided(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
  const cell distribution = distribution_of({a, b, c, d});
  return distribution.low() == distribution.high() ? 1.0 : distribution.two_sided(static_cast<double>(a));
}

mantel_haenszel_result mantel_haenszel(const std::vector<two_by_two> &strata) {
  // Sums over the strata, n the size of each: R = Σ ad/n, S = Σ bc/n, P = (a + d)/n, Q = (b + c)/n.
  double r = 0.0, s = 0.0, pr = 0.0, mixed = 0.0, qs = 0.0, surplus = 0.0, variance = 0.0;
  std::size_t steps = 0;
  for (const two_by_two &table : strata) {
    if (++steps % 65536 == 0) poll_interrupt();
    check_counts(table);
    const auto a = static_cast<double>(table.a), b = static_cast<double>(table.b);
    const auto c = static_cast<double>(table.c), d = static_cast<double>(table.d);
    const double n = a + b + c + d;
    const double margins = ((a + b) / n) * ((c + d) / n) * ((a + c) / n) * ((b + d) / n);
    if (!(n > 1.0) || !(margins > 0.0)) continue;
    const double ad = a * (d / n), bc = b * (c / n), p = (a + d) / n, q = (b + c) / n;
    r += ad;
    s += bc;
    pr += p * ad;
    mixed += p * bc + q * ad;
    qs += q * bc;
    surplus += a - (a + b) * ((a + c) / n);
    variance += margins * n * (n / (n - 1.0));
  }
  mantel_haenszel_result result{undefined, undefined, undefined, undefined};
  if (!(variance > 0.0)) return result;
  const double apart = std::fabs(surplus), correction = apart >= 0.5 ? 0.5 : 0.0;
  result.p = chi2_upper((apart - correction) * (apart - correction) / variance, 1.0);
  result.odds_ratio = s > 0.0 ? r / s : infinity;
  if (!(r > 0.0 && s > 0.0)) return result;
  const double error_of_log = std::sqrt(0.5 * (pr / (r * r) + mixed / (r * s) + qs / (s * s)));
  constexpr double z_95 = 1.959963984540054;
  result.low = std::fmin(result.odds_ratio, result.odds_ratio * std::exp(-z_95 * error_of_log));
  result.high = std::fmax(result.odds_ratio, result.odds_ratio * std::exp(z_95 * error_of_log));
  return result;
}

fisher_result fisher_exact(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
  const cell distribution = distribution_of({a, b, c, d});
  const auto x = static_cast<double>(a);
  fisher_result r;
  r.odds_ratio = static_cast<double>(a) * static_cast<double>(d) / (static_cast<double>(b) * static_cast<double>(c));
  const bool lowest = x == distribution.low(), highest = x == distribution.high();
  if (lowest && highest) {
    r.p_two_sided = r.p_less = r.p_greater = 1.0;
    r.conditional_odds_ratio = undefined;
    r.low = 0.0;
    r.high = infinity;
    return r;
  }
  r.p_less = highest ? 1.0 : distribution.tail(x, -1);
  r.p_greater = lowest ? 1.0 : distribution.tail(x, 1);
  r.p_two_sided = distribution.two_sided(x);
  const double start = std::log((x + 0.5) * (static_cast<double>(d) + 0.5) /
                                ((static_cast<double>(b) + 0.5) * (static_cast<double>(c) + 0.5)));
  constexpr double outside = 0.025;
  r.conditional_odds_ratio = lowest    ? 0.0
                             : highest ? infinity
                                       : solve(distribution, start, x, [](const cell &at) { return at.mean(); });
  r.low = lowest ? 0.0 : solve(distribution, start, outside, [&](const cell &at) { return at.tail(x, 1); });
  r.high = highest ? infinity : solve(distribution, start, -outside, [&](const cell &at) { return -at.tail(x, -1); });
  return r;
}

}  // namespace harmony::statistics
