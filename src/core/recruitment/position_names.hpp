// Positions that a request names in no benchmark and no rule: most likely misspelt.
#pragma once

#include "core/recruitment/safety.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::recruitment {

struct unknown_position {
  std::string message;
  std::string hint;  // the nearest name; empty where the rules name no position
};

/// Nothing where there is no position, or a rule names it. With benchmarks of its own a position is known, unless its
/// name is one letter (left out, added, changed, or swapped with the next) away from one that the rules name. Names
/// compare without regard to ASCII case.
std::optional<unknown_position> find_unknown_position(std::optional<std::string_view> position, bool has_benchmarks,
                                                      const std::vector<safety_rule> &rules);

/// How many letters must be left out, added, changed or swapped with the next one to make one word from another
/// (optimal string alignment), without regard to ASCII case. Of at most 64 bytes of each.
std::size_t letters_apart(std::string_view left, std::string_view right);

}  // namespace harmony::recruitment
