// Agents of a role in the order of step 3 of the model: s high first, then o high, both rounded to 1e-9, then by
// number.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace harmony::workforce {

/// Agents of one level and output stand together in it, by number, and outputs are few: 1, what a level can take in
/// all, and those of the agents that took a part. So groups are sorted, and agents only counted: O(n + g log g) of n
/// agents in g groups, g at most n. 12 bytes an agent.
class post_order {
 public:
  /// Begins anew, for at most so many agents of a role with so many levels.
  void begin(std::size_t levels, std::size_t most);
  /// Adds an agent; numbers come upwards. `busy` is u of its level, so that s = 1 - busy * output.
  void add(std::uint32_t number, std::size_t level, double busy, double output) {
    const recent_outputs &recent = recent_[level];
    // An index and no branch: which of the two it is cannot be foretold.
    const auto k = static_cast<std::size_t>(recent.output[0] < output || recent.output[0] > output);
    const std::uint32_t its = recent.output[k] == output ? recent.group[k] : find(level, busy, output);
    ++groups_[its].count;
    numbers_[size_] = number;
    group_of_[size_++] = its;
  }
  /// Sorts; then size() and at() hold.
  void sort();

  std::size_t size() const { return size_; }
  std::uint32_t at(std::size_t k) const { return sorted_[k]; }

 private:
  struct group {
    std::int64_t output, spare;  // in 1e-9
    std::uint32_t count, place;
  };
  struct recent_outputs {
    double output[2] = {0.0, 0.0};  // 0: none, since outputs are at least 1
    std::uint32_t group[2] = {0, 0};
  };

  static group group_of(double busy, double output);
  std::uint32_t find(std::size_t level, double busy, double output);

  std::size_t size_ = 0;  // agents that were added; the vectors of agents have room for the most
  std::vector<group> groups_;
  std::vector<recent_outputs> recent_;  // of each level
  std::vector<std::unordered_map<double, std::uint32_t>> known_;
  std::vector<std::uint32_t> numbers_, group_of_, sorted_, by_key_, same_as_;
};

}  // namespace harmony::workforce
