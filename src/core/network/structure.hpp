// What a network is like as a whole.
#pragma once

#include "core/network/graph.hpp"

#include <cstdint>
#include <vector>

namespace harmony::network {

/// A figure that the graph does not determine is NaN.
struct structure {
  double density;       // edges that there are of those that could be
  double reciprocity;   // of directed edges, the share whose reverse is there too
  double transitivity;  // 3 triangles : connected triples, direction left aside
  std::int32_t components = 0;
  std::int64_t largest_component = 0;
  std::vector<std::int32_t> component;  // of each node, from 1, numbered by their first nodes
};

structure describe(const graph &g);

/// Weak components, numbered from 1 by their first nodes.
std::vector<std::int32_t> weak_components(const graph &g);

}  // namespace harmony::network
