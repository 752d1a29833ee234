// Documents of known keys, from and to jsonb. An absent key keeps its default; an unknown one is an error that lists
// the known ones, so that a misspelt key cannot pass.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/field.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

namespace harmony::postgres {

/// Error 22023 for a key that `what` does not have.
[[noreturn]] void refuse_key(std::string_view what, std::string_view key, std::string_view known);

/// A string that a document must hold; `what` names it in the error 22023.
std::string required_string(const json_view &value, std::string_view what);

/// Refuses what is not an array (22023).
void require_array(const json_view &value, std::string_view what);

/// Calls the reader of each field that is there and not null.
using readers = std::initializer_list<std::pair<std::string_view, std::function<void(const json_view &)>>>;
void read_fields(const json_view &json, const char *what, readers fields);

// ---- a struct with a table of fields: fields_of() ----

/// Reads the fields that are there. A null leaves what may be missing as it is; a constant must be a number. Errors:
/// 22023 for an unknown key and what is no number; else those of check_fields().
template <class Model>
void read_numbers(const json_view &json, Model &out) {
  const field_table<Model> table = fields_of(out);
  require_object(json, table.what);
  json.for_each_field([&](std::string_view key, const json_view &value) {
    const field<Model> *found = table.find(key);
    if (found == nullptr) refuse_key(table.what, key, table.known_keys());
    if (table.kind != field_kind::constant && value.is_null()) return;
    out.*found->member = required_number(value, key);
  });
  check_fields(out);
}

/// Writes all fields. May raise, as every call of the writer.
template <class Model>
void write_numbers(json_writer &json, const Model &model) {
  json.begin_object();
  for (const field<Model> &entry : fields_of(model).fields) {
    json.key(entry.name);
    json.number(model.*entry.member);
  }
  json.end_object();
}

// ---- a struct of parts: Model::for_each_part() ----

/// Calls read(value, key, part) for the parts that are there and not null. Error 22023 for an unknown key.
template <class Model, class Read>
void read_parts(const json_view &json, std::string_view what, Model &out, Read read) {
  require_object(json, what);
  json.for_each_field([&](std::string_view key, const json_view &value) {
    bool found = false;
    Model::for_each_part(out, [&](std::string_view name, auto &part) {
      if (key != name) return;
      found = true;
      if (!value.is_null()) read(value, name, part);
    });
    if (found) return;
    std::string known;
    Model::for_each_part(
        out, [&](std::string_view name, const auto &) { known += (known.empty() ? "" : ", ") + std::string(name); });
    refuse_key(what, key, known);
  });
}

/// Calls write(json, part) for all parts. May raise.
template <class Model, class Write>
void write_parts(json_writer &json, const Model &model, Write write) {
  json.begin_object();
  Model::for_each_part(model, [&](std::string_view name, const auto &part) {
    json.key(name);
    write(json, part);
  });
  json.end_object();
}

}  // namespace harmony::postgres
