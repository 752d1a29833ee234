// The JSON face of core/recruitment: profiles, and every constant of the models, from jsonb. An absent key keeps the
// default of the core's struct, an unknown one is an error that lists what is known: a misspelt weight must not pass.
#pragma once

#include <vector>

#include "core/ranking/match.hpp"
#include "core/team/dyad.hpp"
#include "core/team/risk.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::json_view;

/// A profile in the layout of docs/reference/assessment.md. Unknown families and traits are passed over, since the layout is open;
/// a known trait that is no number is an error 22023, one outside its range 22003.
person::profile read_profile(const json_view &json);

/// {"gca": 0.5, …}
person::trait_weights read_trait_weights(const json_view &json, const char *what);

/// {"conscientiousness": 95, "extraversion": {"benchmark": 60, "polarity": "moderate"}, …}; null is no benchmark.
recruitment::benchmarks read_benchmarks(const json_view &json);

/// {"team_fit": {"agreeableness": 0.4, …}, …} replaces the weights of these competencies, or adds one;
/// {"team_fit": 2, …} gives their importance in g_fit instead (those not named then count 0).
recruitment::competency_model read_competency_model(const json_view &json);

/// [{"trait": "agreeableness", "below": 15, "effect": "DISQUALIFIED", "positions": ["Captain"]}, …]
std::vector<recruitment::safety_rule> read_safety_rules(const json_view &json);

recruitment::environment read_environment(const json_view &json);
recruitment::leadership read_leadership(const json_view &json);
recruitment::betas read_betas(const json_view &json);
team::team_model read_team_model(const json_view &json);
team::risk_input read_risk_input(const json_view &json);

/// The versioned model document: {"version": …, "competencies": …, "p_ind": …, "f_team": …, "f_env": …, "mlpsm": …,
/// "team": …, "sensitivity": …}.
ranking::match_model read_match_model(const json_view &json);

/// What harmony.match_request() builds.
ranking::match_request read_match_request(const json_view &json);

}  // namespace harmony::functions
