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
};

}  // namespace harmony::team
