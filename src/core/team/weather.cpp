#include "core/team/weather.hpp"

#include "core/base/error.hpp"
#include "core/base/format_number.hpp"
#include "core/base/interrupt.hpp"
#include "core/person/bands.hpp"
#include "core/statistics/linear_model.hpp"

#include <algorithm>
#include <type_traits>

namespace harmony::team {

using person::falls_below;

namespace {

static_assert(std::is_trivially_copyable_v<pulse> && sizeof(pulse) == 32, "pulses move between processes as they are");

/// Sorted by person, day and value; those of one person and day become their mean.
std::vector<pulse> one_a_day(std::vector<pulse> pulses) {
  std::sort(pulses.begin(), pulses.end(), [](const pulse &left, const pulse &right) {
    if (left.person != right.person) return left.person < right.person;
    return left.day != right.day ? left.day < right.day : left.value < right.value;
  });
  poll_interrupt();
  std::size_t kept = 0;
  for (std::size_t first = 0; first < pulses.size();) {
    std::size_t next = first;
    double sum = 0.0;
    for (; next < pulses.size() && pulses[next].person == pulses[first].person && pulses[next].day == pulses[first].day;
         ++next)
      sum += pulses[next].value;
    pulse merged = pulses[first];
    merged.value = sum / static_cast<double>(next - first);
    pulses[kept++] = merged;
    first = next;
  }
  pulses.resize(kept);
  return pulses;
}

/// Mean square of the differences between one person's pulses and the ones before.
void evaluate_swings(weather &result, const std::vector<pulse> &pulses) {
  double sum = 0.0;
  for (std::size_t k = 1; k < pulses.size(); ++k) {
    if (pulses[k].person != pulses[k - 1].person) continue;
    const double step = pulses[k].value - pulses[k - 1].value;
    sum += step * step;
    ++result.n_differences;
  }
  if (result.n_differences > 0) result.rmssd = std::sqrt(sum / static_cast<double>(result.n_differences));
}

/// Calls visit(day, mean) for each day of pulses that are sorted by day.
template <class Visit>
void for_each_day(const std::vector<pulse> &pulses, Visit visit) {
  for (std::size_t first = 0; first < pulses.size();) {
    std::size_t next = first;
    double sum = 0.0;
    for (; next < pulses.size() && pulses[next].day == pulses[first].day; ++next) sum += pulses[next].value;
    visit(pulses[first].day, sum / static_cast<double>(next - first));
    first = next;
  }
}

/// Ordinary least squares of the daily means on the day.
void evaluate_trend(weather &result, const std::vector<pulse> &by_day, std::int64_t as_of) {
  std::vector<double> memory(statistics::linear_state_size(1, false) / sizeof(double) + 1);
  statistics::linear_header *state = statistics::linear_init(memory.data(), 1);
  for_each_day(by_day, [&](std::int64_t day, double mean) {
    const double row[] = {static_cast<double>(day - as_of), mean};
    statistics::linear_add(state, row);
    ++result.trend_days;
  });
  if (result.trend_days < 2) return;
  const statistics::linear_model line = statistics::fit_ols(state, true);
  result.slope = line.coefficients[1];
  if (result.trend_days < 3) return;
  result.slope_low = line.ci_low[1];
  result.slope_high = line.ci_high[1];
  result.trend = result.slope_low > 0.0 ? "improving" : (result.slope_high < 0.0 ? "declining" : "steady");
}

const char *status_of(double mean, const weather_model &model) noexcept {
  if (std::isnan(mean)) return nullptr;
  if (!falls_below(mean, model.excellent_from)) return "excellent";
  if (!falls_below(mean, model.stable_from)) return "stable";
  return falls_below(mean, model.turbulent_from) ? "critical" : "turbulent";
}

void look_ahead(weather &result, const weather_model &model) noexcept {
  if (std::isnan(result.shrunk) || result.trend == nullptr) return;
  const auto after = [&](double slope) {
    return std::clamp(result.shrunk + model.outlook_days * slope, pulse_scale.low, pulse_scale.high);
  };
  const bool steady = result.slope_low <= 0.0 && result.slope_high >= 0.0;
  result.outlook = after(steady ? 0.0 : result.slope);
  result.outlook_low = after(result.slope_low);
  result.outlook_high = after(result.slope_high);
  result.outlook_status = status_of(result.outlook, model);
}

/// Mean, days and people of the pulses since a day, sorted by day.
void evaluate_now(weather &result, const std::vector<pulse> &by_day, std::int64_t since, const weather_model &model) {
  std::vector<std::array<std::uint8_t, 16>> people;
  double sum = 0.0;
  std::int64_t last_day = since - 1;
  for (const pulse &answer : by_day) {
    if (answer.day < since) continue;
    sum += answer.value;
    people.push_back(answer.person);
    if (answer.day != last_day) ++result.days_observed;
    last_day = answer.day;
  }
  result.n_pulses = people.size();
  std::sort(people.begin(), people.end());
  result.n_people = static_cast<std::size_t>(std::unique(people.begin(), people.end()) - people.begin());
  if (result.n_pulses == 0) return;
  const double k = std::min(1.0, result.days_observed / model.days);
  result.mean = sum / static_cast<double>(result.n_pulses);
  result.shrunk = result.mean * k + model.neutral * (1.0 - k);
  result.status = status_of(result.mean, model);
}

}  // namespace

void weather_model::check() const {
  check_fields(*this);
  if (!(days <= trend_days))
    throw error(sqlstate::invalid_parameter_value, "days of the weather must not be more than its trend_days");
}

pulse_pool::pulse_pool(std::int64_t as_of, const weather_model &model) : as_of_(as_of), model_(model) {
  model_.check();
}

void pulse_pool::add(const pulse &answer) {
  if (!pulse_scale.hold(answer.value))
    throw error(sqlstate::numeric_value_out_of_range, "pulse is off the scale",
                "The value is " + format_number(answer.value) + "; it must be at least " +
                    format_number(pulse_scale.low) + " and at most " + format_number(pulse_scale.high) + ".");
  if (answer.day <= as_of_ && answer.day > as_of_ - static_cast<std::int64_t>(model_.trend_days))
    pulses_.push_back(answer);
}

void pulse_pool::merge(const pulse_pool &other) {
  if (other.as_of_ != as_of_)
    throw error(sqlstate::invalid_parameter_value, "pulses of one team must be evaluated as of one day", "",
                "Pass the same as_of for every row of a group.");
  pulses_.insert(pulses_.end(), other.pulses_.begin(), other.pulses_.end());
}

void pulse_pool::serialize(native_writer &out) const {
  out.value(as_of_);
  out.value(model_);
  out.values(pulses_);
}

pulse_pool pulse_pool::deserialize(native_reader &in) {
  const auto as_of = in.value<std::int64_t>();
  pulse_pool pool(as_of, in.value<weather_model>());
  for (const pulse &answer : in.values<pulse>()) pool.add(answer);
  return pool;
}

weather pulse_pool::finish() const {
  weather result;
  std::vector<pulse> pulses = one_a_day(pulses_);
  evaluate_swings(result, pulses);
  std::stable_sort(pulses.begin(), pulses.end(),
                   [](const pulse &left, const pulse &right) { return left.day < right.day; });
  evaluate_now(result, pulses, as_of_ - static_cast<std::int64_t>(model_.days) + 1, model_);
  evaluate_trend(result, pulses, as_of_);
  look_ahead(result, model_);
  return result;
}

}  // namespace harmony::team
