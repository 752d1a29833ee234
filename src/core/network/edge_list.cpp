#include "core/network/edge_list.hpp"

#include "core/base/interrupt.hpp"

namespace harmony::network {

void edge_list::check_room() const {
  if (edges_.size() > most_edges)
    throw error(sqlstate::program_limit_exceeded, "too many edges",
                "A network holds at most 10000000 edges, equal ones counted each.",
                "Merge equal edges with GROUP BY first, or take a part of the network.");
  const std::size_t edge_bytes = edges_.size() * (sizeof(edge) + (is_weighted_ ? sizeof(double) : 0));
  if (edge_bytes + nodes_.bytes() > most_bytes)
    throw error(sqlstate::program_limit_exceeded, "network is too large", "A network takes at most 1 GB.",
                "Number the nodes, or take a part of the network.");
}

void edge_list::merge(const edge_list &other) {
  if (is_weighted_ != other.is_weighted_)
    throw error(sqlstate::invalid_binary_representation, "aggregate states have weights and none");
  std::vector<std::uint32_t> number(other.nodes_.size());
  for (std::size_t node = 0; node < number.size(); ++node) {
    if (node % poll_every == 0) poll_interrupt();
    number[node] = nodes_.find_or_add(other.nodes_, node);
  }
  for (std::size_t k = 0; k < other.edges_.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    edges_.push_back({number[other.edges_[k].source], number[other.edges_[k].target]});
  }
  weights_.append(other.weights_.data(), other.weights_.size());
  loops_ += other.loops_;
  check_room();
}

void edge_list::serialize(native_writer &out) const {
  out.value(is_weighted_);
  nodes_.serialize(out);
  out.values(span<edge>(edges_.data(), edges_.size()));
  out.values(span<double>(weights_.data(), weights_.size()));
  out.value(loops_);
}

edge_list edge_list::deserialize(native_reader &in) {
  edge_list made(in.value<bool>());
  made.nodes_ = node_index::deserialize(in);
  const auto edges = in.values<edge>();
  const auto weights = in.values<double>();
  made.loops_ = in.value<std::int64_t>();
  for (const edge &e : edges)
    if (e.source >= made.nodes_.size() || e.target >= made.nodes_.size())
      throw error(sqlstate::invalid_binary_representation, "aggregate state has an edge of a node that it lacks");
  if (weights.size() != (made.is_weighted_ ? edges.size() : 0))
    throw error(sqlstate::invalid_binary_representation, "aggregate state has edges without weights");
  made.edges_.append(edges.data(), edges.size());
  made.weights_.append(weights.data(), weights.size());
  made.check_room();
  return made;
}

}  // namespace harmony::network
