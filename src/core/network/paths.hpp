// Centralities of shortest paths.
#pragma once

#include "core/network/graph.hpp"

#include <vector>

namespace harmony::network {

/// For each node the shortest paths between two others, pairs counted by the share of theirs that run through it
/// (Brandes 2001); not scaled, undirected pairs counted once. Weights are lengths: paths are equally short when they
/// differ by less than 1e-12 of their length. O(n m) in time, with weights O(n (m + n log n)); O(n + m) in memory.
/// Error 22003 where there are more shortest paths between two nodes than a long double counts.
std::vector<double> betweenness(const graph &g);

/// r / (n - 1) * r / (sum of the distances) of the r nodes that a node reaches along the edges; 0 where it reaches none
/// (Wasserman and Faust 1994).
std::vector<double> closeness(const graph &g);

}  // namespace harmony::network
