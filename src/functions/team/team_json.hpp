// The models, measures and members of core/team, from and to jsonb.
#pragma once

#include <vector>

#include "core/team/health_model.hpp"
#include "core/team/team_fit.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::json_view;

/// The key "f_team" of the model document. Errors as read_numbers().
team::team_model read_team_model(const json_view &json);

/// The key "team" of the model document: {"matrix": …, "weather": …, "hidden_conflict": …, "team_volatility": …,
/// "scales": …, "risk_level": …, "actions": …, "dyad": …, "sociogram": …}; what is absent keeps its default. Only the
/// bounds of numbers are checked: health_model::check() is the caller's.
team::health_model read_health_model(const json_view &json);

/// The same document, written. May raise.
void write_health_model(postgres::json_writer &json, const team::health_model &model);

/// The fields of risk_input and no others. Errors as read_numbers().
team::risk_input read_risk_input(const json_view &json);

/// The fields of risk_input from rows of harmony.harmony_metrics and harmony.weather, whose other columns are ignored.
team::risk_input read_team_measures(const json_view &json);

/// [{"id": …, "role": …, "label": …, "candidate": …, "profile": {…}}, …]
std::vector<team::sociogram_member> read_members(const json_view &json);

}  // namespace harmony::functions
