// harmony.default_model() and harmony.check_match_request(): the documents of a ranking, given and checked.
#include "functions/ranking/match_state.hpp"
#include "functions/ranking/ranking_json.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

HARMONY_FUNCTION(default_model) {
  const ranking::match_model model;
  return guarded([&] {
    json_writer json;
    write_match_model(json, model);
    return json.finish();
  });
}

// check_match_request(request), strict
HARMONY_FUNCTION(check_match_request) {
  warn_of(*ranking::prepare(read_match_request(json_view::of(PG_GETARG_DATUM(0)))));
  return Datum{0};
}

}  // namespace harmony::functions
