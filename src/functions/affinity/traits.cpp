// Shells of the personality phase: how alike two people are, and the most alike of a pool.
#include "core/affinity/neighbors.hpp"
#include "core/affinity/traits.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using affinity::neighbor;
using affinity::trait_pool;

constexpr column<neighbor> neighbor_columns[] = {
    {"person", from<&neighbor::person>},
    {"other", from<&neighbor::other>},
    {"similarity", from<&neighbor::similarity>},
};

array_values<double> confidence_argument(FunctionCallInfo fcinfo, int i, const char *name) {
  return PG_ARGISNULL(i) ? array_values<double>() : float8_array(PG_GETARG_DATUM(i), name);
}

}  // namespace

// trait_similarity(a, b, range)
HARMONY_FUNCTION(trait_similarity) {
  const array_values<double> a = float8_array(PG_GETARG_DATUM(0), "a");
  const array_values<double> b = float8_array(PG_GETARG_DATUM(1), "b");
  return return_nullable(fcinfo, affinity::trait_similarity(a.all(), b.all(), PG_GETARG_FLOAT8(2)));
}

// perceived_similarity(a, b, confidence_a, confidence_b, low, high)
HARMONY_FUNCTION(perceived_similarity) {
  if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(4) || PG_ARGISNULL(5)) PG_RETURN_NULL();
  const array_values<double> a = float8_array(PG_GETARG_DATUM(0), "a");
  const array_values<double> b = float8_array(PG_GETARG_DATUM(1), "b");
  const array_values<double> confidence_a = confidence_argument(fcinfo, 2, "confidence_a");
  const array_values<double> confidence_b = confidence_argument(fcinfo, 3, "confidence_b");
  const auto found = affinity::perceived_similarity(a.all(), b.all(), confidence_a.all(), confidence_b.all(),
                                                    PG_GETARG_FLOAT8(4), PG_GETARG_FLOAT8(5));
  if (std::isnan(found.raw)) PG_RETURN_NULL();
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("raw");
    json.number(found.raw);
    json.key("n_shared");
    json.integer(static_cast<std::int64_t>(found.shared.size()));
    json.key("tier");
    json.string(found.tier);
    json.key("shared");
    json.begin_array();
    for (const std::string_view trait : found.shared) json.string(trait);
    json.end_array();
    json.end_object();
    return json.finish();
  });
}

// (state, person, traits, k)
HARMONY_FUNCTION(trait_neighbors_transition) {
  using state = aggregate_state<trait_pool>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(3))
    throw error(sqlstate::null_value_not_allowed, "person and k must not be null");
  if (PG_ARGISNULL(2)) return unchanged(fcinfo);
  const array_values<double> traits = float8_array(PG_GETARG_DATUM(2), "traits");
  trait_pool &pool = state::of(fcinfo, [] { return trait_pool(); });
  pool.add(PG_GETARG_INT64(1), traits.all(), PG_GETARG_INT32(3));
  return state::datum(pool);
}
HARMONY_STATE(trait_neighbors, trait_pool)

HARMONY_FUNCTION(trait_neighbors_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const std::vector<neighbor> found = aggregate_state<trait_pool>::argument(fcinfo, 0).neighbors();
  return return_row_array(fcinfo, neighbor_columns, found.size(), [&](std::size_t k) { return found[k]; });
}

}  // namespace harmony::functions
