// Stage 2 of hiring: the multi-level success model and its terms (docs/reference/ranking.md, "Stage 2: success with
// this team"). F_team is in core/team/team_fit.hpp.
#pragma once

#include "core/base/field.hpp"
#include "core/person/profile.hpp"

#include <array>

namespace harmony::recruitment {

using person::profile;
using person::trait_weights;

// ---- P_ind ----

/// gca .50, conscientiousness .35, autonomy_drive .15.
const trait_weights &default_p_ind_weights();

/// P_ind = Σ w x / Σ w over the measured traits, 0…100; traits of low polarity count as 100 − x, preferences × 100.
/// Missing when none was measured. Error 22023 when the weights do not sum to a number above 0.
scored p_ind(const profile &person, const trait_weights &weights = default_p_ind_weights());

// ---- F_env ----

/// Demands on a team and its resources, each 0…1. The keys charter_intensity and private_cabin_ratio are words of the
/// documents, whatever the team does.
struct environment {
  double work_intensity = missing;
  double management_pressure = missing;
  double salary = missing;
  double rest_days = missing;
  double private_room = missing;
};

inline field_table<environment> fields_of(const environment &) {
  static constexpr field<environment> fields[] = {
      {"charter_intensity", &environment::work_intensity, unit_interval},
      {"management_pressure", &environment::management_pressure, unit_interval},
      {"salary_index", &environment::salary, unit_interval},
      {"rest_days_ratio", &environment::rest_days, unit_interval},
      {"private_cabin_ratio", &environment::private_room, unit_interval},
  };
  return {"environment", field_kind::measure, fields};
}

/// Job demands and resources (Bakker and Demerouti 2007): weights, caps and the status bands of R/D.
struct environment_model {
  double salary = 0.40, rest_days = 0.35, private_room = 0.25;  // R
  double work_intensity = 0.60, management_pressure = 0.40;     // D
  double least_demand = 0.01;                                   // D is at least this
  double ratio_cap = 2.0;                                       // R/D counts up to this
  double burnout_below = 0.40, at_risk_below = 0.70, balanced_below = 1.50;

  /// Errors as check_fields().
  void check() const;
};

inline field_table<environment_model> fields_of(const environment_model &) {
  static constexpr field<environment_model> fields[] = {
      {"salary_index", &environment_model::salary, not_negative, "resources"},
      {"rest_days_ratio", &environment_model::rest_days, not_negative, "resources"},
      {"private_cabin_ratio", &environment_model::private_room, not_negative, "resources"},
      {"charter_intensity", &environment_model::work_intensity, not_negative, "demands"},
      {"management_pressure", &environment_model::management_pressure, not_negative, "demands"},
      {"least_demand", &environment_model::least_demand, above_zero},
      {"ratio_cap", &environment_model::ratio_cap, above_zero},
      {"burnout_below", &environment_model::burnout_below, any_number},
      {"at_risk_below", &environment_model::at_risk_below, any_number},
      {"balanced_below", &environment_model::balanced_below, any_number},
  };
  return {"environment weights", field_kind::constant, fields};
}

struct environment_fit {
  double score = missing;      // 0…100
  double ratio = missing;      // R/D
  double resources = missing;  // R
  double demands = missing;    // D
  const char *status = nullptr;
};

/// R, D, R/D and its status (BURNOUT_RISK, AT_RISK, BALANCED, COMFORTABLE); all missing when a field is missing.
/// `score` is left missing. Error 22003 when a field is not within 0…1.
environment_fit evaluate_environment(const environment &given, const environment_model &model = {});

/// F_env = 100 · min(R/D, cap)/cap · resilience/100, 0…100; missing when either is missing.
double f_env_score(double ratio, double resilience, const environment_model &model = {}) noexcept;

/// Both of the above for a person. Without resilience the score alone is missing.
environment_fit f_env(const profile &person, const environment &given, const environment_model &model = {});

// ---- F_lmx ----

/// The leader's preferences, each 0…1.
struct leadership {
  double autonomy = missing;
  double feedback = missing;
  double structure = missing;
};

inline field_table<leadership> fields_of(const leadership &) {
  static constexpr field<leadership> fields[] = {
      {"autonomy", &leadership::autonomy, unit_interval},
      {"feedback", &leadership::feedback, unit_interval},
      {"structure", &leadership::structure, unit_interval},
  };
  return {"leadership", field_kind::measure, fields};
}

/// The preferences of a leader whose own profile is known.
leadership leadership_of(const profile &leader) noexcept;

struct leadership_cutoffs {
  double excellent_below = 0.25, good_below = 0.45, tension_below = 0.70;  // distance/√3
  double gap = 0.30, critical_gap = 0.50;                                  // |leader − member| of one dimension
};

/// The labels CAPTAIN_MORE (the leader more) and CREW_MORE (the member more) are words of the documents.
struct leadership_gap {
  const char *dimension = nullptr;  // autonomy, feedback, structure
  double gap = missing;             // leader − member, −1…1
  const char *label = nullptr;      // CRITICAL_GAP, CAPTAIN_MORE, CREW_MORE or ALIGNED
};

struct leadership_fit {
  double score = missing;     // 0…100
  double distance = missing;  // ‖leader − member‖₂/√3, 0…1
  const char *label = nullptr;
  std::array<leadership_gap, 3> gaps{};  // each where both sides have the dimension
};

/// F_lmx = 100 (1 − ‖leader − member‖₂/√3) (leader-member exchange: Graen and Uhl-Bien 1995; distance as misfit:
/// Edwards 1994). Labels EXCELLENT, GOOD, TENSION, CRITICAL. Missing unless both sides have all three. Error 22003 when
/// a preference of the leader is not within 0…1.
leadership_fit f_lmx(const profile &member, const leadership &leader, const leadership_cutoffs &cutoffs = {});

// ---- ŷ ----

inline constexpr std::size_t term_count = 4;
inline constexpr std::array<const char *, term_count> term_names{"p_ind", "f_team", "f_env", "f_lmx"};

/// The four terms in the order of `term_names`, 0…100 each or missing.
using terms = std::array<double, term_count>;

struct betas {
  double intercept = 0.0;
  double p_ind = 0.25, f_team = 0.35, f_env = 0.20, f_lmx = 0.20;

  /// Errors as check_fields(). Negative ones are allowed.
  void check() const;
};

/// The betas of the terms, in the order of `term_names`.
inline constexpr std::array<double betas::*, term_count> slopes{&betas::p_ind, &betas::f_team, &betas::f_env,
                                                                &betas::f_lmx};

inline field_table<betas> fields_of(const betas &) {
  static constexpr field<betas> fields[] = {
      {"intercept", &betas::intercept, any_number}, {term_names[0], slopes[0], any_number},
      {term_names[1], slopes[1], any_number},       {term_names[2], slopes[2], any_number},
      {term_names[3], slopes[3], any_number},
  };
  return {"betas", field_kind::constant, fields};
}

struct prediction {
  double score = missing;      // ŷ, 0…100
  double unclamped = missing;  // intercept + Σ contributions
  double data_quality = 0.0;   // Σ |β| of the terms present / Σ |β|
  double intercept = 0.0;
  std::array<double, term_count> beta{};          // rescaled; 0 for a missing term
  std::array<double, term_count> contribution{};  // β·F; 0 for a missing term
};

/// ŷ = intercept + Σ β F, clamped to 0…100. When terms are missing, the β of the rest are rescaled to the same sum;
/// where that takes a factor that is not above 0 (possible with negative β) or the rest sums to 0, ŷ is missing, as it
/// is when all terms are missing. Errors as betas::check(); 22003 when a term is infinite.
prediction mlpsm(const terms &values, const betas &model = {});

/// Σ |β| q / Σ |β| for qualities q of the terms (0 for a missing one): the data quality of ŷ, 0…1; 0 when Σ |β| is 0.
double mlpsm_quality(const std::array<double, term_count> &quality, const betas &model) noexcept;

}  // namespace harmony::recruitment
