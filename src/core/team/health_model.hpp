// Every constant of the team's health: the key "team" of the model document.
#pragma once

#include "core/team/diagnosis.hpp"
#include "core/team/sociogram.hpp"
#include "core/team/weather.hpp"

namespace harmony::team {

struct health_model {
  weather_model weather{};
  diagnosis_model diagnosis{};
  dyad_model dyad{};
  sociogram_model sociogram{};

  /// Errors as the check() of the parts.
  void check() const {
    weather.check();
    diagnosis.check();
    dyad.check();
    sociogram.check();
  }

  /// Calls visit(key, part) for every part of the document; `model` may be const.
  template <class Model, class Visit>
  static void for_each_part(Model &model, Visit visit) {
    visit("matrix", model.diagnosis.matrix);
    visit("weather", model.weather);
    visit("hidden_conflict", model.diagnosis.risk.conflict);
    visit("team_volatility", model.diagnosis.risk.volatility);
    visit("scales", model.diagnosis.risk.scales);
    visit("risk_level", model.diagnosis.levels);
    visit("dyad", model.dyad);
    visit("actions", model.diagnosis.actions);
    visit("sociogram", model.sociogram);
  }
};

}  // namespace harmony::team
