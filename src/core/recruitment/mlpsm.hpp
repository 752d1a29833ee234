// Stage 2 of hiring: the multi-level success model and its terms (spec/crew.md, "Stage 2: MLPSM"). F_team lives in
// core/team/team_fit.hpp.
#pragma once

#include "core/person/profile.hpp"

#include <array>
#include <string_view>

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

/// A unit's demands and resources, each 0…1.
struct environment {
  double charter_intensity = missing;
  double management_pressure = missing;
  double salary_index = missing;
  double rest_days_ratio = missing;
  double private_cabin_ratio = missing;

  /// Sets a field by its name; false when there is no such field. Error 22003 when the value is not within 0…1.
  bool set(std::string_view name, double value);

  bool complete() const noexcept;
};

/// Job demands and resources (Bakker and Demerouti 2007): weights, caps and the status bands of R/D.
struct environment_model {
  double salary = 0.40, rest_days = 0.35, private_cabin = 0.25;  // R
  double charter_intensity = 0.60, management_pressure = 0.40;   // D
  double least_demand = 0.01;                                    // D is at least this
  double ratio_cap = 2.0;                                        // R/D counts up to this
  double burnout_below = 0.40, at_risk_below = 0.70, balanced_below = 1.50;

  /// Error 22023 unless the weights are finite, ≥ 0 and sum above 0, and the floor and the cap are above 0.
  void check() const;
};

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

  /// Sets a field by its name; false when there is no such field. Error 22003 when the value is not within 0…1.
  bool set(std::string_view name, double value);
};

/// The preferences of a leader whose own profile is known.
leadership leadership_of(const profile &leader) noexcept;

struct leadership_cutoffs {
  double excellent_below = 0.25, good_below = 0.45, tension_below = 0.70;  // distance/√3
  double gap = 0.30, critical_gap = 0.50;                                  // |leader − crew| of one dimension
};

struct leadership_gap {
  const char *dimension = nullptr;  // autonomy, feedback, structure
  double gap = missing;             // leader − crew, −1…1
  const char *label = nullptr;      // CRITICAL_GAP, CAPTAIN_MORE, CREW_MORE or ALIGNED
};

struct leadership_fit {
  double score = missing;     // 0…100
  double distance = missing;  // ‖leader − crew‖₂/√3, 0…1
  const char *label = nullptr;
  std::array<leadership_gap, 3> gaps{};  // each where both sides have the dimension
};

/// F_lmx = 100 (1 − ‖leader − crew‖₂/√3) (leader-member exchange: Graen and Uhl-Bien 1995; distance as misfit: Edwards
/// 1994). Labels EXCELLENT, GOOD, TENSION, CRITICAL. Missing unless both sides have all three. Error 22003 when a
/// preference of the leader is not within 0…1.
leadership_fit f_lmx(const profile &crew, const leadership &leader, const leadership_cutoffs &cutoffs = {});

// ---- ŷ ----

inline constexpr std::size_t term_count = 4;
inline constexpr std::array<const char *, term_count> term_names{"p_ind", "f_team", "f_env", "f_lmx"};

/// The four terms in the order of `term_names`, 0…100 each, missing ones NaN.
using terms = std::array<double, term_count>;

struct betas {
  double intercept = 0.0;
  std::array<double, term_count> slope{0.25, 0.35, 0.20, 0.20};

  /// Error 22023 unless all are finite and none beyond `largest_weight`. Negative ones are allowed.
  void check() const;
};

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
/// is when all terms are missing. Error 22023 when a β is not finite, 22003 when a term is infinite.
prediction mlpsm(const terms &values, const betas &model = {});

/// Σ |β| q / Σ |β| for qualities q of the terms (0 for a missing one): the data quality of ŷ, 0…1; 0 when Σ |β| is 0.
double mlpsm_quality(const std::array<double, term_count> &quality, const betas &model) noexcept;

}  // namespace harmony::recruitment
