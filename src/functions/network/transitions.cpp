// Shells that add rows of edges to a state.
#include "core/network/communities.hpp"
#include "functions/network/rows.hpp"

namespace harmony::functions {

namespace {

// Of the two arguments that are nodes; kept between rows.
struct node_types {
  postgres::value_namer source, target;
  Oid order;
};

const node_types &types_of(FunctionCallInfo fcinfo, int source) {
  const auto *known = static_cast<const node_types *>(fcinfo->flinfo->fn_extra);
  if (known != nullptr && known->target.is_known) return *known;
  auto &types = *guarded([&] { return &postgres::call_site<node_types>(fcinfo); });
  const MemoryContext context = fcinfo->flinfo->fn_mcxt;
  types.source = postgres::describe_names(fcinfo, source, context);
  const postgres::value_namer target = postgres::describe_names(fcinfo, source + 1, context);
  types.order = postgres::order_type(types.source);
  const bool is_bare_null = target.base == UNKNOWNOID && PG_ARGISNULL(source + 1);
  if (types.order != postgres::order_type(target) && !is_bare_null)
    guarded([&] {
      ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH), errmsg("source and target must be of one type"),
                      errdetail("They are of types %s and %s.", format_type_be(types.source.base),
                                format_type_be(target.base)),
                      errhint("Cast one of them.")));
    });
  types.target = target;
  return types;
}

// The row's edge or node alone; its weight, where it has one, is argument source - 1.
Datum add_row(FunctionCallInfo fcinfo, network_options options, int source, bool weighted) {
  using state = aggregate_state<network_rows>;
  const int target = source + 1;
  const bool is_alone = PG_ARGISNULL(target), has_weight = weighted && !PG_ARGISNULL(source - 1);
  if (PG_ARGISNULL(source) || (weighted && !has_weight && !is_alone)) return unchanged(fcinfo);
  const double weight = has_weight ? PG_GETARG_FLOAT8(source - 1) : 1;
  network::check_weight(weight);
  const node_types &types = types_of(fcinfo, source);
  options.order = types.order;
  network_rows *running = state::running(fcinfo);
  network_rows &rows = running != nullptr ? *running : state::of(fcinfo, [&] {
    return network_rows{options, network::edge_list(weighted)};
  });
  rows.check(options);
  const Datum from = fcinfo->args[source].value, to = fcinfo->args[target].value;
  if (types.order == INT8OID) {
    const std::int64_t number = postgres::whole_number(types.source, from);
    if (is_alone)
      rows.edges.add_node(number);
    else
      rows.edges.add_edge(number, postgres::whole_number(types.target, to), weight);
    return state::datum(rows);
  }
  postgres::name_room of_source, of_target;
  const std::string_view name = postgres::name_of(types.source, from, of_source);
  if (is_alone)
    rows.edges.add_node(name);
  else
    rows.edges.add_edge(name, postgres::name_of(types.target, to, of_target), weight);
  return state::datum(rows);
}

void require(FunctionCallInfo fcinfo, int argument, const char *name) {
  if (PG_ARGISNULL(argument)) throw error(sqlstate::null_value_not_allowed, std::string(name) + " must not be null");
}

network_options with_direction(FunctionCallInfo fcinfo) {
  require(fcinfo, 1, "directed");
  network_options options;
  options.directed = PG_GETARG_BOOL(1);
  return options;
}

network_options with_seed(FunctionCallInfo fcinfo) {
  require(fcinfo, 1, "seed");
  require(fcinfo, 2, "resolution");
  network_options options;
  options.seed = PG_GETARG_INT64(1);
  options.resolution = PG_GETARG_FLOAT8(2);
  network::check_resolution(options.resolution);
  return options;
}

}  // namespace

// (state, directed, source, target)
HARMONY_FUNCTION(network_transition) { return add_row(fcinfo, with_direction(fcinfo), 2, false); }
// (state, directed, weight, source, target)
HARMONY_FUNCTION(weighted_network_transition) { return add_row(fcinfo, with_direction(fcinfo), 3, true); }
// (state, seed, resolution, source, target)
HARMONY_FUNCTION(communities_transition) { return add_row(fcinfo, with_seed(fcinfo), 3, false); }
// (state, seed, resolution, weight, source, target)
HARMONY_FUNCTION(weighted_communities_transition) { return add_row(fcinfo, with_seed(fcinfo), 4, true); }

HARMONY_STATE(network, network_rows)

}  // namespace harmony::functions
