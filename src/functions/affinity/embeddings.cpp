// Shell of the exact search among embeddings.
#include <utility>
#include <vector>

#include "core/affinity/embeddings.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using affinity::embedding_match;
using affinity::embedding_search;

constexpr column<embedding_match> match_columns[] = {
    {"query", from<&embedding_match::query>},
    {"id", from<&embedding_match::id>},
    {"score", from<&embedding_match::score>},
};

// Of one query or, a row each, of many.
embedding_search make_search(FunctionCallInfo fcinfo) {
  const Datum queries = PG_GETARG_DATUM(3);
  int rows = 1, dimensions = 0;
  std::vector<double> values;
  const bool is_matrix =
      guarded([&] { return ARR_NDIM(reinterpret_cast<ArrayType *>(PG_DETOAST_DATUM(queries))) == 2; });
  if (is_matrix) {
    values = float8_matrix(queries, "queries", rows, dimensions);
  } else {
    values = float8_values(queries, "queries");
    dimensions = static_cast<int>(values.size());
  }
  return {std::move(values), static_cast<std::size_t>(rows), static_cast<std::size_t>(dimensions), PG_GETARG_INT32(4),
          affinity::metric_named(postgres::text_argument(fcinfo, 5))};
}

// (state, id, embedding, queries, k, metric); the last three count in the first row, since comparing many queries with
// those of each row would take longer than the search.
template <class T>
Datum add_embedding(FunctionCallInfo fcinfo) {
  using state = aggregate_state<embedding_search>;
  if (PG_ARGISNULL(1) || PG_ARGISNULL(3) || PG_ARGISNULL(4) || PG_ARGISNULL(5))
    throw error(sqlstate::null_value_not_allowed, "id, queries, k and metric must not be null");
  if (PG_ARGISNULL(2)) return unchanged(fcinfo);
  embedding_search &all = state::of(fcinfo, [&] { return make_search(fcinfo); });
  all.add(PG_GETARG_INT64(1), postgres::array_in_place<T>(PG_GETARG_DATUM(2), "embedding"));
  return state::datum(all);
}

}  // namespace

HARMONY_FUNCTION(best_embeddings_float4_transition) { return add_embedding<float>(fcinfo); }
HARMONY_FUNCTION(best_embeddings_float8_transition) { return add_embedding<double>(fcinfo); }
HARMONY_STATE(best_embeddings, embedding_search)

HARMONY_FUNCTION(best_embeddings_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const std::vector<embedding_match> found = aggregate_state<embedding_search>::argument(fcinfo, 0).matches();
  return return_row_array(fcinfo, match_columns, found.size(), [&](std::size_t k) { return found[k]; });
}

}  // namespace harmony::functions
