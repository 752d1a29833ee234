// JSON objects (RFC 8259) from outside: headers and claims of tokens, files of keys. In memory that is wiped.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::crypto {

/// A value. nlohmann::json reads the text, but is not kept: its destructor asks for memory, and ends the process where
/// there is none.
struct json {
  enum class kind { null, boolean, number, string, array, object };

  kind type = kind::null;
  bool boolean = false;
  double number = 0;
  secret_string text;                // of a string
  std::vector<json> elements;        // of an array; the values of an object
  std::vector<secret_string> names;  // of an object, one for each element

  bool is_null() const { return type == kind::null; }
  bool is_boolean() const { return type == kind::boolean; }
  bool is_number() const { return type == kind::number; }
  bool is_string() const { return type == kind::string; }
  bool is_array() const { return type == kind::array; }
  bool is_object() const { return type == kind::object; }

  /// The member of that name; nullptr where there is none, or the value is no object.
  const json *find(std::string_view name) const;
  bool contains(std::string_view name) const { return find(name) != nullptr; }
  /// The member of that name; null where there is none.
  const json &operator[](std::string_view name) const;
};

/// Where two members of one name are refused: in the outermost object alone, or in every one.
enum class unique_names { at_top, everywhere };

/// More levels of objects and arrays than this are refused, so that a destructor's recursion fits every stack.
inline constexpr std::size_t deepest_json = 64;

/// The object that the text holds, and nothing beside it but white space; null where it holds none. Refused are, too:
/// text that is not UTF-8 or begins with a byte order mark, a number beyond the range of double, double names. Of names
/// that may be there twice, find() gives the first.
json parse_object(std::string_view text, unique_names where);

/// A string as JSON writes it, in quotation marks; in UTF-8.
std::string quoted(std::string_view text);

}  // namespace harmony::crypto
