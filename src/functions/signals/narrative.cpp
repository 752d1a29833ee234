// Shells of narratives.
#include <string>

#include "core/signals/narrative.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using signals::narrative;
using signals::narrative_row;
using signals::narrative_value;

[[noreturn]] void refuse_field(std::string_view key, const char *what) {
  throw error(sqlstate::invalid_parameter_value, "\"" + std::string(key) + "\" of a narrative must be " + what);
}

bool is_scalar(const json_view &json) { return !json.is_object() && !json.is_array(); }

narrative_value scalar(const json_view &json) {
  using kind = narrative_value::kind;
  if (json.is_string()) return {kind::string, std::string(json.string())};
  if (json.is_number()) return {kind::number, json.number_text()};
  if (json.is_boolean()) return {kind::boolean, json.boolean() ? "true" : "false"};
  return {kind::null, {}};
}

std::vector<narrative_row> read_rows(std::string_view section, const json_view &list, std::size_t level);

narrative_row read_row(std::string_view section, const json_view &json, std::size_t level) {
  if (!json.is_object()) refuse_field(section, "an array of objects");
  narrative_row row;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    if (key == "children") {
      if (!value.is_array()) refuse_field(key, "an array of objects");
      row.children = read_rows(key, value, level + 1);
    } else {
      if (!is_scalar(value)) refuse_field(key, "a string, a number, true, false or null");
      row.fields.emplace_back(std::string(key), scalar(value));
    }
  });
  return row;
}

std::vector<narrative_row> read_rows(std::string_view section, const json_view &list, std::size_t level) {
  if (level > signals::deepest_narrative) refuse_field(section, "nested less deeply");
  std::vector<narrative_row> rows;
  list.for_each_element([&](const json_view &row) { rows.push_back(read_row(section, row, level)); });
  return rows;
}

narrative read_narrative(const json_view &json) {
  postgres::require_object(json, "narrative");
  narrative told;
  json.for_each_field([&](std::string_view key, const json_view &value) {
    if (value.is_object()) refuse_field(key, "a string, a number, true, false, null or an array of objects");
    if (value.is_array())
      told.sections.emplace_back(std::string(key), read_rows(key, value, 1));
    else
      told.facts.emplace_back(std::string(key), scalar(value));
  });
  return told;
}

void check_size(const std::string &text) {
  if (text.size() > MaxAllocSize / 2) throw error(sqlstate::program_limit_exceeded, "narrative is too large");
}

}  // namespace

HARMONY_FUNCTION(narrative_text) {
  const std::string text = signals::narrative_markdown(read_narrative(json_view::of(PG_GETARG_DATUM(0))));
  check_size(text);
  return guarded([&] { return text_datum(text); });
}

HARMONY_FUNCTION(narrative_parse) {
  const std::string json = signals::narrative_json(signals::parse_narrative(bytes_of(PG_GETARG_DATUM(0))));
  check_size(json);
  return guarded([&] { return DirectFunctionCall1(jsonb_in, CStringGetDatum(json.c_str())); });
}

}  // namespace harmony::functions
