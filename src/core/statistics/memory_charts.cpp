#include "core/statistics/memory_charts.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/moments.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

void check_chart(nullable_span<double> values, double target, double sd) {
  for (std::size_t t = 0; t < values.size; ++t)
    if (!values.is_missing(t)) check_value(values.values[t], "values");
  check_value(target, "target");
  if (!(sd > 0.0 && std::isfinite(sd)))
    throw error(sqlstate::invalid_parameter_value, "sd must be finite and greater than 0");
}

double in_chart_range(double x) {
  if (!std::isfinite(x)) throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  return x;
}

// Of a chart over the values: a point for each, `observe(value, point)` fills those that are there.
template <class Point, class Observe>
std::vector<Point> chart_of(nullable_span<double> values, Observe &&observe) {
  std::vector<Point> points(values.size);
  for (std::size_t t = 0; t < values.size; ++t) {
    if (t % 65536 == 0) poll_interrupt();
    points[t].i = static_cast<std::int32_t>(t) + 1;
    if (values.is_missing(t)) continue;
    points[t].value = values.values[t];
    observe(values.values[t], points[t]);
  }
  return points;
}

}  // namespace

std::vector<ewma_point> ewma_chart(nullable_span<double> values, double target, double sd,
                                   const ewma_options &options) {
  check_chart(values, target, sd);
  const double lambda = options.lambda, rest = 1.0 - lambda;
  if (!(lambda > 0.0 && lambda <= 1.0))
    throw error(sqlstate::invalid_parameter_value, "lambda must be greater than 0 and at most 1");
  if (!(options.l > 0.0 && std::isfinite(options.l)))
    throw error(sqlstate::invalid_parameter_value, "l must be finite and greater than 0");
  double off = 0.0, observed = 0.0;
  return chart_of<ewma_point>(values, [&](double x, ewma_point &point) {
    observed += 1.0;
    // Relative to the target: a value at it is at it, however small sd is.
    off = lambda * in_chart_range(x - target) + rest * off;
    const double reached = options.steady ? 1.0 : -std::expm1(2.0 * observed * std::log1p(-lambda));
    const double width = in_chart_range(options.l * sd * std::sqrt(lambda / (2.0 - lambda) * reached));
    point.ewma = in_chart_range(target + off);
    point.low = in_chart_range(target - width);
    point.high = in_chart_range(target + width);
    point.signal = std::fabs(off) > width;
  });
}

std::vector<cusum_point> cusum_chart(nullable_span<double> values, double target, double sd, double k, double h) {
  check_chart(values, target, sd);
  if (!(k >= 0.0 && std::isfinite(k)))
    throw error(sqlstate::invalid_parameter_value, "k must be finite and not negative");
  if (!(h > 0.0 && std::isfinite(h)))
    throw error(sqlstate::invalid_parameter_value, "h must be finite and greater than 0");
  const double slack = in_chart_range(k * sd), limit = in_chart_range(h * sd);
  double high = 0.0, low = 0.0;
  return chart_of<cusum_point>(values, [&](double x, cusum_point &point) {
    const double off = in_chart_range(x - target);
    high = in_chart_range(std::fmax(0.0, high + off - slack));
    low = in_chart_range(std::fmax(0.0, low - off - slack));
    point.high = high;
    point.low = low;
    point.signal = high > limit || low > limit;
  });
}

}  // namespace harmony::statistics
