#include "core/network/communities.hpp"

#include "core/base/philox.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace harmony::network {

namespace {

using labels = std::vector<std::uint32_t>;

// A graph of nodes that stand for sets of nodes. Weights are shares of 2m: all strengths sum to 1.
struct level {
  std::uint32_t n = 0;
  adjacency rows;                // without loops, weights always there
  std::vector<double> strength;  // of each node, what lies inside it included
};

// Orders of nodes, drawn one after the other.
class shuffler {
 public:
  shuffler(std::int64_t seed, std::uint32_t start)
      : key_{static_cast<std::uint32_t>(static_cast<std::uint64_t>(seed)),
             static_cast<std::uint32_t>(static_cast<std::uint64_t>(seed) >> 32U)},
        start_(start) {}

  // Fisher and Yates's shuffle: word i mod 4 of the block at counter (i / 4, start, drawn before, 0).
  labels order(std::uint32_t n) {
    labels made(n);
    std::iota(made.begin(), made.end(), 0U);
    philox_counter words{};
    for (std::uint32_t i = 0; i + 1 < n; ++i) {
      if (i % 4 == 0) words = philox({i / 4, start_, drawn_, 0}, key_);
      const std::uint64_t offset = (std::uint64_t{words[i % 4]} * (n - i)) >> 32U;
      std::swap(made[i], made[i + offset]);
    }
    ++drawn_;
    return made;
  }

 private:
  philox_key key_;
  std::uint32_t start_, drawn_ = 0;
};

// Weights from one node to the communities around it.
class surroundings {
 public:
  explicit surroundings(std::uint32_t n) : weight_(n, 0) {}

  // Of the neighbours w of v for which is_in(w).
  template <class IsIn>
  void look(const level &g, const labels &community, std::uint32_t v, IsIn is_in) {
    for (const std::uint32_t c : around_) weight_[c] = 0;
    around_.clear();
    for (std::uint32_t k = g.rows.first[v]; k < g.rows.first[v + 1]; ++k) {
      const std::uint32_t w = g.rows.node[k];
      if (!is_in(w)) continue;
      const std::uint32_t c = community[w];
      if (weight_[c] == 0) around_.push_back(c);
      weight_[c] += g.rows.weight[k];
    }
  }
  const labels &around() const { return around_; }
  double weight(std::uint32_t c) const { return weight_[c]; }

 private:
  std::vector<double> weight_;  // by community
  labels around_;
};

constexpr double least_gain = 1e-14;  // what rounding may feign

class optimiser {
 public:
  optimiser(double resolution, shuffler &order) : resolution_(resolution), order_(order) {}

  // Moves nodes to the neighbouring community that gains most, or to an empty one, until none gains.
  void move_nodes(const level &g, labels &community) {
    std::vector<double> total(g.n, 0);
    labels size(g.n, 0), empty;
    for (std::uint32_t v = 0; v < g.n; ++v) {
      total[community[v]] += g.strength[v];
      ++size[community[v]];
    }
    for (std::uint32_t c = g.n; c-- > 0;)
      if (size[c] == 0) empty.push_back(c);
    labels queue = order_.order(g.n);
    std::vector<char> is_waiting(g.n, 1);
    surroundings near(g.n);
    for (std::size_t at = 0, left = g.n; left > 0; at = at + 1 == queue.size() ? 0 : at + 1, --left) {
      const std::uint32_t v = queue[at], from = community[v];
      is_waiting[v] = 0;
      poll_.made(4 + 4 * std::size_t{g.rows.degree(v)});
      near.look(g, community, v, [](std::uint32_t) { return true; });
      total[from] -= g.strength[v];
      if (--size[from] == 0) empty.push_back(from);
      std::uint32_t best = from;
      double most = gain(near.weight(from), g.strength[v], total[from]) + least_gain;
      for (const std::uint32_t c : near.around()) {
        const double value = gain(near.weight(c), g.strength[v], total[c]);
        if (value > most) {
          most = value;
          best = c;
        }
      }
      if (most < 0 && size[from] != 0) best = empty.back();
      total[best] += g.strength[v];
      if (size[best]++ == 0) empty.pop_back();  // it was the last one put there
      if (best == from) continue;
      community[v] = best;
      for (std::uint32_t k = g.rows.first[v]; k < g.rows.first[v + 1]; ++k) {
        const std::uint32_t w = g.rows.node[k];
        if (is_waiting[w] || community[w] == best) continue;
        is_waiting[w] = 1;
        queue[(at + left++) % queue.size()] = w;
      }
    }
  }

  // Merges single nodes inside their communities, into parts that hang together.
  labels refine(const level &g, const labels &community) {
    std::vector<double> whole(g.n, 0), total = g.strength, outward(g.n, 0);
    for (std::uint32_t v = 0; v < g.n; ++v) whole[community[v]] += g.strength[v];
    labels part(g.n), size(g.n, 1);
    std::iota(part.begin(), part.end(), 0U);
    for (std::uint32_t v = 0; v < g.n; ++v)  // weight from each part to the rest of its community
      for (std::uint32_t k = g.rows.first[v]; k < g.rows.first[v + 1]; ++k)
        if (community[g.rows.node[k]] == community[v]) outward[v] += g.rows.weight[k];
    surroundings near(g.n);
    for (const std::uint32_t v : order_.order(g.n)) {
      poll_.made(4 + 4 * std::size_t{g.rows.degree(v)});
      if (size[part[v]] != 1 || !is_well_linked(outward[v], g.strength[v], whole[community[v]])) continue;
      near.look(g, part, v, [&](std::uint32_t w) { return community[w] == community[v]; });
      std::uint32_t best = v;
      double most = least_gain;
      for (const std::uint32_t c : near.around()) {
        const double value = gain(near.weight(c), g.strength[v], total[c]);
        if (value > most && is_well_linked(outward[c], total[c], whole[community[v]])) {
          most = value;
          best = c;
        }
      }
      if (best == v) continue;
      outward[best] += outward[v] - 2 * near.weight(best);
      total[best] += g.strength[v];
      size[part[v]] = 0;
      ++size[best];
      part[v] = best;
    }
    return part;
  }

 private:
  double gain(double weight, double strength, double total) const { return weight - resolution_ * strength * total; }
  bool is_well_linked(double outward, double total, double whole) const {
    return outward + least_gain >= resolution_ * total * (whole - total);
  }

  double resolution_;
  shuffler &order_;
  step_poll poll_;
};

// Labels 0, 1, … in order of first appearance; how many there are.
std::uint32_t renumber(labels &label) {
  labels number(label.size(), 0);
  std::uint32_t found = 0;
  for (std::uint32_t &l : label) {
    if (number[l] == 0) number[l] = ++found;
    l = number[l] - 1;
  }
  return found;
}

// One node a part, of `parts` numbered from 0.
level aggregate(const level &g, const labels &part, std::uint32_t parts) {
  level made;
  made.n = parts;
  made.strength.assign(parts, 0);
  labels first(parts + 1, 0), member(g.n);
  for (std::uint32_t v = 0; v < g.n; ++v) {
    made.strength[part[v]] += g.strength[v];
    ++first[part[v] + 1];
  }
  for (std::uint32_t c = 0; c < parts; ++c) first[c + 1] += first[c];
  labels place(first.begin(), first.end() - 1);
  for (std::uint32_t v = 0; v < g.n; ++v) member[place[part[v]]++] = v;
  made.rows.first.assign(parts + 1, 0);
  std::vector<double> weight(parts, 0);
  labels around;
  step_poll poll;
  for (std::uint32_t c = 0; c < parts; ++c) {
    around.clear();
    for (std::uint32_t i = first[c]; i < first[c + 1]; ++i) {
      const std::uint32_t v = member[i];
      poll.made(1 + g.rows.degree(v));
      for (std::uint32_t k = g.rows.first[v]; k < g.rows.first[v + 1]; ++k) {
        const std::uint32_t to = part[g.rows.node[k]];
        if (to == c) continue;
        if (weight[to] == 0) around.push_back(to);
        weight[to] += g.rows.weight[k];
      }
    }
    for (const std::uint32_t to : around) {
      made.rows.node.push_back(to);
      made.rows.weight.push_back(weight[to]);
      weight[to] = 0;
    }
    made.rows.first[c + 1] = static_cast<std::uint32_t>(made.rows.node.size());
  }
  return made;
}

// One run over all levels, from and to the communities of the nodes.
void run(const level &bottom, optimiser &optimise, labels &community) {
  level g = bottom;
  labels at(bottom.n);  // which node of g each node of the bottom is in
  std::iota(at.begin(), at.end(), 0U);
  labels of = community;
  renumber(of);
  for (;;) {
    optimise.move_nodes(g, of);
    labels numbered = of;
    const std::uint32_t found = renumber(numbered);
    for (std::uint32_t v = 0; v < bottom.n; ++v) community[v] = numbered[at[v]];
    if (found == g.n) return;
    labels part = optimise.refine(g, numbered);
    const std::uint32_t parts = renumber(part);
    if (parts == g.n) return;  // nothing merged: no further level
    labels next(parts);
    for (std::uint32_t v = 0; v < g.n; ++v) next[part[v]] = numbered[v];
    for (std::uint32_t &v : at) v = part[v];
    g = aggregate(g, part, parts);
    of = std::move(next);
  }
}

level bottom_of(const graph &g) {
  level made;
  made.n = g.n;
  made.rows = g.out;
  if (made.rows.weight.empty()) made.rows.weight.assign(made.rows.node.size(), 1);
  const double largest = *std::max_element(made.rows.weight.begin(), made.rows.weight.end());
  double all = 0;
  for (const double w : made.rows.weight) all += w / largest;
  for (double &w : made.rows.weight) w = w / largest / all;
  made.strength.assign(g.n, 0);
  for (std::uint32_t v = 0; v < g.n; ++v)
    for (std::uint32_t k = made.rows.first[v]; k < made.rows.first[v + 1]; ++k) made.strength[v] += made.rows.weight[k];
  return made;
}

double quality(const level &g, const labels &community, double resolution) {
  std::vector<double> total(g.n, 0);
  double inside = 0, expected = 0;
  step_poll poll;
  for (std::uint32_t v = 0; v < g.n; ++v) {
    poll.made(1 + g.rows.degree(v));
    total[community[v]] += g.strength[v];
    for (std::uint32_t k = g.rows.first[v]; k < g.rows.first[v + 1]; ++k)
      if (community[g.rows.node[k]] == community[v]) inside += g.rows.weight[k];
  }
  for (const double t : total) expected += t * t;
  return inside - resolution * expected;
}

}  // namespace

communities_result communities(const graph &g, std::int64_t seed, double resolution) {
  check_resolution(resolution);
  constexpr std::size_t small = 100000;
  constexpr std::uint32_t starts = 10;
  constexpr int most_runs = 2;
  labels best(g.n);
  std::iota(best.begin(), best.end(), 0U);
  communities_result made;
  made.modularity = std::nan("");
  if (g.edges > 0) {
    const level bottom = bottom_of(g);
    for (std::uint32_t start = 0; start < (g.edges > small ? 1 : starts); ++start) {
      shuffler order(seed, start);
      optimiser optimise(resolution, order);
      labels community(g.n);
      std::iota(community.begin(), community.end(), 0U);
      for (int k = 0; k < most_runs; ++k) run(bottom, optimise, community);
      const double value = quality(bottom, community, resolution);
      if (start == 0 || value > made.modularity + least_gain) {
        made.modularity = value;
        best = community;
      }
    }
  }
  made.communities = static_cast<std::int32_t>(renumber(best));
  for (const std::uint32_t c : best) made.community.push_back(static_cast<std::int32_t>(c) + 1);
  return made;
}

}  // namespace harmony::network
