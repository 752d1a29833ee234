#include "core/recruitment/safety.hpp"
#include "core/base/ascii.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <array>

namespace harmony::recruitment {

using person::bit_of;
using person::falls_below;
using person::trait_name;

namespace {

constexpr std::array<std::string_view, 5> level_names{"CLEAR", "UNASSESSED", "ADVISORY", "HIGH_RISK", "DISQUALIFIED"};

bool same_word(std::string_view left, std::string_view right) noexcept {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char one, char other) { return to_lower(one) == to_lower(other); });
}

bool applies(const safety_rule &rule, std::optional<std::string_view> position) {
  if (rule.positions.empty()) return true;
  if (!position) return false;
  return std::any_of(rule.positions.begin(), rule.positions.end(),
                     [&](const std::string &name) { return same_word(name, *position); });
}

void check_rule(const safety_rule &rule) {
  const auto refuse = [&](const char *why) {
    throw error(sqlstate::invalid_parameter_value,
                "safety rule on trait \"" + std::string(trait_name(rule.which)) + "\" " + why);
  };
  if (!std::isfinite(rule.below)) refuse("must have a finite threshold");
  if (rule.effect < safety_level::advisory) refuse("must have the effect ADVISORY, HIGH_RISK or DISQUALIFIED");
}

}  // namespace

bool same_position(std::string_view left, std::string_view right) noexcept { return same_word(left, right); }

std::string_view level_name(safety_level level) noexcept { return level_names[static_cast<std::size_t>(level)]; }

std::optional<safety_level> find_level(std::string_view name) noexcept {
  if (same_word(name, "hard")) return safety_level::disqualified;
  if (same_word(name, "soft")) return safety_level::high_risk;
  for (std::size_t k = 0; k < level_names.size(); ++k)
    if (same_word(name, level_names[k])) return static_cast<safety_level>(k);
  return std::nullopt;
}

const std::vector<safety_rule> &default_safety_rules() {
  static const std::vector<safety_rule> rules{
      {trait::emotional_stability, 15.0, safety_level::disqualified},
      {trait::agreeableness, 15.0, safety_level::disqualified},
      {trait::emotional_stability, 30.0, safety_level::high_risk},
      {trait::agreeableness, 30.0, safety_level::high_risk},
      {trait::conscientiousness, 25.0, safety_level::high_risk},
      {trait::gca, 20.0, safety_level::high_risk, {"Captain", "First Mate", "Chief Engineer", "2nd Engineer"}},
      {trait::resilience, 35.0, safety_level::advisory},
      {trait::conscientiousness, 35.0, safety_level::advisory}};
  return rules;
}

safety_rules rules_for(std::optional<std::string_view> position, const std::vector<safety_rule> &rules) {
  safety_rules chosen;
  for (std::size_t k = 0; k < rules.size(); ++k) {
    check_rule(rules[k]);
    if (!applies(rules[k], position)) continue;
    chosen.rules.push_back({rules[k].which, rules[k].effect, static_cast<std::uint32_t>(k), rules[k].below});
    chosen.traits |= bit_of(rules[k].which);
    if (rules[k].effect == safety_level::disqualified) chosen.hard |= bit_of(rules[k].which);
  }
  std::stable_sort(chosen.rules.begin(), chosen.rules.end(),
                   [](const auto &left, const auto &right) { return left.effect > right.effect; });
  return chosen;
}

safety_assessment assess(const profile &person, const safety_rules &rules) {
  const trait_mask measured = person.measured_mask();
  safety_assessment result;
  result.unassessed = rules.unassessed(measured);
  for (const safety_rules::prepared &rule : rules.rules) {
    const double value = person.percent(rule.which);
    if (falls_below(value, rule.below))
      result.fired.push_back({rule.index, rule.effect, rule.which, rule.below, value});
  }
  if (!result.fired.empty()) {
    result.level = result.fired.front().effect;
  } else if (rules.misses_hard(measured)) {
    result.level = safety_level::unassessed;
  }
  return result;
}

safety_assessment assess(const profile &person, std::optional<std::string_view> position,
                         const std::vector<safety_rule> &rules) {
  return assess(person, rules_for(position, rules));
}

safety_screen screen(const profile &person, trait_mask measured, const safety_rules &rules) noexcept {
  safety_screen result;
  for (std::size_t k = 0; k < rules.rules.size(); ++k) {
    if (!falls_below(person.percent(rules.rules[k].which), rules.rules[k].below)) continue;
    result.fired |= std::uint64_t{1} << k;
    result.level = std::max(result.level, rules.rules[k].effect);
  }
  if (result.fired == 0 && rules.misses_hard(measured)) result.level = safety_level::unassessed;
  return result;
}

}  // namespace harmony::recruitment
