// Shells of stored measures: a document of numbers, read and written anew, so that it holds doubles alone.
#include "functions/recruitment/recruitment_json.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

namespace {

template <class Measures>
Datum written(const Measures &measures) {
  return guarded([&] {
    json_writer json;
    postgres::write_numbers(json, measures);
    return json.finish();
  });
}

}  // namespace

HARMONY_FUNCTION(environment_as_read) { return written(read_environment(json_view::of(PG_GETARG_DATUM(0)))); }

HARMONY_FUNCTION(leadership_as_read) { return written(read_leadership(json_view::of(PG_GETARG_DATUM(0)))); }

}  // namespace harmony::functions
