#include "core/statistics/correlation.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::statistics {

namespace {

// The system's place of a column in the order of the SQL arguments: y, x1 .. xp.
int column_place(const linear_system &sys, int column) { return column == 0 ? sys.p : column - 1; }

linear_system unweighted_system(const linear_header *state) {
  if ((state->flags & linear_weighted) != 0)
    throw error(sqlstate::invalid_parameter_value, "correlations are of states without weights");
  return make_system(state, true);
}

// The correlation matrix in double-double; rows of constant columns are 0.
dd_matrix correlation_products(const linear_system &sys) {
  const int k = sys.p + 1;
  dd_matrix out(k);
  std::vector<double_double> root(at(k));
  for (int i = 0; i < k; ++i) {
    const int a = column_place(sys, i);
    if (!is_constant(sys, a)) root[at(i)] = sqrt(sys.products.get(a, a));
  }
  for (int i = 0; i < k; ++i) {
    poll_interrupt();
    for (int j = 0; j < k; ++j) {
      if (!(root[at(i)].hi > 0.0) || !(root[at(j)].hi > 0.0)) continue;
      const int a = column_place(sys, i), b = column_place(sys, j);
      const double_double value = sys.products.get(std::min(a, b), std::max(a, b));
      out.set(i, j, i == j ? double_double(1.0) : value / root[at(i)] / root[at(j)]);
    }
  }
  return out;
}

// Takes column c out of all others; false where the columns before it determine it.
bool sweep_out(dd_matrix &m, int c, const std::vector<char> &gone) {
  const double_double pivot = m.get(c, c);
  if (!(pivot.hi > pivot_tolerance)) return false;
  for (int i = 0; i < m.size(); ++i) {
    if (i == c || gone[at(i)] || m.get(i, c).hi == 0.0) continue;
    const double_double factor = m.get(i, c) / pivot;
    for (int j = i; j < m.size(); ++j) {
      if (j == c || gone[at(j)]) continue;
      const double_double value = m.get(i, j) - factor * m.get(c, j);
      m.set(i, j, value);
      m.set(j, i, value);
    }
  }
  return true;
}

// r of what is left of two columns, and its test.
correlation_result tested_correlation(std::int64_t n, std::int64_t others, double_double xx, double_double xy,
                                      double_double yy) {
  correlation_result out;
  out.n = n;
  out.df = std::max<std::int64_t>(0, n - 2 - others);
  if (!(xx.hi > pivot_tolerance) || !(yy.hi > pivot_tolerance) || n < 2) return out;
  const double_double r = xy / sqrt(xx) / sqrt(yy);
  out.r = std::clamp(static_cast<double>(r), -1.0, 1.0);
  const double_double rest = (double_double(1.0) - r) * (double_double(1.0) + r);
  const bool whole = std::fabs(out.r) == 1.0 || !(rest.hi > 0.0);
  if (n - 2 - others > 0) {
    const auto df = static_cast<double>(out.df);
    out.statistic = whole ? std::copysign(infinity, out.r) : out.r * std::sqrt(df / rest.hi);
    out.p = whole ? 0.0 : student_t_two_sided(out.statistic, df);
  }
  if (n - others < 4) return out;
  if (whole) {
    out.low = out.high = out.r;
    return out;
  }
  const double width = normal_quantile(0.975) / std::sqrt(static_cast<double>(n - others - 3));
  const double z = std::atanh(out.r);
  out.low = std::tanh(z - width);
  out.high = std::tanh(z + width);
  return out;
}

// Sweeps all columns but i and j out of a matrix; how many of them were independent.
std::int64_t sweep_others(dd_matrix &m, int i, int j) {
  std::vector<char> gone(at(m.size()), 0);
  std::int64_t kept = 0;
  for (int c = 0; c < m.size(); ++c) {
    if (c == i || c == j) continue;
    poll_interrupt();
    kept += sweep_out(m, c, gone);
    gone[at(c)] = 1;
  }
  return kept;
}

}  // namespace

correlation_result partial_correlation(const linear_header *state, int i, int j) {
  const int k = state->p + 1;
  if (i < 1 || j < 1 || i > k || j > k || i == j)
    throw error(sqlstate::invalid_parameter_value, "i and j must be two different columns",
                "The state has columns 1 (y) to " + std::to_string(k) + ".");
  const linear_system sys = unweighted_system(state);
  if (sys.n < 2) {
    correlation_result none;
    none.n = sys.n;
    return none;
  }
  dd_matrix m = correlation_products(sys);
  const std::int64_t others = sweep_others(m, i - 1, j - 1);
  return tested_correlation(sys.n, others, m.get(i - 1, i - 1), m.get(i - 1, j - 1), m.get(j - 1, j - 1));
}

namespace {

// The inverse of a correlation matrix by Gauss and Jordan; false where it has none.
bool invert_correlations(dd_matrix &m) {
  const int k = m.size();
  for (int c = 0; c < k; ++c) {
    poll_interrupt();
    const double_double pivot = m.get(c, c);
    if (!(pivot.hi > pivot_tolerance)) return false;
    m.set(c, c, 1.0);
    for (int j = 0; j < k; ++j) m.set(c, j, m.get(c, j) / pivot);
    for (int i = 0; i < k; ++i) {
      if (i == c) continue;
      const double_double factor = m.get(i, c);
      m.set(i, c, 0.0);
      for (int j = 0; j < k; ++j) m.set(i, j, m.get(i, j) - factor * m.get(c, j));
    }
  }
  return true;
}

}  // namespace

std::vector<correlation_pair> correlations(const linear_header *state) {
  const linear_system sys = unweighted_system(state);
  const int k = sys.p + 1;
  std::vector<correlation_pair> out;
  if (sys.n < 1) return out;
  const dd_matrix m = sys.n < 2 ? dd_matrix(k) : correlation_products(sys);
  dd_matrix inverse = m;
  const bool regular = sys.n >= 2 && invert_correlations(inverse);
  for (int i = 0; i < k; ++i) {
    poll_interrupt();
    for (int j = i + 1; j < k; ++j) {
      const correlation_result plain = tested_correlation(sys.n, 0, m.get(i, i), m.get(i, j), m.get(j, j));
      correlation_pair pair{i + 1, j + 1, sys.n, plain.r, plain.p, missing, missing};
      if (regular && sys.n > k) {
        const correlation_result partial =
            tested_correlation(sys.n, k - 2, inverse.get(i, i), -inverse.get(i, j), inverse.get(j, j));
        pair.partial = partial.r;
        pair.partial_p = partial.p;
      }
      out.push_back(pair);
    }
  }
  return out;
}

// ---- pairs ----

namespace {

// Mean and squares of the differences y − x1 (the first argument is y), over 2^exponent.
struct paired_sums {
  int exponent = 0;
  double_double mean, squares;
  double noise = 0.0;  // a standard deviation that is the rounding of the values
};

paired_sums sums_of_pairs(const linear_system &sys) {
  const int ex = sys.exponent[1], ey = sys.exponent[0];
  paired_sums out;
  out.exponent = is_constant(sys, 1) ? ey : is_constant(sys, 0) ? ex : std::max(ex, ey);
  const int up_x = ex - out.exponent, up_y = ey - out.exponent;
  const double_double mean_x = ldexp(sys.mean[1], up_x), mean_y = ldexp(sys.mean[0], up_y);
  const double_double xx = ldexp(sys.products.get(1, 1), 2 * up_x), yy = ldexp(sys.products.get(0, 0), 2 * up_y);
  out.mean = mean_x - mean_y;
  out.squares = xx + yy - ldexp(sys.products.get(0, 1), up_x + up_y + 1);
  const auto n = static_cast<double>(sys.n);
  out.noise = 0x1p-51 * (std::hypot(mean_x.hi, std::sqrt(xx.hi / n)) + std::hypot(mean_y.hi, std::sqrt(yy.hi / n)));
  return out;
}

}  // namespace

paired_t_result paired_t(const linear_header *state) {
  const linear_system sys = unweighted_system(state);
  if (sys.p != 1) throw error(sqlstate::invalid_parameter_value, "paired values are a state of two columns");
  paired_t_result out;
  out.n = sys.n;
  if (sys.n < 1) return out;
  const paired_sums sums = sums_of_pairs(sys);
  const auto n = static_cast<double>(sys.n);
  out.mean_difference = std::ldexp(static_cast<double>(sums.mean), sums.exponent);
  if (sys.n < 2) return out;
  out.correlation = partial_correlation(state, 1, 2).r;
  out.df = sys.n - 1;
  const double sd = std::sqrt(std::max(0.0, static_cast<double>(sums.squares / (n - 1.0))));
  if (!(sd > sums.noise)) {
    out.sd = 0.0;
    return out;
  }
  const double mean = static_cast<double>(sums.mean), error_of = sd / std::sqrt(n), df = n - 1.0;
  out.sd = std::ldexp(sd, sums.exponent);
  if (!std::isfinite(out.sd) || !std::isfinite(out.mean_difference))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  out.t = mean / error_of;
  out.d_z = mean / sd;
  out.p_two_sided = student_t_two_sided(out.t, df);
  out.p_less = student_t_cdf(out.t, df);
  out.p_greater = student_t_cdf(-out.t, df);
  const double width = student_t_quantile(0.975, df) * error_of;
  out.low = std::ldexp(mean - width, sums.exponent);
  out.high = std::ldexp(mean + width, sums.exponent);
  return out;
}

void check_bounds(double low, double high) {
  check_value(low, "low");
  check_value(high, "high");
  if (!(low < high)) throw error(sqlstate::invalid_parameter_value, "low must be less than high");
}

namespace {

void set_one_sided(tost_result &out, double low, double high) {
  if (!(out.std_error > 0.0) || !std::isfinite(out.df)) return;
  out.t_low = (out.difference - low) / out.std_error;
  out.t_high = (out.difference - high) / out.std_error;
  out.p_low = student_t_cdf(-out.t_low, out.df);
  out.p_high = student_t_cdf(out.t_high, out.df);
  out.p = std::max(out.p_low, out.p_high);
  out.equivalent = out.p < 0.05;
  const double width = student_t_quantile(0.95, out.df) * out.std_error;
  out.low = out.difference - width;
  out.high = out.difference + width;
}

}  // namespace

namespace {

struct bounded_table {
  double low = missing, high = missing;
  std::vector<table_entry> entries;

  moments of(std::string_view name) const {
    for (const table_entry &entry : entries)
      if (entry.parts[1] == name) return entry.values;
    return {};
  }
};

bounded_table bounded_values(const table_header *state) {
  table_expect(state, table_shape::bounds);
  bounded_table out;
  out.entries = table_entries(state);
  for (const table_entry &entry : out.entries) {
    if (entry.parts[0] != out.entries.front().parts[0])
      throw error(sqlstate::invalid_parameter_value, "low and high must be the same in every row");
    out.low = part_number(entry.parts[0], 0);
    out.high = part_number(entry.parts[0], 1);
  }
  return out;
}

}  // namespace

tost_result tost(const table_header *state) {
  const bounded_table given = bounded_values(state);
  const two_moments samples{given.of("1"), given.of("2")};
  const t_test_result test = welch_t(samples, 0.90);
  tost_result out;
  out.n1 = samples.first.n;
  out.n2 = samples.second.n;
  out.difference = test.difference;
  out.std_error = test.std_error;
  out.df = test.df;
  set_one_sided(out, given.low, given.high);
  return out;
}

tost_result tost_paired(const table_header *state) {
  const bounded_table given = bounded_values(state);
  const moments x = given.of("x"), y = given.of("y"), d = given.of("d");
  tost_result out;
  out.n1 = out.n2 = d.n;
  if (d.n < 1) return out;
  out.difference = static_cast<double>(d.mean());
  if (d.n < 2) return out;
  const double noise = 0x1p-51 * (std::fabs(x.mean().hi) + std::fabs(y.mean().hi)), sd = d.sd();
  out.std_error = sd > noise ? sd / std::sqrt(static_cast<double>(d.n)) : 0.0;
  out.df = static_cast<double>(d.n - 1);
  set_one_sided(out, given.low, given.high);
  return out;
}

// ---- corrections ----

namespace {

void check_r(double r) {
  if (!(std::fabs(r) <= 1.0)) throw error(sqlstate::invalid_parameter_value, "r must lie between -1 and 1");
}

void check_positive_sd(double sd, const char *name) {
  if (!(sd > 0.0) || std::isinf(sd))
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be positive and finite");
}

void check_reliability(double value, const char *name) {
  if (!(value > 0.0 && value <= 1.0))
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be above 0 and at most 1");
}

}  // namespace

double correct_range_restriction(double r, double sd_unrestricted, double sd_restricted) {
  check_r(r);
  check_positive_sd(sd_unrestricted, "sd_unrestricted");
  check_positive_sd(sd_restricted, "sd_restricted");
  const double u = sd_unrestricted / sd_restricted;
  if (r == 0.0) return 0.0;
  if (std::isinf(u)) return std::copysign(1.0, r);
  return r * u / std::hypot(std::sqrt((1.0 - r) * (1.0 + r)), r * u);
}

double correct_attenuation(double r, double rxx, double ryy) {
  check_r(r);
  check_reliability(rxx, "rxx");
  check_reliability(ryy, "ryy");
  return r / (std::sqrt(rxx) * std::sqrt(ryy));
}

}  // namespace harmony::statistics
