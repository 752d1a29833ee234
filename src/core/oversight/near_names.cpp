#include "core/oversight/near_names.hpp"

#include <algorithm>

namespace harmony::oversight {

int name_distance(std::string_view a, std::string_view b) {
  constexpr std::size_t longest = 63;
  if (a.size() > longest || b.size() > longest) return far;
  int rows[3][longest + 1];
  int *before = rows[0], *previous = rows[1], *current = rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

bool is_near(std::string_view name, std::string_view candidate, int distance) {
  const auto length = static_cast<int>(std::max(name.size(), candidate.size()));
  return distance <= std::min(3, std::max(1, length / 3));
}

}  // namespace harmony::oversight
