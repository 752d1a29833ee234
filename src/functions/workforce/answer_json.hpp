// Answers of workforce simulations as jsonb (docs/reference/workforce.md). All of it may raise.
#pragma once

#include "core/workforce/answer.hpp"
#include "postgres/json_writer.hpp"

namespace harmony::functions {

void write_answer(postgres::json_writer &json, const workforce::answer &of);
/// {mean, min, max, sd, p05, p50, p95, ci_low, ci_high}
void write_figures(postgres::json_writer &json, const workforce::figures &of);

}  // namespace harmony::functions
