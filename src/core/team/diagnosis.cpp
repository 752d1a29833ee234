#include "core/team/diagnosis.hpp"

#include "core/base/error.hpp"
#include "core/person/bands.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::team {

using person::exceeds;
using person::falls_below;

namespace {

// By performance (low, medium, high), then cohesion.
constexpr std::array<std::array<const char *, 3>, 3> cell_names{
    {{"failing", "drifting", "sheltered"}, {"strained", "steady", "close_knit"}, {"brittle", "driven", "thriving"}}};

level level_of(double value, double high, double medium) noexcept {
  if (std::isnan(value)) return level::unknown;
  if (!falls_below(value, high)) return level::high;
  return falls_below(value, medium) ? level::low : level::medium;
}

risk_level risk_of(double value, const risk_cutoffs &cutoffs) noexcept {
  if (std::isnan(value)) return risk_level::unknown;
  if (exceeds(value, cutoffs.critical_above)) return risk_level::critical;
  if (exceeds(value, cutoffs.high_above)) return risk_level::high;
  return exceeds(value, cutoffs.medium_above) ? risk_level::medium : risk_level::low;
}

team_type type_of(level performance, level cohesion, risk_level risk) noexcept {
  const bool weak = performance == level::low, loose = cohesion == level::low;
  if (risk == risk_level::critical || (weak && loose)) return team_type::breakdown;
  if (risk == risk_level::high || (loose && performance == level::medium)) return team_type::at_risk;
  if (performance == level::high && (loose || risk == risk_level::medium)) return team_type::high_output_fragile;
  if (weak && cohesion != level::unknown) return team_type::social_underpowered;
  if (performance == level::unknown || cohesion == level::unknown || risk == risk_level::unknown)
    return team_type::unknown;
  return performance == level::high && cohesion == level::high ? team_type::elite : team_type::standard;
}

const char *signal_of(level performance, level cohesion) noexcept {
  if (performance == level::low) return cohesion == level::low ? "both" : "performance";
  return cohesion == level::low ? "social" : "none";
}

void check_order(std::initializer_list<double> cutoffs, const char *what) {
  double last = -std::numeric_limits<double>::infinity();
  for (const double cutoff : cutoffs) {
    if (!(cutoff >= last))
      throw error(sqlstate::invalid_parameter_value, std::string("cut-offs of ") + what + " must be in order");
    last = cutoff;
  }
}

template <class Enum>
std::size_t index_of(Enum value) noexcept {
  return static_cast<std::size_t>(value);
}

}  // namespace

const action_table &default_actions() {
  static const action_table actions{{{"SUPPORT", "SUPPORT", "SUPPORT", "INTERVENE"},
                                     {"BUILD_TRUST", "CHECK_IN", "MEDIATE", "INTERVENE"},
                                     {"BUILD_TRUST", "EASE_LOAD", "MEDIATE", "INTERVENE"},
                                     {"RAISE_SKILLS", "RAISE_SKILLS", "CHECK_IN", "INTERVENE"},
                                     {"CELEBRATE", "OBSERVE", "CHECK_IN", "INTERVENE"},
                                     {"MAINTAIN", "OBSERVE", "CHECK_IN", "INTERVENE"}}};
  return actions;
}

void diagnosis_model::check() const {
  check_fields(matrix);
  check_fields(levels);
  risk.check();
  check_order({matrix.performance_medium, matrix.performance_high}, "performance");
  check_order({matrix.cohesion_medium, matrix.cohesion_high}, "cohesion");
  check_order({levels.medium_above, levels.high_above, levels.critical_above}, "risk");
}

diagnosis diagnose(const risk_input &known, const diagnosis_model &model) {
  diagnosis result;
  result.performance = level_of(known.performance, model.matrix.performance_high, model.matrix.performance_medium);
  result.cohesion = level_of(known.cohesion, model.matrix.cohesion_high, model.matrix.cohesion_medium);
  if (result.performance != level::unknown && result.cohesion != level::unknown) {
    result.cell = cell_names[index_of(result.performance)][index_of(result.cohesion)];
    result.signal = signal_of(result.performance, result.cohesion);
  }
  result.hidden_conflict = hidden_conflict(known, model.risk);
  result.team_volatility = team_volatility(known, model.risk);
  result.data_quality = (result.hidden_conflict.data_quality + result.team_volatility.data_quality) / 2.0;
  // fmax ignores the one that is missing.
  result.risk = risk_of(std::fmax(result.hidden_conflict.score, result.team_volatility.score), model.levels);
  result.type = type_of(result.performance, result.cohesion, result.risk);
  if (result.type != team_type::unknown && result.risk != risk_level::unknown)
    result.action = model.actions[index_of(result.type)][index_of(result.risk)];
  return result;
}

}  // namespace harmony::team
