// The bytes of a file as text.
#pragma once

#include "core/base/no_postgres.hpp"

#include <string>
#include <string_view>

namespace harmony::import {

/// A file's text in UTF-8: a part of its bytes where they are UTF-8 already, else in `storage`.
///
/// A byte order mark decides and is dropped (UTF-8, UTF-16 of both orders), else `encoding` (utf-8, windows-1252,
/// iso-8859-1, utf-16le, utf-16be; in any case), else UTF-8: never guessed. Errors: 22023 another encoding; 22021 for
/// bytes that are none of the encoding's, and NUL, with line and offset.
std::string_view decoded(std::string_view content, std::string_view encoding, std::string &storage);

}  // namespace harmony::import
