// Shells of what is told of a network: as a whole, of each node, and its communities.
#include <vector>

#include "core/network/communities.hpp"
#include "core/network/paths.hpp"
#include "core/network/prestige.hpp"
#include "core/network/structure.hpp"
#include "functions/network/rows.hpp"
#include "postgres/warning.hpp"

namespace harmony::functions {

namespace {

using network::communities_result;
using network::graph;
using network::structure;

const network_rows &state_of(FunctionCallInfo fcinfo) { return aggregate_state<network_rows>::argument(fcinfo, 0); }

// ---- of each node, a number ----

struct node_value {
  std::string node;
  double value;
};
constexpr column<node_value> node_value_columns[] = {
    {"node", from<&node_value::node>},
    {"value", from<&node_value::value>},
};

Datum return_values(FunctionCallInfo fcinfo, const named_graph &of, const std::vector<double> &values) {
  return return_row_array(fcinfo, node_value_columns, values.size(), [&](std::size_t k) {
    return node_value{of.name(k), values[k]};
  });
}

template <std::vector<double> (*measure)(const graph &)>
Datum return_measure(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const network_rows &rows = state_of(fcinfo);
  const named_graph of(rows, rows.options.directed);
  return return_values(fcinfo, of, measure(of.graph));
}

// ---- a row with an array of rows, one a node ----

// What a call site keeps: the types of the result and of its nodes.
struct nested_types {
  postgres::row_type result, node;
};

template <class Row, std::size_t n, class Node, std::size_t m>
nested_types &bind_nested(FunctionCallInfo fcinfo, const column<Row> (&columns)[n], const column<Node> (&nodes)[m]) {
  return *guarded([&] {
    auto *types = &postgres::call_site<nested_types>(fcinfo);
    const postgres::row_type &result = postgres::bind_result(fcinfo, types->result, columns);
    const Oid of_nodes = TupleDescAttr(result.descriptor, result.place[n - 1])->atttypid;
    postgres::bind_elements(fcinfo, types->node, nodes, of_nodes);
    return types;
  });
}

struct network_node {
  std::string node;
  std::optional<std::int64_t> in_degree, out_degree;
  std::int64_t degree;
  std::int32_t component;
};
constexpr column<network_node> network_node_columns[] = {
    {"node", from<&network_node::node>},
    {"in_degree", from<&network_node::in_degree>},
    {"out_degree", from<&network_node::out_degree>},
    {"degree", from<&network_node::degree>},
    {"component", from<&network_node::component>},
};

struct encoded_network {
  const graph &of;
  const structure &found;
  Datum nodes;
};
std::int64_t nodes_of(const encoded_network &row) { return row.of.n; }
std::int64_t edges_of(const encoded_network &row) { return static_cast<std::int64_t>(row.of.edges); }
std::int64_t loops_of(const encoded_network &row) { return row.of.loops; }
template <auto member>
auto found(const encoded_network &row) {
  return row.found.*member;
}
constexpr column<encoded_network> network_columns[] = {
    {"nodes", from<nodes_of>},
    {"edges", from<edges_of>},
    {"loops", from<loops_of>},
    {"density", from<found<&structure::density>>},
    {"reciprocity", from<found<&structure::reciprocity>>},
    {"transitivity", from<found<&structure::transitivity>>},
    {"components", from<found<&structure::components>>},
    {"largest_component", from<found<&structure::largest_component>>},
    {"node", any_row_array,
     [](const encoded_network &row) {
       return NullableDatum{row.nodes, false};
     }},
};

network_node node_at(const named_graph &of, const structure &found_of, std::size_t k) {
  const auto v = static_cast<std::uint32_t>(k);
  network_node made{of.name(k), {}, {}, of.graph.out.degree(v), found_of.component[k]};
  if (of.graph.is_directed) {
    made.out_degree = of.graph.out.degree(v);
    made.in_degree = of.graph.in.degree(v);
    made.degree += *made.in_degree;
  }
  return made;
}

struct community_node {
  std::string node;
  std::int32_t community;
};
constexpr column<community_node> community_node_columns[] = {
    {"node", from<&community_node::node>},
    {"community", from<&community_node::community>},
};

struct encoded_communities {
  const communities_result &found;
  Datum nodes;
};
std::int64_t count_of(const encoded_communities &row) { return static_cast<std::int64_t>(row.found.community.size()); }
std::int32_t communities_of(const encoded_communities &row) { return row.found.communities; }
double modularity_of(const encoded_communities &row) { return row.found.modularity; }
constexpr column<encoded_communities> communities_columns[] = {
    {"nodes", from<count_of>},
    {"communities", from<communities_of>},
    {"modularity", from<modularity_of>},
    {"node", any_row_array,
     [](const encoded_communities &row) {
       return NullableDatum{row.nodes, false};
     }},
};

}  // namespace

HARMONY_FUNCTION(betweenness_final) { return return_measure<network::betweenness>(fcinfo); }
HARMONY_FUNCTION(closeness_final) { return return_measure<network::closeness>(fcinfo); }
HARMONY_FUNCTION(pagerank_final) { return return_measure<network::pagerank>(fcinfo); }

HARMONY_FUNCTION(eigenvector_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const named_graph of(state_of(fcinfo), false);
  const network::eigenvector_result result = network::eigenvector(of.graph);
  if (!result.is_converged) postgres::warn("eigenvector did not converge", "");
  return return_values(fcinfo, of, result.value);
}

HARMONY_FUNCTION(network_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const network_rows &rows = state_of(fcinfo);
  const named_graph of(rows, rows.options.directed);
  const structure result = network::describe(of.graph);
  nested_types &types = bind_nested(fcinfo, network_columns, network_node_columns);
  const Datum nodes = postgres::row_array(types.node, network_node_columns, of.graph.n,
                                          [&](std::size_t k) { return node_at(of, result, k); });
  const encoded_network row{of.graph, result, nodes};
  return guarded([&] { return postgres::encode_row(types.result, network_columns, row); });
}

HARMONY_FUNCTION(communities_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const network_rows &rows = state_of(fcinfo);
  const named_graph of(rows, false);
  const communities_result result = network::communities(of.graph, rows.options.seed, rows.options.resolution);
  nested_types &types = bind_nested(fcinfo, communities_columns, community_node_columns);
  const Datum nodes =
      postgres::row_array(types.node, community_node_columns, result.community.size(), [&](std::size_t k) {
        return community_node{of.name(k), result.community[k]};
      });
  const encoded_communities row{result, nodes};
  return guarded([&] { return postgres::encode_row(types.result, communities_columns, row); });
}

}  // namespace harmony::functions
