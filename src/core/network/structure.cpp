#include "core/network/structure.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::network {

namespace {

double reciprocity_of(const graph &g) {
  if (!g.is_directed || g.edges == 0) return std::nan("");
  std::size_t answered = 0;
  step_poll poll;
  for (std::uint32_t v = 0; v < g.n; ++v) {
    poll.made(1 + 16 * std::size_t{g.out.degree(v)});
    for (std::uint32_t k = g.out.first[v]; k < g.out.first[v + 1]; ++k) answered += g.out.has(g.out.node[k], v);
  }
  return static_cast<double>(answered) / static_cast<double>(g.edges);
}

// Each triangle is found once: edges are turned from the end of smaller degree to that of larger, so that no node has
// more than sqrt(2 m) of them, and their rows are intersected by marks.
double transitivity_of(const graph &g) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return g.out.degree(a) != g.out.degree(b) ? g.out.degree(a) < g.out.degree(b) : a < b;
  };
  std::vector<std::uint32_t> first(g.n + 1, 0), later;
  later.reserve(g.edges);
  double triples = 0;
  step_poll poll;
  for (std::uint32_t v = 0; v < g.n; ++v) {
    const double d = g.out.degree(v);
    triples += d * (d - 1) / 2;
    poll.made(1 + g.out.degree(v));
    for (std::uint32_t k = g.out.first[v]; k < g.out.first[v + 1]; ++k)
      if (before(v, g.out.node[k])) later.push_back(g.out.node[k]);
    first[v + 1] = static_cast<std::uint32_t>(later.size());
  }
  if (triples == 0) return std::nan("");
  std::vector<std::uint32_t> mark(g.n, 0);  // the node whose row was marked last, from 1
  std::int64_t triangles = 0;
  for (std::uint32_t v = 0; v < g.n; ++v) {
    for (std::uint32_t k = first[v]; k < first[v + 1]; ++k) mark[later[k]] = v + 1;
    for (std::uint32_t k = first[v]; k < first[v + 1]; ++k) {
      const std::uint32_t u = later[k];
      poll.made(1 + first[u + 1] - first[u]);
      for (std::uint32_t i = first[u]; i < first[u + 1]; ++i) triangles += mark[later[i]] == v + 1;
    }
  }
  return 3 * static_cast<double>(triangles) / triples;
}

}  // namespace

std::vector<std::int32_t> weak_components(const graph &g) {
  std::vector<std::int32_t> component(g.n, 0);
  std::vector<std::uint32_t> waiting;
  std::int32_t found = 0;
  step_poll poll;
  const auto visit = [&](const adjacency &rows, std::uint32_t v) {
    poll.made(1 + rows.degree(v));
    for (std::uint32_t k = rows.first[v]; k < rows.first[v + 1]; ++k) {
      std::int32_t &of = component[rows.node[k]];
      if (of != 0) continue;
      of = found;
      waiting.push_back(rows.node[k]);
    }
  };
  for (std::uint32_t start = 0; start < g.n; ++start) {
    if (component[start] != 0) continue;
    component[start] = ++found;
    waiting.push_back(start);
    while (!waiting.empty()) {
      const std::uint32_t v = waiting.back();
      waiting.pop_back();
      visit(g.out, v);
      if (g.is_directed) visit(g.in, v);
    }
  }
  return component;
}

structure describe(const graph &g) {
  structure made;
  const double n = g.n;
  const double possible = g.is_directed ? n * (n - 1) : n * (n - 1) / 2;
  made.density = g.n < 2 ? std::nan("") : static_cast<double>(g.edges) / possible;
  made.reciprocity = reciprocity_of(g);
  made.transitivity = g.is_directed ? transitivity_of(undirected(g)) : transitivity_of(g);
  made.component = weak_components(g);
  std::vector<std::int64_t> size;
  for (const std::int32_t c : made.component) {
    if (static_cast<std::size_t>(c) > size.size()) size.push_back(0);
    ++size[static_cast<std::size_t>(c - 1)];
  }
  made.components = static_cast<std::int32_t>(size.size());
  if (!size.empty()) made.largest_component = *std::max_element(size.begin(), size.end());
  return made;
}

}  // namespace harmony::network
