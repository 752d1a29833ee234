// Narratives: what is told of a facility, as a document and as Markdown, each from the other without loss.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace harmony::signals {

/// A value without parts. `text` is a string's bytes, a number's digits, true or false.
struct narrative_value {
  enum class kind : std::uint8_t { null, boolean, number, string };

  kind type = kind::null;
  std::string text;
};
using narrative_fields = std::vector<std::pair<std::string, narrative_value>>;

struct narrative_row {
  narrative_fields fields;
  std::optional<std::vector<narrative_row>> children;
};

struct narrative {
  narrative_fields facts;
  std::vector<std::pair<std::string, std::vector<narrative_row>>> sections;
};

/// Rows within rows no deeper than this.
inline constexpr std::size_t deepest_narrative = 64;

/// Markdown: the facility as the title, a list of facts, a heading and a table a section. What Markdown would read as
/// its own is escaped, controls are character references; the table of a section with children has their number in the
/// last column, and the level (#) in the first; an empty cell is an absent key.
std::string narrative_markdown(const narrative &told);

/// What narrative_markdown() wrote. Errors: 22023 that names the line for any other text.
narrative parse_narrative(std::string_view markdown);

/// As JSON text.
std::string narrative_json(const narrative &told);

}  // namespace harmony::signals
