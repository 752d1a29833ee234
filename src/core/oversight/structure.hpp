// Rows of a document against the structure that is declared for them, in words of JSON Schema (draft 2020-12,
// validation): type, enum, minimum, maximum, minLength, maxLength, format (date, date-time, uuid), properties,
// required, additionalProperties (true or false), items, minItems, maxItems.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace harmony::oversight {

/// A JSON value. The texts are those of whoever made it, and must outlive it.
struct document {
  enum class kind : unsigned char { null, boolean, number, string, array, object };

  kind is = kind::null;
  bool truth = false;
  double number = 0;
  std::string_view text;  // of a string
  std::vector<document> elements;
  std::vector<std::pair<std::string_view, document>> fields;

  const document *field(std::string_view name) const;
};

struct structure_error {
  std::size_t row;   // from 1
  std::string path;  // "members[2].score", empty: the row itself
  std::string message;
};

/// The first `most` differences of the rows of an array, or of one value, from what is declared; in the order of rows,
/// and of a row in that of the declaration. Null is a value of its own type. Errors: 22023 for a declaration with an
/// unknown word, a wrong value of one, or that is deeper than 32. Takes O(size of rows · properties).
std::vector<structure_error> check_structure(const document &rows, const document &declared, std::size_t most = 1000);

}  // namespace harmony::oversight
