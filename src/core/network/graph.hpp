// A graph in compressed rows: whom each node is linked to, in order.
#pragma once

#include "core/network/edge_list.hpp"

#include "core/base/interrupt.hpp"

#include <cstdint>
#include <vector>

namespace harmony::network {

/// Neighbours of all nodes, one after the other: those of node v lie at [first[v], first[v + 1]), ascending.
struct adjacency {
  std::vector<std::uint32_t> first;  // one more than there are nodes
  std::vector<std::uint32_t> node;
  std::vector<double> weight;  // empty: all 1

  std::uint32_t degree(std::uint32_t v) const { return first[v + 1] - first[v]; }
  double weight_at(std::size_t k) const { return weight.empty() ? 1 : weight[k]; }
  bool has(std::uint32_t from, std::uint32_t to) const;
};

/// Without loops and equal edges. Undirected, each edge stands at both of its ends and `in` is empty.
struct graph {
  bool is_directed = false;
  std::uint32_t n = 0;
  std::size_t edges = 0;
  std::int64_t loops = 0;
  adjacency out, in;

  const adjacency &into() const { return is_directed ? in : out; }
};

/// The graph of the edges, its nodes numbered by `order`: the k-th node is the one that the list numbers order[k].
/// Equal edges merge, their weights summed from the smallest; without direction, those of both directions are equal.
/// Error 22003 where the weights add up to more than a double holds. It depends on the edges and the order of the names
/// alone, not on the order of the rows.
graph make_graph(const edge_list &list, const std::vector<std::uint32_t> &order, bool directed);

/// A directed graph without its directions.
graph undirected(const graph &directed);

/// Polls for interrupts each time that so many steps were made.
class step_poll {
 public:
  void made(std::size_t steps) {
    steps_ += steps;
    if (steps_ < poll_every) return;
    steps_ = 0;
    poll_interrupt();
  }

 private:
  std::size_t steps_ = 0;
};

}  // namespace harmony::network
