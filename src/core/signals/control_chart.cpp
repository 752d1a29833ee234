#include "core/signals/control_chart.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/signals/peers.hpp"
#include "core/signals/scale.hpp"
#include "core/statistics/moments.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::signals {

namespace {

using statistics::check_value;

constexpr double root_pi = 1.77245385090551602730;
constexpr double range_to_sd = root_pi / 2.0;  // 1/d2 of two values

double limit_constant(chart_constants constants) {
  return constants == chart_constants::exact ? 3.0 * range_to_sd : 2.66;
}
// 1 + 3 d3/d2, d2 = 2/√π, d3 = √(2 − 4/π)
double range_constant(chart_constants constants) {
  return constants == chart_constants::exact ? 1.0 + 3.0 * std::sqrt(2.0 - 4.0 / (root_pi * root_pi)) * range_to_sd
                                             : 3.267;
}

// The observed elements of a chart, and their places.
struct chart_data {
  std::vector<double> values, sizes;
  std::vector<std::size_t> places;
  std::size_t baseline = 0;  // of how many the limits are

  void set_baseline(const chart_options &options) {
    baseline = values.size();
    if (options.baseline > 0.0 && options.baseline < static_cast<double>(baseline))
      baseline = static_cast<std::size_t>(options.baseline);
  }
};

// The mean of a vector, or of those below a limit.
double mean_below(const std::vector<double> &values, std::size_t n, double limit) {
  exact_sum sum;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (!(values[i] < limit)) continue;
    sum.add(values[i]);
    ++counted;
  }
  return counted > 0 ? check_range(sum.total() / static_cast<double>(counted), "moving range") : missing;
}

// Distances between neighbours: one less than values.
std::vector<double> moving_ranges(span<double> values) {
  std::vector<double> ranges;
  for (std::size_t i = 1; i < values.size; ++i)
    ranges.push_back(check_range(std::fabs(values[i] - values[i - 1]), "moving range"));
  return ranges;
}

std::vector<chart_point> chart_of_values(const chart_data &data, const chart_options &options) {
  std::vector<chart_point> points(data.values.size());
  if (points.empty()) return points;
  const std::vector<double> ranges = moving_ranges(data.values);
  const std::size_t n_ranges = data.baseline - 1;
  const double centre = moments_of_peers({data.values.data(), data.baseline}).mean;
  const double most = range_constant(options.constants);
  double mean = mean_below(ranges, n_ranges, infinity);
  if (options.screen && mean > 0.0) mean = mean_below(ranges, n_ranges, most * mean);
  const double width = limit_constant(options.constants) * mean;
  for (std::size_t i = 0; i < points.size(); ++i) {
    chart_point &p = points[i];
    p.value = data.values[i];
    p.centre = centre;
    p.sigma = width / 3.0;
    p.lower = centre - width;
    p.upper = centre + width;
    p.mr_upper = most * mean;
    if (std::isinf(p.lower) || std::isinf(p.upper) || std::isinf(p.mr_upper)) check_range(infinity, "limit");
    if (i > 0) p.moving_range = ranges[i - 1];
  }
  return points;
}

// Σx/Σn, the standard deviation of each point, and Laney's factor.
std::vector<chart_point> chart_of_counts(const chart_data &data, chart_kind kind) {
  const bool proportion = kind == chart_kind::p || kind == chart_kind::pp;
  exact_sum counts, sizes;
  for (std::size_t i = 0; i < data.baseline; ++i) {
    counts.add(data.values[i]);
    sizes.add(data.sizes[i]);
  }
  std::vector<chart_point> points(data.values.size());
  if (points.empty()) return points;
  const double centre = check_range(counts.total(), "sum of values") / check_range(sizes.total(), "sum of sizes");
  std::vector<double> z;
  for (std::size_t i = 0; i < points.size(); ++i) {
    chart_point &p = points[i];
    p.value = check_range(data.values[i] / data.sizes[i], "rate");
    p.centre = centre;
    p.sigma = std::sqrt(centre * (proportion ? 1.0 - centre : 1.0) / data.sizes[i]);
    z.push_back(p.sigma > 0.0 ? (p.value - centre) / p.sigma : 0.0);
  }
  double factor = 1.0;
  if (kind == chart_kind::pp || kind == chart_kind::up)
    factor = mean_below(moving_ranges(z), data.baseline - 1, infinity) * range_to_sd;
  for (chart_point &p : points) {
    p.sigma *= factor;
    if (std::isnan(p.sigma)) continue;
    p.lower = std::fmax(0.0, centre - 3.0 * p.sigma);
    p.upper = check_range(centre + 3.0 * p.sigma, "limit");
    if (proportion) p.upper = std::fmin(1.0, p.upper);
  }
  return points;
}

void check_count(double value, double size, chart_kind kind) {
  check_value(size, "size");
  if (value < 0.0) throw error(sqlstate::invalid_parameter_value, "value must not be negative in a chart of counts");
  if (size < 0.0) throw error(sqlstate::invalid_parameter_value, "size must not be negative");
  if (size == 0.0 && value > 0.0)
    throw error(sqlstate::invalid_parameter_value, "size must be greater than 0 where value is");
  if ((kind == chart_kind::p || kind == chart_kind::pp) && value > size)
    throw error(sqlstate::invalid_parameter_value, "value must not exceed size in a chart of proportions");
}

chart_data observed(chart_kind kind, nullable_span<double> values, nullable_span<double> sizes) {
  chart_data data;
  for (std::size_t i = 0; i < values.size; ++i) {
    if (i % poll_every == 0) poll_interrupt();
    if (values.is_missing(i)) continue;
    check_value(values.values[i]);
    if (kind != chart_kind::xmr) {
      if (sizes.is_missing(i)) continue;
      check_count(values.values[i], sizes.values[i], kind);
      if (sizes.values[i] == 0.0) continue;
      data.sizes.push_back(sizes.values[i]);
    }
    data.values.push_back(values.values[i]);
    data.places.push_back(i);
  }
  return data;
}

template <class T, std::size_t n>
T named(std::string_view name, const std::pair<const char *, T> (&known)[n], const char *what) {
  std::string names;
  for (const auto &[key, value] : known) {
    if (name == key) return value;
    names += (names.empty() ? "" : ", ") + std::string(key);
  }
  throw error(sqlstate::invalid_parameter_value, std::string("unknown ") + what + " \"" + std::string(name) + "\"", "",
              "Known are " + names + ".");
}

}  // namespace

chart_kind chart_kind_named(std::string_view name) {
  static constexpr std::pair<const char *, chart_kind> kinds[] = {{"xmr", chart_kind::xmr},
                                                                  {"p", chart_kind::p},
                                                                  {"u", chart_kind::u},
                                                                  {"pp", chart_kind::pp},
                                                                  {"up", chart_kind::up}};
  return named(name, kinds, "kind of chart");
}

chart_constants chart_constants_named(std::string_view name) {
  static constexpr std::pair<const char *, chart_constants> constants[] = {{"exact", chart_constants::exact},
                                                                           {"nhs", chart_constants::nhs}};
  return named(name, constants, "constants");
}

rule_set rule_set_named(std::string_view name) {
  static constexpr std::pair<const char *, rule_set> sets[] = {
      {"nhs", rule_set::nhs}, {"western_electric", rule_set::western_electric}, {"nelson", rule_set::nelson}};
  return named(name, sets, "rules");
}

void chart_options::check() const {
  const bool whole = std::isfinite(baseline) && std::floor(baseline) == baseline;
  if (!whole || (baseline != 0.0 && baseline < 2.0))
    throw error(sqlstate::invalid_parameter_value, "baseline must be a whole number from 2");
  if (points != 6.0 && points != 7.0) throw error(sqlstate::invalid_parameter_value, "points must be 6 or 7");
}

std::vector<std::optional<chart_point>> control_chart(chart_kind kind, nullable_span<double> values,
                                                      nullable_span<double> sizes, const chart_options &options) {
  options.check();
  if (kind != chart_kind::xmr && values.size != sizes.size)
    throw error(sqlstate::invalid_parameter_value, "value and size must have the same number of elements",
                "There are " + std::to_string(values.size) + " values and " + std::to_string(sizes.size) + " sizes.");
  chart_data data = observed(kind, values, sizes);
  data.set_baseline(options);
  std::vector<chart_point> points =
      kind == chart_kind::xmr ? chart_of_values(data, options) : chart_of_counts(data, kind);
  std::vector<std::optional<chart_point>> chart(values.size);
  if (points.empty()) return chart;
  std::vector<double> y, sigma;
  for (const chart_point &p : points) {
    y.push_back(p.value);
    sigma.push_back(p.sigma);
  }
  const auto rules = chart_rules(y, points[0].centre, sigma, options.rules, static_cast<int>(options.points));
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i].rules = rules[i];
    chart[data.places[i]] = points[i];
  }
  return chart;
}

}  // namespace harmony::signals
