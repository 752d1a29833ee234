// Profiles and weights of traits, from and to jsonb.
#pragma once

#include <string_view>

#include "core/person/profile.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::json_view;

/// A (derived) profile in the layout of docs/reference/assessment.md. Unknown families and traits are ignored, since
/// the layout is open; a known trait that is no number is an error 22023, one outside its range 22003.
person::profile read_profile(const json_view &json);

/// What is measured, as an object of traits that read_profile() reads. May raise.
void write_profile(postgres::json_writer &json, const person::profile &profile);

/// The trait with this name; error 22023, listing the known ones, for another.
person::trait required_trait(std::string_view what, std::string_view name);

/// {"gca": 0.5, …}
person::trait_weights read_trait_weights(const json_view &json, std::string_view what);

/// The same, written. May raise.
void write_trait_weights(postgres::json_writer &json, const person::trait_weights &weights);

}  // namespace harmony::functions
