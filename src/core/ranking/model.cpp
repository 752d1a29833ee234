#include "core/ranking/model.hpp"

#include "core/base/error.hpp"

namespace harmony::ranking {

void sensitivity_model::check() const {
  check_fields(*this);
  if (change == 0.0 || change == 1.0)
    throw error(sqlstate::invalid_parameter_value, "change of the sensitivity must lie between 0 and 1");
}

void match_model::check() const {
  fit.check();
  p_ind.check();
  team.check();
  environment.check();
  success.check();
  health.check();
  sensitivity.check();
  uncertainty.check();
}

}  // namespace harmony::ranking
