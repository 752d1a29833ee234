#include "core/recruitment/fairness.hpp"

#include "core/base/error.hpp"
#include "core/base/score.hpp"
#include "core/person/bands.hpp"

#include <algorithm>

namespace harmony::recruitment {

using person::falls_below;

namespace {

constexpr double four_fifths = 0.8;

double rate_of(const group_count &group) noexcept {
  return static_cast<double>(group.selected) / static_cast<double>(group.total);
}

void check(const std::vector<group_count> &sorted, std::int64_t least) {
  if (least < 1) throw error(sqlstate::invalid_parameter_value, "least size of a group must be at least 1");
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    const group_count &group = sorted[k];
    if (group.selected < 0 || group.total < group.selected)
      throw error(sqlstate::invalid_parameter_value, "counts of group \"" + group.name + "\" do not fit",
                  std::to_string(group.selected) + " of " + std::to_string(group.total) + " were selected.");
    if (k > 0 && sorted[k - 1].name == group.name)
      throw error(sqlstate::invalid_parameter_value, "group \"" + group.name + "\" occurs more than once");
  }
}

/// φ = (ad − bc)/√(product of the margins).
double phi_of(const group_count &one, const group_count &other) noexcept {
  const double a = static_cast<double>(one.selected), b = static_cast<double>(one.total) - a;
  const double c = static_cast<double>(other.selected), d = static_cast<double>(other.total) - c;
  const double margins = std::sqrt(a + b) * std::sqrt(c + d) * std::sqrt(a + c) * std::sqrt(b + d);
  return margins > 0.0 ? (a * d - b * c) / margins : missing;
}

bool better(const group_count &one, const group_count &other) noexcept {
  if (rate_of(one) != rate_of(other)) return rate_of(one) > rate_of(other);
  return one.total != other.total ? one.total > other.total : one.name < other.name;
}

}  // namespace

std::vector<selection_rate> selection_rates(std::vector<group_count> groups, std::int64_t least) {
  std::sort(groups.begin(), groups.end(), [](const group_count &a, const group_count &b) { return a.name < b.name; });
  check(groups, least);
  groups.erase(std::remove_if(groups.begin(), groups.end(), [&](const group_count &g) { return g.total < least; }),
               groups.end());
  std::vector<selection_rate> result;
  if (groups.empty()) return result;
  const group_count reference = *std::min_element(groups.begin(), groups.end(), better);
  const double highest = rate_of(reference);
  const bool alone = groups.size() == 1;
  for (const group_count &group : groups) {
    const double rate = rate_of(group);
    const double ratio = alone || !(highest > 0.0) ? missing : rate / highest;
    const double h = alone ? missing : 2.0 * std::asin(std::sqrt(rate)) - 2.0 * std::asin(std::sqrt(highest));
    result.push_back({group, rate, wilson_interval(rate, static_cast<std::size_t>(group.total)), reference, ratio,
                      falls_below(ratio, four_fifths), h, alone ? missing : phi_of(group, reference)});
  }
  return result;
}

}  // namespace harmony::recruitment
