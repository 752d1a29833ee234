#include "core/delivery/first_containing.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

namespace harmony::delivery {

namespace {

// The parents of every commit, one after the other; commits are numbered, the children first, then the parents.
class commit_graph {
 public:
  commit_graph(const numbering &numbered, span<std::int64_t> child, nullable_span<std::int64_t> parent)
      : first_(numbered.size() + 1), is_known_(numbered.size()) {
    for (std::size_t i = 0; i < child.size; ++i) {
      const std::uint32_t c = numbered.place(i, child[i]);
      is_known_[c] = true;
      if (parent.is_missing(i)) continue;
      is_known_[numbered.place(child.size + i, parent.values[i])] = true;
      ++first_[c];
    }
    for (std::size_t k = 0; k < numbered.size(); ++k) first_[k + 1] += first_[k];
    poll_interrupt();
    // first_ holds where the parents of each end; each of them moves it towards where they begin.
    parents_.resize(first_[numbered.size()]);
    for (std::size_t i = child.size; i-- > 0;)
      if (!parent.is_missing(i))
        parents_[--first_[numbered.place(i, child[i])]] = numbered.place(child.size + i, parent.values[i]);
  }

  bool is_known(std::uint32_t commit) const { return is_known_[commit] != 0; }
  span<std::uint32_t> parents(std::uint32_t commit) const {
    return {parents_.data() + first_[commit], first_[commit + 1] - first_[commit]};
  }

 private:
  std::vector<std::uint32_t> first_, parents_;
  std::vector<std::uint8_t> is_known_;
};

// The head that is the first to contain each numbered commit, 0 where none does: a walk from each of them in their
// order over what no earlier one took. The heads were numbered from this index on.
std::vector<std::int32_t> take(const numbering &numbered, const commit_graph &graph, nullable_span<std::int64_t> heads,
                               std::size_t index) {
  std::vector<std::int32_t> taken(numbered.size());
  std::vector<std::uint32_t> waiting;
  std::size_t steps = 0;
  for (std::size_t h = 0; h < heads.size; ++h) {
    if (++steps % poll_every == 0) poll_interrupt();
    if (heads.is_missing(h)) continue;
    const std::uint32_t head = numbered.place(index + h, heads.values[h]);
    if (!graph.is_known(head) || taken[head] != 0) continue;
    const auto number = static_cast<std::int32_t>(h + 1);
    taken[head] = number;
    waiting.push_back(head);
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

first_containing::first_containing(span<std::int64_t> child, nullable_span<std::int64_t> parent,
                                   nullable_span<std::int64_t> heads)
    : numbered_({{child.data, nullptr, child.size}, parent, heads}) {
  if (child.size != parent.size)
    throw error(sqlstate::invalid_parameter_value, "child and parent must have the same length");
  taken_ = take(numbered_, commit_graph(numbered_, child, parent), heads, child.size + parent.size);
}

bool first_containing::next(contained_commit &out) {
  while (at_ < taken_.size() && taken_[at_] == 0) ++at_;
  if (at_ == taken_.size()) return false;
  out = {numbered_.number(at_), taken_[at_]};
  ++at_;
  return true;
}

}  // namespace harmony::delivery
