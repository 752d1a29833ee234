// Rows of edges into the state of the aggregates over networks. For shells only.
#pragma once

#include <cstring>

#include "core/network/edge_list.hpp"
#include "core/network/graph.hpp"
#include "functions/shell.hpp"
#include "postgres/value_order.hpp"

namespace harmony::functions {

/// What an aggregate takes beside its edges, the same in all rows; what it does not take stays 0.
struct network_options {
  bool directed = false;
  std::int64_t seed = 0;
  double resolution = 0;
  Oid order = InvalidOid;  // by which type the nodes are ordered

  bool operator==(const network_options &other) const {
    return directed == other.directed && seed == other.seed && order == other.order &&
           std::memcmp(&resolution, &other.resolution, sizeof resolution) == 0;
  }
};

struct network_rows {
  network_options options;
  network::edge_list edges;

  void check(const network_options &of_row) const {
    if (!(options == of_row))
      throw error(sqlstate::invalid_parameter_value, "arguments beside the edges must be the same in all rows");
  }
  void merge(const network_rows &other) {
    check(other.options);
    edges.merge(other.edges);
  }
  void serialize(native_writer &out) const {
    out.value(options);
    edges.serialize(out);
  }
  static network_rows deserialize(native_reader &in) {
    const auto options = in.value<network_options>();
    return {options, network::edge_list::deserialize(in)};
  }
};

/// The state's nodes in the order of their values.
inline std::vector<std::uint32_t> node_order(const network_rows &rows) {
  std::vector<std::uint32_t> order = rows.edges.nodes().ordered();
  if (rows.options.order == INT8OID || rows.options.order == TEXTOID) return order;
  std::vector<std::string> names;
  for (const std::uint32_t node : order) names.push_back(rows.edges.nodes().name(node));
  std::vector<std::uint32_t> by_value = postgres::value_order(names, rows.options.order);
  for (std::uint32_t &place : by_value) place = order[place];
  return by_value;
}

/// The graph of a state, with the names of its nodes.
struct named_graph {
  const network_rows &rows;
  std::vector<std::uint32_t> order;
  network::graph graph;

  named_graph(const network_rows &of, bool directed)
      : rows(of), order(node_order(of)), graph(network::make_graph(of.edges, order, directed)) {}
  std::string name(std::size_t node) const { return rows.edges.nodes().name(order[node]); }
};

}  // namespace harmony::functions
