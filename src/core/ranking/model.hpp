// The model document of the ranking (docs/reference/ranking.md, "The model document"): every constant of both stages.
#pragma once

#include "core/person/bands.hpp"
#include "core/ranking/uncertainty_model.hpp"
#include "core/recruitment/competencies.hpp"
#include "core/recruitment/mlpsm.hpp"
#include "core/team/health_model.hpp"
#include "core/team/team_fit.hpp"

#include <string>

namespace harmony::ranking {

/// How much each weight is changed to see how sensitive a ranking is to it, and how many of the first places count.
struct sensitivity_model {
  double change = 0.20;
  double top = 10.0;

  /// Errors as check_fields(); 22023 for a change of 0 or 1.
  void check() const;
};

inline field_table<sensitivity_model> fields_of(const sensitivity_model &) {
  static constexpr field<sensitivity_model> fields[] = {
      {"change", &sensitivity_model::change, unit_interval},
      {"top", &sensitivity_model::top, {1.0, 1e6, true}},
  };
  return {"sensitivity", field_kind::constant, fields};
}

/// The defaults are those of docs/reference/ranking.md.
struct match_model {
  std::string version = "default";
  recruitment::competency_model fit = recruitment::default_competency_model();
  person::trait_weights p_ind = recruitment::default_p_ind_weights();
  team::team_model team{};
  recruitment::environment_model environment{};
  recruitment::betas success{};
  team::health_model health{};
  sensitivity_model sensitivity{};
  uncertainty_model uncertainty{};

  // Not in the document: fixed in this version.
  recruitment::leadership_cutoffs leader{};
  person::band_cutoffs bands{};
  person::confidence_cutoffs certainty{};

  /// Errors as the check() of the parts.
  void check() const;

  /// Calls visit(key, part) for every part of the document; `model` may be const.
  template <class Model, class Visit>
  static void for_each_part(Model &model, Visit visit) {
    visit("version", model.version);
    visit("competencies", model.fit);
    visit("p_ind", model.p_ind);
    visit("f_team", model.team);
    visit("f_env", model.environment);
    visit("mlpsm", model.success);
    visit("team", model.health);
    visit("sensitivity", model.sensitivity);
    visit("uncertainty", model.uncertainty);
  }
};

}  // namespace harmony::ranking
