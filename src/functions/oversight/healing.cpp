// Shells of what is kept of statements that failed.
#include "core/oversight/healing.hpp"

#include "core/oversight/lexicon.hpp"
#include "core/oversight/sql_text.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

HARMONY_FUNCTION(mask_sql) {
  const std::string masked =
      oversight::masked_statement(postgres::bytes_of(PG_GETARG_DATUM(0)), standard_conforming_strings);
  return guarded([&] { return postgres::text_datum(masked); });
}

HARMONY_FUNCTION(intent_words) {
  const std::string words =
      oversight::lexicon_words(oversight::default_lexicon(), postgres::bytes_of(PG_GETARG_DATUM(0)));
  return guarded([&] { return postgres::text_datum(words); });
}

HARMONY_FUNCTION(fix_confidence) {
  return Float8GetDatum(oversight::fix_confidence(PG_GETARG_INT64(0), PG_GETARG_INT64(1)));
}

}  // namespace harmony::functions
