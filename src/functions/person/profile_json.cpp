#include "functions/person/profile_json.hpp"

#include <string>

#include "core/base/error.hpp"

namespace harmony::functions {

using person::find_trait;
using person::profile;
using person::trait;
using person::trait_count;
using person::trait_name;
using person::trait_weights;
using person::weighted_trait;
using postgres::json_writer;
using postgres::require_object;
using postgres::required_number;

namespace {

void set_trait(profile &out, std::string_view key, const json_view &value) {
  const auto which = find_trait(key);
  if (!which || value.is_null()) return;
  out.set(*which, required_number(value, key));
}

}  // namespace

profile read_profile(const json_view &json) {
  require_object(json, "profile");
  profile out;
  json.for_each_field([&](std::string_view family, const json_view &value) {
    if (!value.is_object()) return set_trait(out, family, value);
    if (family == "quality") return;
    value.for_each_field([&](std::string_view key, const json_view &number) { set_trait(out, key, number); });
  });
  out.derive();
  return out;
}

void write_profile(json_writer &json, const profile &profile) {
  json.begin_object();
  for (std::size_t t = 0; t < trait_count; ++t) {
    const auto which = static_cast<trait>(t);
    if (!profile.measured(which)) continue;
    json.key(trait_name(which));
    json.number(profile.get(which));
  }
  json.end_object();
}

trait required_trait(std::string_view what, std::string_view name) {
  if (const auto found = find_trait(name)) return *found;
  std::string known;
  for (std::size_t t = 0; t < trait_count; ++t)
    known += (t == 0 ? "" : ", ") + std::string(trait_name(static_cast<trait>(t)));
  throw error(sqlstate::invalid_parameter_value,
              "unrecognized trait \"" + std::string(name) + "\" in " + std::string(what), "",
              "Known traits: " + known + ".");
}

trait_weights read_trait_weights(const json_view &json, std::string_view what) {
  require_object(json, what);
  trait_weights weights;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    weights.add(required_trait(what, key), required_number(value, key));
  });
  weights.check();
  return weights;
}

void write_trait_weights(json_writer &json, const trait_weights &weights) {
  json.begin_object();
  for (const weighted_trait &entry : weights) {
    json.key(trait_name(entry.which));
    json.number(entry.weight);
  }
  json.end_object();
}

}  // namespace harmony::functions
