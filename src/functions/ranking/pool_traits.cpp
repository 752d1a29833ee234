// Shells of the aggregate harmony.pool_traits: what stands in for the traits that a candidate lacks.
#include "core/ranking/imputation.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

namespace {

using ranking::pool_sums;
using pool_traits_aggregate = postgres::aggregate_state<pool_sums>;

constexpr person::trait_mask all_traits = (person::trait_mask{1} << person::trait_count) - 1;

}  // namespace

// A row without a profile is nobody.
HARMONY_FUNCTION(pool_traits_transition) {
  pool_sums &sums = pool_traits_aggregate::of(fcinfo, [] { return pool_sums(); });
  if (PG_ARGISNULL(1)) return pool_traits_aggregate::datum(sums);
  Jsonb *document = guarded([&] { return DatumGetJsonbP(PG_GETARG_DATUM(1)); });
  sums.add(read_profile(json_view::document(document)), all_traits);
  if (reinterpret_cast<void *>(document) != PG_GETARG_POINTER(1)) pfree(document);
  return pool_traits_aggregate::datum(sums);
}

HARMONY_STATE(pool_traits, pool_sums)

// The traits that somebody has; no row at all NULL.
HARMONY_FUNCTION(pool_traits_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const ranking::pool_traits traits = pool_traits_aggregate::argument(fcinfo, 0).moments();
  return guarded([&] {
    json_writer json;
    json.begin_object();
    for (std::size_t k = 0; k < traits.size(); ++k) {
      if (std::isnan(traits[k].mean)) continue;
      json.key(person::trait_name(static_cast<person::trait>(k)));
      postgres::write_numbers(json, traits[k]);
    }
    json.end_object();
    return json.finish();
  });
}

}  // namespace harmony::functions
