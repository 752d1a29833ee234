// Text and values as they stand in a narrative's Markdown. Internal to narrative.cpp and narrative.parse.cpp.
#pragma once

#include "core/signals/narrative.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace harmony::signals {

/// A string that cannot be taken for Markdown, or for a value of another kind: marks have a backslash before them, and
/// controls, blanks at the ends, and the first letter of what looks like a number or a word are character references.
/// "" is the empty string.
std::string escaped_text(std::string_view text);

/// A value: strings as escaped_text(), others as JSON writes them.
std::string cell_of(const narrative_value &value);

/// The value of a cell, which has no blanks around it; none where it is no such text.
std::optional<narrative_value> value_of_cell(std::string_view cell);

}  // namespace harmony::signals
