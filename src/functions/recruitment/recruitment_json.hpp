// Benchmarks, safety rules and the models of core/recruitment, from and to jsonb.
#pragma once

#include <vector>

#include "core/recruitment/competencies.hpp"
#include "core/recruitment/mlpsm.hpp"
#include "core/recruitment/safety.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::json_view;

/// {"conscientiousness": 95, "extraversion": {"benchmark": 60, "polarity": "moderate"}, …}; null is no benchmark.
recruitment::benchmarks read_benchmarks(const json_view &json);

/// {"team_fit": {"agreeableness": 0.4, …}, …} replaces the weights of these competencies, or adds one;
/// {"team_fit": 2, …} gives their importance in g_fit instead (those not named then count 0).
recruitment::competency_model read_competency_model(const json_view &json);

/// [{"trait": "agreeableness", "below": 15, "effect": "DISQUALIFIED", "positions": ["Captain"]}, …]
std::vector<recruitment::safety_rule> read_safety_rules(const json_view &json);

/// Errors as read_numbers().
recruitment::environment read_environment(const json_view &json);
recruitment::leadership read_leadership(const json_view &json);
recruitment::betas read_betas(const json_view &json);

/// The weights of every competency; importances are not written. May raise.
void write_competency_weights(postgres::json_writer &json, const recruitment::competency_model &model);

/// The layout of read_safety_rules(). May raise.
void write_safety_rules(postgres::json_writer &json, const std::vector<recruitment::safety_rule> &rules);

}  // namespace harmony::functions
