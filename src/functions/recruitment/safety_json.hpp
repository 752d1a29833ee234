// What the safety barrier says, as JSON.
#pragma once

#include "core/recruitment/safety.hpp"
#include "postgres/json_writer.hpp"

namespace harmony::functions {

/// [{"trait", "value", "below", "effect"}, …], worst first. May raise: inside guarded().
inline void write_triggers(postgres::json_writer &json, const recruitment::safety_assessment &found) {
  json.begin_array();
  for (const recruitment::fired_rule &fired : found.fired) {
    json.begin_object();
    json.key("trait");
    json.string(person::trait_name(fired.which));
    json.key("value");
    json.number(fired.value);
    json.key("below");
    json.number(fired.below);
    json.key("effect");
    json.string(recruitment::level_name(fired.effect));
    json.end_object();
  }
  json.end_array();
}

}  // namespace harmony::functions
