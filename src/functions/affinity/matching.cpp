// Shells of stable pairs.
#include <optional>
#include <vector>

#include "core/affinity/matching.hpp"
#include "core/affinity/roommates.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using affinity::id_pair;
using affinity::mutual_offers;
using affinity::roommate_choices;

Datum pairs_datum(const std::vector<id_pair> &pairs) {
  return guarded([&] { return postgres::bigint_pairs_datum(pairs.data(), pairs.size()); });
}

}  // namespace

// (state, proposer, acceptor, score, reverse_score)
HARMONY_FUNCTION(stable_matching_transition) {
  using state = aggregate_state<mutual_offers>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
    throw error(sqlstate::null_value_not_allowed, "proposer and acceptor must not be null");
  mutual_offers &offers = state::of(fcinfo, [] { return mutual_offers(); });
  if (!PG_ARGISNULL(3) && !PG_ARGISNULL(4))
    offers.add(PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_FLOAT8(3), PG_GETARG_FLOAT8(4));
  return state::datum(offers);
}
HARMONY_STATE(stable_matching, mutual_offers)

HARMONY_FUNCTION(stable_matching_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return pairs_datum(aggregate_state<mutual_offers>::argument(fcinfo, 0).stable_pairs());
}

// (state, person, other, score)
HARMONY_FUNCTION(stable_roommates_transition) {
  using state = aggregate_state<roommate_choices>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
    throw error(sqlstate::null_value_not_allowed, "person and other must not be null");
  roommate_choices &choices = state::of(fcinfo, [] { return roommate_choices(); });
  if (!PG_ARGISNULL(3)) choices.add(PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_FLOAT8(3));
  return state::datum(choices);
}
HARMONY_STATE(stable_roommates, roommate_choices)

HARMONY_FUNCTION(stable_roommates_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const std::optional<std::vector<id_pair>> pairs =
      aggregate_state<roommate_choices>::argument(fcinfo, 0).stable_pairs();
  if (!pairs) PG_RETURN_NULL();
  return pairs_datum(*pairs);
}

}  // namespace harmony::functions
