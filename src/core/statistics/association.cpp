#include "core/statistics/association.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/wilson.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace harmony::statistics {

contingency_table contingency(const table_header *state) {
  table_expect(state, table_shape::pairs);
  const std::vector<table_entry> entries = table_entries(state);
  contingency_table out;
  out.row_names = part_levels(entries, 0, (state->numeric & 1) != 0);
  out.col_names = part_levels(entries, 1, (state->numeric & 2) != 0);
  out.rows = out.row_names.size();
  out.cols = out.col_names.size();
  if (out.rows > 0 && out.cols > 10000000 / out.rows)
    throw error(sqlstate::program_limit_exceeded, "table is too large", "It may have at most 10 million cells.");
  std::map<std::string_view, std::size_t> row, col;
  for (std::size_t i = 0; i < out.rows; ++i) row[out.row_names[i]] = i;
  for (std::size_t j = 0; j < out.cols; ++j) col[out.col_names[j]] = j;
  out.counts.assign(out.rows * out.cols, 0);
  for (const table_entry &entry : entries)
    out.counts[row[entry.parts[0]] * out.cols + col[entry.parts[1]]] = entry.count;
  return out;
}

void drop_empty(std::vector<std::int64_t> &counts, std::size_t &rows, std::size_t &cols) {
  std::vector<std::int64_t> row(rows), col(cols);
  double n = 0.0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    if (counts[k] < 0) throw error(sqlstate::invalid_parameter_value, "counts must not be negative");
    n += static_cast<double>(counts[k]);
    if (!(n < 0x1p53)) throw error(sqlstate::numeric_value_out_of_range, "counts are out of range");
    row[k / cols] += counts[k];
    col[k % cols] += counts[k];
  }
  std::vector<std::int64_t> kept;
  for (std::size_t k = 0; k < counts.size(); ++k)
    if (row[k / cols] > 0 && col[k % cols] > 0) kept.push_back(counts[k]);
  counts = std::move(kept);
  rows = static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](std::int64_t x) { return x > 0; }));
  cols = static_cast<std::size_t>(std::count_if(col.begin(), col.end(), [](std::int64_t x) { return x > 0; }));
}

namespace {

void set_table_effects(chi_square_result &r) {
  const auto n = static_cast<double>(r.n), rows = static_cast<double>(r.rows), cols = static_cast<double>(r.cols);
  const double phi2 = r.chi2 / n;
  r.cramers_v = std::sqrt(phi2 / std::min(rows - 1.0, cols - 1.0));
  r.contingency = std::sqrt(r.chi2 / (n + r.chi2));
  if (r.n < 2) return;
  const double free = std::max(0.0, phi2 - (rows - 1.0) * (cols - 1.0) / (n - 1.0));
  const double fewer_rows = rows - (rows - 1.0) * (rows - 1.0) / (n - 1.0);
  const double fewer_cols = cols - (cols - 1.0) * (cols - 1.0) / (n - 1.0);
  const double least = std::min(fewer_rows, fewer_cols) - 1.0;
  if (least > 0.0) r.cramers_v_corrected = std::sqrt(free / least);
}

}  // namespace

chi_square_result chi_square(const std::vector<std::int64_t> &counts, std::size_t rows, std::size_t cols) {
  chi_square_result r;
  r.rows = static_cast<std::int32_t>(rows);
  r.cols = static_cast<std::int32_t>(cols);
  std::vector<double> row(rows), col(cols);
  for (std::size_t k = 0; k < counts.size(); ++k) {
    r.n += counts[k];
    row[k / cols] += static_cast<double>(counts[k]);
    col[k % cols] += static_cast<double>(counts[k]);
  }
  if (rows < 2 || cols < 2) return r;
  const auto n = static_cast<double>(r.n);
  double_double chi2, g;
  r.min_expected = n;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    if (k % 65536 == 0) poll_interrupt();
    const double observed = static_cast<double>(counts[k]);
    const double_double expected = two_prod(row[k / cols], col[k % cols]) / double_double(n);
    const double_double off = double_double(observed) - expected;
    chi2 += off * off / expected;
    if (observed > 0.0) g += observed * std::log1p(static_cast<double>(off / expected));
    r.min_expected = std::min(r.min_expected, expected.hi);
    r.cells_below_5 += expected.hi < 5.0 ? 1 : 0;
  }
  r.chi2 = static_cast<double>(chi2);
  r.g = std::max(0.0, 2.0 * static_cast<double>(g));
  const double df = static_cast<double>(rows - 1) * static_cast<double>(cols - 1);
  if (df > 2147483647.0) throw error(sqlstate::numeric_value_out_of_range, "degrees of freedom are out of range");
  r.df = static_cast<std::int32_t>(df);
  r.p = chi2_upper(r.chi2, df);
  r.g_p = chi2_upper(r.g, df);
  set_table_effects(r);
  return r;
}

namespace {

void check_share_of(std::int64_t x, std::int64_t n, const char *which) {
  const std::string suffix(which);
  if (x < 0) throw error(sqlstate::invalid_parameter_value, "x" + suffix + " must not be negative");
  if (n < 0) throw error(sqlstate::invalid_parameter_value, "n" + suffix + " must not be negative");
  if (x > n) throw error(sqlstate::invalid_parameter_value, "x" + suffix + " must not be more than n" + suffix);
}

void set_log_ratio(double ratio, double variance, double z, double &value, double &low, double &high) {
  if (!std::isfinite(ratio)) return;
  value = ratio;
  if (!(ratio > 0.0) || !std::isfinite(variance)) return;
  const double width = std::exp(z * std::sqrt(std::max(0.0, variance)));
  low = ratio / width;
  high = ratio * width;
}

}  // namespace

two_proportions_result two_proportions(std::int64_t x1, std::int64_t n1, std::int64_t x2, std::int64_t n2,
                                       double level) {
  check_share_of(x1, n1, "1");
  check_share_of(x2, n2, "2");
  if (!(level > 0.0 && level < 1.0))
    throw error(sqlstate::invalid_parameter_value, "level must lie between 0 and 1, both excluded");
  two_proportions_result r;
  const auto a = static_cast<double>(x1), m1 = static_cast<double>(n1);
  const auto c = static_cast<double>(x2), m2 = static_cast<double>(n2);
  if (n1 > 0) r.p1 = a / m1;
  if (n2 > 0) r.p2 = c / m2;
  if (n1 == 0 || n2 == 0) return r;
  const share_interval first = wilson_interval(x1, n1, level), second = wilson_interval(x2, n2, level);
  r.difference = r.p1 - r.p2;
  r.low = std::max(-1.0, r.difference - std::hypot(r.p1 - first.low, second.high - r.p2));
  r.high = std::min(1.0, r.difference + std::hypot(first.high - r.p1, r.p2 - second.low));
  const double pooled = (a + c) / (m1 + m2), error_of = std::sqrt(pooled * (1.0 - pooled) * (1.0 / m1 + 1.0 / m2));
  if (error_of > 0.0) {
    r.z = r.difference / error_of;
    r.p = 2.0 * normal_cdf(-std::fabs(r.z));
  }
  r.cohens_h = 2.0 * std::asin(std::sqrt(r.p1)) - 2.0 * std::asin(std::sqrt(r.p2));
  const double z = normal_quantile(0.5 + 0.5 * level), b = m1 - a, d = m2 - c;
  if (x2 > 0)
    set_log_ratio(r.p1 / r.p2, 1.0 / a - 1.0 / m1 + 1.0 / c - 1.0 / m2, z, r.risk_ratio, r.risk_ratio_low,
                  r.risk_ratio_high);
  if (b > 0.0 && x2 > 0)
    set_log_ratio(a / b * (d / c), 1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d, z, r.odds_ratio, r.odds_ratio_low,
                  r.odds_ratio_high);
  return r;
}

two_proportions_result two_proportions(const table_header *state) {
  table_expect(state, table_shape::outcomes);
  std::int64_t x[2] = {}, n[2] = {};
  for (const table_entry &entry : table_entries(state)) {
    const int sample = entry.parts[1] == "1" ? 0 : 1;
    n[sample] += entry.count;
    if (entry.parts[0] == "1") x[sample] += entry.count;
  }
  return two_proportions(x[0], n[0], x[1], n[1], 0.95);
}

}  // namespace harmony::statistics
