// The JSON face of core/team: the key "team" of the model document, measures and members.
#pragma once

#include <vector>

#include "core/team/health_model.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::json_view;

/// {"matrix": …, "weather": …, "hidden_conflict": …, "team_volatility": …, "scales": …, "risk_level": …, "actions": …,
/// "dyad": …, "sociogram": …}; what is absent keeps its default.
team::health_model read_health_model(const json_view &json);

/// The same document, written.
void write_health_model(postgres::json_writer &json, const team::health_model &model);

/// What harmony.harmony_metrics and harmony.weather hold, of which a diagnosis reads its part.
team::risk_input read_team_measures(const json_view &json);

/// [{"id": …, "role": …, "label": …, "candidate": …, "profile": {…}}, …]
std::vector<team::sociogram_member> read_members(const json_view &json);

}  // namespace harmony::functions
