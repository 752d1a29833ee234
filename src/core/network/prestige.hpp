// Centralities of the links' own weight: who is linked to whom that is well linked.
#pragma once

#include "core/network/graph.hpp"

#include <vector>

namespace harmony::network {

struct eigenvector_result {
  std::vector<double> value;
  bool is_converged = true;
};

/// The leading eigenvector of A + I, by power iteration, in the largest component (of equal ones the first), largest
/// value 1, elsewhere 0; direction is left aside (Bonacich 1972).
eigenvector_result eigenvector(const graph &g);

/// Chance to meet a walker at a node who follows an edge with probability 0.85, in proportion to its weight, and else,
/// and where there is none, goes to any node (Brin and Page 1998). Sum 1.
std::vector<double> pagerank(const graph &g);

}  // namespace harmony::network
