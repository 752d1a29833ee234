// Diagnosis of a team: its cell in the matrix of performance and cohesion, its risks, its type, and the recommended
// action (docs/reference/team.md, "Diagnosis").
#pragma once

#include "core/team/risk.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace harmony::team {

/// Three levels of performance and of cohesion, 0…100.
struct matrix_cutoffs {
  double performance_high = 70.0, performance_medium = 50.0;
  double cohesion_high = 70.0, cohesion_medium = 40.0;
};

inline field_table<matrix_cutoffs> fields_of(const matrix_cutoffs &) {
  static constexpr field<matrix_cutoffs> fields[] = {
      {"performance_high", &matrix_cutoffs::performance_high, any_number},
      {"performance_medium", &matrix_cutoffs::performance_medium, any_number},
      {"cohesion_high", &matrix_cutoffs::cohesion_high, any_number},
      {"cohesion_medium", &matrix_cutoffs::cohesion_medium, any_number},
  };
  return {"matrix", field_kind::constant, fields};
}

/// A risk (HCD or TVI, the worse of both) above these is medium, high, critical.
struct risk_cutoffs {
  double medium_above = 25.0, high_above = 45.0, critical_above = 60.0;
};

inline field_table<risk_cutoffs> fields_of(const risk_cutoffs &) {
  static constexpr field<risk_cutoffs> fields[] = {
      {"medium_above", &risk_cutoffs::medium_above, any_number},
      {"high_above", &risk_cutoffs::high_above, any_number},
      {"critical_above", &risk_cutoffs::critical_above, any_number},
  };
  return {"risk_level", field_kind::constant, fields};
}

enum class level : std::uint8_t { low, medium, high, unknown };
enum class risk_level : std::uint8_t { low, medium, high, critical, unknown };
enum class team_type : std::uint8_t {
  breakdown,
  at_risk,
  high_output_fragile,
  social_underpowered,
  elite,
  standard,
  unknown
};
inline constexpr std::size_t risk_level_count = 4, team_type_count = 6;
inline constexpr std::array<const char *, 3> level_names{"low", "medium", "high"};
inline constexpr std::array<const char *, risk_level_count> risk_level_names{"low", "medium", "high", "critical"};
inline constexpr std::array<const char *, team_type_count> team_type_names{
    "BREAKDOWN", "AT_RISK", "HIGH_OUTPUT_FRAGILE", "SOCIAL_UNDERPOWERED", "ELITE", "STANDARD"};

/// Codes of recommended actions, by type and risk.
using action_table = std::array<std::array<std::string, risk_level_count>, team_type_count>;
const action_table &default_actions();

struct diagnosis_model {
  matrix_cutoffs matrix{};
  risk_model risk{};
  risk_cutoffs levels{};
  action_table actions = default_actions();

  /// Errors as check_fields() of the parts; 22023 unless cut-offs are in order.
  void check() const;
};

struct diagnosis {
  level performance = level::unknown, cohesion = level::unknown;
  const char *cell = nullptr;    // one of nine; nullptr unless both levels are known
  const char *signal = nullptr;  // none, social (cohesion low), performance (performance low), both
  risk_score hidden_conflict, team_volatility;
  risk_level risk = risk_level::unknown;  // of the worse of the two, or of the one that is known
  team_type type = team_type::unknown;
  std::string action;         // empty unless type and risk are known
  double data_quality = 0.0;  // mean of that of the two risks
};

/// Evaluates what is known of a team. The types are tested from worst to best, the first that holds counts:
///   BREAKDOWN            risk critical, or performance and cohesion both low
///   AT_RISK              risk high, or cohesion low while performance is medium
///   HIGH_OUTPUT_FRAGILE  performance high, and cohesion low or risk medium
///   SOCIAL_UNDERPOWERED  performance low, cohesion medium or high
///   ELITE                performance and cohesion high, risk low
///   STANDARD             all else
/// A test on an unknown level does not hold; ELITE and STANDARD need all three levels. The model must have passed
/// check().
diagnosis diagnose(const risk_input &known, const diagnosis_model &model);

}  // namespace harmony::team
