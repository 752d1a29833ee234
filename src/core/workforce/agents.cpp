#include "core/workforce/agents.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::workforce {
namespace {

std::size_t words_of(const plan &of) { return (of.agents + agents_per_word - 1) / agents_per_word; }

void set_bits(std::vector<std::uint32_t> &bits, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last;) {
    const std::uint32_t end = std::min(last, (i / agents_per_word + 1) * agents_per_word);
    const std::uint32_t n = end - i;
    const std::uint32_t mask = n == agents_per_word ? ~0U : (1U << n) - 1;
    bits[i / agents_per_word] |= mask << (i % agents_per_word);
    i = end;
  }
}

void clear_bit(std::vector<std::uint32_t> &bits, std::uint32_t i) {
  bits[i / agents_per_word] &= ~(1U << (i % agents_per_word));
}

}  // namespace

agents_state::agents_state(const plan &of)
    : learnt(of.agents),
      output(of.agents),
      working(words_of(of)),
      learning(words_of(of)),
      spare(words_of(of)),
      roles(of.roles.size()) {}

void agents_state::reset(const plan &of) {
  std::fill(learnt.begin(), learnt.end(), std::uint16_t{0});
  std::fill(output.begin(), output.end(), 1.0);
  std::fill(working.begin(), working.end(), 0U);
  std::fill(learning.begin(), learning.end(), 0U);
  std::fill(spare.begin(), spare.end(), 0U);
  set_bits(working, 0, of.agents);
  for (std::size_t r = 0; r < roles.size(); ++r) {
    const role_plan &role = of.roles[r];
    if (role.level_at.size() > 1) set_bits(learning, role.first, role.last);
    if (role.levels[0].capacity - 1.0 > least_capacity) set_bits(spare, role.first, role.last);
    roles[r].count = role.last - role.first;
    roles[r].levels.assign(role.levels.size(), {});
    roles[r].levels[0] = {roles[r].count, static_cast<double>(roles[r].count)};
  }
}

void agents_state::take_over(std::size_t role, std::uint32_t level_of_agent, std::uint32_t i, double output_after) {
  const statistics::double_double more = statistics::two_diff(output_after, output[i]);
  statistics::double_double &sum = roles[role].levels[level_of_agent].output;
  add_to(sum, more.hi);
  sum.lo += more.lo;
  output[i] = output_after;
}

void agents_state::fill(std::uint32_t i) { clear_bit(spare, i); }

void agents_state::remove(std::size_t role, std::uint32_t level_of_agent, std::uint32_t i) {
  level_state &level = roles[role].levels[level_of_agent];
  --level.count;
  --roles[role].count;
  add_to(level.output, -output[i]);
  clear_bit(working, i);
  clear_bit(learning, i);
  clear_bit(spare, i);
}

// Tasks are learnt one after the other, and the last fifth always ends one: who rises to the last level has learnt all.
void agents_state::rise(const role_plan &its, role_state &state, std::uint32_t i, std::size_t from, std::size_t to) {
  if (to + 1 == its.levels.size()) clear_bit(learning, i);
  if (its.levels[to].capacity - output[i] > least_capacity) spare[i / agents_per_word] |= 1U << (i % agents_per_word);
  level_state &left = state.levels[from], &reached = state.levels[to];
  --left.count;
  add_to(left.output, -output[i]);
  ++reached.count;
  add_to(reached.output, output[i]);
}

statistics::double_double free_capacity(const role_plan &role, const role_state &state) {
  statistics::double_double sum;
  for (std::size_t k = 0; k < role.levels.size(); ++k)
    if (state.levels[k].count > 0 && std::isfinite(role.levels[k].capacity))
      sum += statistics::two_prod(state.levels[k].count, role.levels[k].capacity) - state.levels[k].output;
  return sum;
}

}  // namespace harmony::workforce
