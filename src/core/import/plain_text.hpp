// Texts that people typed, made alike.
#pragma once

#include "core/base/no_postgres.hpp"

#include <string>
#include <string_view>

namespace harmony::import {

/// The part of a text between what looks like nothing at both of its ends: blanks and what has no width.
std::string_view trimmed(std::string_view text);

/// trimmed() without what has no width inside either.
std::string visible_text(std::string_view text);

/// Runs of blanks become one space and those at the ends go; what has no width is dropped; typographic quotes become
/// ' and ". UTF-8 in and out; letters stay as they are.
std::string plain_text(std::string_view text);

/// plain_text() with A to Z in lower case.
std::string plain_text_lower_ascii(std::string_view text);

/// True where every byte is ASCII.
bool is_ascii(std::string_view text);

}  // namespace harmony::import
