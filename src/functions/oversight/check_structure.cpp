// Rows against declared ones.
#include "core/oversight/structure.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

namespace {

using oversight::document;

document document_of(const json_view &value, int depth) {
  constexpr int deepest = 1000;
  if (depth > deepest) throw error(sqlstate::program_limit_exceeded, "the document nests too deeply");
  document made;
  if (value.is_boolean()) {
    made.is = document::kind::boolean;
    made.truth = value.boolean();
  } else if (value.is_number()) {
    made.is = document::kind::number;
    made.number = value.number();
  } else if (value.is_string()) {
    made.is = document::kind::string;
    made.text = value.string();
  } else if (value.is_array()) {
    made.is = document::kind::array;
    made.elements.reserve(value.size());
    value.for_each_element([&](const json_view &one) { made.elements.push_back(document_of(one, depth + 1)); });
  } else if (value.is_object()) {
    made.is = document::kind::object;
    made.fields.reserve(value.size());
    value.for_each_field([&](std::string_view name, const json_view &one) {
      made.fields.emplace_back(name, document_of(one, depth + 1));
    });
  }
  return made;
}

}  // namespace

// check_structure(data, declared)
HARMONY_FUNCTION(check_structure) {
  const document rows = document_of(json_view::of(PG_GETARG_DATUM(0)), 0);
  const document declared = document_of(json_view::of(PG_GETARG_DATUM(1)), 0);
  const auto errors = oversight::check_structure(rows, declared);
  return guarded([&] {
    json_writer json;
    json.begin_object();
    json.key("ok");
    json.boolean(errors.empty());
    json.key("errors");
    json.begin_array();
    for (const auto &one : errors) {
      json.begin_object();
      json.key("row");
      json.integer(static_cast<std::int64_t>(one.row));
      json.key("path");
      json.string(one.path);
      json.key("message");
      json.string(one.message);
      json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.finish();
  });
}

}  // namespace harmony::functions
