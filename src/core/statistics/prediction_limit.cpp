#include "core/statistics/prediction_limit.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/score.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/multiple_testing.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::statistics {

namespace {

constexpr int most_steps = 100;
constexpr double limit_level = 0.95;
// Of the largest squared distance: the least error of a mean, so that a group without variance has a finite weight.
constexpr double least_error = 1e-12;

// A group's mean and its squared standard error, in units of the largest distance.
struct point {
  double mean, error, n;
};

void check(span<group_summary> groups) {
  if (groups.size > most_limited_groups)
    throw error(sqlstate::program_limit_exceeded, "too many groups for prediction limits",
                "There are " + std::to_string(groups.size) + "; at most 2000 can be judged.");
  for (const group_summary &g : groups) {
    if (!(g.n >= 0.0) || std::floor(g.n) != g.n || std::isinf(g.n))
      throw error(sqlstate::invalid_parameter_value, "the size of a group must be a whole number, 0 or more");
    if (g.n < 2.0) continue;
    if (!std::isfinite(g.mean)) throw error(sqlstate::invalid_parameter_value, "the mean of a group must be finite");
    if (!std::isfinite(g.variance) || g.variance < 0.0)
      throw error(sqlstate::invalid_parameter_value, "the variance of a group must be finite and not negative");
  }
}

// Sums over all points but one, at a variance between groups.
struct weighted_sums {
  double weights = 0.0, squared_weights = 0.0, mean = 0.0;
  double q = 0.0, slope = 0.0;  // Σ w (x - m)², and -dq/dtau² = Σ w² (x - m)²
};

weighted_sums sums_without(const std::vector<point> &points, std::size_t left_out, double tau_squared) {
  weighted_sums s;
  for (std::size_t j = 0; j < points.size(); ++j) {
    if (j == left_out) continue;
    const double w = 1.0 / (tau_squared + points[j].error);
    s.weights += w;
    s.squared_weights += w * w;
    s.mean += w * points[j].mean;
  }
  s.mean /= s.weights;
  for (std::size_t j = 0; j < points.size(); ++j) {
    if (j == left_out) continue;
    const double w = 1.0 / (tau_squared + points[j].error), d = points[j].mean - s.mean;
    s.q += w * d * d;
    s.slope += w * w * d * d;
  }
  return s;
}

// The root of q = count - 1, or 0. 1/q is concave in tau² (q is a sum of c/(tau² + e) with c >= 0), and a straight line
// for equal errors: Newton's steps on it go to the left of the root at once, then up to it without passing it.
double paule_mandel(const std::vector<point> &points, std::size_t left_out, double count, double start) {
  const double target = count - 1.0;
  if (!(sums_without(points, left_out, 0.0).q > target)) return 0.0;
  double tau_squared = start;
  for (int step = 0; step < most_steps; ++step) {
    const weighted_sums s = sums_without(points, left_out, tau_squared);
    const double change = (s.q / target - 1.0) * s.q / s.slope;
    const double next = std::max(0.0, tau_squared + change);
    const bool found = std::fabs(next - tau_squared) <= 1e-14 * next;
    tau_squared = next;
    if (found) break;
  }
  return tau_squared;
}

void judge(const std::vector<point> &points, std::size_t i, double start, prediction_limit *out) {
  const double k = static_cast<double>(points.size()) - 1.0;
  const double tau_squared = k < 2.0 ? missing : paule_mandel(points, i, k, start);
  const weighted_sums s = sums_without(points, i, k < 2.0 ? 0.0 : tau_squared);
  out->rest_mean = s.mean;
  out->difference = points[i].mean - s.mean;
  out->tau_squared = tau_squared;
  if (k < 3.0) return;
  const double square = tau_squared + points[i].error + 1.0 / s.weights;
  const double spread = s.weights - s.squared_weights / s.weights;
  const double noise = (k - 1.0) / (spread * spread) + points[i].error * points[i].error / (points[i].n - 1.0);
  out->std_error = std::sqrt(square);
  out->df = std::min(k - 2.0, std::max(points[i].n - 1.0, square * square / noise));
  out->t = out->difference / out->std_error;
  out->p = student_t_cdf(out->t, out->df);
  out->low = s.mean - student_t_quantile(limit_level, out->df) * out->std_error;
}

// The largest distance between a mean and the first one, or root of a squared error.
double unit_of(span<group_summary> groups, const std::vector<std::size_t> &kept) {
  double unit = 0.0;
  for (const std::size_t i : kept) {
    unit = std::max(unit, std::fabs(groups[i].mean - groups[kept[0]].mean));
    unit = std::max(unit, std::sqrt(groups[i].variance / groups[i].n));
  }
  if (std::isinf(unit))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                "The means lie so far apart that their distance exceeds the range of double precision.");
  return unit;
}

void scale_back(double unit, double origin, prediction_limit *limit) {
  limit->rest_mean = origin + limit->rest_mean * unit;
  limit->low = origin + limit->low * unit;
  limit->difference *= unit;
  limit->std_error *= unit;
  limit->tau_squared *= unit * unit;
}

}  // namespace

std::vector<prediction_limit> prediction_limits(span<group_summary> groups) {
  check(groups);
  std::vector<prediction_limit> out(groups.size,
                                    {missing, missing, missing, missing, missing, missing, missing, missing, missing});
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < groups.size; ++i)
    if (groups[i].n >= 2.0) kept.push_back(i);
  if (kept.size() < 2) return out;
  const double unit = unit_of(groups, kept), origin = groups[kept[0]].mean;
  if (!(unit > 0.0)) return out;
  std::vector<point> points;
  for (const std::size_t i : kept) {
    const double error = groups[i].variance / groups[i].n / unit / unit;
    points.push_back({(groups[i].mean - origin) / unit, std::max(error, least_error), groups[i].n});
  }
  const std::size_t none = points.size();
  const double start = paule_mandel(points, none, static_cast<double>(none), 1.0);
  std::vector<double> p(groups.size, missing);
  for (std::size_t i = 0; i < none; ++i) {
    poll_interrupt();
    judge(points, i, start, &out[kept[i]]);
    scale_back(unit, origin, &out[kept[i]]);
    p[kept[i]] = out[kept[i]].p;
  }
  const std::vector<double> q = fdr_bh(p);
  for (std::size_t i = 0; i < groups.size; ++i) out[i].q = q[i];
  return out;
}

}  // namespace harmony::statistics
