// The safety barrier: non-compensatory rules on single traits (docs/reference/ranking.md,
// "Stage 1: fit to the position").
#pragma once

#include "core/person/bands.hpp"
#include "core/person/profile.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::recruitment {

using person::band_cutoffs;
using person::profile;
using person::trait;
using person::trait_mask;

/// From harmless to worst; the worst fired rule wins. Unassessed: no rule fired, but a trait of a rule that
/// disqualifies was not measured.
enum class safety_level : std::uint8_t { clear, unassessed, advisory, high_risk, disqualified };

/// "CLEAR", "UNASSESSED", "ADVISORY", "HIGH_RISK", "DISQUALIFIED".
std::string_view level_name(safety_level level) noexcept;

/// The level of a rule's effect, any case: a level's name, or "hard" (DISQUALIFIED), "soft" (HIGH_RISK). Nothing for
/// another word.
std::optional<safety_level> find_level(std::string_view name) noexcept;

/// Whether two names are of one position: without regard to ASCII case.
bool same_position(std::string_view left, std::string_view right) noexcept;

/// Fires when the trait was measured and is strictly below the threshold (0…100, preferences × 100), without noise:
/// falls_below().
struct safety_rule {
  trait which;
  double below;
  safety_level effect;
  std::vector<std::string> positions = {};  // empty: for all positions, and without one
};

/// The eight rules of docs/reference/ranking.md; names of positions are default data.
const std::vector<safety_rule> &default_safety_rules();

/// The rules that apply to one position, ready for many candidates.
struct safety_rules {
  struct prepared {
    trait which;
    safety_level effect;
    std::uint32_t index;  // in the list of rules they were chosen from
    double below;
  };
  std::vector<prepared> rules;  // worst effect first, then in the list's order
  trait_mask traits = 0;        // of all rules
  trait_mask hard = 0;          // of the rules that disqualify

  /// The traits of rules that cannot be judged: they were not measured.
  trait_mask unassessed(trait_mask measured) const noexcept { return traits & ~measured; }

  /// Whether a rule that disqualifies cannot be judged.
  bool misses_hard(trait_mask measured) const noexcept { return (hard & ~measured) != 0; }
};

/// Chooses the rules for a position; names compare without regard to ASCII case. Without a position, rules restricted
/// to positions are skipped. Error 22023 when a threshold is not finite or an effect is CLEAR or UNASSESSED.
safety_rules rules_for(std::optional<std::string_view> position,
                       const std::vector<safety_rule> &rules = default_safety_rules());

struct fired_rule {
  std::uint32_t index;  // in the list of rules
  safety_level effect;
  trait which;
  double below;  // 0…100
  double value;  // the measured value, 0…100
};

struct safety_assessment {
  safety_level level = safety_level::clear;
  std::vector<fired_rule> fired;  // worst first, then in the list's order
  trait_mask unassessed = 0;      // safety_rules::unassessed()
};

/// Evaluates one profile. A trait that was not measured skips its rules and is named.
safety_assessment assess(const profile &person, const safety_rules &rules);

/// As above for one position, choosing the rules first. Errors as rules_for().
safety_assessment assess(const profile &person, std::optional<std::string_view> position = std::nullopt,
                         const std::vector<safety_rule> &rules = default_safety_rules());

/// The allocation-free form: the level, and bit k set when rules.rules[k] fired. At most 64 rules (the caller checks).
struct safety_screen {
  safety_level level = safety_level::clear;
  std::uint64_t fired = 0;
};
safety_screen screen(const profile &person, trait_mask measured, const safety_rules &rules) noexcept;

/// DISQUALIFIED or HIGH_RISK by safety whatever the score, else the band of g_fit; nullptr when that is missing.
inline const char *fit_label(safety_level level, double g_fit, const band_cutoffs &cutoffs = {}) noexcept {
  if (level == safety_level::disqualified) return "DISQUALIFIED";
  if (level == safety_level::high_risk) return "HIGH_RISK";
  return success_label(g_fit, cutoffs);
}

}  // namespace harmony::recruitment
