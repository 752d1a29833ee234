#include "core/team/risk.hpp"

#include "core/base/format_number.hpp"

#include "core/team/team_fit.hpp"

#include <algorithm>
#include <limits>

namespace harmony::team {

namespace {


constexpr double unbounded = std::numeric_limits<double>::max();

struct input_field {
  std::string_view name;
  double risk_input::*place;
  double lowest, highest;
};

constexpr std::array<input_field, 6> fields{
    {{"performance", &risk_input::performance, 0.0, 100.0},
     {"cohesion", &risk_input::cohesion, 0.0, 100.0},
     {"sd_conscientiousness", &risk_input::sd_conscientiousness, 0.0, unbounded},
     {"min_emotional_stability", &risk_input::min_emotional_stability, 0.0, 100.0},
     {"weather", &risk_input::weather, 1.0, 5.0},
     {"rmssd", &risk_input::rmssd, 0.0, unbounded}}};

/// 100 (best − ew)/(best − worst), which is 25 (5 − ew) on the pulse scale 1…5.
double bad_weather(const risk_input &crew, const risk_model &model) noexcept {
  return 100.0 * (model.weather_best - crew.weather) / (model.weather_best - model.weather_worst);
}

/// Sums the parts that are there with rescaled weights.
risk_score weigh(const std::array<risk_part, risk_part_count> &parts) noexcept {
  risk_score result;
  result.parts = parts;
  double all = 0.0, present = 0.0;
  for (const risk_part &entry : parts) {
    all += entry.weight;
    present += std::isnan(entry.value) ? 0.0 : entry.weight;
  }
  double sum = 0.0;
  for (risk_part &entry : result.parts) {
    const bool counts = !std::isnan(entry.value) && entry.weight > 0.0;
    entry.weight = counts ? entry.weight / present : 0.0;
    entry.contribution = counts ? entry.weight * entry.value : 0.0;
    sum += entry.contribution;
  }
  result.data_quality = present / all;
  if (present > 0.0) result.score = clamp_score(sum);
  return result;
}

risk_part spread(const risk_input &crew, const risk_model &model, double weight) noexcept {
  return {"spread", scaled_sd(crew.sd_conscientiousness, model.sd_cap), weight, 0.0};
}

risk_part fragility(const risk_input &crew, double weight) noexcept {
  return {"fragility", 100.0 - crew.min_emotional_stability, weight, 0.0};
}

}  // namespace

bool risk_input::set(std::string_view name, double value) {
  for (const input_field &field : fields) {
    if (field.name != name) continue;
    if (!(value >= field.lowest && value <= field.highest))
      throw error(sqlstate::numeric_value_out_of_range, "\"" + std::string(name) + "\" is out of range",
                  "The value is " + format_number(value) + "; it must be at least " + format_number(field.lowest) +
                      (field.highest < unbounded ? " and at most " + format_number(field.highest) + "." : " and finite."));
    this->*field.place = value;
    return true;
  }
  return false;
}

void risk_model::check() const {
  person::check_weights({conflict_gap, conflict_spread, conflict_fragility, conflict_weather}, "hidden conflict");
  person::check_weights({volatility_pulse, volatility_weather, volatility_fragility, volatility_spread},
                             "team volatility");
  if (!(sd_cap > 0.0 && rmssd_cap > 0.0 && weather_best > weather_worst))
    throw error(sqlstate::invalid_parameter_value, "scales of the team risks must have a width above 0");
}

risk_score hidden_conflict(const risk_input &crew, const risk_model &model) {
  model.check();
  const double lead = crew.performance - crew.cohesion;
  const double gap = std::isnan(lead) ? missing : std::max(0.0, lead);
  return weigh({risk_part{"gap", gap, model.conflict_gap, 0.0}, spread(crew, model, model.conflict_spread),
                fragility(crew, model.conflict_fragility),
                risk_part{"weather", bad_weather(crew, model), model.conflict_weather, 0.0}});
}

risk_score team_volatility(const risk_input &crew, const risk_model &model) {
  model.check();
  return weigh({risk_part{"pulse", scaled_sd(crew.rmssd, model.rmssd_cap), model.volatility_pulse, 0.0},
                risk_part{"weather", bad_weather(crew, model), model.volatility_weather, 0.0},
                fragility(crew, model.volatility_fragility), spread(crew, model, model.volatility_spread)});
}

}  // namespace harmony::team
