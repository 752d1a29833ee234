// The model document and the request of a ranking, from and to jsonb.
#pragma once

#include "core/ranking/match.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::json_view;

/// The versioned model document: {"version": …, "competencies": …, "p_ind": …, "f_team": …, "f_env": …, "mlpsm": …,
/// "team": …, "sensitivity": …}; what is absent keeps its default. Errors: 22023 for an unknown key or a wrong type;
/// else those of match_model::check().
ranking::match_model read_match_model(const json_view &json);

/// The same document, written. May raise.
void write_match_model(postgres::json_writer &json, const ranking::match_model &model);

/// The document that harmony.match_request() builds.
ranking::match_request read_match_request(const json_view &json);

}  // namespace harmony::functions
