#include "core/workforce/reduction.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::workforce {
namespace {

constexpr double placing_tolerance = 1e-9;

}  // namespace

void reduction::reset() {
  first_level_end_.clear();
  for (const role_plan &each : plan_.roles) first_level_end_.push_back(each.last);
}

void reduction::begin(std::size_t role) {
  role_ = role;
  const role_plan &its = plan_.roles[role];
  const role_state &state = agents_.roles[role];
  free_ = free_capacity(its, state);
  unlimited_ = 0;
  for (std::size_t k = 0; k < its.levels.size(); ++k)
    if (std::isinf(its.levels[k].capacity)) unlimited_ += state.levels[k].count;
  has_takers_ = has_leavers_ = false;
  before_.clear();
}

double reduction::capacity(std::uint32_t i) const {
  const role_plan &its = plan_.roles[role_];
  return std::max(0.0, its.levels[agents_.level(its, i)].capacity - agents_.output[i]);
}

bool reduction::can_give_up(std::uint32_t i) const {
  if (agents_.roles[role_].count < 2) return false;
  const double own = capacity(i);
  if (unlimited_ > (std::isinf(own) ? 1U : 0U)) return true;
  const double others = std::isinf(own) ? free_.hi : free_.hi - own + free_.lo;
  return others + placing_tolerance >= agents_.output[i];
}

void reduction::list(post_order &order, const std::vector<std::uint32_t> &wanted) {
  const role_plan &its = plan_.roles[role_];
  order.begin(its.levels.size(), its.last - its.first);
  // As the agents were before others' work came to them.
  for (auto &[i, output] : before_) std::swap(agents_.output[i], output);
  for_each_agent(wanted, its.first, its.last, [&](std::uint32_t i) {
    const std::uint32_t level = agents_.level(its, i);
    order.add(i, level, its.levels[level].busy, agents_.output[i]);
  });
  for (auto &[i, output] : before_) std::swap(agents_.output[i], output);
  order.sort();
}

void reduction::give_up(std::uint32_t i) {
  if (!has_takers_) {
    list(takers_, agents_.spare);
    has_takers_ = true;
    next_taker_ = 0;
  }
  const double own = capacity(i), output = agents_.output[i];
  if (std::isinf(own))
    --unlimited_;
  else
    add_to(free_, -own);
  agents_.remove(role_, agents_.level(plan_.roles[role_], i), i);
  place(output);
}

void reduction::place(double rest) {
  const role_plan &its = plan_.roles[role_];
  while (rest > 0.0 && next_taker_ < takers_.size()) {
    const std::uint32_t taker = takers_.at(next_taker_);
    const double room = agents_.alive(taker) ? capacity(taker) : 0.0;
    if (room <= least_capacity) {
      ++next_taker_;
      continue;
    }
    if (before_.empty() || before_.back().first != taker) before_.emplace_back(taker, agents_.output[taker]);
    const std::uint32_t level = agents_.level(its, taker);
    const double taken = std::min(room, rest);
    agents_.take_over(role_, level, taker, rest < room ? agents_.output[taker] + rest : its.levels[level].capacity);
    if (rest >= room) agents_.fill(taker);
    if (std::isfinite(room)) add_to(free_, -taken);
    rest -= taken;
  }
}

std::uint32_t reduction::possible() {
  const role_state &state = agents_.roles[role_];
  if (state.count < 2) return 0;
  if (unlimited_ > 0) return state.count - 1;
  // An agent's output and its capacity are together what it can take in all, whoever takes over: at least 1.
  double left = free_.hi + free_.lo + placing_tolerance;
  const auto bound = static_cast<std::uint32_t>(std::min<double>(std::floor(left), state.count - 1));
  if (bound == 0) return 0;
  const std::uint32_t of_first_level = leave_by_number() ? state.levels[0].count : 0;
  if (bound <= of_first_level) return bound;
  left -= of_first_level;
  std::uint32_t n = of_first_level;
  list_leavers(bound);
  for (std::size_t k = leavers_left_; n < bound && k > 0; --k) {
    const std::uint32_t i = leavers_.at(k - 1);
    if (!agents_.alive(i) || (of_first_level > 0 && agents_.level(plan_.roles[role_], i) == 0)) continue;
    left -= agents_.output[i] + capacity(i);
    if (left < 0.0) break;
    ++n;
  }
  return n;
}

// Whether the agents of level 0 are at the end of the order, the highest number last: nobody has less to spare than an
// agent with nothing automated, which has no room for others' work, so that its output is 1, the least.
bool reduction::leave_by_number() const { return plan_.roles[role_].levels[0].capacity - 1.0 <= least_capacity; }

// Agents without room are at the end, since their s is 0; the others are listed only where there are too few of them.
void reduction::list_leavers(std::uint32_t most) {
  if (has_leavers_) return;
  const role_plan &its = plan_.roles[role_];
  constexpr double hardly_any = 1e-8;  // room that may be s = 0 once rounded
  busy_.assign(agents_.working.size(), 0);
  for (std::uint32_t w = its.first / agents_per_word; w * agents_per_word < its.last; ++w)
    busy_[w] = agents_.working[w] & ~agents_.spare[w];
  const std::size_t n = count_agents(busy_, its.first, its.last);
  if (n >= std::size_t{most} + before_.size()) {
    for_each_agent(agents_.spare, its.first, its.last, [&](std::uint32_t i) {
      if (capacity(i) < hardly_any) busy_[i / agents_per_word] |= 1U << (i % agents_per_word);
    });
    list(leavers_, busy_);
  } else {
    list(leavers_, agents_.working);
  }
  leavers_left_ = leavers_.size();
  has_leavers_ = true;
}

std::uint32_t reduction::last() {
  const role_plan &its = plan_.roles[role_];
  if (leave_by_number() && agents_.roles[role_].levels[0].count > 0) {
    std::uint32_t &end = first_level_end_[role_];
    while (!agents_.alive(end - 1) || agents_.level(its, end - 1) != 0) --end;
    return end - 1;
  }
  list_leavers(agents_.roles[role_].count);
  while (!agents_.alive(leavers_.at(leavers_left_ - 1))) --leavers_left_;
  return leavers_.at(leavers_left_ - 1);
}

}  // namespace harmony::workforce
