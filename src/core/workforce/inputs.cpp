#include "core/workforce/inputs.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/workforce/answer.hpp"
#include "core/workforce/metrics.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::workforce {
namespace {

constexpr std::string_view money_prefix = "money.", present_value = "npv";

// Calls visit(struct, field) for the input of that name.
template <class Config, class Visit>
void with_field(Config &asked, std::string_view input, Visit visit) {
  if (input.substr(0, money_prefix.size()) == money_prefix) {
    const auto table = fields_of(asked.money);
    const auto *found = table.find(input.substr(money_prefix.size()));
    if (found != nullptr && has_key(asked.model, "money")) return visit(asked.money, *found);
  } else {
    const auto table = fields_of(asked.numbers);
    const auto *found = table.find(input);
    if (found != nullptr && has_key(asked.model, input) && input != "n_iterations" && input != "n_steps")
      return visit(asked.numbers, *found);
  }
  throw error(
      sqlstate::invalid_parameter_value, "input \"" + std::string(input) + "\" is none that can be changed", "",
      "Inputs are the numbers of the configuration but n_iterations and n_steps, and money.licence_month and so on.");
}

}  // namespace

double input_of(const config &asked, std::string_view input) {
  double value = missing;
  with_field(asked, input, [&](const auto &numbers, const auto &field) { value = numbers.*field.member; });
  if (!std::isnan(value)) return value;
  return input == "new_tasks" ? 0.0 : asked.numbers.automation_factor;
}

bounds range_of(const config &asked, std::string_view input) {
  bounds range = unit_interval;
  with_field(asked, input, [&](const auto &, const auto &field) { range = field.within; });
  return range;
}

double taken(const bounds &range, double value) { return range.whole ? std::nearbyint(value) : value; }

config with_input(const config &asked, std::string_view input, double value) {
  config changed = asked;
  with_field(changed, input, [&](auto &numbers, const auto &field) {
    const double put = taken(field.within, value);
    if (!field.within.hold(put)) refuse_value("config", field_kind::constant, field.name, field.within, value);
    numbers.*field.member = put;
  });
  return changed;
}

input_span span_of(const config &asked, std::string_view input, double span) {
  if (!(span > 0.0) || !std::isfinite(span))
    throw error(sqlstate::invalid_parameter_value, "span of \"" + std::string(input) + "\" must be above 0");
  const double base = input_of(asked, input);
  const bounds range = range_of(asked, input);
  return {std::string(input), taken(range, std::max(range.low, base - span)),
          taken(range, std::min(range.high, base + span))};
}

void check_outcome(const config &asked, std::string_view metric) {
  if (metric == present_value && asked.model == model_kind::v2) return;
  find_metric(asked, metric, {});
}

double outcome_of(const config &asked, std::string_view metric) {
  const raw_result all = run(asked);
  if (metric == present_value) {
    const std::vector<double> values = present_values_of(asked, all);
    return mean_of(values.data(), values.size());
  }
  const std::vector<double> values = values_of(asked, all, asked.steps(), find_metric(asked, metric, {}));
  return mean_of(values.data(), values.size());
}

void check_runs(const config &asked, double runs, double most) {
  const double agent_steps =
      runs * asked.numbers.n_iterations * static_cast<double>(asked.agents()) * asked.numbers.n_steps;
  if (agent_steps > most)
    throw error(sqlstate::program_limit_exceeded, "simulation is too large",
                format_number(runs) + " runs would take " + format_number(agent_steps) +
                    " agents times steps times iterations; at most " + format_number(most) + " are allowed.");
}

}  // namespace harmony::workforce
