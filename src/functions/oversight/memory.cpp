// Shells of what may be kept of a statement and of a question, and how alike two statements are.
#include "core/oversight/lexicon.hpp"
#include "core/oversight/masked_sql.hpp"
#include "core/oversight/trigrams.hpp"

#include "functions/oversight/guard.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

// masked_sql(sql text, kept text[]), strict
HARMONY_FUNCTION(masked_sql) {
  const array_values<std::string_view> kept = text_array(PG_GETARG_DATUM(1), "kept");
  const bool is_sql = guarded([&] { return postgres::is_taken_by_grammar(PG_GETARG_DATUM(0)); });
  const std::string masked = oversight::masked_sql(bytes_of(PG_GETARG_DATUM(0)), standard_conforming_strings,
                                                   kept.values, is_sql ? nullptr : postgres::is_keyword);
  return guarded([&] { return text_datum(masked); });
}

// intent_phrases(intent text, options jsonb) → text[], strict
HARMONY_FUNCTION(intent_phrases) {
  const sql_guard::guard_options options = sql_guard::read_options(json_view::of(PG_GETARG_DATUM(1)));
  const auto &lexicon = options.lexicon ? *options.lexicon : oversight::default_lexicon();
  const std::vector<std::string> phrases = oversight::phrases_of(lexicon, bytes_of(PG_GETARG_DATUM(0)));
  return guarded([&] { return postgres::encoding<std::vector<std::string>>::datum(phrases).value; });
}

// trigram_similarity(a text, b text), strict
HARMONY_FUNCTION(trigram_similarity) {
  PG_RETURN_FLOAT8(oversight::trigram_similarity(bytes_of(PG_GETARG_DATUM(0)), bytes_of(PG_GETARG_DATUM(1))));
}

}  // namespace harmony::functions
