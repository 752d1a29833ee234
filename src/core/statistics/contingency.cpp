#include "core/statistics/contingency.hpp"
#include "core/base/score.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/noncentral_hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace harmony::statistics {

namespace {

// The ψ at which a function that rises with log ψ reaches `target`.
template <class Function>
double solve(const margins &table, double start, double target, Function &&rising) {
  const auto at = [&](double log_psi) { return rising(noncentral_hypergeometric(table, std::exp(log_psi))); };
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

margins margins_of(const two_by_two &table) {
  check_counts(table);
  return {static_cast<double>(table.a + table.c), static_cast<double>(table.b + table.d),
          static_cast<double>(table.a + table.b)};
}

}  // namespace

double fisher_two_sided(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
  const margins table = margins_of({a, b, c, d});
  return table.low() == table.high() ? 1.0 : noncentral_hypergeometric(table, 1.0).two_sided(static_cast<double>(a));
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
  mantel_haenszel_result result{missing, missing, missing, missing};
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
  const margins table = margins_of({a, b, c, d});
  const auto x = static_cast<double>(a);
  fisher_result r;
  r.odds_ratio = static_cast<double>(a) * static_cast<double>(d) / (static_cast<double>(b) * static_cast<double>(c));
  const bool lowest = x == table.low(), highest = x == table.high();
  if (lowest && highest) {
    r.p_two_sided = r.p_less = r.p_greater = 1.0;
    r.conditional_odds_ratio = missing;
    r.low = 0.0;
    r.high = infinity;
    return r;
  }
  const noncentral_hypergeometric distribution(table, 1.0);
  r.p_less = highest ? 1.0 : distribution.tail(x, -1);
  r.p_greater = lowest ? 1.0 : distribution.tail(x, 1);
  r.p_two_sided = distribution.two_sided(x);
  const double start = std::log((x + 0.5) * (static_cast<double>(d) + 0.5) /
                                ((static_cast<double>(b) + 0.5) * (static_cast<double>(c) + 0.5)));
  constexpr double outside = 0.025;
  r.conditional_odds_ratio =
      lowest    ? 0.0
      : highest ? infinity
                : solve(table, start, x, [](const noncentral_hypergeometric &at) { return at.mean(); });
  r.low =
      lowest ? 0.0 : solve(table, start, outside, [&](const noncentral_hypergeometric &at) { return at.tail(x, 1); });
  r.high = highest
               ? infinity
               : solve(table, start, -outside, [&](const noncentral_hypergeometric &at) { return -at.tail(x, -1); });
  return r;
}

}  // namespace harmony::statistics
