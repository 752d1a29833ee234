#include "core/delivery/first_containing.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/delivery/numbering.hpp"

#include <algorithm>

namespace harmony::delivery {

namespace {

// The parents of every commit, one after the other.
class commit_graph {
 public:
  // Commits are numbered; parent[i] has no meaning where it is missing.
  commit_graph(std::size_t commits, span<std::uint32_t> child, span<std::uint32_t> parent, const bool *missing)
      : first_(commits + 1), is_known_(commits) {
    for (std::size_t i = 0; i < child.size; ++i) {
      is_known_[child[i]] = true;
      if (is_missing(missing, i)) continue;
      is_known_[parent[i]] = true;
      ++first_[child[i]];
    }
    for (std::size_t k = 0; k < commits; ++k) first_[k + 1] += first_[k];
    poll_interrupt();
    // first_ holds where the parents of each end; each of them moves it towards where they begin.
    parents_.resize(first_[commits]);
    for (std::size_t i = child.size; i-- > 0;)
      if (!is_missing(missing, i)) parents_[--first_[child[i]]] = parent[i];
  }

  bool is_known(std::uint32_t commit) const { return is_known_[commit] != 0; }
  span<std::uint32_t> parents(std::uint32_t commit) const {
    return {parents_.data() + first_[commit], first_[commit + 1] - first_[commit]};
  }

 private:
  static bool is_missing(const bool *missing, std::size_t i) { return missing != nullptr && missing[i]; }

  std::vector<std::uint32_t> first_, parents_;
  std::vector<std::uint8_t> is_known_;
};

// Walks from the heads in their order over what no earlier one took.
std::vector<std::int32_t> take(const commit_graph &graph, std::size_t commits, span<std::uint32_t> heads,
                               const bool *missing) {
  std::vector<std::int32_t> taken(commits);
  std::vector<std::uint32_t> waiting;
  std::size_t steps = 0;
  for (std::size_t h = 0; h < heads.size; ++h) {
    if (++steps % poll_every == 0) poll_interrupt();
    if ((missing != nullptr && missing[h]) || !graph.is_known(heads[h]) || taken[heads[h]] != 0) continue;
    const auto number = static_cast<std::int32_t>(h + 1);
    taken[heads[h]] = number;
    waiting.push_back(heads[h]);
    while (!waiting.empty()) {
      if (++steps % poll_every == 0) poll_interrupt();
      const std::uint32_t commit = waiting.back();
      waiting.pop_back();
      for (const std::uint32_t parent : graph.parents(commit)) {
        if (taken[parent] != 0) continue;
        taken[parent] = number;
        waiting.push_back(parent);
      }
    }
  }
  return taken;
}

}  // namespace

std::vector<contained_commit> first_containing(span<std::int64_t> child, nullable_span<std::int64_t> parent,
                                               nullable_span<std::int64_t> heads) {
  if (child.size != parent.size)
    throw error(sqlstate::invalid_parameter_value, "child and parent must have the same length");
  if (child.empty() || heads.empty()) return {};
  const numbering numbered = numbering_of({{child.data, nullptr, child.size}, parent, heads});
  const std::uint32_t *place = numbered.place.data();
  const std::size_t commits = numbered.numbers.size();
  const commit_graph graph(commits, {place, child.size}, {place + child.size, parent.size}, parent.missing);
  const std::vector<std::int32_t> taken =
      take(graph, commits, {place + child.size + parent.size, heads.size}, heads.missing);
  std::vector<contained_commit> out;
  out.reserve(commits - static_cast<std::size_t>(std::count(taken.begin(), taken.end(), 0)));
  for (std::size_t k = 0; k < commits; ++k)
    if (taken[k] != 0) out.push_back({numbered.numbers[k], taken[k]});
  return out;
}

}  // namespace harmony::delivery
