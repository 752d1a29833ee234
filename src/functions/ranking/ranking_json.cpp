#include "functions/ranking/ranking_json.hpp"

#include <string>

#include "core/base/error.hpp"
#include "functions/person/profile_json.hpp"
#include "functions/recruitment/recruitment_json.hpp"
#include "functions/team/team_json.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

using postgres::json_writer;
using postgres::read_fields;
using postgres::read_numbers;
using postgres::read_parts;
using postgres::require_array;
using postgres::required_number;
using postgres::required_string;
using postgres::write_numbers;
using postgres::write_parts;
using ranking::match_model;
using ranking::match_request;
using ranking::person_id;

namespace {

// ---- parts of the model, read ----

template <class Numbers>
void read(const json_view &json, std::string_view, Numbers &out) {
  read_numbers(json, out);
}

void read(const json_view &json, std::string_view key, std::string &out) { out = required_string(json, key); }

void read(const json_view &json, std::string_view, recruitment::competency_model &out) {
  out = read_competency_model(json);
}

void read(const json_view &json, std::string_view key, person::trait_weights &out) {
  out = read_trait_weights(json, key);
}

void read(const json_view &json, std::string_view, team::health_model &out) { out = read_health_model(json); }

// ---- and written; all of it may raise ----

template <class Numbers>
void write(json_writer &json, const Numbers &model) {
  write_numbers(json, model);
}

void write(json_writer &json, const std::string &text) { json.string(text); }

void write(json_writer &json, const recruitment::competency_model &model) { write_competency_weights(json, model); }

void write(json_writer &json, const person::trait_weights &weights) { write_trait_weights(json, weights); }

void write(json_writer &json, const team::health_model &model) { write_health_model(json, model); }

/// A uuid as PostgreSQL writes it.
person_id read_person(const json_view &json, std::string_view key) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  const std::string text = required_string(json, key);
  person_id person{};
  std::size_t digits = 0;
  for (const char letter : text) {
    if (letter == '-') continue;
    const std::size_t value = hexadecimal.find(letter);
    if (value == std::string_view::npos || digits == 2 * person.size()) {
      digits = 0;
      break;
    }
    std::uint8_t &byte = person[digits++ / 2];
    byte = static_cast<std::uint8_t>(byte << 4U | value);
  }
  if (digits != 2 * person.size())
    throw error(sqlstate::invalid_parameter_value, "\"" + std::string(key) + "\" must hold uuids");
  return person;
}

void read_persons(const json_view &json, std::string_view key, std::vector<person_id> &out) {
  require_array(json, key);
  json.for_each_element([&](const json_view &person) { out.push_back(read_person(person, key)); });
}

constexpr std::uint64_t largest_whole = 9007199254740991;  // 2^53 − 1: what jsonb readers agree on

/// A number from 0 to most, without its fraction.
std::uint64_t read_whole(const json_view &json, std::string_view key, std::uint64_t most) {
  const double value = required_number(json, key);
  if (value >= 0.0 && value <= static_cast<double>(most)) return static_cast<std::uint64_t>(value);
  throw error(sqlstate::numeric_value_out_of_range,
              "\"" + std::string(key) + "\" must be between 0 and " + std::to_string(most));
}

ranking::pool_traits read_pool(const json_view &json) {
  require_object(json, "pool");
  ranking::pool_traits pool;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    const person::trait which = required_trait("pool", key);
    ranking::trait_moments &moments = pool[static_cast<std::size_t>(which)];
    read_numbers(value, moments);
    if (moments.mean > person::trait_maximum(which))
      throw error(sqlstate::numeric_value_out_of_range, "mean of \"" + std::string(key) + "\" in pool is out of range");
  });
  return pool;
}

}  // namespace

match_model read_match_model(const json_view &json) {
  match_model out;
  read_parts(json, "model", out,
             [](const json_view &value, std::string_view name, auto &part) { read(value, name, part); });
  out.check();
  return out;
}

void write_match_model(json_writer &json, const match_model &model) {
  write_parts(json, model, [](json_writer &out, const auto &part) { write(out, part); });
}

match_request read_match_request(const json_view &json) {
  match_request out;
  read_fields(json, "match request",
              {{"position", [&](const json_view &v) { out.position = required_string(v, "position"); }},
               {"benchmarks", [&](const json_view &v) { out.asked = read_benchmarks(v); }},
               {"rules", [&](const json_view &v) { out.rules = read_safety_rules(v); }},
               {"crew",
                [&](const json_view &v) {
                  require_array(v, "crew");
                  v.for_each_element([&](const json_view &member) {
                    out.members.push_back(member.is_null() ? person::profile() : read_profile(member));
                  });
                }},
               {"crew_ids", [&](const json_view &v) { read_persons(v, "crew_ids", out.member_ids); }},
               {"pool", [&](const json_view &v) { out.pool = read_pool(v); }},
               {"lifted", [&](const json_view &v) { read_persons(v, "lifted", out.lifted); }},
               {"environment", [&](const json_view &v) { out.environment = read_environment(v); }},
               {"leadership", [&](const json_view &v) { out.leader = read_leadership(v); }},
               {"model", [&](const json_view &v) { out.model = read_match_model(v); }},
               {"top", [&](const json_view &v) { out.top = read_whole(v, "top", 4294967295); }},
               {"draws", [&](const json_view &v) { out.draws = read_whole(v, "draws", ranking::max_draws); }},
               {"seed", [&](const json_view &v) { out.seed = read_whole(v, "seed", largest_whole); }},
               {"least_team", [&](const json_view &v) { out.least_team = read_whole(v, "least_team", 4294967295); }},
               {"decimals", [&](const json_view &v) {
                  out.decimals = static_cast<int>(read_whole(v, "decimals", noise_decimals));
                }}});
  return out;
}

}  // namespace harmony::functions
