// Shells of what answers about meeting say: of people and pairs, and of the phases' scores.
#include "core/affinity/social_relations.hpp"
#include "core/affinity/validation.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using affinity::pair_effect;
using affinity::phase_validity;
using affinity::phase_weights;
using affinity::social_answers;
using affinity::social_effect;
using affinity::social_relations;
using affinity::validated_pairs;

constexpr column<social_effect> effect_columns[] = {
    {"person", from<&social_effect::person>},     {"given", from<&social_effect::given>},
    {"received", from<&social_effect::received>}, {"actor", from<&social_effect::actor>},
    {"partner", from<&social_effect::partner>},
};

constexpr column<pair_effect> pair_columns[] = {
    {"actor", from<&pair_effect::actor>},
    {"partner", from<&pair_effect::partner>},
    {"effect", from<&pair_effect::effect>},
};

// The arrays are encoded before the row.
struct encoded_relations {
  const social_relations &found;
  Datum effects, pairs;
};

template <auto member>
NullableDatum number(const encoded_relations &row) {
  return postgres::nullable(row.found.*member);
}
template <auto member>
NullableDatum count(const encoded_relations &row) {
  return {Int64GetDatum(row.found.*member), false};
}

constexpr column<encoded_relations> relations_columns[] = {
    {"n", INT8OID, count<&social_relations::n>},
    {"actors", INT8OID, count<&social_relations::actors>},
    {"partners", INT8OID, count<&social_relations::partners>},
    {"mean", FLOAT8OID, number<&social_relations::mean>},
    {"actor_variance", FLOAT8OID, number<&social_relations::actor_variance>},
    {"partner_variance", FLOAT8OID, number<&social_relations::partner_variance>},
    {"relationship_variance", FLOAT8OID, number<&social_relations::relationship_variance>},
    {"actor_partner_covariance", FLOAT8OID, number<&social_relations::actor_partner_covariance>},
    {"dyadic_covariance", FLOAT8OID, number<&social_relations::dyadic_covariance>},
    {"actor_share", FLOAT8OID, number<&social_relations::actor_share>},
    {"partner_share", FLOAT8OID, number<&social_relations::partner_share>},
    {"relationship_share", FLOAT8OID, number<&social_relations::relationship_share>},
    {"effects", any_row_array,
     [](const encoded_relations &row) {
       return NullableDatum{row.effects, false};
     }},
    {"pairs", any_row_array,
     [](const encoded_relations &row) {
       return NullableDatum{row.pairs, false};
     }},
};

struct relations_call {
  postgres::row_type result, effect, pair;
};

relations_call &bind_relations(FunctionCallInfo fcinfo) {
  return *guarded([&] {
    auto *types = &postgres::call_site<relations_call>(fcinfo);
    const postgres::row_type &result = postgres::bind_result(fcinfo, types->result, relations_columns);
    const auto array_type = [&](int column) {
      return TupleDescAttr(result.descriptor, result.place[column])->atttypid;
    };
    postgres::bind_elements(fcinfo, types->effect, effect_columns, array_type(12));
    postgres::bind_elements(fcinfo, types->pair, pair_columns, array_type(13));
    return types;
  });
}

constexpr column<phase_validity> validity_columns[] = {
    {"phase", from<&phase_validity::phase>},
    {"pairs", from<&phase_validity::pairs>},
    {"people", from<&phase_validity::people>},
    {"auc", from<&phase_validity::auc>},
    {"auc_low", from<&phase_validity::auc_low>},
    {"auc_high", from<&phase_validity::auc_high>},
    {"brier", from<&phase_validity::brier>},
    {"slope", from<&phase_validity::slope>},
    {"slope_low", from<&phase_validity::slope_low>},
    {"slope_high", from<&phase_validity::slope_high>},
    {"incremental_r_squared", from<&phase_validity::incremental_r_squared>},
};

constexpr column<phase_weights> weights_columns[] = {
    {"pairs", from<&phase_weights::pairs>},
    {"people", from<&phase_weights::people>},
    {"willing", from<&phase_weights::willing>},
    {"intercept", from<&phase_weights::intercept>},
    {"coefficients", from<&phase_weights::coefficients>},
    {"low", from<&phase_weights::low>},
    {"high", from<&phase_weights::high>},
    {"weights", from<&phase_weights::weights>},
};

}  // namespace

// (state, actor, partner, answer)
HARMONY_FUNCTION(social_relations_transition) {
  using state = aggregate_state<social_answers>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
    throw error(sqlstate::null_value_not_allowed, "actor and partner must not be null");
  social_answers &answers = state::of(fcinfo, [] { return social_answers(); });
  if (!PG_ARGISNULL(3)) answers.add(PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_FLOAT8(3));
  return state::datum(answers);
}
HARMONY_STATE(social_relations, social_answers)

HARMONY_FUNCTION(social_relations_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const social_relations found = aggregate_state<social_answers>::argument(fcinfo, 0).fit();
  relations_call &call = bind_relations(fcinfo);
  const Datum effects = postgres::row_array(call.effect, effect_columns, found.effects.size(),
                                            [&](std::size_t k) { return found.effects[k]; });
  const Datum pairs =
      postgres::row_array(call.pair, pair_columns, found.pairs.size(), [&](std::size_t k) { return found.pairs[k]; });
  const encoded_relations row{found, effects, pairs};
  return guarded([&] { return postgres::encode_row(call.result, relations_columns, row); });
}

// (state, person, other, willing, scores, draws, seed)
HARMONY_FUNCTION(validated_pairs_transition) {
  using state = aggregate_state<validated_pairs>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(4) || PG_ARGISNULL(5) || PG_ARGISNULL(6))
    throw error(sqlstate::null_value_not_allowed, "person, other, scores, draws and seed must not be null");
  const array_values<double> scores = float8_array(PG_GETARG_DATUM(4), "scores");
  const affinity::validation_options options = {PG_GETARG_INT32(5), PG_GETARG_INT64(6)};
  validated_pairs &pairs = state::of(fcinfo, [&] { return validated_pairs(scores.size(), options); });
  if (!PG_ARGISNULL(3)) pairs.add(PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_BOOL(3), scores.all(), options);
  return state::datum(pairs);
}
HARMONY_STATE(validated_pairs, validated_pairs)

HARMONY_FUNCTION(phase_validities_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const std::vector<phase_validity> found = aggregate_state<validated_pairs>::argument(fcinfo, 0).validities();
  return return_row_array(fcinfo, validity_columns, found.size(), [&](std::size_t k) { return found[k]; });
}

HARMONY_FUNCTION(phase_weights_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, weights_columns, aggregate_state<validated_pairs>::argument(fcinfo, 0).weights());
}

}  // namespace harmony::functions
