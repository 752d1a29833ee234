// Communities: groups of nodes with more links inside than chance would give.
#pragma once

#include "core/network/graph.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace harmony::network {

/// w: weight inside a community, d: strength of its nodes, m: weight of all edges.
struct communities_result {
  std::int32_t communities = 0;
  double modularity = 0;                // sum over communities of w / m - resolution (d / 2m)^2; NaN without edges
  std::vector<std::int32_t> community;  // of each node, from 1, numbered by their first nodes
};

/// Error 22023 for a resolution that is not finite or is negative.
inline void check_resolution(double resolution) {
  if (!(resolution >= 0 && std::isfinite(resolution)))
    throw error(sqlstate::invalid_parameter_value, "resolution must be finite and not negative");
}

/// Leiden's algorithm (Traag, Waltman and van Eck 2019) on modularity with a resolution, of an undirected graph: nodes
/// in an order drawn by Philox from the seed, the best of 10 starts, of one above 100,000 edges. Errors of
/// check_resolution.
communities_result communities(const graph &g, std::int64_t seed, double resolution);

}  // namespace harmony::network
