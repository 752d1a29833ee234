#include "core/recruitment/position_names.hpp"
#include "core/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace harmony::recruitment {

namespace {

constexpr std::size_t longest_name = 64;

}  // namespace

std::size_t letters_apart(std::string_view left, std::string_view right) {
  left = left.substr(0, longest_name), right = right.substr(0, longest_name);
  std::array<std::array<std::size_t, longest_name + 1>, longest_name + 1> apart{};  // of the first i and j letters
  for (std::size_t i = 0; i <= left.size(); ++i)
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        apart[i][j] = i + j;
        continue;
      }
      const bool same = to_lower(left[i - 1]) == to_lower(right[j - 1]);
      apart[i][j] =
          std::min({apart[i - 1][j] + 1, apart[i][j - 1] + 1, apart[i - 1][j - 1] + (same ? std::size_t{0} : 1)});
      if (i > 1 && j > 1 && to_lower(left[i - 1]) == to_lower(right[j - 2]) &&
          to_lower(left[i - 2]) == to_lower(right[j - 1]))
        apart[i][j] = std::min(apart[i][j], apart[i - 2][j - 2] + 1);
    }
  return apart[left.size()][right.size()];
}

std::optional<unknown_position> find_unknown_position(std::optional<std::string_view> position, bool has_benchmarks,
                                                      const std::vector<safety_rule> &rules) {
  if (!position) return std::nullopt;
  const std::string *nearest = nullptr;
  std::size_t least = 0;
  for (const safety_rule &rule : rules)
    for (const std::string &name : rule.positions) {
      if (same_position(name, *position)) return std::nullopt;
      const std::size_t apart = letters_apart(name, *position);
      if (nearest == nullptr || apart < least) nearest = &name, least = apart;
    }
  if (has_benchmarks && (nearest == nullptr || least > 1)) return std::nullopt;
  unknown_position found{"no rule names the position \"" + std::string(*position) + "\"" +
                             (has_benchmarks ? "" : ", and the request has no benchmarks"),
                         {}};
  if (nearest != nullptr) found.hint = "The nearest name in the rules is \"" + *nearest + "\".";
  return found;
}

}  // namespace harmony::recruitment
