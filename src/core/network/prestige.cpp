#include "core/network/prestige.hpp"

#include "core/network/structure.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::network {

namespace {

// Sum of x over the neighbours of v, by weight; `weight` is empty where all are 1.
double gather(const adjacency &rows, const std::vector<double> &weight, std::uint32_t v, const std::vector<double> &x) {
  double sum = 0;
  if (weight.empty()) {
    for (std::uint32_t k = rows.first[v]; k < rows.first[v + 1]; ++k) sum += x[rows.node[k]];
  } else {
    for (std::uint32_t k = rows.first[v]; k < rows.first[v + 1]; ++k) sum += weight[k] * x[rows.node[k]];
  }
  return sum;
}

std::vector<std::uint32_t> largest_component(const graph &g) {
  const std::vector<std::int32_t> component = weak_components(g);
  std::vector<std::uint32_t> size;
  for (const std::int32_t c : component) {
    if (static_cast<std::size_t>(c) > size.size()) size.push_back(0);
    ++size[static_cast<std::size_t>(c - 1)];
  }
  std::vector<std::uint32_t> nodes;
  const auto largest = static_cast<std::int32_t>(std::max_element(size.begin(), size.end()) - size.begin()) + 1;
  for (std::uint32_t v = 0; v < g.n; ++v)
    if (component[v] == largest) nodes.push_back(v);
  return nodes;
}

// From x to (A + I) x, its largest value made 1; the largest change.
double step(const graph &g, const std::vector<double> &weight, const std::vector<std::uint32_t> &nodes,
            std::vector<double> &x, std::vector<double> &next, step_poll &poll) {
  double largest = 0;
  for (const std::uint32_t v : nodes) {
    poll.made(1 + g.out.degree(v));
    next[v] = x[v] + gather(g.out, weight, v, x);
    largest = std::max(largest, next[v]);
  }
  double change = 0;
  for (const std::uint32_t v : nodes) {
    next[v] /= largest;
    change = std::max(change, std::fabs(next[v] - x[v]));
  }
  x.swap(next);
  return change;
}

// Of each edge into a node, the share that its weight is of all that leaves the edge's source; empty without weights.
// Weights are divided by their source's largest first, so that no sum is out of range or loses digits.
struct transition_matrix {
  std::vector<double> weight;

  explicit transition_matrix(const graph &g) : weight(g.into().weight) {
    if (weight.empty()) return;
    std::vector<double> largest(g.n, 0), sum(g.n, 0);
    for (std::uint32_t v = 0; v < g.n; ++v) {
      for (std::uint32_t k = g.out.first[v]; k < g.out.first[v + 1]; ++k)
        largest[v] = std::max(largest[v], g.out.weight[k]);
      for (std::uint32_t k = g.out.first[v]; k < g.out.first[v + 1]; ++k) sum[v] += g.out.weight[k] / largest[v];
    }
    for (std::size_t k = 0; k < weight.size(); ++k) {
      const std::uint32_t source = g.into().node[k];
      weight[k] = weight[k] / largest[source] / sum[source];
    }
  }
};

}  // namespace

eigenvector_result eigenvector(const graph &g) {
  if (g.is_directed) return eigenvector(undirected(g));
  eigenvector_result made{std::vector<double>(g.n, 0), true};
  if (g.n == 0) return made;
  const std::vector<std::uint32_t> nodes = largest_component(g);
  std::vector<double> next(g.n, 0), weight = g.out.weight;
  for (const std::uint32_t v : nodes) made.value[v] = 1;
  // The largest weight becomes 1: next to I, the matrix then counts whatever the unit of the weights is.
  double largest = 0;
  for (const std::uint32_t v : nodes)
    for (std::uint32_t k = g.out.first[v]; k < g.out.first[v + 1]; ++k) largest = std::max(largest, g.out.weight_at(k));
  for (double &w : weight) w /= largest;
  constexpr int most_steps = 100000;
  double before = 0;
  step_poll poll;
  for (int k = 0; k < most_steps; ++k) {
    const double change = step(g, weight, nodes, made.value, next, poll);
    // Changes shrink by a factor: what is left of them all is the last one times factor / (1 - factor).
    const double factor = before > 0 ? change / before : 1;
    if (change < 1e-15 || (factor < 1 && change * factor / (1 - factor) < 1e-13)) return made;
    before = change;
  }
  made.is_converged = false;
  return made;
}

std::vector<double> pagerank(const graph &g) {
  constexpr double damping = 0.85, enough = 1e-15;
  constexpr int most_steps = 300;  // 0.85^300 is 7e-22
  const double n = g.n;
  const transition_matrix matrix(g);
  std::vector<double> rank(g.n, 1 / n), passed(g.n);
  step_poll poll;
  double change = 1;
  for (int k = 0; k < most_steps && change > enough; ++k) {
    double dangling = 0;
    for (std::uint32_t v = 0; v < g.n; ++v) {
      const std::uint32_t degree = g.out.degree(v);
      if (degree == 0) dangling += rank[v];
      passed[v] = matrix.weight.empty() && degree > 0 ? rank[v] / degree : rank[v];
    }
    const double base = (1 - damping + damping * dangling) / n;
    change = 0;
    for (std::uint32_t v = 0; v < g.n; ++v) {
      poll.made(1 + g.into().degree(v));
      const double value = base + damping * gather(g.into(), matrix.weight, v, passed);
      change += std::fabs(value - rank[v]);
      rank[v] = value;
    }
  }
  double sum = 0;
  for (const double value : rank) sum += value;
  for (double &value : rank) value /= sum;
  return rank;
}

}  // namespace harmony::network
