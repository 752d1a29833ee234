#include "core/statistics/reliability.hpp"
#include "core/base/score.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/double_double.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace harmony::statistics {
namespace {

constexpr double smallest_uniqueness = 0.005;  // psych::fa's lower bound
constexpr int most_sweeps = 20000;
constexpr double cancelled = 1e-12;  // what is left of a sum without the item that dominates it is summed anew

// A square matrix in row-major order that someone else owns.
struct square {
  const double *values;
  std::size_t k;
  double operator()(std::size_t i, std::size_t j) const { return values[i * k + j]; }
};

void check(const square &s, const double *means, int k, std::int64_t n) {
  if (k < 1) throw error(sqlstate::invalid_parameter_value, "a scale needs at least one item");
  if (n < 0) throw error(sqlstate::invalid_parameter_value, "number of rows must not be negative");
  if (n < 2) return;
  for (std::size_t i = 0; i < s.k; ++i) {
    bool finite = std::isfinite(means[i]);
    for (std::size_t j = 0; j < s.k; ++j) finite = finite && std::isfinite(s(i, j));
    if (!finite)
      throw error(sqlstate::invalid_parameter_value, "item " + std::to_string(i + 1) + " is not finite",
                  "Its mean or one of its covariances is NaN or infinite.");
  }
}

// k/(k-1) (1 - trace / total); NaN without variance or for fewer than two items.
double alpha_of(double_double trace, double_double total, std::size_t k) {
  if (k < 2 || !(total.hi > 0.0)) return missing;
  const double items = static_cast<double>(k);
  return static_cast<double>((double_double(1.0) - trace / total) * (double_double(items) / (items - 1.0)));
}

double_double row_sum(const square &s, std::size_t i) {
  double_double sum;
  for (std::size_t j = 0; j < s.k; ++j) sum += s(i, j);
  return sum;
}

bool all_vary(const square &s) {
  for (std::size_t i = 0; i < s.k; ++i)
    if (!(s(i, i) > 0.0)) return false;
  return true;
}

std::vector<double> correlations(const square &s) {
  std::vector<double> r(s.k * s.k, 1.0);
  for (std::size_t i = 0; i < s.k; ++i)
    for (std::size_t j = 0; j < s.k; ++j)
      if (i != j) r[i * s.k + j] = s(i, j) / std::sqrt(s(i, i)) / std::sqrt(s(j, j));
  return r;
}

// Sum of all covariances but item i's.
double_double sum_without(const square &s, std::size_t i) {
  poll_interrupt();
  double_double sum;
  for (std::size_t a = 0; a < s.k; ++a)
    for (std::size_t b = 0; b < s.k; ++b)
      if (a != i && b != i) sum += s(a, b);
  return sum;
}

void set_items(reliability_result *out, const square &s, double_double total) {
  for (std::size_t i = 0; i < s.k; ++i) {
    double_double with_rest, trace_rest;
    for (std::size_t j = 0; j < s.k; ++j) {
      if (j == i) continue;
      with_rest += s(i, j);
      trace_rest += s(j, j);
    }
    double_double rest = total - with_rest * 2.0 - s(i, i);
    if (rest.hi < cancelled * s(i, i)) rest = sum_without(s, i);
    if (s.k > 1 && s(i, i) > 0.0 && rest.hi > 0.0)
      out->item_total_r[i] = static_cast<double>(with_rest / sqrt(rest * s(i, i)));
    out->alpha_if_deleted[i] = alpha_of(trace_rest, rest, s.k - 1);
  }
}

void set_interval(reliability_result *out) {
  if (std::isnan(out->alpha) || out->alpha >= 1.0) return;
  const double df1 = static_cast<double>(out->n - 1), df2 = df1 * (out->k - 1);
  out->alpha_low = 1.0 - (1.0 - out->alpha) * f_quantile(0.975, df1, df2);
  out->alpha_high = 1.0 - (1.0 - out->alpha) * f_quantile(0.025, df1, df2);
}

double clipped(double loading) {
  const double most = std::sqrt(1.0 - smallest_uniqueness);
  return std::min(most, std::max(-most, loading));
}

// First principal component, by power iteration on R + k I (shifted: the largest eigenvalue, not the largest in size).
std::vector<double> first_component(const square &r) {
  std::vector<double> v(r.k, 1.0), w(r.k);
  double root = 0.0;
  for (std::size_t i = 0; i < r.k; ++i) v[i] += 1e-3 * static_cast<double>(i) / static_cast<double>(r.k);
  for (int sweep = 0; sweep < 200; ++sweep) {
    double length = 0.0;
    for (std::size_t i = 0; i < r.k; ++i) {
      w[i] = v[i] * static_cast<double>(r.k);
      for (std::size_t j = 0; j < r.k; ++j) w[i] += r(i, j) * v[j];
      length += w[i] * w[i];
    }
    length = std::sqrt(length);
    root = 0.0;
    for (std::size_t i = 0; i < r.k; ++i) v[i] = w[i] / length;
    for (std::size_t i = 0; i < r.k; ++i)
      for (std::size_t j = 0; j < r.k; ++j) root += v[i] * r(i, j) * v[j];
  }
  for (double &x : v) x = clipped(x * std::sqrt(std::max(root, 0.0)));
  return v;
}

// One Gauss-Seidel sweep of Harman and Jones: each loading minimises its own row's residuals, l_i = sum r_ij l_j /
// sum l_j² over j other than i. Returns the largest change.
double sweep_loadings(const square &r, std::vector<double> *l) {
  double change = 0.0;
  for (std::size_t i = 0; i < r.k; ++i) {
    double above = 0.0, below = 0.0;
    for (std::size_t j = 0; j < r.k; ++j) {
      if (j == i) continue;
      above += r(i, j) * (*l)[j];
      below += (*l)[j] * (*l)[j];
    }
    const double next = below > 0.0 ? clipped(above / below) : 0.0;
    change = std::max(change, std::fabs(next - (*l)[i]));
    (*l)[i] = next;
  }
  return change;
}

std::vector<double> minimum_residual_loadings(const square &r) {
  if (r.k == 2) return std::vector<double>(2, r(0, 1) < 0.0 ? missing : clipped(std::sqrt(r(0, 1))));
  std::vector<double> l = first_component(r);
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    if (sweep % 64 == 0) poll_interrupt();
    if (sweep_loadings(r, &l) < 1e-16) break;
  }
  double sum = 0.0;
  for (const double x : l) sum += x;
  if (sum < 0.0)
    for (double &x : l) x = -x;
  return l;
}

double omega_of(const std::vector<double> &l) {
  double sum = 0.0, unique = 0.0;
  for (const double x : l) {
    sum += x;
    unique += 1.0 - x * x;
  }
  return sum * sum / (sum * sum + unique);
}

}  // namespace

reliability_result reliability(const double *covariance, const double *means, int k, std::int64_t n) {
  const square s = {covariance, static_cast<std::size_t>(std::max(k, 0))};
  check(s, means, k, n);
  reliability_result out;
  out.n = n;
  out.k = k;
  out.alpha = out.alpha_low = out.alpha_high = out.standardized_alpha = out.omega_total = missing;
  for (std::vector<double> *v : {&out.item_total_r, &out.alpha_if_deleted, &out.item_mean, &out.item_sd, &out.loadings})
    v->assign(s.k, missing);
  if (n >= 1) std::copy_n(means, s.k, out.item_mean.begin());
  if (n < 2) return out;
  double_double trace, total;
  for (std::size_t i = 0; i < s.k; ++i) {
    out.item_sd[i] = std::sqrt(std::max(0.0, s(i, i)));
    trace += s(i, i);
    total += row_sum(s, i);
  }
  out.alpha = alpha_of(trace, total, s.k);
  set_interval(&out);
  set_items(&out, s, total);
  if (s.k < 2 || !all_vary(s)) return out;
  const std::vector<double> values = correlations(s);
  const square r = {values.data(), s.k};
  double_double sum_r;
  for (std::size_t i = 0; i < s.k; ++i) sum_r += row_sum(r, i);
  out.standardized_alpha = alpha_of(static_cast<double>(s.k), sum_r, s.k);
  out.loadings = minimum_residual_loadings(r);
  out.omega_total = omega_of(out.loadings);
  return out;
}

}  // namespace harmony::statistics
