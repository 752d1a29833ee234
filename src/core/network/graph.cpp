#include "core/network/graph.hpp"

#include <algorithm>

namespace harmony::network {

namespace {

// From the number of entries of each row, which stand one place behind, to where the rows begin.
void add_up(std::vector<std::uint32_t> &first) {
  for (std::size_t v = 1; v < first.size(); ++v) first[v] += first[v - 1];
}

// The edges by their target, in no order; without direction the target is the later node.
adjacency by_target(const edge_list &list, const std::vector<std::uint32_t> &order, bool directed) {
  const std::size_t n = order.size(), edges = list.edges().size();
  std::vector<std::uint32_t> place(n);
  for (std::uint32_t k = 0; k < n; ++k) place[order[k]] = k;
  const auto edge = [&](std::size_t k) {
    const edge_list::edge &e = list.edges()[k];
    edge_list::edge made{place[e.source], place[e.target]};
    if (!directed && made.source > made.target) std::swap(made.source, made.target);
    return made;
  };
  adjacency rows;
  rows.first.assign(n + 1, 0);
  rows.node.resize(edges);
  if (list.is_weighted()) rows.weight.resize(edges);
  step_poll poll;
  for (std::size_t k = 0; k < edges; ++k) {
    poll.made(2);
    ++rows.first[edge(k).target + 1];
  }
  add_up(rows.first);
  std::vector<std::uint32_t> next(rows.first.begin(), rows.first.end() - 1);
  for (std::size_t k = 0; k < edges; ++k) {
    poll.made(4);
    const edge_list::edge e = edge(k);
    const std::uint32_t at = next[e.target]++;
    rows.node[at] = e.source;
    if (list.is_weighted()) rows.weight[at] = list.weight(k);
  }
  return rows;
}

// Turned round; each row of the result is ascending.
adjacency transpose(const adjacency &rows) {
  const auto n = static_cast<std::uint32_t>(rows.first.size() - 1);
  adjacency made;
  made.first.assign(n + 1, 0);
  made.node.resize(rows.node.size());
  made.weight.resize(rows.weight.size());
  step_poll poll;
  for (const std::uint32_t v : rows.node) {
    poll.made(1);
    ++made.first[v + 1];
  }
  add_up(made.first);
  std::vector<std::uint32_t> next(made.first.begin(), made.first.end() - 1);
  for (std::uint32_t v = 0; v < n; ++v) {
    poll.made(1 + 4 * std::size_t{rows.degree(v)});
    for (std::uint32_t k = rows.first[v]; k < rows.first[v + 1]; ++k) {
      const std::uint32_t at = next[rows.node[k]]++;
      made.node[at] = v;
      if (!rows.weight.empty()) made.weight[at] = rows.weight[k];
    }
  }
  return made;
}

// Of ascending rows: equal edges are made one. Their weights are summed upwards, so that the sum does not depend on the
// order of the rows that they come from.
void merge_equal(adjacency &rows) {
  step_poll poll;
  std::uint32_t kept = 0;
  for (std::size_t v = 0; v + 1 < rows.first.size(); ++v) {
    std::uint32_t k = rows.first[v];
    const std::uint32_t row_end = rows.first[v + 1];
    rows.first[v] = kept;
    for (std::uint32_t end = k; k < row_end; k = end) {
      while (end < row_end && rows.node[end] == rows.node[k]) ++end;
      poll.made(end - k);
      rows.node[kept] = rows.node[k];
      if (!rows.weight.empty()) {
        const auto begin = rows.weight.begin();
        std::sort(begin + k, begin + end);
        double sum = 0;
        for (std::uint32_t i = k; i < end; ++i) sum += rows.weight[i];
        rows.weight[kept] = sum;
      }
      ++kept;
    }
  }
  rows.first.back() = kept;
  rows.node.resize(kept);
  if (!rows.weight.empty()) rows.weight.resize(kept);
}

void check_sum(const std::vector<double> &weight) {
  double sum = 0;
  for (const double w : weight) sum += w;
  if (!std::isfinite(2 * sum))
    throw error(sqlstate::numeric_value_out_of_range, "sum of the weights is out of range", "",
                "Divide the weights by a large number.");
}

// The rows of both, ascending as they are, the weights of what is in both added.
adjacency merged(const adjacency &a, const adjacency &b) {
  const bool weighted = !a.weight.empty();
  adjacency made;
  made.first.assign(1, 0);
  made.first.reserve(a.first.size());
  made.node.reserve(a.node.size() + b.node.size());
  if (weighted) made.weight.reserve(a.node.size() + b.node.size());
  step_poll poll;
  for (std::uint32_t v = 0; v + 1 < a.first.size(); ++v) {
    poll.made(1 + a.degree(v) + b.degree(v));
    for (std::uint32_t i = a.first[v], k = b.first[v]; i < a.first[v + 1] || k < b.first[v + 1];) {
      const bool of_a = i < a.first[v + 1] && (k == b.first[v + 1] || a.node[i] <= b.node[k]);
      const bool of_b = k < b.first[v + 1] && (!of_a || a.node[i] == b.node[k]);
      made.node.push_back(of_a ? a.node[i] : b.node[k]);
      if (weighted) made.weight.push_back((of_a ? a.weight[i] : 0) + (of_b ? b.weight[k] : 0));
      i += of_a ? 1 : 0;
      k += of_b ? 1 : 0;
    }
    made.first.push_back(static_cast<std::uint32_t>(made.node.size()));
  }
  return made;
}

}  // namespace

bool adjacency::has(std::uint32_t from, std::uint32_t to) const {
  const auto begin = node.begin();
  return std::binary_search(begin + first[from], begin + first[from + 1], to);
}

graph make_graph(const edge_list &list, const std::vector<std::uint32_t> &order, bool directed) {
  graph made;
  made.is_directed = directed;
  made.n = static_cast<std::uint32_t>(order.size());
  made.loops = list.loops();
  made.out = transpose(by_target(list, order, directed));
  merge_equal(made.out);
  check_sum(made.out.weight);
  made.edges = made.out.node.size();
  made.in = transpose(made.out);
  return directed ? made : undirected(made);
}

graph undirected(const graph &directed) {
  graph made;
  made.n = directed.n;
  made.loops = directed.loops;
  made.out = merged(directed.out, directed.in);
  made.edges = made.out.node.size() / 2;
  return made;
}

}  // namespace harmony::network
