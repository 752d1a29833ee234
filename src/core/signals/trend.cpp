#include "core/signals/trend.hpp"

#include "core/signals/scale.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/moments.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace harmony::signals {

namespace {

// Points whose steps are taken m times about their mean: m t − Σt is a whole number, so that a slope of exactly 0 comes
// out as 0.
struct line_points {
  span<std::int32_t> steps;
  span<double> values;
  std::int64_t total = 0;  // of the steps

  line_points(span<std::int32_t> t, span<double> y) : steps(t), values(y) {
    for (const std::int32_t step : steps) total += step;
  }
  std::size_t size() const { return steps.size; }
  double m() const { return static_cast<double>(steps.size); }
  std::int64_t offset(std::size_t i) const { return static_cast<std::int64_t>(steps.size) * steps[i] - total; }
  double centred(std::size_t i) const { return static_cast<double>(offset(i)); }
};

// m² Σ (t − mean t)²; of few steps a sum of whole numbers that fit.
double spread_of(const line_points &points) {
  if (points.size() > 0 && points.steps[points.size() - 1] < 4096) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) sum += points.offset(i) * points.offset(i);
    return static_cast<double>(sum);
  }
  exact_sum sum;
  for (std::size_t i = 0; i < points.size(); ++i) sum.add(points.centred(i) * points.centred(i));
  return sum.total();
}

// Least squares slope of at least two points, in the unit of `scale`.
double slope_of(const line_points &points, const value_scale &scale, double spread) {
  exact_sum products;
  for (std::size_t i = 0; i < points.size(); ++i) products.add(points.centred(i) * scale.in(points.values[i]));
  return products.total() * points.m() / spread;
}

// Standard error of that slope, from the residuals of at least three points.
double error_of_slope(const line_points &points, const value_scale &scale, double spread, double slope) {
  exact_sum sum, squares;
  for (const double y : points.values) sum.add(scale.in(y));
  const double mean = sum.total() / points.m();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double rest = scale.in(points.values[i]) - mean - slope * (points.centred(i) / points.m());
    squares.add(rest * rest);
  }
  const double variance = squares.total() / (points.m() - 2.0);
  return std::sqrt(variance / spread) * points.m();
}

}  // namespace

trend_result trend_of(span<std::int32_t> steps, span<double> values, std::int64_t length) {
  trend_result out;
  out.n = static_cast<std::int64_t>(values.size);
  if (out.n < 2) return out;
  const value_scale scale = value_scale::of(values);
  const line_points all(steps, values);
  const double spread = spread_of(all), slope = slope_of(all, scale, spread);
  out.slope = scale.difference(slope);
  out.direction = slope > 0.0 ? "increasing" : slope < 0.0 ? "decreasing" : "stable";
  if (out.n >= 3) {
    const double std_error = error_of_slope(all, scale, spread, slope);
    out.std_error = scale.difference(std_error);
    out.p_value = slope == 0.0 ? 1.0 : statistics::student_t_two_sided(slope / std_error, all.m() - 2.0);
  }
  const std::int32_t *middle =
      std::lower_bound(steps.begin(), steps.end(), length / 2, [](std::int64_t a, std::int64_t b) { return a < b; });
  const auto before = static_cast<std::size_t>(middle - steps.begin()), after = steps.size - before;
  if (before >= 2 && after >= 2) {
    const line_points first({steps.data, before}, {values.data, before});
    const line_points second({middle, after}, {values.data + before, after});
    out.acceleration = check_range(
        scale.difference(slope_of(second, scale, spread_of(second)) - slope_of(first, scale, spread_of(first))),
        "acceleration");
  }
  return out;
}

trend_result trend(nullable_span<double> series) {
  std::vector<std::int32_t> steps;
  std::vector<double> values;
  for (std::size_t i = 0; i < series.size; ++i) {
    if (series.is_missing(i)) continue;
    statistics::check_value(series.values[i]);
    steps.push_back(static_cast<std::int32_t>(i));
    values.push_back(series.values[i]);
  }
  return trend_of(steps, values, static_cast<std::int64_t>(series.size));
}

}  // namespace harmony::signals
