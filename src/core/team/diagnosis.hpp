// Diagnosis of a crew: its cell in the matrix of performance and cohesion, its risks, its type, and what to do.
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

/// A risk (HCD or TVI, the worse of both) above these is medium, high, critical.
struct risk_cutoffs {
  double medium_above = 25.0, high_above = 45.0, critical_above = 60.0;
};

enum class level : std::uint8_t { low, medium, high, unknown };
enum class risk_level : std::uint8_t { low, medium, high, critical, unknown };
enum class crew_type : std::uint8_t {
  breakdown,
  at_risk,
  high_output_fragile,
  social_underpowered,
  elite,
  standard,
  unknown
};
inline constexpr std::size_t risk_level_count = 4, crew_type_count = 6;
inline constexpr std::array<const char *, 3> level_names{"low", "medium", "high"};
inline constexpr std::array<const char *, risk_level_count> risk_level_names{"low", "medium", "high", "critical"};
inline constexpr std::array<const char *, crew_type_count> crew_type_names{
    "BREAKDOWN", "AT_RISK", "HIGH_OUTPUT_FRAGILE", "SOCIAL_UNDERPOWERED", "ELITE", "STANDARD"};

/// Codes of what to do, by type and risk.
using action_table = std::array<std::array<std::string, risk_level_count>, crew_type_count>;
const action_table &default_actions();

struct diagnosis_model {
  matrix_cutoffs matrix{};
  risk_model risk{};
  risk_cutoffs levels{};
  action_table actions = default_actions();

  /// Error 22023 unless the cut-offs are finite and in order; errors as risk_model::check().
  void check() const;
};

struct diagnosis {
  level performance = level::unknown, cohesion = level::unknown;
  const char *cell = nullptr;    // one of nine; nullptr unless both levels are known
  const char *signal = nullptr;  // none, social (cohesion low), performance (performance low), both
  risk_score hidden_conflict, team_volatility;
  risk_level risk = risk_level::unknown;  // of the worse of the two, or of the one there is
  crew_type type = crew_type::unknown;
  std::string action;         // empty unless type and risk are known
  double data_quality = 0.0;  // mean of the two risks' own
};

/// Judges what is known of a crew. The types are tested from worst to best, the first that holds counts:
///   BREAKDOWN            risk critical, or performance and cohesion both low
///   AT_RISK              risk high, or cohesion low while performance is medium
///   HIGH_OUTPUT_FRAGILE  performance high, and cohesion low or risk medium
///   SOCIAL_UNDERPOWERED  performance low, cohesion medium or high
///   ELITE                performance and cohesion high, risk low
///   STANDARD             all else
/// What is unknown makes no test hold; ELITE and STANDARD take all three. The model must have passed check().
diagnosis diagnose(const risk_input &crew, const diagnosis_model &model);

}  // namespace harmony::team
