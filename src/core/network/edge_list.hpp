// The rows of a network as they come: edges between named nodes.
#pragma once

#include "core/base/plain_store.hpp"
#include "core/network/node_index.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::network {

/// At most so many edges before equal ones are merged, and so many bytes in one state.
inline constexpr std::size_t most_edges = 10000000;
inline constexpr std::size_t most_bytes = 1000000000;

/// Error 22023 for a weight that is not finite and above 0.
inline void check_weight(double weight) {
  if (!(weight > 0 && std::isfinite(weight)))
    throw error(sqlstate::invalid_parameter_value, "weight must be finite and greater than 0");
}

/// The state of every aggregate over edges: 8 bytes an edge, 16 with a weight, and about 40 a node beside its name.
/// Nodes are names or whole numbers.
class edge_list {
 public:
  struct edge {
    std::uint32_t source, target;
  };

  explicit edge_list(bool weighted) : is_weighted_(weighted) {}

  /// A node, with or without edges.
  template <class Node>
  void add_node(Node node) {
    nodes_.find_or_add(node);
    check_room();
  }
  /// An edge; one from a node to itself is counted as a loop and left out. Errors: those of check_weight; 54000 beyond
  /// most_edges or most_bytes.
  template <class Node>
  void add_edge(Node source, Node target, double weight = 1) {
    check_weight(weight);
    const std::uint32_t from = nodes_.find_or_add(source), to = nodes_.find_or_add(target);
    if (from == to) {
      ++loops_;
      return;
    }
    edges_.push_back({from, to});
    if (is_weighted_) weights_.push_back(weight);
    check_room();
  }
  void merge(const edge_list &other);

  bool is_weighted() const { return is_weighted_; }
  const node_index &nodes() const { return nodes_; }
  const plain_store<edge> &edges() const { return edges_; }
  double weight(std::size_t k) const { return is_weighted_ ? weights_[k] : 1; }
  std::int64_t loops() const { return loops_; }

  void serialize(native_writer &out) const;
  static edge_list deserialize(native_reader &in);

 private:
  void check_room() const;

  bool is_weighted_;
  node_index nodes_;
  plain_store<edge> edges_;
  plain_store<double> weights_;  // one an edge, where it is weighted
  std::int64_t loops_ = 0;
};

}  // namespace harmony::network
