#include "core/workforce/what_if.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::workforce {
namespace {

constexpr std::uint32_t most_evaluations = 60;
constexpr double bracket_share = 1e-6;

}  // namespace

tornado draw_tornado(const config &asked, const std::vector<input_span> &spans, std::string_view metric, double most) {
  check_outcome(asked, metric);
  check_runs(asked, 1.0 + 2.0 * static_cast<double>(spans.size()), most);
  tornado out;
  out.base = outcome_of(asked, metric);
  for (const input_span &each : spans)
    out.bars.push_back({each, outcome_of(with_input(asked, each.input, each.low), metric),
                        outcome_of(with_input(asked, each.input, each.high), metric)});
  std::sort(out.bars.begin(), out.bars.end(), [](const tornado_bar &a, const tornado_bar &b) {
    const double width_a = std::fabs(a.at_high - a.at_low), width_b = std::fabs(b.at_high - b.at_low);
    return width_a != width_b ? width_a > width_b : a.span.input < b.span.input;
  });
  return out;
}

sought seek(const config &asked, std::string_view input, std::string_view metric, double goal, double low, double high,
            double most) {
  check_outcome(asked, metric);
  if (!std::isfinite(goal)) throw error(sqlstate::invalid_parameter_value, "goal must be finite");
  const bounds range = range_of(asked, input);
  for (const double end : {low, high})
    if (!(end >= range.low && end <= range.high)) refuse_value("the bracket", field_kind::constant, input, range, end);
  low = taken(range, low);
  high = taken(range, high);
  if (!(low < high))
    throw error(sqlstate::invalid_parameter_value, "low must be below high",
                range.whole ? "Both are rounded to whole numbers." : "");
  check_runs(asked, most_evaluations, most);

  sought out;
  const auto at = [&](double value) {
    ++out.evaluations;
    return outcome_of(with_input(asked, input, value), metric);
  };
  const auto finish = [&](double value, double outcome) {
    out.value = value;
    out.outcome = outcome;
    return out;
  };
  const double width = high - low;
  double at_low = at(low), at_high = at(high);
  if (goal < std::min(at_low, at_high) || goal > std::max(at_low, at_high))
    return std::fabs(at_low - goal) <= std::fabs(at_high - goal) ? finish(low, at_low) : finish(high, at_high);
  out.reached = true;
  const bool rises = at_high >= at_low;
  while (high - low > bracket_share * width && out.evaluations < most_evaluations) {
    double middle = low + (high - low) / 2.0;
    if (range.whole) middle = std::floor(middle);
    if (middle <= low) break;
    const double found = at(middle);
    const bool goal_above = rises ? found < goal : found > goal;
    (goal_above ? low : high) = middle;
    (goal_above ? at_low : at_high) = found;
  }
  return std::fabs(at_low - goal) < std::fabs(at_high - goal) ? finish(low, at_low) : finish(high, at_high);
}

}  // namespace harmony::workforce
