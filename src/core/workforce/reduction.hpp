// Giving up posts of one role in one month: who leaves, and who takes over (step 3 of docs/explanation/workforce.md).
// A month without a post given up looks at no agent. Those who can take over are kept track of, and sorted; those who
// leave come from the agents that have nothing automated yet, by number, and are sorted only when there are none of
// these left: O(n log n) a role and month, mostly far less.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/agents.hpp"
#include "core/workforce/plan.hpp"
#include "core/workforce/post_order.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace harmony::workforce {

/// Reused from month to month and role to role, for its memory: at most 24 bytes an agent of the largest role.
class reduction {
 public:
  reduction(const plan &of, agents_state &agents) : plan_(of), agents_(agents) {}

  /// At the start of an iteration.
  void reset();
  /// Before the first post of a role's month is given up; the agents are as step 1 evaluated them.
  void begin(std::size_t role);
  /// Whether the others can place an agent's whole output; the last agent of a role stays.
  bool can_give_up(std::uint32_t i) const;
  /// Takes the agent out and gives its output to the others in their order.
  void give_up(std::uint32_t i);
  /// Posts that the role could give up now, from the end of the order.
  std::uint32_t possible();
  /// The last agent in the order of those that are there; only after possible() gave more than 0.
  std::uint32_t last();

 private:
  double capacity(std::uint32_t i) const;  // q, never below 0; infinite
  void list(post_order &order, const std::vector<std::uint32_t> &wanted);
  bool leave_by_number() const;
  void list_leavers(std::uint32_t most);
  void place(double rest);

  const plan &plan_;
  agents_state &agents_;
  std::size_t role_ = 0;
  statistics::double_double free_;  // sum of max(q, 0) of those with a finite capacity
  std::uint32_t unlimited_ = 0;
  bool has_takers_ = false, has_leavers_ = false;
  std::size_t next_taker_ = 0, leavers_left_ = 0;
  post_order takers_, leavers_;
  std::vector<std::uint32_t> busy_;                       // a bit an agent, while leavers are listed
  std::vector<std::uint32_t> first_level_end_;            // of each role: agents from here on are not at level 0
  std::vector<std::pair<std::uint32_t, double>> before_;  // agents that took over this month, with their o of step 1
};

}  // namespace harmony::workforce
