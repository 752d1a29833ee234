// The agents of one iteration, in arrays, and what is known of each role without looking at them.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/statistics/double_double.hpp"
#include "core/workforce/plan.hpp"

#include <cstdint>
#include <vector>

namespace harmony::workforce {

/// sum + x, where sum is large beside what is lost: the rest is added up by itself (Neumaier 1974).
inline void add_to(statistics::double_double &sum, double x) {
  const statistics::double_double exact = statistics::two_sum(sum.hi, x);
  sum.hi = exact.hi;
  sum.lo += exact.lo;
}

/// A role's agents of one level. Sums of outputs are kept in double-double: they change by one agent at a time, and
/// must not drift.
struct level_state {
  std::uint32_t count = 0;
  statistics::double_double output;
};

struct role_state {
  std::uint32_t count = 0;
  std::vector<level_state> levels;
};

/// Less free capacity than this is rounding.
inline constexpr double least_capacity = 1e-15;

/// Calls visit(w, bits) for the words of the agents from `first` up to `last`, which is not among them: bits_of(w), of
/// these agents alone.
template <class Bits, class Visit>
void for_each_word(Bits bits_of, std::uint32_t first, std::uint32_t last, Visit visit) {
  constexpr std::uint32_t width = agents_per_word;
  for (std::uint32_t w = first / width; w * width < last; ++w) {
    std::uint32_t word = bits_of(w);
    if (w == first / width) word &= ~0U << (first % width);
    if (last - w * width < width) word &= (1U << (last - w * width)) - 1;
    visit(w, word);
  }
}

/// Calls visit(agent) for those of these agents whose bit is set, in their order.
template <class Bits, class Visit>
void for_each_agent_of(Bits bits_of, std::uint32_t first, std::uint32_t last, Visit visit) {
  for_each_word(bits_of, first, last, [&](std::uint32_t w, std::uint32_t word) {
    for (; word != 0; word &= word - 1) visit(w * agents_per_word + static_cast<std::uint32_t>(__builtin_ctz(word)));
  });
}

template <class Visit>
void for_each_agent(const std::vector<std::uint32_t> &bits, std::uint32_t first, std::uint32_t last, Visit visit) {
  for_each_agent_of([&](std::uint32_t w) { return bits[w]; }, first, last, visit);
}

/// How many they are.
inline std::size_t count_agents(const std::vector<std::uint32_t> &bits, std::uint32_t first, std::uint32_t last) {
  std::size_t n = 0;
  for_each_word([&](std::uint32_t w) { return bits[w]; }, first, last,
                [&](std::uint32_t, std::uint32_t word) { n += static_cast<std::size_t>(__builtin_popcount(word)); });
  return n;
}

/// 10 bytes an agent and three bits.
struct agents_state {
  explicit agents_state(const plan &of);
  /// As at the start of an iteration.
  void reset(const plan &of);

  bool alive(std::uint32_t i) const { return (working[i / agents_per_word] >> (i % agents_per_word) & 1U) != 0; }
  std::uint32_t level(const role_plan &role, std::uint32_t i) const { return role.level_at[learnt[i]]; }

  /// Adds to an agent's output, which stays at its level.
  void take_over(std::size_t role, std::uint32_t level_of_agent, std::uint32_t i, double output_after);
  /// Notes that an agent can take no more.
  void fill(std::uint32_t i);
  /// Takes an agent out.
  void remove(std::size_t role, std::uint32_t level_of_agent, std::uint32_t i);
  /// A fifth of knowledge more, for an agent that can still learn.
  void learn(const role_plan &its, role_state &state, std::uint32_t i) {
    const std::uint16_t before = learnt[i]++;
    const std::uint16_t *level = its.level_at.data() + before;
    if (level[0] != level[1]) rise(its, state, i, level[0], level[1]);
  }

  std::vector<std::uint16_t> learnt;    // fifths
  std::vector<double> output;           // o
  std::vector<std::uint32_t> working;   // a bit an agent: not gone
  std::vector<std::uint32_t> learning;  // a bit an agent: not gone, and something left to learn
  std::vector<std::uint32_t> spare;     // a bit an agent: not gone, and room for others' work
  std::vector<role_state> roles;

 private:
  void rise(const role_plan &its, role_state &state, std::uint32_t i, std::size_t from, std::size_t to);
};

/// Sum of max(q, 0) of a role's agents that have a finite capacity.
statistics::double_double free_capacity(const role_plan &role, const role_state &state);

}  // namespace harmony::workforce
